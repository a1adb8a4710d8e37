"""The door to official forms: values put into named cells and ranges of a given .xlsx, all else as it lies.

Only the cells are written anew, inside the XML: formats, checks, conditions, merges, drawings, OLE objects,
comments, hidden sheets, protection and print settings keep every byte. What openpyxl's load and save would drop
stays, since nothing is loaded but cells.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from reports.excel.lines import NUMBER, TEXT, FilledPlace, TraceLines
from reports.excel.official_form import OfficialForm, read_form
from reports.excel.official_inserts import inserted_rows
from reports.excel.official_places import Area, Places
from reports.excel.official_rows import rows_of
from reports.excel.official_values import Shown, StyleBook, cell_xml, short_number, short_text, shown
from reports.excel.prints import FIXED_ROW
from reports.excel.strings import AddedStrings
from reports.language import UnprintableError
from reports.later import Later
from reports.office_files.package_parts import Parts, stamped
from reports.office_files.packages import pack, parse_xml, read_template, to_bytes, write_whole, zipped
from reports.prints import NOWHERE, Filled, Print, PrintList, PrintStamp, Source
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
    return made, Filled(NOWHERE, hashlib.sha256(made).hexdigest(), filling.prints)


def official_names(form: Path | bytes) -> Mapping[str, Area]:
    """The names of a form that values can be given for, with their areas. Raises UserError for an unsafe file."""
    return read_form(read_template(form)).named


def _slot(name: str, area: Area) -> str:
    """Which row of the form a filled cell is in, by its range where it is one of a list."""
    return name if area.height > 1 else f"{FIXED_ROW}{area.top}"


class _Filling:
    """One filling of a form: the cells that change, by sheet, row and column, and what they show."""

    def __init__(self, form: OfficialForm) -> None:
        self._form = form
        self._strings = AddedStrings(*form.texts)
        self._styles = StyleBook(lambda: parse_xml(form.styles, form.parts[form.styles].content()))
        self._changes: dict[str, dict[int, dict[int, str]]] = {}
        self._filled: list[FilledPlace[Source]] = []
        self._names: list[str] = []

    @property
    def prints(self) -> Sequence[Print]:
        """What was printed from records, in order; after `written`."""
        return Later(self._prints)

    def put(self, name: str, area: Area, value: object, slot: str) -> None:
        """Notes the cells of one name. Raises UserError for values that do not fit."""
        sheet, merges = self._form.sheet(area.sheet)
        changes = self._changes.setdefault(area.sheet, {})
        note, title = self._filled.append, area.sheet
        for row, column, one in rows_of(name, area, value, merges):
            opening, style, is_formula, letters = sheet.spot(row, column)
            if is_formula:
                if one is not None:
                    raise _on_formula(f"{letters}{row}", name)
                continue
            digits, sources = short_number(one)
            if digits:
                xml, whole, kind = f"{opening}><v>{digits}</v></c>", digits, NUMBER
            elif text := short_text(one):
                xml, whole, kind = f'{opening} t="s"><v>{self._strings.number(text)}</v></c>', text, TEXT
            else:
                address = f"{letters}{row}"
                what = self._shown(one, name, address)
                xml = cell_xml(address, style, what, self._strings.number, self._styles)
                whole, sources = what.written, what.sources
                kind = NUMBER if isinstance(what.value, Decimal) else TEXT
            changes.setdefault(row, {})[column] = xml
            note((title, letters, row, whole, kind, sources, slot, letters))

    def _shown(self, value: object, name: str, address: str) -> Shown:
        try:
            return shown(value, self._form.first_day)
        except (TypeError, UnprintableError) as error:
            raise UserError(f"Giá trị của ô {address} (vùng “{name}”) không phải số, chữ hay ngày.") from error

    def written(self, kind: str) -> Parts:
        """The parts of the filled form."""
        form = self._form
        traces = kind or any(cell[5] for cell in self._filled)
        parts = dict(form.room.parts if traces else form.parts)
        for title, changes in self._changes.items():
            part = form.sheets[title]
            parts[part] = pack(part, form.sheet(title)[0].with_cells(changes).encode())
        if traces:
            parts.update(form.room.with_lines(self._lines(kind)))
        if added := self._strings.written():
            parts[form.strings] = pack(form.strings, added)
        if self._styles.changed:
            parts[form.styles] = pack(form.styles, to_bytes(self._styles.root))
        return parts

    def _lines(self, kind: str) -> TraceLines:
        """The lines of the hidden sheet; the names of the values in them are kept."""
        lines, names = TraceLines(), PrintList()

        def name_of(source: Source) -> str:
            self._names.append(name := names.name(source))
            return name

        lines.add(self._filled, name_of)
        lines.end(kind)
        return lines

    def _prints(self) -> Iterator[Print]:
        names = iter(self._names)
        for sheet, letters, row, _whole, _kind, sources, _slot, _model in self._filled:
            for text, one in sources:
                place = f"{sheet}!{letters}{row}"
                yield Print(next(names), one.record, one.field, text, place, one.what, of=one.of)


def _on_formula(address: str, name: str) -> UserError:
    return UserError(f"Ô {address} của vùng “{name}” có công thức của biểu. Hãy để trống giá trị này.")
