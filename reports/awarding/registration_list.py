"""Bản đăng ký thi đua: what a unit, the units under it and their people registered for in a year."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from peewee import SqliteDatabase

from reports.awarding.achievement_parts import Text
from reports.awarding.award_making import LoneMaking
from reports.awarding.nominee_facts import unit_letterhead
from reports.prints import Printed
from reports.wording.sentences import Piece, capitalised, keyed, listed
from reports.wording.wording import Wording, as_number, traced
from reports.yearly.annual_report_context import Letterhead
from ward.loading import values_of
from ward.lookups import LIVING, forwards
from ward.names import Names, within
from ward.text import fold
from ward.year_awards import NO_FORM, AwardForm
from ward.year_entries import Entries, Entry, load_entries, references
from ward.year_view import YearView

_STATES = {"returned": "Trả lại", "achieved": "Đã đạt", "failed": "Không đạt"}
_KINDS = ("unit", "person", "household")


@dataclass(frozen=True)
class RegistrationRow:
    """A line of the list: who, post and unit, the title or the form that is aimed at, what was promised."""

    name: Text
    post: Text
    title: Text
    form: Text
    content: Text
    remark: Text = ""


@dataclass(frozen=True)
class RegistrationList:
    """The list of a unit's year; `collectives`, `persons` and `households` count its lines."""

    letterhead: Letterhead
    unit: Text
    year: str
    rows: tuple[RegistrationRow, ...]
    collectives: Text = ""
    persons: Text = ""
    households: Text = ""

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def registration_list(making: LoneMaking) -> RegistrationList:
    """The registrations of a unit in the paper's year, collectives first, in the order of their entry."""
    db, year, unit = making.book.db, making.view.years[-1], making.about.id
    found = _registrations(db, year, making)
    read = _Read(db, making.view, found, unit)
    own = sorted((one for one in found if read.belongs(one)), key=lambda one: (_KINDS.index(read.kind(one)), one.id))
    words = Wording(read.view)
    counts = {kind: [one.uid for one in own if read.kind(one) == kind] for kind in _KINDS}
    return RegistrationList(
        unit_letterhead(words, unit, making.on),
        capitalised(words.name(unit, words.view.day)),
        str(year),
        tuple(_row(words, read, one) for one in own),
        _count(counts["unit"], "tập thể"),
        _count(counts["person"], "cá nhân"),
        _count(counts["household"], "hộ gia đình"),
    )


class _Read:
    """The registrants of a year: what they are called, and which of them belong to a unit."""

    def __init__(self, db: SqliteDatabase, view: YearView, found: Iterable[Entry], unit: int) -> None:
        entries = Entries()
        entries.add(found)
        everyone = {one["registrant"] for one in found if one["registrant"]}
        self._persons = values_of(db, "person", _of_kind(db, "person", everyone))
        self._households = values_of(db, "household", _of_kind(db, "household", everyone))
        units = {row["unit"] for one in self._persons.values() for row in one["positions"]}
        units |= {one["unit"] for one in self._households.values()} | {unit}
        keeper = {view.keeper.unit} if view.keeper and view.keeper.unit else set()
        names = Names(db, {one for one in references(found) | units | keeper if one})
        types = _types(db)
        self._by_name = {fold(form.name): form for form in types.values()}
        self.view = replace(view, entries=entries, names=names, award_types=types)
        self._unit = unit

    def kind(self, one: Entry) -> str:
        """The kind of record that registers; words alone count as a person."""
        record = one["registrant"]
        if record in self._households:
            return "household"
        return "person" if record in self._persons or not record else "unit"

    def aim(self, one: Entry) -> AwardForm:
        """The title or form that is aimed at; where the content is but its name, that one."""
        return self.view.award_types.get(one["award_type"]) or self._by_name.get(fold(one["content"]), NO_FORM)

    def belongs(self, one: Entry) -> bool:
        """Whether the registrant is the unit, stands under it, holds a post in it or lives in it."""
        record = one["registrant"]
        if record in self._persons:
            rows = self._persons[record]["positions"]
            homes = [row["unit"] for row in rows if row["unit"] and within(row, self.view.day)]
        elif record in self._households:
            homes = [self._households[record]["unit"]]
        else:
            homes = [record]
        return any(self._is_under(home) for home in homes if home)

    def _is_under(self, unit: int | None) -> bool:
        seen: set[int] = set()
        while unit and unit not in seen:
            if unit == self._unit:
                return True
            seen.add(unit)
            unit = self.view.names.parent(unit, self.view.day)
        return False


def _registrations(db: SqliteDatabase, year: int, making: LoneMaking) -> list[Entry]:
    rows = db.execute_sql(
        "SELECT r.id FROM record_year y JOIN record r ON r.id = y.record_id "
        f"WHERE r.kind = 'registration' AND y.year = ? AND {LIVING} ORDER BY r.id",
        (year,),
    ).fetchall()
    found = load_entries(db, "registration", [record for (record,) in rows], forwards(db), year)
    return [replace(one, day=making.view.day) for one in found]


def _of_kind(db: SqliteDatabase, kind: str, records: Iterable[int]) -> list[int]:
    sql = "SELECT id FROM record WHERE kind = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id"
    return [record for (record,) in db.execute_sql(sql, (kind, json.dumps(sorted(records))))]


def _types(db: SqliteDatabase) -> dict[int, AwardForm]:
    rows = db.execute_sql(
        "SELECT r.id, r.uid, k.name, k.form, k.level FROM award_type k JOIN record r ON r.id = k.record_id "
        f"WHERE {LIVING} ORDER BY r.id"
    )
    return {row[0]: AwardForm(row[2], bytes(row[1]).hex(), "award_type", row[3], row[4]) for row in rows}


def _row(words: Wording, read: _Read, one: Entry) -> RegistrationRow:
    name: Piece = words.either(one, "registrant", "registrant_words")
    post: Piece = ""
    if one["registrant"] and read.kind(one) == "person":
        named = words.view.names.of(one["registrant"], one.day)
        post = traced(named.position, named.uid, "positions", "person")
    aimed = read.aim(one)
    named_only = not one["award_type"] and bool(aimed.name)
    what = words.value(one, "content") if named_only else traced(aimed.name, aimed.uid, "name", "award_type")
    is_title = aimed.form == "danh_hieu"
    movement = words.name(one["movement"], one.day) if one["movement"] else ""
    state = traced(_STATES.get(one["status"], ""), one.uid, "status", "registration")
    returned = words.value(one, "returned_reason") if one["status"] == "returned" else ""
    return RegistrationRow(
        keyed(one.uid, capitalised(name) if str(name) else "…"),
        post,
        what if is_title else "",
        "" if is_title else what,
        movement if named_only else words.value(one, "content") or movement,
        listed([piece for piece in (state, returned) if piece], ": "),
    )


def _count(uids: list[str], noun: str) -> Text:
    return Printed.counted(as_number(len(uids)), of=uids, what=f"Số {noun} đăng ký") if uids else ""
