"""How long posts were held: whole months, what overlaps once, what is not known never as nothing."""

from typing import Any

import pytest

from ward.awarding.service_time import Served, by_title, posts_of, together

TODAY = "2025-12-20"


def row(since: str, until: str = "", title: str = "Chủ tịch") -> dict[str, Any]:
    return {"title": title, "since": since, "until": until}


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        ("2015-05-01", "2020-04-30", 60),
        ("2015-03", "2020-03", 60),
        ("2015-05-15", "2020-05-01", 59),
        ("2024-02-29", "2025-02-28", 12),
        ("2020-06-01", "2020-06-15", 0),
        ("2024-12-21", "", 12),
    ],
)
def test_a_post_lasts_its_whole_months(since: str, until: str, months: int) -> None:
    (post,) = posts_of([row(since, until)], TODAY)
    assert post.served == Served(months)


def test_a_post_of_which_only_the_years_are_known_is_not_exact() -> None:
    (post,) = posts_of([row("2015", "2020")], TODAY)
    assert post.served == Served(60, exact=False)


@pytest.mark.parametrize("bounds", [("", "2020"), ("2021", "2020"), ("", "")])
def test_a_time_that_cannot_be_told_is_not_nothing(bounds: tuple[str, str]) -> None:
    (post,) = posts_of([row(*bounds)], TODAY)
    assert post.span is None and post.served == Served(None, untold=1)


def test_posts_held_at_once_count_once_and_posts_that_follow_each_other_lose_no_month() -> None:
    posts = posts_of([row("2010-01-01", "2015-06-14"), row("2015-06-15", "2020-12-31"), row("2012", "2018")], TODAY)
    assert together(post.span for post in posts) == Served(132, exact=False)


def test_a_gap_between_two_posts_is_not_counted() -> None:
    posts = posts_of([row("2010-01", "2011-01"), row("2015-01", "2016-01")], TODAY)
    assert together(post.span for post in posts) == Served(24)


def test_the_time_of_a_title_is_that_of_all_its_stretches_and_untold_ones_are_named() -> None:
    rows = [row("2010-01", "2011-01"), row("2015-01", "2016-07", "CHỦ TỊCH"), row("", "", "Chủ tịch"), row("2020-01")]
    rows[3]["title"] = "Bí thư"
    totals = {post.title: served for post, served in by_title(posts_of(rows, "2021-01"))}
    assert totals == {"Chủ tịch": Served(30, untold=1), "Bí thư": Served(12)}


def test_posts_stand_by_their_beginning_whatever_the_order_of_entry() -> None:
    assert [post.place for post in posts_of([row("2015"), row(""), row("2010-05")], TODAY)] == [2, 0, 1]
