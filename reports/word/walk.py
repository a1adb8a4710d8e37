"""Reads one part of a Word paper in one pass, as it reads when all tracked changes are accepted."""

import re
from typing import Any

from lxml import etree

from reports.word.story import ANCHOR, Cell, Mark, Paragraph, Row, Span, Story, Table
from reports.word.xml import MC_NS, TBL, TC, TR, P, R, T, w

_W_ID, _W_NAME, _W_VAL, _W_TYPE = w("id"), w("name"), w("val"), w("type")
_SIGNS = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad", w("ptab"): "\t"}
_LINE_BREAK = w("br")
_PLAIN = {w(name) for name in ("pPr", "rPr", "tblPr", "tblGrid", "tcPr", "trPr", "tblPrEx", "sectPr", "sdtPr")} | {
    w(name)
    for name in ("sdtEndPr", "instrText", "delText", "delInstrText", "proofErr", "fldChar", "commentReference")
}

_COPY = re.compile(r"(_Copy_\d+)+\Z")  # what LibreOffice calls the bookmarks of text that is pasted again
_STYLE = (w("pPr"), w("pStyle"))
_TAG = (w("sdtPr"), w("tag"))
_ROW_DELETED = (w("trPr"), w("del"))


def read_story(part: str, label: str, root: etree._Element) -> Story:
    """The part as it reads when all tracked changes are accepted."""
    story = Story(part, label, root)
    _Walk(story).children(root)
    return story


def read_alone(element: etree._Element) -> Story:
    """A paragraph by itself: the first of the story's paragraphs, and the anchors that lie whole in it."""
    story = Story("", "", element)
    _Walk(story).paragraph(element)
    return story


def read_again(paragraph: Paragraph) -> None:
    """Takes the pieces of a paragraph anew, after its runs were changed."""
    again = read_alone(paragraph.element).paragraphs[0]
    paragraph.pieces, paragraph.length, paragraph._text = again.pieces, again.length, None


class _Walk:
    """One pass over a part. Positions are a paragraph's number and an offset in its text."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.paragraphs = story.paragraphs
        self.now: Paragraph | None = None
        self.row: Row | None = None
        self.around: Table | None = None
        self.heading: Paragraph | None = None
        self.muted = self.shadow = self.box = 0
        self.open: dict[str, tuple[str, tuple[int, int], etree._Element]] = {}
        self.acts = {
            P: self.paragraph, R: self.run, TBL: self.table, TR: self.table_row, TC: self.cell,
            w("bookmarkStart"): self.bookmark, w("bookmarkEnd"): self.bookmark_end, w("sdt"): self.control,
            w("del"): self.deleted, w("moveFrom"): self.deleted, w("txbxContent"): self.text_box,
            f"{{{MC_NS}}}Fallback": self.fallback,
        }  # fmt: skip

    def children(self, element: etree._Element) -> None:
        acts, plain = self.acts, _PLAIN
        for child in element:
            tag: Any = child.tag
            act = acts.get(tag)
            if act is not None:
                act(child)
            elif tag not in plain and len(child):
                self.children(child)

    def paragraph(self, element: etree._Element) -> None:
        outer = self.now
        self.now = made = Paragraph(element, len(self.paragraphs), self.row, self.heading)
        made.shadow, made.text_box = bool(self.shadow), bool(self.box)
        self.paragraphs.append(made)
        if self.row is not None and not self.box and self.row.cells:
            self.row.cells[-1].paragraphs.append(made)
        self.children(element)
        style = _below(element, _STYLE) if outer is None and self.row is None else None
        if style is not None and (style.get(_W_VAL) or "").lower().startswith("heading"):
            self.heading = made
        self.now = outer

    def run(self, element: etree._Element) -> None:
        paragraph = self.now
        if paragraph is None or self.muted:
            return
        for child in element:
            tag: Any = child.tag
            if tag == T:
                text = child.text or ""
            elif tag in _SIGNS:
                text = _SIGNS[tag]
            elif tag == _LINE_BREAK:
                text = "" if child.get(_W_TYPE) in ("page", "column") else "\n"
            else:
                if tag not in _PLAIN and len(child):
                    self.children(child)
                continue
            paragraph.pieces.append((child, text, paragraph.length))
            paragraph.length += len(text)

    def table(self, element: etree._Element) -> None:
        outer_row, outer_table = self.row, self.around
        self.around = Table(element, len(self.story.tables) + 1, outer_row)
        self.story.tables.append(self.around)
        self.children(element)
        self.row, self.around = outer_row, outer_table

    def table_row(self, element: etree._Element) -> None:
        if self.around is None:
            return
        outer = self.row
        self.row = Row(element, self.around, len(self.around.rows) + 1)
        if _below(element, _ROW_DELETED) is None:
            self.around.rows.append(self.row)
            self.children(element)
        else:
            self.deleted(element)
        self.row = outer

    def cell(self, element: etree._Element) -> None:
        if self.row is not None:
            self.row.cells.append(Cell(element))
        self.children(element)

    def bookmark(self, element: etree._Element) -> None:
        name = element.get(_W_NAME) or ""
        if name.startswith(ANCHOR):
            name = _COPY.sub("", name)
            self.open[element.get(_W_ID) or ""] = (name, self.here(), element)

    def bookmark_end(self, element: etree._Element) -> None:
        opened = self.open.pop(element.get(_W_ID) or "", None)
        if opened is not None:
            name, start, first = opened
            self.note(name, start, first, is_control=False)

    def control(self, element: etree._Element) -> None:
        tag = _below(element, _TAG)
        name = "" if tag is None else tag.get(_W_VAL) or ""
        start = self.here()
        self.children(element)
        if name.startswith(ANCHOR):
            self.note(name, start, element, is_control=True)

    def here(self) -> tuple[int, int]:
        if self.now is None:
            return len(self.paragraphs), 0
        return self.now.index, self.now.length

    def note(self, name: str, start: tuple[int, int], element: etree._Element, *, is_control: bool) -> None:
        if self.muted or start[0] >= len(self.paragraphs):
            return
        last, end = self.here()
        if end == 0 and last > start[0]:  # it ends before the text of a paragraph: at the end of the one before
            last -= 1
            end = self.paragraphs[last].length
        if (last, end) >= start:
            self.story.marks.append(Mark(name, Span(self.story, *start, last, end), element, is_control))

    def deleted(self, element: etree._Element) -> None:
        self.muted += 1
        self.children(element)
        self.muted -= 1

    def text_box(self, element: etree._Element) -> None:
        self.box += 1
        self.children(element)
        self.box -= 1

    def fallback(self, element: etree._Element) -> None:
        self.shadow += 1
        self.children(element)
        self.shadow -= 1


def _below(element: etree._Element, path: tuple[str, str]) -> etree._Element | None:
    """A child of a child; a path of both in one `find` takes four times as long."""
    child = element.find(path[0])
    return None if child is None else child.find(path[1])
