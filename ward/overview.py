"""What the first screen asks of the whole file: its years, what was touched last, what is missing, what is binned."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.kinds import KINDS

YEARS_IN_USE = (
    "WITH RECURSIVE known(year) AS (SELECT min(year) FROM record_year UNION ALL "
    "SELECT (SELECT min(year) FROM record_year WHERE year > known.year) FROM known WHERE known.year IS NOT NULL) "
    "SELECT year FROM known WHERE year IS NOT NULL"
)
"""Steps from year to year through the index, instead of reading the row of every record."""


@dataclass(frozen=True)
class KnownYear:
    """A work year: whether it has a record of its own, the theme named there, and whether it is locked."""

    year: int
    recorded: bool = False
    theme: str = ""
    locked: bool = False


@dataclass(frozen=True)
class Touched:
    """A record that an act touched: the act's sentence, its time as UTC ISO text, and who did it."""

    id: int
    kind: str
    title: str
    act: str
    at: str
    who: str


@dataclass(frozen=True)
class Binned:
    """A record in the bin, and when it went there (UTC ISO text)."""

    id: int
    kind: str
    title: str
    at: str


def known_years(db: SqliteDatabase) -> list[KnownYear]:
    """Every work year that has a record of its own or records that belong to it, the newest first."""
    years = {year: KnownYear(year) for (year,) in db.execute_sql(YEARS_IN_USE)}
    rows = db.execute_sql(
        "SELECT y.year, y.theme, y.closed_on FROM year y CROSS JOIN record r ON r.id = y.record_id "
        "WHERE r.binned = 0 AND y.year IS NOT NULL"
    )
    years.update((year, KnownYear(year, True, theme, bool(closed))) for year, theme, closed in rows)
    return sorted(years.values(), key=lambda known: -known.year)


def touched_last(db: SqliteDatabase, limit: int = 8) -> list[Touched]:
    """The records that were added or amended last and still stand, each once, the newest first."""
    rows = db.execute_sql(
        "SELECT r.id, r.kind, r.title, c.act, c.at, c.who "
        "FROM (SELECT id, record_uid, change_id FROM difference ORDER BY id DESC LIMIT 500) d "
        'CROSS JOIN record r ON r.uid = d.record_uid JOIN "change" c ON c.id = d.change_id '
        "WHERE r.binned = 0 AND r.forwarded_to_id IS NULL ORDER BY d.id DESC"
    )
    found: dict[int, Touched] = {}
    for row in rows:
        found.setdefault(row[0], Touched(*row))
        if len(found) == limit:
            break
    return list(found.values())


def missing_figures(db: SqliteDatabase, year: int | None = None) -> int:
    """How many figures (of one work year) say that there is no number yet."""
    sql = (
        "SELECT count(*) FROM figure k CROSS JOIN record r ON r.id = k.record_id "
        "WHERE k.state = 'missing' AND r.binned = 0 AND r.forwarded_to_id IS NULL"
    )
    if year is None:
        return int(db.execute_sql(sql).fetchone()[0])
    sql += " AND EXISTS (SELECT 1 FROM record_year y WHERE y.record_id = r.id AND y.year = ?)"
    return int(db.execute_sql(sql, (year,)).fetchone()[0])


def in_the_bin(db: SqliteDatabase) -> list[Binned]:
    """Every record in the bin that may come back (merged entries lead elsewhere), the newest first."""
    kinds = ", ".join("?" * len(KINDS))
    rows = db.execute_sql(
        f'SELECT r.id, r.kind, r.title, coalesce((SELECT c.at FROM difference d JOIN "change" c '
        "ON c.id = d.change_id WHERE d.record_uid = r.uid ORDER BY d.id DESC LIMIT 1), '') "
        f"FROM record r WHERE r.kind IN ({kinds}) AND r.binned = 1 AND r.forwarded_to_id IS NULL ORDER BY 4 DESC",
        tuple(KINDS),
    )
    return [Binned(*row) for row in rows]


def counts(db: SqliteDatabase) -> dict[str, int]:
    """How many records of each kind stand in the file."""
    kinds = ", ".join("?" * len(KINDS))
    rows = db.execute_sql(
        f"SELECT kind, count(*) FROM record WHERE kind IN ({kinds}) AND binned = 0 GROUP BY kind", tuple(KINDS)
    )
    return {kind: int(number) for kind, number in rows}


def count_of(db: SqliteDatabase, kind: str) -> int:
    """How many records of one kind stand in the file."""
    return int(db.execute_sql("SELECT count(*) FROM record WHERE kind = ? AND binned = 0", (kind,)).fetchone()[0])


def sqlite_version() -> str:
    """The version of the database engine that keeps the file."""
    return sqlite3.sqlite_version
