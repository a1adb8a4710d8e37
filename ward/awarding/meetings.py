"""A meeting as it is read: its record, whether it is locked, who was asked to it, the rules that it goes by."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from peewee import SqliteDatabase

from ward.awarding.rounds import rules_day
from ward.errors import UserError
from ward.loading import Stored, load

if TYPE_CHECKING:
    from ward.rules.pack import Pack


@dataclass(frozen=True, slots=True)
class Attending:
    """A member at a meeting: presence "present", "absent", "written" (absent, with a written opinion)."""

    who: int | None
    name: str
    role: str = ""
    as_title: str = ""
    presence: str = "present"
    reason: str = ""


def attending_of(db: SqliteDatabase, found: Stored) -> list[Attending]:
    """Who was asked to a meeting that was read already, and who came."""
    rows = found.values["attendance"]
    names = titles_of(db, [row["who"] for row in rows])
    return [
        Attending(
            row["who"],
            row["words"] or names.get(row["who"], ""),
            row["role"],
            row["as_title"],
            row["presence"] or "present",
            row["reason"],
        )
        for row in rows
    ]


def meeting_of(db: SqliteDatabase, meeting: int) -> Stored:
    """The meeting with all its fields. Raises UserError when the record is no meeting."""
    found = load(db, meeting)
    if found.kind != "meeting":
        raise UserError("Bản ghi này không phải là cuộc họp Hội đồng. Hãy chọn lại cuộc họp.")
    return found


def unlocked(db: SqliteDatabase, meeting: int) -> Stored:
    """The meeting, if its result is not locked. Raises UserError otherwise."""
    found = meeting_of(db, meeting)
    if found.values["locked_at"]:
        raise UserError("Kết quả cuộc họp này đã khóa. Hãy mở khóa và ghi lý do rồi mới sửa.")
    return found


def rules_of(db: SqliteDatabase, round_id: int) -> Pack:
    """The rules that a round is judged by."""
    from ward.rules.packs import pack_of

    pack: Pack = pack_of(db, round_id, rules_day(db, round_id))
    return pack


def attendance_row(one: Attending) -> dict[str, Any]:
    """A member as the meeting's list keeps it."""
    return {
        "who": one.who,
        "words": one.name,
        "role": one.role,
        "as_title": one.as_title,
        "presence": one.presence,
        "reason": one.reason,
    }


def titles_of(db: SqliteDatabase, persons: Sequence[int | None]) -> dict[int | None, str]:
    """The names of records, by record."""
    rows = db.execute_sql(
        "SELECT id, title FROM record WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([one for one in persons if one]),),
    )
    return dict(rows.fetchall())
