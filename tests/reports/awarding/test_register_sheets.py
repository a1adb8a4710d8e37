"""Sổ vàng and sổ theo dõi cấp bằng: who is in them, in which order, ready to print."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reports.awarding.register_sheets import CERTIFICATE_LOG, GOLDEN_BOOK, write_certificate_log, write_golden_book
from tests.reports.documents import faults
from ward.book import Book
from ward.edits import Add

HEAD = 3


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with Book.create(tmp_path / "sổ.sovang") as made:
        lan = made.write("Thêm", [Add("person", {"name": "Nguyễn Thị Lan"})]).added[0]
        to = {"names": [{"name": "Tổ 5", "until": "2020"}, {"name": "Tổ dân phố 5", "since": "2020"}]}
        unit = made.write("Thêm", [Add("unit", to)]).added[0]
        title = made.write("Thêm", [Add("award_type", {"name": "Lao động tiên tiến", "level": "phuong"})]).added[0]

        def award(**values: object) -> Add:
            return Add("award", {"award_type": title, "state": "granted", "years": [2025], **values})

        made.write(
            "Thêm",
            [
                award(
                    recipients=[{"who": lan, "as_title": "Công chức"}, {"who": unit}],
                    decision_number="99/QĐ-UBND",
                    decided_on="2025-12-20",
                    book_number="10",
                    period="2025",
                    issuers=[{"words": "Chủ tịch UBND phường"}],
                ),
                award(recipients=[{"words": "Hộ bà Hoa"}], decision_number="99/QĐ-UBND", decided_on="2025-12-20",
                      book_number="9", posthumous=True),
                award(recipients=[{"who": unit}], decided_on="2015-12-08", years=[2016], level="huyen"),
                award(counted_words="88 tập thể và cá nhân", award_type=None, form_words="Khen thưởng"),
                award(recipients=[{"words": "Trần Văn Bình"}], state="cancelled", decided_on="2025-10-10",
                      decision_number="77/QĐ-UBND"),
                award(recipients=[{"words": "Người bị từ chối"}], state="refused"),
            ],
        )  # fmt: skip
        yield made


def rows(path: Path) -> list[tuple[object, ...]]:
    (sheet,) = load_workbook(path).worksheets
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(HEAD)]


def test_the_golden_book_has_a_line_for_each_recipient_in_the_order_of_decisions(book: Book, tmp_path: Path) -> None:
    head, *lines = rows(write_golden_book(book, tmp_path / "Sổ vàng.xlsx"))
    assert head == tuple(label for label, _ in GOLDEN_BOOK)
    assert [(line[0], line[1], line[2]) for line in lines] == [
        (1, None, "Tổ 5"),
        (2, "9", "Hộ bà Hoa"),
        (3, "10", "Nguyễn Thị Lan"),
        (4, "10", "Tổ dân phố 5"),
        (5, None, "88 tập thể và cá nhân"),
    ]
    assert lines[1][4] == "Lao động tiên tiến (truy tặng)"
    assert lines[2][3] == "Công chức"
    assert lines[2][8:] == ("99/QĐ-UBND", "20/12/2025", "Chủ tịch UBND phường")


def test_one_year_has_the_awards_of_that_year(book: Book, tmp_path: Path) -> None:
    path = write_golden_book(book, tmp_path / "a.xlsx", year=2016)
    assert load_workbook(path).worksheets[0]["A1"].value == "SỔ VÀNG KHEN THƯỞNG NĂM 2016"
    assert [line[2] for line in rows(path)[1:]] == ["Tổ 5"]


def test_the_log_of_certificates_has_those_of_the_ward_and_tells_what_was_cancelled(
    book: Book, tmp_path: Path
) -> None:
    head, *lines = rows(write_certificate_log(book, tmp_path / "a.xlsx", year=2025))
    assert head == tuple(label for label, _ in CERTIFICATE_LOG)
    assert [(line[4], line[9]) for line in lines] == [
        ("Trần Văn Bình", "Đã hủy"),
        ("Hộ bà Hoa", None),
        ("Nguyễn Thị Lan", None),
        ("Tổ dân phố 5", None),
        ("88 tập thể và cá nhân", None),
    ]


@pytest.mark.parametrize("write", [write_golden_book, write_certificate_log])
def test_the_sheets_print_on_a4_across_with_their_heads_on_each_page(write, book: Book, tmp_path: Path) -> None:
    path = write(book, tmp_path / "a.xlsx")
    sheet = load_workbook(path).worksheets[0]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
    assert faults(path) == []


def test_progress_is_told_and_may_cancel(book: Book, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write_golden_book(book, tmp_path / "a.xlsx", progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 4), (4, 4)]


def test_an_empty_register_is_a_sheet_with_heads_only(tmp_path: Path) -> None:
    with Book.create(tmp_path / "trống.sovang") as empty:
        assert len(rows(write_golden_book(empty, tmp_path / "a.xlsx"))) == 1
