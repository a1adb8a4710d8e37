"""Which record each entry is, and where each reference leads: to an entry of the file or a record of the book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from peewee import SqliteDatabase

from forms.catalogue import FORMS
from forms.exchange.converting import Pointer, Refused
from forms.exchange.entries import Entry
from forms.exchange.indexing import FileIndex, at, key_fields, key_value, plain_fields, reference_fields
from forms.exchange.known import Known, name_fields, values_at

_NO_ROWS: tuple[dict[str, Any], ...] = ({},)
Target = Entry | int
"""An entry of the file, or the id of a record of the book."""


class Resolver:
    """Finds the target of every pointer and the identity of every entry; what it cannot find it refuses.

    After `identify`: `matched` holds the book record of an entry (by uid or natural key), `twins` the earlier
    entry that an entry repeats. An entry in neither is new.
    """

    def __init__(self, db: SqliteDatabase, entries: Sequence[Entry]) -> None:
        self.file = FileIndex(entries)
        self.known = Known(db)
        self.matched: dict[Entry, int] = {}
        self.twins: dict[Entry, Entry] = {}
        self._leads: dict[Pointer, Target | Refused] = {}
        self._identities: dict[Entry, Target] = {}
        self._in_progress: set[Entry] = set()
        self._book_keys: dict[str, dict[tuple[Any, ...], list[int]]] = {}
        self._file_keys: dict[tuple[Any, ...], list[Entry]] = defaultdict(list)
        self._ask_book()

    # -- what the file and the book offer -----------------------------------------------------------

    def _ask_book(self) -> None:
        uids = {link.pointer.what for entry in self.file.entries for link in entry.links if link.pointer.how == "uid"}
        self.known.find_uids(uids.union(self.file.by_uid))
        self._claimed = {head.id for uid, head in self.known.heads.items() if uid in self.file.by_uid}
        for kind, entries in self.file.of_kind.items():
            wanted = {
                field.path: {key_value(field, entry.values) for entry in entries} for field in plain_fields(kind)
            }
            own = {path: values for path, values in wanted.items() if "." not in path}
            rows = [self.known.find(kind, path, values) for path, values in wanted.items() if path not in own]
            self.known.load(kind, self.known.find_alike(kind, own) if own else rows[0])
            self.known.load(
                kind,
                [head.id for uid, head in self.known.heads.items() if uid in self.file.by_uid and head.kind == kind],
            )

    # -- identities ---------------------------------------------------------------------------------

    def identify(self) -> Iterator[Entry]:
        """Settles every entry, those that others' natural keys rest on first; gives each as it is settled."""
        for entry in self.file.entries:
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
        for field in reference_fields(entry.kind):
            value = key_value(field, entry.values)
            if type(value) is Pointer:
                needs.extend(self.file.candidates(value))
        return needs

    def identity(self, entry: Entry) -> Target:
        """The book record that an entry is, or the entry itself (the first of its twins)."""
        found = self._identities.get(entry)
        if found is None:
            self._in_progress.add(entry)
            found = self._identities[entry] = self._identified(entry)
        return found

    def _identified(self, entry: Entry) -> Target:
        if entry.refusals:
            return entry
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
        if pointer.how == "id":
            return self._by_id(pointer)
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
        if pointer.how == "uid":
            return self._by_uid(pointer)
        found: set[Target] = {
            self.identity(entry) for entry in self.file.candidates(pointer) if self._fits(pointer, entry)
        }
        found.update(self._in_book(pointer))
        if len(found) == 1:
            return found.pop()
        what = f"“{pointer.what}”" if pointer.how == "name" else "bản ghi với các khóa này"
        if found:
            raise Refused(f"có {len(found)} {what}; hãy chỉ rõ bằng uid hoặc id")
        hint = (
            "; nếu chưa có bản ghi, hãy ghi vào khóa ..._words hoặc words bên cạnh" if pointer.how == "name" else ""
        )
        raise Refused(f"không thấy {what} trong tệp này hay trong sổ{hint}")

    def _by_id(self, pointer: Pointer) -> Target:
        if pointer.what in self.file.twice:
            raise Refused(f"id “{pointer.what}” được dùng cho hai bản ghi")
        if pointer.what not in self.file.by_id:
            raise Refused(f"không có bản ghi nào trong tệp mang id “{pointer.what}”")
        return self._of_right_kind(pointer, self.file.by_id[pointer.what])

    def _by_uid(self, pointer: Pointer) -> Target:
        if pointer.what in self.file.by_uid:
            return self._of_right_kind(pointer, self.file.by_uid[pointer.what])
        if pointer.what not in self.known.heads:
            self.known.find_uids([pointer.what])
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
            if all(value in at(kind, path, loaded[record]) for path, value in plain)
            and self._same_references(pointer, loaded[record])
        }

    def _named_in_book(self, kind: str, name: str) -> set[int]:
        found = [self.known.find(kind, path, [name]) for path in (*name_fields(kind), "title")]
        return {record for records in found for record in records}
