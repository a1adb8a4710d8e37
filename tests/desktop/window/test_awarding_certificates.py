"""Facts about certificates in the window: sheets and their risks, printing, blanks, calibration, stock."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from desktop.awarding.blank_editor import BlankEditor
from desktop.awarding.calibration_dialog import CalibrationDialog
from desktop.awarding.certificates_tab import CertificatesTab
from desktop.awarding.stock_dialog import StockDialog
from tests.desktop.window.awarded_ward import LONG_NAME, award_the_ward
from tests.desktop.window.conftest import active_dialog, button, press, type_text
from ward.awarding.stock import stock_of
from ward.book import Book
from ward.edits import Amend
from ward.loading import load

MIDDLE = Qt.MouseButton.LeftButton


@pytest.fixture
def ward(book):
    return award_the_ward(book)


@pytest.fixture
def tab(window, ward, qtbot, monkeypatch):
    """The sheets of the round's decision, on plain paper."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    return shown(window, ward, qtbot)


def shown(window, ward, qtbot):
    window.go("papers")
    tab = CertificatesTab(window, window.places.middle)
    window.places.middle.addWidget(tab)
    window.places.middle.setCurrentWidget(tab)
    tab.show_round(ward.round)
    qtbot.waitUntil(lambda: tab.list is not None, timeout=30_000)
    return tab


def click(parent, name):
    QTest.mouseClick(button(parent, name), MIDDLE)


def names(tab):
    return [str(sheet.certificate.person) for sheet in tab.list.sheets]


def printed(tab, qtbot, name) -> str:
    """The words of the file that a button makes."""
    click(tab, name)
    qtbot.waitUntil(lambda: tab.notice.text.startswith("Đã lập"), timeout=60_000)
    made = tab.notice.text.split("“")[1].split("”")[0]
    body = docx.Document(str(Path(tab.window_.places.pane("papers").target) / made)).element.body
    return "".join(one.text or "" for one in body.iter() if str(one.tag).endswith("}t"))


def on_the_blank(tab, qtbot):
    """The same sheets on the ward's own blank, chosen by the keys."""
    tab.design.setFocus()
    place = tab.design.findText("Phôi: Phôi của phường")
    tab.list = None
    while tab.design.currentIndex() < place:
        press(tab.design, Qt.Key.Key_Down)
    tab.read_sheets()
    qtbot.waitUntil(lambda: tab.list is not None and tab.list.design.blank is not None, timeout=30_000)


def test_every_recipient_of_the_decision_has_a_sheet_in_the_order_of_the_book(tab):
    assert names(tab) == [
        "Ông Hoàng Văn Minh",
        "Bà Vũ Thị Lan",
        f"Bà {LONG_NAME}",
        "Tập thể Tổ dân phố số 16",
        "Hộ gia đình ông Hoàng Văn Minh",
    ]
    assert tab.decision.currentText() == "125/QĐ-UBND, 05/12/2025 (5)"
    assert tab.design.currentText() == "Giấy khen (giấy trắng)"


def test_a_name_that_had_to_shrink_is_marked_and_told_beside_its_preview(tab):
    assert [bool(sheet.risks) for sheet in tab.list.sheets] == [False, False, True, False, False]
    assert "1 tờ cần xem" in tab.count.text()
    tab.table.selectRow(2)
    assert "quá dài, chữ thu" in tab.risk.text() and not tab.risk.isHidden()
    click(tab, "previous_sheet")
    assert tab.risk.isHidden() and tab.place.text() == "Tờ 2 trên 5"
    assert "Bà Vũ Thị Lan" in tab.preview.accessibleDescription()


def test_all_sheets_go_into_one_file_and_one_can_be_printed_again(tab, qtbot, book):
    words = printed(tab, qtbot, "print_all")
    assert all(name in words for name in ("Ông Hoàng Văn Minh", LONG_NAME, "Tổ dân phố số 16"))
    assert "125/QĐ-UBND" in words and "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG GIA THỤY" in words
    assert book.db.execute_sql("SELECT paper_kind, about_id FROM paper").fetchall() == [
        ("giay-khen", tab.decisions[0].document)
    ]
    tab.table.selectRow(1)
    again = printed(tab, qtbot, "reprint")
    assert "Vũ Thị Lan" in again and "Hoàng Văn Minh" not in again


def test_a_cancelled_award_has_no_sheet(window, ward, qtbot, book):
    from ward.awarding.deciding import cancel_award

    cancel_award(book, ward.awards[0], "khai man thành tích", on="2025-12-20")
    assert "Ông Hoàng Văn Minh" not in names(shown(window, ward, qtbot))


def test_on_a_blank_only_the_texts_are_printed(tab, qtbot):
    on_the_blank(tab, qtbot)
    assert "GIẤY KHEN" not in tab.preview.accessibleDescription()
    words = printed(tab, qtbot, "print_all")
    assert "Vũ Thị Lan" in words and "CỘNG HÒA" not in words


def test_a_blank_that_is_for_another_award_takes_no_sheet_and_says_so(tab, qtbot, book, ward, window):
    title = ward.types["Chiến sĩ thi đua cơ sở"]
    window.session.write("Dùng phôi cho danh hiệu", [Amend(ward.blank, {"award_type": title})])
    tab.design.setCurrentIndex(tab.design.findText("Phôi: Phôi của phường"))
    tab.read_sheets()
    qtbot.waitUntil(lambda: "chỉ dùng cho “Chiến sĩ thi đua cơ sở”" in tab.notice.text, timeout=30_000)


def test_a_place_is_moved_by_keys_by_the_mouse_and_by_typing_millimetres(tab, qtbot, window, book, ward):
    on_the_blank(tab, qtbot)
    click(tab, "edit_blank")
    editor = active_dialog(qtbot, window, BlankEditor)
    editor.list.setCurrentRow(1)
    editor.page.setFocus()
    before = editor.places[1]
    press(editor.page, Qt.Key.Key_Right)
    press(editor.page, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert (editor.places[1].x, editor.places[1].y) == (before.x + 10, before.y + 1)
    start = editor.page.box(8).center().toPoint()
    QTest.mousePress(editor.page, MIDDLE, Qt.KeyboardModifier.NoModifier, start)
    assert editor.current == 8
    QTest.mouseMove(editor.page, editor.page.box(8).center().toPoint())
    QTest.mouseRelease(editor.page, MIDDLE, Qt.KeyboardModifier.NoModifier, start)
    field = editor.fields.lengths["x"]
    field.setFocus()
    field.selectAll()
    type_text(field, "155,5")
    press(field, Qt.Key.Key_Tab)
    assert field.text() == "155,5 mm"
    click(editor, "act")
    places = load(book.db, ward.blank).values["places"]
    assert (places[1]["x"], places[8]["x"]) == (before.x + 10, 1555)


def test_a_place_may_not_leave_the_sheet(tab, qtbot, window):
    on_the_blank(tab, qtbot)
    click(tab, "edit_blank")
    editor = active_dialog(qtbot, window, BlankEditor)
    editor.list.setCurrentRow(0)
    editor.page.setFocus()
    for _ in range(60):
        press(editor.page, Qt.Key.Key_Left)
    assert editor.places[0].x == 0


def test_a_new_blank_begins_with_the_usual_lines_and_asks_for_its_name(tab, qtbot, window, book):
    click(tab, "new_blank")
    editor = active_dialog(qtbot, window, BlankEditor)
    click(editor, "act")
    assert editor.isVisible() and editor.notice.text.startswith("Hãy ghi tên phôi")
    type_text(editor.name, "Phôi mới 2026")
    click(editor, "drop_place")
    click(editor, "act")
    assert tab.design.currentText() == "Phôi: Phôi mới 2026"
    record = int(tab.design.currentData().removeprefix("blank:"))
    assert "address_form" not in [row["item"] for row in load(book.db, record).values["places"]]


def test_what_is_measured_on_the_calibration_page_moves_the_blank(tab, qtbot, window, book, ward):
    on_the_blank(tab, qtbot)
    click(tab, "calibrate")
    dialog = active_dialog(qtbot, window, CalibrationDialog)
    dialog.left.selectAll()
    type_text(dialog.left, "21,5")
    dialog.top.selectAll()
    type_text(dialog.top, "19")
    assert "dịch sang phải -1,5 mm, dịch xuống 1 mm" in dialog.result_words.text()
    click(dialog, "act")
    values = load(book.db, ward.blank).values
    assert (values["offset_x"], values["offset_y"]) == (-15, 10)


def test_the_calibration_page_is_made_beside_the_papers(tab, qtbot, window):
    on_the_blank(tab, qtbot)
    click(tab, "calibrate")
    dialog = active_dialog(qtbot, window, CalibrationDialog)
    click(dialog, "calibration_page")
    qtbot.waitUntil(lambda: "Trang-canh-may-in.docx" in tab.notice.text, timeout=30_000)
    assert (Path(window.places.pane("papers").target) / "Trang-canh-may-in.docx").is_file()
    dialog.reject()


def test_the_log_of_a_blank_counts_what_came_was_spoiled_and_was_printed(tab, qtbot, window, book, ward):
    on_the_blank(tab, qtbot)
    click(tab, "blank_stock")
    log = active_dialog(qtbot, window, StockDialog)
    log.count.selectAll()
    type_text(log.count, "100")
    click(log, "receive")
    log.count.selectAll()
    type_text(log.count, "2")
    click(log, "spoil")
    assert log.notice.text
    type_text(log.reason, "kẹt giấy")
    click(log, "spoil")
    assert log.left.text() == "Còn 98 tờ: nhập 100, dùng 0, hỏng 2."
    log.accept()
    printed(tab, qtbot, "print_all")
    click(tab, "write_off")
    assert "còn 93 tờ" in tab.notice.text
    assert stock_of(book.db, ward.blank).left == 93 and button(tab, "write_off").isHidden()


def test_a_round_without_a_decision_says_what_to_do(window, book, ward, qtbot):
    from ward.edits import Add

    empty = book.write("Đợt mới", [Add("round", {"name": "Đợt mới", "basis": "dot_xuat", "years": (2025,)})]).added[0]
    tab = CertificatesTab(window, window)
    tab.show_round(empty)
    assert "chưa có quyết định" in tab.empty.text
    assert not button(tab, "print_all").isEnabled()


def test_a_read_only_book_shows_sheets_and_prints_none(open_window, book, ward, qtbot, tmp_path):
    import shutil

    other = Book.open(Path(shutil.copy(book.path, tmp_path / "chỉ đọc.sovang")), read_only=True)
    tab = shown(open_window(other), ward, qtbot)
    assert len(names(tab)) == 5
    for name in ("print_all", "print_pdf", "reprint", "new_blank"):
        assert not button(tab, name).isEnabled()
