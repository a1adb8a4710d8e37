"""Closing and reopening a work year."""

import datetime as dt

import pytest

from ward.book import Book
from ward.edits import Add, Amend
from ward.errors import UserError
from ward.years import close_year, is_closed, reopen_year

DAY = dt.date(2024, 1, 15)


def add(book: Book, kind: str, **values: object) -> int:
    return book.write(f"Thêm {kind}", [Add(kind, values)]).added[0]


def test_a_closed_year_locks_its_figures_awards_and_papers(book: Book):
    records = [add(book, kind, years=[2023]) for kind in ("figure", "award", "paper")]
    close_year(book, 2023, "Đã báo cáo Hội đồng", today=DAY)
    assert is_closed(book.db, 2023)
    for record in records:
        with pytest.raises(UserError, match="2023 đã khóa sổ"):
            book.write("Sửa", [Amend(record, {"note": "muộn"})])


def test_other_years_and_records_that_span_it_stay_open(book: Book):
    figure = add(book, "figure", years=[2024])
    practice = add(book, "practice", name="Tuyến ngõ hoa", years=[2022, 2023, 2024])
    close_year(book, 2023, "Đã báo cáo", today=DAY)
    book.write("Sửa", [Amend(figure, {"note": "mới"}), Amend(practice, {"result": "Tốt"})])
    assert not is_closed(book.db, 2024)


def test_reopening_lets_one_write_again_and_keeps_both_reasons_in_the_history(book: Book):
    figure = add(book, "figure", years=[2023])
    close_year(book, 2023, "Đã báo cáo", today=DAY)
    reopen_year(book, 2023, "Sửa số liệu dân số")
    book.write("Sửa", [Amend(figure, {"note": "đã sửa"})])
    acts = [act for (act,) in book.db.execute_sql('SELECT act FROM "change" ORDER BY id')]
    assert acts[1:3] == ["Khóa sổ năm 2023: Đã báo cáo", "Mở lại năm 2023: Sửa số liệu dân số"]


def test_closing_keeps_the_theme_of_a_year_that_has_a_record(book: Book):
    year = add(book, "year", year=2023, theme="Năm Dân vận khéo")
    close_year(book, 2023, "Đã báo cáo", today=DAY)
    rows = book.db.execute_sql("SELECT record_id, theme, closed_on, closed_reason FROM year").fetchall()
    assert rows == [(year, "Năm Dân vận khéo", "2024-01-15", "Đã báo cáo")]


def test_closing_can_be_undone(book: Book):
    close_year(book, 2023, "Đã báo cáo", today=DAY)
    book.undo()
    assert not is_closed(book.db, 2023)


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_is_needed_for_both(book: Book, reason):
    with pytest.raises(UserError, match="lý do"):
        close_year(book, 2023, reason)
    close_year(book, 2022, "Đã báo cáo")
    with pytest.raises(UserError, match="lý do"):
        reopen_year(book, 2022, reason)


def test_a_closed_year_is_not_closed_twice_and_an_open_one_not_opened(book: Book):
    close_year(book, 2023, "Đã báo cáo")
    with pytest.raises(UserError, match="đã khóa sổ từ trước"):
        close_year(book, 2023, "Lần nữa")
    with pytest.raises(UserError, match="chưa khóa sổ"):
        reopen_year(book, 2024, "Sửa")
