"""The annual reports of the real places: edited in LibreOffice, refreshed after figures and awards were changed."""

import datetime as dt
from pathlib import Path

import pytest

from reports.papers import make_paper
from reports.refreshing.refresh import apply, plan_refresh
from tests.reports.cases import PLACES, take_in, years_of
from tests.reports.refresh.clerk import Clerk
from tests.reports.refresh.small_report import faults_of, lines
from ward.book import Book
from ward.edits import Add, Amend, Bin
from ward.statements import typed_figure

DAY = dt.date(2026, 1, 5)
MINE = "Câu này do người soạn viết thêm."


def change_records(book: Book, years: tuple[int, ...]) -> None:
    """Another number in every fifth figure, an award less, a model more."""
    figures = [row[0] for row in book.db.execute_sql("SELECT record_id FROM figure ORDER BY record_id").fetchall()]
    awards = [row[0] for row in book.db.execute_sql("SELECT record_id FROM award ORDER BY record_id").fetchall()]
    book.write("Sửa", [Amend(figure, typed_figure("4.321 hộ", measure="")) for figure in figures[::5]])
    book.write("Bỏ", [Bin(award) for award in awards[:1]])
    book.write("Thêm", [Add("practice", {"name": "Ngõ xanh tự quản", "years": years[-1:]})])


@pytest.mark.parametrize("place", PLACES)
def test_a_real_report_takes_todays_values_around_the_clerks_words(place: str, clerk: Clerk, tmp_path: Path) -> None:
    years = years_of(PLACES[place])
    book = take_in(PLACES[place], tmp_path / "sổ.sovang")
    try:
        printed = make_paper(book, "bao-cao-tong-ket-nam", years, tmp_path / "trước", today=DAY).path.read_bytes()
        change_records(book, years)
        fresh = make_paper(book, "bao-cao-tong-ket-nam", years, tmp_path / "sau", today=DAY).path.read_bytes()
    finally:
        book.close()
    assert lines(printed) != lines(fresh)
    unedited = apply(plan_refresh(printed, fresh), {})
    assert lines(unedited) == lines(fresh)
    assert faults_of(unedited, tmp_path) <= faults_of(printed, tmp_path)

    edited = clerk.edit(
        printed, ("new_paragraph_after", "Đặc điểm, tình hình", MINE), ("font", "Đánh giá chung", "Arial", 15)
    )
    plan = plan_refresh(edited, fresh)
    assert plan.undecided == ()
    paper = apply(plan, {})
    assert [line for line in lines(paper) if line != MINE] == lines(fresh)
    assert lines(paper).count(MINE) == 1
    assert faults_of(paper, tmp_path) <= faults_of(edited, tmp_path)
    assert apply(plan_refresh(paper, fresh), {}) == paper
    assert MINE in clerk.read(paper)
