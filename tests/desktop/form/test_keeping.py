"""What is saved, undone and repainted, and what is shown of a record that cannot be edited."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop.form_view import FormView
from desktop.session import Session
from tests.desktop.form.conftest import Desk, press, type_text
from ward.book import Book
from ward.edits import Amend, Bin
from ward.search import search


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
    assert desk.view.head.title.text() == "Thu ngân sách: 2.264 tỷ đồng"
    desk.session.write("Đổi tên", [Amend(indicator, {"name": "Thu ngân sách trên địa bàn"})])
    assert desk.view.head.title.text() == "Thu ngân sách trên địa bàn: 2.264 tỷ đồng"
