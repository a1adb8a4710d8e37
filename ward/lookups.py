"""Many records asked for at once: by uid, by the text of a field, where they lead."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from peewee import SqliteDatabase

from ward.kinds import KINDS, Kind

LIVING = "r.binned = 0 AND r.forwarded_to_id IS NULL"


@dataclass(frozen=True)
class Head:
    """What the record table knows of one record."""

    id: int
    uid: bytes
    kind: str
    title: str
    binned: bool
    forwarded_to: int | None


def heads_by_uid(db: SqliteDatabase, uids: Iterable[bytes]) -> dict[bytes, Head]:
    """The records with these uids, in the bin or not; uids that the file does not know are left out."""
    found: dict[bytes, Head] = {}
    rest = iter(uids)
    while chunk := list(islice(rest, 500)):
        marks = ",".join("?" * len(chunk))
        for head in _heads(db, f"r.uid IN ({marks})", chunk):
            found[head.uid] = head
    return found


def living(db: SqliteDatabase, kind: str) -> list[Head]:
    """All records of a kind that are neither in the bin nor forwarded, in the order of their uids."""
    return _heads(db, f"r.kind = ? AND {LIVING} ORDER BY r.uid", (kind,))


def forwards(db: SqliteDatabase) -> dict[int, int]:
    """Where each forwarded record leads in the end."""
    rows = db.execute_sql("SELECT id, forwarded_to_id FROM record WHERE forwarded_to_id IS NOT NULL")
    steps = {record: to for record, to in rows}
    ends = {}
    for record in steps:
        end, seen = record, {record}
        while end in steps and steps[end] not in seen:
            end = steps[end]
            seen.add(end)
        ends[record] = end
    return ends


def with_value(db: SqliteDatabase, kind: str, field: str, values: Collection[Any]) -> list[int]:
    """The living records of a kind whose field holds one of these texts or whole numbers.

    "list.field" asks the rows of a list (any row); "title" the record's own line.
    """
    table, owner, column = _place(KINDS[kind], field)
    sql = (
        f'SELECT DISTINCT r.id FROM record r JOIN "{table}" t ON t.{owner} = r.id '
        f'WHERE r.kind = ? AND {LIVING} AND t."{column}" IN (SELECT value FROM json_each(?))'
    )
    return [row[0] for row in db.execute_sql(sql, (kind, json.dumps(list(values))))]


def with_values(db: SqliteDatabase, kind: str, wanted: Mapping[str, Collection[Any]]) -> list[int]:
    """The living records of a kind whose own fields each hold one of the texts given for them."""
    shape = KINDS[kind].shape
    columns = [shape.by_key[field].columns[0] for field in wanted]
    narrowed = " ".join(f'AND t."{column}" IN (SELECT value FROM json_each(?))' for column in columns)
    sql = (
        f'SELECT r.id FROM record r JOIN "{shape.table}" t ON t.record_id = r.id '
        f"WHERE r.kind = ? AND {LIVING} {narrowed}"
    )
    return [row[0] for row in db.execute_sql(sql, (kind, *(json.dumps(list(values)) for values in wanted.values())))]


def closed_years(db: SqliteDatabase) -> frozenset[int]:
    """The years whose figures, awards and papers are locked."""
    return frozenset(year for (year,) in db.execute_sql("SELECT year FROM year WHERE closed_on <> ''"))


def _heads(db: SqliteDatabase, where: str, values: Sequence[Any]) -> list[Head]:
    sql = f"SELECT r.id, r.uid, r.kind, r.title, r.binned, r.forwarded_to_id FROM record r WHERE {where}"
    return [Head(row[0], bytes(row[1]), row[2], row[3], bool(row[4]), row[5]) for row in db.execute_sql(sql, values)]


def _place(kind: Kind, field: str) -> tuple[str, str, str]:
    if field == "title":
        return "record", "id", "title"
    key, _, inner = field.partition(".")
    shape = kind.list_shapes[key] if inner else kind.shape
    return shape.table, shape.owner, shape.by_key[inner or key].columns[0]
