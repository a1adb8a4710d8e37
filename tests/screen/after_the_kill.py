"""The start after a sudden end: the half-typed name is offered, taken back, finished and saved."""

from __future__ import annotations

from desktop.main_window import MainWindow
from tests.screen.hands import Hands, drive


def finish_the_name(hands: Hands) -> None:
    """Follows what the window says."""
    hands.look_at(MainWindow)
    hands.reads("Lần trước sổ bị đóng đột ngột")
    hands.reads("chữ gõ dở, chưa lưu ở cá nhân mới")
    hands.shot("31-after-the-kill")
    hands.button("Xem chữ chưa lưu")
    hands.reads("Có chữ chưa lưu từ lần trước")
    hands.button("Lấy lại")
    hands.until(lambda: "Nguyễn Thị Bí" in hands.rows(), "the half name in the list")
    hands.click(hands.field("Họ và tên"))
    hands.press("End")
    hands.type("ch")
    hands.press("Tab")
    hands.until(lambda: "Nguyễn Thị Bích" in hands.rows(), "the whole name in the list")
    hands.shot("32-taken-back")
    hands.press("Ctrl+Q")


if __name__ == "__main__":
    drive(finish_the_name)
