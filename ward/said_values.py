"""One statement as the file keeps it, the thing that it speaks of, and whether two statements agree."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, NamedTuple, cast

from ward.errors import UserError
from ward.figures import Figure, adds_up, from_pair, show_figure
from ward.periods import Period
from ward.text import fold


class Thing(NamedTuple):
    """What a statement speaks of: two statements with the same Thing speak of the same.

    `when` is the period's code, else its words, else the work years; `scope` the units, in order.
    """

    indicator: int | None
    about: int | None
    label: str
    role: str
    when: str
    scope: tuple[int, ...]
    scope_words: str


class Said(NamedTuple):
    """One statement as the file keeps it; `figure` gives its value."""

    id: int
    uid: bytes
    indicator: int | None
    about: int | None
    label: str
    role: str
    state: str
    shape: str
    coefficient: int | None
    exponent: int | None
    to_coefficient: int | None
    to_exponent: int | None
    of_coefficient: int | None
    of_exponent: int | None
    measure: str
    qualifier: str
    qualifier_after: str
    words: str
    period_code: str
    period_words: str
    scope_words: str
    said_on: str
    source: int | None
    source_words: str
    chosen: int

    @property
    def figure(self) -> Figure:
        """The Figure that was said; one without any value is missing, never zero."""
        return Figure(
            cast(Any, self.state or ("missing" if self.coefficient is None else "known")),
            cast(Any, self.shape or "number"),
            _number(self.coefficient, self.exponent),
            _number(self.to_coefficient, self.to_exponent),
            _number(self.of_coefficient, self.of_exponent),
            self.measure,
            self.qualifier,
            self.qualifier_after,
            self.words,
        )

    @property
    def period(self) -> Period:
        """The period of which it was said; a code that is none counts as words."""
        return _period(self.period_code, self.period_words)

    @property
    def shown(self) -> str:
        """The figure as a sentence shows it: the clerk's words."""
        return _shown(self.figure)


class Measured(NamedTuple):
    """An indicator, as far as the checks need it."""

    id: int
    name: str
    measure: str
    direction: Literal["higher", "lower", "target", "none"]
    aggregation: str
    numerator: int | None
    denominator: int | None
    open_parts: int


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """The text as two spellings of it compare; kept, since labels repeat."""
    return fold(text) if text else ""


def same(one: Figure, other: Figure) -> bool:
    """Whether two statements of one thing agree as they were stated; what cannot be compared does not disagree."""
    if one.value is None or other.value is None or one.shape != other.shape:
        return True
    if one.measure and other.measure and folded(one.measure) != folded(other.measure):
        return True
    if one.shape != "number":
        return (one.value, one.value_to, one.out_of) == (other.value, other.value_to, other.out_of)
    return adds_up(one, (other,), False).agrees


def _number(coefficient: int | None, exponent: int | None) -> Decimal | None:
    return None if coefficient is None else from_pair(coefficient, exponent or 0)


@lru_cache(maxsize=10_000)
def _shown(figure: Figure) -> str:
    return show_figure(figure, "full").replace("\u00a0", " ")


@lru_cache(maxsize=10_000)
def _period(code: str, words: str) -> Period:
    try:
        return Period(code, words)
    except UserError:
        return Period("", words or code)
