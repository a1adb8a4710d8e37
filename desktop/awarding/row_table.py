"""A table of plain rows that some query gave: columns say what to show of each, chosen rows stay chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop.look import NORMAL_POINTS, ROW_HEIGHT, Colours, colours_now
from desktop.record_table import RowDelegate

Row = TypeVar("Row")
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
INK = int(Qt.ItemDataRole.ForegroundRole)
FONT = int(Qt.ItemDataRole.FontRole)
ROWS_AT_LEAST = 3
ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
AROUND_HEADING = 22


@dataclass(frozen=True)
class RowColumn(Generic[Row]):
    """One column: its heading, its width at first, the words of a row, and the name of their colour ("" for ink)."""

    label: str
    width: int
    words: Callable[[Row], str]
    colour: Callable[[Row], str] | None = None
    right: bool = False
    struck: Callable[[Row], bool] | None = None


class RowModel(QAbstractTableModel, Generic[Row]):
    """Rows as they were read, in their order; `key` tells a row apart from the others."""

    def __init__(self, columns: Sequence[RowColumn[Row]], key: Callable[[Row], Any], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.key = key
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # type: ignore[override]
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # type: ignore[override]
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == DISPLAY:
            return self.columns[section].label
        return None

    def data(self, index: QModelIndex, role: int = DISPLAY) -> Any:  # type: ignore[override]
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role in (DISPLAY, TOOL_TIP):
            return column.words(row)
        if role == INK and column.colour and (name := column.colour(row)):
            return QColor(_colour(colours_now(), name))
        if role == FONT and column.struck and column.struck(row):
            font = QFont()
            font.setStrikeOut(True)
            return font
        if role == ALIGN and column.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class RowTable(QTableView, Generic[Row]):
    """`shown` tells the current row (or None), `opened` the row that was entered, `chosen_changed` other choices."""

    shown = Signal(object)
    opened = Signal(object)
    chosen_changed = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[RowColumn[Row]],
        key: Callable[[Row], Any],
        parent: QWidget,
        *,
        stretched: int = 0,
        several: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows: RowModel[Row] = RowModel(columns, key, self)
        self.setModel(self.rows)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() * 8 // 5))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        widths = [self._first_width(column) for column in columns]
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        header.setMinimumSectionSize(40)
        self._stretched, self._least = stretched, widths[stretched]
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.shown.emit(self.current))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())

    def _first_width(self, column: RowColumn[Row]) -> int:
        """As wide as it was declared, more with larger text, and never less than its heading."""
        heading = self.horizontalHeader().fontMetrics().horizontalAdvance(column.label) + AROUND_HEADING
        return max(round(column.width * self.font().pointSizeF() / NORMAL_POINTS), heading)

    def show_rows(self, rows: Sequence[Row], choose: Any = None) -> None:
        """Shows these rows; what was chosen stays so (or the row with the key `choose` is), else the first is."""
        model = self.rows
        kept = {model.key(row) for row in self.chosen()}
        current = choose if choose is not None else (model.key(self.current) if self.current is not None else None)
        model.show_rows(rows)
        keys = [model.key(row) for row in rows]
        place = keys.index(current) if current in keys else 0
        if rows:
            flags = QItemSelectionModel.SelectionFlag
            self.setCurrentIndex(model.index(place, 0))
            for number, one in enumerate(keys):
                if one in kept:
                    self.selectionModel().select(model.index(number, 0), flags.Select | flags.Rows)
            self.scrollTo(model.index(place, 0))
        self.shown.emit(self.current)
        self.chosen_changed.emit()

    def choose_where(self, wanted: Callable[[Row], bool]) -> None:
        """Chooses the rows for which this holds; what is chosen before is not."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().clearSelection()
        for number, row in enumerate(self.rows.rows):
            if wanted(row):
                self.selectionModel().select(self.rows.index(number, 0), flags.Select | flags.Rows)

    @property
    def current(self) -> Row | None:
        """The row with the keys, None when there is none."""
        place = self.currentIndex().row()
        return self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None

    def chosen(self) -> list[Row]:
        """The chosen rows, in order."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.rows[place] for place in places if place < len(self.rows.rows)]

    def minimumSizeHint(self) -> QSize:
        """Room for the headings and three rows; what is around scrolls on a small screen."""
        row = self.verticalHeader().defaultSectionSize()
        return QSize(160, self.horizontalHeader().sizeHint().height() + ROWS_AT_LEAST * row)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stretched column takes the room that is left, but never less than it needs."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(place) for place in range(len(self.rows.columns)) if place != self._stretched)
        self.setColumnWidth(self._stretched, max(self._least, self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _open(self, place: int) -> None:
        if 0 <= place < len(self.rows.rows):
            self.opened.emit(self.rows.rows[place])


def _colour(colours: Colours, name: str) -> str:
    return str(getattr(colours, name))
