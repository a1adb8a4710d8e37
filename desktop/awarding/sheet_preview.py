"""A sheet as it will be printed: the texts of a certificate in their places, to scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look import LIGHT, colours_now

if TYPE_CHECKING:
    from reports.certificates.drawn_pictures import DrawnPicture
    from reports.certificates.making import PreviewLine

A4 = (2970, 2100)
"""Width and height of a sheet lying down, in tenths of a millimetre."""
AROUND = 10
TENTHS_OF_AN_INCH_OF_POINTS = (254, 144)
ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class SheetPreview(QWidget):
    """Paints one sheet as large as there is room for; paper is white in the dark, too."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.lines: tuple[PreviewLine, ...] = ()
        self._size = A4
        self._pictures: list[tuple[QRectF, QPixmap]] = []
        self._known: tuple[DrawnPicture, ...] = ()

    def show_sheet(
        self,
        lines: Sequence[PreviewLine],
        size: tuple[int, int] = A4,
        pictures: tuple[DrawnPicture, ...] = (),
    ) -> None:
        """Shows these texts over the pictures of a sheet of this size (tenths of a millimetre)."""
        self.lines, self._size = tuple(lines), size
        if pictures is not self._known:
            self._known = pictures
            self._pictures = [(QRectF(one.x, one.y, one.width, one.height), _pixmap(one)) for one in pictures]
        self.setAccessibleDescription("\n".join(" ".join(line.lines) for line in self.lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 148)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        sheet = fitted_sheet(self.size(), self._size)
        paint_paper(painter, sheet)
        painter.translate(sheet.topLeft())
        painter.scale(sheet.width() / self._size[0], sheet.height() / self._size[1])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for room, picture in self._pictures:
            painter.drawPixmap(room, picture, QRectF(picture.rect()))
        for line in self.lines:
            paint_text(painter, line)
        painter.end()


def _pixmap(picture: DrawnPicture) -> QPixmap:
    made = QPixmap()
    made.loadFromData(picture.content)
    return made


def fitted_sheet(room: QSize, size: tuple[int, int]) -> QRectF:
    """Where a sheet of this size stands in the room: whole, in the middle, with a little air around it."""
    wide, high = max(1, room.width() - 2 * AROUND), max(1, room.height() - 2 * AROUND)
    scale = min(wide / size[0], high / size[1])
    width, height = size[0] * scale, size[1] * scale
    return QRectF((room.width() - width) / 2, (room.height() - height) / 2, width, height)


def paint_paper(painter: QPainter, sheet: QRectF) -> None:
    """A white sheet with a thin edge."""
    painter.fillRect(sheet, QColor(LIGHT.paper))
    painter.setPen(QPen(QColor(colours_now().control_line), 1))
    painter.drawRect(sheet)


def paint_text(painter: QPainter, line: PreviewLine) -> None:
    """The lines of one text where they will stand, in tenths of a millimetre."""
    painter.setFont(paper_font(line.font, line.size, bold=line.bold, italic=line.italic))
    painter.setPen(QColor(f"#{line.colour}" if line.colour else "#000000"))
    high = line.height / max(1, len(line.lines))
    for count, words in enumerate(line.lines):
        room = QRectF(line.x, line.y + count * high, line.width, high)
        painter.drawText(
            room, ALIGNMENTS[line.align] | Qt.TextFlag.TextDontClip | Qt.AlignmentFlag.AlignVCenter, words
        )


def paper_font(family: str, half_points: int, *, bold: bool = False, italic: bool = False) -> QFont:
    """The font of a paper where one unit is a tenth of a millimetre."""
    font = QFont([family, "Times New Roman", "Liberation Serif", "Tinos"])
    font.setStyleHint(QFont.StyleHint.Serif)
    tenths, points = TENTHS_OF_AN_INCH_OF_POINTS
    font.setPixelSize(max(1, half_points * tenths // points))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setBold(bold)
    font.setItalic(italic)
    return font
