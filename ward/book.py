"""An open file of the office (*.sovang): the one door for acts, undo and redo, and the checks around each."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from peewee import IntegrityError, OperationalError, SqliteDatabase

from ward import migrations
from ward.changes import inverse
from ward.edits import Change, Edit
from ward.errors import UserError
from ward.locking import FileLock, lock_file
from ward.uids import new_uid
from ward.writing import Writer

APPLICATION_ID = 0x50_56_41_4E
PRAGMAS = {"foreign_keys": 1, "journal_mode": "delete", "synchronous": "extra", "temp_store": "memory"}
SWAPPED = (
    "Tệp sổ đã bị thay bằng tệp khác trong lúc chương trình đang mở, nên chưa ghi gì thêm. "
    "Hãy đóng chương trình, kiểm tra lại tệp rồi mở lại."
)
STILL_USED = (
    "Bản ghi này còn được bản ghi khác nhắc tới nên chưa hoàn tác được. "
    "Hãy hoàn tác hoặc sửa những bản ghi kia trước."
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
        self.who = who
        self.installation = installation
        self.read_only_reason = read_only_reason
        self.checked_after_crash = False
        self._lock = lock
        self._acts = threading.RLock()
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self.db = _database(path, read_only=bool(read_only_reason))
        self._identity = _identity(path)
        self.lineage, self._generation, self.sample = self._file_row()

    # -- opening ------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, *, who: str = "", installation: str = "", sample: bool = False) -> Book:
        """A new, empty file. Raises UserError when the path is taken or the folder cannot be written."""
        if path.exists():
            raise UserError(f"Đã có tệp “{path.name}”. Hãy chọn tên khác, hoặc mở tệp đó.")
        migrations.make_new(path, APPLICATION_ID, new_uid(), sample)
        return cls.open(path, who=who, installation=installation)

    @classmethod
    def open(cls, path: Path, *, who: str = "", installation: str = "", read_only: bool = False) -> Book:
        """The file at this path, checked and brought up to date (after a backup).

        Raises: UserError when there is no such file, it is not a ward's file, it comes from a newer program,
        or it was damaged.
        """
        if not path.is_file():
            raise UserError(f"Không thấy tệp “{path}”. Hãy kiểm tra ổ đĩa hoặc thư mục rồi mở lại.")
        reason = "Sổ được mở ở chế độ chỉ đọc." if read_only else ""
        lock = None
        if not reason:
            lock, reason = lock_file(path)
        try:
            migrations.check_header(path, APPLICATION_ID)
            if lock and lock.unclean:
                _quick_check(path)
            if not reason:
                migrations.upgrade(path)
            book = cls(path, who, installation, reason, lock)
        except BaseException:
            if lock:
                lock.release(clean=False)
            raise
        book.checked_after_crash = bool(lock and lock.unclean)
        return book

    def close(self) -> None:
        """Lets go of the file; a file closed this way needs no check when it is opened again."""
        self.db.close()
        if self._lock:
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
        change = self._act(act, edits, None, progress)
        if change.records or change.removed:
            self._done.append(change)
            self._undone.clear()
        return change

    def undo(self) -> Change | None:
        """Takes the newest act of this session back, as a new act; None when there is none."""
        with self._acts:
            if not self._done:
                return None
            taken = self._done[-1]
            change = self._act(f"Hoàn tác: {taken.act}", inverse(self.db, taken.id), taken.id, None)
            self._done.pop()
            self._undone.append(Change(change.id, taken.act, change.at, change.who))
            return change

    def redo(self) -> Change | None:
        """Does again what `undo` took back last; None when there is nothing."""
        with self._acts:
            if not self._undone:
                return None
            taken = self._undone[-1]
            change = self._act(taken.act, inverse(self.db, taken.id), taken.id, None)
            self._undone.pop()
            self._done.append(change)
            return change

    @property
    def undoable(self) -> str:
        """The sentence of the act that `undo` would take back, or the empty text."""
        return self._done[-1].act if self._done else ""

    @property
    def redoable(self) -> str:
        """The sentence of the act that `redo` would do again, or the empty text."""
        return self._undone[-1].act if self._undone else ""

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
        """The act's transaction: the file is still the one we opened, and counts one more write."""
        try:
            if _identity(self.path) != self._identity:
                raise UserError(SWAPPED)
            self.db.execute_sql("BEGIN IMMEDIATE")
        except (OSError, OperationalError) as error:
            raise UserError(_why_not_written(error)) from error
        try:
            if self._file_row()[:2] != (self.lineage, self._generation):
                raise UserError(SWAPPED)
            yield
            self.db.execute_sql("UPDATE file SET generation = generation + 1")
            self.db.execute_sql("COMMIT")
        except BaseException as error:
            self._roll_back()
            if isinstance(error, IntegrityError):
                raise UserError(STILL_USED) from error
            if isinstance(error, OperationalError):
                raise UserError(_why_not_written(error)) from error
            raise
        self._generation += 1

    def _roll_back(self) -> None:
        if self.db.connection().in_transaction:
            self.db.execute_sql("ROLLBACK")

    def _file_row(self) -> tuple[bytes, int, bool]:
        try:
            row = self.db.execute_sql("SELECT lineage, generation, sample FROM file").fetchone()
        except OperationalError as error:
            raise UserError(_why_not_written(error)) from error
        return bytes(row[0]), int(row[1]), bool(row[2])


def _database(path: Path, *, read_only: bool) -> SqliteDatabase:
    pragmas = {key: value for key, value in PRAGMAS.items() if not read_only or key != "journal_mode"}
    if not read_only:
        return SqliteDatabase(str(path), pragmas=pragmas, timeout=10)
    address = f"{path.resolve().as_uri()}?mode=ro"
    return SqliteDatabase(address, uri=True, pragmas=pragmas, timeout=10)


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _quick_check(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        answer = str(error)
    finally:
        connection.close()
    if answer != "ok":
        raise UserError(
            f"Tệp “{path.name}” đã bị hỏng sau lần đóng đột ngột. Tệp được giữ nguyên. "
            "Hãy mở bản sao lưu gần nhất trong thư mục “Sao lưu” bên cạnh tệp."
        )


def _why_not_written(error: Exception) -> str:
    text = str(error).lower()
    if "full" in text:
        return "Ổ đĩa đã đầy nên chưa ghi được. Hãy xóa bớt tệp khác rồi thử lại; những gì đã lưu vẫn còn nguyên."
    if "locked" in text or "busy" in text:
        return "Chương trình khác đang giữ tệp sổ nên chưa ghi được. Hãy đóng chương trình đó rồi thử lại."
    if "readonly" in text or "read-only" in text or "permission" in text or "denied" in text:
        return "Không có quyền ghi vào thư mục của tệp sổ. Hãy chép tệp sang thư mục khác rồi mở lại."
    return f"Chưa ghi được vào tệp sổ ({error}). Hãy kiểm tra ổ đĩa rồi thử lại."
