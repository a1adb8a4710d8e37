"""What holds of conditions whatever the history: rows of years, counts, and that more never makes worse."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.ward.rules.a_pack import PACK, condition
from ward.rules.case import Case
from ward.rules.conditions import prior_award, rating
from ward.rules.facts import Facts, Nominated, Nominee, PastAward, Rated
from ward.rules.words import GRADE_ORDER, at_least

YEAR = 2025
WORST = {"yes": 0, "confirm": 1, "no": 2}
years = st.frozensets(st.integers(2016, YEAR), max_size=10)
grades = st.dictionaries(st.integers(2018, YEAR), st.sampled_from(GRADE_ORDER))


def title(year: int, doubt: str = "") -> PastAward:
    """A title of one year."""
    name = "Chiến sĩ thi đua cơ sở"
    stated: tuple[Any, ...] = ("danh_hieu", (year,), "cong_trang", "", "", "", None, None, "", None, doubt)
    return PastAward(year, "cstd_co_so", name, *stated)


def case_of(awards: tuple[PastAward, ...] = (), ratings: tuple[Rated, ...] = ()) -> Case:
    """A person with this history, nominated for the year."""
    facts = Facts({1: Nominee(1, "person", "An")}, {1: awards}, {1: ratings})
    return Case(PACK, facts, Nominated(0, "cstd_tinh", 1, "ca_nhan", "cong_trang", YEAR), "2025-12-01")


@given(years, st.integers(1, 5))
def test_years_in_a_row_hold_when_none_of_the_last_is_missing(held: frozenset[int], count: int):
    asked = condition("x", "prior_award", award="cstd_co_so", count=count, consecutive=True)
    found = prior_award(case_of(tuple(title(year) for year in held)), asked)
    wanted = set(range(YEAR - count + 1, YEAR + 1))
    assert (found.state == "yes") is (wanted <= held)
    assert found.lacking == (len(wanted - held) if wanted & held else 0)


@given(years, st.integers(1, 5), st.integers(2016, YEAR), st.booleans())
def test_one_award_more_never_makes_it_worse(held: frozenset[int], count: int, more: int, in_a_row: bool):
    asked = condition("x", "prior_award", award="cstd_co_so", count=count, consecutive=in_a_row)
    before = prior_award(case_of(tuple(title(year) for year in held)), asked)
    after = prior_award(case_of(tuple(title(year) for year in held | {more})), asked)
    assert WORST[after.state] <= WORST[before.state]


@given(years, years, st.integers(1, 4))
def test_a_doubtful_award_is_never_counted_in_silence(sure: frozenset[int], doubtful: frozenset[int], count: int):
    asked = condition("x", "prior_award", award="cstd_co_so", count=count)
    awards = (*(title(year) for year in sure), *(title(year, "tên bằng lời") for year in doubtful - sure))
    found = prior_award(case_of(awards), asked)
    assert (found.state == "yes") is (len(sure) >= count)
    assert (found.state == "no") is (len(sure | doubtful) < count)


@given(grades, st.sampled_from(GRADE_ORDER), st.integers(1, 5))
def test_ratings_in_a_row(graded: dict[int, str], least: str, count: int):
    rows = tuple(Rated(year, year, "work", grade, "", "", "", "") for year, grade in graded.items())
    found = rating(case_of(ratings=rows), condition("x", "rating", min=least, years=count, consecutive=True))
    wanted = range(YEAR - count + 1, YEAR + 1)
    below = [year for year in wanted if year in graded and not at_least(graded[year], least)]
    unknown = [year for year in wanted if year not in graded]
    assert found.state == ("no" if below else "confirm" if unknown else "yes")
