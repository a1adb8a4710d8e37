"""The line at the bottom: which file, when it was backed up last, what runs, how far, and a way to cancel it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QProgressBar, QStatusBar, QWidget

from desktop.controls import PathLabel, button, label
from desktop.session import Session
from desktop.tasks import Task, Tasks
from desktop.times import ago
from ward.backup import newest_backup


class StatusLine(QStatusBar):
    """Shows the file, its last backup and the running task."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._session = session
        self._task: Task | None = None
        self._file = PathLabel(self, small=True)
        self._backup = label("", self, grey=True, small=True)
        self._what = label("", self, small=True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName("Tiến độ")
        self._cancel = button("Dừng", self._stop, self, quiet=True, name="cancel_task")
        self.addWidget(self._file)
        self.addWidget(self._backup)
        for widget in (self._what, self._bar, self._cancel):
            self.addPermanentWidget(widget)
        self.show_file()
        self._show_task(None)
        tasks.running.connect(self._show_task)

    def show_file(self) -> None:
        """Writes the file's name and the time of its last backup."""
        path = self._session.book.path
        sample = " (sổ mẫu)" if self._session.book.sample else ""
        self._file.setContentsMargins(10, 0, 6, 0)
        self._file.show_path(f"{path.name}{sample}", str(path))
        made = newest_backup(path)
        self._backup.setText(f"Sao lưu: {ago(made, dt.datetime.now())}" if made else "Chưa sao lưu lần nào")

    def _show_task(self, task: Task | None) -> None:
        self._task = task
        for widget in (self._what, self._bar, self._cancel):
            widget.setVisible(task is not None)
        if task is not None:
            self._what.setText(f"{task.label} …")
            self._bar.setRange(0, 0)
            self._cancel.setEnabled(True)
            task.progressed.connect(self._step)

    def _step(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        if self._task and total:
            self._what.setText(f"{self._task.label} … {100 * done // total}%")

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
            self._cancel.setEnabled(False)
            self._what.setText(f"Đang dừng: {self._task.label} …")
