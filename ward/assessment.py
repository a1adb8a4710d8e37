"""Whether a plan was met: by the indicator's direction, and only as far as what was said allows to tell."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from ward.figures import Figure
from ward.figures.bounds import in_base
from ward.figures.lexicon import sense, split_scale
from ward.figures.numerals import times_ten
from ward.text import fold

Verdict = Literal["above", "met", "missed", ""]
_FLOOR = ("above", "at_least")
_CEILING = ("below", "at_most")


def assess(direction: str, plan: Figure, actual: Figure) -> Verdict:
    """ "above" (better than planned), "met", "missed", or "" where it cannot be told.

    A lower value is better where `direction` is "lower", and always for a rank. “Gần 9 tỷ” against “8 tỷ” is
    not told, against “9 tỷ” it is missed; a plan of “trên 95%” asks for more than 95%.
    """
    better = "lower" if plan.shape == actual.shape == "rank" else direction
    if better not in ("higher", "lower", "target") or not _comparable(plan, actual):
        return ""
    assert plan.value is not None and actual.value is not None
    planned, done = in_base(plan.value, plan.measure), in_base(actual.value, actual.measure)
    said, asked = _senses(actual), _senses(plan)
    if "about" in said | asked or len(said) > 1:
        return ""
    if better == "target":
        return "met" if done == planned and not said | asked else ""
    return _told(better, planned, done, said, asked)


def number_in(figure: Figure, measure: str) -> Decimal | None:
    """A known figure's number in another measure ("triệu đồng" for "đồng"); None where that cannot be."""
    if figure.state != "known" or figure.value is None or figure.shape == "range":
        return None
    (scale, noun), (wanted, bare) = split_scale(figure.measure), split_scale(measure)
    if noun and bare and fold(noun) != fold(bare):
        return None
    return times_ten(figure.value, scale - wanted) if scale != wanted else figure.value


def _comparable(plan: Figure, actual: Figure) -> bool:
    if plan.value is None or actual.value is None or plan.shape != actual.shape or plan.shape == "range":
        return False
    return number_in(actual, plan.measure) is not None


def _senses(figure: Figure) -> set[str]:
    return {sense(word) for word in (figure.qualifier, figure.qualifier_after) if word} - {"exact"}


def _told(better: str, planned: Decimal, done: Decimal, said: set[str], asked: set[str]) -> Verdict:
    """Compares on a scale where more is better."""
    floor, ceiling = (_FLOOR, _CEILING) if better == "higher" else (_CEILING, _FLOOR)
    if better == "lower":
        planned, done = -planned, -done
    if any(word in ceiling for word in asked):
        return ""
    strictly = floor[0] in asked
    if any(word in floor for word in said):
        exceeds = done > planned or (done == planned and floor[0] in said)
        return ("met" if asked else "above") if exceeds else "met" if done == planned and not strictly else ""
    if any(word in ceiling for word in said):
        short = done < planned or (done == planned and (ceiling[0] in said or strictly))
        return "missed" if short else ""
    if done > planned:
        return "met" if asked else "above"
    return "met" if done == planned and not strictly else "missed"
