"""The rows of a filled sheet: values put into model rows and written as XML."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reports.excel.references import follow
from reports.excel.row_map import RowMap
from reports.prints import Number, Print, PrintList
from reports.tags import Tag
from reports.values import traced, writable
from ward.errors import UserError

MAX_CELL_TEXT = 32_767
MAX_EXACT_DIGITS = 15
_FORMULA_SIGNS = ("=", "+", "-", "@")
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


@dataclass(frozen=True)
class CellModel:
    """A cell of the template: column, style, and how it is filled."""

    column: str
    style: int
    filled: bool  # its text comes from tags
    formula: str
    fixed: str  # attributes and children of a cell that stays as it is, e.g. ' t="s"><v>3</v>'


@dataclass(frozen=True)
class RowModel:
    """A row of the template: its number there, its attributes (height, outline), its cells."""

    number: int
    attributes: str
    cells: tuple[CellModel, ...]
    slot: str = ""  # which row of the template it is, whatever rows above it come or go


@dataclass(frozen=True)
class FilledCell:
    """A cell that was filled: where it lies, its row and column of the template, what it shows, its prints.

    `model` is the template's column where it is another than the cell's: the clerk put columns in between.
    """

    sheet: str
    column: str
    row: int
    slot: str
    shown: Decimal | str
    prints: tuple[Print, ...]
    model: str = ""


@dataclass
class SheetPrinting:
    """Takes the values of one sheet as its program runs: rows in order, each with what stands in its cells."""

    literals: Sequence[str]
    rows: list[tuple[int, dict[int, list[object]]]] = field(default_factory=list)
    cells: dict[int, list[object]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def write(self, value: object, cell: int) -> str:
        """Puts a value into a cell. Raises UnprintableError for what is no text and no number."""
        if not isinstance(value, Decimal):
            list(traced(value))
        self.cells.setdefault(cell, []).append(value)
        return ""

    def unknown(self, tag: Tag, name: str, near: str) -> str:
        """Marks the cell where an unknown name was to stand."""
        self.cells.setdefault(tag.slot, []).append(f"[?{name}?]")
        return ""

    def put_text(self, literal: int, cell: int) -> str:
        """Puts the plain text around tags into a cell."""
        self.cells.setdefault(cell, []).append(self.literals[literal])
        return ""

    def end_row(self, model: int) -> str:
        """Ends a row."""
        self.rows.append((model, self.cells))
        self.cells = {}
        return ""


@dataclass(frozen=True)
class Looks:
    """How the sheet shows what stands in it: a style's variant, a shared text's number, a row's height."""

    style: Callable[[int, int | str], int]
    text: Callable[[str], int]
    height: Callable[[int, Iterable[tuple[str, int, str]]], float]


def rows_xml(
    models: Sequence[RowModel],
    printing: SheetPrinting,
    maps: Mapping[str, RowMap],
    looks: Looks,
    prints: PrintList,
    sheet: str,
    filled: list[FilledCell],
) -> Iterator[str]:
    """The rows as XML; what was filled is added to `filled`, prints noted. Raises UserError for a text too long."""
    for number, (model, values) in enumerate(printing.rows, 1):
        row = models[model]
        cells = []
        texts = []
        for index, cell in enumerate(row.cells):
            address = f"{cell.column}{number}"
            if cell.formula:
                cells.append(_formula_xml(cell, address, number, sheet, maps))
            elif not cell.filled:
                cells.append(f'<c r="{address}" s="{cell.style}"{cell.fixed}</c>')
            else:
                shown = _shown(values.get(index, []))
                cells.append(_value_xml(cell.style, address, shown, looks))
                texts.append((cell.column, cell.style, str(shown)))
                noted = _note(values.get(index, []), prints, f"{sheet}!{address}")
                filled.append(FilledCell(sheet, cell.column, number, row.slot, shown, noted))
        yield f'<row r="{number}"{_height(row, texts, looks)}{row.attributes}>{"".join(cells)}</row>'


def _height(row: RowModel, texts: Iterable[tuple[str, int, str]], looks: Looks) -> str:
    points = 0.0 if " ht=" in row.attributes else looks.height(row.number, texts)
    return f' ht="{points}"' if points else ""


def _formula_xml(cell: CellModel, address: str, number: int, sheet: str, maps: Mapping[str, RowMap]) -> str:
    formula = follow(cell.formula, sheet, maps, number)
    return f'<c r="{address}" s="{cell.style}"><f>{formula.translate(_ESCAPED)}</f></c>'


def _value_xml(style: int, address: str, shown: Decimal | str, looks: Looks) -> str:
    if isinstance(shown, Decimal):
        exponent = shown.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        return f'<c r="{address}" s="{looks.style(style, decimals)}"><v>{shown:f}</v></c>'
    if not shown:
        return f'<c r="{address}" s="{style}"/>'
    if len(shown) > MAX_CELL_TEXT:
        raise UserError(f"Nội dung ô {address} dài hơn {MAX_CELL_TEXT} chữ nên Excel không giữ được. Hãy rút ngắn.")
    if shown.startswith(_FORMULA_SIGNS):
        style = looks.style(style, "text")
    return f'<c r="{address}" s="{style}" t="s"><v>{looks.text(shown)}</v></c>'


def _shown(values: Sequence[object]) -> Decimal | str:
    """What a cell holds: a number, when it is the only value and Excel will not round it; else a text."""
    number = _number(values[0]) if len(values) == 1 else None
    if number is not None and len(number.as_tuple().digits) <= MAX_EXACT_DIGITS:
        return number
    return writable("".join(piece for value in values for piece in _texts(value)))


def _number(value: object) -> Decimal | None:
    if isinstance(value, Number):
        value = value.value
    if type(value) is int:
        value = Decimal(value)
    return value if isinstance(value, Decimal) and value.is_finite() else None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Decimal):
        yield f"{value:f}".replace(".", ",")
    else:
        yield from (text for text, _ in traced(value))


def _note(values: Sequence[object], prints: PrintList, place: str) -> tuple[Print, ...]:
    before = len(prints.prints)
    for value in values:
        if isinstance(value, Decimal):
            continue
        for text, source in traced(value):
            if source is not None:
                prints.add(source, text, place)
    return tuple(prints.prints[before:])
