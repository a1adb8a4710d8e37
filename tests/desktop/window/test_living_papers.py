"""Facts about papers after they were made: refreshed, traced to their records, reconciled, signed, compared."""

import zipfile
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton

from desktop.lines_dialog import LinesDialog
from desktop.origin_dialog import OriginDialog
from desktop.refresh_dialog import NOT_CHOSEN, RefreshDialog
from desktop.sign_dialog import SignDialog, WhyDialog
from tests.desktop.window.conftest import active_dialog, back_to, button, press, type_text
from ward.edits import Add, Amend, Bin
from ward.founding import Place, found

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAME = "Bao-cao-tong-ket-nam-2025.docx"
TYPED = "Đây là câu chị Lan viết thêm."


@pytest.fixture
def pane(window, book, qtbot):
    """The papers' place of a small ward, with one report that was made."""
    found(book, Place("phường", "Hoa Sen", "thành phố Hà Nội"), {"ubnd": "Nguyễn Văn An"}, 2025)
    book.write("Ghi số liệu", [Add("figure", {"label": "Số hộ", "words": "1.248 hộ", "years": (2025,)})])
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    pane = window.places.pane("papers")
    QTest.mouseClick(button(pane, "make_bao-cao-tong-ket-nam"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã lập “"), timeout=30_000)
    qtbot.waitUntil(button(pane, "make_all").isEnabled)
    return pane


@pytest.fixture
def paper(pane) -> Path:
    return Path(pane.target / NAME)


def figure(book) -> int:
    return int(book.db.execute_sql("SELECT record_id FROM figure").fetchone()[0])


def text_of(path: Path) -> str:
    """All the words of a Word file, one paragraph a line."""
    body = docx.Document(str(path)).element.body
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p"))


def edit(path: Path, *, number: str = "") -> None:
    """What a clerk does in Word: a sentence behind the one with the figure, and a number typed over."""
    document = docx.Document(str(path))
    for paragraph in document.element.body.iter(f"{W}p"):
        texts = list(paragraph.iter(f"{W}t"))
        if "1.248" in "".join(text.text or "" for text in texts):
            for text in texts:
                if number and "1.248" in (text.text or ""):
                    text.text = (text.text or "").replace("1.248", number)
            Paragraph(paragraph, document).add_run(f" {TYPED}")
    document.save(str(path))


def refreshing(pane, window, qtbot) -> RefreshDialog:
    QTest.mouseClick(button(pane, "refresh_paper"), Qt.MouseButton.LeftButton)
    return active_dialog(qtbot, window, RefreshDialog)


def test_a_draft_that_is_true_says_so(pane, window, qtbot):
    QTest.mouseClick(button(pane, "refresh_paper"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "đang đúng với sổ" in pane.notice.text)


def test_an_edited_draft_gets_today_s_number_and_keeps_the_clerk_s_words(pane, window, book, paper, qtbot):
    edit(paper)
    window.session.write("Sửa số hộ", [Amend(figure(book), {"words": "1.251 hộ"})])
    dialog = refreshing(pane, window, qtbot)
    assert [(one.kind, one.today.replace("\u00a0", " ")) for one in dialog._proposals.values()] == [
        ("value", "1.251 hộ")
    ]
    button(dialog, "act").click()
    back_to(qtbot, window)
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã cập nhật"))
    text = text_of(paper).replace("\u00a0", " ")
    assert "1.251 hộ" in text and "1.248" not in text and TYPED in text
    kept = [path for path in paper.parent.iterdir() if "bản trước" in path.name]
    assert len(kept) == 1 and "1.248" in text_of(kept[0])
    assert [one.path.name for one in pane.made.chosen()] == [NAME]
    assert pane.made.table.topLevelItemCount() == 2


def test_a_number_typed_over_must_be_chosen_before_the_draft_is_updated(pane, window, book, paper, qtbot):
    edit(paper, number="1.250")
    window.session.write("Sửa số hộ", [Amend(figure(book), {"words": "1.251 hộ"})])
    before = paper.read_bytes()
    dialog = refreshing(pane, window, qtbot)
    button(dialog, "act").click()
    assert dialog.isVisible() and "chưa chọn" in dialog.notice.text
    assert paper.read_bytes() == before
    qtbot.waitUntil(lambda: any(one.isVisible() for one in dialog.findChildren(QRadioButton, "typed")))
    choice = next(one for one in dialog.findChildren(QRadioButton, "typed") if one.isVisible())
    assert choice.text() == "Giữ chữ đã gõ"
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert NOT_CHOSEN not in [item.text(3) for item in dialog._items.values()]
    button(dialog, "act").click()
    back_to(qtbot, window)
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã cập nhật"))
    assert "1.250" in text_of(paper)


def test_a_number_in_the_paper_leads_to_its_record(pane, window, book, paper, qtbot):
    QTest.mouseClick(button(pane, "origins"), Qt.MouseButton.LeftButton)
    dialog = active_dialog(qtbot, window, OriginDialog)
    type_text(dialog.search, "1.248")
    press(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    texts = dialog.panel.texts()
    assert any(text.startswith("Số liệu: Số hộ") for text in texts)
    assert any("Ghi số liệu" in text for text in texts)
    button(dialog.panel, "open_record").click()
    assert window.places.shown_record() == figure(book)


def test_the_keys_lead_to_the_papers_and_say_what_is_missing(window, pane, paper, qtbot):
    window.go("person")
    sign(pane, window, qtbot)
    window.go("person")
    press(window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert window.place == "papers"
    assert pane.notice.text.startswith("Hãy chọn một dự thảo")
    press(window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    active_dialog(qtbot, window, OriginDialog).reject()


def test_words_of_the_template_lead_to_no_record(pane, window, qtbot):
    QTest.mouseClick(button(pane, "origins"), Qt.MouseButton.LeftButton)
    dialog = active_dialog(qtbot, window, OriginDialog)
    type_text(dialog.search, "Độc lập")
    press(dialog.search, Qt.Key.Key_Return)
    assert "không lấy từ sổ" in dialog.panel.texts()[0]
    dialog.text.anchorClicked.emit(QUrl("#0"))
    assert "Cơ quan" in dialog.panel.texts()[0]


def test_a_number_typed_by_hand_is_listed_before_printing(pane, window, paper, qtbot):
    edit(paper, number="1.250")
    QTest.mouseClick(button(pane, "reconcile"), Qt.MouseButton.LeftButton)
    dialog = active_dialog(qtbot, window, LinesDialog)
    assert any("1.250" in cell for line in dialog._lines for cell in line.cells)
    dialog.reject()


def sign(pane, window, qtbot, number: str = "15/BC-UBND") -> None:
    pane.desk.buttons.acts["sign"].trigger()
    dialog = active_dialog(qtbot, window, SignDialog)
    type_text(dialog.number, number)
    button(dialog, "act").click()
    assert "ngày ký" in dialog.notice.text
    type_text(dialog.day, "15/12/2025")
    button(dialog, "act").click()
    back_to(qtbot, window)


def state(pane) -> str:
    return str(pane.made.table.topLevelItem(0).text(1))


def test_a_signed_paper_is_never_refreshed_but_told_when_it_is_no_longer_true(pane, window, book, paper, qtbot):
    sign(pane, window, qtbot)
    assert state(pane) == "Đã ký 15/12/2025, số 15/BC-UBND"
    assert not button(pane, "refresh_paper").isEnabled()
    window.session.write("Sửa số hộ", [Amend(figure(book), {"words": "1.251 hộ"})])
    assert state(pane) == "Cần xem lại: đã ký 15/12/2025, số 15/BC-UBND"
    window.go("today")
    lines = [one.text() for one in window.places.pane("today").findChildren(QPushButton)]
    assert "▲ 1 văn bản đã ký cần xem lại vì sổ đã đổi sau khi lập" in lines
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    pane.desk.buttons.acts["differences"].trigger()
    dialog = active_dialog(qtbot, window, LinesDialog)
    told = [cell.replace("\u00a0", " ") for line in dialog._lines for cell in line.cells]
    assert "1.248 hộ" in told and "1.251 hộ" in told
    button(dialog, "act").click()
    back_to(qtbot, window)
    qtbot.waitUntil(lambda: "dinh-chinh" in pane.notice.text.lower(), timeout=30_000)
    letter = next(path for path in paper.parent.iterdir() if path.name.startswith("Thu-dinh-chinh"))
    words = text_of(letter).replace("\u00a0", " ")
    assert "15/BC-UBND" in words and "1.251 hộ" in words


def test_a_signed_file_that_somebody_edited_is_told(pane, window, paper, qtbot):
    sign(pane, window, qtbot)
    edit(paper)
    pane.refresh()
    assert state(pane).startswith("Cần xem lại: đã ký") and state(pane).endswith("tệp đã sửa sau khi ký")


def test_taking_the_mark_of_signing_back_asks_for_a_reason(pane, window, qtbot):
    sign(pane, window, qtbot)
    pane.desk.buttons.acts["unsign"].trigger()
    dialog = active_dialog(qtbot, window, WhyDialog)
    button(dialog, "act").click()
    assert dialog.notice.text.startswith("Hãy ghi lý do")
    type_text(dialog.reason, "Đánh dấu nhầm")
    button(dialog, "act").click()
    assert state(pane) == "Dự thảo"


def test_a_draft_of_no_use_is_marked_so_with_its_reason(pane, window, paper, qtbot):
    pane.desk.buttons.acts["void"].trigger()
    dialog = active_dialog(qtbot, window, WhyDialog)
    type_text(dialog.reason, "Đã lập bản khác")
    button(dialog, "act").click()
    assert state(pane) == "Bỏ"
    assert not button(pane, "refresh_paper").isEnabled()
    assert paper.is_file()


def test_two_versions_differ_by_records_not_by_characters(pane, window, book, paper, qtbot):
    window.session.write("Sửa số hộ", [Amend(figure(book), {"words": "1.251 hộ"})])
    person = int(book.db.execute_sql("SELECT record_id FROM practice").fetchone()[0])
    window.session.write("Bỏ mô hình", [Bin(person)])
    dialog = refreshing(pane, window, qtbot)
    button(dialog, "act").click()
    back_to(qtbot, window)
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã cập nhật"))
    qtbot.waitUntil(button(pane, "refresh_paper").isEnabled)
    pane.desk.buttons.acts["compare"].trigger()
    listing = active_dialog(qtbot, window, LinesDialog)
    told = {line.cells[1]: tuple(cell.replace("\u00a0", " ") for cell in line.cells[2:]) for line in listing._lines}
    assert any(pair == ("1.248 hộ", "1.251 hộ") for pair in told.values())
    listing.reject()


def test_the_annex_of_sources_lies_beside_the_paper(pane, window, paper, qtbot):
    pane.desk.buttons.acts["sources"].trigger()
    qtbot.waitUntil(lambda: "Nguon-so-lieu" in pane.notice.text, timeout=30_000)
    annex = next(path for path in paper.parent.iterdir() if path.name.startswith("Nguon-so-lieu"))
    assert "1.248" in text_of(annex)


def test_a_paper_becomes_a_pdf_beside_it(pane, window, paper, qtbot):
    pane.desk.buttons.acts["pdf"].trigger()
    qtbot.waitUntil(lambda: "Đã tạo “" in pane.notice.text, timeout=120_000)
    assert paper.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_a_paper_that_is_open_in_word_is_not_refreshed(pane, window, book, paper, qtbot):
    window.session.write("Sửa số hộ", [Amend(figure(book), {"words": "1.251 hộ"})])
    paper.with_name(f"~${NAME[2:]}").write_bytes(b"lock")
    QTest.mouseClick(button(pane, "refresh_paper"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "đang mở" in pane.notice.text)
    assert zipfile.is_zipfile(paper)
