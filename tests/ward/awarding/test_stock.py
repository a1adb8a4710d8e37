"""Blanks: what came, was used and spoiled."""

from __future__ import annotations

import pytest

from ward.awarding.stock import receive, spoil, stock_of, stocks, use
from ward.errors import UserError


@pytest.fixture
def blank(ward):
    return ward.add("blank", name="Phôi giấy khen A4")


def test_what_is_left_is_what_came_without_what_was_used_and_spoiled(ward, blank):
    receive(ward.book, blank, 50, on="2026-01-05")
    awards = [ward.add("award", state="granted") for _ in range(3)]
    assert use(ward.book, blank, awards, on="2026-12-10").warnings == ()
    spoil(ward.book, blank, 2, "Kẹt giấy")
    found = stock_of(ward.book.db, blank)
    assert (found.came, found.used, found.spoiled, found.left) == (50, 3, 2, 45)


def test_a_spoiled_certificate_is_used_no_more_and_its_reprint_takes_one_sheet(ward, blank):
    receive(ward.book, blank, 10)
    award = ward.add("award", state="granted")
    use(ward.book, blank, [award])
    spoil(ward.book, blank, 1, "In lệch", award=award)
    assert use(ward.book, blank, [award]).warnings == ()
    found = stock_of(ward.book.db, blank)
    assert (found.used, found.spoiled, found.left) == (1, 1, 8)
    assert "in lại" in use(ward.book, blank, [award]).warnings[0]


def test_more_used_than_came_is_told(ward, blank):
    outcome = use(ward.book, blank, [ward.add("award", state="granted")])
    assert "nhiều hơn số nhập 1 tờ" in outcome.warnings[0]


def test_a_movement_without_a_count_is_told_and_not_counted(ward, blank):
    ward.amend(blank, stock=[{"movement": "in", "moved_on": "2026-01-05"}])
    found = stock_of(ward.book.db, blank)
    assert (found.came, len(found.warnings)) == (0, 1)


@pytest.mark.parametrize("count", [0, -3])
def test_a_count_is_at_least_one(ward, blank, count):
    with pytest.raises(UserError, match="từ 1 tờ"):
        receive(ward.book, blank, count)
    with pytest.raises(UserError, match="từ 1 tờ"):
        spoil(ward.book, blank, count, "Kẹt giấy")


def test_what_is_spoiled_has_a_reason_and_what_is_used_an_award(ward, blank):
    with pytest.raises(UserError, match="lý do"):
        spoil(ward.book, blank, 1, " ")
    with pytest.raises(UserError, match="Chưa chọn khen thưởng"):
        use(ward.book, blank, [])


def test_all_blanks_stand_by_name_and_nothing_else_is_a_blank(ward, blank):
    other = ward.add("blank", name="Phôi bằng")
    assert [one.blank for one in stocks(ward.book.db)] == [other, blank]
    with pytest.raises(UserError, match="không phải là phôi"):
        stock_of(ward.book.db, ward.group)
