"""A person at the real window: eyes that read what is shown, fingers that type and click, and nothing else."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QKeyCombination, QModelIndex, QObject, QPoint, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QScrollArea,
    QTabBar,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.__main__ import main

SHOTS = "SOVANG_SHOTS"
"""The environment variable with the folder that takes the pictures of the screen; without it none are taken."""
PATIENCE = 30_000
Shown = TypeVar("Shown", bound=QWidget)


class Hands(QObject):
    """Drives the program from within its own event loop, by events alone.

    `opened` holds the files and folders that the program gave to the system to open.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.application = application
        self.opened: list[Path] = []
        QDesktopServices.setUrlHandler("file", self, "take_file")  # type: ignore[arg-type]

    @Slot(QUrl)
    def take_file(self, url: QUrl) -> None:
        """Takes what the system would open."""
        self.opened.append(Path(url.toLocalFile()))

    def later(self, holds: Callable[[], object], work: Callable[[Hands], None]) -> None:
        """Works once this holds, called by the program's own event loop; what goes wrong ends the process."""
        look = QTimer(self, interval=20)

        def begin() -> None:
            if not holds():
                return
            look.stop()
            try:
                work(self)
            except BaseException:
                traceback.print_exc(file=sys.stdout)
                self.shot("stuck")
                sys.stdout.flush()
                os._exit(1)

        look.timeout.connect(begin)
        look.start()

    # -- eyes ---------------------------------------------------------------------------------------

    @property
    def window(self) -> QWidget:
        """The window that has the keys."""
        window = QApplication.activeWindow()
        assert window, "no window has the keys"
        return window

    def until(self, holds: Callable[[], object], what: str) -> None:
        """Waits for what must come to be seen."""
        deadline = QDeadlineTimer(PATIENCE)
        while not holds():
            assert not deadline.hasExpired(), f"never came: {what}"
            QTest.qWait(10)

    def windows(self, kind: type[Shown]) -> list[Shown]:
        """The windows of this kind that are on the screen."""
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    def look_at(self, kind: type[Shown]) -> Shown:
        """Waits for a window of this kind and turns to it, as a click on its frame does."""
        self.until(lambda: self.windows(kind), kind.__name__)
        window = self.windows(kind)[-1]
        window.activateWindow()
        self.until(window.isActiveWindow, f"{kind.__name__} with the keys")
        return window

    def seen(self, kind: type[Shown], within: QWidget | None = None) -> list[Shown]:
        """What of this kind can be seen."""
        return [one for one in (within or self.window).findChildren(kind) if one.isVisible()]

    def texts(self) -> list[str]:
        """Every sentence that can be read."""
        return [one.text() for one in self.seen(QLabel)]

    def reads(self, words: str) -> None:
        """Waits until these words stand somewhere."""
        self.until(lambda: any(words in text for text in self.texts()), words)

    def rows(self, column: int = 0) -> list[str]:
        """One column of the list that is shown."""
        table = next(one for one in self.seen(QTableView) if one.accessibleName().startswith("Danh sách"))
        model = table.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def place(self, name: str) -> str:
        """What stands in the sidebar for this place."""
        return self._place(name)[1].text(0)

    def field(self, name: str) -> QWidget:
        """The control with this accessible name."""
        named = {one.accessibleName(): one for one in reversed(self.seen(QWidget))}
        assert name in named, f"no control is called {name}; there are: {sorted(named)}"
        return named[name]

    def shot(self, name: str) -> None:
        """A picture of the whole screen."""
        folder = os.environ.get(SHOTS)
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            QTest.qWait(150)  # only for the picture: the last repaint is on the screen
            self.application.primaryScreen().grabWindow(0).save(str(Path(folder) / f"{name}.png"))

    # -- fingers ------------------------------------------------------------------------------------

    @property
    def focus(self) -> QWidget:
        """What gets the keys; an open list comes first."""
        popup = QApplication.activePopupWidget()
        inside = popup.focusWidget() if popup else None
        widget = inside or popup or QApplication.focusWidget() or QApplication.activeWindow()
        assert widget, "nothing has the keys"
        return widget

    def type(self, text: str) -> None:
        """Types any letters, one key event each."""
        for char in text:
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, self.focus, Qt.Key.Key_unknown, char, Qt.KeyboardModifier.NoModifier
            )
            self.application.sync()  # no person is faster than the screen

    def compose(self, steps: list[str], commit: str) -> None:
        """Types as an input method does: a word grows under the cursor, then it is entered."""
        for step in steps:
            QApplication.sendEvent(self.focus, QInputMethodEvent(step, []))
        event = QInputMethodEvent("", [])
        event.setCommitString(commit)
        QApplication.sendEvent(self.focus, event)

    def press(self, *keys: str) -> None:
        """Presses keys by name, for example "Ctrl+K"."""
        for name in keys:
            key: QKeyCombination = QKeySequence(name)[0]  # type: ignore[index]
            QTest.keyClick(self.focus, key.key(), key.keyboardModifiers())
            self.application.sync()

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Clicks where the mouse really meets the widget."""
        spot = place or widget.rect().center()
        self.until(lambda: self._in_reach(widget, spot), f"“{widget.accessibleName()}” in reach of the mouse")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)

    def button(self, words: str) -> None:
        """Clicks the button that begins with these words."""
        self.until(lambda: self._buttons(words), f"the button {words}")
        self.click(self._buttons(words)[0])

    def fill(self, name: str, text: str) -> None:
        """Clicks into a field, types in place of what stands there, and goes on with Tab."""
        self.click(self.field(name))
        self.press("Ctrl+A")
        self.type(text)
        self.press("Tab")

    def choose(self, name: str, words: str) -> None:
        """Opens a list of choices, types its first letters there, and takes it with Enter."""
        self.click(self.field(name))
        self.until(QApplication.activePopupWidget, f"the choices of {name}")
        self.type(words)
        self.press("Return")

    def tab(self, name: str) -> None:
        """Clicks a tab below the form."""
        for bar in self.seen(QTabBar):
            for place in range(bar.count()):
                if bar.tabText(place).startswith(name) and bar.isTabVisible(place):
                    self.click(bar, bar.tabRect(place).center())
                    return
        raise AssertionError(f"no tab is called {name}")

    def go(self, place: str) -> None:
        """Clicks a place in the sidebar."""
        tree, item = self._place(place)
        self._click_in(tree, tree.indexFromItem(item))

    def row(self, words: str) -> None:
        """Clicks the first row of a list that holds these words."""
        for view in self.seen(QAbstractItemView):
            if view.objectName() in ("side", "frozen"):
                continue
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                found = view.model().match(view.model().index(0, 0), role, words, 1, Qt.MatchFlag.MatchContains)
                if found:
                    self._click_in(view, found[0])
                    return
        raise AssertionError(f"no list has {words}")

    def _place(self, name: str) -> tuple[QTreeWidget, QTreeWidgetItem]:
        flags = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
        found = [(tree, item) for tree in self.seen(QTreeWidget) for item in tree.findItems(name, flags)]
        return next((tree, item) for tree, item in found if tree.objectName() == "side")

    def _in_reach(self, widget: QWidget, spot: QPoint) -> bool:
        """Whether the mouse meets the widget there; turns the wheel until it does."""
        for area in self.seen(QScrollArea):
            if area.isAncestorOf(widget):
                area.ensureWidgetVisible(widget)
        top = widget.window().childAt(widget.mapTo(widget.window(), spot))
        return widget.isEnabled() and top is not None and (top is widget or widget.isAncestorOf(top))

    def _buttons(self, words: str) -> list[QAbstractButton]:
        return [one for one in self.seen(QAbstractButton) if one.text().startswith(words) and one.isEnabled()]

    def _click_in(self, view: QAbstractItemView, row: QModelIndex) -> None:
        """Turns the wheel until the row is in sight, and clicks it."""
        view.scrollTo(row)
        place = view.visualRect(row).center()
        assert view.viewport().rect().contains(place), "the row is out of sight"
        QTest.mouseMove(view.viewport(), place)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def drive(work: Callable[[Hands], None], *arguments: str) -> None:
    """Starts the program as `python -m desktop` does and lets these hands work; ends the process."""
    application = QApplication(sys.argv[:1])
    hands = Hands(application)

    hands.later(lambda: True, work)
    sys.exit(main(list(arguments)))
