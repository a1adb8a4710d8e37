"""A list of suggestions that opens below a line while one types."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

MOST_VISIBLE = 12


class Suggestions(QCompleter):
    """Lines to choose from, already found and ordered; `activated` tells the chosen one."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._lines = QStringListModel(self)
        self.setModel(self._lines)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(MOST_VISIBLE)
        self.setWidget(line)

    @property
    def view(self) -> QAbstractItemView:
        """The list on screen."""
        popup = self.popup()
        assert popup
        popup.setObjectName("suggestions")
        return popup

    @property
    def is_open(self) -> bool:
        """Whether the list stands open."""
        return self.view.isVisible()

    @property
    def chosen_row(self) -> int:
        """The highlighted row, -1 when there is none."""
        return self.view.currentIndex().row() if self.is_open else -1

    def offer(self, lines: list[str], *, first_chosen: bool = False) -> None:
        """Opens the list with these lines (closes it when there are none), the first one highlighted or none."""
        self._lines.setStringList(lines)
        if not lines:
            self.close()
            return
        self.complete()
        self.view.setCurrentIndex(self.completionModel().index(0, 0) if first_chosen else QModelIndex())

    def close(self) -> None:
        """Closes the list."""
        self.view.hide()
