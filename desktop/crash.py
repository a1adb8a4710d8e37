"""The end of the road for our own bugs: a log without names or figures, one dialog, and the program goes on."""

from __future__ import annotations

import datetime as dt
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from desktop import __version__

KEPT_LOGS = 20


class CrashHook(QObject):
    """Takes every error that nobody translated, from any thread, and Qt's own fatal words.

    The report holds the error's type and the places in our code, never its message: a message may carry
    a name or a figure.
    """

    _caught = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.dialogs_open = 0
        self._caught.connect(self._show)

    def install(self) -> None:
        """Takes over from Python's and Qt's own reporting."""
        self.take_python()
        qInstallMessageHandler(self._qt_message)

    def take_python(self) -> None:
        """Takes over from Python's own reporting, in every thread."""
        sys.excepthook = self.catch
        threading.excepthook = lambda caught: self.catch(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def catch(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Logs the error and shows the dialog on the main thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        text = report(kind, trace)
        self.log(text)
        self._caught.emit(text)

    def log(self, text: str) -> None:
        """Adds a file to the log folder; the oldest ones go. Where none can be written, the error goes to stderr."""
        now = dt.datetime.now().strftime("%Y%m%d-%H%M%S-%f")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / f"loi-{now}.txt").write_text(text, encoding="utf-8")
            for old in sorted(self.folder.glob("loi-*.txt"))[:-KEPT_LOGS]:
                old.unlink(missing_ok=True)
        except OSError:
            print(text, file=sys.stderr)

    def _qt_message(self, kind: QtMsgType, context: object, message: str) -> None:
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self.log(f"{header()}\nQt {kind.name}")
        elif sys.stderr is not None and __debug__ and kind == QtMsgType.QtWarningMsg:
            print(message, file=sys.stderr)

    def _show(self, text: str) -> None:
        if self.dialogs_open:
            return
        from desktop.crash_dialog import CrashDialog

        self.dialogs_open += 1
        try:
            CrashDialog(text, self.folder).exec()
        finally:
            self.dialogs_open -= 1


def header() -> str:
    """What of the program and the machine a maintainer needs to know."""
    import platform

    return (
        f"Sổ Vàng {__version__} · Python {platform.python_version()} · Qt {qVersion()} · "
        f"{platform.system()} {platform.release()}"
    )


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The error's type and where it came from: file, line and function of each step, no values."""
    steps = [
        f"{Path(step.filename).parent.name}/{Path(step.filename).name}:{step.lineno} {step.name}"
        for step in traceback.extract_tb(trace)
    ]
    return "\n".join([header(), f"{kind.__module__}.{kind.__qualname__}", *steps]) + "\n"
