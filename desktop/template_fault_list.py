"""What is wrong with a template: a mark and a word for how bad it is, the sentence, the place, the tag."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.controls import EmptyPlace
from desktop.look import colours_now

if TYPE_CHECKING:
    from reports.template_desk.check import Fault

FAULT = int(Qt.ItemDataRole.UserRole)
MARKS = {"error": ("✕", "Phải sửa", "wrong"), "note": ("○", "Nên xem lại", "grey")}
MARGIN = 10
SOUND = "Mẫu này không có lỗi nào. Bấm “Lập thử” để xem văn bản in ra."
NOT_YET = "Đang kiểm tra mẫu …"


class FaultList(QStackedWidget):
    """The faults in the order of the file, or a sentence that there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = _List(self)
        self._empty = EmptyPlace(self)
        self._empty.say(NOT_YET)
        self.addWidget(self.list)
        self.addWidget(self._empty)
        self.setCurrentWidget(self._empty)
        self.setFocusProxy(self.list)

    @property
    def sentence(self) -> str:
        """What stands there while there is no fault."""
        return self._empty.text if self.currentWidget() is self._empty else ""

    def fill(self, faults: Sequence[Fault]) -> None:
        """Shows these, errors and notes."""
        self.list.clear()
        for fault in faults:
            item = QListWidgetItem(self.list)
            item.setData(FAULT, fault)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, in_words(fault))
            item.setToolTip(in_words(fault))
        self._empty.say(SOUND)
        self.setCurrentWidget(self.list if faults else self._empty)
        if faults:
            self.list.setCurrentRow(0)


def in_words(fault: Fault) -> str:
    """The whole fault as text to read or copy."""
    tag = f"\nThẻ: {fault.tag}" if fault.tag else ""
    return f"{MARKS[fault.severity][1]}: {fault.sentence}\nChỗ: {fault.place}{tag}"


class _List(QListWidget):
    """Ctrl+C copies the chosen fault as text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Lỗi của mẫu")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Delegate(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.matches(QKeySequence.StandardKey.Copy) and item:
            QGuiApplication.clipboard().setText(in_words(item.data(FAULT)))
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Three lines or more: the mark with its word, the sentence, the place in grey."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        fault: Fault = index.data(FAULT)
        colours = colours_now()
        painter.save()
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(colours.selected if chosen else colours.paper))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent))
        mark, word, colour = MARKS[fault.severity]
        flags = int(Qt.TextFlag.TextWordWrap)
        inner = rect.adjusted(MARGIN + 3, 6, -MARGIN, -6)
        for ink, text in ((colour, f"{mark}  {word}"), ("ink", fault.sentence), ("grey", _where(fault))):
            painter.setPen(QColor(getattr(colours, ink)))
            painter.drawText(inner, flags, text)
            inner.setTop(inner.top() + option.fontMetrics.boundingRect(inner, flags, text).height() + 2)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        fault: Fault = index.data(FAULT)
        view = self.parent()
        bar = view.verticalScrollBar().sizeHint().width() if isinstance(view, QListWidget) else 0
        width = view.width() - bar if isinstance(view, QListWidget) else 400  # as if the bar were always there
        room = QRect(0, 0, max(width - 2 * MARGIN - 3, 100), 4000)
        flags = int(Qt.TextFlag.TextWordWrap)
        texts = (fault.sentence, _where(fault))
        height = sum(option.fontMetrics.boundingRect(room, flags, text).height() + 2 for text in texts)
        return QSize(width, height + option.fontMetrics.height() + 16)


def _where(fault: Fault) -> str:
    """The place, and the tag where the place's own words do not show it."""
    return fault.place if not fault.tag or fault.tag in fault.place else f"{fault.place}, thẻ {fault.tag}"
