"""Cells pasted from Excel, as a table: tabs between cells, quotes around cells that hold line breaks."""

from __future__ import annotations

from forms.spreadsheets.reading import MAX_COLUMNS, MAX_ROWS
from forms.spreadsheets.tables import Line, Table
from ward.errors import UserError
from ward.text import nfc


def read_pasted(text: str) -> Table:
    """The table that was copied. Quotes belong to the text unless they go around a whole cell with a break in it.

    Raises: UserError when nothing was copied, or more than MAX_ROWS rows or MAX_COLUMNS columns.
    """
    rows = _rows(text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = tuple(Line(number, tuple(nfc(cell) for cell in row)) for number, row in enumerate(rows, 1))
    if not any(line.filled for line in lines):
        raise UserError("Chưa có gì để dán. Hãy chọn các ô trong Excel, bấm Ctrl+C rồi dán lại.")
    if len(lines) > MAX_ROWS or max(len(line.cells) for line in lines) > MAX_COLUMNS:
        raise UserError(f"Phần đã chép quá lớn (hơn {MAX_ROWS} dòng hoặc {MAX_COLUMNS} cột). Hãy chép từng phần.")
    return Table("Đã dán", lines)


def _rows(text: str) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    place = 0
    while place <= len(text):
        cell, place = _cell(text, place)
        rows[-1].append(cell)
        if place < len(text) and text[place] == "\n":
            rows.append([])
        place += 1
    return rows[:-1] if rows[-1] == [""] and len(rows) > 1 else rows


def _cell(text: str, start: int) -> tuple[str, int]:
    """The cell that begins here, and where it ends (at a tab, a line feed or the end of the text)."""
    end = min(_next(text, "\t", start), _next(text, "\n", start))
    if not text.startswith('"', start):
        return text[start:end], end
    closing = _closing(text, start + 1)
    inside = text[start + 1 : closing] if closing >= 0 else ""
    if "\n" in inside or "\t" in inside:
        return inside.replace('""', '"'), closing + 1
    return text[start:end], end


def _closing(text: str, start: int) -> int:
    """Where the quote stands that closes a cell, -1 where none does: doubled ones belong to the text."""
    place = text.find('"', start)
    while place >= 0:
        if text.startswith('""', place):
            place = text.find('"', place + 2)
        else:
            return place if text[place + 1 : place + 2] in ("", "\t", "\n") else -1
    return -1


def _next(text: str, sign: str, start: int) -> int:
    found = text.find(sign, start)
    return len(text) if found < 0 else found
