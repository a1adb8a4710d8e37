"""What lies on a sheet besides its cells, and follows its rows: merges, conditions, checks, links, breaks, panes."""

from collections.abc import Iterable

from lxml import etree

from reports.excel.references import Maps, follow, follow_range, follow_ranges
from reports.excel.row_map import RowMap
from reports.excel.xml import s, split_address

XM = "{http://schemas.microsoft.com/office/excel/2006/main}"
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_LISTS_OF_RANGES = ("conditionalFormatting", "dataValidation", "protectedRange", "ignoredError")
_RANGES = ("autoFilter", "sortState", "sortCondition", "hyperlink")
_COUNTED = ("dataValidations", "mergeCells", "rowBreaks", "tableParts")


def move_sheet(root: etree._Element, title: str, maps: Maps) -> None:
    """Moves everything on the sheet `title` that is tied to its rows, but the rows themselves."""
    rows = maps[title]
    _move_merges(root, rows)
    for element in list(root.iter(*(s(name) for name in _LISTS_OF_RANGES))):
        _set_or_drop(element, "sqref", follow_ranges(element.get("sqref") or "", rows))
    for element in list(root.iter(*(s(name) for name in _RANGES))):
        _set_or_drop(element, "ref", follow_range(element.get("ref") or "", rows))
    for ranges in list(root.iter(f"{XM}sqref")):
        ranges.text = follow_ranges(ranges.text or "", rows)
        if not ranges.text and (owner := ranges.getparent()) is not None:
            _drop(owner)
    _move_view(root, rows)
    for line in root.iterfind(f"{s('rowBreaks')}/{s('brk')}"):
        line.set("id", str(rows.last(int(line.get("id") or 0))))
    move_anchors(root, rows)
    _recount(root)
    follow_formulas(root, title, maps)


def follow_formulas(root: etree._Element, title: str, maps: Maps) -> None:
    """The formulas of conditions, checks and links of a sheet, wherever they point, in this sheet or another."""
    for formula in root.iter(s("formula"), s("formula1"), s("formula2"), f"{XM}f"):
        formula.text = follow(formula.text or "", title, maps)
    for link in root.iter(s("hyperlink")):
        if "!" in (link.get("location") or ""):
            link.set("location", follow(link.get("location") or "", title, maps))


def move_anchors(root: etree._Element, rows: RowMap) -> None:
    """Pictures, charts, shapes, OLE objects and controls: each moves with the row that its upper edge lies in.

    One that is tied to two cells grows with the rows between them; one that only moves keeps its size.
    """
    for start in root.iter(f"{XDR}from", s("from")):
        owner = start.getparent()
        if owner is None or _stays(owner):
            continue
        top = _row(start)
        new_top = rows.first(top + 1) - 1
        _set_row(start, new_top)
        end = owner.find(str(start.tag).replace("}from", "}to"))
        if end is None:
            continue
        bottom = _row(end)
        keeps_size = owner.get("editAs") == "oneCell" or (
            owner.tag == s("anchor") and not _on(owner, "sizeWithCells")
        )
        edge = 0 if int(end.findtext(f"{XDR}rowOff") or 0) else 1
        grown = bottom - top + new_top if keeps_size else rows.last(bottom + 1 - edge) - 1 + edge
        _set_row(end, max(grown, new_top))


def _stays(anchor: etree._Element) -> bool:
    """Whether an object is tied to no cell: as drawings say it, or as OLE objects and controls do."""
    if anchor.tag == s("anchor"):
        return not _on(anchor, "moveWithCells") and not _on(anchor, "sizeWithCells")
    return anchor.get("editAs") == "absolute"


def _on(anchor: etree._Element, key: str) -> bool:
    return anchor.get(key) in ("1", "true")


def _row(corner: etree._Element) -> int:
    return int(corner.findtext(f"{XDR}row") or 0)


def _set_row(corner: etree._Element, row: int) -> None:
    found = corner.find(f"{XDR}row")
    if found is not None:
        found.text = str(row)


def _move_merges(root: etree._Element, rows: RowMap) -> None:
    for merge in list(root.iterfind(f"{s('mergeCells')}/{s('mergeCell')}")):
        copies = list(_merges(merge.get("ref") or "", rows))
        for reference in copies:
            merge.addprevious(etree.Element(s("mergeCell"), {"ref": reference}))
        _drop(merge)


def _merges(reference: str, rows: RowMap) -> Iterable[str]:
    start, _, end = reference.partition(":")
    (left, top), (right, bottom) = split_address(start), split_address(end or start)
    for first in rows.all(top) if top <= rows.height else [rows.first(top)]:
        below = rows.all(bottom) if bottom <= rows.height else [rows.first(bottom)]
        last = next((row for row in below if row >= first), None)
        if last is not None:
            yield f"{left}{first}:{right}{last}"


def _move_view(root: etree._Element, rows: RowMap) -> None:
    """Frozen rows stay frozen, however many they have become; what was selected follows."""
    for pane in root.iter(s("pane")):
        frozen = int(float(pane.get("ySplit") or 0)) if (pane.get("state") or "").startswith("frozen") else 0
        corner = pane.get("topLeftCell")
        if frozen:
            pane.set("ySplit", str(rows.last(frozen)))
        if corner:
            column, row = split_address(corner)
            new_row = rows.last(frozen) + 1 if row == frozen + 1 else rows.first(row)
            pane.set("topLeftCell", f"{column}{new_row}")
    for chosen in root.iter(s("selection")):
        for key in ("activeCell", "sqref"):
            chosen.attrib.pop(key, None)


def _set_or_drop(element: etree._Element, key: str, value: str) -> None:
    if value:
        element.set(key, value)
    else:
        _drop(element)


def _drop(element: etree._Element) -> None:
    """Takes an element out, and what is empty without it."""
    owner = element.getparent()
    while owner is not None:
        owner.remove(element)
        if len(owner) or owner.tag in (s("worksheet"), s("sheetData")):
            return
        element, owner = owner, owner.getparent()


def _recount(root: etree._Element) -> None:
    for element in root.iter():
        if "count" in element.attrib and isinstance(element.tag, str):
            element.set("count", str(len(element)))
