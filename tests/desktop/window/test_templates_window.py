"""Facts about templates in the window: a copy to edit, fields to copy, the check, a trial, the way back."""

import json
import shutil

import docx
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from reports.paper_kinds import TEMPLATED
from reports.template_desk.files import ORIGINS, own_folder
from tests.desktop.window.conftest import button, press, type_text
from ward.book import Book
from ward.founding import Place, found

REPORT = "bao-cao-tong-ket-nam.docx"


@pytest.fixture
def opened(monkeypatch):
    """What the system was asked to open."""
    files: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: files.append(url.toLocalFile()))
    return files


@pytest.fixture
def pane(window, qtbot, opened):
    press(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    shown = window.places.pane("templates")
    qtbot.waitUntil(lambda: bool(shown.faults.sentence.startswith("Mẫu này không có lỗi")), timeout=30_000)
    return shown


def click(pane, name):
    QTest.mouseClick(button(pane, name), Qt.MouseButton.LeftButton)


def states(pane):
    lines = (pane.list.topLevelItem(place) for place in range(pane.list.topLevelItemCount()))
    return {file_of(line): line.text(1) for line in lines}


def choose(pane, name):
    lines = (pane.list.topLevelItem(place) for place in range(pane.list.topLevelItemCount()))
    pane.list.setCurrentItem(next(line for line in lines if file_of(line) == name))


def file_of(line):
    return TEMPLATED[line.data(0, Qt.ItemDataRole.UserRole)].template


def rewritten(copy, *paragraphs):
    """The copy as the clerk saves it in Word, later than before."""
    paper = docx.Document()
    for text in paragraphs:
        paper.add_paragraph(text)
    paper.save(str(copy))


def test_the_list_begins_with_the_originals_and_the_first_is_chosen(pane, window):
    assert set(states(pane).values()) == {"mẫu gốc"}
    assert pane.list.chosen() == "bao-cao-tong-ket-nam"
    assert pane.list.hasFocus()
    assert not button(pane, "back_to_original").isEnabled()


def test_enter_makes_a_copy_beside_the_book_and_opens_it(pane, book, opened):
    press(pane.list, Qt.Key.Key_Return)
    copy = own_folder(book.path) / REPORT
    assert opened == [str(copy)] and copy.is_file()
    assert states(pane)[REPORT] == "mẫu riêng"
    click(pane, "edit_template")
    assert opened == [str(copy)] * 2


def test_a_mistake_is_shown_with_its_place_after_the_check(pane, book, qtbot):
    click(pane, "edit_template")
    rewritten(own_folder(book.path) / REPORT, "Của {{ ofice }}", "{%p for text in opening %}", "{{ text }}")
    click(pane, "check_template")
    qtbot.waitUntil(lambda: pane.tabs.currentWidget() is pane.faults, timeout=30_000)
    assert pane.faults.list.count() == 2
    assert pane.tabs.tabText(1) == "Kết quả kiểm tra (2)"
    first = pane.faults.list.item(0).toolTip()
    assert "Có phải là “office” không?" in first and "thân văn bản, chỗ “Của {{ ofice }}”" in first
    qtbot.waitUntil(pane.faults.list.hasFocus)
    press(pane.faults.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == first


def test_a_file_saved_in_word_meanwhile_is_looked_through_when_the_window_gets_the_keys(pane, window, book, qtbot):
    click(pane, "edit_template")
    rewritten(own_folder(book.path) / REPORT, "Của {{ ofice }}")
    QGuiApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: pane.faults.list.count() == 1, timeout=30_000)


def test_going_back_keeps_the_copy_and_offers_to_take_it_back(pane, book, qtbot):
    click(pane, "edit_template")
    copy = own_folder(book.path) / REPORT
    rewritten(copy, "Của tôi {{ office }}")
    mine = copy.read_bytes()
    click(pane, "back_to_original")
    assert not copy.exists() and states(pane)[REPORT] == "mẫu gốc"
    assert [kept.read_bytes() for kept in (own_folder(book.path) / "Bản cũ").iterdir()] == [mine]
    button(pane.notice, "notice_act").click()
    assert copy.read_bytes() == mine and states(pane)[REPORT] == "mẫu riêng"


def test_an_original_that_moved_on_is_told_shown_and_then_kept_quiet(pane, book, opened):
    click(pane, "edit_template")
    origins = own_folder(book.path) / ORIGINS
    kept = json.loads(origins.read_text(encoding="utf-8"))
    kept[REPORT]["sha256"] = "0" * 64
    origins.write_text(json.dumps(kept), encoding="utf-8")
    pane.refresh()
    assert states(pane)[REPORT] == "mẫu riêng, bản gốc đã đổi"
    assert pane.moved_on.text.startswith("Bản gốc đã đổi từ khi mẫu riêng được chép")
    button(pane.moved_on, "notice_act").click()
    assert opened[-1].endswith(REPORT) and str(book.path.parent) not in opened[-1]
    button(pane.notice, "notice_act").click()
    assert states(pane)[REPORT] == "mẫu riêng" and pane.moved_on.text == ""


def test_another_file_is_taken_as_the_copy_and_one_of_a_wrong_kind_is_refused(pane, book, tmp_path, monkeypatch):
    chosen = tmp_path / "Mẫu của phường.docx"
    rewritten(chosen, "{{ office }}")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(chosen), ""))
    click(pane, "take_file")
    copy = own_folder(book.path) / REPORT
    assert copy.read_bytes() == chosen.read_bytes()
    chosen.write_bytes(b"<html>{{ office }}</html>")
    click(pane, "take_file")
    assert pane.notice.text.startswith("Chưa lấy “Mẫu của phường.docx” làm mẫu.")
    assert copy.read_bytes() != chosen.read_bytes()


def test_a_field_is_found_by_typing_and_its_tag_copied_by_the_keyboard(pane):
    type_text(pane.fields.filter, "ho ten nguoi ky")
    shown = [item for item in pane.fields.items() if not item.isHidden()]
    assert [item.text(1) for item in shown] == ["{{ signature.name }}"]
    pane.fields.tree.setCurrentItem(shown[0])
    press(pane.fields.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "{{ signature.name }}"
    assert pane.notice.text == "Đã chép {{ signature.name }}. Dán vào mẫu bằng Ctrl+V."


def test_a_list_is_copied_as_the_lines_of_its_loop(pane):
    type_text(pane.fields.filter, "bai hoc kinh nghiem")
    pane.fields.tree.setCurrentItem(next(item for item in pane.fields.items() if not item.isHidden()))
    click(pane, "copy_field")
    assert QGuiApplication.clipboard().text() == "{%p for text in lessons %}\n{{ text }}\n{%p endfor %}"


def test_a_field_of_a_row_says_in_which_loop_it_must_stand(pane):
    type_text(pane.fields.filter, "awards.granted.rows row.level")
    shown = [item for item in pane.fields.items() if not item.isHidden()]
    pane.fields.tree.setCurrentItem(next(item for item in shown if item.text(1) == "{{ row.level }}"))
    assert pane.fields.hint.text() == "Phải đặt trong vòng lặp: for row in awards.granted.rows"


def test_only_the_fields_that_the_template_asks_for_can_be_shown(pane, book, qtbot):
    every = len(pane.fields.items())
    click(pane, "edit_template")
    rewritten(own_folder(book.path) / REPORT, "{{ office }}", "{{ signature.name }}")
    click(pane, "check_template")
    qtbot.waitUntil(lambda: sum(bool(item.text(3)) for item in pane.fields.items()) == 2, timeout=30_000)
    pane.fields.only_used.setChecked(True)
    shown = [item.text(1) for item in pane.fields.items() if not item.isHidden()]
    assert (shown, len(pane.fields.items())) == (["{{ office }}", "{{ signature.name }}"], every)


def test_the_sheet_s_fields_are_shown_when_its_template_is_chosen(pane, qtbot):
    choose(pane, "bieu-chi-tieu.xlsx")
    tags = [item.data(0, Qt.ItemDataRole.UserRole).tag for item in pane.fields.items()]
    assert any(tag.startswith("{%tr for group in groups %}") for tag in tags)
    assert not any("{%p" in tag for tag in tags)


def test_what_is_made_of_another_paper_has_a_template_but_no_trial(pane):
    choose(pane, "thu-dinh-chinh.docx")
    assert button(pane, "edit_template").isEnabled() and not button(pane, "try_out").isEnabled()
    assert "lập từ một văn bản đã có" in button(pane, "try_out").toolTip()


def test_a_trial_is_made_in_a_folder_of_its_own_opened_and_not_recorded(pane, window, book, qtbot, opened):
    found(book, Place("phường", "Hoa Sen", "thành phố Hà Nội"), {"ubnd": "Nguyễn Văn An"}, 2025)
    click(pane, "try_out")
    assert not button(pane, "try_out").isEnabled()
    qtbot.waitUntil(lambda: bool(opened), timeout=30_000)
    assert opened[0].endswith("Bao-cao-tong-ket-nam-2025.docx")
    assert str(book.path.parent) not in opened[0]
    assert docx.Document(opened[0]).tables
    assert pane.notice.text.startswith("Đã lập thử")
    assert book.db.execute_sql("select count(*) from record where kind = 'paper'").fetchone() == (0,)
    qtbot.waitUntil(button(pane, "try_out").isEnabled)


def test_a_read_only_book_shows_templates_and_changes_none(open_window, book, tmp_path, qtbot, opened):
    other = Book.open(shutil.copy(book.path, tmp_path / "chỉ đọc.sovang"), read_only=True)
    window = open_window(other)
    window.go("templates")
    pane = window.places.pane("templates")
    qtbot.waitUntil(lambda: bool(pane.faults.sentence.startswith("Mẫu này không có lỗi")), timeout=30_000)
    for name in ("edit_template", "back_to_original", "take_file"):
        assert not button(pane, name).isEnabled()
    press(pane.list, Qt.Key.Key_Return)
    assert opened == [] and not own_folder(other.path).exists()
    assert button(pane, "check_template").isEnabled() and button(pane, "try_out").isEnabled()
