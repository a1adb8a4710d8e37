"""An official form read once: its parts, its names, its sheets cut at their cells."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lxml import etree

from reports.excel.cells import WORKBOOK, book_sheets
from reports.excel.official_places import Area, named_areas
from reports.excel.official_rows import Merges
from reports.excel.official_values import first_day
from reports.excel.prints import PrintsRoom, room_for_prints
from reports.excel.strings import SharedStrings, give_shared_strings
from reports.excel.text import SheetText, without_results
from reports.excel.xml import s
from reports.office_files.package_parts import Parts, only_part, parts_of_type, remove_part
from reports.office_files.packages import Part, open_package, pack, parse_xml, to_bytes


@dataclass(frozen=True)
class OfficialForm:
    """A form read once: its parts with formulas to be worked out anew, its names, the part of each sheet.

    `texts`: the part of shared texts (its name is `strings`) as it lies, and how many it has.
    """

    parts: Parts
    book: str
    named: Mapping[str, Area]
    sheets: Mapping[str, str]
    styles: str
    strings: str
    texts: tuple[str, int]
    first_day: dt.date

    def sheet(self, title: str) -> tuple[SheetText, Merges]:
        """The text of a sheet and its merged cells; read once."""
        part = self.sheets[title]
        return _sheet(part, self.parts[part])

    @cached_property
    def room(self) -> PrintsRoom:
        """The form with room for what a filling says of itself; made once."""
        return room_for_prints(self.parts, self.book, parse_xml(self.book, self.parts[self.book].content()))


@lru_cache(maxsize=16)
def read_form(content: bytes) -> OfficialForm:
    """A form made ready, kept by its content. Raises UserError for what is no sound .xlsx."""
    parts = open_package(content)
    book = only_part(parts, "spreadsheetml.sheet.main+xml", WORKBOOK)
    for name in parts_of_type(parts, "calcChain+xml"):
        remove_part(parts, book, name)
    give_shared_strings(parts, book)
    root = parse_xml(book, parts[book].content())
    _calculate_on_opening(root)
    parts[book] = pack(book, to_bytes(root))
    sheets = {sheet.title: sheet.part for sheet in book_sheets(parts, book, root)}
    for name in sheets.values():
        written = parts[name].content()
        fresh = without_results(written.decode("utf-8")).encode() if b"<f" in written else written
        parts[name] = pack(name, fresh) if fresh != written else parts[name]
    strings = SharedStrings(parts)
    text = parts[strings.name].content().decode("utf-8")
    texts = text, len(strings.texts)
    styles = only_part(parts, "spreadsheetml.styles+xml", WORKBOOK)
    return OfficialForm(parts, book, named_areas(root), sheets, styles, strings.name, texts, first_day(root))


def _calculate_on_opening(root: etree._Element) -> None:
    settings = root.find(s("calcPr"))
    if settings is None:
        settings = etree.Element(s("calcPr"))
        before = [root.find(s(name)) for name in ("definedNames", "externalReferences", "functionGroups", "sheets")]
        next(element for element in before if element is not None).addnext(settings)
    settings.set("fullCalcOnLoad", "1")


@lru_cache(maxsize=32)
def _sheet(name: str, part: Part) -> tuple[SheetText, Merges]:
    content = part.content()
    root = parse_xml(name, content)
    return SheetText(content.decode("utf-8"), root), Merges(root)
