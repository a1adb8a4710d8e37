"""The papers that were made before: name, state, when, whether the file is still there; open it or its folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.controls import EmptyPlace, button
from desktop.record_acts import open_path
from desktop.session import Session
from desktop.times import ago, local
from forms.catalogue import FORMS
from forms.fields import Choice
from ward.listing import Wanted, list_records

PATH = int(Qt.ItemDataRole.UserRole)
SHOWN = 300
EMPTY = "Chưa lập văn bản nào. Ghi năm ở trên rồi bấm “Lập cả bộ văn bản”."


class PaperList(QWidget):
    """The newest papers first."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.table = QTreeWidget(self)
        self.table.setAccessibleName("Văn bản đã lập")
        self.table.setHeaderLabels(["Văn bản", "Tình trạng", "Lập lúc", "Tệp"])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        for place, width in enumerate((400, 120, 160, 260)):
            self.table.setColumnWidth(place, width)
        self._empty = EmptyPlace(self)
        self._empty.say(EMPTY)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._open = button("Mở văn bản", self.open, self, name="open_paper")
        self._show = button("Mở thư mục chứa nó", self.show_in_folder, self, name="show_paper")
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addWidget(self._show)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        column.addLayout(row)
        self.table.itemSelectionChanged.connect(self._offer)
        self.table.itemActivated.connect(lambda _item: self.open())

    def refresh(self) -> None:
        """Reads the papers anew."""
        columns = ("state", "made_at", "file_path")
        wanted = Wanted("paper", columns, order="made_at", descending=True)
        now, states = dt.datetime.now(), _states()
        self.table.clear()
        for line in list_records(self._session.book.db, wanted).lines(0, SHOWN):
            state, made_at, place = line.cells
            path = Path(place)
            file = path.name if path.is_file() else f"{path.name} (không còn ở chỗ cũ)"
            item = QTreeWidgetItem(self.table, [line.title, states.get(state, state), _when(made_at, now), file])
            item.setData(0, PATH, str(path))
            item.setToolTip(0, line.title)
            item.setToolTip(3, str(path))
        there = bool(self.table.topLevelItemCount())
        self._stack.setCurrentIndex(0 if there else 1)
        for one in (self._open, self._show):
            one.setVisible(there)
        first = self.table.topLevelItem(0)
        if first is not None:
            self.table.setCurrentItem(first)
        self._offer()

    def chosen(self) -> Path | None:
        """The file of the chosen paper."""
        items = self.table.selectedItems()
        return Path(items[0].data(0, PATH)) if items else None

    def open(self) -> None:
        """Opens the chosen paper in the program that the system has for it."""
        path = self.chosen()
        if path is not None and path.is_file():
            open_path(path)

    def show_in_folder(self) -> None:
        """Opens the folder of the chosen paper."""
        path = self.chosen()
        if path is not None and path.parent.is_dir():
            open_path(path.parent)

    def _offer(self) -> None:
        path = self.chosen()
        self._open.setEnabled(path is not None and path.is_file())
        self._show.setEnabled(path is not None and path.parent.is_dir())


def _states() -> dict[str, str]:
    field = FORMS["paper"].field("state")
    return dict(field.options) if isinstance(field, Choice) else {}


def _when(made_at: str, now: dt.datetime) -> str:
    try:
        return ago(local(made_at), now)
    except ValueError:
        return made_at
