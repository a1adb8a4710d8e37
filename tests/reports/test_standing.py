"""A paper's file on its own: which Paper it is, and what stands at its marks, after it was moved and edited."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from desktop.paper_acts import make, make_all
from reports.standing import find_paper, read_standing, standing_of
from tests.reports.small_ward import YEAR, make_small_ward
from ward.book import Book
from ward.errors import UserError
from ward.loading import load
from ward.paper_records import sign
from ward.printed import prints_of

REPORT, SHEET = "bao-cao-tong-ket-nam", "bieu-chi-tieu"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return make_small_ward(tmp_path / "sổ.sovang")


def retyped(path: Path, old: str, new: str) -> None:
    """The text of one run typed over, as a person does it in Word, and saved by another program."""
    document = docx.Document(str(path))
    texts = [text for text in document.element.body.iter() if text.tag.endswith("}t")]
    found = next(text for text in texts if (text.text or "").replace("\u00a0", " ") == old)
    found.text = new
    document.save(str(path))


def test_a_paper_that_was_just_made_stands_as_it_was_printed(book: Book, tmp_path: Path) -> None:
    for made in make_all(book, (YEAR,), tmp_path / "out"):
        assert made.record
        standing = read_standing(made.path.read_bytes())
        kept = prints_of(book.db, made.record)
        assert [(one.id, one.text) for one in standing.values] == [(one.id, one.text) for one in kept]
        assert [one for one in standing.values if one.text != one.printed or not one.place] == []
        assert standing.made_at[:19] == load(book.db, made.record).values["made_at"][:19]


def test_a_number_that_was_typed_over_in_word_is_told_beside_the_printed_one(book: Book, tmp_path: Path) -> None:
    made = make(book, REPORT, (YEAR,), tmp_path / "out")
    retyped(made.path, "19 vụ", "20 vụ")
    (changed,) = [one for one in read_standing(made.path.read_bytes()).values if one.text != one.printed]
    assert (changed.text, changed.printed.replace("\u00a0", " ")) == ("20 vụ", "19 vụ")
    assert changed.place.startswith("mục “")


def test_a_number_that_was_typed_over_in_excel_is_told_with_its_cell(book: Book, tmp_path: Path) -> None:
    made = make(book, SHEET, (YEAR,), tmp_path / "out")
    workbook = load_workbook(made.path)
    cell = next(cell for row in workbook["Biểu chỉ tiêu"].iter_rows() for cell in row if cell.value == 19)
    cell.value = 20
    workbook.save(made.path)
    changed = [one for one in read_standing(made.path.read_bytes()).values if one.text != one.printed]
    assert {one.place for one in changed} == {f"trang tính “Biểu chỉ tiêu”, ô {cell.coordinate}"}
    assert {one.text for one in changed} == {"20"}


def test_what_stands_at_the_signing_is_what_the_signed_paper_keeps(book: Book, tmp_path: Path) -> None:
    made = make(book, REPORT, (YEAR,), tmp_path / "out")
    assert made.record
    retyped(made.path, "19 vụ", "20 vụ")
    sign(book, made.record, dt.date(YEAR, 12, 25), "15/BC-UBND", standing_of(made.path))
    assert "20 vụ" in [one.text for one in prints_of(book.db, made.record)]
    assert load(book.db, made.record).values["file_hash"] == hashlib.sha256(made.path.read_bytes()).hexdigest()


@pytest.mark.parametrize("kind", [REPORT, SHEET])
def test_a_paper_that_was_moved_renamed_and_edited_is_still_known(book: Book, tmp_path: Path, kind: str) -> None:
    first = make(book, kind, (YEAR,), tmp_path / "một")
    moved = tmp_path / f"Bản gửi đi{first.path.suffix}"
    if kind == REPORT:
        retyped(first.path, "19 vụ", "20 vụ")
    else:
        workbook = load_workbook(first.path)
        workbook.worksheets[0]["A30"] = "ghi thêm"
        workbook.save(first.path)
    first.path.rename(moved)
    assert find_paper(book, moved) == first.record


def test_a_file_is_known_by_its_place_when_its_marks_are_gone(book: Book, tmp_path: Path) -> None:
    made = make(book, REPORT, (YEAR,), tmp_path / "out")
    document = docx.Document()
    document.add_paragraph("Gõ lại từ đầu")
    document.save(str(made.path))
    assert find_paper(book, made.path) == made.record
    made.path.write_bytes(b"not a package at all")
    assert find_paper(book, made.path) == made.record


def test_somebody_elses_file_is_no_paper_of_the_book(book: Book, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Một văn bản khác")
    document.save(str(tmp_path / "khác.docx"))
    assert find_paper(book, tmp_path / "khác.docx") is None


def test_a_file_that_is_gone_is_told_in_words(book: Book, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không đọc được “mất"):
        find_paper(book, tmp_path / "mất.docx")
