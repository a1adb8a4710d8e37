"""Số này từ đâu ra?: the text of a paper; a click on a printed value tells its record, source and history."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from desktop.dialogs import Sheet
from desktop.look import colours_now
from desktop.origin_panel import OriginPanel
from ward.book import Book

if TYPE_CHECKING:
    from reports.reading import ReadLine
    from reports.standing import StandingValue

WORDS = "Bấm vào chữ gạch chân để xem bản ghi, nguồn, minh chứng và lịch sử của nó. Ô tìm nhận cả số: 48, 1.819."
NONE = "Văn bản này không có chỗ nào lấy từ sổ, hoặc dấu vết đã mất khi sửa bằng chương trình khác."


class OriginDialog(Sheet):
    """`opened` tells the record that the clerk wants to see."""

    opened = Signal(int)

    def __init__(self, book: Book, title: str, lines: Sequence[ReadLine], parent: QWidget) -> None:
        super().__init__("Số này từ đâu ra?", parent, words=f"“{title}”. {WORDS}", width=1040)
        self._values: list[StandingValue] = []
        self.search = QLineEdit(self)
        self.search.setAccessibleName("Tìm trong văn bản")
        self.search.setPlaceholderText("Tìm số hoặc chữ trong văn bản rồi Enter")
        self.search.returnPressed.connect(self.find_next)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName("Chữ của văn bản")
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.anchorClicked.connect(self._show)
        self.text.setHtml(self._html(lines))
        self.panel = OriginPanel(book, self)
        self.panel.opened.connect(self._open)
        self._build()
        self.finish("", self.accept, stay="Đóng")
        self.resize(1040, 600)
        self.search.setFocus()
        if self._values:
            self.show_value(0)
        else:
            self.notice.say(NONE)

    def find_next(self) -> None:
        """Goes to the next place with the typed words; a printed value there is told at once."""
        words = self.search.text().strip()
        if not words:
            return
        if not any(self._find(pattern) for pattern in _patterns(words)):
            self.notice.say(f"Văn bản không có chữ “{words}”.")
            return
        self.notice.hide()
        cursor = self.text.textCursor()
        cursor.setPosition(cursor.selectionStart() + 1)
        link = cursor.charFormat().anchorHref()
        if link:
            self._show(QUrl(link))
        else:
            self.panel.say_typed(self.text.textCursor().selectedText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the line to search only searches; elsewhere it leaves, as in every dialog."""
        if self.search.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def show_value(self, number: int) -> None:
        """Tells where one printed value of the text comes from."""
        self.panel.show_value(self._values[number])

    def _find(self, pattern: QRegularExpression) -> bool:
        """Whether the pattern stands after the cursor, or anywhere; the cursor goes there."""
        if self.text.find(pattern):
            return True
        before = self.text.textCursor()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        if self.text.find(pattern):
            return True
        self.text.setTextCursor(before)
        return False

    def _build(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.search)
        column.addWidget(self.text, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.panel)
        split.setSizes([620, 400])
        self.body.addWidget(split, 1)

    def _show(self, link: QUrl) -> None:
        self.show_value(int(link.toString().removeprefix("#")))

    def _open(self, record: int) -> None:
        self.accept()
        self.opened.emit(record)

    def _html(self, lines: Sequence[ReadLine]) -> str:
        colours = colours_now()
        css = f"a {{ color: {colours.accent_text}; }} p {{ margin: 0 0 6px 0; }}"
        paragraphs = []
        for line in lines:
            pieces = [escape(text).replace("\n", "<br/>") if value is None else self._link(text, value)
                      for text, value in line.pieces]  # fmt: skip
            paragraphs.append(f"<p>{''.join(pieces)}</p>")
        return f"<style>{css}</style>{''.join(paragraphs)}"

    def _link(self, text: str, value: StandingValue) -> str:
        self._values.append(value)
        return f'<a href="#{len(self._values) - 1}">{escape(text) or "…"}</a>'


def _patterns(words: str) -> list[QRegularExpression]:
    """What to look for: a number stands for itself first ("48", not "1.248"), then as a part of others."""
    plain = QRegularExpression.escape(words)
    option = QRegularExpression.PatternOption.CaseInsensitiveOption
    found = [QRegularExpression(plain, option)]
    if words[0].isdigit():
        found.insert(0, QRegularExpression(rf"(?<![\d.,/]){plain}(?![.,/]?\d)"))
    return found
