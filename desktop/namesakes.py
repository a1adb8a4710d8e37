"""Two people of one name: a notice while the name is typed, with what tells them apart."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.editors import Editor
from desktop.editors.line import LineEditor
from desktop.editors.naming import person_details
from desktop.editors.words import Note, Option
from desktop.form_page import FormPage
from desktop.session import Session
from ward.errors import UserError
from ward.references import merge
from ward.search import search
from ward.text import fold

MOST = 5


class Namesakes(QObject):
    """Watches the name of a person; `found` gives the lines to show, `requested` a person to open."""

    found = Signal(object)
    requested = Signal(int)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._record: int | None = None
        self._watched: dict[Editor, None] = {}

    def watch(self, page: FormPage, record: int | None) -> None:
        """From now on the page shows this person (None: a new one); other kinds of record are left alone."""
        self._record = record
        editor = page.editor("name") if page.form.kind == "person" else None
        if isinstance(editor, LineEditor) and editor not in self._watched:
            self._watched[editor] = None
            editor.line.textEdited.connect(self._look)

    def _look(self, text: str) -> None:
        book = self._session.book
        hits = search(book.db, text, ("person",), 20) if " " in text.strip() else []
        same = [hit for hit in hits if fold(hit.title) == fold(text) and hit.id != self._record][:MOST]
        details = person_details(book, [hit.id for hit in same])
        self.found.emit([self._note(hit.id, hit.title, details.get(hit.id, "")) for hit in same])

    def _note(self, person: int, name: str, details: str) -> Note:
        options = [Option("Mở người đó", lambda: self.requested.emit(person))]
        if self._record and not self._session.book.read_only_reason:
            options.append(Option("Là một người: gộp lại", lambda: self._merge(person)))
        said = f"{name} ({details})" if details else name
        return Note(f"Trong sổ đã có người cùng tên: {said}.", "amber", options=tuple(options))

    def _merge(self, person: int) -> None:
        """Makes the shown entry and the other one the same person; undoable."""
        if self._record is None:
            return
        try:
            change = merge(self._session.book, person, self._record)
        except UserError as error:
            self.found.emit([Note(str(error), "red")])
            return
        self._session.tell(change)
        self.requested.emit(person)
