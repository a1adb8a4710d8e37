"""What a closed year locks, and what it leaves open."""

import pytest

from ward.book import Book
from ward.edits import Add, Amend, Bin, Edit, Forward
from ward.errors import UserError
from ward.kinds import KINDS
from ward.loading import load

LOCKED = [kind.key for kind in KINDS.values() if kind.locked]


@pytest.fixture
def closed(book: Book) -> Book:
    book.write("Khóa sổ", [Add("year", {"year": 2024, "closed_on": "2025-01-20"}), Add("year", {"year": 2025})])
    return book


def test_figures_awards_with_what_they_came_from_and_papers_are_what_a_closed_year_locks():
    assert LOCKED == ["figure", "award", "nomination", "meeting", "ballot", "fund_entry", "paper"]


@pytest.mark.parametrize("kind", LOCKED)
def test_a_closed_year_locks_its_records_against_every_edit(book, kind):
    record = book.write("Thêm", [Add(kind, {"years": [2024, 2025]})]).added[0]
    book.write("Khóa sổ", [Add("year", {"year": 2024, "closed_on": "2025-01-20"})])
    edits: list[Edit] = [
        Add(kind, {"years": [2024]}),
        Amend(record, {"note": "khác"}),
        Amend(record, {"years": [2025]}),
        Bin(record),
        Forward(record, book.write("Thêm", [Add(kind, {"years": [2025]})]).added[0]),
    ]
    for edit in edits:
        with pytest.raises(UserError, match="Năm 2024 đã khóa sổ"):
            book.write("Ghi", [edit])
    assert load(book.db, record).revision == 1


@pytest.mark.parametrize("kind", LOCKED)
def test_nothing_is_moved_into_a_closed_year(closed, kind):
    record = closed.write("Thêm", [Add(kind, {"years": [2025]})]).added[0]
    with pytest.raises(UserError, match="Năm 2024 đã khóa sổ"):
        closed.write("Ghi", [Amend(record, {"years": [2024, 2025]})])


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in LOCKED])
def test_a_closed_year_leaves_the_records_that_span_it_open(closed, kind):
    record = closed.write("Thêm", [Add(kind, {"years": [2024]})]).added[0]
    assert closed.write("Ghi", [Amend(record, {"note": "khác"}), Bin(record)]).id


def test_an_opened_year_takes_edits_again(closed):
    year = closed.db.execute_sql("SELECT record_id FROM year WHERE year = 2024").fetchone()[0]
    closed.write("Mở khóa", [Amend(year, {"closed_on": ""})])
    assert closed.write("Thêm", [Add("figure", {"years": [2024]})]).id
