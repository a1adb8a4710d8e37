"""Facts about given Excel forms in the window: chosen, filled in the background, what is missing shown."""

import shutil

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.lines_dialog import LinesDialog
from tests.desktop.window.conftest import active_dialog, button, press
from tests.reports.ministry_form import SHEET, ministry_form
from ward.book import Book
from ward.edits import Add
from ward.founding import Place, found
from ward.statements import typed_figure


@pytest.fixture
def pane(window, book):
    found(book, Place("phường", "Hoa Sen", "thành phố Hà Nội"), {"ubnd": "Nguyễn Văn An"}, 2025)
    poor = book.write("Thêm", [Add("indicator", {"name": "Hộ nghèo", "code": "ho_ngheo", "measure": "hộ"})]).added[0]
    values = {"indicator": poor, "role": "actual", "years": (2025,), **typed_figure("07 hộ")}
    book.write("Thêm", [Add("figure", values)])
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    return window.places.pane("papers")


@pytest.fixture
def choose(tmp_path, monkeypatch):
    """Lays a form with these names into the file dialog; without names nothing is chosen there."""

    def lay(names):
        (tmp_path / "B01.xlsx").write_bytes(ministry_form(names or {}))
        chosen = str(tmp_path / "B01.xlsx") if names else ""
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (chosen, ""))

    return lay


def test_a_form_is_filled_and_listed_by_keyboard(pane, choose, qtbot):
    choose({"ho_ngheo": "C7"})
    filler = button(pane, "fill_form")
    filler.setFocus()
    press(filler, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã lập “B01-2025.xlsx”"), timeout=30_000)
    target = pane.target / "B01-2025.xlsx"
    assert openpyxl.load_workbook(target)[SHEET]["C7"].value == 7
    assert [(one.title, one.path) for one in pane.made.chosen()] == [("B01 năm 2025", target)]
    qtbot.waitUntil(filler.hasFocus)


def test_the_cells_that_stayed_empty_are_shown(window, pane, choose, qtbot):
    choose({"ho_ngheo": "C7", "ho_ngheo_ke_hoach": "D7", "ho_ngeo_nam_truoc": "E7"})
    button(pane, "fill_form").click()
    qtbot.waitUntil(lambda: bool(pane.notice.text), timeout=30_000)
    assert pane.notice.text == "Đã điền “B01-2025.xlsx”: 1 ô có số của sổ, 2 ô còn trống."
    button(pane.notice, "notice_act").click()
    dialog = active_dialog(qtbot, window, LinesDialog)
    lines = [dialog.lines.model().index(row, 2).data() for row in range(dialog.lines.rowCount())]
    assert lines == [
        "Còn trống: sổ chưa có số liệu.",
        "Còn trống: sổ không có chỉ tiêu nào mang mã “ho_ngeo_nam_truoc”; có phải là “ho_ngheo_nam_truoc” không?",
    ]
    dialog.reject()


def test_a_form_that_cannot_be_filled_is_refused_in_words(pane, choose, qtbot):
    choose({"la": "C7"})
    button(pane, "fill_form").click()
    qtbot.waitUntil(lambda: "không có ô nào mang mã chỉ tiêu của sổ" in pane.notice.text, timeout=30_000)
    assert pane.made.table.topLevelItemCount() == 0


def test_nothing_happens_when_no_form_is_chosen(pane, choose):
    choose(None)
    button(pane, "fill_form").click()
    assert button(pane, "fill_form").isEnabled() and not pane.notice.text


def test_a_read_only_book_fills_no_form(open_window, book, tmp_path):
    other = Book.open(shutil.copy(book.path, tmp_path / "chỉ đọc.sovang"), read_only=True)
    window = open_window(other)
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert not button(window.places.pane("papers"), "fill_form").isEnabled()
    window.close()
    other.close()
