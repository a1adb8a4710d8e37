"""Defined names of a filled workbook: those of the template follow their rows, those of the prints are added."""

import re
from collections.abc import Sequence

from lxml import etree

from reports.package_parts import OFFICE_RELS, Parts, add_part, free_name
from reports.packages import pack, to_bytes
from reports.prints import Print
from reports.sheet_rows import RowMap
from reports.sheet_strings import SharedStrings
from reports.sheet_xml import S_NS, s

PRINTS_SHEET = "_sv"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_ROW_RANGE = re.compile(r"\$(\d+):\$(\d+)\Z")
_CELL_RANGE = re.compile(r"\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?\Z")
_HEAD = ("Mã", "Ô", "Bản ghi", "Trường", "Đã in", "Nhãn")


def follow_rows(book: etree._Element, sheet: str, rows: RowMap) -> None:
    """Print areas, print titles and other names of one sheet, moved to where its rows came to lie."""
    for name in book.iter(s("definedName")):
        name.text = ",".join(_moved(one, sheet, rows) for one in (name.text or "").split(","))


def _moved(reference: str, sheet: str, rows: RowMap) -> str:
    owner, _, place = reference.rpartition("!")
    if owner not in (sheet, _quoted(sheet)):
        return reference
    whole_rows = _ROW_RANGE.match(place)
    if whole_rows:
        return f"{owner}!${rows.first(int(whole_rows[1]))}:${rows.last(int(whole_rows[2]))}"
    cells = _CELL_RANGE.match(place)
    if not cells:
        return reference
    end = f":${cells[3]}${rows.last(int(cells[4]))}" if cells[3] else ""
    return f"{owner}!${cells[1]}${rows.first(int(cells[2]))}{end}"


def add_prints(
    parts: Parts, name: str, book: etree._Element, prints: Sequence[Print], strings: SharedStrings
) -> None:
    """A hidden name for each printed value, and the hidden sheet `_sv` that lists them; writes the workbook."""
    if prints:
        names = book.find(s("definedNames"))
        if names is None:
            names = etree.Element(s("definedNames"))
            before = [book.find(s(tag)) for tag in ("externalReferences", "functionGroups", "sheets")]
            next(element for element in before if element is not None).addnext(names)
        for one in prints:
            sheet, _, address = one.part.rpartition("!")
            column, row = re.fullmatch(r"([A-Z]+)(\d+)", address).groups()  # type: ignore[union-attr]
            entry = etree.SubElement(names, s("definedName"), {"name": one.id, "hidden": "1"})
            entry.text = f"{_quoted(sheet)}!${column}${row}"
        _add_sheet(parts, name, book, prints, strings)
    parts[name] = pack(name, to_bytes(book))


def _add_sheet(
    parts: Parts, name: str, book: etree._Element, prints: Sequence[Print], strings: SharedStrings
) -> None:
    sheets = book.find(s("sheets"))
    if sheets is None:
        raise ValueError("a workbook without sheets")
    part = free_name(parts, "xl/worksheets/sheet{}.xml")
    rows = [_HEAD, *((p.id, p.part, p.record, p.field, p.text, p.what) for p in prints)]
    data = "".join(_row_xml(number, row, strings) for number, row in enumerate(rows, 1))
    xml = f'<worksheet xmlns="{S_NS}"><sheetData>{data}</sheetData></worksheet>'
    rel_id = add_part(parts, name, part, xml.encode(), "worksheet", _SHEET_TYPE)
    number = max((int(sheet.get("sheetId") or 0) for sheet in sheets), default=0) + 1
    attributes = {"name": PRINTS_SHEET, "sheetId": str(number), "state": "veryHidden", f"{{{OFFICE_RELS}}}id": rel_id}
    etree.SubElement(sheets, s("sheet"), attributes, nsmap={"r": OFFICE_RELS})  # some readers know only `r:id`


def _row_xml(number: int, texts: Sequence[str], strings: SharedStrings) -> str:
    cells = (
        f'<c r="{column}{number}" t="s"><v>{strings.number(text)}</v></c>'
        for column, text in zip("ABCDEF", texts, strict=True)
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def _quoted(sheet: str) -> str:
    return "'" + sheet.replace("'", "''") + "'"
