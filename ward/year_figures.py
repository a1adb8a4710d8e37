"""What was said of each indicator and result in some years: done, planned, the year before, the next."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from peewee import SqliteDatabase

from ward.figures import Claim, Figure
from ward.kinds import KINDS
from ward.loading import values_of
from ward.lookups import LIVING
from ward.periods import Period
from ward.said import Said, Statements, Thing, read_statements
from ward.statements import claim_of
from ward.year_totals import totals_first

DONE = ("actual", "estimate")
_WHOLE, _AS_OF, _PART = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Told:
    """One statement: what the file keeps of it, its comparisons, scope and work years."""

    said: Said
    claims: tuple[Claim, ...]
    scope: tuple[int, ...]
    years: tuple[int, ...]

    @property
    def uid(self) -> str:
        return self.said.uid.hex()

    @property
    def figure(self) -> Figure:
        return self.said.figure

    @property
    def period(self) -> Period:
        return self.said.period

    @property
    def speaks_of(self) -> tuple[int, ...]:
        """The years that it speaks of: those of its period, else its work years."""
        return self.period.years or self.years


@dataclass(frozen=True, slots=True)
class Stated:
    """What is said of one thing: the statement that stands for it, or all that disagree while none was chosen."""

    thing: Thing
    told: tuple[Told, ...]

    @property
    def first(self) -> Told:
        return self.told[0]

    @property
    def decided(self) -> bool:
        return len(self.told) == 1

    @property
    def chosen(self) -> bool:
        return any(told.said.chosen for told in self.told)


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator as papers need it."""

    id: int
    uid: str
    name: str
    measure: str
    group: str
    direction: str
    aggregation: str
    parts: tuple[int, ...] = ()


@dataclass(slots=True)
class Line:
    """An indicator (or a label) in one scope, and what was said of it, the best fitting time first.

    `now` is done or estimated in the years of the paper, `plan` what was planned for them, `before` the year
    before them, `next` planned for what comes after.
    """

    indicator: Indicator | None
    label: str
    about: int | None
    scope: tuple[int, ...]
    scope_words: str
    now: list[Stated] = field(default_factory=list)
    plan: list[Stated] = field(default_factory=list)
    before: list[Stated] = field(default_factory=list)
    next: list[Stated] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What the line is called in a list."""
        return (self.indicator.name if self.indicator else "") or self.label or "Số liệu"

    @property
    def first(self) -> Told:
        """The statement that the line begins with, whatever it says."""
        return next(iter(self.all())).first

    def all(self) -> Iterable[Stated]:
        return (*self.now, *self.plan, *self.before, *self.next)


def figure_ids(db: SqliteDatabase, years: Collection[int], abouts: Collection[int]) -> list[int]:
    """The living statements of these work years, and those without any that name a time or one of these records."""
    rows = db.execute_sql(
        "SELECT DISTINCT r.id FROM record_year y JOIN record r ON r.id = y.record_id "
        f"WHERE y.year IN (SELECT value FROM json_each(?)) AND r.kind = 'figure' AND {LIVING} "
        "UNION SELECT r.id FROM figure f JOIN record r ON r.id = f.record_id "
        f"WHERE (f.about_id IN (SELECT value FROM json_each(?)) OR f.period <> '') AND {LIVING} "
        "AND NOT EXISTS (SELECT 1 FROM record_year y WHERE y.record_id = r.id) ORDER BY 1",
        (json.dumps(list(years)), json.dumps(list(abouts))),
    )
    return [record for (record,) in rows]


def count_timeless(db: SqliteDatabase) -> int:
    """How many living statements name no work year, no period and no record, so that no paper can print them."""
    found = db.execute_sql(
        "SELECT count(*) FROM record r JOIN figure f ON f.record_id = r.id "
        f"WHERE r.kind = 'figure' AND {LIVING} AND f.period = '' AND f.about_id IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM record_year y WHERE y.record_id = r.id)"
    ).fetchone()
    return int(found[0])


def read_lines(db: SqliteDatabase, figures: Sequence[int], years: Sequence[int]) -> list[Line]:
    """The lines that these statements make for a paper of these years: as entered, but totals before their parts."""
    statements = read_statements(db, figures)
    claims = _claims(db, figures)
    indicators = _indicators(db, {said.indicator for said in statements.all.values() if said.indicator})
    lines: dict[tuple[Any, ...], Line] = {}
    for thing, told in statements.by_thing.items():
        standing = statements.of(thing)
        stated = Stated(thing, tuple(_told(said, statements, claims) for said in ([standing] if standing else told)))
        key = (thing.indicator, thing.about, thing.label, thing.scope, thing.scope_words)
        if key not in lines:
            first = stated.first.said
            indicator = indicators.get(first.indicator or 0)
            lines[key] = Line(indicator, first.label, first.about, thing.scope, first.scope_words)
        _column(lines[key], stated, years)
    for line in lines.values():
        _settle(line, years)
    return totals_first([line for line in lines.values() if any(line.all())])


def _told(said: Said, statements: Statements, claims: Mapping[int, tuple[Claim, ...]]) -> Told:
    scope, years = statements.scopes.get(said.id, ()), statements.years.get(said.id, ())
    return Told(said, claims.get(said.id, ()), scope, years)


def _column(line: Line, stated: Stated, years: Sequence[int]) -> None:
    """Puts what was said where it belongs; what belongs nowhere near these years is left out."""
    told = stated.first
    role = stated.thing.role
    work, time = set(told.years), set(told.speaks_of)
    if role in DONE:
        if not work.isdisjoint(years) or (not work and (not time or not time.isdisjoint(years))):
            line.now.append(stated)
        elif time and max(time) == years[0] - 1:
            line.before.append(stated)
    elif time and (min(time) > years[-1] or (max(time) > years[-1] and told.period.kind != "school_year")):
        line.next.append(stated)
    elif not work.isdisjoint(years) or not time.isdisjoint(years) or not time:
        line.plan.append(stated)


def _settle(line: Line, years: Sequence[int]) -> None:
    """Orders each column; what speaks of the year before stands there when something newer was said."""
    earlier = [stated for stated in line.now if _is_earlier(stated, years)]
    if len(earlier) < len(line.now):
        line.now = [stated for stated in line.now if not _is_earlier(stated, years)]
        line.before.extend(stated for stated in earlier if max(stated.first.speaks_of) == years[0] - 1)
    line.now.sort(key=lambda stated: _fit(stated, years))
    line.plan.sort(key=lambda stated: _fit(stated, years))
    line.before.sort(key=lambda stated: _fit(stated, (years[0] - 1,)))
    line.now = _without_superseded(line.now)


def _is_earlier(stated: Stated, years: Sequence[int]) -> bool:
    spoken = stated.first.period.years
    return bool(spoken) and max(spoken) < years[0]


def _fit(stated: Stated, years: Sequence[int]) -> tuple[int, int, int]:
    """How well its time is that of the years: the whole of them, a day near their end, a part."""
    period = stated.first.period
    estimate = int(stated.thing.role == "estimate")
    if not period.code or (set(period.years) >= set(years) and period.kind not in ("as_of", "day", "month")):
        return _WHOLE, 0, estimate
    rank = _AS_OF if period.kind == "as_of" else _PART
    return rank, -period.end.toordinal() if period.end else 0, estimate


def _without_superseded(now: list[Stated]) -> list[Stated]:
    """Without estimates that an actual of the same time stands beside, unless the clerk chose the estimate."""
    actual = {stated.thing._replace(role="") for stated in now if stated.thing.role == "actual"}
    chosen = {stated.thing._replace(role="") for stated in now if stated.thing.role == "estimate" and stated.chosen}
    kept = []
    for stated in now:
        thing = stated.thing._replace(role="")
        if stated.thing.role == "estimate" and thing in actual and thing not in chosen:
            continue
        if stated.thing.role == "actual" and thing in chosen and not stated.chosen:
            continue
        kept.append(stated)
    return kept


def _claims(db: SqliteDatabase, figures: Sequence[int]) -> dict[int, tuple[Claim, ...]]:
    shape = KINDS["figure"].list_shapes["claims"]
    columns = ", ".join(f'"{column}"' for column in shape.columns)
    rows = db.execute_sql(
        f'SELECT owner_id, {columns} FROM "{shape.table}" '
        "WHERE owner_id IN (SELECT value FROM json_each(?)) ORDER BY owner_id, position",
        (json.dumps(list(figures)),),
    )
    found: dict[int, list[Claim]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(claim_of(shape.loaded(row[1:])))
    return {owner: tuple(claims) for owner, claims in found.items()}


def _indicators(db: SqliteDatabase, records: Collection[int]) -> dict[int, Indicator]:
    sql = "SELECT id, uid FROM record WHERE id IN (SELECT value FROM json_each(?))"
    uids = dict(db.execute_sql(sql, (json.dumps(sorted(records)),)).fetchall())
    values: Mapping[int, Mapping[str, Any]] = values_of(db, "indicator", records)
    return {
        record: Indicator(
            record,
            bytes(uids[record]).hex(),
            row["name"],
            row["measure"],
            row["group"] or row["field"],
            row["direction"],
            row["aggregation"],
            tuple(part["part"] for part in row["parts"] if part["part"]),
        )
        for record, row in values.items()
    }
