"""What of the past counts for a nominee: the deed's year, identity, old units, names in words, counted groups."""

from __future__ import annotations

import pytest

from tests.ward.rules.world import World
from ward.references import merge
from ward.rules import history, identities, nominations, shares
from ward.rules.facts import years_of_award
from ward.rules.history import read_facts
from ward.rules.judgements import Verdict


def words_of(verdict: Verdict) -> str:
    return " | ".join(
        f"{leaf.words}: {[ref.words for ref in leaf.evidence]}"
        for route in verdict.routes
        for one in route.lines
        for leaf in one.leaves()
    )


def test_a_title_of_2016_that_was_decided_in_2015_counts_for_2016(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2016,), decided_on="2015-12-08")
    award = read_facts(world.book.db, [an]).awards[an][0]
    assert (award.years, award.decided_on, award.doubt) == ((2016,), "2015-12-08", "")


@pytest.mark.parametrize(
    ("period", "years", "decided", "expected"),
    [
        ("2016", "2015,2016", "2015-12-08", ((2016,), "")),
        ("", "2016", "2015-12-08", ((2016,), "")),
        ("S2022/2023", "", "2023-06-01", ((2023,), "")),
        ("2022-12/2023-11", "", "2023-12-01", ((2023,), "")),
        ("2021/2025", "", "2025-12-01", ((2021, 2022, 2023, 2024, 2025), "")),
        ("", "2015,2016", "2015-12-08", ((2015, 2016), "sổ ghi nhiều năm công tác, chưa ghi năm của thành tích")),
        ("", "", "2015-12-08", ((2015,), "chưa ghi năm của thành tích, tạm lấy năm của quyết định")),
        ("", "", "", ((), "chưa ghi năm của thành tích")),
    ],
)
def test_the_year_of_a_deed(period: str, years: str, decided: str, expected: tuple[tuple[int, ...], str]):
    assert years_of_award(period, years, decided) == expected


def test_a_school_year_is_one_year_so_two_awards_are_not_three_years(world: World):
    an = world.person("Cô giáo Bình")
    for period in ("S2022/2023", "S2024/2025"):
        world.awarded(an, "cstd_co_so", (2025,), period=period, decision_number=period)
    assert "(2023 có, 2024 thiếu, 2025 có)" in world.verdict(an, "cstd_tinh").words


def test_only_granted_awards_count(world: World):
    an = world.person("Nguyễn Văn An")
    for year, state in ((2023, "proposed"), (2024, "refused"), (2025, "cancelled")):
        world.awarded(an, "cstd_co_so", (year,), state=state)
    assert "(2023 thiếu, 2024 thiếu, 2025 thiếu)" in world.verdict(an, "cstd_tinh").words


def test_a_cancelled_decision_counts_no_more(world: World):
    an = world.person("Nguyễn Văn An")
    award = world.awarded(an, "cstd_co_so", (2025,))[0]
    world.amend(award, cancelled_on="2025-12-20", cancelled_reason="Khai man")
    assert "2025 thiếu" in world.verdict(an, "cstd_tinh").words


def test_two_persons_of_one_name_and_unit_are_two(world: World):
    team = world.unit("Tổ 5")
    one, other = world.person("Nguyễn Văn An", team), world.person("Nguyễn Văn An", team)
    world.awarded(one, "cstd_co_so", (2023, 2024, 2025))
    assert world.verdict(one, "cstd_tinh").state == "enough"
    verdict = world.verdict(other, "cstd_tinh")
    assert verdict.state == "short"
    assert "Sổ có 2 người tên Nguyễn Văn An" in verdict.words


def test_an_award_to_a_name_in_words_is_offered_not_counted(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2023, 2024))
    world.awarded(None, "cstd_co_so", (2025,), words="Ông Nguyễn Văn An")
    verdict = world.verdict(an, "cstd_tinh")
    assert verdict.state == "confirm"
    assert "2025 cần xác nhận" in verdict.words
    assert "sổ chỉ ghi tên “Ông Nguyễn Văn An” bằng lời, chưa gắn với bản ghi nào" in words_of(verdict)


def test_a_name_in_words_that_two_persons_carry_is_doubtful_for_both(world: World):
    one, other = world.person("Nguyễn Văn An"), world.person("Nguyễn Văn An")
    world.awarded(None, "cstd_co_so", (2025,), words="Nguyễn Văn An")
    for person in (one, other):
        assert "có 2 người cùng tên" in words_of(world.verdict(person, "cstd_tinh"))


def test_a_name_that_differs_in_one_mark_is_another_name(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(None, "cstd_co_so", (2025,), words="Nguyễn Văn Ân")
    assert "2025 thiếu" in world.verdict(an, "cstd_tinh").words


def test_a_changed_name_is_known_by_its_alias(world: World):
    an = world.person("Nguyễn Thị Hoài An")
    world.add("alias", name="Nguyễn Thị An", of=an)
    world.awarded(None, "cstd_co_so", (2025,), words="Nguyễn Thị An")
    assert "2025 cần xác nhận" in world.verdict(an, "cstd_tinh").words


def test_merged_entries_are_one_nominee(world: World):
    kept, gone = world.person("Nguyễn Văn An"), world.person("Nguyễn Văn An")
    world.awarded(kept, "cstd_co_so", (2023,))
    world.awarded(gone, "cstd_co_so", (2024, 2025))
    nomination = world.nominate(world.round(), gone, "cstd_tinh")
    merge(world.book, kept, gone)
    assert world.judge(nomination)[0].state == "enough"


def test_awards_of_a_merged_unit_are_of_the_old_unit(world: World):
    old, new = world.unit("Tổ 5 phường cũ", ended="2025-06-30"), world.unit("Tổ 5")
    day = {"on_day": "2025-07-01", "succession_kind": "merger", "extent": "mostly"}
    world.add("succession", predecessor=old, successor=new, **day)
    world.awarded(old, "bang_khen_tinh", (2024,))
    verdict = world.verdict(new, "bang_khen_ttg")
    assert verdict.state != "enough"
    assert "của đơn vị cũ “Tổ 5 phường cũ” (nhập phần lớn ngày 01/7/2025): cần xác nhận" in words_of(verdict)


def test_old_units_are_followed_however_far_back(world: World):
    first, second, third = world.unit("Tổ 1"), world.unit("Tổ 2"), world.unit("Tổ 3")
    world.add("succession", predecessor=first, successor=second, on_day="2015-01-01", extent="wholly")
    world.add("succession", predecessor=second, successor=third, on_day="2020-01-01", extent="wholly")
    award = world.awarded(first, "bang_khen_tinh", (2012,))[0]
    assert [one.id for one in read_facts(world.book.db, [third]).awards[third]] == [award]


def test_an_award_to_a_counted_group_counts_for_nobody_and_is_said(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2023, 2024))
    stated = {"award_type": world.type("cstd_co_so"), "state": "granted", "period": "2025"}
    world.add("award", **stated, counted_words="88 tập thể và cá nhân", decision_number="9/QĐ")
    verdict = world.verdict(an, "cstd_tinh")
    assert verdict.state == "short"
    assert (
        "Chiến sĩ thi đua cơ sở cho “88 tập thể và cá nhân”, số 9/QĐ: không ghi tên nên không tính cho ai"
        in words_of(verdict)
    )


def test_a_decision_without_a_number_counts_and_says_so(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2023, 2024, 2025), decision_number="")
    verdict = world.verdict(an, "cstd_tinh")
    assert verdict.state == "enough"
    assert "chưa ghi số quyết định ngày 08/12/2025" in words_of(verdict)


def test_one_number_in_several_years_or_of_several_issuers_is_several_awards(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "cstd_co_so", (2023, 2024, 2025), decision_number="12/QĐ-UBND")
    world.awarded(an, "bang_khen_tinh", (2025,), decision_number="12/QĐ-UBND", issuers=[{"words": "UBND tỉnh"}])
    assert world.verdict(an, "cstd_tinh").state == "enough"


def test_what_was_entered_twice_counts_once(world: World):
    an = world.person("Nguyễn Văn An")
    awards = [world.awarded(an, "bang_khen_tinh", (2024,))[0] for _ in range(2)]
    verdict = world.verdict(an, "bang_khen_ttg")
    assert "cần 1 Bằng khen của Chủ tịch UBND tỉnh: có 1" in words_of(verdict)
    assert len(set(awards)) == 2


def test_spot_awards_do_not_count_for_merit_and_are_said(world: World):
    an = world.person("Nguyễn Văn An")
    award = world.awarded(an, "bang_khen_tinh", (2023,), basis="dot_xuat")[0]
    world.rated(an, dict.fromkeys(range(2020, 2026), "HTTNV"))
    verdict = world.verdict(an, "bang_khen_ttg")
    assert verdict.state == "short"
    block = next(one for one in verdict.blocks if one.rule == "spot_awards_not_counted")
    assert block.evidence[0].record == award
    assert block.words == "không tính cho khen công trạng: Bằng khen của Chủ tịch UBND tỉnh khen đột xuất"


def test_a_reason_lets_a_spot_award_count(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "bang_khen_tinh", (2022,), basis="dot_xuat")
    world.rated(an, dict.fromkeys(range(2020, 2026), "HTTNV"))
    nomination = world.nominate(world.round(), an, "bang_khen_ttg")
    reason = {"rule": "spot_awards_not_counted", "words": "", "reason": "Tỉnh xác nhận là khen công trạng"}
    world.amend(nomination, overrides=[reason])
    assert world.judge(nomination)[0].state == "enough"


def test_a_form_whose_ground_nobody_wrote_is_to_be_confirmed(world: World):
    an = world.person("Nguyễn Văn An")
    world.awarded(an, "bang_khen_tinh", (2022,), basis="")
    world.rated(an, dict.fromkeys(range(2020, 2026), "HTTNV"))
    verdict = world.verdict(an, "bang_khen_ttg")
    assert verdict.state == "confirm"
    assert "chưa ghi là khen công trạng, đột xuất hay chuyên đề" in words_of(verdict)


def test_a_type_that_is_only_named_in_words_is_to_be_confirmed(world: World):
    an = world.person("Nguyễn Văn An")
    stated = {"state": "granted", "period": "2025", "recipients": [{"who": an, "recipient_kind": "ca_nhan"}]}
    world.add("award", form_words="Chiến sĩ thi đua cơ sở", **stated)
    assert "2025 cần xác nhận" in world.verdict(an, "cstd_tinh").words


def test_the_number_of_statements_does_not_grow_with_the_nominees(world: World):
    people = [world.person(f"Nguyễn Văn {number}") for number in range(30)]
    for person in people:
        world.awarded(person, "cstd_co_so", (2025,))
    counts = []
    for some in (people[:2], people):
        told: list[str] = []
        world.book.db.connection().set_trace_callback(told.append)
        read_facts(world.book.db, some)
        world.book.db.connection().set_trace_callback(None)
        counts.append(len(told))
    assert counts[0] == counts[1] < 20


def test_a_joint_award_of_two_levels_is_one_award_of_two_issuers(world: World):
    an = world.person("Nguyễn Văn An")
    issuers = [{"words": "UBND tỉnh"}, {"words": "Công an tỉnh"}]
    world.awarded(an, "bang_khen_tinh", (2024,), issuers=issuers)
    said = words_of(world.verdict(an, "bang_khen_ttg"))
    assert "có 1" in said and "UBND tỉnh, Công an tỉnh" in said


def test_awards_go_with_a_person_to_another_unit(world: World):
    old, new = world.unit("Tổ 5"), world.unit("Phòng Kinh tế")
    an = world.person("Nguyễn Văn An", old)
    world.awarded(an, "cstd_co_so", (2023, 2024, 2025))
    world.amend(an, positions=[{"title": "Chuyên viên", "unit": new, "since": "2025-07-01"}])
    assert world.verdict(an, "cstd_tinh").state == "enough"


def test_a_name_in_words_is_not_offered_to_another_kind_of_recipient(world: World):
    home = world.add("household", name="Nguyễn Văn An")
    world.awarded(None, "bang_khen_tinh", (2025,), words="Nguyễn Văn An")
    assert read_facts(world.book.db, [home]).awards.get(home) is None


STATEMENTS = sorted(
    (name, text)
    for module in (history, identities, nominations, shares)
    for name, text in vars(module).items()
    if isinstance(text, str) and "json_each(?) w" in text
)


@pytest.mark.parametrize(("name", "statement"), STATEMENTS, ids=[name for name, _ in STATEMENTS])
def test_what_is_asked_of_given_records_scans_no_table(world: World, name: str, statement: str):
    plan = world.book.db.execute_sql(f"EXPLAIN QUERY PLAN {statement}", ("[]",)).fetchall()
    scanned = [row[-1] for row in plan if row[-1].startswith("SCAN")]
    assert scanned == ["SCAN w VIRTUAL TABLE INDEX 1:"]
