"""Facts about the dialogs: history, settings, keys, about; and what stays when the window is closed and opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QTreeWidget

from desktop.about import AboutDialog
from desktop.history_dialog import HistoryDialog
from desktop.keys_dialog import KeysDialog
from desktop.settings import Settings
from desktop.settings_dialog import SettingsDialog
from tests.desktop.window.conftest import active_dialog, button, choose_row, press, shown, type_text
from ward.book import Book
from ward.edits import Amend

CONTROL = Qt.KeyboardModifier.ControlModifier


def lines(tree: QTreeWidget) -> list[list[str]]:
    """Every row of a tree, a group before what stands below it."""
    found = []
    for place in range(tree.topLevelItemCount()):
        top = tree.topLevelItem(place)
        assert top is not None
        items = [top, *(top.child(one) for one in range(top.childCount()))]
        found += [[item.text(column) for column in range(tree.columnCount())] for item in items if item]
    return found


def test_history_tells_each_act_with_both_values_in_words(window, qtbot):
    record = window.records.model.ids[0]
    window.session.write("Sửa giới tính", [Amend(record, {"sex": "nam"})])
    window.records.table.setFocus()
    choose_row(window, 0)
    press(window.records.table, Qt.Key.Key_H, CONTROL)
    dialog = active_dialog(qtbot, window, HistoryDialog)
    told = [line[:3] for line in lines(dialog.table)]
    assert told[0][0] == "Sửa giới tính"
    assert told[1] == ["Giới tính", "–", "Nam"]
    assert ["Họ và tên", "–", "Nguyễn Văn An"] in told


def test_history_tells_days_as_they_are_written(window, qtbot):
    record = window.records.model.ids[0]
    window.session.write("Sửa ngày sinh", [Amend(record, {"birth": "1971-02-03"})])
    choose_row(window, 0)
    window.menus.actions["history"].trigger()
    dialog = active_dialog(qtbot, window, HistoryDialog)
    assert lines(dialog.table)[1][:3] == ["Ngày sinh", "1960", "03/02/1971"]


def test_the_history_s_columns_stand_within_its_table(window, qtbot):
    window.session.book.who = "Nguyễn Thị Phương Thảo"
    window.session.write("Sửa giới tính", [Amend(window.records.model.ids[0], {"sex": "nam"})])
    choose_row(window, 0)
    window.menus.actions["history"].trigger()
    table = active_dialog(qtbot, window, HistoryDialog).table
    who = table.columnViewportPosition(4) + table.columnWidth(4)
    assert who <= table.viewport().width()
    assert table.columnWidth(4) > table.fontMetrics().horizontalAdvance("Nguyễn Thị Phương Thảo")
    assert table.columnWidth(0) >= 200


def test_who_i_am_is_written_into_the_history_from_now_on(window, qtbot):
    press(window, Qt.Key.Key_Comma, CONTROL)
    dialog = active_dialog(qtbot, window, SettingsDialog)
    type_text(dialog.who, "Đặng Thu Thủy")
    press(dialog.who, Qt.Key.Key_Return)
    change = window.session.write("Sửa", [Amend(window.records.model.ids[0], {"birth": "1970"})])
    assert change.who == "Đặng Thu Thủy"
    assert Settings.load(window.settings.path).who == "Đặng Thu Thủy"


def test_the_table_of_keys_names_every_key_once(window, qtbot):
    press(window, Qt.Key.Key_F1)
    dialog = active_dialog(qtbot, window, KeysDialog)
    told = lines(dialog.findChildren(QTreeWidget)[0])
    assert ["Mở riêng bản ghi", "Enter"] in told
    assert ["Hoàn tác", "Ctrl+Z"] in told


def test_about_names_the_file_and_the_versions(window, qtbot):
    window.menus.actions["about"].trigger()
    dialog = active_dialog(qtbot, window, AboutDialog)
    told = dict(dialog.lines)
    assert told["Tệp sổ"] == str(window.session.book.path)
    assert told["Qt"].startswith("6.") and told["SQLite"].startswith("3.")
    button(dialog, "copy").click()
    assert dialog.notice.text == "Đã sao chép."


def test_the_visible_list_is_exported_to_excel(window, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "cá nhân.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), ""))
    press(window, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(lambda: window.records.notice.text.startswith("Đã xuất danh sách"), timeout=20_000)
    assert target.stat().st_size > 1000


def test_place_record_and_sizes_come_back_next_time(open_window, book, settings, qtbot):
    window = open_window(book)
    window.go("practice")
    choose_row(window, 1)
    chosen = window.records.table.chosen()
    window.splitter.setSizes([210, 500, 570])
    sizes = window.splitter.sizes()
    path = window.session.book.path
    window.close()
    assert Settings.load(settings.path).last_place == "practice"
    again = Book.open(path)
    second = open_window(again)
    qtbot.waitUntil(lambda: second.records.table.chosen() == chosen)
    assert second.place == "practice"
    assert second.splitter.sizes() == sizes


def test_a_second_window_on_the_same_file_only_reads_and_says_so(open_window, book):
    open_window(book)
    second = open_window(Book.open(book.path))
    assert second.banner.text == "Sổ này đang được mở ở cửa sổ khác, nên cửa sổ này chỉ đọc."
    assert second.top._saved.text() == "Chỉ đọc"
    assert len(shown(second)) == 5
    choose_row(second, 0)
    for name in ("new", "to_bin", "undo", "bulk", "import_file", "close_year"):
        assert not second.menus.actions[name].isEnabled(), name
    assert second.menus.actions["export_file"].isEnabled()


def test_closing_makes_the_day_s_backup_once_something_changed(open_window, book, settings):
    settings.backup_on_closing = True
    folder = book.path.parent / "Sao lưu"
    window = open_window(book)
    window.session.write("Sửa", [Amend(window.records.model.ids[0], {"birth": "1970"})])
    window.close()
    assert len(list(folder.glob("*.sovang"))) == 1


def test_closing_without_a_change_makes_no_backup(open_window, book, settings):
    settings.backup_on_closing = True
    open_window(book).close()
    assert not (book.path.parent / "Sao lưu").exists()


@pytest.mark.parametrize("kept", ["", "[]", '{"who": 5, "last_year": "x", "unknown": 1}', "{"])
def test_broken_settings_fall_back_to_the_defaults(tmp_path, kept):
    path = tmp_path / "settings.json"
    path.write_text(kept, encoding="utf-8")
    settings = Settings.load(path)
    assert (settings.who, settings.last_year, settings.large_text) == ("", -1, False)
