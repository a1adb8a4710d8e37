"""The head of the form: the record's title and kind, and what concerns the record as a whole."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.controls import label
from desktop.editors.naming import lowered
from desktop.editors.words import Note, Notes, Option
from desktop.form_findings import notes_by_field
from desktop.form_page import FormPage
from desktop.form_saving import Saver
from desktop.namesakes import Namesakes
from desktop.session import Session
from ward.drafts import Draft
from ward.edits import Bin
from ward.errors import UserError
from ward.kinds import KINDS
from ward.loading import Stored
from ward.years import is_closed

SLOTS = ("state", "draft", "namesakes", "finding")


class FormHead(QWidget):
    """Title, kind and notices: in the bin, read-only, text left unsaved last time, namesakes, findings."""

    record_requested = Signal(int)
    field_requested = Signal(str)

    def __init__(self, session: Session, saver: Saver, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paneBody")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._session = session
        self._saver = saver
        self._page: FormPage | None = None
        self.kind = label("", self, grey=True, small=True, wrap=True)
        self.title = label("", self, name="title", wrap=True)
        self.notes = Notes(self, SLOTS)
        self._namesakes = Namesakes(session, self)
        self._namesakes.found.connect(lambda notes: self.notes.put("namesakes", notes))
        self._namesakes.requested.connect(self.record_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 8)
        column.setSpacing(2)
        column.addWidget(self.kind)
        column.addWidget(self.title)
        column.addSpacing(4)
        column.addWidget(self.notes)

    def show_record(self, stored: Stored, page: FormPage) -> None:
        """Shows the head of an existing record."""
        self._begin(page, stored.id)
        self._say(stored)
        self._offer_drafts()

    def show_new(self, page: FormPage) -> None:
        """Shows the head of a record that is not there yet."""
        self._begin(page, None)
        self.title.setText(f"{page.form.label}: thêm mới")
        self.kind.setText("Chưa lưu: hãy ghi ô đầu tiên")
        self.notes.put("state", self._read_only())
        self.notes.put("finding", ())
        self._offer_drafts()

    def refresh(self, stored: Stored) -> None:
        """Repaints what an act changed."""
        self._say(stored)

    def added(self, stored: Stored) -> None:
        """The record of the empty form is there now."""
        assert self._page
        self._namesakes.watch(self._page, stored.id)
        self._say(stored)

    def _begin(self, page: FormPage, record: int | None) -> None:
        self._page = page
        self._namesakes.watch(page, record)
        self.notes.put("namesakes", ())

    def _say(self, stored: Stored) -> None:
        assert self._page
        related = [title for title in self._page.related_titles() if title not in stored.title]
        self.kind.setText(" · ".join([self._page.form.label, *related]))
        self.title.setText(stored.title)
        self.notes.put("state", self._state(stored))
        found = notes_by_field(self._session, stored, self.record_requested.emit)
        self._page.show_findings(found)
        shown = {key for editor in self._page.editors for key in editor.field.keys}
        whole = [note for key in found if key not in shown for note in found[key]]
        self.notes.put("finding", [*whole, *self._pointer([key for key in found if key in shown], found)])

    def _pointer(self, keys: list[str], found: dict[str, list[Note]]) -> list[Note]:
        """Names the fields with something to settle, which may stand further down."""
        assert self._page
        open_keys = [key for key in keys if any(note.tone in ("amber", "red") for note in found[key])]
        editors = [self._page.editor(key) for key in open_keys]
        if not editors:
            return []
        named = ", ".join(dict.fromkeys(lowered(editor.field.label) for editor in editors if editor))
        see = Option("Xem", lambda: self.field_requested.emit(open_keys[0]))
        return [Note(f"Có chỗ chưa khớp ở ô {named}.", "amber", options=(see,))]

    def _read_only(self) -> tuple[Note, ...]:
        reason = self._session.book.read_only_reason
        return (Note(reason, "quiet"),) if reason else ()

    def _state(self, stored: Stored) -> tuple[Note, ...]:
        """Why the record cannot be edited here or now, and the way out."""
        if self._session.book.read_only_reason:
            return self._read_only()
        if stored.binned:
            return (Note("Bản ghi này đang ở thùng rác.", "amber", options=(Option("Lấy lại", self._bring_back),)),)
        locked = KINDS[stored.kind].locked
        closed = [year for year in stored.years if locked and is_closed(self._session.book.db, year)]
        words = f"Năm {closed[0]} đã khóa sổ nên bản ghi này chỉ để xem." if closed else ""
        return (Note(words, "quiet"),) if words else ()

    def _bring_back(self) -> None:
        record = self._saver.record
        if record:
            try:
                self._session.write(f"Lấy lại {record.title}", [Bin(record.id, False)])
            except UserError as error:
                self.notes.put("state", (Note(str(error), "red"),))

    # -- drafts -------------------------------------------------------------------------------------------

    def _offer_drafts(self) -> None:
        drafts = self._saver.drafts.of(self._saver.key) if self._saver.drafts else []
        if not drafts or self._page is None:
            self.notes.put("draft", ())
            return
        named = [(self._page.editor(draft.field), draft) for draft in drafts]
        parts = [f"{lowered(editor.field.label)}: {_said(draft)}" for editor, draft in named if editor]
        words = "Có chữ chưa lưu từ lần trước: " + "; ".join(parts)
        options = (Option("Lấy lại", lambda: self._take_back(drafts)), Option("Bỏ", lambda: self._forget(drafts)))
        self.notes.put("draft", (Note(words, "amber", options=options),))

    def _take_back(self, drafts: list[Draft]) -> None:
        self.notes.put("draft", ())
        assert self._page
        for draft in drafts:
            editor = self._page.editor(draft.field)
            if editor:
                self._page.unfold(editor)
                editor.take_typed(draft.typed)
                self._saver.save(editor)

    def _forget(self, drafts: list[Draft]) -> None:
        self.notes.put("draft", ())
        for draft in drafts:
            self._saver.drop_draft(draft.record, draft.field)


def _said(draft: Draft) -> str:
    shown = " ".join(draft.shown.split())
    return f"“{shown[:79]}…”" if len(shown) > 80 else f"“{shown}”" if shown else "đã sửa"
