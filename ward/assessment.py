"""Whether a plan was met: by the indicator's direction, and only as far as what was said allows to tell."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from ward.exact import EXACT, times_ten
from ward.figures import Figure
from ward.figures.bounds import bounds_of, in_base
from ward.figures.lexicon import sense, split_scale
from ward.text import fold

Verdict = Literal["above", "met", "missed", ""]
_FLOORS = ("exact", "above", "at_least")
_MIRROR = {"below": "above", "at_most": "at_least", "above": "below", "at_least": "at_most"}


def assess(direction: str, plan: Figure, actual: Figure) -> Verdict:
    """ "above" (better than planned), "met", "missed", or "" where it cannot be told.

    A lower value is better where `direction` is "lower", and always for a rank. “Gần 9 tỷ” is above a plan of
    8 tỷ and misses one of 9 tỷ; a plan of “trên 95%” asks for more than 95%.
    """
    better = "lower" if plan.shape == actual.shape == "rank" else direction
    if better not in ("higher", "lower", "target") or not _comparable(plan, actual):
        return ""
    assert plan.value is not None and actual.value is not None
    planned, done = in_base(plan.value, plan.measure), _reach(actual)
    asked = sense(plan.qualifier) if plan.qualifier else sense(plan.qualifier_after)
    if better == "target":
        return "met" if done == (planned, planned) and asked == "exact" else ""
    if better == "lower":
        planned, done = -planned, (-done[1], -done[0])
        asked = _MIRROR.get(asked, asked)
    return _told(planned, done, asked) if asked in _FLOORS else ""


def number_in(figure: Figure, measure: str) -> Decimal | None:
    """A known figure's number in another measure ("triệu đồng" for "đồng"); None where that cannot be."""
    if figure.state != "known" or figure.value is None or figure.shape == "range":
        return None
    (scale, noun), (wanted, bare) = split_scale(figure.measure), split_scale(measure)
    if noun and bare and fold(noun) != fold(bare):
        return None
    return times_ten(figure.value, scale - wanted) if scale != wanted else figure.value


def _comparable(plan: Figure, actual: Figure) -> bool:
    if plan.value is None or actual.value is None:
        return False
    if plan.shape != actual.shape and {plan.shape, actual.shape} != {"number", "ratio"}:
        return False
    return number_in(actual, plan.measure) is not None


def _reach(actual: Figure) -> tuple[Decimal, Decimal]:
    """The lowest and highest that was done, as far as its qualifiers leave it open; as stated where it has none."""
    assert actual.value is not None
    exact = in_base(actual.value, actual.measure)
    words = {sense(word) for word in (actual.qualifier, actual.qualifier_after)} - {"exact"}
    if not words:
        return exact, exact
    bounds = bounds_of(actual)
    low = EXACT.next_plus(exact) if words == {"above"} else bounds.low
    return low, EXACT.next_minus(exact) if words == {"below"} else bounds.high


def _told(planned: Decimal, done: tuple[Decimal, Decimal], asked: str) -> Verdict:
    """Compares on a scale where more is better; `asked`: what the plan's own qualifier asks for."""
    low, high = done
    if asked == "above":
        return "met" if low > planned else "missed" if high <= planned else ""
    if asked == "at_least":
        return "met" if low >= planned else "missed" if high < planned else ""
    if low > planned:
        return "above"
    if low == high == planned:
        return "met"
    return "missed" if high < planned else ""
