"""Counting typed once: who counted, the numbers of each line; the other counting is not shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.controls import button, label
from desktop.dialogs import Sheet
from ward.awarding.counting import Count

HEADS = ("Đề nghị", "Danh hiệu, hình thức", "Đồng ý", "Không đồng ý", "Không hợp lệ")
FIRST_NUMBER = 2
WORDS = (
    "Gõ kết quả như kiểm được trên phiếu. Hai lần kiểm do hai người gõ độc lập, không ai thấy số của người kia; "
    "chương trình so hai lần rồi mới cho khóa kết quả."
)


class Grid(QTableWidget):
    """Lines of numbers; Enter goes down to the next one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if down and self.state() != QAbstractItemView.State.EditingState:
            row = min(self.currentRow() + 1, self.rowCount() - 1)
            self.setCurrentCell(row, max(self.currentColumn(), FIRST_NUMBER))
        else:
            super().keyPressEvent(event)


class CountDialog(Sheet):
    """`given` tells who counted and the counts, in the order of the list."""

    given = Signal(str, object)

    def __init__(
        self, which: int, by: str, lines: Sequence[tuple[int, str, str]], returned: int | None, parent: QWidget
    ) -> None:
        super().__init__(f"Kiểm phiếu lần {which}", parent, words=WORDS, width=900)
        self._lines = list(lines)
        self._returned = returned
        self.by = QLineEdit(by, self)
        self.by.setAccessibleName("Người kiểm phiếu")
        self.by.setFixedWidth(320)
        self.grid = self._make_grid()
        row = QHBoxLayout()
        row.addWidget(label("Người kiểm phiếu", self))
        row.addWidget(self.by)
        row.addStretch(1)
        if returned is not None:
            row.addWidget(label(f"Phiếu thu về: {returned}", self, grey=True))
        self.body.addLayout(row)
        self.body.addWidget(self.grid, 1)
        if returned is not None:
            words = "Điền “đồng ý tất cả” cho dòng còn trống"
            self.add_beside(button(words, self.fill_rest, self, name="fill_rest"))
        self.finish(f"Ghi lần {which}", self.give)
        self.resize(940, 520)
        self.by.setFocus()

    def fill_rest(self) -> None:
        """Every line that is still empty: all valid papers agree."""
        for row in range(len(self._lines)):
            if not any(self._words(row, column) for column in (2, 3, 4)):
                self._item(row, 2).setText(str(self._returned))

    def give(self) -> None:
        """Gives the counts; a line without numbers, or with what is no number, is asked about."""
        if not self.by.text().strip():
            self.notice.say("Hãy ghi tên người kiểm phiếu.")
            self.by.setFocus()
            return
        counts = []
        for row, (nomination, name, _award) in enumerate(self._lines):
            words = [self._words(row, column) for column in (2, 3, 4)]
            if not words[0]:
                self._ask(row, 2, f"Hãy ghi số phiếu đồng ý cho “{name}” (gõ 0 nếu không có phiếu nào).")
                return
            wrong = next((place for place, one in enumerate(words) if one and not one.isdigit()), None)
            if wrong is not None:
                self._ask(row, 2 + wrong, f"“{words[wrong]}” không phải số phiếu. Hãy gõ một số nguyên, ví dụ: 9.")
                return
            agree, disagree, invalid = (int(one or 0) for one in words)
            counts.append(Count(nomination, agree, disagree, invalid))
        self.accept()
        self.given.emit(self.by.text().strip(), counts)

    def _make_grid(self) -> Grid:
        grid = Grid(len(self._lines), len(HEADS), self)
        grid.setAccessibleName("Kết quả kiểm phiếu")
        grid.setHorizontalHeaderLabels(list(HEADS))
        grid.verticalHeader().setDefaultSectionSize(28)
        grid.setTabKeyNavigation(True)
        header = grid.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        grid.setColumnWidth(1, 240)
        for column in (2, 3, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for row, (_nomination, name, award) in enumerate(self._lines):
            for column, words in enumerate((name, award, "", "", "")):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                if column < FIRST_NUMBER:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                else:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.setItem(row, column, item)
        if self._lines:
            grid.setCurrentCell(0, FIRST_NUMBER)
        return grid

    def _words(self, row: int, column: int) -> str:
        return self._item(row, column).text().strip()

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.grid.item(row, column)
        assert item is not None
        return item

    def _ask(self, row: int, column: int, sentence: str) -> None:
        self.notice.say(sentence)
        self.grid.setCurrentCell(row, column)
        self.grid.setFocus()
