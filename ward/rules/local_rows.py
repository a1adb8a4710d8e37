"""The office's own rules as the file keeps them: what, value, from when to when, by which instrument."""

from __future__ import annotations

from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.lookups import LIVING


@dataclass(frozen=True)
class LocalRow:
    """One record of the kind local_rule: a path of the pack and the value that holds in its place."""

    what: str
    value: str
    since: str = ""
    until: str = ""
    instrument: str = ""
    note: str = ""

    def holds_on(self, on: str) -> bool:
        """Whether the row is in force on a day (ISO)."""
        return (not self.since or self.since <= on) and (not self.until or on <= self.until)


def local_rows(db: SqliteDatabase) -> list[LocalRow]:
    """The office's own rules, those that begin earlier first."""
    rows = db.execute_sql(
        'SELECT l.what, l.value, l.since, l."until", l.instrument, l.note FROM local_rule l '
        f"CROSS JOIN record r ON r.id = l.record_id WHERE {LIVING} ORDER BY l.since, l.record_id"
    )
    return [LocalRow(*row) for row in rows]
