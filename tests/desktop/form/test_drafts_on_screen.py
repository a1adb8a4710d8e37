"""Text that cannot be saved yet: kept beside the book, offered again, never taken for another record's."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.form_view import FormView
from tests.desktop.form.conftest import Desk, press, type_text
from ward.book import Book
from ward.drafts import Drafts
from ward.edits import Amend
from ward.loading import load
from ward.search import search
from ward.years import close_year


def test_what_is_typed_is_on_disk_within_a_second(desk: Desk, book: Book) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    type_text(desk.focus(desk.input("name")), "Đặng")
    path = Drafts(book.path).path
    desk.qtbot.waitUntil(path.exists, timeout=3000)
    (draft,) = json.loads(path.read_text(encoding="utf-8"))["drafts"]
    assert (draft["field"], draft["typed"]) == ("name", "Đặng")
    desk.view.save_now()
    assert not path.exists()


def test_a_closed_year_keeps_the_text_as_a_draft_and_offers_it_again(desk: Desk, book: Book) -> None:
    figure = desk.add("figure", label="mắt camera", words="28 mắt", years=(2023,))
    desk.view.show_record(figure)
    desk.add("year", year=2023, closed_on="2024-01-15")
    desk.fill("label", "camera an ninh")
    assert desk.words("label")[0].startswith("Năm 2023 đã khóa sổ")
    assert desk.input("label").text() == "camera an ninh"
    desk.view.show_record(desk.add("person", name="Bình"))
    desk.view.show_record(figure)
    assert desk.input("label").text() == "mắt camera"
    (note,) = desk.view.head.notes.said("draft")
    assert note.words == "Có chữ chưa lưu từ lần trước: hoặc gọi là: “camera an ninh”"
    year = search(book.db, "Năm 2023", ("year",))[0].id
    desk.session.write("Mở lại", [Amend(year, {"closed_on": ""})])
    desk.click(desk.buttons(desk.view.head)["Lấy lại"])
    assert desk.stored()["label"] == "camera an ninh"
    assert not Drafts(book.path).path.exists()


def test_a_record_of_a_closed_year_says_so_before_anything_is_typed(desk: Desk) -> None:
    close_year(desk.session.book, 2023, "đã quyết toán")
    practice = desk.add("practice", name="Camera", years=(2023,))
    figure = desk.add("figure", label="mắt camera", years=(2022,))
    desk.view.show_record(practice)
    assert desk.view.head.notes.said("state") == ()
    desk.view.show_record(figure)
    assert desk.view.head.notes.said("state") == ()
    close_year(desk.session.book, 2022, "đã quyết toán")
    desk.view.show_record(figure)
    (note,) = desk.view.head.notes.said("state")
    assert note.words == "Năm 2022 đã khóa sổ nên bản ghi này chỉ để xem."


def test_text_that_could_not_be_saved_never_lands_in_the_next_record(desk: Desk, book: Book) -> None:
    figure = desk.add("figure", label="mắt camera", years=(2023,))
    close_year(book, 2023, "đã quyết toán")
    practice = desk.add("practice", name="Camera")
    desk.view.show_record(figure)
    desk.page.unfold(desk.editor("note"))
    type_text(desk.focus(desk.input("note")), "cần sửa lại")
    desk.view.show_record(practice)
    QApplication.processEvents()
    assert desk.stored(practice)["note"] == ""
    assert [(one.field, one.typed) for one in Drafts(book.path).all()] == [("note", "cần sửa lại")]
    assert Drafts(book.path).of(load(book.db, figure).uid.hex()) != []


def test_a_doubtful_line_of_figures_is_kept_as_a_draft_of_its_record(desk: Desk, book: Book) -> None:
    practice = desk.add("practice", name="Camera", years=(2023,))
    desk.view.show_record(practice)
    type_text(desk.focus(desk.view.tabs.quick.line), "1.8 tỷ đồng")
    desk.view.show_record(desk.add("practice", name="Tuyến ngõ hoa", years=(2023,)))
    assert desk.view.tabs.quick.line.text() == ""
    assert desk.view.head.notes.said("draft") == ()
    desk.view.show_record(practice)
    (note,) = desk.view.head.notes.said("draft")
    assert note.words == "Có chữ chưa lưu từ lần trước: thêm số liệu: “1.8 tỷ đồng”"
    desk.click(desk.buttons(desk.view.head)["Lấy lại"])
    assert desk.view.tabs.quick.line.text() == "1.8 tỷ đồng"
    desk.click(desk.buttons(desk.view.tabs.quick)["1.800.000.000 · đồng"])
    assert Drafts(book.path).all() == []


def test_drafts_of_rows_references_and_choices_come_back_after_a_crash(desk: Desk, book: Book, qtbot) -> None:
    unit = desk.add("unit", names=[{"name": "Tổ dân phố 5"}])
    award = desk.add("award", reason="a", years=(2023,), recipients=[{"words": "Bà Bình"}])
    desk.view.show_record(award)
    desk.add("year", year=2023, closed_on="2024-01-15")
    rows = desk.editor("recipients")
    title = rows.lines[0].inputs()[2]
    type_text(desk.focus(title), "Bí thư")
    press(title, Qt.Key.Key_Tab)
    level = desk.focus(desk.input("level"))
    press(level, Qt.Key.Key_Down)
    again = FormView(desk.session)
    qtbot.addWidget(again)
    again.show_record(award)
    desk.session.write("Mở lại", [Amend(search(book.db, "Năm 2023", ("year",))[0].id, {"closed_on": ""})])
    again.show()
    buttons = {one.text(): one for one in again.head.findChildren(QPushButton) if one.isVisible()}
    desk.click(buttons["Lấy lại"])
    assert desk.stored(award)["recipients"][0]["as_title"] == "Bí thư"
    assert desk.stored(award)["recipients"][0]["words"] == "Bà Bình"
    assert desk.stored(award)["level"] == "trung_uong"
    assert unit


def test_a_draft_that_is_not_wanted_is_forgotten(desk: Desk, book: Book) -> None:
    person = desk.add("person", name="Bình")
    desk.view.show_record(person)
    desk.fill("birth", "30/2/1980")
    desk.view.clear()
    desk.view.show_record(person)
    desk.click(desk.buttons(desk.view.head)["Bỏ"])
    assert desk.view.head.notes.said("draft") == ()
    assert not Drafts(book.path).path.exists()


def test_a_draft_of_a_new_record_is_offered_with_the_next_new_one(desk: Desk) -> None:
    desk.view.new_record("person")
    desk.fill("birth", "30/2/1980")
    desk.view.clear()
    desk.view.new_record("person")
    (note,) = desk.view.head.notes.said("draft")
    assert note.words == "Có chữ chưa lưu từ lần trước: ngày sinh: “30/2/1980”"
