"""Whether an award and a nomination speak of one achievement: its time, its movement or model, its words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from ward.errors import UserError
from ward.periods import Period
from ward.text import fold

COMMON = (
    "co thanh tich",
    "thanh tich",
    "hoan thanh",
    "nhiem vu",
    "xuat sac",
    "tieu bieu",
    "cong tac",
    "phong trao",
    "thi dua",
    "thuc hien",
    "da co",
    "gop phan",
    "nhieu",
    "trong",
    "tot",
    "nam",
    "cua",
    "cac",
    "va",
)
"""Words that every achievement is written with; without them, what is left tells one from another."""
ALIKE = Fraction(3, 5)
"""The share of common words from which two achievements are called alike."""


def times_meet(period: str, years: Sequence[int], other: str, other_years: Sequence[int]) -> bool:
    """Whether two times overlap: by their periods, else by their work years; unknown times do not."""
    one, two = time_of(period, years), time_of(other, other_years)
    return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]


def time_of(period: str, years: Sequence[int]) -> tuple[date, date] | None:
    """The first and the last day of an achievement: of its period, else of its work years; None when unknown."""
    if period:
        try:
            found = Period(period)
        except UserError:
            found = Period()
        if found.start and found.end:
            return found.start, found.end
    if not years:
        return None
    return date(min(years), 1, 1), date(max(years), 12, 31)


def words_alike(one: str, other: str) -> bool:
    """Whether two achievements are told in nearly the same words; years and common words do not count."""
    if not fold(one) or not fold(other):
        return False
    left, right = _telling(one), _telling(other)
    if not left or not right:
        return left == right and fold(one) == fold(other)
    return Fraction(len(left & right), len(left | right)) >= ALIKE


def _telling(text: str) -> frozenset[str]:
    words = " ".join("".join(char if char.isalnum() else " " for char in fold(text)).split())
    padded = f" {words} "
    for common in COMMON:
        padded = padded.replace(f" {common} ", " ").replace(f" {common} ", " ")
    return frozenset(word for word in padded.split() if not word.isdigit())
