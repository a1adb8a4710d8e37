"""What the clerk does to the chosen records: bin and back, duplicate, one field in many, merge, Excel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.record_list import noun, number
from forms.catalogue import FORMS
from ward.edits import Add, Bin, Change, Edit
from ward.loading import load

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


class RecordActs(QObject):
    """The acts on a list's chosen rows; what cannot be done is said in the list's quiet bar."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._list = window.records

    def duplicate(self) -> None:
        """A second record with the same fields; it is chosen then."""
        chosen = self._list.table.chosen()
        if len(chosen) != 1:
            self._list.notice.say("Hãy chọn một bản ghi để nhân bản.")
            return
        stored = load(self._session.book.db, chosen[0])
        edits: list[Edit] = [Add(stored.kind, stored.values)]
        self._write(f"Nhân bản “{stored.title}”", edits, self._tell_duplicate)

    def to_bin(self) -> None:
        """The chosen records go to the bin; one click takes it back."""
        chosen = self._list.table.chosen()
        if not chosen:
            return
        words = self._named(chosen)
        edits: list[Edit] = [Bin(record) for record in chosen]
        act, done = f"Đưa {words} vào thùng rác", f"Đã đưa {words} vào thùng rác."
        self._write(act, edits, lambda _change: self._say_done(done))

    def change_one_field(self) -> None:
        """Asks for a field and its new value, and writes it into all chosen records as one act."""
        from desktop.bulk_dialog import BulkDialog

        chosen = self._list.table.chosen()
        if not chosen or self._list.form is None:
            self._list.notice.say("Hãy chọn những bản ghi cần đổi (giữ Ctrl hoặc Shift để chọn nhiều).")
            return
        dialog = BulkDialog(self._session, self._list.form, chosen, self._window)
        dialog.given.connect(self._write_field)
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
            from reports.excel.list_export import Head, export_list

            heads = [Head(column.label, column.keys, column.show, column.width) for column in columns]
            return export_list(book, wanted, heading, heads, target, progress=progress)

        task = self._window.tasks.start("Đang xuất danh sách", work)
        notice = self._list.notice
        task.done.connect(
            lambda path: notice.say(
                f"Đã xuất danh sách vào “{path}”.", fine=True, act="Mở tệp", then=lambda: open_path(path)
            )
        )
        task.refused.connect(notice.say)

    def _tell_merged(self, kept: int) -> None:
        self._list.select([kept])
        self._say_done("Đã gộp hai bản ghi. Mọi chỗ nhắc tới bản trùng nay dẫn tới bản được giữ.")

    def _tell_duplicate(self, change: Change) -> None:
        self._list.select(list(change.added))
        self._list.notice.say("Đã nhân bản. Bản ghi đang chọn là bản mới.", fine=True)

    def _write_field(self, label: str, edits: list[Edit]) -> None:
        def tell(change: Change) -> None:
            count = number(len(change.records))
            self._say_done(f"Đã đổi “{label}” của {count} bản ghi." if change.records else "Các ô đã đúng sẵn.")

        self._write(f"Đổi “{label}” của {number(len(edits))} bản ghi", edits, tell)

    def _write(self, act: str, edits: list[Edit], then: Callable[[Change], object]) -> None:
        self._window.long.write(act, edits, then, self._list.notice.say)

    def _say_done(self, words: str) -> None:
        undo = partial(self._window.long.undo, self._list.notice.say)
        self._list.notice.say(words, fine=True, act="Hoàn tác", then=undo)

    def _named(self, records: list[int]) -> str:
        if len(records) == 1:
            return f"“{load(self._session.book.db, records[0]).title}”"
        kind = self._list.kind
        return f"{number(len(records))} {noun(FORMS[kind])}"


def open_path(path: Path) -> None:
    """Opens a file or folder in the program that the system has for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
