"""Lines of words below a field: what was understood, what is doubtful or wrong, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.controls import button, label

Tone = Literal["quiet", "missing", "amber", "red", "green"]

MARKS: dict[str, str] = {"amber": "▲ ", "red": "✕ ", "green": "✓ "}
LOOKS: dict[str, dict[str, Any]] = {
    "quiet": {"grey": True},
    "missing": {"grey": True},
    "amber": {"amber": True},
    "red": {"wrong": True},
    "green": {"fine": True},
}


@dataclass(frozen=True)
class Option:
    """Something the clerk may choose: the words on the button, and what choosing does."""

    words: str
    chosen: Callable[[], object]


@dataclass(frozen=True)
class Note:
    """A line below a field: its words, its tone, the doubtful part of `typed` if any, what can be chosen."""

    words: str
    tone: Tone = "quiet"
    typed: str = ""
    span: tuple[int, int] = (0, 0)
    options: tuple[Option, ...] = ()


SLOTS = ("understood", "problem", "missing", "finding")


class Notes(QWidget):
    """Lines by slot, in the order of `slots`; takes no room when there is nothing to say.

    `buttons_changed`: there are other buttons than before, so that the tab order is to be made anew.
    """

    buttons_changed = Signal()

    def __init__(self, parent: QWidget, slots: tuple[str, ...] = SLOTS) -> None:
        super().__init__(parent)
        self._slots = slots
        self._notes: dict[str, tuple[Note, ...]] = {}
        self._lines: dict[str, list[QWidget]] = {slot: [] for slot in slots}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)
        self.hide()

    def put(self, slot: str, notes: Sequence[Note]) -> None:
        """Replaces the lines of one slot."""
        if self._notes.get(slot, ()) == tuple(notes):
            return
        had_buttons = any(note.options for note in self._notes.get(slot, ()))
        self._notes[slot] = tuple(notes)
        for line in self._lines[slot]:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines[slot] = [drawn(note, self) for note in notes]
        first = sum(len(self._lines[name]) for name in self._slots[: self._slots.index(slot)])
        for place, line in enumerate(self._lines[slot], first):
            self._layout.insertWidget(place, line)
            line.show()
        self.setVisible(any(self._lines.values()))
        if had_buttons or any(note.options for note in notes):
            self.buttons_changed.emit()

    def said(self, slot: str) -> tuple[Note, ...]:
        """The lines that a slot shows now."""
        return self._notes.get(slot, ())

    def buttons(self) -> list[QWidget]:
        """All buttons that are shown now, in reading order."""
        lines = [line for slot in self._slots for line in self._lines[slot]]
        return [one for line in lines for one in line.findChildren(QPushButton)]


def drawn(note: Note, parent: QWidget) -> QWidget:
    """The note as a frame: amber paper for what is to be settled, bare otherwise."""
    frame = QFrame(parent)
    column = QVBoxLayout(frame)
    column.setSpacing(4)
    if note.tone == "amber":
        frame.setObjectName("notice")
        column.setContentsMargins(8, 4, 8, 4)
    else:
        column.setContentsMargins(0, 0, 0, 0)
    if note.span[1] > note.span[0]:
        column.addWidget(_doubtful(note, frame))
    column.addWidget(_said(note, frame))
    if note.options:
        column.addWidget(_options_row(note.options, frame))
    return frame


def _said(note: Note, parent: QWidget) -> QLabel:
    line = label(MARKS.get(note.tone, "") + note.words, parent, wrap=True, **LOOKS[note.tone])
    if note.tone == "missing":
        line.setStyleSheet("QLabel { border: none; border-bottom: 1px dashed palette(placeholder-text); }")
        line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        line.setWordWrap(False)
    return line


def _doubtful(note: Note, parent: QWidget) -> QLabel:
    """What was typed, with the doubtful part underlined."""
    start, end = note.span
    before, doubtful, after = (escape(part) for part in (note.typed[:start], note.typed[start:end], note.typed[end:]))
    line = label("", parent, wrap=True, **LOOKS[note.tone])
    line.setTextFormat(Qt.TextFormat.RichText)
    line.setText(f"{before}<u><b>{doubtful}</b></u>{after}")
    return line


def _options_row(options: tuple[Option, ...], parent: QWidget) -> QWidget:
    """Buttons side by side, or below each other where their words are long."""
    row = QWidget(parent)
    long = sum(len(option.words) for option in options) > 45
    layout = QVBoxLayout(row) if long else QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for option in options:
        one = button(option.words.replace("&", "&&"), option.chosen, row)
        one.setAccessibleName(option.words)
        layout.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
    if not long:
        layout.addStretch(1)
    return row
