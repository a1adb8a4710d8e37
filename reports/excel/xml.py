"""The names of SpreadsheetML that this room needs, and cell addresses."""

import re
from functools import lru_cache

S_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
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


@lru_cache(maxsize=1024)
def column_letters(number: int) -> str:
    """A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
