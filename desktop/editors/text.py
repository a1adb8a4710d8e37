"""Text: a line, a line with suggestions, or a box that grows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from desktop.editors.base import Context, Editor
from desktop.editors.line import GOES_ON, STAYS, LineEditor
from desktop.editors.suggestions import Suggestions
from forms.fields import Text
from ward.text import fold, nfc

PAUSE = 1500
MOST_LINES = 14


class TextLine(LineEditor):
    """A text of one line; suggestions that match what is typed are offered below it."""

    field: Text

    def __init__(self, field: Text, context: Context, parent: QWidget) -> None:
        super().__init__(field, context, parent)
        if field.suggestions:
            self._suggestions = self.line.suggesting = Suggestions(self.line)
            self._suggestions.activated[str].connect(self._take)  # type: ignore[index]
            self.line.textEdited.connect(self._suggest)

    def parse(self, text: str) -> dict[str, Any]:
        return {self.field.key: text}

    def _suggest(self, text: str) -> None:
        wanted = fold(text)
        found = [words for words in self.field.suggestions if wanted in fold(words) and words != nfc(text)]
        self._suggestions.offer(found if wanted else [])

    def _take(self, words: str) -> None:
        self.take_typed(words)
        self.left.emit()


class Box(QPlainTextEdit):
    """Text of several lines that grows with what is written; a short one takes Enter as going on."""

    left = Signal()
    entered = Signal()
    history_wanted = Signal()

    def __init__(self, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = lines
        self.enter_goes_on = lines < 3
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in GOES_ON and (self.enter_goes_on or control):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undoes = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redoes = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undoes or redoes:
                event.ignore()
                return False
        return bool(super().event(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYS:
            self.left.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._grow()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.addSeparator()
        menu.addAction("Lịch sử của ô này", self.history_wanted.emit)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def _grow(self) -> None:
        lines = max(self.lines, min(int(self.document().size().height()), MOST_LINES))
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * int(self.document().documentMargin()) + 2
        height = lines * self.fontMetrics().lineSpacing() + around
        if height != self.height():
            self.setFixedHeight(height)


class TextBox(Editor):
    """A text of several lines; kept when it is left and at each longer pause."""

    field: Text

    def __init__(self, field: Text, context: Context, parent: QWidget) -> None:
        super().__init__(field, context, parent)
        self.box = Box(field.lines, self)
        self.box.setFrameShape(QFrame.Shape.StyledPanel)
        self.box.setAccessibleName(field.label)
        self.box.setAccessibleDescription(field.help)
        self.box.textChanged.connect(self._changed)
        self.box.left.connect(self.left)
        self.box.entered.connect(self.go_on)
        self.box.history_wanted.connect(self.history_wanted)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.paused)
        self.place(self.box)
        self.setFocusProxy(self.box)

    def draw(self) -> None:
        text = self.stored[self.field.key]
        if text != self.box.toPlainText():
            with QSignalBlocker(self.box):
                self.box.setPlainText(text)

    def read(self) -> dict[str, Any]:
        text = nfc(self.box.toPlainText())
        return {self.field.key: " ".join(text.split("\n")) if self.box.enter_goes_on else text}

    def typed(self) -> Any:
        return self.box.toPlainText()

    def take_typed(self, typed: Any) -> None:
        self.box.setPlainText(str(typed))

    def set_read_only(self, read_only: bool) -> None:
        self.box.setReadOnly(read_only)

    def inputs(self) -> list[QWidget]:
        return [self.box]

    def go_on(self) -> None:
        """Keeps the text and goes to the next field."""
        self.left.emit()
        if not self.has_problem:
            self.box.focusNextPrevChild(True)

    def _changed(self) -> None:
        self.touch()
        self._pause.start()


def text_editor(field: Text, context: Context, parent: QWidget) -> Editor:
    """The line or the box that a text field asks for."""
    return TextBox(field, context, parent) if field.lines > 1 else TextLine(field, context, parent)
