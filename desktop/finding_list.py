"""The list of findings: a mark and a word for how bad it is, then the sentence in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.look import colours_now
from ward.findings import SEVERITIES, Finding

FINDING = int(Qt.ItemDataRole.UserRole)
MARKS = {"error": ("✕", "wrong"), "warning": ("▲", "on_amber"), "note": ("○", "grey")}
MARGIN = 10


def marked(finding: Finding) -> tuple[str, str, str]:
    """The mark, the word and the colour's name for how bad it is."""
    if finding.accepted:
        return "✓", "Đã chấp nhận", "fine"
    mark, colour = MARKS[finding.severity]
    return mark, SEVERITIES[finding.severity], colour


class FindingDelegate(QStyledItemDelegate):
    """Draws two lines or more: the mark with its word, and the sentence below."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        finding: Finding = index.data(FINDING)
        colours = colours_now()
        painter.save()
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(colours.selected if chosen else colours.paper))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent))
        mark, word, colour = marked(finding)
        painter.setPen(QColor(getattr(colours, colour)))
        inner = rect.adjusted(MARGIN + 3, 6, -MARGIN, -6)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop), f"{mark}  {word}")
        painter.setPen(QColor(colours.grey if finding.accepted else colours.ink))
        below = inner.adjusted(0, option.fontMetrics.height() + 2, 0, 0)
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), finding.sentence)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        finding: Finding = index.data(FINDING)
        view = self.parent()
        bar = view.verticalScrollBar().sizeHint().width() if isinstance(view, QListWidget) else 0
        width = view.width() - bar if isinstance(view, QListWidget) else 400  # as if the bar were always there
        room = QRect(0, 0, max(width - 2 * MARGIN - 3, 100), 4000)
        text = option.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), finding.sentence)
        return QSize(width, text.height() + option.fontMetrics.height() + 16)


class FindingList(QListWidget):
    """The findings, worst first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Danh sách phát hiện")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(FindingDelegate(self))

    def fill(self, found: Sequence[Finding]) -> None:
        """Shows these; the chosen one stays chosen if it is still there."""
        before = self.chosen()
        with QSignalBlocker(self):
            self.clear()
            for finding in found:
                word = marked(finding)[1]
                item = QListWidgetItem(self)
                item.setData(FINDING, finding)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word}: {finding.sentence}")
                item.setToolTip(finding.sentence)
                if before is not None and finding.key == before.key:
                    self.setCurrentItem(item)

    def chosen(self) -> Finding | None:
        """The finding of the current row."""
        item = self.currentItem()
        return item.data(FINDING) if item else None
