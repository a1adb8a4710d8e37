"""Biểu chỉ tiêu: the indicator sheet's context, exact numbers beside their words, with the source of each."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reports.figure_wording import (
    claims_of,
    figure_text,
    line_key,
    line_name,
    scope_name,
    source_text,
    told_time,
)
from reports.indicator_sheet_context import Cell, IndicatorGroup, IndicatorRow, IndicatorSheet, SourceRow
from reports.letterheads import letterhead, signature
from reports.prints import Number, Printed, joined
from reports.sentences import Piece, capitalised, keyed, listed, sentence
from reports.wording import Wording, traced
from reports.year_results import Standing, is_situation
from ward.assessment import assess, number_in
from ward.dates import PartialDate, show_date
from ward.text import fold
from ward.year_figures import Line, Stated, Told
from ward.year_view import YearView

OTHERS = "Số liệu khác"
SITUATION = "Đặc điểm, tình hình"
MISSING_CELL = "chưa có"
IN_WORDS = "bằng lời"
MOST_LETTERS = 14
"""Longer words than this do not fit a column of numbers."""
SEVERAL = "nhiều số"
_VERDICTS = {"above": "Vượt", "met": "Đạt", "missed": "Chưa đạt", "": ""}
_PERCENT = ("%", "‰")
_ROMAN = (("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def indicator_sheet(view: YearView, on: dt.date) -> IndicatorSheet:
    """The whole sheet as the template asks for it; `on` is the paper's day."""
    words = Wording(view)
    sources = _Sources(words)
    first, last = view.years[0], view.years[-1]
    time = f"năm {first}" if first == last else f"giai đoạn {first}-{last}"
    groups = tuple(_groups(words, sources))
    return IndicatorSheet(
        letterhead=letterhead(words, "BC", on),
        title=f"BIỂU CHỈ TIÊU {time.upper()}",
        subtitle=joined(["(Kèm theo Báo cáo tổng kết công tác ", time, ")"]),
        last_year_head=f"Thực hiện năm {first - 1}" if first == last else "Thực hiện năm trước",
        plan_head=f"Kế hoạch {time}" if first == last else "Kế hoạch",
        actual_head=f"Thực hiện {time}" if first == last else "Thực hiện",
        signature=signature(words),
        groups=groups,
        sources=tuple(sources.rows),
    )


@dataclass(frozen=True)
class _Column:
    """A line as it stands in one block of the sheet: what was done, planned, and done the year before."""

    line: Line
    now: Stated | None
    plan: Stated | None
    before: Stated | None
    others: tuple[Stated, ...] = ()
    period: str = ""  # that of its block, which is not said again


@dataclass
class _Sources:
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


def _groups(words: Wording, sources: _Sources) -> Iterable[IndicatorGroup]:
    """The groups of each block, in the order in which the report tells of them."""
    titles = [fold(title) for title in Standing(words).titles]
    number = 0
    for title, columns in _blocks(words.view):
        by_group: dict[str, list[_Column]] = {}
        for column in columns:
            by_group.setdefault(fold(_group_of(column.line)), []).append(column)
        for _, found in sorted(by_group.items(), key=lambda item: _place(item[1][0].line, titles)):
            number += 1
            name = _group_of(found[0].line)
            rows = tuple(_row(words, sources, place, column) for place, column in enumerate(found, 1))
            shown = f"{title} – {name}" if title else name
            yield IndicatorGroup(roman(number), keyed(fold(shown), shown), rows)


def _blocks(view: YearView) -> Iterable[tuple[str, list[_Column]]]:
    """The whole time first; then each single year, where a sheet of several years has figures of it."""
    lines = [line for line in view.lines if line.indicator or line.about is None]
    lines += [line for told in view.results.values() for line in told if line.indicator]
    if len(view.years) == 1:
        yield "", [_single(line, view.years[0]) for line in lines if line.now or line.plan]
        return
    single = {year: [column for line in lines if (column := _of_year(line, year))] for year in view.years}
    whole = []
    for line in lines:
        rest = [stated for stated in line.now if len(stated.first.speaks_of) != 1]
        if rest:
            whole.append(_whole(line, rest))
    if whole:
        yield f"Giai đoạn {view.years[0]}-{view.years[-1]}", whole
    for year, columns in single.items():
        if columns:
            yield f"Năm {year}", columns


def _single(line: Line, year: int) -> _Column:
    """What only the year before was reported of stands in its column, and not as done in this one."""
    last = [stated for stated in line.now if max(stated.first.period.years, default=year) == year - 1]
    if not last or len(last) < len(line.now):
        return _whole(line, line.now)
    return _Column(line, None, line.plan[0] if line.plan else None, last[0], tuple(last[1:]))


def _whole(line: Line, now: Sequence[Stated]) -> _Column:
    before = line.before[0] if line.before else None
    return _Column(line, now[0] if now else None, line.plan[0] if line.plan else None, before, tuple(now[1:]))


def _of_year(line: Line, year: int) -> _Column | None:
    def said(column: Sequence[Stated], wanted: int) -> Stated | None:
        return next((stated for stated in column if stated.first.speaks_of == (wanted,)), None)

    now, plan = said(line.now, year), said(line.plan, year)
    before = said(line.now, year - 1) or said(line.before, year - 1)
    return _Column(line, now, plan, before, period=str(year)) if now or plan else None


def _row(words: Wording, sources: _Sources, no: int, column: _Column) -> IndicatorRow:
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


def _measure(column: _Column) -> str:
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


def _actual(column: _Column, measure: str) -> Cell:
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


def _told_of(column: _Column) -> Stated | None:
    """What the row was entered for: this year's number, else last year's where the work of this year told it."""
    return column.now or (column.before if column.line.now else None)


def _said_words(stated: Stated | None) -> Piece:
    if stated is None:
        return ""
    return listed([figure_text(told) for told in stated.told], " hoặc ")


def _assessment(column: _Column) -> str:
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


def _remarks(words: Wording, column: _Column) -> list[Piece]:
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


def _group_of(line: Line) -> str:
    group = line.indicator.group if line.indicator else ""
    return group or (SITUATION if is_situation(line) else OTHERS)


def _place(line: Line, titles: Sequence[str]) -> tuple[int, int]:
    """Where a line's group stands: the ward's situation, the fields of the report, other groups, none."""
    group = fold(line.indicator.group) if line.indicator else ""
    if is_situation(line):
        return 0, 0
    if group in titles:
        return 1, titles.index(group)
    return (2, 0) if group else (3, 0)


def _has_source(told: Told) -> bool:
    return bool(told.said.source or told.said.source_words or told.said.said_on)


def roman(number: int) -> str:
    """“XIV”, as groups of a table are numbered."""
    written = ""
    for letters, value in _ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written
