"""What the tests of the window share: a file with a few records, settings of their own, an open window, typing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from desktop.application import prepared
from desktop.look import Look
from desktop.main_window import MainWindow
from desktop.session import Session
from desktop.settings import Settings
from ward.book import Book
from ward.edits import Add

Dialog = TypeVar("Dialog", bound=QDialog)
PEOPLE = ("Nguyễn Văn An", "Trần Thị Bích", "Lê Quang Đạo", "Đặng Thu Thủy", "Phạm Thị Hòa")


@pytest.fixture(scope="session")
def qapp_cls():
    return QApplication


@pytest.fixture
def settings(tmp_path) -> Settings:
    """Settings that lie in the test's own folder."""
    return Settings(path=tmp_path / "settings.json", backup_on_closing=False, last_place="person", last_year=2025)


@pytest.fixture
def look(qapp) -> Look:
    prepared([])
    return Look(qapp, False)


@pytest.fixture
def book(tmp_path):
    """A small file: five people, three practices of 2025."""
    made = Book.create(tmp_path / "Phường Thử.sovang", who="Người thử")
    people = [Add("person", {"name": name, "birth": str(1960 + place)}) for place, name in enumerate(PEOPLE)]
    made.write("Thêm người", people)
    names = ("Tuyến ngõ hoa", "Camera an ninh", "Tổ dân phố không rác")
    made.write("Thêm mô hình", [Add("practice", {"name": name, "years": (2025,)}) for name in names])
    yield made
    made.close()


@pytest.fixture
def open_window(qtbot, settings, look) -> Iterator[Callable[..., MainWindow]]:
    """Opens a window on a book; every one is closed when the test ends."""
    opened: list[MainWindow] = []

    def open_it(book: Book, year: int = 2025) -> MainWindow:
        window = MainWindow(Session(book, year), settings, look)
        opened.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield open_it
    for window in opened:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


@pytest.fixture
def window(open_window: Callable[..., MainWindow], book: Book) -> MainWindow:
    """A window on the small file, at the list of people."""
    return open_window(book)


def type_text(widget: QWidget, text: str) -> None:
    """Types any letters, one key event each, as they come from the keyboard."""
    for char in text:
        QTest.sendKeyEvent(QTest.KeyAction.Click, widget, Qt.Key.Key_unknown, char, Qt.KeyboardModifier.NoModifier)


def compose(widget: QWidget, steps: list[str], commit: str) -> None:
    """Types as an input method does: the word grows under the cursor, then it is committed."""
    for step in steps:
        QApplication.sendEvent(widget, QInputMethodEvent(step, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses a key, shortcuts included."""
    QTest.keyClick(widget, key, modifiers)


def button(parent: QWidget, name: str) -> QPushButton:
    """The button with this name."""
    found = parent.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def choose_row(window: MainWindow, row: int) -> None:
    """Chooses one row, whatever keys an earlier test seems to hold down."""
    window.records.table.choose([window.records.model.ids[row]])


def active_dialog(qtbot, window: MainWindow, kind: type[Dialog]) -> Dialog:
    """The dialog of this kind that the window has just opened, once it has the keys."""
    qtbot.waitUntil(lambda: any(one.isActiveWindow() for one in window.findChildren(kind)))
    return next(one for one in window.findChildren(kind) if one.isActiveWindow())


def back_to(qtbot, window: MainWindow) -> None:
    """Gives the keys back to the window after a dialog, as a screen with a window manager does."""
    with qtbot.waitActive(window):
        window.activateWindow()


def shown(window: MainWindow, column: int = 0) -> list[str]:
    """The texts of one column of the list, top to bottom."""
    model = window.records.model
    return [model.shown_row(row)[column] for row in range(len(model.ids))]
