"""Judging by the pack that comes with the program, by packs that change, and of many nominations at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ward.rules.a_pack import BK_TINH, LDTT, PACK, condition, group, with_award
from tests.ward.rules.world import ON, World
from ward.edits import Add
from ward.rules.judgements import Line
from ward.rules.lines import TESTS
from ward.rules.pack import ASKS_A_PERSON
from ward.rules.reading import built_in_pack
from ward.rules.verdicts import judge, judge_draft

BUILT_IN = built_in_pack()
LEAVES = {leaf.type for rule in BUILT_IN.awards.values() for way in rule.routes for leaf in way.condition.leaves()}


@pytest.mark.parametrize("type", sorted(LEAVES))
def test_every_condition_of_the_built_in_pack_is_tested_or_asked(type: str):
    assert type in TESTS or type in ASKS_A_PERSON or type == "meets_standard_of"


@pytest.mark.parametrize("recipient", ["ca_nhan", "tap_the", "ho_gia_dinh"])
@pytest.mark.parametrize("code", sorted(BUILT_IN.awards))
def test_every_award_of_the_built_in_pack_is_judged_in_words(world: World, code: str, recipient: str):
    world.pack = BUILT_IN
    nominees = {
        "ca_nhan": lambda: world.person("Nguyễn Văn An"),
        "tap_the": lambda: world.unit("Tổ 5"),
        "ho_gia_dinh": lambda: world.add("household", name="Hộ ông An"),
    }
    verdict = world.verdict(nominees[recipient](), code)
    assert verdict.state != "enough"
    assert verdict.words.startswith(("Chưa đủ: ", "Cần xác nhận: "))
    assert verdict.words.endswith(".")
    assert verdict.pack == BUILT_IN.sha
    fits = recipient in BUILT_IN.awards[code].recipients
    assert ("chỉ dành cho" in verdict.words) is not fits


def test_the_sentence_of_the_law_before_its_amendment_and_after(world: World):
    world.pack = BUILT_IN
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2023, 2024))
    made = {"state": "recognised", "scope": "tinh", "authors": [{"who": an}]}
    for year in (2025, 2026):
        world.add("initiative", name=f"Sáng kiến {year}", years=[year], **made)
    before = world.verdict(an, "cstd_tinh", on="2025-12-01")
    assert before.words == (
        "Chưa đủ: cần 3 năm liền Chiến sĩ thi đua cơ sở (2023 có, 2024 có, 2025 thiếu) (Luật 06/2022 Điều 22)."
    )
    after = world.verdict(an, "cstd_tinh", on="2026-12-01", year=2026)
    assert after.state == "confirm"
    assert "(2024 có, 2025 thiếu, 2026 thiếu) (quy định chưa kiểm chứng)" in after.words
    assert "Luật 06/2026/QH16" in after.hints[0]


def test_a_pack_that_changes_between_nomination_and_decision_is_judged_anew(world: World):
    an = world.person("Nguyễn Văn An")
    world.rated(an, {2025: "HTTNV"})
    nomination = world.nominate(world.round(), an, "ldtt")
    asks = LDTT.routes[0].condition.all[1].text
    world.amend(nomination, confirmations=[{"rule": "ldtt.text", "words": asks, "answer": "yes"}])
    before = judge(world.book.db, PACK, None, [nomination], ON)[0]
    changed = group("ldtt", condition("ldtt.text", "text", "gương mẫu, có sáng kiến"))
    route = replace(LDTT.routes[0], condition=changed)
    after = judge(world.book.db, with_award(replace(LDTT, routes=(route,))), None, [nomination], ON)[0]
    assert (before.state, before.pack[0]) == ("enough", "a")
    assert (after.state, after.pack[0]) == ("confirm", "b")
    assert f"“{asks}” đã được xác nhận khi quy định còn khác; hãy xác nhận lại." in after.hints


def test_a_way_that_does_not_hold_on_the_day_is_not_judged_by(world: World):
    an = world.person("Nguyễn Văn An")
    way = BK_TINH.routes[0]
    easy = replace(way, id="later", condition=group("x", condition("x.text", "text")), since="2026-01-01")
    world.pack = with_award(replace(BK_TINH, routes=(way, easy)))
    nomination = world.nominate(world.round(), an, "bang_khen_tinh")
    assert [one.route for one in world.judge(nomination, on="2025-12-01")[0].routes] == ["way1"]
    assert [one.route for one in world.judge(nomination, on="2026-02-01")[0].routes] == ["way1", "later"]


def test_a_way_that_fails_is_told_beside_one_that_waits(world: World):
    an = world.person("Nguyễn Văn An")
    way = BK_TINH.routes[0]
    asked = replace(way, id="asked", name="đóng góp", condition=condition("x.text", "text", "có nhiều đóng góp"))
    world.pack = with_award(replace(BK_TINH, routes=(way, asked)))
    verdict = world.verdict(an, "bang_khen_tinh")
    assert (verdict.state, verdict.route) == ("confirm", "asked")
    assert verdict.words == (
        "Cần xác nhận: có nhiều đóng góp (Luật Điều 1). Theo “cách 1” thì chưa đủ: cần 2 năm liền "
        "Chiến sĩ thi đua cơ sở (2024 thiếu, 2025 thiếu) (Luật Điều 1)."
    )


def test_a_draft_is_judged_like_the_nomination_it_becomes(world: World):
    an, held = world.person("Nguyễn Văn An"), world.round()
    world.awarded(an, "cstd_co_so", (2023, 2024))
    values = {"nominee": an, "award_type": world.type("cstd_tinh"), "recipient_kind": "ca_nhan"}
    draft = judge_draft(world.book.db, PACK, held, values, ON)
    saved = judge(world.book.db, PACK, held, [], ON)
    assert saved == []
    nomination = world.nominate(held, an, "cstd_tinh")
    assert replace(draft, nomination=nomination) == judge(world.book.db, PACK, held, [], ON)[0]


def test_two_thousand_families_are_judged_in_as_few_statements_as_two(world: World):
    homes = world.book.write("Hộ", [Add("household", {"name": f"Hộ {n}"}) for n in range(2000)]).added
    stated = {"round": world.round(), "award_type": world.type("gia_dinh_van_hoa"), "state": "nominated"}
    made = world.book.write("Đề nghị", [Add("nomination", {**stated, "nominee": home}) for home in homes]).added
    counts = []
    for some in (made[:2], made):
        told: list[str] = []
        world.book.db.connection().set_trace_callback(told.append)
        assert {verdict.state for verdict in world.judge(*some)} == {"confirm"}
        world.book.db.connection().set_trace_callback(None)
        counts.append(len(told))
    assert counts[0] == counts[1] < 30


def test_the_weight_of_a_line_is_that_of_its_parts():
    yes, no, ask = Line("yes", ""), Line("no", ""), Line("confirm", "")
    assert Line("yes", "", parts=(yes, no), one_of=True).weight == 0
    assert Line("no", "", parts=(no, ask), one_of=True).weight == 1
    assert Line("no", "", parts=(yes, no)).weight == 2
    assert Line("no", "", reason="lý do").weight == 1


def test_a_year_with_the_title_stands_for_a_year_with_the_rating(world: World):
    world.pack = BUILT_IN
    unit = world.unit("Phòng Kinh tế")
    world.awarded(unit, "bang_khen_tinh", (2019, 2020))
    world.awarded(unit, "tt_ldxs", (2021, 2022))
    world.awarded(unit, "co_thi_dua_tinh", (2022,))
    world.rated(unit, dict.fromkeys((2023, 2024, 2025), "HTXSNV"))
    verdict = world.verdict(unit, "bang_khen_ttg")
    assert verdict.state == "enough"
    assert "2021 có, 2022 có, 2023 hoàn thành xuất sắc nhiệm vụ" in verdict.words


def test_ratings_of_the_party_are_asked_for_the_partys_awards(world: World):
    world.pack = BUILT_IN
    an = world.person("Nguyễn Văn An")
    world.rated(an, dict.fromkeys(range(2021, 2026), "HTXSNV"), side="party")
    assert world.verdict(an, "giay_khen_dang_vien_5_nam").state == "enough"
    world.rated(an, {2020: "HTXSNV"})
    assert world.verdict(an, "giay_khen_dang_vien_5_nam", year=2020).state != "enough"
