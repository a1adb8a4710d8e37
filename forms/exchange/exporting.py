"""Everything of a book as one exchange file, the same bytes for the same records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase

from forms.exchange.evidence import copy_out
from forms.exchange.format import write_exchange
from ward import lookups
from ward.book import Book
from ward.kinds import KINDS, Kind
from ward.loading import values_of
from ward.shapes import Shape

WINDOW = 2000
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Exported:
    """What an export wrote: the number of records, and the evidence files that were not there to copy."""

    records: int
    missing_evidence: tuple[str, ...] = ()


def export(book: Book, target: Path, *, progress: Progress | None = None) -> Exported:
    """Writes all records, in the order of the kinds and then of their uids, with their evidence beside.

    Records in the bin and those merged into another are left out; a reference to a merged one becomes one to
    the record that was kept, a reference to one in the bin is left out. `progress(done, total)` counts records
    and may raise to cancel: the target is then as it was.
    Raises: UserError when the folder cannot be written.
    """
    with book.db.atomic():
        heads = {kind: lookups.living(book.db, kind) for kind in KINDS}
        total = sum(map(len, heads.values()))
        records = _counted(_records(book.db, heads), progress, total)
        write_exchange(target, records)
    return Exported(total, copy_out(book, target))


def _counted(records: Iterator[dict[str, Any]], progress: Progress | None, total: int) -> Iterator[dict[str, Any]]:
    for done, record in enumerate(records, 1):
        yield record
        if progress and (done % 500 == 0 or done == total):
            progress(done, total)


def _records(db: SqliteDatabase, heads: dict[str, list[lookups.Head]]) -> Iterator[dict[str, Any]]:
    uid_of = {head.id: head.uid.hex() for found in heads.values() for head in found}
    for record, kept in lookups.forwards(db).items():
        if kept in uid_of:
            uid_of[record] = uid_of[kept]
    for kind, found in heads.items():
        for start in range(0, len(found), WINDOW):
            window = found[start : start + WINDOW]
            values = values_of(db, kind, [head.id for head in window])
            for head in window:
                fields = _fields(KINDS[kind], values[head.id], uid_of)
                yield {"kind": kind, "uid": head.uid.hex(), **fields}


def _fields(kind: Kind, values: dict[str, Any], uid_of: dict[int, str]) -> dict[str, Any]:
    """The fields that say something, in alphabetical order."""
    fields = _row(kind.shape, values, uid_of)
    for key, shape in kind.list_shapes.items():
        rows = [_row(shape, row, uid_of) for row in values[key]]
        if any(rows):
            fields[key] = [row for row in rows if row]
    if values["years"]:
        fields["years"] = list(values["years"])
    return dict(sorted(fields.items()))


def _row(shape: Shape, values: dict[str, Any], uid_of: dict[int, str]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for field in sorted(shape.fields, key=lambda field: field.key):
        value = values[field.key]
        if value is None or value is False or value == "":
            continue
        if field.type == "ref":
            if value in uid_of:
                row[field.key] = {"uid": uid_of[value]}
        else:
            row[field.key] = format(value, "f") if isinstance(value, Decimal) else value
    return row
