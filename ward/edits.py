"""What can be asked of the door: one edit a record, and the Change that a whole act gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Values = Mapping[str, Any]
"""A record's fields by key. Text, days and period codes are `str`, whole numbers `int | None`, exact numbers
`Decimal | None`, flags `bool`; a reference is a record's id (`int`), its uid (`bytes`) or None; a list inside
the record is a sequence of such mappings; `years` is a sequence of whole numbers."""


@dataclass(frozen=True)
class Add:
    """A new record; `uid` only when it already has one elsewhere, `revision` the last one it had before."""

    kind: str
    values: Values
    uid: bytes | None = None
    revision: int = 0


@dataclass(frozen=True)
class Amend:
    """New values for some fields of a record; a list is given whole."""

    record: int
    values: Values


@dataclass(frozen=True)
class Bin:
    """The record goes to the bin, or comes back from it."""

    record: int
    binned: bool = True


@dataclass(frozen=True)
class Forward:
    """The record is another one under a second entry: it leads there from now on (None: no longer)."""

    record: int
    to: int | bytes | None


@dataclass(frozen=True)
class Remove:
    """The record never was; only the undoing of its `Add` asks for this."""

    record: int


Edit = Add | Amend | Bin | Forward | Remove


@dataclass(frozen=True)
class Change:
    """One act as it was written: its number in the file, its sentence, the records and kinds it touched.

    `added` holds the ids of new records, in the order of their edits.
    """

    id: int
    act: str
    at: str
    who: str
    records: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    added: tuple[int, ...] = ()
    undoes: int | None = None
    removed: frozenset[int] = field(default_factory=frozenset)
