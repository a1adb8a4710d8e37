"""Who could be proposed, and why."""

from __future__ import annotations

from tests.ward.rules.world import ON, World
from ward.rules.suggestions import Suggestion, suggest


def told(world: World, award: str) -> list[tuple[str, str]]:
    return [(one.name, one.why) for one in suggest(world.book.db, world.pack, award, 2025, ON)]


def of(world: World, award: str, name: str) -> Suggestion:
    return next(one for one in suggest(world.book.db, world.pack, award, 2025, ON) if one.name == name)


def test_who_meets_a_way_comes_before_who_is_one_year_short(world: World):
    short, full, far = (world.person(name) for name in ("Trần Thị Bình", "Nguyễn Văn An", "Lê Văn Chung"))
    world.awarded(full, "cstd_co_so", (2023, 2024, 2025))
    world.awarded(short, "cstd_co_so", (2023, 2024))
    world.awarded(far, "cstd_co_so", (2021,))
    assert told(world, "cstd_tinh") == [("Nguyễn Văn An", "meets"), ("Trần Thị Bình", "one_short")]
    assert "2025 thiếu" in of(world, "cstd_tinh", "Trần Thị Bình").words


def test_what_only_a_person_can_confirm_is_likely(world: World):
    an = world.person("Nguyễn Văn An")
    world.rated(an, {2025: "HTTNV"})
    assert told(world, "ldtt") == [("Nguyễn Văn An", "likely")]


def test_who_is_nominated_awarded_dead_or_under_inquiry_is_left_out(world: World):
    for name in ("An", "Bình", "Chung", "Dung"):
        person = world.person(name, death="2025-05-01" if name == "Chung" else "")
        world.awarded(person, "cstd_co_so", (2023, 2024, 2025))
        if name == "An":
            world.nominate(world.round(), person, "cstd_tinh")
        if name == "Bình":
            world.awarded(person, "cstd_tinh", (2025,))
        if name == "Dung":
            world.add("discipline", subject=person, matter="khieu_nai", since="2025-09-01")
    assert told(world, "cstd_tinh") == []


def test_women_and_workers_without_an_award_for_years_are_named(world: World):
    team = world.unit("Phòng Kinh tế")
    woman = world.person("Trần Thị Bình", team, sex="nu")
    world.person("Nguyễn Văn An", team, sex="nam")
    head = {"title": "Trưởng phòng", "unit": team, "since": "2020"}
    world.add("person", name="Lê Văn Chung", sex="nam", positions=[head])
    lately = world.person("Đỗ Văn Dũng", team)
    world.awarded(lately, "giay_khen_phuong", (2024,))
    world.awarded(woman, "giay_khen_phuong", (2019,))
    assert told(world, "cstd_tinh") == [("Trần Thị Bình", "overlooked"), ("Nguyễn Văn An", "overlooked")]
    said = of(world, "cstd_tinh", "Trần Thị Bình").words
    assert said == (
        "Trần Thị Bình (nữ người trực tiếp công tác) chưa được khen từ năm 2023 đến năm 2025, lần gần nhất năm 2019."
    )


def test_units_without_an_award_for_years_are_named_but_not_those_that_ended(world: World):
    world.unit("Tổ 5")
    world.unit("Tổ cũ", ended="2025-06-30")
    awarded, before, after = (world.unit(name) for name in ("Tổ 6", "Tổ 7 cũ", "Tổ 7"))
    world.awarded(awarded, "giay_khen_phuong", (2025,))
    world.awarded(before, "giay_khen_phuong", (2024,))
    world.add("succession", predecessor=before, successor=after, on_day="2025-07-01", extent="mostly")
    world.add("unit", names=[{"name": "UBND tỉnh", "unit_kind": "cơ quan cấp trên"}])
    names = [one.name for one in suggest(world.book.db, world.pack, "tt_ldtt", 2025, ON) if one.why == "overlooked"]
    assert names == ["Tổ 5"]


def test_an_award_that_the_pack_does_not_know_has_no_suggestions(world: World):
    assert suggest(world.book.db, world.pack, "thu_khen", 2025, ON) == []


def test_whose_only_rating_is_too_low_is_not_one_year_short(world: World):
    world.rated(world.person("Nguyễn Văn An"), {2025: "HTNV"})
    assert told(world, "ldtt") == []
