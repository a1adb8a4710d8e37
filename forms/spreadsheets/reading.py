"""Reading .xlsx, .xls and .ods files into tables of texts, within bounds; other files are refused in words."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forms.spreadsheets.bounds import reach
from forms.spreadsheets.tables import Line, Merge, Table, Workbook
from ward.errors import UserError
from ward.text import nfc

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MAX_FILE = 32 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
MAX_ROWS = 20_000
MAX_COLUMNS = 256
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FIRST_OF_MARKUP = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<\x00")


def read_workbook(path: Path) -> Workbook:
    """All sheets of a file as texts: numbers as Excel shows them, days as 08/12/2015, joined cells filled downwards.

    Raises: UserError for what is no workbook (a web page called .xls, a protected, broken or empty file), and for
    more than MAX_FILE bytes, MAX_ROWS rows or MAX_COLUMNS columns.
    """
    content = _content(path)
    _refuse_foreign(path.name, content)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        shown = {one.name: str(one.visible).endswith(".Visible") for one in book.sheets_metadata}
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        tables = tuple(_table(path.name, sheet, shown[sheet.name]) for sheet in sheets)
    except PasswordError as error:
        raise _protected(path.name) from error
    except (CalamineError, zipfile.BadZipFile, ValueError) as error:
        raise UserError(
            f"Tệp “{path.name}” bị hỏng hoặc không phải là tệp Excel. Hãy mở bằng Excel, lưu lại thành .xlsx rồi "
            "chọn tệp mới."
        ) from error
    read = Workbook(path.name, tables)
    if not read.shown:
        raise UserError(f"Tệp “{path.name}” không có ô nào được ghi. Hãy chọn tệp khác.")
    return read


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise UserError(f"Tệp “{path.name}” lớn quá 32 MB. Hãy bỏ ảnh hoặc chia thành nhiều tệp rồi chọn lại.")
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"Không mở được “{path.name}”. Hãy đóng tệp trong Excel, kiểm tra tệp còn ở đó.") from error


def _refuse_foreign(name: str, content: bytes) -> None:
    """Tells what the first bytes already say: nothing, a web page, a protected file, one that unpacks too big."""
    if not content.strip(b"\x00 \t\r\n"):
        raise UserError(f"Tệp “{name}” rỗng. Hãy chọn tệp khác, hoặc xin lại tệp.")
    if content.lstrip()[:4].startswith(_FIRST_OF_MARKUP):
        raise UserError(
            f"Tệp “{name}” thực ra là một trang web hay tệp XML mang tên Excel. Hãy mở bằng Excel, vào "
            "Tệp → Lưu thành, chọn loại .xlsx rồi chọn tệp mới."
        )
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise _protected(name)
    if content.startswith(_ZIP):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                unpacked = sum(entry.file_size for entry in archive.infolist())
            if unpacked > MAX_UNPACKED:
                raise UserError(f"Tệp “{name}” mở ra quá lớn. Hãy chép phần cần dùng sang một tệp mới rồi chọn lại.")
            _refuse_far(name, *reach(content))
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, ValueError, EOFError) as error:
            raise UserError(f"Tệp “{name}” bị hỏng. Hãy xin lại tệp, hoặc mở bằng Excel rồi lưu lại.") from error


def _refuse_far(name: str, rows: int, columns: int) -> None:
    """A cell far away makes the reader lay out everything before it."""
    if rows > MAX_ROWS:
        raise UserError(
            f"Tệp “{name}” dài quá {MAX_ROWS} dòng. Hãy chia thành nhiều tệp, hoặc xóa các ô ở rất xa phía dưới rồi "
            "lưu lại."
        )
    if columns > MAX_COLUMNS:
        raise UserError(f"Tệp “{name}” rộng quá {MAX_COLUMNS} cột. Hãy xóa các cột thừa rồi lưu lại.")


def _protected(name: str) -> UserError:
    return UserError(f"Tệp “{name}” có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại.")


def _table(file: str, sheet: CalamineSheet, visible: bool) -> Table:
    rows, columns = sheet.end or (-1, -1)
    if rows >= MAX_ROWS:
        raise UserError(
            f"Trang “{sheet.name}” của “{file}” dài quá {MAX_ROWS} dòng. Hãy chia thành nhiều tệp, hoặc xóa các dòng "
            "trống ở cuối rồi lưu lại."
        )
    if columns >= MAX_COLUMNS:
        raise UserError(
            f"Trang “{sheet.name}” của “{file}” rộng quá {MAX_COLUMNS} cột. Hãy xóa các cột thừa rồi lưu lại."
        )
    values = sheet.to_python(skip_empty_area=False) if rows >= 0 else []
    merges = tuple(
        Merge(first[0] + 1, last[0] + 1, first[1], last[1]) for first, last in sheet.merged_cell_ranges or ()
    )
    dates = {
        (row, column): value.isoformat()[:10]
        for row, line in enumerate(values, 1)
        for column, value in enumerate(line)
        if isinstance(value, dt.date)
    }
    texts = [[_text(value) for value in line] for line in values]
    _fill_down(texts, merges)
    lines = tuple(Line(number, tuple(cells)) for number, cells in enumerate(texts, 1))
    return Table(sheet.name, lines, merges, dates, visible)


def _fill_down(texts: list[list[str]], merges: Sequence[Merge]) -> None:
    """Says what joined cells say in each row of theirs that has something else, too; beside them stays empty."""
    said = [any(row) for row in texts]
    for merge in merges:
        column = merge.first_column
        rows = range(merge.first_row - 1, min(merge.last_row, len(texts)))
        for row in rows[1:]:
            if said[row] and not texts[row][column]:
                texts[row][column] = texts[rows[0]][column]


def _text(value: Any) -> str:
    if isinstance(value, str):
        return nfc(value.replace("\r\n", "\n").replace("_x000D_", ""))
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, dt.date):
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    if isinstance(value, dt.time):
        return f"{value.hour}:{value.minute:02d}"
    if isinstance(value, int | float):
        return _number(value)
    return "" if value is None else str(value)


def _number(value: float) -> str:
    """The digits that Excel shows, with a decimal comma."""
    digits = f"{Decimal(repr(value)):f}"
    bare = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return bare.replace(".", ",")
