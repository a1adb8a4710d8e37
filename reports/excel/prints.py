"""What a filled workbook says of itself: hidden names for values, rows and columns, and the hidden sheet `_sv`.

Each line of `_sv` is one of: a printed value (its name `_sv…`, its cell, record, field, text, label, the records it
counts, and what its whole cell showed); a filled cell without a record (no name); a filled row (`_svb…`) or column
(`_svc…`), with the row or column of the template that it comes from. Names follow when rows and columns are
inserted, so that any filled cell can be found again where its row and its column lie now.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from reports.excel.cells import book_sheets
from reports.excel.lines import COLUMN_NAME, HEAD, KIND, NUMBER, ROW_NAME, TEXT, FilledPlace, TraceLines
from reports.excel.rows import FilledCell
from reports.excel.xml import S_NS, s
from reports.office_files.package_parts import OFFICE_RELS, Parts, add_part, free_name
from reports.office_files.packages import pack, to_bytes
from reports.prints import Print

__all__ = ["COLUMN_NAME", "FIXED_ROW", "HEAD", "KIND", "NUMBER", "PRINTS_SHEET", "ROW_NAME", "PrintsRoom",
           "add_prints", "room_for_prints"]  # fmt: skip
PRINTS_SHEET = "_sv"
FIXED_ROW = "dòng "
"""How the slot of a row begins that a given form has but once: it is that row, whatever records stand in it."""
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_FAST = 1  # the list is long, and nobody waits to read it
_NAMES_HERE = b"<?sv names?>"


@dataclass(frozen=True)
class PrintsRoom:
    """A workbook with room for its prints: its parts, the part of the hidden sheet, the workbook around the names."""

    parts: Parts
    book: str
    sheet: str
    before: bytes
    after: bytes

    def with_lines(self, lines: TraceLines) -> Parts:
        """The parts of the hidden sheet and of the workbook, to be put among the others."""
        rows = f'<worksheet xmlns="{S_NS}"><sheetData>{"".join(lines.rows)}</sheetData></worksheet>'
        book = b"".join((self.before, "".join(lines.names).encode(), self.after))
        return {self.book: pack(self.book, book, _FAST), self.sheet: pack(self.sheet, rows.encode(), _FAST)}


def add_prints(parts: Parts, name: str, book: etree._Element, filled: Sequence[FilledCell], kind: str = "") -> None:
    """Adds the names and the sheet for these cells, if any, and writes the workbook part `name`.

    `kind` is the kind of paper; a line without a cell keeps it.
    """
    if not filled:
        parts[name] = pack(name, to_bytes(book))
        return
    lines = TraceLines()
    lines.add([_place(cell) for cell in filled], lambda one: one.id)
    lines.end(kind)
    room = room_for_prints(parts, name, book)
    parts.update(room.parts)
    parts.update(room.with_lines(lines))


def room_for_prints(parts: Parts, name: str, book: etree._Element) -> PrintsRoom:
    """The workbook with an empty hidden sheet, or that of an earlier filling, and without the names of that one."""
    parts = dict(parts)
    names = _names(book)
    names.append(etree.ProcessingInstruction("sv", "names"))
    sheet = _sheet(parts, name, book)
    before, after = to_bytes(book).split(_NAMES_HERE)
    return PrintsRoom(parts, name, sheet, before, after)


def _place(cell: FilledCell) -> FilledPlace[Print]:
    is_number = isinstance(cell.shown, Decimal)
    whole, kind = (f"{cell.shown:f}", NUMBER) if is_number else (str(cell.shown), TEXT)
    prints = tuple((one.text, one) for one in cell.prints)
    return cell.sheet, cell.column, cell.row, whole, kind, prints, cell.slot, cell.model or cell.column


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


def _sheet(parts: Parts, name: str, book: etree._Element) -> str:
    """The part of the hidden sheet: the one of an earlier filling, else a new one."""
    sheets = book.find(s("sheets"))
    if sheets is None:
        raise ValueError("a workbook without sheets")
    old = next((sheet.part for sheet in book_sheets(parts, name, book) if sheet.title == PRINTS_SHEET), "")
    if old:
        return old
    part = free_name(parts, "xl/worksheets/sheet{}.xml")
    rel_id = add_part(parts, name, part, b"", "worksheet", _SHEET_TYPE)
    number = max((int(sheet.get("sheetId") or 0) for sheet in sheets), default=0) + 1
    attributes = {"name": PRINTS_SHEET, "sheetId": str(number), "state": "veryHidden", f"{{{OFFICE_RELS}}}id": rel_id}
    etree.SubElement(sheets, s("sheet"), attributes, nsmap={"r": OFFICE_RELS})  # some readers know only `r:id`
    return part
