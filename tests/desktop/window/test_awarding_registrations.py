"""Facts about the board of registrations: units and their states, taken, given back, printed, and what came of it."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop.awarding.reply_dialog import ReplyDialog
from desktop.sign_dialog import WhyDialog
from tests.desktop.window.awarded_ward import award_the_ward
from tests.desktop.window.conftest import active_dialog, back_to, button, press, type_text
from ward.book import Book
from ward.edits import Add
from ward.loading import load

LEFT = Qt.MouseButton.LeftButton
ONE, SIXTEEN = "Tổ dân phố số 1", "Tổ dân phố số 16"


@pytest.fixture
def ward(book):
    made = award_the_ward(book)
    book.write(
        "Ghi đăng ký",
        [
            Add("registration", _registration(made.people["Hoàng Văn Minh"], made.types["Chiến sĩ thi đua cơ sở"])),
            Add("registration", _registration(made.people["Vũ Thị Lan"], made.types["Giấy khen"])),
        ],
    )
    return made


def _registration(who, award_type):
    return {
        "registrant": who, "content": "Danh hiệu cuối năm", "award_type": award_type, "status": "sent",
        "registered_on": "2025-02-10", "years": (2025,),
    }  # fmt: skip


@pytest.fixture
def pane(window, ward):
    window.go("registrations")
    return window.places.pane("registrations")


def click(parent, name):
    QTest.mouseClick(button(parent, name), LEFT)


def states(pane):
    return {row.name: row.state for row in pane.board.rows.rows if row.name in (ONE, SIXTEEN)}


def choose(pane, name):
    pane.board.selectRow(next(n for n, row in enumerate(pane.board.rows.rows) if row.name == name))


def test_each_unit_stands_on_the_board_with_how_far_it_is(pane):
    assert states(pane) == {ONE: "waiting", SIXTEEN: "waiting"}
    assert "chờ xem 2" in pane.sum.text()
    assert pane.title.text() == "Bảng đăng ký năm 2025"


def test_a_unit_that_registers_nothing_is_told_and_cannot_be_taken(pane, window, ward):
    name = {"name": "Tổ dân phố số 9", "unit_kind": "tổ dân phố", "parent": ward.units["Phường Gia Thụy"]}
    window.session.write("Tổ mới", [Add("unit", {"names": [name]})])
    choose(pane, "Tổ dân phố số 9")
    assert pane.board.current.state == "not_sent"
    assert pane.content.item(0).text() == "Đơn vị này chưa đăng ký gì trong năm."
    assert not button(pane, "accept_registration").isEnabled()


def test_what_a_unit_registers_stands_beside_and_leads_to_its_record(pane, window):
    choose(pane, ONE)
    assert "Hoàng Văn Minh" in pane.content.item(0).text()
    pane.content.setFocus()
    pane.content.setCurrentRow(0)
    press(pane.content, Qt.Key.Key_Return)
    assert window.place == "registration"


def test_taking_a_registration_is_one_act_that_can_be_undone(pane):
    choose(pane, ONE)
    click(pane, "accept_registration")
    assert states(pane) == {ONE: "accepted", SIXTEEN: "waiting"}
    assert not button(pane, "accept_registration").isEnabled()
    button(pane.notice, "notice_act").click()
    assert states(pane)[ONE] == "waiting"


def test_several_units_are_taken_at_once(pane):
    pane.board.setFocus()
    pane.board.selectAll()
    for place, row in enumerate(pane.board.rows.rows):
        if not row.registrations:
            pane.board.selectionModel().select(
                pane.board.rows.index(place, 0),
                pane.board.selectionModel().SelectionFlag.Deselect | pane.board.selectionModel().SelectionFlag.Rows,
            )
    click(pane, "accept_registration")
    assert states(pane) == {ONE: "accepted", SIXTEEN: "accepted"}


def test_giving_back_asks_for_a_reason_which_stands_on_the_board(pane, qtbot, window, book):
    choose(pane, SIXTEEN)
    click(pane, "give_back")
    dialog = active_dialog(qtbot, window, WhyDialog)
    click(dialog, "act")
    assert dialog.isVisible() and dialog.notice.text.startswith("Hãy ghi lý do")
    type_text(dialog.reason, "chưa ghi rõ danh hiệu")
    press(dialog.reason, Qt.Key.Key_Return)
    back_to(qtbot, window)
    row = next(one for one in pane.board.rows.rows if one.name == SIXTEEN)
    assert (row.state, row.returned_reason) == ("returned", "chưa ghi rõ danh hiệu")
    assert load(book.db, row.registrations[0]).values["status"] == "returned"
    choose(pane, SIXTEEN)
    click(pane, "mark_sent")
    assert states(pane)[SIXTEEN] == "waiting"


def test_what_was_registered_is_held_against_what_was_awarded(pane, window):
    pane.tabs.setCurrentIndex(1)
    told = {row.registrant: row.state for row in pane.promises.table.rows.rows}
    assert told["Vũ Thị Lan"] == "achieved" and told["Hoàng Văn Minh"] != "achieved"
    pane.promises.table.selectRow(
        next(n for n, row in enumerate(pane.promises.table.rows.rows) if row.registrant == "Vũ Thị Lan")
    )
    click(pane, "open_proof")
    assert window.place == "award"


def test_another_year_has_its_own_board(pane, window):
    window.session.choose_year(2024)
    assert pane.title.text().endswith("2024") and "waiting" not in states(pane).values()
    window.session.choose_year(0)
    assert "Hãy chọn năm" in pane.sum.text()


def test_the_list_of_the_year_goes_into_a_sheet(pane, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "Đăng ký.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    click(pane, "export_registrations")
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã xuất"), timeout=30_000)
    rows = list(openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True))
    assert any("Hoàng Văn Minh" in row and "Chiến sĩ thi đua cơ sở" in row for row in rows)


def test_the_registration_of_a_unit_is_made_as_a_paper(pane, qtbot, book, ward):
    choose(pane, ONE)
    click(pane, "print_registration")
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã lập"), timeout=30_000)
    assert book.db.execute_sql("SELECT paper_kind, about_id FROM paper").fetchall() == [
        ("dang-ky-thi-dua", ward.units[ONE])
    ]


def test_a_unit_fills_in_its_workbook_which_is_read_and_taken_in(pane, qtbot, window, tmp_path, monkeypatch, book):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    choose(pane, SIXTEEN)
    click(pane, "unit_forms")
    path = tmp_path / "Dang-ky-2025-to-dan-pho-so-16.xlsx"
    qtbot.waitUntil(lambda: path.name in pane.notice.text, timeout=30_000)
    fill_in(path, "Vũ Thị Lan", "Chiến sĩ thi đua cơ sở")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    click(pane, "read_reply")
    dialog = active_dialog(qtbot, window, ReplyDialog)
    qtbot.waitUntil(lambda: dialog.list is not None, timeout=30_000)
    assert [row.name for row in dialog.list.ready] == ["Vũ Thị Lan"]
    click(dialog, "act")
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã nhập 1 đăng ký"), timeout=30_000)
    back_to(qtbot, window)
    row = next(one for one in pane.board.rows.rows if one.name == SIXTEEN)
    assert len(row.registrations) == 2


def fill_in(path, name, award):
    """What the unit does: chooses the title beside the name that stands in the sheet of registrations."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Đăng ký"]
    column = next(cell.column for cell in sheet[4] if cell.value == "sv:award")
    row = next(cell.row for line in sheet.iter_rows() for cell in line if cell.value == name)
    sheet.cell(row, column, award)
    workbook.save(path)


def test_adding_opens_an_empty_registration(pane, window):
    click(pane, "add_registration")
    assert window.place == "registration"
    assert window.places.form_side.made is not None and window.places.shown_record() == 0


def test_a_read_only_book_shows_the_board_and_writes_nothing(open_window, book, ward, tmp_path):
    other = Book.open(Path(shutil.copy(book.path, tmp_path / "chỉ đọc.sovang")), read_only=True)
    window = open_window(other)
    window.go("registrations")
    pane = window.places.pane("registrations")
    assert states(pane) == {ONE: "waiting", SIXTEEN: "waiting"}
    for name in ("accept_registration", "give_back", "mark_sent", "print_registration", "add_registration"):
        assert not button(pane, name).isEnabled()
    assert button(pane, "export_registrations").isEnabled()
