"""Cập nhật số liệu: what of a draft no longer is as the records say, and what is to be done with each place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.choice_words import choice_words
from desktop.controls import button, label
from desktop.dialogs import Sheet
from desktop.proposal_detail import ProposalDetail

if TYPE_CHECKING:
    from reports.refreshing.proposals import Proposal

KEY = int(Qt.ItemDataRole.UserRole)
TO_CHOOSE = "Cần chọn: có chữ gõ tay ở chỗ số liệu"
GROUPS = {
    TO_CHOOSE: ("typed_over",),
    "Số liệu đổi": ("value",),
    "Câu viết khác": ("words",),
    "Danh sách: thêm, bớt, chuyển": ("add", "remove", "move"),
    "Đã xóa khỏi văn bản": ("deleted",),
}
NOT_CHOSEN = "chưa chọn"
WORDS = (
    "Chữ đã gõ thêm trong văn bản được giữ nguyên; tệp cũ được giữ lại bên cạnh. "
    "Hãy xem từng chỗ, rồi bấm “Cập nhật”."
)
_WIDTHS = (250, 250, 250)


class RefreshDialog(Sheet):
    """Shows every proposal; `given` tells the choice for each key, and whether a list of changes is wanted."""

    given = Signal(object, bool)

    def __init__(self, title: str, proposals: Sequence[Proposal], notes: Sequence[str], parent: QWidget) -> None:
        super().__init__(f"Cập nhật số liệu: {title}", parent, words=WORDS, width=980)
        self._proposals = {one.key: one for one in proposals}
        self.choices: dict[str, str] = {one.key: one.default for one in proposals if one.default}
        self._items: dict[str, QTreeWidgetItem] = {}
        self.table = self._make_table()
        self.detail = ProposalDetail(self)
        self.detail.chosen.connect(self._choose)
        self.listing = QCheckBox("Lập kèm danh sách thay đổi để in", self)
        self.listing.setAccessibleName(self.listing.text())
        for note in notes:
            self.body.addWidget(label(note, self, wrap=True, amber=True))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.detail)
        self.add_beside(self.listing)
        self.add_beside(button("Chọn số nay cho mọi chỗ chưa chọn", self.choose_today, self, name="all_today"))
        self.finish("Cập nhật", self.give)
        self._fill()

    def choose_today(self) -> None:
        """Takes today's value wherever nothing is chosen yet."""
        for key, one in self._proposals.items():
            if key not in self.choices and "today" in one.choices:
                self._take(key, "today")
        self._show_detail()

    def give(self) -> None:
        """Tells the choices; while one is missing, goes to its place and says so."""
        missing = [key for key in self._proposals if key not in self.choices]
        if missing:
            self.table.clearSelection()
            self.table.setCurrentItem(self._items[missing[0]])
            self.notice.say(f"Còn {len(missing)} chỗ có chữ gõ tay chưa chọn. Hãy chọn giữ chữ nào ở phần bên dưới.")
            return
        self.accept()
        self.given.emit(dict(self.choices), self.listing.isChecked())

    # -- the table ----------------------------------------------------------------------------------

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget(self)
        table.setAccessibleName("Những chỗ cần cập nhật")
        table.setHeaderLabels(["Chỗ trong văn bản", "Đang ghi", "Nay", "Sẽ làm"])
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setMinimumHeight(230)
        for place, width in enumerate(_WIDTHS):
            table.setColumnWidth(place, width)
        table.header().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.itemSelectionChanged.connect(self._show_detail)
        return table

    def _fill(self) -> None:
        for group, kinds in GROUPS.items():
            members = [one for one in self._proposals.values() if one.kind in kinds]
            if not members:
                continue
            above = QTreeWidgetItem(self.table, [f"{group} ({len(members)})"])
            above.setSizeHint(0, self._row_size())
            above.setFlags(Qt.ItemFlag.ItemIsEnabled)
            above.setFirstColumnSpanned(True)
            font = above.font(0)
            font.setBold(True)
            above.setFont(0, font)
            for one in members:
                item = QTreeWidgetItem(
                    above, [_line(one.place), _line(one.typed or one.printed), _line(one.today), ""]
                )
                item.setData(0, KEY, one.key)
                item.setSizeHint(0, self._row_size())
                for column, text in ((0, one.place), (1, one.typed or one.printed), (2, one.today)):
                    item.setToolTip(column, text)
                self._items[one.key] = item
                self._write(one.key)
            above.setExpanded(True)
        first = next(iter(self._items.values()), None)
        if first is not None:
            self.table.setCurrentItem(first)

    def _row_size(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 9)

    def _chosen(self) -> list[Proposal]:
        keys = [item.data(0, KEY) for item in self.table.selectedItems()]
        return [self._proposals[key] for key in keys if key]

    def _show_detail(self) -> None:
        chosen = self._chosen()
        self.detail.show_proposals(chosen, {self.choices.get(one.key, "") for one in chosen})

    def _choose(self, choice: str) -> None:
        for one in self._chosen():
            if choice in one.choices:
                self._take(one.key, choice)
        self.notice.hide()

    def _take(self, key: str, choice: str) -> None:
        self.choices[key] = choice
        self._write(key)

    def _write(self, key: str) -> None:
        choice, one = self.choices.get(key, ""), self._proposals[key]
        self._items[key].setText(3, choice_words(one, choice) if choice else NOT_CHOSEN)


def _line(text: str) -> str:
    return " ".join(text.split())
