"""Facts about the whole file at a glance: its years, what was touched last, what is missing, what is binned."""

import pytest

from ward.book import Book
from ward.edits import Add, Amend, Bin, Forward
from ward.overview import counts, in_the_bin, known_years, missing_figures, touched_last
from ward.statements import typed_figure
from ward.years import close_year


@pytest.fixture
def book(tmp_path):
    with Book.create(tmp_path / "thu.sovang") as made:
        yield made


def add(book: Book, kind: str, **values: object) -> int:
    return book.write(f"Thêm {kind}", [Add(kind, values)]).added[0]


def test_years_come_from_their_own_records_and_from_those_that_belong_to_them(book):
    add(book, "event", name="Ngày hội", years=(2023, 2024))
    add(book, "year", year=2025, theme="Kỷ cương")
    close_year(book, 2024, "Đã ký báo cáo")
    known = [(one.year, one.recorded, one.theme, one.locked) for one in known_years(book.db)]
    assert known == [(2025, True, "Kỷ cương", False), (2024, True, "", True), (2023, False, "", False)]


def test_a_binned_year_record_is_no_year(book):
    book.write("Bỏ", [Bin(add(book, "year", year=2030))])
    assert known_years(book.db) == []


def test_what_was_touched_last_stands_first_and_once(book):
    first, second = add(book, "person", name="Nguyễn Văn An"), add(book, "person", name="Trần Thị Bích")
    book.write("Sửa", [Amend(first, {"birth": "1960"})])
    touched = touched_last(book.db)
    assert [(one.id, one.act) for one in touched] == [(first, "Sửa"), (second, "Thêm person")]


def test_a_figure_s_line_begins_with_what_is_counted(book):
    indicator = add(book, "indicator", name="Phạm pháp hình sự")
    add(book, "figure", indicator=indicator, **typed_figure("19 vụ"))
    assert touched_last(book.db)[0].title == "Phạm pháp hình sự: 19 vụ"


def test_missing_figures_are_counted_by_year(book):
    add(book, "figure", label="a", years=(2024,), **typed_figure("chưa có số liệu"))
    add(book, "figure", label="b", years=(2025,), **typed_figure("12 hộ"))
    binned = add(book, "figure", label="c", years=(2024,), **typed_figure("chưa có số liệu"))
    book.write("Bỏ", [Bin(binned)])
    assert (missing_figures(book.db), missing_figures(book.db, 2024), missing_figures(book.db, 2025)) == (1, 1, 0)


def test_the_bin_holds_what_may_come_back_and_no_merged_entry(book):
    kept, gone, merged = (add(book, "person", name=name) for name in ("An", "Bình", "Bình (bản trùng)"))
    book.write("Bỏ", [Bin(gone)])
    book.write("Gộp", [Forward(merged, kept), Bin(merged)])
    assert [one.title for one in in_the_bin(book.db)] == ["Bình"]


def test_counts_leave_out_what_is_binned(book):
    add(book, "person", name="An")
    book.write("Bỏ", [Bin(add(book, "person", name="Bình"))])
    assert counts(book.db) == {"person": 1}
