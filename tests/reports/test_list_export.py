"""Facts about a list in Excel: what is seen is written, numbers as numbers, everything else as text."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.excel.list_export import Head, export_list
from ward.book import Book
from ward.edits import Add
from ward.errors import UserError
from ward.listing import Wanted


@pytest.fixture
def book(tmp_path):
    with Book.create(tmp_path / "thu.sovang") as made:
        edits = [
            Add("household", {"name": "=1+1", "members": 4, "address": "012345678901"}),
            Add("household", {"name": "Hộ ông An", "address": "ngõ 5"}),
        ]
        made.write("Thêm hộ", edits)
        yield made


HEADS = (
    Head("Tên hộ", ("title",), str, 240),
    Head("Số người", ("members",), lambda cell: str(cell or ""), 80),
    Head("Địa chỉ", ("address",), str, 240),
)
WANTED = Wanted("household", ("title", "members", "address"))


def sheet_of(path: Path) -> Worksheet:
    sheet = load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    return sheet


def rows(path: Path) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row) for row in sheet_of(path).iter_rows(min_row=4)]


def test_the_visible_rows_are_written_in_their_order(book, tmp_path):
    target = export_list(book, WANTED, "Hộ gia đình", HEADS, tmp_path / "hộ.xlsx")
    assert rows(target) == [(1, "=1+1", 4, "012345678901"), (2, "Hộ ông An", None, "ngõ 5")]


def test_text_that_looks_like_a_formula_stays_text(book, tmp_path):
    sheet = sheet_of(export_list(book, WANTED, "Hộ", HEADS, tmp_path / "hộ.xlsx"))
    assert (sheet["B4"].data_type, sheet["D4"].data_type, sheet["C4"].data_type) == ("s", "s", "n")


def test_it_is_ready_to_print(book, tmp_path):
    sheet = sheet_of(export_list(book, WANTED, "Hộ gia đình", HEADS, tmp_path / "hộ.xlsx"))
    assert sheet["A1"].value == "Hộ gia đình"
    assert [cell.value for cell in sheet[3]] == ["STT", "Tên hộ", "Số người", "Địa chỉ"]
    assert (sheet.page_setup.orientation, sheet.print_title_rows, sheet.freeze_panes) == ("landscape", "$3:$3", "C4")


def test_an_exact_number_is_written_exactly(tmp_path):
    with Book.create(tmp_path / "so.sovang") as book:
        book.write("Thêm", [Add("figure", {"label": "hộ nghèo", "value": Decimal("91.50"), "words": "91,50%"})])
        heads = (Head("Số", ("value",), str, 90),)
        target = export_list(book, Wanted("figure", ("value",)), "Số liệu", heads, tmp_path / "số.xlsx")
    assert rows(target)[0][1] == 91.5


def test_a_cancelled_or_failed_export_leaves_the_old_file(book, tmp_path):
    target = tmp_path / "hộ.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        export_list(book, WANTED, "Hộ", HEADS, target, progress=stop)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.glob("*") if not path.name.startswith("thu.sovang")] == ["hộ.xlsx"]


def test_a_folder_that_cannot_be_written_is_said_in_words(book, tmp_path):
    with pytest.raises(UserError, match="Hãy chọn một thư mục khác"):
        export_list(book, WANTED, "Hộ", HEADS, tmp_path / "không có" / "hộ.xlsx")


def stop(_done: int, _total: int) -> None:
    raise KeyboardInterrupt
