"""References in formulas and names of a whole workbook that follow the rows of the sheets that were filled."""

import re
from collections.abc import Mapping

from reports.excel.row_map import RowMap
from reports.excel.xml import column_letters, column_number

LAST_ROW = 1_048_576
"""The last row of any sheet: what refers to rows that are not there refers to its empty cells instead."""
_TOKEN = re.compile(
    r'"(?:[^"]|"")*"'
    r"|\[\d+\][^\s!,;()]*!\$?[A-Z]{1,3}\$?\d+"  # a cell of another workbook
    r"|(?P<sheet>'(?:[^']|'')+'!|[^\W\d][\w.]*!)?"
    r"(?:(?<![\w.$'\]])|(?<=!))"
    r"(?:(?P<c1>\$?[A-Z]{1,3})(?P<r1>\$?[1-9]\d{0,6})(?::(?P<c2>\$?[A-Z]{1,3})(?P<r2>\$?[1-9]\d{0,6}))?"
    r"|(?P<from>\$?[1-9]\d{0,6}):(?P<to>\$?[1-9]\d{0,6}))(?![\w(!.])"
    r"|\[(?:[^\[\]]|\[[^\]]*\])*\]"  # a column of a table
)
Maps = Mapping[str, RowMap]


def follow(formula: str, here: str, maps: Maps, row: int = 0) -> str:
    """The formula with its references where their rows came to lie; `maps`: by the name of each sheet that moved.

    A formula that stands in row `row` of sheet `here` refers to the nearest copy of a repeated row, else to the
    first; a range takes all copies. A reference to rows that are not printed refers to empty cells: a sum over
    nothing is nothing, and never the row that moved up in its place.
    """

    def moved(found: re.Match[str]) -> str:
        sheet = found["sheet"] or ""
        rows = maps.get(sheet_name(sheet[:-1]) if sheet else here)
        if rows is None or not (found["c1"] or found["from"]):
            return found.group()
        if found["from"]:
            first, last = _span(rows, _number(found["from"]), _number(found["to"]))
            return f"{sheet}{_like(found['from'], first)}:{_like(found['to'], last)}"
        if found["c2"] is None:
            return f"{sheet}{found['c1']}{_like(found['r1'], _one(rows, _number(found['r1']), row, not sheet))}"
        first, last = _span(rows, _number(found["r1"]), _number(found["r2"]))
        return f"{sheet}{found['c1']}{_like(found['r1'], first)}:{found['c2']}{_like(found['r2'], last)}"

    return _TOKEN.sub(moved, formula)


def shifted(formula: str, columns: int, rows: int) -> str:
    """The formula as Excel copies it so many columns and rows further; what has a `$` stays."""

    def cell(column: str, row: str) -> str:
        letters = column if column.startswith("$") else column_letters(column_number(column) + columns)
        return letters + (row if row.startswith("$") else str(int(row) + rows))

    def moved(found: re.Match[str]) -> str:
        if found["c1"] is None:
            return found.group()
        end = ":" + cell(found["c2"], found["r2"]) if found["c2"] else ""
        return (found["sheet"] or "") + cell(found["c1"], found["r1"]) + end

    return _TOKEN.sub(moved, formula)


def rows_referred(formula: str) -> set[int]:
    """The rows of its own sheet that a formula names without `$`."""
    return {
        int(row)
        for found in _TOKEN.finditer(formula)
        if not found["sheet"]
        for row in (found["r1"], found["r2"])
        if row and not row.startswith("$")
    }


def sheet_name(written: str) -> str:
    """A sheet's name as it is, from how a reference writes it: 'Biểu ''A''' → Biểu 'A'."""
    return written[1:-1].replace("''", "'") if written.startswith("'") else written


def follow_range(reference: str, rows: RowMap) -> str:
    """The cells A5:C7 of a sheet where they came to lie, "" when none of their rows is printed."""
    start, _, end = reference.replace("$", "").partition(":")
    (left, top), (right, bottom) = _parts(start), _parts(end or start)
    if not (top and bottom):
        return reference
    first, last = _span(rows, int(top), int(bottom))
    if first == LAST_ROW:
        return ""
    return f"{left}{first}" if left == right and first == last and not end else f"{left}{first}:{right}{last}"


def follow_ranges(references: str, rows: RowMap) -> str:
    """Several ranges, as conditions and checks list them; those that are gone left out."""
    return " ".join(moved for one in references.split() if (moved := follow_range(one, rows)))


def _parts(cell: str) -> tuple[str, str]:
    letters = cell.rstrip("0123456789")
    return letters, cell[len(letters) :]


def _one(rows: RowMap, model: int, row: int, same_sheet: bool) -> int:
    if model <= rows.height and not rows.all(model):
        return LAST_ROW
    return rows.nearest(model, row) if row and same_sheet else rows.first(model)


def _span(rows: RowMap, top: int, bottom: int) -> tuple[int, int]:
    if bottom >= LAST_ROW:  # a whole column
        return rows.first(top), bottom
    first, last = rows.first(top), rows.last(bottom)
    return (first, last) if first <= last else (LAST_ROW, LAST_ROW)


def _number(row: str) -> int:
    return int(row.lstrip("$"))


def _like(written: str, row: int) -> str:
    return f"${row}" if written.startswith("$") else str(row)
