"""The parts that follow the rows of a filled sheet: drawings, charts, tables, comments, names, other sheets."""

from collections.abc import Callable, Sequence

from lxml import etree

from reports.excel.cells import SheetOfBook
from reports.excel.moves import follow_formulas, move_anchors
from reports.excel.references import Maps, follow, follow_range
from reports.excel.row_map import RowMap
from reports.excel.xml import s, split_address
from reports.office_files.package_parts import Parts, parts_of_type, relationships
from reports.office_files.packages import pack, parse_xml, to_bytes

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_CHART_EX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_THREAD = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}threadedComment"
_VML_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_CORNERS, _TOP, _BOTTOM = 8, 2, 6  # of an anchor: column, offset, row, offset, twice
_TABLE_NEEDS = 2  # Excel opens no table without a row below its head


def move_followers(parts: Parts, book: etree._Element, sheets: Sequence[SheetOfBook], maps: Maps) -> None:
    """Everything outside the filled sheets that is tied to their rows: `maps` by the name of each filled sheet.

    `book` is the workbook's root, whose names follow; the caller writes it. Formulas and links on the sheets that
    were not filled follow, too. Raises UserError for a broken part.
    """
    for entry in book.iter(s("definedName")):
        entry.text = follow(entry.text or "", "", maps)
    for sheet in sheets:
        if sheet.title in maps:
            _move_parts_of(parts, sheet, maps)
        else:
            _change(parts, sheet.part, lambda root, title=sheet.title: _other_sheet(root, title, maps))  # type: ignore[misc]
    for name in parts_of_type(parts, "drawingml.chart+xml", "chartex+xml"):
        _change(parts, name, lambda root: _chart(root, maps))
    for name in parts_of_type(parts, "pivotCacheDefinition+xml"):
        _change(parts, name, lambda root: _pivot_source(root, maps))


def _move_parts_of(parts: Parts, sheet: SheetOfBook, maps: Maps) -> None:
    rows = maps[sheet.title]
    movers: dict[str, Callable[[etree._Element], bool]] = {
        "drawing": lambda root: _drawing(root, rows),
        "table": lambda root: _table(root, sheet.title, maps),
        "comments": lambda root: _comments(root, (s("comment"),), rows),
        "threadedComment": lambda root: _comments(root, (_THREAD,), rows),
        "vmlDrawing": lambda root: _shapes(root, rows),
        "pivotTable": lambda root: _pivot(root, rows),
    }
    for _, kind, name in relationships(parts, sheet.part):
        if kind in movers and name in parts:
            _change(parts, name, movers[kind])


def _change(parts: Parts, name: str, change: Callable[[etree._Element], bool]) -> None:
    """Writes a part again only when something in it moved, so that all else stays as it lies."""
    content = parts[name].content()
    root = _read_vml(content) if name.endswith(".vml") else parse_xml(name, content)
    if change(root):
        parts[name] = pack(name, to_bytes(root))


def _read_vml(content: bytes) -> etree._Element:
    """A drawing of the old kind; Excel itself leaves tags of HTML open in its texts."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


def _other_sheet(root: etree._Element, title: str, maps: Maps) -> bool:
    before = to_bytes(root)
    for cell in root.iter(s("c")):
        formula = cell.find(s("f"))
        if formula is None or not formula.text:
            continue
        moved = follow(formula.text, title, maps)
        if moved != formula.text:
            formula.text = moved
            for value in cell.findall(s("v")):  # what it came to before the rows moved
                cell.remove(value)
            cell.attrib.pop("t", None)
    follow_formulas(root, title, maps)
    return to_bytes(root) != before


def _drawing(root: etree._Element, rows: RowMap) -> bool:
    move_anchors(root, rows)
    return True


def _chart(root: etree._Element, maps: Maps) -> bool:
    """The series of a chart follow; the numbers that it remembers of the template's rows go."""
    moved = False
    for formula in root.iter(f"{_CHART}f", f"{_CHART_EX}f"):
        text = follow(formula.text or "", "", maps)
        if text != formula.text:
            formula.text, moved = text, True
            for cache in list(formula.itersiblings(f"{_CHART}numCache", f"{_CHART}strCache")):
                if (owner := cache.getparent()) is not None:
                    owner.remove(cache)
    return moved


def _table(root: etree._Element, title: str, maps: Maps) -> bool:
    """A table takes all copies of its rows; one without any keeps an empty row, as Excel asks for."""
    for element in (root, *root.iter(s("autoFilter"), s("sortState"), s("sortCondition"))):
        start, _, end = (element.get("ref") or "").partition(":")
        (left, top), (right, bottom) = split_address(start), split_address(end or start)
        first = maps[title].first(top)
        last = maps[title].last(bottom)
        if element is root:
            last = max(last, first + _TABLE_NEEDS - 1)
        element.set("ref", f"{left}{first}:{right}{max(first, last)}")
    for formula in root.iter(s("calculatedColumnFormula"), s("totalsRowFormula")):
        formula.text = follow(formula.text or "", title, maps)
    return True


def _comments(root: etree._Element, tags: tuple[str, ...], rows: RowMap) -> bool:
    for comment in list(root.iter(*tags)):
        moved = follow_range(comment.get("ref") or "", rows)
        owner = comment.getparent()
        if moved:
            comment.set("ref", moved.partition(":")[0])
        elif owner is not None:
            owner.remove(comment)
    return True


def _shapes(root: etree._Element, rows: RowMap) -> bool:
    """The boxes of comments and controls, in the old drawing language, with rows counted from 0."""
    for data in list(root.iter(f"{_VML_EXCEL}ClientData")):
        cell, anchor, shape = data.find(f"{_VML_EXCEL}Row"), data.find(f"{_VML_EXCEL}Anchor"), data.getparent()
        corners = (anchor.text or "").split(",") if anchor is not None else []
        top = int(cell.text or 0) if cell is not None else int(corners[_TOP]) if len(corners) == _CORNERS else -1
        if top < 0:
            continue
        if cell is not None and top < rows.height and not rows.all(top + 1):
            if shape is not None and (owner := shape.getparent()) is not None:
                owner.remove(shape)
            continue
        by = rows.first(top + 1) - 1 - top
        if cell is not None:
            cell.text = str(top + by)
        if anchor is not None and len(corners) == _CORNERS:
            for place in (_TOP, _BOTTOM):
                corners[place] = f" {max(0, int(corners[place]) + by)}"
            anchor.text = ",".join(corners)
    return True


def _pivot(root: etree._Element, rows: RowMap) -> bool:
    for place in root.iter(s("location")):
        place.set("ref", follow_range(place.get("ref") or "", rows) or place.get("ref") or "")
    return True


def _pivot_source(root: etree._Element, maps: Maps) -> bool:
    moved = False
    for source in root.iter(s("worksheetSource")):
        rows, reference = maps.get(source.get("sheet") or ""), source.get("ref") or ""
        if rows is not None and reference and (new := follow_range(reference, rows)):
            source.set("ref", new)
            moved = True
    return moved
