"""The people, units and households of a book as lists name them, read once for a whole table."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from forms.spreadsheets.naming import exact_key, taken_apart
from ward.loading import values_of
from ward.lookups import living
from ward.search import words
from ward.text import fold

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the book; `offices` are the posts and units held at any time, `folded` the same for comparing."""

    record: int
    uid: bytes
    title: str
    birth: str
    identity: str
    offices: tuple[str, ...]

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(" ".join(words(office)) for office in self.offices)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A unit or household; `within` are names of what it stands under, or its address; `ended` when dissolved."""

    record: int
    uid: bytes
    kind: str
    title: str
    within: tuple[str, ...]
    ended: str = ""


class Known:
    """Who is in the book, by exact and by folded name."""

    def __init__(self, db: SqliteDatabase) -> None:
        self.persons: dict[int, KnownPerson] = {}
        self.places: dict[int, KnownPlace] = {}
        self._exact: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._folded: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.by_uid: dict[bytes, tuple[str, int]] = {}
        self.unit_names: dict[str, set[int]] = defaultdict(set)
        units = self._read_units(db)
        self._read_persons(db, units)
        self._read_households(db, units)
        self._read_aliases(db)

    def exactly(self, kind: str, name: str) -> list[int]:
        """The records of a kind with this name, in the order of their entry."""
        return self._exact.get((kind, exact_key(name)), [])

    def folded(self, kind: str, name: str) -> list[int]:
        """The records whose name differs only by diacritics."""
        exact = set(self.exactly(kind, name))
        return [record for record in self._folded.get((kind, fold(name)), []) if record not in exact]

    def unit_called(self, text: str) -> int | None:
        """The one unit that a text names; None where none or several are called so."""
        found = self.exactly("unit", text) or list(self.unit_names.get(" ".join(words(text)), ()))
        return found[0] if len(set(found)) == 1 else None

    def title(self, record: int) -> str:
        found = self.persons.get(record) or self.places[record]
        return found.title

    def _name(self, kind: str, name: str, record: int) -> None:
        if not name:
            return
        for index, key in ((self._exact, exact_key(name)), (self._folded, fold(name))):
            if record not in index[kind, key]:
                index[kind, key].append(record)
        if kind == "unit":
            self.unit_names[" ".join(words(name))].add(record)

    def _read_units(self, db: SqliteDatabase) -> dict[int, Row]:
        heads = {head.id: head for head in living(db, "unit")}
        units = values_of(db, "unit", heads)
        for record, head in heads.items():
            names = units[record]["names"]
            above = tuple(
                name["name"] for row in names if row["parent"] in units for name in units[row["parent"]]["names"]
            )
            self.places[record] = KnownPlace(record, head.uid, "unit", head.title, above, units[record]["ended"])
            self.by_uid[head.uid] = ("unit", record)
            for row in names:
                self._name("unit", row["name"], record)
                self._name("unit", row["short_name"], record)
        return units

    def _read_persons(self, db: SqliteDatabase, units: dict[int, Row]) -> None:
        heads = {head.id: head for head in living(db, "person")}
        for record, person in values_of(db, "person", heads).items():
            offices = tuple(_office(row, units) for row in person["positions"])
            self.persons[record] = KnownPerson(
                record, heads[record].uid, _shown(person), person["birth"], person["identity_number"], offices
            )
            self.by_uid[heads[record].uid] = ("person", record)
            self._name("person", person["name"], record)
            self._name("person", person["printed_name"], record)

    def _read_households(self, db: SqliteDatabase, units: dict[int, Row]) -> None:
        heads = {head.id: head for head in living(db, "household")}
        for record, household in values_of(db, "household", heads).items():
            unit = units.get(household["unit"])
            within = tuple(row["name"] for row in unit["names"]) if unit else ()
            within += (household["address"],) if household["address"] else ()
            self.places[record] = KnownPlace(record, heads[record].uid, "household", heads[record].title, within)
            self.by_uid[heads[record].uid] = ("household", record)
            self._name("household", taken_apart(household["name"]).name, record)
            if household["head"] in self.persons:
                self._name("household", taken_apart(self.persons[household["head"]].title).name, record)

    def _read_aliases(self, db: SqliteDatabase) -> None:
        for values in values_of(db, "alias", [head.id for head in living(db, "alias")]).values():
            record = values["of"]
            kind = "person" if record in self.persons else self.places[record].kind if record in self.places else ""
            if kind:
                self._name(kind, taken_apart(values["name"]).name if kind != "unit" else values["name"], record)


def _office(row: Row, units: dict[int, Row]) -> str:
    names = [name["name"] for name in units[row["unit"]]["names"]] if row["unit"] in units else [row["unit_words"]]
    return " ".join(filter(None, (row["title"], *names)))


def _shown(person: Row) -> str:
    return str(person["name"] or person["printed_name"])
