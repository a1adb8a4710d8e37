"""The one shape of a dialog: a heading, what is asked, a quiet bar for what went wrong, the act on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.controls import Notice, button, label


class Sheet(QDialog):
    """A dialog; put what is asked into `body`, then call `finish` with the verb of its act."""

    def __init__(self, title: str, parent: QWidget, *, words: str = "", width: int = 560) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.notice = Notice(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 18, 20, 16)
        self._column.setSpacing(12)
        self._column.addWidget(label(title, self, name="title", wrap=True))
        self._above = label(words, self, wrap=True, grey=True)
        self._above.setVisible(bool(words))
        self._column.addWidget(self._above)
        self._column.addLayout(self.body, 1)
        self._column.addWidget(self.notice)
        self._row = QHBoxLayout()
        self._column.addLayout(self._row)

    def showEvent(self, event: QShowEvent) -> None:
        """Takes the height that its wrapped words need at this width."""
        super().showEvent(event)
        needed = self._column.totalHeightForWidth(self.width())
        if self.height() < needed:
            self.resize(self.width(), needed)

    def finish(self, verb: str, act: Callable[[], object], *, stay: str = "Thôi") -> QPushButton:
        """The way out on the left of the act; an empty verb leaves only the way out. Gives the act's button."""
        self._row.addStretch(1)
        self._leave = button(stay, self.reject, self, primary=not verb, name="leave")
        self._row.addWidget(self._leave)
        if not verb:
            self._leave.setDefault(True)
            return self._leave
        made = button(verb, act, self, primary=True, name="act")
        made.setDefault(True)
        self._row.addWidget(made)
        return made

    def close_with(self, verb: str) -> None:
        """The act is done: only this way out is left, and the words above have had their say."""
        self._above.hide()
        self._leave.setText(verb)
        self._leave.setAccessibleName(verb)
        self._leave.setDefault(True)

    def add_beside(self, widget: QWidget) -> None:
        """A plain button at the left end of the bottom row; before `finish`."""
        self._row.addWidget(widget)
