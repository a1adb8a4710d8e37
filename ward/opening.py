"""Connections to a file of records, and what the troubles of the disk mean to the clerk."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from peewee import PeeweeException, SqliteDatabase

from ward.errors import UserError

PRAGMAS = {
    "foreign_keys": 1,
    "journal_mode": "delete",
    "synchronous": "extra",
    "temp_store": "memory",
    # up to 256 MB of an act wait in memory, so that nobody is kept from reading before it is written for good
    "cache_spill": 65536,
}
READ_ONLY_FILE = "Tệp sổ không cho ghi, nên sổ chỉ đọc. Hãy chép tệp sang thư mục khác để sửa."
READ_ONLY_FOLDER = "Thư mục của sổ không cho ghi, nên sổ chỉ đọc. Hãy chép tệp sang thư mục khác để sửa."
DAMAGED = (
    "Tệp sổ đã bị hỏng, nên không đọc được. Tệp được giữ nguyên. "
    "Hãy đóng chương trình rồi mở bản sao lưu gần nhất trong thư mục “Sao lưu” bên cạnh tệp."
)
DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
TROUBLES = {
    sqlite3.SQLITE_FULL: (
        "Ổ đĩa đã đầy nên chưa ghi được. Hãy xóa bớt tệp khác rồi thử lại; những gì đã lưu vẫn còn nguyên."
    ),
    sqlite3.SQLITE_IOERR: (
        "Ổ đĩa báo lỗi khi đọc hoặc ghi tệp sổ. Hãy kiểm tra ổ đĩa, ổ mạng và chỗ trống rồi thử lại; "
        "những gì đã lưu vẫn còn nguyên."
    ),
    sqlite3.SQLITE_BUSY: "Chương trình khác đang giữ tệp sổ. Hãy đóng chương trình đó rồi thử lại.",
    sqlite3.SQLITE_LOCKED: "Chương trình khác đang giữ tệp sổ. Hãy đóng chương trình đó rồi thử lại.",
    sqlite3.SQLITE_READONLY: (
        "Không có quyền ghi vào tệp sổ hoặc thư mục của nó. Hãy chép tệp sang thư mục khác rồi mở lại."
    ),
    sqlite3.SQLITE_READONLY_ROLLBACK: (
        "Lần ghi trước bị ngắt giữa chừng và sổ cần được khôi phục, nhưng ở đây sổ chỉ được đọc. "
        "Hãy mở sổ ở nơi ghi được; nếu chép đi thì chép cả tệp cùng tên có đuôi “-journal”."
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "Không mở được tệp sổ hoặc không ghi được vào thư mục của nó. Hãy kiểm tra ổ đĩa và quyền ghi rồi thử lại."
    ),
    **dict.fromkeys(DAMAGE, DAMAGED),
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: (
        "Việc này làm một bản ghi nhắc tới bản ghi không có trong sổ, nên chưa ghi gì. "
        "Hãy mở lại danh sách, hoặc sửa những bản ghi còn nhắc tới trước."
    ),
}
"""What SQLite's error codes mean to the clerk; what is not here is our own bug."""


class Connections(SqliteDatabase):
    """The connections to one file, one for each thread; what the clerk can mend is raised as UserError."""

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        try:
            return super().execute_sql(sql, params)
        except PeeweeException as error:
            if told := in_words(error):
                raise told from error
            raise


def connections(path: Path, *, read_only: bool) -> Connections:
    """The connections to the file at this path, made as they are asked for."""
    if not read_only:
        return Connections(str(path), pragmas=PRAGMAS, timeout=10)
    pragmas = {key: value for key, value in PRAGMAS.items() if key != "journal_mode"}
    return Connections(read_only_address(path), uri=True, pragmas=pragmas, timeout=10)


def read_only_address(path: Path) -> str:
    """The address under which SQLite opens the file for reading only, on a drive or on a share."""
    place = path.absolute().as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(place, safe='/:')}?mode=ro"


def in_words(error: BaseException) -> UserError | None:
    """What the clerk is told about an error of the disk or of another program; None for our own bugs."""
    cause: object = error
    while isinstance(cause, PeeweeException):
        cause = getattr(cause, "orig", None)  # what peewee wrapped, sometimes twice
    if isinstance(cause, UnicodeEncodeError):
        return UserError("Trong nội dung có ký tự hỏng không lưu được. Hãy xóa ký tự đó rồi ghi lại.")
    code = getattr(cause, "sqlite_errorcode", 0)
    sentence = TROUBLES.get(code) or TROUBLES.get(code & 0xFF)
    return UserError(sentence) if sentence else None


def why_only_readable(path: Path) -> str:
    """The sentence that says why the file itself cannot be written, or the empty text.

    Raises: UserError when another program holds it. A write that was cut off is rolled back on the way.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=10)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE file SET generation = generation")
            connection.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
            return READ_ONLY_FILE
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CANTOPEN:
            return READ_ONLY_FOLDER
        raise (in_words(error) or error) from error
    return ""


def check_after_crash(path: Path) -> None:
    """Checks the whole file after a write was cut off. Raises UserError when it was damaged."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise (in_words(error) or error) from error
    if answer != "ok":
        raise UserError(DAMAGED)
