"""Facts about importing and exporting from the window: a dry run first, consent, one act, a receipt."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop.export_act import write_exchange
from desktop.import_dialog import ImportDialog
from tests.desktop.window.conftest import active_dialog, back_to, button, press, shown


@pytest.fixture
def exchange(tmp_path, window, qtbot):
    """What the window's own file exports, with one person more."""
    target = tmp_path / "trao-doi.json"
    write_exchange(window, target)
    qtbot.waitUntil(lambda: window.banner.text.startswith("Đã xuất 8 bản ghi"))
    content = json.loads(target.read_text(encoding="utf-8"))
    content["records"].append({"kind": "person", "name": "Hoàng Ngọc Ấn", "birth": "1987"})
    target.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return target


def opened(window, exchange, qtbot, monkeypatch) -> ImportDialog:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_more: (str(exchange), ""))
    press(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    return active_dialog(qtbot, window, ImportDialog)


def test_the_dry_run_writes_nothing_and_lists_every_record(window, exchange, qtbot, monkeypatch):
    dialog = opened(window, exchange, qtbot, monkeypatch)
    assert dialog.model.rowCount() == 9
    assert dialog.filter.itemText(1) == "Thêm mới: 1"
    assert len(shown(window)) == 5
    dialog.filter.setCurrentIndex(1)
    row = [dialog.model.index(0, column).data() for column in range(3)]
    assert row == ["+  Thêm mới", "Cá nhân", "Hoàng Ngọc Ấn"]


def test_consent_writes_one_act_with_a_receipt_and_undo_takes_it_back(window, exchange, qtbot, monkeypatch):
    dialog = opened(window, exchange, qtbot, monkeypatch)
    act = button(dialog, "act")
    assert act.text() == "Nhập 1 bản ghi"
    QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.notice.text.startswith("Đã nhập xong."))
    assert dialog._receipt.toPlainText().startswith("Đã nhập: thêm 1, sửa 0")
    assert len(shown(window)) == 6
    dialog.reject()
    back_to(qtbot, window)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(shown(window)) == 5


def test_places_in_the_file_are_said_in_the_clerk_s_words(window, exchange, qtbot, monkeypatch):
    records = [
        {"kind": "person", "name": "Vũ Văn Tư", "birth": "ngày nào đó"},
        {"kind": "figure", "label": "Kinh phí", "text": "1.8 tỷ", "years": [2025]},
        {"kind": "unit", "names": [{"name": "Tổ dân phố 5", "since": "hôm nào đó"}]},
        {"kind": "person", "uid": "x", "name": "Vũ Văn Bảy"},
    ]
    exchange.write_text(json.dumps({"format": "sovang-exchange", "version": 1, "records": records}), "utf-8")
    dialog = opened(window, exchange, qtbot, monkeypatch)
    places = [dialog.model.index(row, 4).data() for row in range(4)]
    assert places == [
        "Bản ghi thứ 1, ô “Ngày sinh”",
        "Bản ghi thứ 2",
        "Bản ghi thứ 3, ô “Tên, loại và đơn vị cấp trên theo thời gian” dòng 1, ô “Từ ngày”",
        "Bản ghi thứ 4, ô “uid”",
    ]
    assert dialog.model.index(1, 3).data().startswith("bản ghi thứ 2, ô “Số liệu”: ")
    assert dialog._why.text().startswith("Bản ghi thứ 1, ô “Ngày sinh”: ")
    assert dialog.model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole).endswith("(records[0].birth)")


def test_a_file_that_is_no_exchange_file_is_said_in_words(window, tmp_path, qtbot, monkeypatch):
    wrong = tmp_path / "sai.json"
    wrong.write_text("{", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_more: (str(wrong), ""))
    window.menus.actions["import_file"].trigger()
    qtbot.waitUntil(lambda: window.banner.text != "")
    assert window.findChildren(ImportDialog) == []
