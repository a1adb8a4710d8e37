"""A local value as the clerk types it, read by its kind: "80%", "2/3", "25/11", "0,6", "500.000 đồng", "có"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from ward.errors import UserError
from ward.rules.reading_parts import is_month_day
from ward.text import fold

YES, NO = ("co", "yes", "true", "1"), ("khong", "no", "false", "0")


def read_text(text: str) -> str:
    """Words; not nothing."""
    if not text:
        raise UserError("Hãy ghi nội dung.")
    return text


def read_lines(text: str) -> tuple[str, ...]:
    """One thing on each line."""
    return tuple(line.strip() for line in read_text(text).splitlines() if line.strip())


def read_yes_no(text: str) -> bool:
    """Yes or no."""
    if fold(text) in YES:
        return True
    if fold(text) in NO:
        return False
    raise UserError("Hãy ghi “có” hoặc “không”.")


def read_percent(text: str) -> Decimal:
    """A percent from more than 0 to 100."""
    found = _number(text.removesuffix("%"))
    if found is None or not 0 < found <= 100:
        raise UserError("Hãy ghi tỷ lệ từ 1 đến 100, ví dụ 80%.")
    return found


def read_threshold(text: str) -> tuple[Decimal, bool]:
    """A percent, and whether it must be exceeded: "trên 50%" or "từ 80%", "80"."""
    over = fold(text).startswith("tren")
    bare = re.sub(r"^(tren|tu|it nhat)\s+", "", fold(text))
    return read_percent(bare), over


def read_part(text: str) -> Fraction:
    """A part of the members: "2/3" or "80%"."""
    found = re.fullmatch(r"(\d{1,3})\s*/\s*(\d{1,3})", text)
    if found and 0 < int(found[1]) <= int(found[2]):
        return Fraction(int(found[1]), int(found[2]))
    if found:
        raise UserError("Hãy ghi một phần của tổng số thành viên, ví dụ 2/3 hoặc 80%.")
    return Fraction(read_percent(text)) / 100


def read_day(text: str) -> str:
    """A day of any year as "MM-DD", typed "25/11"."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})", text)
    day = f"{int(found[2]):02d}-{int(found[1]):02d}" if found else ""
    if not is_month_day(day):
        raise UserError("Hãy ghi ngày/tháng, ví dụ 25/11.")
    return day


def read_amount(text: str) -> int:
    """A sum in whole đồng: "2.600.000 đồng"."""
    bare = re.sub(r"\s*(đồng|đ|vnđ|vnd)$", "", text.lower()).strip()
    if not re.fullmatch(r"\d{1,3}([. ]\d{3})*|\d{1,12}", bare):
        raise UserError("Hãy ghi số tiền chẵn đồng, ví dụ 2.530.000 đồng.")
    found = int(re.sub(r"[. ]", "", bare))
    if not 0 < found <= 10**12:
        raise UserError("Hãy ghi số tiền chẵn đồng, ví dụ 2.530.000 đồng.")
    return found


def read_prize(text: str) -> Decimal | int:
    """A factor of the base salary ("0,6") as Decimal, or a sum in whole đồng ("500.000 đồng") as int."""
    if fold(text).endswith(("dong", "d", "vnd")):
        return read_amount(text)
    found = _number(re.sub(r"\s*(lần|×|x).*$", "", text.lower()).strip())
    if found is None or not 0 < found <= 100:
        raise UserError("Hãy ghi hệ số, ví dụ 0,6; hoặc số tiền kèm chữ “đồng”, ví dụ 500.000 đồng.")
    return found


def read_count(text: str) -> int:
    """A whole number from 1 to 100."""
    if not re.fullmatch(r"\d{1,3}", text) or not 1 <= int(text) <= 100:
        raise UserError("Hãy ghi số nguyên từ 1 đến 100.")
    return int(text)


READERS: Mapping[str, Callable[[str], object]] = {
    "text": read_text,
    "lines": read_lines,
    "yes_no": read_yes_no,
    "percent": read_percent,
    "threshold": read_threshold,
    "part": read_part,
    "day": read_day,
    "amount": read_amount,
    "prize": read_prize,
    "count": read_count,
}
"""How each kind of value is read; each raises a UserError that says what to write."""


def _number(text: str) -> Decimal | None:
    found = re.fullmatch(r"\d{1,6}([.,]\d{1,6})?", text.strip())
    return Decimal(text.strip().replace(",", ".")) if found else None
