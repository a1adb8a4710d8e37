"""Awards of past years from Excel before they are taken into the register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.awarding.row_table import RowColumn
from desktop.awarding.taking_in import Answers, AwardRows, asked_words, state_colour, state_words
from desktop.controls import Notice
from desktop.tasks import Progress
from forms.spreadsheets.past_awards import PastAward, PastList
from forms.spreadsheets.tables import Table
from ward.book import Book
from ward.dates import PartialDate, show_date
from ward.edits import Change

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


def look_at(window: MainWindow, path: Path, notice: Notice) -> None:
    """Reads a file in the background, then shows it; what refuses it is said in the notice."""

    def work(_progress: Progress) -> Sequence[Table]:
        from forms.spreadsheets.reading import read_workbook

        return read_workbook(path).shown

    task = window.tasks.start(f"Đang đọc {path.name}", work)
    task.done.connect(lambda tables: PastAwardsDialog(window, path.name, tables, notice).open())
    task.refused.connect(notice.say)


class PastAwardsDialog(AwardRows):
    """The rows of one sheet of the file."""

    def __init__(self, window: MainWindow, name: str, tables: Sequence[Table], notice: Notice) -> None:
        super().__init__(f"Nhập khen thưởng từ “{name}”", "khen thưởng", name, tables, COLUMNS, window, notice)

    def reading(self) -> Callable[[Book, Answers], PastList]:
        table, award_type = self.table, self.award_type

        def read(book: Book, answers: Answers) -> PastList:
            from forms.spreadsheets.past_awards import read_past_awards

            return read_past_awards(book, table, award_type=award_type, answers=answers)

        return read

    def writing(self) -> Callable[[Book, Any, str], Change]:
        from forms.spreadsheets.past_awards import take_in_past

        return take_in_past


def _day(row: PastAward) -> str:
    day = row.values.get("decided_on") or ""
    return show_date(PartialDate(day)) if day else ", ".join(map(str, row.values.get("years") or ()))


COLUMNS: tuple[RowColumn[PastAward], ...] = (
    RowColumn("Dòng", 62, lambda row: str(row.number), right=True),
    RowColumn("Tên", 200, lambda row: row.name),
    RowColumn("Số quyết định", 126, lambda row: str(row.values.get("decision_number") or "")),
    RowColumn("Ngày", 104, _day),
    RowColumn("Tình trạng", 170, state_words, colour=state_colour),
    RowColumn("Cần hỏi, lưu ý", 300, asked_words),
)
