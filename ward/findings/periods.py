"""Periods that cannot be placed or cannot be meant, and statements made before their time or for units no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache

from ward.dates import show_date
from ward.errors import UserError
from ward.findings.dates import day
from ward.findings.finding import Finding, key_of
from ward.findings.reading import Entry, Reading
from ward.kinds import KINDS
from ward.periods import Period, show_period
from ward.said import Said, Statements, folded

_FINISHED = ("year", "month", "quarter", "half", "range", "term", "school_year")


def doubtful_periods(reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Periods that run backwards, or lie in a year that is hardly meant."""
    for kind in KINDS.values():
        for key in (field.key for field in kind.shape.fields if field.type == "period"):
            figures = kind.key == "figure"
            for entry in _figure_entries(statements) if figures else reading.entries(kind.key, key, filled=key):
                if is_doubtful(entry[key]):
                    yield _doubtful(entry, key)


def _figure_entries(statements: Statements) -> Iterator[Entry]:
    for said in statements.all.values():
        if said.period_code and is_doubtful(said.period_code):
            yield {"id": said.id, "uid": said.uid, "title": statements.title(said), "period": said.period_code}


def _doubtful(entry: Entry, key: str) -> Finding:
    sentence = (
        f"“{entry['title']}”: thời gian “{_shown(entry[key])}” khó có thể đúng. Hãy kiểm tra năm và thứ tự đầu, cuối."
    )
    found = key_of("doubtful-period", entry["uid"], detail=key)
    return Finding(found, "warning", sentence, (entry["id"],), key, None, entry[key])


def unplaced_periods(_reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Times said of indicators that name no year, one note for each wording in a year ("10 năm", "mới đây")."""
    unplaced: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for said in statements.all.values():
        if said.indicator and said.period_words and not said.period_code:
            years = "-".join(map(str, statements.years.get(said.id, ())))
            unplaced[folded(said.period_words), years].append(said)
    for (words, years), told in unplaced.items():
        sentence = (
            f"Thời gian “{told[0].period_words}” của {len(told)} số liệu chưa rõ từ khi nào đến khi nào, "
            "nên các số này không so sánh được. Nếu biết, hãy ghi rõ, ví dụ: 10 năm (2013-2023)."
        )
        key = key_of("unplaced-period", detail=f"{words}:{years}")
        yield Finding(key, "note", sentence, tuple(said.id for said in told), "period", None, words)


def said_before_their_time(_reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Results that were reported before their period had begun."""
    for said in statements.all.values():
        if not said.said_on or not said.period_code or said.role not in ("actual", ""):
            continue
        reported, period = day(said.said_on), placed(said.period_code)
        if not reported or not period or not period.start or period.kind not in _FINISHED:
            continue
        if reported.last_day >= period.start:
            continue
        numbers = (show_date(reported), show_period(said.period))
        sentence = (
            f"“{statements.title(said)}”: {said.shown} là số thực hiện của {numbers[1]} nhưng ngày báo là "
            f"{numbers[0]}, trước khi kỳ đó bắt đầu. Hãy sửa ngày báo, hoặc đổi loại số thành kế hoạch hay ước."
        )
        key = key_of("said-too-early", said.uid)
        yield Finding(key, "warning", sentence, (said.id,), "said_on", numbers, " < ".join(numbers))


def for_units_no_more(reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Statements whose period begins after the unit they are about had ended."""
    ended = {
        entry["id"]: (last, entry["title"])
        for entry in reading.entries("unit", "ended")
        if (last := day(entry["ended"]))
    }
    if not ended:
        return
    for record, scope in statements.scopes.items():
        if record not in statements.all or ended.keys().isdisjoint(scope):
            continue
        said = statements.all[record]
        period = placed(said.period_code)
        for unit in ended.keys() & scope:
            if not period or not period.start or period.start <= ended[unit][0].last_day:
                continue
            numbers = (show_period(said.period), show_date(ended[unit][0]))
            sentence = (
                f"“{statements.title(said)}”: {said.shown} ghi cho {numbers[0]}, nhưng {ended[unit][1]} đã kết thúc "
                f"ngày {numbers[1]}. Hãy kiểm tra phạm vi hoặc kỳ của số liệu."
            )
            key = key_of("unit-no-more", said.uid)
            yield Finding(key, "warning", sentence, (record, unit), "scope", numbers, " > ".join(numbers))


RULES: tuple[Callable[[Reading, Statements], Iterator[Finding]], ...] = (
    doubtful_periods,
    unplaced_periods,
    said_before_their_time,
    for_units_no_more,
)


@lru_cache(maxsize=10_000)
def is_doubtful(code: str) -> bool:
    """Whether a period's code names a time that is hardly meant, or none at all."""
    period = placed(code)
    return period is None or period.is_doubtful


def is_unreal(code: str) -> bool:
    """Whether the text is no period's code at all."""
    return bool(code) and placed(code) is None


@lru_cache(maxsize=10_000)
def placed(code: str) -> Period | None:
    """The period of a code; None for no code, or for a text that is none."""
    try:
        return Period(code) if code else None
    except UserError:
        return None


def _shown(code: str) -> str:
    period = placed(code)
    return show_period(period) if period else code
