"""Rows put into an official form below the last row of a range, where a list is longer than the form."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from reports.excel.cells import SheetOfBook
from reports.excel.followers import move_followers
from reports.excel.models import full_formula, shared_formulas
from reports.excel.moves import move_sheet
from reports.excel.official_form import OfficialForm
from reports.excel.official_places import Area, named_areas
from reports.excel.official_rows import Merges, as_rows, is_list
from reports.excel.references import LAST_ROW, follow, follow_range, rows_referred, shifted
from reports.excel.row_map import RowMap
from reports.excel.xml import s, split_address
from reports.office_files.packages import pack, parse_xml, to_bytes
from ward.errors import UserError


def inserted_rows(
    form: OfficialForm, areas: Mapping[str, Area], values: Mapping[str, object]
) -> tuple[OfficialForm, Mapping[str, Area]]:
    """The form with as many rows more as the lists need, and where the areas lie in it.

    New rows look like the last row of their range, with its formulas; everything below moves down, and what
    refers to it follows. Raises UserError for a broken part.
    """
    missing: dict[str, dict[int, int]] = {}
    for name, area in areas.items():
        last, count = _missing(area, values[name], form.sheet(area.sheet)[1])
        if count > 0:
            found = missing.setdefault(area.sheet, {})
            found[last] = max(count, found.get(last, 0))
    if not missing:
        return form, areas
    parts = dict(form.parts)
    maps = {title: _row_map(form, title, more) for title, more in missing.items()}
    for title, rows in maps.items():
        part = form.sheets[title]
        root = parse_xml(part, parts[part].content())
        _put_rows(root, title, rows, maps)
        move_sheet(root, title, maps)
        parts[part] = pack(part, to_bytes(root))
    book = parse_xml(form.book, parts[form.book].content())
    sheets = [SheetOfBook(title, part, visible=True) for title, part in form.sheets.items()]
    move_followers(parts, book, sheets, maps)
    parts[form.book] = pack(form.book, to_bytes(book))
    moved = {name: _moved(area, maps) for name, area in areas.items()}
    return replace(form, parts=parts, named=named_areas(book)), moved


def _missing(area: Area, value: object, merges: Merges) -> tuple[int, int]:
    """The last row of the area that takes values, and how many rows it lacks."""
    if not is_list(value):
        return area.bottom, 0
    rows: Sequence[int] = merges.rows(area)
    return rows[-1], len(as_rows(value, area)) - len(rows)


def _row_map(form: OfficialForm, title: str, more: Mapping[int, int]) -> RowMap:
    height = max(*form.sheet(title)[0].rows, *more)
    if height + sum(more.values()) > LAST_ROW:
        raise UserError(f"Trang tính “{title}” không còn chỗ để chèn dòng. Hãy xóa các dòng thừa ở cuối trang.")
    return RowMap([row for row in range(1, height + 1) for _ in range(1 + more.get(row, 0))], height)


def _moved(area: Area, maps: Mapping[str, RowMap]) -> Area:
    rows = maps.get(area.sheet)
    return replace(area, top=rows.first(area.top), bottom=rows.last(area.bottom)) if rows else area


def _put_rows(root: etree._Element, title: str, rows: RowMap, maps: Mapping[str, RowMap]) -> None:
    data = root.find(s("sheetData"))
    models = [] if data is None else list(data)
    masters = shared_formulas(root)
    for cell in root.iter(s("c")):  # a shared formula cannot be shared over rows that move apart
        formula = cell.find(s("f"))
        if formula is not None and formula.get("t") == "shared":
            formula.text = full_formula(cell, masters)
            for key in ("t", "si", "ref"):
                formula.attrib.pop(key, None)
    for model in models:
        number = int(model.get("r") or 0)
        copies = [model, *(deepcopy(model) for _ in rows.all(number)[1:])]
        for place, (row, new_number) in enumerate(zip(copies, rows.all(number), strict=True)):
            if place:
                copies[place - 1].addnext(row)
            _renumber(row, number, new_number, place, title, maps)


def _renumber(row: etree._Element, old: int, new: int, place: int, title: str, maps: Mapping[str, RowMap]) -> None:
    """Gives a row its new number; a copy (`place` > 0) keeps looks and formulas, but no value."""
    row.set("r", str(new))
    for cell in row.iter(s("c")):
        cell.set("r", f"{split_address(cell.get('r') or '')[0]}{new}")
        formula = cell.find(s("f"))
        if formula is None:
            if place:
                cell[:] = []
                cell.attrib.pop("t", None)
            continue
        text = formula.text or ""
        if place and old - 1 in rows_referred(text):  # it counts on from the row above
            formula.text = shifted(text, 0, place)
        else:
            formula.text = follow(text, title, maps, new)
        if formula.get("ref"):
            formula.set("ref", follow_range(formula.get("ref") or "", maps[title]))
