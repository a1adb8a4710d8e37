"""One nomination typed in one line: who, as what, for what; what speaks against it stands below while one types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.controls import button, label
from desktop.editors import Context, Editor, editor_for
from desktop.editors.reference import ReferenceEditor
from desktop.editors.words import Note, Notes, Option
from desktop.session import Session
from forms.catalogue import FORMS
from forms.fields import Text
from ward.errors import UserError

if TYPE_CHECKING:
    from ward.awarding.doubts import Doubt
    from ward.awarding.nominating import Draft

PAUSE = 250
MOST_LINES = 1
KEYS = ("nominee", "as_title", "award_type", "achievement")
TONES = {"ask": "amber", "warn": "amber", "info": "quiet"}


class NominateBar(QWidget):
    """`wanted` tells a draft and the doubts about it that demand a written reason; `opened` a record to look at."""

    wanted = Signal(object, object)
    opened = Signal(int)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._round = 0
        self.doubts: list[Doubt] = []
        self._values: dict[str, Any] = {}
        context = Context(session, "nomination", self._values.get)
        self.editors: dict[str, Editor] = {}
        for key in KEYS:
            field = FORMS["nomination"].field(key)
            assert field
            if isinstance(field, Text):
                field = replace(field, lines=min(field.lines, MOST_LINES))
            self.editors[key] = editor_for(field, context, self)
        self.add = button("Thêm đề nghị", self.give, self, primary=True, name="add_nomination")
        self.notes = Notes(self, ("doubt", "problem"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        self._build()
        self.clear()

    def take_round(self, record: int) -> None:
        """From now on the line nominates for this round."""
        if record != self._round:
            self._round = record
            self.clear()

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be nominated."""
        for editor in self.editors.values():
            editor.set_read_only(not writable)
        self.add.setEnabled(writable)

    def clear(self, *, keep_award: bool = False) -> None:
        """An empty line; the award stays for the next nomination."""
        award = self.editors["award_type"].stored if keep_award else {}
        for editor in self.editors.values():
            empty = {key: None if key in ("nominee", "award_type") else "" for key in editor.field.keys}
            self._values |= empty
            editor.show_values(empty)
        if award:
            self._values |= award
            self.editors["award_type"].show_values(award)
        self.doubts = []
        self.notes.put("doubt", ())
        self.notes.put("problem", ())

    def draft(self) -> Draft:
        """What is typed. Raises UserError when something typed cannot be kept."""
        from ward.awarding.nominating import Draft

        read: dict[str, Any] = {}
        for editor in self.editors.values():
            if isinstance(editor, ReferenceEditor):
                editor.take_only_one()
            read |= editor.values()
        return Draft(
            award_type=read["award_type"],
            form_words=read["form_words"] if not read["award_type"] else "",
            nominee=read["nominee"],
            nominee_words=read["nominee_words"] if not read["nominee"] else "",
            as_title=read["as_title"],
            achievement=read["achievement"],
        )

    def give(self) -> None:
        """Gives the draft; nobody or nothing is missed in words."""
        try:
            draft = self.draft()
        except UserError as error:
            self.notes.put("problem", (Note(str(error), "red"),))
            return
        if not (draft.nominee or draft.nominee_words):
            self._miss("nominee", "Hãy ghi đề nghị khen ai.")
        elif not (draft.award_type or draft.form_words):
            self._miss("award_type", "Hãy chọn danh hiệu hoặc hình thức khen.")
        else:
            self.notes.put("problem", ())
            self.look()
            self.wanted.emit(draft, [one for one in self.doubts if one.severity == "ask"])

    def look(self) -> None:
        """Asks the records what speaks against what is typed, and shows it."""
        from ward.awarding.doubts import doubts_while_typing

        self._pause.stop()
        try:
            draft = self.draft()
        except UserError:
            return
        named = draft.nominee or draft.nominee_words
        self.doubts = doubts_while_typing(self._session.book.db, self._round, draft) if named and self._round else []
        self.notes.put("doubt", tuple(self._note(one) for one in self.doubts))

    # -- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        for key, stretch in zip(KEYS[:3], (5, 4, 4), strict=True):
            line.addWidget(self._labelled(key), stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self._labelled("achievement"), 1)
        below.addWidget(self.add)
        column.addLayout(below)
        column.addWidget(self.notes)
        for editor in self.editors.values():
            editor.edited.connect(self._pause.start)
            editor.left.connect(self._left)
            editor.requested.connect(self.opened)

    def _labelled(self, key: str) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(label(self.editors[key].field.label, box))
        column.addWidget(self.editors[key])
        column.addStretch(1)
        return box

    def _left(self) -> None:
        for editor in self.editors.values():
            if isinstance(editor, ReferenceEditor):
                editor.take_only_one()
            try:
                read = editor.values()
            except UserError as error:
                editor.complain(error)
                continue
            if editor.touched and read != editor.stored:
                self._values |= read
                editor.show_values(read)
                editor.touched = True
        self._pause.start()

    def _miss(self, key: str, sentence: str) -> None:
        self.notes.put("problem", (Note(sentence, "red"),))
        self.editors[key].inputs()[0].setFocus()

    def _note(self, doubt: Doubt) -> Note:
        words = f"{doubt.sentence} ({doubt.article})" if doubt.article else doubt.sentence
        shown = [Option("Xem bản ghi" if not place else f"Xem bản ghi {place + 1}", self._opener(record))
                 for place, record in enumerate(doubt.records[:3])]  # fmt: skip
        return Note(words, TONES[doubt.severity], options=tuple(shown))  # type: ignore[arg-type]

    def _opener(self, record: int) -> Any:
        return lambda: self.opened.emit(record)
