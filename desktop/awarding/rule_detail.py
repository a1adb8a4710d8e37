"""What the rules say of one thing as a tree: words, article, and in amber what nobody has verified."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.look import colours_now

if TYPE_CHECKING:
    from desktop.awarding.rule_rows import RuleRow

HEADS = ("Quy định", "Căn cứ", "Mức chắc chắn")
WIDTHS = (0, 220, 160)
INDENT = 18
AROUND = 10
WRAPPED = Qt.TextFlag.TextWordWrap


class RuleDetail(QTreeWidget):
    """Shows rows with all that hangs below them, opened; long words go on in the next line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Nội dung quy định")
        self.setHeaderLabels(HEADS)
        self.setIndentation(INDENT)
        self.setWordWrap(True)
        self.setRootIsDecorated(True)
        self.setItemDelegate(WrappedWords(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(WIDTHS):
            if width:
                self.setColumnWidth(column, width)

    def show_rows(self, rows: Iterable[RuleRow]) -> None:
        """Shows these rows."""
        self.clear()
        for row in rows:
            self._add(self, row)
        self.expandAll()
        self.scrollToTop()

    def texts(self) -> list[str]:
        """The words of every row, top to bottom, with article and mark."""
        found: list[str] = []

        def walk(item: QTreeWidgetItem | None) -> None:
            if item is None:
                return
            found.append(" | ".join(filter(None, (item.text(column) for column in range(3)))))
            for place in range(item.childCount()):
                walk(item.child(place))

        for place in range(self.topLevelItemCount()):
            walk(self.topLevelItem(place))
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _add(self, above: QTreeWidget | QTreeWidgetItem, row: RuleRow) -> None:
        item = QTreeWidgetItem(above, [row.text, row.article, ("" if row.sure else "△ ") + row.mark])
        tips = (row.text, row.article, row.why or row.mark)
        for column, tip in enumerate(tips):
            item.setToolTip(column, tip)
        if row.is_head:
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
        if not row.sure:
            item.setForeground(2, QColor(colours_now().on_amber))
        item.setForeground(1, QColor(colours_now().grey))
        for one in row.below:
            self._add(item, one)


class WrappedWords(QStyledItemDelegate):
    """Takes the height that the words of a cell need in its column."""

    def __init__(self, tree: RuleDetail) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        words = str(index.data() or "")
        width = self._tree.columnWidth(index.column()) - AROUND
        if index.column() == 0:
            width -= INDENT * self._depth(index)
        metrics = QFontMetrics(index.data(int(Qt.ItemDataRole.FontRole)) or option.font)
        needed = metrics.boundingRect(QRect(0, 0, max(60, width), 10_000), WRAPPED, words)
        return QSize(needed.width() + AROUND, max(needed.height(), metrics.height()) + 8)

    def _depth(self, index: QModelIndex | QPersistentModelIndex) -> int:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return depth
