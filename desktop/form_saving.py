"""Saving what is typed: each field when it is left, and as a draft what cannot be saved yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.editors import Editor
from desktop.editors.naming import kind_label, new_title, shortened
from desktop.session import Session
from ward.drafts import Draft, Drafts
from ward.edits import Add, Amend
from ward.errors import UserError
from ward.loading import Stored

SAVED = "Đã lưu"
LOSES_AT_MOST = 1000


class Saver(QObject):
    """Writes the fields of one record, existing or new.

    `saved` tells the window what to say ("Đã lưu", or which field is not); `added` the id of a record that
    its first filled field has just made.
    """

    saved = Signal(str)
    added = Signal(int)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.drafts = None if session.book.read_only_reason else Drafts(session.book.path)
        self.record: Stored | None = None
        self._kind = ""
        self._initial: dict[str, Any] = {}
        self._unsaved: list[Editor] = []
        self._timer = QTimer(self, singleShot=True, interval=LOSES_AT_MOST)
        self._timer.timeout.connect(self._keep_drafts)
        self.is_adding = False

    # -- what is being edited -----------------------------------------------------------------------------

    def open(self, record: Stored) -> None:
        """From now on the fields belong to this record."""
        self._turn(record, record.kind, {})

    def open_new(self, kind: str, initial: Mapping[str, Any]) -> None:
        """From now on the fields belong to a record that is not there yet; `initial` are its first values."""
        self._turn(None, kind, dict(initial))

    def close(self) -> None:
        """No record is edited."""
        self._turn(None, "", {})

    def _turn(self, record: Stored | None, kind: str, initial: dict[str, Any]) -> None:
        """Keeps what is unsaved of the record so far; none of it can be taken for the next one's."""
        self._keep_drafts()
        for editor in self._unsaved:
            editor.touched = False
        self._unsaved.clear()
        self.record, self._kind, self._initial = record, kind, initial

    @property
    def key(self) -> str:
        """Whose drafts these are: the record's uid in hex, or "new:<kind>"."""
        return self.record.uid.hex() if self.record else f"new:{self._kind}"

    # -- saving -------------------------------------------------------------------------------------------

    def watch(self, editor: Editor) -> None:
        """Saves this field whenever it is left."""
        editor.edited.connect(lambda: self._begin(editor))
        editor.left.connect(lambda: self.save(editor))
        editor.paused.connect(lambda: self.save(editor, pausing=True))

    def save(self, editor: Editor, *, pausing: bool = False) -> bool:
        """Saves one field; gives whether nothing of it is left unsaved. While `pausing` the text stays as typed."""
        if not self._kind or not editor.touched:
            return True
        try:
            values = editor.values()
            if values != editor.stored:
                self._write(editor, values)
        except UserError as error:
            editor.complain(error)
            self._keep_draft(editor)
            self.saved.emit(f"Chưa lưu ô {editor.field.label}")
            return False
        self._forget_draft(editor)
        if pausing:
            editor.stored, editor.touched = values, False
        else:
            editor.show_values(values)
        self.saved.emit(SAVED)
        return True

    def save_all(self) -> bool:
        """Saves every field that is not saved yet; gives whether all could be."""
        return all([self.save(editor) for editor in list(self._unsaved)])

    def _write(self, editor: Editor, values: dict[str, Any]) -> None:
        if editor.keep_values:
            editor.keep_values(values)
        elif self.record:
            act = f"Sửa {editor.field.label} của {shortened(self.record.title)}"
            self._session.write(act, [Amend(self.record.id, values)])
        else:
            self._add(editor, values)

    def _add(self, editor: Editor, values: dict[str, Any]) -> None:
        """Makes the record with its first filled field."""
        filled = {**self._initial, **values}
        self.is_adding = True
        try:
            act = " ".join(filter(None, ("Thêm", kind_label(self._kind), new_title(self._kind, filled))))
            change = self._session.write(act, [Add(self._kind, filled)])
        finally:
            self.is_adding = False
        self.drop_draft(f"new:{self._kind}", editor.field.key)
        self.added.emit(change.added[0])

    # -- drafts -------------------------------------------------------------------------------------------

    def _begin(self, editor: Editor) -> None:
        if editor not in self._unsaved:
            self._unsaved.append(editor)
        if not self._timer.isActive():
            self._timer.start()

    def _keep_drafts(self) -> None:
        for editor in self._unsaved:
            self._keep_draft(editor)

    def _keep_draft(self, editor: Editor) -> None:
        if not self.drafts or not self._kind or not editor.touched:
            return
        try:
            self.drafts.keep(Draft(self.key, editor.field.key, editor.typed(), editor.typed_line()))
        except UserError as error:
            self.saved.emit(str(error))

    def _forget_draft(self, editor: Editor) -> None:
        if editor in self._unsaved:
            self._unsaved.remove(editor)
        self.drop_draft(self.key, editor.field.key)

    def drop_draft(self, record: str, field: str) -> None:
        """Forgets a draft that was saved or is not wanted."""
        if self.drafts:
            try:
                self.drafts.drop(record, field)
            except UserError as error:
                self.saved.emit(str(error))
