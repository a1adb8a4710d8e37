"""Writes a refreshed sheet: the chosen cells inside the XML, and anew what the file says of its own prints."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from reports.excel.official_form import OfficialForm, read_form
from reports.excel.official_values import Shown, StyleBook, cell_xml
from reports.excel.prints import add_prints
from reports.excel.refresh import SheetWork
from reports.excel.refresh_match import FilledRow
from reports.excel.rows import FilledCell
from reports.excel.strings import AddedStrings
from reports.excel.trace import BaseCell, SheetPrint
from reports.excel.xml import column_number
from reports.office_files.packages import pack, parse_xml, to_bytes, zipped
from reports.paper_kinds import FORM
from reports.prints import Print
from reports.refreshing.proposals import Choice


def written(work: SheetWork, chosen: Mapping[str, Choice]) -> bytes:
    """The bytes of the refreshed sheet. Raises UserError for a sheet that is not written as Office programs do."""
    form = read_form(work.content)
    parts = dict(form.parts)
    strings = AddedStrings(*form.texts)
    styles = StyleBook(lambda: parse_xml(form.styles, form.parts[form.styles].content()))
    for title, changes in _changes(work, chosen, form, strings, styles).items():
        part = form.sheets[title]
        parts[part] = pack(part, form.sheet(title)[0].with_cells(changes).encode())
    book = parse_xml(form.book, parts[form.book].content())
    add_prints(parts, form.book, book, list(_filled(work)), work.paper.kind)
    if added := strings.written():
        parts[form.strings] = pack(form.strings, added)
    if styles.changed:
        parts[form.styles] = pack(form.styles, to_bytes(styles.root))
    return zipped(parts)


def _changes(
    work: SheetWork, chosen: Mapping[str, Choice], form: OfficialForm, strings: AddedStrings, styles: StyleBook
) -> dict[str, dict[int, dict[int, str]]]:
    changes: dict[str, dict[int, dict[int, str]]] = {}
    for cell in work.cells:
        choice = chosen[cell.key]
        if choice == "typed":
            continue
        what = cell.today if choice == "today" else cell.printed
        row, column = cell.place.row, column_number(cell.place.column)
        style = form.sheet(cell.place.sheet)[0].style(row, column)
        if what.is_number and work.paper.kind != FORM:  # a given form keeps its own formats
            style = styles.for_decimals(style, _decimals(what))
        xml = cell_xml(cell.place.address, style, _shown(what), strings.number, styles)
        changes.setdefault(cell.place.sheet, {}).setdefault(row, {})[column] = xml
    return changes


def _shown(cell: BaseCell) -> Shown:
    return Shown(Decimal(cell.whole) if cell.is_number else cell.whole)


def _decimals(cell: BaseCell) -> int:
    return len(cell.whole.partition(".")[2])


def _filled(work: SheetWork) -> Iterator[FilledCell]:
    """What the file remembers from now on: of each cell, where it lies, what today's records say.

    What the clerk kept against them stands out again as soon as they change once more.
    """
    taken: set[str] = set()
    for old, new in work.rows:
        known = new or old
        for column, printed in old.cells.items():
            place = work.paper.now(printed.place)
            if place is None:
                continue
            cell = known.cells.get(column, printed)
            prints = tuple(_prints(known if column in known.cells else old, column, taken))
            yield FilledCell(place.sheet, place.column, place.row, old.slot, _shown(cell).value, prints, column)


def _prints(row: FilledRow, column: str, taken: set[str]) -> Iterator[Print]:
    for one in row.prints_in(column):
        name = _free(one, taken)
        taken.add(name)
        yield Print(name, one.record, one.field, one.text, "", one.what, of=one.of)


def _free(one: SheetPrint, taken: set[str]) -> str:
    """The value's name; another number behind it where an older row bears the same."""
    if one.id not in taken:
        return one.id
    stem = one.id.rpartition("_")[0]
    return next(name for number in range(1, len(taken) + 2) if (name := f"{stem}_{number}") not in taken)
