"""How far a workbook's cells reach, told from its XML before it is read: a reader lays out all cells between them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

_NOTHING = rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
_CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})([0-9]{1,7})"[^>]*(?<!/)>(?!' + _NOTHING + rb")")
"""A cell of an .xlsx that holds something; one that is only coloured holds nothing."""
_ROW = re.compile(rb'<(?:\w+:)?row\s(?:[^>]*?\s)?r="([0-9]{1,7})"[^>]*(?<!/)>\s*<(?:\w+:)?c(?=[\s>])(?![^>]*\sr=")')
"""A row of an .xlsx whose first cell does not say where it stands."""
_REPEATED_ROW = re.compile(
    rb'<table:table-row\s[^>]*number-rows-repeated="([0-9]+)"[^>]*(?<!/)>(.*?)</table:table-row>', re.DOTALL
)
_REPEATED_CELL = re.compile(rb'<table:table-cell\s([^>]*number-columns-repeated="([0-9]+)"[^>]*)>')
_HOLDS = b"office:value-type"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml\Z", re.IGNORECASE)


def reach(content: bytes) -> tuple[int, int]:
    """The last row and column (from 1) of any cell that holds something, over all sheets of an .xlsx or .ods.

    (0, 0) for what is no zip. Raises zipfile.BadZipFile for a broken one.
    """
    if not content.startswith(b"PK"):
        return 0, 0
    rows, columns = 0, 0
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            ends = _of_sheet if _SHEET.match(name) else _of_ods if name == "content.xml" else None
            for row, column in ends(archive.read(name)) if ends else ():
                rows, columns = max(rows, row), max(columns, column)
    return rows, columns


def _of_sheet(xml: bytes) -> Iterator[tuple[int, int]]:
    for cell in _CELL.finditer(xml):
        yield int(cell.group(2)), _column(cell.group(1))
    for row in _ROW.finditer(xml):
        yield int(row.group(1)), 1


def _of_ods(xml: bytes) -> Iterator[tuple[int, int]]:
    """Only what is repeated can reach far; where nothing stands in it, it is no cell."""
    for row in _REPEATED_ROW.finditer(xml):
        if _HOLDS in row.group(2):
            yield int(row.group(1)), 1
    for cell in _REPEATED_CELL.finditer(xml):
        if _HOLDS in cell.group(1):
            yield 1, int(cell.group(2))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
