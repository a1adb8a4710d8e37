"""Judging a round, confirming, and the written reasons that are demanded."""

from __future__ import annotations

import datetime as dt

import pytest

from ward.awarding.deciding import decide
from ward.awarding.judging import confirm, demands, give_reason, judge_round
from ward.awarding.kept_rules import keep_rules
from ward.awarding.money import prize_list
from ward.awarding.submitting import submit
from ward.errors import UserError
from ward.rules.packs import pack_of, take_pack
from ward.rules.reading import built_in_pack, read_pack

AT = dt.datetime(2026, 11, 21, 8, 30, tzinfo=dt.UTC)


def test_the_verdict_is_kept_with_its_words_its_rules_and_its_moment(ward):
    round_id = ward.round(rules_on="2026-09-30")
    (one,) = ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan", ward.group))
    judged = judge_round(ward.book, round_id, at=AT)
    assert judged.change is not None
    assert ward.get(one, "verdict") == judged.verdicts[0].state
    assert ward.get(one, "judged_words") == judged.verdicts[0].words
    assert ward.get(one, "judged_at") == "2026-11-21T08:30:00+00:00"
    assert ward.get(one, "judged_pack") == pack_of(ward.book.db, round_id, "2026-09-30").sha
    assert ward.get(round_id, "pack") is not None


def test_judging_again_writes_nothing_while_nothing_changed(ward):
    round_id = ward.round(rules_on="2026-09-30")
    person = ward.person("Vũ Thị Lan", ward.group)
    (one,) = ward.nominate(round_id, "ldtt", person)
    judge_round(ward.book, round_id, at=AT)
    assert judge_round(ward.book, round_id).change is None
    assert ward.get(one, "judged_at") == "2026-11-21T08:30:00+00:00"
    before = ward.get(one, "judged_words")
    ward.add("rating", subject=person, year=2026, grade="HTTNV", side="work", years=[2026])
    assert judge_round(ward.book, round_id).change is not None
    assert ward.get(one, "judged_words") != before


def test_a_round_without_nominations_keeps_its_rules_and_judges_nobody(ward):
    round_id = ward.round(rules_on="2026-09-30")
    assert judge_round(ward.book, round_id).verdicts == ()
    assert ward.get(round_id, "pack") is not None


def test_rules_that_change_after_the_judging_leave_the_round_its_own_but_not_its_prizes(ward):
    round_id = ward.round(rules_on="2026-09-30")
    (one,) = ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan", ward.group))
    judge_round(ward.book, round_id)
    kept, sha = ward.get(round_id, "pack"), ward.get(one, "judged_pack")
    files = {name: text.replace("2530000", "3000000").encode() for name, text in built_in_pack().files.items()}
    later = read_pack(files)
    assert later.sha != sha
    take_pack(ward.book, later)
    judge_round(ward.book, round_id)
    assert (ward.get(round_id, "pack"), ward.get(one, "judged_pack")) == (kept, sha)
    (award,) = decide(ward.book, round_id, [one], on="2026-12-05", number="1/QĐ-UBND").awards
    assert ward.get(award, "prize") == 3_000_000


def test_a_round_takes_the_rules_that_are_in_use_now_when_it_is_told_to(ward):
    round_id = ward.round(rules_on="2026-09-30")
    keep_rules(ward.book, round_id)
    assert keep_rules(ward.book, round_id, anew=True) is None
    files = {name: text.replace("2530000", "3000000").encode() for name, text in built_in_pack().files.items()}
    take_pack(ward.book, read_pack(files))
    before = ward.get(round_id, "pack")
    assert keep_rules(ward.book, round_id) is None
    assert keep_rules(ward.book, round_id, anew=True) is not None
    assert ward.get(round_id, "pack") != before


def test_what_a_person_confirms_is_kept_once_for_each_rule_with_name_and_time(ward):
    (one,) = ward.nominate(ward.round(), "giay_khen_phuong", ward.person("Vũ Thị Lan"))
    confirm(ward.book, one, "giay_khen_phuong.a", "Chấp hành tốt", "no", who="Chị Lan", at=AT)
    confirm(ward.book, one, "giay_khen_phuong.a", "Chấp hành tốt", "yes", note="Công an xác nhận", at=AT)
    (row,) = ward.get(one, "confirmations")
    assert (row["answer"], row["who"], row["at"]) == ("yes", "Chị Hà", "2026-11-21T08:30:00+00:00")
    with pytest.raises(UserError, match="Có hay Không"):
        confirm(ward.book, one, "x", "y", "")


def test_a_reason_says_something(ward):
    (one,) = ward.nominate(ward.round(), "giay_khen_phuong", ward.person("Vũ Thị Lan"))
    with pytest.raises(UserError, match="lý do"):
        give_reason(ward.book, one, "pending_discipline", "Đang xác minh", "  ")
    assert ward.get(one, "overrides") == ()


def test_a_short_verdict_demands_a_reason_before_decision_and_submission(ward):
    round_id = ward.round(rules_on="2026-09-30")
    (one,) = ward.nominate(round_id, "cstd_tinh", ward.person("Vũ Thị Lan", ward.group))
    judge_round(ward.book, round_id)
    assert ward.get(one, "verdict") == "short"
    (demand,) = demands(ward.book.db, [one])
    assert "Chiến sĩ thi đua cơ sở" in demand.sentence
    with pytest.raises(UserError, match="hãy ghi lý do"):
        decide(ward.book, round_id, [one], on="2026-12-05")
    with pytest.raises(UserError, match="hãy ghi lý do"):
        submit(ward.book, round_id, [one], level="tinh", authority="UBND tỉnh")
    assert ward.get(one, "state") == "nominated"
    give_reason(ward.book, one, demand.rule, demand.sentence, "Sở Nội vụ cho nộp bổ sung danh hiệu năm 2024")
    assert demands(ward.book.db, [one]) == []
    submit(ward.book, round_id, [one], level="tinh", authority="UBND tỉnh")


def test_a_pending_matter_demands_a_reason_of_its_own(ward):
    round_id = ward.round(rules_on="2026-09-30")
    person = ward.person("Vũ Thị Lan", ward.group)
    ward.add("discipline", subject=person, matter="khieu_nai", since="2026-08-01")
    (one,) = ward.nominate(round_id, "giay_khen_phuong", person)
    assert [row.rule for row in demands(ward.book.db, [one])] == ["pending_discipline"]


def test_a_title_without_the_ballot_that_an_expired_rule_asks_for_only_warns(ward):
    round_id = ward.round(rules_on="2026-09-30")
    (one,) = ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan", ward.group))
    decided = decide(ward.book, round_id, [one], on="2026-12-05", number="1/QĐ-UBND")
    assert "phải qua bỏ phiếu" in decided.warnings[0]


def test_what_a_level_above_decides_demands_a_reason_of_the_ward(ward):
    round_id = ward.round(rules_on="2026-09-30")
    (one,) = ward.nominate(round_id, "bang_khen_tinh", ward.person("Vũ Thị Lan", ward.group))
    assert [row.rule for row in demands(ward.book.db, [one], own_decision=True)] == ["authority"]
    assert demands(ward.book.db, [one]) == []


def test_what_a_level_above_decides_keeps_its_level_and_has_no_prize_of_the_ward(ward):
    """Both where the rules are sure and a reason was written, and where they only warn."""
    for rules_on, on in (("2026-09-30", "2026-09-30"), ("2026-11-10", "2026-12-05")):
        round_id = ward.round(rules_on=rules_on, opened_on="2026-09-01")
        one, other = (
            ward.nominate(round_id, code, ward.person("Vũ Thị Lan", ward.group), received_on="2026-09-20")[0]
            for code in ("bang_khen_tinh", "giay_khen_phuong")
        )
        for demand in demands(ward.book.db, [one], own_decision=True):
            give_reason(ward.book, one, demand.rule, demand.sentence, "Tỉnh ủy quyền bằng văn bản")
        made = decide(ward.book, round_id, [one, other], on=on, number="1/QĐ-UBND")
        above, own = (ward.get(record, "award") for record in (one, other))
        assert (ward.get(above, "level"), ward.get(above, "prize")) == ("tinh", None)
        assert (ward.get(own, "level"), ward.get(own, "prize")) == ("phuong", 760_000)
        assert [row.award for row in prize_list(ward.book.db, document=made.document).rows] == [own]
    assert any("cấp trên quyết định" in told and "không tính tiền thưởng" in told for told in made.warnings)
