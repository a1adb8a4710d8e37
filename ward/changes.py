"""What acts did: taking one back, and the history of a record or of one of its fields."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from ward.edits import Add, Amend, Bin, Edit, Forward, Remove
from ward.errors import UserError
from ward.kinds import KINDS
from ward.loading import as_json, load, portable, restored

CHANGED_SINCE = (
    "Bản ghi “{title}” đã được sửa tiếp sau việc này, nên chưa hoàn tác được. "
    "Hãy hoàn tác lần sửa sau trước, hoặc sửa tay."
)


@dataclass(frozen=True)
class HistoryLine:
    """One field that one act changed: shown values as the portable form keeps them (None: there was none)."""

    change: int
    act: str
    at: str
    who: str
    field: str
    before: Any
    after: Any


def inverse(db: SqliteDatabase, change: int) -> list[Edit]:
    """The edits that take an act back. Raises UserError when a later act touched the same fields."""
    rows = db.execute_sql(
        "SELECT record_uid, kind, before, after FROM difference WHERE change_id = ? ORDER BY id DESC",
        (change,),
    ).fetchall()
    return [_inverse(db, bytes(uid), kind, before, after) for uid, kind, before, after in rows]


def _inverse(db: SqliteDatabase, uid: bytes, kind: str, before: str | None, after: str | None) -> Edit:
    if after is None and before is not None:
        return Add(kind, restored(KINDS[kind], json.loads(before)), uid)
    found = db.execute_sql("SELECT id FROM record WHERE uid = ?", (uid,)).fetchone()
    if found is None:
        raise UserError("Bản ghi của việc này không còn trong sổ, nên không hoàn tác được.")
    record = int(found[0])
    if before is None:
        return Remove(record)
    earlier = json.loads(before)
    if "@binned" in earlier:
        return Bin(record, earlier["@binned"])
    if "@forwarded_to" in earlier:
        to = earlier["@forwarded_to"]
        return Forward(record, bytes.fromhex(to) if to else None)
    _refuse_if_changed_since(db, record, kind, str(after))
    return Amend(record, restored(KINDS[kind], earlier))


def _refuse_if_changed_since(db: SqliteDatabase, record: int, kind: str, after: str) -> None:
    stored = load(db, record)
    now = {key: stored.values[key] for key in json.loads(after)}

    def uid_of(other: int) -> bytes:
        return bytes(db.execute_sql("SELECT uid FROM record WHERE id = ?", (other,)).fetchone()[0])

    if as_json(portable(KINDS[kind], now, uid_of, full=True)) != after:
        raise UserError(CHANGED_SINCE.format(title=stored.title))


def history(db: SqliteDatabase, record: int, field: str = "") -> list[HistoryLine]:
    """What happened to a record (or to one field of it), newest first."""
    rows = db.execute_sql(
        'SELECT c.id, c.act, c.at, c.who, d.before, d.after FROM difference d JOIN "change" c ON c.id = d.change_id '
        "WHERE d.record_uid = (SELECT uid FROM record WHERE id = ?) ORDER BY d.id DESC",
        (record,),
    ).fetchall()
    lines: list[HistoryLine] = []
    for number, act, at, who, before_text, after_text in rows:
        before, after = json.loads(before_text or "{}"), json.loads(after_text or "{}")
        for key in sorted(before.keys() | after.keys()):
            if not field or key == field:
                lines.append(HistoryLine(number, act, at, who, key, before.get(key), after.get(key)))
    return lines
