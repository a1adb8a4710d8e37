"""A fault of the program itself: one dialog says so, and the program goes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from desktop.crash_dialog import CrashDialog
from desktop.main_window import MainWindow
from tests.screen.hands import Hands, drive


def fail() -> None:
    """What nobody expected."""
    raise KeyError("Nguyễn Thị Bích")


def meet_a_fault(hands: Hands) -> None:
    """The window is at work when the fault comes."""
    hands.look_at(MainWindow)
    hands.later(lambda: hands.windows(CrashDialog), use_the_dialog)
    QTimer.singleShot(0, hands, fail)


def use_the_dialog(hands: Hands) -> None:
    """Reads it, copies the report and goes on."""
    hands.look_at(CrashDialog)
    hands.reads("Mọi điều đã lưu vẫn còn nguyên trong sổ")
    hands.shot("34-our-fault")
    hands.button("Sao chép nội dung")
    report = QGuiApplication.clipboard().text()
    assert "KeyError" in report and "Bích" not in report
    assert list(Path.home().rglob("loi-*.txt")), "no log was written"
    hands.later(lambda: not hands.windows(CrashDialog), go_on)
    hands.button("Làm tiếp")


def go_on(hands: Hands) -> None:
    """The window still works."""
    hands.look_at(MainWindow)
    hands.go("Cá nhân")
    hands.press("Ctrl+N")
    hands.type("Nguyễn Thị Bích")
    hands.press("Tab")
    hands.until(lambda: "Nguyễn Thị Bích" in hands.rows(), "the person")
    hands.press("Ctrl+Q")


if __name__ == "__main__":
    drive(meet_a_fault, str(Path.home() / "Phường Hoa Sen.sovang"))
