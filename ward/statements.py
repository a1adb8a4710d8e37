"""Between a Figure with its claims and period, and the fields of a figure record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ward.figures import Claim, Figure, parse_claims, parse_figure
from ward.periods import Period, parse_period

PARTS = ("words", "state", "shape", "value", "value_to", "out_of", "measure", "qualifier", "qualifier_after")


def figure_values(figure: Figure) -> dict[str, Any]:
    """The fields of a figure record that hold this Figure."""
    return {part: getattr(figure, part) for part in PARTS}


def figure_of(values: Mapping[str, Any]) -> Figure:
    """The Figure that a record's fields hold; a record without any is missing, never zero."""
    parts = {part: values[part] for part in PARTS}
    parts["state"] = parts["state"] or "missing"
    parts["shape"] = parts["shape"] or "number"
    return Figure(**parts)


def typed_figure(text: str, *, measure: str = "") -> dict[str, Any]:
    """The fields for what the clerk typed. Raises FigureQuestion when it can be read in several ways."""
    return figure_values(parse_figure(text, measure=measure))


def claim_values(claim: Claim) -> dict[str, Any]:
    """The row of a figure record's `claims` that holds this Claim."""
    return {
        "words": claim.words,
        "relation": claim.relation,
        "qualifier": claim.qualifier,
        "amount": claim.amount,
        "unit": claim.unit,
        "basis": claim.basis,
        "basis_period": claim.basis_period.code if claim.basis_period else "",
        "basis_words": claim.basis_words,
    }


def claim_of(row: Mapping[str, Any]) -> Claim:
    """The Claim that a row of `claims` holds."""
    period = Period(row["basis_period"]) if row["basis_period"] else None
    names = ("words", "relation", "qualifier", "amount", "unit", "basis", "basis_words")
    return Claim(**{name: row[name] for name in names}, basis_period=period)


def typed_claims(text: str, *, year: int | None = None) -> list[dict[str, Any]]:
    """The rows for the comparisons that the clerk typed in one line."""
    return [claim_values(claim) for claim in parse_claims(text, year=year)]


def period_values(period: Period, key: str = "period") -> dict[str, str]:
    """The two fields of a record that hold a period: its code, and the words when the clerk gave any."""
    return {key: period.code, f"{key}_words": period.words}


def typed_period(text: str, *, year: int | None = None, key: str = "period") -> dict[str, str]:
    """The two fields for a typed period. Raises PeriodQuestion when it is doubtful."""
    return period_values(parse_period(text, year=year), key)


def period_of(values: Mapping[str, Any], key: str = "period") -> Period:
    """The period that a record's two fields hold."""
    return Period(values[key], values[f"{key}_words"])
