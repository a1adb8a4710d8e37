"""Decisions, their numbers, and what becomes of awards later."""

from __future__ import annotations

import pytest

from ward.awarding.deciding import Signing, cancel_award, decide, decision_doubts, number_decision
from ward.awarding.money import fund_year, pay, prize_list
from ward.awarding.nominating import Draft, nominate
from ward.awarding.rounds import reopen_round, round_row
from ward.awarding.submitting import Answer, answer, submit, withdraw_submission
from ward.errors import UserError
from ward.years import close_year


@pytest.fixture
def proposed(ward):
    """A round with three commendations."""
    round_id = ward.round(rules_on="2026-09-30")
    return round_id, ward.nominate(round_id, "giay_khen_phuong", *ward.people(3, ward.group))


def test_a_round_may_have_several_decisions_and_is_decided_with_the_last(ward, proposed):
    round_id, (one, two, three) = proposed
    first = decide(ward.book, round_id, [one, two], on="2026-12-05", number="1/QĐ-UBND")
    assert round_row(ward.book.db, round_id).state == "open"
    second = decide(ward.book, round_id, [three], on="2026-12-06", number="2/QĐ-UBND", first_number=3)
    assert round_row(ward.book.db, round_id).state == "decided"
    assert ward.get(second.awards[0], "book_number") == "3"
    assert first.document != second.document


def test_awards_are_numbered_as_the_list_gathers_them_whatever_order_was_chosen(ward):
    round_id = ward.round(rules_on="2026-09-30")
    (first, second, third) = (
        ward.nominate(round_id, code, who)[0]
        for code, who in zip(
            ("giay_khen_phuong", "ldtt", "giay_khen_phuong"), ward.people(3, ward.group), strict=True
        )
    )
    decided = decide(ward.book, round_id, [third, second, first], on="2026-12-05", number="1/QĐ-UBND", first_number=5)
    numbers = {ward.get(one, "nomination"): ward.get(one, "book_number") for one in decided.awards}
    assert numbers == {first: "5", third: "6", second: "7"}


def test_what_an_award_says_is_taken_from_its_nomination(ward):
    movement = ward.add("movement", name="Chung sức xây dựng đô thị văn minh")
    round_id = ward.round(basis="chuyen_de", movement=movement, rules_on="2026-09-30")
    person = ward.person("Phạm Văn Dũng", ward.group, death="2026-08-02")
    practice = ward.add("practice", name="Tuyến ngõ hoa")
    (one,) = ward.nominate(
        round_id,
        "giay_khen_phuong",
        person,
        practice=practice,
        period="2026-Q3",
        posthumous=True,
        worker_group="worker",
    )
    (award,) = decide(ward.book, round_id, [one], on="2026-12-05", number="9/QĐ-UBND").awards
    expected = {
        "basis": "chuyen_de",
        "movement": movement,
        "practice": practice,
        "period": "2026-Q3",
        "posthumous": True,
        "worker_group": "worker",
        "level": "phuong",
        "state": "granted",
        "nomination": one,
        "years": (2026,),
    }
    assert {key: ward.get(award, key) for key in expected} == expected
    assert ward.get(award, "issuers")[0]["issuer"] == ward.place


def test_what_kind_of_recipient_it_is_follows_from_the_nominee_where_nobody_wrote_it(ward):
    round_id = ward.round()
    (one,) = ward.nominate(round_id, "giay_khen_phuong", ward.group)
    ward.amend(one, recipient_kind="")
    decided = decide(ward.book, round_id, [one], on="2026-12-05", number="1/QĐ-UBND")
    (recipient,) = ward.get(decided.awards[0], "recipients")
    assert (recipient["recipient_kind"], ward.get(decided.awards[0], "prize")) == ("tap_the", 1_520_000)


def test_a_recipient_keeps_the_name_and_office_of_the_day(ward):
    round_id = ward.round(rules_on="2026-09-30")
    person = ward.person("Vũ Thị Lan", ward.group)
    nominations = ward.nominate(round_id, "giay_khen_phuong", person, ward.group)
    awards = decide(ward.book, round_id, nominations, on="2026-12-05", number="9/QĐ-UBND").awards
    ward.amend(person, name="Vũ Thị Ngọc Lan", positions=[{"title": "Bí thư chi bộ", "unit_words": "nơi khác"}])
    ward.amend(ward.group, names=[{"name": "Tổ dân phố số 15", "parent": ward.place, "since": "2027-01-01"}])
    (lan,), (group,) = (ward.get(award, "recipients") for award in awards)
    assert (lan["words"], lan["as_title"]) == ("Vũ Thị Lan", "Tổ trưởng Tổ dân phố số 5")
    assert group["words"] == "Tổ dân phố số 5"


def test_a_household_whose_head_died_is_printed_as_it_was_nominated(ward):
    head = ward.person("Trần Văn Tài", death="2026-10-01")
    household = ward.add("household", name="Hộ ông Tài", head=head, unit=ward.group)
    round_id = ward.round(basis="chuyen_de", rules_on="2026-09-30")
    draft = Draft(
        award_type=ward.type("giay_khen_phuong"),
        nominee=household,
        nominee_words="Hộ bà Lê Thị Hoa",
        received_on="2026-11-20",
    )
    nominations = list(nominate(ward.book, round_id, [draft]).added)
    (award,) = decide(ward.book, round_id, nominations, on="2026-12-05", number="9/QĐ-UBND").awards
    assert ward.get(award, "recipients")[0]["words"] == "Hộ bà Lê Thị Hoa"
    assert ward.get(award, "prize") == 1_140_000


def test_who_signs_is_the_office_of_the_day_unless_told(ward, proposed):
    round_id, (one, two, _) = proposed
    own = decide(ward.book, round_id, [one], on="2026-12-05").document
    signer = Signing(
        issuer_words="Ban Chỉ đạo 35", authority="Trưởng ban", signer="Lê Văn Út", signer_title="Trưởng ban"
    )
    other = decide(ward.book, round_id, [two], on="2026-12-05", signing=signer)
    assert [ward.get(own, "participants")[0][key] for key in ("words", "as_title")] == ["Trần Văn Bình", "Chủ tịch"]
    assert (ward.get(other.document, "issuer"), ward.get(other.document, "issuer_words")) == (None, "Ban Chỉ đạo 35")
    assert ward.get(other.awards[0], "issuers")[0]["words"] == "Trưởng ban"


def test_a_joint_award_names_everybody_who_gives_it(ward, proposed):
    round_id, (one, *_) = proposed
    signing = Signing(joint_with=("Ủy ban Mặt trận Tổ quốc phường",))
    (award,) = decide(ward.book, round_id, [one], on="2026-12-05", number="1/QĐ-UBND", signing=signing).awards
    assert [(row["issuer"], row["words"]) for row in ward.get(award, "issuers")] == [
        (ward.place, ""),
        (None, "Ủy ban Mặt trận Tổ quốc phường"),
    ]


@pytest.mark.parametrize(
    ("used", "number", "same"),
    [("215/QĐ-UBND", "215", True), ("15", "015/QĐ-UBND", True), ("215/QĐ-UBND", "215/qđ-ubnd", True),
     ("215/QĐ-UBND", "215/QĐ-HĐND", False), ("215/QĐ-UBND", "21", False), ("215A", "215", False)],
)  # fmt: skip
def test_a_number_is_the_same_with_its_symbol_and_without(ward, proposed, used, number, same):
    round_id, (first, second, *_) = proposed
    decide(ward.book, round_id, [first], on="2026-12-05", number=used)
    warnings = decide(ward.book, round_id, [second], on="2026-12-06", number=number).warnings
    assert any("đã dùng trong năm 2026" in told for told in warnings) is same


def test_a_number_that_was_given_already_is_doubted_within_year_and_issuer_only(ward, proposed):
    round_id, (one, two, three) = proposed
    decide(ward.book, round_id, [one], on="2026-12-05", number="1/QĐ-UBND")
    second = decide(ward.book, round_id, [two], on="2026-12-06", number="1/QĐ-UBND")
    assert "đã dùng trong năm 2026" in second.warnings[0]
    assert decision_doubts(ward.book.db, "1/QĐ-UBND", "2027-01-02", ward.place) == []
    assert decision_doubts(ward.book.db, "1/QĐ-UBND", "2026-12-31", None) == []
    third = decide(ward.book, round_id, [three], on="2026-12-07")
    assert number_decision(ward.book, third.document, "3/QĐ-UBND", on="2026-12-08").warnings == ()
    assert ward.get(third.awards[0], "decided_on") == "2026-12-08"
    with pytest.raises(UserError, match="số quyết định"):
        number_decision(ward.book, third.document, " ")


@pytest.mark.parametrize("day", ["", "2026", "2026-12"])
def test_a_decision_has_a_whole_day(ward, proposed, day):
    with pytest.raises(UserError, match="ngày quyết định"):
        decide(ward.book, proposed[0], proposed[1], on=day)


def test_nominations_of_another_round_are_not_decided_here(ward, proposed):
    other = ward.round("Khác")
    with pytest.raises(UserError, match="đợt xét khác"):
        decide(ward.book, other, proposed[1], on="2026-12-05")


def test_a_closed_year_is_not_decided_in_and_nothing_is_left_behind(ward, proposed):
    close_year(ward.book, 2026, "Đã báo cáo")
    with pytest.raises(UserError, match="2026 đã khóa sổ"):
        decide(ward.book, proposed[0], proposed[1], on="2026-12-05")
    assert ward.book.db.execute_sql("SELECT count(*) FROM document").fetchone() == (0,)


def test_one_step_back_takes_the_whole_decision_away(ward, proposed):
    round_id, nominations = proposed
    decide(ward.book, round_id, nominations, on="2026-12-05", number="1/QĐ-UBND")
    ward.book.undo()
    for table in ("award", "document"):
        assert ward.book.db.execute_sql(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert round_row(ward.book.db, round_id).states == {"nominated": 3}


def test_a_round_that_is_opened_again_keeps_what_was_decided_and_decides_the_rest(ward, proposed):
    round_id, nominations = proposed
    first = decide(ward.book, round_id, nominations, on="2026-12-05", number="1/QĐ-UBND")
    reopen_round(ward.book, round_id, "Sót một hồ sơ")
    more = ward.nominate(round_id, "giay_khen_phuong", ward.person("Vũ Thị Lan"))
    assert ward.get(more[0], "place_in_list") == 4
    decide(ward.book, round_id, more, on="2026-12-10", number="2/QĐ-UBND")
    assert round_row(ward.book.db, round_id).states == {"granted": 4}
    assert ward.get(first.awards[0], "state") == "granted"


def test_a_cancelled_award_stays_in_the_history_and_its_prize_comes_back(ward, proposed):
    round_id, nominations = proposed
    awards = decide(ward.book, round_id, nominations, on="2026-12-05", number="1/QĐ-UBND").awards
    pay(ward.book, awards[:1], on="2026-12-20")
    with pytest.raises(UserError, match="lý do"):
        cancel_award(ward.book, awards[0], "")
    outcome = cancel_award(ward.book, awards[0], "Kê khai gian dối", on="2027-01-10")
    assert [ward.get(awards[0], key) for key in ("state", "cancelled_on", "cancelled_reason")] == [
        "cancelled",
        "2027-01-10",
        "Kê khai gian dối",
    ]
    assert ward.get(nominations[0], "state") == "cancelled"
    (entry,) = outcome.records
    assert [ward.get(entry, key) for key in ("direction", "entry_kind", "amount")] == ["in", "recovered", 760_000]
    assert dict(fund_year(ward.book.db, 2027).incoming) == {"recovered": 760_000}
    assert len(prize_list(ward.book.db, round_id=round_id).rows) == 2
    with pytest.raises(UserError, match="đã hủy"):
        cancel_award(ward.book, awards[0], "Lần nữa")


def test_an_unpaid_prize_is_not_recovered(ward, proposed):
    awards = decide(ward.book, proposed[0], proposed[1], on="2026-12-05", number="1/QĐ-UBND").awards
    assert cancel_award(ward.book, awards[0], "Kê khai gian dối").records == ()
    pay(ward.book, awards[1:2])
    kept = cancel_award(ward.book, awards[1], "Kê khai gian dối", recover=False)
    assert kept.records == ()
    assert "chưa được thu hồi" in kept.warnings[1]


def test_a_submission_that_is_taken_back_leaves_its_nominations_where_they_stood(ward):
    round_id = ward.round(rules_on="2026-09-30")
    nominations = ward.nominate(round_id, "bang_khen_tinh", *ward.people(2, ward.group))
    (submission,) = submit(
        ward.book, round_id, nominations, level="tinh", authority="UBND tỉnh", number="1/TTr"
    ).records
    with pytest.raises(UserError, match="đã trình cấp trên"):
        submit(ward.book, round_id, nominations, level="tinh", authority="UBND tỉnh")
    withdraw_submission(ward.book, submission, "Gửi nhầm")
    assert [ward.get(one, "state") for one in nominations] == ["nominated", "nominated"]
    with pytest.raises(UserError, match="đã rút"):
        withdraw_submission(ward.book, submission, "Lần nữa")


@pytest.mark.parametrize(
    ("result", "words"),
    [("", "Chưa chọn kết quả"), ("lowered", "chưa ghi mức nào"), ("refused", "vì sao")],
)
def test_an_answer_says_enough(ward, result, words):
    round_id = ward.round(rules_on="2026-09-30")
    (one,) = ward.nominate(round_id, "bang_khen_tinh", ward.person("Vũ Thị Lan", ward.group))
    (submission,) = submit(ward.book, round_id, [one], level="tinh", authority="UBND tỉnh").records
    with pytest.raises(UserError, match=words):
        answer(ward.book, submission, [Answer(one, result)])
    assert ward.get(one, "state") == "submitted"


def test_a_submission_names_whom_it_goes_to_and_the_level(ward, proposed):
    round_id, nominations = proposed
    with pytest.raises(UserError, match="trình cơ quan nào"):
        submit(ward.book, round_id, nominations, level="tinh", authority=" ")
    with pytest.raises(UserError, match="cấp trình"):
        submit(ward.book, round_id, nominations, level="phuong", authority="UBND tỉnh")
