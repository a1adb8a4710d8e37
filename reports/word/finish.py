"""What loops and conditions may leave in a rendered Word part is set right: empty cells, repeated ids, columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from reports.word.draft import Draft, is_mark
from reports.word.xml import TBL, TC, TR, P, w

_TABLE_WITHOUT_ROWS = re.compile(r"<w:tbl>(?:(?!<w:tr[ >]|<w:tbl>|</w:tbl>).)*</w:tbl>", re.DOTALL)
_CELL_WITHOUT_END = re.compile(r"(</w:tcPr>|<w:tcPr/>|<w:tc>|</w:tbl>|<w:bookmarkEnd [^>]*/>)</w:tc>")
_EMPTY_STORY = re.compile(r"(<w:(txbxContent|hdr|ftr)(?: [^>]*)?>)(</w:\2>)")
_NUMBERED = (
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
    "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
)  # fmt: skip
_NUMBERED_MARK = re.compile(rf'<w:({"|".join(_NUMBERED)}) [^>]*?w:id="([^"]*)"[^>]*/>')
_DRAWING_ID = re.compile(r'(<wp:docPr [^>]*?\bid=")\d+(")')
DRAWING_NAME = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_STORIES = (w("txbxContent"), w("hdr"), w("ftr"))


@dataclass(frozen=True)
class Repairs:
    """What the rendered XML of a part may need, known from its template."""

    tables: bool  # a table may lose all its rows
    cells: bool  # a cell may lose its last paragraph
    stories: bool  # a text box, header or footer may lose its last paragraph
    repeats: bool  # a loop may repeat bookmarks, comments or drawings of the template
    columns: bool  # a table may get other columns than its grid has


def repairs_for(root: etree._Element, draft: Draft) -> Repairs:
    """What a part with these marks may need when it is rendered. It may say yes without need, never no."""
    levels = {tag.level for tag in draft.tags}
    looped = any(tag.keyword == "for" for tag in draft.tags)
    numbered = next(root.iter(DRAWING_NAME, *map(w, _NUMBERED)), None) is not None
    return Repairs(
        tables="tr" in levels and any(_may_empty(table, TR) for table in root.iter(TBL)),
        cells="p" in levels and any(_may_empty(cell, P, _last=True) for cell in root.iter(TC)),
        stories="p" in levels and any(_may_empty(story, P, TBL) for story in root.iter(*_STORIES)),
        repeats=looped and numbered,
        columns="tc" in levels or any(tag.keyword in ("hm", "colspan") for tag in draft.tags),
    )


def _may_empty(parent: etree._Element, *kinds: str, _last: bool = False) -> bool:
    """Whether no child of these kinds stands outside all blocks; `_last`: whether the last one is not sure."""
    depth = 0
    sure = False
    for child in parent:
        if is_mark(child):
            depth += 1
        elif child.tag in kinds or (not depth and child.tag == w("sdt")):
            sure = not depth or (sure and not _last)
    return depth > 0 and not sure


def finished(xml: str, repairs: Repairs, ids: Iterator[int]) -> str:
    """The rendered XML of a part, sound for Word again. `ids` gives numbers that the paper does not use yet."""
    if repairs.tables:
        xml = _TABLE_WITHOUT_ROWS.sub("", xml)
    if repairs.cells or repairs.tables:
        xml = _CELL_WITHOUT_END.sub(r"\1<w:p/></w:tc>", xml)
    if repairs.repeats:
        xml = _without_repeated_marks(xml)
        xml = _DRAWING_ID.sub(lambda found: f"{found[1]}{next(ids)}{found[2]}", xml)
    if repairs.stories or repairs.tables:
        xml = _EMPTY_STORY.sub(r"\1<w:p/>\3", xml)
    return _with_fitting_grids(xml) if repairs.columns else xml


def _without_repeated_marks(xml: str) -> str:
    seen: set[str] = set()

    def first_only(found: re.Match[str]) -> str:
        key = found[1] + found[2]
        if key in seen:
            return ""
        seen.add(key)
        return found.group()

    return _NUMBERED_MARK.sub(first_only, xml)


def _with_fitting_grids(xml: str) -> str:
    """Tables whose number of columns a loop has changed keep their width: their cells share it as they ask."""
    root = etree.fromstring(xml)
    for table in root.iter(TBL):
        grid = table.find(w("tblGrid"))
        longest = max(table.findall(TR), key=_columns, default=None)
        if grid is None or longest is None or _columns(longest) == len(grid):
            continue
        widths = _shares(longest, sum(int(column.get(w("w")) or 0) for column in grid))
        grid[:] = [etree.Element(w("gridCol"), {w("w"): str(width)}) for width in widths]
        for row in table.findall(TR):
            at = 0
            for cell in row.findall(TC):
                asked = cell.find(f"{w('tcPr')}/{w('tcW')}")
                if asked is not None:
                    asked.set(w("w"), str(sum(widths[at : at + _span(cell)])))
                at += _span(cell)
    return etree.tostring(root, encoding="unicode")


def _shares(row: etree._Element, total: int) -> list[int]:
    asked: list[int] = []
    for cell in row.findall(TC):
        width = cell.find(f"{w('tcPr')}/{w('tcW')}")
        number = 0 if width is None or width.get(w("type")) != "dxa" else int(width.get(w("w")) or 0)
        asked += [number // _span(cell)] * _span(cell)
    if not all(asked):
        asked = [1] * len(asked)
    return [total * one // sum(asked) for one in asked]


def _columns(row: etree._Element) -> int:
    return sum(_span(cell) for cell in row.findall(TC))


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return 1 if span is None else int(span.get(w("val")) or 1)
