"""Checks of figures against figures: a total and its parts, a ratio and its two numbers. Nothing is changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ward.errors import UserError
from ward.exact import EXACT, times_ten
from ward.figures.bounds import Bounds, bounds_of, exactly, in_base
from ward.figures.lexicon import SCALES, split_scale
from ward.figures.values import Figure
from ward.text import fold, plain

_PER = re.compile(r"/\s*([0-9]{1,3}(?:\.?000)*)?\s*(vạn|nghìn|ngàn|triệu)?\s*(.*)")


@dataclass(frozen=True, slots=True)
class Sum:
    """A total beside its parts: what was `stated`, what the known parts come to, how many are `missing`.

    Both numbers are in the total's measure; None stands for not known. `agrees` is True when nothing
    contradicts: an incomplete sum contradicts only by being too large already. `cut_off` tells that they
    agree only if digits were cut off: rounding alone does not make 1,8 + 1,5 + 1,2 km into 4,7 km.
    """

    stated: Decimal | None
    total: Decimal | None
    missing: int
    agrees: bool
    cut_off: bool = False


def improves(direction: str, earlier: Figure, later: Figure) -> bool | None:
    """Tell whether the later figure is better; None when they are equal or it cannot be said.

    `direction` is the indicator's: "higher" or "lower" is better, anything else says neither. A rank is
    always better when it is lower (119 → 3).
    """
    before, after = _comparable(earlier), _comparable(later)
    better = "lower" if earlier.shape == later.shape == "rank" else direction
    if before is None or after is None or before == after or better not in ("higher", "lower"):
        return None
    return (after > before) == (better == "higher")


def adds_up(total: Figure, parts: Sequence[Figure], open: bool = False) -> Sum:
    """Compare a total with its parts, at the precision and with the qualifiers in which all were said.

    A part that is not known makes the sum incomplete, not smaller; a part that does not apply is none.
    `open` says that the list of parts ends with "…".
    """
    counted = [part for part in parts if part.state != "not_applicable"]
    known = [part for part in counted if part.value is not None and part.shape != "rank"]
    missing = len(counted) - len(known)
    scale = split_scale(total.measure)[0]
    exact = _sum([exactly(part) for part in known])
    found = times_ten(exact.low, -scale) if known else None
    if total.value is None or total.shape == "rank" or not known:
        return Sum(total.value, found, missing, True)
    incomplete = open or missing > 0
    right = _reaches(total, known, incomplete, cut_off=True) and _denominators_add_up(total, known, incomplete)
    rounded_only = _reaches(total, known, incomplete, cut_off=False)
    return Sum(total.value, found, missing, right, cut_off=right and not rounded_only)


def ratio_of(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Give numerator / denominator to 60 digits.

    Raises:
        UserError: the denominator is zero.
    """
    if not denominator:
        raise UserError("Mẫu số bằng 0 nên không tính được tỷ lệ. Hãy kiểm tra lại mẫu số.")
    return EXACT.divide(numerator, denominator)


def computed_ratio(measure: str, numerator: Figure, denominator: Figure) -> Decimal | None:
    """Give numerator / denominator in a measure ("%", "người/km2", "vụ/100.000 dân"); None if it cannot be."""
    found = _ratio(measure, numerator, denominator, exactly)
    return times_ten(found.low, -split_scale(measure)[0]) if found else None


def ratio_agrees(stated: Figure, numerator: Figure, denominator: Figure) -> bool:
    """Tell whether a stated ratio does not contradict its two numbers: 79% with 15/19 is fine."""
    if stated.value is None or stated.shape not in ("number", "range"):
        return True
    found = _ratio(stated.measure, numerator, denominator, bounds_of)
    return found is None or bounds_of(stated).meets(found)


def rounded(number: Decimal, like: Decimal, extra: int = 0) -> Decimal:
    """Give a computed number with as many decimals as the stated one, plus `extra`, to be shown beside it."""
    exponent = like.as_tuple().exponent
    decimals = max(0, -exponent if isinstance(exponent, int) else 0) + extra
    return number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=EXACT)


def _reaches(total: Figure, parts: Sequence[Figure], incomplete: bool, cut_off: bool) -> bool:
    stated = bounds_of(total, cut_off=cut_off)
    reach = _sum([bounds_of(part, cut_off=cut_off) for part in parts])
    return reach.low <= stated.high if incomplete else stated.meets(reach)


def _sum(bounds: Sequence[Bounds]) -> Bounds:
    low = high = Decimal(0)
    for one in bounds:
        low, high = EXACT.add(low, one.low), EXACT.add(high, one.high)
    return Bounds(low, high)


def _denominators_add_up(total: Figure, parts: Sequence[Figure], incomplete: bool) -> bool:
    if total.out_of is None or any(part.out_of is None for part in parts):
        return True
    found = sum((part.out_of for part in parts if part.out_of is not None), Decimal(0))
    return found <= total.out_of if incomplete else found == total.out_of


def _comparable(figure: Figure) -> Decimal | None:
    if figure.value is None or figure.shape == "range":
        return None
    if figure.shape == "ratio":
        return ratio_of(figure.value, figure.out_of) if figure.out_of else None
    return in_base(figure.value, figure.measure)


def _ratio(measure: str, numerator: Figure, denominator: Figure, view: Callable[[Figure], Bounds]) -> Bounds | None:
    """Give numerator / denominator in the bare measure; None without both numbers or with other units."""
    if any(figure.value is None or figure.shape != "number" for figure in (numerator, denominator)):
        return None
    factor = _factor(measure, denominator.measure)
    above, below = view(numerator), view(denominator)
    if factor is None or below.low <= 0:
        return None
    low, high = EXACT.divide(above.low, below.high), EXACT.divide(above.high, below.low)
    return Bounds(EXACT.multiply(low, factor), EXACT.multiply(high, factor))


def _factor(measure: str, below: str) -> Decimal | None:
    """Give by what a ratio is multiplied: 100 for "%", 10000 for "…/1 vạn dân"; None for other units."""
    if measure in ("%", "‰"):
        return Decimal(100 if measure == "%" else 1000)
    per = _PER.search(plain(measure))
    if not per:
        return Decimal(1)
    count, scale, noun = per.groups()
    if count or scale:
        return times_ten(Decimal((count or "1").replace(".", "")), SCALES[scale] if scale else 0)
    fits = not below or fold(noun) == fold(split_scale(below)[1])
    return Decimal(1) if fits else None
