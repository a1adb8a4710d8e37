"""Facts about the lists: order, filter, choosing, bin and back, undo and redo, all by keys and clicks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.bulk_dialog import BulkDialog, may_be_shared
from desktop.merge_dialog import MergeDialog
from forms.catalogue import FORMS
from tests.desktop.window.conftest import active_dialog, back_to, choose_row, compose, press, shown, type_text
from ward.edits import Add

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_people_stand_in_vietnamese_order_by_given_name(window):
    assert shown(window) == ["Nguyễn Văn An", "Trần Thị Bích", "Lê Quang Đạo", "Phạm Thị Hòa", "Đặng Thu Thủy"]


def test_a_click_on_the_header_orders_and_a_second_one_turns_round(window):
    header = window.records.table.horizontalHeader()
    place = QPoint(header.sectionPosition(1) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(window, 1) == ["1960", "1961", "1962", "1963", "1964"]
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(window, 1) == ["1964", "1963", "1962", "1961", "1960"]
    assert window.settings.orders["person"] == ["birth", True]


def test_the_filter_narrows_as_one_types_and_says_so(window, qtbot):
    press(window, Qt.Key.Key_F, CONTROL)
    field = window.focusWidget()
    type_text(field, "thuy")
    qtbot.waitUntil(lambda: shown(window) == ["Đặng Thu Thủy"])
    assert window.records._count.text() == "Đang lọc “thuy”: còn 1 cá nhân"
    press(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(shown(window)) == 5)


def test_the_filter_takes_words_from_an_input_method(window, qtbot):
    window.records.focus_filter()
    compose(window.focusWidget(), ["h", "ho", "hoà", "hòa"], "Hòa")
    qtbot.waitUntil(lambda: shown(window) == ["Phạm Thị Hòa"])


def test_nothing_found_offers_the_way_back(window, qtbot):
    window.records.focus_filter()
    type_text(window.focusWidget(), "xyz")
    qtbot.waitUntil(lambda: not shown(window))
    assert "Không có bản ghi nào khớp “xyz”" in window.records._empty.text


def test_a_chosen_record_shows_its_form(window, qtbot):
    window.records.table.setFocus()
    press(window.records.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.places.form_side.made is not None)
    chosen = window.records.table.chosen()
    assert window.places.form_side.made.record_id == chosen[0]


def test_delete_puts_rows_into_the_bin_and_undo_brings_them_back(window):
    table = window.records.table
    table.setFocus()
    choose_row(window, 0)
    press(table, Qt.Key.Key_Down, SHIFT)
    press(table, Qt.Key.Key_Delete)
    assert len(shown(window)) == 3
    assert window.records.notice.text == "Đã đưa 2 cá nhân vào thùng rác."
    press(window, Qt.Key.Key_Z, CONTROL)
    assert len(shown(window)) == 5
    press(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert len(shown(window)) == 3


def test_the_undo_menu_names_the_act(window):
    table = window.records.table
    table.setFocus()
    choose_row(window, 0)
    press(table, Qt.Key.Key_Delete)
    assert window.menus.actions["undo"].text() == "Hoàn tác: Đưa “Nguyễn Văn An” vào thùng rác"
    window.menus.actions["undo"].trigger()
    assert window.menus.actions["redo"].text() == "Làm lại: Đưa “Nguyễn Văn An” vào thùng rác"


def test_what_was_binned_comes_back_from_the_bin(window, qtbot):
    table = window.records.table
    table.setFocus()
    choose_row(window, 1)
    press(table, Qt.Key.Key_Delete)
    press(window, Qt.Key.Key_0, CONTROL)
    pane = window.places.pane("bin")
    assert [pane.table.topLevelItem(0).text(0)] == ["Trần Thị Bích"]
    pane.table.setCurrentItem(pane.table.topLevelItem(0))
    press(window, Qt.Key.Key_R, CONTROL)
    assert pane.table.topLevelItemCount() == 0
    window.go("person")
    assert len(shown(window)) == 5


def test_a_duplicate_is_the_chosen_row(window):
    window.records.table.setFocus()
    choose_row(window, 0)
    press(window.records.table, Qt.Key.Key_D, CONTROL)
    assert shown(window).count("Nguyễn Văn An") == 2
    assert window.session.book.undoable == "Nhân bản “Nguyễn Văn An”"


def test_enter_opens_the_record_alone_and_escape_goes_back(window):
    table = window.records.table
    table.setFocus()
    choose_row(window, 2)
    press(table, Qt.Key.Key_Return)
    assert window.wide and not window.places.middle.isVisible()
    assert window.places.form_side.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert not window.wide and window.places.middle.isVisible()


def test_a_double_click_opens_the_record_alone(window, qtbot):
    table = window.records.table
    rect = table.visualRect(window.records.model.index(1, 1))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.waitUntil(lambda: window.places.form_side.made is not None)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.wide


def test_an_empty_list_says_what_belongs_there(window):
    window.go("event")
    assert window.records._empty.text == "Chưa có sự kiện nào trong năm này. Thêm sự kiện (Ctrl+N)."
    assert window.records._empty.isVisible()


def test_another_year_shows_its_own_records(window):
    window.go("practice")
    assert len(shown(window)) == 3
    window.session.choose_year(2024)
    assert shown(window) == []
    window.session.choose_year(0)
    assert len(shown(window)) == 3


def test_widths_come_back_next_time(window):
    window.records.table.setColumnWidth(0, 333)
    window.go("unit")
    window.go("person")
    assert window.records.table.columnWidth(0) == 333


def test_a_hundred_thousand_rows_open_scroll_filter_and_sort(open_window, book, qtbot):
    names = [Add("person", {"name": f"Người thứ {n}", "birth": str(1900 + n % 100)}) for n in range(100_000)]
    book.write("Nhập nhiều người", names)
    window = open_window(book)
    model = window.records.model
    assert model.rowCount() == 1000, "the beginning stands there before all is read"
    qtbot.waitUntil(lambda: model.rowCount() == 100_005)
    assert len(model._windows) <= 2
    window.records.table.scrollToBottom()
    window.records.table.grab()
    assert len(model._windows) <= 6
    model.sort(1, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: model.shown_row(0)[1] == "1999")
    window.records.focus_filter()
    type_text(window.focusWidget(), "99999")
    qtbot.waitUntil(lambda: len(model.ids) == 1)
    assert shown(window) == ["Người thứ 99999"]


def test_one_field_is_changed_in_many_records_as_one_act(window, qtbot):
    table = window.records.table
    table.setFocus()
    press(table, Qt.Key.Key_A, CONTROL)
    window.menus.actions["bulk"].trigger()
    dialog = active_dialog(qtbot, window, BulkDialog)
    labels = [dialog.fields.itemText(place) for place in range(dialog.fields.count())]
    dialog.fields.setCurrentIndex(labels.index("Xưng hô"))
    type_text(dialog._editor.inputs()[0], "đồng chí")
    press(dialog, Qt.Key.Key_Return)
    assert window.records.notice.text == "Đã đổi “Xưng hô” của 5 bản ghi."
    assert window.session.book.undoable == "Đổi “Xưng hô” của 5 bản ghi"


@pytest.mark.parametrize(
    ("kind", "offered", "left_out"),
    [
        ("award", {"Tình trạng", "Số quyết định", "Năm công tác"}, {"Ai được khen", "Thành tích", "Số sổ vàng"}),
        ("person", {"Giới tính", "Xưng hô"}, {"Họ và tên", "Số định danh, CCCD", "Điện thoại", "Ghi chú"}),
        ("evidence", {"Ngày"}, {"Tên tệp", "Mã SHA-256", "Năm công tác"}),
        ("paper", {"Tình trạng"}, {"Tên văn bản", "Nơi lưu", "Lập từ sổ mẫu"}),
    ],
)
def test_only_what_many_records_may_share_is_offered_for_many(kind, offered, left_out):
    labels = {field.label for field in FORMS[kind].fields if may_be_shared(FORMS[kind], field)}
    assert offered <= labels
    assert not labels & left_out


@pytest.mark.parametrize("form", [form for form in FORMS.values() if form.group], ids=lambda form: form.kind)
def test_every_list_has_a_field_to_change_for_many(form):
    assert any(may_be_shared(form, field) for field in form.fields)


def test_a_long_act_and_its_undo_run_in_the_background(open_window, book, qtbot):
    book.write("Nhập nhiều người", [Add("person", {"name": f"Người thứ {n}"}) for n in range(600)])
    window = open_window(book)
    table = window.records.table
    table.setFocus()
    table.choose(window.records.model.ids)
    press(table, Qt.Key.Key_Delete)
    assert not window.splitter.isEnabled() and len(shown(window)) == 605
    qtbot.waitUntil(lambda: shown(window) == [])
    assert window.splitter.isEnabled()
    press(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(shown(window)) == 605)
    press(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: shown(window) == [])
    qtbot.waitUntil(window.splitter.isEnabled)


def test_letters_typed_into_the_list_go_to_the_filter(window, qtbot):
    window.records.table.setFocus()
    type_text(window.records.table, "b")
    type_text(window.focusWidget(), "ich")
    assert window.records.filter_text == "bich"
    qtbot.waitUntil(lambda: shown(window) == ["Trần Thị Bích"])


def test_two_entries_of_one_person_become_one(window, qtbot):
    table = window.records.table
    table.setFocus()
    choose_row(window, 0)
    press(table, Qt.Key.Key_Down, SHIFT)
    press(table, Qt.Key.Key_G, CONTROL)
    dialog = active_dialog(qtbot, window, MergeDialog)
    press(dialog, Qt.Key.Key_Return)
    assert len(shown(window)) == 4
    back_to(qtbot, window)
    press(window, Qt.Key.Key_Z, CONTROL)
    assert len(shown(window)) == 5
