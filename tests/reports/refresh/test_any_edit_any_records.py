"""What holds for every edit of the clerk's and every change of the records, tried at random."""

from collections.abc import Sequence
from functools import partial
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.refreshing.refresh import Choice, apply
from tests.reports.documents import STAMP
from tests.reports.refresh import scissors
from tests.reports.refresh.small_report import Report, lines, plan_for, refreshed, rows

TRIES = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_WORDS = st.sampled_from(["tuyến ngõ hoa", "camera an ninh", "tủ sách", "ngõ sáng đèn", "hộ an toàn", "cụm loa"])
_DIGITS = "456789abcdef"


def _some(texts: st.SearchStrategy[tuple[str, ...]], most: int) -> st.SearchStrategy[tuple[tuple[str, ...], ...]]:
    """Rows of a list, each of another record, in any order."""
    digits = st.permutations(_DIGITS).map(lambda all: all[:most])
    return st.tuples(digits, st.lists(texts, max_size=most)).map(
        lambda pair: tuple((digit, *text) for digit, text in zip(pair[0], pair[1], strict=False))
    )


REPORTS = st.builds(
    Report,
    people=st.sampled_from(["48.120", "50.300", "9", "trên 48 ngàn"]),
    area=st.sampled_from(["0,81 km2", "1,2 km2"]),
    claim=st.sampled_from(["", "tăng 2%", "giảm 03 vụ so với cùng kỳ"]),
    works=_some(st.tuples(_WORDS), 4),
    awards=_some(st.tuples(st.sampled_from(["Tổ 1", "Tổ 2", "Bà Ba"]), st.sampled_from(["Giấy khen", "Cờ"])), 5),
    refused=_some(st.tuples(st.sampled_from(["Ông Bảy", "Tổ 9"])), 2),
)
SEEDS = st.integers(0, 10**9)


def edited(paper: bytes, seed: int, acts: Sequence[scissors.Act], times: int) -> tuple[bytes, list[str]]:
    """The paper after random acts, and the words that they brought in."""
    random = Random(seed)
    words = [f"chữ{number}tôi" for number in range(times)]
    for word in words:
        act = random.choice(acts)
        paper = scissors.edit(paper, partial(act, random=random, word=word))
    return paper, words


def choices_at_random(paper: bytes, today: Report, seed: int) -> bytes:
    plan = plan_for(paper, today)
    random = Random(seed)
    chosen: dict[str, Choice] = {one.key: random.choice(one.choices) for one in plan.proposals}
    return apply(plan, chosen, at=STAMP.made_at)


@TRIES
@given(REPORTS, REPORTS)
def test_an_unedited_paper_becomes_todays_paper(printed: Report, today: Report) -> None:
    paper = refreshed(printed.paper(), today)
    assert lines(paper) == lines(today.paper())
    assert rows(paper, 1) == rows(today.paper(), 1)


@TRIES
@given(REPORTS, REPORTS, SEEDS)
def test_what_the_clerk_added_is_there_and_all_else_is_todays(printed: Report, today: Report, seed: int) -> None:
    paper, words = edited(printed.paper(), seed, scissors.HARMLESS, 5)
    there = [word for word in words if word in "\n".join(lines(paper))]
    plan = plan_for(paper, today)
    chosen: dict[str, Choice] = {one.key: "typed" for one in plan.undecided}
    text = lines(apply(plan, chosen, at=STAMP.made_at))
    assert [word for word in there if word in "\n".join(text)] == there
    if not plan.undecided:
        rest = ["".join(line.partition(" Câu chữ")[0]) for line in text if not line.startswith(("Đoạn chữ", "chữ"))]
        assert sorted(rest) == sorted(lines(today.paper()))


@TRIES
@given(REPORTS, REPORTS, SEEDS)
def test_a_second_refresh_with_the_same_records_changes_nothing(printed: Report, today: Report, seed: int) -> None:
    paper, _ = edited(printed.paper(), seed, scissors.ALL, 6)
    once = choices_at_random(paper, today, seed)
    again = plan_for(once, today)
    assert [one for one in again.proposals if one.default not in ("typed",)] == []
    assert apply(again, {}, at=STAMP.made_at) == once


@TRIES
@given(REPORTS, SEEDS)
def test_with_the_records_of_its_making_an_edited_paper_stays_as_it_is(printed: Report, seed: int) -> None:
    paper, _ = edited(printed.paper(), seed, scissors.ALL, 6)
    assert refreshed(paper, printed) == paper


@TRIES
@given(REPORTS, REPORTS, SEEDS)
def test_the_same_choices_give_the_same_bytes(printed: Report, today: Report, seed: int) -> None:
    paper, _ = edited(printed.paper(), seed, scissors.ALL, 4)
    assert choices_at_random(paper, today, seed) == choices_at_random(paper, today, seed)
