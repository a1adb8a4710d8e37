"""The text that a paragraph or table row of a Word part shows, in order: how its trace and its refreshing read it."""

from collections.abc import Iterator

from lxml import etree

from reports.prints import CELL_END
from reports.word.xml import TC, P, R, T, parent_of, w

_NEVER_SHOWN = frozenset(map(w, ("pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr", "del", "moveFrom", "txbxContent")))
_OTHER_BREAKS = ("page", "column")


def shown(element: etree._Element, separated: bool = True) -> Iterator[str | etree._Element]:
    """The pieces of text of a w:p or w:tr, and the processing instructions that stand between them.

    A line break is a line feed, as is the end of a paragraph within a cell; CELL_END stands between cells (both
    only when `separated`). Text boxes, deleted text, field codes and page breaks are no part of it.
    """
    if element.tag == P:
        yield from _inside(element)
        return
    cells = 0
    for cell in _cells(element):
        if cell.tag == TC:
            if cells and separated:
                yield CELL_END
            cells += 1
        yield from _inside_cell(cell, separated)


def shown_text(element: etree._Element) -> str:
    """The text that a w:p or w:tr shows."""
    return "".join(piece for piece in shown(element) if isinstance(piece, str))


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The cells of a row, those in content controls too."""
    return [cell for cell in _cells(row) if cell.tag == TC]


def paragraphs_of(cell: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a cell, those of tables in it too, without those of text boxes."""
    return (part for part in _story(cell) if part.tag == P)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == TC or isinstance(child, etree._ProcessingInstruction):
            yield child
        elif child.tag not in _NEVER_SHOWN:
            yield from _cells(child)


def _inside_cell(cell: etree._Element, separated: bool) -> Iterator[str | etree._Element]:
    first = True
    for part in (cell,) if isinstance(cell, etree._ProcessingInstruction) else _story(cell):
        if isinstance(part, etree._ProcessingInstruction):
            yield part
            continue
        if not first and separated:
            yield "\n"
        first = False
        yield from _inside(part)


def _story(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs below an element in order, and the instructions between them."""
    for child in parent:
        if child.tag == P or isinstance(child, etree._ProcessingInstruction):
            yield child
        elif child.tag not in _NEVER_SHOWN:
            yield from _story(child)


def _inside(paragraph: etree._Element) -> Iterator[str | etree._Element]:
    for child in paragraph:
        if isinstance(child, etree._ProcessingInstruction):
            yield child
        elif child.tag not in _NEVER_SHOWN:
            text = _text_of(child)
            if text is None:
                yield from _inside(child)
            elif text:
                yield text


def _text_of(element: etree._Element) -> str | None:
    if element.tag == T:
        return element.text or ""
    if element.tag == w("br"):
        return "" if element.get(w("type")) in _OTHER_BREAKS else "\n"
    if element.tag == w("cr"):
        return "\n"
    if element.tag == w("noBreakHyphen"):
        return "\u2011"
    if element.tag == w("tab") and parent_of(element).tag == R:
        return "\t"
    return None
