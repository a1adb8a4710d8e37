"""What a part of a Word paper holds, as it reads: paragraphs, tables, stretches of text, and our anchors in it."""

from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

BODY = "thân văn bản"
ANCHOR = "_sv"
PARAGRAPH_END = "\u2029"  # between the paragraphs of a span


def is_block(name: str) -> bool:
    """Whether an anchor's name is that of a block (`_svb7`), not of a value (`_sv…_1`)."""
    return name.startswith(ANCHOR + "b") and name[4:].isdigit()


class Paragraph:
    """A paragraph as it reads: pieces (element, text, where it starts), the row and heading it stands under."""

    __slots__ = ("_text", "element", "heading", "index", "length", "pieces", "row", "shadow", "text_box")

    def __init__(self, element: etree._Element, index: int, row: "Row | None", heading: "Paragraph | None") -> None:
        self.element = element
        self.index = index
        self.row = row
        self.heading = heading
        self.pieces: list[tuple[etree._Element, str, int]] = []
        self.length = 0
        self.shadow = False  # the copy of a text box that Word keeps for older programs
        self.text_box = False
        self._text: str | None = None

    @property
    def text(self) -> str:
        if self._text is None:
            self._text = "".join([text for _, text, _ in self.pieces])
        return self._text


@dataclass(eq=False, slots=True)
class Table:
    """A table: its number in the part (from 1), and its rows."""

    element: etree._Element
    number: int
    outer: "Row | None"
    rows: "list[Row]" = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Cell:
    """A cell and its own paragraphs, without those of tables inside it."""

    element: etree._Element
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        return PARAGRAPH_END.join([paragraph.text for paragraph in self.paragraphs])


@dataclass(eq=False, slots=True)
class Row:
    """A table row that is not deleted: its number (from 1) and its cells."""

    element: etree._Element
    table: Table
    number: int
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)  # a paper has thousands, and a frozen one takes three times as long to make
class Span:
    """A stretch of a part: from an offset in one paragraph to an offset in the same or a later one. Never changed."""

    story: "Story"
    first: int
    start: int
    last: int
    end: int

    @property
    def paragraphs(self) -> list[tuple[Paragraph, int, int]]:
        """Each paragraph with the offsets that belong to the span; text boxes between are left out."""
        found = self.story.paragraphs
        if self.first == self.last:
            return [(found[self.first], self.start, self.end)]
        inside = [one for one in found[self.first : self.last + 1] if not one.text_box or one.index == self.first]
        edges = {self.first: self.start}
        return [(p, edges.get(p.index, 0), self.end if p.index == self.last else p.length) for p in inside]

    @property
    def text(self) -> str:
        """The text; PARAGRAPH_END stands between paragraphs."""
        if self.first == self.last:
            return self.story.paragraphs[self.first].text[self.start : self.end]
        return PARAGRAPH_END.join([paragraph.text[start:end] for paragraph, start, end in self.paragraphs])

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that it begins in."""
        return self.story.paragraphs[self.first]

    def part(self, start: int, end: int) -> "Span":
        """A part of it, by offsets in its text."""
        first = last = (self.last, self.end)
        at = 0
        for paragraph, begin, stop in self.paragraphs:
            length = stop - begin
            if at <= start <= at + length:
                first = (paragraph.index, begin + start - at)
            if at <= end <= at + length:
                last = (paragraph.index, begin + end - at)
                break
            at += length + 1
        return Span(self.story, *first, *last)

    def touches(self, other: "Span") -> bool:
        """Whether both have something in common, or meet."""
        return (self.first, self.start) <= (other.last, other.end) and (other.first, other.start) <= (
            self.last,
            self.end,
        )

    def joined(self, other: "Span") -> "Span":
        """One span from the earlier start to the later end."""
        first, start = min((self.first, self.start), (other.first, other.start))
        last, end = max((self.last, self.end), (other.last, other.end))
        return Span(self.story, first, start, last, end)


@dataclass(eq=False, slots=True)
class Mark:
    """A bookmark or content control of ours: its name and where it stands."""

    name: str
    span: Span
    element: etree._Element
    is_control: bool


@dataclass(eq=False)
class Story:
    """A part of the paper: body, header, footer or notes."""

    part: str
    label: str
    root: etree._Element
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @cached_property
    def rows(self) -> dict[etree._Element, Row]:
        return {row.element: row for table in self.tables for row in table.rows}

    @cached_property
    def spans(self) -> dict[str, list[Span]]:
        """Where each of our names stands; a bookmark and its control are one place, a copy is another."""
        found: dict[str, list[Span]] = {}
        for mark in self.marks:
            places = found.setdefault(mark.name, [])
            for at, known in enumerate(places):
                if known.touches(mark.span):
                    places[at] = known.joined(mark.span)
                    break
            else:
                places.append(mark.span)
        return found

    @cached_property
    def bookmarks(self) -> dict[str, etree._Element]:
        """The first bookmark of each of our names."""
        return {mark.name: mark.element for mark in reversed(self.marks) if not mark.is_control}

    def place(self, paragraph: Paragraph) -> str:
        """Where a paragraph stands, in words: “mục “…”, bảng 2, dòng 3”."""
        words = [] if self.label == BODY else [self.label]
        if paragraph.heading is not None:
            words.append(f"mục “{' '.join(paragraph.heading.text.split())[:60]}”")
        if paragraph.row is not None:
            row = paragraph.row
            while row.table.outer is not None:
                row = row.table.outer
            words.append(f"bảng {row.table.number}, dòng {row.number}")
        return ", ".join(words) or self.label


BODY = "thân văn bản"
