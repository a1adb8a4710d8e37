"""References: found as one types, chosen, added, kept as words, or followed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.desktop.form.conftest import Desk, press, type_text
from ward.search import search


def test_enter_takes_the_exact_name_and_goes_on(desk: Desk) -> None:
    desk.add("unit", names=[{"name": "Công an phường Gia Thụy"}])
    exact = desk.add("unit", names=[{"name": "Công an phường"}])
    desk.view.show_record(desk.add("practice", name="Camera an ninh"))
    widget = desk.focus(desk.input("unit"))
    type_text(widget, "cong an phuong")
    press(widget.suggesting.view, Qt.Key.Key_Return)
    assert desk.stored()["unit"] == exact
    assert widget.text() == "Công an phường"


def test_leaving_takes_the_only_record_of_that_name(desk: Desk) -> None:
    unit = desk.add("unit", names=[{"name": "Tổ dân phố 5"}])
    desk.view.show_record(desk.add("practice", name="Camera an ninh"))
    desk.fill("unit", "tổ dân phố 5")
    assert desk.stored()["unit"] == unit


def test_of_two_namesakes_neither_is_taken_by_itself(desk: Desk) -> None:
    first = desk.add("person", name="Nguyễn Văn An", birth="1960")
    desk.add("person", name="Nguyễn Văn An", birth="1985")
    desk.view.show_record(desk.add("household", name="Hộ ông An"))
    desk.fill("head", "Nguyễn Văn An")
    assert desk.stored()["head"] is None
    desk.click(desk.buttons(desk.editor("head"))["Nguyễn Văn An   (sinh 1960)"])
    assert desk.stored()["head"] == first


def test_a_name_that_is_not_in_the_book_is_added_by_a_click(desk: Desk) -> None:
    desk.view.show_record(desk.add("practice", name="Camera an ninh"))
    desk.fill("movement", "Nhà sạch, phố đẹp")
    assert desk.stored()["movement"] is None
    desk.click(desk.buttons(desk.editor("movement"))["Thêm mới phong trào, chuyên đề “Nhà sạch, phố đẹp”"])
    added = desk.stored()["movement"]
    assert added
    assert desk.stored(added)["name"] == "Nhà sạch, phố đẹp"
    assert desk.stored(added)["years"] == (2023,)


def test_free_words_are_kept_where_no_record_is_chosen(desk: Desk) -> None:
    desk.add("unit", names=[{"name": "Công an phường"}])
    desk.view.show_record(desk.add("task", name="Lắp camera"))
    desk.fill("unit", "Công an phường")
    assert (desk.stored()["unit"], desk.stored()["unit_words"]) == (None, "Công an phường")


def test_a_record_that_is_chosen_with_the_arrow_takes_the_place_of_words(desk: Desk) -> None:
    unit = desk.add("unit", names=[{"name": "Công an phường Gia Thụy"}])
    desk.view.show_record(desk.add("task", name="Lắp camera", unit_words="Công an"))
    widget = desk.focus(desk.input("unit"))
    press(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(widget, "gia thụy")
    press(widget.suggesting.view, Qt.Key.Key_Down)
    press(widget.suggesting.view, Qt.Key.Key_Return)
    assert (desk.stored()["unit"], desk.stored()["unit_words"]) == (unit, "")


def test_emptying_a_reference_takes_it_away(desk: Desk) -> None:
    unit = desk.add("unit", names=[{"name": "Tổ dân phố 5"}])
    desk.view.show_record(desk.add("practice", name="Camera an ninh", unit=unit))
    widget = desk.focus(desk.input("unit"))
    press(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(widget, Qt.Key.Key_Delete)
    press(widget, Qt.Key.Key_Tab)
    assert desk.stored()["unit"] is None


def test_a_link_asks_for_the_other_record(desk: Desk) -> None:
    unit = desk.add("unit", names=[{"name": "Tổ dân phố 5"}])
    desk.view.show_record(desk.add("practice", name="Camera an ninh", unit=unit))
    with desk.qtbot.waitSignal(desk.view.record_requested) as asked:
        press(desk.focus(desk.input("unit")), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [unit]


def test_a_renamed_record_is_shown_by_its_new_name(desk: Desk) -> None:
    unit = desk.add("unit", names=[{"name": "Tổ 5"}])
    desk.view.show_record(desk.add("practice", name="Camera an ninh", unit=unit))
    from ward.edits import Amend

    desk.session.write("Đổi tên", [Amend(unit, {"names": [{"name": "Tổ dân phố 5"}]})])
    assert desk.input("unit").text() == "Tổ dân phố 5"


def test_namesakes_are_named_while_a_name_is_typed_and_can_be_merged(desk: Desk) -> None:
    unit = desk.add("unit", names=[{"name": "Tổ dân phố 5"}])
    old = desk.add(
        "person", name="Đặng Thị Thanh Bình", birth="1962", positions=[{"title": "Tổ trưởng", "unit": unit}]
    )
    desk.view.show_record(desk.add("person", name="Bình", phone="0912"))
    widget = desk.focus(desk.input("name"))
    press(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(widget, "Đặng Thị Thanh Bình")
    (note,) = desk.view.head.notes.said("namesakes")
    assert note.words == ("Trong sổ đã có người cùng tên: Đặng Thị Thanh Bình (sinh 1962, Tổ trưởng, Tổ dân phố 5).")
    press(widget, Qt.Key.Key_Tab)
    with desk.qtbot.waitSignal(desk.view.record_requested) as asked:
        desk.click(desk.buttons(desk.view.head)["Là một người: gộp lại"])
    assert asked.args == [old]
    assert desk.stored(old)["phone"] == "0912"
    assert [hit.id for hit in search(desk.session.book.db, "Đặng Thị Thanh Bình")] == [old]
    desk.session.undo()
    assert len(search(desk.session.book.db, "Đặng Thị Thanh Bình")) == 2
