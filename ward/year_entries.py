"""The records that belong to some work years, with all their fields, in few queries however many they are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from peewee import SqliteDatabase

from ward.kinds import KINDS
from ward.loading import values_of
from ward.lookups import LIVING, forwards
from ward.periods import Period

DAY_FIELDS = {
    "document": ("issued_on",),
    "event": ("held_on",),
    "contribution": ("given_on",),
    "registration": ("registered_on",),
    "award": ("decided_on", "proposed_on"),
}
"""The fields that date a record of a kind, the best first."""
STANDING = ("passage",)
"""Kinds whose records belong to every year when they name none."""
_BUILT = ("paper", "acceptance", "evidence", "figure")


@dataclass(frozen=True, slots=True)
class Entry:
    """One record with its fields; references are ids of living records.

    `day` (ISO, whole or in part) is when the record's people and units have the names that it uses.
    """

    id: int
    uid: str
    kind: str
    title: str
    day: str
    values: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


@dataclass
class Entries:
    """Records by kind, in the order of their entry; `undated` are those that name no year and no time."""

    by_kind: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    undated: list[Entry] = field(default_factory=list)

    def of(self, kind: str) -> list[Entry]:
        return self.by_kind.get(kind, [])

    def all(self) -> Iterator[Entry]:
        for entries in self.by_kind.values():
            yield from entries

    def add(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self.by_kind[entry.kind].append(entry)


def read_entries(db: SqliteDatabase, years: Collection[int]) -> Entries:
    """The living records of these work years; one without years belongs to those of its own time."""
    found = Entries()
    ends = forwards(db)
    for kind, records in _ids_of(db, years).items():
        for entry in load_entries(db, kind, records, ends, max(years)):
            if entry["years"] or kind in STANDING:
                found.by_kind[kind].append(entry)
            elif not (own := own_years(entry)):
                found.undated.append(entry)
            elif not own.isdisjoint(years):
                found.by_kind[kind].append(entry)
    return found


def load_entries(
    db: SqliteDatabase, kind: str, records: Collection[int], ends: Mapping[int, int], year: int
) -> list[Entry]:
    """These records as entries. `ends`: where forwarded records lead; `year`: whose end counts where no day is."""
    heads = db.execute_sql(
        "SELECT id, uid, title FROM record WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(records)),),
    ).fetchall()
    values = values_of(db, kind, records)
    led = _leader(kind, ends)
    return [
        Entry(record, bytes(uid).hex(), kind, title, _day(kind, values[record], year), led(values[record]))
        for record, uid, title in heads
    ]


def own_years(entry: Entry) -> set[int]:
    """The years that a record without work years speaks of: those of its time, else that of its day."""
    if entry.values.get("period"):
        return set(Period(entry["period"]).years)
    days = (entry[key] for key in DAY_FIELDS.get(entry.kind, ()))
    return {int(day[:4]) for day in days if day}


def references(entries: Iterable[Entry]) -> set[int]:
    """The records that these mention anywhere."""
    found: set[int] = set()
    for entry in entries:
        kind = KINDS[entry.kind]
        found.update(entry[one.key] for one in kind.shape.references)
        for key, shape in kind.list_shapes.items():
            for one in shape.references:
                found.update(row[one.key] for row in entry[key])
    return {record for record in found if record}


def _ids_of(db: SqliteDatabase, years: Collection[int]) -> dict[str, list[int]]:
    kinds = [key for key, kind in KINDS.items() if kind.yearly and key not in _BUILT]
    rows = db.execute_sql(
        f"SELECT DISTINCT r.kind, r.id FROM record_year y JOIN record r ON r.id = y.record_id "
        f"WHERE y.year IN (SELECT value FROM json_each(?)) AND {LIVING} ORDER BY r.id",
        (json.dumps(list(years)),),
    ).fetchall()
    rows += db.execute_sql(
        f"SELECT r.kind, r.id FROM record r WHERE r.kind IN (SELECT value FROM json_each(?)) AND {LIVING} "
        "AND NOT EXISTS (SELECT 1 FROM record_year y WHERE y.record_id = r.id) ORDER BY r.id",
        (json.dumps(kinds),),
    ).fetchall()
    found: dict[str, list[int]] = {kind: [] for kind in kinds}
    for kind, record in rows:
        if kind in found:
            found[kind].append(record)
    return found


def _day(kind: str, values: Mapping[str, Any], year: int) -> str:
    for key in DAY_FIELDS.get(kind, ()):
        if values[key]:
            return str(values[key])
    end = Period(values["period"]).end if values.get("period") else None
    if end is not None and end.year <= year:
        return end.isoformat()
    return f"{min(max(values['years'], default=year), year)}-12-31"


def _leader(kind: str, ends: Mapping[int, int]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """What leads the references of a record's fields on to the living records."""
    own = KINDS[kind].shape.references
    lists = {key: shape.references for key, shape in KINDS[kind].list_shapes.items() if shape.references}

    def lead(values: dict[str, Any]) -> dict[str, Any]:
        if ends:
            for one in own:
                values[one.key] = ends.get(values[one.key], values[one.key])
            for key, fields in lists.items():
                for row in values[key]:
                    row.update({one.key: ends.get(row[one.key], row[one.key]) for one in fields})
        return values

    return lead
