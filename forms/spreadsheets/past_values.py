"""What a row of an old register says of an award besides who and what: when, by which decision, by whom, for what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from forms.spreadsheets.cells import Day, Decision, amount_in, day_in, decision_in, shown_day, years_in
from forms.spreadsheets.doubts import RowDoubt
from forms.spreadsheets.rows import Data
from forms.spreadsheets.settling import Settling
from ward.dates import PartialDate
from ward.errors import UserError
from ward.search import words
from ward.statements import typed_period
from ward.text import fold

_BY = re.compile(r"\bcủa\s+(.+)$", re.IGNORECASE)
_COUNTED = re.compile(r"^(\d+)\s+(.+)$")
_COUNTS = {"tap the": "collectives", "ca nhan": "persons", "nguoi": "persons", "ho": "households",
           "ho gia dinh": "households", "gia dinh": "households"}  # fmt: skip
_LEVELS = (
    ("trung_uong", ("chinh phu", "thu tuong", "chu tich nuoc", "quoc hoi", "trung uong", "bo truong", "huan chuong")),
    ("phuong", ("phuong", "xa", "thi tran")),
    ("huyen", ("quan", "huyen", "thi xa")),
    ("tinh", ("tinh",)),
)


@dataclass(frozen=True)
class Told:
    """The fields of an award that a row fills, what it asks about them, and what could not be read."""

    values: dict[str, Any]
    doubts: tuple[RowDoubt, ...]
    unread: tuple[str, ...]
    skip: bool = False


def counted(text: str) -> dict[str, Any]:
    """A counted group (“88 tập thể và cá nhân”, “12 hộ”) as the register keeps it; nothing for a name."""
    found = _COUNTED.match(" ".join(text.split()))
    if not found or not any(word in _COUNTS for word in _phrases(found.group(2))):
        return {}
    field = _COUNTS.get(" ".join(words(found.group(2))))
    number = {field: int(found.group(1))} if field else {}
    return {"counted_words": text, **number}


def told_of(
    settling: Settling, row: Data, award_words: str, form: str, year: int | None, usual_level: str = ""
) -> Told:
    """Everything that a row says of when, why and by whom.

    `form`: "danh_hieu" for a title; `year`: the table's; `usual_level`: that of the award's type, which holds unless
    the issuer's own words say another: a title of 2016 was given by the district.
    """
    joined = decision_in(row.get("decision"))
    day, day_doubt, skip, unread = _day(settling, row, joined)
    issuer = row.get("issuer") or joined.issuer or _issuer_in(award_words)
    unit = settling.known.unit_called(issuer) if issuer else None
    prize = amount_in(row.get("prize")) if row.get("prize") else None
    when, year_doubt = _when(settling, row, day, form, year)
    values: dict[str, Any] = {
        "decision_number": row.get("decision_number") or joined.number,
        "decided_on": day,
        "issuers": [{"issuer": unit, "words": "" if unit is not None else issuer}] if issuer else [],
        "book_number": row.get("book_number"),
        "reason": row.get("reason"),
        "prize": prize,
        "level": level_in(issuer) or usual_level or level_in(f"{award_words} {issuer}"),
        **when,
    }
    notes = [
        *unread,
        *([f"Năm: {row.get('year')}"] if row.get("year") and not years_in(row.get("year")) else ()),
        *([f"Ngày sinh: {row.get('birth')}"] if day_in(row.get("birth")).unread else ()),
        *([f"Quyết định: {joined.rest}"] if joined.rest else ()),
        *([f"Tiền thưởng: {row.get('prize')}"] if row.get("prize") and prize is None else ()),
    ]
    return Told(values, tuple(one for one in (day_doubt, year_doubt) if one), tuple(notes), skip)


def level_in(text: str) -> str:
    """The level that an award's or issuer's words name; "" where they name none, or a city, which may be two."""
    said = f" {' '.join(words(text))} "
    for level, told in _LEVELS:
        if any(f" {one} " in said for one in told):
            return level
    if " thanh pho " in said:
        return "tinh" if " bang khen " in said else "huyen" if " giay khen " in said else ""
    return ""


def _day(settling: Settling, row: Data, joined: Decision) -> tuple[str, RowDoubt | None, bool, list[str]]:
    """The day of the decision, what to ask of it, whether the row is left out, what stays unread."""
    given = row.get("decided_on")
    day: Day = day_in(given) if given else joined.day
    if not day.unread:
        return day.iso, None, False, []
    key = f"day:{fold(day.unread)}"
    answer = settling.answered(row, "day", key)
    if answer and answer.value:
        return PartialDate(answer.value).iso, None, False, []
    if answer:
        return "", None, answer.skip, [f"Ngày quyết định: {day.unread}"]
    readings = tuple((iso, shown_day(iso)) for iso in day.readings)
    return "", RowDoubt("day", key, f"Dòng {row.number}: {day.words}", readings=readings, as_words=True), False, []


def _when(
    settling: Settling, row: Data, day: str, form: str, year: int | None
) -> tuple[dict[str, Any], RowDoubt | None]:
    """The time of the deed and the work years; a title whose year only the decision's day hints at is asked about."""
    text = row.get("year")
    named = years_in(text)
    if len(named) == 1 and text.strip("'’ .") in (str(named[0]), f"năm {named[0]}", f"Năm {named[0]}"):
        return _of_year(named[0]), None
    if named:
        return _of_words(
            text, named, "nam hoc" in fold(settling.heads.labels.get(settling.heads.columns["year"], ""))
        )
    if year is not None:
        return _of_year(year), None
    decided = int(day[:4]) if day else None
    key = f"year:{day}"
    answer = settling.answered(row, "year", key)
    if answer and years_in(answer.value):
        return _of_year(years_in(answer.value)[0]), None
    if decided is not None and (form != "danh_hieu" or (answer and answer.as_words)):
        return {"years": [decided]}, None
    if decided is None:
        return {}, RowDoubt("year", key, f"Dòng {row.number}: chưa rõ khen cho năm nào. Hãy ghi năm.")
    told = f"Dòng {row.number}: danh hiệu theo quyết định ngày {shown_day(day)} là của năm nào?"
    readings = tuple((str(one), f"Năm {one}") for one in (decided, decided - 1))
    return {"years": [decided]}, RowDoubt("year", key, told, readings=readings, as_words=True)


def _of_year(year: int) -> dict[str, Any]:
    return {"period": str(year), "years": [year]}


def _of_words(text: str, named: tuple[int, ...], school: bool) -> tuple[dict[str, Any], None]:
    try:
        told: dict[str, Any] = typed_period(f"năm học {text}" if school else text)
    except UserError:
        told = {"period_words": text}
    return {**told, "years": list(named)}, None


def _issuer_in(award_words: str) -> str:
    found = _BY.search(award_words)
    return found.group(1).strip(" .,") if found else ""


def _phrases(text: str) -> set[str]:
    said = words(text)
    return {*said, *(" ".join(said[place : place + 2]) for place in range(len(said)))}
