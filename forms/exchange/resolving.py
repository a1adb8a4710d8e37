"""Which record each entry is, and where each reference leads: to an entry of the file or a record of the book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from peewee import SqliteDatabase

from forms.catalogue import FORMS
from forms.exchange.converting import Pointer, Refused
from forms.exchange.entries import Entry
from forms.exchange.known import Known, name_fields, values_at
from ward.kinds import KINDS
from ward.titles import title

_NO_ROWS: tuple[dict[str, Any], ...] = ({},)
Target = Entry | int
"""An entry of the file, or the id of a record of the book."""


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
def pivot(kind: str) -> KeyField:
    """The first field of the natural key that is no reference: by it the book is asked for candidates."""
    return next(field for field in key_fields(kind) if field.type != "ref")


class Resolver:
    """Finds the target of every pointer and the identity of every entry; what it cannot find it refuses.

    After `identify`: `matched` holds the book record of an entry (by uid or natural key), `twins` the earlier
    entry that an entry repeats. An entry in neither is new.
    """

    def __init__(self, db: SqliteDatabase, entries: Sequence[Entry]) -> None:
        self.entries = [entry for entry in entries if entry.kind]
        self.known = Known(db)
        self.matched: dict[Entry, int] = {}
        self.twins: dict[Entry, Entry] = {}
        self.by_uid: dict[bytes, Entry] = {}
        self.by_id: dict[str, Entry] = {}
        self.twice: set[str] = set()
        self._leads: dict[Pointer, Target | Refused] = {}
        self._identities: dict[Entry, Target] = {}
        self._in_progress: set[Entry] = set()
        self._of_kind: dict[str, list[Entry]] = defaultdict(list)
        self._entry_index: dict[tuple[str, str], dict[Any, list[Entry]]] = {}
        self._book_keys: dict[str, dict[tuple[Any, ...], list[int]]] = {}
        self._file_keys: dict[tuple[Any, ...], list[Entry]] = defaultdict(list)
        self._register()
        self._ask_book()

    # -- what the file and the book offer -----------------------------------------------------------

    def _register(self) -> None:
        for entry in self.entries:
            self._of_kind[entry.kind].append(entry)
            if entry.uid and self.by_uid.setdefault(entry.uid, entry) is not entry:
                entry.refuse(".uid", f"uid này đã dùng ở {self.by_uid[entry.uid].place}")
            if entry.local and self.by_id.setdefault(entry.local, entry) is not entry:
                entry.refuse(".id", f"id này đã dùng ở {self.by_id[entry.local].place}")
                self.twice.add(entry.local)

    def _ask_book(self) -> None:
        uids = {link.pointer.what for entry in self.entries for link in entry.links if link.pointer.how == "uid"}
        self.known.find_uids(uids.union(self.by_uid))
        self._claimed = {head.id for uid, head in self.known.heads.items() if uid in self.by_uid}
        for kind, entries in self._of_kind.items():
            field = pivot(kind)
            wanted = {_key_value(field, entry.values) for entry in entries}
            self.known.load(kind, self.known.find(kind, field.path, wanted))
            by_uid = [head.id for uid, head in self.known.heads.items() if head.kind == kind and uid in self.by_uid]
            self.known.load(kind, by_uid)

    # -- identities ---------------------------------------------------------------------------------

    def identify(self) -> Iterator[Entry]:
        """Settles every entry, those that others' natural keys rest on first; gives each as it is settled."""
        for entry in self.entries:
            stack = [entry]
            while stack:
                waiting = [need for need in self._needs(stack[-1]) if need not in self._identities]
                waiting = [need for need in waiting if need not in self._in_progress]
                self._in_progress.add(stack[-1])
                if waiting:
                    stack.extend(waiting)
                else:
                    self.identity(stack.pop())
            yield entry

    def _needs(self, entry: Entry) -> list[Entry]:
        if entry in self._identities:
            return []
        needs: list[Entry] = []
        for field in key_fields(entry.kind):
            if field.type == "ref":
                value = _key_value(field, entry.values)
                if type(value) is Pointer:
                    needs.extend(self._candidates(value))
        return needs

    def identity(self, entry: Entry) -> Target:
        """The book record that an entry is, or the entry itself (the first of its twins)."""
        found = self._identities.get(entry)
        if found is None:
            self._in_progress.add(entry)
            found = self._identities[entry] = self._identified(entry)
        return found

    def _identified(self, entry: Entry) -> Target:
        head = self.known.heads.get(entry.uid) if entry.uid else None
        if head:
            if head.kind != entry.kind:
                entry.refuse(".uid", f"uid này trong sổ là của một {FORMS[head.kind].label.lower()}")
                return entry
            self.matched[entry] = self.known.follow(head.id)
            return self.matched[entry]
        try:
            key = self._key(entry.kind, entry.values)
        except Refused:
            return entry
        for record in self._book(entry.kind).get(key, ()):
            if record not in self._claimed and not (entry.uid and entry.kind == "person"):
                self._claimed.add(record)
                self.matched[entry] = record
                return record
        twins = self._file_keys[(entry.kind, *key)]
        first = next((twin for twin in twins if not (twin.uid and entry.uid)), None)
        twins.append(entry)
        if first is None or first is entry:
            return entry
        self.twins[entry] = first
        return first

    def _key(self, kind: str, values: dict[str, Any]) -> tuple[Any, ...]:
        """The natural key, references as what they lead to. Raises Refused when one leads nowhere."""
        key: list[Any] = []
        for _, rows, name, type_, empty in key_fields(kind):
            row = (values.get(rows) or _NO_ROWS)[0] if rows else values
            value = row.get(name, empty)
            if type_ == "ref" and value is not None:
                value = self.canonical(value)
            elif type_ == "exact" and values.get("words"):
                value = None  # the words name a statement; typed ones are read only when their measure is known
            key.append(value)
        return tuple(key)

    def canonical(self, value: Pointer | Target) -> Target:
        """What a reference leads to in the end. Raises Refused."""
        target = self.lead(value) if type(value) is Pointer else value
        if type(target) is int:
            return self.known.follow(target)
        assert isinstance(target, Entry)
        if target in self._in_progress and target not in self._identities:
            return target
        return self.identity(target)

    def _book(self, kind: str) -> dict[tuple[Any, ...], list[int]]:
        """The book records that were loaded for a kind, by natural key."""
        keys = self._book_keys.get(kind)
        if keys is None:
            keys = self._book_keys[kind] = {}
            for record, values in sorted(self.known.values.get(kind, {}).items()):
                keys.setdefault(self._key(kind, values), []).append(record)
        return keys

    # -- references ---------------------------------------------------------------------------------

    def lead(self, pointer: Pointer) -> Target:
        """The entry or book record that a pointer names. Raises Refused with the reason."""
        found = self._leads.get(pointer)
        if found is None:
            try:
                found = self._led(pointer)
            except Refused as reason:
                found = reason
            self._leads[pointer] = found
        if isinstance(found, Refused):
            raise found
        return found

    def _led(self, pointer: Pointer) -> Target:
        if pointer.how == "id":
            return self._by_id(pointer)
        if pointer.how == "uid":
            return self._by_uid(pointer)
        found: set[Target] = {
            self.identity(entry) for entry in self._candidates(pointer) if self._fits(pointer, entry)
        }
        found.update(self._in_book(pointer))
        if len(found) == 1:
            return found.pop()
        what = f"“{pointer.what}”" if pointer.how == "name" else "bản ghi với các khóa này"
        if found:
            raise Refused(f"có {len(found)} {what}; hãy chỉ rõ bằng uid hoặc id")
        raise Refused(f"không thấy {what} trong tệp này hay trong sổ")

    def _by_id(self, pointer: Pointer) -> Target:
        if pointer.what in self.twice:
            raise Refused(f"id “{pointer.what}” được dùng cho hai bản ghi")
        if pointer.what not in self.by_id:
            raise Refused(f"không có bản ghi nào trong tệp mang id “{pointer.what}”")
        return self._of_right_kind(pointer, self.by_id[pointer.what])

    def _by_uid(self, pointer: Pointer) -> Target:
        if pointer.what in self.by_uid:
            return self._of_right_kind(pointer, self.by_uid[pointer.what])
        head = self.known.heads.get(pointer.what)
        if head is None:
            raise Refused(f"không thấy uid {pointer.what.hex()} trong tệp này hay trong sổ")
        if pointer.kinds and head.kind not in pointer.kinds:
            raise Refused(f"phải nhắc tới {' hoặc '.join(pointer.kinds)}, không phải {head.kind}")
        return self.known.follow(head.id)

    @staticmethod
    def _of_right_kind(pointer: Pointer, entry: Entry) -> Entry:
        if pointer.kinds and entry.kind not in pointer.kinds:
            raise Refused(f"phải nhắc tới {' hoặc '.join(pointer.kinds)}, không phải {entry.kind} ({entry.place})")
        return entry

    def _candidates(self, pointer: Pointer) -> list[Entry]:
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
            return self._of_kind.get(kind, [])
        found = self._index(kind, plain[0][0]).get(plain[0][1], [])
        return [entry for entry in found if all(value in _at(kind, path, entry.values) for path, value in plain[1:])]

    def _fits(self, pointer: Pointer, entry: Entry) -> bool:
        return pointer.how != "key" or self._same_references(pointer, entry.values)

    def _same_references(self, pointer: Pointer, values: dict[str, Any]) -> bool:
        for path, wanted in pointer.what:
            if type(wanted) is Pointer:
                said = [value for value in values_at(values, path) if value is not None]
                if self.canonical(wanted) not in [self.canonical(value) for value in said]:
                    return False
        return True

    def _in_book(self, pointer: Pointer) -> set[int]:
        if pointer.how == "name":
            return {record for kind in pointer.kinds for record in self._named_in_book(kind, pointer.what)}
        kind = pointer.kinds[0]
        plain = [(path, value) for path, value in pointer.what if type(value) is not Pointer]
        records = self.known.find(kind, plain[0][0] if plain else "", [plain[0][1]] if plain else [""])
        loaded = self.known.load(kind, records)
        return {
            record
            for record in records
            if all(value in _at(kind, path, loaded[record]) for path, value in plain)
            and self._same_references(pointer, loaded[record])
        }

    def _named_in_book(self, kind: str, name: str) -> set[int]:
        found = [self.known.find(kind, path, [name]) for path in (*name_fields(kind), "title")]
        return {record for records in found for record in records}

    def _index(self, kind: str, path: str) -> dict[Any, list[Entry]]:
        """The entries of a kind by the value of a field; "name" stands for all that a name may find."""
        index = self._entry_index.get((kind, path))
        if index is None:
            index = self._entry_index[kind, path] = {}
            for entry in self._of_kind.get(kind, ()):
                names = _names(entry) if path == "name" else set(_at(kind, path, entry.values))
                for name in names:
                    index.setdefault(name, []).append(entry)
        return index


def _key_value(field: KeyField, values: dict[str, Any]) -> Any:
    if field.rows:
        rows = values.get(field.rows)
        return rows[0].get(field.key, field.empty) if rows else field.empty
    return values.get(field.key, field.empty)


def _at(kind: str, path: str, values: dict[str, Any]) -> list[Any]:
    found = values_at(values, path)
    return found or [next(field.empty for field in key_fields(kind) if field.path == path)]


def _names(entry: Entry) -> set[str]:
    names = {name for path in name_fields(entry.kind) for name in values_at(entry.values, path)}
    return {*names, line(entry.kind, entry.values)} - {""}


def line(kind: str, values: dict[str, Any]) -> str:
    """The record's own line, from as many of its fields as are given."""
    described = KINDS[kind]
    whole = {field.key: field.empty for field in described.shape.fields} | {key: () for key in described.list_shapes}
    whole.update(values)
    for key, shape in described.list_shapes.items():
        whole[key] = [{**{field.key: field.empty for field in shape.fields}, **row} for row in whole[key]]
    return title(kind, whole)
