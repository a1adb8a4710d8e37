"""An open file of the office (*.sovang): the one door for acts, undo and redo, and the checks around each."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from ward import migrations
from ward.changes import inverse
from ward.edits import Change, Edit
from ward.errors import UserError
from ward.locking import FileLock, lock_file
from ward.opening import TROUBLES, check_after_crash, connections, in_words, why_only_readable
from ward.text import nfc
from ward.uids import new_uid
from ward.writing import Writer

SWAPPED = (
    "Tệp sổ đã bị thay bằng tệp khác trong lúc chương trình đang mở, nên chưa ghi gì thêm. "
    "Hãy đóng chương trình, kiểm tra lại tệp rồi mở lại."
)
Progress = Callable[[int, int], None]


class Book:
    """The records of one office. Open it with `Book.open` or `Book.create`; close it when done.

    `who` and `installation` are written into every Change. `read_only_reason` says in Vietnamese why nothing
    can be written (another window has the file, or the folder forbids it); it is empty otherwise.
    A Book may be used from any thread: each thread has its own connection, acts wait for each other.
    """

    def __init__(self, path: Path, who: str, installation: str, read_only_reason: str, lock: FileLock | None):
        self.path = path
        self.who = nfc(who)
        self.installation = nfc(installation)
        self.read_only_reason = read_only_reason
        self.checked_after_crash = bool(lock and lock.unclean)
        self._lock = lock
        self._acts = threading.RLock()
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._copy = migrations.copy_in_todays_form(path) if read_only_reason else None
        self.db = connections(self._copy or path, read_only=bool(read_only_reason))
        self._identity = _identity(path)
        try:
            self.lineage, self._generation, self.sample = self._file_row()
        except BaseException:
            self._let_go()
            raise

    def _let_go(self) -> None:
        self.db.close()
        if self._copy:
            shutil.rmtree(self._copy.parent, ignore_errors=True)

    # -- opening ------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, *, who: str = "", installation: str = "", sample: bool = False) -> Book:
        """A new, empty file. Raises UserError when the path is taken or the folder cannot be written."""
        if path.exists():
            raise UserError(f"Đã có tệp “{path.name}”. Hãy chọn tên khác, hoặc mở tệp đó.")
        migrations.make_new(path, new_uid(), sample)
        return cls.open(path, who=who, installation=installation)

    @classmethod
    def open(cls, path: Path, *, who: str = "", installation: str = "", read_only: bool = False) -> Book:
        """The file at this path, checked and brought up to date (after a backup).

        Raises: UserError when there is no such file, it is not a ward's file, it comes from a newer program,
        or it was damaged.
        """
        if not path.is_file():
            raise UserError(f"Không thấy tệp “{path}”. Hãy kiểm tra ổ đĩa hoặc thư mục rồi mở lại.")
        path = path.resolve()
        migrations.check_header(path)
        lock, reason = (None, "Sổ được mở ở chế độ chỉ đọc.") if read_only else lock_file(path)
        if lock is None:
            return cls(path, who, installation, reason, None)
        try:
            if reason := why_only_readable(path):
                lock.release(clean=not lock.unclean)
                return cls(path, who, installation, reason, None)
            if lock.unclean:
                check_after_crash(path)
                migrations.check_header(path)
            migrations.upgrade(path)
            return cls(path, who, installation, "", lock)
        except BaseException:
            lock.release(clean=not lock.unclean)
            raise

    def close(self) -> None:
        """Lets go of the file, once the act under way is done; a file closed this way needs no check later."""
        with self._acts:
            self._let_go()
            if self._lock:
                self.read_only_reason = "Sổ này đã đóng. Hãy mở lại rồi thử lại."
                self._lock.release(clean=True)
                self._lock = None

    def __enter__(self) -> Book:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- acts ---------------------------------------------------------------------------------------

    def write(self, act: str, edits: Sequence[Edit], *, progress: Progress | None = None) -> Change:
        """One act in one transaction; undoable. `act` is the sentence that the history shows.

        Raises: UserError when nothing can be written here, the file was swapped, or a rule forbids an edit;
        nothing is kept then.
        """
        with self._acts:
            change = self._act(nfc(act), edits, None, progress)
            if change.id:
                self._done.append(change)
                self._undone.clear()
            return change

    def undo(self, *, progress: Progress | None = None) -> Change | None:
        """Takes the newest act of this session back, as a new act; None when there is none."""
        with self._acts:
            if not self._done:
                return None
            taken = self._done[-1]
            change = self._act(f"Hoàn tác: {taken.act}", inverse(self.db, taken.id), taken.id, progress)
            self._done.pop()
            self._undone.append(Change(change.id, taken.act, change.at, change.who, change.records))
            return change

    def redo(self, *, progress: Progress | None = None) -> Change | None:
        """Does again what `undo` took back last; None when there is nothing."""
        with self._acts:
            if not self._undone:
                return None
            taken = self._undone[-1]
            change = self._act(taken.act, inverse(self.db, taken.id), taken.id, progress)
            self._undone.pop()
            self._done.append(change)
            return change

    @property
    def undoable(self) -> str:
        """The sentence of the act that `undo` would take back, or the empty text."""
        return next((change.act for change in self._done[-1:]), "")

    @property
    def redoable(self) -> str:
        """The sentence of the act that `redo` would do again, or the empty text."""
        return next((change.act for change in self._undone[-1:]), "")

    @property
    def undo_size(self) -> int:
        """How many records `undo` would touch."""
        return len(self._done[-1].records) if self._done else 0

    @property
    def redo_size(self) -> int:
        """How many records `redo` would touch."""
        return len(self._undone[-1].records) if self._undone else 0

    def _act(self, act: str, edits: Sequence[Edit], undoes: int | None, progress: Progress | None) -> Change:
        if self.read_only_reason:
            raise UserError(f"{self.read_only_reason} Chưa ghi gì.")
        with self._acts, self._transaction():
            writer = Writer(self.db, progress)
            writer.write(edits)
            return self._record_change(act, writer, undoes)

    def _record_change(self, act: str, writer: Writer, undoes: int | None) -> Change:
        at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        number = 0
        if writer.differences:
            cursor = self.db.execute_sql(
                'INSERT INTO "change" (uid, act, at, who, installation, undoes_id) VALUES (?, ?, ?, ?, ?, ?)',
                (new_uid(), act, at, self.who, self.installation, undoes),
            )
            number = int(cursor.lastrowid)
            self.db.connection().executemany(
                "INSERT INTO difference (change_id, record_uid, kind, revision, before, after) "
                f"VALUES ({number}, ?, ?, ?, ?, ?)",
                writer.differences,
            )
        return Change(
            number,
            act,
            at,
            self.who,
            frozenset(writer.touched),
            frozenset(writer.kinds),
            tuple(writer.added),
            undoes,
            frozenset(writer.removed),
        )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """The act's transaction: the file is still the one we opened, and counts one more write.

        An act that changed nothing writes nothing.
        """
        self._begin()
        try:
            if self._file_row()[:2] != (self.lineage, self._generation):
                raise UserError(SWAPPED)
            untouched = self.db.connection().total_changes
            yield
            if self.db.connection().total_changes == untouched:
                self.db.execute_sql("ROLLBACK")
                return
            self.db.execute_sql("UPDATE file SET generation = generation + 1")
            self.db.execute_sql("COMMIT")
        except BaseException as error:
            if self.db.connection().in_transaction:
                self.db.execute_sql("ROLLBACK")
            if told := in_words(error):
                raise told from error
            raise
        self._generation += 1

    def _begin(self) -> None:
        try:
            found = _identity(self.path)
        except OSError as error:
            raise UserError(TROUBLES[sqlite3.SQLITE_CANTOPEN]) from error
        if found != self._identity:
            raise UserError(SWAPPED)
        # Pages read before are forgotten: SQLite keeps them when another file of as many writes is copied over ours.
        self.db.execute_sql("PRAGMA shrink_memory")
        self.db.execute_sql("BEGIN IMMEDIATE")

    def _file_row(self) -> tuple[bytes, int, bool]:
        row = self.db.execute_sql("SELECT lineage, generation, sample FROM file").fetchone()
        return bytes(row[0]), int(row[1]), bool(row[2])


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
