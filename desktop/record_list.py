"""The list of one kind of record: heading, filter, table, count, and what stands there when it is empty."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.column_memory import ColumnMemory
from desktop.controls import EmptyPlace, Notice, button, label
from desktop.list_columns import asked_keys, shown_columns
from desktop.list_reader import ListReader
from desktop.record_model import RecordModel
from desktop.record_table import RecordTable
from desktop.session import Session
from desktop.settings import Settings
from forms.catalogue import FORMS
from forms.fields import Form
from ward.edits import Change
from ward.listing import Listing, Wanted

FILTER_DELAY, LATER = 120, 250
MADE_ELSEWHERE = frozenset({"paper", "evidence", "acceptance"})
LARGE = 20_000


class RecordList(QWidget):
    """Shows the records of one kind and the session's year.

    `record_shown` tells the current record (0: none), `opened` the one to show alone, `new_wanted` that a new
    record of the kind is asked for, `chosen_changed` how many rows are chosen,
    `whole_shown` that all records are in the list.
    """

    record_shown = Signal(int)
    opened = Signal(int)
    new_wanted = Signal()
    chosen_changed = Signal(int)
    whole_shown = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self.form: Form | None = None
        self.model = RecordModel(self)
        self.table = RecordTable(self.model, self)
        self.notice = Notice(self)
        self._columns = ColumnMemory(self.table, settings)
        self._reader = ListReader(session, self)
        self._reader.read.connect(self._show)
        self._reloading = self._stale = False
        self._told = 0
        self._build()
        self._filter_timer = self._timer(FILTER_DELAY, self.reload)
        self._later = self._timer(LATER, self.reload)
        self._filter.textChanged.connect(lambda: self._filter_timer.start())
        self.model.sort_wanted.connect(self._sort)
        self.table.opened.connect(self.opened)
        self.table.typed.connect(self._filter_by)
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        session.changed.connect(self._take_change)
        session.year_chosen.connect(self._take_year)

    # -- what others ask ----------------------------------------------------------------------------

    @property
    def kind(self) -> str:
        """The kind it shows, empty at first."""
        return self.form.kind if self.form else ""

    @property
    def filter_text(self) -> str:
        """What narrows the list."""
        return self._filter.text()

    @property
    def can_add(self) -> bool:
        """Whether a new record of this kind is made by hand here."""
        return bool(self.kind) and self.kind not in MADE_ELSEWHERE and not self.session.book.read_only_reason

    @property
    def is_whole(self) -> bool:
        """Whether all records are in the list; at the start its beginning comes first."""
        return self._reader.is_whole

    def show_kind(self, kind: str) -> None:
        """Shows the records of another kind."""
        self._filter_timer.stop()
        self._later.stop()
        self.form = FORMS[kind]
        with QSignalBlocker(self._filter):
            self._filter.clear()
        self.notice.hide()
        self._title.setText(self.form.plural)
        self._filter.setPlaceholderText(f"Lọc {self.form.plural.lower()} (Ctrl+F)")
        self.table.setAccessibleName(f"Danh sách {self.form.plural.lower()}")
        self._add.setText(f"Thêm {noun(self.form)}")
        self._add.setAccessibleName(self._add.text())
        self._add.setVisible(self.can_add)
        self.model.set_columns(shown_columns(self.form))
        self._columns.recall(kind)
        self.reload()
        self.table.scrollToTop()

    def reload(self) -> None:
        """Reads the list anew; what was chosen stays chosen."""
        if self.form is None:
            return
        self._later.stop()
        if not self._reader.ask(self.wanted()):
            self._count.setText("Đang sắp xếp …")

    def _show(self, listing: Listing) -> None:
        chosen = self.table.chosen()
        before = self.model.ids
        self._reloading = True
        self.model.set_listing(listing)
        if self.model.ids is not before and chosen:
            self.table.choose(chosen)
        self._reloading = False
        self._stale = False
        self._tell_count()
        if self.table.chosen() != chosen:
            self._chosen()
        if self.is_whole:
            self.whole_shown.emit()

    def wanted(self) -> Wanted:
        """What the list holds now."""
        order, descending = self._columns.order
        column = next((one for one in self.model.columns if one.key == order), None)
        return Wanted(
            kind=self.kind,
            columns=asked_keys(self.model.columns),
            year=self.session.year or None,
            text=self._filter.text(),
            order=column.order if column else "title",
            descending=descending,
        )

    def select(self, records: list[int]) -> None:
        """Chooses these records; a filter that hides them is taken away."""
        if self._filter.text() and not set(records) <= set(self.model.ids):
            with QSignalBlocker(self._filter):
                self._filter.clear()
            self.reload()
        self.table.choose(records)

    def focus_filter(self) -> None:
        """Gives the keys to the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def take_look(self) -> None:
        """Takes today's colours and size of text."""
        self.table.take_look()

    def stop(self) -> None:
        """Ends what is read in the background; the file may be closed then."""
        self._later.stop()
        self._reader.stop()

    # -- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._title = label("", self, name="title", wrap=True)
        self._add = button("Thêm", self.new_wanted.emit, self, primary=True, name="add")
        self._filter = QLineEdit(self)
        self._filter.setObjectName("filter")
        self._filter.setAccessibleName("Lọc danh sách")
        self._filter.setClearButtonEnabled(True)
        self._empty = EmptyPlace(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._count = QLabel("", self)
        self._count.setObjectName("count")
        self._count.setProperty("grey", True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._filter)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addWidget(self._count)
        self.setFocusProxy(self.table)
        QWidget.setTabOrder(self._filter, self.table)
        for key, act in ((Qt.Key.Key_Escape, self._filter.clear), (Qt.Key.Key_Down, self._enter_table)):
            shortcut = QShortcut(QKeySequence(key), self._filter)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)  # as an argument PySide leaves it out
            shortcut.activated.connect(act)

    def _filter_by(self, letter: str) -> None:
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.insert(letter)

    def _enter_table(self) -> None:
        if self.model.ids:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.table.chosen():
                self.table.selectRow(0)

    def _timer(self, delay: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay)
        timer.timeout.connect(then)
        return timer

    # -- what happens -------------------------------------------------------------------------------

    def _sort(self, key: str, descending: bool) -> None:
        self._columns.set_order(key, descending)
        self.reload()

    def _chosen(self, *_what: object) -> None:
        if self._reloading:
            return
        chosen = self.table.chosen()
        self._tell_count()
        self.chosen_changed.emit(len(chosen))
        shown = chosen[0] if len(chosen) == 1 else 0
        if shown != self._told:
            self._told = shown
            self.record_shown.emit(shown)

    def _tell_count(self) -> None:
        if self.form is None:
            return
        ids, text = self.model.ids, self._filter.text().strip()
        chosen = len(self.table.chosen())
        words = f"{number(len(ids))} {self.form.plural.lower()}" if self.is_whole else "Đang đọc …"
        if text:
            words = f"Đang lọc “{text}”: còn {words}"
        self._count.setText(f"{words} · đã chọn {number(chosen)}" if chosen > 1 else words)
        self._show_empty(text)
        self._stack.setCurrentIndex(0 if ids else 1)

    def _show_empty(self, text: str) -> None:
        if self.form is None or self.model.ids:
            return
        if text:
            self._empty.say(f"Không có bản ghi nào khớp “{text}”.", "Bỏ lọc (Esc)", self._filter.clear)
        elif self.can_add:
            self._empty.say(self.form.empty_text, f"Thêm {noun(self.form)}", self.new_wanted.emit)
        else:
            self._empty.say(self.form.empty_text)

    def _take_change(self, change: Change) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self.model.forget_rows()
        if self.kind not in change.kinds and "year" not in change.kinds:
            return
        if change.added or change.removed or len(self.model.ids) < LARGE:
            self.reload()
        else:
            self._later.start()

    def _take_year(self, _year: int) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()


def noun(form: Form) -> str:
    """The first word or words of the kind's label, as they stand in "Thêm …"."""
    first = form.label.split(",")[0]
    return first[:1].lower() + first[1:]


def number(value: int) -> str:
    """A whole number with dots between the thousands."""
    return f"{value:,}".replace(",", ".")
