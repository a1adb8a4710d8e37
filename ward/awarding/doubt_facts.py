"""What the file knows of nominees while they are proposed, read by indexes in a few statements for all of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from peewee import SqliteDatabase

from ward.lookups import LIVING
from ward.text import person_sort_key, sort_key

Rows = dict[int, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A nomination that is asked about: as it stands in the list, or as it is being typed."""

    nomination: int | None
    round: int
    basis: str
    years: tuple[int, ...]
    day: str
    nominee: int | None
    nominee_words: str
    recipient_kind: str
    award_type: int | None
    achievement: str
    period: str
    movement: int | None
    practice: int | None
    posthumous: bool
    proposer: int | None
    initiatives: tuple[int, ...]


class Nominee(NamedTuple):
    """A nominee's record; `death` of a person or of a household's head, `ended` of a unit (ISO or "")."""

    id: int
    kind: str
    title: str
    death: str
    ended: str
    head: str
    unit: int | None


class Past(NamedTuple):
    """An award that a nominee was granted."""

    id: int
    uid: str
    type: int | None
    name: str
    form: str
    basis: str
    period: str
    years: tuple[int, ...]
    movement: int | None
    practice: int | None
    reason: str
    number: str
    decided_on: str


class Same(NamedTuple):
    """A person or household of the same name, and the units it belongs to."""

    id: int
    title: str
    units: tuple[int, ...]
    where: str


@dataclass
class Known:
    """Everything that the doubts look at, by nominee (or by initiative, or by name key)."""

    nominees: dict[int, Nominee]
    same_names: dict[tuple[str, bytes], list[Same]]
    awards: dict[int, list[Past]]
    disciplines: Rows
    others: Rows
    same_words: Rows
    initiatives: Rows
    registered: set[tuple[int, int, int]]
    successors: Rows
    posts: Rows
    types: dict[int, tuple[str, str]]


def read_known(db: SqliteDatabase, asked: Sequence[Asked]) -> Known:
    """What is known of these nominees."""
    nominees = _nominees(db, {one.nominee for one in asked if one.nominee is not None})
    ids = list(nominees)
    heads = [row[0] for row in _each(db, _HEADS, ids)]
    return Known(
        nominees,
        _same_names(db, asked, nominees),
        _awards(db, ids),
        _by_first(_each(db, _DISCIPLINES, ids)) | _of_heads(db, ids, heads),
        _by_first(_each(db, _OTHERS, ids)),
        _by_first(_each(db, _UNLINKED, {one.round for one in asked if one.nominee is None})),
        _by_first(_each(db, _INITIATIVES, {record for one in asked for record in one.initiatives})),
        {(row[0], row[1], row[2]) for row in _each(db, _REGISTERED, ids)},
        _by_first(_each(db, _SUCCESSORS, ids)),
        _by_first(_each(db, _POSTS, ids)),
        {row[0]: (row[1], row[2]) for row in _each(db, _TYPES, {one.award_type for one in asked if one.award_type})},
    )


_NOMINEES = """
SELECT r.id, r.kind, r.title, COALESCE(p.death, hp.death, ''), COALESCE(u.ended, ''),
       COALESCE(hr.title, ''), h.unit_id
FROM json_each(?) w CROSS JOIN record r ON r.id = w.value LEFT JOIN person p ON p.record_id = r.id
LEFT JOIN unit u ON u.record_id = r.id LEFT JOIN household h ON h.record_id = r.id
LEFT JOIN person hp ON hp.record_id = h.head_id LEFT JOIN record hr ON hr.id = h.head_id
"""
_HEADS = """
SELECT h.head_id FROM json_each(?) w CROSS JOIN household h ON h.record_id = w.value WHERE h.head_id IS NOT NULL
"""
_AWARDS = f"""
SELECT c.who_id, a.record_id, lower(hex(r.uid)), a.award_type_id, COALESCE(NULLIF(a.form_words, ''), tr.title, ''),
       COALESCE(t.form, ''), a.basis, a.period,
       (SELECT group_concat(y.year) FROM record_year y WHERE y.record_id = a.record_id),
       a.movement_id, a.practice_id, a.reason, a.decision_number, a.decided_on
FROM json_each(?) w CROSS JOIN award_recipient c ON c.who_id = w.value
CROSS JOIN award a ON a.record_id = c.owner_id CROSS JOIN record r ON r.id = a.record_id
LEFT JOIN award_type t ON t.record_id = a.award_type_id LEFT JOIN record tr ON tr.id = a.award_type_id
WHERE a.state = 'granted' AND {LIVING} ORDER BY a.decided_on DESC, a.record_id
"""
_DISCIPLINES = f"""
SELECT d.subject_id, d.record_id, d.matter, d.since, d.until, r.title FROM json_each(?) w
CROSS JOIN discipline d ON d.subject_id = w.value CROSS JOIN record r ON r.id = d.record_id
WHERE d.cleared = 0 AND {LIVING}
"""
_HOUSES_OF = "SELECT h.head_id, h.record_id FROM json_each(?) w CROSS JOIN household h ON h.record_id = w.value"
_OTHERS = f"""
SELECT n.nominee_id, n.record_id, n.round_id, n.award_type_id, n.state, r.title FROM json_each(?) w
CROSS JOIN nomination n ON n.nominee_id = w.value CROSS JOIN record r ON r.id = n.record_id
WHERE n.state <> 'withdrawn' AND {LIVING}
"""
_UNLINKED = f"""
SELECT n.round_id, n.record_id, n.nominee_words, n.as_title, n.award_type_id FROM json_each(?) w
CROSS JOIN nomination n ON n.round_id = w.value CROSS JOIN record r ON r.id = n.record_id
WHERE n.nominee_id IS NULL AND n.state <> 'withdrawn' AND {LIVING}
"""
_INITIATIVES = f"""
SELECT i.initiative_id, n.record_id, r.title, ir.title FROM json_each(?) w
CROSS JOIN nomination_initiative i ON i.initiative_id = w.value
CROSS JOIN nomination n ON n.record_id = i.owner_id CROSS JOIN record r ON r.id = n.record_id
CROSS JOIN record ir ON ir.id = i.initiative_id
WHERE n.state NOT IN ('withdrawn', 'failed', 'refused', 'cancelled') AND {LIVING}
"""
_REGISTERED = f"""
SELECT k.registrant_id, k.award_type_id, y.year FROM json_each(?) w
CROSS JOIN registration k ON k.registrant_id = w.value CROSS JOIN record r ON r.id = k.record_id
CROSS JOIN record_year y ON y.record_id = r.id WHERE k.award_type_id IS NOT NULL AND {LIVING}
"""
_SUCCESSORS = f"""
SELECT s.predecessor_id, s.successor_id, sr.title FROM json_each(?) w
CROSS JOIN succession s ON s.predecessor_id = w.value CROSS JOIN record r ON r.id = s.record_id
CROSS JOIN record sr ON sr.id = s.successor_id WHERE {LIVING}
"""
_POSTS = """
SELECT p.owner_id, p.unit_id, p.since, p.until, COALESCE(ur.title, p.unit_words) FROM json_each(?) w
CROSS JOIN person_position p ON p.owner_id = w.value LEFT JOIN record ur ON ur.id = p.unit_id
ORDER BY p.owner_id, p.position
"""
_TYPES = """
SELECT t.record_id, t.name, t.form FROM json_each(?) w CROSS JOIN award_type t ON t.record_id = w.value
"""
_OF_NAME = """
SELECT r.kind, r.sort, r.id, r.title, h.unit_id FROM record r LEFT JOIN household h ON h.record_id = r.id
WHERE r.kind = ? AND r.binned = 0 AND r.sort = ? AND r.forwarded_to_id IS NULL ORDER BY r.id
"""


def _each(db: SqliteDatabase, sql: str, records: Collection[int]) -> list[tuple[Any, ...]]:
    if not records:
        return []
    rows: list[tuple[Any, ...]] = db.execute_sql(sql, (json.dumps(list(records)),)).fetchall()
    return rows


def _by_first(rows: Iterable[tuple[Any, ...]]) -> Rows:
    found: Rows = defaultdict(list)
    for first, *cells in rows:
        found[first].append(tuple(cells))
    return found


def _nominees(db: SqliteDatabase, ids: set[int]) -> dict[int, Nominee]:
    return {row[0]: Nominee(*row) for row in _each(db, _NOMINEES, ids)}


def _awards(db: SqliteDatabase, ids: list[int]) -> dict[int, list[Past]]:
    found: dict[int, list[Past]] = defaultdict(list)
    for who, *cells in _each(db, _AWARDS, ids):
        cells[7] = tuple(sorted(int(year) for year in (cells[7] or "").split(",") if year))
        found[who].append(Past._make(cells))
    return found


def _of_heads(db: SqliteDatabase, ids: list[int], heads: list[int]) -> Rows:
    """What is told of the heads of nominated households, by household, together with what is told of itself."""
    told = _by_first(_each(db, _DISCIPLINES, heads))
    own = _by_first(_each(db, _DISCIPLINES, ids))
    return {house: [*own.get(house, []), *told[head]] for head, house in _each(db, _HOUSES_OF, ids) if told.get(head)}


def _same_names(
    db: SqliteDatabase, asked: Sequence[Asked], nominees: dict[int, Nominee]
) -> dict[tuple[str, bytes], list[Same]]:
    """Persons and households by the key of their name, where more than one has it or nobody was chosen."""
    keys = {name_key(nominees.get(one.nominee or 0), one) for one in asked} - {None}
    rows = [row for key in keys if key for row in db.execute_sql(_OF_NAME, key)]
    units = _by_first(_each(db, _POSTS, [row[2] for row in rows if row[0] == "person"]))
    found: dict[tuple[str, bytes], list[Same]] = defaultdict(list)
    for kind, key, record, title, unit in rows:
        posts = [post for post in units.get(record, []) if not post[2]]
        at = tuple(post[0] for post in posts if post[0]) if kind == "person" else tuple(filter(None, (unit,)))
        found[kind, bytes(key)].append(Same(record, title, at, ", ".join(post[3] for post in posts if post[3])))
    return found


def name_key(nominee: Nominee | None, asked: Asked) -> tuple[str, bytes] | None:
    """The kind and key under which records of the nominee's name are found; None for units."""
    if nominee is not None:
        if nominee.kind not in ("person", "household"):
            return None
        key = person_sort_key(nominee.title) if nominee.kind == "person" else sort_key(nominee.title)
        return nominee.kind, key
    if asked.recipient_kind == "ca_nhan" and asked.nominee_words:
        return "person", person_sort_key(asked.nominee_words)
    return None
