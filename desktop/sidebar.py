"""The sidebar: today, the kinds of record in their groups, and below them what was found and the bin."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from forms.catalogue import FORMS

PLACE = int(Qt.ItemDataRole.UserRole)
TODAY, FINDINGS, PAPERS, TEMPLATES, BIN = "today", "findings", "papers", "templates", "bin"
ROUNDS = "rounds"
REGISTRATIONS, REGISTER, RULES = "registrations", "register", "rules"
GROUPS = ("Sổ sách", "Số liệu", "Phong trào", "Khen thưởng", "Văn bản")
OWN_PLACES = {"Văn bản": PAPERS}
FIRST_PLACES = {
    "Khen thưởng": (
        ("Bảng đăng ký", REGISTRATIONS),
        ("Đợt xét khen", ROUNDS),
        ("Sổ vàng", REGISTER),
        ("Quy định", RULES),
    )
}
MORE_PLACES = {"Văn bản": (("Mẫu văn bản", TEMPLATES),)}
AWARD_PLACES = tuple(place for _words, place in FIRST_PLACES["Khen thưởng"])
INDENTATION, ROOM_AROUND = 14, 34
FIRST_KINDS = ("unit", "person", "household", "document")


class Sidebar(QWidget):
    """Tells in `chosen` the place that was chosen: a kind of record, or one of the window's own."""

    chosen = Signal(str)

    def __init__(self, closed_groups: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._tree = self._make_tree("Các sổ")
        self._foot = self._make_tree("Phát hiện và thùng rác")
        self._fill(closed_groups)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(2)
        column.addWidget(self._tree, 1)
        column.addWidget(self._foot)
        self.take_look()

    @property
    def closed_groups(self) -> list[str]:
        """The groups that are folded."""
        tops = [self._tree.topLevelItem(place) for place in range(self._tree.topLevelItemCount())]
        return [item.text(0) for item in tops if item and item.childCount() and not item.isExpanded()]

    def show_place(self, place: str) -> None:
        """Marks the place that the window shows."""
        wanted = self._items.get(place)
        for tree in (self._tree, self._foot):
            with QSignalBlocker(tree):
                if wanted is not None and wanted.treeWidget() is tree:
                    tree.setCurrentItem(wanted)
                    tree.scrollToItem(wanted)
                else:
                    tree.setCurrentIndex(QModelIndex())

    def show_findings(self, count: int | None) -> None:
        """Writes the number of findings to settle beside their place; None while it is not known."""
        item = self._items[FINDINGS]
        item.setText(0, f"Phát hiện  {count}" if count else "Phát hiện")
        font = item.font(0)
        font.setBold(bool(count))
        item.setFont(0, font)

    def take_look(self) -> None:
        """Fits the rows to the size of text."""
        height = self.fontMetrics().height() + 8
        for tree in (self._tree, self._foot):
            for item in tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
                item.setSizeHint(0, QSize(0, height))
        self._foot.setFixedHeight(height * 2 + 2)
        widest = max(self._room(item) for item in self._items.values())
        self.setMinimumWidth(widest + ROOM_AROUND)

    def _room(self, item: QTreeWidgetItem) -> int:
        steps = 2 if item.parent() else 1
        return QFontMetrics(item.font(0)).horizontalAdvance(item.text(0)) + steps * INDENTATION

    def _make_tree(self, name: str) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("side")
        tree.setAccessibleName(name)
        tree.setHeaderHidden(True)
        tree.setIndentation(INDENTATION)
        tree.setUniformRowHeights(True)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        tree.currentItemChanged.connect(self._choose)
        tree.itemClicked.connect(self._choose)
        tree.setAutoScroll(False)
        return tree

    def _fill(self, closed: list[str]) -> None:
        self._add(self._tree, "Hôm nay", TODAY)
        kinds = sorted(FORMS, key=lambda kind: FIRST_KINDS.index(kind) if kind in FIRST_KINDS else len(FIRST_KINDS))
        for group in GROUPS:
            forms = [FORMS[kind] for kind in kinds if FORMS[kind].group == group]
            own = next((form.kind for form in forms if form.plural == group), OWN_PLACES.get(group, ""))
            top = self._add(self._tree, group, own)
            for words, place in FIRST_PLACES.get(group, ()):
                self._add(top, words, place)
            for form in forms:
                if form.kind != own:
                    self._add(top, form.plural, form.kind)
            for words, place in MORE_PLACES.get(group, ()):
                self._add(top, words, place)
            font = top.font(0)
            font.setWeight(QFont.Weight.DemiBold)
            top.setFont(0, font)
            top.setExpanded(group not in closed)
        self._add(self._foot, "Phát hiện", FINDINGS)
        self._add(self._foot, "Thùng rác", BIN)

    def _add(self, above: QTreeWidget | QTreeWidgetItem, text: str, place: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [text])
        item.setData(0, PLACE, place)
        item.setToolTip(0, text)
        if place:
            self._items[place] = item
        return item

    def _choose(self, item: QTreeWidgetItem | None, _before: object = None) -> None:
        if item is None:
            return
        place = item.data(0, PLACE)
        if place:
            self.show_place(place)
            self.chosen.emit(place)
        elif item.childCount():
            item.setExpanded(True)
