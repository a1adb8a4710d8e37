"""Records as they stand in the file, and their fields in the portable form that Changes and exchange use."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from peewee import SqliteDatabase

from ward.errors import UserError
from ward.kinds import KINDS, Kind
from ward.shapes import Shape


@dataclass(frozen=True)
class Stored:
    """A record: identity, state, and all its fields (`values` as in `ward.edits.Values`, references as ids)."""

    id: int
    uid: bytes
    kind: str
    revision: int
    title: str
    binned: bool
    forwarded_to: int | None
    values: dict[str, Any]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(self.values["years"])


def load(db: SqliteDatabase, record: int) -> Stored:
    """The record with this id. Raises UserError when there is none (any more)."""
    found = load_many(db, [record])
    if not found:
        raise UserError("Bản ghi này không còn trong sổ. Hãy mở lại danh sách.")
    return found[record]


def load_many(db: SqliteDatabase, records: Iterable[int]) -> dict[int, Stored]:
    """The records with these ids, by id, in a few queries for each kind; those that are gone are left out."""
    heads = db.execute_sql(
        "SELECT id, uid, kind, revision, title, binned, forwarded_to_id FROM record "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(records)),),
    ).fetchall()
    values: dict[int, dict[str, Any]] = {}
    for kind in {head[2] for head in heads}:
        values.update(values_of(db, kind, [head[0] for head in heads if head[2] == kind]))
    return {
        record: Stored(record, bytes(uid), kind, revision, title, bool(binned), forwarded_to, values[record])
        for record, uid, kind, revision, title, binned, forwarded_to in heads
    }


def values_of(db: SqliteDatabase, kind_key: str, records: Collection[int]) -> dict[int, dict[str, Any]]:
    """All fields of these records of one kind, as `Stored.values` has them, by id."""
    kind = KINDS[kind_key]
    given = json.dumps(list(records))
    own = _rows(db, kind.shape.table, "record_id", kind.shape.columns, "record_id", given)
    values = {record: kind.shape.loaded(cells) for record, *cells in own}
    for key, shape in kind.list_shapes.items():
        lists: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for record, *cells in _rows(db, shape.table, "owner_id", shape.columns, "owner_id, position", given):
            lists[record].append(shape.loaded(cells))
        for record, fields in values.items():
            fields[key] = tuple(lists.get(record, ()))
    years: dict[int, list[int]] = defaultdict(list)
    for record, year in _rows(db, "record_year", "record_id", ("year",), "record_id, year", given):
        years[record].append(year)
    for record, fields in values.items():
        fields["years"] = tuple(years.get(record, ()))
    return values


def _rows(
    db: SqliteDatabase, table: str, owner: str, columns: Iterable[str], order: str, given: str
) -> Iterator[tuple[Any, ...]]:
    names = ", ".join(f'"{column}"' for column in (owner, *columns))
    sql = f'SELECT {names} FROM "{table}" WHERE {owner} IN (SELECT value FROM json_each(?)) ORDER BY {order}'
    return iter(db.execute_sql(sql, (given,)).fetchall())


def is_nothing(value: Any) -> bool:
    """Whether a field, plain or portable, says nothing; zero says something."""
    return value is None or value is False or value == "" or value == [] or value == ()


def portable(
    kind: Kind, values: Mapping[str, Any], uid_of: Callable[[int], bytes], *, full: bool = False
) -> dict[str, Any]:
    """The values as JSON knows them: references as uid hex, decimals as text; `full` keeps empty fields too."""
    row: dict[str, Any] = {}
    own, lists = kind.shape.by_key, kind.list_shapes
    for key, value in values.items():
        if not full and is_nothing(value):
            continue
        if key == "years":
            row[key] = list(value)
        elif key in lists:
            row[key] = [_portable_row(lists[key], line, uid_of) for line in value]
        else:
            row[key] = _portable_value(own[key].type, value, uid_of)
    return row


def _portable_row(shape: Shape, line: Mapping[str, Any], uid_of: Callable[[int], bytes]) -> dict[str, Any]:
    types = shape.by_key
    said = ((key, value) for key, value in line.items() if not is_nothing(value))
    return {key: _portable_value(types[key].type, value, uid_of) for key, value in said}


def _portable_value(kind: str, value: Any, uid_of: Callable[[int], bytes]) -> Any:
    if value is None or kind not in ("ref", "exact"):
        return value
    return uid_of(value).hex() if kind == "ref" else str(value)


def restored(kind: Kind, plain: Mapping[str, Any]) -> dict[str, Any]:
    """The values that `portable` wrote, fit for the door: references as uids, numbers as Decimal."""
    values: dict[str, Any] = {}
    for key, value in plain.items():
        if key in kind.list_shapes:
            shape = kind.list_shapes[key]
            values[key] = [
                {name: _restored_value(shape.by_key[name].type, cell) for name, cell in line.items()}
                for line in value
            ]
        else:
            values[key] = value if key == "years" else _restored_value(kind.shape.by_key[key].type, value)
    return values


def _restored_value(kind: str, value: Any) -> Any:
    if value is None or kind not in ("ref", "exact"):
        return value
    return bytes.fromhex(value) if kind == "ref" else Decimal(value)


def as_json(plain: Mapping[str, Any]) -> str:
    """The text that is kept in a Change, and compared."""
    return _ENCODER.encode(plain)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
