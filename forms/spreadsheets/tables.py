"""A table of texts as it was read from a sheet or pasted: rows with the numbers that Excel shows for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the number that Excel shows beside it (from 1), and the text of each cell ("" for an empty one)."""

    number: int
    cells: tuple[str, ...]

    def text(self, column: int | None) -> str:
        """The text in a column (from 0); "" beyond the row's end, or for no column."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns that say something."""
        return tuple(place for place, cell in enumerate(self.cells) if cell)


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that were joined into one: rows as `Line.number` has them, columns from 0, both ends included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True)
class Table:
    """One sheet, or what was pasted. `dates` are the places (row, column) that held a real date of Excel's."""

    name: str
    lines: tuple[Line, ...]
    merges: tuple[Merge, ...] = ()
    dates: Mapping[tuple[int, int], str] = field(default_factory=dict)
    visible: bool = True

    @property
    def width(self) -> int:
        return max((len(line.cells) for line in self.lines), default=0)


@dataclass(frozen=True)
class Workbook:
    """The sheets of a file in their order, hidden ones too."""

    name: str
    tables: tuple[Table, ...]

    @property
    def shown(self) -> tuple[Table, ...]:
        """The sheets that a person sees and that hold something."""
        return tuple(table for table in self.tables if table.visible and any(line.filled for line in table.lines))
