"""The entries of an exchange file by uid, id, name and key, and what their natural keys are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from forms.catalogue import FORMS
from forms.exchange.converting import Pointer
from forms.exchange.entries import Entry
from forms.exchange.known import name_fields, values_at
from ward.kinds import KINDS
from ward.titles import NameOf, title


class KeyField(NamedTuple):
    """One field of a natural key: of the record, or of the first row of `rows`."""

    path: str
    rows: str
    key: str
    type: str
    empty: Any


@cache
def key_fields(kind: str) -> tuple[KeyField, ...]:
    """The natural key of a kind, field by field."""
    found = []
    for path in FORMS[kind].natural_key:
        key, _, inner = path.partition(".")
        shape = (KINDS[kind].list_shapes[key] if inner else KINDS[kind].shape).by_key[inner or key]
        found.append(KeyField(path, key if inner else "", inner or key, shape.type, shape.empty))
    return tuple(found)


@cache
def reference_fields(kind: str) -> tuple[KeyField, ...]:
    """The references of a natural key."""
    return tuple(field for field in key_fields(kind) if field.type == "ref")


@cache
def plain_fields(kind: str) -> tuple[KeyField, ...]:
    """The fields by whose values the book is asked for candidates: the own texts of the natural key.

    A person is looked for by name alone, since namesakes are asked about.
    """
    plain = [field for field in key_fields(kind) if field.type not in ("ref", "exact")]
    own = [field for field in plain if not field.rows and field.type != "whole"]
    return tuple(own if own and kind != "person" else plain[:1])


class FileIndex:
    """The entries of one file. An entry whose uid or id is taken already is refused here; `twice` holds such ids."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = [entry for entry in entries if entry.kind]
        self.by_uid: dict[bytes, Entry] = {}
        self.by_id: dict[str, Entry] = {}
        self.twice: set[str] = set()
        self.of_kind: dict[str, list[Entry]] = defaultdict(list)
        self._by_value: dict[tuple[str, str], dict[Any, list[Entry]]] = {}
        for entry in self.entries:
            self._register(entry)

    def _register(self, entry: Entry) -> None:
        self.of_kind[entry.kind].append(entry)
        if entry.uid and self.by_uid.setdefault(entry.uid, entry) is not entry:
            entry.refuse(".uid", f"uid này đã dùng ở {self.by_uid[entry.uid].place}")
        if entry.local and self.by_id.setdefault(entry.local, entry) is not entry:
            entry.refuse(".id", f"id này đã dùng ở {self.by_id[entry.local].place}")
            self.twice.add(entry.local)

    def candidates(self, pointer: Pointer) -> list[Entry]:
        """The entries that a pointer may lead to, before references inside its key are compared."""
        if pointer.how == "id":
            return [self.by_id[pointer.what]] if pointer.what in self.by_id else []
        if pointer.how == "uid":
            return [self.by_uid[pointer.what]] if pointer.what in self.by_uid else []
        if pointer.how == "name":
            named = [self._index(kind, "name").get(pointer.what, ()) for kind in pointer.kinds]
            return [entry for entries in named for entry in entries]
        plain = [(path, value) for path, value in pointer.what if type(value) is not Pointer]
        kind = pointer.kinds[0]
        if not plain:
            return self.of_kind.get(kind, [])
        found = self._index(kind, plain[0][0]).get(plain[0][1], [])
        return [entry for entry in found if all(value in at(kind, path, entry.values) for path, value in plain[1:])]

    def _index(self, kind: str, path: str) -> dict[Any, list[Entry]]:
        """The entries of a kind by the value of a field; "name" stands for all that a name may find."""
        index = self._by_value.get((kind, path))
        if index is None:
            index = self._by_value[kind, path] = {}
            for entry in self.of_kind.get(kind, ()):
                names = _names(entry) if path == "name" else set(at(kind, path, entry.values))
                for name in names:
                    index.setdefault(name, []).append(entry)
        return index


def key_value(field: KeyField, values: dict[str, Any]) -> Any:
    """The value of one field of the natural key: of the record, or of the first row of a list."""
    if field.rows:
        rows = values.get(field.rows)
        return rows[0].get(field.key, field.empty) if rows else field.empty
    return values.get(field.key, field.empty)


def at(kind: str, path: str, values: dict[str, Any]) -> list[Any]:
    """The values at a path, the empty one where the record says nothing."""
    found = values_at(values, path)
    return found or [next(field.empty for field in key_fields(kind) if field.path == path)]


def _names(entry: Entry) -> set[str]:
    names = {name for path in name_fields(entry.kind) for name in values_at(entry.values, path)}
    return {*names, line(entry.kind, entry.values)} - {""}


def line(kind: str, values: dict[str, Any], name_of: NameOf = lambda reference: "") -> str:
    """The record's own line, from as many of its fields as are given; `name_of` as for `ward.titles.title`."""
    described = KINDS[kind]
    whole = {field.key: field.empty for field in described.shape.fields} | {key: () for key in described.list_shapes}
    whole.update(values)
    for key, shape in described.list_shapes.items():
        whole[key] = [{**{field.key: field.empty for field in shape.fields}, **row} for row in whole[key]]
    return title(kind, whole, name_of)
