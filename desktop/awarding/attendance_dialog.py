"""Who came to a meeting, who sent a written opinion, who was away and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from desktop.controls import Options
from desktop.dialogs import Sheet
from forms.choices import COUNCIL_ROLES, PRESENCES
from ward.awarding.council import Attending

HEADS = ("Thành viên", "Chức vụ", "Dự họp", "Lý do vắng")
WORDS = "Người vắng có ý kiến bằng văn bản được tính theo quy định; tỷ lệ luôn tính trên tổng số thành viên Hội đồng."


class AttendanceDialog(Sheet):
    """`given` tells the members with their presence."""

    given = Signal(object)

    def __init__(self, members: Sequence[Attending], parent: QWidget) -> None:
        super().__init__("Thành viên dự họp", parent, words=WORDS, width=860)
        self._members = list(members)
        self.choices: list[Options] = []
        self.reasons: list[QLineEdit] = []
        self.grid = QTableWidget(len(members), len(HEADS), self)
        self.grid.setAccessibleName("Thành viên Hội đồng")
        self.grid.setHorizontalHeaderLabels(list(HEADS))
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setDefaultSectionSize(36)
        self.grid.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.grid.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 180), (2, 220), (3, 200)):
            self.grid.setColumnWidth(column, width)
        for row, member in enumerate(members):
            self._show(row, member)
        self.body.addWidget(self.grid, 1)
        self.finish("Ghi thành viên dự họp", self.give)
        self.resize(900, 480)

    def give(self) -> None:
        """Gives what was chosen."""
        attending = [
            replace(member, presence=choice.currentData(), reason=reason.text().strip())
            for member, choice, reason in zip(self._members, self.choices, self.reasons, strict=True)
        ]
        self.accept()
        self.given.emit(attending)

    def _show(self, row: int, member: Attending) -> None:
        role = COUNCIL_ROLES.get(member.role, member.role)
        for column, words in enumerate((f"{member.name} ({role})" if role else member.name, member.as_title)):
            item = QTableWidgetItem(words)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setToolTip(words)
            self.grid.setItem(row, column, item)
        choice = Options(self.grid)
        choice.setAccessibleName(f"{member.name}: dự họp")
        for key, words in PRESENCES.items():
            choice.addItem(words, key)
        choice.setCurrentIndex(max(0, choice.findData(member.presence)))
        reason = QLineEdit(member.reason, self.grid)
        reason.setAccessibleName(f"{member.name}: lý do vắng")
        self.grid.setCellWidget(row, 2, choice)
        self.grid.setCellWidget(row, 3, reason)
        self.choices.append(choice)
        self.reasons.append(reason)
