"""Numbered steps from one form of the file to the next, each in one transaction, after a tested backup."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

from ward import __version__
from ward.backup import back_up
from ward.errors import UserError


def steps() -> list[tuple[int, str]]:
    """All steps as (number, SQL), in order; released steps are never edited."""
    found = [entry for entry in files("ward.migrations").iterdir() if entry.name.endswith(".sql")]
    return sorted((int(entry.name[:4]), entry.read_text(encoding="utf-8")) for entry in found)


def make_new(path: Path, application_id: int, lineage: bytes, sample: bool) -> None:
    """Makes an empty file in today's form. Raises UserError when the folder cannot be written."""
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("BEGIN")
            for number, sql in steps():
                _run(connection, sql)
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute(f"PRAGMA application_id = {application_id}")
            connection.execute(
                "INSERT INTO file (lineage, generation, sample, made_by) VALUES (?, 0, ?, ?)",
                (lineage, int(sample), __version__),
            )
            connection.execute("COMMIT")
        finally:
            connection.close()
    except (sqlite3.OperationalError, OSError) as error:
        raise UserError(
            f"Không lập được tệp sổ trong thư mục “{path.parent}”. Hãy chọn thư mục khác mà bạn được ghi."
        ) from error


def check_header(path: Path, application_id: int) -> None:
    """Raises UserError unless this is a file of ours in a form that this program knows."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        found = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise UserError(f"“{path.name}” không phải là tệp Sổ Vàng, hoặc tệp đã hỏng. Tệp được giữ nguyên.") from error
    finally:
        connection.close()
    if found != application_id:
        raise UserError(f"“{path.name}” không phải là tệp Sổ Vàng. Hãy chọn tệp có đuôi .sovang.")
    if version > steps()[-1][0]:
        raise UserError(
            f"Tệp “{path.name}” do bản Sổ Vàng mới hơn lập nên bản này không mở được. "
            "Tệp được giữ nguyên. Hãy cài bản Sổ Vàng mới rồi mở lại."
        )


def upgrade(path: Path) -> Path | None:
    """Brings the file to today's form; gives the backup made before, or None when nothing was to do."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        waiting = [(number, sql) for number, sql in steps() if number > version]
        if not waiting:
            return None
        backup = back_up(path, f"truoc-nang-cap-{version}")
        connection.execute("PRAGMA synchronous = EXTRA")
        for number, sql in waiting:
            connection.execute("BEGIN IMMEDIATE")
            try:
                _run(connection, sql)
                connection.execute(f"PRAGMA user_version = {number}")
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise
        return backup
    finally:
        connection.close()


def _run(connection: sqlite3.Connection, sql: str) -> None:
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
