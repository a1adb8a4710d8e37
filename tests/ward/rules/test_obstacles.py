"""What stands in the way of a nomination: demands for a written reason, and warnings."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ward.rules.world import World
from ward.rules.judgements import Blocked, Verdict


def block(verdict: Verdict, rule: str) -> Blocked:
    return next(one for one in verdict.blocks if one.rule == rule)


def enough(world: World, who: int) -> None:
    world.awarded(who, "cstd_co_so", (2023, 2024, 2025))


@pytest.mark.parametrize("matter", ["ky_luat", "dieu_tra", "thanh_tra", "khieu_nai", "bao_chi", "hinh_su"])
def test_a_matter_that_is_not_settled_demands_a_reason(world: World, matter: str):
    an = world.person("Nguyễn Văn An")
    enough(world, an)
    trouble = world.add("discipline", subject=an, matter=matter, since="2025-09-01")
    verdict = world.verdict(an, "cstd_tinh")
    found = block(verdict, "pending_discipline")
    assert verdict.state == "short"
    assert verdict.needs_reason == (found,)
    assert found.evidence[0].record == trouble


@pytest.mark.parametrize(
    "settled", [{"cleared": True}, {"until": "2025-11-01"}, {"since": "2026-01-01"}, {"matter": "xu_phat"}]
)
def test_a_settled_matter_stands_in_nobodys_way(world: World, settled: dict[str, Any]):
    an = world.person("Nguyễn Văn An")
    enough(world, an)
    world.add("discipline", **{"subject": an, "matter": "khieu_nai", "since": "2025-09-01", **settled})
    assert world.verdict(an, "cstd_tinh").state == "enough"


def test_a_written_reason_leads_through_and_is_shown(world: World):
    an = world.person("Nguyễn Văn An")
    enough(world, an)
    world.add("discipline", subject=an, matter="khieu_nai", since="2025-09-01")
    nomination = world.nominate(world.round(), an, "cstd_tinh")
    world.amend(nomination, overrides=[{"rule": "pending_discipline", "words": "", "reason": "Đơn đã được rút"}])
    verdict = world.judge(nomination)[0]
    assert (verdict.state, verdict.needs_reason) == ("enough", ())
    assert "Vẫn đề nghị, lý do: Đơn đã được rút." in verdict.words


def test_a_discipline_that_still_runs_stops(world: World):
    an = world.person("Nguyễn Văn An")
    enough(world, an)
    world.add("discipline", subject=an, matter="da_ky_luat", degree="khien_trach", since="2025-03-01")
    verdict = world.verdict(an, "cstd_tinh")
    assert verdict.state == "short"
    assert "sổ chưa ghi ngày chấp hành xong" in verdict.words


def test_after_a_discipline_counting_begins_again(world: World):
    an = world.person("Nguyễn Văn An")
    enough(world, an)
    served = {"matter": "da_ky_luat", "degree": "khien_trach", "since": "2023-05-01", "until": "2024-05-01"}
    world.add("discipline", subject=an, **served)
    nomination = world.nominate(world.round(), an, "cstd_tinh")
    verdict = world.judge(nomination)[0]
    assert verdict.state == "short"
    assert "(2023 thiếu, 2024 cần xác nhận, 2025 có)" in verdict.words
    assert not block(verdict, "after_discipline_restart").demands
    world.amend(nomination, overrides=[{"rule": "after_discipline_restart", "words": "", "reason": "Kỷ luật đã hủy"}])
    assert world.judge(nomination)[0].state == "enough"


def test_a_household_gets_no_award_of_merit(world: World):
    home = world.add("household", name="Hộ ông An")
    verdict = world.verdict(home, "giay_khen_phuong")
    assert verdict.state == "short"
    assert block(verdict, "household_not_cong_trang").demands
    spot = world.nominate(world.round(basis="dot_xuat", name="Đột xuất"), home, "giay_khen_phuong")
    assert not world.judge(spot)[0].needs_reason


def test_a_dissolved_unit_is_a_warning_since_its_article_was_not_seen(world: World):
    old, new = world.unit("Tổ 5 cũ"), world.unit("Tổ 5")
    world.add("succession", predecessor=old, successor=new, on_day="2025-07-01", extent="wholly")
    found = block(world.verdict(old, "giay_khen_phuong"), "dissolved_unit")
    assert (found.weight, found.demands) == (1, False)
    assert "“Tổ 5 cũ” đã kết thúc ngày 01/7/2025, nhập vào “Tổ 5”" in found.words
    assert "quy định chưa kiểm chứng" in found.words
    assert not world.verdict(new, "giay_khen_phuong").blocks


def test_the_same_title_of_the_same_year_demands_a_reason(world: World):
    an = world.person("Nguyễn Văn An")
    before = world.awarded(an, "ldtt", (2025,))[0]
    found = block(world.verdict(an, "ldtt"), "one_achievement_one_award")
    assert (found.demands, found.evidence[0].record) == (True, before)


def test_twice_in_one_round_demands_a_reason(world: World):
    an, held = world.person("Nguyễn Văn An"), world.round()
    first = world.nominate(held, an, "ldtt")
    second = world.nominate(held, an, "ldtt")
    for verdict, other in zip(world.judge(first, second), (second, first), strict=True):
        assert block(verdict, "one_achievement_one_award").evidence[0].record == other


def test_two_forms_for_the_merit_of_one_year_demand_a_reason(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "giay_khen_phuong", (2025,))
    assert block(world.verdict(an, "bang_khen_tinh"), "one_achievement_one_award").demands


@pytest.mark.parametrize("before", [{"years": (2024,)}, {"years": (2025,), "basis": "dot_xuat"}])
def test_another_deed_is_no_second_award(world: World, before: dict[str, Any]):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "giay_khen_phuong", **before)
    assert "one_achievement_one_award" not in [one.rule for one in world.verdict(an, "bang_khen_tinh").blocks]


def test_a_title_beside_a_form_is_no_second_award(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2024, 2025))
    assert not world.verdict(an, "bang_khen_tinh").blocks


def test_its_own_award_is_no_second_award(world: World):
    an = world.person("Nguyễn Văn An")
    nomination = world.nominate(world.round(), an, "ldtt", state="granted")
    world.awarded(an, "ldtt", (2025,), nomination=nomination)
    assert not world.judge(nomination)[0].blocks


def test_an_initiative_that_was_used_before_is_a_warning(world: World):
    an, held = world.person("Nguyễn Văn An"), world.round()
    made = {"state": "recognised", "scope": "co_so", "years": [2025], "authors": [{"who": an}]}
    idea = world.add("initiative", name="Số hóa", **made)
    world.nominate(held, an, "giay_khen_phuong", initiatives=[{"initiative": idea}])
    verdict = world.judge(world.nominate(held, an, "cstd_co_so", initiatives=[{"initiative": idea}]))[0]
    found = block(verdict, "initiative_once")
    assert (found.weight, found.demands) == (1, False)
    assert verdict.state != "enough"


def test_an_initiative_of_a_failed_nomination_is_free_again(world: World):
    an, held = world.person("Nguyễn Văn An"), world.round()
    made = {"state": "recognised", "scope": "co_so", "years": [2025], "authors": [{"who": an}]}
    idea = world.add("initiative", name="Số hóa", **made)
    world.nominate(held, an, "giay_khen_phuong", initiatives=[{"initiative": idea}], state="failed")
    verdict = world.judge(world.nominate(held, an, "cstd_co_so", initiatives=[{"initiative": idea}]))[0]
    assert "initiative_once" not in [one.rule for one in verdict.blocks]


def test_the_dead_are_told(world: World):
    an = world.person("Nguyễn Văn An", death="2025-10-01")
    assert "nếu khen thì đánh dấu là truy tặng" in world.verdict(an, "giay_khen_phuong").words
    posthumous = world.nominate(world.round(name="Khác"), an, "ldtt", posthumous=True)
    assert "truy tặng" not in world.judge(posthumous)[0].words
    home = world.add("household", name="Hộ ông An", head=an)
    told = world.verdict(home, "gia_dinh_van_hoa").words
    assert "Chủ hộ Nguyễn Văn An đã mất (01/10/2025)" in told


def test_a_nominee_in_words_only_is_left_to_a_person(world: World):
    verdict = world.verdict(None, "cstd_tinh", nominee_words="Ông Ba", recipient_kind="ca_nhan")
    assert "chỉ ghi tên bằng lời" in verdict.words
    assert verdict.blocks == ()
