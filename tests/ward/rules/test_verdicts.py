"""What is found about nominations, in words that the clerk can act on."""

from __future__ import annotations

from tests.ward.rules.world import World
from ward.rules.judgements import Verdict


def line(verdict: Verdict, rule: str):
    return next(leaf for route in verdict.routes for one in route.lines for leaf in one.leaves() if leaf.rule == rule)


def test_three_years_in_a_row_are_enough(world: World):
    an = world.person("Nguyễn Văn An")
    awards = world.awarded(an, "cstd_co_so", (2023, 2024, 2025))
    verdict = world.verdict(an, "cstd_tinh")
    assert verdict.state == "enough"
    assert [ref.record for ref in line(verdict, "tinh.titles").evidence] == awards
    assert verdict.words == (
        "Đủ: theo “cách 1” (Luật Điều 1): cần 3 năm liền Chiến sĩ thi đua cơ sở (2023 có, 2024 có, 2025 có)."
    )


def test_a_missing_year_is_named(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2023, 2024))
    verdict = world.verdict(an, "cstd_tinh")
    assert verdict.state == "short"
    assert verdict.words == (
        "Chưa đủ: cần 3 năm liền Chiến sĩ thi đua cơ sở (2023 có, 2024 có, 2025 thiếu) (Luật Điều 1)."
    )
    assert line(verdict, "tinh.titles").missing == "đủ khi có Chiến sĩ thi đua cơ sở năm 2025"


def test_no_awards_at_all_is_short_and_not_an_error(world: World):
    verdict = world.verdict(world.person("Nguyễn Văn An"), "cstd_tinh")
    assert verdict.state == "short"
    assert "2023 thiếu, 2024 thiếu, 2025 thiếu" in verdict.words


def test_evidence_names_award_number_day_and_issuer(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2025,))
    told = line(world.verdict(an, "cstd_tinh"), "tinh.titles").evidence[0].words
    assert told == "Chiến sĩ thi đua cơ sở năm 2025: số 25/QĐ ngày 08/12/2025, UBND quận cũ"


def test_a_title_of_this_round_waits_for_its_decision(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2023, 2024))
    held = world.round()
    world.nominate(held, an, "cstd_co_so")
    verdict = world.judge(world.nominate(held, an, "cstd_tinh"))[0]
    assert verdict.state == "confirm"
    assert "2025 đang đề nghị trong đợt này" in verdict.words


def test_three_years_before_are_enough_while_this_years_title_is_being_decided(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2022, 2023, 2024))
    held = world.round()
    world.nominate(held, an, "cstd_co_so")
    verdict = world.judge(world.nominate(held, an, "cstd_tinh"))[0]
    assert verdict.state == "enough"
    assert "(2022 có, 2023 có, 2024 có, 2025 đang đề nghị trong đợt này)" in verdict.words


def test_three_years_that_ended_before_are_not_this_year(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2022, 2023, 2024))
    assert world.verdict(an, "cstd_tinh").state == "short"


def test_a_withdrawn_title_of_this_round_does_not_count(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2023, 2024))
    held = world.round()
    world.nominate(held, an, "cstd_co_so", state="withdrawn")
    assert world.judge(world.nominate(held, an, "cstd_tinh"))[0].state == "short"


def test_a_rule_that_is_not_seen_for_the_day_only_warns(world: World):
    an = world.person("Nguyễn Văn An")
    verdict = world.verdict(an, "cstd_tinh", on="2026-12-01", year=2026)
    assert verdict.state == "confirm"
    assert line(verdict, "tinh.titles").state == "unverified"
    assert "2026 thiếu) (quy định chưa kiểm chứng)" in verdict.words
    assert verdict.hints == ("Luật đã sửa đổi, chưa thấy văn bản.",)


def test_an_unseen_rule_that_holds_says_that_it_is_unseen(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2024, 2025, 2026))
    verdict = world.verdict(an, "cstd_tinh", on="2026-12-01", year=2026)
    assert verdict.state == "enough"
    assert verdict.hints == ("Luật đã sửa đổi, chưa thấy văn bản.",)


def test_what_no_record_proves_waits_for_a_person(world: World):
    an = world.person("Nguyễn Văn An")
    world.rated(an, {2025: "HTTNV"})
    nomination = world.nominate(world.round(), an, "ldtt")
    verdict = world.judge(nomination)[0]
    assert verdict.state == "confirm"
    assert [one.rule for one in verdict.to_confirm] == ["ldtt.text"]
    asks = verdict.to_confirm[0].asks
    answer = {"rule": "ldtt.text", "words": asks, "answer": "yes", "who": "Chị Hà", "at": "2025-12-02T08:00:00+00:00"}
    world.amend(nomination, confirmations=[answer])
    verdict = world.judge(nomination)[0]
    assert verdict.state == "enough"
    assert line(verdict, "ldtt.text").settled == "đã xác nhận bởi Chị Hà ngày 02/12/2025"


def test_a_no_of_a_person_is_a_no(world: World):
    an = world.person("Nguyễn Văn An")
    world.rated(an, {2025: "HTTNV"})
    nomination = world.nominate(world.round(), an, "ldtt")
    world.amend(nomination, confirmations=[{"rule": "ldtt.text", "words": "", "answer": "no"}])
    verdict = world.judge(nomination)[0]
    assert verdict.state == "short"
    assert "đã xác nhận là không" in verdict.words


def test_a_written_reason_turns_not_enough_into_look_at_it(world: World):
    an = world.person("Nguyễn Văn An")
    nomination = world.nominate(world.round(), an, "cstd_tinh")
    world.amend(nomination, overrides=[{"rule": "tinh.titles", "words": "", "reason": "Tỉnh đồng ý cho xét"}])
    verdict = world.judge(nomination)[0]
    assert verdict.state == "confirm"
    assert "vẫn đề nghị, lý do: Tỉnh đồng ý cho xét" in verdict.words


def test_a_rating_that_the_book_lacks_is_to_be_confirmed_not_failed(world: World):
    an = world.person("Nguyễn Văn An")
    verdict = world.verdict(an, "ldtt")
    assert verdict.state == "confirm"
    assert "2025 sổ chưa có xếp loại" in verdict.words


def test_a_low_rating_fails(world: World):
    an = world.person("Nguyễn Văn An")
    world.rated(an, {2025: "HTNV"})
    assert world.verdict(an, "ldtt").state == "short"


def test_two_ratings_that_disagree_are_to_be_confirmed(world: World):
    an = world.person("Nguyễn Văn An")
    world.rated(an, {2025: "HTNV"})
    world.rated(an, {2025: "HTTNV"})
    verdict = world.verdict(an, "ldtt")
    assert verdict.state == "confirm"
    assert "hai mức xếp loại khác nhau" in verdict.words


def test_a_rating_of_the_party_is_no_rating_of_the_work(world: World):
    an = world.person("Nguyễn Văn An")
    world.rated(an, {2025: "HTXSNV"}, side="party")
    assert "2025 sổ chưa có xếp loại" in world.verdict(an, "ldtt").words


def test_the_standard_of_a_title_is_met_by_the_title(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "ldtt", (2025,))
    world.rated(an, {2025: "HTXSNV"})
    assert world.verdict(an, "cstd_co_so").state == "enough"


def test_the_standard_of_a_title_is_asked_where_the_title_is_not_held(world: World):
    an = world.person("Nguyễn Văn An")
    world.rated(an, {2025: "HTXSNV"})
    verdict = world.verdict(an, "cstd_co_so")
    assert verdict.state == "confirm"
    assert [one.rule for one in verdict.to_confirm] == ["cstd.standard"]


def test_one_of_several_ways_is_enough(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "ldtt", (2025,))
    world.rated(an, {2025: "HTTNV"})
    nomination = world.nominate(world.round(), an, "cstd_co_so")
    assert world.judge(nomination)[0].state == "short"
    world.add(
        "initiative", name="Số hóa hồ sơ", state="recognised", scope="co_so", years=[2025], authors=[{"who": an}]
    )
    verdict = world.judge(nomination)[0]
    assert verdict.state == "enough"
    assert "cần 1 sáng kiến được công nhận cấp cơ sở: có 1" in verdict.words


def test_ratings_are_counted_from_the_award_they_must_follow(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "bang_khen_tinh", (2023,))
    world.rated(an, {year: "HTTNV" for year in range(2020, 2026)})
    verdict = world.verdict(an, "bang_khen_ttg")
    assert verdict.state == "short"
    assert "2023 chưa tính, phải từ năm 2024" in verdict.words


def test_a_collective_is_judged_by_its_age(world: World):
    young = world.unit("Phòng Kinh tế", founded="2020-07-01")
    verdict = world.verdict(young, "hcld_ba")
    assert verdict.state == "short"
    assert line(verdict, "hc.age").missing == "đủ từ năm 2030"
    assert world.verdict(world.unit("Trường cũ", founded="1990"), "hcld_ba").state == "enough"
    assert world.verdict(world.unit("Tổ 5"), "hcld_ba").state == "confirm"


def test_an_award_for_others_is_refused_in_words(world: World):
    team = world.unit("Tổ 5")
    verdict = world.verdict(team, "cstd_co_so")
    assert verdict.state == "short"
    assert verdict.words.startswith("Chưa đủ: Chiến sĩ thi đua cơ sở chỉ dành cho cá nhân")


def test_an_award_that_the_pack_does_not_know_is_left_to_a_person(world: World):
    an = world.person("Nguyễn Văn An")
    own = world.add("award_type", name="Thư khen", form="khac")
    nomination = world.add("nomination", nominee=an, award_type=own, round=world.round(), state="nominated")
    verdict = world.judge(nomination)[0]
    assert verdict.state == "confirm"
    assert verdict.words.startswith("Cần xác nhận: bộ quy định chưa có danh hiệu, hình thức khen này")


def test_the_exclusions_of_a_household_are_confirmed_at_once_or_one_by_one(world: World):
    home = world.add("household", name="Hộ ông An")
    nomination = world.nominate(world.round(), home, "gia_dinh_van_hoa")
    verdict = world.judge(nomination)[0]
    assert verdict.state == "confirm"
    rules = [one.rule for one in verdict.to_confirm]
    assert rules == ["gia_dinh_van_hoa.standards", "gdvh.a", "gdvh.b"]
    whole = {"rule": "gia_dinh_van_hoa.exclusions", "words": "", "answer": "yes"}
    world.amend(nomination, confirmations=[whole, {"rule": rules[0], "words": "", "answer": "yes"}])
    assert world.judge(nomination)[0].state == "enough"


def test_a_household_with_something_against_it_is_not_confirmed_at_once(world: World):
    home = world.add("household", name="Hộ ông An")
    world.add("discipline", subject=home, matter="xu_phat", since="2025-03-01")
    nomination = world.nominate(world.round(), home, "gia_dinh_van_hoa")
    whole = {"rule": "gia_dinh_van_hoa.exclusions", "words": "", "answer": "yes"}
    world.amend(nomination, confirmations=[whole])
    verdict = world.judge(nomination)[0]
    assert "gdvh.a" in [one.rule for one in verdict.to_confirm]
    assert "sổ có ghi: bị xử phạt vi phạm hành chính từ 01/3/2025" in line(verdict, "gdvh.a").words


def test_one_written_reason_may_stand_for_all_that_fails(world: World):
    an = world.person("Nguyễn Văn An")
    nomination = world.nominate(world.round(), an, "bang_khen_ttg")
    assert world.judge(nomination)[0].state == "short"
    world.amend(nomination, overrides=[{"rule": "verdict_short", "words": "", "reason": "Trường hợp đặc biệt"}])
    assert world.judge(nomination)[0].state == "confirm"


def test_a_collective_rated_only_by_the_party_is_to_be_confirmed(world: World):
    unit = world.unit("Chi bộ tổ 5")
    world.rated(unit, {2025: "HTTNV"}, side="party")
    verdict = world.verdict(unit, "tt_ldtt")
    assert line(verdict, "tt.rating").state == "confirm"
    assert "2025 chỉ có xếp loại tổ chức đảng" in line(verdict, "tt.rating").words


def test_an_initiative_of_another_year_or_scope_is_to_be_confirmed_or_fails(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "ldtt", (2025,))
    world.rated(an, {2025: "HTTNV"})
    idea = world.add(
        "initiative", name="Số hóa", state="recognised", scope="co_so", years=[2023], authors=[{"who": an}]
    )
    nomination = world.nominate(world.round(), an, "cstd_co_so")
    found = line(world.judge(nomination)[0], "cstd.initiative")
    assert found.state == "confirm"
    assert found.evidence[0].words.endswith("công nhận không phải trong năm 2025")
    world.amend(idea, years=[2025], scope="")
    assert line(world.judge(nomination)[0], "cstd.initiative").state == "confirm"
    world.amend(idea, scope="tinh")
    assert line(world.judge(nomination)[0], "cstd.initiative").state == "yes"
    world.amend(idea, state="refused")
    assert line(world.judge(nomination)[0], "cstd.initiative").state == "no"
