"""Prizes: factor × base salary on the decision's day, rounded up to 10.000 đồng; not known is never nought."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ward.rules.small_pack import small_pack
from ward.rules.local_rows import LocalRow
from ward.rules.overlay import with_local_rules
from ward.rules.prizes import Claim, highest_only, prize_of
from ward.rules.reading import built_in_pack

OLD, NEW = "2026-06-30", "2026-07-01"
AMOUNTS = [
    ("ldtt", "ca_nhan", 710_000, 760_000),
    ("cstd_co_so", "ca_nhan", 2_340_000, 2_530_000),
    ("cstd_tinh", "ca_nhan", 7_020_000, 7_590_000),
    ("cstd_toan_quoc", "ca_nhan", 10_530_000, 11_390_000),
    ("tt_ldtt", "tap_the", 1_880_000, 2_030_000),
    ("tt_ldxs", "tap_the", 3_510_000, 3_800_000),
    ("tdp_van_hoa", "tap_the", 3_510_000, 3_800_000),
    ("xa_phuong_tieu_bieu", "tap_the", 4_680_000, 5_060_000),
    ("co_thi_dua_tinh", "tap_the", 18_720_000, 20_240_000),
    ("co_thi_dua_cp", "tap_the", 28_080_000, 30_360_000),
    ("giay_khen_phuong", "ca_nhan", 710_000, 760_000),
    ("giay_khen_phuong", "tap_the", 1_410_000, 1_520_000),
    ("giay_khen_phuong", "ho_gia_dinh", 1_060_000, 1_140_000),
    ("bang_khen_tinh", "ca_nhan", 3_510_000, 3_800_000),
    ("bang_khen_tinh", "tap_the", 7_020_000, 7_590_000),
    ("bang_khen_tinh", "ho_gia_dinh", 5_270_000, 5_700_000),
    ("hcld_ba", "ca_nhan", 10_530_000, 11_390_000),
    ("bang_khen_ttg", "ca_nhan", 8_190_000, 8_860_000),
    ("bang_khen_ttg", "tap_the", 16_380_000, 17_710_000),
    ("bang_khen_ttg", "ho_gia_dinh", 12_290_000, 13_290_000),
    ("hcld_ba", "tap_the", 21_060_000, 22_770_000),
    ("hcld_nhi", "ca_nhan", 17_550_000, 18_980_000),
    ("hcld_nhi", "tap_the", 35_100_000, 37_950_000),
    ("hcld_nhat", "ca_nhan", 21_060_000, 22_770_000),
    ("hcld_nhat", "tap_the", 42_120_000, 45_540_000),
    ("giay_khen_dang_vien_nam", "ca_nhan", 710_000, 760_000),
    ("giay_khen_dang_vien_5_nam", "ca_nhan", 2_340_000, 2_530_000),
    ("bang_khen_tinh_uy", "ca_nhan", 3_510_000, 3_800_000),
]


@pytest.mark.parametrize(("award", "recipient", "before", "after"), AMOUNTS)
def test_the_prize_follows_the_base_salary_of_the_decision_day(
    award: str, recipient: str, before: int, after: int
) -> None:
    pack = built_in_pack()
    assert prize_of(pack, award, recipient, OLD).amount == before
    assert prize_of(pack, award, recipient, NEW).amount == after


def test_every_factor_of_the_pack_is_listed_here() -> None:
    known = {
        (rule.id, who) for rule in built_in_pack().awards.values() for who, one in rule.prizes.items() if one.factor
    }
    assert known == {(award, recipient) for award, recipient, _, _ in AMOUNTS}


def test_a_prize_says_how_it_was_reckoned() -> None:
    prize = prize_of(built_in_pack(), "ldtt", "ca_nhan", NEW)
    assert (prize.factor, prize.base) == (Decimal("0.3"), 2_530_000)
    assert prize.why == (
        "0,3 × 2.530.000 đồng = 759.000 đồng, làm tròn lên 760.000 đồng (NĐ 152/2025 Điều 50 khoản 1 điểm d)."
    )
    assert prize.warnings == ()


def test_a_product_that_needs_no_rounding_is_not_said_to_be_rounded() -> None:
    assert "làm tròn" not in prize_of(built_in_pack(), "cstd_co_so", "ca_nhan", NEW).why


def test_a_factor_that_was_inferred_warns() -> None:
    prize = prize_of(built_in_pack(), "giay_khen_phuong", "ca_nhan", NEW)
    assert prize.amount == 760_000
    assert prize.warnings == (
        "Mức tiền thưởng này chưa chắc chắn (nguồn thứ cấp). Chưa thấy nguyên văn; "
        "suy ra: bằng một nửa mức 0,6 của tập thể.",
    )


def test_after_the_decree_ends_its_factors_warn() -> None:
    pack = built_in_pack()
    assert prize_of(pack, "ldtt", "ca_nhan", "2027-02-28").warnings == ()
    assert "01/3/2027" in " ".join(prize_of(pack, "ldtt", "ca_nhan", "2027-03-01").warnings)


def test_no_factor_is_words_not_nought() -> None:
    prize = prize_of(built_in_pack(), "gia_dinh_van_hoa", "ho_gia_dinh", NEW)
    assert prize.amount is None
    assert "0 đồng" in prize.why
    assert "Điều 50" in prize.why


def test_a_ceiling_is_not_taken_for_the_prize() -> None:
    prize = prize_of(built_in_pack(), "ky_niem_chuong_tinh", "ca_nhan", NEW)
    assert prize.amount is None
    assert "Không quá 0,6 lần lương cơ sở (1.518.000 đồng)" in prize.why


@pytest.mark.parametrize("day", ["", "2024-06-30", "2026", "2010-01-01"])
def test_a_day_without_a_sure_salary_gives_no_prize(day: str) -> None:
    prize = prize_of(built_in_pack(), "ldtt", "ca_nhan", day)
    assert prize.amount is None
    assert prize.why


def test_a_month_is_enough_where_one_salary_holds_all_through_it() -> None:
    assert prize_of(built_in_pack(), "ldtt", "ca_nhan", "2026-06").amount == 710_000
    assert prize_of(built_in_pack(), "ldtt", "ca_nhan", "2025").amount == 710_000


@pytest.mark.parametrize(("award", "recipient"), [("khong_co", "ca_nhan"), ("ldtt", "tap_the"), ("", "")])
def test_what_the_pack_does_not_know_gives_no_prize(award: str, recipient: str) -> None:
    assert prize_of(built_in_pack(), award, recipient, NEW).amount is None


def test_a_household_without_a_factor_of_its_own_gets_one_and_a_half_times_a_person() -> None:
    pack = small_pack(
        (
            'kind = "danh_hieu"\nrecipients = ["ca_nhan"]',
            'kind = "hinh_thuc"\nrecipients = ["ca_nhan", "ho_gia_dinh"]',
        )
    )
    prize = prize_of(pack, "ldtt", "ho_gia_dinh", OLD)
    assert (prize.amount, prize.factor) == (1_060_000, Decimal("0.45"))


def test_a_title_gives_a_household_nothing_that_was_not_said() -> None:
    pack = small_pack(('recipients = ["ca_nhan"]\nlevel', 'recipients = ["ca_nhan", "ho_gia_dinh"]\nlevel'))
    assert prize_of(pack, "ldtt", "ho_gia_dinh", OLD).amount is None


def test_an_amount_of_the_office_is_paid_as_it_is() -> None:
    row = LocalRow("award.gia_dinh_van_hoa.prize.ho_gia_dinh", "250.500 đồng", instrument="Nghị quyết 5/NQ-HĐND")
    pack = with_local_rules(built_in_pack(), [row], NEW)
    prize = prize_of(pack, "gia_dinh_van_hoa", "ho_gia_dinh", NEW)
    assert (prize.amount, prize.warnings) == (250_500, ())
    assert prize.why == "250.500 đồng theo Nghị quyết 5/NQ-HĐND."


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=1, max_value=9_999_999))
def test_a_prize_is_the_next_ten_thousand_never_below_the_product(hundredths: int, salary: int) -> None:
    factor = Decimal(hundredths) / 100
    pack = small_pack(("factor = 0.3", f"factor = {factor}"), ("amount = 2340000", f"amount = {salary}"))
    amount = prize_of(pack, "ldtt", "ca_nhan", OLD).amount
    assert amount is not None
    assert amount % 10_000 == 0
    assert 0 <= amount - factor * salary < 10_000


def _claim(key: int, award: str, amount: int, *, who: str = "An", period: str = "2026", on: str = NEW) -> Claim:
    return Claim(key, who, award, period, on, amount)


def test_of_two_titles_for_one_time_only_the_higher_is_paid() -> None:
    claims = [_claim(1, "ldtt", 760_000), _claim(2, "cstd_co_so", 2_530_000)]
    assert highest_only(built_in_pack(), claims) == {1: 2}


def test_titles_for_different_times_are_each_paid() -> None:
    claims = [_claim(1, "ldtt", 760_000, period="2025"), _claim(2, "cstd_co_so", 2_530_000)]
    assert highest_only(built_in_pack(), claims) == {}


def test_a_title_and_a_form_are_both_paid() -> None:
    claims = [_claim(1, "ldtt", 760_000), _claim(2, "giay_khen_phuong", 760_000)]
    assert highest_only(built_in_pack(), claims) == {}


def test_two_forms_are_both_paid() -> None:
    claims = [_claim(1, "bang_khen_tinh", 3_800_000), _claim(2, "giay_khen_phuong", 760_000)]
    assert highest_only(built_in_pack(), claims) == {}


def test_titles_decided_at_different_times_are_each_paid() -> None:
    claims = [_claim(1, "ldtt", 760_000, on="2026-07-10"), _claim(2, "cstd_co_so", 2_530_000, on="2026-12-20")]
    assert highest_only(built_in_pack(), claims) == {}


def test_titles_of_two_people_are_each_paid() -> None:
    claims = [_claim(1, "ldtt", 760_000), _claim(2, "cstd_co_so", 2_530_000, who="Bình")]
    assert highest_only(built_in_pack(), claims) == {}
