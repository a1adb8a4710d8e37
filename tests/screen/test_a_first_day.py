"""A clerk's first day on a real screen: all by keys and clicks, then read back from the files that it left."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from tests.reports.golden import word_text
from tests.screen.conftest import Desk
from ward.book import Book
from ward.findings import findings
from ward.listing import Wanted, list_records
from ward.loading import load


@pytest.fixture(scope="module")
def evening(display: str, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The machine after the first day; the program has ended by itself."""
    desk = Desk(display, tmp_path_factory.mktemp("nhà"))
    desk.run("first_day")
    return desk


@pytest.fixture
def book(evening: Desk) -> Iterator[Book]:
    with Book.open(evening.home / "sổ" / "Phường Hoa Sen.sovang", read_only=True) as opened:
        yield opened


def kept(book: Book, kind: str) -> dict[str, dict[str, Any]]:
    """The records of a kind by title."""
    stored = [load(book.db, record) for record in list_records(book.db, Wanted(kind)).ids]
    return {one.title: one.values for one in stored}


def report(desk: Desk) -> str:
    """All words of the report."""
    (path,) = (desk.home / "sổ" / "Văn bản").glob("Bao-cao-tong-ket-nam*.docx")
    return word_text(path).replace("\N{NO-BREAK SPACE}", " ")


def test_the_office_the_unit_and_the_people_are_kept(book: Book) -> None:
    assert set(kept(book, "unit")) == {"Phường Hoa Sen", "thành phố Hà Nội", "Tổ dân phố số 7"}
    (office,) = kept(book, "office").values()
    assert office["signatories"][0]["name"] == "Đặng Thị Thanh Bình"
    people = kept(book, "person")
    assert set(people) == {"Nguyễn Thị Ngọc Ánh", "Dương Văn Đức"}
    assert people["Nguyễn Thị Ngọc Ánh"]["birth"] == "1962"


def test_figures_are_kept_in_their_words_and_exactly(book: Book) -> None:
    figures = {values["words"]: values for values in kept(book, "figure").values()}
    people = figures["gần 48 ngàn người"]
    assert (people["qualifier"], people["value"], people["measure"]) == ("gần", Decimal(48000), "người")
    assert figures["1.8 tỷ"]["value"] == Decimal(1_800_000_000)


def test_the_finding_is_accepted_with_its_reason(book: Book) -> None:
    (finding,) = [one for one in findings(book.db, year=2025) if one.severity != "note"]
    assert finding.accepted == "Báo cáo của quận ghi như vậy"
    assert finding.numbers is not None and {number.split()[0] for number in finding.numbers} == {"9", "12"}


def test_the_report_prints_the_ward_the_person_and_the_figure(evening: Desk) -> None:
    words = report(evening)
    assert "PHƯỜNG HOA SEN" in words.upper()
    assert "Đặng Thị Thanh Bình" in words
    assert "Nguyễn Thị Ngọc Ánh" in words
    assert "gần 48 ngàn người" in words


def test_the_next_morning_everything_is_where_it_was(evening: Desk) -> None:
    evening.run("next_morning")
