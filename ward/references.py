"""Which records name a record: what a merge must turn round, and what the screen shows as "dùng ở"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from ward.book import Book
from ward.edits import Amend, Bin, Change, Edit, Forward, Values
from ward.errors import UserError
from ward.kinds import KINDS, Kind
from ward.loading import Stored, load


@dataclass(frozen=True)
class Use:
    """A record that names another in one of its fields, or in a list of its own (`field` is then the list)."""

    id: int
    kind: str
    title: str
    field: str


def uses(db: SqliteDatabase, record: int, *, binned: bool = False, limit: int = 0) -> list[Use]:
    """Every record that names this one, by kind and title; those in the bin only when asked for.

    With `limit` only so many of each field are read, in any order.
    """
    found: dict[tuple[int, str], Use] = {}
    shown = "" if binned else "AND r.binned = 0"
    order = f"LIMIT {limit}" if limit else "ORDER BY r.kind, r.sort"
    for table, owner, column, field in _places():
        sql = (
            f'SELECT r.id, r.kind, r.title FROM "{table}" t JOIN record r ON r.id = t.{owner} '
            f'WHERE t."{column}" = ? {shown} {order}'
        )
        for identity, kind, title in db.execute_sql(sql, (record,)):
            found.setdefault((identity, field), Use(identity, kind, title, field))
    return list(found.values())


def merge(book: Book, keep: int, duplicate: int) -> Change:
    """Makes two entries of the same thing one: all references turn to `keep`, `duplicate` forwards to it.

    Fields that `keep` leaves empty are taken over from `duplicate`, lists and years are joined; nothing that
    `keep` says is replaced, but where it would name itself.
    Raises: UserError when the two are not of one kind, are the same entry, or one was merged before.
    """
    kept, gone = load(book.db, keep), load(book.db, duplicate)
    if keep == duplicate or kept.kind != gone.kind or kept.forwarded_to or gone.forwarded_to:
        raise UserError("Chỉ gộp được hai bản ghi khác nhau của cùng một loại. Hãy chọn lại.")
    taken = _joined(kept, gone)
    edits: list[Edit] = [Amend(keep, taken)] if taken else []
    owners = {use.id for use in uses(book.db, duplicate, binned=True)} - {keep, duplicate}
    edits += [_turned(book.db, owner, duplicate, keep) for owner in sorted(owners)]
    edits += [Forward(duplicate, keep), Bin(duplicate)]
    return book.write(f"Gộp “{gone.title}” vào “{kept.title}”", edits)


def forwarded(db: SqliteDatabase, record: int) -> int:
    """The record that this one leads to after merges (itself when it was not merged)."""
    seen = {record}
    while True:
        row = db.execute_sql("SELECT forwarded_to_id FROM record WHERE id = ?", (record,)).fetchone()
        if row is None or row[0] is None or row[0] in seen:
            return record
        record = row[0]
        seen.add(record)


def _joined(kept: Stored, gone: Stored) -> dict[str, Any]:
    """The fields of `kept` that change when `gone` is merged into it."""
    kind = KINDS[kept.kind]
    joined = dict(kept.values)
    for field in kind.shape.fields:
        if kept.values[field.key] == field.empty:
            joined[field.key] = gone.values[field.key]
    for key in kind.list_shapes:
        joined[key] = (*kept.values[key], *(row for row in gone.values[key] if row not in kept.values[key]))
    joined["years"] = tuple(sorted({*kept.years, *gone.years}))
    joined |= _with_references(kind, joined, {kept.id: None, gone.id: None})
    return {key: value for key, value in joined.items() if value != kept.values[key]}


def _turned(db: SqliteDatabase, owner: int, old: int, new: int) -> Amend:
    stored = load(db, owner)
    return Amend(owner, _with_references(KINDS[stored.kind], stored.values, {old: new}))


def _with_references(kind: Kind, values: Values, turned: Mapping[int, int | None]) -> dict[str, Any]:
    """The fields in which a reference turns, with the references turned."""
    changed: dict[str, Any] = {
        field.key: turned[values[field.key]] for field in kind.shape.references if values[field.key] in turned
    }
    for key, shape in kind.list_shapes.items():
        names = {field.key for field in shape.references}
        rows = [
            {name: turned.get(cell, cell) if name in names else cell for name, cell in row.items()}
            for row in values[key]
        ]
        if rows != list(values[key]):
            changed[key] = rows
    return changed


def _places() -> list[tuple[str, str, str, str]]:
    places: dict[tuple[str, str], tuple[str, str, str, str]] = {}
    for kind in KINDS.values():
        for field in kind.shape.references:
            column = field.columns[0]
            places[kind.shape.table, column] = (kind.shape.table, "record_id", column, field.key)
        for key, shape in kind.list_shapes.items():
            for field in shape.references:
                places[shape.table, field.columns[0]] = (shape.table, "owner_id", field.columns[0], key)
    return list(places.values())
