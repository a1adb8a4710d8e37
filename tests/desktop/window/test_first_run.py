"""Facts about the first window: it makes an office with keys alone, shows its letterhead, opens what is there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop.first_run import FirstRun
from tests.desktop.window.conftest import button, press, type_text
from ward.book import Book
from ward.listing import Wanted, list_records
from ward.loading import load


@pytest.fixture
def first(qtbot, settings, look, tmp_path, monkeypatch):
    """The first window; it proposes a file in the test's own folder."""
    monkeypatch.setattr("desktop.founding_form.documents_folder", lambda: tmp_path / "Sổ Vàng")
    window = FirstRun(settings)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def titles(book: Book, kind: str) -> list[str]:
    listing = list_records(book.db, Wanted(kind))
    return [line.title for line in listing.lines(0, 100)]


def test_an_office_is_made_by_typing_its_name(first, qtbot):
    type_text(first.focusWidget(), "Hoa Sen")
    press(first.focusWidget(), Qt.Key.Key_Tab)
    type_text(first.focusWidget(), "thành phố Hà Nội")
    type_text(first.form.names["ubnd"], "Nguyễn Văn An")
    with qtbot.waitSignal(first.book_ready) as ready:
        press(first.form.names["ubnd"], Qt.Key.Key_Return)
    book = ready.args[0]
    assert titles(book, "unit") == ["Phường Hoa Sen", "thành phố Hà Nội"]
    assert titles(book, "office") == ["Ủy ban nhân dân phường Hoa Sen"]
    office = load(book.db, list_records(book.db, Wanted("office")).ids[0])
    assert office.values["keeper"]
    assert office.values["letterheads"][0]["line"] == "PHƯỜNG HOA SEN"
    assert office.values["signatories"][0]["name"] == "Nguyễn Văn An"
    assert {"Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"} < set(titles(book, "award_type"))
    book.close()


def test_without_a_name_nothing_is_made_and_the_window_says_what_to_do(first):
    press(first.form.province, Qt.Key.Key_Return)
    assert first.notice.text == "Hãy ghi tên phường, ví dụ: Gia Thụy."
    assert not first.form.target.exists()


def test_the_preview_follows_what_is_typed(first):
    type_text(first.form.name, "Mai Động")
    assert first.preview.accessibleDescription().startswith("ỦY BAN NHÂN DÂN / PHƯỜNG MAI ĐỘNG")
    first.form.kinds[1].click()
    assert "XÃ MAI ĐỘNG" in first.preview.accessibleDescription()
    first.form.bodies["dang_uy"].click()
    type_text(first.form.names["dang_uy"], "Trần Thị Bích")
    assert first.preview.accessibleDescription() == "ĐẢNG BỘ / ĐẢNG ỦY XÃ MAI ĐỘNG; T/M ĐẢNG ỦY; Trần Thị Bích"
    assert not first.preview.grab().isNull()


def test_a_file_that_is_there_is_never_written_over(first):
    type_text(first.form.name, "Hoa Sen")
    target = first.form.target
    target.parent.mkdir(parents=True)
    target.write_bytes(b"khac")
    press(first.form.name, Qt.Key.Key_Return)
    assert first.notice.text == f"Đã có tệp “{target.name}”. Hãy chọn tên khác, hoặc mở tệp đó."
    assert target.read_bytes() == b"khac"


def test_an_existing_file_is_opened(first, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "cũ.sovang"
    Book.create(path).close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_more: (str(path), ""))
    with qtbot.waitSignal(first.book_ready) as ready:
        QTest.mouseClick(button(first, "open_file"), Qt.MouseButton.LeftButton)
    assert ready.args[0].path == path
    ready.args[0].close()


def test_a_file_of_another_program_is_refused_in_words(first, tmp_path, monkeypatch):
    path = tmp_path / "lạ.sovang"
    path.write_bytes(b"not a database at all, but long enough to look at" * 50)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_more: (str(path), ""))
    button(first, "open_file").click()
    assert first.notice.text
    assert Path(path).exists()
