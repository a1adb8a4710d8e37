"""The window: sidebar, the place that was chosen, and the form beside it; it goes from place to place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from desktop.controls import Notice
from desktop.finding_watch import FindingWatch
from desktop.long_acts import LongActs
from desktop.look import Look
from desktop.menus import Menus
from desktop.places import Places
from desktop.record_acts import RecordActs
from desktop.session import Session
from desktop.settings import Settings
from desktop.sidebar import AWARD_PLACES, BIN, FINDINGS, PAPERS, TEMPLATES, TODAY, Sidebar
from desktop.status_line import StatusLine
from desktop.tasks import Tasks
from desktop.top_row import TopRow
from desktop.window_acts import WindowActs
from forms.catalogue import FORMS
from ward.edits import Change
from ward.errors import UserError
from ward.loading import load
from ward.references import forwarded

ROW_ACTS = ("open_wide", "new", "duplicate", "history", "bulk", "merge", "export_list", "to_bin")
"""What the menu over a list's rows offers."""
WHOLE_PLACES = frozenset({TODAY, PAPERS, TEMPLATES, BIN, *AWARD_PLACES})
"""Places that need the room of the form, too."""


class MainWindow(QMainWindow):
    """One open file. `file_wanted` asks for another one (a Path, or None for the first-run window)."""

    file_wanted = Signal(object)
    sample_wanted = Signal()
    closed = Signal()

    def __init__(self, session: Session, settings: Settings, look: Look) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.look = look
        self.tasks = Tasks(session.book.db.close, self)
        self.place = ""
        self.wide = False
        self.watch = FindingWatch(session, self)
        self.top = TopRow(session, self)
        self.setMenuWidget(self.top)
        self.setStatusBar(StatusLine(session, self.tasks, self))
        self.banner = Notice(self)
        self.sidebar = Sidebar(settings.closed_groups, self)
        self.places = Places(self)
        self.records = self.places.records
        self.long = LongActs(self)
        self.record_acts = RecordActs(self)
        self.acts = WindowActs(self)
        self.menus = Menus(self.top.menus, self, self.acts.slots())
        self.menus.add_recent(self.acts.recent_files, self.file_wanted.emit)
        self._build()
        self._connect()
        self._remember()
        self._say_state()

    # -- going --------------------------------------------------------------------------------------

    def go(self, place: str) -> None:
        """Shows a place: a kind of record, or one of the sidebar's own."""
        self.leave_wide()
        self.place = place
        self.settings.last_place = place
        self.sidebar.show_place(place)
        if place in WHOLE_PLACES:
            self._show_form_side(False)  # first, or for a moment both would need more room than there may be
        self.places.show_place(place)
        self._show_form_side(place not in WHOLE_PLACES)
        focus = self.focusWidget()
        if focus is None or not self.sidebar.isAncestorOf(focus):
            self.places.focus_pane()
        if place in FORMS:
            self.menus.actions["new"].setText(f"Thêm {self.records.form.label.lower()}" if self.records.form else "")
        self._offer()

    def show_record(self, record: int) -> None:
        """Goes to the list of the record's kind, chooses it there, and shows its form."""
        record = forwarded(self.session.book.db, record)
        try:
            stored = load(self.session.book.db, record)
        except UserError as error:
            self.banner.say(str(error))
            return
        if self.place not in (stored.kind, FINDINGS):
            self.go(stored.kind)
        if self.place == stored.kind:
            if self.session.year and stored.years and self.session.year not in stored.years:
                self.session.choose_year(stored.years[-1])
            self.records.select([record])
        self.show_form(record)

    def show_form(self, record: int) -> None:
        """Shows this record's form beside the place, or an empty form for 0."""
        if record:
            self.settings.last_record = record
        self.places.show_form(record)
        if self.place not in WHOLE_PLACES:
            self._show_form_side(True)

    def new_record(self) -> None:
        """A new record of the kind that the list shows; in another place, nothing."""
        if self.place not in FORMS or not self.records.can_add:
            return
        with QSignalBlocker(self.records):
            self.records.table.clearSelection()
        self._show_form_side(True)
        self.places.new_form(self.place)
        self._offer()

    def take_new_record(self, record: int) -> None:
        """The form has made a record: the list shows it as the chosen one."""
        self.settings.last_record = record
        if self.place in FORMS:
            with QSignalBlocker(self.records):
                self.records.select([record])
            self._offer()

    def open_wide(self, record: int) -> None:
        """Shows one record alone."""
        self.show_form(record)
        self.wide = True
        self.places.middle.hide()
        self.places.form_side.back.show()
        self.places.form_side.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer()

    def leave_wide(self) -> None:
        """Back from the wide view to the list."""
        if self.wide:
            self.wide = False
            self.places.middle.show()
            self.places.form_side.back.hide()
            self.records.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._offer()

    # -- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part in (self.sidebar, self.places.middle, self.places.form_side):
            self.splitter.addWidget(part)
        for place, stretch in enumerate((0, 3, 2)):
            self.splitter.setStretchFactor(place, stretch)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.splitter, 1)
        self.setCentralWidget(body)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.go)
        self.records.record_shown.connect(self.show_form)
        self.records.opened.connect(self.open_wide)
        self.records.new_wanted.connect(self.new_record)
        self.records.chosen_changed.connect(lambda _count: self._offer())
        self.records.table.offer([self.menus.actions[name] for name in ROW_ACTS])
        self.top.search.found.connect(self.show_record)
        self.top.year_wanted.connect(self.acts.years.add)
        self.session.changed.connect(self._take_change)
        self.session.year_chosen.connect(self._take_year)
        self.look.changed.connect(self._take_look)
        self.watch.looked.connect(self._take_findings)

    def _remember(self) -> None:
        kept = self.settings.window
        size = QSize(*(kept if len(kept) == 2 else (1280, 720)))
        self.resize(size.boundedTo(self.screen().availableSize()))
        sizes = self.settings.splitters.get("window", [])
        self.splitter.setSizes(sizes if len(sizes) == 3 else [200, 560, 520])
        self.menus.actions["large_text"].setChecked(self.settings.large_text)
        place = self.settings.last_place
        known = place in FORMS or place in (*WHOLE_PLACES, FINDINGS)
        self.go(place if known else TODAY)
        self.places.middle.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.place in FORMS and self.settings.last_record:
            if self.records.is_whole:
                QTimer.singleShot(0, self, self._show_last_record)
            else:
                once = Qt.ConnectionType.SingleShotConnection
                self.records.whole_shown.connect(self._show_last_record, once)

    def _show_last_record(self) -> None:
        if self.settings.last_record in self.records.model.ids:
            self.records.select([self.settings.last_record])

    def _say_state(self) -> None:
        book = self.session.book
        self.setWindowTitle(f"{book.path.stem} – Sổ Vàng")
        if book.read_only_reason:
            self.banner.say(book.read_only_reason)
        elif book.checked_after_crash:
            self.banner.say(
                "Lần trước sổ bị đóng đột ngột. Đã kiểm tra: tệp còn nguyên, mọi điều đã lưu vẫn còn.", fine=True
            )
        elif book.sample:
            self.banner.say(
                "Đây là sổ mẫu với dữ liệu bịa để làm thử; văn bản lập từ sổ này in chữ MẪU.",
                fine=True,
                act="Lập sổ của phường, xã",
                then=lambda: self.file_wanted.emit(None),
            )

    # -- what happens -------------------------------------------------------------------------------

    def _show_form_side(self, shown: bool) -> None:
        self.places.form_side.setVisible(shown)

    def _offer(self) -> None:
        chosen = len(self.records.table.chosen()) if self.place in FORMS else 0
        self.menus.enable(read_only=bool(self.session.book.read_only_reason), chosen=chosen)
        actions = self.menus.actions
        actions["new"].setEnabled(self.place in FORMS and self.records.can_add)
        actions["close_wide"].setEnabled(self.wide)
        actions["restore"].setEnabled(self.place == BIN and not self.session.book.read_only_reason)
        actions["export_list"].setEnabled(self.place in FORMS)
        actions["filter"].setEnabled(self.place in FORMS)
        for name, words, sentence in (
            ("undo", "Hoàn tác", self.session.book.undoable),
            ("redo", "Làm lại", self.session.book.redoable),
        ):
            short = sentence if len(sentence) < 60 else sentence[:58] + "…"
            actions[name].setText(f"{words}: {short}".replace("&", "&&") if sentence else words)
            actions[name].setEnabled(bool(sentence))
        for name in ("close_year", "reopen_year"):
            actions[name].setEnabled(bool(self.session.year) and not self.session.book.read_only_reason)

    def _take_change(self, change: Change) -> None:
        self._offer()
        self.acts.changed_since_backup = True

    def _take_year(self, year: int) -> None:
        self.settings.last_year = year
        self._offer()

    def _take_findings(self) -> None:
        self.sidebar.show_findings(self.watch.count)
        self.places.refresh_today()

    def _take_look(self) -> None:
        self.sidebar.take_look()
        self.records.take_look()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.places.save_form()
        self.tasks.stop()
        self.watch.stop()
        self.records.stop()
        self.places.stop()
        self.acts.back_up_on_closing()
        self.settings.window = [self.width(), self.height()]
        self.settings.splitters["window"] = self.splitter.sizes()
        self.settings.closed_groups = self.sidebar.closed_groups
        self.settings.remember_file(Path(self.session.book.path))
        self.settings.save()
        self.session.book.close()
        super().closeEvent(event)
        self.closed.emit()
