"""What is done from the register: a page printed, the list exported, past years taken in, an award cancelled."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop.awarding.register_filters import Asked
from desktop.record_acts import open_path
from desktop.tasks import Progress
from ward.edits import Change
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.awarding.register_pane import RegisterPane
    from desktop.main_window import MainWindow
    from ward.awarding.register import AwardLine

LIFE = "doi-khen-thuong"


class RegisterActs(QObject):
    """The acts; what happened is said in the pane's notice."""

    def __init__(self, window: MainWindow, pane: RegisterPane) -> None:
        super().__init__(pane)
        self._window, self._pane = window, pane

    def print_life(self, record: int) -> None:
        """Makes the page of a life as a paper."""
        book, out = self._window.session.book, self._window.places.pane("papers").target

        def work(_progress: Progress) -> Any:
            from desktop.award_acts import make_award

            return make_award(book, LIFE, record, out)

        self._start("Đang lập đời khen thưởng", work, self._tell_made)

    def export(self, asked: Asked, target: Path) -> None:
        """Writes all awards that a question asks for into a sheet."""
        db = self._window.session.book.db

        def work(progress: Progress) -> Path:
            from desktop.awarding.register_export import export_register

            return export_register(db, asked, target, progress)

        def tell(path: Path) -> None:
            words = f"Đã xuất sổ vàng vào “{path.name}”."
            self._pane.notice.say(words, fine=True, act="Mở tệp", then=lambda: open_path(path))

        self._start("Đang xuất sổ vàng", work, tell)

    def export_year(self, which: str, year: int | None, target: Path) -> None:
        """Writes the golden book ("golden") or the log of certificates ("log") of a year, or of all."""
        book = self._window.session.book

        def work(progress: Progress) -> Path:
            from reports.awarding.register_sheets import write_certificate_log, write_golden_book

            write = write_golden_book if which == "golden" else write_certificate_log
            return write(book, target, year=year, progress=progress)

        def tell(path: Path) -> None:
            self._pane.notice.say(f"Đã lập “{path.name}”.", fine=True, act="Mở tệp", then=lambda: open_path(path))

        self._start("Đang lập sổ", work, tell)

    def look_at(self, path: Path) -> None:
        """Reads a sheet of past years and shows what would be taken in; nothing is written yet."""
        from desktop.awarding.past_awards_dialog import look_at

        look_at(self._window, path, self._pane.notice)

    def cancel(self, line: AwardLine) -> None:
        """Asks why an award is cancelled, then cancels it."""
        from desktop.awarding.cancel_dialog import CancelDialog

        dialog = CancelDialog(self._window.session, line, self._pane)
        dialog.given.connect(partial(self._cancel, line.id))
        dialog.open()

    def _cancel(self, award: int, values: dict[str, Any]) -> None:
        from ward.awarding.deciding import cancel_award

        session = self._window.session
        try:
            outcome = cancel_award(
                session.book,
                award,
                values["cancelled_reason"],
                on=values["cancelled_on"],
                recover=values["recover"],
                receipt=values["receipt"],
            )
        except UserError as error:
            self._pane.notice.say(str(error))
            return
        session.tell(outcome.change)
        words = " ".join(["Đã ghi việc hủy. Khen thưởng này vẫn còn trong sổ với lý do hủy.", *outcome.warnings])
        undo = partial(self._window.long.undo, self._pane.notice.say)
        self._pane.notice.say(words, fine=not outcome.warnings, act="Hoàn tác", then=undo)

    def _tell_made(self, made: Any) -> None:
        added = (made.record,) if made.record else ()
        self._window.session.tell(Change(0, "", "", "", frozenset(added), frozenset({"paper"}), added))
        words = " ".join([f"Đã lập “{made.path.name}”.", *made.warnings[:3]])
        self._pane.notice.say(words, fine=not made.warnings, act="Mở văn bản", then=lambda: open_path(made.path))

    def _start(self, words: str, work: Any, then: Any) -> None:
        self._window.places.save_form()
        self._pane.notice.hide()
        task = self._window.tasks.start(words, work)
        task.done.connect(then)
        task.refused.connect(self._pane.notice.say)
        task.cancelled.connect(lambda: self._pane.notice.say("Đã dừng. Chưa có gì thay đổi.", fine=True))
