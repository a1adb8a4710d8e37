"""Figures of an exchange file: what was typed is read, what was given in parts must make a whole."""

from __future__ import annotations

from typing import Any

from forms.exchange.converting import shown
from forms.exchange.entries import Doubt, Entry
from ward.errors import UserError
from ward.figures import ClaimQuestion, FigureQuestion, split_statement, understood
from ward.periods import Period
from ward.statements import PARTS, claim_values, figure_of, figure_values, typed_claims, typed_figure

TYPED = ("text", "claims_text")
"""What a figure may give instead of its parts and its rows of claims."""


def note_typed(entry: Entry) -> None:
    """Keeps the typed words, which name the statement, until its measure is known; `text` may hold claims, too."""
    given = [part for part in PARTS if part in entry.values and part != "measure"]
    if "text" in entry.typed and given:
        entry.refuse(".text", f"hãy ghi text, hoặc ghi {', '.join(given)}; không ghi cả hai")
    if "claims_text" in entry.typed and "claims" in entry.values:
        entry.refuse(".claims_text", "hãy ghi claims_text hoặc claims, không ghi cả hai")
    if "text" not in entry.typed:
        return
    if "claims_text" not in entry.typed and "claims" not in entry.values:
        figure, claims = split_statement(entry.typed["text"])
        if figure and claims:
            entry.typed.update(text=figure, claims_text=claims)
    entry.values["words"] = entry.typed["text"]


def read_typed(entry: Entry, measure: str) -> None:
    """Reads the typed figure and claims of an entry; a question becomes a doubt with its readings."""
    if "text" in entry.typed:
        _read_figure(entry, entry.values.get("measure") or measure)
    if "claims_text" in entry.typed:
        _read_claims(entry)


def _read_figure(entry: Entry, measure: str) -> None:
    try:
        entry.values.update(typed_figure(entry.typed["text"], measure=measure))
    except FigureQuestion as question:
        readings = tuple((understood(reading), figure_values(reading)) for reading in question.readings)
        entry.doubts.append(Doubt(f"{entry.place}.text", str(question), readings, entry.values))
    except UserError as error:
        entry.refuse(".text", str(error))


def _read_claims(entry: Entry) -> None:
    text = entry.typed["claims_text"]
    try:
        entry.values["claims"] = tuple(typed_claims(text, year=_year(entry)))
    except ClaimQuestion as question:
        alone = [reading for reading in question.readings if reading.words == text]
        readings = tuple(
            (_shown_claim(claim_values(reading)), {"claims": (claim_values(reading),)}) for reading in alone
        )
        entry.doubts.append(Doubt(f"{entry.place}.claims_text", str(question), readings, entry.values))
    except UserError as error:
        entry.refuse(".claims_text", str(error))


def _year(entry: Entry) -> int | None:
    years = Period(entry.values.get("period", "")).years or entry.values.get("years", ())
    return years[0] if len(years) == 1 else None


def _shown_claim(row: dict[str, Any]) -> str:
    amount = "" if row["amount"] is None else str(row["amount"])
    return " · ".join(filter(None, (row["relation"], row["qualifier"], amount, row["unit"], row["basis"])))


def complete_parts(entry: Entry, stored: dict[str, Any] | None) -> None:
    """Settles what the given parts leave open (a value is known, an upper end makes a range) and checks the whole.

    `stored` holds the fields of the record that the entry amends.
    """
    values = entry.values
    if "state" not in values and ("value" in values or stored is None):
        words = values.get("words", "") if stored is None else values.get("words", stored["words"])
        values["state"] = "known" if values.get("value") is not None else "words" if words else "missing"
    if "shape" not in values and ("value" in values or stored is None):
        ratio, range_ = values.get("out_of") is not None, values.get("value_to") is not None
        values["shape"] = "range" if range_ else "ratio" if ratio else "number"
    whole = {part: values.get(part, stored[part] if stored else None) for part in PARTS}
    for part in ("words", "measure", "qualifier", "qualifier_after"):
        whole[part] = whole[part] or ""
    try:
        figure_of(whole)
    except UserError:
        said = ", ".join(f"{part} {shown(str(value))}" for part, value in whole.items() if value not in ("", None))
        entry.refuse(
            ".value", f"các phần của số liệu không đi với nhau ({said}); hãy xem phần số liệu trong tài liệu"
        )
