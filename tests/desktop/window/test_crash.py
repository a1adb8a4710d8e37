"""Facts about our own bugs: one dialog, a log without names or figures, and the program goes on."""

import sys
import threading
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.crash import CrashHook, report
from desktop.crash_dialog import CrashDialog
from tests.desktop.window.conftest import button


def fail_over(name: str) -> None:
    raise KeyError(name)


@pytest.fixture
def hook(qapp, look, tmp_path):
    return CrashHook(tmp_path / "nhật ký", qapp)


def caught_here() -> Any:
    try:
        fail_over("Nguyễn Văn An 012345678901")
    except KeyError:
        return sys.exc_info()
    raise AssertionError


def test_the_report_says_where_and_never_whom(hook):
    kind, _error, trace = caught_here()
    text = report(kind, trace)
    assert "builtins.KeyError" in text
    assert "test_crash.py" in text and "fail_over" in text
    assert "Nguyễn" not in text and "012345678901" not in text


def test_a_crash_is_logged_shown_copied_and_then_the_program_goes_on(hook, qtbot):
    seen = []

    def use_the_dialog() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog))
        button(dialog, "copy").click()
        seen.append(QGuiApplication.clipboard().text())
        button(dialog, "go_on").click()

    QTimer.singleShot(0, use_the_dialog)
    hook.catch(*caught_here())
    assert "builtins.KeyError" in seen[0]
    (log,) = hook.folder.glob("*.txt")
    assert log.read_text(encoding="utf-8") == seen[0]
    assert hook.dialogs_open == 0


def test_a_second_error_while_the_dialog_is_open_is_only_logged(hook):
    hook.dialogs_open = 1
    hook.catch(*caught_here())
    assert len(list(hook.folder.glob("*.txt"))) == 1
    assert not any(isinstance(one, CrashDialog) and one.isVisible() for one in QApplication.topLevelWidgets())


def test_old_logs_go(hook):
    hook.dialogs_open = 1
    for _ in range(25):
        hook.catch(*caught_here())
    assert len(list(hook.folder.glob("*.txt"))) == 20


def test_errors_of_other_threads_come_here_too(hook, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    hook.dialogs_open = 1
    hook.take_python()
    thread = threading.Thread(target=fail_over, args=("x",))
    thread.start()
    thread.join()
    assert len(list(hook.folder.glob("*.txt"))) == 1
