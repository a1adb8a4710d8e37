"""Small controls made one way: buttons, labels, the quiet bar, and a place that is empty."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget


def button(
    text: str,
    act: Callable[[], object],
    parent: QWidget,
    *,
    primary: bool = False,
    quiet: bool = False,
    name: str = "",
) -> QPushButton:
    """A button with its verb; one `primary` a screen, `quiet` ones look like a link."""
    made = QPushButton(text, parent)
    made.setObjectName(name)
    made.setAccessibleName(text.replace("&", ""))
    made.setAutoDefault(False)
    if primary:
        made.setProperty("primary", True)
    if quiet:
        made.setProperty("quiet", True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda: act())
    return made


def label(text: str, parent: QWidget, *, name: str = "", wrap: bool = False, **looks: bool) -> QLabel:
    """A label; `name` "title" or "heading", looks: grey, small, fine, wrong, amber, gold."""
    made = QLabel(text, parent)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    for look, on in looks.items():
        made.setProperty(look, on)
    return made


class PathLabel(QLabel):
    """A path in grey that leaves out its middle where there is little room; the tip tells it whole."""

    def __init__(self, parent: QWidget, *, small: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("grey", True)
        self.setProperty("small", small)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._whole = ""

    def show_path(self, words: str, tip: str = "") -> None:
        """Shows these words; the tip tells them whole, or what else it is given."""
        self._whole = words
        self.setToolTip(tip or words)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + self._around(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _around(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right() + 2

    def _fit(self) -> None:
        room = self.width() - self._around()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room))


class Options(QComboBox):
    """A list that opens, with an arrow of its own; the wheel scrolls what is behind it, never the choice."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        middle = QPointF(self.width() - 14.5, self.height() / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(QPen(self.palette().color(group, QPalette.ColorRole.Text), 1.4))
        painter.drawPolyline([middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)])
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Notice(QFrame):
    """A quiet bar that says what happened, what was kept and what to do; gone until it has something to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = label("", self, wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act = button("", self._do, self, quiet=True, name="notice_act")
        self._then: Callable[[], object] | None = None
        self._close = button("Đã hiểu", self.hide, self, quiet=True, name="notice_close")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._act)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty while it is gone."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str, *, fine: bool = False, act: str = "", then: Callable[[], object] | None = None) -> None:
        """Shows a sentence, and one act beside it if there is one."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._then = then
        self._act.setText(act)
        self._act.setVisible(bool(act))
        self.setProperty("tone", "fine" if fine else "")
        self.style().unpolish(self)
        self.style().polish(self)
        for child in (self._text, self._act, self._close):
            child.style().polish(child)
        self.show()

    def _do(self) -> None:
        then = self._then
        self.hide()
        if then:
            then()


class EmptyPlace(QWidget):
    """What stands where nothing is yet: what belongs there, and the first act."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = label("", self, wrap=True, grey=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._act = button("", self._do, self, name="first_act")
        self._then: Callable[[], object] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 0, 32, 0)
        column.addStretch(2)
        column.addWidget(self._text)
        column.addSpacing(12)
        column.addWidget(self._act, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str, act: str = "", then: Callable[[], object] | None = None) -> None:
        """Shows the sentence, and a button for the first act if there is one."""
        self._text.setText(text)
        self._act.setText(act)
        self._act.setAccessibleName(act)
        self._act.setVisible(bool(act))
        self._then = then

    def _do(self) -> None:
        if self._then:
            self._then()
