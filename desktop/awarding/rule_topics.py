"""The topics of the rules on the left: awards by kind, then everything that is not about one award."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from desktop.awarding.rule_rows import KINDS

if TYPE_CHECKING:
    from ward.rules.pack import Pack

TOPIC = int(Qt.ItemDataRole.UserRole)
AWARD = "award."
PRINCIPLES, COUNCIL, MONEY, CALENDAR, FORMS, PENDING, INSTRUMENTS = (
    "principles", "council", "money", "calendar", "forms", "pending", "instruments",
)  # fmt: skip
OTHERS = {
    PRINCIPLES: "Nguyên tắc chung",
    COUNCIL: "Hội đồng, biểu quyết",
    MONEY: "Tiền thưởng, lương cơ sở",
    CALENDAR: "Lịch trong năm",
    FORMS: "Biểu mẫu",
    PENDING: "Thay đổi sắp tới",
    INSTRUMENTS: "Văn bản căn cứ",
}


class RuleTopics(QTreeWidget):
    """`chosen` tells the key of a topic: "award." and the award's id, or one of OTHERS."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Danh hiệu, hình thức và các quy định chung")
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.currentItemChanged.connect(lambda item, _before: self._tell(item))

    def show_pack(self, pack: Pack) -> None:
        """Lists the topics of a pack; the chosen one stays chosen."""
        before = self.topic
        self.clear()
        for kind, words in KINDS.items():
            awards = [one for one in pack.awards.values() if one.kind == kind]
            if awards:
                top = self._add(self, words, "")
                for award in awards:
                    self._add(top, award.name, f"{AWARD}{award.id}")
        for key, words in OTHERS.items():
            self._add(self, words, key)
        self.expandAll()
        self.choose(before) or self.choose(next((f"{AWARD}{code}" for code in pack.awards), PRINCIPLES))

    @property
    def topic(self) -> str:
        """The key of the chosen topic; "" at a heading."""
        item = self.currentItem()
        return str(item.data(0, TOPIC)) if item else ""

    def choose(self, topic: str) -> bool:
        """Chooses a topic by its key; gives whether it is there."""
        for item in self.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            if topic and item.data(0, TOPIC) == topic:
                self.setCurrentItem(item)
                return True
        return False

    def _add(self, above: QTreeWidget | QTreeWidgetItem, words: str, topic: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [words])
        item.setData(0, TOPIC, topic)
        item.setToolTip(0, words)
        if not topic:
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
        return item

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, TOPIC):
            self.chosen.emit(item.data(0, TOPIC))
