"""One row of a list inside a record: its cells side by side, or under their labels where there is no room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from desktop.editors.base import Context, Editor
from desktop.editors.field_grid import FieldBox, lay_in_units
from desktop.editors.keys import key_within
from forms.fields import Field, Reference, Rows

MakeEditor = Callable[[Field, Context, QWidget], Editor]
WEIGHTS = {"short": 4, "medium": 5, "wide": 7}
LEAST_LETTERS = {"short": 11, "medium": 14, "wide": 19}
SPACING = 8
ACTS = (("↑", "Chuyển lên", "Alt+Up"), ("↓", "Chuyển xuống", "Alt+Down"), ("✕", "Bỏ dòng", "Alt+Del"))


def weight(field: Field) -> int:
    """How much of a row the cell takes, beside the others; a reference has its link beside it."""
    return WEIGHTS[field.width] + (2 if isinstance(field, Reference) else 0)


def acts_width(metrics: QFontMetrics) -> int:
    """The room that the three acts of a row take beside it."""
    return len(ACTS) * _side(metrics)


def _side(metrics: QFontMetrics) -> int:
    return metrics.height() * 7 // 4


def width_as_table(field: Rows, metrics: QFontMetrics) -> int:
    """The least width at which all cells of a row stand side by side, in letters of this size."""
    letters = sum(LEAST_LETTERS[one.width] + (3 if isinstance(one, Reference) else 0) for one in field.fields)
    return letters * metrics.horizontalAdvance("0") + SPACING * len(field.fields) + acts_width(metrics)


class RowLine(QWidget):
    """The cells of one row. `base` is the stored row, with the keys that have no cell; `kept` its place there."""

    edited = Signal()
    left = Signal()
    requested = Signal(int)
    history_wanted = Signal()
    moved = Signal(int)
    removed = Signal()
    stops_changed = Signal()

    def __init__(self, field: Rows, context: Context, parent: QWidget, editor_for: MakeEditor) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.base: dict[str, Any] = {}
        self.kept: int | None = None
        self.cells = [editor_for(one, context, self) for one in field.fields]
        self.boxes = [FieldBox(cell, self) for cell in self.cells]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACING)
        self._grid.setVerticalSpacing(6)
        self._columns = -1
        self._buttons = self._acts()
        for cell in self.cells:
            cell.edited.connect(self.edited)
            cell.left.connect(self.left)
            cell.requested.connect(self.requested)
            cell.history_wanted.connect(self.history_wanted)
            cell.stops_changed.connect(self.stops_changed)

    def show_row(self, values: Mapping[str, Any], kept: int | None) -> None:
        """Shows a stored row."""
        self.base, self.kept = dict(values), kept
        for cell in self.cells:
            cell.show_values(values)

    def values(self) -> dict[str, Any]:
        """The row as it is typed now. Raises UserError; the cell in question says why."""
        return self.base | {key: value for cell in self.cells for key, value in cell.values().items()}

    def is_blank(self, blank: Mapping[str, Any]) -> bool:
        """Whether nothing is typed in the row yet."""
        return self.base == blank and not any(cell.touched for cell in self.cells)

    def inputs(self) -> list[QWidget]:
        """The widgets that take the focus, in reading order."""
        return [one for cell in self.cells for one in cell.inputs()]

    def name(self, list_label: str, place: int) -> None:
        """Says aloud which row of which list each cell is in."""
        for cell in self.cells:
            for one in cell.inputs():
                one.setAccessibleName(f"{list_label}, dòng {place}: {cell.field.label}")

    def set_read_only(self, read_only: bool) -> None:
        self._buttons.setVisible(not read_only)
        for cell in self.cells:
            cell.set_read_only(read_only)

    def lay(self, columns: int) -> None:
        """Puts the cells side by side (0), or under their labels in so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        self._size_acts()
        as_table = columns == 0
        for box in self.boxes:
            self._grid.removeWidget(box)
            box.show_label(not as_table)
        self._grid.removeWidget(self._buttons)
        for column in range(max(len(self.boxes), 4) + 1):
            self._grid.setColumnStretch(column, 0)
        self._grid.setContentsMargins(0 if as_table else 10, 0, 0, 0 if as_table else 6)
        self.setStyleSheet("" if as_table else "#card { border-left: 2px solid palette(mid); }")
        last = self._lay_side_by_side() if as_table else lay_in_units(self._grid, self.boxes, columns)
        self._grid.addWidget(self._buttons, 0, last, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def _lay_side_by_side(self) -> int:
        for column, box in enumerate(self.boxes):
            self._grid.addWidget(box, 0, column)
            self._grid.setColumnStretch(column, weight(box.editor.field))
        return len(self.boxes)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size_acts()

    def _size_acts(self) -> None:
        side = _side(self.fontMetrics())
        for one in self._buttons.findChildren(QToolButton):
            one.setFixedSize(side, side)

    def _acts(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        acts = (lambda: self.moved.emit(-1), lambda: self.moved.emit(1), self.removed.emit)
        for (sign, name, keys), act in zip(ACTS, acts, strict=True):
            one = QToolButton(holder)
            one.setText(sign)
            one.setAutoRaise(True)
            one.setToolTip(f"{name} ({keys.replace('Del', 'Delete')})")
            one.setAccessibleName(name)
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            one.clicked.connect(act)
            row.addWidget(one)
            key_within(keys, self, act)
        return holder
