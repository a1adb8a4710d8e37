"""What a book answers to an official form: one exact number for a cell, the clerk's words, or why neither.

A form has no room for a remark, so nothing is guessed: a number of a part of the year, of another unit, or one of
several that disagree does not go in, and is told instead.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reports.excel.official_asking import Column
from reports.prints import Number, Printed
from reports.wording.figure_wording import figure_text, scope_name
from reports.wording.wording import Wording
from ward.assessment import number_in
from ward.exact import show_number
from ward.periods import Period, show_period
from ward.year_figures import Line, Stated, Told

_WHOLE, _LIKE_WHOLE, _AS_OF = 0, 1, 2
MISSING = "sổ chưa có số liệu"


@dataclass(frozen=True)
class Answer:
    """What goes into the cell (None: it stays empty), and what the clerk should know of it ("": nothing)."""

    value: Number | str | None
    remark: str = ""


def answer(words: Wording, indicator: int, column: Column, measure: str = "") -> Answer:
    """The answer for the ward itself: an indicator's number of the view's years, their plan, or the year before.

    `measure`: that of the form, "" where it is the indicator's own.
    """
    lines = [line for line in words.view.lines if line.indicator and line.indicator.id == indicator]
    own = [line for line in lines if not str(scope_name(words, line))]
    years = words.view.years if column != "before" else (words.view.years[0] - 1,)
    said = [stated for line in own for stated in _pool(line, column)]
    fitting = _best(said, years)
    if not fitting:
        return Answer(None, _why_not(words, said, lines))
    told = [one for stated in fitting for one in stated.told]
    if not _agree(told):
        several = " hoặc ".join(dict.fromkeys(str(figure_text(one)) for one in told))
        return Answer(None, f"có nhiều số khác nhau ({several}); hãy chọn số dùng khi in")
    return _written(told[0], measure or (own[0].indicator.measure if own[0].indicator else ""), years)


def _pool(line: Line, column: Column) -> Sequence[Stated]:
    return line.plan if column == "plan" else (*line.now, *line.before)


def _best(said: Iterable[Stated], years: tuple[int, ...]) -> list[Stated]:
    """The statements that speak of just this time, best fitting; several only where they fit equally well."""
    ranked = [(rank, stated) for stated in said if (rank := _rank(stated, years)) is not None]
    best = min((rank for rank, _ in ranked), default=None)
    return [stated for rank, stated in ranked if rank == best]


def _rank(stated: Stated, years: tuple[int, ...]) -> tuple[int, int, int] | None:
    """How well a statement speaks of the whole time, the smaller the better; None for a part of it."""
    period, role = stated.first.period, int(stated.thing.role in ("estimate", "target"))
    if not period.code:
        return (_WHOLE, 0, role) if set(years).issubset(stated.first.years or years) else None
    if period.start == dt.date(years[0], 1, 1) and period.end == dt.date(years[-1], 12, 31):
        return _WHOLE, 0, role
    if period.end is None or period.end.year != years[-1]:
        return None
    if period.kind == "as_of":
        return _AS_OF, -period.end.toordinal(), role
    return (_LIKE_WHOLE, 0, role) if period.kind in ("school_year", "until") else None


def _agree(told: Sequence[Told]) -> bool:
    first = told[0].figure
    return len(told) == 1 or (
        first.value is not None
        and all(
            (one.figure.value, one.figure.measure, one.figure.shape, one.figure.out_of)
            == (first.value, first.measure, first.shape, first.out_of)
            for one in told
        )
    )


def _written(told: Told, measure: str, years: tuple[int, ...]) -> Answer:
    figure, text = told.figure, figure_text(told)
    if figure.state == "missing":
        return Answer(None, MISSING)
    measure = measure or figure.measure
    countable = figure.shape == "number" or (figure.shape == "ratio" and figure.measure == measure)
    number = number_in(figure, measure) if countable else None
    if number is None:
        return Answer(text, f"ghi bằng lời “{text}”")
    assert isinstance(text, Printed)
    return Answer(Number(number, text, text.source), "; ".join(_remarks(told, number, years)))


def _remarks(told: Told, number: Decimal, years: tuple[int, ...]) -> Iterable[str]:
    """What the cell cannot say of its number."""
    figure, period = told.figure, told.period
    if figure.qualifier or figure.qualifier_after:
        yield f"sổ ghi “{figure_text(told)}”, ô nhận số {show_number(number)}"
    if told.said.role == "estimate":
        yield "là số ước thực hiện"
    if not _is_whole(period, years):
        yield f"là số {show_period(period)}"


def _is_whole(period: Period, years: tuple[int, ...]) -> bool:
    return not period.code or (
        period.end == dt.date(years[-1], 12, 31) and period.kind not in ("school_year", "until")
    )


def _why_not(words: Wording, said: Sequence[Stated], lines: Sequence[Line]) -> str:
    """Why there is no number: only of a part of the time, only of others, or none at all."""
    times = [show_period(stated.first.period) for stated in said if stated.first.period.code]
    if times:
        return f"sổ chỉ có số của {'; '.join(dict.fromkeys(times))}"
    others = [str(scope_name(words, line)) for line in lines if line.now or line.plan]
    if any(others):
        return f"sổ chỉ có số của {'; '.join(dict.fromkeys(filter(None, others)))}"
    return MISSING
