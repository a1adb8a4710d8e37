"""Facts about the one way off the main thread: results, progress, cancel, what a person can mend, what is our bug."""

import sys
import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from desktop.tasks import Tasks
from ward.errors import UserError


@pytest.fixture
def runner(qapp):
    """A runner with a note of the threads that let go of the file."""
    owner = QObject()
    made = Tasks(lambda: closed.append(threading.get_ident()), owner)
    closed: list[int] = []
    yield made, closed
    made.stop()
    owner.deleteLater()


@pytest.fixture
def tasks(runner):
    return runner[0]


def test_a_result_comes_back_on_the_main_thread(runner, qtbot):
    tasks, closed_in = runner
    arrived = []
    task = tasks.start("Việc", lambda progress: threading.get_ident())
    task.done.connect(lambda result: arrived.append((result, threading.get_ident())))
    with qtbot.waitSignal(task.ended):
        pass
    ((worker, main),) = arrived
    assert worker != main == threading.get_ident()
    assert closed_in == [worker]


def test_a_sentence_for_the_person_comes_back_as_words(tasks, qtbot):
    def work(progress):
        raise UserError("Hãy đóng văn bản trong Word rồi thử lại.")

    task = tasks.start("Việc", work)
    with qtbot.waitSignal(task.refused) as refused:
        pass
    assert refused.args == ["Hãy đóng văn bản trong Word rồi thử lại."]


def test_a_cancelled_task_stops_at_its_next_step_and_says_so(tasks, qtbot):
    begun, go_on = threading.Event(), threading.Event()
    steps = []

    def work(progress):
        begun.set()
        go_on.wait()
        progress(1, 2)
        steps.append("too far")

    task = tasks.start("Việc", work)
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
        go_on.set()
    assert steps == []


def test_tasks_run_one_after_the_other(tasks, qtbot):
    order = []
    first = tasks.start("Một", lambda progress: order.append("một"))
    second = tasks.start("Hai", lambda progress: order.append("hai"))
    assert tasks.current is first
    with qtbot.waitSignal(second.ended):
        pass
    assert order == ["một", "hai"]
    qtbot.waitUntil(lambda: tasks.current is None)


def test_our_own_bug_reaches_the_crash_hook_and_the_next_task_runs(tasks, qtbot, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append(kind))
    task = tasks.start("Việc", lambda progress: 1 // 0)
    with qtbot.waitSignal(task.ended):
        pass
    assert caught == [ZeroDivisionError]
    after = tasks.start("Việc khác", lambda progress: 7)
    with qtbot.waitSignal(after.done) as done:
        pass
    assert done.args == [7]


def test_the_status_line_shows_what_runs_how_far_and_cancels_it(window, qtbot):
    begun, go_on = threading.Event(), threading.Event()

    def work(progress):
        progress(30, 100)
        begun.set()
        go_on.wait()
        progress(31, 100)

    status = window.statusBar()
    task = window.tasks.start("Đang lập báo cáo", work)
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: status._what.text() == "Đang lập báo cáo … 30%")
    assert status._bar.isVisible()
    with qtbot.waitSignal(task.cancelled):
        QTest.mouseClick(status._cancel, Qt.MouseButton.LeftButton)
        go_on.set()
    qtbot.waitUntil(lambda: not status._bar.isVisible())


def test_a_backup_is_made_in_the_background(window, qtbot):
    window.menus.actions["back_up"].trigger()
    qtbot.waitUntil(lambda: window.banner.text.startswith("Đã sao lưu và kiểm tra bản sao"))
    assert len(list((window.session.book.path.parent / "Sao lưu").glob("*.sovang"))) == 1
    assert status_text(window).startswith("Sao lưu: hôm nay")


def status_text(window) -> str:
    return str(window.statusBar()._backup.text())
