"""The records that a form must look at beside its own: few, and found through indexes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from peewee import SqliteDatabase

from ward.findings.periods import is_unreal
from ward.periods import Period
from ward.search import matching

_NAMED = ("person", "unit", "household", "movement", "practice", "event", "indicator")
_MOST_ALIKE = 200
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
_FAMILY = (
    "WITH own(id) AS (SELECT ?), whole(id) AS (SELECT id FROM own UNION SELECT owner_id FROM indicator_part "
    "WHERE part_id IN (SELECT id FROM own) UNION SELECT record_id FROM indicator WHERE numerator_id IN "
    "(SELECT id FROM own) UNION SELECT record_id FROM indicator WHERE denominator_id IN (SELECT id FROM own)) "
    "SELECT id FROM whole UNION SELECT part_id FROM indicator_part WHERE owner_id IN (SELECT id FROM whole) "
    "UNION SELECT numerator_id FROM indicator WHERE record_id IN (SELECT id FROM whole) "
    "UNION SELECT denominator_id FROM indicator WHERE record_id IN (SELECT id FROM whole)"
)
_OF_INDICATORS = (
    "SELECT f.record_id FROM json_each(?) i CROSS JOIN json_each(?) p CROSS JOIN figure f "
    "WHERE f.indicator_id = i.value AND f.period = p.value"
)
_CLAIMED = "SELECT basis_period FROM figure_claim WHERE owner_id = ?"


def neighbours_of(db: SqliteDatabase, record: int) -> set[int]:
    """The record itself, and every record that a finding about it can rest on."""
    found = db.execute_sql("SELECT kind, title FROM record WHERE id = ?", (record,)).fetchone()
    if found is None:
        return set()
    kind, title = found
    around = {record, *_each(db, _ABOUT, record)}
    if kind == "figure":
        around |= beside_figure(db, record)
    if kind == "award":
        around |= _each(db, _AWARDS, record)
    if kind in _NAMED:
        around |= _alike(db, kind, title)
    return around


def beside_figure(db: SqliteDatabase, record: int) -> set[int]:
    """The statements of the same thing, of its parts and wholes, of the periods it is compared with, and units."""
    indicator, about, label, period = db.execute_sql(
        "SELECT indicator_id, about_id, label, period FROM figure WHERE record_id = ?", (record,)
    ).fetchone()
    around = {record, *_column(db, "SELECT unit_id FROM figure_scope WHERE owner_id = ? AND unit_id > 0", record)}
    if about:
        around |= {about, *_each(db, _ABOUT, about)}
    if indicator:
        family = sorted({found for found in _column(db, _FAMILY, indicator) if found})
        around |= set(_column(db, _OF_INDICATORS, json.dumps(family), json.dumps(_periods(db, record, period))))
    elif not about and label:
        around |= _alike(db, "figure", label)
    return around


def _periods(db: SqliteDatabase, record: int, code: str) -> list[str]:
    """The period itself, the years before and after it, and those that the statement's claims name."""
    claimed = [str(row[0]) for row in db.execute_sql(_CLAIMED, (record,))]
    earlier = None if is_unreal(code) else Period(code).previous()
    later = _YEAR.sub(lambda match: str(int(match[0]) + 1), code)
    return sorted({code, later, *claimed, *([earlier.code] if earlier else [])})


def _alike(db: SqliteDatabase, kind: str, title: str) -> set[int]:
    """Records of the kind whose title has the same words."""
    sql = (
        "SELECT r.id FROM search s JOIN record r ON r.id = s.rowid WHERE search MATCH ? AND r.kind = ? "
        f"AND r.binned = 0 LIMIT {_MOST_ALIKE}"
    )
    return {found for (found,) in db.execute_sql(sql, (matching(title, "title"), kind))}


def _each(db: SqliteDatabase, queries: Iterable[str], record: int) -> set[int]:
    return {found for sql in queries for found in _column(db, sql, record)}


def _column(db: SqliteDatabase, sql: str, *values: object) -> list[int]:
    return [row[0] for row in db.execute_sql(sql, values)]
