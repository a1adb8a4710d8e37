"""The blocks of an indicator sheet: which lines stand in each, and which statement in which column."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ward.year_figures import Line, Stated
from ward.year_view import YearView


@dataclass(frozen=True)
class Column:
    """A line as it stands in one block of the sheet: what was done, planned, and done the year before."""

    line: Line
    now: Stated | None
    plan: Stated | None
    before: Stated | None
    others: tuple[Stated, ...] = ()
    period: str = ""  # that of its block, which is not said again


def blocks(view: YearView) -> Iterable[tuple[str, list[Column]]]:
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


def _single(line: Line, year: int) -> Column:
    """What only the year before was reported of stands in its column, and not as done in this one."""
    last = [stated for stated in line.now if max(stated.first.period.years, default=year) == year - 1]
    if not last or len(last) < len(line.now):
        return _whole(line, line.now)
    return Column(line, None, line.plan[0] if line.plan else None, last[0], tuple(last[1:]))


def _whole(line: Line, now: Sequence[Stated]) -> Column:
    before = line.before[0] if line.before else None
    return Column(line, now[0] if now else None, line.plan[0] if line.plan else None, before, tuple(now[1:]))


def _of_year(line: Line, year: int) -> Column | None:
    def said(column: Sequence[Stated], wanted: int) -> Stated | None:
        return next((stated for stated in column if stated.first.speaks_of == (wanted,)), None)

    now, plan = said(line.now, year), said(line.plan, year)
    before = said(line.now, year - 1) or said(line.before, year - 1)
    return Column(line, now, plan, before, period=str(year)) if now or plan else None
