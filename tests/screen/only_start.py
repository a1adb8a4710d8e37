"""Starts the program, waits until its list stands there, tells which modules were loaded for it, and ends."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.main_window import MainWindow
from tests.screen.hands import Hands, drive


def tell_modules(hands: Hands) -> None:
    """One line with the names of all modules."""
    hands.look_at(MainWindow)
    hands.go("Cá nhân")
    assert hands.rows() == ["Trần Văn An"]
    print("MODULES", *sorted(sys.modules))
    hands.press("Ctrl+Q")


if __name__ == "__main__":
    drive(tell_modules, str(Path.home() / "Phường Hoa Sen.sovang"))
