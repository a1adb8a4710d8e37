"""What loops and conditions may leave in a rendered Word part is set right: empty cells, repeated ids, columns."""

import re
from collections.abc import Iterator

from lxml import etree

from reports.word_parts import WordPart
from reports.word_xml import TBL, TC, TR, w

_TABLE_WITHOUT_ROWS = re.compile(r"<w:tbl>(?:(?!<w:tr[ >]|<w:tbl>|</w:tbl>).)*</w:tbl>", re.DOTALL)
_CELL_WITHOUT_END = re.compile(r"(</w:tcPr>|<w:tcPr/>|<w:tc>|</w:tbl>)</w:tc>")
_EMPTY_STORY = re.compile(r"(<w:(txbxContent|hdr|ftr)(?: [^>]*)?>)(</w:\2>)")
_BOOKMARK = re.compile(r'<w:bookmark(Start|End) [^>]*w:id="(\d+)"[^>]*/>')
_DRAWING_ID = re.compile(r'(<wp:docPr [^>]*?\bid=")\d+(")')


def finished(xml: str, part: WordPart, ids: Iterator[int]) -> str:
    """The rendered XML of a part, sound for Word again. `ids` gives numbers that the paper does not use yet."""
    if part.may_leave_holes:
        xml = _TABLE_WITHOUT_ROWS.sub("", xml)
        xml = _CELL_WITHOUT_END.sub(r"\1<w:p/></w:tc>", xml)
        xml = _without_repeated_bookmarks(xml)
        xml = _DRAWING_ID.sub(lambda found: f"{found[1]}{next(ids)}{found[2]}", xml)
    xml = _EMPTY_STORY.sub(r"\1<w:p/>\3", xml)
    return _with_fitting_grids(xml) if part.may_change_columns else xml


def _without_repeated_bookmarks(xml: str) -> str:
    seen: set[str] = set()

    def first_only(found: re.Match[str]) -> str:
        key = found[1] + found[2]
        if key in seen:
            return ""
        seen.add(key)
        return found.group()

    return _BOOKMARK.sub(first_only, xml)


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
