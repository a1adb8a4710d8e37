"""The statements of the file side by side: which of them speak of the same thing, and which one stands for it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from peewee import SqliteDatabase

from ward.periods import show_period
from ward.said_values import Measured, Said, Thing, folded, same
from ward.text import fold

__all__ = ["Measured", "Said", "Statements", "Thing", "folded", "keeping_unit", "read_statements", "same"]

Progress = Callable[[int, int], None]
_STEP = 5000

_COLUMNS = (
    "f.record_id, r.uid, f.indicator_id, f.about_id, f.label, f.role, f.state, f.shape, "
    "f.value_coefficient, f.value_exponent, f.value_to_coefficient, f.value_to_exponent, "
    "f.out_of_coefficient, f.out_of_exponent, f.measure, f.qualifier, f.qualifier_after, f.words, "
    "f.period, f.period_words, f.scope_words, f.said_on, f.source_id, f.source_words, f.chosen"
)
_SOME = "(SELECT CAST(value AS INTEGER) AS id FROM json_each(?) ORDER BY 1) w CROSS JOIN "
_LIVING = "CROSS JOIN record r ON r.id = f.record_id WHERE r.binned = 0 AND r.forwarded_to_id IS NULL"
_ALL_ROWS = f"SELECT {_COLUMNS} FROM figure f {_LIVING} ORDER BY f.record_id"
_SOME_ROWS = f"SELECT {_COLUMNS} FROM {_SOME} figure f ON f.record_id = w.id {_LIVING}"
_ALL_SCOPES = "SELECT owner_id, unit_id FROM figure_scope WHERE unit_id IS NOT NULL"
_SOME_SCOPES = f"SELECT s.owner_id, s.unit_id FROM {_SOME} figure_scope s ON s.owner_id = w.id AND s.unit_id > 0"
_ALL_YEARS = "SELECT y.record_id, y.year FROM figure f CROSS JOIN record_year y ON y.record_id = f.record_id"
_SOME_YEARS = f"SELECT y.record_id, y.year FROM {_SOME} record_year y ON y.record_id = w.id"


@dataclass
class Statements:
    """All statements that were read, by what they speak of; with the indicators they are about."""

    db: SqliteDatabase
    all: dict[int, Said]
    scopes: dict[int, tuple[int, ...]]
    years: dict[int, tuple[int, ...]]
    keeper: int | None
    indicators: dict[int, Measured]
    parts: dict[int, tuple[int, ...]]
    by_thing: dict[Thing, list[Said]] = field(default_factory=lambda: defaultdict(list))

    def thing(self, said: Said) -> Thing:
        """What this statement speaks of. A scope that is left open is the ward that keeps the file."""
        scope = self.scopes.get(said.id, ())
        if not scope and not said.scope_words and self.keeper is not None:
            scope = (self.keeper,)
        when = said.period_code or fold(said.period_words) or " ".join(map(str, self.years.get(said.id, ())))
        label = "" if said.indicator else folded(said.label)
        role = said.role or "actual"
        return Thing(said.indicator, said.about, label, role, when, scope, folded(said.scope_words))

    def of(self, thing: Thing) -> Said | None:
        """The one statement that stands for a thing: the only one, the chosen one, or one that all agree with.

        None when nothing was said of it, or when several disagree and the clerk has not chosen.
        """
        told = self.by_thing.get(thing, ())
        chosen = [said for said in told if said.chosen]
        if chosen:
            return chosen[0] if len(chosen) == 1 else None
        if len(told) <= 1:
            return told[0] if told else None
        known = sorted((said for said in told if said.state == "known"), key=lambda said: said.qualifier != "")
        if not known:
            return told[0]
        return known[0] if all(same(said.figure, known[0].figure) for said in known[1:]) else None

    def beside(self, thing: Thing, indicator: int) -> Thing | None:
        """What was said of another indicator for the same role, time and scope, best of the same record.

        Where the same record has nothing, the only other record that has stands in.
        """
        wanted = thing._replace(indicator=indicator, label="")
        if wanted in self.by_thing:
            return wanted
        others = self._anywhere.get(wanted._replace(about=None), ())
        return others[0] if len(others) == 1 else None

    @cached_property
    def _anywhere(self) -> dict[Thing, list[Thing]]:
        found: dict[Thing, list[Thing]] = defaultdict(list)
        for thing in self.by_thing:
            found[thing._replace(about=None)].append(thing)
        return found

    def title(self, said: Said) -> str:
        """What a sentence calls the thing: the indicator's name, or the label."""
        indicator = self.indicators.get(said.indicator or 0)
        return (indicator.name if indicator else "") or said.label or "Số liệu"

    def named(self, said: Said) -> str:
        """The thing with its time, as a sentence begins: “Tội phạm hình sự” năm 2022."""
        return " ".join(filter(None, (f"“{self.title(said)}”", show_period(said.period))))

    def source(self, said: Said) -> str:
        """Who or what said it, in brackets after a blank; "" when that is not known."""
        named = self._sources.get(said.source or 0, "")
        where = ", ".join(filter(None, (named, said.source_words)))
        return f" ({where})" if where else ""

    @cached_property
    def _sources(self) -> dict[int, str]:
        wanted = json.dumps(sorted({said.source for said in self.all.values() if said.source}))
        sql = "SELECT id, title FROM record WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self.db.execute_sql(sql, (wanted,)).fetchall())


def read_statements(
    db: SqliteDatabase, only: Iterable[int] | None = None, *, progress: Progress | None = None
) -> Statements:
    """Reads the living statements (of these figure records, or all), in a few queries."""
    queries = (_ALL_ROWS, _ALL_SCOPES, _ALL_YEARS) if only is None else (_SOME_ROWS, _SOME_SCOPES, _SOME_YEARS)
    values = () if only is None else (json.dumps(sorted(only)),)
    rows = db.execute_sql(queries[0], values).fetchall()
    scopes, years = _lists(db, queries[1], values), _lists(db, queries[2], values)
    statements = Statements(db, {}, scopes, years, keeping_unit(db), _indicators(db), _parts(db))
    for done, row in enumerate(rows):
        said = Said._make(row)
        statements.all[said.id] = said
        statements.by_thing[statements.thing(said)].append(said)
        if progress and done % _STEP == 0:
            progress(done, len(rows))
    return statements


def keeping_unit(db: SqliteDatabase) -> int | None:
    """The unit of the office that keeps this file: what a statement without a scope speaks of."""
    found = db.execute_sql(
        "SELECT k.unit_id FROM office k CROSS JOIN record r ON r.id = k.record_id "
        "WHERE k.keeper = 1 AND r.binned = 0 AND k.unit_id IS NOT NULL ORDER BY r.id LIMIT 1"
    ).fetchone()
    return int(found[0]) if found else None


def _lists(db: SqliteDatabase, sql: str, values: Sequence[str]) -> dict[int, tuple[int, ...]]:
    rows = db.execute_sql(sql, values).fetchall()
    lists: dict[int, tuple[int, ...]] = {owner: (entry,) for owner, entry in rows}
    if len(lists) < len(rows):
        entries: dict[int, set[int]] = defaultdict(set)
        for owner, entry in rows:
            entries[owner].add(entry)
        lists = {owner: tuple(sorted(found)) for owner, found in entries.items()}
    return lists


def _indicators(db: SqliteDatabase) -> dict[int, Measured]:
    rows = db.execute_sql(
        "SELECT record_id, name, measure, direction, aggregation, numerator_id, denominator_id, open_parts "
        "FROM indicator"
    )
    return {row[0]: Measured._make(row) for row in rows}


def _parts(db: SqliteDatabase) -> dict[int, tuple[int, ...]]:
    parts: dict[int, tuple[int, ...]] = {}
    sql = "SELECT owner_id, part_id FROM indicator_part WHERE part_id IS NOT NULL ORDER BY owner_id, position"
    for owner, part in db.execute_sql(sql):
        parts[owner] = (*parts.get(owner, ()), part)
    return parts
