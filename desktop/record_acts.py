"""What the clerk does to the chosen records: bin and back, duplicate, one field in many, merge, Excel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.record_list import RecordList, noun, number
from desktop.session import Session
from desktop.tasks import Tasks
from forms.catalogue import FORMS
from ward.edits import Add, Bin, Change
from ward.errors import UserError
from ward.loading import load


class RecordActs(QObject):
    """The acts on a list's chosen rows; what cannot be done is said in the list's quiet bar."""

    def __init__(self, session: Session, records: RecordList, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._list = records
        self._tasks = tasks
        self._window = parent

    def duplicate(self) -> None:
        """A second record with the same fields; it is chosen then."""
        chosen = self._list.table.chosen()
        if len(chosen) != 1:
            self._list.notice.say("Hãy chọn một bản ghi để nhân bản.")
            return
        stored = load(self._session.book.db, chosen[0])
        act = f"Nhân bản “{stored.title}”"
        change = self._try(lambda: self._session.write(act, [Add(stored.kind, stored.values)]))
        if change:
            self._list.select(list(change.added))
            self._list.notice.say("Đã nhân bản. Bản ghi đang chọn là bản mới.", fine=True)

    def to_bin(self) -> None:
        """The chosen records go to the bin; one click takes it back."""
        chosen = self._list.table.chosen()
        if not chosen:
            return
        words = self._named(chosen)
        edits = [Bin(record) for record in chosen]
        if self._try(lambda: self._session.write(f"Đưa {words} vào thùng rác", edits)):
            self._list.notice.say(f"Đã đưa {words} vào thùng rác.", fine=True, act="Hoàn tác", then=self._undo)

    def change_one_field(self) -> None:
        """Asks for a field and its new value, and writes it into all chosen records as one act."""
        from desktop.bulk_dialog import BulkDialog

        chosen = self._list.table.chosen()
        if not chosen or self._list.form is None:
            self._list.notice.say("Hãy chọn những bản ghi cần đổi (giữ Ctrl hoặc Shift để chọn nhiều).")
            return
        dialog = BulkDialog(self._session, self._list.form, chosen, self._window)
        dialog.written.connect(lambda words: self._list.notice.say(words, fine=True, act="Hoàn tác", then=self._undo))
        dialog.open()

    def merge(self) -> None:
        """Asks which of two chosen entries of the same thing stays."""
        from desktop.merge_dialog import MergeDialog

        chosen = self._list.table.chosen()
        if len(chosen) != 2:
            self._list.notice.say("Hãy chọn đúng hai bản ghi trùng nhau (giữ Ctrl rồi bấm từng dòng).")
            return
        dialog = MergeDialog(self._session, chosen, self._window)
        dialog.merged.connect(self._tell_merged)
        dialog.open()

    def to_excel(self) -> None:
        """Asks for a file and writes the visible list into it, in the background."""
        form = self._list.form
        if form is None:
            return
        proposed = str(Path.home() / f"{form.plural}.xlsx")
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Xuất danh sách ra Excel", proposed, "Bảng Excel (*.xlsx)"
        )
        if name:
            self.write_excel(Path(name).with_suffix(".xlsx"))

    def write_excel(self, target: Path) -> None:
        """Writes the visible list into this file; a notice tells when it is done."""
        form, columns, wanted = self._list.form, list(self._list.model.columns), self._list.wanted()
        if form is None:
            return
        book = self._session.book
        heading = form.plural if not self._session.year else f"{form.plural} năm {self._session.year}"

        def work(progress: Callable[[int, int], None]) -> Path:
            from reports.list_export import Head, export_list

            heads = [Head(column.label, column.keys, column.show, column.width) for column in columns]
            return export_list(book, wanted, heading, heads, target, progress=progress)

        task = self._tasks.start("Đang xuất danh sách", work)
        notice = self._list.notice
        task.done.connect(
            lambda path: notice.say(
                f"Đã xuất danh sách vào “{path}”.", fine=True, act="Mở tệp", then=lambda: open_path(path)
            )
        )
        task.refused.connect(notice.say)

    def _tell_merged(self, kept: int) -> None:
        self._list.select([kept])
        self._list.notice.say(
            "Đã gộp hai bản ghi. Mọi chỗ nhắc tới bản trùng nay dẫn tới bản được giữ.",
            fine=True,
            act="Hoàn tác",
            then=self._undo,
        )

    def _undo(self) -> None:
        try:
            self._session.undo()
        except UserError as error:
            self._list.notice.say(str(error))

    def _named(self, records: list[int]) -> str:
        if len(records) == 1:
            return f"“{load(self._session.book.db, records[0]).title}”"
        kind = self._list.kind
        return f"{number(len(records))} {noun(FORMS[kind])}"

    def _try(self, act: Callable[[], Change]) -> Change | None:
        try:
            return act()
        except UserError as error:
            self._list.notice.say(str(error))
            return None


def open_path(path: Path) -> None:
    """Opens a file or folder in the program that the system has for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
