"""The one door for writing: edits become rows, and each touched record leaves its difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from peewee import SqliteDatabase

from ward.edits import Add, Amend, Bin, Edit, Forward, Remove
from ward.errors import UserError
from ward.kinds import KINDS, Kind
from ward.loading import Stored, as_json, load, load_many, portable
from ward.retitling import follow_renamed, searched
from ward.titles import title, title_key
from ward.uids import new_uids

INSERT_RECORD = (
    "INSERT INTO record (id, uid, kind, revision, title, sort, binned, forwarded_to_id) "
    "VALUES (?, ?, ?, ?, ?, ?, 0, NULL)"
)
INSERT_YEAR = "INSERT INTO record_year (record_id, year) VALUES (?, ?)"
DELETE_RECORD = "DELETE FROM record WHERE id = ?"
DELETE_SEARCH = "DELETE FROM search WHERE rowid = ?"
INSERT_SEARCH = "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)"
BATCH = 2000
GONE = "Bản ghi được nhắc tới không còn trong sổ. Hãy chọn lại."


class Writer:
    """Writes the edits of one act inside the caller's transaction.

    After `write`: `differences` holds rows for the `difference` table without the change's number,
    `touched`, `added` and `removed` the record ids, `kinds` their kinds.
    """

    def __init__(self, db: SqliteDatabase, progress: Callable[[int, int], None] | None = None) -> None:
        self.db = db
        self.progress = progress
        self.differences: list[tuple[bytes, str, int, str | None, str | None]] = []
        self.touched: set[int] = set()
        self.added: list[int] = []
        self.removed: set[int] = set()
        self.kinds: set[str] = set()
        self._ahead: dict[int, Stored] = {}
        self._rows: dict[str, list[Sequence[Any]]] = defaultdict(list)
        self._id_of: dict[bytes, int] = {}
        self._uid_of: dict[int, bytes] = {}
        self._titles: dict[int, str] = {}
        self._renamed: list[int] = []
        self._closed = frozenset(
            year for (year,) in db.execute_sql("SELECT year FROM year WHERE closed_on <> ''").fetchall()
        )

    def write(self, edits: Sequence[Edit]) -> None:
        """Performs all edits. Raises UserError where a closed year or a reference forbids one."""
        self.db.execute_sql("PRAGMA defer_foreign_keys = ON")
        identities = self._identities(edits)
        for done, edit in enumerate(edits):
            if done % BATCH == 0:
                self._flush()
                self._read_ahead(edits[done : done + BATCH])
            if isinstance(edit, Add):
                self._add(edit, *next(identities))
            elif isinstance(edit, Remove):
                self._remove(edit.record)
            else:
                self._flush()
                self._alter(edit)
            if self.progress and done % 500 == 0:
                self.progress(done, len(edits))
        self._flush()
        follow_renamed(self.db, self._renamed, self._name_of)
        if self.progress:
            self.progress(len(edits), len(edits))

    def _identities(self, edits: Sequence[Edit]) -> Any:
        adds = [edit for edit in edits if isinstance(edit, Add)]
        uids = new_uids()
        last = self.db.execute_sql("SELECT coalesce(max(id), 0) FROM record").fetchone()[0] if adds else 0
        pairs = [(last + n, edit.uid or next(uids)) for n, edit in enumerate(adds, 1)]
        self._id_of.update((uid, record) for record, uid in pairs)
        self._uid_of.update(pairs)
        return iter(pairs)

    def _read_ahead(self, edits: Iterable[Edit]) -> None:
        altered = [edit.record for edit in edits if not isinstance(edit, Add)]
        self._ahead = load_many(self.db, altered) if len(altered) > 1 else {}

    def _stored(self, record: int) -> Stored:
        return self._ahead.pop(record, None) or load(self.db, record)

    def _alter(self, edit: Edit) -> None:
        if isinstance(edit, Amend):
            self._amend(edit)
        elif isinstance(edit, Bin):
            self._mark(edit.record, "binned", edit.binned)
        elif isinstance(edit, Forward):
            self._mark(edit.record, "forwarded_to", None if edit.to is None else self._resolve(edit.to))

    # -- adding -------------------------------------------------------------------------------------

    def _add(self, edit: Add, record: int, uid: bytes) -> None:
        kind = KINDS[edit.kind]
        values = self._complete(kind, edit.values)
        self._refuse_closed(kind, values["years"])
        line = self._titles[record] = title(kind.key, values, self._name_of)
        row = (record, uid, kind.key, edit.revision + 1, line, title_key(kind.key, line))
        self._rows[INSERT_RECORD].append(row)
        own = kind.shape
        self._rows[_insert(own.table, own.owner, *own.columns)].append((record, *own.stored(values)))
        for key in kind.list_shapes:
            if values[key]:
                self._list_rows(kind, key, record, values[key])
        self._rows[INSERT_YEAR].extend((record, year) for year in values["years"])
        self._rows[INSERT_SEARCH].append((record, *searched(kind, line, values)))
        said = portable(kind, {key: values[key] for key in edit.values}, self._uid)
        self._note(record, uid, kind.key, edit.revision, None, as_json(said))
        self.added.append(record)

    def _complete(self, kind: Kind, given: Any) -> dict[str, Any]:
        given = dict(given)
        years = tuple(sorted(set(given.pop("years", ()))))
        lists: dict[str, Any] = dict.fromkeys(kind.list_shapes, ())
        for key in lists.keys() & given.keys():
            shape = kind.list_shapes[key]
            lists[key] = tuple([shape.complete(row, self._resolve) for row in given.pop(key)])
        return {**kind.shape.complete(given, self._resolve), **lists, "years": years}

    def _list_rows(self, kind: Kind, key: str, record: int, rows: Iterable[Any]) -> None:
        shape = kind.list_shapes[key]
        sql = _insert(shape.table, shape.owner, "position", *shape.columns)
        self._rows[sql].extend((record, n, *shape.stored(row)) for n, row in enumerate(rows, 1))

    # -- altering -----------------------------------------------------------------------------------

    def _amend(self, edit: Amend) -> None:
        stored = self._stored(edit.record)
        kind = KINDS[stored.kind]
        given = self._given(kind, edit.values)
        changed = {key: value for key, value in given.items() if not _same(stored.values[key], value)}
        if not changed:
            return
        values = {**stored.values, **changed}
        self._refuse_closed(kind, (*stored.years, *values["years"]))
        self._update(kind, edit.record, changed, values)
        self._rename(kind, stored, values)
        before = portable(kind, {key: stored.values[key] for key in changed}, self._uid, full=True)
        after = portable(kind, changed, self._uid, full=True)
        self._note(edit.record, stored.uid, kind.key, stored.revision, as_json(before), as_json(after))

    def _given(self, kind: Kind, values: Any) -> dict[str, Any]:
        given: dict[str, Any] = {}
        for key, value in values.items():
            if key == "years":
                given[key] = tuple(sorted(set(value)))
            elif key in kind.list_shapes:
                shape = kind.list_shapes[key]
                given[key] = tuple(shape.complete(row, self._resolve) for row in value)
            else:
                given.update(kind.shape.normalise({key: value}, self._resolve))
        return given

    def _update(self, kind: Kind, record: int, changed: Any, values: dict[str, Any]) -> None:
        fields = [field for field in kind.shape.fields if field.key in changed]
        if fields:
            columns = [column for field in fields for column in field.columns]
            sets = ", ".join(f'"{column}" = ?' for column in columns)
            cells = type(kind.shape)("", "", tuple(fields)).stored(values)
            self.db.execute_sql(f'UPDATE "{kind.shape.table}" SET {sets} WHERE record_id = ?', (*cells, record))
        for key in changed:
            if key in kind.list_shapes:
                table = kind.list_shapes[key].table
                self.db.execute_sql(f'DELETE FROM "{table}" WHERE owner_id = ?', (record,))
                self._list_rows(kind, key, record, values[key])
        if "years" in changed:
            self.db.execute_sql("DELETE FROM record_year WHERE record_id = ?", (record,))
            self._rows[INSERT_YEAR].extend((record, year) for year in values["years"])
        self._flush()

    def _rename(self, kind: Kind, stored: Stored, values: dict[str, Any]) -> None:
        self.db.execute_sql("UPDATE record SET revision = revision + 1 WHERE id = ?", (stored.id,))
        line = title(kind.key, values, self._name_of)
        if line != stored.title:
            key = title_key(kind.key, line)
            self.db.execute_sql("UPDATE record SET title = ?, sort = ? WHERE id = ?", (line, key, stored.id))
            self._titles[stored.id] = line
            self._renamed.append(stored.id)
        found = searched(kind, line, values)
        if found != searched(kind, stored.title, stored.values):
            self.db.execute_sql("UPDATE search SET title = ?, body = ? WHERE rowid = ?", (*found, stored.id))

    def _mark(self, record: int, mark: str, value: Any) -> None:
        stored = self._stored(record)
        self._refuse_closed(KINDS[stored.kind], stored.years)
        before = getattr(stored, mark)
        if before == value:
            return
        column = "binned" if mark == "binned" else "forwarded_to_id"
        self.db.execute_sql(f"UPDATE record SET revision = revision + 1, {column} = ? WHERE id = ?", (value, record))
        plain = [self._uid(side).hex() if mark == "forwarded_to" and side else side for side in (before, value)]
        sides = [as_json({f"@{mark}": side}) for side in plain]
        self._note(record, stored.uid, stored.kind, stored.revision, *sides)

    def _remove(self, record: int) -> None:
        stored = self._stored(record)
        kind = KINDS[stored.kind]
        self._refuse_closed(kind, stored.years)
        self._uid_of[record] = stored.uid  # records removed after it may name it
        before = as_json(portable(kind, stored.values, self._uid))
        self._rows[DELETE_SEARCH].append((record,))
        self._rows[DELETE_RECORD].append((record,))
        self._note(record, stored.uid, stored.kind, stored.revision, before, None)
        self.removed.add(record)

    # -- shared -------------------------------------------------------------------------------------

    def _refuse_closed(self, kind: Kind, years: Iterable[int]) -> None:
        closed = sorted(self._closed.intersection(years)) if kind.locked else ()
        if closed:
            raise UserError(
                f"Năm {closed[0]} đã khóa sổ nên số liệu, khen thưởng và văn bản của năm đó không sửa được. "
                "Nếu thật sự cần sửa, hãy mở khóa năm và ghi lý do."
            )

    def _note(self, record: int, uid: bytes, kind: str, revision: int, before: str | None, after: str | None) -> None:
        self.differences.append((uid, kind, revision, before, after))
        self.touched.add(record)
        self.kinds.add(kind)

    def _flush(self) -> None:
        connection = self.db.connection()
        for sql, rows in self._rows.items():
            if rows:
                connection.executemany(sql, rows)
                rows.clear()

    def _resolve(self, reference: Any) -> int | None:
        if reference is None or type(reference) is int:
            return reference
        found = self._id_of.get(reference)
        if found is None:
            row = self.db.execute_sql("SELECT id FROM record WHERE uid = ?", (reference,)).fetchone()
            if row is None:
                raise UserError(GONE)
            found = self._id_of[reference] = int(row[0])
        return found

    def _name_of(self, record: int | None) -> str:
        if record is None:
            return ""
        name = self._titles.get(record)
        if name is None:
            row = self.db.execute_sql("SELECT title FROM record WHERE id = ?", (record,)).fetchone()
            name = str(row[0]) if row else ""
            if row:
                self._titles[record] = name
        return name

    def _uid(self, record: int) -> bytes:
        uid = self._uid_of.get(record)
        if uid is None:
            row = self.db.execute_sql("SELECT uid FROM record WHERE id = ?", (record,)).fetchone()
            if row is None:
                raise UserError(GONE)
            uid = self._uid_of[record] = bytes(row[0])
        return uid


@cache
def _insert(table: str, *columns: str) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'


def _same(one: Any, other: Any) -> bool:
    """Whether two kept values are the same statement: 91,5 and 91,50 are not."""
    return repr(one) == repr(other)
