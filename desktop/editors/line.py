"""A line that is typed, and the fields that are one line of text with a meaning."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.editors.base import Context, Editor
from desktop.editors.suggestions import Suggestions
from desktop.editors.words import Note
from forms.fields import Field
from ward.errors import UserError
from ward.text import nfc

STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
GOES_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Line(QLineEdit):
    """One line of text. `left`: the focus went elsewhere; `entered`: Enter; `followed`: Ctrl+Enter."""

    left = Signal()
    entered = Signal()
    followed = Signal()
    history_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.suggesting: Suggestions | None = None

    @property
    def is_choosing(self) -> bool:
        """Whether suggestions stand open below the line."""
        return self.suggesting is not None and self.suggesting.is_open

    def show_text(self, text: str) -> None:
        """Shows a stored text from its beginning, without a trace for Ctrl+Z."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_choosing and event.key() in (*GOES_ON, Qt.Key.Key_Escape):
            event.ignore()
        elif event.key() in GOES_ON and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.followed.emit()
        elif event.key() in GOES_ON:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            hidden = self.fontMetrics().horizontalAdvance(self.text()) > self.width() - 2 * self.height() // 3
            self.setToolTip(self.text() if hidden else "")
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redoes = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undoes or redoes:
                event.ignore()
                return False
        return bool(super().event(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYS:
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.addSeparator()
        menu.addAction("Lịch sử của ô này", self.history_wanted.emit)
        menu.exec(event.globalPos())
        menu.deleteLater()


class LineEditor(Editor):
    """A field that is one line: `parse` reads it, `shown` writes it, `understood` says what it was taken for.

    `always_understood` keeps that sentence below the field, too, when nothing is being typed.
    """

    always_understood = False

    def __init__(self, field: Field, context: Context, parent: QWidget) -> None:
        super().__init__(field, context, parent)
        self.line = Line(self)
        self.line.setAccessibleName(field.label)
        self.line.setAccessibleDescription(field.help)
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self.left)
        self.line.entered.connect(self.go_on)
        self.line.history_wanted.connect(self.history_wanted)
        self.place(self.line)
        self.setFocusProxy(self.line)

    # -- what each kind of line says for itself ---------------------------------------------------------

    def parse(self, text: str) -> dict[str, Any]:
        """The values for a typed text that is not empty. Raises UserError."""
        raise NotImplementedError

    def shown(self) -> str:
        """The text for the stored values."""
        return str(self.stored[self.field.key])

    def understood(self, values: dict[str, Any]) -> str:
        """What the values mean, shown while one types; empty where the text says it already."""
        return ""

    def empty(self) -> dict[str, Any]:
        """The values of the empty line."""
        return dict.fromkeys(self.field.keys, "")

    # -- the editor -------------------------------------------------------------------------------------

    def draw(self) -> None:
        self.line.show_text(self.shown())
        if self.always_understood and not self.is_empty:
            words = self.understood(self.stored)
            said_already = words == self.line.text()
            self.notes.put("understood", () if said_already else (Note(words),))

    def read(self) -> dict[str, Any]:
        text = self.typed_line()
        return self.parse(text) if text else self.empty()

    def typed(self) -> Any:
        return self.line.text()

    def typed_line(self) -> str:
        return nfc(self.line.text())

    def take_typed(self, typed: Any) -> None:
        self.line.setText(str(typed))
        self._typed()

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)

    def inputs(self) -> list[QWidget]:
        return [self.line]

    def go_on(self) -> None:
        """Enter: keeps the field and goes to the next one, unless there is something to settle first."""
        self.left.emit()
        if not self.has_problem:
            self.line.focusNextPrevChild(True)

    def _typed(self) -> None:
        self.touch()
        self.notes.put("understood", self._understanding())

    def _understanding(self) -> tuple[Note, ...]:
        if not self.typed_line():
            return ()
        try:
            words = self.understood(self.read())
        except UserError:
            return ()
        return (Note(words),) if words else ()
