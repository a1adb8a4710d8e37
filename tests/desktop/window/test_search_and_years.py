"""Facts about the top row: search over everything, the work years, what is saved."""

from PySide6.QtCore import Qt

from desktop.year_dialogs import ReasonDialog, YearDialog
from tests.desktop.window.conftest import active_dialog, back_to, button, choose_row, compose, press, shown, type_text
from ward.edits import Add
from ward.overview import known_years

CONTROL = Qt.KeyboardModifier.ControlModifier


def results(window) -> list[str]:
    """The lines below the search box."""
    found = window.top.search.results
    return [found.item(row).text() for row in range(found.count())] if found.isVisible() else []


def test_search_finds_as_one_types_by_kind_the_exact_name_first(window, book, qtbot):
    book.write("Thêm", [Add("person", {"name": "Hoa"}), Add("unit", {"names": [{"name": "Phường Hoa Sen"}]})])
    press(window, Qt.Key.Key_K, CONTROL)
    type_text(window.focusWidget(), "hoa")
    qtbot.waitUntil(lambda: bool(results(window)))
    lines = results(window)
    assert lines[:2] == ["Cá nhân", "Hoa"]
    assert lines.index("Đơn vị") < lines.index("Phường Hoa Sen")
    assert lines.index("Mô hình, điển hình") < lines.index("Tuyến ngõ hoa")


def test_enter_goes_to_the_record_that_was_found(window, qtbot):
    press(window, Qt.Key.Key_K, CONTROL)
    type_text(window.focusWidget(), "camera")
    press(window.top.search, Qt.Key.Key_Return)
    assert window.place == "practice"
    assert window.places.form_side.made.record_id == window.records.table.chosen()[0]
    assert results(window) == [] and window.top.search.text() == ""


def test_arrows_walk_over_records_and_not_over_headings(window, qtbot):
    press(window, Qt.Key.Key_K, CONTROL)
    type_text(window.focusWidget(), "an")
    window.top.search.look_up()
    box = window.top.search.results
    seen = set()
    for _ in range(box.count()):
        assert box.currentItem().flags() & Qt.ItemFlag.ItemIsEnabled
        seen.add(box.currentItem().text())
        press(window.top.search, Qt.Key.Key_Down)
    assert {"Nguyễn Văn An", "Camera an ninh"} <= seen


def test_search_takes_an_input_method_and_escape_closes_it(window, qtbot):
    press(window, Qt.Key.Key_K, CONTROL)
    compose(window.focusWidget(), ["D", "Dd", "Đ", "Đặ", "Đặn"], "Đặng")
    qtbot.waitUntil(lambda: "Đặng Thu Thủy" in results(window))
    press(window.top.search, Qt.Key.Key_Escape)
    assert results(window) == []


def test_nothing_found_is_said_in_words(window, qtbot):
    press(window, Qt.Key.Key_K, CONTROL)
    type_text(window.focusWidget(), "qqq")
    qtbot.waitUntil(lambda: results(window) == ["Không thấy “qqq” ở đâu trong sổ."])


def test_the_year_chooser_knows_the_years_of_the_file(window):
    years = window.top.years
    assert [years.itemText(place) for place in range(years.count())][:2] == ["Tất cả các năm", "Năm 2025"]
    assert years.itemText(years.count() - 1) == "Thêm năm…"
    assert years.currentText() == "Năm 2025"


def test_a_new_year_is_added_and_chosen(window, qtbot):
    window.menus.actions["add_year"].trigger()
    dialog = active_dialog(qtbot, window, YearDialog)
    assert dialog.year.text() == "2026"
    type_text(dialog.theme, "Kỷ cương, trách nhiệm")
    press(dialog, Qt.Key.Key_Return)
    assert window.session.year == 2026
    assert known_years(window.session.book.db)[0].theme == "Kỷ cương, trách nhiệm"


def test_a_year_that_is_none_is_said_in_the_dialog(window, qtbot):
    window.menus.actions["add_year"].trigger()
    dialog = active_dialog(qtbot, window, YearDialog)
    dialog.year.setText("25")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.notice.text == "Hãy ghi năm bằng bốn chữ số, ví dụ: 2025."
    assert dialog.isVisible()


def test_a_year_is_locked_with_a_reason_and_then_refuses_figures(window, qtbot):
    window.menus.actions["close_year"].trigger()
    dialog = active_dialog(qtbot, window, ReasonDialog)
    press(button(dialog, "act"), Qt.Key.Key_Space)
    assert dialog.notice.text == "Hãy ghi lý do, ví dụ: báo cáo năm đã ký ngày 15/12."
    type_text(dialog.reason, "Đã ký báo cáo năm")
    button(dialog, "act").click()
    assert known_years(window.session.book.db)[0].locked
    assert window.top.years.currentText() == "Năm 2025 (khóa)"
    back_to(qtbot, window)
    press(window, Qt.Key.Key_Z, CONTROL)
    assert not known_years(window.session.book.db)[0].locked


def test_alt_arrows_walk_through_the_years(window, book):
    book.write("Thêm", [Add("event", {"name": "Ngày hội", "years": (2023,)})])
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.session.year == 2023
    press(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.session.year == 2025


def test_each_act_says_that_it_is_saved(window):
    window.top.say_saved("…")
    window.records.table.setFocus()
    choose_row(window, 0)
    press(window.records.table, Qt.Key.Key_Delete)
    assert window.top._saved.text() == "✓ Đã lưu"
    assert len(shown(window)) == 4
