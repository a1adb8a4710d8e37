"""Asks the register in the background, so that typing never waits; only the newest question is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.awarding.register_filters import Asked
from desktop.session import Session
from desktop.tasks import Progress, Task, Tasks

if TYPE_CHECKING:
    from ward.awarding.register import AwardLine

SHOWN = 500
"""So many awards are shown; more words narrow them."""


class RegisterReader(QObject):
    """`read` brings the lines of the question that was asked last."""

    read = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = Tasks(session.book.db.close, self)
        self._running: Task | None = None

    def ask(self, asked: Asked) -> None:
        """Looks for what is asked; the answer to an earlier question is dropped."""
        db = self._session.book.db
        if self._running is not None:
            self._running.cancel()

        def work(progress: Progress) -> list[AwardLine]:
            progress(0, 1)  # a question that was given up meanwhile is not asked any more
            return lines_of(db, asked)

        task = self._running = self._tasks.start("Đang tìm trong sổ vàng", work)
        task.done.connect(lambda lines: self._take(task, lines))

    def stop(self) -> None:
        """Ends for good; the file may be closed then."""
        self._tasks.stop()

    def _take(self, task: Task, lines: list[AwardLine]) -> None:
        if task is self._running:
            self._running = None
            self.read.emit(lines)


def lines_of(db: object, asked: Asked, limit: int = SHOWN) -> list[AwardLine]:
    """The awards that a question asks for, the newest first."""
    from ward.awarding.register import find_awards

    return find_awards(
        db,  # type: ignore[arg-type]
        asked.text,
        year=asked.year,
        code=asked.code,
        group=asked.group,
        state=asked.state,
        limit=limit,
    )
