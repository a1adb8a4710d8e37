"""A picture of the top of a paper and its signature block, as Nghị định 30/2020/NĐ-CP lays them out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ward.founding import PARTY, Letterhead, Signer

PAPER, INK, EDGE = "#FFFFFF", "#1F2328", "#C9C5BA"
SERIFS = ["Times New Roman", "Liberation Serif", "Tinos", "DejaVu Serif"]
PAGE, HEIGHT, LEFT, RIGHT, TOP = 210.0, 150.0, 30.0, 195.0, 20.0
"""Millimetres: the page's width, how much of it is drawn, and the edges of the text (Phụ lục I)."""
POINT, WIDTH = 0.3528, 480


class LetterheadPreview(QWidget):
    """Draws the paper of one body; `show_paper` changes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Xem trước đầu văn bản")
        self.setFixedSize(WIDTH, round(WIDTH * HEIGHT / PAGE))
        self._body = "ubnd"
        self._head = Letterhead("", "", "", "")
        self._signer = Signer("", "", "")
        self._year = 0

    def show_paper(self, body: str, head: Letterhead, signer: Signer, year: int) -> None:
        """Draws this head and signature block."""
        self._body, self._head, self._signer, self._year = body, head, signer, year
        self.setAccessibleDescription(f"{head.upper_line} / {head.line}; {signer.authority}; {signer.name}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / PAGE, self.width() / PAGE)
        painter.fillRect(QRectF(0, 0, PAGE, HEIGHT), QColor(PAPER))
        painter.setPen(QPen(QColor(EDGE), 0.4))
        painter.drawRect(QRectF(0.2, 0.2, PAGE - 0.4, HEIGHT + 5))
        painter.setPen(QPen(QColor(INK), 0.25))
        self._draw_left(painter)
        self._draw_right(painter)
        self._draw_title(painter)
        self._draw_signature(painter)

    def _draw_left(self, painter: QPainter) -> None:
        party = self._body == PARTY
        box = QRectF(LEFT - 8, TOP, 74, 6)
        self._text(painter, box, self._head.upper_line, 12, bold=not party and self._two_lines)
        self._text(painter, box.translated(0, 5.5), self._head.line, 12, bold=True)
        if party:
            self._text(painter, box.translated(0, 10.5), "*", 12)
        else:
            self._rule(painter, box, 12.2, 0.33)
        number = f"Số     -BC/{self._head.symbol}" if party else f"Số:        /BC-{self._head.symbol}"
        self._text(painter, box.translated(0, 15), number, 13)

    def _draw_right(self, painter: QPainter) -> None:
        box = QRectF(RIGHT - 98, TOP, 98, 6)
        if self._body == PARTY:
            self._text(painter, box, "ĐẢNG CỘNG SẢN VIỆT NAM", 15, bold=True)
            self._rule(painter, box, 6.8, 0.62)
        else:
            self._text(painter, box, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
            self._text(painter, box.translated(0, 5.5), "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
            self._rule(painter, box, 12.2, 0.55)
        where = self._head.place or "……"
        self._text(painter, box.translated(0, 15), f"{where}, ngày … tháng … năm {self._year}", 13, italic=True)

    def _draw_title(self, painter: QPainter) -> None:
        box = QRectF(LEFT, TOP + 32, RIGHT - LEFT, 6)
        self._text(painter, box, "BÁO CÁO", 14, bold=True)
        self._text(painter, box.translated(0, 6), f"Tổng kết công tác năm {self._year}", 14, bold=True)
        self._rule(painter, box, 13.2, 0.3)
        painter.setPen(QPen(QColor(EDGE), 1.2))
        for line in range(4):
            end = RIGHT if line < 3 else LEFT + 90
            down = TOP + 54 + line * 7
            painter.drawLine(QPointF(LEFT + (10 if line == 0 else 0), down), QPointF(end, down))
        painter.setPen(QPen(QColor(INK), 0.25))

    def _draw_signature(self, painter: QPainter) -> None:
        box = QRectF(RIGHT - 86, TOP + 86, 86, 6)
        self._text(painter, box, self._signer.authority, 13, bold=self._body != PARTY)
        self._text(painter, box.translated(0, 5.5), self._signer.position_title, 13, bold=True)
        self._text(painter, box.translated(0, 30), self._signer.name, 13, bold=True)
        left = QRectF(LEFT, TOP + 86, 60, 6)
        self._text(painter, left, "Nơi nhận:", 12, bold=True, italic=True, centred=False)

    @property
    def _two_lines(self) -> bool:
        """Whether both lines on the left are the body's own name."""
        return self._head.upper_line.startswith(("ỦY BAN", "HỘI ĐỒNG"))

    def _rule(self, painter: QPainter, box: QRectF, below: float, part: float) -> None:
        width = box.width() * part
        start = box.center().x() - width / 2
        down = box.top() + below
        painter.drawLine(QPointF(start, down), QPointF(start + width, down))

    def _text(
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        points: float,
        *,
        bold: bool = False,
        italic: bool = False,
        centred: bool = True,
    ) -> None:
        font = QFont(SERIFS)
        font.setPixelSize(100)
        font.setBold(bold)
        font.setItalic(italic)
        painter.save()
        factor = points * POINT / 100
        painter.translate(box.center() if centred else box.topLeft())
        painter.scale(factor, factor)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(words)
        room = box.width() / factor
        if width > room:
            painter.scale(room / width, 1)
        side = max(width, room) + 20
        area = QRectF(-side / 2 if centred else 0, -100, side, 200)
        align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(align | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()
