"""A second window on a file that another one has open: it says so, shows everything and changes nothing."""

from __future__ import annotations

from pathlib import Path

from desktop.main_window import MainWindow
from tests.screen.hands import Hands, drive


def look_without_writing(hands: Hands) -> None:
    """Tries what a person would try."""
    hands.look_at(MainWindow)
    hands.reads("chỉ đọc")
    hands.reads("Chỉ đọc")
    hands.go("Cá nhân")
    assert hands.rows() == ["Trần Văn An"]
    hands.row("Trần Văn An")
    hands.press("Delete", "Ctrl+N")
    hands.click(hands.field("Họ và tên"))
    hands.type("x")
    hands.press("Tab")
    assert hands.rows() == ["Trần Văn An"]
    hands.shot("33-second-window")
    hands.press("Ctrl+Q")


if __name__ == "__main__":
    drive(look_without_writing, str(Path.home() / "Phường Hoa Sen.sovang"))
