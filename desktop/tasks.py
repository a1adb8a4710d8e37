"""The one way off the main thread and back: a task with plain values, progress, and a way to cancel."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ward.errors import UserError

Progress = Callable[[int, int], None]
Work = Callable[[Progress], Any]


class Cancelled(Exception):
    """The person asked the task to stop; work lets it pass, so that nothing half-done stays."""


class Task(QObject):
    """One piece of work in its own thread. Signals arrive on the main thread.

    `progressed` tells how many steps of how many are done; then exactly one of `done` (the result),
    `refused` (the sentence of a UserError) and `cancelled` comes, or the crash hook; `ended` always is last.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    refused = Signal(str)
    cancelled = Signal()
    ended = Signal()
    _crashed = Signal(object)

    def __init__(self, label: str, work: Work, close: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self._work = work
        self._close = close
        self._asked_to_stop = threading.Event()
        self._crashed.connect(self._raise_on_main_thread)
        self._thread = threading.Thread(target=self._run, name=label, daemon=True)

    def start(self) -> None:
        """Begins the work, unless it was cancelled meanwhile."""
        if self._asked_to_stop.is_set():
            self.cancelled.emit()
            self.ended.emit()
        else:
            self._thread.start()

    def cancel(self) -> None:
        """Asks the work to stop at its next step."""
        self._asked_to_stop.set()

    def wait(self) -> None:
        """Stays until the thread is gone; only for the end of the program."""
        if self._thread.ident is not None:
            self._thread.join()

    def _report(self, done: int, total: int) -> None:
        if self._asked_to_stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def _run(self) -> None:
        try:
            result = self._work(self._report)
        except Cancelled:
            self._finish(self.cancelled.emit)
        except UserError as error:
            sentence = str(error)
            self._finish(lambda: self.refused.emit(sentence))
        except Exception as error:
            crash = error
            self._finish(lambda: self._crashed.emit(crash))
        else:
            self._finish(lambda: self.done.emit(result))

    def _raise_on_main_thread(self, error: Exception) -> None:
        sys.excepthook(type(error), error, error.__traceback__)

    def _finish(self, tell: Callable[[], None]) -> None:
        self._close()
        tell()
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
        task.ended.connect(lambda: self._next(task))
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

    def _next(self, ended: Task) -> None:
        if ended in self._waiting:
            self._waiting.remove(ended)
            ended.deleteLater()
        if self._waiting:
            self._begin()
        else:
            self.running.emit(None)
