"""Whether a plan was met, as far as what was said allows to tell."""

from decimal import Decimal

import pytest

from ward.assessment import assess, number_in
from ward.figures import parse_figure


@pytest.mark.parametrize(
    ("direction", "plan", "actual", "verdict"),
    [
        ("higher", "84%", "85%", "above"),
        ("higher", "84%", "84%", "met"),
        ("higher", "84%", "83,9%", "missed"),
        ("lower", "8 hộ", "7 hộ", "above"),
        ("lower", "8 hộ", "9 hộ", "missed"),
        ("higher", "8 tỷ đồng", "9.300 triệu đồng", "above"),
        ("higher", "8 tỷ đồng", "gần 9,3 tỷ đồng", "above"),
        ("higher", "9 tỷ đồng", "gần 9 tỷ đồng", "missed"),
        ("higher", "9 tỷ đồng", "trên 9 tỷ đồng", "above"),
        ("higher", "9 tỷ đồng", "gần 9,3 tỷ đồng", ""),
        ("higher", "trên 95%", "95%", "missed"),
        ("higher", "trên 95%", "96%", "met"),
        ("higher", "95% trở lên", "95%", "met"),
        ("lower", "dưới 22 vụ", "23 vụ", "missed"),
        ("lower", "dưới 22 vụ", "19 vụ", "met"),
        ("lower", "hạng 20/126", "hạng 15/126", "above"),
        ("higher", "17 chỉ tiêu", "17/17 chỉ tiêu", "met"),
        ("target", "100%", "100%", "met"),
        ("target", "100%", "98%", ""),
        ("none", "84%", "85%", ""),
        ("higher", "84%", "chưa có số liệu", ""),
        ("higher", "84%", "500 hộ", ""),
        ("higher", "5-7 vụ", "6 vụ", ""),
    ],
)
def test_a_plan_is_judged_by_direction_and_qualifiers(direction: str, plan: str, actual: str, verdict: str) -> None:
    assert assess(direction, parse_figure(plan), parse_figure(actual)) == verdict


def test_a_number_is_told_in_the_measure_of_its_row() -> None:
    assert number_in(parse_figure("1,8 tỷ đồng"), "triệu đồng") == Decimal(1800)
    assert number_in(parse_figure("5 vụ"), "hộ") is None
    assert number_in(parse_figure("5-7 vụ"), "vụ") is None
