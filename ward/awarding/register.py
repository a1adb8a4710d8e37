"""The register (sổ vàng): awards found again, also by old names; the life of a person, household or unit."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.awarding.register_lines import AwardLine, award_lines
from ward.loading import load
from ward.lookups import LIVING
from ward.references import forwarded
from ward.search import matching, words

__all__ = ["AwardLine", "Life", "LifeLine", "find_awards", "life_of", "next_book_number"]
_GIVEN = "(SELECT value FROM json_each(?))"
_LEVEL = "COALESCE(NULLIF(a.level, ''), (SELECT t.level FROM award_type t WHERE t.record_id = a.award_type_id)) = ?"
_COUNTS = {"tap_the": "collectives", "ca_nhan": "persons", "ho_gia_dinh": "households"}
_NAMED = ("person", "unit", "household")


@dataclass(frozen=True, slots=True)
class LifeLine:
    """One award in a life; `of` is the unit that it came from, where that is a predecessor."""

    year: int | None
    line: AwardLine
    of: int | None = None
    of_name: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """The awards of a person, household or unit by year; those of the units it came from stand apart."""

    record: int
    name: str
    kind: str
    own: tuple[LifeLine, ...]
    before: tuple[LifeLine, ...]


def find_awards(
    db: SqliteDatabase,
    text: str = "",
    *,
    year: int | None = None,
    code: str = "",
    group: str = "",
    state: str = "",
    level: str = "",
    limit: int = 500,
) -> list[AwardLine]:
    """The awards whose words match, in any order and without diacritics, the newest first.

    A recipient is found by every name it had: old names of units, aliases, entries merged into it.
    `code` is an award type's code, `group` a kind of recipient.
    """
    where, values = [f"r.kind = 'award' AND {LIVING}"], []
    for condition, value in (
        ("EXISTS (SELECT 1 FROM record_year y WHERE y.record_id = a.record_id AND y.year = ?)", year),
        ("a.award_type_id IN (SELECT t.record_id FROM award_type t WHERE t.code = ?)", code),
        ("a.state = ?", state),
        (_LEVEL, level),
        (_of_group(group), group),
    ):
        if value:
            where.append(condition)
            values.append(value)
    if words(text):
        where.append(f"a.record_id IN {_GIVEN}")
        values.append(json.dumps(sorted(_matching(db, text))))
    rows = db.execute_sql(
        f"SELECT a.record_id FROM award a CROSS JOIN record r ON r.id = a.record_id WHERE {' AND '.join(where)} "
        "ORDER BY a.decided_on DESC, a.record_id DESC LIMIT ?",
        (*values, limit),
    )
    return award_lines(db, [record for (record,) in rows])


def life_of(db: SqliteDatabase, record: int) -> Life:
    """The awards of a person, household or unit, the newest year first. Raises UserError when it is gone."""
    found = load(db, forwarded(db, record))
    own = [LifeLine(_year(line), line) for line in award_lines(db, _awards_of(db, _entries(db, found.id)))]
    before = [
        LifeLine(_year(line), line, unit, name)
        for unit, name in _predecessors(db, found.id)
        for line in award_lines(db, _awards_of(db, _entries(db, unit)))
    ]
    return Life(found.id, found.title, found.kind, tuple(_by_year(own)), tuple(_by_year(before)))


def next_book_number(db: SqliteDatabase, year: int) -> str:
    """The number that follows the greatest one in the book among the awards decided in a year; "1" at first."""
    rows = db.execute_sql(
        "SELECT a.book_number FROM award a CROSS JOIN record r ON r.id = a.record_id "
        f"WHERE a.decided_on BETWEEN ? AND ? AND a.book_number <> '' AND {LIVING}",
        (f"{year}-01-01", f"{year}-12-31"),
    )
    return str(max((int(number) for (number,) in rows if number.isdecimal()), default=0) + 1)


def _of_group(group: str) -> str:
    counted = f" OR a.{_COUNTS[group]} > 0" if group in _COUNTS else ""
    return (
        f"(EXISTS (SELECT 1 FROM award_recipient c WHERE c.owner_id = a.record_id AND c.recipient_kind = ?){counted})"
    )


def _matching(db: SqliteDatabase, text: str) -> set[int]:
    """The awards in which each word is found: in the award itself, or in a name of its recipients or issuers."""
    found: set[int] | None = None
    for word in words(text):
        hits = set(_hits(db, word, ("award",))) | _naming(db, _known_as(db, word))
        found = hits if found is None else found & hits
    return found or set()


def _hits(db: SqliteDatabase, word: str, kinds: Collection[str]) -> list[int]:
    rows = db.execute_sql("SELECT rowid FROM search WHERE search MATCH ?", (matching(word, kinds=tuple(kinds)),))
    return [record for (record,) in rows]


def _known_as(db: SqliteDatabase, word: str) -> set[int]:
    """Persons, units and households with this word in a name: their own, an alias, that of a merged entry."""
    own = _hits(db, word, _NAMED)
    aliases = db.execute_sql(
        "SELECT k.of_id FROM alias k CROSS JOIN record r ON r.id = k.record_id "
        f"WHERE k.record_id IN {_GIVEN} AND k.of_id IS NOT NULL AND {LIVING}",
        (json.dumps(_hits(db, word, ("alias",))),),
    )
    found = {*own, *(record for (record,) in aliases)}
    merged = db.execute_sql(
        f"SELECT forwarded_to_id FROM record WHERE forwarded_to_id IS NOT NULL AND id IN {_GIVEN}",
        (json.dumps(sorted(found)),),
    )
    return found | {forwarded(db, record) for (record,) in merged}


def _naming(db: SqliteDatabase, records: Iterable[int]) -> set[int]:
    """The awards that name one of these as a recipient or an issuer."""
    given = json.dumps(sorted(records))
    rows = db.execute_sql(
        f"SELECT owner_id FROM award_recipient WHERE who_id IN {_GIVEN} "
        f"UNION SELECT owner_id FROM award_issuer WHERE issuer_id IN {_GIVEN}",
        (given, given),
    )
    return {record for (record,) in rows}


def _entries(db: SqliteDatabase, record: int) -> list[int]:
    """A record and every entry that was merged into it."""
    found = [record]
    for one in found:
        rows = db.execute_sql("SELECT id FROM record WHERE forwarded_to_id = ?", (one,))
        found += [other for (other,) in rows if other not in found]
    return found


def _awards_of(db: SqliteDatabase, records: Iterable[int]) -> list[int]:
    rows = db.execute_sql(
        "SELECT DISTINCT a.record_id FROM award_recipient c JOIN award a ON a.record_id = c.owner_id "
        f"CROSS JOIN record r ON r.id = a.record_id WHERE c.who_id IN {_GIVEN} AND {LIVING}",
        (json.dumps(list(records)),),
    )
    return [record for (record,) in rows]


def _predecessors(db: SqliteDatabase, unit: int) -> list[tuple[int, str]]:
    """The units that a unit came from, and those that they came from, with their names."""
    found: dict[int, str] = {}
    waiting = [unit]
    while waiting:
        rows = db.execute_sql(
            "SELECT s.predecessor_id, p.title FROM succession s CROSS JOIN record r ON r.id = s.record_id "
            f"JOIN record p ON p.id = s.predecessor_id WHERE s.successor_id = ? AND {LIVING} "
            "ORDER BY s.on_day, p.sort",
            (waiting.pop(),),
        ).fetchall()
        fresh = [(record, name) for record, name in rows if record not in found and record != unit]
        found.update(fresh)
        waiting += [record for record, _ in fresh]
    return list(found.items())


def _year(line: AwardLine) -> int | None:
    return max(line.years, default=int(line.decided_on[:4]) if line.decided_on else None)


def _by_year(lines: Iterable[LifeLine]) -> list[LifeLine]:
    return sorted(lines, key=lambda one: (one.year or 0, one.line.decided_on, one.line.id), reverse=True)
