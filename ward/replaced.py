"""Which printed statements another one stands for today: it was chosen since, or said since and agreed."""

from __future__ import annotations

import json
from collections.abc import Collection

from peewee import SqliteDatabase

from ward.said import Said, read_statements

_BESIDE = (
    "WITH own AS (SELECT * FROM figure WHERE record_id IN (SELECT value FROM json_each(?))) "
    "SELECT o.record_id FROM own CROSS JOIN figure o ON o.indicator_id = own.indicator_id AND o.period = own.period "
    "UNION SELECT o.record_id FROM own CROSS JOIN figure o ON o.about_id = own.about_id AND o.period = own.period "
    "WHERE own.indicator_id IS NULL"
)


def replaced(db: SqliteDatabase, figures: Collection[int]) -> dict[int, Said]:
    """For each of these statements (record ids) that is printed no more: the one that stands in its place today.

    Where several disagree and none was chosen, none stands for the others. A label of no indicator and no record
    has one statement each.
    """
    rows = db.execute_sql(_BESIDE, (json.dumps(sorted(figures)),)).fetchall()
    statements = read_statements(db, {*figures, *(record for (record,) in rows)})
    found: dict[int, Said] = {}
    for record in figures:
        said = statements.all.get(record)
        standing = statements.of(statements.thing(said)) if said else None
        if standing is not None and standing.id != record:
            found[record] = standing
    return found
