"""Defined names of a template's workbook, which follow their rows."""

import re

from lxml import etree

from reports.sheet_rows import RowMap
from reports.sheet_xml import s

_ROW_RANGE = re.compile(r"\$(\d+):\$(\d+)\Z")
_CELL_RANGE = re.compile(r"\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?\Z")


def follow_rows(book: etree._Element, sheet: str, rows: RowMap) -> None:
    """Print areas, print titles and other names of one sheet, moved to where its rows came to lie."""
    for name in book.iter(s("definedName")):
        name.text = ",".join(_moved(one, sheet, rows) for one in (name.text or "").split(","))


def _moved(reference: str, sheet: str, rows: RowMap) -> str:
    owner, _, place = reference.rpartition("!")
    if owner not in (sheet, quoted(sheet)):
        return reference
    whole_rows = _ROW_RANGE.match(place)
    if whole_rows:
        return f"{owner}!${rows.first(int(whole_rows[1]))}:${rows.last(int(whole_rows[2]))}"
    cells = _CELL_RANGE.match(place)
    if not cells:
        return reference
    end = f":${cells[3]}${rows.last(int(cells[4]))}" if cells[3] else ""
    return f"{owner}!${cells[1]}${rows.first(int(cells[2]))}{end}"


def quoted(sheet: str) -> str:
    """The sheet's name as references write it."""
    return "'" + sheet.replace("'", "''") + "'"
