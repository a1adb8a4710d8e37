"""Awards as the register shows them: who, named as then, what, by whom, under which number."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from ward.errors import UserError
from ward.periods import Period, show_period


@dataclass(frozen=True, slots=True)
class AwardLine:
    """An award as the register shows it; `named` is as written then, `issuers` who gave it, days ISO.

    Two awards of one decision number are told apart by year and issuers, which stand beside it.
    """

    id: int
    named: str
    as_title: str
    award: str
    code: str
    form: str
    level: str
    state: str
    basis: str
    years: tuple[int, ...]
    period: str
    decision_number: str
    decided_on: str
    issuers: str
    book_number: str
    reason: str
    recipients: tuple[int, ...]
    posthumous: bool


_AWARDS = """
SELECT a.record_id, a.counted_words, COALESCE(NULLIF(a.form_words, ''), t.name, ''), COALESCE(t.code, ''),
       COALESCE(t.form, ''), COALESCE(NULLIF(a.level, ''), t.level, ''), a.state, a.basis, a.period, a.period_words,
       COALESCE(NULLIF(a.decision_number, ''), d.number, ''), COALESCE(NULLIF(a.decided_on, ''), d.issued_on, ''),
       a.book_number, a.reason, a.posthumous, a.collectives, a.persons, a.households
FROM json_each(?) w CROSS JOIN award a ON a.record_id = w.value
LEFT JOIN award_type t ON t.record_id = a.award_type_id LEFT JOIN document d ON d.record_id = a.decision_id
"""
_RECIPIENTS = """
SELECT c.owner_id, c.who_id, COALESCE(NULLIF(c.words, ''), p.title, ''), c.as_title
FROM json_each(?) w CROSS JOIN award_recipient c ON c.owner_id = w.value LEFT JOIN record p ON p.id = c.who_id
ORDER BY c.owner_id, c.position
"""
_ISSUERS = """
SELECT c.owner_id, COALESCE(NULLIF(c.words, ''), p.title, '')
FROM json_each(?) w CROSS JOIN award_issuer c ON c.owner_id = w.value LEFT JOIN record p ON p.id = c.issuer_id
ORDER BY c.owner_id, c.position
"""
_YEARS = """
SELECT y.record_id, y.year FROM json_each(?) w CROSS JOIN record_year y ON y.record_id = w.value ORDER BY 1, 2
"""


def award_lines(db: SqliteDatabase, awards: Sequence[int]) -> list[AwardLine]:
    """These awards as lines, in the given order; those that are gone are left out."""
    given = (json.dumps(list(awards)),)
    recipients = _listed(db.execute_sql(_RECIPIENTS, given))
    issuers = _listed(db.execute_sql(_ISSUERS, given))
    years = _listed(db.execute_sql(_YEARS, given))
    found = {
        row[0]: _line(row, recipients.get(row[0], []), issuers.get(row[0], []), years.get(row[0], []))
        for row in db.execute_sql(_AWARDS, given)
    }
    return [found[award] for award in awards if award in found]


def _line(row: tuple[Any, ...], who: list[Any], issuers: list[Any], years: list[Any]) -> AwardLine:
    record, counted, award, code, form, level, state, basis, period, period_words, number, on, *rest = row
    book_number, reason, posthumous, *counts = rest
    named = ", ".join(name for _, name, _ in who if name) or counted or _counted(counts)
    return AwardLine(
        record,
        named,
        ", ".join(dict.fromkeys(title for _, _, title in who if title)),
        award,
        code,
        form,
        level,
        state,
        basis,
        tuple(year for (year,) in years),
        _shown(period, period_words),
        number,
        on,
        ", ".join(name for (name,) in issuers if name),
        book_number,
        reason,
        tuple(one for one, _, _ in who if one is not None),
        bool(posthumous),
    )


def _counted(counts: Sequence[int | None]) -> str:
    told = zip(counts, ("tập thể", "cá nhân", "hộ"), strict=True)
    return ", ".join(f"{number} {word}" for number, word in told if number)


def _shown(code: str, said: str) -> str:
    try:
        return show_period(Period(code, said))
    except UserError:
        return said


def _listed(rows: Any) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for owner, *cells in rows:
        found[owner].append(tuple(cells))
    return found
