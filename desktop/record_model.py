"""The model behind a list: it knows only the ids in order, and reads the rows in windows as they are seen."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont

from desktop.list_columns import ShownColumn, asked_keys
from desktop.look import colours_now
from ward.listing import Line, Listing

WINDOW, KEPT_WINDOWS = 200, 24
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
FONT = int(Qt.ItemDataRole.FontRole)
INK = int(Qt.ItemDataRole.ForegroundRole)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

Row = tuple[int, tuple[str, ...], bool, bool]
"""A record, its texts, whether it is an estimate (italics) and whether its number is missing (grey)."""


class RecordModel(QAbstractTableModel):
    """The rows of one listing. `sort_wanted` tells the column key and direction that a header click asks for."""

    sort_wanted = Signal(str, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.columns: list[ShownColumn] = []
        self._listing: Listing | None = None
        self._windows: OrderedDict[int, list[Row]] = OrderedDict()
        self._places: list[tuple[int, ...]] = []
        self._alignments: list[int] = []
        self._estimate = QFont()
        self._estimate.setItalic(True)

    # -- what it shows ------------------------------------------------------------------------------

    def set_columns(self, columns: list[ShownColumn]) -> None:
        """Takes the columns of another kind, with no rows yet."""
        self.beginResetModel()
        self.columns = columns
        keys = {key: place for place, key in enumerate(asked_keys(columns))}
        self._places = [tuple(keys[key] for key in column.keys) for column in columns]
        self._role, self._state = keys.get("role"), keys.get("state")
        self._statement = next((place for place, column in enumerate(columns) if column.key == "words"), -1)
        self._alignments = [RIGHT if column.right else LEFT for column in columns]
        self._listing = None
        self._windows.clear()
        self.endResetModel()

    def set_listing(self, listing: Listing) -> None:
        """Shows these rows; the same ids in the same order are only painted again."""
        if self._listing is not None and self._listing.ids == listing.ids:
            self._listing = listing
            self.forget_rows()
            return
        self.beginResetModel()
        self._listing = listing
        self._windows.clear()
        self.endResetModel()

    def forget_rows(self) -> None:
        """Reads the seen rows again."""
        self._windows.clear()
        if self._listing and self._listing.ids:
            last = self.index(len(self._listing.ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def ids(self) -> list[int]:
        """The records in order."""
        return self._listing.ids if self._listing else []

    def shown_row(self, row: int) -> tuple[str, ...]:
        """The texts of one row."""
        return self._row(row)[1]

    # -- Qt's questions -----------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # type: ignore[override]
        return 0 if parent.isValid() or self._listing is None else len(self._listing.ids)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # type: ignore[override]
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex, role: int = DISPLAY) -> Any:  # type: ignore[override]
        if role in (DISPLAY, TOOL_TIP):
            return self._row(index.row())[1][index.column()]
        if role == ALIGNMENT:
            return self._alignments[index.column()]
        if role == FONT and self._role is not None and self._row(index.row())[2]:
            return self._estimate
        if role == INK and index.column() == self._statement and self._row(index.row())[3]:
            return QColor(colours_now().grey)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == DISPLAY:
            return self.columns[section].label
        return self._alignments[section] if role == ALIGNMENT else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns):
            self.sort_wanted.emit(self.columns[column].key, order == Qt.SortOrder.DescendingOrder)

    # -- windows ------------------------------------------------------------------------------------

    def _row(self, row: int) -> Row:
        number, place = divmod(row, WINDOW)
        window = self._windows.get(number)
        if window is None:
            window = self._windows[number] = self._read(number)
            if len(self._windows) > KEPT_WINDOWS:
                self._windows.popitem(last=False)
        if place < len(window):
            return window[place]
        return 0, ("",) * len(self.columns), False, False

    def _read(self, number: int) -> list[Row]:
        if self._listing is None:
            return []
        start = number * WINDOW
        return [self._shown(line) for line in self._listing.lines(start, start + WINDOW)]

    def _shown(self, line: Line) -> Row:
        cells = line.cells
        texts = [
            column.show(*(cells[place] for place in places))
            for column, places in zip(self.columns, self._places, strict=True)
        ]
        texts[0] = texts[0] or line.title
        estimate = self._role is not None and cells[self._role] == "estimate"
        missing = self._statement >= 0 and self._state is not None and cells[self._state] == "missing"
        return line.id, tuple(texts), estimate, missing
