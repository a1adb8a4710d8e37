"""Goes to every place of the window where there is little room, and looks for words that are cut off."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QTreeWidget

from desktop.main_window import MainWindow
from tests.desktop.window.cut_off import all_items, cut
from tests.screen.hands import Hands, drive


def look_everywhere(hands: Hands) -> None:
    """All places; with large text, switched on by its key, if it is asked for."""
    window = hands.look_at(MainWindow)
    if sys.argv[1] == "large":
        hands.press("Ctrl+Shift+L")
    places = [
        item.text(0) for tree in hands.seen(QTreeWidget) if tree.objectName() == "side" for item in all_items(tree)
    ]
    assert len(places) > 20
    found: list[str] = []
    room = hands.application.primaryScreen().geometry()
    for number, place in enumerate(places):
        hands.go(place)
        hands.application.sync()
        found += cut(window, place)
        if not room.contains(window.frameGeometry()):
            found.append(f"at {place} the window {window.frameGeometry()} is larger than the screen {room}")
        hands.shot(f"40-{number:02}")
    assert not found, "\n".join(found)
    hands.press("Ctrl+Q")


if __name__ == "__main__":
    drive(look_everywhere, str(Path.home() / "Phường Hoa Sen.sovang"))
