"""Finds and orders the records of a list: at once where that is quick, else in the background."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.session import Session
from desktop.tasks import Task, Tasks
from ward.listing import Listing, Wanted, list_records
from ward.overview import count_of

MANY = 20_000
"""From so many records on, another order than by title takes longer than a glance."""


FIRST, SOON = 1000, 50
"""The very first list shows so many records at once, and all of them this many milliseconds later."""


class ListReader(QObject):
    """`read` brings the listing that was asked for last; `is_whole` tells whether it holds all records."""

    read = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = Tasks(session.book.db.close, self)
        self._running: Task | None = None
        self._begun = False
        self.is_whole = True
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SOON)

    def ask(self, wanted: Wanted) -> bool:
        """Reads what is wanted; gives whether it is there at once."""
        self._give_up()
        db = self._session.book.db
        if not self._begun and wanted.order == "title":
            self._begin(wanted)
            return True
        if wanted.order == "title" or count_of(db, wanted.kind) < MANY:
            self.read.emit(list_records(db, wanted))
            return True
        task = self._running = self._tasks.start("Đang sắp xếp", lambda _progress: list_records(db, wanted))
        task.done.connect(lambda listing: self._take(task, listing))
        return False

    def stop(self) -> None:
        """Ends for good; the file may be closed then."""
        self._rest.stop()
        self._tasks.stop()

    def _begin(self, wanted: Wanted) -> None:
        """Reads the beginning of the first list, so that the window stands before all of it is read."""
        self._begun = True
        listing = list_records(self._session.book.db, wanted, first=FIRST)
        self.is_whole = len(listing.ids) < FIRST
        if not self.is_whole:
            self._rest.timeout.connect(lambda: self.ask(wanted))
            self._rest.start()
        self.read.emit(listing)

    def _give_up(self) -> None:
        self._rest.stop()
        self.is_whole = True
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _take(self, task: Task, listing: Listing) -> None:
        if task is self._running:
            self._running = None
            self.read.emit(listing)
