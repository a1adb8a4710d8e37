"""The form of the file: numbered steps from one to the next, taken in one transaction after a tested backup."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from ward import __version__
from ward.backup import back_up
from ward.errors import UserError
from ward.opening import DAMAGE, in_words, read_only_address

APPLICATION_ID = 0x50_56_41_4E
FOLDER = Path(__file__).parent
"""Where the steps lie, one file of SQL each: 0001.sql makes the first form."""


def newest() -> int:
    """The number of today's form."""
    return max(int(file.name[:4]) for file in FOLDER.glob("*.sql"))


def steps(after: int = 0) -> list[tuple[int, str]]:
    """The steps that follow form `after`, as (number, SQL) in order; released steps are never edited."""
    numbered = sorted((int(file.name[:4]), file) for file in FOLDER.glob("*.sql"))
    return [(number, file.read_text(encoding="utf-8")) for number, file in numbered if number > after]


def make_new(path: Path, lineage: bytes, sample: bool) -> None:
    """Makes an empty file in today's form, which appears whole or not at all.

    Raises: UserError when the folder cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        try:
            _fill(part, lineage, sample)
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
    except (sqlite3.OperationalError, OSError) as error:
        if isinstance(error, sqlite3.Error) and not in_words(error):
            raise
        raise UserError(
            f"Không lập được tệp sổ trong thư mục “{path.parent}”. Hãy chọn thư mục khác mà bạn được ghi."
        ) from error


def _fill(path: Path, lineage: bytes, sample: bool) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("BEGIN")
        for number, sql in steps():
            _run(connection, number, sql)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(
            "INSERT INTO file (lineage, generation, sample, made_by) VALUES (?, 0, ?, ?)",
            (lineage, int(sample), __version__),
        )
        connection.execute("COMMIT")


def check_header(path: Path) -> None:
    """Raises UserError unless this is a file of ours in a form that this program knows.

    A file whose last write was cut off passes: its header is checked again when that write is rolled back.
    """
    try:
        with closing(sqlite3.connect(read_only_address(path), uri=True)) as connection:
            found = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK:
            return
        if error.sqlite_errorcode in DAMAGE:
            sentence = f"“{path.name}” không phải là tệp Sổ Vàng, hoặc tệp đã hỏng. Tệp được giữ nguyên."
            raise UserError(f"{sentence} Hãy chọn tệp khác, hoặc mở bản sao lưu gần nhất.") from error
        raise (in_words(error) or error) from error
    if found != APPLICATION_ID:
        raise UserError(f"“{path.name}” không phải là tệp Sổ Vàng. Hãy chọn tệp có đuôi .sovang.")
    if version > newest():
        raise UserError(
            f"Tệp “{path.name}” do bản Sổ Vàng mới hơn lập nên bản này không mở được. "
            "Tệp được giữ nguyên. Hãy cài bản Sổ Vàng mới rồi mở lại."
        )


def upgrade(path: Path) -> Path | None:
    """Brings the file to today's form; gives the backup made before, or None when nothing was to do.

    Raises: UserError when the backup or a step cannot be written; the file keeps its old form then.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version >= newest():
            return None
        backup = back_up(path, f"truoc-nang-cap-{version}")
        try:
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("BEGIN IMMEDIATE")
            for number, sql in steps(after=version):
                _run(connection, number, sql)
            connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if not in_words(error):
                raise
            raise UserError(
                f"Chưa nâng cấp được tệp “{path.name}”; tệp vẫn nguyên như cũ. "
                "Hãy kiểm tra chỗ trống và quyền ghi rồi mở lại."
            ) from error
    return backup


def copy_in_todays_form(path: Path) -> Path | None:
    """A copy, in a folder of its own, of an older file that can only be read; None for a file of today's form.

    Raises: UserError when the file cannot be read or the copy cannot be written.
    """
    try:
        with closing(sqlite3.connect(read_only_address(path), uri=True)) as old:
            version = old.execute("PRAGMA user_version").fetchone()[0]
            if version >= newest():
                return None
            copy = Path(tempfile.mkdtemp(prefix="sovang-")) / path.name
            with closing(sqlite3.connect(copy, isolation_level=None)) as new:
                old.backup(new)
                for number, sql in steps(after=version):
                    _run(new, number, sql)
    except sqlite3.DatabaseError as error:
        raise (in_words(error) or error) from error
    return copy


def _run(connection: sqlite3.Connection, number: int, sql: str) -> None:
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    connection.execute(f"PRAGMA user_version = {number}")
