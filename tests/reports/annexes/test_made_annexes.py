"""Letters and lists made from a real book: what stands in them, where they go, and what refuses to be made."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import docx
import pytest

from desktop.paper_acts import make
from reports.annexes.changes import changed_rows, make_changes
from reports.annexes.comparison import AWARDS, FIGURES, OTHER, PEOPLE, compared_files, comparison, make_comparison
from reports.annexes.correction import make_correction
from reports.annexes.sources import make_sources, source_rows
from reports.annexes.words import cited, together, when
from reports.paper_making import Built
from reports.refreshing.proposals import Proposal
from tests.reports.cases import PLACES, take_in, years_of
from tests.reports.documents import faults
from tests.reports.golden import word_text
from tests.reports.small_ward import YEAR, make_small_ward
from ward.book import Book
from ward.edits import Add, Amend, Bin
from ward.errors import UserError
from ward.evidence import attach
from ward.loading import load
from ward.paper_records import record_paper, sign
from ward.printed import prints_of
from ward.statements import typed_figure

REPORT, SHEET = "bao-cao-tong-ket-nam", "bieu-chi-tieu"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return make_small_ward(tmp_path / "sổ.sovang")


def made(book: Book, out: Path, kind: str = REPORT) -> int:
    record = make(book, kind, (YEAR,), out).record
    assert record
    return record


def figure(book: Book, words: str) -> int:
    return int(book.db.execute_sql("SELECT record_id FROM figure WHERE words = ?", (words,)).fetchone()[0])


def signed_and_changed(book: Book, out: Path, kind: str = REPORT) -> int:
    """A paper that was signed under a number, after which the crimes were counted anew."""
    paper = made(book, out, kind)
    sign(book, paper, dt.date(YEAR, 12, 25), "15/BC-UBND")
    book.write("Sửa số vụ theo báo cáo của Công an", [Amend(figure(book, "19 vụ"), typed_figure("21 vụ"))])
    return paper


def rows(built: Built, table: int) -> list[list[str]]:
    """The rows of a table below its head."""
    found = docx.Document(str(built.path)).tables[table].rows
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in found[1:]]


# -- the correction letter -------------------------------------------------------------------------------


def test_the_letter_says_what_is_printed_what_is_right_and_why(book: Book, tmp_path: Path) -> None:
    letter = make_correction(book, signed_and_changed(book, tmp_path / "out"), today=dt.date(2024, 3, 15))
    (row,) = rows(letter, 1)
    assert [row[0], row[1], row[3], row[4]] == ["1", "Tội phạm hình sự", "19 vụ", "21 vụ"]
    assert row[2].startswith("mục “") and row[5].startswith("Sửa số vụ theo báo cáo của Công an (Người ghi, ")
    text = word_text(letter.path)
    cited = "Báo cáo tổng kết năm 2023 số 15/BC-UBND ngày 25/12/2023"
    assert f"V/v đính chính {cited}" in text.replace("\u00a0", " ")
    assert "Số: …/UBND-…" in text and "Kính gửi: …" in text and "Lê Thị Hà" in text
    assert faults(letter.path) == []


def test_the_letter_is_kept_beside_the_paper_and_can_be_remembered(book: Book, tmp_path: Path) -> None:
    letter = make_correction(book, signed_and_changed(book, tmp_path / "out"))
    assert letter.path == tmp_path / "out" / "Thu-dinh-chinh-Bao-cao-tong-ket-nam-2023.docx"
    record = record_paper(book, letter.paper)
    assert load(book.db, record).values["paper_kind"] == "thu-dinh-chinh"
    assert [one.text.replace("\u00a0", " ") for one in prints_of(book.db, record) if one.field == "words"] == [
        "21 vụ"
    ]


def test_the_clerk_is_told_that_the_law_asks_for_a_new_paper_where_the_content_was_wrong(
    book: Book, tmp_path: Path
) -> None:
    letter = make_correction(book, signed_and_changed(book, tmp_path / "out"))
    assert "Khoản 3 Điều 18 Nghị định 30/2020/NĐ-CP" in letter.warnings[0]
    assert "Điều 18" not in word_text(letter.path)


def test_a_sheet_is_corrected_with_its_cells(book: Book, tmp_path: Path) -> None:
    letter = make_correction(book, signed_and_changed(book, tmp_path / "out", SHEET))
    assert all(row[2].startswith("trang tính “Biểu chỉ tiêu”, ô ") for row in rows(letter, 1))
    assert {row[1] for row in rows(letter, 1)} == {"Tội phạm hình sự"}


def test_what_is_gone_and_what_is_new_have_tables_of_their_own(book: Book, tmp_path: Path) -> None:
    paper = signed_and_changed(book, tmp_path / "out")
    practice = book.db.execute_sql("SELECT record_id FROM practice WHERE name = 'Tuyến ngõ hoa'").fetchone()[0]
    award = {"form_words": "Cờ thi đua", "state": "granted", "level": "tinh", "collectives": 1, "years": (YEAR,)}
    book.write("Bỏ mô hình trùng", [Bin(practice)])
    book.write("Thêm khen thưởng", [Add("award", award)])
    letter = make_correction(book, paper)
    values, gone, new = (rows(letter, table) for table in (1, 2, 3))
    assert len(values) >= 1
    assert [row[1] for row in gone] == ["Tuyến ngõ hoa"]
    (said,) = [row[2] for row in new]
    assert said.startswith("Số tập thể: 01; ") and "Danh hiệu, hình thức: Cờ thi đua" in said


def test_no_letter_for_a_draft_nor_for_a_paper_that_is_still_true(book: Book, tmp_path: Path) -> None:
    paper = made(book, tmp_path / "out")
    with pytest.raises(UserError, match="chưa ký nên không cần thư đính chính"):
        make_correction(book, paper)
    sign(book, paper, dt.date(YEAR, 12, 25))
    with pytest.raises(UserError, match="vẫn đúng với sổ"):
        make_correction(book, paper)


# -- the annex of sources --------------------------------------------------------------------------------


def test_each_figure_has_its_place_record_source_evidence_and_newest_act(book: Book, tmp_path: Path) -> None:
    crimes = figure(book, "19 vụ")
    attach(book, b"scan", crimes, "words", file_name="so-vu.pdf")
    book.write("Ghi nguồn", [Amend(crimes, {"source_words": "Công an phường", "said_on": "2023-11-30"})])
    annex = make_sources(book, made(book, tmp_path / "out"))
    (row,) = [row for row in rows(annex, 0) if "19 vụ" in row[2]]
    assert row[1].startswith("mục “")
    assert row[2] == "Số liệu: 19 vụ; So sánh: giảm 03 vụ so với cùng kỳ năm 2022"
    assert row[3] == "Số liệu: Tội phạm hình sự"
    assert row[4] == "Công an phường, ngày 30/11/2023"
    assert row[5] == "so-vu.pdf"
    assert row[6].startswith("Thêm figure (Người ghi, ")
    assert faults(annex.path) == []


@pytest.mark.parametrize("kind", [REPORT, SHEET])
@pytest.mark.parametrize("place", PLACES)
def test_every_figure_that_a_paper_printed_stands_in_its_annex(place: str, kind: str, tmp_path: Path) -> None:
    years = years_of(PLACES[place])
    with take_in(PLACES[place], tmp_path / "sổ.sovang") as book:
        record = make(book, kind, years, tmp_path / "out").record
        assert record
        annex = rows(make_sources(book, record), 0)
        figures = {bytes(uid).hex() for (uid,) in book.db.execute_sql("SELECT uid FROM record WHERE kind = 'figure'")}
        wanted = {one.record: one.text for one in prints_of(book.db, record) if one.record in figures}
    said = [row[2] for row in annex]
    assert wanted
    missing = [text for text in wanted.values() if not any(" ".join(text.split()) in one for one in said)]
    assert missing == []
    assert [row for row in annex if not row[3] or not row[6]] == []


def test_a_count_lists_what_it_was_counted_from(book: Book) -> None:
    uids = [load(book.db, figure(book, words)).uid.hex() for words in ("19 vụ", "8 tỷ đồng")]
    count = {"record_uid": "", "field": "count", "text": "02 số", "what": "Số liệu", "of_uids": " ".join(uids)}
    (row,) = source_rows(book, prints_of(book.db, add_paper(book, [count])), {})
    assert row.record.startswith("Số liệu, tính từ 2 bản ghi; Số liệu: Tội phạm hình sự; Số liệu: Thu ngân sách, ")
    assert row.change.startswith("Thêm figure")


def add_paper(book: Book, prints: list[dict[str, str]]) -> int:
    return book.write("Lập", [Add("paper", {"name": "Bản", "prints": prints, "years": (YEAR,)})]).added[0]


def test_numbers_and_days_of_documents_are_no_figures(book: Book, tmp_path: Path) -> None:
    printed = " ".join(row[2] for row in rows(make_sources(book, made(book, tmp_path / "out")), 0))
    assert "18-KH/QU" not in printed and "30/12/2022" not in printed


# -- the list of changes ---------------------------------------------------------------------------------


def test_the_list_of_changes_says_old_new_how_it_was_chosen_and_by_which_act(book: Book, tmp_path: Path) -> None:
    paper = made(book, tmp_path / "out")
    crimes = figure(book, "19 vụ")
    book.write("Sửa số vụ", [Amend(crimes, typed_figure("21 vụ"))])
    uid = load(book.db, crimes).uid.hex()
    proposals = [
        Proposal("1", "value", "mục “An ninh”", "19 vụ", "19 vụ", "21 vụ", uid, "words"),
        Proposal("2", "typed_over", "bảng 2", "8 tỷ", "gần 8 tỷ", "9 tỷ", default=None, what="Thu ngân sách"),
        Proposal("3", "add", "bảng 3", "", "", "Cờ thi đua"),
        Proposal("4", "remove", "bảng 3", "Giấy khen", "Giấy khen", ""),
        Proposal("5", "deleted", "mục “An ninh”", "5 hộ", "", "5 hộ", choices=(), default=None),
    ]
    choices = {"2": "typed", "4": "typed"}
    built = make_changes(book, paper, proposals, choices, untouched=118)  # type: ignore[arg-type]
    value, typed, added, left, deleted = rows(built, 0)
    assert value[1:6] == ["Tội phạm hình sự", "mục “An ninh”", "19 vụ", "21 vụ", "Lấy số liệu hôm nay"]
    assert value[6].startswith("Sửa số vụ (Người ghi, ")
    assert typed[1:] == ["Thu ngân sách", "bảng 2", "gần 8 tỷ", "gần 8 tỷ",
                         "Giữ như đang viết trong văn bản (đã in: 8 tỷ; nay: 9 tỷ)", ""]  # fmt: skip
    assert added[3:6] == ["(không có)", "Cờ thi đua", "Thêm vào danh sách"]
    assert left[3:6] == ["Giấy khen", "Giấy khen", "Giữ lại"]
    assert deleted[3:6] == ["5 hộ", "(không có)", "Đã xóa trong văn bản"]
    assert "118 chỗ còn lại" in word_text(built.path)


def test_what_happened_before_the_paper_was_made_is_not_the_reason_of_a_change(book: Book, tmp_path: Path) -> None:
    crimes = figure(book, "19 vụ")
    book.write("Sửa số vụ", [Amend(crimes, typed_figure("21 vụ"))])
    uid = load(book.db, crimes).uid.hex()
    last = book.write("Ghi chú", [Add("passage", {})]).id
    (row,) = changed_rows(book, [Proposal("1", "value", "", "a", "a", "b", uid, "words")], {}, last)
    assert row.why == ""


# -- two versions ----------------------------------------------------------------------------------------


def two_versions(book: Book, out: Path, kind: str = REPORT) -> tuple[int, int]:
    first = made(book, out / "một", kind)
    award = {"form_words": "Cờ thi đua", "state": "granted", "level": "tinh", "collectives": 1, "years": (YEAR,)}
    general = book.db.execute_sql("SELECT record_id FROM person WHERE name = 'Nguyễn Hải Trung'").fetchone()[0]
    book.write("Sửa", [Amend(figure(book, "19 vụ"), typed_figure("21 vụ")), Amend(general, {"rank": "Đại tướng"})])
    book.write("Thêm", [Add("award", award)])
    return first, made(book, out / "hai", kind)


def test_two_versions_differ_by_people_awards_and_figures(book: Book, tmp_path: Path) -> None:
    found = comparison(book, *two_versions(book, tmp_path))
    said = [
        (one.group, one.title, one.printed.replace("\u00a0", " "), one.today.replace("\u00a0", " ")) for one in found
    ]
    assert (PEOPLE, "Nguyễn Hải Trung", "Trung tướng", "Đại tướng") in said
    assert (FIGURES, "Tội phạm hình sự", "19 vụ", "21 vụ") in said
    (award,) = [one for one in found if one.group == AWARDS and one.record]
    assert award.printed == "" and "Danh hiệu, hình thức: Cờ thi đua" in award.today
    assert [one.group for one in found] == sorted(
        (one.group for one in found), key=(PEOPLE, AWARDS, FIGURES, OTHER).index
    )


def test_a_comparison_reads_what_stands_in_the_files_and_what_was_noted_where_they_are_gone(
    book: Book, tmp_path: Path
) -> None:
    first, second = two_versions(book, tmp_path)
    paths = [Path(load(book.db, paper).values["file_path"]) for paper in (first, second)]
    assert compared_files(book, *paths) == comparison(book, first, second)
    before = comparison(book, first, second)
    for path in paths:
        path.unlink()
    assert comparison(book, first, second) == before
    with pytest.raises(UserError, match="Không đọc được"):
        compared_files(book, *paths)


def test_words_around_the_figures_are_no_difference(book: Book, tmp_path: Path) -> None:
    paper = made(book, tmp_path / "out")
    path = Path(load(book.db, paper).values["file_path"])
    document = docx.Document(str(path))
    document.add_paragraph("Một câu của cán bộ viết thêm, có 99 chữ.")
    document.save(str(tmp_path / "sửa.docx"))
    assert compared_files(book, path, tmp_path / "sửa.docx") == ()


def test_the_printed_comparison_has_a_part_for_each_group(book: Book, tmp_path: Path) -> None:
    built = make_comparison(book, *two_versions(book, tmp_path))
    text = word_text(built.path).replace("\u00a0", " ")
    assert all(f"[heading 1] {group}" in text for group in (PEOPLE, AWARDS, FIGURES, OTHER))
    assert "| 1 | Tội phạm hình sự | 19 vụ | 21 vụ |" in text
    assert "Bản trước: Báo cáo tổng kết năm 2023, dự thảo, lập lúc " in text
    assert faults(built.path) == []


def test_two_sheets_are_compared_like_two_reports(book: Book, tmp_path: Path) -> None:
    found = comparison(book, *two_versions(book, tmp_path, SHEET))
    assert ("Tội phạm hình sự", "21 vụ") in [(one.title, one.today.replace("\u00a0", " ")) for one in found]


# -- words -----------------------------------------------------------------------------------------------


def test_a_paper_is_cited_with_what_is_known_of_it(book: Book, tmp_path: Path) -> None:
    paper = made(book, tmp_path / "out")
    assert cited(load(book.db, paper)) == "Báo cáo tổng kết năm 2023"
    sign(book, paper, dt.date(2023, 12, 25))
    assert cited(load(book.db, paper)) == "Báo cáo tổng kết năm 2023 ngày 25/12/2023"


def test_texts_of_one_record_stand_together_each_once_and_labelled_only_where_there_are_several() -> None:
    assert together([("Tên", "Ngõ hoa"), ("Tên", "Ngõ hoa")]) == "Ngõ hoa"
    assert together([("Tên", "Ngõ\u00a0hoa"), ("", "3"), ("Tên", "Ngõ cây")]) == "Tên: Ngõ hoa, Ngõ cây; 3"
    assert together([("Tên", "")]) == ""


def test_a_moment_that_is_none_is_told_as_it_stands() -> None:
    assert when("hôm qua") == "hôm qua"
