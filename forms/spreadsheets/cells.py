"""What stands in a cell: a day, a year, an amount, a decision with its number, day and issuer."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from ward.dates import DateQuestion, PartialDate, parse_date, show_date
from ward.errors import UserError

_SERIAL = re.compile(r"[2-6][0-9]{4}")
_FIRST_DAY = dt.date(1899, 12, 30)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DAY = re.compile(
    r"(?:ngày\s*)?(?<![0-9/])[0-9]{1,2}\s*(?:[/.\-]|\s+tháng\s+)\s*[0-9]{1,2}\s*(?:[/.\-]|\s+năm\s+)\s*(?:19|20)[0-9]{2}"
    r"|(?:ngày\s*)[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}(?![0-9])",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:(?:quyết\s*định|qđ)\s*)?(?:số\s*:?\s*)?([0-9]+[0-9A-Za-z]*\s*(?:[/-]\s*[0-9A-ZĐƯƠÂÊÔĂa-zđ]+(?:\s*-\s*[0-9A-ZĐƯƠÂÊÔĂ&.]+)*)?)",
    re.IGNORECASE,
)
_BY = re.compile(r"\bcủa\s+(.+)$", re.IGNORECASE | re.DOTALL)
_LONG_ENOUGH = 4
MARKS = frozenset({"x", "v", "✓", "✔", "1", "co", "+"})
"""What a cell below an award's own column says for yes."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day as far as a cell tells it (ISO; "" for none), the readings to choose from, what cannot be read."""

    iso: str = ""
    readings: tuple[str, ...] = ()
    unread: str = ""
    words: str = ""


def day_in(text: str) -> Day:
    """The day in a cell: 08/12/2015, 12/2015, 2015, 2015-12-08, or Excel's own number of a day (42346)."""
    if not text:
        return Day()
    if _SERIAL.fullmatch(text):
        return Day((_FIRST_DAY + dt.timedelta(days=int(text))).isoformat())
    try:
        return Day(parse_date(text).iso)
    except DateQuestion as question:
        return Day("", tuple(one.iso for one in question.readings), text, question.sentence)
    except UserError as error:
        return Day("", (), text, str(error))


def shown_day(iso: str) -> str:
    """A day as people write it."""
    return show_date(PartialDate(iso)) if iso else ""


def years_in(text: str) -> tuple[int, ...]:
    """The years that a cell names, in their order, each once."""
    return tuple(dict.fromkeys(int(found) for found in _YEAR.findall(text)))


def amount_in(text: str) -> int | None:
    """An amount in whole đồng; None where a cell says no such thing."""
    digits = re.sub(r"(?:\s|đồng|đ|vnđ|vnd|[.,](?=[0-9]{3}))", "", text, flags=re.IGNORECASE)
    return int(digits) if digits.isascii() and digits.isdigit() else None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as one cell tells it: number, day, issuer, and what is left over."""

    number: str = ""
    day: Day = Day()
    issuer: str = ""
    rest: str = ""


def decision_in(text: str) -> Decision:
    """“QĐ số 412/QĐ-UBND ngày 05/12/2023 của UBND phường”, in any of its parts; what is no part is the rest."""
    left = " ".join(text.split())
    day, issuer, number = Day(), "", ""
    found = _DAY.search(left)
    if found:
        day = day_in(found.group(0))
        left = f"{left[: found.start()]} {left[found.end() :]}"
    by = _BY.search(left)
    if by:
        issuer, left = by.group(1).strip(" ,;."), left[: by.start()]
    numbered = _NUMBER.search(left)
    if numbered and numbered.group(1):
        number = re.sub(r"\s+", "", numbered.group(1))
        left = f"{left[: numbered.start()]} {left[numbered.end() :]}"
    rest = left.strip(" ,;.()-")
    if not day.iso and not day.unread and _YEAR.fullmatch(rest):
        day, rest = Day(rest), ""
    told = len(rest) >= _LONG_ENOUGH and rest.casefold() not in ("quyết định", "ngày", "quyết định số")
    return Decision(number, day, issuer, rest if told else "")
