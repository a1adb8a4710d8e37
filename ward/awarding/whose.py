"""Whose decision it is: the keeping office's own, or that of a level above or another body."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.lookups import forwards
from ward.names import Names
from ward.text import fold
from ward.year_view import Keeper, read_keeper

OWN_LEVELS = ("phuong", "co_so", "")
"""Levels of what the ward decides, and so pays, itself."""
_SHORT = {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "mttq": "mat tran to quoc"}
_HEADS = ("tm. ", "t/m ", "thay mat ", "chu tich ")


@dataclass(frozen=True)
class Issuer:
    """Who gave something, as one row names it: a unit's record, words, or both; nobody where both are missing."""

    unit: int | None
    words: str


def own_documents(db: SqliteDatabase, documents: Collection[int]) -> frozenset[int]:
    """Those of these documents that the keeping office has issued itself, as far as they say.

    One of a level above, of another unit or body is not its own. One that does not say both its level and its issuer
    counts as its own unless a level above has given all of its awards.
    """
    rows = db.execute_sql(
        "SELECT d.record_id, d.level, d.issuer_id, d.issuer_words, d.issued_on FROM document d "
        "WHERE d.record_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(documents)),),
    ).fetchall()
    above = _granted_above(db, documents)
    office = _Office(db)
    return frozenset(
        record
        for record, level, unit, words, day in rows
        if level in OWN_LEVELS and office.issued([Issuer(unit, words)], day)
        if record not in above or (level and (unit or words))
    )


def own_awards(db: SqliteDatabase, awards: Collection[int]) -> frozenset[int]:
    """Those of these awards that the keeping office has given itself: by their level, their decision, their issuers.

    Nor is an award its own whose type is only given above, whatever stands in the award.
    """
    rows = db.execute_sql(
        "SELECT a.record_id, a.level, coalesce(t.level, ''), a.decision_id, a.decided_on FROM award a "
        "LEFT JOIN award_type t ON t.record_id = a.award_type_id "
        "WHERE a.record_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(awards)),),
    ).fetchall()
    documents = {document for *_, document, _ in rows if document}
    own, issuers, office = own_documents(db, documents), _issuers(db, awards), _Office(db)
    return frozenset(
        record
        for record, level, of_type, document, day in rows
        if level in OWN_LEVELS and of_type in OWN_LEVELS
        if (document in own or not document) and office.issued(issuers[record], day)
    )


class _Office:
    """The office that keeps the file, on the days that are asked for."""

    def __init__(self, db: SqliteDatabase) -> None:
        self._db, self._ends = db, forwards(db)
        self._keepers: dict[str, Keeper | None] = {}
        self._called: dict[tuple[int, str], str] = {}

    def issued(self, issuers: Iterable[Issuer], day: str) -> bool:
        """Whether one of these is the office; also where nobody is named, or no office is entered."""
        named = [one for one in issuers if one.unit or one.words.strip()]
        keeper = self._keeper(day)
        return not named or keeper is None or any(self._is_keeper(keeper, one, day) for one in named)

    def _is_keeper(self, keeper: Keeper, one: Issuer, day: str) -> bool:
        unit, own = (self._ends.get(each, each) if each else None for each in (one.unit, keeper.unit))
        other = self._name(unit, day) if unit and unit != own else ""
        names = self._names(keeper, day)
        told = [said for words in (other, one.words) if (said := _plain(words))]
        return all(any(_same(said, name) for name in names) for said in told)

    def _names(self, keeper: Keeper, day: str) -> list[str]:
        """What the office is called: by itself, and by its unit with and without the committee."""
        called = self._name(keeper.unit, day) if keeper.unit else ""
        names = [keeper.name, called, f"Ủy ban nhân dân {called}" if keeper.body == "ubnd" else ""]
        return [plain for name in names if (plain := _plain(name))]

    def _name(self, unit: int, day: str) -> str:
        """What a unit was called on a day, read once."""
        if (unit, day) not in self._called:
            self._called[unit, day] = Names(self._db, {unit}).of(unit, day).text
        return self._called[unit, day]

    def _keeper(self, day: str) -> Keeper | None:
        if day not in self._keepers:
            on = dt.date.fromisoformat(day) if len(day) == len("2026-12-31") else dt.date.today()
            self._keepers[day] = read_keeper(self._db, on)
        return self._keepers[day]


def _granted_above(db: SqliteDatabase, documents: Collection[int]) -> set[int]:
    """The documents all of whose awards a level above has given."""
    levels: dict[int, set[str]] = defaultdict(set)
    for document, level in db.execute_sql(
        "SELECT a.decision_id, a.level FROM award a JOIN record r ON r.id = a.record_id AND r.binned = 0 "
        "WHERE a.decision_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(documents)),),
    ):
        levels[document].add(level)
    return {document for document, told in levels.items() if not told & set(OWN_LEVELS)}


def _issuers(db: SqliteDatabase, awards: Collection[int]) -> dict[int, list[Issuer]]:
    found: dict[int, list[Issuer]] = defaultdict(list)
    for award, unit, words in db.execute_sql(
        "SELECT owner_id, issuer_id, words FROM award_issuer WHERE owner_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(awards)),),
    ):
        found[award].append(Issuer(unit, words))
    return found


def _plain(words: str) -> str:
    """Words as they are compared: without marks, in small letters, abbreviations written out, no head before them."""
    plain = " ".join(_SHORT.get(one, one) for one in fold(words).replace(",", " ").replace(".", ". ").split()) + " "
    for head in _HEADS:
        plain = plain.removeprefix(head)
    return plain.strip()


def _same(one: str, other: str) -> bool:
    """Whether one is the other, or as far as it goes: “UBND phường” is “UBND phường Gia Thụy”."""
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or longer.startswith(f"{shorter} ")
