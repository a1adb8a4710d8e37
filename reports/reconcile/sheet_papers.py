"""A sheet paper opened for reconciling: its values, the typed cells of its filled rows, its columns as tables."""

from collections import defaultdict

from reports.excel.row_order import SORTED_BY_HAND, sorted_sheet
from reports.excel.trace import BaseCell, SheetCell, SheetPaper, SheetPrint, read_sheet_paper
from reports.reconcile.opened import Item, Line, OpenedPaper, Table, Value, plain


def open_sheet_paper(name: str, content: bytes) -> OpenedPaper:
    """The paper as the rules see it. Raises UserError for a file that is no sound .xlsx."""
    paper = read_sheet_paper(content)
    if mixed := sorted_sheet(paper):
        return OpenedPaper(name, unread=SORTED_BY_HAND.format(mixed))
    filled = {paper.now(cell.place): cell for cell in paper.base}
    base = {cell.place: cell for cell in paper.base}
    return OpenedPaper(
        name,
        values=tuple(_value(one, base.get(one.base)) for one in paper.prints),
        lines=tuple(_lines(paper, {place for place in filled if place is not None})),
        items=(*(_item(paper, cell) for cell in paper.base if not cell.is_number), *_lost_rows(paper)),
        tables=tuple(_tables(paper)),
    )


def _value(one: SheetPrint, base: BaseCell | None) -> Value:
    text: str | None = one.text
    if one.place is None or not one.now.strip():
        text = None
    elif plain(one.now) != plain(one.whole) and plain(one.text) not in plain(one.now):
        text = one.now
    number = base.number if base else None
    return Value(
        one.id,
        one.place.words if one.place else "",
        one.record,
        one.field,
        one.text,
        text if number is None or text is None else one.now,
        one.what,
        one.of,
        item=_row_of(one),
        number=one.number_now if number is not None else None,
        printed_number=number,
    )


def _lines(paper: SheetPaper, filled: set[object]) -> list[Line]:
    """Cells that somebody filled in rows of ours, and texts of ours; formulas and the template's heads are none."""
    rows = {(found.sheet, found.row) for found in filled}  # type: ignore[attr-defined]
    return [
        Line(one.place.words, one.cell.text)
        for one in paper.cells
        if (one.place.sheet, one.place.row) in rows and one.place not in filled and not one.cell.formula
    ]


def _item(paper: SheetPaper, cell: BaseCell) -> Item:
    """A cell of words that the program filled, as an item of its own: changed words are compared with it."""
    place = paper.now(cell.place)
    now = paper.by_place.get(place) if place else None
    where = place.words if place else cell.place.words
    return Item(
        id=f"{cell.place.sheet}!{cell.place.address}",
        printed=cell.whole,
        text=now.cell.text if now else None,
        place=where,
    )


def _row_of(one: SheetPrint) -> str:
    return f"{one.base.sheet}!{one.base.row}"


def _lost_rows(paper: SheetPaper) -> list[Item]:
    """The filled rows that somebody deleted, each as one item with all that stood in it."""
    lost = {f"{sheet}!{row}" for (sheet, row), now in paper.rows.items() if not now}
    texts: dict[str, list[str]] = defaultdict(list)
    for cell in paper.base:
        texts[f"{cell.place.sheet}!{cell.place.row}"].append(cell.whole)
    records: dict[str, set[str]] = defaultdict(set)
    for one in paper.prints:
        records[_row_of(one)].add(one.record)
    return [
        Item(id=row, printed=" | ".join(texts[row]), text=None, records=frozenset(records[row] - {""}))
        for row in sorted(lost)
    ]


def _tables(paper: SheetPaper) -> list[Table]:
    """Each visible sheet as one table of the cells that hold something, by its columns."""
    sheets: dict[str, dict[int, dict[str, SheetCell]]] = defaultdict(lambda: defaultdict(dict))
    for one in paper.cells:
        sheets[one.place.sheet][one.place.row][one.place.column] = one
    return [_table(sheet, rows) for sheet, rows in sheets.items()]


def _table(sheet: str, rows: dict[int, dict[str, SheetCell]]) -> Table:
    columns = sorted({column for row in rows.values() for column in row}, key=lambda one: (len(one), one))
    return Table(
        tuple(
            (
                f"trang tính “{sheet}”, dòng {number}",
                tuple(_shown(rows[number].get(column)) for column in columns),
            )
            for number in sorted(rows)
        )
    )


def _shown(cell: SheetCell | None) -> str:
    if cell is None:
        return ""
    return "công thức" if cell.cell.formula else cell.cell.text
