"""The door to Word papers: fills an ordinary .docx template with docxtpl's tags and anchors what is printed."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from reports.marking import watermark
from reports.package_parts import OFFICE_RELS, Parts, add_part, free_name, only_part, parts_of_type, stamped
from reports.packages import open_package, pack, parse_xml, read_template, write_whole, zipped
from reports.prints import Filled, PrintList, PrintStamp
from reports.word_finish import finished
from reports.word_parts import WordPart, compile_part
from reports.word_runs import WordPrinting
from reports.word_xml import w

PRINTS_NS = "urn:so-vang:prints:1"
_STORE_ID = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, PRINTS_NS)).upper() + "}"
_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_LABELS = {
    "document.main+xml": "thân văn bản",
    "header+xml": "đầu trang",
    "footer+xml": "chân trang",
    "footnotes+xml": "chú thích cuối trang",
    "endnotes+xml": "chú thích cuối văn bản",
}
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


@dataclass(frozen=True)
class WordTemplate:
    """A template made ready once: the parts as they lie, the programs of those with tags, where prints go."""

    parts: Parts
    programs: tuple[WordPart, ...]
    prints_name: str
    first_free_id: int


def fill(
    template: Path | bytes,
    context: Mapping[str, object],
    target: Path,
    *,
    stamp: PrintStamp,
    marked: bool = False,
) -> Filled:
    """Fills a Word template and writes it to `target`, whole or not at all; the same input, the same bytes.

    Values are texts, whole numbers, `Printed`, `Sentence` and `Number`; None prints nothing. Each value that
    comes from a record gets a hidden bookmark and a content control, and stands in the list of prints, which
    is also a custom XML part of the file. `marked` puts the watermark MẪU on every page.

    Raises UserError (in Vietnamese, with the place) for a template that is unsafe, broken or asks for an
    unknown name, and for a target that cannot be written.
    """
    ready = prepare(read_template(template), marked)
    prints = PrintList()
    ids = count(ready.first_free_id)
    parts = stamped(ready.parts, stamp)
    for part in ready.programs:
        printing = WordPrinting(part.name, part.run_properties, prints, ids)
        xml = finished(part.program.run(context, printing), part, ids)
        parts[part.name] = pack(part.name, (_DECLARATION + xml).encode())
    parts[ready.prints_name] = pack(ready.prints_name, _prints_part(prints))
    return Filled(target, write_whole(target, zipped(parts)), tuple(prints.prints))


@lru_cache(maxsize=32)
def prepare(content: bytes, marked: bool = False) -> WordTemplate:
    """A template compiled, kept by its content. Raises UserError as `fill` does."""
    parts = open_package(content)
    document = only_part(parts, "document.main+xml", "văn bản Word (.docx)")
    if marked:
        watermark(parts, document)
    roots = {
        name: (label, parse_xml(name, parts[name].content()))
        for ending, label in _LABELS.items()
        for name in parts_of_type(parts, ending)
    }
    highest = max((_highest_id(root) for _, root in roots.values()), default=0)
    compiled = (compile_part(name, label, root) for name, (label, root) in roots.items())
    programs = tuple(part for part in compiled if part is not None)
    return WordTemplate(parts, programs, _room_for_prints(parts, document), highest + 1)


def _highest_id(root: etree._Element) -> int:
    ids = (element.get(w("id")) for element in root.iter(w("bookmarkStart")))
    return max((int(number) for number in ids if number and number.isdigit()), default=0)


def _room_for_prints(parts: Parts, document: str) -> str:
    """The custom XML part for the list of prints: that of an earlier filling, or a new one."""
    for name in parts:
        if name.startswith("customXml/item") and PRINTS_NS.encode() in parts[name].content():
            return name
    name = free_name(parts, "customXml/item{}.xml")
    properties = free_name(parts, "customXml/itemProps{}.xml")
    add_part(parts, document, name, _prints_part(PrintList()), "customXml")
    store = (
        f"{_DECLARATION}<ds:datastoreItem ds:itemID={quoteattr(_STORE_ID)} xmlns:ds={quoteattr(_DATASTORE)}>"
        f"<ds:schemaRefs><ds:schemaRef ds:uri={quoteattr(PRINTS_NS)}/></ds:schemaRefs></ds:datastoreItem>"
    )
    add_part(parts, name, properties, store.encode(), f"{OFFICE_RELS}/customXmlProps", _PROPERTIES_TYPE)
    return name


def _prints_part(prints: PrintList) -> bytes:
    lines = [
        f"<print id={quoteattr(one.id)} record={quoteattr(one.record)} field={quoteattr(one.field)}"
        f" part={quoteattr(one.part)}{f' what={quoteattr(one.what)}' if one.what else ''}>{escape(one.text)}</print>"
        for one in prints.prints
    ]
    return f"{_DECLARATION}<prints xmlns={quoteattr(PRINTS_NS)}>{''.join(lines)}</prints>".encode()
