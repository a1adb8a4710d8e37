"""The sheet of a pre-printed blank on screen: its places are boxes that the mouse drags and the arrow keys move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.awarding.sheet_preview import A4, ALIGNMENTS, fitted_sheet, paint_paper, paper_font
from desktop.look import LIGHT, colours_now
from forms.choices import CERTIFICATE_ITEMS

if TYPE_CHECKING:
    from reports.certificates.blanks import Place

STEP, FINE_STEP = 10, 1
"""How far an arrow key moves a place, in tenths of a millimetre; the fine step with Ctrl."""
GRID = 100
DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BlankPage(QWidget):
    """`chosen` tells the number of the place that was clicked, `moved` that the chosen one goes to a new corner."""

    chosen = Signal(int)
    moved = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Tờ phôi: kéo chuột hoặc bấm phím mũi tên để dời vị trí in")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.places: tuple[Place, ...] = ()
        self.current = -1
        self._size = A4
        self._grip: QPointF | None = None

    def show_places(self, places: Sequence[Place], size: tuple[int, int], current: int) -> None:
        """Shows these places on a sheet of this size (tenths of a millimetre), one of them chosen."""
        self.places, self._size, self.current = tuple(places), size, current
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(620, 440)

    def minimumSizeHint(self) -> QSize:
        return QSize(380, 270)

    # -- places on screen ---------------------------------------------------------------------------

    def box(self, number: int) -> QRectF:
        """Where a place stands in this widget."""
        place, sheet, scale = self.places[number], self._sheet(), self._scale()
        corner = sheet.topLeft() + QPointF(place.x * scale, place.y * scale)
        return QRectF(corner.x(), corner.y(), place.width * scale, place.height * scale)

    def _sheet(self) -> QRectF:
        return fitted_sheet(self.size(), self._size)

    def _scale(self) -> float:
        return self._sheet().width() / self._size[0]

    def _under(self, point: QPointF) -> int:
        """The place under the mouse; the chosen one first, else the smallest."""
        hit = [number for number in range(len(self.places)) if self.box(number).contains(point)]
        if self.current in hit:
            return self.current
        return min(hit, key=lambda number: self.places[number].width * self.places[number].height, default=-1)

    # -- Qt -----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._under(event.position())
        self._grip = None
        if number >= 0:
            self.chosen.emit(number)
            self._grip = event.position() - self.box(number).topLeft()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and 0 <= self.current < len(self.places):
            corner = (event.position() - self._grip - self._sheet().topLeft()) / self._scale()
            self._move_to(round(corner.x() / 5) * 5, round(corner.y() / 5) * 5)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = DIRECTIONS.get(Qt.Key(event.key()))
        if way is None or not 0 <= self.current < len(self.places):
            super().keyPressEvent(event)
            return
        step = FINE_STEP if event.modifiers() & Qt.KeyboardModifier.ControlModifier else STEP
        place = self.places[self.current]
        self._move_to(place.x + way[0] * step, place.y + way[1] * step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _move_to(self, x: int, y: int) -> None:
        """Moves the chosen place, as far as the sheet goes."""
        place = self.places[self.current]
        across = max(0, min(x, self._size[0] - place.width))
        down = max(0, min(y, self._size[1] - place.height))
        if (across, down) != (place.x, place.y):
            self.moved.emit(across, down)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = self._sheet()
        paint_paper(painter, sheet)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours_now().accent_text), 2))
            painter.drawRect(sheet.adjusted(-3, -3, 3, 3))
        painter.translate(sheet.topLeft())
        painter.scale(self._scale(), self._scale())
        self._paint_grid(painter)
        for number, place in enumerate(self.places):
            self._paint_place(painter, place, number == self.current)
        painter.end()

    def _paint_grid(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(LIGHT.hover), 3))
        width, height = self._size
        for across in range(GRID, width, GRID):
            painter.drawLine(across, 0, across, height)
        for down in range(GRID, height, GRID):
            painter.drawLine(0, down, width, down)

    def _paint_place(self, painter: QPainter, place: Place, is_current: bool) -> None:
        room = QRectF(place.x, place.y, place.width, place.height)
        painter.fillRect(room, QColor(LIGHT.selected if is_current else LIGHT.desk))
        painter.setPen(QPen(QColor(LIGHT.accent if is_current else LIGHT.control_line), 10 if is_current else 5))
        painter.drawRect(room)
        painter.setFont(paper_font(place.font, place.size, bold=place.bold, italic=place.italic))
        painter.setPen(QColor(f"#{place.colour}" if place.colour else LIGHT.ink))
        words = painter.fontMetrics().elidedText(
            CERTIFICATE_ITEMS.get(place.item, "?"), Qt.TextElideMode.ElideRight, place.width
        )
        painter.drawText(room, ALIGNMENTS[place.align or "left"] | Qt.AlignmentFlag.AlignTop, words)
