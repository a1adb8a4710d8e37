"""The first day of a clerk, by keys and clicks alone; an empty home, a real screen, the whole program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QListWidget

from desktop.first_run import FirstRun
from desktop.main_window import MainWindow
from tests.screen.hands import Hands, drive

PEOPLE = "Ai tham gia, dòng 1: "


def make_the_office(hands: Hands) -> None:
    hands.look_at(FirstRun)
    hands.shot("01-first-run")
    hands.type("Hoa Sen")
    hands.press("Tab")
    hands.type("thành phố Hà Nội")
    hands.fill("Người ký của Ủy ban nhân dân", "Đặng Thị Thanh Bình")
    hands.fill("Năm công tác", "2025")
    hands.fill("Nơi lưu tệp sổ", str(Path.home() / "sổ" / "Phường Hoa Sen.sovang"))
    hands.shot("02-office")
    hands.button("Lập sổ")
    hands.look_at(MainWindow)
    hands.reads("đang xem năm công tác 2025")
    hands.shot("03-today")


def record_a_unit(hands: Hands) -> None:
    hands.go("Đơn vị")
    hands.press("Ctrl+N")
    hands.type("Tổ dân phố số 7")
    hands.press("Tab")
    hands.type("tổ dân phố")
    hands.press("Tab")
    hands.until(lambda: "Tổ dân phố số 7" in hands.rows(), "the unit in the list")
    hands.shot("04-unit")


def record_two_people(hands: Hands) -> None:
    hands.go("Cá nhân")
    hands.press("Ctrl+N")
    hands.type("Nguyễn Thị Ngọc Ánh")
    hands.press("Tab")
    hands.fill("Ngày sinh", "1962")
    hands.press("Ctrl+N")
    hands.compose(["D", "Du", "Dươ", "Dươn", "Dương"], "Dương")
    hands.compose([" ", " V", " Va", " Vă", " Văn"], " Văn")
    hands.compose([" Đ", " Đư", " Đưc", " Đức"], " Đức")
    hands.press("Tab")
    hands.until(lambda: hands.rows() == ["Nguyễn Thị Ngọc Ánh", "Dương Văn Đức"], "both people, by given name")
    assert hands.rows(1) == ["1962", ""]
    hands.shot("05-people")


def record_a_practice(hands: Hands) -> None:
    hands.go("Mô hình, điển hình")
    hands.button("Thêm mô hình")
    hands.type("Tuyến ngõ hoa")
    hands.press("Tab")
    hands.click(hands.field("Thêm dòng vào Ai tham gia"))
    hands.choose(PEOPLE + "Vai trò", "Chủ trì")
    hands.click(hands.field(PEOPLE + "Cá nhân, đơn vị"))
    hands.type("ngoc anh")
    hands.press("Down", "Return")
    hands.until(lambda: hands.rows(1) == ["Nguyễn Thị Ngọc Ánh"], "the person of the practice")
    hands.shot("06-practice")


def record_figures(hands: Hands) -> None:
    hands.go("Chỉ tiêu")
    hands.press("Ctrl+N")
    hands.type("Dân số")
    hands.press("Tab")
    hands.fill("Đơn vị tính", "người")
    hands.fill("Thêm số liệu", "gần 48 ngàn người")
    hands.reads("Đã lưu")
    hands.shot("07-figure")


def answer_a_question(hands: Hands) -> None:
    hands.press("Ctrl+3", "Ctrl+N")
    hands.fill("Hoặc gọi là", "Thu ngân sách")
    hands.fill("Số liệu", "1.8 tỷ")
    hands.until(lambda: "chưa có" in hands.rows(1), "nothing is guessed")
    hands.shot("08-question")
    hands.button("1.800.000.000")
    hands.until(lambda: "1.8 tỷ" in hands.rows(1), "the answered figure")
    hands.shot("09-answered")


def add_a_total(hands: Hands) -> None:
    """9 people in all, but 3 and 9 as its parts."""
    hands.go("Chỉ tiêu")
    hands.press("Ctrl+N")
    hands.type("Cá nhân được khen")
    hands.press("Tab")
    hands.choose("Cách cộng", "Cộng dồn")
    for name in ("Đợt một", "Đợt hai"):
        hands.click(hands.field("Thêm dòng vào Gồm các chỉ tiêu thành phần"))
        hands.type(name)
        hands.press("Down", "Return")
    hands.until(lambda: {"Đợt một", "Đợt hai"} <= set(hands.rows()), "the parts in the list")
    for name, figure in (("Cá nhân được khen", "9"), ("Đợt một", "3"), ("Đợt hai", "9")):
        hands.row(name)
        hands.tab("Số liệu")
        hands.fill("Thêm số liệu", f"{figure} cá nhân")
    hands.shot("10-total")


def settle_the_finding(hands: Hands) -> None:
    hands.until(lambda: hands.place("Phát hiện").endswith("  1"), "one finding in the sidebar")
    hands.go("Phát hiện")
    hands.row("Cá nhân được khen")
    hands.reads("Hai số")
    hands.shot("11-finding")
    hands.click(hands.field("Lý do chấp nhận"))
    hands.type("Báo cáo của quận ghi như vậy")
    hands.button("Chấp nhận")
    hands.reads("1 đã chấp nhận")
    assert hands.place("Phát hiện") == "Phát hiện"
    hands.shot("12-accepted")


def take_back_and_do_again(hands: Hands) -> None:
    hands.go("Cá nhân")
    hands.row("Nguyễn Thị Ngọc Ánh")
    hands.fill("Ngày sinh", "1963")
    hands.until(lambda: hands.rows(1)[0] == "1963", "the new year of birth")
    hands.press("Ctrl+Z")
    hands.until(lambda: hands.rows(1)[0] == "1962", "the old year of birth")
    hands.press("Ctrl+Shift+Z")
    hands.until(lambda: hands.rows(1)[0] == "1963", "the new year of birth again")
    hands.press("Ctrl+Z")
    hands.until(lambda: hands.rows(1)[0] == "1962", "the old year of birth, to stay")


def make_the_report(hands: Hands) -> None:
    hands.press("Ctrl+P")
    hands.shot("13-papers")
    hands.button("Báo cáo tổng kết năm")
    hands.reads("Đã lập “Bao-cao-tong-ket-nam-2025")
    hands.button("Mở văn bản")
    hands.until(lambda: hands.opened, "the report opened")
    assert hands.opened[0].is_file()
    hands.shot("14-report")


def search_everything(hands: Hands) -> None:
    hands.press("Ctrl+K")
    hands.type("ngoc anh")
    hands.until(lambda: any(one.isVisible() for one in hands.seen(QListWidget)), "what was found")
    hands.shot("15-search")
    hands.press("Return")
    hands.until(lambda: hands.rows() == ["Nguyễn Thị Ngọc Ánh", "Dương Văn Đức"], "the list of people")
    hands.reads("Nguyễn Thị Ngọc Ánh")


def throw_away_and_fetch_back(hands: Hands) -> None:
    hands.row("Dương Văn Đức")
    hands.press("Delete")
    hands.until(lambda: hands.rows() == ["Nguyễn Thị Ngọc Ánh"], "one person left")
    hands.go("Thùng rác")
    hands.row("Dương Văn Đức")
    hands.shot("16-bin")
    hands.press("Ctrl+R")
    hands.reads("Đã lấy lại “Dương Văn Đức”.")
    hands.go("Cá nhân")
    assert hands.rows() == ["Nguyễn Thị Ngọc Ánh", "Dương Văn Đức"]
    hands.shot("17-evening")


def the_day(hands: Hands) -> None:
    """From the first window to the evening."""
    make_the_office(hands)
    record_a_unit(hands)
    record_two_people(hands)
    record_a_practice(hands)
    record_figures(hands)
    answer_a_question(hands)
    add_a_total(hands)
    settle_the_finding(hands)
    take_back_and_do_again(hands)
    make_the_report(hands)
    search_everything(hands)
    throw_away_and_fetch_back(hands)
    hands.press("Ctrl+Q")


if __name__ == "__main__":
    drive(the_day)
