"""The names of SpreadsheetML that this room needs, cell addresses, and references that follow their rows."""

import re
from collections.abc import Callable

S_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REFERENCE = re.compile(
    r'"(?:[^"]|"")*"|(?<![A-Za-z0-9_.!\'])'
    r"(?P<c1>\$?[A-Z]{1,3})(?P<r1>\$?[1-9]\d{0,6})(?::(?P<c2>\$?[A-Z]{1,3})(?P<r2>\$?[1-9]\d{0,6}))?(?![A-Za-z0-9_(!.])"
)
_ADDRESS = re.compile(r"([A-Z]+)(\d+)\Z")


def s(name: str) -> str:
    """The full name of an element of SpreadsheetML."""
    return f"{{{S_NS}}}{name}"


def split_address(address: str) -> tuple[str, int]:
    """Column letters and row number of an address such as F7."""
    found = _ADDRESS.match(address)
    if not found:
        raise ValueError(f"not a cell's address: {address!r}")
    return found[1], int(found[2])


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for character in letters:
        number = number * 26 + ord(character) - 64
    return number


def column_letters(number: int) -> str:
    """A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def with_rows(
    formula: str, one: Callable[[int], int], first: Callable[[int], int], last: Callable[[int], int]
) -> str:
    """The formula (or range) with its row numbers mapped: those of single cells, of a range's ends."""

    def moved(found: re.Match[str]) -> str:
        if found["c1"] is None:
            return found.group()
        if found["c2"] is None:
            return found["c1"] + _row(found["r1"], one)
        return f"{found['c1']}{_row(found['r1'], first)}:{found['c2']}{_row(found['r2'], last)}"

    return _REFERENCE.sub(moved, formula)


def shifted(formula: str, columns: int, rows: int) -> str:
    """The formula as Excel copies it so many columns and rows further; what has a `$` stays."""

    def moved(found: re.Match[str]) -> str:
        if found["c1"] is None:
            return found.group()
        written = _column(found["c1"], columns) + _row(found["r1"], lambda row: row + rows, keep="$")
        if found["c2"] is not None:
            written += ":" + _column(found["c2"], columns) + _row(found["r2"], lambda row: row + rows, keep="$")
        return written

    return _REFERENCE.sub(moved, formula)


def _row(row: str, moved: Callable[[int], int], keep: str = "") -> str:
    if keep and row.startswith(keep):
        return row
    return ("$" if row.startswith("$") else "") + str(moved(int(row.lstrip("$"))))


def _column(column: str, by: int) -> str:
    return column if column.startswith("$") else column_letters(column_number(column) + by)
