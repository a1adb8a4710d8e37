"""A Period: the time a statement speaks of, as a code that sorts and words that were said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ward.dates import PartialDate, days_in, show_date
from ward.errors import Question, UserError

_POINT = r"[12][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_YEAR = r"[12][0-9]{3}"
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time by its code, and the words in which it was said (they win when it is shown).

    year 2023 · month 2023-08 · day 2023-08-14 · quarter 2023-Q3 · half 2023-H1 · range 2023-01/2023-09
    (years, months or days) · term T2020/2025 · school_year S2022/2023 · as_of @2023-12-31 · until ../2030
    · before ..<2025 · from 2026/.. · words "" ("giãn cách", "thời gian tới").

    Raises:
        UserError: the code is none of these, or names a day that does not exist.
    """

    code: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        _span(self.code)

    @property
    def kind(self) -> str:
        """One of the names above: "year", "month", … "words"."""
        return _span(self.code).kind

    @property
    def start(self) -> date | None:
        """The earliest day it can touch; None when it has no beginning or no code."""
        first = _span(self.code).first
        return first.first_day if first else None

    @property
    def end(self) -> date | None:
        """The latest day it can touch; None when it has no end or no code."""
        span = _span(self.code)
        if span.last is None:
            return None
        return _day_before(span.last.first_day) if span.kind == "before" else span.last.last_day

    @property
    def years(self) -> tuple[int, ...]:
        """The years it touches; of an open one the year of its known end."""
        days = [day for day in (self.start, self.end) if day]
        return tuple(range(days[0].year, days[-1].year + 1)) if days else ()

    @property
    def is_doubtful(self) -> bool:
        """True when it cannot be placed, runs backwards, or lies in a year that is hardly meant."""
        span = _span(self.code)
        named = [point for point in (span.first, span.last) if point]
        if not named or any(not 1900 <= point.year <= 2100 for point in named):
            return True
        if len(named) < 2:
            return False
        length = named[1].year - named[0].year
        most = {"school_year": 1, "term": 10}.get(span.kind, 200)
        least = {"school_year": 1, "term": 1}.get(span.kind, 0)
        return not least <= length <= most or named[0].first_day > named[1].last_day

    def previous(self) -> Period | None:
        """Give the same stretch one year earlier (a term: the term before); None where there is none."""
        span = _span(self.code)
        if span.first is None or span.last is None or self.is_doubtful or span.kind == "before":
            return None
        length = span.last.year - span.first.year
        if span.kind == "range" and length > 0 and span.first.month is None:
            return None
        back = length if span.kind == "term" else 1
        return Period(re.sub(_POINT, lambda match: _years_before(match[0], back), self.code))


class PeriodQuestion(Question):
    """A period with more than one meaning; `readings` are those the clerk may choose from."""

    def __init__(self, sentence: str, span: tuple[int, int], readings: tuple[Period, ...]) -> None:
        super().__init__(sentence, span)
        self.readings = readings


def show_period(period: Period) -> str:
    """Write a period: its words when there are any, else "quý III năm 2023", "tính đến ngày 31/12/2023"."""
    if period.words or not period.code:
        return period.words
    span = _span(period.code)
    if span.kind == "quarter":
        return f"quý {_ROMAN[int(period.code[-1]) - 1]} năm {period.code[:4]}"
    if span.kind == "half":
        return f"6 tháng {'đầu' if period.code.endswith('1') else 'cuối'} năm {period.code[:4]}"
    if span.first and span.last and span.kind in ("range", "term", "school_year"):
        return _show_stretch(span.kind, span.first, span.last)
    before = {"as_of": "tính đến ", "until": "chậm nhất ", "before": "trước ", "from": "từ "}.get(span.kind, "")
    if span.kind == "until" and span.last and not span.last.month:
        before = "đến "
    point = span.last or span.first
    return before + (_named(point) if point else "") + (" trở đi" if span.kind == "from" else "")


def _show_stretch(kind: str, first: PartialDate, last: PartialDate) -> str:
    years = f"{first.year}-{last.year}"
    if kind != "range":
        return f"{'nhiệm kỳ' if kind == 'term' else 'năm học'} {years}"
    if not first.month and not last.month:
        return f"giai đoạn {years}"
    whole_months = first.year == last.year and not first.day and not last.day
    if whole_months and first.month == 1 and last.month not in (1, 6, 12):
        return f"{last.month} tháng đầu năm {last.year}"
    return f"từ {_named(first)} đến {_named(last)}"


def _named(point: PartialDate) -> str:
    """Write a year, month or day with its noun: "năm 2023", "tháng 8 năm 2023", "ngày 14/8/2023"."""
    if point.day:
        return f"ngày {show_date(point)}"
    shown = show_date(point).split("/")
    return f"tháng {shown[0]} năm {point.year}" if point.month else f"năm {point.year}"


class _Span(NamedTuple):
    kind: str
    first: PartialDate | None = None
    last: PartialDate | None = None


@lru_cache(maxsize=4096)
def _span(code: str) -> _Span:
    """Give what a code says: its kind and the points that bound it."""
    if not code:
        return _Span("words")
    if re.fullmatch(_POINT, code):
        point = PartialDate(code)
        return _Span("day" if point.day else "month" if point.month else "year", point, point)
    if re.fullmatch(rf"{_YEAR}-(Q[1-4]|H[12])", code):
        return _part_of_year(int(code[:4]), code[5], int(code[6]))
    if re.fullmatch(rf"[TS]{_YEAR}/{_YEAR}", code):
        kind = "term" if code[0] == "T" else "school_year"
        return _Span(kind, PartialDate(code[1:5]), PartialDate(code[6:]))
    if re.fullmatch(rf"@{_POINT}", code):
        return _Span("as_of", PartialDate(code[1:]), PartialDate(code[1:]))
    if re.fullmatch(rf"\.\.<{_POINT}", code):
        return _Span("before", None, PartialDate(code[3:]))
    if re.fullmatch(rf"\.\./{_POINT}|{_POINT}/\.\.|{_POINT}/{_POINT}", code):
        left, right = code.split("/")
        first, last = (None if side == ".." else PartialDate(side) for side in (left, right))
        return _Span("range" if first and last else "from" if first else "until", first, last)
    raise UserError(f"Không hiểu mã kỳ “{code}”. Hãy ghi kỳ bằng chữ, ví dụ “quý III năm 2023”.")


def _part_of_year(year: int, letter: str, number: int) -> _Span:
    months = 3 if letter == "Q" else 6
    last = PartialDate.of(year, number * months)
    return _Span("quarter" if letter == "Q" else "half", PartialDate.of(year, (number - 1) * months + 1), last)


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def _years_before(iso: str, count: int) -> str:
    """Give a point so many years earlier; the last day of February stays the last day."""
    point = PartialDate(iso)
    year, month, day = point.year - count, point.month, point.day
    if month == 2 and day and day == days_in(point.year, 2):
        day = days_in(year, 2)
    return PartialDate.of(year, month, day).iso
