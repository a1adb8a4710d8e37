"""What does not agree in the file: shown in words with both numbers, never fixed, accepted with a reason."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Collection, Iterable, Iterator

from peewee import SqliteDatabase

from ward.findings import (
    awards,
    by_units,
    claims,
    contributions,
    dates,
    figures,
    lists,
    names,
    periods,
    recipients,
    totals,
)
from ward.findings.acceptance import accept, with_reasons, withdraw
from ward.findings.finding import SEVERITIES, Finding, Severity
from ward.findings.neighbours import figures_of, neighbours_of
from ward.findings.reading import Reading
from ward.lookups import heads_by_uid
from ward.said import Statements, read_statements

__all__ = ["SEVERITIES", "Finding", "Severity", "accept", "findings", "findings_about", "findings_of", "withdraw"]

Progress = Callable[[int, int], None]

RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    *dates.RULES,
    *names.RULES,
    *awards.RULES,
    *recipients.RULES,
)
FIGURE_RULES: tuple[Callable[[Reading, Statements], Iterator[Finding]], ...] = (
    *totals.RULES,
    *by_units.RULES,
    claims.claims_against_figures,
    *figures.RULES,
    *lists.RULES,
    contributions.unclear_amounts,
    *periods.RULES,
)


def findings(
    db: SqliteDatabase,
    *,
    year: int | None = None,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> list[Finding]:
    """Everything that does not agree in the file, worst first; what was accepted stands last, with its reason.

    `year` keeps what concerns a record of that work year, and what concerns only records of no year.
    `progress` is called with (done, all) rules; what it raises ends the search.
    """
    reading = Reading(db, today=today or dt.date.today())
    steps = len(RULES) + len(FIGURE_RULES) + 1

    def tell(done: int) -> None:
        if progress:
            progress(done, steps)

    around = None if year is None else figures_of(db, year)
    statements = read_statements(db, around, progress=lambda _done, _all: tell(0))
    found: list[Finding] = []
    for done, one in enumerate(_found(reading, statements), 1):
        tell(done)
        found.extend(one)
    if year is not None:
        found = _of_year(db, found, year)
    return _ordered(db, found)


def findings_of(db: SqliteDatabase, record: int, *, today: dt.date | None = None) -> list[Finding]:
    """What does not agree about one record and those around it: what its form shows, worst first."""
    around = neighbours_of(db, record)
    reading = Reading(db, frozenset(around), today or dt.date.today())
    statements = read_statements(db, around)
    found = [finding for rule in _found(reading, statements) for finding in rule if record in finding.records]
    return _ordered(db, found)


def findings_about(db: SqliteDatabase, uids: Collection[str], years: Iterable[int]) -> list[Finding]:
    """What is still to be settled about any of these records (uids in hex) in these work years, worst first.

    What was accepted, and what is only worth a look, is left out.
    """
    heads = heads_by_uid(db, [bytes.fromhex(uid) for uid in uids if uid])
    wanted = {head.id for head in heads.values()}
    if not wanted:
        return []
    once = {one.key: one for year in dict.fromkeys(years) for one in findings(db, year=year)}
    kept = [one for one in once.values() if not one.accepted and one.severity != "note" and wanted & set(one.records)]
    return sorted(kept, key=lambda one: one.order)


def _ordered(db: SqliteDatabase, found: Iterable[Finding]) -> list[Finding]:
    """Each finding once, with its reason if it was accepted, worst first."""
    once = {finding.key: finding for finding in found}
    return sorted(with_reasons(db, once.values()), key=lambda finding: finding.order)


def _found(reading: Reading, statements: Statements) -> Iterator[Iterable[Finding]]:
    """What each rule finds, one rule at a time."""
    for rule in RULES:
        yield rule(reading)
    for figure_rule in FIGURE_RULES:
        yield figure_rule(reading, statements)


def _of_year(db: SqliteDatabase, found: list[Finding], year: int) -> list[Finding]:
    """Those with a record of the year, and those whose records all belong to no year."""
    asked = json.dumps(sorted({record for finding in found for record in finding.records}))
    rows = db.execute_sql(
        "SELECT record_id, max(year = ?) FROM record_year "
        "WHERE record_id IN (SELECT value FROM json_each(?)) GROUP BY record_id",
        (year, asked),
    )
    belongs: dict[int, int] = dict(rows.fetchall())

    def concerns(finding: Finding) -> bool:
        told = [belongs[record] for record in finding.records if record in belongs]
        return any(told) or not told

    return [finding for finding in found if concerns(finding)]
