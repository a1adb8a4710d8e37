"""Whole rounds, from nomination to the last act: each as a ward plays it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ward.awarding.council import Attending, attending, mark_attendance, open_meeting, quorum_of
from ward.awarding.counting import Count, Written, compare_counts, enter_count, enter_written, note_papers
from ward.awarding.deciding import decide, number_decision
from ward.awarding.judging import demands, give_reason, judge_round
from ward.awarding.money import fund_year, pay, prize_list
from ward.awarding.register import find_awards
from ward.awarding.results import fallen, lock, results, unlock
from ward.awarding.rounds import close_round, round_row
from ward.awarding.submitting import Answer, answer, number_submission, returned, submit, supplement
from ward.edits import Add
from ward.errors import UserError

MEMBERS = ["Trần Văn Bình", "Lê Thị Cúc", "Phạm Văn Dũng", "Ngô Thị Hà", "Đỗ Văn Khang"]


def reasoned(ward, nominations):
    """Gives each written reason that is demanded, as a clerk would who knows better."""
    for one in demands(ward.book.db, nominations):
        give_reason(ward.book, one.nomination, one.rule, one.sentence, "Đã có văn bản của cấp trên")


def test_certificates_at_the_years_end(ward):
    round_id = ward.round(rules_on="2026-09-30")
    persons = ward.nominate(round_id, "giay_khen_phuong", *ward.people(3, ward.group))
    units = ward.nominate(round_id, "giay_khen_phuong", ward.group)
    judged = judge_round(ward.book, round_id)
    assert len(judged.verdicts) == 4
    assert judge_round(ward.book, round_id).change is None
    ward.council(MEMBERS)
    meeting = open_meeting(ward.book, round_id, {"held_on": "2026-11-28"})
    assert ward.get(meeting, "method") == "open"
    assert quorum_of(ward.book.db, meeting).enough
    enter_count(ward.book, meeting, 1, "Chị Hà", [Count(one, 5) for one in (*persons, *units)])
    lock(ward.book, meeting)
    assert round_row(ward.book.db, round_id).states == {"passed": 4}
    reasoned(ward, [*persons, *units])
    decided = decide(ward.book, round_id, [*persons, *units], on="2026-12-05", number="215/QĐ-UBND")
    assert [ward.get(award, "book_number") for award in decided.awards] == ["1", "2", "3", "4"]
    assert ward.get(decided.awards[0], "recipients") == (
        {
            "recipient_kind": "ca_nhan",
            "who": ward.get(persons[0], "nominee"),
            "words": "Nguyễn Văn Số 1",
            "as_title": "Tổ viên Tổ dân phố số 5",
        },
    )
    document = decided.document
    assert ward.get(document, "participants")[0]["words"] == "Trần Văn Bình"
    assert round_row(ward.book.db, round_id).state == "decided"
    money = prize_list(ward.book.db, document=document)
    assert [row.amount for row in money.rows] == [760_000, 760_000, 760_000, 1_520_000]
    assert (money.total, money.missing) == (3_800_000, 0)
    ward.add("fund_entry", direction="in", entry_kind="allotted", amount=10_000_000, entered_on="2026-01-05")
    pay(ward.book, decided.awards, on="2026-12-20", receipt="PC 12")
    fund = fund_year(ward.book.db, 2026)
    assert (fund.opening, dict(fund.outgoing), fund.closing) == (0, {"prize": 3_800_000}, 6_200_000)
    close_round(ward.book, round_id)
    assert len(find_awards(ward.book.db, "215", year=2026)) == 4


def test_a_title_by_secret_ballot_with_an_absent_member(ward):
    round_id = ward.round(rules_on="2026-09-30")
    passed, failed = ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan"), ward.person("Bùi Văn Minh"))
    ward.council(MEMBERS)
    meeting = open_meeting(ward.book, round_id, {"held_on": "2026-11-28"})
    assert ward.get(meeting, "method") == "secret"
    members = attending(ward.book.db, meeting)
    absent = Attending(members[4].who, members[4].name, "member", "", "written", "Đi công tác")
    mark_attendance(ward.book, meeting, [*members[:4], absent])
    note_papers(ward.book, meeting, issued=4, returned=4)
    enter_written(ward.book, meeting, [Written(passed, 1), Written(failed, 0, 1)])
    enter_count(ward.book, meeting, 1, "Chị Hà", [Count(passed, 3, 1), Count(failed, 3, 1)])
    with pytest.raises(UserError, match="chưa có kết quả kiểm lần 2"):
        lock(ward.book, meeting)
    enter_count(ward.book, meeting, 2, "Anh Dũng", [Count(passed, 3, 1), Count(failed, 2, 2)])
    comparison = compare_counts(ward.book.db, meeting)
    assert [one.nomination for one in comparison.differences] == [failed]
    assert "lần 1 là 3 đồng ý" in comparison.differences[0].sentence
    with pytest.raises(UserError, match="Hãy đếm lại"):
        lock(ward.book, meeting)
    enter_count(ward.book, meeting, 2, "Anh Dũng", [Count(failed, 3, 1)])
    first, second = results(ward.book.db, meeting)
    assert (first.agree, first.members, first.share, first.needed) == (4, 5, Fraction(4, 5), 4)
    assert (first.result, second.result) == ("passed", "failed")
    outcome = lock(ward.book, meeting, who="Chị Hà")
    assert [ward.get(one, "state") for one in (passed, failed)] == ["passed", "failed"]
    assert ward.get(failed, "state_reason") == "Đạt 3/5 phiếu (60%), cần từ 80% tổng số thành viên."
    assert [ward.get(ballot, "members") for ballot in outcome.records] == [5, 5]
    assert [(one.nomination, one.when) for one in fallen(ward.book.db, meeting) if one.nomination == failed] == [
        (failed, "after")
    ]
    reasoned(ward, [passed])
    decided = decide(ward.book, round_id, [passed], on="2026-12-05")
    assert "chưa có số" in decided.warnings[0]
    assert ward.get(decided.awards[0], "prize") == 2_530_000
    number_decision(ward.book, decided.document, "216/QĐ-UBND")
    assert ward.get(decided.awards[0], "decision_number") == "216/QĐ-UBND"
    with pytest.raises(UserError, match="không được Hội đồng thông qua"):
        decide(ward.book, round_id, [failed], on="2026-12-05")


def test_a_commendation_of_the_province_that_came_back_once(ward):
    round_id = ward.round(rules_on="2026-09-30")
    granted, lowered, refused = ward.nominate(round_id, "bang_khen_tinh", *ward.people(3, ward.group))
    ward.council(MEMBERS)
    meeting = open_meeting(ward.book, round_id, {"held_on": "2026-11-28"})
    enter_count(ward.book, meeting, 1, "Chị Hà", [Count(one, 5) for one in (granted, lowered, refused)])
    lock(ward.book, meeting)
    reasoned(ward, [granted, lowered, refused])
    with pytest.raises(UserError, match="cấp trên quyết định"):
        decide(ward.book, round_id, [granted], on="2026-12-05")
    sent = submit(
        ward.book, round_id, [granted, lowered, refused], level="tinh", authority="UBND tỉnh", on="2026-12-01"
    )
    (submission,) = sent.records
    assert sent.warnings
    number_submission(ward.book, submission, "45/TTr-UBND")
    assert not returned(ward.book, submission, "Thiếu xác nhận thuế", on="2026-12-08").warnings
    assert ward.get(granted, "state") == "returned"
    assert not supplement(ward.book, submission, number="46/UBND-VP", on="2026-12-10").warnings
    assert ward.get(granted, "state") == "submitted"
    again = returned(ward.book, submission, "Thiếu chữ ký", on="2026-12-15")
    assert "lần thứ hai" in again.warnings[0]
    assert "Thiếu xác nhận thuế" in ward.get(submission, "note")
    assert "lần bổ sung thứ hai" in supplement(ward.book, submission, on="2026-12-16").warnings[0]
    with pytest.raises(UserError, match="chờ cấp trên"):
        close_round(ward.book, round_id)
    first = answer(
        ward.book,
        submission,
        [Answer(granted, "granted", book_number="77"), Answer(refused, "refused", reason="Thành tích đã khen")],
        number="3012/QĐ-UBND",
        on="2027-01-15",
        issuer_words="Chủ tịch UBND tỉnh",
    )
    assert ward.get(submission, "state") == "supplemented"
    document, award = first.records
    assert ward.get(document, "level") == ward.get(award, "level") == "tinh"
    assert ward.get(award, "issuers")[0]["words"] == "Chủ tịch UBND tỉnh"
    assert (ward.get(award, "book_number"), ward.get(award, "prize")) == ("77", None)
    low = ward.type("giay_khen_phuong")
    answer(
        ward.book, submission, [Answer(lowered, "lowered", lowered_to=low)], number="3013/QĐ-UBND", on="2027-01-20"
    )
    assert [ward.get(one, "state") for one in (granted, lowered, refused)] == ["granted", "lowered", "refused"]
    assert ward.get(submission, "state") == "answered"
    assert ward.get(ward.get(lowered, "award"), "award_type") == low
    assert round_row(ward.book.db, round_id).state == "decided"
    money = prize_list(ward.book.db, round_id=round_id)
    assert money.rows == ()
    assert "2 khen thưởng do cấp trên" in money.warnings[0]


def test_three_hundred_cultural_families(ward):
    households = ward.book.write("Thêm hộ", [ward_household(ward, number) for number in range(300)]).added
    round_id = ward.round("Gia đình văn hóa năm 2026", rules_on="2026-09-30")
    nominations = ward.nominate(round_id, "gia_dinh_van_hoa", *households, achievement="")
    judge_round(ward.book, round_id)
    reasoned(ward, nominations)
    decided = decide(ward.book, round_id, nominations, on="2026-11-20", number="190/QĐ-UBND")
    assert len(decided.awards) == 300
    assert ward.get(decided.awards[299], "book_number") == "300"
    assert ward.get(decided.awards[0], "recipients")[0]["recipient_kind"] == "ho_gia_dinh"
    money = prize_list(ward.book.db, document=decided.document)
    assert (money.total, money.missing) == (0, 300)
    ward.book.undo()
    assert round_row(ward.book.db, round_id).states == {"nominated": 300}
    assert find_awards(ward.book.db, year=2026) == []


def ward_household(ward, number):
    return Add("household", {"name": f"Hộ số {number}", "unit": ward.group, "address": f"Số {number} ngõ 15"})


def test_a_locked_result_opens_only_with_a_reason_and_not_after_the_decision(ward):
    round_id = ward.round(rules_on="2026-09-30")
    (one,) = ward.nominate(round_id, "giay_khen_phuong", ward.person("Vũ Thị Lan", ward.group))
    ward.council(MEMBERS)
    meeting = open_meeting(ward.book, round_id)
    enter_count(ward.book, meeting, 1, "Chị Hà", [Count(one, 5)])
    lock(ward.book, meeting)
    with pytest.raises(UserError, match="đã khóa"):
        enter_count(ward.book, meeting, 1, "Chị Hà", [Count(one, 1)])
    with pytest.raises(UserError, match="lý do"):
        unlock(ward.book, meeting, "")
    unlock(ward.book, meeting, "Đếm nhầm", who="Chị Lan")
    assert ward.get(one, "state") == "nominated"
    assert ward.get(meeting, "unlockings")[0]["reason"] == "Đếm nhầm"
    lock(ward.book, meeting)
    reasoned(ward, [one])
    decide(ward.book, round_id, [one], on="2026-12-05", number="1/QĐ")
    with pytest.raises(UserError, match="đã được khen"):
        unlock(ward.book, meeting, "Đếm nhầm")
