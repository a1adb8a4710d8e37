"""Councils, attendance, quorum, counting: what is told, what is refused."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ward.awarding.council import (
    Attending,
    attending,
    conflicts_suggested,
    council_on,
    invite,
    mark_attendance,
    mark_conflict,
    members_on,
    open_meeting,
    quorum_of,
    set_method,
)
from ward.awarding.counting import (
    Count,
    Written,
    compare_counts,
    enter_count,
    enter_lower,
    enter_written,
    note_papers,
    to_count,
)
from ward.awarding.nominating import Draft, nominate, withdraw
from ward.awarding.results import fallen, lock, results
from ward.awarding.rounds import round_row
from ward.errors import UserError

FIVE = ["Trần Văn Bình", "Lê Thị Cúc", "Phạm Văn Dũng", "Ngô Thị Hà", "Đỗ Văn Khang"]


@pytest.fixture
def met(ward):
    """A round with two proposed titles, and a meeting of a council of five."""
    round_id = ward.round(rules_on="2026-09-30")
    nominations = ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan"), ward.person("Bùi Văn Minh"))
    council = ward.council(FIVE)
    return round_id, council, open_meeting(ward.book, round_id, {"held_on": "2026-11-28"}), nominations


def presences(ward, meeting, *kinds):
    members = attending(ward.book.db, meeting)
    mark_attendance(
        ward.book,
        meeting,
        [Attending(one.who, one.name, one.role, "", kind) for one, kind in zip(members, kinds, strict=True)],
    )


def test_the_members_are_those_of_the_day_in_their_order(ward):
    old, new = ward.person("Người cũ"), ward.person("Người mới")
    rows = [
        {"who": old, "role": "chair", "until": "2026-05-31"},
        {"who": new, "role": "chair", "since": "2026-06-01"},
        {"words": "Đại diện Mặt trận", "role": "member"},
    ]
    council = ward.add("council", name="Hội đồng", since="2025-07-01", members=rows)
    assert [one.name for one in members_on(ward.book.db, council, "2026-05-31")] == ["Người cũ", "Đại diện Mặt trận"]
    assert [one.name for one in members_on(ward.book.db, council, "2026-06-01")] == ["Người mới", "Đại diện Mặt trận"]


def test_the_council_of_a_day_is_the_one_in_its_term(ward):
    before = ward.council(["An"], since="2020-01-01", until="2025-06-30")
    now = ward.council(["Bình"])
    assert council_on(ward.book.db, "2025-06-30") == before
    assert council_on(ward.book.db, "2026-01-01") == now
    assert council_on(ward.book.db, "2019-01-01") is None


def test_a_meeting_needs_a_council_with_members(ward):
    with pytest.raises(UserError, match="Chưa có Hội đồng"):
        open_meeting(ward.book, ward.round())
    ward.add("council", name="Hội đồng", since="2025-01-01")
    with pytest.raises(UserError, match="không có thành viên"):
        open_meeting(ward.book, ward.round())


def test_a_meeting_starts_with_all_members_and_its_leads(ward, met):
    round_id, council, meeting, _ = met
    assert [one.name for one in attending(ward.book.db, meeting)] == FIVE
    assert (ward.get(meeting, "chair_words"), ward.get(meeting, "secretary_words")) == (FIVE[0], FIVE[4])
    assert ward.get(meeting, "council") == council
    assert round_row(ward.book.db, round_id).state == "reviewing"
    invite(ward.book, meeting, "12/GM-UBND", "2026-11-25")
    assert ward.get(meeting, "invitation_number") == "12/GM-UBND"


def test_the_ballot_is_secret_where_the_rules_ask_it_and_can_be_changed_for_a_meeting(ward, met):
    meeting = met[2]
    assert ward.get(meeting, "method") == "secret"
    set_method(ward.book, meeting, "open")
    assert ward.get(meeting, "method") == "open"
    with pytest.raises(UserError, match="cách bỏ phiếu"):
        set_method(ward.book, meeting, "")


def test_too_few_members_are_told_with_the_rule_and_its_mark_and_block_nothing(ward, met):
    meeting = met[2]
    assert quorum_of(ward.book.db, meeting).enough
    presences(ward, meeting, "present", "present", "present", "written", "absent")
    found = quorum_of(ward.book.db, meeting)
    assert (found.members, found.present, found.written, found.absent) == (5, 3, 1, 1)
    assert (found.share, found.enough) == (Fraction(3, 5), False)
    assert "chưa đủ 2/3" in found.warnings[0]
    assert "chưa đủ 80%" in found.warnings[1]
    assert "nguồn thứ cấp" in found.warnings[1]


def test_no_member_is_counted_twice(ward, met):
    members = attending(ward.book.db, met[2])
    with pytest.raises(UserError, match="hai lần"):
        mark_attendance(ward.book, met[2], [*members, members[0]])


def test_the_second_counting_needs_nothing_of_the_first(ward, met):
    _, _, meeting, (one, other) = met
    enter_count(ward.book, meeting, 2, "Anh Dũng", [Count(one, 5), Count(other, 5)])
    differences = compare_counts(ward.book.db, meeting).differences
    assert [row.first for row in differences] == [None, None]
    enter_count(ward.book, meeting, 1, "Chị Hà", [Count(one, 5), Count(other, 5)])
    assert compare_counts(ward.book.db, meeting).agree


def test_two_countings_by_one_person_are_doubted(ward, met):
    ward.count_twice(met[2], 5)
    assert compare_counts(ward.book.db, met[2]).doubts == ()
    ward.amend(met[2], second_by="chị hà")
    assert "cùng một người" in compare_counts(ward.book.db, met[2]).doubts[0]


def test_a_counter_is_named(ward, met):
    with pytest.raises(UserError, match="ai kiểm phiếu"):
        enter_count(ward.book, met[2], 1, " ", [Count(met[3][0], 5)])


@pytest.mark.parametrize("count", [(6, 0, 0), (3, 3, 0), (-1, 0, 0)])
def test_more_ballots_than_members_who_came_cannot_be(ward, met, count):
    with pytest.raises(UserError, match="Hãy kiểm tra"):
        enter_count(ward.book, met[2], 1, "Chị Hà", [Count(met[3][0], *count)])
    assert results(ward.book.db, met[2]) == []


def test_a_secret_ballot_adds_up_to_the_papers_that_came_back(ward, met):
    meeting, one = met[2], met[3][0]
    with pytest.raises(UserError, match="chỉ có 5 thành viên"):
        note_papers(ward.book, meeting, issued=6, returned=6)
    with pytest.raises(UserError, match="nhiều hơn số phát ra"):
        note_papers(ward.book, meeting, issued=4, returned=5)
    note_papers(ward.book, meeting, issued=5, returned=5)
    with pytest.raises(UserError, match="thu về 5 phiếu"):
        enter_count(ward.book, meeting, 1, "Chị Hà", [Count(one, 3, 1)])
    enter_count(ward.book, meeting, 1, "Chị Hà", [Count(one, 3, 1, 1)])


def test_written_opinions_are_those_of_absent_members_who_sent_one(ward, met):
    _, _, meeting, (one, _) = met
    with pytest.raises(UserError, match="có 0 người vắng gửi ý kiến"):
        enter_written(ward.book, meeting, [Written(one, 1)])
    presences(ward, meeting, "present", "present", "present", "present", "written")
    enter_written(ward.book, meeting, [Written(one, 1)])
    enter_count(ward.book, meeting, 1, "Chị Hà", [Count(one, 3, 1)])
    (row,) = results(ward.book.db, meeting)
    assert (row.agree, row.written_agree, row.share) == (4, 1, Fraction(4, 5))


def test_a_member_in_conflict_does_not_vote_but_is_counted_unless_told_otherwise(ward, met):
    _, _, meeting, (one, other) = met
    member = attending(ward.book.db, meeting)[1]
    mark_conflict(ward.book, meeting, one, "Vợ của người được đề nghị", who=member.who)
    with pytest.raises(UserError, match="chỉ 4 thành viên"):
        enter_count(ward.book, meeting, 1, "Chị Hà", [Count(one, 5)])
    note_papers(ward.book, meeting, issued=5, returned=5)
    for which, by in ((1, "Chị Hà"), (2, "Anh Dũng")):
        enter_count(ward.book, meeting, which, by, [Count(one, 4), Count(other, 5)])
    first = results(ward.book.db, meeting)[0]
    assert (first.share, first.conflicts) == (Fraction(4, 5), (FIVE[1],))
    assert "vẫn tính" in first.warnings[-1]
    apart = results(ward.book.db, meeting, conflicts_count=False)[0]
    assert (apart.share, apart.members) == (Fraction(1), 4)
    outcome = lock(ward.book, meeting, conflicts_count=False)
    assert ward.get(outcome.records[0], "members") == 4
    assert results(ward.book.db, meeting)[0].members == 4


def test_a_count_that_who_came_no_longer_allows_is_not_locked(ward, met):
    _, _, meeting, (one, _) = met
    ward.count_twice(meeting, 5)
    presences(ward, meeting, "present", "present", "absent", "absent", "absent")
    with pytest.raises(UserError, match="chỉ 2 thành viên có mặt"):
        lock(ward.book, meeting)
    presences(ward, meeting, "present", "present", "present", "present", "present")
    mark_conflict(ward.book, meeting, one, "Vợ", who=attending(ward.book.db, meeting)[1].who)
    with pytest.raises(UserError, match="chỉ 4 thành viên có mặt"):
        lock(ward.book, meeting)


def test_an_opinion_of_somebody_who_came_after_all_is_not_locked(ward, met):
    _, _, meeting, (one, other) = met
    presences(ward, meeting, "present", "present", "present", "present", "written")
    ward.count_twice(meeting, 4)
    enter_written(ward.book, meeting, [Written(one, 1), Written(other, 1)])
    presences(ward, meeting, "present", "present", "present", "present", "present")
    with pytest.raises(UserError, match="có 0 người vắng gửi ý kiến"):
        lock(ward.book, meeting)


def test_a_member_in_conflict_gives_no_written_opinion_either(ward, met):
    _, _, meeting, (one, other) = met
    presences(ward, meeting, "present", "present", "present", "present", "written")
    mark_conflict(ward.book, meeting, one, "Vợ", who=attending(ward.book.db, meeting)[4].who)
    enter_written(ward.book, meeting, [Written(other, 1)])
    with pytest.raises(UserError, match="0 người vắng gửi ý kiến mà không có liên quan"):
        enter_written(ward.book, meeting, [Written(one, 1)])


def test_a_locked_result_stands_when_the_rules_change_afterwards(ward, met):
    _, _, meeting, _ = met
    ward.count_twice(meeting, 4, 1)
    lock(ward.book, meeting)
    ward.add("local_rule", what="vote.cstd_co_so.min_pct", value="90%")
    assert {(row.threshold, row.result) for row in results(ward.book.db, meeting)} == {("từ 80%", "passed")}
    assert not [one for one in fallen(ward.book.db, meeting) if one.when == "after"]


def test_a_member_who_votes_on_himself_is_told_when_the_result_is_locked(ward, met):
    round_id, _, meeting, _ = met
    member = attending(ward.book.db, meeting)[2]
    ward.nominate(round_id, "ldtt", member.who)
    ward.count_twice(meeting, 5)
    assert any(f"{member.name} là người được đề nghị" in told for told in lock(ward.book, meeting).warnings)


def test_a_conflict_needs_a_reason_and_a_member(ward, met):
    _, _, meeting, (one, _) = met
    with pytest.raises(UserError, match="lý do"):
        mark_conflict(ward.book, meeting, one, "", who=attending(ward.book.db, meeting)[0].who)
    with pytest.raises(UserError, match="không phải là thành viên"):
        mark_conflict(ward.book, meeting, one, "Họ hàng", name="Ai đó")


def test_members_who_are_proposed_themselves_are_suggested_as_conflicts(ward):
    ward.council(FIVE)
    round_id = ward.round(rules_on="2026-09-30")
    who = ward.book.db.execute_sql("SELECT id FROM record WHERE title = ?", (FIVE[2],)).fetchone()[0]
    (one,) = ward.nominate(round_id, "cstd_co_so", who)
    meeting = open_meeting(ward.book, round_id)
    (suggested,) = conflicts_suggested(ward.book.db, meeting)
    assert (suggested[0].name, suggested[1]) == (FIVE[2], one)
    mark_conflict(ward.book, meeting, one, "Là người được đề nghị", who=who)
    assert conflicts_suggested(ward.book.db, meeting) == []


def test_a_council_of_three_needs_all_three_for_eighty_percent_and_says_so(ward):
    round_id = ward.round(rules_on="2026-09-30")
    (one,) = ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan"))
    ward.council(FIVE[:3])
    meeting = open_meeting(ward.book, round_id)
    assert "chỉ có 3 thành viên" in quorum_of(ward.book.db, meeting).warnings[-1]
    ward.count_twice(meeting, 2, 1)
    (row,) = results(ward.book.db, meeting)
    assert (row.needed, row.result, row.share) == (3, "failed", Fraction(2, 3))
    assert "phải đủ cả 3 phiếu" in " ".join(row.warnings)
    lock(ward.book, meeting)
    assert ward.get(one, "state_reason") == "Đạt 2/3 phiếu (66,67%), cần từ 80% tổng số thành viên."


def test_a_tie_is_told_and_is_no_majority(ward):
    round_id = ward.round(rules_on="2026-09-30")
    ward.nominate(round_id, "ldtt", ward.person("Vũ Thị Lan"))
    ward.council(FIVE[:4])
    meeting = open_meeting(ward.book, round_id)
    enter_count(ward.book, meeting, 1, "Chị Hà", [Count(to_count(ward.book.db, meeting)[0][0], 2, 2)])
    (row,) = results(ward.book.db, meeting)
    assert (row.tie, row.result) == (True, "failed")
    assert "bằng nhau (2)" in " ".join(row.warnings)


def test_a_lower_award_that_the_council_voted_for_goes_on(ward, met):
    _, _, meeting, (one, other) = met
    ward.count_twice(meeting, 3, 2)
    lower = ward.type("ldtt")
    with pytest.raises(UserError, match="mức thấp hơn"):
        enter_lower(ward.book, meeting, one, lower, 6)
    enter_lower(ward.book, meeting, one, lower, 5)
    assert [row.lower_passed for row in results(ward.book.db, meeting)] == [True, None]
    lock(ward.book, meeting)
    assert (ward.get(one, "state"), ward.get(one, "lowered_to")) == ("passed", lower)
    assert (ward.get(other, "state"), ward.get(other, "lowered_to")) == ("failed", None)


def test_what_falls_out_is_told_with_its_reason_before_and_after(ward, met):
    _, _, meeting, (one, other) = met
    withdraw(ward.book, [other], "Chuyển công tác")
    ward.count_twice(meeting, 1, 4)
    lock(ward.book, meeting)
    told = {row.nomination: (row.when, row.why) for row in fallen(ward.book.db, meeting)}
    assert told == {
        one: ("after", "Đạt 1/5 phiếu (20%), cần từ 80% tổng số thành viên."),
        other: ("before", "Đã rút: Chuyển công tác"),
    }


def test_an_award_without_a_rule_for_votes_needs_more_than_half_which_is_told(ward):
    round_id = ward.round(rules_on="2026-09-30")
    own = ward.add("award_type", name="Thư khen", code="", form="hinh_thuc")
    (one,) = nominate(ward.book, round_id, [Draft(award_type=own, nominee_words="Ông Tài")]).added
    ward.council(FIVE[:4])
    meeting = open_meeting(ward.book, round_id)
    enter_count(ward.book, meeting, 1, "Chị Hà", [Count(one, 2, 1)])
    (row,) = results(ward.book.db, meeting)
    assert (row.result, row.threshold, row.needed) == ("failed", "trên 50%", 3)
    assert "chưa có tỷ lệ phiếu" in row.warnings[0]


def test_nothing_is_locked_before_anything_was_counted(ward, met):
    with pytest.raises(UserError, match="Chưa khóa được"):
        lock(ward.book, met[2])


def test_a_second_meeting_of_a_round_votes_only_on_what_is_new(ward):
    ward.council(FIVE)
    round_id = ward.round(rules_on="2026-09-30")
    (old,) = ward.nominate(round_id, "giay_khen_phuong", ward.person("Vũ Thị Lan"))
    first = open_meeting(ward.book, round_id, {"held_on": "2026-11-28"})
    enter_count(ward.book, first, 1, "Chị Hà", [Count(old, 5)])
    lock(ward.book, first)
    (new,) = ward.nominate(round_id, "giay_khen_phuong", ward.person("Bùi Văn Minh"))
    second = open_meeting(ward.book, round_id, {"held_on": "2026-12-02"})
    assert [one[0] for one in to_count(ward.book.db, second)] == [new]
    assert [one[0] for one in to_count(ward.book.db, first)] == [old]


def test_a_threshold_of_an_expired_text_is_told_with_its_mark(ward, met):
    ward.count_twice(met[2], 5)
    (told, *_) = results(ward.book.db, met[2])[0].warnings
    assert "văn bản đã hết hiệu lực" in told


def test_a_meeting_without_a_round_has_no_result(ward):
    meeting = ward.add("meeting", held_on="2026-11-28", years=[2026])
    assert results(ward.book.db, meeting) == []
    with pytest.raises(UserError, match="Chưa có kết quả"):
        lock(ward.book, meeting)


def test_what_was_sent_on_before_the_result_was_locked_stands(ward, met):
    _, _, meeting, (one, other) = met
    ward.count_twice(meeting, 5)
    ward.amend(one, state="submitted")
    lock(ward.book, meeting)
    assert [ward.get(nomination, "state") for nomination in (one, other)] == ["submitted", "passed"]
