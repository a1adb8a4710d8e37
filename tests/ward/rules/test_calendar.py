"""The calendar: what is due in a year, before or on which day, for which period; the office's own days over it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ward.rules.small_pack import small_pack
from ward.rules.calendar import DueDate, due_dates
from ward.rules.local_rows import LocalRow
from ward.rules.overlay import with_local_rules
from ward.rules.reading import built_in_pack


def _due(key: str, year: int = 2026) -> DueDate:
    return next(one for one in due_dates(built_in_pack(), year) if one.key == key)


def test_cultural_families_are_done_before_the_25th_of_november() -> None:
    found = _due("binh_xet_gdvh")
    assert (found.due, found.last_day) == (dt.date(2026, 11, 25), dt.date(2026, 11, 24))
    assert found.words == "trước ngày 25/11/2026"
    assert (found.article, found.awards) == ("NĐ 86/2023 Điều 8", ("gia_dinh_van_hoa",))


def test_a_residential_area_is_counted_from_november_to_october() -> None:
    found = _due("cong_nhan_antt_khu_dan_cu")
    assert (found.period_from, found.period_to) == (dt.date(2025, 11, 1), dt.date(2026, 10, 31))
    assert found.due == dt.date(2026, 11, 15)


def test_wards_and_bodies_are_counted_from_the_16th_of_november() -> None:
    found = _due("cong_nhan_antt_phuong")
    assert (found.period_from, found.period_to) == (dt.date(2025, 11, 16), dt.date(2026, 11, 15))
    assert found.due == dt.date(2026, 11, 20)


def test_registration_of_safety_is_in_the_first_quarter() -> None:
    found = _due("dang_ky_antt")
    assert found.words == "từ 01/01/2026 đến 31/03/2026"
    assert found.last_day == dt.date(2026, 3, 31)


def test_the_national_title_is_submitted_a_year_later() -> None:
    assert _due("trinh_cstd_toan_quoc").due == dt.date(2027, 12, 31)


def test_the_rating_of_vien_chuc_is_not_asked_before_its_decree() -> None:
    assert "xep_loai_vien_chuc" not in {one.key for one in due_dates(built_in_pack(), 2025)}
    assert _due("xep_loai_vien_chuc").due == dt.date(2026, 12, 15)


def test_what_is_due_is_in_the_order_of_its_days() -> None:
    days = [one.due for one in due_dates(built_in_pack(), 2026)]
    assert days == sorted(days)
    assert len(days) == 16


def test_one_province_s_day_is_only_an_example() -> None:
    found = _due("ho_so_tong_ket_nam")
    assert (found.due, found.sure.sure) == (dt.date(2026, 12, 10), False)
    assert "Bắc Ninh" in found.sure.why


def test_the_office_s_own_day_stands_in_its_place() -> None:
    row = LocalRow("calendar.ho_so_tong_ket_nam.due", "5/12", instrument="QĐ 12/2026/QĐ-UBND")
    pack = with_local_rules(built_in_pack(), [row], "2026-11-20")
    found = next(one for one in due_dates(pack, 2026) if one.key == "ho_so_tong_ket_nam")
    assert (found.due, found.local, found.sure.sure) == (dt.date(2026, 12, 5), "QĐ 12/2026/QĐ-UBND", True)


def test_a_day_before_its_opening_drops_the_opening() -> None:
    row = LocalRow("calendar.dang_ky_thi_dua.due", "10/01")
    pack = with_local_rules(built_in_pack(), [row], "2026-11-20")
    found = next(one for one in due_dates(pack, 2026) if one.key == "dang_ky_thi_dua")
    assert (found.opens, found.due) == (None, dt.date(2026, 1, 10))


@pytest.mark.parametrize("year", [1900, 2024, 2100])
def test_a_year_of_any_length_has_its_days(year: int) -> None:
    assert due_dates(small_pack(), year)[0].due == dt.date(year, 12, 10)
