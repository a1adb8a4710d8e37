"""A list of what was found, in a dialog: lines to read, the way to each one's record, and at most one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.controls import button, label
from desktop.dialogs import Sheet
from desktop.form_tabs.lines import Lines, Shown
from desktop.record_list import number
from ward.text import fold

FILTER_FROM = 12
"""From so many lines on, a line to filter by stands above them."""


class LinesDialog(Sheet):
    """Shows the lines in their order; `opened` tells the record of a line that was entered."""

    opened = Signal(int)

    def __init__(
        self, title: str, words: str, columns: Sequence[str], lines: Sequence[Shown], parent: QWidget
    ) -> None:
        super().__init__(title, parent, words=words, width=980)
        self._lines = list(lines)
        self.filter = QLineEdit(self)
        self.filter.setAccessibleName("Lọc")
        self.filter.setPlaceholderText("Lọc theo chữ")
        self.filter.setVisible(len(lines) >= FILTER_FROM)
        self.filter.textChanged.connect(self._narrow)
        self.lines = Lines(columns, self, stretched=len(columns) - 1)
        self.lines.setAccessibleName(title)
        self.lines.setMinimumHeight(320)
        self.lines.opened.connect(self._open)
        self.lines.currentCellChanged.connect(lambda *_cells: self._show_whole())
        self.whole = label("", self, wrap=True)
        self.count = label("", self, grey=True)
        for widget in (self.filter, self.lines, self.whole, self.count):
            self.body.addWidget(widget)
        if any(line.record for line in lines):
            self.add_beside(button("Mở bản ghi", lambda: self._open(self.lines.chosen), self, name="open_record"))
        self._narrow("")

    def offer(self, verb: str = "", act: Callable[[], object] | None = None) -> None:
        """The bottom row: the act, if there is one, and the way out; call it last."""

        def do() -> None:
            self.accept()
            if act:
                act()

        self.finish(verb, do, stay="Đóng")
        self.lines.setFocus()

    def _narrow(self, text: str) -> None:
        wanted = fold(text).split()
        shown = [line for line in self._lines if all(word in fold(" ".join(line.cells)) for word in wanted)]
        self.lines.show_lines(shown)
        self._shown = shown
        narrowed = f" trong {number(len(self._lines))}" if len(shown) != len(self._lines) else ""
        self.count.setText(f"{number(len(shown))} dòng{narrowed}. Bấm đúp một dòng để mở bản ghi.")
        if shown:
            self.lines.selectRow(0)

    def _show_whole(self) -> None:
        row = self.lines.currentRow()
        self.whole.setText(
            " · ".join(cell for cell in self._shown[row].cells if cell) if 0 <= row < len(self._shown) else ""
        )

    def _open(self, record: int) -> None:
        if record:
            self.accept()
            self.opened.emit(record)
