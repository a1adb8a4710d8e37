"""The one way off the main thread and back: a task with plain values, progress, and a way to cancel."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ward.errors import UserError

Progress = Callable[[int, int], None]
Work = Callable[[Progress], Any]
EVERY = 0.05
"""Seconds between two reports of progress to the window; more would only be painted over."""


class Cancelled(Exception):
    """The person asked the task to stop; work lets it pass, so that nothing half-done stays."""


class Task(QObject):
    """One piece of work in its own thread. All signals come on the main thread.

    `progressed` tells how many steps of how many are done; then exactly one of `done` (the result),
    `refused` (the sentence of a UserError) and `cancelled` comes, or the crash hook; `ended` always is last.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    refused = Signal(str)
    cancelled = Signal()
    ended = Signal()
    _arrived = Signal(object)

    def __init__(self, label: str, work: Work, close: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self._work = work
        self._close = close
        self._asked_to_stop = threading.Event()
        self._reported = 0.0
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=label, daemon=True)

    def start(self) -> None:
        """Begins the work, unless it was cancelled meanwhile."""
        if self._asked_to_stop.is_set():
            self._end(self.cancelled.emit)
        else:
            self._thread.start()

    def cancel(self) -> None:
        """Asks the work to stop at its next step."""
        self._asked_to_stop.set()

    def wait(self) -> None:
        """Stays until the thread is gone; only for the end of the program."""
        if self._thread.ident is not None:
            self._thread.join()

    # -- in the thread of the work ------------------------------------------------------------------

    def _run(self) -> None:
        outcome = self._outcome()
        self._close()
        self._arrived.emit(partial(self._end, outcome))

    def _outcome(self) -> Callable[[], object]:
        """What is to be told on the main thread."""
        try:
            result = self._work(self._report)
        except Cancelled:
            return self.cancelled.emit
        except UserError as error:
            return partial(self.refused.emit, str(error))
        except Exception as error:
            return partial(_crash, error)
        return partial(self.done.emit, result)

    def _report(self, done: int, total: int) -> None:
        if self._asked_to_stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._reported >= EVERY:
            self._reported = now
            self._arrived.emit(partial(self.progressed.emit, done, total))

    # -- on the main thread -------------------------------------------------------------------------

    @Slot(object)
    def _tell(self, what: Callable[[], object]) -> None:
        what()

    def _end(self, outcome: Callable[[], object]) -> None:
        try:
            outcome()
        finally:
            self.ended.emit()


class Tasks(QObject):
    """Starts tasks, one after the other, and tells which one runs (`running`: a Task or None)."""

    running = Signal(object)

    def __init__(self, close: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._close = close
        self._waiting: list[Task] = []

    def start(self, label: str, work: Work) -> Task:
        """A new task; it begins once the caller is done and those before it have ended. Connect its signals at once.

        `work` gets a progress callable and must call it between its steps; it touches no widget.
        """
        task = Task(label, work, self._close, self)
        task.ended.connect(self._next)
        self._waiting.append(task)
        if len(self._waiting) == 1:
            self._begin()
        return task

    @property
    def current(self) -> Task | None:
        """The task that runs."""
        return self._waiting[0] if self._waiting else None

    def stop(self) -> None:
        """Cancels everything and waits until the running task has let go of the file."""
        running, self._waiting = self._waiting[:1], []
        for task in running:
            task.cancel()
            task.wait()

    def _begin(self) -> None:
        task = self._waiting[0]
        self.running.emit(task)
        QTimer.singleShot(0, task, task.start)

    @Slot()
    def _next(self) -> None:
        if not self._waiting:
            return
        self._waiting.pop(0).deleteLater()
        if self._waiting:
            self._begin()
        else:
            self.running.emit(None)


def _crash(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)
