"""What units, persons and other records are called on a day: a paper of 2024 keeps the names of 2024."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from ward.kinds import KINDS
from ward.loading import values_of
from ward.text import fold

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Named:
    """A record's name on a day: the text, the field that it stands in, what goes before it (a rank).

    `position` are the offices that a person held then, each with its unit.
    """

    uid: str
    kind: str
    text: str
    field: str
    before: str = ""
    position: str = ""


class Names:
    """The names of the records that some other records mention, read once."""

    def __init__(self, db: SqliteDatabase, records: Collection[int]) -> None:
        self._heads = _heads(db, records)
        self._persons = values_of(db, "person", self._of_kind("person"))
        posts = {row["unit"] for person in self._persons.values() for row in person["positions"] if row["unit"]}
        self._heads.update(_heads(db, posts - self._heads.keys()))
        self._units = values_of(db, "unit", self._of_kind("unit"))
        while above := self._parents() - self._units.keys():
            self._heads.update(_heads(db, above))
            self._units.update(values_of(db, "unit", above))
        self._documents = values_of(db, "document", self._of_kind("document"))
        self._whole = self._whole_names(db)

    def of(self, record: int, day: str) -> Named:
        """The name of a record on a day (ISO; "" for today's name)."""
        uid, kind, title = self._heads[record]
        if kind == "unit":
            row = on_day(self._units[record]["names"], day)
            return Named(uid, kind, row["name"] if row else title, "names")
        if kind == "person":
            person = self._persons[record]
            field = "printed_name" if person["printed_name"] else "name"
            return Named(uid, kind, person[field], field, person["rank"], self._position(person, day))
        field = "name" if "name" in KINDS[kind].shape.by_key else "title"
        return Named(uid, kind, self._whole.get(record, title), field)

    def unit_kind(self, record: int, day: str) -> str:
        """What kind of unit it was on a day ("phường", "xã"); "" when not said."""
        row = on_day(self._units[record]["names"], day) if record in self._units else None
        return str(row["unit_kind"]) if row else ""

    def parent(self, record: int, day: str) -> int | None:
        """The unit that a unit stood under on a day."""
        row = on_day(self._units[record]["names"], day) if record in self._units else None
        return row["parent"] if row else None

    def document(self, record: int) -> tuple[str, Row]:
        """A document's uid (hex) and fields."""
        return self._heads[record][0], self._documents[record]

    def uid(self, record: int) -> str:
        """A record's uid in hex."""
        return self._heads[record][0]

    def _parents(self) -> set[int]:
        rows = (row for unit in self._units.values() for row in unit["names"])
        return {row["parent"] for row in rows if row["parent"]}

    def _of_kind(self, kind: str) -> list[int]:
        return [record for record, head in self._heads.items() if head[1] == kind]

    def _whole_names(self, db: SqliteDatabase) -> dict[int, str]:
        """The names that are too long for a record's title."""
        cut: dict[str, list[int]] = {}
        for record, (_, kind, title) in self._heads.items():
            if title.endswith("…") and "name" in KINDS[kind].shape.by_key:
                cut.setdefault(kind, []).append(record)
        return {
            record: values["name"].strip()
            for kind, records in cut.items()
            for record, values in values_of(db, kind, records).items()
        }

    def _position(self, person: Row, day: str) -> str:
        held = [row for row in person["positions"] if within(row, day)] if day else person["positions"]
        offices = [
            office_of(row["title"], row["unit_words"] or (self.of(row["unit"], day).text if row["unit"] else ""))
            for row in held
        ]
        return ", ".join(dict.fromkeys(office for office in offices if office))


def office_of(title: str, unit: str) -> str:
    """An office with its unit, whose words are said once: "Bí thư Đảng ủy" of "Đảng ủy phường Yên Thái"."""
    told, names = title.split(), unit.split()
    plain_told, plain_names = [[fold(word) for word in words] for words in (told, names)]
    if set(plain_names) <= set(plain_told):
        return title
    shared = (size for size in range(len(told), 0, -1) if plain_told[-size:] == plain_names[:size])
    return " ".join([*told[: len(told) - next(shared, 0)], *names])


def on_day(rows: Sequence[Row], day: str) -> Row | None:
    """The dated row that held on a day (ISO; "": the newest); where none did, the last before it, else the first."""
    ordered = sorted(rows, key=lambda row: row["since"])
    if not day or not ordered:
        return max(ordered, key=lambda row: (row["until"] == "", row["since"]), default=None)
    valid = [row for row in ordered if within(row, day)]
    before = [row for row in ordered if row["since"] <= day]
    return (valid or before or ordered[:1])[-1]


def within(row: Row, day: str) -> bool:
    """Whether a dated row held on a day; a day or bound that is only a year or month counts wholly."""
    since, until = row["since"], row["until"]
    return (not since or since[: len(day)] <= day[: len(since)]) and (not until or day[: len(until)] <= until)


def _heads(db: SqliteDatabase, records: Iterable[int]) -> dict[int, tuple[str, str, str]]:
    rows = db.execute_sql(
        "SELECT id, uid, kind, title FROM record WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(records)),),
    )
    return {record: (bytes(uid).hex(), kind, title) for record, uid, kind, title in rows}
