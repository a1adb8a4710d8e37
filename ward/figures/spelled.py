"""Small numbers written out in Vietnamese: "hai", "mười lăm", "ba mươi mốt", "một trăm linh hai"."""

from __future__ import annotations

import re
from functools import lru_cache

_UNITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


def read_spelled(text: str, start: int = 0) -> tuple[int, int] | None:
    """Read a number from 1 to 999 in words at `start` of plain text: (number, end), None if none is there."""
    match = _pattern().match(text, start)
    if not match or match[0].strip() in ("", "mốt", "tư", "lăm", "nhăm"):
        return None
    hundreds, linked, tens, ten, units = match.group("hundreds", "linked", "tens", "ten", "units")
    number = 100 * _UNITS.get(hundreds, 0) + _UNITS.get(linked, 0)
    number += 10 * _UNITS.get(tens, 1 if ten else 0) + _UNITS.get(units, 0)
    return (number, match.end()) if number else None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    unit = "|".join(_UNITS)
    return re.compile(
        rf"(?:(?P<hundreds>{unit}) trăm(?: (?:linh|lẻ) (?P<linked>{unit}))?(?: |(?!\w)))?"
        rf"(?:(?:(?P<tens>{unit}) mươi|(?P<ten>mười))(?: |(?!\w)))?(?:(?P<units>{unit})(?!\w))?"
    )
