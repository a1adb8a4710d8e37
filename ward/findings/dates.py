"""Days that cannot be: an end before its beginning, a birth in the future, a day far from its work years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import lru_cache

from ward.dates import PartialDate, show_date
from ward.errors import UserError
from ward.findings.finding import Finding, Severity, key_of
from ward.findings.reading import Entry, Reading
from ward.kinds import KINDS

OLDEST = 120
"""No living person is older, in years."""

_SPANS = {
    ("person", "positions"): "chức vụ",
    ("unit", "names"): "tên gọi",
    ("office", "letterheads"): "tiêu đề văn bản",
    ("office", "signatories"): "người ký",
}
_PAIRS = (
    ("person", "birth", "death", "ngày sinh", "ngày mất"),
    ("unit", "founded", "ended", "ngày thành lập", "ngày kết thúc"),
    ("award_type", "since", "until", "ngày bắt đầu áp dụng", "ngày hết áp dụng"),
    ("award", "proposed_on", "decided_on", "ngày đề nghị", "ngày quyết định"),
)
_HAPPENED = (
    ("event", "held_on", "diễn ra"),
    ("contribution", "given_on", "ghi nhận"),
    ("registration", "registered_on", "đăng ký"),
)
_FOR_THE_YEAR = ("Kế hoạch", "Chương trình", "Chỉ thị", "Hướng dẫn", "Đề án")
_LATE_MONTHS = {"plan": 0, "other": 6}


def unreal_days(reading: Reading) -> Iterator[Finding]:
    """Days of any record that the calendar does not have."""
    for kind in KINDS.values():
        for key in (field.key for field in kind.shape.fields if field.type == "day"):
            for entry in reading.entries(kind.key, key, filled=key):
                yield from _unreal(entry, key, key)
        for name, shape in kind.list_shapes.items():
            for key in (field.key for field in shape.fields if field.type == "day"):
                for rows in reading.rows(kind.key, name, key).values():
                    for entry in rows:
                        yield from _unreal(entry, key, name)


def _unreal(entry: Entry, key: str, field: str) -> Iterator[Finding]:
    if entry[key] and day(entry[key]) is None:
        sentence = f"“{entry['title']}”: không có ngày “{entry[key]}”. Hãy ghi lại theo thứ tự ngày, tháng, năm."
        yield _found("unreal-day", "error", sentence, entry, field, entry[key], key)


def reversed_spans(reading: Reading) -> Iterator[Finding]:
    """Rows and records whose end stands before their beginning."""
    for (kind, name), words in _SPANS.items():
        for rows in reading.rows(kind, name, "since", "until").values():
            for place, entry in enumerate(rows, 1):
                yield from _reversed(entry, "since", "until", (f"ngày bắt đầu {words}", "ngày kết thúc"), name, place)
    for kind, first, last, said_first, said_last in _PAIRS:
        for entry in reading.entries(kind, first, last):
            yield from _reversed(entry, first, last, (said_first, said_last), last, 0)


def _reversed(
    entry: Entry, first: str, last: str, said: tuple[str, str], field: str, place: int
) -> Iterator[Finding]:
    start, end = day(entry[first]), day(entry[last])
    if not start or not end or end.last_day >= start.first_day:
        return
    numbers = (show_date(start), show_date(end))
    sentence = (
        f"“{entry['title']}”: {said[1]} {numbers[1]} đứng trước {said[0]} {numbers[0]}. Hãy kiểm tra lại hai ngày."
    )
    detail = f"{field}.{place}" if place else field
    yield _found("reversed-days", "error", sentence, entry, field, "–".join(numbers), detail, numbers)


def births(reading: Reading) -> Iterator[Finding]:
    """Persons born in the future, or too long ago to be alive."""
    for entry in reading.entries("person", "birth", "death"):
        birth = day(entry["birth"])
        if birth is None:
            continue
        shown = show_date(birth)
        if birth.first_day > reading.today:
            sentence = f"“{entry['title']}”: ngày sinh {shown} chưa tới. Hãy sửa ngày sinh."
            yield _found("birth", "error", sentence, entry, "birth", shown)
        elif not entry["death"] and reading.today.year - birth.year > OLDEST:
            sentence = (
                f"“{entry['title']}” sinh {shown}, tức là đã hơn {OLDEST} tuổi. "
                "Hãy kiểm tra năm sinh, hoặc ghi ngày mất."
            )
            yield _found("birth", "error", sentence, entry, "birth", shown)


def far_from_their_years(reading: Reading) -> Iterator[Finding]:
    """What happened more than a quarter before or after the work years that it is counted in.

    A conference that sums up 2022 in January 2023 belongs to 2022 and is no finding.
    """
    for kind, field, happened in _HAPPENED:
        years = reading.years(kind)
        for entry in reading.entries(kind, field):
            when, counted = day(entry[field]), years.get(entry["id"], ())
            if when is None or not counted or _near(when, counted):
                continue
            numbers = (show_date(when), _shown_years(counted))
            sentence = (
                f"“{entry['title']}” {happened} ngày {numbers[0]} nhưng được xếp vào năm công tác {numbers[1]}. "
                "Hãy sửa ngày hoặc năm công tác; nếu đúng như vậy, hãy chấp nhận và ghi lý do."
            )
            yield _found("far-from-years", "warning", sentence, entry, field, " ≠ ".join(numbers), "", numbers)


def late_documents(reading: Reading) -> Iterator[Finding]:
    """Documents dated after the year they are for. A plan may come before its year, a report somewhat after."""
    years = reading.years("document")
    for entry in reading.entries("document", "issued_on", "doc_kind"):
        issued, counted = day(entry["issued_on"]), years.get(entry["id"], ())
        if issued is None or not counted:
            continue
        months = _LATE_MONTHS["plan" if entry["doc_kind"] in _FOR_THE_YEAR else "other"]
        latest = dt.date(counted[-1] + (1 if months else 0), months or 12, 30 if months else 31)
        if issued.first_day <= latest:
            continue
        numbers = (show_date(issued), _shown_years(counted))
        sentence = (
            f"“{entry['title']}” đề ngày {numbers[0]}, sau năm công tác {numbers[1]} mà văn bản được xếp vào. "
            "Hãy sửa ngày hoặc năm công tác."
        )
        yield _found("late-document", "warning", sentence, entry, "issued_on", " ≠ ".join(numbers), "", numbers)


RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    unreal_days,
    reversed_spans,
    births,
    far_from_their_years,
    late_documents,
)


@lru_cache(maxsize=100_000)
def day(iso: str) -> PartialDate | None:
    """The day that a field holds; None when it is empty, or no day at all (which `unreal_days` reports)."""
    try:
        return PartialDate(iso) if iso else None
    except UserError:
        return None


def _near(when: PartialDate, years: tuple[int, ...]) -> bool:
    return any(
        dt.date(year - 1, 10, 1) <= when.last_day and when.first_day <= dt.date(year + 1, 3, 31) for year in years
    )


def _shown_years(years: tuple[int, ...]) -> str:
    return ", ".join(map(str, years)) if len(years) <= 3 else f"{years[0]}–{years[-1]}"


def _found(
    rule: str,
    severity: Severity,
    sentence: str,
    entry: Entry,
    field: str,
    seen: str,
    detail: str = "",
    numbers: tuple[str, str] | None = None,
) -> Finding:
    key = key_of(rule, entry["uid"], detail=detail)
    return Finding(key, severity, sentence, (entry["id"],), field, numbers, seen)
