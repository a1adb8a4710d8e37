"""The rows of an indicator sheet: exact numbers beside their words, remarks, and where each figure comes from."""

from dataclasses import dataclass, field

from reports.prints import Number, Printed, joined
from reports.wording.figure_wording import (
    claims_of,
    figure_text,
    line_key,
    line_name,
    scope_name,
    source_text,
    told_time,
)
from reports.wording.sentences import Piece, capitalised, keyed, listed, sentence
from reports.wording.wording import Wording, traced
from reports.yearly.indicator_columns import Column
from reports.yearly.indicator_sheet_context import Cell, IndicatorRow, SourceRow
from ward.assessment import assess, number_in
from ward.dates import PartialDate, show_date
from ward.text import fold
from ward.year_figures import Line, Stated, Told

MISSING_CELL = "chưa có"
IN_WORDS = "bằng lời"
MOST_LETTERS = 14
"""Longer words than this do not fit a column of numbers."""
SEVERAL = "nhiều số"
_VERDICTS = {"above": "Vượt", "met": "Đạt", "missed": "Chưa đạt", "": ""}
_PERCENT = ("%", "‰")


@dataclass
class Sources:
    """Numbers the sources of the printed figures, in the order of the sheet."""

    words: Wording
    rows: list[SourceRow] = field(default_factory=list)

    def add(self, line: Line, column: str, stated: Stated | None) -> list[str]:
        """The numbers of the lines that tell where a statement comes from; none where nobody said."""
        told = stated.told if stated else ()
        return [self._row(line, column, one) for one in told if _has_source(one)]

    def _row(self, line: Line, column: str, told: Told) -> str:
        no = str(len(self.rows) + 1)
        day = show_date(PartialDate(told.said.said_on)) if told.said.said_on else ""
        self.rows.append(
            SourceRow(
                no,
                keyed(f"{told.uid}/{column}", capitalised(sentence(line_name(self.words, line)))),
                column,
                figure_text(told),
                told_time(self.words, told),
                scope_name(self.words, line),
                traced(day, told.uid, "said_on", "figure"),
                source_text(self.words, told),
            )
        )
        return no


def row_of(words: Wording, sources: Sources, no: int, column: Column) -> IndicatorRow:
    """The line of an indicator; the lines of its sources are added to `sources`."""
    line = column.line
    measure = _measure(column)
    numbers = sources.add(line, "Thực hiện", column.now)
    numbers += sources.add(line, "Kế hoạch", column.plan)
    numbers += sources.add(line, "Năm trước", column.before)
    return IndicatorRow(
        no=no,
        name=keyed(f"{line_key(words, line)}/{column.period}", capitalised(sentence(_row_name(words, line)))),
        measure=measure,
        last_year=_cell(column.before, measure),
        plan=_cell(column.plan, measure),
        actual=_actual(column, measure),
        words=_said_words(_told_of(column)),
        in_points=str(measure) in _PERCENT,
        assessment=_assessment(column),
        remark=listed(_remarks(words, column), "; ", "; "),
        source="; ".join(numbers),
    )


def _row_name(words: Wording, line: Line) -> Piece:
    name = line_name(words, line)
    if not line.about:
        return name
    about = words.name(line.about, words.view.day)
    return name if fold(str(about)) in fold(str(name)) else joined([name, " (", about, ")"])


def _measure(column: Column) -> str:
    """The measure that the row's numbers are in: the indicator's, else that of what was said."""
    if column.line.indicator and column.line.indicator.measure:
        return traced(column.line.indicator.measure, column.line.indicator.uid, "measure", "indicator")
    for stated in (column.now, column.plan, column.before):
        if stated and stated.first.figure.measure:
            return traced(stated.first.figure.measure, stated.first.uid, "measure", "figure")
    return ""


def _cell(stated: Stated | None, measure: str) -> Cell:
    """The exact number in the row's measure; words where there is none, or where several disagree."""
    if stated is None:
        return None
    if not stated.decided:
        return listed([figure_text(told) for told in stated.told], " hoặc ")
    told = stated.first
    text = figure_text(told)
    countable = told.figure.shape == "number" or (told.figure.shape == "ratio" and told.figure.measure == measure)
    number = number_in(told.figure, measure) if countable else None
    if number is None:
        return traced(MISSING_CELL, told.uid, "words", "figure") if told.figure.state == "missing" else text
    assert isinstance(text, Printed)
    return Number(number, text, text.source)


def _actual(column: Column, measure: str) -> Cell:
    """The number that was done; where there is none, why: its words stand in the column beside."""
    stated = column.now
    cell = _cell(stated, measure)
    if cell is None or isinstance(cell, Number) or (stated and stated.decided and len(str(cell)) <= MOST_LETTERS):
        return cell or MISSING_CELL
    assert stated
    if stated.decided:
        return traced(IN_WORDS, stated.first.uid, "state", "figure")
    of = [told.uid for told in stated.told]
    return Printed.counted(SEVERAL, of=of, field="several", what=f"{column.line.title}: chưa thống nhất")


def _told_of(column: Column) -> Stated | None:
    """What the row was entered for: this year's number, else last year's where the work of this year told it."""
    return column.now or (column.before if column.line.now else None)


def _said_words(stated: Stated | None) -> Piece:
    if stated is None:
        return ""
    return listed([figure_text(told) for told in stated.told], " hoặc ")


def _assessment(column: Column) -> str:
    if not column.now or not column.plan or not column.now.decided or not column.plan.decided:
        return ""
    direction = column.line.indicator.direction if column.line.indicator else "none"
    plan, actual = column.plan.first.figure, column.now.first.figure
    if actual.state == "missing" and direction in ("higher", "lower", "target"):
        verdict = "Chưa có số"
    else:
        verdict = _VERDICTS[assess(direction, plan, actual)]
    compared, what = [column.now.first.uid, column.plan.first.uid], f"{column.line.title}: so với kế hoạch"
    return Printed.counted(verdict, of=compared, field="assessment", what=what) if verdict else ""


def _remarks(words: Wording, column: Column) -> list[Piece]:
    found: list[Piece] = []
    said = _told_of(column)
    if said:
        told = said.first
        found += [piece for piece in (told_time(words, told, column.period),) if piece]
        if said.thing.role == "estimate":
            found.append(traced("ước thực hiện", told.uid, "role", "figure"))
        if not said.decided:
            found.append("các số chưa thống nhất")
        found += claims_of(told)
    for other in column.others:
        time = told_time(words, other.first) or ("ước thực hiện" if other.thing.role == "estimate" else "số khác")
        found.append(joined([time, ": ", listed([figure_text(told) for told in other.told], " hoặc ")]))
    if column.plan and column.line.indicator and column.line.indicator.direction == "lower":
        found.append("càng thấp càng tốt")
    return found


def _has_source(told: Told) -> bool:
    return bool(told.said.source or told.said.source_words or told.said.said_on)
