"""The form: one view that draws any kind of record from its declaration and keeps what is typed into it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.controls import EmptyPlace
from desktop.editors.keys import key_within, put_in_order
from desktop.editors.naming import blank_values
from desktop.form_head import FormHead
from desktop.form_page import FormPage
from desktop.form_saving import Saver
from desktop.form_tabs import FormTabs
from desktop.session import Session
from desktop.tasks import Tasks
from ward.edits import Change
from ward.errors import UserError
from ward.kinds import KINDS
from ward.loading import Stored, load
from ward.references import forwarded

SHARES, SHARES_WITH_FIGURES = [700, 300], [550, 450]
"""Of the height: the fields, and the tabs; at 1280×720 two figures stand below the line that adds one."""
NOTHING = "Chọn một dòng ở danh sách để xem và sửa ở đây."


class FormView(QWidget):
    """Shows one record at a time, saves each field as it is left, and repaints what acts change.

    `record_requested`: a link to another record was followed; `saved`: what to say of the last saving
    ("Đã lưu"); `record_added`: the id of a new record, made by its first filled field.
    """

    record_requested = Signal(int)
    saved = Signal(str)
    record_added = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None, *, tasks: Tasks | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form_view")
        self._session = session
        self._pages: dict[str, FormPage] = {}
        self.page: FormPage | None = None
        self.saver = Saver(session, self)
        self.saver.saved.connect(self.saved)
        self.saver.added.connect(self._added)
        self.head = FormHead(session, self.saver, self)
        self.head.record_requested.connect(self.record_requested)
        self.head.field_requested.connect(self.focus_field)
        self.head.notes.buttons_changed.connect(self._chain)
        self.tabs = FormTabs(session, tasks or Tasks(session.book.db.close, self), self)
        self.tabs.record_requested.connect(self.record_requested)
        self.saver.watch(self.tabs.quick)
        self._draw()
        self.setAcceptDrops(True)
        session.changed.connect(self._changed)
        key_within(QKeySequence.StandardKey.Save, self, self.save_now)
        self.clear()

    # -- what is shown ------------------------------------------------------------------------------------

    @property
    def record_id(self) -> int | None:
        """The record that is shown, None when there is none (yet)."""
        return self.saver.record.id if self.saver.record else None

    def show_record(self, record_id: int) -> None:
        """Shows a record (the one it was merged into, if it was), after saving what is typed. Raises UserError."""
        self.save_now()
        db = self._session.book.db
        stored = load(db, forwarded(db, record_id))
        self.saver.open(stored)
        self._turn_to(stored.kind)
        self._show(stored)
        self._scroll.verticalScrollBar().setValue(0)

    def new_record(self, kind: str, values: Mapping[str, Any] | None = None) -> None:
        """Shows an empty form of this kind; the record is made when its first field is filled.

        `values` are what is known already ("about", "years", …); a yearly kind gets the chosen year.
        """
        self.save_now()
        initial = dict(values or {})
        if KINDS[kind].yearly and self._session.year:
            initial.setdefault("years", (self._session.year,))
        self.saver.open_new(kind, initial)
        page = self._turn_to(kind)
        page.set_read_only(bool(self._session.book.read_only_reason))
        page.show_values({**blank_values(kind), **initial}, exists=False)
        self.head.show_new(page)
        self.tabs.show_record(None)
        self._scroll.verticalScrollBar().setValue(0)
        page.focus_first()

    def clear(self) -> None:
        """Shows no record, after saving what is typed."""
        self.save_now()
        self.saver.close()
        self.page = None
        self._stack.setCurrentWidget(self._nothing)

    def save_now(self) -> bool:
        """Saves every field that was typed in; gives whether all could be. What cannot be is kept as a draft."""
        return self.saver.save_all()

    def show_history(self, field: str = "") -> None:
        """Opens the history of the record, or of one of its fields."""
        if self.record_id is not None:
            self.tabs.show_history(field)

    def focus_field(self, key: str) -> None:
        """Puts the cursor into the field that shows this key."""
        editor = self.page.editor(key) if self.page else None
        if editor and self.page:
            self.page.unfold(editor)
            editor.inputs()[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(editor)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.page and self.tabs.evidence.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file dropped anywhere on the form is evidence for its record."""
        self.tabs.setCurrentWidget(self.tabs.evidence)
        self.tabs.evidence.take(event.mimeData())
        event.acceptProposedAction()

    # -- drawing ------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        self._scroll = QScrollArea(self, widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._paper = QWidget(self)
        self._paper.setObjectName("paneBody")
        self._papers = QVBoxLayout(self._paper)
        self._papers.setContentsMargins(0, 0, 0, 0)
        self._scroll.setWidget(self._paper)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("form_splitter")
        self.splitter.addWidget(self._scroll)
        self.splitter.addWidget(self.tabs)
        self.splitter.setChildrenCollapsible(False)
        self._shared_by_hand = False
        self.splitter.splitterMoved.connect(self._take_shares)
        self.tabs.room_wanted.connect(self._share_room)
        form = QWidget(self)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.splitter, 1)
        self._nothing = EmptyPlace(self)
        self._nothing.say(NOTHING)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _turn_to(self, kind: str) -> FormPage:
        """Brings the page of this kind to the front; it is drawn once and kept."""
        page = self._pages.get(kind)
        if page is None:
            page = self._pages[kind] = FormPage(kind, self._session, self._paper)
            page.requested.connect(self.record_requested)
            page.stops_changed.connect(self._chain)
            page.history_wanted.connect(self.show_history)
            for editor in page.editors:
                self.saver.watch(editor)
            page.beside.append(self.tabs.quick)
            self._papers.addWidget(page)
        for one in self._pages.values():
            one.setVisible(one is page)
        self.page = page
        self._stack.setCurrentIndex(1)
        self.setFocusProxy(page.editors[0].inputs()[0])
        self._chain()
        return page

    def _chain(self) -> None:
        """Tab goes from the head through the fields to the tabs below."""
        if self.page:
            put_in_order([*self.head.notes.buttons(), *self.page.stops(), *self.tabs.stops()])

    def _show(self, stored: Stored) -> None:
        assert self.page
        self.page.set_read_only(bool(self._session.book.read_only_reason) or stored.binned)
        self.page.show_values(stored.values, exists=True)
        self.head.show_record(stored, self.page)
        self._show_tabs(stored)

    def _show_tabs(self, stored: Stored) -> None:
        self.tabs.show_record(stored)
        if not self._shared_by_hand:
            self._share_room()

    def _take_shares(self, _place: int, _handle: int) -> None:
        """From now on the parts stay as the clerk has drawn them."""
        self._shared_by_hand = True

    def _share_room(self) -> None:
        self.splitter.setSizes(SHARES_WITH_FIGURES if self.tabs.has_figures else SHARES)

    def _added(self, record: int) -> None:
        """The first field of a new record was filled: from now on it is an existing one."""
        stored = load(self._session.book.db, record)
        self.saver.record = stored
        assert self.page
        self.page.refresh(stored.values, frozenset())
        self.head.added(stored)
        self._show_tabs(stored)
        self.record_added.emit(record)

    def _changed(self, change: Change) -> None:
        """Repaints what an act changed here; an act that took the record away leaves an empty place."""
        record = self.saver.record
        if self.page is None or self.saver.is_adding:
            return
        if record and record.id in change.removed:
            self.saver.close()
            self.page = None
            self._stack.setCurrentWidget(self._nothing)
            return
        if record is None:
            self.page.refresh(self.page.values, change.records, exists=False)
            return
        try:
            stored = load(self._session.book.db, record.id)
        except UserError:
            self.clear()
            return
        self.saver.record = stored
        if stored.binned != record.binned:
            self.page.set_read_only(bool(self._session.book.read_only_reason) or stored.binned)
        self.page.refresh(stored.values, change.records)
        self.head.refresh(stored)
        self.tabs.refresh(stored, change)
