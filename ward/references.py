"""Which records name a record: what a merge must turn round, and what the screen shows as "dùng ở"."""

from __future__ import annotations

from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.book import Book
from ward.edits import Amend, Bin, Change, Edit, Forward
from ward.errors import UserError
from ward.kinds import KINDS
from ward.loading import load


@dataclass(frozen=True)
class Use:
    """A record that names another in one of its fields, or in a list of its own (`field` is then the list)."""

    id: int
    kind: str
    title: str
    field: str


def uses(db: SqliteDatabase, record: int) -> list[Use]:
    """Every record (not in the bin) that names this one, by kind and title."""
    found: dict[tuple[int, str], Use] = {}
    for table, owner, column, field in _places():
        sql = (
            f'SELECT r.id, r.kind, r.title FROM "{table}" t JOIN record r ON r.id = t.{owner} '
            f'WHERE t."{column}" = ? AND r.binned = 0 ORDER BY r.kind, r.sort'
        )
        for identity, kind, title in db.execute_sql(sql, (record,)):
            found.setdefault((identity, field), Use(identity, kind, title, field))
    return list(found.values())


def merge(book: Book, keep: int, duplicate: int) -> Change:
    """Makes two entries of the same thing one: all references turn to `keep`, `duplicate` forwards to it.

    Fields that `keep` leaves empty are taken over from `duplicate`; nothing that `keep` says is replaced.
    Raises: UserError when the two are not of one kind, or are the same entry.
    """
    kept, gone = load(book.db, keep), load(book.db, duplicate)
    if keep == duplicate or kept.kind != gone.kind:
        raise UserError("Chỉ gộp được hai bản ghi khác nhau của cùng một loại. Hãy chọn lại.")
    kind = KINDS[kept.kind]
    taken = {
        field.key: gone.values[field.key]
        for field in kind.shape.fields
        if kept.values[field.key] == field.empty and gone.values[field.key] != field.empty
    }
    for key in kind.list_shapes:
        extra = [row for row in gone.values[key] if row not in kept.values[key]]
        if extra:
            taken[key] = (*kept.values[key], *extra)
    edits: list[Edit] = [Amend(keep, taken)] if taken else []
    edits += [
        _turned(book.db, owner, duplicate, keep)
        for owner in sorted({use.id for use in uses(book.db, duplicate)} - {keep})
    ]
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


def _turned(db: SqliteDatabase, owner: int, old: int, new: int) -> Amend:
    stored = load(db, owner)
    kind = KINDS[stored.kind]
    changed = {field.key: new for field in kind.shape.references if stored.values[field.key] == old}
    for key, shape in kind.list_shapes.items():
        names = [field.key for field in shape.references]
        if any(row[name] == old for row in stored.values[key] for name in names):
            changed[key] = [  # type: ignore[assignment]
                {name: new if name in names and cell == old else cell for name, cell in row.items()}
                for row in stored.values[key]
            ]
    return Amend(owner, changed)


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
