"""Facts about papers that are made about the record that the window shows."""

import pytest
from PySide6.QtCore import Qt

from desktop.awarding.record_paper import RecordPaperDialog
from tests.desktop.window.conftest import active_dialog, back_to, button, press
from ward.edits import Add

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def initiative(book) -> int:
    values = {"name": "Số hóa hồ sơ một cửa", "state": "recognised", "scope": "co_so", "years": (2025,)}
    return int(book.write("Thêm sáng kiến", [Add("initiative", values)]).added[0])


def test_an_initiative_s_certificate_is_made_from_its_form(window, book, initiative, qtbot):
    window.show_record(initiative)
    press(window, Qt.Key.Key_B, CTRL_SHIFT)
    dialog = active_dialog(qtbot, window, RecordPaperDialog)
    assert [dialog.papers.item(row).text() for row in range(dialog.papers.count())] == ["Giấy xác nhận sáng kiến"]
    button(dialog, "act").click()
    back_to(qtbot, window)
    qtbot.waitUntil(lambda: window.banner.text.startswith("Đã lập “"), timeout=30_000)
    (paper,) = book.db.execute_sql("SELECT paper_kind, about_id FROM paper").fetchall()
    assert paper == ("xac-nhan-sang-kien", initiative)


def test_without_a_record_or_a_paper_for_its_kind_a_sentence_says_what_to_do(window, book):
    press(window, Qt.Key.Key_B, CTRL_SHIFT)
    assert "mở một bản ghi trước" in window.banner.text
    window.show_record(book.db.execute_sql("SELECT record_id FROM practice").fetchone()[0])
    press(window, Qt.Key.Key_B, CTRL_SHIFT)
    assert "Chưa có mẫu văn bản nào" in window.banner.text
