"""The blocks of a body: the paragraphs and rows that a template prints from records, and their unchanging words."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from reports.language import Act
from reports.office_files.xml_text import escape
from reports.prints import CELL_END
from reports.tags import Tag
from reports.values import writable
from reports.word.draft import Draft
from reports.word.shown import cells_of, paragraphs_of, shown, shown_text
from reports.word.trace_part import BREAK_XML, CELL_XML, TAB_XML
from reports.word.xml import TR, P, R, parent_of, w

_SPACE = re.compile(r"\s+")
_BREAKS = {CELL_END: CELL_XML, "\n": BREAK_XML, "\t": TAB_XML}
_LISTED = ("p", "tr", "tc")


@dataclass
class Blocks:
    """What blocks add to a part: heads (attributes of their trace), words, and the template's own figures."""

    heads: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    fixed: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Found:
    element: etree._Element
    around: tuple[Tag, ...]

    @property
    def is_listed(self) -> bool:
        return any(tag.level in _LISTED for tag in self.around)


def mark_blocks(root: etree._Element, draft: Draft) -> Blocks:
    """Puts the acts that begin and end blocks into a body, and their words into the spots of its values."""
    blocks = Blocks()
    seen: Counter[str] = Counter()
    for found in list(_candidates(root, draft)):
        element = found.element
        if element.tag == P and not found.is_listed and not _marks_in(element):
            text = shown_text(element)
            if any(character.isdigit() for character in text):
                blocks.fixed.append(f"<fixed>{_as_trace(text)}</fixed>")
            continue
        blocks.heads.append(_head(found, draft, seen))
        _Marking(blocks, draft).mark(element)
    return blocks


def _candidates(root: etree._Element, draft: Draft) -> Iterator[_Found]:
    """The rows inside {%tr blocks, and the paragraphs outside such rows, with the blocks around each."""
    around: list[Tag] = []
    rows: set[etree._Element] = set()
    for element in root.iter(P, TR, etree.ProcessingInstruction):
        if isinstance(element, etree._ProcessingInstruction):
            tag = draft.meant(element)
            if isinstance(tag, Tag):
                _step(around, tag)
        elif any(above in rows or above.tag == w("txbxContent") for above in element.iterancestors()):
            continue
        elif element.tag == P:
            yield _Found(element, tuple(around))
        elif any(tag.level == "tr" for tag in around):
            rows.add(element)
            yield _Found(element, tuple(around))


def _step(around: list[Tag], tag: Tag) -> None:
    """Keeps the stack of open blocks; a middle tag stands for what it begins."""
    if tag.kind != "block" or tag.keyword == "set":
        return
    if around and (tag.keyword in ("else", "elif") or tag.keyword.startswith("end")):
        opening = around.pop()
        if not tag.keyword.startswith("end"):
            around.append(replace(tag, code=f"{opening.code} {tag.code}", level=opening.level))
    else:
        around.append(tag)


def _marks_in(element: etree._Element) -> list[etree._Element]:
    return [piece for piece in shown(element) if not isinstance(piece, str)]


def _head(found: _Found, draft: Draft, seen: Counter[str]) -> str:
    meanings = (piece if isinstance(piece, str) else draft.meant(piece) for piece in shown(found.element))
    typed = "".join(f"{{{one.code}}}" if isinstance(one, Tag) else str(one) for one in meanings)
    codes = [tag.code for tag in found.around]
    key = "\x1e".join(_SPACE.sub(" ", text).strip() for text in (*codes, typed))
    seen[key] += 1
    slot = hashlib.blake2s(f"{key}\x1e{seen[key]}".encode(), digest_size=6).hexdigest()
    loop = ' loop="1"' if any(tag.code.startswith("for") for tag in found.around) else ""
    return f'slot="{slot}" kind="{"p" if found.element.tag == P else "tr"}"{loop}'


@dataclass
class _Marking:
    """One block on its way: the words since the last mark wait for the next one."""

    blocks: Blocks
    draft: Draft
    waiting: str = ""

    def mark(self, element: etree._Element) -> None:
        number = len(self.blocks.heads) - 1
        separated = True
        alone: dict[etree._Element, int] = {}
        if element.tag == TR:
            separated, alone = self._prepare_row(element)
        for piece in list(shown(element, separated)):
            if isinstance(piece, str):
                self.waiting += _as_trace(piece)
            else:
                self._meet(piece, alone.get(piece, -1))
        closing = self.draft.mark(Act("close_block", (self._word(self.waiting),)))
        if element.tag == P:
            _put_first(element, self.draft.mark(Act("open_block", (number,))))
            element.append(closing)
            return
        parent = parent_of(element)
        at = parent.index(element)
        parent.insert(at, self.draft.mark(Act("open_row", (number,))))
        parent.insert(at + 2, closing)
        self._put_row_mark(element)

    def _meet(self, mark: etree._Element, cell: int) -> None:
        """A value takes the waiting words along; before any other mark they are said."""
        target = self.draft.meant(mark)
        if isinstance(target, Tag) and target.kind == "value":
            slot = target.slot
            self.draft.spots[slot] = replace(self.draft.spots[slot], inside=True, lead=self.waiting, cell=cell)
        elif self.waiting:
            mark.addprevious(self.draft.mark(Act("say", (self._word(self.waiting),))))
        self.waiting = ""

    def _word(self, words: str) -> int:
        if not words:
            return -1
        self.blocks.words.append(words)
        return len(self.blocks.words) - 1

    def _prepare_row(self, row: etree._Element) -> tuple[bool, dict[etree._Element, int]]:
        """Whether the row has the same cells and paragraphs each time, and the values that fill a cell alone."""
        cells = cells_of(row)
        marks = list(row.iter(etree.ProcessingInstruction))
        if all(next(mark.iterancestors(P, TR)).tag == P for mark in marks) and all(
            len(list(paragraphs_of(cell))) == 1 for cell in cells
        ):
            return True, dict(self._alone(cells))
        for cell in cells:
            for paragraph in paragraphs_of(cell):
                _put_first(paragraph, self.draft.mark(Act("next_paragraph")))
            _put_first(cell, self.draft.mark(Act("next_cell")))
        return False, {}

    def _alone(self, cells: list[etree._Element]) -> Iterator[tuple[etree._Element, int]]:
        for number, cell in enumerate(cells):
            marks = list(cell.iter(etree.ProcessingInstruction))
            if len(marks) == 1 and _is_bare(cell):
                tag = self.draft.meant(marks[0])
                if isinstance(tag, Tag) and tag.kind == "value":
                    yield marks[0], number

    def _put_row_mark(self, row: etree._Element) -> None:
        """Around the content of the row's first paragraph that is always printed; else wherever the row ends."""
        depth: list[Tag] = []
        paragraphs = [paragraph for cell in cells_of(row) for paragraph in paragraphs_of(cell)]
        certain = None
        for element in row.iter(P, etree.ProcessingInstruction):
            if isinstance(element, etree._ProcessingInstruction):
                tag = self.draft.meant(element)
                if isinstance(tag, Tag):
                    _step(depth, tag)
            elif not depth and element in paragraphs:
                certain = element
                break
        if certain is None:
            row.append(self.draft.mark(Act("mark_rest")))
        paragraph = paragraphs[0] if certain is None else certain
        _put_first(paragraph, self.draft.mark(Act("mark_row")))
        paragraph.append(self.draft.mark(Act("end_mark")))


def _is_bare(cell: etree._Element) -> bool:
    """Whether a cell shows nothing but its mark: no text, no picture, no control."""
    known = {w("tcPr"), w("pPr"), w("rPr"), P, R, etree.ProcessingInstruction}
    properties = (w("tcPr"), w("pPr"), w("rPr"))
    return all(
        element.tag in known or any(above.tag in properties for above in element.iterancestors())
        for element in cell.iterdescendants()
    )


def _put_first(parent: etree._Element, mark: etree._Element) -> None:
    """Before the content of a paragraph or cell, after its properties."""
    properties = parent.find(w("pPr" if parent.tag == P else "tcPr"))
    parent.insert(0 if properties is None else parent.index(properties) + 1, mark)


def _as_trace(text: str) -> str:
    return "".join(_BREAKS.get(character) or escape(writable(character)) for character in text)
