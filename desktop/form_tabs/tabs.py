"""The tabs below a form: each is filled when it is first looked at, and again when an act concerns it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop.form_tabs.evidence import EvidenceTab
from desktop.form_tabs.figures import FiguresTab
from desktop.form_tabs.history import HistoryTab
from desktop.form_tabs.tab import Tab
from desktop.form_tabs.uses import UsesTab
from desktop.session import Session
from desktop.tasks import Tasks
from ward.edits import Change
from ward.loading import Stored


class FormTabs(QTabWidget):
    """Results, evidence, uses and history of one record; hidden while the record is not there yet.

    The tab that the clerk chose last stays in front wherever a record has it. `room_wanted`: a tab was chosen
    while there is room for the titles only.
    """

    record_requested = Signal(int)
    room_wanted = Signal()

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("form_tabs")
        self.setDocumentMode(True)
        self.history = HistoryTab(session, self)
        figures = FiguresTab(session, self)
        self.quick = figures.quick
        self.evidence = EvidenceTab(session, tasks, self)
        self.tabs: list[Tab] = [
            figures,
            self.evidence,
            UsesTab(session, self),
            self.history,
        ]
        self._stale: set[Tab] = set()
        for tab in self.tabs:
            self.addTab(tab, tab.name)
            tab.requested.connect(self.record_requested)
            tab.titled.connect(lambda title, tab=tab: self.setTabText(self.indexOf(tab), title))
        self._preferred: QWidget = figures
        self.currentChanged.connect(lambda _index: self._fill())
        self.tabBarClicked.connect(self._prefer)

    def show_record(self, stored: Stored | None) -> None:
        """Shows what belongs to this record; nothing while there is none."""
        self.setVisible(stored is not None)
        if stored is None:
            return
        self.history.only(None)
        for tab in self.tabs:
            tab.show_record(stored)
            self.setTabText(self.indexOf(tab), tab.name)
            self.setTabVisible(self.indexOf(tab), tab.is_for(stored))
        self._stale = set(self.tabs)
        if self.isTabVisible(self.indexOf(self._preferred)):
            self.setCurrentWidget(self._preferred)
        self._fill()

    @property
    def has_figures(self) -> bool:
        """Whether the record that is shown has figures of its own."""
        return self.isTabVisible(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.tabBar().sizeHint().height())

    def _prefer(self, index: int) -> None:
        self._preferred = self.widget(index) or self._preferred
        if self.height() < 2 * self.tabBar().height():
            self.room_wanted.emit()

    def refresh(self, stored: Stored, change: Change) -> None:
        """Fills again what the act concerns."""
        for tab in self.tabs:
            tab.stored = stored
            if tab.concerns(change):
                self._stale.add(tab)
        self._fill()

    def show_history(self, field: str | None = None) -> None:
        """Brings the history to the front, of the record or of one of its fields."""
        self.history.only(field)
        self._stale.add(self.history)
        self.setCurrentWidget(self.history)
        self._fill()

    def stops(self) -> list[QWidget]:
        """Where Tab stops: the titles, then what stands in each tab."""
        within = [one for tab in self.tabs for one in tab.findChildren(QWidget)]
        return [self.tabBar(), *(one for one in within if one.focusPolicy() & Qt.FocusPolicy.TabFocus)]

    def _fill(self) -> None:
        tab = self.currentWidget()
        if isinstance(tab, Tab) and tab in self._stale and tab.stored:
            self._stale.discard(tab)
            tab.fill()
