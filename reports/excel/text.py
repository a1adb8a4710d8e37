"""The XML of one worksheet cut at its cells, so that some cells are replaced and every other byte stays."""

import re
from bisect import insort
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from reports.excel.xml import S_NS, column_letters, column_number, s, split_address
from ward.errors import UserError

_ROW = re.compile(r"<row(?=[\s/>])[^>]*?(?:/>|>.*?</row>)", re.DOTALL)
_CELL = re.compile(r"<c(?=[\s/>])[^>]*?(?:/>|>.*?</c>)", re.DOTALL)
_NUMBER = re.compile(r'\sr="(\d+)"')
_ADDRESS = re.compile(r'\sr="([A-Z]+)(\d+)"')
_STYLE = re.compile(r'<c[^>]*?\ss="(\d+)"')
_SPANS = re.compile(r'\sspans="[^"]*"')
_RESULT = re.compile(r"<v>[^<]*</v>|<v/>|<is>.*?</is>", re.DOTALL)
_RESULT_TYPE = re.compile(r'^(<c[^>]*?)\st="[^"]*"')
_ROW_STYLE = re.compile(r'<row[^>]*?\ss="(\d+)"')
_DIMENSION = re.compile(r'(<dimension\s+ref=")([A-Z]+\d+(?::[A-Z]+\d+)?)(")')


class Spot(NamedTuple):
    """How a cell's XML begins, its style, whether a formula stands there, the letters of its column."""

    opening: str
    style: int
    is_formula: bool
    letters: str


@dataclass(frozen=True)
class RowText:
    """A row: its opening tag, and its cells as they are written, by column number."""

    opening: str
    cells: Mapping[int, str]
    whole: str


class SheetText:
    """A worksheet's text: what stands before and after the rows, and the rows by number."""

    def __init__(self, xml: str, root: etree._Element) -> None:
        """`root`: the same XML parsed. Raises UserError for a sheet that is not written as Office programs do."""
        opening = xml.find("<sheetData")
        start = xml.find(">", opening) + 1
        end = xml.find("</sheetData>")
        if root.nsmap.get(None) != S_NS or opening < 0 or (end < 0 and xml[start - 2] != "/"):
            raise _unusual()
        if end < 0:  # no row at all
            xml = f"{xml[: start - 2]}></sheetData>{xml[start:]}"
            start = start - 1
            end = start
        self.head, self.tail = xml[:start], xml[end:]
        self.rows = {}
        self._spots: dict[tuple[int, int], Spot] = {}
        for found in _ROW.finditer(xml, start, end):
            number, row = _row(found.group())
            self.rows[number] = row
        counted = sum(len(row.cells) for row in self.rows.values())
        if counted != sum(1 for _ in root.iter(s("c"))) or len(self.rows) != sum(1 for _ in root.iter(s("row"))):
            raise _unusual()

    def cell(self, row: int, column: int) -> str:
        """The cell as it is written, "" where there is none."""
        found = self.rows.get(row)
        return found.cells.get(column, "") if found else ""

    def style(self, row: int, column: int) -> int:
        """The number of the style that a cell has, or that its row gives to new cells."""
        found = _STYLE.match(self.cell(row, column))
        if found is None and row in self.rows:
            found = _ROW_STYLE.match(self.rows[row].opening)
        return int(found[1]) if found else 0

    def spot(self, row: int, column: int) -> Spot:
        """A cell as it is filled; looked up once."""
        known = self._spots.get((row, column))
        if known is None:
            style = self.style(row, column)
            letters = column_letters(column)
            opening = f'<c r="{letters}{row}"' + (f' s="{style}"' if style else "")
            known = self._spots[row, column] = Spot(opening, style, "<f" in self.cell(row, column), letters)
        return known

    def with_cells(self, changes: Mapping[int, Mapping[int, str]]) -> str:
        """The XML with these cells (by row and column number) in place of what stands there."""
        numbers = list(self.rows)
        for number in changes.keys() - self.rows.keys():
            insort(numbers, number)
        written = [_widened(self.head, changes)]
        for number in numbers:
            row = self.rows.get(number)
            if number not in changes:
                written.append(row.whole if row else "")
            elif row is None:
                written.append(_row_xml(f'<row r="{number}">', changes[number]))
            else:
                new = changes[number].keys() - row.cells.keys()
                opening = _SPANS.sub("", row.opening) if new else row.opening
                cells = {**row.cells, **changes[number]}
                written.append(_row_xml(opening, dict(sorted(cells.items())) if new else cells))
        written.append(self.tail)
        return "".join(written)


def without_results(xml: str) -> str:
    """The sheet without the results that formulas had, so that every program works them out anew."""

    def cell(found: re.Match[str]) -> str:
        written = found.group()
        if "<f" not in written or not _RESULT.search(written):
            return written
        return _RESULT_TYPE.sub(r"\1", _RESULT.sub("", written))

    return _CELL.sub(cell, xml)


def _row(whole: str) -> tuple[int, RowText]:
    closed = whole.endswith("/>") and ">" not in whole[:-1]
    opening = whole[:-2].rstrip() + ">" if closed else whole[: whole.index(">") + 1]
    number = _NUMBER.search(opening)
    cells = {}
    for found in _CELL.finditer(whole, len(opening)):
        address = _ADDRESS.search(found.group())
        if address is None:
            raise _unusual()
        cells[column_number(address[1])] = found.group()
    if number is None:
        raise _unusual()
    return int(number[1]), RowText(opening, cells, whole)


def _row_xml(opening: str, cells: Mapping[int, str]) -> str:
    return f"{opening}{''.join(cells.values())}</row>"


def _widened(head: str, changes: Mapping[int, Mapping[int, str]]) -> str:
    """The opening with the used area grown over the new cells, where they lie outside it."""
    found = _DIMENSION.search(head)
    if found is None or not changes:
        return head
    start, _, end = found[2].partition(":")
    (left, top), (right, bottom) = split_address(start), split_address(end or start)
    columns = [column_number(left), column_number(right), *(column for row in changes.values() for column in row)]
    rows = [top, bottom, *changes]
    area = f"{column_letters(min(columns))}{min(rows)}:{column_letters(max(columns))}{max(rows)}"
    return head if ":" not in found[2] and area == f"{start}:{start}" else _DIMENSION.sub(rf"\g<1>{area}\g<3>", head)


def _unusual() -> UserError:
    return UserError("Tệp Excel này được ghi theo kiểu lạ. Hãy mở nó bằng Excel và lưu lại kiểu .xlsx rồi thử lại.")
