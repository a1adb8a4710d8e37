"""The templates of the program: which paper is made of which file, and whether it is the office's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from reports.paper_kinds import TEMPLATED
from reports.template_desk.files import TemplateState, state_of

WIDEST_STATE = "mẫu riêng, bản gốc đã đổi"
KIND = int(Qt.ItemDataRole.UserRole)


class TemplateList(QTreeWidget):
    """One line for each kind of paper; the first is chosen at the beginning."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Danh sách mẫu văn bản")
        self.setHeaderLabels(["Văn bản", "Tình trạng"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._states: dict[str, TemplateState] = {}

    def fill(self, book: Path) -> None:
        """Reads the state of every template; the chosen one stays chosen."""
        chosen = self.chosen()
        with QSignalBlocker(self):
            self.clear()
            for kind, paper in TEMPLATED.items():
                state = self._states[kind] = state_of(book, paper.template)
                item = QTreeWidgetItem(self, [paper.label, state.words])
                item.setData(0, KIND, kind)
                item.setToolTip(0, str(state.path) if state.own else f"{paper.template} (mẫu đi kèm chương trình)")
                if kind == (chosen or next(iter(TEMPLATED))):
                    self.setCurrentItem(item)

    def chosen(self) -> str:
        """The kind of paper of the chosen line; "" before the list is filled."""
        items = self.selectedItems()
        return str(items[0].data(0, KIND)) if items else ""

    def chosen_state(self) -> TemplateState | None:
        """How it stands with the chosen template."""
        return self._states.get(self.chosen())

    def file_name(self, kind: str) -> str:
        """The template's file name."""
        return TEMPLATED[kind].template

    def sizeHint(self) -> QSize:
        words = self.fontMetrics()
        widest = max(words.horizontalAdvance(paper.label) for paper in TEMPLATED.values())
        return QSize(widest + words.horizontalAdvance(WIDEST_STATE) + 44, 300)
