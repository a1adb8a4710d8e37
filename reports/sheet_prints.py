"""What a filled workbook says of itself: hidden names for values, rows and columns, and the hidden sheet `_sv`.

Each line of `_sv` is one of: a printed value (its name `_sv…`, its cell, record, field, text, label, the records it
counts, and what its whole cell showed); a filled cell without a record (no name); a filled row (`_svb…`) or column
(`_svc…`), with the row or column of the template that it comes from. Names follow when rows and columns are
inserted, so that any filled cell can be found again where its row and its column lie now.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from lxml import etree

from reports.package_parts import OFFICE_RELS, Parts, add_part, free_name
from reports.packages import pack, to_bytes
from reports.sheet_cells import book_sheets
from reports.sheet_rows import FilledCell
from reports.sheet_xml import S_NS, s
from reports.values import writable
from reports.xml_text import escape

PRINTS_SHEET = "_sv"
ROW_NAME, COLUMN_NAME = "_svb", "_svc"
FIXED_ROW = "dòng "
"""How the slot of a row begins that a given form has but once: it is that row, whatever records stand in it."""
KIND = "kind"
NUMBER, TEXT = "số", "chữ"
HEAD = ("Mã", "Ô", "Bản ghi", "Trường", "Đã in", "Nhãn", "Gồm", "Cả ô", "Kiểu", "Dòng mẫu")
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SPECIAL = re.compile(r"[&<>\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_FAST = 1  # the list is long, and nobody waits to read it
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
                written.append(f'<definedName name="{line[0]}" hidden="1">{_reference(line[1])}</definedName>')
        names.append(etree.ProcessingInstruction("sv", "names"))
        _add_sheet(parts, name, book, lines, text_number)
    parts[name] = pack(name, to_bytes(book).replace(_NAMES_HERE, "".join(written).encode(), 1))


def _names(book: etree._Element) -> etree._Element:
    names = book.find(s("definedNames"))
    if names is not None:
        for name in list(names):
            if (name.get("name") or "").startswith(PRINTS_SHEET):
                names.remove(name)
    else:
        names = etree.Element(s("definedNames"))
        before = [book.find(s(tag)) for tag in ("externalReferences", "functionGroups", "sheets")]
        next(element for element in before if element is not None).addnext(names)
    return names


def _reference(place: str) -> str:
    """'Biểu'!$F$7 for Biểu!F7, 'Biểu'!$7:$7 for Biểu!7:7, 'Biểu'!$C:$C for Biểu!C:C; as XML."""
    sheet, _, address = place.rpartition("!")
    start, colon, end = address.partition(":")
    letters = start.rstrip("0123456789")
    fixed = f"${start}:${end}" if colon else f"${letters}${start[len(letters) :]}"
    return f"{_quoted(sheet)}!{fixed}"


def _cell_lines(filled: Sequence[FilledCell]) -> Iterator[Line]:
    for cell in filled:
        place = f"{cell.sheet}!{cell.column}{cell.row}"
        is_number = isinstance(cell.shown, Decimal)
        whole = f"{cell.shown:f}" if is_number else str(cell.shown)
        kind = NUMBER if is_number else TEXT
        for one in cell.prints:
            cell_text = "" if whole == one.text else whole
            yield one.id, place, one.record, one.field, one.text, one.what, " ".join(one.of), cell_text, kind, ""
        if not cell.prints:
            yield "", place, "", "", "", "", "", whole, kind, ""


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
    heads = zip(_COLUMNS, map(text_number, HEAD), strict=True)
    head = "".join(f'<c r="{column}1" t="s"><v>{number}</v></c>' for column, number in heads)
    data = f'<row r="1">{head}</row>' + "".join(_row_xml(number, row) for number, row in enumerate(lines, 2))
    xml = f'<worksheet xmlns="{S_NS}"><sheetData>{data}</sheetData></worksheet>'
    sheets = book.find(s("sheets"))
    if sheets is None:
        raise ValueError("a workbook without sheets")
    old = next((sheet.part for sheet in book_sheets(parts, name, book) if sheet.title == PRINTS_SHEET), "")
    if old:  # the paper of an earlier filling: its list is replaced
        parts[old] = pack(old, xml.encode(), _FAST)
        return
    part = free_name(parts, "xl/worksheets/sheet{}.xml")
    rel_id = add_part(parts, name, part, b"", "worksheet", _SHEET_TYPE)
    parts[part] = pack(part, xml.encode(), _FAST)
    number = max((int(sheet.get("sheetId") or 0) for sheet in sheets), default=0) + 1
    attributes = {"name": PRINTS_SHEET, "sheetId": str(number), "state": "veryHidden", f"{{{OFFICE_RELS}}}id": rel_id}
    etree.SubElement(sheets, s("sheet"), attributes, nsmap={"r": OFFICE_RELS})  # some readers know only `r:id`


def _row_xml(number: int, texts: Line) -> str:
    """A line; its texts stand in their cells, since hardly any is shared."""
    cells = "".join(
        f'<c r="{column}{number}" t="inlineStr"><is>{_text_xml(text)}</is></c>'
        for column, text in zip(_COLUMNS, texts, strict=True)
        if text
    )
    return f'<row r="{number}">{cells}</row>'


def _text_xml(text: str) -> str:
    if _SPECIAL.search(text):
        text = escape(writable(text))
    return f"<t>{text}</t>" if text == text.strip() else f'<t xml:space="preserve">{text}</t>'


@lru_cache(maxsize=64)
def _quoted(sheet: str) -> str:
    return escape("'" + sheet.replace("'", "''") + "'")
