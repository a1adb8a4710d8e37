"""What holds of every vote and every pair of achievements."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ward.awarding.same_deed import times_meet, words_alike
from ward.awarding.thresholds import show_share, vote_on
from ward.rules.reading import built_in_pack

PACK = built_in_pack()
PERIODS = st.sampled_from(["2024", "2025", "2026", "2026-Q1", "2026-H2", "2025-06-30", "S2025/2026", ""])
YEARS = st.lists(st.integers(2020, 2027), max_size=2).map(tuple)
WORDS = ("hiến", "đất", "mở", "ngõ", "thành", "tích", "xuất", "sắc", "dân", "vận", "năm", "2026")
DEEDS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@given(st.sampled_from(["cstd_co_so", "cstd_tinh", "ldtt", "khong_co"]), st.integers(1, 40), st.data())
def test_the_votes_needed_are_the_fewest_that_pass(code, members, data):
    agree = data.draw(st.integers(0, members))
    vote = vote_on(PACK, code, agree, members, "2026-09-30")
    assert vote.passes is (agree >= vote.needed)
    assert vote.share == Fraction(agree, members)


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction(2, 3), "66,67%"),
        (Fraction(4, 5), "80%"),
        (Fraction(1), "100%"),
        (Fraction(0), "0%"),
        (Fraction(1, 8), "12,5%"),
        (None, ""),
    ],
)
def test_a_share_is_shown_with_at_most_two_decimals(share, shown):
    assert show_share(share) == shown


def test_nobody_has_no_share_and_passes_nothing():
    vote = vote_on(PACK, "ldtt", 0, 0, "2026-09-30")
    assert (vote.share, vote.passes) == (None, False)


@given(PERIODS, YEARS, PERIODS, YEARS)
def test_two_times_meet_both_ways(one, one_years, other, other_years):
    assert times_meet(one, one_years, other, other_years) is times_meet(other, other_years, one, one_years)


@given(DEEDS, DEEDS)
def test_two_achievements_are_alike_both_ways_and_each_is_like_itself(one, other):
    assert words_alike(one, other) is words_alike(other, one)
    assert words_alike(one, one) is bool(one.strip())
