"""Takes a paragraph, row or table out of an edited paper, openly or as a tracked deletion."""

from lxml import etree

from reports.refreshing.pen import Pen
from reports.word.found import FoundBlock
from reports.word.story import Paragraph
from reports.word.walk import read_alone
from reports.word.xml import TBL, TC, TR, P, R, parent_of, w

_PPR, _RPR = w("pPr"), w("rPr")
_PAIRS = {
    w("bookmarkStart"): w("bookmarkEnd"),
    w("commentRangeStart"): w("commentRangeEnd"),
    w("permStart"): w("permEnd"),
}


def remove_block(found: FoundBlock, pen: Pen) -> None:
    """A row goes whole; a paragraph too, unless other words stand in it: those stay."""
    if found.row is not None:
        remove_row(found.row.element, pen)
        return
    stretches = found.span.paragraphs
    for paragraph, start, end in stretches:
        alone = read_alone(paragraph.element)
        now = alone.paragraphs[0]
        if found.alone:
            start, end = 0, now.length
        elif found.id in alone.spans:
            start, end = alone.spans[found.id][0].start, alone.spans[found.id][0].end
        if (now.text[:start] + now.text[end:]).strip() or _has_more(now.element):
            pen.replace(now, start, end, "")
        elif now.element.getparent() is not None:
            remove_paragraph(now, pen)


def remove_paragraph(paragraph: Paragraph, pen: Pen) -> None:
    """The paragraph with its end; the last one of a cell and one that ends a section are only emptied."""
    element = paragraph.element
    pen.replace(paragraph, 0, paragraph.length, "")
    if element.find(f"{_PPR}/{w('sectPr')}") is not None or _is_last_of_cell(element):
        return
    if pen.tracked:
        pen.mark(mark_properties(element), "del", 0)
        return
    _save_marks(element)
    parent_of(element).remove(element)


def remove_row(row: etree._Element, pen: Pen) -> None:
    """A row; a table that has no other goes with it."""
    if row.getparent() is None:
        return
    if pen.tracked:
        properties = row_properties(row)
        pen.mark(properties, "del", len(properties))
        for run in [run for run in row.iter(R) if next(run.iterancestors(w("del")), None) is None]:
            pen.delete_run(run)
        return
    _hand_on_merged_cells(row)
    table = next(row.iterancestors(TBL))
    _save_marks(row)
    parent_of(row).remove(row)
    if next(table.iter(TR), None) is None:
        remove_table(table, pen)


def remove_table(table: etree._Element, pen: Pen) -> None:
    """A whole table."""
    if table.getparent() is None:
        return
    if pen.tracked:
        for row in [row for row in table.iter(TR) if next(row.iterancestors(TBL), None) is table]:
            remove_row(row, pen)
        return
    parent = parent_of(table)
    following = table.getnext()
    if parent.tag == TC and (following is None or following.tag != P):
        table.addnext(etree.Element(P))
    parent.remove(table)


def _has_more(paragraph: etree._Element) -> bool:
    """Whether something other than text stands in a paragraph: a picture, a footnote, an object."""
    kinds = ("drawing", "pict", "object", "footnoteReference", "endnoteReference")
    return next(paragraph.iter(*map(w, kinds)), None) is not None


def _is_last_of_cell(element: etree._Element) -> bool:
    """Whether a cell would end without a paragraph: it had no other, or a table stands before its last one."""
    parent, before = parent_of(element), element.getprevious()
    if parent.tag == w("body"):
        return False
    after_table = before is not None and before.tag == TBL and element.getnext() is None
    return after_table or not any(other.tag == P for other in parent if other is not element)


def mark_properties(element: etree._Element) -> etree._Element:
    """The properties of a paragraph's end, made where there are none."""
    properties = element.find(_PPR)
    if properties is None:
        properties = etree.Element(_PPR)
        element.insert(0, properties)
    mark = properties.find(_RPR)
    if mark is None:
        mark = etree.Element(_RPR)
        late = [child for child in properties if child.tag in (w("sectPr"), w("pPrChange"))]
        properties.insert(properties.index(late[0]) if late else len(properties), mark)
    return mark


def row_properties(row: etree._Element) -> etree._Element:
    """The properties of a row, made where there are none."""
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        row.insert(0 if row.find(w("tblPrEx")) is None else 1, properties)
    if not len(properties):  # the schema wants more in it than a tracked change
        etree.SubElement(properties, w("cantSplit"), {w("val"): "off"})
    return properties


def _save_marks(element: etree._Element) -> None:
    """Keeps the bookmarks and comments of others that begin or end in an element but not both."""
    for opening, closing in _PAIRS.items():
        starts = {one.get(w("id")): one for one in element.iter(opening)}
        ends = {one.get(w("id")): one for one in element.iter(closing)}
        for number in set(starts) ^ set(ends):
            one = starts[number] if number in starts else ends[number]
            beside = next((row for row in one.iterancestors(TR)), None) if element.tag == TR else element
            (element if beside is None else beside).addprevious(one)


def _hand_on_merged_cells(row: etree._Element) -> None:
    """Cells merged downwards from this row go on from the next one."""
    following = row.getnext()
    if following is None or following.tag != TR:
        return
    for cell, below in zip(row.findall(TC), following.findall(TC), strict=False):
        merge, goes_on = cell.find(f"{w('tcPr')}/{w('vMerge')}"), below.find(f"{w('tcPr')}/{w('vMerge')}")
        starts = merge is not None and merge.get(w("val")) == "restart"
        if starts and goes_on is not None and goes_on.get(w("val")) != "restart":
            goes_on.set(w("val"), "restart")
            for paragraph in below.findall(P):
                below.remove(paragraph)
            below.extend([one for one in cell if one.tag in (P, TBL)])
            if cell.find(P) is None:
                etree.SubElement(cell, P)
