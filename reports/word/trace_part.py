"""The custom XML part in which a Word paper keeps what it printed: its words while it is made, and read again."""

from collections.abc import Iterator

from lxml import etree

from reports.office_files.packages import parse_xml
from reports.office_files.xml_text import quoteattr
from reports.prints import CELL_END, Block, Print, PrintStamp

PRINTS_NS = "urn:so-vang:prints:2"
OLD_PRINTS_NS = "urn:so-vang:prints:1"
CELL_XML, BREAK_XML, TAB_XML = "<tab/>", "<br/>", "<t/>"
_MEANT = {"tab": CELL_END, "br": "\n", "t": "\t"}


class Trace:
    """What one paper prints, as XML while it is filled: its blocks in order, and the values outside blocks."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.loose: list[str] = []
        self.count = 0
        self.first = 0  # the occurrence that names are counted from
        self.seen: dict[str, int] = {}  # how often each stem was used in a name

    def name(self, stem: str) -> str:
        """A new anchor's name (at most 40 characters, unique in the paper), of the source with this stem."""
        nth = self.seen[stem] = self.seen.get(stem, self.first) + 1
        return f"{stem}_{nth}"

    def again(self) -> dict[str, int]:
        """How often each source was named up to now, for a place that is written twice in the file."""
        return dict(self.seen)

    def rewind(self, seen: dict[str, int]) -> None:
        """Names the next values as after `again` gave this."""
        self.seen = seen

    def xml(self, kind: str, stamp: PrintStamp | None, fixed: str = "") -> str:
        """The whole part. `fixed`: the texts with figures that the template itself has, as XML."""
        made = f" made={quoteattr(stamp.made_at_utc)}" if stamp else ""
        paper = f" paper={quoteattr(kind)}" if kind else ""
        inside = "".join((*self.blocks, *self.loose, fixed))
        return f"<prints xmlns={quoteattr(PRINTS_NS)}{paper}{made}>{inside}</prints>"


def read_trace(content: bytes) -> tuple[tuple[Block, ...], tuple[Print, ...], tuple[str, ...]]:
    """The blocks of a paper's trace, its values outside blocks, and the template's own texts with figures.

    Papers of the first form have no blocks. Raises UserError when it is no XML.
    """
    root = parse_xml("customXml", content)
    blocks, loose, fixed = [], [], []
    for element in root:
        kind = etree.QName(element).localname
        if kind == "block":
            blocks.append(_block(element))
        elif kind == "print":
            loose.append(_print(element))
        elif kind == "fixed":
            fixed.append(_text(element))
    return tuple(blocks), tuple(loose), tuple(fixed)


def read_recipients(content: bytes) -> list[tuple[tuple[Block, ...], tuple[Print, ...]]]:
    """The blocks and the other values of each recipient, for a file with many; of the one paper where it is one."""
    found: list[tuple[list[Block], list[Print]]] = [([], [])]
    for element in parse_xml("customXml", content):
        kind = etree.QName(element).localname
        if kind == "to" and element.get("n") != "0":
            found.append(([], []))
        elif kind == "block":
            found[-1][0].append(_block(element))
        elif kind == "print":
            found[-1][1].append(_print(element))
    return [(tuple(blocks), tuple(loose)) for blocks, loose in found]


def prints_in(blocks: tuple[Block, ...], loose: tuple[Print, ...]) -> Iterator[Print]:
    """Every print of a paper: those of its blocks in order, then those outside blocks."""
    for block in blocks:
        yield from block.prints
    yield from loose


def _block(element: etree._Element) -> Block:
    name = element.get("id") or ""
    pieces: list[str | Print] = []
    words = element.text or ""
    for child in element:
        if str(child.tag).endswith("}print"):
            pieces += [words, _print(child, name)] if words else [_print(child, name)]
            words = child.tail or ""
        else:
            words += _meant(child) + (child.tail or "")
    if words:
        pieces.append(words)
    return Block(
        id=name,
        slot=element.get("slot") or "",
        kind=element.get("kind") or "p",
        loop=element.get("loop") == "1",
        pieces=tuple(pieces),
        key=element.get("key") or "",
    )


def _meant(element: etree._Element) -> str:
    """The sign that an element stands for."""
    return _MEANT.get(str(element.tag).rpartition("}")[2], "")


def _print(element: etree._Element, block: str = "") -> Print:
    given = element.get
    of, cell = given("of"), given("cell")
    return Print(
        given("id", ""),
        given("record", ""),
        given("field", ""),
        _text(element) if len(element) else element.text or "",
        given("part", "word/document.xml"),
        given("what", ""),
        block,
        int(cell) if cell else -1,
        tuple(of.split()) if of else (),
    )


def _text(element: etree._Element) -> str:
    text = element.text or ""
    for child in element:
        text += _meant(child) + (child.tail or "")
    return text
