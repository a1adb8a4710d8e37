"""The paper's own layout: fields in reading order, side by side where there is room, labels above them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.controls import label
from desktop.editors.base import Editor
from forms.fields import Claims, Field, Flag, Rows, Statement, Text

WIDE_FROM = 760
UNITS = {"short": 1, "medium": 2, "wide": 4}


def units(field: Field) -> int:
    """How many quarters of a wide form the field takes; a narrow form is half as wide."""
    fills = isinstance(field, Rows | Statement | Claims) or (isinstance(field, Text) and field.lines > 1)
    return 4 if fills else UNITS[field.width]


class FieldBox(QWidget):
    """One field of the form: its label above, the editor with its notes, the help in grey below."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = editor
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._above = self._label()
        column.addWidget(self._above)
        column.addWidget(editor)
        if editor.field.help:
            column.addWidget(label(editor.field.help, self, wrap=True, grey=True, small=True))
        column.addStretch(1)

    def show_label(self, shown: bool) -> None:
        """Whether the label stands above; a table has its labels at its head."""
        self._above.setVisible(shown)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction("Lịch sử của ô này", self.editor.history_wanted.emit)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def _label(self) -> QLabel:
        """A tick has its words beside it: an empty line keeps it level with its neighbours."""
        above = label("" if isinstance(self.editor.field, Flag) else self.editor.field.label, self, wrap=True)
        above.setBuddy(self.editor)
        above.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        return above


class FieldGrid(QWidget):
    """Boxes in a grid of four units when it is wide and of two when it is narrow; always in reading order."""

    def __init__(self, boxes: list[FieldBox], parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes = boxes
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(4 if event.size().width() >= WIDE_FROM else 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for box in self.boxes:
            self._grid.removeWidget(box)
        lay_in_units(self._grid, self.boxes, columns)


def lay_in_units(grid: QGridLayout, boxes: list[FieldBox], columns: int) -> int:
    """Puts boxes into so many equal columns, in reading order; gives the number of the column after them."""
    for column in range(4):
        grid.setColumnStretch(column, 1 if column < columns else 0)
    row, column = 0, 0
    for box in boxes:
        wanted = min(units(box.editor.field), columns)
        start = column + column % 2 if wanted > 1 else column
        if start + wanted > columns:
            row, start = row + 1, 0
        grid.addWidget(box, row, start, 1, wanted)
        column = start + wanted
    return columns
