"""A filled sheet paper read back: what it printed, where each value stands now, and every cell as it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from lxml import etree

from reports.excel.cells import WORKBOOK, Cell, CellReader, book_sheets
from reports.excel.prints import COLUMN_NAME, HEAD, KIND, NUMBER, PRINTS_SHEET, ROW_NAME
from reports.excel.xml import s, split_address
from reports.office_files.package_parts import only_part
from reports.office_files.packages import open_package, parse_xml

_REFERENCE = re.compile(
    r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!(?P<place>\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?)\Z"
)
_ENDS = re.compile(r"\$?([A-Z]*)\$?(\d*)")


@dataclass(frozen=True)
class CellPlace:
    """A cell of a sheet: F7 of “Biểu”."""

    sheet: str
    column: str
    row: int

    @property
    def address(self) -> str:
        return f"{self.column}{self.row}"

    @property
    def words(self) -> str:
        """The place as the clerk finds it: trang tính “Biểu”, ô F7."""
        return f"trang tính “{self.sheet}”, ô {self.address}"


@dataclass(frozen=True)
class SheetPrint:
    """One value that the sheet printed, and where it stands now (None: its cell is gone) with what stands there.

    `base` is where it was printed, `whole` what its whole cell showed then, `now` what the cell shows today.
    """

    id: str
    record: str
    field: str
    text: str
    what: str
    of: tuple[str, ...]
    base: CellPlace
    whole: str
    place: CellPlace | None
    now: str
    number_now: Decimal | None


@dataclass(frozen=True)
class BaseCell:
    """A cell as it was filled: a text, or the digits of a number; its row and its column of the template."""

    place: CellPlace
    whole: str
    is_number: bool
    slot: str
    model: str = ""

    @property
    def number(self) -> Decimal | None:
        return Decimal(self.whole) if self.is_number else None


@dataclass(frozen=True)
class SheetCell:
    """A cell as it stands now, with the names of the values that are anchored in it ("" cells are left out)."""

    cell: Cell
    anchors: tuple[str, ...]

    @property
    def place(self) -> CellPlace:
        return CellPlace(self.cell.sheet, self.cell.column, self.cell.row)


@dataclass(frozen=True)
class SheetPaper:
    """A sheet paper as it stands: its prints in order, the cells it filled, every cell of its visible sheets.

    `rows` and `columns` tell where a filled row or column lies now, by sheet and old number or letters (0 or "":
    it was deleted); they are empty for a paper that does not name them. `generated` names the filled cells that
    hold no record's value. `kind` is the kind of paper, where the file says it.
    """

    prints: tuple[SheetPrint, ...]
    base: tuple[BaseCell, ...]
    cells: tuple[SheetCell, ...]
    rows: dict[tuple[str, int], int] = field(default_factory=dict)
    columns: dict[tuple[str, str], str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    kind: str = ""

    @cached_property
    def by_place(self) -> dict[CellPlace, SheetCell]:
        return {found.place: found for found in self.cells}

    def now(self, base: CellPlace) -> CellPlace | None:
        """Where a filled cell lies now, by the names of its row and its column; None when it was deleted."""
        row = self.rows.get((base.sheet, base.row), base.row)
        column = self.columns.get((base.sheet, base.column), base.column)
        return CellPlace(self.titles.get(base.sheet, base.sheet), column, row) if row and column else None


def read_sheet_paper(content: bytes) -> SheetPaper:
    """A sheet paper, ours or anybody's, with what it says of itself; without a hidden sheet, its cells alone.

    Raises UserError (in Vietnamese) for a file that is no sound .xlsx.
    """
    parts = open_package(content)
    book = only_part(parts, "spreadsheetml.sheet.main+xml", WORKBOOK)
    root = parse_xml(book, parts[book].content())
    reader = CellReader(parts, book)
    sheets = book_sheets(parts, book, root)
    hidden = next((sheet for sheet in sheets if sheet.title == PRINTS_SHEET), None)
    lines = list(_lines(list(reader.cells(hidden)))) if hidden else []
    kind = next((line["Đã in"] for line in lines if line["Mã"] == KIND), "")
    lines = [line for line in lines if "!" in line["Ô"]]
    names = _names(root)
    cells = [cell for sheet in sheets if sheet.visible for cell in reader.cells(sheet)]
    return replace(_paper(lines, names, cells), kind=kind)


def _paper(lines: Sequence[dict[str, str]], names: dict[str, CellPlace | None], cells: Sequence[Cell]) -> SheetPaper:
    at = {CellPlace(cell.sheet, cell.column, cell.row): cell for cell in cells}
    known = [(_base(line), line["Dòng mẫu"]) for line in lines if line["Dòng mẫu"]]
    slots = {(place.sheet, place.row): slot for place, slot in known if place.row}
    models = {(place.sheet, place.column): model for place, model in known if not place.row}
    prints = tuple(_print(line, names, at) for line in lines if line["Bản ghi"] or line["Gồm"])
    anchored: dict[CellPlace, list[str]] = {}
    for one in prints:
        if one.place is not None:
            anchored.setdefault(one.place, []).append(one.id)
    base: dict[CellPlace, BaseCell] = {}
    for line in lines:
        if not (_is_row(line["Mã"]) or _is_column(line["Mã"])):
            place = _base(line)
            whole = line["Cả ô"] or line["Đã in"]
            slot = slots.get((place.sheet, place.row), "")
            model = models.get((place.sheet, place.column)) or place.column
            base.setdefault(place, BaseCell(place, whole, line["Kiểu"] == NUMBER, slot, model))
    named = [(_base(line), names.get(line["Mã"]), line["Mã"]) for line in lines if line["Mã"] in names]
    return SheetPaper(
        prints,
        tuple(base.values()),
        tuple(SheetCell(cell, tuple(anchored.get(place, ()))) for place, cell in at.items()),
        {(old.sheet, old.row): now.row if now else 0 for old, now, name in named if _is_row(name)},
        {(old.sheet, old.column): now.column if now else "" for old, now, name in named if _is_column(name)},
        {old.sheet: now.sheet for old, now, _ in named if now},
    )


def _lines(cells: Sequence[Cell]) -> Iterator[dict[str, str]]:
    """The lines of the hidden sheet by the words of its head; a paper of an older edition has fewer."""
    rows: dict[int, dict[str, str]] = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column] = cell.text
    head = rows.pop(1, {})
    for row in rows.values():
        yield {title: "" for title in HEAD} | {head[column]: text for column, text in row.items() if column in head}


def _names(root: etree._Element) -> dict[str, CellPlace | None]:
    """Where each hidden name of ours points now: a cell, a row (no column) or a column (row 0); None when lost."""
    found = {}
    for name in root.iter(s("definedName")):
        key = name.get("name") or ""
        if key.startswith(PRINTS_SHEET):
            found[key] = _pointed(name.text or "", by_row=_is_row(key), by_column=_is_column(key))
    return found


def _is_row(name: str) -> bool:
    """Whether this names a row; a value's name may begin so too, but no number alone follows there."""
    return name.startswith(ROW_NAME) and name[len(ROW_NAME) :].isdecimal()


def _is_column(name: str) -> bool:
    return name.startswith(COLUMN_NAME) and name[len(COLUMN_NAME) :].isdecimal()


def _pointed(reference: str, *, by_row: bool, by_column: bool) -> CellPlace | None:
    read = _REFERENCE.match(reference)
    if read is None:
        return None
    sheet = (read["quoted"] or read["plain"]).replace("''", "'")
    column, row = _ENDS.match(read["place"]).groups()  # type: ignore[union-attr]
    if not (row if by_row else column if by_column else column and row):
        return None
    return CellPlace(sheet, "" if by_row else column, 0 if by_column else int(row))


def _base(line: dict[str, str]) -> CellPlace:
    sheet, _, address = line["Ô"].rpartition("!")
    start = address.partition(":")[0]
    if start.isdecimal():
        return CellPlace(sheet, "", int(start))
    if start.isalpha():
        return CellPlace(sheet, start, 0)
    return CellPlace(sheet, *split_address(start))


def _print(line: dict[str, str], names: dict[str, CellPlace | None], at: dict[CellPlace, Cell]) -> SheetPrint:
    place = names.get(line["Mã"])
    cell = at.get(place) if place else None
    return SheetPrint(
        line["Mã"], line["Bản ghi"], line["Trường"], line["Đã in"], line["Nhãn"], tuple(line["Gồm"].split()),
        _base(line), line["Cả ô"] or line["Đã in"], place, cell.text if cell else "", cell.number if cell else None,
    )  # fmt: skip
