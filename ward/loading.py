"""One record as it stands in the file, and its fields in the portable form that Changes and exchange use."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
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
    head = db.execute_sql(
        "SELECT uid, kind, revision, title, binned, forwarded_to_id FROM record WHERE id = ?", (record,)
    ).fetchone()
    if head is None:
        raise UserError("Bản ghi này không còn trong sổ. Hãy mở lại danh sách.")
    uid, kind_key, revision, title, binned, forwarded_to = head
    kind = KINDS[kind_key]
    values = _own_row(db, kind, record)
    for key, shape in kind.list_shapes.items():
        values[key] = _list_rows(db, shape, record)
    years = db.execute_sql("SELECT year FROM record_year WHERE record_id = ? ORDER BY year", (record,))
    values["years"] = tuple(year for (year,) in years)
    return Stored(record, bytes(uid), kind_key, revision, title, bool(binned), forwarded_to, values)


def _own_row(db: SqliteDatabase, kind: Kind, record: int) -> dict[str, Any]:
    columns = ", ".join(f'"{column}"' for column in kind.shape.columns)
    sql = f'SELECT {columns} FROM "{kind.shape.table}" WHERE record_id = ?'
    return kind.shape.loaded(db.execute_sql(sql, (record,)).fetchone())


def _list_rows(db: SqliteDatabase, shape: Shape, record: int) -> tuple[dict[str, Any], ...]:
    columns = ", ".join(f'"{column}"' for column in shape.columns)
    sql = f'SELECT {columns} FROM "{shape.table}" WHERE owner_id = ? ORDER BY position'
    return tuple(shape.loaded(cells) for cells in db.execute_sql(sql, (record,)))


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
