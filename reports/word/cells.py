"""Tags that shape their cell: {% vm %} and {% hm %} merge it along a loop; {% colspan %}, {% cellbg %}."""

from dataclasses import replace

from lxml import etree

from reports.tags import Tag
from reports.word.draft import Draft
from reports.word.xml import TC, P, parent_of, w

CELL_WORDS = ("vm", "hm", "colspan", "cellbg")
_ORDER = [w(name) for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd")]


def widen_cells(root: etree._Element, draft: Draft) -> None:
    """Takes these tags out and gives their cells what they say, to be known when the paper is filled."""
    for mark, tag in draft.tags_in(root):
        if tag.kind != "block" or tag.keyword not in CELL_WORDS:
            continue
        cell = next(mark.iterancestors(TC), None)
        if cell is None:
            raise tag.error(f"Thẻ “{{% {tag.keyword} %}}” phải đứng trong một ô của bảng.")
        code = tag.code.removeprefix(tag.keyword).strip()
        if bool(code) != (tag.keyword in ("colspan", "cellbg")):
            raise tag.error("Thẻ này viết sai cú pháp.")
        parent_of(mark).remove(mark)
        _SHAPES[tag.keyword](cell, replace(tag, code=code), draft)


def _merge_down(cell: etree._Element, tag: Tag, draft: Draft) -> None:
    """The cells of one column become one: the first time of the loop fills it, the others stay empty."""
    value = draft.in_attribute(replace(tag, code="'restart' if loop.first else 'continue'"), "word")
    _set(cell, "vMerge", {"val": value})
    for paragraph in cell.iterchildren(P):
        properties = paragraph.find(w("pPr"))
        at = 0 if properties is None else paragraph.index(properties) + 1
        paragraph.insert(at, draft.mark(replace(tag, code="if loop.first")))
        paragraph.append(draft.mark(replace(tag, code="endif")))


def _merge_across(cell: etree._Element, tag: Tag, draft: Draft) -> None:
    """The first time of the loop prints one cell as wide as all; the others print none."""
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    each = "1" if span is None else span.get(w("val")) or "1"
    code = f"loop.length * {int(each)}" if each.isdigit() else "loop.length"
    _set(cell, "gridSpan", {"val": draft.in_attribute(replace(tag, code=code), "number")})
    cell.addprevious(draft.mark(replace(tag, code="if loop.first", level="tc")))
    cell.addnext(draft.mark(replace(tag, code="endif", level="tc")))


def _span(cell: etree._Element, tag: Tag, draft: Draft) -> None:
    _set(cell, "gridSpan", {"val": draft.in_attribute(tag, "number")})


def _colour(cell: etree._Element, tag: Tag, draft: Draft) -> None:
    _set(cell, "shd", {"val": "clear", "color": "auto", "fill": draft.in_attribute(tag, "colour")})


_SHAPES = {"vm": _merge_down, "hm": _merge_across, "colspan": _span, "cellbg": _colour}


def _set(cell: etree._Element, name: str, attributes: dict[str, str]) -> None:
    """Gives a cell one property, in the order that Word wants them in."""
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = etree.Element(w("tcPr"))
        cell.insert(0, properties)
    for old in properties.findall(w(name)):
        properties.remove(old)
    before = set(_ORDER[: _ORDER.index(w(name))])
    at = sum(1 for child in properties if child.tag in before)
    properties.insert(at, etree.Element(w(name), {w(key): value for key, value in attributes.items()}))
