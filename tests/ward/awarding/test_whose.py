"""Facts about whose decision it is: the office's own, that of a level above, that of another body."""

from __future__ import annotations

import pytest

from ward.awarding.deciding import decide
from ward.awarding.decisions import decisions_of as decisions_with_awards
from ward.awarding.money import pay, prize_list
from ward.awarding.round_lists import decisions_of
from ward.awarding.submitting import Answer, answer, submit
from ward.awarding.whose import own_awards, own_documents
from ward.errors import UserError


@pytest.mark.parametrize(
    ("words", "level", "own"),
    [
        ("", "", True),
        ("Chủ tịch UBND phường Yên Thái", "phuong", True),
        ("Ủy ban nhân dân phường Yên Thái, thành phố Hà Nội", "", True),
        ("UBND phường", "phuong", True),
        ("Chủ tịch", "", True),
        ("Phường Yên Thái", "phuong", True),
        ("Chủ tịch UBND tỉnh", "tinh", False),
        ("Chủ tịch UBND tỉnh", "", False),
        ("", "tinh", False),
        ("Đảng ủy phường Yên Thái", "phuong", False),
        ("UBND phường Gia Thụy", "phuong", False),
    ],
)
def test_a_decision_typed_by_hand_is_the_offices_own_by_its_level_and_its_issuer(ward, words, level, own):
    document = ward.add("document", doc_kind="Quyết định", issued_on="2026-12-05", issuer_words=words, level=level)
    assert (document in own_documents(ward.book.db, [document])) is own


def test_a_decision_of_another_unit_is_not_the_offices_own_and_that_of_its_committee_is(ward):
    school, committee = ward.unit("Trường THCS Yên Thái", ward.place), ward.unit("UBND phường Yên Thái", ward.place)
    documents = [ward.add("document", issued_on="2026-12-05", issuer=one) for one in (ward.place, school, committee)]
    assert own_documents(ward.book.db, documents) == {documents[0], documents[2]}


def test_a_document_all_of_whose_awards_a_level_above_has_given_is_the_offices_own_only_where_it_says_so(ward):
    document = ward.add("document", doc_kind="Quyết định", issued_on="2026-12-05")
    one = ward.add("award", level="tinh", decision=document, state="granted")
    assert own_documents(ward.book.db, [document]) == frozenset()
    told = ward.add("document", doc_kind="Quyết định", issued_on="2026-12-05", level="phuong", issuer=ward.place)
    ward.add("award", level="tinh", decision=told, state="granted")
    assert own_documents(ward.book.db, [told]) == {told}
    mixed = ward.add("award", level="phuong", decision=document, state="granted")
    assert own_documents(ward.book.db, [document]) == {document}
    assert own_awards(ward.book.db, [one, mixed]) == {mixed}


def test_a_joint_award_is_the_offices_own_and_that_of_another_body_alone_is_not(ward):
    own, other = {"issuer": ward.place}, {"words": "Ban Chỉ huy Quân sự thành phố"}
    joint = ward.add("award", state="granted", issuers=[own, other])
    foreign = ward.add("award", state="granted", issuers=[other])
    assert own_awards(ward.book.db, [joint, foreign]) == {joint}


def test_an_award_that_is_only_given_above_is_never_the_offices_own(ward):
    award = ward.add("award", award_type=ward.type("bang_khen_tinh"), state="granted")
    assert own_awards(ward.book.db, [award]) == frozenset()


@pytest.fixture
def answered(ward):
    """A round with a decision of its own and one of the province; gives the round and the two decisions."""
    round_id = ward.round(rules_on="2026-09-30")
    mai, an = ward.people(2, ward.group)
    (own,) = ward.nominate(round_id, "giay_khen_phuong", mai)
    (above,) = ward.nominate(round_id, "bang_khen_tinh", an)
    first = decide(ward.book, round_id, [own], on="2026-12-05", number="215/QĐ-UBND").document
    sent = submit(ward.book, round_id, [above], level="tinh", authority="Chủ tịch UBND tỉnh").records[0]
    told = answer(
        ward.book, sent, [Answer(above, "granted")], number="3012/QĐ-UBND", on="2027-01-15",
        issuer_words="Chủ tịch UBND tỉnh",
    )  # fmt: skip
    return round_id, first, told.records[0]


def test_the_list_of_decisions_says_which_are_the_offices_own(ward, answered):
    round_id, first, above = answered
    assert [(row.id, row.own) for row in decisions_of(ward.book.db, round_id)] == [(first, True), (above, False)]
    told = {one.document: bool(one.own) for one in decisions_with_awards(ward.book.db, round_id)}
    assert told == {first: True, above: False}


def test_what_another_body_has_decided_is_not_paid_by_the_ward(ward):
    document = ward.add(
        "document", doc_kind="Quyết định", issued_on="2026-12-05", issuer_words="Đảng ủy phường Yên Thái"
    )
    award = ward.add(
        "award", decision=document, state="granted", decided_on="2026-12-05", prize=500_000, years=[2026],
        recipients=[{"words": "Chi bộ 5", "recipient_kind": "tap_the"}],
    )  # fmt: skip
    told = prize_list(ward.book.db, document=document)
    assert (told.rows, told.total) == ((), 0)
    assert "1 khen thưởng do cấp trên hoặc cơ quan khác quyết định" in told.warnings[0]
    with pytest.raises(UserError, match="phường không chi"):
        pay(ward.book, [award], on="2026-12-10")
