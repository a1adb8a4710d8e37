"""Which Paper a file is, also after it was moved, renamed and edited; and the other versions of a paper."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from peewee import SqliteDatabase

_FROM = "FROM paper p JOIN record r ON r.id = p.record_id WHERE r.binned = 0 AND r.forwarded_to_id IS NULL"
_COLUMNS = "p.record_id, r.title, p.paper_kind, p.state, p.made_at, p.signed_on, p.number, p.file_path, p.previous_id"
_ORDER = "ORDER BY p.made_at DESC, p.record_id DESC"


@dataclass(frozen=True)
class Version:
    """One version of a paper: the Paper's id and title, its state, when it was made and signed, its file."""

    paper: int
    title: str
    kind: str
    state: str
    made_at: str
    signed_on: str
    number: str
    file_path: str
    previous: int | None


def papers_by_hash(db: SqliteDatabase, file_hash: str) -> list[int]:
    """The papers whose file has this SHA-256 (hex), the newest first."""
    return _ids(db, "p.file_hash = ?", file_hash) if file_hash else []


def papers_at(db: SqliteDatabase, path: Path) -> list[int]:
    """The papers whose file lies at this path, the newest first: a draft that is made again keeps its place."""
    return _ids(db, "p.file_path = ?", str(path.resolve()))


def paper_by_marks(db: SqliteDatabase, kind: str, made_at: str, texts: Mapping[str, str]) -> int | None:
    """The paper that a file is, by what stands in the file: its kind, its moment, the texts at its marks.

    The paper that printed most of these texts at these marks is meant; among equals the one of the moment (ISO, as
    the file tells it; a refreshed file may keep that of its first making), then the one with most of the marks, then
    the newest. None when no paper printed any of the marks.
    """
    rows = db.execute_sql(
        "SELECT x.owner_id, count(*), sum(x.text = m.value), p.made_at, p.paper_kind FROM json_each(?) m "
        "CROSS JOIN paper_print x ON x.mark = m.key JOIN paper p ON p.record_id = x.owner_id "
        "JOIN record r ON r.id = p.record_id WHERE r.binned = 0 GROUP BY x.owner_id",
        (json.dumps(dict(texts)),),
    ).fetchall()
    moment = _instant(made_at)
    ranks = {
        int(paper): (same, _is_at(at, moment), marks, at, paper)
        for paper, marks, same, at, of_kind in rows
        if not kind or of_kind in ("", kind)
    }
    return max(ranks, key=lambda paper: ranks[paper], default=None)


def noted_by(db: SqliteDatabase, paper: int) -> int:
    """The number of the act that noted a paper: what came after it may have made the paper untrue."""
    sql = "SELECT min(d.change_id) FROM difference d JOIN record r ON r.uid = d.record_uid WHERE r.id = ?"
    return int(db.execute_sql(sql, (paper,)).fetchone()[0] or 0)


def versions_of(db: SqliteDatabase, paper: int) -> list[Version]:
    """The versions of a paper, itself among them, the newest first.

    They are the papers that it was refreshed from or that were refreshed from it, however often, and those of the
    same kind and years that were made beside it.
    """
    rows = db.execute_sql(
        "WITH RECURSIVE kin(id) AS ("
        "SELECT ? UNION SELECT p.previous_id FROM kin JOIN paper p ON p.record_id = kin.id "
        "WHERE p.previous_id IS NOT NULL UNION SELECT p.record_id FROM kin JOIN paper p ON p.previous_id = kin.id) "
        "SELECT id FROM kin",
        (paper,),
    ).fetchall()
    kin = {record for (record,) in rows} | _alike(db, paper)
    found = db.execute_sql(
        f"SELECT {_COLUMNS} {_FROM} AND p.record_id IN (SELECT value FROM json_each(?)) {_ORDER}",
        (json.dumps(sorted(kin)),),
    )
    return [Version(*row) for row in found]


def _alike(db: SqliteDatabase, paper: int) -> set[int]:
    """The papers of the same kind and of the same years."""
    years = "(SELECT group_concat(year) FROM (SELECT year FROM record_year WHERE record_id = {} ORDER BY year))"
    rows = db.execute_sql(
        f"SELECT p.record_id {_FROM} AND p.paper_kind <> '' "
        f"AND p.paper_kind = (SELECT paper_kind FROM paper WHERE record_id = ?) "
        f"AND {years.format('p.record_id')} = {years.format('?')}",
        (paper, paper),
    )
    return {record for (record,) in rows}


def _ids(db: SqliteDatabase, where: str, value: str) -> list[int]:
    return [record for (record,) in db.execute_sql(f"SELECT p.record_id {_FROM} AND {where} {_ORDER}", (value,))]


def _is_at(text: str, moment: dt.datetime | None) -> bool:
    return moment is not None and _instant(text) == moment


def _instant(text: str) -> dt.datetime | None:
    """The moment that an ISO text means, without its fraction of a second; None for no such text."""
    try:
        moment = dt.datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).replace(microsecond=0)
