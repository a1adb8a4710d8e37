"""One place of a draft in full: what was printed, what stands there, what the records say now, and the choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.choice_words import choice_words
from desktop.controls import label

if TYPE_CHECKING:
    from reports.refreshing.proposals import Proposal

NOTHING = "(không có)"


class ProposalDetail(QFrame):
    """Tells in `chosen` the choice that was clicked for the shown proposals."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = {key: _text(self) for key in ("printed", "typed", "today")}
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)
        grid.setHorizontalSpacing(12)
        self._heads = {}
        for row, (key, words) in enumerate((("printed", "Đã in"), ("typed", "Đang ghi"), ("today", "Nay"))):
            self._heads[key] = label(words, self, grey=True)
            grid.addWidget(self._heads[key], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._texts[key], row, 1)
        inner = QWidget(self)
        inner.setObjectName("paneBody")
        inner.setLayout(grid)
        scroll = QScrollArea(self)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFixedHeight(110)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = QHBoxLayout()
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(lambda number: self.chosen.emit(self._buttons.button(number).objectName()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        column.addLayout(self._row)

    def show_proposals(self, shown: Sequence[Proposal], now: set[str]) -> None:
        """The texts of the one proposal (of several, how many), and the choices that all of them have."""
        one = shown[0] if len(shown) == 1 else None
        several = f"{len(shown)} chỗ đang chọn" if shown else ""
        for key, text in self._texts.items():
            text.setText((getattr(one, key) or NOTHING) if one else several if key == "today" else "")
        self._show("typed", one is not None and one.typed not in ("", one.printed))
        self._show("printed", one is not None)
        self._offer(shown, now)

    def _show(self, key: str, on: bool) -> None:
        self._heads[key].setVisible(on)
        self._texts[key].setVisible(on)

    def _offer(self, shown: Sequence[Proposal], now: set[str]) -> None:
        for made in self._buttons.buttons():
            self._buttons.removeButton(made)
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        common = (
            [choice for choice in shown[0].choices if all(choice in one.choices for one in shown)] if shown else []
        )
        for number, choice in enumerate(common):
            made = QRadioButton(choice_words(shown[0], choice), self)
            made.setObjectName(choice)
            made.setAccessibleName(made.text())
            made.setChecked(now == {choice})
            self._buttons.addButton(made, number)
            self._row.addWidget(made)
        self._row.addStretch(1)


def _text(parent: QWidget) -> QLabel:
    made = label("", parent, wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
