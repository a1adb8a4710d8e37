"""What is found of a paper's prints in its file: values, blocks, paragraphs, and the whole paper taken apart."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from reports.office_files.package_parts import Parts
from reports.prints import Block, Print
from reports.word.columns import cells_of
from reports.word.story import PARAGRAPH_END, Cell, Paragraph, Row, Span, Story
from reports.word.trace_part import prints_in
from reports.word.xml import R


@dataclass(eq=False, slots=True)
class FoundValue:
    """One place where a printed value stands now; a copied anchor has several."""

    span: Span
    cell: Cell | None = None  # the cell that it fills alone

    @property
    def text(self) -> str:
        """What stands there; a line feed between paragraphs."""
        return self.span.text.replace(PARAGRAPH_END, "\n")

    @property
    def runs(self) -> list[etree._Element]:
        """The runs that show it, in order."""
        pieces = [
            element
            for paragraph, start, end in self.span.paragraphs
            for element, text, at in paragraph.pieces
            if at < end and at + len(text) > start
        ]
        return list(dict.fromkeys(next(one.iterancestors(R)) for one in pieces))

    @property
    def place(self) -> str:
        return self.span.story.place(self.span.paragraph)


@dataclass(eq=False)
class FoundBlock:
    """A printed paragraph or table row as it stands now.

    `columns`: for each printed cell of a row the number of the cell where it stands now, or -1. `sure`: found by
    its bookmark, or by its whole text; else by likeness. `alone`: no other block stands in its paragraphs.
    """

    block: Block
    span: Span
    row: Row | None = None
    columns: tuple[int, ...] = ()
    sure: bool = True
    alone: bool = True
    values: dict[str, FoundValue] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.block.id

    @property
    def element(self) -> etree._Element:
        """The w:tr, or the w:p that it begins in."""
        return self.row.element if self.row else self.span.paragraph.element

    @property
    def place(self) -> str:
        return self.span.story.place(self.span.paragraph)

    @property
    def text(self) -> str:
        """What stands there now; CELL_END between the cells of a row, PARAGRAPH_END between paragraphs."""
        return cells_of(self.row) if self.row else self.span.text


@dataclass(frozen=True, eq=False, slots=True)
class TracedParagraph:
    """A paragraph of the body: its place, its text, the block that it belongs to, and the anchored stretches."""

    place: str
    text: str
    block: str
    spans: tuple[tuple[int, int, str], ...]  # start, end, id of the value
    element: etree._Element


@dataclass(eq=False)
class TracedPaper:
    """A paper taken apart: its package, what it printed (`base`, `loose`; empty when lost), and where it stands."""

    parts: Parts
    document: str
    stories: tuple[Story, ...]
    trace_name: str = ""
    base: tuple[Block, ...] = ()
    loose: tuple[Print, ...] = ()
    fixed: tuple[str, ...] = ()
    doubts: list[str] = field(default_factory=list)
    blocks: dict[str, FoundBlock] = field(default_factory=dict)
    values: dict[str, list[FoundValue]] = field(default_factory=dict)

    @property
    def body(self) -> Story:
        return self.stories[0]

    @property
    def prints(self) -> Iterator[Print]:
        """Everything that it printed: in blocks, in order, then outside blocks."""
        return prints_in(self.base, self.loose)

    @cached_property
    def found(self) -> tuple[FoundBlock, ...]:
        """The blocks that are there, in the order in which they stand now."""
        return tuple(sorted(self.blocks.values(), key=lambda one: (one.span.first, one.span.start)))

    @cached_property
    def paragraphs(self) -> tuple[TracedParagraph, ...]:
        """Every paragraph of the body, in order."""
        return tuple(self._paragraphs())

    def _paragraphs(self) -> Iterator[TracedParagraph]:
        anchored: dict[int, list[tuple[int, int, str]]] = {}
        for name, places in self.values.items():
            for value in places:
                if value.span.story is self.body:
                    for paragraph, start, end in value.span.paragraphs:
                        anchored.setdefault(paragraph.index, []).append((start, end, name))
        owners = {p.index: one.id for one in self.blocks.values() for p in paragraphs_of(one)}
        for paragraph in self.body.paragraphs:
            if not paragraph.shadow:
                spans = tuple(sorted(anchored.get(paragraph.index, ())))
                place, block = self.body.place(paragraph), owners.get(paragraph.index, "")
                yield TracedParagraph(place, paragraph.text, block, spans, paragraph.element)


def paragraphs_of(found: FoundBlock) -> Iterator[Paragraph]:
    """The paragraphs that a block stands in."""
    if found.row:
        for cell in found.row.cells:
            yield from cell.paragraphs
    else:
        yield from (paragraph for paragraph, _, _ in found.span.paragraphs)
