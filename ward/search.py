"""Finding records as one types: without regard to case and diacritics (đ too), the exact name first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.text import fold


@dataclass(frozen=True)
class Hit:
    """A record that was found."""

    id: int
    kind: str
    title: str


def matching(text: str, column: str = "") -> str:
    """The full-text query for what was typed: every word must begin a word of the record."""
    words = [word for word in "".join(c if c.isalnum() else " " for c in fold(text)).split() if word]
    query = " ".join(f'"{word}"*' for word in words) or '""'
    return f"{column} : ({query})" if column else query


def search(db: SqliteDatabase, text: str, kinds: Sequence[str] = (), limit: int = 20) -> list[Hit]:
    """The best `limit` records for the typed text: exact names, names that begin so, names, then other words."""
    if not fold(text).strip():
        return []
    found: dict[int, Hit] = {}
    for column in ("title", ""):
        for hit in _hits(db, matching(text, column), kinds, max(limit * 10, 200)):
            found.setdefault(hit.id, hit)
        if len(found) >= limit:
            break
    return sorted(found.values(), key=lambda hit: _rank(hit.title, fold(text)))[:limit]


def _hits(db: SqliteDatabase, query: str, kinds: Sequence[str], limit: int) -> list[Hit]:
    only = f"AND r.kind IN ({','.join('?' * len(kinds))})" if kinds else ""
    sql = (
        "SELECT r.id, r.kind, r.title FROM search s JOIN record r ON r.id = s.rowid "
        f"WHERE search MATCH ? AND r.binned = 0 AND r.forwarded_to_id IS NULL {only} LIMIT ?"
    )
    return [Hit(*row) for row in db.execute_sql(sql, (query, *kinds, limit))]


def _rank(title: str, wanted: str) -> tuple[int, int, str]:
    name = fold(title)
    order = 0 if name == wanted else 1 if name.startswith(wanted) else 2 if wanted in name else 3
    return order, len(name), name
