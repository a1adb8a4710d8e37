"""Thùng rác: what was put away, of every kind, and the way back."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.controls import EmptyPlace, Notice, button, label
from desktop.record_list import number
from desktop.times import ago, local
from forms.catalogue import FORMS
from ward.edits import Bin, Change
from ward.overview import in_the_bin

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

RECORD = int(Qt.ItemDataRole.UserRole)
EMPTY = "Thùng rác trống. Bản ghi được đưa vào đây vẫn giữ nguyên và lấy lại được bất cứ lúc nào."


class BinPane(QWidget):
    """Lists the records in the bin and brings the chosen ones back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self.notice = Notice(self)
        self.table = QTreeWidget(self)
        self.table.setAccessibleName("Bản ghi trong thùng rác")
        self.table.setHeaderLabels(["Bản ghi", "Loại", "Sửa lần cuối"])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for place, width in enumerate((460, 180, 160)):
            self.table.setColumnWidth(place, width)
        self._back = button("Lấy lại (Ctrl+R)", self.restore, self, primary=True, name="restore")
        self._empty = EmptyPlace(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._count = label("", self, grey=True)
        head = QHBoxLayout()
        head.addWidget(label("Thùng rác", self, name="title"), 1)
        head.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addWidget(self._count)
        self.setFocusProxy(self.table)
        self.table.itemSelectionChanged.connect(self._offer)
        window.session.changed.connect(self._take_change)

    def refresh(self) -> None:
        """Reads the bin anew."""
        now = dt.datetime.now()
        binned = in_the_bin(self._window.session.book.db)
        self.table.clear()
        for one in binned:
            moment = ago(local(one.at), now) if one.at else ""
            item = QTreeWidgetItem(self.table, [one.title, FORMS[one.kind].label, moment])
            item.setData(0, RECORD, one.id)
            item.setToolTip(0, one.title)
        self._count.setText(f"{number(len(binned))} bản ghi" if binned else "")
        self._empty.say(EMPTY)
        self._stack.setCurrentIndex(0 if binned else 1)
        self._back.setVisible(bool(binned))
        self._offer()

    def restore(self) -> None:
        """Brings the chosen records back to where they were."""
        chosen = self.table.selectedItems()
        if not chosen:
            self.notice.say("Hãy chọn bản ghi cần lấy lại.")
            return
        words = f"“{chosen[0].text(0)}”" if len(chosen) == 1 else f"{number(len(chosen))} bản ghi"
        records = [int(item.data(0, RECORD)) for item in chosen]
        see = partial(self._window.show_record, records[0])
        self._window.long.write(
            f"Lấy lại {words} từ thùng rác",
            [Bin(record, False) for record in records],
            lambda _change: self.notice.say(f"Đã lấy lại {words}.", fine=True, act="Xem bản ghi", then=see),
            self.notice.say,
        )

    def _offer(self) -> None:
        writable = not self._window.session.book.read_only_reason
        self._back.setEnabled(writable and bool(self.table.selectedItems()))

    def _take_change(self, _change: Change) -> None:
        if self.isVisible():
            self.refresh()
