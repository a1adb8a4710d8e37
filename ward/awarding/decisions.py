"""The decisions of a round: which documents its awards rest on, and which awards each of them grants."""

from __future__ import annotations

import json
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.awarding.whose import own_awards
from ward.lookups import LIVING

_AWARDS = (
    "SELECT a.decision_id, a.record_id, coalesce(nullif(d.number, ''), a.decision_number), "
    "coalesce(nullif(d.issued_on, ''), a.decided_on) FROM award a JOIN record r ON r.id = a.record_id "
    "JOIN nomination n ON n.record_id = a.nomination_id LEFT JOIN document d ON d.record_id = a.decision_id "
    f"WHERE n.round_id = ? AND a.state = 'granted' AND {LIVING}"
)
_NUMBERS = "SELECT record_id, book_number FROM award WHERE record_id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of a round: its document (None where there is none), number, day (ISO), its awards in order.

    `own`: those of its awards that the office has given itself; none where it is a decision from above.
    """

    document: int | None
    number: str
    on: str
    awards: tuple[int, ...]
    own: tuple[int, ...]


def decisions_of(db: SqliteDatabase, round_id: int) -> list[Decision]:
    """The decisions that granted a round's nominations, the newest first; awards by their number in the book."""
    groups: dict[tuple[int | None, str, str], list[int]] = {}
    for document, award, number, day in db.execute_sql(_AWARDS, (round_id,)):
        groups.setdefault((document, number, day), []).append(award)
    every = [one for awards in groups.values() for one in awards]
    numbers = dict(db.execute_sql(_NUMBERS, (json.dumps(every),)))
    own = own_awards(db, every)
    found = []
    for (document, number, day), awards in groups.items():
        listed = tuple(sorted(awards, key=lambda one: (_counted(numbers[one]), one)))
        found.append(Decision(document, number, day, listed, tuple(one for one in listed if one in own)))
    return sorted(found, key=lambda one: (one.on, one.document or 0), reverse=True)


def _counted(number: str) -> int:
    """What a number in the book counts by; one without digits stands last."""
    digits = "".join(one for one in number if one.isdigit())
    return int(digits[:12]) if digits else 10**12
