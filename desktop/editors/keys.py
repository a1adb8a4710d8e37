"""Keys that mean something only while the focus is in one place, and the order in which Tab goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def key_within(
    keys: QKeySequence | QKeySequence.StandardKey | str, place: QWidget, act: Callable[[], object]
) -> None:
    """Does the act when these keys are pressed while the focus is in `place` or below it.

    The context is set afterwards: PySide leaves out the constructor's `context` when an act is given, and the
    keys would mean it in the whole window.
    """
    shortcut = QShortcut(QKeySequence(keys), place)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: act())


def put_in_order(widgets: Sequence[QWidget]) -> None:
    """Makes Tab go through these widgets one after the other."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
