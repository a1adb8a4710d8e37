"""Shares of a collective's people, as the book tells them and from which records."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ward.rules.test_verdicts import line
from tests.ward.rules.world import World
from ward.rules.collective import percent, share


@pytest.fixture
def team(world: World) -> tuple[int, list[int]]:
    """A unit with nine people, rated well."""
    unit = world.unit("Phòng Văn hóa - Xã hội")
    people = [
        world.person(f"Nguyễn Văn {name}", unit) for name in ("An", "Ba", "Ca", "Du", "Em", "Gi", "Hà", "Im", "Ky")
    ]
    world.rated(unit, {2025: "HTTNV"})
    return unit, people


def test_seven_of_nine_are_enough_for_seventy_percent(world: World, team: tuple[int, list[int]]):
    unit, people = team
    for person in people[:7]:
        world.awarded(person, "ldtt", (2025,))
    verdict = world.verdict(unit, "tt_ldtt")
    assert verdict.state == "enough"
    words = line(verdict, "tt.share").words
    assert "tính từ sổ: 7/9 người (77,8%)" in words
    assert "chưa có: Nguyễn Văn Im và Nguyễn Văn Ky" in words
    assert len(line(verdict, "tt.share").evidence) == 7


def test_six_of_nine_are_not_and_the_lacking_are_counted(world: World, team: tuple[int, list[int]]):
    unit, people = team
    for person in people[:6]:
        world.awarded(person, "ldtt", (2025,))
    verdict = world.verdict(unit, "tt_ldtt")
    assert verdict.state == "short"
    assert line(verdict, "tt.share").missing == "thiếu 1 người đạt Lao động tiên tiến"


def test_titles_of_the_same_round_wait_for_their_decision(world: World, team: tuple[int, list[int]]):
    unit, people = team
    held = world.round()
    for person in people[:8]:
        world.nominate(held, person, "ldtt")
    verdict = world.judge(world.nominate(held, unit, "tt_ldtt"))[0]
    assert verdict.state == "confirm"
    assert "0/9 người (0%), 8 người đang đề nghị hoặc cần xác nhận" in line(verdict, "tt.share").words


def test_who_has_the_higher_title_may_count_for_the_lower(world: World, team: tuple[int, list[int]]):
    unit, people = team
    for person in people[:6]:
        world.awarded(person, "ldtt", (2025,))
    world.awarded(people[6], "cstd_co_so", (2025,))
    assert world.verdict(unit, "tt_ldtt").state == "confirm"


def test_a_unit_without_people_in_the_book_is_to_be_confirmed(world: World):
    unit = world.unit("Tổ 5")
    world.rated(unit, {2025: "HTTNV"})
    verdict = world.verdict(unit, "tt_ldtt")
    assert verdict.state == "confirm"
    assert "sổ chưa ghi ai thuộc tập thể này" in line(verdict, "tt.share").words


def test_who_left_moved_or_died_is_no_member(world: World, team: tuple[int, list[int]]):
    unit, people = team
    other = world.unit("Phòng Kinh tế")
    moved = [
        {"title": "Chuyên viên", "unit": unit, "since": "2015", "until": "2025-03"},
        {"title": "Chuyên viên", "unit": other, "since": "2025-04"},
    ]
    world.amend(people[8], positions=moved)
    world.amend(people[7], death="2025-05-01")
    for person in people[:7]:
        world.awarded(person, "ldtt", (2025,))
    assert "7/7 người (100%)" in line(world.verdict(unit, "tt_ldtt"), "tt.share").words


def test_people_of_units_below_are_told_not_counted(world: World, team: tuple[int, list[int]]):
    unit, people = team
    below = world.add("unit", names=[{"name": "Tổ chuyên môn", "parent": unit}])
    world.person("Trần Thị Lan", below)
    for person in people:
        world.awarded(person, "ldtt", (2025,))
    verdict = world.verdict(unit, "tt_ldtt")
    assert verdict.state == "confirm"
    assert "chưa tính 1 người của các đơn vị trực thuộc" in line(verdict, "tt.share").words


def test_a_hard_discipline_of_one_stops_the_collective(world: World, team: tuple[int, list[int]]):
    unit, people = team
    for person in people:
        world.awarded(person, "ldtt", (2025,))
    mild = world.add("discipline", subject=people[0], matter="da_ky_luat", degree="khien_trach", since="2025-02-01")
    assert line(world.verdict(unit, "tt_ldtt"), "tt.discipline").state == "yes"
    world.amend(mild, degree="canh_cao")
    found = line(world.verdict(unit, "tt_ldtt"), "tt.discipline")
    assert (found.state, found.evidence[0].record) == ("no", mild)
    assert "vướng Nguyễn Văn An" in found.words


def test_ratings_and_titles_of_all_members(world: World, team: tuple[int, list[int]]):
    unit, people = team
    assert line(world.verdict(unit, "tt_ldxs"), "ttxs.members").state == "confirm"
    for person in people:
        world.rated(person, {2025: "HTNV"})
    world.awarded(people[0], "cstd_co_so", (2025,))
    held = world.nominate(world.round(2025, name="Đợt khác", basis="chuyen_de"), unit, "tt_ldxs")
    verdict = world.judge(held)[0]
    assert line(verdict, "ttxs.members").words.endswith("đủ 9/9 người")
    assert line(verdict, "ttxs.title").state == "yes"


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_shown_percentage_is_within_half_a_tenth_of_the_exact_one(part: int, total: int):
    part = min(part, total)
    shown = Fraction(percent(share(part, total)).replace(",", "."))
    assert abs(shown - share(part, total)) <= Fraction(1, 20)
