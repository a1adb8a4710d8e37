"""Reference: another record, found as one types; added when it is new, or kept as plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.editors.base import Context, Editor
from desktop.editors.line import Line
from desktop.editors.naming import ADDABLE, add_named, hit_lines, kind_label
from desktop.editors.suggestions import Suggestions
from desktop.editors.words import Note
from forms.fields import Reference
from ward.errors import Question, UserError
from ward.loading import load
from ward.search import search
from ward.text import fold, nfc

MOST = 8


@dataclass(frozen=True)
class Pick:
    """A record to choose, or (id 0) a new one of this kind to add."""

    id: int
    kind: str
    title: str
    line: str


class WhichQuestion(Question):
    """Typed text that names no chosen record; `readings` are the records to choose from."""

    def __init__(self, sentence: str, readings: tuple[Pick, ...]) -> None:
        super().__init__(sentence)
        self.readings = readings


class ReferenceEditor(Editor):
    """A line that searches; below it the records found, the exact name first."""

    field: Reference

    def __init__(self, field: Reference, context: Context, parent: QWidget) -> None:
        super().__init__(field, context, parent)
        self.picked: int | None = None
        self._picks: list[Pick] = []
        self.line = Line(self)
        self.line.setAccessibleName(field.label)
        self.line.setAccessibleDescription(field.help)
        self.line.setPlaceholderText("gõ để tìm" if not field.words else "gõ để tìm, hoặc ghi bằng chữ")
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self._leave)
        self.line.entered.connect(self.go_on)
        self.line.followed.connect(self._follow)
        self.line.history_wanted.connect(self.history_wanted)
        self.opener = QToolButton(self)
        self.opener.setText("→")
        self.opener.setAutoRaise(True)
        self.opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.opener.clicked.connect(self._follow)
        self.suggestions = self.line.suggesting = Suggestions(self.line)
        self.suggestions.activated[QModelIndex].connect(self._activated)  # type: ignore[index]
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self.opener)
        self.place(both)
        self.setFocusProxy(self.line)

    # -- the editor -------------------------------------------------------------------------------------

    def draw(self) -> None:
        self.picked = self.stored[self.field.key]
        words = str(self.stored.get(self.field.words, ""))
        title = load(self.context.session.book.db, self.picked).title if self.picked else ""
        self.line.show_text(title or words)
        self._show_opener(title)
        said_then = bool(title and words and words != title)
        self.notes.put("understood", (Note(f"Ghi khi đó: {words}"),) if said_then else ())

    def read(self) -> dict[str, Any]:
        text = nfc(self.line.text())
        if self.picked or not text:
            return self._values(self.picked, "")
        if self.field.words:
            return self._values(None, text)
        found = tuple(self._found(text, adding=True))
        asked = "Hãy chọn một dòng dưới đây." if found else "Hãy ghi tên khác hoặc để trống."
        raise WhichQuestion(f"Chưa chọn “{text}” là bản ghi nào trong sổ. {asked}", found)

    def typed(self) -> Any:
        return {"record": self.picked, "text": self.line.text()}

    def take_typed(self, typed: Any) -> None:
        self.line.setText(str(typed["text"]))
        self.picked = typed["record"]
        self.touch()

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)

    def inputs(self) -> list[QWidget]:
        return [self.line]

    def typed_line(self) -> str:
        return nfc(self.line.text())

    def reading_words(self, reading: Any) -> str:
        return str(reading.line)

    def take_reading(self, reading: Any) -> None:
        """Takes a chosen record; a new one is added first."""
        try:
            self.picked = reading.id or add_named(self.context.session, reading.kind, reading.title)
        except UserError as error:
            self.complain(error)
            return
        self.line.setText(reading.title)
        self._show_opener(reading.title)
        self.touch()

    def take_only_one(self) -> None:
        """Takes the only record of exactly the typed name where words would be kept; of namesakes none."""
        text = self.typed_line()
        if self.picked or not text:
            return
        same = [pick for pick in self._found(text, adding=False) if fold(pick.title) == fold(text)]
        if len(same) == 1:
            self.take_reading(same[0])

    def go_on(self) -> None:
        """Enter: keeps the field and goes to the next one, unless a record is still to be chosen."""
        self._leave()
        if not self.has_problem:
            self.line.focusNextPrevChild(True)

    # -- searching --------------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        self.picked = None
        self._show_opener("")
        self.notes.put("understood", ())
        self.touch()
        self._picks = list(self._found(nfc(text), adding=True)) if nfc(text) else []
        self.suggestions.offer([pick.line for pick in self._picks], first_chosen=self._is_sure(nfc(text)))

    def _is_sure(self, text: str) -> bool:
        """Whether Enter may take the first record found: the only one of that name, or words are not kept."""
        return bool(self._picks and self._picks[0].id) and (not self.field.words or self._is_the_one(text))

    def _is_the_one(self, text: str) -> bool:
        """Whether exactly one record found has the typed name: of two namesakes neither is taken by itself."""
        return [fold(pick.title) == fold(text) for pick in self._picks if pick.id].count(True) == 1

    def _found(self, text: str, *, adding: bool) -> list[Pick]:
        book = self.context.session.book
        hits = search(book.db, text, self.field.kinds, MOST)
        lines = hit_lines(book, hits, len(self.field.kinds) != 1)
        picks = [Pick(hit.id, hit.kind, hit.title, line) for hit, line in zip(hits, lines, strict=True)]
        if adding:
            kinds = [kind for kind in self.field.kinds if kind in ADDABLE]
            picks += [Pick(0, kind, text, f"Thêm mới {kind_label(kind)} “{text}”") for kind in kinds]
        return picks

    def _activated(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._picks):
            self.take_reading(self._picks[index.row()])
            self.left.emit()

    def _leave(self) -> None:
        row = self.suggestions.chosen_row
        self.suggestions.close()
        text = self.typed_line()
        by_itself = row == 0 and self._is_sure(text) and (self.field.words or not self._is_the_one(text))
        if row >= 0 and not self.picked and not by_itself:
            self.take_reading(self._picks[row])
        self.left.emit()

    # -- the link ---------------------------------------------------------------------------------------

    def _values(self, record: int | None, words: str) -> dict[str, Any]:
        values: dict[str, Any] = {self.field.key: record}
        if self.field.words:
            values[self.field.words] = words
        return values

    def _show_opener(self, title: str) -> None:
        self.opener.setVisible(bool(self.picked))
        self.opener.setToolTip(f"Mở “{title}” (Ctrl+Enter)")
        self.opener.setAccessibleName(f"Mở {title}")

    def _follow(self) -> None:
        if self.picked:
            self.requested.emit(self.picked)
