"""Making papers: names, templates of the office, marks of the sample, what is overwritten and what never."""

import datetime as dt
import hashlib
import shutil
import zipfile
from importlib.resources import files
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from desktop.paper_acts import make, make_all
from reports.papers import PAPERS, make_pack, make_paper, paper_day
from tests.reports.documents import faults
from tests.reports.small_ward import YEAR, Hand, make_small_ward
from ward.book import Book
from ward.errors import UserError
from ward.loading import load
from ward.years import close_year

DAY = dt.date(2023, 12, 5)
REPORT, SHEET = "bao-cao-tong-ket-nam", "bieu-chi-tieu"
AWKWARD = "A&B <Mẫu> \"trích\" {{ tên }} {% if %} 'x' =1+1 \x07"


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    return Hand(tmp_path / "sổ.sovang")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "Văn bản"


def body(path: Path) -> str:
    root = docx.Document(str(path)).element.body
    return "".join(text.text or "" for text in root.iter() if text.tag.endswith("}t")).replace("\u00a0", " ")


def valid(path: Path) -> bool:
    return [fault for fault in faults(path) if not fault.endswith("Unexpected element 'color'")] == []


def test_the_files_have_plain_names_with_their_years(hand: Hand, out: Path) -> None:
    one = [built.path.name for built in make_pack(hand.book, (2023,), out, today=DAY)]
    several = [built.path.name for built in make_pack(hand.book, (2022, 2023), out, today=DAY)]
    assert one == ["Bao-cao-tong-ket-nam-2023.docx", "Bieu-chi-tieu-2023.xlsx", "Muc-luc-2023.docx"]
    assert several[0] == "Bao-cao-tong-ket-nam-2022-2023.docx"


def test_an_empty_ward_still_gives_valid_papers_that_say_so(hand: Hand, out: Path) -> None:
    report, sheet, index = make_pack(hand.book, (YEAR,), out, today=DAY)
    text = body(report.path)
    for sentence in (
        "Chưa có số liệu về đặc điểm, tình hình chung.",
        "Chưa có kết quả nào được ghi cho năm 2023.",
        "chưa có khen thưởng nào được ghi nhận",
        "Chưa có đánh giá nào",
        "Chưa có phương hướng, chỉ tiêu nào",
    ):
        assert sentence in text
    assert len(docx.Document(str(report.path)).tables) == 2  # the head and the signature
    cells = [cell.value for cells in load_workbook(sheet.path)["Biểu chỉ tiêu"].iter_rows() for cell in cells]
    assert "Chưa có chỉ tiêu nào được ghi cho kỳ này." in cells
    assert "Chưa khai báo cơ quan" in report.warnings[0]
    assert all(valid(built.path) for built in (report, sheet, index))


def test_one_record_is_enough_for_a_report(hand: Hand, out: Path) -> None:
    hand.add("practice", name="Tuyến ngõ hoa")
    paper = make_paper(hand.book, REPORT, (YEAR,), out, today=DAY)
    assert "Mô hình “Tuyến ngõ hoa”." in body(paper.path)


def test_awkward_signs_and_long_names_come_out_as_they_went_in(hand: Hand, out: Path) -> None:
    long = "Mô hình " + "rất dài " * 40
    for kind, field in (("practice", "name"), ("event", "name"), ("task", "name"), ("contribution", "name")):
        hand.add(kind, **{field: AWKWARD})
    hand.add("practice", name=long)
    hand.add("passage", section="results", text=AWKWARD)
    hand.figure("5 vụ", label=AWKWARD)
    who = {"recipient_kind": "ca_nhan", "words": AWKWARD}
    hand.add("award", state="granted", form_words=AWKWARD, recipients=[who])
    for built in make_pack(hand.book, (YEAR,), out, today=DAY):
        assert valid(built.path)
    text = body(out / "Bao-cao-tong-ket-nam-2023.docx")
    assert text.count("A&B <Mẫu> \"trích\" {{ tên }} {% if %} 'x' =1+1") == 9
    assert long.strip() in text


def test_papers_of_the_sample_are_marked(tmp_path: Path, out: Path) -> None:
    with make_small_ward(tmp_path / "mẫu.sovang", sample=True) as book:
        report, sheet, index = make_pack(book, (YEAR,), out, today=DAY)
    for word in (report.path, index.path):
        with zipfile.ZipFile(word) as archive:
            heads = [archive.read(name) for name in archive.namelist() if name.startswith("word/header")]
        assert heads and all("MẪU".encode() in head for head in heads)
    with zipfile.ZipFile(sheet.path) as archive:
        assert "&amp;CMẪU" in archive.read("xl/worksheets/sheet1.xml").decode()


def test_the_offices_own_template_beside_its_file_wins(hand: Hand, out: Path, tmp_path: Path) -> None:
    own = tmp_path / "sổ.mau"
    own.mkdir()
    template = docx.Document()
    template.add_paragraph("Mẫu riêng của {{ office }}")
    template.save(str(own / PAPERS[REPORT].template))
    paper = make_paper(hand.book, REPORT, (YEAR,), out, today=DAY).paper
    assert body(paper.path) == "Mẫu riêng của Cơ quan"
    assert paper.template == "bao-cao-tong-ket-nam.docx (mẫu riêng)"
    assert paper.template_hash == hashlib.sha256((own / PAPERS[REPORT].template).read_bytes()).hexdigest()


def own_template(folder: Path, text: str) -> None:
    """The office's own template of the report, with this one paragraph."""
    (folder / "sổ.mau").mkdir()
    template = docx.Document()
    template.add_paragraph(text)
    template.save(str(folder / "sổ.mau" / PAPERS[REPORT].template))


def test_a_misspelt_name_is_marked_in_the_paper_and_told_first(hand: Hand, out: Path, tmp_path: Path) -> None:
    own_template(tmp_path, "Của {{ offce }} gửi {{ office }}")
    paper = make_paper(hand.book, REPORT, (YEAR,), out, today=DAY)
    assert body(paper.path) == "Của [không có trường “offce”] gửi Cơ quan"
    assert "“offce”" in paper.warnings[0] and "“office”" in paper.warnings[0]


def test_a_broken_template_is_told_in_words_and_leaves_no_file(hand: Hand, out: Path, tmp_path: Path) -> None:
    own_template(tmp_path, "{% if office %}{{ office }}")
    with pytest.raises(UserError, match="chưa được đóng"):
        make_paper(hand.book, REPORT, (YEAR,), out, today=DAY)
    assert list(out.iterdir()) == []


def test_a_draft_is_renewed_but_what_somebody_has_changed_stays(hand: Hand, out: Path) -> None:
    first = make(hand.book, REPORT, (YEAR,), out, today=DAY)
    again = make(hand.book, REPORT, (YEAR,), out, today=DAY)
    assert again.path == first.path
    first.path.write_bytes(first.path.read_bytes() + b" ")
    third = make(hand.book, REPORT, (YEAR,), out, today=DAY)
    assert third.path.name == "Bao-cao-tong-ket-nam-2023-2.docx"
    assert first.path.read_bytes().endswith(b" ")


def test_the_paper_remembers_what_it_printed(tmp_path: Path, out: Path) -> None:
    with make_small_ward(tmp_path / "sổ.sovang") as book:
        made = make(book, REPORT, (YEAR,), out, today=DAY)
        assert made.record is not None
        paper = load(book.db, made.record).values
        printed = {row["text"].replace("\u00a0", " "): row["record_uid"] for row in paper["prints"]}
        known = {bytes(uid).hex(): title for uid, title in book.db.execute_sql("SELECT uid, title FROM record")}
    assert paper["file_hash"] == hashlib.sha256(made.path.read_bytes()).hexdigest()
    assert (paper["name"], paper["state"], paper["years"]) == ("Báo cáo tổng kết năm 2023", "draft", (YEAR,))
    assert known[printed["gần 9,3 tỷ đồng"]].endswith("gần 9,3 tỷ đồng")
    with zipfile.ZipFile(made.path) as archive:
        written = "".join(archive.read(name).decode() for name in archive.namelist() if "customXml/item" in name)
    assert all(f'id="{row["mark"]}"' in written for row in paper["prints"])


def test_a_closed_year_still_gives_its_file_and_says_that_it_is_not_noted(hand: Hand, out: Path) -> None:
    close_year(hand.book, YEAR, "đã quyết toán", today=DAY)
    made = make(hand.book, REPORT, (YEAR,), out, today=DAY)
    assert made.path.is_file() and made.record is None
    assert "đã khóa sổ" in made.warnings[-1]


def test_a_book_that_can_only_be_read_still_gives_papers(hand: Hand, out: Path) -> None:
    hand.book.close()
    with Book.open(hand.book.path, read_only=True) as book:
        made = make_all(book, (YEAR,), out, today=DAY)
    assert all(one.path.is_file() and one.record is None for one in made)


def test_what_was_not_printed_is_told(hand: Hand, out: Path) -> None:
    hand.add("task", name="Việc mới đây", period_words="mới đây", years=())
    hand.figure("7 vụ", label="Không rõ năm", years=())
    hand.add("award", form_words="Giấy khen")
    hand.figure("19 vụ", label="Tội phạm")
    hand.figure("21 vụ", label="Tội phạm")
    told = " ".join(make_paper(hand.book, REPORT, (YEAR,), out, today=DAY).warnings)
    for words in ("“Việc mới đây”", "Có 1 khen thưởng", "Có 1 số liệu", "“Tội phạm”"):
        assert words in told


def test_a_party_office_is_told_of_the_state_head_until_it_has_templates_of_its_own(hand: Hand, out: Path) -> None:
    hand.add("office", name="Đảng ủy phường Yên Thái", body="dang_uy", layout="dang", keeper=True)
    told = "Cơ quan giữ sổ dùng thể thức văn bản của Đảng; bản này mới có mẫu theo Nghị định 30/2020/NĐ-CP."

    def warned() -> list[bool]:
        *papers, index = make_all(hand.book, (YEAR,), out, today=DAY)
        assert (told in body(index.path)) == any(told in " ".join(one.warnings) for one in papers)
        return [any(told in one and "“sổ.mau”" in one for one in paper.warnings) for paper in papers]

    assert warned() == [True, True]
    template = Path(str(files("reports"))) / "templates" / PAPERS[REPORT].template
    own = hand.book.path.with_suffix(".mau")
    own.mkdir()
    shutil.copy(template, own / template.name)
    assert warned() == [False, True]


def test_a_state_office_is_not_told_of_the_partys_form(hand: Hand, out: Path) -> None:
    hand.add("office", name="Ủy ban nhân dân phường Yên Thái", body="ubnd", layout="nd30", keeper=True)
    assert "của Đảng" not in " ".join(make_paper(hand.book, REPORT, (YEAR,), out, today=DAY).warnings)


def test_the_index_lists_papers_warnings_and_findings(hand: Hand, out: Path) -> None:
    hand.figure("19 vụ", label="Tội phạm")
    hand.figure("21 vụ", label="Tội phạm")
    *_, index = make_pack(hand.book, (YEAR,), out, today=DAY)
    text = body(index.path)
    assert "Bao-cao-tong-ket-nam-2023.docx" in text and "Bieu-chi-tieu-2023.xlsx" in text
    assert "19 vụ" in text and "21 vụ" in text


def test_a_folder_that_cannot_be_made_is_told_in_words(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("x", encoding="utf-8")
    with pytest.raises(UserError, match="Hãy chọn một thư mục khác"):
        make_paper(hand.book, REPORT, (YEAR,), tmp_path / "tệp" / "con", today=DAY)


def test_a_paper_of_a_long_past_year_bears_the_end_of_that_year() -> None:
    assert paper_day((2023,), dt.date(2024, 1, 10)) == dt.date(2024, 1, 10)
    assert paper_day((2013, 2023), dt.date(2026, 11, 21)) == dt.date(2023, 12, 31)


def test_progress_counts_the_papers_and_stops_what_raises(hand: Hand, out: Path) -> None:
    seen: list[tuple[int, int]] = []
    make_all(hand.book, (YEAR,), out, today=DAY, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]
