"""Which records tell of which recipients: awards, ratings, work, figures, and the units that were merged into one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from peewee import SqliteDatabase

from ward.lookups import LIVING

WORK = ("practice", "event", "task", "contribution", "movement")
_DONE_IN = ("owner", "organiser", "assignee", "partner", "helper", "member", "giver", "")
_TIES = {
    "award": ("award_recipient", "owner_id", "who_id"),
    "rating": ("rating", "record_id", "subject_id"),
    "registration": ("registration", "record_id", "registrant_id"),
    "initiative": ("initiative_author", "owner_id", "who_id"),
    "passage": ("passage", "record_id", "unit_id"),
    "movement": ("movement", "record_id", "organiser_id"),
    "event": ("event", "record_id", "unit_id"),
    "task": ("task", "record_id", "unit_id"),
    "contribution": ("contribution", "record_id", "unit_id"),
}
"""For each kind of record its table, the column of the record and the one that names whom it is about."""


@dataclass
class Ties:
    """The records about each recipient, by kind and recipient."""

    by_kind: dict[str, dict[int, set[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))

    def add(self, kind: str, about: int, record: int) -> None:
        self.by_kind[kind][about].add(record)

    def records(self, kind: str) -> set[int]:
        """All records of a kind, whomever they are about."""
        return {record for found in self.by_kind[kind].values() for record in found}


def ties_of(db: SqliteDatabase, recipients: Collection[int], ends: Mapping[int, int]) -> Ties:
    """What tells of these persons, units and households, and of their duplicates (`ends`: where those lead)."""
    wanted = _given(with_duplicates(recipients, ends))
    found = Ties()
    for kind, (table, record, about) in _TIES.items():
        sql = (
            f'SELECT t.{about}, t.{record} FROM "{table}" t JOIN record r ON r.id = t.{record} '
            f"WHERE t.{about} IN (SELECT value FROM json_each(?)) AND {LIVING}"
        )
        for who, one in db.execute_sql(sql, (wanted,)):
            found.add(kind, ends.get(who, who), one)
    _add_work(db, found, wanted, ends)
    return found


def predecessors(
    db: SqliteDatabase, units: Collection[int], on: str, ends: Mapping[int, int]
) -> dict[int, dict[int, str]]:
    """The units that became each of these until a day (ISO), however many steps ago, and to what extent."""
    rows = db.execute_sql(
        "SELECT s.predecessor_id, s.successor_id, s.on_day, s.extent FROM succession s "
        f"JOIN record r ON r.id = s.record_id WHERE {LIVING} "
        "AND s.predecessor_id IS NOT NULL AND s.successor_id IS NOT NULL"
    )
    before: dict[int, dict[int, str]] = defaultdict(dict)
    for old, new, day, extent in rows:
        if not day or day <= on:
            before[ends.get(new, new)][ends.get(old, old)] = extent
    return {unit: _all_before(unit, before) for unit in units}


def statements_about(db: SqliteDatabase, records: Collection[int]) -> list[int]:
    """The living statements of the results of these records."""
    rows = db.execute_sql(
        "SELECT f.record_id FROM figure f JOIN record r ON r.id = f.record_id "
        f"WHERE f.about_id IN (SELECT value FROM json_each(?)) AND {LIVING} ORDER BY 1",
        (_given(records),),
    )
    return [figure for (figure,) in rows]


def with_duplicates(records: Iterable[int], ends: Mapping[int, int]) -> set[int]:
    """These records and all that were forwarded to them."""
    wanted = set(records)
    return wanted | {record for record, end in ends.items() if end in wanted}


def statements_of(db: SqliteDatabase, units: Collection[int], ends: Mapping[int, int]) -> dict[int, frozenset[int]]:
    """The living statements that speak of these units, with the work years of each (none: any year)."""
    wanted = _given(with_duplicates(units, ends))
    rows = db.execute_sql(
        "SELECT s.owner_id FROM figure_scope s JOIN record r ON r.id = s.owner_id "
        f"WHERE s.unit_id IN (SELECT value FROM json_each(?)) AND {LIVING} "
        "UNION SELECT f.record_id FROM figure f JOIN record r ON r.id = f.record_id "
        f"WHERE f.about_id IN (SELECT value FROM json_each(?)) AND {LIVING} ORDER BY 1",
        (wanted, wanted),
    )
    figures = [figure for (figure,) in rows]
    years: dict[int, set[int]] = defaultdict(set)
    told = "SELECT record_id, year FROM record_year WHERE record_id IN (SELECT value FROM json_each(?))"
    for figure, year in db.execute_sql(told, (_given(figures),)):
        years[figure].add(year)
    return {figure: frozenset(years[figure]) for figure in figures}


def _add_work(db: SqliteDatabase, found: Ties, wanted: str, ends: Mapping[int, int]) -> None:
    """Work in which they take part; a practice without an owner is that of the unit where it is."""
    rows = db.execute_sql(
        "SELECT p.who_id, p.owner_id, r.kind, p.role FROM participant p JOIN record r ON r.id = p.owner_id "
        f"WHERE p.who_id IN (SELECT value FROM json_each(?)) AND {LIVING}",
        (wanted,),
    )
    for who, record, kind, role in rows:
        if kind in WORK and role in _DONE_IN:
            found.add(kind, ends.get(who, who), record)
    rows = db.execute_sql(
        "SELECT t.unit_id, t.record_id FROM practice t JOIN record r ON r.id = t.record_id "
        f"WHERE t.unit_id IN (SELECT value FROM json_each(?)) AND {LIVING} "
        "AND NOT EXISTS (SELECT 1 FROM participant p WHERE p.owner_id = t.record_id AND p.role = 'owner')",
        (wanted,),
    )
    for unit, record in rows:
        found.add("practice", ends.get(unit, unit), record)


def _all_before(unit: int, before: Mapping[int, Mapping[int, str]]) -> dict[int, str]:
    found: dict[int, str] = {}
    waiting = [unit]
    while waiting:
        for old, extent in before.get(waiting.pop(), {}).items():
            if old != unit and old not in found:
                found[old] = extent
                waiting.append(old)
    return found


def _given(records: Iterable[int]) -> str:
    return json.dumps(sorted(records))
