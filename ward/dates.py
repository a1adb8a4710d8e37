"""Dates as wards write them, whole or in part: a year-only birth date stays a year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ward.errors import Question, UserError

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
        if year and month and day is not None and not 1 <= day <= monthrange(year, month)[1]:
            last = monthrange(year, month)[1]
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
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


class DateQuestion(Question):
    """A date with more than one meaning; `readings` are those the clerk may choose from."""

    def __init__(self, sentence: str, span: tuple[int, int], readings: tuple[PartialDate, ...]) -> None:
        super().__init__(sentence, span)
        self.readings = readings
