"""What the tests of the form share: an open book, a form on screen, and fingers that type Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.form_page import FormPage
from desktop.form_tabs.lines import Lines
from desktop.form_tabs.tab import Tab
from desktop.form_view import FormView
from desktop.session import Session
from ward.book import Book
from ward.edits import Add
from ward.loading import load


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with Book.create(tmp_path / "Phường.sovang", who="Chị Hà", installation="máy 1") as made:
        yield made


@pytest.fixture
def session(book: Book, qapp: QApplication) -> Session:
    return Session(book, 2023)


class Desk:
    """A form in a window, and what a person does with it."""

    def __init__(self, session: Session, qtbot: Any, width: int = 900) -> None:
        self.session = session
        self.qtbot = qtbot
        self.view = FormView(session)
        qtbot.addWidget(self.view)
        self.view.resize(width, 800)
        self.said: list[str] = []
        self.view.saved.connect(self.said.append)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.view.activateWindow()

    def add(self, kind: str, **values: Any) -> int:
        """A record that was there before."""
        return self.session.write("Thêm", [Add(kind, values)]).added[0]

    @property
    def page(self) -> FormPage:
        """The page of the kind that is shown."""
        assert self.view.page
        return self.view.page

    def editor(self, key: str) -> Any:
        """The editor of a field."""
        found = self.page.editor(key)
        assert found
        return found

    def input(self, key: str) -> Any:
        """The widget that takes the letters of a field."""
        return self.editor(key).inputs()[0]

    def focus(self, widget: QWidget) -> Any:
        """Goes to a control."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        return widget

    def fill(self, key: str, text: str) -> None:
        """Goes to a field, types into it what replaces its text, and leaves it with Tab."""
        widget = self.focus(self.input(key))
        press(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_text(widget, text)
        press(widget, Qt.Key.Key_Tab)

    def stored(self, record: int | None = None) -> dict[str, Any]:
        shown = record or self.view.record_id
        assert shown
        return load(self.session.book.db, shown).values

    def words(self, key: str, slot: str = "problem") -> list[str]:
        """The sentences below a field."""
        return [note.words for note in self.editor(key).notes.said(slot)]

    def buttons(self, within: QWidget) -> dict[str, QPushButton]:
        """The buttons in a part of the form that can be seen, by their words."""
        return {one.text(): one for one in within.findChildren(QPushButton) if one.isVisible()}

    def click(self, button: QPushButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(session: Session, qtbot: Any) -> Iterator[Desk]:
    made = Desk(session, qtbot)
    yield made
    made.view.clear()


def focused() -> Any:
    """The control that has the focus."""
    return QApplication.focusWidget()


def tab(desk: Desk, kind: type[Tab]) -> Any:
    """Brings a tab to the front."""
    found = next(one for one in desk.view.tabs.tabs if isinstance(one, kind))
    desk.view.tabs.setCurrentWidget(found)
    QApplication.processEvents()
    return found


def cells(lines: Lines) -> list[list[str]]:
    rows, columns = range(lines.rowCount()), range(lines.columnCount())
    items = [[lines.item(row, column) for column in columns] for row in rows]
    return [[item.text() if item else "" for item in row] for row in items]


def type_text(widget: QWidget, text: str) -> None:
    """Types each character as a key of its own."""
    for char in text:
        place = QApplication.activePopupWidget() or widget
        QTest.sendKeyEvent(QTest.KeyAction.Click, place, Qt.Key.Key_unknown, char, Qt.KeyboardModifier.NoModifier)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses one key that is no character; an open list of suggestions gets it first, as from a keyboard."""
    place = QApplication.activePopupWidget() or widget
    QTest.sendKeyEvent(QTest.KeyAction.Click, place, key, "", modifiers)


def compose(widget: QWidget, preedit: str) -> None:
    """An input method shows letters that are not final yet."""
    QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def commit(widget: QWidget, text: str, *, replacing: int = 0) -> None:
    """An input method enters letters, in place of so many that stand before the cursor."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text, -replacing, replacing)
    QApplication.sendEvent(widget, event)
