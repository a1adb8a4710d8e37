"""Types half a name into a new record and then sits there, until somebody ends the process."""

from __future__ import annotations

from pathlib import Path

from desktop.main_window import MainWindow
from tests.screen.hands import Hands, drive


def type_half_a_name(hands: Hands) -> None:
    """Says "HALF" once the typed text lies on the disk; the field is never left."""
    hands.look_at(MainWindow)
    hands.go("Cá nhân")
    hands.press("Ctrl+N")
    hands.type("Nguyễn Thị Bí")
    hands.until(lambda: list(Path.home().rglob("*.drafts")), "the draft on the disk")
    hands.shot("30-half-typed")
    print("HALF", flush=True)
    hands.until(lambda: False, "the end")


if __name__ == "__main__":
    drive(type_half_a_name, str(Path.home() / "Phường Hoa Sen.sovang"))
