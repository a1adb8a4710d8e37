"""A list of nominations from Excel before it is taken into a round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.awarding.row_table import RowColumn
from desktop.awarding.taking_in import Answers, AwardRows, asked_words, state_colour, state_words
from desktop.tasks import Progress
from forms.spreadsheets.nomination_rows import NominationList, NominationRow
from forms.spreadsheets.tables import Table
from ward.book import Book
from ward.edits import Change

if TYPE_CHECKING:
    from desktop.awarding.nominations_step import NominationsStep


def open_rows(step: NominationsStep, kind: str, source: str) -> None:
    """Reads a file ("file") or what was pasted ("text") in the background, then shows it."""

    def work(_progress: Progress) -> Sequence[Table]:
        from forms.spreadsheets.pasted import read_pasted
        from forms.spreadsheets.reading import read_workbook

        return (read_pasted(source),) if kind == "text" else read_workbook(Path(source)).shown

    name = "nội dung đã dán" if kind == "text" else Path(source).name
    step.start("Đang đọc danh sách", work, lambda tables: RowsDialog(step, name, tables).open())


class RowsDialog(AwardRows):
    """The rows of one sheet, or of what was pasted."""

    def __init__(self, step: NominationsStep, name: str, tables: Sequence[Table]) -> None:
        self._round = step.round
        super().__init__("Nhập danh sách đề nghị", "đề nghị", name, tables, columns(), step.window_, step.notice)

    def reading(self) -> Callable[[Book, Answers], NominationList]:
        table, award, record = self.table, self.award_type, self._round

        def read(book: Book, answers: Answers) -> NominationList:
            from forms.spreadsheets.nomination_rows import read_nominations

            return read_nominations(book, table, record, award_type=award, answers=answers)

        return read

    def writing(self) -> Callable[[Book, Any, str], Sequence[Change]]:
        record = self._round

        def write(book: Book, rows: Sequence[NominationRow], _name: str) -> Sequence[Change]:
            from forms.spreadsheets.nomination_rows import take_in

            return take_in(book, record, rows)

        return write


def columns() -> list[RowColumn[NominationRow]]:
    """What the table of rows shows."""
    return [
        RowColumn("Dòng", 60, lambda row: str(row.number), right=True),
        RowColumn("Tên", 220, lambda row: row.name),
        RowColumn("Chức vụ, đơn vị", 180, lambda row: row.draft.as_title),
        RowColumn("Tình trạng", 130, state_words, colour=state_colour),
        RowColumn("Cần hỏi, lưu ý", 320, asked_words),
    ]
