"""Reads what papers about many persons, units and households are made from, in one short go."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from peewee import SqliteDatabase

from ward.awarding.recipient_records import Ties, predecessors, statements_about, statements_of, ties_of
from ward.awarding.recipients import Held, Recipient, RecipientsView, is_head
from ward.bases import unit_changes
from ward.lookups import forwards
from ward.names import Names, within
from ward.periods import Period
from ward.year_awards import AwardForm, form_of
from ward.year_entries import Entries, Entry, load_entries, own_years, references
from ward.year_figures import Line, read_lines
from ward.year_view import YearView, one_read, read_keeper

_WORK = ("registration", "practice", "event", "task", "contribution", "movement", "passage")
_PEOPLE = ("person", "unit", "household")


def recipients_view(
    db: SqliteDatabase, records: Collection[int], years: Sequence[int], on: dt.date, *, beside: Iterable[Entry] = ()
) -> RecipientsView:
    """What is known of these persons, units and households for papers dated `on` that report `years`.

    The units that a person heads are read as well. `beside`: other records whose references the papers
    name, as nominations. The number of queries does not grow with that of the records.
    Raises: ValueError without a year.
    """
    if not years:
        raise ValueError("a report covers at least one year")
    with one_read(db):
        return _Reader(db, tuple(sorted(years)), on, tuple(beside)).view(records)


class _Reader:
    """One reading for many recipients."""

    def __init__(self, db: SqliteDatabase, years: tuple[int, ...], on: dt.date, beside: tuple[Entry, ...]) -> None:
        self._db, self._years, self._on, self._beside = db, years, on, beside
        self._day = min(dt.date(years[-1], 12, 31), on).isoformat()
        self._ends = forwards(db)

    def view(self, records: Collection[int]) -> RecipientsView:
        people = self._people(records)
        units = [one.id for one in people.values() if one.kind == "unit"]
        before = predecessors(self._db, units, self._on.isoformat(), self._ends)
        ties = ties_of(self._db, people.keys() | {old for olds in before.values() for old in olds}, self._ends)
        loaded = {kind: self._load(kind, ties.records(kind)) for kind in (*_WORK, "award", "rating", "initiative")}
        lines = self._lines(units)
        results = self._results(record for entries in loaded.values() for record in entries)
        told = [*people.values(), *(one for entries in loaded.values() for one in entries.values()), *self._beside]
        types = self._types(told)
        view = self._year_view(told, lines, results, {record: form for record, (form, _) in types.items()})
        known = _Loaded(ties, loaded, types, self._by_unit(lines))
        recipients = {one.id: self._recipient(one, people, known, before.get(one.id, {})) for one in people.values()}
        return RecipientsView(view, recipients, self._changed(units))

    def _people(self, records: Collection[int]) -> dict[int, Entry]:
        """The recipients, the heads of the households among them, and the units that they head."""
        found = self._of_people({self._ends.get(record, record) for record in records})
        heads = {one["head"] for one in found.values() if one.kind == "household" and one["head"]}
        found.update(self._of_people(heads - found.keys()))
        led = {unit for one in found.values() for unit in self._led(one)}
        return {**found, **self._of_people(led - found.keys())}

    def _of_people(self, records: Collection[int]) -> dict[int, Entry]:
        sql = "SELECT kind, id FROM record WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        by_kind: dict[str, list[int]] = defaultdict(list)
        for kind, record in self._db.execute_sql(sql, (json.dumps(sorted(records)),)):
            by_kind[kind].append(record)
        return {record: one for kind in _PEOPLE for record, one in self._load(kind, by_kind[kind]).items()}

    def _load(self, kind: str, records: Collection[int]) -> dict[int, Entry]:
        if not records:
            return {}
        return {one.id: one for one in load_entries(self._db, kind, records, self._ends, self._years[-1])}

    def _led(self, one: Entry) -> tuple[int, ...]:
        rows = one["positions"] if one.kind == "person" else ()
        held = (row for row in rows if row["unit"] and within(row, self._day) and is_head(row["title"]))
        return tuple(dict.fromkeys(row["unit"] for row in held))

    def _lines(self, units: Collection[int]) -> list[tuple[int, Line]]:
        """What was said of these units in each reported year."""
        figures = statements_of(self._db, units, self._ends)
        found: list[tuple[int, Line]] = []
        for year in self._years:
            near = {year - 1, year}
            spoken = [figure for figure, worked in figures.items() if not worked or not near.isdisjoint(worked)]
            lines = read_lines(self._db, spoken, (year,)) if spoken else []
            found += [(year, line) for line in lines if line.now or line.plan]
        return found

    def _results(self, records: Iterable[int]) -> dict[int, list[Line]]:
        found: dict[int, list[Line]] = defaultdict(list)
        for line in read_lines(self._db, statements_about(self._db, list(records)), self._years):
            if line.about:
                found[self._ends.get(line.about, line.about)].append(line)
        return dict(found)

    def _year_view(
        self,
        told: Sequence[Entry],
        lines: Iterable[tuple[int, Line]],
        results: Mapping[int, list[Line]],
        types: Mapping[int, AwardForm],
    ) -> YearView:
        keeper = read_keeper(self._db, self._on)
        mentioned = references(told) | {one.id for one in told} | ({keeper.unit} if keeper and keeper.unit else set())
        every = [*(line for _, line in lines), *(line for found in results.values() for line in found)]
        mentioned |= {unit for line in every for unit in (*line.scope, line.about) if unit}
        entries = Entries()
        entries.add(one for one in told if one.kind not in _PEOPLE)
        names = Names(self._db, mentioned)
        return YearView(self._years, self._day, keeper, "", (), entries, names, [], results, {}, types)

    def _types(self, told: Iterable[Entry]) -> dict[int, tuple[AwardForm, str]]:
        """The award types that these records name, each with its code in the rules."""
        wanted = {one.values.get("award_type") for one in told} - {None}
        rows = self._db.execute_sql(
            "SELECT r.id, r.uid, k.name, k.form, k.level, k.code FROM award_type k "
            "JOIN record r ON r.id = k.record_id WHERE r.id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(wanted)),),
        )
        return {
            row[0]: (AwardForm(row[2], bytes(row[1]).hex(), "award_type", row[3], row[4]), row[5]) for row in rows
        }

    def _recipient(
        self,
        one: Entry,
        people: Mapping[int, Entry],
        loaded: _Loaded,
        before: Mapping[int, str],
    ) -> Recipient:
        work = {kind: tuple(filter(self._is_of_years, loaded.of(kind, one.id))) for kind in _WORK}
        return Recipient(
            one,
            loaded.held(one.id, before),
            loaded.of("rating", one.id),
            loaded.of("initiative", one.id),
            work,
            loaded.lines.get(one.id, ()),
            people.get(one["head"]) if one.kind == "household" else None,
            self._led(one),
        )

    def _by_unit(self, lines: Iterable[tuple[int, Line]]) -> dict[int, tuple[tuple[int, Line], ...]]:
        found: dict[int, list[tuple[int, Line]]] = defaultdict(list)
        for year, line in lines:
            for unit in {self._ends.get(record, record) for record in (*line.scope, line.about) if record}:
                found[unit].append((year, line))
        return {unit: tuple(told) for unit, told in found.items()}

    def _is_of_years(self, entry: Entry) -> bool:
        """Whether a record is of the reported years; words of the office without a year are of every year."""
        years = set(entry["years"]) or own_years(entry)
        return not years.isdisjoint(self._years) or (not years and entry.kind == "passage")

    def _changed(self, units: Collection[int]) -> dict[int, frozenset[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for change in unit_changes(self._db):
            years = {year for year in self._years if dt.date(year - 1, 1, 1) < change.on <= dt.date(year, 12, 31)}
            for unit in (change.predecessor, change.successor):
                found[self._ends.get(unit, unit)] |= years
        return {unit: frozenset(found[unit]) for unit in units if found.get(unit)}


class _Loaded:
    """What was read, by whom it is about."""

    def __init__(
        self,
        ties: Ties,
        entries: Mapping[str, Mapping[int, Entry]],
        types: Mapping[int, tuple[AwardForm, str]],
        lines: Mapping[int, tuple[tuple[int, Line], ...]],
    ) -> None:
        self._ties, self._entries, self.lines = ties, entries, lines
        self._forms = {record: form for record, (form, _) in types.items()}
        self._codes = {record: code for record, (_, code) in types.items()}
        self._rows: dict[int, dict[int, int]] = {}

    def of(self, kind: str, about: int) -> tuple[Entry, ...]:
        return tuple(self._entries[kind][record] for record in sorted(self._ties.by_kind[kind].get(about, ())))

    def held(self, record: int, before: Mapping[int, str]) -> tuple[Held, ...]:
        """The awards of a recipient and of the units that became it, each award once, the earliest first."""
        found: dict[int, Held] = {}
        for owner, extent in ((record, ""), *before.items()):
            for award in self.of("award", owner):
                place = self._places(award)[owner]
                form, code = form_of(award, self._forms), self._codes.get(award["award_type"], "")
                held = Held(award, place, owner, form, code, _years_of(award), extent)
                found.setdefault(award.id, held)
        return tuple(sorted(found.values(), key=_in_time))

    def _places(self, award: Entry) -> Mapping[int, int]:
        """The first row of each recipient of an award; kept, since thousands may share one award."""
        if award.id not in self._rows:
            rows = reversed(list(enumerate(award["recipients"])))
            self._rows[award.id] = {row["who"]: place for place, row in rows}
        return self._rows[award.id]


def _years_of(award: Entry) -> tuple[int, ...]:
    """The years of the deed; where nobody said them the work years, else the year of the decision."""
    told = Period(award["period"]).years if award["period"] else ()
    decided = (int(award["decided_on"][:4]),) if award["decided_on"] else ()
    return tuple(told) or tuple(award["years"]) or decided


def _in_time(held: Held) -> tuple[int, str, int]:
    return max(held.years, default=9999), held.award["decided_on"] or "9999", held.award.id
