"""Accepting a finding with a reason; what was seen is kept with it."""

import pytest

from tests.ward.findings.books import Ward
from ward.errors import UserError
from ward.findings import Finding, accept, withdraw
from ward.statements import typed_figure


def total(ward: Ward) -> Finding:
    parts = [ward.indicator("GPMB"), ward.indicator("Khác")]
    whole = ward.indicator("Cá nhân đăng ký", *parts)
    for indicator, words in zip((whole, *parts), ("9 cá nhân", "3 cá nhân", "9 cá nhân"), strict=True):
        ward.figure(indicator, words, "năm 2021")
    (finding,) = ward.found()
    return finding


def test_an_accepted_finding_stays_in_the_list_with_its_reason(ward: Ward):
    finding = total(ward)
    accept(ward.book, finding, " Ba người đăng ký cả hai. ")
    (accepted,) = ward.found()
    assert accepted.accepted == "Ba người đăng ký cả hai."
    assert accepted.sentence == finding.sentence
    assert ward.beside(finding.records[0]) == [accepted]


def test_an_acceptance_needs_a_reason(ward: Ward):
    finding = total(ward)
    with pytest.raises(UserError, match="lý do"):
        accept(ward.book, finding, "  ")
    assert ward.found() == [finding]


def test_the_finding_comes_back_when_a_number_changes_later(ward: Ward):
    finding = total(ward)
    accept(ward.book, finding, "Ba người đăng ký cả hai.")
    ward.amend(finding.records[2], **typed_figure("8 cá nhân"))
    (again,) = ward.found()
    assert again.accepted == "" and again.key == finding.key and again.numbers == ("9", "11")


def test_the_acceptance_holds_again_when_the_number_is_set_back(ward: Ward):
    finding = total(ward)
    accept(ward.book, finding, "Ba người đăng ký cả hai.")
    ward.amend(finding.records[2], **typed_figure("8 cá nhân"))
    ward.book.undo()
    assert ward.found()[0].accepted == "Ba người đăng ký cả hai."


def test_it_comes_back_when_parts_change_although_their_sum_does_not(ward: Ward):
    finding = total(ward)
    accept(ward.book, finding, "Ba người đăng ký cả hai.")
    ward.amend(finding.records[1], **typed_figure("4 cá nhân"))
    ward.amend(finding.records[2], **typed_figure("8 cá nhân"))
    assert ward.found()[0].accepted == ""


def test_a_renamed_indicator_does_not_bring_it_back(ward: Ward):
    finding = total(ward)
    accept(ward.book, finding, "Ba người đăng ký cả hai.")
    whole = ward.book.db.execute_sql("SELECT record_id FROM indicator WHERE name = 'Cá nhân đăng ký'").fetchone()[0]
    ward.amend(whole, name="Cá nhân đăng ký mô hình")
    assert ward.found()[0].accepted


def test_accepting_again_replaces_the_reason_in_the_same_record(ward: Ward):
    finding = total(ward)
    accept(ward.book, finding, "Ba người đăng ký cả hai.")
    accept(ward.book, finding, "Đã hỏi lại ban chỉ đạo.")
    assert [one.accepted for one in ward.found()] == ["Đã hỏi lại ban chỉ đạo."]
    rows = ward.book.db.execute_sql("SELECT count(*) FROM acceptance").fetchone()
    assert rows == (1,)


def test_withdrawing_opens_the_finding_and_undo_accepts_it_again(ward: Ward):
    finding = total(ward)
    accept(ward.book, finding, "Ba người đăng ký cả hai.")
    withdraw(ward.book, ward.found()[0])
    assert ward.found() == [finding]
    ward.book.undo()
    assert ward.found()[0].accepted == "Ba người đăng ký cả hai."
    ward.book.undo()
    assert ward.found() == [finding]


def test_nothing_can_be_withdrawn_that_was_not_accepted(ward: Ward):
    with pytest.raises(UserError, match="chưa được chấp nhận"):
        withdraw(ward.book, total(ward))


def test_the_acceptance_belongs_to_the_years_of_the_finding(ward: Ward):
    accept(ward.book, total(ward), "Ba người đăng ký cả hai.")
    rows = ward.book.db.execute_sql(
        "SELECT y.year FROM acceptance a JOIN record_year y ON y.record_id = a.record_id"
    ).fetchall()
    assert rows == [(2021,)]
