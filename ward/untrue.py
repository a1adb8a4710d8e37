"""Signed papers that may no longer be true: what they printed was changed, or their years have new records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.kinds import KINDS
from ward.lookups import LIVING
from ward.paper_lookups import noted_by
from ward.printed import printed_uids

_OF_NO_PAPER = ("paper", "acceptance", "evidence")
_CHUNK = 500


@dataclass(frozen=True)
class Candidate:
    """A signed paper of which something changed since it was made.

    `changed` printed records have changed, `added` records of its years are new; `newest` is the UTC ISO time of
    the newest of these acts.
    """

    paper: int
    title: str
    signed_on: str
    number: str
    changed: int
    added: int
    newest: str


def untrue_candidates(db: SqliteDatabase) -> list[Candidate]:
    """The signed papers that may no longer be true, the one touched last first.

    Whether a text really differs is known only when the paper is built again (`reports.annexes.differences`): what
    was changed and changed back is found here too.
    """
    rows = db.execute_sql(
        "SELECT p.record_id, r.title, p.signed_on, p.number, p.made_at "
        f"FROM paper p JOIN record r ON r.id = p.record_id WHERE p.state = 'signed' AND {LIVING}"
    ).fetchall()
    found = [_candidate(db, *row) for row in rows]
    return sorted((one for one in found if one.changed or one.added), key=lambda one: one.newest, reverse=True)


def _candidate(db: SqliteDatabase, paper: int, title: str, signed_on: str, number: str, made_at: str) -> Candidate:
    since = (noted_by(db, paper), made_at)
    changed = _changed(db, printed_uids(db, paper), since)
    added = _added(db, paper, since)
    newest = max((at for at in (*changed.values(), *added.values())), default="")
    return Candidate(paper, title, signed_on, number, len(changed), len(added), newest)


def _changed(db: SqliteDatabase, uids: Sequence[bytes], since: tuple[int, str]) -> dict[bytes, str]:
    """When each of these records changed last, of those that changed after a paper was made."""
    found: dict[bytes, str] = {}
    for chunk in _chunks(uids):
        rows = db.execute_sql(
            'SELECT d.record_uid, max(c.at) FROM difference d JOIN "change" c ON c.id = d.change_id '
            f"WHERE d.record_uid IN ({','.join('?' * len(chunk))}) AND (c.id > ? OR c.at > ?) GROUP BY d.record_uid",
            (*chunk, *since),
        )
        found.update((bytes(uid), at) for uid, at in rows)
    return found


def _added(db: SqliteDatabase, paper: int, since: tuple[int, str]) -> dict[int, str]:
    """When each record of the paper's years was added, of those that are new since it was made."""
    kinds = [key for key, kind in KINDS.items() if kind.yearly and key not in _OF_NO_PAPER]
    rows = db.execute_sql(
        'SELECT r.id, max(c.at) FROM "change" c JOIN difference d ON d.change_id = c.id AND d.before IS NULL '
        "JOIN record r ON r.uid = d.record_uid JOIN record_year y ON y.record_id = r.id "
        f"WHERE c.id > ? AND c.at >= ? AND {LIVING} AND r.kind IN (SELECT value FROM json_each(?)) "
        "AND y.year IN (SELECT year FROM record_year WHERE record_id = ?) GROUP BY r.id",
        (*since, json.dumps(kinds), paper),
    )
    return dict(rows.fetchall())


def _chunks(uids: Sequence[bytes]) -> Iterable[Sequence[bytes]]:
    return (uids[first : first + _CHUNK] for first in range(0, len(uids), _CHUNK))
