"""The awards of the real places are found in the register, as they are told there."""

from __future__ import annotations

from pathlib import Path

from forms.exchange import carry_out, plan_import
from ward.awarding.register import find_awards, life_of
from ward.book import Book
from ward.search import search

CASES = Path(__file__).parents[2] / "cases"


def taken_in(book: Book, name: str) -> Book:
    carry_out(book, plan_import(book, CASES / f"{name}.json"))
    return book


def test_the_groups_of_gia_thuy_are_found_each_and_together(book: Book):
    db = taken_in(book, "gia-thuy").db
    for text in ("to 1", "to 16", "to 18"):
        assert any("tổ" in line.named.lower() for line in find_awards(db, text, group="tap_the")), text
    (women,) = [line for line in find_awards(db, "chi hoi phu nu to 16") if len(line.recipients) == 1]
    assert (women.named.lower(), women.level, women.years) == ("chi hội phụ nữ tổ 16", "huyen", (2021,))
    together = [line for line in find_awards(db) if len(line.recipients) == 3]
    assert len(together) == 1
    (unit,) = {hit.id for hit in search(db, "Chi hội phụ nữ tổ 16", ("unit",))}
    assert [one.line.id for one in life_of(db, unit).own] == [women.id]


def test_two_unnamed_persons_of_dinh_cong_keep_their_words(book: Book):
    (line,) = find_awards(taken_in(book, "dinh-cong").db, "2 ca nhan")
    assert (line.named, line.recipients, line.level) == ("2 cá nhân (không nêu tên)", (), "huyen")


def test_the_exemplar_of_mai_dong_is_found_with_the_office_of_then(book: Book):
    db = taken_in(book, "mai-dong").db
    (line,) = find_awards(db, year=2023, group="ca_nhan")
    assert line.as_title == "Bí thư Đảng ủy phường Mai Động"
    assert [one.line for one in life_of(db, line.recipients[0]).own] == [line]
