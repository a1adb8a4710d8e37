"""A table comes where a paragraph goes, and the other way: nothing is lost, whatever stands beside it."""

from functools import partial
from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from reports.refreshing.refresh import Choice, apply, plan_refresh
from reports.word.xml import TBL, P, w
from tests.reports.documents import STAMP
from tests.reports.refresh import scissors
from tests.reports.refresh.clerk import Clerk
from tests.reports.refresh.either_report import NOBODY, PEOPLE, PLACES, UNITS, Either, outline, texts
from tests.reports.refresh.small_report import faults_of

MINE = "Đoạn tôi viết."
STATES = list(product((PEOPLE, ()), (UNITS, ())))


def refreshed(edited: bytes, today: Either) -> bytes:
    return apply(plan_refresh(edited, today.paper()), {}, at=STAMP.made_at)


def body_of(root: etree._Element) -> etree._Element:
    return root[0]


def put_mine(root: etree._Element, before: str) -> None:
    """The clerk's own paragraph before the top element that holds a text."""
    made = etree.Element(P)
    made.append(scissors.run(MINE))
    next(one for one in body_of(root) if before in "".join(one.itertext())).addprevious(made)


@pytest.mark.parametrize("place", PLACES)
def test_every_way_from_table_to_paragraph_and_back_gives_todays_paper(place: str, tmp_path: Path) -> None:
    for (people, units), (more, others) in product(STATES, STATES):
        old, today = Either(place, people, units), Either(place, more, others)
        paper = refreshed(old.paper(), today)
        assert outline(paper) == outline(today.paper())
        assert refreshed(paper, today) == paper
        assert outline(refreshed(paper, old)) == outline(old.paper())
    assert faults_of(paper, tmp_path) <= faults_of(old.paper(), tmp_path)


@pytest.mark.parametrize("place", PLACES)
def test_the_table_that_comes_has_its_heads_borders_and_widths(place: str) -> None:
    today = Either(place)
    paper = refreshed(Either(place, people=()).paper(), today)
    for looks in ("tblPr", "tblGrid", "tcPr"):
        assert _all(paper, looks) == _all(today.paper(), looks)


def _all(paper: bytes, name: str) -> list[bytes]:
    from reports.word.trace import read_paper

    return [etree.tostring(one, method="c14n") for one in read_paper(paper).body.root.iter(w(name))]


def test_the_clerks_paragraph_between_stays_between(tmp_path: Path) -> None:
    none, some = Either("before a table", people=()), Either("before a table")
    above = scissors.edit(none.paper(), partial(put_mine, before=NOBODY))
    below = scissors.edit(none.paper(), partial(put_mine, before="Nội dung"))
    head, people, *rest = outline(some.paper())
    assert outline(refreshed(above, some)) == [head, MINE, people, *rest]
    assert outline(refreshed(below, some)) == [head, people, MINE, *rest]
    assert faults_of(refreshed(below, some), tmp_path) <= faults_of(below, tmp_path)
    back = scissors.edit(some.paper(), partial(put_mine, before="Bà Ba"))
    assert outline(refreshed(back, none))[:3] == [head, MINE, NOBODY]
    back = scissors.edit(some.paper(), partial(put_mine, before="Nội dung"))
    assert outline(refreshed(back, none))[:3] == [head, NOBODY, MINE]


def test_a_paragraph_between_two_such_places_stays_between_them() -> None:
    none, some = Either("two in a row", (), ()), Either("two in a row")
    people, units, rest = outline(some.paper())
    edited = scissors.edit(none.paper(), partial(put_mine, before="Không có tập thể"))
    assert outline(refreshed(edited, some)) == [people, MINE, units, rest]


@pytest.mark.parametrize("place", PLACES)
def test_a_paper_saved_by_libreoffice_takes_the_table_and_the_paragraph(
    place: str, clerk: Clerk, tmp_path: Path
) -> None:
    none, some = Either(place, people=()), Either(place)
    for old, today in ((none, some), (some, none)):
        edited = clerk.edit(old.paper())
        paper = refreshed(edited, today)
        assert sorted(texts(outline(paper))) == sorted(texts(outline(today.paper())))
        assert faults_of(paper, tmp_path) <= faults_of(edited, tmp_path)
        assert refreshed(paper, today) == paper


def test_with_tracked_changes_the_table_comes_as_an_insertion(clerk: Clerk) -> None:
    none, some = Either("before a table", people=()), Either("before a table")
    paper = refreshed(clerk.edit(none.paper(), ("track",)), some)
    assert texts(outline(clerk.edit(paper, ("accept_all",)))) == texts(outline(some.paper()))
    assert texts(outline(clerk.edit(paper, ("refuse_all",)))) == texts(outline(none.paper()))


def _without_frame(root: etree._Element) -> None:
    frame = next(root.iter(TBL))
    body_of(root).remove(frame)


def test_what_has_no_place_any_more_is_told_and_never_counted_as_done() -> None:
    edited = scissors.edit(Either("before a table").paper(), _without_frame)
    today = Either("before a table", people=(*PEOPLE, ("7", "Bà Sáu")))
    plan = plan_refresh(edited, today.paper())
    (told,) = [one for one in plan.proposals if one.kind == "add"]
    assert (told.today, told.choices, told.default) == ("3 | Bà Sáu | Giấy khen", ("typed",), "typed")
    assert any("Bà Sáu" in note and "không tự thêm được" in note for note in plan.notes)
    assert "Bà Sáu" not in "".join(texts(outline(apply(plan, {}, at=STAMP.made_at))))


EDITS = (*scissors.HARMLESS, scissors.delete_paragraph, scissors.delete_row, scissors.move_paragraph)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(PLACES)), st.sampled_from(STATES), st.sampled_from(STATES), st.integers(0, 10**9))
def test_after_any_edit_what_is_accepted_stands_in_the_paper_or_is_told(
    place: str,
    before: tuple[tuple[tuple[str, str], ...], ...],
    now: tuple[tuple[tuple[str, str], ...], ...],
    seed: int,
) -> None:
    random = Random(seed)
    paper = Either(place, *before).paper()
    for word in ("chữ1tôi", "chữ2tôi", "chữ3tôi"):
        act = random.choice(EDITS)
        try:
            paper = scissors.edit(paper, partial(act, random=random, word=word))
        except (IndexError, ValueError):  # nothing to be edited so
            continue
    today = Either(place, *now).paper()
    plan = plan_refresh(paper, today)
    chosen: dict[str, Choice] = {one.key: one.default or "typed" for one in plan.proposals}
    made = apply(plan, chosen, at=STAMP.made_at)
    text = texts(outline(made))
    for one in plan.proposals:
        if one.kind == "add" and chosen[one.key] == "today":
            cells = [cell for line in one.today.splitlines() for cell in line.split(" | ") if not cell.isdigit()]
            assert [cell for cell in cells if cell not in text] == []
    assert [word for word in texts(outline(paper)) if "tôi" in word and word not in text] == []
    again = plan_refresh(made, today)
    assert [one for one in again.proposals if one.default != "typed"] == []
