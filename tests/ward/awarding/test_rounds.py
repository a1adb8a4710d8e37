"""Rounds: opened, listed, closed, opened again."""

import pytest

from ward.awarding.kept_rules import keep_rules
from ward.awarding.nominating import Draft, ask_supplement, nominate, withdraw
from ward.awarding.rounds import (
    close_round,
    open_round,
    reopen_round,
    round_row,
    rounds_of,
    rules_day,
    start_review,
)
from ward.errors import UserError
from ward.years import close_year


def test_a_round_opens_with_a_name_a_basis_and_a_year(ward):
    round_id = open_round(ward.book, {"name": "Khen cuối năm", "basis": "cong_trang", "years": [2026]})
    row = round_row(ward.book.db, round_id)
    assert (row.state, row.nominations, row.years) == ("open", 0, (2026,))
    assert row.opened_on


@pytest.mark.parametrize("missing", ["name", "basis", "years"])
def test_what_is_missing_is_asked_for_and_nothing_is_written(ward, missing):
    values = {"name": "Khen cuối năm", "basis": "cong_trang", "years": [2026], missing: ""}
    with pytest.raises(UserError, match="Hãy"):
        open_round(ward.book, values)
    assert rounds_of(ward.book.db, 2026) == []


def test_the_rules_are_those_of_the_day_the_dossiers_came_else_of_the_opening(ward):
    assert rules_day(ward.book.db, ward.round(rules_on="2026-09-30")) == "2026-09-30"
    assert rules_day(ward.book.db, ward.round(rules_on="", opened_on="2026-10-02")) == "2026-10-02"


def test_a_round_keeps_its_rules_once_and_two_rounds_share_one_record(ward):
    one, other = ward.round(), ward.round("Khen đột xuất", "dot_xuat")
    assert keep_rules(ward.book, one) is not None
    assert keep_rules(ward.book, one) is None
    keep_rules(ward.book, other)
    assert ward.get(one, "pack") == ward.get(other, "pack") is not None
    assert ward.book.db.execute_sql("SELECT count(*) FROM rule_pack").fetchone() == (1,)


def test_the_rounds_of_a_year_stand_newest_first_with_their_counts(ward):
    old = ward.round("Đợt tháng 6", opened_on="2026-06-01")
    new = ward.round("Đợt tháng 11")
    ward.round("Năm khác", years=[2025])
    first, second = ward.nominate(new, "giay_khen_phuong", *ward.people(2))
    withdraw(ward.book, [second], "Chưa đủ thành tích")
    rows = rounds_of(ward.book.db, 2026)
    assert [row.id for row in rows] == [new, old]
    assert rows[0].states == {"nominated": 1, "withdrawn": 1}
    assert first


def test_a_round_is_late_only_while_it_takes_nominations(ward):
    round_id = ward.round(due_on="2026-11-30")
    assert round_row(ward.book.db, round_id).is_late("2026-12-01")
    assert not round_row(ward.book.db, round_id).is_late("2026-11-30")
    start_review(ward.book, round_id)
    assert not round_row(ward.book.db, round_id).is_late("2026-12-01")


def test_a_round_does_not_close_while_somebody_is_waited_for(ward):
    round_id = ward.round()
    (one,) = ward.nominate(round_id, "giay_khen_phuong", ward.person("Lê Thị Cúc"))
    ask_supplement(ward.book, [one], "Thiếu báo cáo", "2099-12-15")
    with pytest.raises(UserError, match="Còn 1 đề nghị"):
        close_round(ward.book, round_id)
    withdraw(ward.book, [one], "Không bổ sung")
    close_round(ward.book, round_id)
    assert round_row(ward.book.db, round_id).state == "closed"


def test_a_closed_round_takes_no_nominations_until_it_is_opened_again_with_a_reason(ward):
    round_id = ward.round()
    close_round(ward.book, round_id)
    draft = Draft(award_type=ward.type("giay_khen_phuong"), nominee=ward.person("Lê Thị Cúc"))
    with pytest.raises(UserError, match="mở lại"):
        nominate(ward.book, round_id, [draft])
    with pytest.raises(UserError, match="lý do"):
        reopen_round(ward.book, round_id, " ")
    reopen_round(ward.book, round_id, "Sót một hồ sơ", who="Chị Lan")
    (row,) = ward.get(round_id, "reopenings")
    assert (row["reason"], row["who"]) == ("Sót một hồ sơ", "Chị Lan")
    assert row["at"].startswith("20")
    nominate(ward.book, round_id, [draft])


def test_an_open_round_needs_no_reopening(ward):
    with pytest.raises(UserError, match="chưa kết thúc"):
        reopen_round(ward.book, ward.round(), "Thử")


def test_a_round_of_a_closed_year_is_opened_only_after_the_year(ward):
    round_id = ward.round()
    close_round(ward.book, round_id)
    close_year(ward.book, 2026, "Đã báo cáo")
    with pytest.raises(UserError, match="2026 đã khóa sổ"):
        reopen_round(ward.book, round_id, "Sót hồ sơ")


def test_each_act_is_one_sentence_and_one_step_back(ward):
    round_id = ward.round("Khen cuối năm")
    start_review(ward.book, round_id)
    assert ward.acts()[-1] == "Bắt đầu xét đợt “Khen cuối năm”"
    ward.book.undo()
    assert ward.get(round_id, "state") == "open"
