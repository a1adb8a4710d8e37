"""The registrations in a workbook that a unit sent back, before they are taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.awarding.row_table import RowColumn
from desktop.awarding.taking_in import Answers, TakingIn, asked_words, state_colour, state_words
from desktop.controls import Notice
from desktop.record_list import number
from desktop.tasks import Progress
from forms.spreadsheets.registration_rows import RegistrationList, RegistrationRow
from forms.spreadsheets.unit_replies import UnitReply
from ward.book import Book
from ward.edits import Change

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

NOMINATIONS = (
    "Biểu này còn có {} dòng đề nghị khen. Nhập chúng ở “Đợt xét khen”, bước Đề nghị, bằng nút nhập từ Excel."
)


def look_at_reply(window: MainWindow, path: Path, notice: Notice) -> None:
    """Reads a workbook in the background, then shows it; what refuses it is said in the notice."""
    db = window.session.book.db

    def work(_progress: Progress) -> UnitReply:
        from forms.spreadsheets.unit_replies import read_unit_reply

        return read_unit_reply(db, path)

    task = window.tasks.start(f"Đang đọc {path.name}", work)
    task.done.connect(lambda reply: ReplyDialog(window, path.name, reply, notice).open())
    task.refused.connect(notice.say)


class ReplyDialog(TakingIn):
    """The registrations of one unit for one year."""

    def __init__(self, window: MainWindow, name: str, reply: UnitReply, notice: Notice) -> None:
        self._reply = reply
        title = f"Đăng ký của {reply.unit_name} năm {reply.year}"
        super().__init__(title, "đăng ký", name, COLUMNS, window, notice)
        proposed = [line for line in reply.nominations.table.lines if line.number > reply.nominations.heads.last_row]
        if proposed:
            self.notice.say(NOMINATIONS.format(number(len(proposed))))

    def reading(self) -> Callable[[Book, Answers], RegistrationList]:
        reply = self._reply

        def read(book: Book, answers: Answers) -> RegistrationList:
            from forms.spreadsheets.registration_rows import read_registrations

            kept = reply.registrations
            return read_registrations(book, kept.table, reply.year, heads=kept.heads, answers=answers, uids=kept.uids)

        return read

    def writing(self) -> Callable[[Book, Any, str], Change]:
        from forms.spreadsheets.registration_rows import take_in_registrations

        return take_in_registrations


COLUMNS: tuple[RowColumn[RegistrationRow], ...] = (
    RowColumn("Dòng", 62, lambda row: str(row.number), right=True),
    RowColumn("Ai đăng ký", 220, lambda row: row.name),
    RowColumn("Đăng ký", 220, lambda row: str(row.values.get("content") or "")),
    RowColumn("Tình trạng", 170, state_words, colour=state_colour),
    RowColumn("Cần hỏi, lưu ý", 300, asked_words),
)
