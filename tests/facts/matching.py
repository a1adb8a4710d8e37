"""Finding a fact among the records by what it says: its words pick the record, its number, unit, day must agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.facts.records import Held, number, share, words
from ward.dates import parse_date
from ward.errors import UserError
from ward.periods import Period, parse_period
from ward.text import fold

Fact = dict[str, Any]
KINDS_OF = {
    "unit": ("unit", "passage", "figure", "task"),
    "person": ("person",),
    "indicator": ("figure",),
    "model": ("practice",),
    "movement": ("movement",),
    "plan_document": ("document",),
    "event": ("event",),
    "award": ("award", "event"),
    "criterion": ("practice",),
    "donation": ("contribution",),
    "project": ("task",),
    "task": ("task",),
}
LEVELS = {"thành phố": "tinh", "tỉnh": "tinh", "quận": "huyen", "phường": "phuong"}
DAYS = ("held_on", "issued_on", "decided_on", "given_on", "proposed_on", "registered_on", "said_on")
COUNTS = {"tập thể": "collectives", "cá nhân": "persons", "hộ": "households"}
ENOUGH = 0.66


def find(fact: Fact, records: list[Held]) -> Held | None:
    """The record that holds the fact; None when there is none. A fact of none is held by a year without any."""
    if fact["value"] == 0:
        return _none_of(fact, records)
    everything = " ".join(held.said for held in records)
    if not all(name in everything for name in quoted(fact)):
        return None
    ranked = sorted(_candidates(fact, records), key=lambda pair: -pair[0])
    return next((held for _, held in ranked if agrees(fact, held)), None)


def _none_of(fact: Fact, records: list[Held]) -> Held | None:
    year = int(fact["period"])
    there = [held for held in records if held.kind in KINDS_OF[fact["kind"]][:1] and year in held.values["years"]]
    return None if there else next(held for held in records if held.kind == "office" and held.values["keeper"])


def _candidates(fact: Fact, records: list[Held]) -> Iterator[tuple[float, Held]]:
    told = words(" ".join(filter(None, (fact["text_vi"], fact.get("number", "")))))
    around = words(f"{fact['org_unit']} {fact.get('recipient', '')} {fact.get('field', '')} {fact['source_quote']}")
    for held in records:
        if held.kind in KINDS_OF[fact["kind"]]:
            said = words(held.said + " ".join(result.said for result in held.results))
            covered = (
                share(told - words(" ".join(quoted(fact))), said) if fact["kind"] == "unit" else share(told, said)
            )
            if covered >= (ENOUGH if fact["kind"] != "unit" else 0.5):
                named = share(words(held.name), told | around)
                yield covered + share(around, said) / 2 + named / 2 + (held.kind == "passage") / 2, held


def agrees(fact: Fact, held: Held) -> bool:
    """Whether a record says all that the fact says."""
    return all(rule(fact, held) for rule in RULES)


def _the_number(fact: Fact, held: Held) -> bool:
    if fact["value"] is None:
        return True
    wanted = number(fact["value"])
    unit = fact["unit"] or ""
    for statement in held.statements:
        if statement.values["value"] == wanted and _of_unit(unit, statement):
            return True
        if any(claim.amount == wanted and claim.unit == unit for claim in statement.claims):
            return True
    count = COUNTS.get(unit)
    if held.kind == "award" and count and held.values[count] == wanted:
        return True
    if unit == "năm" and str(wanted) in (held.values.get("birth") or ""):
        return True
    return unit == "năm" and re.search(rf"\b{wanted} năm\b", held.said) is not None


def _of_unit(unit: str, statement: Held) -> bool:
    told = words(f"{statement.values['measure']} {statement.values['words']} {statement.name}")
    return fold(unit) == fold(statement.values["measure"]) or words(unit) <= told


def statement_of(fact: Fact, held: Held) -> Held | None:
    """The figure that holds the fact's number (or says that it is missing), of all that the record has."""
    if fact["value"] is None:
        return next((one for one in held.statements if one.values["value"] is None), None)
    wanted = number(fact["value"])
    fitting = [one for one in held.statements if one.values["value"] == wanted]
    told = words(fact["text_vi"])
    return max(fitting, key=lambda one: share(words(one.name), told), default=None)


def _the_words(fact: Fact, held: Held) -> bool:
    """The qualifier stands beside the number, and every numeral of the source is kept as it was written."""
    told = " ".join(
        f"{one.values['qualifier']} {one.values['words']} {' '.join(claim.words for claim in one.claims)}"
        for one in held.statements
    )
    told = f"{told} {held.said}"
    if fact.get("qualifier") and fact["qualifier"] not in told:
        return False
    return all(numeral in told for numeral in re.findall(r"\d[\d.,/]*\d|\d", fact.get("raw", "")))


def _missing_stays_missing(fact: Fact, held: Held) -> bool:
    if fact["kind"] != "indicator" or fact["value"] is not None:
        return True
    return all(one.values["state"] in ("missing", "words") and one.values["value"] is None for one in held.statements)


def _the_day(fact: Fact, held: Held) -> bool:
    """A day is that day; without one, no day was invented; a period keeps its year or its words."""
    told = fact["period"] or ""
    days = [held.values[key] for key in DAYS if held.values.get(key)]
    try:
        day = parse_date(told).iso if re.search(r"\d/\d", told) else ""
    except UserError:
        day = ""
    if day and held.kind not in ("person", "award"):
        return day in days
    if fact.get("missing_date") and (days or held.values.get("period")):
        return False
    said = fact.get("period_text")
    if said and held.kind != "figure" and fold(said) not in fold(held.values.get("period_words", "")):
        return False
    return day != "" or held.kind in ("person", "unit", "passage") or _in_period(told, held)


def _in_period(told: str, held: Held) -> bool:
    kept = [held.values.get("period", ""), held.values.get("due", "")]
    phrases = fold(" ".join((held.values.get("period_words", ""), held.values.get("due_words", ""), held.said)))
    if not told or fold(told) in phrases:
        return True
    try:
        period = parse_period(told)
    except UserError:
        period = Period()
    years = set(map(int, re.findall(r"\b(?:19|20)\d\d\b", told)))
    known = {year for code in kept if code for year in Period(code).years} | set(held.values.get("years", ()))
    return period.code in kept if period.kind == "before" else bool(years) and years <= known | _bounds(kept)


def _bounds(codes: list[str]) -> set[int]:
    return {int(year) for code in codes for year in re.findall(r"(?:19|20)\d\d", code)}


def quoted(fact: Fact) -> list[str]:
    """The names that the fact puts in quotation marks."""
    return re.findall(r"“([^”]+)”", fact["text_vi"])


def _the_names(fact: Fact, held: Held) -> bool:
    """Quoted names, the number of a document, a recipient, an office: each stands in the record."""
    said = fold(held.said + " ".join(result.said for result in held.results))
    names = quoted(fact) if held.kind not in ("unit", "figure", "passage") else []
    wanted = [*names, fact.get("number", ""), fact.get("recipient", ""), fact.get("role", "")]
    return all(fold(name) in said for name in wanted if name)


def _the_person(fact: Fact, held: Held) -> bool:
    if fact["kind"] != "person" or "," not in fact["text_vi"]:
        return True
    name, *offices = (part.strip() for part in fact["text_vi"].split(","))
    sex = {"nữ": "nu", "nam": "nam"}.get(fact.get("gender", ""), held.values["sex"])
    ranked = f"{held.values['rank']} {held.values['name']}".strip()
    titles = [words(row["title"]) for row in held.values["positions"]]
    served = [
        any(share(words(office), title | words(held.said)) >= 0.8 for title in titles) for office in offices[:2]
    ]
    return fold(name) == fold(ranked) and all(served[:1]) and held.values["sex"] == sex


def _the_level(fact: Fact, held: Held) -> bool:
    """The level of who gives or issues, the form of an award, the number of a document."""
    level = fact.get("level") or fact.get("issuer_level") or fact.get("scope") or ""
    form = fact.get("form") or ""
    numbers = re.findall(r"số (\S*\d\S*)", fact["text_vi"]) if held.kind == "document" else []
    if level and held.values.get("level", "") != LEVELS.get(level, ""):
        return False
    return fold(form) in fold(held.said) and all(told == held.values["number"] for told in numbers)


def _the_comparison(fact: Fact, held: Held) -> bool:
    compared = fact["compare_to"] or {}
    claims = [claim for one in held.statements for claim in one.claims]
    delta = compared.get("delta")
    if isinstance(delta, str):
        return any(fold(delta) in fold(claim.words) and claim.amount is None for claim in claims)
    if delta is not None:
        sign = "giam" if delta < 0 else "tang"
        return any(claim.relation == sign and claim.amount == abs(number(delta)) for claim in claims)
    if compared.get("basis", "").startswith("rank"):
        return any(claim.relation == "xep_hang" for claim in claims)
    return not compared or any(str(compared["period"]) in claim.words for claim in claims)


RULES = (
    _the_number,
    _the_words,
    _missing_stays_missing,
    _the_day,
    _the_names,
    _the_person,
    _the_level,
    _the_comparison,
)
