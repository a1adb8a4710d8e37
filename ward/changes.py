"""What acts did: taking one back, and the history of a record or of one of its fields."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from ward.edits import Add, Amend, Bin, Edit, Forward, Remove
from ward.errors import UserError
from ward.kinds import KINDS
from ward.loading import Stored, is_nothing, load_many, portable, restored

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
        "SELECT record_uid, kind, revision, before, after FROM difference WHERE change_id = ? ORDER BY id DESC",
        (change,),
    ).fetchall()
    taking_back = _TakingBack(db, change)
    return [taking_back.edit(bytes(uid), *rest) for uid, *rest in rows]


class _TakingBack:
    """Takes the differences of one act back, newest first; knows each record as it stands after those before."""

    def __init__(self, db: SqliteDatabase, change: int) -> None:
        self._db = db
        found = db.execute_sql(
            "SELECT r.uid, r.id FROM difference d JOIN record r ON r.uid = d.record_uid WHERE d.change_id = ?",
            (change,),
        )
        self._ids = {bytes(uid): record for uid, record in found}
        self._uids = {record: uid for uid, record in self._ids.items()}
        self._loaded = load_many(db, self._uids)
        self._standing: dict[bytes, dict[str, Any]] = {}

    def edit(self, uid: bytes, kind: str, revision: int, before: str | None, after: str | None) -> Edit:
        if after is None:
            return Add(kind, restored(KINDS[kind], json.loads(before or "{}")), uid, revision)
        if uid not in self._ids:
            raise UserError("Bản ghi của việc này không còn trong sổ, nên không hoàn tác được.")
        stored = self._loaded[self._ids[uid]]
        now = self._standing.setdefault(uid, self._as_it_stands(stored))
        said = json.loads(after)
        seen = {key: value for key, value in now.items() if key in said or (before is None and not is_nothing(value))}
        if seen != said:
            raise UserError(CHANGED_SINCE.format(title=stored.title))
        if before is None:
            return Remove(stored.id)
        earlier = json.loads(before)
        now.update(earlier)
        if "@binned" in earlier:
            return Bin(stored.id, earlier["@binned"])
        if "@forwarded_to" in earlier:
            to = earlier["@forwarded_to"]
            return Forward(stored.id, bytes.fromhex(to) if to else None)
        return Amend(stored.id, restored(KINDS[kind], earlier))

    def _as_it_stands(self, stored: Stored) -> dict[str, Any]:
        to = stored.forwarded_to
        marks = {"@binned": stored.binned, "@forwarded_to": self._uid(to).hex() if to else None}
        return {**portable(KINDS[stored.kind], stored.values, self._uid, full=True), **marks}

    def _uid(self, record: int) -> bytes:
        if record not in self._uids:
            row = self._db.execute_sql("SELECT uid FROM record WHERE id = ?", (record,)).fetchone()
            self._uids[record] = bytes(row[0])
        return self._uids[record]


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
