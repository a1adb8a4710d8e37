"""What a claim's amount comes to when it is computed, and whether the two contradict. Nothing is changed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ward.exact import EXACT, times_ten
from ward.figures.bounds import Bounds, bounds_of, claim_bounds, exactly, in_base
from ward.figures.claims import Claim
from ward.figures.lexicon import split_scale
from ward.figures.values import Figure
from ward.text import plain

_STEPS = ("bậc", "hạng", "vị trí")
_ZERO = Bounds(Decimal(0), Decimal(0))
_View = Callable[[Figure], Bounds]


def computed(claim: Claim, actual: Figure, base: Figure | None = None) -> Decimal | None:
    """Give what the claim's amount comes to, None where it cannot be computed.

    Percent for "%", times for "lần", percentage points between two percentages, else the measure of the
    figures. A claim without an amount gives the change in its direction ("giảm hẳn": how much it fell).
    """
    found = _computed(claim, actual, base, exactly)
    return found.low if found else None


def agrees(claim: Claim, found: Decimal | None, actual: Figure | None = None, base: Figure | None = None) -> bool:
    """Tell whether a claim and its computation do not contradict, at the precision the claim states.

    Rounding and cutting off are both right; the qualifiers of the claim, and of `actual` and `base` when
    they are given, widen it. What cannot be computed agrees.
    """
    if found is None:
        return True
    reach = _computed(claim, actual, base, bounds_of) if actual else Bounds(found, found)
    if reach is None:
        return True
    if claim.amount is None:
        return reach.meets(Bounds(Decimal(0), Decimal(0))) if claim.relation == "giu" else reach.high > 0
    stated = claim_bounds(claim)
    grown = Bounds(EXACT.subtract(reach.low, Decimal(1)), EXACT.subtract(reach.high, Decimal(1)))
    return stated.meets(reach) or (claim.unit == "lần" and claim.relation == "tang" and stated.meets(grown))


def _computed(claim: Claim, actual: Figure, base: Figure | None, view: _View) -> Bounds | None:
    """Give the amount of a claim from figures seen exactly or with their bounds."""
    if actual.value is None or (base and base.value is None) or actual.value_to or (base and base.value_to):
        return None
    if actual.shape == "rank" or (base and base.shape == "rank"):
        return _change_of_rank(claim, actual, base)
    if claim.unit == "điểm %":
        return _change(claim, _percentage(actual, view), _percentage(base, view))
    if claim.unit == "%":
        return _percent(claim, actual, base, view)
    after, before = view(actual), view(base) if base else None
    if claim.unit == "lần":
        wanted = claim.relation in ("gap", "tang", "giam") and before is not None
        above, below = (before, after) if claim.relation == "giam" else (after, before)
        return _over(above, below, 1) if wanted else None
    if not _same_measure(claim, actual, base):
        return None
    found = after if claim.relation in ("bang", "dat") and claim.amount is not None else _change(claim, after, before)
    return found and _in_unit(found, claim.unit)


def _percent(claim: Claim, actual: Figure, base: Figure | None, view: _View) -> Bounds | None:
    """Give "%": a share of the base, a relative change, or points when both are percentages already."""
    if claim.relation in ("bang", "dat"):
        if base:
            return _over(view(actual), view(base), 100) if _alike(actual, base) else None
        return _percentage(actual, view) if actual.shape == "ratio" and not claim.basis else None
    if base is None or not _alike(actual, base):
        return None
    if actual.measure == base.measure == "%":
        return _change(claim, view(actual), view(base))
    share = _over(view(actual), view(base), 100)
    hundred = Bounds(Decimal(100), Decimal(100))
    return share and _change(claim, share, hundred)


def _change(claim: Claim, after: Bounds | None, before: Bounds | None) -> Bounds | None:
    """Give how far it rose, or fell for "giảm"; None for a relation that is no change."""
    if after is None or before is None or claim.relation not in ("tang", "giam", "vuot", "giu"):
        return None
    if claim.relation == "vuot" and claim.amount is None:
        return None
    if claim.relation == "giam":
        after, before = before, after
    return Bounds(EXACT.subtract(after.low, before.high), EXACT.subtract(after.high, before.low))


def _change_of_rank(claim: Claim, actual: Figure, base: Figure | None) -> Bounds | None:
    """Give a rank, or by how many places it rose (119 → 3 rises by 116)."""
    if actual.shape != "rank" or (base and base.shape != "rank"):
        return None
    if claim.relation == "xep_hang":
        return exactly(actual)
    if base is None or claim.unit not in (*_STEPS, ""):
        return None
    return _change(claim, exactly(base), exactly(actual))


def _percentage(figure: Figure | None, view: _View) -> Bounds | None:
    """Give a percentage as it was said, or as its numerator and denominator make it."""
    if figure is None or figure.value is None:
        return None
    if figure.shape == "ratio" and figure.out_of:
        whole = in_base(figure.out_of, figure.measure)
        return _over(view(figure), Bounds(whole, whole), 100)
    return view(figure) if figure.measure == "%" else None


def _over(above: Bounds | None, below: Bounds | None, factor: int) -> Bounds | None:
    """Give above / below × factor; None unless both are surely positive."""
    if above is None or below is None or below.low <= 0 or above.low < 0:
        return None
    times = Decimal(factor)
    low, high = EXACT.divide(above.low, below.high), EXACT.divide(above.high, below.low)
    return Bounds(EXACT.multiply(low, times), EXACT.multiply(high, times))


def _alike(actual: Figure, base: Figure) -> bool:
    """Tell whether two figures count the same, as far as their measures say."""
    first, second = (plain(split_scale(figure.measure)[1]) for figure in (actual, base))
    return not first or not second or first == second


def _same_measure(claim: Claim, actual: Figure, base: Figure | None) -> bool:
    """Tell whether the claim's unit is what the figures count ("vụ", not "đối tượng")."""
    nouns = {plain(split_scale(figure.measure)[1]) for figure in (actual, base) if figure and figure.measure}
    unit = plain(split_scale(claim.unit)[1])
    return len(nouns) <= 1 and (not unit or not nouns or unit in nouns)


def _in_unit(found: Bounds, unit: str) -> Bounds:
    power = -split_scale(unit)[0]
    return Bounds(*(number if number.is_infinite() else times_ten(number, power) for number in found))
