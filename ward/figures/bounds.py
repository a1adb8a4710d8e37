"""How far a stated number may lie from the true one: its last stated digit, widened by its qualifiers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from ward.exact import EXACT, times_ten
from ward.figures.amounts import read_amount
from ward.figures.claims import Claim
from ward.figures.lexicon import sense, split_scale
from ward.figures.values import Figure
from ward.text import plain

_WITHOUT_LIMIT = Decimal("Infinity")
_CONTINUOUS = re.compile(r"%|‰|điểm %|lần|(?:k|h|c|d)?m[23²³]?|ha|hecta|tấn|tạ|kg|lít|sào|mẫu|giờ|.*/.*")
_ALMOST_ONE = Decimal("0." + "9" * 20)
_ALMOST_HALF = Decimal("0.4" + "9" * 19)


class Bounds(NamedTuple):
    """The lowest and highest true number that a statement allows."""

    low: Decimal
    high: Decimal

    def meets(self, other: Bounds) -> bool:
        return self.low <= other.high and other.low <= self.high


def in_base(number: Decimal, measure: str) -> Decimal:
    """Give a number in its bare measure: 1800 "triệu đồng" is 1800000000 (đồng)."""
    return times_ten(number, split_scale(measure)[0])


def exactly(figure: Figure) -> Bounds:
    """Give a known figure's value in its bare measure, as low and high (of a range, its two ends)."""
    if figure.value is None:
        raise ValueError(f"a figure that is {figure.state!r} has no value")
    low = in_base(figure.value, figure.measure)
    return Bounds(low, low if figure.value_to is None else in_base(figure.value_to, figure.measure))


def bounds_of(figure: Figure, *, cut_off: bool = True) -> Bounds:
    """Give the bounds of a known figure in its bare measure; a count that was said in full is exact.

    A rounded or cut-off number ("79%", "48 ngàn", "1,8 tỷ") may be half a unit of its last digit lower or
    a whole one higher (without `cut_off` half a one); "gần", "trên", "khoảng", "trở lên" widen it further.
    """
    if figure.value is None:
        raise ValueError(f"a figure that is {figure.state!r} has no bounds")
    power = stated_power(figure)
    low = _widened(figure.value, figure, power, cut_off)
    return low if figure.value_to is None else Bounds(low.low, _widened(figure.value_to, figure, power, cut_off).high)


def claim_bounds(claim: Claim) -> Bounds:
    """Give the bounds of a claim's amount."""
    if claim.amount is None:
        raise ValueError("a claim without an amount has no bounds")
    power = _power_in_words(claim.words, claim.amount)
    unit = _unit(claim.amount, claim.unit, power)
    return _qualified(_rounded(claim.amount, unit, cut_off=True), claim.amount, unit, (claim.qualifier,))


def stated_power(figure: Figure) -> int:
    """Give which power of ten the last digit that was said stands for: 8 for "1,8 tỷ", -2 for "91,50"."""
    return 0 if figure.value is None else _power_in_words(figure.words, figure.value)


def _power_in_words(words: str, value: Decimal) -> int:
    """Find the number in the words that a value came from, and give the power of its last digit."""
    text = plain(words)
    for place in re.finditer(r"(?<![0-9.,])[0-9]", text):
        amount = read_amount(text, place.start())
        for power in (0, 3, 6, 9) if amount else ():
            if amount and any(times_ten(one, -power) == abs(value) for one in amount.values):
                return amount.power - power
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _widened(value: Decimal, figure: Figure, power: int, cut_off: bool) -> Bounds:
    scale, noun = split_scale(figure.measure)
    number = times_ten(value, scale)
    unit = _unit(value, noun if not scale else "%", power)
    if figure.shape in ("ratio", "rank"):
        unit = Decimal(0)
    unit = times_ten(unit, scale)
    return _qualified(_rounded(number, unit, cut_off), number, unit, (figure.qualifier, figure.qualifier_after))


def _unit(value: Decimal, measure: str, power: int) -> Decimal:
    """Give the size of the last digit said, zero for a count that was said in full."""
    if power == 0 and not _CONTINUOUS.fullmatch(plain(measure)):
        return Decimal(0)
    return Decimal(1).scaleb(power)


def _rounded(value: Decimal, unit: Decimal, cut_off: bool) -> Bounds:
    """Give what rounds to the value, or also what is cut off to it (towards zero)."""
    near, far = EXACT.multiply(unit, Decimal("0.5")), EXACT.multiply(unit, _ALMOST_ONE if cut_off else _ALMOST_HALF)
    below, above = (near, far) if value >= 0 else (far, near)
    return Bounds(EXACT.subtract(value, below), EXACT.add(value, above))


def _qualified(bounds: Bounds, value: Decimal, unit: Decimal, qualifiers: tuple[str, ...]) -> Bounds:
    """Widen bounds by what the qualifiers say of the true number."""
    low, high = bounds
    for word in {sense(qualifier) for qualifier in qualifiers if qualifier}:
        margin = _margin(abs(value), unit, word)
        if word in ("below", "about", "at_most"):
            low = min(low, EXACT.subtract(value, margin))
        if word in ("above", "about", "at_least"):
            high = max(high, EXACT.add(value, margin))
    return Bounds(low, high)


def _margin(size: Decimal, unit: Decimal, word: str) -> Decimal:
    """Give how far a qualifier reaches: a tenth of the number; of a round one up to its last round digit.

    A count reaches at least one further: "trên 3 hộ" may be 4.
    """
    if word in ("at_least", "at_most"):
        return _WITHOUT_LIMIT
    tenth = EXACT.divide(size, Decimal(10))
    unit = unit or Decimal(1)
    if word == "about" or not size:
        return max(tenth, unit)
    digits = size.normalize(EXACT).as_tuple()
    round_digit = Decimal(1).scaleb(digits.exponent if isinstance(digits.exponent, int) else 0)
    return max(tenth, unit, min(round_digit, EXACT.divide(size, Decimal(4))))
