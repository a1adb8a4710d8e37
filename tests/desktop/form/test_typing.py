"""Typing into a form: letters, input methods, figures, dates, and what is kept of them."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from tests.desktop.form.conftest import Desk, commit, compose, press, type_text

LEFT = Qt.Key.Key_Tab


def test_a_field_is_saved_when_it_is_left_and_says_so(desk: Desk) -> None:
    person = desk.add("person", name="Bình")
    desk.view.show_record(person)
    desk.fill("name", "Đặng Thị Thanh Bình")
    assert desk.stored()["name"] == "Đặng Thị Thanh Bình"
    assert desk.said[-1] == "Đã lưu"
    assert desk.session.book.undoable == "Sửa Họ và tên của Bình"


def test_a_decomposed_name_is_kept_composed(desk: Desk) -> None:
    desk.view.new_record("person")
    desk.fill("name", unicodedata.normalize("NFD", "Đặng Thị Thanh Bình"))
    assert desk.stored()["name"] == "Đặng Thị Thanh Bình"
    assert desk.input("name").text() == "Đặng Thị Thanh Bình"


@pytest.mark.parametrize("text", ["A & B <b>đậm</b> “x” {{ y }} 'z' \"q\"", "x" * 300])
def test_signs_and_long_titles_are_kept_as_typed(desk: Desk, text: str) -> None:
    desk.view.new_record("movement")
    desk.fill("name", text)
    assert desk.stored()["name"] == text
    assert desk.view.head.title.text() == (text if len(text) < 200 else "x" * 199 + "…")


@pytest.mark.parametrize("key", ["name", "residence", "note", "birth"])
def test_an_input_method_composes_commits_and_replaces(desk: Desk, key: str) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    desk.page.unfold(desk.editor(key))
    widget = desk.focus(desk.input(key))
    press(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    compose(widget, "1980 tie")
    compose(widget, "1980 tiê")
    commit(widget, "1980")
    commit(widget, "7", replacing=1)
    text = widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()
    assert text == "1987"
    press(widget, LEFT)
    assert desk.stored()[key] == "1987"


def test_letters_that_are_still_composed_are_not_saved(desk: Desk) -> None:
    desk.view.new_record("person")
    widget = desk.focus(desk.input("name"))
    compose(widget, "Bìn")
    assert not desk.editor("name").touched
    commit(widget, "Bình")
    desk.view.save_now()
    assert desk.stored()["name"] == "Bình"


def test_a_year_of_birth_stays_a_year(desk: Desk) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    desk.fill("birth", "1962")
    assert desk.stored()["birth"] == "1962"
    assert desk.input("birth").text() == "1962"


def test_what_was_understood_of_a_date_is_shown_while_it_is_typed(desk: Desk) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    type_text(desk.focus(desk.input("birth")), "12/3/1980")
    assert desk.words("birth", "understood") == ["ngày 12 tháng 3 năm 1980"]


def test_a_doubtful_date_asks_and_a_click_answers(desk: Desk) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    desk.fill("birth", "12/3/62")
    assert desk.stored()["birth"] == ""
    assert desk.said[-1] == "Chưa lưu ô Ngày sinh"
    desk.click(desk.buttons(desk.editor("birth"))["ngày 12 tháng 3 năm 1962"])
    assert desk.stored()["birth"] == "1962-03-12"
    assert desk.words("birth") == []
    assert desk.input("birth").text() == "12/3/1962"


def test_a_day_that_does_not_exist_stays_in_the_field(desk: Desk) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    desk.fill("birth", "30/2/1980")
    assert desk.words("birth") == ["Tháng 2 năm 1980 chỉ có các ngày 1–29, không có ngày 30. Hãy sửa lại."]
    assert desk.input("birth").text() == "30/2/1980"


def test_a_quarter_belongs_to_the_year_of_the_record(desk: Desk) -> None:
    desk.view.show_record(desk.add("practice", name="Tuyến ngõ hoa", years=(2021,)))
    desk.fill("period", "quý III")
    assert (desk.stored()["period"], desk.stored()["period_words"]) == ("2021-Q3", "quý III")


def test_a_period_that_is_not_touched_keeps_its_code(desk: Desk) -> None:
    record = desk.add("practice", name="Tuyến ngõ hoa", years=(2023,), period="2019-Q3", period_words="quý III")
    desk.view.show_record(record)
    press(desk.focus(desk.input("period")), LEFT)
    assert desk.stored()["period"] == "2019-Q3"


def test_a_figure_is_understood_while_it_is_typed_and_kept_exactly(desk: Desk) -> None:
    desk.view.new_record("figure")
    desk.fill("words", "gần 1,8 tỷ đồng")
    kept = desk.stored()
    assert (kept["qualifier"], str(kept["value"]), kept["measure"]) == ("gần", "1800000000", "đồng")
    assert kept["words"] == "gần 1,8 tỷ đồng"
    assert kept["years"] == (2023,)


def test_an_ambiguous_figure_asks_with_the_doubtful_part_underlined(desk: Desk) -> None:
    desk.view.new_record("figure")
    desk.fill("words", "1.8 tỷ đồng")
    assert desk.view.record_id is None
    (note,) = desk.editor("words").notes.said("problem")
    assert note.typed[slice(*note.span)].startswith("1.8")
    desk.click(desk.buttons(desk.editor("words"))["1.800.000.000 · đồng"])
    assert str(desk.stored()["value"]) == "1800000000"
    assert desk.stored()["words"] == "1.8 tỷ đồng"


def test_the_indicator_gives_the_measure_that_was_not_typed(desk: Desk) -> None:
    indicator = desk.add("indicator", name="Dân số", measure="người")
    desk.view.new_record("figure", {"indicator": indicator})
    desk.fill("words", "gần 48 ngàn")
    assert desk.stored()["measure"] == "người"
    assert desk.stored()["indicator"] == indicator


def test_comparisons_are_typed_in_one_line_and_kept_as_rows(desk: Desk) -> None:
    desk.view.show_record(desk.add("figure", words="2.264 tỷ đồng", years=(2023,)))
    desk.fill("claims", "vượt 468,9% dự toán, bằng 157,8% so cùng kỳ")
    rows = desk.stored()["claims"]
    assert [(row["relation"], str(row["amount"]), row["basis"]) for row in rows] == [
        ("vuot", "468.9", "du_toan"),
        ("bang", "157.8", "cung_ky"),
    ]


def test_years_take_a_run_of_years(desk: Desk) -> None:
    desk.view.show_record(desk.add("practice", name="Tuyến ngõ hoa"))
    desk.fill("years", "2019, 2021-2023")
    assert desk.stored()["years"] == (2019, 2021, 2022, 2023)


def test_a_long_text_saves_itself_at_a_pause_and_keeps_the_cursor(desk: Desk) -> None:
    desk.view.show_record(desk.add("passage", text="Một"))
    widget = desk.focus(desk.input("text"))
    press(widget, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    with desk.qtbot.waitSignal(desk.view.saved, timeout=5000):
        type_text(widget, " hai ")
    assert desk.stored()["text"] == "Một hai"
    type_text(widget, "ba")
    assert widget.toPlainText() == "Một hai ba"


def test_suggestions_match_without_diacritics_and_enter_takes_the_chosen_one(desk: Desk) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    widget = desk.focus(desk.input("rank"))
    type_text(widget, "thuong")
    press(widget.suggesting.view, Qt.Key.Key_Down)
    press(widget.suggesting.view, Qt.Key.Key_Return)
    assert desk.stored()["rank"] == "Thượng tá"


def test_an_input_method_writes_a_figure_and_finds_a_record(desk: Desk) -> None:
    unit = desk.add("unit", names=[{"name": "Tổ dân phố Bồ Đề"}])
    desk.view.show_record(desk.add("figure", years=(2023,)))
    widget = desk.focus(desk.input("words"))
    compose(widget, "gâ")
    commit(widget, "gần 48 ngàn người")
    assert desk.words("words", "understood") == ["gần · 48.000 · người"]
    source = desk.focus(desk.editor("source").line)
    commit(source, "bo")
    commit(source, "ồ đê", replacing=1)
    commit(source, "ề", replacing=1)
    press(source, Qt.Key.Key_Return)
    assert source.text() == "Tổ dân phố Bồ Đề"
    assert (desk.stored()["words"], desk.stored()["source"]) == ("gần 48 ngàn người", unit)
