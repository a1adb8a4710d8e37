"""A submission as it is read, and the nominations in it."""

from __future__ import annotations

from collections.abc import Sequence

from peewee import SqliteDatabase

from ward.errors import UserError
from ward.loading import Stored, load
from ward.lookups import LIVING


def submission_of(db: SqliteDatabase, submission: int) -> Stored:
    """The submission with all its fields. Raises UserError when the record is none."""
    found = load(db, submission)
    if found.kind != "submission":
        raise UserError("Bản ghi này không phải là tờ trình. Hãy chọn lại tờ trình.")
    return found


def nominations_in(db: SqliteDatabase, submission: int, states: Sequence[str]) -> list[int]:
    """The nominations of a submission that are in one of these states, in the list's order."""
    rows = db.execute_sql(
        "SELECT n.record_id, n.state FROM nomination n CROSS JOIN record r ON r.id = n.record_id "
        f"WHERE n.submission_id = ? AND {LIVING} ORDER BY n.place_in_list, n.record_id",
        (submission,),
    )
    return [record for record, state in rows if state in states]
