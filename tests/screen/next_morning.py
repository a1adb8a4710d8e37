"""The morning after the first day: the program is started again and shows what was left."""

from __future__ import annotations

from desktop.main_window import MainWindow
from tests.screen.hands import Hands, drive


def the_morning(hands: Hands) -> None:
    """Everything is where it was yesterday."""
    window = hands.look_at(MainWindow)
    assert window.windowTitle() == "Phường Hoa Sen – Sổ Vàng"
    people = ["Nguyễn Thị Ngọc Ánh", "Dương Văn Đức"]
    hands.until(lambda: hands.rows() == people, "the list of people, as it was left")
    hands.shot("20-morning")
    hands.go("Đơn vị")
    assert hands.rows() == ["Phường Hoa Sen", "thành phố Hà Nội", "Tổ dân phố số 7"]
    hands.press("Ctrl+3")
    assert {"gần 48 ngàn người", "1.8 tỷ", "3 cá nhân"} <= set(hands.rows(1))
    hands.go("Phát hiện")
    hands.reads("1 đã chấp nhận")
    hands.press("Ctrl+P")
    hands.row("Báo cáo tổng kết năm 2025")
    hands.button("Mở văn bản")
    hands.until(lambda: hands.opened and hands.opened[0].is_file(), "yesterday's report")
    hands.press("Ctrl+Q")


if __name__ == "__main__":
    drive(the_morning)
