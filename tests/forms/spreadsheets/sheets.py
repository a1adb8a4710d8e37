"""Real .xlsx files for the tests, written cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from forms.spreadsheets.reading import read_workbook
from forms.spreadsheets.tables import Table


def written(path: Path, sheets: Mapping[str, Sequence[Any]], merged: Sequence[str] = ()) -> Path:
    """A workbook with these sheets; `merged` ranges are joined on the first one."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    for place, (title, rows) in enumerate(sheets.items()):
        sheet = first if not place else book.create_sheet()
        sheet.title = title
        for row in rows:
            sheet.append(list(row))
    for joined in merged:
        first.merge_cells(joined)
    book.save(path)
    return path


def table(folder: Path, rows: Sequence[Any], merged: Sequence[str] = ()) -> Table:
    """The rows written into a workbook and read again."""
    return read_workbook(written(folder / "danh sách.xlsx", {"Sheet1": rows}, merged)).shown[0]
