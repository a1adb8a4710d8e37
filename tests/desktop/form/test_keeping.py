"""What is saved, undone, kept as a draft, and shown of a record that cannot be edited."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop.form_view import FormView
from desktop.session import Session
from tests.desktop.form.conftest import Desk, press, type_text
from ward.book import Book
from ward.drafts import Drafts
from ward.edits import Amend, Bin
from ward.loading import load
from ward.search import search
from ward.years import close_year


def test_a_new_record_is_written_when_its_first_field_is_filled(desk: Desk) -> None:
    desk.view.new_record("practice")
    assert desk.session.book.undoable == ""
    desk.fill("name", "Tuyến ngõ hoa")
    assert desk.session.book.undoable == "Thêm mô hình, điển hình “Tuyến ngõ hoa”"
    desk.fill("place", "Ngõ 49")
    assert desk.session.book.undoable == "Sửa Địa điểm của Tuyến ngõ hoa"
    assert (desk.stored()["years"], desk.stored()["place"]) == ((2023,), "Ngõ 49")


def test_a_new_record_that_was_never_filled_leaves_nothing(desk: Desk) -> None:
    desk.view.new_record("person")
    press(desk.focus(desk.input("name")), Qt.Key.Key_Tab)
    desk.view.clear()
    assert desk.session.book.undoable == ""


def test_undo_repaints_the_field(desk: Desk) -> None:
    desk.view.show_record(desk.add("person", name="Bình", residence="Ngõ 1"))
    desk.fill("residence", "Ngõ 2")
    desk.session.undo()
    assert desk.input("residence").text() == "Ngõ 1"
    desk.session.redo()
    assert desk.input("residence").text() == "Ngõ 2"


def test_undoing_the_first_field_of_a_new_record_leaves_an_empty_place(desk: Desk) -> None:
    desk.view.new_record("person")
    desk.fill("name", "Bình")
    desk.session.undo()
    assert desk.view.record_id is None
    assert search(desk.session.book.db, "Bình") == []


def test_an_act_elsewhere_leaves_what_is_being_typed(desk: Desk) -> None:
    person = desk.add("person", name="Bình")
    desk.view.show_record(person)
    widget = desk.focus(desk.input("residence"))
    type_text(widget, "Ngõ 4")
    desk.session.write("Sửa", [Amend(person, {"phone": "0912"})])
    type_text(widget, "9")
    press(widget, Qt.Key.Key_Tab)
    assert desk.stored()["residence"] == "Ngõ 49"
    assert desk.input("phone").text() == "0912"


def test_a_field_that_is_not_changed_writes_nothing(desk: Desk) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    widget = desk.focus(desk.input("name"))
    type_text(widget, "x")
    press(widget, Qt.Key.Key_Backspace)
    press(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(widget, "Bình ")
    press(widget, Qt.Key.Key_Tab)
    assert desk.session.book.undoable == "Thêm"


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


def test_ctrl_z_in_a_field_that_was_not_typed_in_is_left_to_the_window(desk: Desk) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    widget = desk.focus(desk.input("name"))
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    asked.ignore()
    QApplication.sendEvent(widget, asked)
    assert not asked.isAccepted()
    type_text(widget, "x")
    QApplication.sendEvent(widget, asked)
    assert asked.isAccepted()


def test_a_binned_record_can_only_be_read_until_it_is_brought_back(desk: Desk) -> None:
    person = desk.add("person", name="Bình")
    desk.view.show_record(person)
    desk.session.write("Bỏ", [Bin(person)])
    assert desk.input("name").isReadOnly()
    desk.click(desk.buttons(desk.view.head)["Lấy lại"])
    assert not desk.input("name").isReadOnly()


@pytest.fixture
def shut(book: Book) -> Iterator[Book]:
    with Book.open(book.path, read_only=True) as made:
        yield made


def test_a_read_only_book_shows_everything_and_takes_nothing(desk: Desk, shut: Book, qtbot) -> None:
    practice = desk.add("practice", name="Camera", points=[{"text": "a"}], status="running", years=(2023,))
    view = FormView(Session(shut, 2023))
    qtbot.addWidget(view)
    view.show()
    view.show_record(practice)
    assert view.page
    lines = [one for one in view.page.findChildren(QLineEdit) if one.isVisible()]
    assert lines and all(one.isReadOnly() for one in lines)
    assert [note.words for note in view.head.notes.said("state")] == ["Sổ được mở ở chế độ chỉ đọc."]
    visible = {one.text() for one in view.findChildren(QPushButton) if one.isVisible()}
    assert "Thêm dòng" not in visible
    assert not view.tabs.quick.isVisible()


def test_what_is_missing_is_said_in_words_once_the_record_is_there(desk: Desk) -> None:
    desk.view.new_record("movement")
    assert desk.words("name", "missing") == []
    desk.view.show_record(desk.add("movement", summary="x"))
    assert desk.words("name", "missing") == ["Chưa có tên phong trào"]
    desk.fill("name", "Nhà sạch")
    assert desk.words("name", "missing") == []


def test_a_finding_stands_beside_its_field_and_goes_when_it_is_mended(desk: Desk) -> None:
    desk.view.show_record(desk.add("person", name="Bình", birth="1980", death="1970"))
    found = [editor.field.key for editor in desk.page.editors if editor.notes.said("finding")]
    assert found
    desk.page.unfold(desk.editor("death"))
    desk.fill("death", "2020")
    assert [editor.field.key for editor in desk.page.editors if editor.notes.said("finding")] == []


def test_the_head_names_what_a_figure_is_of(desk: Desk) -> None:
    indicator = desk.add("indicator", name="Thu ngân sách", measure="đồng")
    desk.view.show_record(desk.add("figure", indicator=indicator, words="2.264 tỷ đồng", years=(2023,)))
    assert desk.view.head.kind.text() == "Số liệu · Thu ngân sách"
    desk.session.write("Đổi tên", [Amend(indicator, {"name": "Thu ngân sách trên địa bàn"})])
    assert desk.view.head.kind.text() == "Số liệu · Thu ngân sách trên địa bàn"
