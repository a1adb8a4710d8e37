"""The door to Excel papers: fills an ordinary .xlsx template with tags in its cells and names what is printed.

Tags are those of the Word templates: `{{ name }}` in a cell; a row that holds `{%tr for row in rows %}` or
`{%tr endfor %}` (also `{%tr if … %}`) is a command and does not appear: the rows between are repeated or left
out. A cell that holds one tag and nothing else becomes a number when its value is a number, else a text.
Formulas follow their rows; a range over a repeated row grows with it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from lxml import etree

from reports.excel.cells import WORKBOOK, book_sheets
from reports.excel.followers import move_followers
from reports.excel.heights import text_styles
from reports.excel.models import SheetModel, compile_sheet
from reports.excel.moves import move_sheet
from reports.excel.prints import add_prints
from reports.excel.row_map import RowMap
from reports.excel.rows import FilledCell, Looks, SheetPrinting, rows_xml
from reports.excel.strings import SharedStrings, give_shared_strings
from reports.excel.styles import SheetStyles
from reports.excel.xml import s
from reports.office_files.package_parts import Parts, only_part, parts_of_type, remove_part, stamped
from reports.office_files.packages import open_package, pack, parse_xml, read_template, to_bytes, write_whole, zipped
from reports.prints import NOWHERE, Filled, PrintList, PrintStamp

MARK_TEXT = "MẪU – DỮ LIỆU MINH HỌA"
_ROWS_HERE = "<?sv rows?>"
_HEADERS = (("oddHeader", ""), ("evenHeader", "differentOddEven"), ("firstHeader", "differentFirst"))
_HEADER_ORDER = [s(name) for name in ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader")]
_AFTER_HEADER = ("rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
                 "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls",
                 "webPublishItems", "tableParts", "extLst")  # fmt: skip


@dataclass(frozen=True)
class BookTemplate:
    """A workbook template made ready once: parts, its sheets with tags, its styles' variants."""

    parts: Parts
    book: str
    sheets: tuple[SheetModel, ...]
    styles: SheetStyles


def fill_sheet(
    template: Path | bytes,
    context: Mapping[str, object],
    target: Path,
    *,
    stamp: PrintStamp,
    marked: bool = False,
    lenient: bool = False,
    kind: str = "",
) -> Filled:
    """Fills an Excel template and writes it to `target`, whole or not at all; the same input, the same bytes.

    `Number`, `Decimal` and whole numbers become exact numbers with as many decimals as they have (a number of
    more than 15 digits, which Excel would round, stays text); every other value becomes a text, also one that
    begins like a formula. What lies on the sheet or refers to it from elsewhere follows the rows that are repeated
    or left out. Values from records get a hidden defined name and a line on the hidden sheet `_sv`, which also
    keeps `kind`. `marked` puts MẪU at the top of every printed page. A `lenient` filling marks the cell of an unknown
    name and tells it in `faults`. Raises UserError as `filling.fill` does.
    """
    content, paper = fill_sheet_bytes(template, context, stamp=stamp, marked=marked, lenient=lenient, kind=kind)
    write_whole(target, content)
    return replace(paper, path=target)


def fill_sheet_bytes(
    template: Path | bytes,
    context: Mapping[str, object],
    *,
    stamp: PrintStamp,
    marked: bool = False,
    lenient: bool = False,
    kind: str = "",
) -> tuple[bytes, Filled]:
    """The bytes of a filled workbook, and what it printed, with the path NOWHERE. Raises as `fill_sheet`."""
    ready = prepare(read_template(template), marked)
    parts = stamped(ready.parts, stamp)
    prints, strings = PrintList(), SharedStrings(parts)
    printings = [SheetPrinting(sheet.literals) for sheet in ready.sheets]
    for sheet, printing in zip(ready.sheets, printings, strict=True):
        sheet.program.run(context, printing, lenient=lenient)
    maps = {
        sheet.title: RowMap([sheet.rows[model].number for model, _ in printing.rows], sheet.height)
        for sheet, printing in zip(ready.sheets, printings, strict=True)
    }
    filled: list[FilledCell] = []
    for sheet, printing in zip(ready.sheets, printings, strict=True):
        frame = parse_xml(sheet.part, parts[sheet.part].content())
        move_sheet(frame, sheet.title, maps)
        looks = Looks(ready.styles, strings.number, sheet.heights.points)
        written = "".join(rows_xml(sheet.rows, printing, maps, looks, prints, sheet.title, filled))
        xml = to_bytes(frame).replace(_ROWS_HERE.encode(), written.encode(), 1)
        parts[sheet.part] = pack(sheet.part, xml)
    book = parse_xml(ready.book, parts[ready.book].content())
    if any(rows.moved for rows in maps.values()):
        move_followers(parts, book, book_sheets(parts, ready.book, book), maps)
    add_prints(parts, ready.book, book, filled, kind)
    strings.write(parts)
    content = zipped(parts)
    faults = tuple(dict.fromkeys(fault for printing in printings for fault in printing.faults))
    return content, Filled(NOWHERE, hashlib.sha256(content).hexdigest(), tuple(prints.prints), faults=faults)


@lru_cache(maxsize=32)
def prepare(content: bytes, marked: bool = False) -> BookTemplate:
    """A workbook template compiled, kept by its content. Raises UserError as `fill_sheet` does."""
    parts = open_package(content)
    book = only_part(parts, "spreadsheetml.sheet.main+xml", WORKBOOK)
    for name in parts_of_type(parts, "calcChain+xml"):
        remove_part(parts, book, name)
    give_shared_strings(parts, book)
    texts = SharedStrings(parts).texts
    styles_name = only_part(parts, "spreadsheetml.styles+xml", WORKBOOK)
    styles_root = parse_xml(styles_name, parts[styles_name].content())
    wrapping = text_styles(styles_root)
    sheets = []
    for title, name in ((sheet.title, sheet.part) for sheet in book_sheets(parts, book)):
        root = parse_xml(name, parts[name].content())
        sheet = compile_sheet(title, name, root, texts, wrapping)
        if sheet is not None:
            sheets.append(sheet)
            _leave_room_for_rows(root)
        if marked:
            mark_pages(root)
        parts[name] = pack(name, to_bytes(root)) if sheet or marked else parts[name]
    _calculate_on_opening(parts, book)
    styles = SheetStyles(styles_root, set().union(*(sheet.value_styles() for sheet in sheets)))
    parts[styles_name] = pack(styles_name, to_bytes(styles_root))
    return BookTemplate(parts, book, tuple(sheets), styles)


def _leave_room_for_rows(root: etree._Element) -> None:
    data = root.find(s("sheetData"))
    if data is not None:
        for row in list(data):
            data.remove(row)
        data.text = None
        data.append(etree.ProcessingInstruction("sv", "rows"))
    for dimension in root.findall(s("dimension")):
        root.remove(dimension)


def _calculate_on_opening(parts: Parts, book: str) -> None:
    root = parse_xml(book, parts[book].content())
    settings = root.find(s("calcPr"))
    if settings is None:
        settings = etree.Element(s("calcPr"))
        before = [root.find(s(name)) for name in ("definedNames", "externalReferences", "functionGroups", "sheets")]
        next(element for element in before if element is not None).addnext(settings)
    settings.set("fullCalcOnLoad", "1")
    parts[book] = pack(book, to_bytes(root))


def mark_pages(root: etree._Element) -> None:
    """Puts the line MẪU in the middle of the page header, before what the template has there."""
    settings = root.find(s("headerFooter"))
    if settings is None:
        settings = etree.Element(s("headerFooter"))
        later = [child for child in root if child.tag in [s(name) for name in _AFTER_HEADER]]
        root.insert(root.index(later[0]) if later else len(root), settings)
    for place, (name, switch) in enumerate(_HEADERS):
        header = settings.find(s(name))
        if header is None and (not switch or settings.get(switch) in ("1", "true")):
            header = etree.Element(s(name))
            before = [child for child in settings if child.tag in _HEADER_ORDER[: place * 2 + 1]]
            settings.insert(len(before), header)
        if header is not None:
            left, middle, rest = (header.text or "").partition("&C")
            header.text = f"{left}&C{MARK_TEXT}" + ("\n" if middle and not rest.startswith("&R") else "") + rest
