"""The cells of a workbook as they stand: text, exact number, whether a formula; nothing of it is changed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal, InvalidOperation

from lxml import etree

from reports.excel.strings import SharedStrings
from reports.excel.xml import s, split_address
from reports.office_files.package_parts import OFFICE_RELS, Parts, only_part, parts_of_type, relationships
from reports.office_files.packages import parse_xml

WORKBOOK = "sổ tính Excel (.xlsx)"
_AS_EXCEL_COUNTS = Context(prec=15)  # a binary 0.07 may be written as 0.070000000000000007
_R_ID = f"{{{OFFICE_RELS}}}id"
_DATE_FORMATS = {*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)}
_NOT_CODE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_FIRST_DAY, _FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_DAY = 2_958_465


@dataclass(frozen=True)
class Cell:
    """One cell that holds something: its text as read in Vietnamese, its exact number (or None), its style."""

    sheet: str
    column: str
    row: int
    text: str
    number: Decimal | None
    formula: bool
    style: int

    @property
    def address(self) -> str:
        return f"{self.column}{self.row}"


@dataclass(frozen=True)
class SheetOfBook:
    """A worksheet of a workbook: its name, its part, whether a person sees it."""

    title: str
    part: str
    visible: bool


def book_sheets(parts: Parts, book: str, root: etree._Element | None = None) -> list[SheetOfBook]:
    """The worksheets in their order (no chart sheets)."""
    root = parse_xml(book, parts[book].content()) if root is None else root
    targets = {rel_id: target for rel_id, _, target in relationships(parts, book)}
    listed = [
        SheetOfBook(
            sheet.get("name") or "", targets.get(_rel_id(sheet), ""), (sheet.get("state") or "visible") == "visible"
        )
        for sheet in root.iter(s("sheet"))
    ]
    return [sheet for sheet in listed if sheet.part in parts and "chartsheets/" not in sheet.part]


def _rel_id(sheet: etree._Element) -> str:
    return sheet.get(_R_ID) or sheet.get("{http://purl.oclc.org/ooxml/officeDocument/relationships}id") or ""


class CellReader:
    """Reads the cells of one workbook."""

    def __init__(self, parts: Parts, book: str) -> None:
        self._parts = parts
        has_texts = parts_of_type(parts, "sharedStrings+xml")
        self._texts = SharedStrings(parts).texts if has_texts else []
        settings = parse_xml(book, parts[book].content()).find(s("workbookPr"))
        self._first_day = _FIRST_DAY_1904 if settings is not None and _on(settings.get("date1904")) else _FIRST_DAY
        styles = only_part(parts, "spreadsheetml.styles+xml", WORKBOOK)
        self._dates = date_styles(parse_xml(styles, parts[styles].content()))

    def cells(self, sheet: SheetOfBook) -> Iterator[Cell]:
        """The cells of one sheet that hold something, row by row. Raises UserError for a broken part."""
        root = parse_xml(sheet.part, self._parts[sheet.part].content())
        for element in root.iter(s("c")):
            cell = self._cell(sheet.title, element)
            if cell is not None:
                yield cell

    def _cell(self, sheet: str, element: etree._Element) -> Cell | None:
        address = element.get("r")
        if not address:
            return None
        column, row = split_address(address)
        formula = element.find(s("f")) is not None
        style = int(element.get("s") or 0)
        text, number = self._content(element, style)
        return Cell(sheet, column, row, text, number, formula, style) if text or formula else None

    def _content(self, element: etree._Element, style: int) -> tuple[str, Decimal | None]:
        kind, value = element.get("t") or "n", element.findtext(s("v")) or ""
        if kind == "s":
            place = int(value) if value.isdecimal() else len(self._texts)
            return (self._texts[place] if place < len(self._texts) else ""), None
        if kind == "inlineStr":
            return "".join(text.text or "" for text in element.iter(s("t"))), None
        number = _exact(value) if kind == "n" else None
        if number is None:
            return value, None
        if style in self._dates and 0 < number <= _LAST_DAY:
            return (self._first_day + timedelta(days=int(number))).strftime("%d/%m/%Y"), None
        return f"{number:f}".replace(".", ","), number


def _exact(value: str) -> Decimal | None:
    try:
        number = _AS_EXCEL_COUNTS.create_decimal(value)
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    plain = number.normalize(_AS_EXCEL_COUNTS)
    exponent = plain.as_tuple().exponent
    return plain.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else plain


def date_styles(root: etree._Element) -> frozenset[int]:
    """The numbers of the cell styles that show a day."""
    own: Mapping[int, str] = {
        int(entry.get("numFmtId") or 0): entry.get("formatCode") or "" for entry in root.iter(s("numFmt"))
    }
    formats = root.find(s("cellXfs"))
    found = []
    for number, style in enumerate([] if formats is None else formats):
        code = int(style.get("numFmtId") or 0)
        if code in _DATE_FORMATS or "y" in _NOT_CODE.sub("", own.get(code, "")).casefold():
            found.append(number)
    return frozenset(found)


def _on(value: str | None) -> bool:
    return value in ("1", "true", "on")
