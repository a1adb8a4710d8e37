"""Reads what the rules look at: the living records of a kind, whole or in one neighbourhood, few queries each."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from peewee import SqliteDatabase

from ward.kinds import KINDS
from ward.shapes import Shape

Entry = dict[str, Any]
"""The asked fields of one record or of one row of its lists, beside `id`, `uid` and `title` of the record."""

_YEARS = " CROSS JOIN record_year y ON y.record_id = r.id"


@dataclass
class Reading:
    """The file as the rules read it; `only` narrows it to some records, `today` is the day of reading."""

    db: SqliteDatabase
    only: frozenset[int] | None = None
    today: dt.date = field(default_factory=dt.date.today)

    def entries(self, kind: str, *fields: str, filled: str = "") -> list[Entry]:
        """The records of a kind that are neither binned nor merged away, in the order of their entry.

        A field "decision.title" is the title (or uid, kind, binned) of the record that `decision` names.
        `filled` keeps those where this text field says something.
        """
        shape = KINDS[kind].shape
        where = f""" AND k."{filled}" <> ''""" if filled else ""
        found = self.db.execute_sql(
            f"SELECT r.id, r.uid, r.title{_selected(shape, fields)} {self._of(shape)}{where} ORDER BY k.record_id",
            self._values(kind),
        )
        keys = ("id", "uid", "title", *fields)
        return [dict(zip(keys, row, strict=True)) for row in found]

    def rows(self, kind: str, key: str, *fields: str) -> dict[int, list[Entry]]:
        """The rows of one list of those records, by record, in the clerk's order."""
        shape = KINDS[kind].list_shapes[key]
        found = self.db.execute_sql(
            f"SELECT r.id, r.uid, r.title{_selected(shape, fields)} {self._of(shape)} "
            "ORDER BY k.owner_id, k.position",
            self._values(kind),
        )
        keys = ("id", "uid", "title", *fields)
        rows: dict[int, list[Entry]] = defaultdict(list)
        for row in found:
            rows[row[0]].append(dict(zip(keys, row, strict=True)))
        return rows

    def years(self, kind: str) -> dict[int, tuple[int, ...]]:
        """The work years of those records; a record without any is left out."""
        found = self.db.execute_sql(
            f"SELECT r.id, y.year {self._of(KINDS[kind].shape, _YEARS)} ORDER BY k.record_id, y.year",
            self._values(kind),
        )
        years: dict[int, tuple[int, ...]] = {}
        for record, year in found:
            years[record] = (*years.get(record, ()), year)
        return years

    def _of(self, shape: Shape, joined: str = "") -> str:
        """From which rows (k) and records (r); the order of the tables is the order of reading."""
        rows = f'"{shape.table}" k CROSS JOIN record r ON r.id = k.{shape.owner}{joined}'
        living = "r.kind = ? AND r.binned = 0 AND r.forwarded_to_id IS NULL"
        if self.only is None:
            return f"FROM {rows} WHERE {living}"
        return f"FROM json_each(?) w CROSS JOIN {rows} WHERE k.{shape.owner} = w.value AND {living}"

    def _values(self, kind: str) -> tuple[str, ...]:
        return (kind,) if self.only is None else (json.dumps(sorted(self.only)), kind)


def _selected(shape: Shape, fields: tuple[str, ...]) -> str:
    selected = ""
    for name in fields:
        key, _, wanted = name.partition(".")
        column = f'k."{shape.by_key[key].columns[0]}"'
        selected += f", (SELECT p.{wanted} FROM record p WHERE p.id = {column})" if wanted else f", {column}"
    return selected
