"""Looks for what disagrees, quietly in the background: some time after the last change, never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.session import Session
from desktop.tasks import Progress, Task, Tasks

if TYPE_CHECKING:
    from ward.evidence import MissingFile
    from ward.findings import Finding

AFTER_START, AFTER_CHANGE = 1500, 1200


class FindingWatch(QObject):
    """`found` holds the last answer (None before the first); `looked` tells that there is a new one.

    `gone` are the evidence records whose files were not there when it looked, of all years.
    """

    looked = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.found: list[Finding] | None = None
        self.gone: list[MissingFile] = []
        self._session = session
        self._tasks = Tasks(session.book.db.close, self)
        self._running: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._timer.start(AFTER_START)
        session.changed.connect(lambda _change: self._timer.start(AFTER_CHANGE))
        session.year_chosen.connect(lambda _year: self._timer.start(0))

    @property
    def count(self) -> int | None:
        """How many findings are not accepted yet and are more than notes; None before the first answer."""
        if self.found is None:
            return None
        return sum(not one.accepted and one.severity != "note" for one in self.found)

    def look(self) -> None:
        """Looks now; an older look that still runs is given up."""
        self._timer.stop()
        if self._running is not None:
            self._running.cancel()
        book, year = self._session.book, self._session.year or None

        def work(progress: Progress) -> tuple[list[Finding], list[MissingFile]]:
            from ward.evidence import missing
            from ward.findings import findings

            return findings(book.db, year=year, progress=progress), missing(book)

        task = self._running = self._tasks.start("Đang xem lại sổ", work)
        task.done.connect(self._take)
        task.ended.connect(lambda: self._forget(task))

    def stop(self) -> None:
        """Ends for good; the file may be closed then."""
        self._timer.stop()
        self._tasks.stop()

    def _take(self, answer: tuple[list[Finding], list[MissingFile]]) -> None:
        self.found, self.gone = answer
        self.looked.emit()

    def _forget(self, task: Task) -> None:
        if self._running is task:
            self._running = None
