"""Đăng ký và kết quả: each title that was registered, and whether it was awarded for that year."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.awarding.row_table import RowColumn, RowTable
from desktop.controls import Options, button, label
from desktop.record_list import number

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from ward.awarding.registering import KeptPromise

STATES = {"achieved": "✓ Đạt", "failed": "✗ Không đạt", "open": "○ Chưa rõ"}
COLOURS = {"achieved": "fine", "failed": "wrong", "open": "grey"}
NONE = "Năm này chưa có ai đăng ký danh hiệu, hình thức khen."


class PromisesTab(QWidget):
    """Enter or a double click goes to the award that proves it, else to the registration."""

    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._all: list[KeptPromise] = []
        self.sum = label("", self, grey=True, wrap=True)
        self.filter = Options(self)
        self.filter.setAccessibleName("Hiện kết quả nào")
        self.filter.addItem("Tất cả", "")
        for state, words in STATES.items():
            self.filter.addItem(words[2:], state)
        self.table: RowTable[KeptPromise] = RowTable(
            "Đăng ký và kết quả", COLUMNS, lambda row: row.registration, self, stretched=2
        )
        self.to_award = button("Mở khen thưởng", self._open_award, self, name="open_proof")
        self.to_registration = button("Mở đăng ký", self._open_registration, self, name="open_registration")
        self.filter.activated.connect(lambda _place: self._show())
        self.table.shown.connect(lambda _row: self._offer())
        self.table.opened.connect(self._open)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.sum, 1)
        head.addWidget(self.filter)
        foot.addStretch(1)
        foot.addWidget(self.to_registration)
        foot.addWidget(self.to_award)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.table)

    def show_year(self, year: int) -> None:
        """Reads what came of a year's registrations."""
        from ward.awarding.registering import registered_against_achieved

        self._all = registered_against_achieved(self._window.session.book.db, year) if year else []
        counts: Counter[str] = Counter(row.state for row in self._all)
        words = f"{number(len(self._all))} đăng ký: " + ", ".join(
            f"{words[2:].lower()} {number(counts[state])}" for state, words in STATES.items()
        )
        self.sum.setText(f"{words}." if self._all else NONE)
        self._show()

    def _show(self) -> None:
        wanted = self.filter.currentData()
        self.table.show_rows([row for row in self._all if not wanted or row.state == wanted])
        self._offer()

    def _offer(self) -> None:
        row = self.table.current
        self.to_registration.setEnabled(row is not None)
        self.to_award.setEnabled(row is not None and bool(row.awards))

    def _open(self, row: KeptPromise) -> None:
        self._window.show_record(row.awards[0] if row.awards else row.registration)

    def _open_award(self) -> None:
        row = self.table.current
        if row is not None and row.awards:
            self._window.show_record(row.awards[0])

    def _open_registration(self) -> None:
        if self.table.current is not None:
            self._window.show_record(self.table.current.registration)


COLUMNS: tuple[RowColumn[KeptPromise], ...] = (
    RowColumn("Ai đăng ký", 220, lambda row: row.registrant),
    RowColumn("Đơn vị", 190, lambda row: row.unit),
    RowColumn("Đăng ký", 240, lambda row: row.what),
    RowColumn("Kết quả", 120, lambda row: STATES[row.state], colour=lambda row: COLOURS[row.state]),
)
