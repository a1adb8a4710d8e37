"""A round keeps the rules it went by whole: the pack and the office's own values; what changed since is only told."""

from __future__ import annotations

import pytest

from forms.exchange import carry_out, export, plan_import
from ward.awarding.council import open_meeting, quorum_of
from ward.awarding.deciding import decide
from ward.awarding.doubts import doubts_of
from ward.awarding.judging import demands, judge_round
from ward.awarding.kept_rules import keep_rules, rules_changed
from ward.awarding.meetings import rules_of
from ward.awarding.results import lock, results, unlock
from ward.awarding.rounds import reopen_round
from ward.book import Book
from ward.edits import Add, Bin
from ward.errors import UserError
from ward.loading import load
from ward.rules.packs import keep_pack, pack_of, take_pack, use_built_in
from ward.rules.reading import built_in_pack, kept_rows, pack_from, read_pack, with_kept_rows

DAY = "2026-09-30"
VOTE = "vote.cstd_co_so.min_pct"


def threshold(ward, round_id):
    return rules_of(ward.book.db, round_id).votes["cstd_co_so"].min_pct


def own(ward, value="90%", what=VOTE, **values):
    return ward.add("local_rule", what=what, value=value, **values)


def changed_pack(old="min_pct = 80", new="min_pct = 85"):
    return read_pack({name: text.replace(old, new).encode() for name, text in built_in_pack().files.items()})


@pytest.fixture
def judged(ward):
    """A round with one title that was judged."""
    round_id = ward.round(rules_on=DAY)
    (one,) = ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan", ward.group))
    judge_round(ward.book, round_id)
    return round_id, one


@pytest.mark.parametrize("since", ["", "2026-01-01", DAY])
def test_a_local_rule_of_later_leaves_a_judged_round_alone(ward, judged, since):
    round_id, one = judged
    before = load(ward.book.db, one).values
    own(ward, since=since)
    assert threshold(ward, round_id) == 80
    assert judge_round(ward.book, round_id).change is None
    assert load(ward.book.db, one).values == before
    assert threshold(ward, ward.round(rules_on=DAY)) == 90


def test_a_local_rule_that_held_then_stays_with_the_round_when_it_is_changed_or_removed(ward):
    rule = own(ward, "70%", instrument="QĐ 12/2026")
    round_id = ward.round(rules_on=DAY)
    ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan"))
    judge_round(ward.book, round_id)
    ward.amend(rule, value="95%")
    assert threshold(ward, round_id) == 70
    ward.book.write("Bỏ", [Bin(rule)])
    assert threshold(ward, round_id) == 70
    assert rules_of(ward.book.db, round_id).votes["cstd_co_so"].local == "QĐ 12/2026"


def test_a_local_rule_about_a_condition_of_later_changes_neither_verdicts_nor_demands(ward, judged):
    _, one = judged
    before = (doubts_of(ward.book.db, [one]), demands(ward.book.db, [one], own_decision=True))
    own(ward, "có", "instrument.nd-98-2023.checked")
    own(ward, "không", "vote.cstd_co_so.ballot")
    assert (doubts_of(ward.book.db, [one]), demands(ward.book.db, [one], own_decision=True)) == before


def test_a_round_keeps_its_rules_from_its_first_meeting_on(ward):
    round_id = ward.round(rules_on=DAY)
    ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan"))
    ward.council(["Trần Văn Bình", "Lê Thị Cúc", "Phạm Văn Dũng", "Ngô Thị Hà", "Đỗ Văn Khang"])
    meeting = open_meeting(ward.book, round_id, {"held_on": "2026-11-28"})
    told = quorum_of(ward.book.db, meeting).warnings
    own(ward)
    own(ward, "2/5", "quorum.hop_xet_khen.least")
    assert (threshold(ward, round_id), quorum_of(ward.book.db, meeting).warnings) == (80, told)


def test_a_local_rule_of_later_leaves_a_locked_and_a_decided_round_alone(ward):
    round_id = ward.round(rules_on=DAY)
    (one,) = ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan"))
    ward.council(["Trần Văn Bình", "Lê Thị Cúc", "Phạm Văn Dũng", "Ngô Thị Hà", "Đỗ Văn Khang"])
    meeting = open_meeting(ward.book, round_id, {"held_on": "2026-11-28"})
    ward.count_twice(meeting, 4, 1)
    lock(ward.book, meeting)
    own(ward)
    (row,) = results(ward.book.db, meeting)
    assert (row.threshold, row.result, row.needed) == ("từ 80%", "passed", 4)
    unlock(ward.book, meeting, "Kiểm lại phiếu")
    lock(ward.book, meeting)
    assert ward.get(one, "state") == "passed"
    decide(ward.book, round_id, [one], on="2026-12-05", number="1/QĐ-UBND")
    assert threshold(ward, round_id) == 80
    assert rules_changed(ward.book.db, round_id) == ""


def test_a_round_that_was_decided_without_judging_keeps_its_rules_too(ward):
    round_id = ward.round(rules_on=DAY)
    nominations = ward.nominate(round_id, "ldtt", ward.person("Vũ Thị Lan"), ward.person("Bùi Văn Minh"))
    made = decide(ward.book, round_id, nominations, on="2026-12-05", number="1/QĐ-UBND")
    assert {load(ward.book.db, award).kind for award in made.awards} == {"award"}
    assert len(made.awards) == 2
    own(ward, "từ 90%", "vote.ldtt.min_pct")
    assert rules_of(ward.book.db, round_id).votes["ldtt"].min_pct == 50


def test_a_change_of_the_rules_is_told_and_taken_over_only_on_purpose(ward, judged):
    round_id, _ = judged
    assert rules_changed(ward.book.db, round_id) == ""
    own(ward, instrument="QĐ 12/2026/QĐ-UBND")
    told = rules_changed(ward.book.db, round_id)
    assert "nay 90% (QĐ 12/2026/QĐ-UBND), đợt giữ theo bộ quy định" in told
    again = judge_round(ward.book, round_id)
    assert (again.warnings, again.change, threshold(ward, round_id)) == ((told,), None, 80)
    assert keep_rules(ward.book, round_id) is None
    assert keep_rules(ward.book, round_id, anew=True) is not None
    assert (threshold(ward, round_id), rules_changed(ward.book.db, round_id)) == (90, "")
    assert judge_round(ward.book, round_id).warnings == ()
    ward.book.undo()


def test_a_change_that_touches_only_prizes_is_not_told(ward, judged):
    own(ward, "3.000.000", "base_salary", since="2026-07-01")
    own(ward, "500.000 đồng", "award.cstd_co_so.prize.ca_nhan")
    own(ward, "20/12", "calendar.ho_so_khen_tong_ket.due")
    assert rules_changed(ward.book.db, judged[0]) == ""


def test_a_pack_that_was_replaced_is_told_with_both_names(ward, judged):
    round_id, _ = judged
    take_pack(ward.book, changed_pack())
    assert "đã được sửa" in rules_changed(ward.book.db, round_id)
    assert (threshold(ward, round_id), judge_round(ward.book, round_id).change) == (80, None)
    keep_rules(ward.book, round_id, anew=True)
    assert threshold(ward, round_id) == 85
    use_built_in(ward.book)
    assert threshold(ward, round_id) == 85


def test_a_round_that_is_done_takes_no_other_rules_until_it_is_opened_again(ward, judged):
    round_id, one = judged
    decide(ward.book, round_id, [one], on="2026-12-05", number="1/QĐ-UBND")
    own(ward)
    with pytest.raises(UserError, match="mở lại đợt"):
        keep_rules(ward.book, round_id, anew=True)
    assert judge_round(ward.book, round_id).warnings == ()
    reopen_round(ward.book, round_id, "Bổ sung một trường hợp")
    assert rules_changed(ward.book.db, round_id) != ""
    assert threshold(ward, round_id) == 80


def test_a_round_that_kept_a_pack_alone_keeps_the_values_of_its_next_judging_with_it(ward):
    """As files of before did."""
    kept = ward.book.write("Ghi lại bộ quy định", [keep_pack(changed_pack())]).added[0]
    round_id = ward.round(rules_on=DAY, pack=kept)
    ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan"))
    rule = own(ward, "70%")
    assert threshold(ward, round_id) == 70
    judge_round(ward.book, round_id)
    ward.book.write("Bỏ", [Bin(rule)])
    assert threshold(ward, round_id) == 70
    done = ward.round("Đợt cũ", state="decided", rules_on=DAY, pack=kept)
    assert judge_round(ward.book, done).change is None
    assert ward.get(done, "pack") == kept


def test_rounds_of_one_day_share_one_record_and_it_is_not_the_pack_in_use(ward):
    own(ward, "70%")
    rounds = [ward.round(rules_on=DAY), ward.round("Đột xuất", "dot_xuat", rules_on=DAY)]
    for round_id in rounds:
        keep_rules(ward.book, round_id)
    assert len({ward.get(round_id, "pack") for round_id in rounds}) == 1
    ward.book.write("Bỏ", [Bin(record) for (record,) in ward.book.db.execute_sql("SELECT record_id FROM local_rule")])
    assert pack_of(ward.book.db, None, DAY) is built_in_pack()


def test_a_file_taken_in_elsewhere_keeps_the_rules_of_its_rounds(ward, judged, tmp_path):
    own(ward)
    export(ward.book, tmp_path / "a.json")
    with Book.create(tmp_path / "khác.sovang") as other:
        carry_out(other, plan_import(other, tmp_path / "a.json"))
        ((round_id,),) = other.db.execute_sql("SELECT record_id FROM round").fetchall()
        assert rules_of(other.db, round_id) == rules_of(ward.book.db, judged[0])
        assert rules_of(other.db, round_id).votes["cstd_co_so"].min_pct == 80
        assert rules_changed(other.db, round_id) == rules_changed(ward.book.db, judged[0]) != ""
        export(other, tmp_path / "b.json")
    assert (tmp_path / "b.json").read_bytes() == (tmp_path / "a.json").read_bytes()


def test_what_is_kept_is_read_again_as_it_was():
    from ward.rules.local_rows import LocalRow
    from ward.rules.reading import content_of

    rows = [LocalRow(VOTE, "90%", "2026-01-01", "", "QĐ 12", "theo “Điều 5”")]
    kept = with_kept_rows(built_in_pack(), rows)
    assert pack_from(content_of(kept)) == kept
    assert kept_rows(kept) == rows
    assert kept.sha != built_in_pack().sha != with_kept_rows(built_in_pack(), []).sha
    assert kept_rows(built_in_pack()) is None


@pytest.mark.parametrize("text", ["{", "{}", '[{"what": "a"}]', "[1]"])
def test_kept_values_that_were_spoiled_are_told(ward, text):
    pack = with_kept_rows(built_in_pack(), [])
    values = keep_pack(pack).values
    spoiled = values["content"].replace('"[]"', '"' + text.replace('"', '\\"') + '"')
    assert spoiled != values["content"]
    record = ward.book.write("Hỏng", [Add("rule_pack", {**values, "content": spoiled})]).added[0]
    with pytest.raises(UserError, match="không đọc được"):
        rules_of(ward.book.db, ward.round(pack=record))
