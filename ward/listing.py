"""Lists of records that read only what is seen: the order is kept as ids, rows come in windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from peewee import SqliteDatabase

from ward.figures.numerals import from_pair
from ward.kinds import KINDS
from ward.search import matching
from ward.text import sort_key

_NAME_NOW = "FROM unit_name n WHERE n.owner_id = r.id ORDER BY n.until = '' DESC, n.since DESC LIMIT 1"
_POSITION_NOW = (
    "FROM person_position n WHERE n.owner_id = r.id ORDER BY n.until = '' DESC, n.since DESC, n.position LIMIT 1"
)
EXPRESSIONS: dict[tuple[str, str], str] = {
    ("unit", "unit_kind"): f"(SELECT n.unit_kind {_NAME_NOW})",
    ("unit", "parent"): f"(SELECT (SELECT p.title FROM record p WHERE p.id = n.parent_id) {_NAME_NOW})",
    ("person", "position"): f"(SELECT n.title {_POSITION_NOW})",
    ("person", "unit"): (
        f"(SELECT coalesce((SELECT p.title FROM record p WHERE p.id = n.unit_id), n.unit_words) {_POSITION_NOW})"
    ),
    ("figure", "scope"): (
        "coalesce((SELECT group_concat(p.title, '; ') FROM figure_scope s JOIN record p ON p.id = s.unit_id "
        "WHERE s.owner_id = r.id), k.scope_words)"
    ),
    ("figure", "claims"): "(SELECT group_concat(c.words, '; ') FROM figure_claim c WHERE c.owner_id = r.id)",
    ("award", "recipients"): (
        "coalesce((SELECT group_concat(coalesce(nullif(c.words, ''), p.title), '; ') FROM award_recipient c "
        "LEFT JOIN record p ON p.id = c.who_id WHERE c.owner_id = r.id), k.counted_words)"
    ),
    ("award", "issuers"): (
        "(SELECT group_concat(coalesce(nullif(c.words, ''), p.title), '; ') FROM award_issuer c "
        "LEFT JOIN record p ON p.id = c.issuer_id WHERE c.owner_id = r.id)"
    ),
}
"""List columns that a record's own row cannot tell: what stands in the lists inside it."""
for _kind in KINDS:
    EXPRESSIONS[_kind, "years"] = "(SELECT group_concat(y.year, ', ') FROM record_year y WHERE y.record_id = r.id)"
    EXPRESSIONS[_kind, "participants"] = (
        "(SELECT group_concat(coalesce(nullif(c.words, ''), p.title), '; ') FROM participant c "
        "LEFT JOIN record p ON p.id = c.who_id WHERE c.owner_id = r.id)"
    )

NOT_FORWARDED = "r.id NOT IN (SELECT f.id FROM record f WHERE f.forwarded_to_id IS NOT NULL)"
"""Asked this way the order by title comes from the index alone: ten times as fast as `r.forwarded_to_id IS NULL`."""


@dataclass(frozen=True)
class Line:
    """One row of a list: cells are text, whole numbers, Decimal or None, in the order of the asked columns."""

    id: int
    title: str
    cells: tuple[Any, ...]


@dataclass(frozen=True)
class Wanted:
    """What a list should hold: the kind, its columns, and what narrows and orders it.

    `year` keeps the records of one work year; `text` keeps those whose words match; `order` is a column or
    "title"; `about` keeps the figures of one record.
    """

    kind: str
    columns: tuple[str, ...] = ()
    year: int | None = None
    text: str = ""
    order: str = "title"
    descending: bool = False
    binned: bool = False
    about: int | None = None


@dataclass
class Listing:
    """The ids of all wanted records, in order; `lines` reads a window of them."""

    db: SqliteDatabase
    wanted: Wanted
    ids: list[int] = field(default_factory=list)

    def lines(self, start: int, stop: int) -> list[Line]:
        """The rows from `start` up to `stop`, fewer at the end of the list."""
        ids = self.ids[start:stop]
        if not ids:
            return []
        marks = ",".join("?" * len(ids))
        rows = self.db.execute_sql(f"{_select(self.wanted)} WHERE r.id IN ({marks})", ids).fetchall()
        found = {row[0]: Line(row[0], row[1], _cells(self.wanted, row[2:])) for row in rows}
        return [found[record] for record in ids if record in found]


def list_records(db: SqliteDatabase, wanted: Wanted) -> Listing:
    """Finds and orders the wanted records."""
    where, values = _conditions(db, wanted)
    table = KINDS[wanted.kind].shape.table
    direction = "DESC" if wanted.descending else "ASC"
    own = "" if wanted.order == "title" and wanted.about is None else f'JOIN "{table}" k ON k.record_id = r.id'
    base = f"FROM record r {own} WHERE {where}"
    if wanted.order == "title":
        sql = f"SELECT r.id {base} ORDER BY r.sort {direction}, r.id"
        return Listing(db, wanted, [row[0] for row in db.execute_sql(sql, values)])
    expression, kind = _ordering(wanted)
    rows = db.execute_sql(f"SELECT r.id, {expression} {base} ORDER BY r.sort", values).fetchall()
    rows.sort(key=lambda row: _order_key(row[1:], kind), reverse=wanted.descending)
    return Listing(db, wanted, [row[0] for row in rows])


def _conditions(db: SqliteDatabase, wanted: Wanted) -> tuple[str, list[Any]]:
    where = ["r.kind = ?", "r.binned = ?", NOT_FORWARDED]
    values: list[Any] = [wanted.kind, int(wanted.binned)]
    if wanted.year is not None and KINDS[wanted.kind].yearly:
        where.append(
            "(EXISTS (SELECT 1 FROM record_year y WHERE y.record_id = r.id AND y.year = ?)"
            " OR NOT EXISTS (SELECT 1 FROM record_year y WHERE y.record_id = r.id))"
        )
        values.append(wanted.year)
    if wanted.about is not None:
        where.append("k.about_id = ?")
        values.append(wanted.about)
    if wanted.text.strip():
        where.append("r.id IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(matching(wanted.text))
    return " AND ".join(where), values


def _select(wanted: Wanted) -> str:
    shape = KINDS[wanted.kind].shape
    columns = ["r.id", "r.title"]
    for key in wanted.columns:
        columns.extend(_expressions(wanted.kind, key))
    return f'SELECT {", ".join(columns)} FROM record r JOIN "{shape.table}" k ON k.record_id = r.id'


def _expressions(kind: str, key: str) -> list[str]:
    if key == "title":
        return ["r.title"]
    if (kind, key) in EXPRESSIONS:
        return [EXPRESSIONS[kind, key]]
    shape = KINDS[kind].shape.by_key[key]
    if shape.type == "ref":
        return [f'(SELECT p.title FROM record p WHERE p.id = k."{shape.columns[0]}")']
    return [f'k."{column}"' for column in shape.columns]


def _cells(wanted: Wanted, raw: Sequence[Any]) -> tuple[Any, ...]:
    cells: list[Any] = []
    rest = iter(raw)
    for key in wanted.columns:
        cell = next(rest)
        if _is_exact(wanted.kind, key):
            exponent = next(rest)
            cell = None if cell is None else from_pair(cell, exponent)
        cells.append(cell)
    return tuple(cells)


def _is_exact(kind: str, key: str) -> bool:
    shape = KINDS[kind].shape.by_key.get(key)
    return (kind, key) not in EXPRESSIONS and shape is not None and shape.type == "exact"


def _ordering(wanted: Wanted) -> tuple[str, str]:
    expressions = _expressions(wanted.kind, wanted.order)
    if _is_exact(wanted.kind, wanted.order):
        return ", ".join(expressions), "exact"
    shape = KINDS[wanted.kind].shape.by_key.get(wanted.order)
    native = shape is not None and shape.type in ("day", "period", "whole", "flag")
    return expressions[0], "native" if native else "text"


def _order_key(cells: Sequence[Any], kind: str) -> tuple[bool, Any]:
    value = cells[0]
    if value is None or value == "":
        return (True, b"" if kind == "text" else 0 if kind == "exact" else "")
    if kind == "exact":
        return (False, from_pair(value, cells[1]))
    return (False, _text_key(str(value)) if kind == "text" else value)


@lru_cache(maxsize=200_000)
def _text_key(text: str) -> bytes:
    return sort_key(text)
