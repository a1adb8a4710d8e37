"""Finding records as one types: without regard to case and diacritics (đ too), the exact name first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.text import fold

END = "\ue000"
"""Stands after the last word of every title in the index; a letter of private use, which no one types."""


@dataclass(frozen=True)
class Hit:
    """A record that was found."""

    id: int
    kind: str
    title: str


def indexed_title(kind: str, title: str) -> str:
    """The title as the index keeps it: folded, a mark by which an exact name is found, the kind."""
    return f"{fold(title)} {END} {_kind_word(kind)}"


def words(text: str) -> list[str]:
    """The words that are looked for, without marks and diacritics."""
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def matching(text: str, column: str = "", kinds: Sequence[str] = ()) -> str:
    """The full-text query for what was typed: every word must begin a word of the record."""
    query = " ".join(f'"{word}"*' for word in words(text)) or '""'
    return of_kinds(f"{column} : ({query})" if column else query, kinds)


def of_kinds(query: str, kinds: Sequence[str]) -> str:
    """The full-text query for records of these kinds only (of any kind when none is named)."""
    return f"({query}) AND title : ({' OR '.join(map(_kind_word, kinds))})" if kinds else query


def search(db: SqliteDatabase, text: str, kinds: Sequence[str] = (), limit: int = 20) -> list[Hit]:
    """The best `limit` records for the typed text: exact names, names that begin so, names, then other words."""
    name = " ".join(words(text))
    if not name:
        return []
    found: dict[int, Hit] = {}
    queries = (f'title : ^ "{name} {END}"', f'title : ^ "{name}" *', matching(text, "title"), matching(text))
    for query in queries:
        for hit in _hits(db, of_kinds(query, kinds), max(limit * 10, 200)):
            found.setdefault(hit.id, hit)
        if len(found) >= limit:
            break
    return sorted(found.values(), key=lambda hit: _rank(hit.title, name))[:limit]


def _hits(db: SqliteDatabase, query: str, limit: int) -> list[Hit]:
    sql = (
        "SELECT r.id, r.kind, r.title FROM search s CROSS JOIN record r ON r.id = s.rowid "
        "WHERE search MATCH ? AND r.binned = 0 AND r.forwarded_to_id IS NULL LIMIT ?"
    )
    return [Hit(*row) for row in db.execute_sql(sql, (query, limit))]


def _kind_word(kind: str) -> str:
    return END + kind.replace("_", "")


def _rank(title: str, wanted: str) -> tuple[int, int, str]:
    name = " ".join(words(title))
    order = 0 if name == wanted else 1 if name.startswith(wanted) else 2 if wanted in name else 3
    return order, len(name), name
