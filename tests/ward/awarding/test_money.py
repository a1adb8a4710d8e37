"""Prizes and the fund: what is paid, what is struck, what is not known."""

from __future__ import annotations

import pytest

from ward.awarding.deciding import decide
from ward.awarding.money import fund_year, pay, prize_list
from ward.errors import UserError
from ward.years import close_year


def test_of_several_titles_for_one_time_only_the_highest_is_paid(ward):
    round_id = ward.round(rules_on="2026-09-30")
    person = ward.person("Vũ Thị Lan", ward.group)
    nominations = [*ward.nominate(round_id, "ldtt", person), *ward.nominate(round_id, "cstd_co_so", person)]
    decided = decide(ward.book, round_id, nominations, on="2026-12-05", number="1/QĐ-UBND")
    low, high = prize_list(ward.book.db, document=decided.document).rows
    assert (low.full, low.amount, high.amount) == (760_000, 0, 2_530_000)
    assert "Chiến sĩ thi đua cơ sở" in low.struck
    with pytest.raises(UserError, match="mức cao nhất"):
        pay(ward.book, decided.awards)


def test_two_decisions_of_one_day_are_held_together_and_a_form_is_paid_beside_a_title(ward):
    round_id = ward.round(rules_on="2026-09-30")
    person = ward.person("Vũ Thị Lan", ward.group)
    (title,) = ward.nominate(round_id, "ldtt", person)
    (higher,) = ward.nominate(round_id, "cstd_co_so", person)
    (form,) = ward.nominate(round_id, "giay_khen_phuong", person, achievement="Cứu người đuối nước")
    first = decide(ward.book, round_id, [title, form], on="2026-12-05", number="1/QĐ-UBND")
    decide(ward.book, round_id, [higher], on="2026-12-05", number="2/QĐ-UBND")
    rows = prize_list(ward.book.db, document=first.document).rows
    assert [row.amount for row in rows] == [0, 760_000]


def test_a_time_left_open_is_that_of_the_work_year(ward):
    round_id = ward.round(rules_on="2026-09-30")
    person = ward.person("Vũ Thị Lan", ward.group)
    low = ward.nominate(round_id, "ldtt", person)
    high = ward.nominate(round_id, "cstd_co_so", person, period="2026")
    decided = decide(ward.book, round_id, [*low, *high], on="2026-12-05", number="1/QĐ-UBND")
    rows = prize_list(ward.book.db, document=decided.document).rows
    assert [row.amount for row in rows] == [0, 2_530_000]


def test_what_was_paid_before_a_higher_title_came_stays_paid_and_is_told(ward):
    round_id = ward.round(rules_on="2026-09-30")
    person = ward.person("Vũ Thị Lan", ward.group)
    low, high = ward.nominate(round_id, "ldtt", person), ward.nominate(round_id, "cstd_co_so", person)
    first = decide(ward.book, round_id, low, on="2026-12-05", number="1/QĐ-UBND")
    pay(ward.book, first.awards, on="2026-12-05")
    decide(ward.book, round_id, high, on="2026-12-05", number="2/QĐ-UBND")
    money = prize_list(ward.book.db, document=first.document)
    assert ([row.amount for row in money.rows], money.total) == ([760_000], 760_000)
    assert "Hãy thu hồi, hoặc chi phần chênh lệch" in money.warnings[0]


def test_titles_of_one_time_by_decisions_of_two_days_are_told(ward):
    round_id = ward.round(rules_on="2026-09-30")
    person = ward.person("Vũ Thị Lan", ward.group)
    low, high = ward.nominate(round_id, "ldtt", person), ward.nominate(round_id, "cstd_co_so", person)
    other = ward.nominate(round_id, "ldtt", ward.person("Trần An", ward.group))
    decide(ward.book, round_id, [*low, *other], on="2026-12-05", number="1/QĐ-UBND")
    decide(ward.book, round_id, high, on="2026-12-06", number="2/QĐ-UBND")
    money = prize_list(ward.book.db, round_id=round_id)
    assert sorted(row.amount or 0 for row in money.rows) == [760_000, 760_000, 2_530_000]
    (told,) = [one for one in money.warnings if "khác ngày" in one]
    assert "Vũ Thị Lan" in told and "“Lao động tiên tiến” (05/12/2026)" in told
    assert "“Chiến sĩ thi đua cơ sở” (06/12/2026)" in told


def test_titles_of_two_times_by_decisions_of_two_days_are_not_doubted(ward):
    round_id = ward.round(rules_on="2026-09-30")
    person = ward.person("Vũ Thị Lan", ward.group)
    low = ward.nominate(round_id, "ldtt", person, period="2025")
    high = ward.nominate(round_id, "cstd_co_so", person, period="2026")
    decide(ward.book, round_id, low, on="2026-12-05", number="1/QĐ-UBND")
    decide(ward.book, round_id, high, on="2026-12-06", number="2/QĐ-UBND")
    assert not [one for one in prize_list(ward.book.db, round_id=round_id).warnings if "khác ngày" in one]


def test_the_base_salary_is_that_of_the_day_of_the_decision(ward):
    round_id = ward.round(rules_on="2026-05-01", years=[2026])
    one, other = ward.nominate(round_id, "cstd_co_so", *ward.people(2, ward.group))
    early = decide(ward.book, round_id, [one], on="2026-06-30", number="1/QĐ-UBND")
    late = decide(ward.book, round_id, [other], on="2026-07-01", number="2/QĐ-UBND")
    assert [ward.get(found.awards[0], "prize") for found in (early, late)] == [2_340_000, 2_530_000]
    (row,) = prize_list(ward.book.db, document=early.document).rows
    assert (row.base, str(row.factor)) == (2_340_000, "1.0")


def test_a_prize_that_nobody_knows_is_missing_and_not_paid(ward):
    own = ward.add("award_type", name="Thư khen", form="hinh_thuc", level="phuong")
    award = ward.add(
        "award",
        award_type=own,
        state="granted",
        level="phuong",
        recipients=[{"words": "Ông Tài", "recipient_kind": "ca_nhan"}],
        decided_on="2026-05-01",
        years=[2026],
    )
    with pytest.raises(UserError, match="chưa có mức tiền thưởng"):
        pay(ward.book, [award])
    ward.amend(award, prize=500_000)
    outcome = pay(ward.book, [award], on="2026-05-10", receipt="PC 3")
    assert ward.get(outcome.records[0], "payee_words") == "Ông Tài"
    with pytest.raises(UserError, match="đã chi thưởng"):
        pay(ward.book, [award])


def test_a_prize_that_differs_from_the_rules_is_told_and_paid_as_it_stands(ward):
    round_id = ward.round(rules_on="2026-09-30")
    nominations = ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan", ward.group))
    decided = decide(ward.book, round_id, nominations, on="2026-12-05", number="1/QĐ-UBND")
    ward.amend(decided.awards[0], prize=2_000_000)
    found = prize_list(ward.book.db, document=decided.document)
    assert found.total == 2_000_000
    assert "ghi 2.000.000 đồng, tính theo quy định là 2.530.000 đồng" in " ".join(found.warnings)


def test_an_award_to_a_counted_group_is_not_reckoned_as_one(ward):
    award = ward.add(
        "award",
        award_type=ward.type("giay_khen_phuong"),
        state="granted",
        level="phuong",
        counted_words="88 tập thể và cá nhân",
        decided_on="2026-05-01",
        years=[2026],
    )
    with pytest.raises(UserError, match="chưa có mức tiền thưởng"):
        pay(ward.book, [award])


def test_the_fund_opens_with_what_the_years_before_left(ward):
    ward.add("fund_entry", direction="in", entry_kind="allotted", amount=5_000_000, entered_on="2025-03-01")
    ward.add("fund_entry", direction="out", entry_kind="prize", amount=2_000_000, entered_on="2025-12-20")
    ward.add("fund_entry", direction="in", entry_kind="given", amount=1_000_000, entered_on="2026-03-01")
    ward.add("fund_entry", direction="out", amount=500_000, years=[2026])
    ward.add("fund_entry", direction="in", entry_kind="allotted", amount=9, entered_on="2027-01-01")
    fund = fund_year(ward.book.db, 2026)
    assert (fund.opening, dict(fund.incoming), dict(fund.outgoing), fund.closing) == (
        3_000_000,
        {"given": 1_000_000},
        {"other": 500_000},
        3_500_000,
    )
    assert fund.warnings == ()


@pytest.mark.parametrize(
    "values",
    [{"direction": "in"}, {"direction": "", "amount": 5}, {"direction": "in", "amount": 5, "entered_on": ""}],
)
def test_an_entry_that_does_not_say_enough_is_told_and_not_taken_for_zero(ward, values):
    entry = ward.add("fund_entry", **{"entered_on": "2026-03-01", **values})
    fund = fund_year(ward.book.db, 2026)
    assert fund.missing == (entry,)
    assert "chưa cộng vào" in fund.warnings[0]


def test_more_spent_than_there_was_is_told(ward):
    ward.add("fund_entry", direction="out", amount=1, entered_on="2026-03-01")
    assert "Chi nhiều hơn thu" in fund_year(ward.book.db, 2026).warnings[0]


def test_a_closed_year_pays_nothing(ward):
    round_id = ward.round(rules_on="2026-09-30")
    nominations = ward.nominate(round_id, "cstd_co_so", ward.person("Vũ Thị Lan", ward.group))
    decided = decide(ward.book, round_id, nominations, on="2026-12-05", number="1/QĐ-UBND")
    close_year(ward.book, 2026, "Đã báo cáo")
    with pytest.raises(UserError, match="2026 đã khóa sổ"):
        pay(ward.book, decided.awards, on="2026-12-20")
    assert ward.book.db.execute_sql("SELECT count(*) FROM fund_entry").fetchone() == (0,)


def test_a_round_without_awards_pays_nobody(ward):
    found = prize_list(ward.book.db, round_id=ward.round())
    assert (found.rows, found.total, found.missing, found.warnings) == ((), 0, 0, ())
