"""Real packs: freshly made they agree; edited as a clerk edits them, each edit is found and nothing else."""

import datetime as dt
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree
from openpyxl import load_workbook

from reports.papers import INDEX, make_pack
from reports.reconcile.opened import PaperFinding
from reports.reconcile.reconciling import reconcile_files
from reports.refreshing.refresh import apply, defaults, plan_refresh
from tests.reports.calc import edited_in_calc
from tests.reports.cases import SAMPLE, take_in, years_of
from tests.reports.test_traced_papers import EVERY_PLACE
from ward.book import Book
from ward.edits import Add, Amend, Bin
from ward.errors import UserError
from ward.loading import load
from ward.statements import typed_figure


def pack(book: Book, exchange: Path, out: Path) -> list[Path]:
    years = years_of(exchange)
    built = make_pack(book, years, out, today=dt.date(years[-1], 12, 31))
    return [one.path for one in built if one.paper.kind != INDEX]


@pytest.mark.parametrize("place", EVERY_PLACE)
def test_a_fresh_pack_has_no_finding(place: str, tmp_path: Path) -> None:
    with take_in(EVERY_PLACE[place], tmp_path / "sổ.sovang") as book:
        papers = pack(book, EVERY_PLACE[place], tmp_path / "out")
        assert [one.sentence for one in reconcile_files(papers)] == []
        assert [one.sentence for one in reconcile_files(papers, book)] == []


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Book, Path, Path]]:
    folder = tmp_path_factory.mktemp("mẫu")
    with take_in(SAMPLE, folder / "sổ.sovang") as book:
        report, sheet = pack(book, SAMPLE, folder / "out")
        yield book, report, sheet


@pytest.fixture
def edited(sample: tuple[Book, Path, Path], tmp_path: Path) -> Callable[..., list[PaperFinding]]:
    book, report, sheet = sample

    def edit(change: Callable[[Document], object], *, with_book: bool = False) -> list[PaperFinding]:
        document = docx.Document(str(report))
        change(document)
        target = tmp_path / report.name
        document.save(str(target))
        return reconcile_files([target, sheet], book if with_book else None)

    return edit


def paragraph(document: Document, words: str) -> etree._Element:
    found: etree._Element
    (found,) = [one for one in document.element.body.iter(qn("w:p")) if words in text(one)]
    return found


def text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(qn("w:t"))).replace("\u00a0", " ")


def write_over(document: Document, paragraph_words: str, old: str, new: str) -> None:
    """Types inside a run, as a clerk does who puts the cursor into a number."""
    for one in paragraph(document, paragraph_words).iter(qn("w:t")):
        if old in (one.text or "").replace("\u00a0", " "):
            one.text = (one.text or "").replace("\u00a0", " ").replace(old, new)
            return
    raise AssertionError(old)


def told(findings: list[PaperFinding]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.rule, one.values) for one in findings]


def test_an_unedited_paper_saved_by_another_program_has_no_finding(edited: Callable[..., list[PaperFinding]]) -> None:
    assert edited(lambda document: None) == []
    assert edited(lambda document: None, with_book=True) == []


def test_a_number_typed_over_in_word_is_found_against_the_sheet(edited: Callable[..., list[PaperFinding]]) -> None:
    (one,) = edited(lambda document: write_over(document, "Vụ phạm pháp hình sự: 19", "19 vụ", "29 vụ"))
    assert (one.rule, one.values) == ("figure", ("29 vụ", "19 vụ"))
    assert "mục" in one.place and "trang tính" in one.sentence


def test_a_typed_sentence_lists_its_numbers_and_a_name_that_is_nearly_known(
    edited: Callable[..., list[PaperFinding]],
) -> None:
    findings = edited(lambda document: document.add_paragraph("Đã trao 15 suất quà cho các hộ."))
    assert told(findings) == [("by_hand", ("15",))]


def test_a_deleted_award_is_told_beside_the_count_that_still_holds_it(
    edited: Callable[..., list[PaperFinding]],
) -> None:
    def delete(document: Document) -> None:
        body = document.element.body
        heading = paragraph(document, "Kết quả được khen thưởng")
        sentence = heading.getnext()
        body.remove(sentence)

    findings = edited(delete)
    assert {one.rule for one in findings} == {"list", "deleted"}


def test_a_proposal_moved_under_the_granted_awards_is_told(edited: Callable[..., list[PaperFinding]]) -> None:
    def move(document: Document) -> None:
        proposal = paragraph(document, "Đề nghị khen thưởng").getnext()
        assert proposal is not None
        paragraph(document, "Kết quả được khen thưởng").addnext(proposal)

    findings = edited(move)
    assert told(findings) == [("state", ("đã được khen", "đề nghị"))]


def test_a_paragraph_that_was_deleted_is_told(edited: Callable[..., list[PaperFinding]]) -> None:
    def delete(document: Document) -> None:
        found = paragraph(document, "Vụ phạm pháp hình sự: 19")
        parent = found.getparent()
        assert parent is not None
        parent.remove(found)

    (one,) = edited(delete)
    assert one.rule == "deleted" and "Vụ phạm pháp hình sự" in one.sentence


def test_a_number_typed_into_the_sheet_is_found_against_the_report(
    sample: tuple[Book, Path, Path], tmp_path: Path
) -> None:
    _, report, sheet = sample
    workbook = load_workbook(sheet)
    (cell,) = [row[5] for row in workbook["Biểu chỉ tiêu"].iter_rows() if row[1].value == "Vụ phạm pháp hình sự"]
    assert cell.value == 19
    cell.value = 21
    target = tmp_path / sheet.name
    workbook.save(target)
    findings = reconcile_files([report, target])
    assert {one.rule for one in findings} == {"figure"}
    assert all("21" in one.values[0] and one.paper == sheet.name for one in findings)


def test_a_paper_older_than_its_record_is_told_with_both_values(tmp_path: Path) -> None:
    with take_in(SAMPLE, tmp_path / "sổ.sovang") as book:
        papers = pack(book, SAMPLE, tmp_path / "out")
        (record,) = book.db.execute_sql("SELECT record_id FROM figure WHERE words = '53 tin'").fetchone()
        book.write("Sửa", [Amend(record, {"words": "54 tin", "value": Decimal(54)})])
        findings = reconcile_files(papers, book)
        assert {(one.rule, one.values) for one in findings} == {("outdated", ("53 tin", "54 tin"))}
        assert {one.paper for one in findings} == {path.name for path in papers}
        assert reconcile_files(papers) == []


def test_a_record_in_the_bin_is_told(tmp_path: Path) -> None:
    with take_in(SAMPLE, tmp_path / "sổ.sovang") as book:
        papers = pack(book, SAMPLE, tmp_path / "out")
        (record,) = book.db.execute_sql("SELECT record_id FROM figure WHERE words = '53 tin'").fetchone()
        book.write("Bỏ", [Bin(record)])
        found = reconcile_files(papers, book)
        assert [(one.rule, one.paper) for one in found] == [("gone", path.name) for path in papers]


def test_a_file_of_nobodys_making_is_told_as_one_that_cannot_be_reconciled(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Đã trao 15 suất quà.")
    document.save(str(tmp_path / "khác.docx"))
    assert [one.rule for one in reconcile_files([tmp_path / "khác.docx"])] == ["untraced"]


def test_a_file_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        reconcile_files([tmp_path / "không có.docx"])


def test_the_list_of_prints_is_found_behind_its_properties(sample: tuple[Book, Path, Path], tmp_path: Path) -> None:
    _, report, sheet = sample
    target = tmp_path / report.name
    with zipfile.ZipFile(report) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: not name.startswith("customXml/itemProps")):
            new.writestr(name, old.read(name))
    assert reconcile_files([target, sheet]) == []


def test_a_row_deleted_from_the_sheet_is_told_once(sample: tuple[Book, Path, Path], tmp_path: Path) -> None:
    _, report, sheet = sample
    (number,) = [
        row[1].row
        for row in load_workbook(sheet).worksheets[0].iter_rows()
        if row[1].value == "Nguồn tin nhân dân cung cấp"
    ]
    content = edited_in_calc(sheet.read_bytes(), tmp_path, f"sheet.Rows.removeByIndex({number - 1}, 1)")
    target = tmp_path / sheet.name
    target.write_bytes(content)
    (one,) = reconcile_files([report, target])
    assert one.rule == "deleted" and "Nguồn tin nhân dân cung cấp" in one.sentence


def test_another_statement_chosen_since_makes_a_paper_outdated(tmp_path: Path) -> None:
    with take_in(SAMPLE, tmp_path / "sổ.sovang") as book:
        papers = pack(book, SAMPLE, tmp_path / "out")
        (record,) = book.db.execute_sql("SELECT record_id FROM figure WHERE words = '53 tin'").fetchone()
        old = load(book.db, record)
        said = {**old.values, "words": "61 tin", "value": Decimal(61), "chosen": True}
        book.write("Thêm", [Add("figure", said)])
        assert {(one.rule, one.values) for one in reconcile_files(papers, book)} == {
            ("outdated", ("53 tin", "61 tin"))
        }


def test_a_paper_that_was_brought_up_to_date_agrees_with_the_new_ones_and_the_book(tmp_path: Path) -> None:
    with take_in(SAMPLE, tmp_path / "sổ.sovang") as book:
        old, _ = pack(book, SAMPLE, tmp_path / "cũ")
        (record,) = book.db.execute_sql("SELECT record_id FROM figure WHERE words = '53 tin'").fetchone()
        (award,) = book.db.execute_sql("SELECT record_id FROM award WHERE state = 'proposed'").fetchone()
        book.write("Sửa", [Amend(record, typed_figure("54 tin")), Amend(award, {"state": "granted"})])
        new, sheet = pack(book, SAMPLE, tmp_path / "mới")
        assert {one.rule for one in reconcile_files([old, sheet], book)} == {"figure", "state", "outdated"}
        plan = plan_refresh(old.read_bytes(), new.read_bytes())
        old.write_bytes(apply(plan, defaults(plan)))
        assert reconcile_files([old, sheet], book) == []
