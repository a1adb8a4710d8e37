"""Where one printed value comes from, on one panel: its record, today's value, source, evidence and history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.controls import button, label
from desktop.origin_words import read_origin, state_words, told
from forms.catalogue import FORMS
from ward.book import Book

if TYPE_CHECKING:
    from reports.standing import StandingValue
    from ward.origins import Origin

TYPED = "“{}” không lấy từ sổ: đó là chữ của mẫu, hoặc số gõ tay."


class OriginPanel(QScrollArea):
    """`opened` tells the record of a button that was pressed."""

    opened = Signal(int)

    def __init__(self, book: Book, parent: QWidget) -> None:
        super().__init__(parent)
        self._book = book
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(320)
        self._clear()

    def say_typed(self, text: str) -> None:
        """That these words come from no record."""
        self._clear()
        self._say(TYPED.format(text))
        self._column.addStretch(1)

    def show_value(self, value: StandingValue) -> None:
        """Tells the origin of a printed value."""
        found = read_origin(self._book, value.record, value.field, value.of)
        self._clear()
        self._say(value.what or "Giá trị", grey=True)
        self._say(value.text, name="title")
        if value.text != value.printed:
            self._say(f"Chương trình đã in: {value.printed}. Chữ trong văn bản đã sửa tay.", amber=True)
        self._record(found)
        for head, lines in told(self._book, found):
            self._say(head, name="heading")
            for line in lines:
                self._say(line)
        self._column.addStretch(1)

    def texts(self) -> list[str]:
        """What it says now, line by line."""
        return [one.text() for one in self.findChildren(QLabel)]

    def _record(self, found: Origin) -> None:
        if words := state_words(found.record):
            self._say(words, amber=True)
        named = found.living or found.record
        if named.record:
            self._say(f"{FORMS[named.kind].label}: {named.title}")
            act = partial(self.opened.emit, named.record)
            open_it = button("Mở bản ghi", act, self, quiet=True, name="open_record")
            self._column.addWidget(open_it, 0, Qt.AlignmentFlag.AlignLeft)

    def _clear(self) -> None:
        inner = QWidget(self)
        inner.setObjectName("paneBody")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(12, 0, 12, 0)
        self._column.setSpacing(6)
        self.setWidget(inner)

    def _say(self, text: str, *, name: str = "", **looks: bool) -> None:
        self._column.addWidget(label(text, self, name=name, wrap=True, **looks))
