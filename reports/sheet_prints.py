"""What a filled workbook says of itself: hidden names for values, rows and columns, and the hidden sheet `_sv`.

Each line of `_sv` is one of: a printed value (its name `_sv…`, its cell, record, field, text, label, the records it
counts, and what its whole cell showed); a filled cell without a record (no name); a filled row (`_svb…`) or column
(`_svc…`), with the row or column of the template that it comes from. Names follow when rows and columns are
inserted, so that any filled cell can be found again where its row and its column lie now.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from xml.sax.saxutils import escape

from lxml import etree

from reports.package_parts import OFFICE_RELS, Parts, add_part, free_name
from reports.packages import pack, to_bytes
from reports.prints import Print
from reports.sheet_cells import book_sheets
from reports.sheet_rows import FilledCell
from reports.sheet_xml import S_NS, s

PRINTS_SHEET = "_sv"
ROW_NAME, COLUMN_NAME = "_svb", "_svc"
KIND = "kind"
NUMBER, TEXT = "số", "chữ"
HEAD = ("Mã", "Ô", "Bản ghi", "Trường", "Đã in", "Nhãn", "Gồm", "Cả ô", "Kiểu", "Dòng mẫu")
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_CELL = re.compile(r"([A-Z]+)(\d+)")
_NAMES_HERE = b"<?sv names?>"
_COLUMNS = "ABCDEFGHIJ"
Line = tuple[str, str, str, str, str, str, str, str, str, str]


def add_prints(
    parts: Parts,
    name: str,
    book: etree._Element,
    filled: Sequence[FilledCell],
    text_number: Callable[[str], int],
    kind: str = "",
) -> None:
    """Adds the names and the sheet for these cells, if any, and writes the workbook part `name`.

    `kind` is the kind of paper; a line without a cell keeps it. `text_number` gives a shared text's number.
    """
    lines = [*_cell_lines(filled), *_row_lines(filled), *_column_lines(filled)]
    written: list[str] = []
    if lines:
        lines.append((KIND, "", "", "", kind, "", "", "", "", ""))
        names = _names(book)
        for line in lines:
            if line[0] and line[1]:
                sheet, _, address = line[1].rpartition("!")
                place = escape(f"{_quoted(sheet)}!{_fixed(address)}")
                written.append(f'<definedName name="{line[0]}" hidden="1">{place}</definedName>')
        names.append(etree.ProcessingInstruction("sv", "names"))
        _add_sheet(parts, name, book, lines, text_number)
    parts[name] = pack(name, to_bytes(book).replace(_NAMES_HERE, "".join(written).encode(), 1))


def _names(book: etree._Element) -> etree._Element:
    names = book.find(s("definedNames"))
    for name in [] if names is None else list(names):
        if (name.get("name") or "").startswith(PRINTS_SHEET):
            names.remove(name)
    if names is None:
        names = etree.Element(s("definedNames"))
        before = [book.find(s(tag)) for tag in ("externalReferences", "functionGroups", "sheets")]
        next(element for element in before if element is not None).addnext(names)
    return names


def _fixed(address: str) -> str:
    """$F$7 for F7, $7:$7 for 7:7, $C:$C for C:C."""
    cell = _CELL.fullmatch(address)
    return f"${cell[1]}${cell[2]}" if cell else ":".join(f"${end}" for end in address.split(":"))


def _cell_lines(filled: Sequence[FilledCell]) -> Iterator[Line]:
    for cell in filled:
        place = f"{cell.sheet}!{cell.column}{cell.row}"
        whole = f"{cell.shown:f}" if isinstance(cell.shown, Decimal) else cell.shown
        kind = NUMBER if isinstance(cell.shown, Decimal) else TEXT
        for one in cell.prints:
            yield one.id, place, one.record, one.field, one.text, one.what, _of(one), whole, kind, ""
        if not cell.prints:
            yield "", place, "", "", "", "", "", whole, kind, ""


def _of(one: Print) -> str:
    return " ".join(one.of)


def _row_lines(filled: Sequence[FilledCell]) -> Iterator[Line]:
    rows = {(cell.sheet, cell.row): cell.slot for cell in filled}
    for number, ((sheet, row), slot) in enumerate(rows.items(), 1):
        yield f"{ROW_NAME}{number}", f"{sheet}!{row}:{row}", "", "", "", "", "", "", "", slot


def _column_lines(filled: Sequence[FilledCell]) -> Iterator[Line]:
    columns = {(cell.sheet, cell.column): cell.model or cell.column for cell in filled}
    for number, ((sheet, column), model) in enumerate(columns.items(), 1):
        yield f"{COLUMN_NAME}{number}", f"{sheet}!{column}:{column}", "", "", "", "", "", "", "", model


def _add_sheet(
    parts: Parts, name: str, book: etree._Element, lines: Sequence[Line], text_number: Callable[[str], int]
) -> None:
    data = "".join(_row_xml(number, row, text_number) for number, row in enumerate((HEAD, *lines), 1))
    xml = f'<worksheet xmlns="{S_NS}"><sheetData>{data}</sheetData></worksheet>'
    sheets = book.find(s("sheets"))
    if sheets is None:
        raise ValueError("a workbook without sheets")
    old = next((sheet.part for sheet in book_sheets(parts, name, book) if sheet.title == PRINTS_SHEET), "")
    if old:  # the paper of an earlier filling: its list is replaced
        parts[old] = pack(old, xml.encode())
        return
    part = free_name(parts, "xl/worksheets/sheet{}.xml")
    rel_id = add_part(parts, name, part, xml.encode(), "worksheet", _SHEET_TYPE)
    number = max((int(sheet.get("sheetId") or 0) for sheet in sheets), default=0) + 1
    attributes = {"name": PRINTS_SHEET, "sheetId": str(number), "state": "veryHidden", f"{{{OFFICE_RELS}}}id": rel_id}
    etree.SubElement(sheets, s("sheet"), attributes, nsmap={"r": OFFICE_RELS})  # some readers know only `r:id`


def _row_xml(number: int, texts: Sequence[str], text_number: Callable[[str], int]) -> str:
    cells = (
        f'<c r="{column}{number}" t="s"><v>{text_number(text)}</v></c>'
        for column, text in zip(_COLUMNS, texts, strict=True)
        if text
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def _quoted(sheet: str) -> str:
    return "'" + sheet.replace("'", "''") + "'"
