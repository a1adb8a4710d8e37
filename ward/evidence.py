"""Evidence: files and scans kept beside the book under their content's hash, and the records they are for."""

from __future__ import annotations

import errno
import hashlib
import io
import mimetypes
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from peewee import SqliteDatabase

from ward.backup import original_of
from ward.book import Book
from ward.edits import Add, Amend, Bin, Change, Edit
from ward.errors import UserError
from ward.loading import Stored, load
from ward.text import nfc

Progress = Callable[[int, int], None]
CHUNK = 1 << 20
FULL = "Ổ đĩa đã đầy nên chưa cất được minh chứng. Hãy xóa bớt tệp khác rồi gắn lại; sổ vẫn còn nguyên."


@dataclass(frozen=True)
class Attached:
    """One evidence file of a record: the Evidence record's id, its caption, what the file is, and for which field."""

    id: int
    caption: str
    file_name: str
    hash: str
    media_type: str
    size: int
    field: str


@dataclass(frozen=True)
class MissingFile:
    """An Evidence record whose file is not beside the book."""

    id: int
    title: str
    file_name: str


def attach(
    book: Book,
    source: Path | bytes,
    record: int,
    field: str = "",
    *,
    file_name: str = "",
    progress: Progress | None = None,
) -> Change:
    """Keeps a copy of the file (or of these bytes, named `file_name`) and ties it to the record, as one act.

    A file that the book holds already is not kept twice: its Evidence record gets one more attachment.
    `progress` hears bytes copied of all. Raises: UserError when the file cannot be read or kept.
    """
    if book.read_only_reason:
        raise UserError(f"{book.read_only_reason} Chưa gắn được minh chứng.")
    name = nfc(file_name or (source.name if isinstance(source, Path) else "")) or "Minh chứng"
    owner = load(book.db, record)
    content_hash, size = _kept(folder_of(book), source, name, progress)
    edits = _edits(book.db, owner, field, name, content_hash, size)
    return book.write(f"Gắn minh chứng “{name}” vào {owner.title}", edits)


def detach(book: Book, evidence: int, record: int) -> Change:
    """Unties the evidence from the record, as one act; the file and its Evidence record stay."""
    stored = load(book.db, evidence)
    rest = [row for row in stored.values["attachments"] if row["record"] != record]
    owner = load(book.db, record)
    return book.write(f"Gỡ minh chứng “{stored.title}” khỏi {owner.title}", [Amend(evidence, {"attachments": rest})])


def attached(db: SqliteDatabase, record: int) -> list[Attached]:
    """The evidence of a record, in the order in which it was attached; nothing from the bin."""
    rows = db.execute_sql(
        "SELECT e.record_id, e.caption, e.file_name, e.hash, e.media_type, coalesce(e.size, 0), a.field "
        "FROM evidence_attachment a JOIN evidence e ON e.record_id = a.owner_id "
        "JOIN record r ON r.id = e.record_id WHERE a.to_record_id = ? AND r.binned = 0 "
        "ORDER BY e.record_id, a.position",
        (record,),
    )
    return [Attached(*row) for row in rows]


def folder_of(book: Book) -> Path:
    """The folder of all evidence files, `<name>.evidence` beside the book; it may not be there yet."""
    return book.path.with_name(f"{book.path.stem}.evidence")


def path_of(book: Book, content_hash: str) -> Path:
    """Where the file with this hash is kept: `<name>.evidence/ab/abcdef…`; a backup finds its original's, too."""
    beside = folder_of(book) / content_hash[:2] / content_hash
    original = original_of(book.path)
    if original is None or beside.is_file():
        return beside
    return original.with_name(f"{original.stem}.evidence") / content_hash[:2] / content_hash


def file_of(book: Book, evidence: int) -> Path:
    """The file of an Evidence record. Raises UserError when there is none beside the book."""
    stored = load(book.db, evidence)
    path = path_of(book, stored.values["hash"])
    if not stored.values["hash"] or not path.is_file():
        raise UserError(
            f"Thiếu tệp minh chứng “{stored.values['file_name']}”. "
            f"Hãy chép thư mục “{folder_of(book).name}” về bên cạnh tệp sổ, hoặc gắn lại tệp này."
        )
    return path


def missing(book: Book) -> list[MissingFile]:
    """The Evidence records whose files are not beside the book, by title."""
    rows = book.db.execute_sql(
        "SELECT e.record_id, r.title, e.file_name, e.hash FROM evidence e JOIN record r ON r.id = e.record_id "
        "WHERE r.binned = 0 ORDER BY r.sort"
    ).fetchall()
    return [MissingFile(*row[:3]) for row in rows if not row[3] or not path_of(book, row[3]).is_file()]


# -- keeping the file -------------------------------------------------------------------------------------


def _kept(folder: Path, source: Path | bytes, name: str, progress: Progress | None) -> tuple[str, int]:
    """Copies the content under its hash, whole or not at all; gives the hash and the size in bytes."""
    part = folder / f"{uuid4().hex}.part"
    with _opened(source, name) as (content, size):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as target:
                content_hash, size = _copied(content, target, size, name, progress)
            goal = folder / content_hash[:2] / content_hash
            goal.parent.mkdir(exist_ok=True)
            os.replace(part, goal)
            _sync_folder(goal.parent)
        except OSError as error:
            raise UserError(_why_not_kept(error, folder)) from error
        finally:
            part.unlink(missing_ok=True)
    return content_hash, size


@contextmanager
def _opened(source: Path | bytes, name: str) -> Iterator[tuple[BinaryIO, int]]:
    """The content to copy and its size; what cannot be read is told in words."""
    if isinstance(source, bytes):
        yield io.BytesIO(source), len(source)
        return
    if source.is_dir():
        raise UserError(f"“{name}” là thư mục. Hãy gắn từng tệp trong thư mục đó.")
    try:
        file = source.open("rb")
    except OSError as error:
        raise UserError(_UNREADABLE.format(name=name)) from error
    with file:
        yield file, os.fstat(file.fileno()).st_size


_UNREADABLE = "Không đọc được tệp “{name}”. Hãy kiểm tra tệp còn đó và được phép đọc, rồi gắn lại."


def _copied(content: BinaryIO, target: BinaryIO, size: int, name: str, progress: Progress | None) -> tuple[str, int]:
    digest = hashlib.sha256()
    done = 0
    while True:
        try:
            chunk = content.read(CHUNK)
        except OSError as error:
            raise UserError(_UNREADABLE.format(name=name)) from error
        if not chunk:
            break
        digest.update(chunk)
        target.write(chunk)
        done += len(chunk)
        if progress:
            progress(done, max(size, done))
    if not done:
        raise UserError(f"Tệp “{name}” trống nên không gắn được. Hãy chọn tệp khác.")
    target.flush()
    os.fsync(target.fileno())
    return digest.hexdigest(), done


def _sync_folder(folder: Path) -> None:
    """Makes the new name in the folder durable, where the system lets a folder be synced (not Windows)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _why_not_kept(error: OSError, folder: Path) -> str:
    if error.errno == errno.ENOSPC:
        return FULL
    return f"Chưa cất được minh chứng vào “{folder.name}”. Hãy kiểm tra quyền ghi của thư mục rồi gắn lại."


# -- the record -------------------------------------------------------------------------------------------


def _edits(db: SqliteDatabase, owner: Stored, field: str, name: str, content_hash: str, size: int) -> list[Edit]:
    """The edits that tie the content to its record: a new Evidence record, or one that is there already."""
    row = {"record": owner.id, "field": field}
    found = db.execute_sql(
        "SELECT e.record_id FROM evidence e JOIN record r ON r.id = e.record_id "
        "WHERE e.hash = ? ORDER BY r.binned, e.record_id LIMIT 1",
        (content_hash,),
    ).fetchone()
    if found is None:
        values = {
            "file_name": name,
            "hash": content_hash,
            "size": size,
            "media_type": mimetypes.guess_type(name)[0] or "",
            "attachments": [row],
            "years": owner.years,
        }
        return [Add("evidence", values)]
    known = load(db, int(found[0]))
    back: list[Edit] = [Bin(known.id, False)] if known.binned else []
    rows = [one for one in known.values["attachments"] if one != row]
    return [*back, Amend(known.id, {"attachments": [*rows, row]})]
