"""The door to Word papers: fills an ordinary .docx template with docxtpl's tags and anchors what is printed."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from pathlib import Path

from lxml import etree

from reports.language import Program
from reports.later import Later
from reports.office_files.package_parts import (
    OFFICE_RELS,
    Parts,
    add_part,
    free_name,
    only_part,
    parts_of_type,
    stamped,
)
from reports.office_files.packages import open_package, pack, parse_xml, read_template, write_whole, zipped
from reports.office_files.xml_text import quoteattr
from reports.prints import NOWHERE, Filled, Print, PrintStamp
from reports.word.finish import DRAWING_NAME
from reports.word.making import Making
from reports.word.marking import watermark
from reports.word.parts import WordPart, compile_part
from reports.word.properties import compile_properties, fill_properties
from reports.word.trace_part import OLD_PRINTS_NS, PRINTS_NS, Trace, prints_in, read_trace
from reports.word.xml import w

_STORE_ID = "{C3410CD4-3B34-5012-A3A7-4AE09F27F6A9}"  # the version 5 UUID of PRINTS_NS as a URL
_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_LABELS = {
    "document.main+xml": "thân văn bản",
    "header+xml": "đầu trang",
    "footer+xml": "chân trang",
    "footnotes+xml": "chú thích cuối trang",
    "endnotes+xml": "chú thích cuối văn bản",
}
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


@dataclass(frozen=True)
class WordTemplate:
    """A template made ready once: the parts as they lie, the programs of those with tags, where prints go."""

    parts: Parts
    programs: tuple[WordPart, ...]
    properties: tuple[tuple[str, Program], ...]
    prints_name: str
    first_free_id: int

    @property
    def fixed(self) -> str:
        """The template's own texts with figures, for the trace."""
        return "".join(line for part in self.programs for line in part.blocks.fixed)


def fill(
    template: Path | bytes,
    context: Mapping[str, object],
    target: Path,
    *,
    stamp: PrintStamp,
    marked: bool = False,
    lenient: bool = False,
    kind: str = "",
) -> Filled:
    """Fills a Word template and writes it to `target`, whole or not at all; the same input, the same bytes.

    Values are texts, whole numbers, `Printed`, `Sentence`, `Number` and `Image`; None prints nothing. Each value that
    comes from a record gets a hidden bookmark and a content control, and stands in the trace of the paper, a
    custom XML part of the file, in the words of its paragraph or row (a block with a bookmark of its own).
    `marked` puts the watermark MẪU on every page; `kind` is the kind of paper, for its trace. A `lenient`
    filling marks an unknown name in the paper and tells it in `faults`, where a strict one stops.

    Raises UserError (in Vietnamese, with the place) for a template that is unsafe, broken or asks for an
    unknown name, and for a target that cannot be written.
    """
    content, paper = fill_bytes(template, context, stamp=stamp, marked=marked, lenient=lenient, kind=kind)
    write_whole(target, content)
    return replace(paper, path=target)


def fill_bytes(
    template: Path | bytes,
    context: Mapping[str, object],
    *,
    stamp: PrintStamp,
    marked: bool = False,
    lenient: bool = False,
    kind: str = "",
) -> tuple[bytes, Filled]:
    """The bytes of a filled template, and what it printed, with the path NOWHERE. Raises UserError as `fill`."""
    ready = prepare(read_template(template), marked)
    making = Making(count(ready.first_free_id), lenient)
    parts = stamped(_with_properties(ready, context, making), stamp)
    for part in ready.programs:
        parts[part.name] = pack(part.name, (DECLARATION + making.xml_of(part, context)).encode())
    making.pictures.put_into(parts)
    written = (DECLARATION + making.trace.xml(kind, stamp, ready.fixed)).encode()
    parts[ready.prints_name] = pack(ready.prints_name, written)
    content = zipped(parts)
    return content, _filled(content, written, (*making.faults, *making.pictures.faults))


def _with_properties(ready: WordTemplate, context: Mapping[str, object], making: Making) -> Parts:
    """The parts, with the tags in the file's properties filled."""
    parts = ready.parts
    for name, program in ready.properties:
        xml, faults = fill_properties(program, context, making.lenient)
        making.faults += faults
        parts = {**parts, name: pack(name, (DECLARATION + xml).encode())}
    return parts


def _filled(content: bytes, trace: bytes, faults: tuple[str, ...]) -> Filled:
    def prints() -> Iterator[Print]:
        blocks, loose, _ = read_trace(trace)
        return prints_in(blocks, loose)

    digest = hashlib.sha256(content).hexdigest()
    return Filled(NOWHERE, digest, Later(prints), Later(lambda: read_trace(trace)[0]), faults)


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
    _number_drawings([root for _, root in roots.values()])
    highest = _highest_id(root for _, root in roots.values())
    compiled = (compile_part(name, label, root, traced=name == document) for name, (label, root) in roots.items())
    programs = tuple(part for part in compiled if part is not None)
    properties = tuple(
        (name, program)
        for name in parts_of_type(parts, "core-properties+xml")
        if (program := compile_properties(parse_xml(name, parts[name].content()))) is not None
    )
    return WordTemplate(parts, programs, properties, _room_for_prints(parts, document), highest + 1)


def _number_drawings(roots: Sequence[etree._Element]) -> None:
    """Gives a number of its own to each drawing that has that of another: Word wants them unique in a file."""
    free = count(_highest_id(roots) + 1)
    seen: set[str | None] = set()
    for drawing in (found for root in roots for found in root.iter(DRAWING_NAME)):
        if drawing.get("id") in seen:
            drawing.set("id", str(next(free)))
        seen.add(drawing.get("id"))


def _highest_id(roots: Iterable[etree._Element]) -> int:
    """The highest number of a bookmark or drawing; random ones of ten digits are too high to count on from."""
    ids: list[str | None] = []
    for root in roots:
        ids += [element.get(w("id")) for element in root.iter(w("bookmarkStart"))]
        ids += [element.get("id") for element in root.iter(DRAWING_NAME)]
    return max((int(number) for number in ids if number and number.isdigit() and len(number) < 10), default=0)


def _room_for_prints(parts: Parts, document: str) -> str:
    """The custom XML part for the list of prints: that of an earlier filling, or a new one."""
    for name in parts:
        if name.startswith("customXml/item") and not name.startswith("customXml/itemProps"):
            content = parts[name].content()
            if any(f'<prints xmlns="{ns}"'.encode() in content for ns in (PRINTS_NS, OLD_PRINTS_NS)):
                return name
    name = free_name(parts, "customXml/item{}.xml")
    properties = free_name(parts, "customXml/itemProps{}.xml")
    add_part(parts, document, name, (DECLARATION + Trace().xml("", None)).encode(), "customXml")
    store = (
        f"{DECLARATION}<ds:datastoreItem ds:itemID={quoteattr(_STORE_ID)} xmlns:ds={quoteattr(_DATASTORE)}>"
        f"<ds:schemaRefs><ds:schemaRef ds:uri={quoteattr(PRINTS_NS)}/></ds:schemaRefs></ds:datastoreItem>"
    )
    add_part(parts, name, properties, store.encode(), f"{OFFICE_RELS}/customXmlProps", _PROPERTIES_TYPE)
    return name
