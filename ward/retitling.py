"""What a record is found by, and the titles that follow when a record they name is renamed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from peewee import SqliteDatabase

from ward.kinds import KINDS, Kind
from ward.loading import Stored, load_many
from ward.search import indexed_title
from ward.text import fold
from ward.titles import NAMED_THROUGH, NameOf, title, title_key


def searched(kind: Kind, line: str, values: Mapping[str, Any]) -> tuple[str, str]:
    """The folded title and words under which the search finds a record."""
    texts = [values[key] for key in kind.shape.texts if values[key]]
    for key, shape in kind.list_shapes.items():
        texts.extend(row[name] for row in values[key] for name in shape.texts if row[name])
    return indexed_title(kind.key, line), fold(" ".join(texts))


def follow_renamed(db: SqliteDatabase, renamed: Sequence[int], name_of: NameOf) -> None:
    """Brings the titles that name a renamed record up to date; that is no difference of theirs."""
    given = (json.dumps(renamed),)
    for key, names in NAMED_THROUGH.items() if renamed else ():
        for owner, table, column in (KINDS[key].place(name) for name in names):
            sql = f'SELECT {owner} FROM "{table}" WHERE "{column}" IN (SELECT value FROM json_each(?))'
            rows = db.execute_sql(sql, given)
            for stored in load_many(db, [record for (record,) in rows]).values():
                _retitle(db, stored, title(key, stored.values, name_of))


def _retitle(db: SqliteDatabase, stored: Stored, line: str) -> None:
    if line != stored.title:
        kind = KINDS[stored.kind]
        row = (line, title_key(kind.key, line), stored.id)
        db.execute_sql("UPDATE record SET title = ?, sort = ? WHERE id = ?", row)
        found = (*searched(kind, line, stored.values), stored.id)
        db.execute_sql("UPDATE search SET title = ?, body = ? WHERE rowid = ?", found)
