"""The papers that were made about a round and what belongs to it, as they stand in the book."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from peewee import SqliteDatabase

from ward.lookups import LIVING
from ward.paper_lookups import noted_by
from ward.printed import prints_of

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class RoundPaper:
    """A paper about one record; `about` is that record, `changed` whether what it printed was changed since.

    `years`: its work years in words, "2025" or "2025, 2026".
    """

    id: int
    title: str
    kind: str
    about: int
    state: str
    path: Path
    number: str
    signed_on: str
    years: str
    changed: bool


def papers_about_records(db: SqliteDatabase, records: Collection[int]) -> list[RoundPaper]:
    """The newest paper of each kind about each of these records, those of no use any more left out."""
    rows = db.execute_sql(
        "SELECT k.record_id, r.title, k.paper_kind, k.about_id, k.state, k.file_path, k.number, k.signed_on, "
        "(SELECT group_concat(y.year, ', ') FROM record_year y WHERE y.record_id = r.id) "
        f"FROM paper k JOIN record r ON r.id = k.record_id WHERE {LIVING} AND k.state != 'void' "
        "AND k.about_id IN (SELECT value FROM json_each(?)) ORDER BY k.made_at, k.record_id",
        (json.dumps(sorted(records)),),
    ).fetchall()
    newest = {(row[2], row[3]): row for row in rows}
    return [
        RoundPaper(record, title, kind, about, state, Path(path), number, day, years or "", is_changed(db, record))
        for record, title, kind, about, state, path, number, day, years in newest.values()
    ]


def is_changed(db: SqliteDatabase, paper: int) -> bool:
    """Whether a field that the paper printed of some record was changed after the paper was made.

    Changes that the paper says nothing of (a nomination's state, say) do not count. Whether the text really differs
    is known only when the paper is made again.
    """
    printed: dict[str, set[str]] = {}
    for one in prints_of(db, paper):
        for uid in (one.record, *one.of):
            printed.setdefault(uid, set()).add(one.field.partition(".")[0])
    since, uids = noted_by(db, paper), [uid for uid in printed if len(uid) == 32]
    for first in range(0, len(uids), _CHUNK):
        chunk = uids[first : first + _CHUNK]
        rows = db.execute_sql(
            f"SELECT record_uid, before, after FROM difference WHERE record_uid IN ({','.join('?' * len(chunk))}) "
            "AND change_id > ? AND before IS NOT NULL",
            (*(bytes.fromhex(uid) for uid in chunk), since),
        )
        for uid, before, after in rows:
            if after is None or printed[bytes(uid).hex()] & {*json.loads(before), *json.loads(after)}:
                return True
    return False


def untouched_drafts(db: SqliteDatabase, hashes: Collection[str]) -> dict[str, tuple[str, int | None]]:
    """Kind and record of the drafts that files with these hashes are, as they were made and never refreshed."""
    rows = db.execute_sql(
        "SELECT k.file_hash, k.paper_kind, k.about_id, k.state = 'draft' AND k.previous_id IS NULL "
        f"FROM paper k JOIN record r ON r.id = k.record_id WHERE {LIVING} "
        "AND k.file_hash IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(hashes)),),
    ).fetchall()
    touched = {row[0] for row in rows if not row[3]}
    return {row[0]: (row[1], row[2]) for row in rows if row[0] not in touched}


def nominations_before(db: SqliteDatabase, nominees: Collection[int], round_id: int) -> list[int]:
    """The nominations of the same persons, units and households in other rounds."""
    rows = db.execute_sql(
        f"SELECT k.record_id FROM nomination k JOIN record r ON r.id = k.record_id WHERE {LIVING} "
        "AND k.nominee_id IN (SELECT value FROM json_each(?)) AND k.round_id IS NOT ? ORDER BY k.record_id",
        (json.dumps(sorted(nominees)), round_id),
    )
    return [int(record) for (record,) in rows]
