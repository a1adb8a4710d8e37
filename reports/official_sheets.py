"""The door to official forms: values put into named cells and ranges of a given .xlsx, all else as it lies.

Only the cells are written anew, inside the XML: formats, checks, conditions, merges, drawings, OLE objects,
comments, hidden sheets, protection and print settings keep every byte. What openpyxl's load and save would drop
stays, since nothing is loaded but cells.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from reports.language import UnprintableError
from reports.official_form import OfficialForm, read_form
from reports.official_inserts import inserted_rows
from reports.official_places import Area, Places
from reports.official_rows import rows_of
from reports.official_values import Shown, StyleBook, cell_xml, short_number, shown
from reports.package_parts import Parts, stamped
from reports.packages import pack, parse_xml, read_template, to_bytes, write_whole, zipped
from reports.prints import NOWHERE, Filled, PrintList, PrintStamp
from reports.sheet_prints import FIXED_ROW, add_prints
from reports.sheet_rows import FilledCell
from reports.sheet_strings import AddedStrings
from reports.sheet_xml import column_letters
from ward.errors import UserError


def fill_official(
    form: Path | bytes,
    values: Mapping[str, object],
    target: Path,
    *,
    places: Mapping[str, str] | None = None,
    insert_rows: bool = False,
    kind: str = "",
) -> Filled:
    """Fills an official form and writes it to `target`, whole or not at all; the same input, the same bytes.

    `values`: by a name of the form, or a name of `places`, which gives addresses such as “Biểu 1!C5:F20”. A cell
    takes one value, a range a list of rows (of a single row or column also a list of values). Numbers are exact
    numbers in the form's own format, days are days, texts stay texts, None empties a cell; of merged cells the
    top left one is filled, and a row has no values for the others. More rows than the range has are refused, or,
    with `insert_rows`, come in below its last row and look like it. Values of records are anchored as `fill_sheet`
    does. Formulas are worked out when the file is opened.

    Raises UserError (in Vietnamese) for a name that the form does not have, with the nearest one, for values that
    do not fit or would stand on a formula of the form, an unsafe file, or a target that cannot be written.
    """
    content, paper = fill_official_bytes(form, values, places=places, insert_rows=insert_rows, kind=kind)
    write_whole(target, content)
    return replace(paper, path=target)


def fill_official_bytes(
    form: Path | bytes,
    values: Mapping[str, object],
    *,
    places: Mapping[str, str] | None = None,
    insert_rows: bool = False,
    kind: str = "",
    stamp: PrintStamp | None = None,
) -> tuple[bytes, Filled]:
    """The bytes of a filled form, and what it printed, with the path NOWHERE. Raises as `fill_official`.

    With a `stamp` the file's properties say who made it and when; with a `kind` it says what it is, whether or not
    a value of a record stands in it.
    """
    content = read_template(form)
    ready = read_form(content)
    found = Places(ready.named, places or {}, ready.sheets)
    areas: Mapping[str, Area] = {name: found[name] for name in values}
    slots = {name: _slot(name, area) for name, area in areas.items()}
    if insert_rows:
        ready, areas = inserted_rows(ready, areas, values)
    filling = _Filling(ready)
    for name, value in values.items():
        filling.put(name, areas[name], value, slots[name])
    parts = filling.written(kind)
    made = zipped(stamped(parts, stamp) if stamp else parts)
    return made, Filled(NOWHERE, hashlib.sha256(made).hexdigest(), tuple(filling.prints.prints))


def official_names(form: Path | bytes) -> Mapping[str, Area]:
    """The names of a form that values can be given for, with their areas. Raises UserError for an unsafe file."""
    return read_form(read_template(form)).named


def _slot(name: str, area: Area) -> str:
    """Which row of the form a filled cell is in, by its range where it is one of a list."""
    return name if area.height > 1 else f"{FIXED_ROW}{area.top}"


class _Filling:
    """One filling of a form: the cells that change, by sheet, row and column."""

    def __init__(self, form: OfficialForm) -> None:
        self.prints = PrintList()
        self._form = form
        self._parts = dict(form.parts)
        self._strings = AddedStrings(*form.texts)
        self._styles = StyleBook(lambda: parse_xml(form.styles, form.parts[form.styles].content()))
        self._changes: dict[str, dict[int, dict[int, str]]] = {}
        self._filled: list[tuple[str, int, int, object, str]] = []
        self._traces = False

    def put(self, name: str, area: Area, value: object, slot: str) -> None:
        """Notes the cells of one name. Raises UserError for values that do not fit."""
        sheet, merges = self._form.sheet(area.sheet)
        changes = self._changes.setdefault(area.sheet, {})
        for row, column, one in rows_of(name, area, value, merges):
            opening, style, is_formula = sheet.spot(row, column)
            digits = "" if is_formula else short_number(one)
            if digits:
                changes.setdefault(row, {})[column] = f"{opening}><v>{digits}</v></c>"
                self._filled.append((area.sheet, row, column, one, slot))
                continue
            address = f"{column_letters(column)}{row}"
            if is_formula:
                if one is None:
                    continue
                raise UserError(f"Ô {address} của vùng “{name}” có công thức của biểu. Hãy để trống giá trị này.")
            try:
                what = shown(one, self._form.first_day)
            except (TypeError, UnprintableError) as error:
                raise UserError(f"Giá trị của ô {address} (vùng “{name}”) không phải số, chữ hay ngày.") from error
            changes.setdefault(row, {})[column] = cell_xml(address, style, what, self._strings.number, self._styles)
            self._filled.append((area.sheet, row, column, what, slot))
            self._traces = self._traces or bool(what.sources)

    def written(self, kind: str) -> Parts:
        """The parts of the filled form."""
        for title, changes in self._changes.items():
            part = self._form.sheets[title]
            self._parts[part] = pack(part, self._form.sheet(title)[0].with_cells(changes).encode())
        if self._traces or kind:
            filled = [self._traced(*cell) for cell in self._filled]
            root = parse_xml(self._form.book, self._parts[self._form.book].content())
            add_prints(self._parts, self._form.book, root, filled, self._strings.number, kind)
        if added := self._strings.written():
            self._parts[self._form.strings] = pack(self._form.strings, added)
        if self._styles.changed:
            self._parts[self._form.styles] = pack(self._form.styles, to_bytes(self._styles.root))
        return self._parts

    def _traced(self, sheet: str, row: int, column: int, value: object, slot: str) -> FilledCell:
        what = value if isinstance(value, Shown) else shown(value, self._form.first_day)
        place = f"{sheet}!{column_letters(column)}{row}"
        before = len(self.prints.prints)
        for text, source in what.sources:
            self.prints.add(source, text, place)
        prints = tuple(self.prints.prints[before:])
        return FilledCell(sheet, column_letters(column), row, slot, what.value, prints)
