"""The shared strings of a workbook: those of its template, and the texts that a filling adds."""

from lxml import etree

from reports.package_parts import Parts, add_part, parts_of_type
from reports.packages import pack, parse_xml, to_bytes
from reports.sheet_xml import S_NS, s
from reports.values import writable

_PART = "xl/sharedStrings.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class SharedStrings:
    """The texts of one workbook by number."""

    def __init__(self, parts: Parts) -> None:
        self._name = parts_of_type(parts, "sharedStrings+xml")[0]
        self._root = parse_xml(self._name, parts[self._name].content())
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
        parts[self._name] = pack(self._name, to_bytes(self._root))


def give_shared_strings(parts: Parts, book: str) -> None:
    """Adds an empty part of shared strings to a workbook that has none."""
    if not parts_of_type(parts, "sharedStrings+xml"):
        add_part(parts, book, _PART, f'<sst xmlns="{S_NS}"/>'.encode(), "sharedStrings", _TYPE)


def _texts(item: etree._Element) -> list[str]:
    reading_aids = {text for aid in item.iter(s("rPh")) for text in aid.iter(s("t"))}
    return [text.text or "" for text in item.iter(s("t")) if text not in reading_aids]
