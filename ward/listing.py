"""Lists of records that read only what is seen: the order is kept as ids, rows come in windows."""

from __future__ import annotations

import json
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from peewee import SqliteDatabase

from ward.exact import MAX_DIGITS, from_pair
from ward.kinds import KINDS
from ward.search import matching, words
from ward.shapes import FieldShape
from ward.text import sort_key

_NAME_NOW = "FROM unit_name n WHERE n.owner_id = k.record_id ORDER BY n.until = '' DESC, n.since DESC LIMIT 1"
_POSITION_NOW = (
    "FROM person_position n WHERE n.owner_id = k.record_id "
    "ORDER BY n.until = '' DESC, n.since DESC, n.position LIMIT 1"
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
        "WHERE s.owner_id = k.record_id), k.scope_words)"
    ),
    ("figure", "claims"): "(SELECT group_concat(c.words, '; ') FROM figure_claim c WHERE c.owner_id = k.record_id)",
    ("award", "recipients"): (
        "coalesce((SELECT group_concat(coalesce(nullif(c.words, ''), p.title), '; ') FROM award_recipient c "
        "LEFT JOIN record p ON p.id = c.who_id WHERE c.owner_id = k.record_id), k.counted_words)"
    ),
    ("initiative", "authors"): (
        "(SELECT group_concat(coalesce(nullif(c.words, ''), p.title), '; ') FROM initiative_author c "
        "LEFT JOIN record p ON p.id = c.who_id WHERE c.owner_id = k.record_id)"
    ),
    ("award", "issuers"): (
        "(SELECT group_concat(coalesce(nullif(c.words, ''), p.title), '; ') FROM award_issuer c "
        "LEFT JOIN record p ON p.id = c.issuer_id WHERE c.owner_id = k.record_id)"
    ),
}
"""List columns that a record's own row cannot tell: what stands in the lists inside it."""
for _kind in KINDS:
    EXPRESSIONS[_kind, "years"] = (
        "(SELECT group_concat(y.year, ', ') FROM record_year y WHERE y.record_id = k.record_id)"
    )
    EXPRESSIONS[_kind, "participants"] = (
        "(SELECT group_concat(coalesce(nullif(c.words, ''), p.title), '; ') FROM participant c "
        "LEFT JOIN record p ON p.id = c.who_id WHERE c.owner_id = k.record_id)"
    )

_GIVEN = "(SELECT value FROM json_each(?))"
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
    "title"; `about` keeps the figures of one record, `indicator` those of one indicator.
    """

    kind: str
    columns: tuple[str, ...] = ()
    year: int | None = None
    text: str = ""
    order: str = "title"
    descending: bool = False
    binned: bool = False
    about: int | None = None
    indicator: int | None = None


@dataclass
class Listing:
    """The ids of all wanted records, in order; `lines` reads a window of them."""

    db: SqliteDatabase
    wanted: Wanted
    ids: list[int] = field(default_factory=list)

    def lines(self, start: int, stop: int) -> list[Line]:
        """The rows from `start` up to `stop`, fewer at the end of the list."""
        ids = self.ids[start:stop]
        rows = self.db.execute_sql(f"{_select(self.wanted)} WHERE k.record_id IN {_GIVEN}", (json.dumps(ids),))
        found = {row[0]: Line(row[0], row[1], _cells(self.wanted, row[2:])) for row in rows}
        return [found[record] for record in ids if record in found]


def list_records(db: SqliteDatabase, wanted: Wanted, *, first: int | None = None) -> Listing:
    """Finds and orders the wanted records. What has nothing in the order's column stands last, either way.

    `first` reads only so many from the beginning; only the order by title knows them without reading all.
    """
    by_title = wanted.order == "title"
    where, values = _conditions(db, wanted)
    of_one = wanted.about is not None or wanted.indicator is not None
    own = f'JOIN "{KINDS[wanted.kind].shape.table}" k ON k.record_id = r.id' if of_one else ""
    direction = "DESC" if by_title and wanted.descending else "ASC"
    sql = f"SELECT r.id FROM record r {own} WHERE {where} ORDER BY r.sort {direction}, r.id"
    if by_title and first is not None:
        sql, values = f"{sql} LIMIT ?", [*values, first]
    ids = [row[0] for row in db.execute_sql(sql, values)]
    return Listing(db, wanted, ids if by_title else _ordered(db, wanted, ids))


def _ordered(db: SqliteDatabase, wanted: Wanted, ids: Sequence[int]) -> list[int]:
    cells = _order_cells(db, wanted, ids)
    field = _field(wanted.kind, wanted.order)
    keys: list[Any] = list(map(cells.get, ids))
    if field is None or field.type in ("text", "period", "ref"):
        keys = list(map(_sort_keys(db, field, set(keys) - {None, ""}).get, keys))
    said = [place for place, key in enumerate(keys) if key is not None and key != ""]
    said.sort(key=keys.__getitem__, reverse=wanted.descending)
    silent = [record for record, key in zip(ids, keys, strict=True) if key is None or key == ""]
    return [ids[place] for place in said] + silent


def _order_cells(db: SqliteDatabase, wanted: Wanted, ids: Sequence[int]) -> dict[int, Any]:
    """What stands in the order's column of each record: a reference as the id, an exact number as its key."""
    field = _field(wanted.kind, wanted.order)
    columns = [f'k."{column}"' for column in field.columns] if field else _expressions(wanted.kind, wanted.order)
    sql = f'SELECT k.record_id, {", ".join(columns)} FROM "{KINDS[wanted.kind].shape.table}" k'
    if _is_narrowed(wanted):
        rows = db.execute_sql(f"{sql} WHERE k.record_id IN {_GIVEN}", (json.dumps(ids),))
    else:
        rows = db.execute_sql(sql)  # of nearly all records: twice as fast as asking for each
    if field and field.type == "exact":
        return {record: _exact_key(number, power) for record, number, power in rows if number is not None}
    return dict(rows)


def _sort_keys(db: SqliteDatabase, field: FieldShape | None, cells: Set[Any]) -> dict[Any, Any]:
    """What each of these texts, periods or references sorts by."""
    if field and field.type == "ref":
        rows = db.execute_sql(f"SELECT id, sort FROM record WHERE id IN {_GIVEN}", (json.dumps([*cells]),))
        return dict(rows)
    key = _period_key if field and field.type == "period" else _text_key
    return {cell: key(cell) for cell in cells}


def _is_narrowed(wanted: Wanted) -> bool:
    by_year = wanted.year is not None and KINDS[wanted.kind].yearly
    of_one = wanted.about is not None or wanted.indicator is not None
    return by_year or wanted.binned or of_one or bool(words(wanted.text))


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
    if wanted.indicator is not None:
        where.append("k.indicator_id = ?")
        values.append(wanted.indicator)
    if words(wanted.text):
        where.append("r.id IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(matching(wanted.text, kinds=(wanted.kind,)))
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
        if (column := _field(wanted.kind, key)) and column.type == "exact":
            exponent = next(rest)
            cell = None if cell is None else from_pair(cell, exponent)
        cells.append(cell)
    return tuple(cells)


def _field(kind: str, key: str) -> FieldShape | None:
    """The field of the kind's own row, None when the column is an expression."""
    return None if (kind, key) in EXPRESSIONS else KINDS[kind].shape.by_key.get(key)


def _exact_key(coefficient: int, exponent: int) -> int:
    """The number as a count of its smallest possible unit: sorts as the number does, without rounding."""
    return coefficient * TEN[exponent + MAX_DIGITS]


def _period_key(code: str) -> tuple[str, str]:
    """Periods by their first known day: "@2023-12-31" stands among the days, "S2022/2023" among the years."""
    return code.lstrip("@ST./<"), code


@lru_cache(maxsize=200_000)
def _text_key(text: Any) -> bytes:
    return sort_key(str(text))


TEN: tuple[int, ...] = tuple(10**power for power in range(2 * MAX_DIGITS + 1))
