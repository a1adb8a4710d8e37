"""The clerk's own comparisons against what the figures of the file come to."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ward.bases import Bases, unit_changes
from ward.figures import Claim, agrees, computed, from_pair, rounded, show_claim
from ward.figures.claims import Relation
from ward.findings.finding import Finding, key_of
from ward.findings.periods import placed
from ward.findings.reading import Reading
from ward.periods import show_period
from ward.said import Said, Statements

_CLAIMS = (
    "SELECT c.owner_id, c.words, c.relation, c.qualifier, c.amount_coefficient, c.amount_exponent, c.unit, c.basis, "
    "c.basis_period, c.basis_words FROM figure_claim c{only} ORDER BY c.owner_id, c.position"
)
_ONLY = " WHERE c.owner_id IN (SELECT value FROM json_each(?))"
_TURNED: dict[Relation, Relation] = {"tang": "giam", "giam": "tang"}


def claims_against_figures(reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Claims that differ from their computation beyond what their precision and all qualifiers allow.

    Where the file does not hold what a claim compares with, nothing is said.
    """
    bases = Bases(statements, unit_changes(reading.db))
    for record, claims in _claims(reading).items():
        said = statements.all.get(record)
        if said is None or said.state != "known":
            continue
        for place, claim in enumerate(claims, 1):
            base = bases.of_claim(said, claim, claims)
            if claim.basis and base is None:
                continue
            yield from _compared(statements, said, claim, base, place)


def _compared(statements: Statements, said: Said, claim: Claim, base: Said | None, place: int) -> Iterator[Finding]:
    actual, other = said.figure, base.figure if base else None
    if other is not None and other.state != "known":
        return
    found = computed(claim, actual, other)
    if found is None or agrees(claim, found, actual, other):
        return
    told = show_claim(claim).replace("\u00a0", " ")
    turned = found < 0 and claim.relation in _TURNED
    way = _TURNED[claim.relation] if turned else claim.relation
    shown = _readable(claim, found)
    result = _amount(shown.copy_abs() if turned else shown, claim.unit or said.measure)
    comes_to = f"{show_claim(Claim(way))} {result}".strip()
    against = ""
    if base:
        what = "kế hoạch, chỉ tiêu" if base.role in ("plan", "target") else show_period(base.period)
        against = f" so với {what} là {base.shown}{statements.source(base)}"
    sentence = (
        f"{statements.named(said)} ghi {said.shown}, “{told}”; nhưng tính{against} thì {comes_to}. "
        "Hãy kiểm tra số liệu và câu so sánh; báo cáo vẫn in đúng như đã ghi."
    )
    records = (said.id, base.id) if base else (said.id,)
    stated = told if turned or claim.amount is None else _amount(claim.amount, claim.unit or said.measure)
    seen = " | ".join(filter(None, (said.shown, told, base.shown if base else "")))
    key = key_of("claim", said.uid, detail=str(place))
    yield Finding(key, "warning", sentence, records, "claims", (stated, comes_to if turned else result), seen)


def _amount(number: Decimal, unit: str) -> str:
    return show_claim(Claim("khac", amount=number, unit=unit))


def _readable(claim: Claim, found: Decimal) -> Decimal:
    """The computed amount with the decimals of the claim, or with more where it would look the same.

    A claim without a number ("giảm hẳn") gets what the figures differ by, exactly.
    """
    if claim.amount is None:
        return found
    shown = (rounded(found, claim.amount, extra) for extra in range(4))
    return next((number for number in shown if number != claim.amount), found)


def _claims(reading: Reading) -> dict[int, list[Claim]]:
    """The claims of each statement, in the clerk's order."""
    only = reading.only
    values = () if only is None else (json.dumps(sorted(only)),)
    claims: dict[int, list[Claim]] = defaultdict(list)
    for row in reading.db.execute_sql(_CLAIMS.format(only="" if only is None else _ONLY), values):
        owner, words, relation, qualifier, coefficient, exponent, unit, basis, period, basis_words = row
        amount = None if coefficient is None else from_pair(coefficient, exponent)
        named = placed(period)
        claims[owner].append(Claim(relation or "khac", qualifier, amount, unit, basis, named, basis_words, words))
    return claims
