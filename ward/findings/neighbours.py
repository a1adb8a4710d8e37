"""The records that a form must look at beside its own: few, and found through indexes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from peewee import SqliteDatabase

from ward.findings.periods import is_unreal
from ward.periods import Period
from ward.said import keeping_unit
from ward.search import of_kinds, words

_NAMED = ("person", "unit", "household", "movement", "practice", "event", "indicator")
_MOST_ALIKE = 200
_MANY = 20
"""Beyond so many statements their neighbours are read together, without asking about each one's units."""
_YEAR = re.compile(r"[12][0-9]{3}(?=$|[-/])")

_ABOUT = (
    "SELECT record_id FROM figure WHERE about_id = ?",
    "SELECT record_id FROM registration WHERE movement_id = ?",
    "SELECT record_id FROM task WHERE parent_id = ?",
    "SELECT record_id FROM award WHERE part_of_id = ?",
)
_AWARDS = (
    "SELECT part_of_id FROM award WHERE record_id = ? AND part_of_id IS NOT NULL",
    "SELECT b.record_id FROM award a JOIN award b ON b.part_of_id = a.part_of_id WHERE a.record_id = ?",
    "SELECT b.owner_id FROM award_recipient a JOIN award_recipient b ON b.who_id = a.who_id WHERE a.owner_id = ?",
    "SELECT who_id FROM award_recipient WHERE owner_id = ? AND who_id IS NOT NULL",
    "SELECT issuer_id FROM award_issuer WHERE owner_id = ? AND issuer_id IS NOT NULL",
    "SELECT b.record_id FROM award a JOIN award b ON b.movement_id = a.movement_id WHERE a.record_id = ?",
    "SELECT p.record_id FROM award a JOIN practice p ON p.movement_id = a.movement_id WHERE a.record_id = ?",
)
_RECIPIENTS_IN_WORDS = (
    "SELECT DISTINCT words FROM award_recipient WHERE owner_id = ? AND who_id IS NULL AND words <> ''"
)
_FAMILY = (
    "WITH own(id) AS (SELECT value FROM json_each(?)), whole(id) AS (SELECT id FROM own "
    "UNION SELECT p.owner_id FROM own CROSS JOIN indicator_part p ON p.part_id = own.id "
    "UNION SELECT i.record_id FROM own CROSS JOIN indicator i ON i.numerator_id = own.id "
    "UNION SELECT i.record_id FROM own CROSS JOIN indicator i ON i.denominator_id = own.id) "
    "SELECT id FROM whole "
    "UNION SELECT p.part_id FROM whole CROSS JOIN indicator_part p ON p.owner_id = whole.id WHERE p.part_id > 0 "
    "UNION SELECT i.numerator_id FROM whole CROSS JOIN indicator i ON i.record_id = whole.id "
    "WHERE i.numerator_id > 0 "
    "UNION SELECT i.denominator_id FROM whole CROSS JOIN indicator i ON i.record_id = whole.id "
    "WHERE i.denominator_id > 0"
)
_OF_FIGURE = (
    "SELECT about_id FROM figure WHERE record_id = ? AND about_id > 0",
    "SELECT unit_id FROM figure_scope WHERE owner_id = ? AND unit_id > 0",
    *(
        f"SELECT t.record_id FROM figure f JOIN {table} t ON t.{column} = f.about_id WHERE f.record_id = ?"
        for table, column in (("registration", "movement_id"), ("task", "parent_id"), ("award", "part_of_id"))
    ),
)
_OF_INDICATORS = (
    "SELECT f.record_id FROM json_each(?) i CROSS JOIN json_each(?) p CROSS JOIN figure f "
    "WHERE f.indicator_id = i.value AND f.period = p.value"
)
_OF_UNITS = (
    " AND (NOT EXISTS (SELECT 1 FROM figure_scope s WHERE s.owner_id = f.record_id) "
    "OR EXISTS (SELECT 1 FROM figure_scope s WHERE s.owner_id = f.record_id "
    "AND s.unit_id IN (SELECT value FROM json_each(?))))"
)
_OF_RECORDS = "SELECT f.record_id FROM json_each(?) j CROSS JOIN figure f ON f.about_id = j.value"
_SCOPES = (
    "SELECT DISTINCT s.unit_id FROM json_each(?) j CROSS JOIN figure_scope s ON s.owner_id = j.value "
    "WHERE s.unit_id > 0"
)
_AROUND_UNITS = (
    "WITH own(id) AS (SELECT value FROM json_each(?)), upper(id) AS (SELECT id FROM own "
    "UNION SELECT n.parent_id FROM own CROSS JOIN unit_name n ON n.owner_id = own.id WHERE n.parent_id > 0) "
    "SELECT id FROM upper UNION SELECT n.owner_id FROM upper CROSS JOIN unit_name n ON n.parent_id = upper.id"
)
_CLAIMED = (
    "SELECT DISTINCT c.basis_period FROM json_each(?) j CROSS JOIN figure_claim c ON c.owner_id = j.value "
    "WHERE c.basis_period <> ''"
)


def neighbours_of(db: SqliteDatabase, record: int) -> set[int]:
    """The record itself, and every record that a finding about it can rest on."""
    found = db.execute_sql("SELECT kind, title FROM record WHERE id = ?", (record,)).fetchone()
    if found is None:
        return set()
    kind, title = found
    around = {record, *_each(db, _ABOUT, record)}
    if kind == "figure":
        around |= beside_figures(db, (record,)) | _each(db, _OF_FIGURE, record)
    if kind == "award":
        around |= _each(db, _AWARDS, record)
        for (words,) in db.execute_sql(_RECIPIENTS_IN_WORDS, (record,)).fetchall():
            around |= _alike(db, "award", words)
    if kind in _NAMED:
        around |= _alike(db, kind, title)
    return around


def beside_figures(db: SqliteDatabase, records: Iterable[int]) -> set[int]:
    """With these statements, those of the same things, of their parts and wholes, and of the periods compared."""
    asked = json.dumps(sorted(records))
    rows = db.execute_sql(
        "SELECT f.record_id, f.indicator_id, f.about_id, f.label, f.period FROM json_each(?) j "
        "CROSS JOIN figure f ON f.record_id = j.value",
        (asked,),
    ).fetchall()
    around = {row[0] for row in rows}
    around |= set(_column(db, _OF_RECORDS, json.dumps(sorted({row[2] for row in rows if row[2]}))))
    family = sorted(set(_column(db, _FAMILY, json.dumps(sorted({row[1] for row in rows if row[1]})))))
    claimed = [str(code) for (code,) in db.execute_sql(_CLAIMED, (asked,))]
    periods = {near for code in {row[4] for row in rows} for near in _near(code)} | set(claimed)
    wanted = [json.dumps(family), json.dumps(sorted(periods))]
    if len(rows) > _MANY:
        around |= set(_column(db, _OF_INDICATORS, *wanted))
    else:
        scope = _column(db, _SCOPES, asked) + [unit for unit in (keeping_unit(db),) if unit]
        units = json.dumps(_column(db, _AROUND_UNITS, json.dumps(scope)))
        around |= set(_column(db, _OF_INDICATORS + _OF_UNITS, *wanted, units))
    return around | _labelled(db, {row[3] for row in rows if row[3] and not row[1] and not row[2]})


def _labelled(db: SqliteDatabase, labels: set[str]) -> set[int]:
    """Statements that may bear one of these labels and are about no indicator or record."""
    if len(labels) > _MANY:
        return set(_column(db, "SELECT record_id FROM figure WHERE indicator_id IS NULL AND about_id IS NULL"))
    return {found for label in labels for found in _alike(db, "figure", label)}


def figures_of(db: SqliteDatabase, year: int) -> set[int]:
    """The statements that a finding about a work year can rest on; those of no year belong to every one."""
    own = _column(
        db,
        "SELECT f.record_id FROM record_year y CROSS JOIN figure f ON f.record_id = y.record_id WHERE y.year = ? "
        "UNION SELECT f.record_id FROM figure f "
        "WHERE NOT EXISTS (SELECT 1 FROM record_year y WHERE y.record_id = f.record_id) "
        "UNION SELECT owner_id FROM figure_claim WHERE basis_period <> ''",
        year,
    )
    return beside_figures(db, own)


def _near(code: str) -> set[str]:
    """A period, and the same one year earlier and later."""
    earlier = None if is_unreal(code) else Period(code).previous()
    later = _YEAR.sub(lambda match: str(int(match[0]) + 1), code)
    return {code, later, earlier.code if earlier else code}


def _alike(db: SqliteDatabase, kind: str, title: str) -> set[int]:
    """Records of the kind whose title has the same words."""
    sql = (
        "SELECT r.id FROM search s CROSS JOIN record r ON r.id = s.rowid WHERE search MATCH ? AND r.kind = ? "
        f"AND r.binned = 0 LIMIT {_MOST_ALIKE}"
    )
    # whole words only: the beginnings of numbers match half a file
    same = " ".join(f'"{word}"' for word in words(title)) or '""'
    return {found for (found,) in db.execute_sql(sql, (of_kinds(f"title : ({same})", (kind,)), kind))}


def _each(db: SqliteDatabase, queries: Iterable[str], record: int) -> set[int]:
    return {found for sql in queries for found in _column(db, sql, record)}


def _column(db: SqliteDatabase, sql: str, *values: object) -> list[int]:
    return [row[0] for row in db.execute_sql(sql, values)]
