"""What the open file already holds of the things an exchange file speaks of, read in a few questions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from peewee import SqliteDatabase

from ward import lookups
from ward.kinds import KINDS
from ward.loading import load, values_of

NAMES: dict[str, tuple[str, ...]] = {
    "unit": ("names.name", "names.short_name"),
    "document": ("number", "subject"),
    "evidence": ("caption", "file_name"),
}
"""The fields by which a plain name finds a record, where it is not `name`; the record's own line finds it, too."""


def name_fields(kind: str) -> tuple[str, ...]:
    """The fields by which a plain name finds a record of this kind."""
    return NAMES.get(kind, ("name",) if "name" in KINDS[kind].shape.by_key else ())


def values_at(values: dict[str, Any], path: str) -> list[Any]:
    """The values of a field, or of a field of every row of a list ("names.name")."""
    key, _, inner = path.partition(".")
    if not inner:
        return [values[key]] if key in values else []
    return [row[inner] for row in values.get(key, ()) if inner in row]


@dataclass
class Known:
    """The records of the open file that were asked for so far: `values` by kind and id."""

    db: SqliteDatabase
    values: dict[str, dict[int, dict[str, Any]]] = field(default_factory=dict)
    heads: dict[bytes, lookups.Head] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = self.db.execute_sql("SELECT kind, count(*) FROM record GROUP BY kind")
        self._counts: dict[str, int] = dict(rows.fetchall())
        self._forwards = lookups.forwards(self.db) if self._counts else {}
        self._titles: dict[int, str] = {}
        self.closed = lookups.closed_years(self.db)

    def follow(self, record: int) -> int:
        """Where a record leads after merges."""
        return self._forwards.get(record, record)

    def title(self, record: int) -> str:
        """The line of a record."""
        if record not in self._titles:
            self._titles[record] = load(self.db, record).title
        return self._titles[record]

    def find_uids(self, uids: Iterable[bytes]) -> None:
        """Reads which records these uids name."""
        if self._counts:
            self.heads.update(lookups.heads_by_uid(self.db, uids))

    def find(self, kind: str, path: str, wanted: Collection[Any]) -> list[int]:
        """The ids of the living records with one of these values; all of them when `path` is empty."""
        if not self._counts.get(kind) or not wanted:
            return []
        if path:
            return sorted(lookups.with_value(self.db, kind, path, wanted))
        return [head.id for head in lookups.living(self.db, kind)]

    def find_alike(self, kind: str, wanted: Mapping[str, Collection[Any]]) -> list[int]:
        """The ids of the living records whose fields each hold one of the values given for them."""
        return sorted(lookups.with_values(self.db, kind, wanted)) if self._counts.get(kind) else []

    def load(self, kind: str, records: Iterable[int]) -> dict[int, dict[str, Any]]:
        """All fields of these records, by id (with what was read before)."""
        loaded = self.values.setdefault(kind, {})
        missing = {record for record in records if record not in loaded}
        if missing:
            loaded.update(values_of(self.db, kind, missing))
        return loaded
