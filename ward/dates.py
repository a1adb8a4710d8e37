"""Dates as wards write them, whole or in part: a year-only birth date stays a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ward.errors import Question, UserError
from ward.text import nfc, plain

_ISO = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, order=True, slots=True)
class PartialDate:
    """A year, a month or a day: "1980", "1980-12" or "1980-12-30"; ordered by that text.

    Raises:
        UserError: there is no such day.
    """

    iso: str

    def __post_init__(self) -> None:
        match = _ISO.fullmatch(self.iso)
        if not match:
            raise UserError(f"“{self.iso}” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 12/3/1980.")
        year, month, day = (int(part) if part else None for part in match.groups())
        if month is not None and not 1 <= month <= 12:
            raise UserError(f"Không có tháng {month}. Hãy ghi ngày trước, tháng sau, ví dụ 12/3/1980.")
        last = days_in(year, month) if year and month else 31
        if day is not None and not 1 <= day <= last:
            raise UserError(f"Tháng {month} năm {year} chỉ có các ngày 1–{last}, không có ngày {day}. Hãy sửa lại.")

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        """Give the date of these parts, as far as they are known."""
        parts = [f"{year:04d}"] + [f"{part:02d}" for part in (month, day) if part is not None]
        return cls("-".join(parts))

    @property
    def year(self) -> int:
        return int(self.iso[:4])

    @property
    def month(self) -> int | None:
        return int(self.iso[5:7]) if len(self.iso) > 4 else None

    @property
    def day(self) -> int | None:
        return int(self.iso[8:10]) if len(self.iso) > 7 else None

    @property
    def first_day(self) -> date:
        """The earliest day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or days_in(self.year, month))


def days_in(year: int, month: int) -> int:
    """Give how many days a month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


class DateQuestion(Question):
    """A date with more than one meaning; `readings` are those the clerk may choose from."""

    def __init__(self, sentence: str, span: tuple[int, int], readings: tuple[PartialDate, ...]) -> None:
        super().__init__(sentence, span)
        self.readings = readings


def parse_date(text: str, *, year: int | None = None) -> PartialDate:
    """Read a date as wards write it, the day always before the month.

    Takes 12/3/1980, 12-3-1980, 12.3.1980, 3/1980, 1980, "ngày 12 tháng 3 năm 1980", "tháng 3 năm 1980",
    "Tối 14/8" (with `year`), 1980-03-12; clock times, weekdays and a place before "ngày" are skipped.

    Raises:
        DateQuestion: two-digit or missing year, blanks for day or month, month before day.
        UserError: no date, or a day that does not exist.
    """
    words = nfc(text)
    found = read_date(words, year)
    if found is None:
        shown = f"“{words}” không phải là ngày. " if words else "Chưa ghi ngày. "
        raise UserError(shown + "Hãy ghi ngày/tháng/năm, ví dụ 12/3/1980; chỉ biết năm thì ghi 1980.")
    return found


def read_date(words: str, year: int | None = None) -> PartialDate | None:
    """Read a date, or give None when the text does not have the shape of one; raises as `parse_date`."""
    bare = _bare(words)
    if re.search(r"âm lịch|\bâl\b|tháng (?:giêng|chạp)", bare):
        raise UserError(f"“{words}” là ngày âm lịch. Hãy ghi ngày dương lịch.")
    for pattern in _PATTERNS:
        match = re.fullmatch(pattern, bare)
        if match:
            return _place(words, {"d": None, "m": None, "y": None} | match.groupdict(), year)
    return None


def show_date(when: PartialDate) -> str:
    """Write a date short: 12/3/1980, 03/02/1980, 3/1980, 1980 (zeros as Nghị định 30/2020/NĐ-CP asks)."""
    parts = [_two(when.day, 10), _two(when.month, 3), str(when.year)]
    return "/".join(part for part in parts if part)


def show_date_long(when: PartialDate) -> str:
    """Write a date in words: "ngày 12 tháng 3 năm 1980", "tháng 3 năm 1980", "năm 1980"."""
    parts = [("ngày", _two(when.day, 10)), ("tháng", _two(when.month, 3)), ("năm", str(when.year))]
    return " ".join(f"{name} {part}" for name, part in parts if part)


_SEP = r"\s*[/.\-]\s*"
_DAY = r"(?P<d>[0-9]{1,2})"
_MONTH = r"(?P<m>[0-9]{1,2})"
_YEAR = r"(?P<y>[12][0-9]{3}|[0-9]{2})"
_FULL_YEAR = r"(?P<y>[12][0-9]{3})"
_BEFORE_YEAR = r"(?:\s*[/,.\-]\s*|,?\s*năm\s*|\s+)"
_PATTERNS = (
    rf"{_DAY}{_SEP}{_MONTH}{_BEFORE_YEAR}{_YEAR}",
    rf"{_FULL_YEAR}{_SEP}{_MONTH}(?:{_SEP}{_DAY})?",
    rf"{_MONTH}{_BEFORE_YEAR}{_FULL_YEAR}",
    rf"(?:năm\s*)?{_FULL_YEAR}",
    rf"{_DAY}\s*tháng\s*{_MONTH}(?:{_BEFORE_YEAR}{_YEAR})?",
    rf"tháng\s*{_MONTH}(?:{_BEFORE_YEAR}{_YEAR})?",
    rf"{_DAY}{_SEP}{_MONTH}",
)

_CLOCK = (
    r"(?:lúc |hồi )?[0-9]{1,2}(?::[0-9]{2}(?::[0-9]{2})?|\s?h(?:\s?[0-9]{1,2})?|\s?giờ(?:\s?[0-9]{1,2}(?: phút)?)?)"
    r"(?![0-9/.\-])"
)
_BEFORE = (
    rf"(?:{_CLOCK}(?:\s?[ap]m)?|rạng sáng|sáng|trưa|chiều|tối|đêm|vào|hôm|sinh(?= năm| ngày| [0-9])|ngày|mùng|mồng"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*,?\s*(?:-\s+)?"
)
_AFTER = rf"\s*,?\s+{_CLOCK}(?:\s?[ap]m)?"
_BLANK_PART = r"(?:\.{2,}|…+|_{1,}|0{1,2})"

_MONTH_WORDS = {
    "mười hai": 12, "mười một": 11, "mười": 10, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4,
    "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


def _bare(words: str) -> str:
    """Give the text without what only surrounds a date, in lower case with plain signs."""
    bare = " ".join(plain(words).split()).rstrip(".,;")
    bare = re.sub(r"^[^0-9]*,\s*(?=ngày )", "", bare)
    bare = re.sub(rf"^(?:{_BEFORE})+(?=[0-9.…_]|tháng|năm)", "", bare)
    bare = re.sub(rf"{_AFTER}$", "", bare)
    bare = re.sub(rf"^{_BLANK_PART}{_SEP}(?={_BLANK_PART}{_SEP}|[0-9])", "00/", bare)
    bare = re.sub(rf"^00/{_BLANK_PART}{_SEP}", "00/00/", bare)
    named = "|".join(_MONTH_WORDS).replace("|năm|", "|năm(?= năm)|")
    return re.sub(rf"tháng ({named})\b", lambda match: f"tháng {_MONTH_WORDS[match[1]]}", bare)


def _place(words: str, parts: dict[str, str | None], year: int | None) -> PartialDate:
    """Make a date of matched parts, or ask."""
    span = (0, len(words))
    day, month = (int(parts[key] or 0) if parts[key] is not None else None for key in "dm")
    written = parts["y"]
    if written is not None and len(written) == 2:
        readings = _with_century(int(written), month, day)
        raise DateQuestion(f"“{words}”: năm chỉ có hai chữ số. Hãy ghi đủ bốn chữ số của năm.", span, readings)
    if written is None and (month or 0) > 12 and day is not None and day <= 12:
        readings = _with_century(month or 0, day, None) if (month or 0) > 31 else ()
        readings += _existing(year, day, month) if year is not None else ()
        raise DateQuestion(f"“{words}”: không có tháng {month}. Hãy ghi đủ ngày/tháng/năm.", span, readings)
    whole = int(written) if written is not None else year
    if whole is None:
        raise DateQuestion(f"“{words}” chưa có năm. Hãy ghi thêm năm.", span, ())
    if day == 0 or month == 0:
        readings = _existing(whole, month or None, None)
        raise DateQuestion(f"“{words}”: chưa rõ ngày hoặc tháng. Có phải chỉ biết phần này?", span, readings)
    if month is not None and month > 12 and day is not None and day <= 12:
        asked = f"“{words}”: không có tháng {month}. Hãy ghi ngày trước, tháng sau."
        raise DateQuestion(asked, span, _existing(whole, day, month))
    return PartialDate.of(whole, month, day)


def _with_century(two_digits: int, month: int | None, day: int | None) -> tuple[PartialDate, ...]:
    centuries = (2000, 1900) if two_digits <= 40 else (1900, 2000)
    return tuple(date for century in centuries for date in _existing(century + two_digits, month, day))


def _existing(year: int, month: int | None, day: int | None) -> tuple[PartialDate, ...]:
    """Give the date as a tuple of one, or an empty one when there is no such day."""
    try:
        return (PartialDate.of(year, month, day),)
    except UserError:
        return ()


def _two(number: int | None, below: int) -> str:
    """Write a day or month, with a leading zero when it is below the limit; "" for none."""
    if number is None:
        return ""
    return f"{number:02d}" if number < below else str(number)
