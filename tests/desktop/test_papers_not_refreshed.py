"""Papers that the commands find again after a move, and those that they refuse and leave as they are."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from tests.desktop.paper_folder import BOOK, FIRMS, REPORT, PaperFolder
from tests.desktop.test_command_line import ROOT
from tests.desktop.typing_clerk import TypingClerk
from ward.book import Book
from ward.years import close_year


def test_a_paper_that_was_moved_renamed_and_edited_is_still_known(edited: PaperFolder) -> None:
    (edited.folder / "a" / "b").mkdir(parents=True)
    paper = Path(shutil.move(edited.report, edited.folder / "a" / "b" / "bản chị Lan sửa.docx"))
    assert edited.sovang("refresh", paper, "--yes", "--typed", "nay") == 0
    assert any(line.startswith(f"{FIRMS} 32") for line in TypingClerk(paper).lines())
    assert [path.name for path in paper.parent.iterdir() if "bản trước" in path.name] != []


def test_a_paper_of_another_book_or_of_none_is_told_apart(desk: PaperFolder, tmp_path: Path) -> None:
    lonely = tmp_path / "xa" / "nơi" / "khác" / REPORT
    lonely.parent.mkdir(parents=True)
    shutil.copy(desk.report, lonely)
    assert desk.sovang("trace", lonely) == 2
    assert "Không thấy sổ nào gần đó" in desk.answer and "--book" in desk.answer
    assert desk.sovang("trace", lonely, "--book", desk.folder / BOOK) == 0
    other = tmp_path / "xa" / "khác.sovang"
    desk.sovang("new", other)
    assert desk.sovang("refresh", lonely, "--book", other, "--yes") == 2
    assert f"Sổ “khác.sovang” chưa lập văn bản “{REPORT}”" in desk.answer
    assert desk.sovang("refresh", desk.folder / "không có.docx") == 2


def test_a_broken_book_nearby_does_not_stand_in_the_way(desk: PaperFolder) -> None:
    (desk.folder / "Bản hỏng.sovang").write_text("đây không phải sổ", encoding="utf-8")
    assert desk.sovang("refresh", desk.report) == 0


@pytest.fixture(params=["broken", "empty", "word of old", "not ours"])
def unreadable(request: pytest.FixtureRequest, desk: PaperFolder) -> Iterator[PaperFolder]:
    """The desk with a report that is no paper (any more)."""
    if request.param == "broken":
        desk.report.write_bytes(desk.report.read_bytes()[:9000])
    elif request.param == "empty":
        desk.report.write_bytes(b"")
    elif request.param == "word of old":
        desk.report.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    else:
        document = docx.Document()
        document.add_paragraph("Thư mời họp")
        document.save(str(desk.report))
    yield desk


def test_what_is_no_paper_is_refused_in_words_and_left_as_it_is(unreadable: PaperFolder) -> None:
    before = unreadable.report.read_bytes()
    assert unreadable.sovang("refresh", unreadable.report, "--yes") == 2
    assert unreadable.answer.rstrip().endswith(".") and "Hãy" in unreadable.answer
    assert unreadable.report.read_bytes() == before and unreadable.kept() == []


def test_a_paper_that_is_open_in_word_stays_as_it_is(edited: PaperFolder) -> None:
    edited.report.with_name(f"~${REPORT[2:]}").write_bytes(b"lan")
    before = edited.report.read_bytes()
    assert edited.sovang("refresh", edited.report, "--yes", "--typed", "giu") == 2
    assert "đang mở" in edited.answer
    assert edited.report.read_bytes() == before and edited.kept() == []


def test_a_book_that_a_window_holds_is_read_but_a_refresh_waits(edited: PaperFolder) -> None:
    with Book.open(edited.folder / BOOK):
        assert edited.sovang("refresh", edited.report) == 1
        assert edited.sovang("trace", edited.report, "19 vụ") == 0
        before = edited.report.read_bytes()
        assert edited.sovang("refresh", edited.report, "--yes", "--typed", "giu") == 2
        assert "cửa sổ khác" in edited.answer and "Chưa sửa văn bản." in edited.answer
    assert edited.report.read_bytes() == before and edited.kept() == []


def test_a_closed_year_keeps_its_drafts_as_they_are(edited: PaperFolder) -> None:
    with Book.open(edited.folder / BOOK) as book:
        close_year(book, 2025, "Báo cáo đã gửi")
    before = edited.report.read_bytes()
    assert edited.sovang("refresh", edited.report) == 2
    assert edited.sovang("refresh", edited.report, "--yes", "--typed", "giu") == 2
    assert "Năm 2025 đã khóa sổ" in edited.answer
    assert edited.report.read_bytes() == before and edited.kept() == []


def test_a_book_of_an_older_form_is_found_all_the_same(edited: PaperFolder) -> None:
    shutil.copy(ROOT / "tests" / "databases" / "0001.sovang", edited.folder / "Bản cũ.sovang")
    assert edited.sovang("trace", edited.report, "19 vụ") == 0


def test_a_paper_whose_marks_are_lost_is_signed_with_what_it_printed(desk: PaperFolder) -> None:
    document = docx.Document()
    document.add_paragraph("Chép tay lại toàn bộ báo cáo")
    document.save(str(desk.report))
    assert desk.sovang("sign", desk.report, "--day", "15/12/2025") == 0
    desk.amend("19 vụ", text="20 vụ", measure="vụ")
    assert desk.sovang("untrue", desk.folder / BOOK) == 1
    assert "\t19 vụ\t20 vụ" in desk.answer
