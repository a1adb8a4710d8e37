"""How many years a report covers: by what is asked for, and never fewer than the nomination tells of."""

import pytest

from ward.awarding.reported_years import reported_years


@pytest.mark.parametrize(
    ("code", "told", "years"),
    [
        ("giay_khen_phuong", (2025,), (2025,)),
        ("bang_khen_tinh", (2025,), (2024, 2025)),
        ("bang_khen_ttg", (2025,), (2021, 2022, 2023, 2024, 2025)),
        ("hcld_ba", (2024, 2025), (2021, 2022, 2023, 2024, 2025)),
        ("co_thi_dua_tinh", (2025,), (2025,)),
        ("", (2023, 2024, 2025), (2023, 2024, 2025)),
    ],
)
def test_the_years_end_with_the_last_that_is_told(code: str, told: tuple[int, ...], years: tuple[int, ...]) -> None:
    assert reported_years(code, told) == years


def test_a_report_of_no_year_is_not_made() -> None:
    with pytest.raises(ValueError):
        reported_years("ldtt", ())
