"""What a paper of one year, several years or a term is made from: plain values, read in one go."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from ward.loading import values_of
from ward.lookups import forwards
from ward.names import Named, Names, on_day
from ward.year_awards import AwardForm
from ward.year_entries import Entries, Entry, load_entries, read_entries, references
from ward.year_figures import Line, count_timeless, figure_ids, read_lines

Progress = Callable[[int, int], None]
_STEPS = 5


@dataclass(frozen=True, slots=True)
class Keeper:
    """The office that keeps the file, with the letterhead and signatory that were valid on the paper's day."""

    uid: str
    name: str
    body: str
    layout: str
    unit: int | None
    letterhead: Mapping[str, str]
    signatory: Mapping[str, str]


@dataclass
class YearView:
    """The years of a paper and everything that it can say of them.

    `day` (ISO) is the last day of the reported time, for names; `theme` what the year was under.
    `lines` are figures of their own, `results` those of other records, by record.
    """

    years: tuple[int, ...]
    day: str
    keeper: Keeper | None
    theme: str
    closed: tuple[int, ...]
    entries: Entries
    names: Names
    lines: list[Line]
    results: Mapping[int, list[Line]]
    aliases: Mapping[int, tuple[str, ...]]
    award_types: Mapping[int, AwardForm]
    timeless: int = 0  # figures that name neither a year, nor a time, nor a record
    theme_of: str = ""  # the year's record (uid in hex) that names the theme

    def of(self, kind: str) -> list[Entry]:
        return self.entries.of(kind)

    def results_of(self, entry: Entry) -> list[Line]:
        return self.results.get(entry.id, [])

    def all_lines(self) -> Iterator[Line]:
        """All lines, those of their own first."""
        yield from self.lines
        for told in self.results.values():
            yield from told

    @property
    def place(self) -> Named | None:
        """The unit of the keeping office, as it was called at the end of the reported time."""
        return self.names.of(self.keeper.unit, self.day) if self.keeper and self.keeper.unit else None


def year_view(db: SqliteDatabase, years: Sequence[int], on: dt.date, *, progress: Progress | None = None) -> YearView:
    """The view for a paper of these years that is dated `on`. Raises ValueError without a year."""
    wanted = tuple(sorted(set(years)))
    if not wanted:
        raise ValueError("a paper is of at least one year")
    step = _stepper(progress)
    with one_read(db):
        entries = read_entries(db, wanted)
        step(1)
        lines, results = _figures(db, wanted, entries)
        step(2)
        keeper = read_keeper(db, on)
        names = Names(db, _mentioned(entries, lines, results, keeper))
        step(3)
        closed, theme, theme_of = _year_records(db, wanted)
        aliases = _aliases(db)
        types = _award_types(db, {award["award_type"] for award in entries.of("award") if award["award_type"]})
        timeless = count_timeless(db)
        step(4)
    day = min(dt.date(wanted[-1], 12, 31), on).isoformat()
    return YearView(
        wanted, day, keeper, theme, closed, entries, names, lines, results, aliases, types, timeless, theme_of
    )


def read_keeper(db: SqliteDatabase, on: dt.date) -> Keeper | None:
    """The office that keeps the file, as it was on this day; None where none was entered."""
    rows = db.execute_sql(
        "SELECT r.id, r.uid FROM office k CROSS JOIN record r ON r.id = k.record_id "
        "WHERE r.binned = 0 AND r.forwarded_to_id IS NULL ORDER BY k.keeper DESC, r.id LIMIT 1"
    ).fetchall()
    if not rows:
        return None
    record, uid = rows[0]
    office = values_of(db, "office", [record])[record]
    day = on.isoformat()
    letterhead: dict[str, Any] = dict(on_day(office["letterheads"], day) or {})
    signatory: dict[str, Any] = dict(on_day(office["signatories"], day) or {})
    return Keeper(
        bytes(uid).hex(), office["name"], office["body"], office["layout"], office["unit"], letterhead, signatory
    )


def busiest_year(db: SqliteDatabase) -> int | None:
    """The work year with the most records, the newest of them; None in an empty file."""
    sql = "SELECT year FROM record_year GROUP BY year ORDER BY count(*) DESC, year DESC LIMIT 1"
    found = db.execute_sql(sql).fetchone()
    return int(found[0]) if found else None


@contextmanager
def one_read(db: SqliteDatabase) -> Iterator[None]:
    """All queries within see the file as it is at one moment."""
    if db.connection().in_transaction:
        yield
        return
    db.execute_sql("BEGIN")
    try:
        yield
    finally:
        db.execute_sql("COMMIT")


def _figures(
    db: SqliteDatabase, years: tuple[int, ...], entries: Entries
) -> tuple[list[Line], dict[int, list[Line]]]:
    """The lines on their own, and those about records; a record that a statement is about joins the entries."""
    around = range(years[0] - 1, years[-1] + 2)
    known = {entry.id for entry in entries.all()}
    ends = forwards(db)
    lines = read_lines(db, figure_ids(db, around, known), years)
    alone: list[Line] = []
    about: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.about is None:
            alone.append(line)
        else:
            about[ends.get(line.about, line.about)].append(line)
    spoken = {record for record, told in about.items() if any(line.now or line.plan for line in told)}
    by_kind: dict[str, list[int]] = defaultdict(list)
    for kind, record in _kinds(db, spoken - known):
        by_kind[kind].append(record)
    for kind, records in by_kind.items():
        entries.add(load_entries(db, kind, records, ends, years[-1]))
    return alone, dict(about)


def _kinds(db: SqliteDatabase, records: set[int]) -> list[tuple[str, int]]:
    rows = db.execute_sql(
        "SELECT kind, id FROM record WHERE id IN (SELECT value FROM json_each(?)) AND binned = 0 ORDER BY id",
        (json.dumps(sorted(records)),),
    )
    return [(kind, record) for kind, record in rows]


def _mentioned(
    entries: Entries, lines: list[Line], results: Mapping[int, list[Line]], keeper: Keeper | None
) -> set[int]:
    found = references(entries.all()) | {entry.id for entry in entries.all()} | set(results)
    for line in (*lines, *(line for told in results.values() for line in told)):
        found.update(line.scope)
        found.update(told.said.source for stated in line.all() for told in stated.told if told.said.source)
    if keeper and keeper.unit:
        found.add(keeper.unit)
    return found


def _year_records(db: SqliteDatabase, years: tuple[int, ...]) -> tuple[tuple[int, ...], str, str]:
    """Which of the years are closed; the theme of a single year and the record that names it."""
    rows = db.execute_sql(
        "SELECT k.year, k.theme, r.uid, k.closed_on FROM year k "
        "JOIN record r ON r.id = k.record_id WHERE r.binned = 0"
    ).fetchall()
    known = {row[0]: row for row in rows if row[0] in years}
    closed = tuple(year for year in years if year in known and known[year][3])
    if len(years) > 1 or years[0] not in known:
        return closed, "", ""
    _, theme, uid, _ = known[years[0]]
    return closed, theme, bytes(uid).hex()


def _aliases(db: SqliteDatabase) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    rows = db.execute_sql(
        "SELECT a.of_id, a.name FROM alias a JOIN record r ON r.id = a.record_id "
        "WHERE r.binned = 0 AND a.of_id IS NOT NULL ORDER BY r.id"
    )
    for record, name in rows:
        found[record] = (*found.get(record, ()), name)
    return found


def _award_types(db: SqliteDatabase, records: set[int]) -> dict[int, AwardForm]:
    rows = db.execute_sql(
        "SELECT r.id, r.uid, k.name, k.form, k.level FROM award_type k JOIN record r ON r.id = k.record_id "
        "WHERE r.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(records)),),
    )
    return {row[0]: AwardForm(row[2], bytes(row[1]).hex(), "award_type", row[3], row[4]) for row in rows}


def _stepper(progress: Progress | None) -> Callable[[int], None]:
    return (lambda done: progress(done, _STEPS)) if progress else (lambda done: None)
