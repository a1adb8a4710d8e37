"""What the papers of a round are made from: in one read, in the list's order, with the names of the right day."""

from __future__ import annotations

import datetime as dt

import pytest

from ward.awarding.round_view import OUT, round_about, round_view
from ward.edits import Bin, Forward
from ward.errors import UserError

DAY = dt.date(2026, 12, 12)


@pytest.fixture
def round_id(ward):
    return ward.round()


def test_nominations_stand_in_the_order_of_the_list_and_those_without_a_place_last(ward, round_id):
    first, second, third = ward.nominate(round_id, "ldtt", *ward.people(3))
    ward.amend(first, place_in_list=None)
    ward.amend(third, place_in_list=1)
    ward.amend(second, place_in_list=2)
    assert [one.id for one in round_view(ward.book.db, round_id, DAY).nominations] == [third, second, first]


@pytest.mark.parametrize("state", OUT)
def test_what_fell_does_not_stand(ward, round_id, state):
    kept, fallen = ward.nominate(round_id, "ldtt", *ward.people(2))
    ward.amend(fallen, state=state)
    view = round_view(ward.book.db, round_id, DAY)
    assert [one.id for one in view.standing] == [kept] and len(view.nominations) == 2


def test_what_is_in_the_bin_or_in_another_round_is_not_there(ward, round_id):
    kept, binned = ward.nominate(round_id, "ldtt", *ward.people(2))
    ward.nominate(ward.round("Đợt khác"), "ldtt", *ward.people(1))
    ward.book.write("Bỏ", [Bin(binned)])
    assert [one.id for one in round_view(ward.book.db, round_id, DAY).nominations] == [kept]


def test_merged_records_lead_to_the_one_that_stays(ward, round_id):
    person, twin = ward.people(2)
    (nomination,) = ward.nominate(round_id, "ldtt", twin)
    ward.book.write("Gộp", [Forward(twin, person)])
    view = round_view(ward.book.db, round_id, DAY)
    assert view.by_id[nomination]["nominee"] == person and person in view.nominees


def test_a_decided_nomination_has_the_names_of_its_decision(ward, round_id):
    rows = [{"name": "Tổ 5", "until": "2026-12-04"}, {"name": "Tổ Hoa Sen", "since": "2026-12-05"}]
    unit = ward.add("unit", names=rows)
    (nomination,) = ward.nominate(round_id, "giay_khen_phuong", unit)
    before = round_view(ward.book.db, round_id, DAY)
    assert before.names.of(unit, before.by_id[nomination].day).text == "Tổ Hoa Sen"
    decision = ward.add("document", doc_kind="Quyết định", issued_on="2026-12-01", years=[2026])
    ward.add(
        "award", nomination=nomination, decision=decision, state="granted", decided_on="2026-12-01", years=[2026]
    )
    view = round_view(ward.book.db, round_id, DAY)
    assert view.names.of(unit, view.by_id[nomination].day).text == "Tổ 5"
    assert view.award_of[nomination]["decision"] == decision and decision in view.related


def test_the_office_and_its_signatory_are_those_of_the_papers_day(ward, round_id):
    assert round_view(ward.book.db, round_id, DAY).keeper is not None
    assert round_view(ward.book.db, round_id, DAY).years == (2026,)


def test_each_record_of_the_way_leads_to_its_round(ward, round_id):
    (nomination,) = ward.nominate(round_id, "ldtt", *ward.people(1))
    meeting = ward.add("meeting", round=round_id, years=[2026])
    ballot = ward.add("ballot", meeting=meeting, nomination=nomination, years=[2026])
    submission = ward.add("submission", round=round_id, years=[2026])
    decision = ward.add("document", doc_kind="Quyết định", years=[2026])
    award = ward.add("award", nomination=nomination, decision=decision, state="granted", years=[2026])
    for record in (round_id, nomination, meeting, ballot, submission, decision, award):
        assert round_about(ward.book.db, record) == round_id


def test_a_record_in_no_round_is_told_by_its_name(ward):
    letter = ward.add("document", doc_kind="Công văn", number="5", years=[2026])
    with pytest.raises(UserError, match="“Công văn số 5” chưa thuộc đợt xét khen nào"):
        round_about(ward.book.db, letter)
    with pytest.raises(UserError, match="không phải đợt xét khen"):
        round_view(ward.book.db, letter, DAY)


def test_the_number_of_questions_does_not_grow_with_the_nominations(ward, round_id, monkeypatch):
    asked: list[str] = []
    real = ward.book.db.execute_sql

    def counting(sql, *given, **named):
        asked.append(sql)
        return real(sql, *given, **named)

    monkeypatch.setattr(ward.book.db, "execute_sql", counting)
    ward.nominate(round_id, "ldtt", *ward.people(2))
    asked.clear()
    round_view(ward.book.db, round_id, DAY)
    few = len(asked)
    ward.nominate(round_id, "ldtt", *ward.people(40))
    asked.clear()
    round_view(ward.book.db, round_id, DAY)
    assert len(asked) == few
