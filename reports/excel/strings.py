"""The shared strings of a workbook: those of its template, and the texts that a filling adds."""

import re

from lxml import etree

from reports.excel.xml import S_NS, s
from reports.office_files.package_parts import Parts, add_part, parts_of_type
from reports.office_files.packages import pack, parse_xml, to_bytes
from reports.office_files.xml_text import escape
from reports.values import writable

_PART = "xl/sharedStrings.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_COUNTS = re.compile(r'\s(?:count|uniqueCount)="\d*"')  # both are optional, and a stale one is worse than none
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class SharedStrings:
    """The texts of one workbook by number."""

    def __init__(self, parts: Parts) -> None:
        self.name = parts_of_type(parts, "sharedStrings+xml")[0]
        self._root = parse_xml(self.name, parts[self.name].content())
        self.texts = ["".join(_texts(item)) for item in self._root]
        self._numbers: dict[str, int] = {}
        self._count = len(self._root)  # kept, since lxml counts children one by one

    def number(self, text: str) -> int:
        """The number of a text, which is added when it is new."""
        text = writable(text)
        if text not in self._numbers:
            item = etree.SubElement(etree.SubElement(self._root, s("si")), s("t"))
            item.text = text
            item.set(_SPACE, "preserve")
            self._numbers[text] = self._count
            self._count += 1
        return self._numbers[text]

    def write(self, parts: Parts) -> None:
        """Puts the texts, old and new, into the package."""
        for count in ("count", "uniqueCount"):  # both are optional, and a stale one is worse than none
            self._root.attrib.pop(count, None)
        parts[self.name] = pack(self.name, to_bytes(self._root))


class AddedStrings:
    """Texts added behind the shared strings of a workbook, whose own part is not read again for each filling."""

    def __init__(self, xml: str, count: int) -> None:
        """`xml`: the part as it lies; `count`: how many texts it has."""
        self._xml = xml
        self._count = count
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text, which is added when it is new here."""
        return self._numbers.setdefault(text, self._count + len(self._numbers))

    def written(self) -> bytes | None:
        """The part with the added texts, None when there are none."""
        if not self._numbers:
            return None
        added = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self._numbers)
        start, end = self._xml.index("<sst"), self._xml.rfind("</sst>")
        opening_end = self._xml.index(">", start)
        opening = _COUNTS.sub("", self._xml[start:opening_end].rstrip("/"))
        inside = self._xml[opening_end + 1 : end] if end > 0 else ""
        return f"{self._xml[:start]}{opening}>{inside}{added}</sst>".encode()


def give_shared_strings(parts: Parts, book: str) -> None:
    """Adds an empty part of shared strings to a workbook that has none."""
    if not parts_of_type(parts, "sharedStrings+xml"):
        add_part(parts, book, _PART, f'<sst xmlns="{S_NS}"/>'.encode(), "sharedStrings", _TYPE)


def _texts(item: etree._Element) -> list[str]:
    reading_aids = {text for aid in item.iter(s("rPh")) for text in aid.iter(s("t"))}
    return [text.text or "" for text in item.iter(s("t")) if text not in reading_aids]
