"""A short list below a form: columns of plain words, one line for each thing, opened by Enter or a double click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

ROW_HEIGHT = 28
MEASURED_ROWS = 40
Look = Literal["", "italic", "grey", "bold"]


@dataclass(frozen=True)
class Shown:
    """One line: the record that it opens (0 for none), its cells, and how each looks."""

    record: int
    cells: tuple[str, ...]
    looks: dict[int, Look] = field(default_factory=dict)


class Lines(QTableWidget):
    """`opened` tells the record of a line that was entered.

    `stretched` is the column that takes the room, `right` those of numbers, `optional` those that are hidden
    while all their cells are empty.
    """

    opened = Signal(int)

    def __init__(
        self,
        columns: Sequence[str],
        parent: QWidget,
        *,
        stretched: int = 0,
        right: Sequence[int] = (),
        optional: Sequence[int] = (),
    ) -> None:
        super().__init__(0, len(columns), parent)
        self._right, self._optional = set(right), tuple(optional)
        self.setHorizontalHeaderLabels(list(columns))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        header.setMaximumSectionSize(320)
        self.itemDoubleClicked.connect(lambda item: self._open(item.row()))
        self._shown: list[Shown] = []

    def show_lines(self, lines: Sequence[Shown]) -> None:
        """Shows these lines; the chosen record stays chosen."""
        chosen = self.chosen
        self._shown = list(lines)
        self.setRowCount(len(lines))
        self.setUpdatesEnabled(False)
        for row, line in enumerate(lines):
            for column, words in enumerate(line.cells):
                self.setItem(row, column, self._item(words, line.looks.get(column, ""), column))
        for column in self._optional:
            self.setColumnHidden(column, not any(line.cells[column] for line in lines))
        self.resizeColumnsToContents()
        self.setUpdatesEnabled(True)
        rows = [row for row, line in enumerate(lines) if line.record and line.record == chosen]
        if rows:
            self.selectRow(rows[0])

    @property
    def chosen(self) -> int:
        """The record of the chosen line, 0 when there is none."""
        row = self.currentRow()
        return self._shown[row].record if 0 <= row < len(self._shown) else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._open(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        if self._shown[row].record:
            self.opened.emit(self._shown[row].record)

    def _item(self, words: str, look: str, column: int) -> QTableWidgetItem:
        item = QTableWidgetItem(words)
        item.setToolTip(words)
        side = Qt.AlignmentFlag.AlignRight if column in self._right else Qt.AlignmentFlag.AlignLeft
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        font = self.font()
        font.setItalic(look == "italic")
        font.setBold(look == "bold")
        item.setFont(font)
        if look == "grey":
            item.setForeground(self.palette().placeholderText())
        return item
