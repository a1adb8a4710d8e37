"""Checks find what really differs and stay silent on what adds up."""

from decimal import Decimal

import pytest

from ward.errors import UserError
from ward.figures import (
    adds_up,
    agrees,
    computed,
    computed_ratio,
    improves,
    parse_claims,
    parse_figure,
    ratio_agrees,
    ratio_of,
    rounded,
)


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("24 tập thể", ["10 tập thể", "14 tập thể"]),
        ("gần 100", ["50", "48"]),
        ("trên 40", ["20", "23"]),
        ("trên 3 hộ", ["2 hộ", "2 hộ"]),
        ("hơn 543 tổ", ["500 tổ", "45 tổ"]),
        ("trên 1.000", ["1.100"]),
        ("9,3 tỷ đồng", ["4,1 tỷ đồng", "5,15 tỷ đồng"]),
        ("9,3 tỷ đồng", ["4.100 triệu đồng", "5.200 triệu đồng"]),
        ("1,8 tỷ đồng", ["1.750.000.000 đồng"]),
        ("100%", ["33,3%", "33,3%", "33,3%"]),
        ("100%", ["16,7%"] * 6),
        ("80", ["từ 30 đến 40", "45"]),
        ("1.819/1.835 hộ", ["819/835 hộ", "1.000/1.000 hộ"]),
        ("100", ["40", "60", "không áp dụng"]),
        ("dưới 50", ["20", "15"]),
        ("tối thiểu 30", ["20", "15"]),
    ],
)
def test_what_adds_up_never_warns(total: str, parts: list[str]) -> None:
    found = adds_up(parse_figure(total), [parse_figure(part) for part in parts])
    assert found.agrees
    assert found.missing == 0


@pytest.mark.parametrize(
    ("total", "parts", "sum_of_parts"),
    [
        ("9 cá nhân", ["3 cá nhân", "9 cá nhân"], "12"),
        ("24", ["10", "15"], "25"),
        ("gần 100", ["50", "52"], "102"),
        ("trên 1.000", ["990"], "990"),
        ("9,3 tỷ đồng", ["4.000 triệu đồng", "5.000 triệu đồng"], "9000000000"),
        ("1,8 tỷ đồng", ["1.740.000.000 đồng"], "1740000000"),
        ("1.819/1.835 hộ", ["819/835 hộ", "1.000/1.001 hộ"], "1819"),
        ("dưới 50", ["20", "35"], "55"),
    ],
)
def test_what_differs_is_found_with_both_numbers(total: str, parts: list[str], sum_of_parts: str) -> None:
    stated = parse_figure(total)
    found = adds_up(stated, [parse_figure(part) for part in parts])
    assert not found.agrees
    assert (found.stated, found.total) == (stated.value, Decimal(sum_of_parts))


def test_a_missing_part_makes_the_sum_incomplete_not_smaller() -> None:
    parts = [parse_figure(text) for text in ("40", "chưa có số liệu", "nhiều")]
    found = adds_up(parse_figure("100"), parts)
    assert (found.total, found.missing, found.agrees) == (Decimal(40), 2, True)


def test_an_incomplete_sum_that_is_too_large_already_differs() -> None:
    parts = [parse_figure(text) for text in ("60", "50")]
    assert not adds_up(parse_figure("100"), [*parts, parse_figure("chưa có")]).agrees
    assert not adds_up(parse_figure("100"), parts, open=True).agrees
    assert adds_up(parse_figure("120"), parts, open=True).agrees


def test_nothing_known_is_no_sum_of_zero() -> None:
    found = adds_up(parse_figure("5"), [parse_figure("-")])
    assert (found.total, found.missing, found.agrees) == (None, 1, True)
    assert adds_up(parse_figure("chưa có"), [parse_figure("3")]).agrees


def test_a_sum_is_given_in_the_measure_of_the_total() -> None:
    total = parse_figure("9,3", measure="tỷ đồng")
    assert adds_up(total, [parse_figure("4.100", measure="triệu đồng")], open=True).total == Decimal("4.1")


@pytest.mark.parametrize(
    ("stated", "numerator", "denominator"),
    [
        ("79%", "15 vụ", "19 vụ"),
        ("78,9%", "15 vụ", "19 vụ"),
        ("78,94%", "15 vụ", "19 vụ"),
        ("99,13%", "1.819 hộ", "1.835 hộ"),
        ("xấp xỉ 60 ngàn người/km2", "trên 48 ngàn người", "0,81km2"),
        ("59.259 người/km²", "48.000 người", "0,81 km2"),
        ("360.000 đồng/suất", "1,8 tỷ đồng", "5.000 suất"),
        ("12,5 vụ/100.000 dân", "6 vụ", "48.000 người"),
        ("trên 95%", "97 hộ", "100 hộ"),
        ("60 người/ha", "48.000 người", "0,81 km2"),
        ("5%", "1", "0"),
        ("5%", "chưa có", "20"),
    ],
)
def test_a_ratio_that_its_numbers_bear_out_never_warns(stated: str, numerator: str, denominator: str) -> None:
    assert ratio_agrees(parse_figure(stated), parse_figure(numerator), parse_figure(denominator))


@pytest.mark.parametrize(
    ("stated", "numerator", "denominator"),
    [
        ("80%", "15 vụ", "19 vụ"),
        ("99,2%", "1.819 hộ", "1.835 hộ"),
        ("70.000 người/km2", "48.000 người", "0,81 km2"),
        ("100%", "19 vụ", "20 vụ"),
    ],
)
def test_a_ratio_that_its_numbers_do_not_bear_out_is_found(stated: str, numerator: str, denominator: str) -> None:
    assert not ratio_agrees(parse_figure(stated), parse_figure(numerator), parse_figure(denominator))


def test_a_ratio_is_computed_from_numerator_and_denominator() -> None:
    found = computed_ratio("người/km2", parse_figure("48.000 người"), parse_figure("0,81 km2"))
    assert found is not None
    assert rounded(found, Decimal(60000)) == Decimal(59259)
    assert rounded(ratio_of(Decimal(15), Decimal(19)), Decimal("0.79"), 1) == Decimal("0.789")
    with pytest.raises(UserError, match="Mẫu số bằng 0"):
        ratio_of(Decimal(1), Decimal(0))


BORNE_OUT = [
    ("giảm 03 vụ so với cùng kỳ", "19 vụ", "22 vụ", "3"),
    ("giảm 13,6% so với cùng kỳ", "19 vụ", "22 vụ", "13.64"),
    ("giảm hẳn", "19 vụ", "22 vụ", "3"),
    ("vượt 468,9% dự toán", "2.264 tỷ đồng", "398 tỷ đồng", "468.84"),
    ("bằng 568,8% dự toán", "2.264 tỷ đồng", "398 tỷ đồng", "568.84"),
    ("tăng 0,5 điểm % so với cùng kỳ", "97,5%", "97,0%", "0.50"),
    ("tăng 4% so với cùng kỳ", "84,0%", "80,0%", "4.0"),
    ("gấp 2 lần năm trước", "40", "20", "2"),
    ("tăng 2 lần so với năm trước", "60", "20", "3"),
    ("tăng gần 5% so với cùng kỳ", "1.048", "1.000", "4.8"),
    ("tăng 1,8 tỷ đồng so với năm trước", "11,1 tỷ đồng", "9 tỷ 300 triệu đồng", "1800000000"),
    ("tăng 300 triệu đồng so với cùng kỳ", "2,1 tỷ đồng", "1.800 triệu đồng", "300000000"),
    ("tăng 116 bậc", "hạng 3", "hạng 119", "116"),
    ("giữ nguyên", "5", "5", "0"),
]


@pytest.mark.parametrize(("claim", "actual", "base", "amount"), BORNE_OUT)
def test_a_claim_that_is_borne_out_never_warns(claim: str, actual: str, base: str, amount: str) -> None:
    (said,) = parse_claims(claim)
    figures = parse_figure(actual), parse_figure(base)
    found = computed(said, *figures)
    assert found is not None
    assert rounded(found, Decimal(amount)) == Decimal(amount)
    assert agrees(said, found, *figures)


@pytest.mark.parametrize(
    ("claim", "actual", "base"),
    [
        ("giảm 03 vụ so với cùng kỳ", "19 vụ", "23 vụ"),
        ("giảm 13,7% so với cùng kỳ", "19 vụ", "22 vụ"),
        ("giảm hẳn", "22 vụ", "19 vụ"),
        ("bằng 468,9% dự toán", "2.264 tỷ đồng", "398 tỷ đồng"),
        ("tăng 5% so với cùng kỳ", "84,0%", "80,0%"),
        ("vượt 5% kế hoạch", "95 hộ", "100 hộ"),
        ("gấp 3 lần năm trước", "40", "20"),
        ("tăng gần 5% so với cùng kỳ", "1.060", "1.000"),
        ("giữ nguyên", "6", "5"),
        ("xếp thứ 4/14", "hạng 3/14", None),
        ("đạt 99,2%", "1.819/1.835 hộ", None),
    ],
)
def test_a_claim_that_really_differs_is_found(claim: str, actual: str, base: str | None) -> None:
    (said,) = parse_claims(claim)
    figures = parse_figure(actual), parse_figure(base) if base else None
    assert not agrees(said, computed(said, *figures), *figures)


@pytest.mark.parametrize(
    ("claim", "actual", "base"),
    [
        ("giảm 2 đối tượng", "19 vụ", "22 vụ"),
        ("bằng 100% kế hoạch", "10", "0"),
        ("bằng 105% kế hoạch", "chưa có", "22"),
        ("bằng 105% kế hoạch", "22", "chưa có"),
        ("bằng 105% kế hoạch", "22", None),
        ("đạt chỉ tiêu", "19", "22"),
        ("lớn nhất quận", "60.000 người/km2", None),
        ("tăng 5% so với cùng kỳ", "hàng trăm hộ", "22"),
        ("tăng 3 vụ (tương đương 15%) so với cùng kỳ", "23 vụ", None),
    ],
)
def test_what_cannot_be_computed_never_warns(claim: str, actual: str, base: str | None) -> None:
    figures = parse_figure(actual), parse_figure(base) if base else None
    for said in parse_claims(claim):
        assert computed(said, *figures) is None
        assert agrees(said, None, *figures)


def test_qualifiers_of_the_figures_widen_the_claim() -> None:
    (said,) = parse_claims("tăng 10% so với cùng kỳ")
    rough = parse_figure("gần 48 ngàn người"), parse_figure("44.000 người")
    found = computed(said, *rough)
    assert not agrees(said, found)
    assert agrees(said, found, parse_figure("hơn 48 ngàn người"), rough[1])


def test_a_share_of_its_own_whole_needs_no_base() -> None:
    (said,) = parse_claims("đạt 99,13%")
    actual = parse_figure("1.819/1.835 hộ")
    assert agrees(said, computed(said, actual), actual)


@pytest.mark.parametrize(
    ("direction", "earlier", "later", "better"),
    [
        ("lower", "22 vụ", "19 vụ", True),
        ("higher", "22 vụ", "19 vụ", False),
        ("higher", "1,8 tỷ đồng", "1.900 triệu đồng", True),
        ("higher", "1/2", "819/835", True),
        ("", "hạng 119", "hạng 3", True),
        ("higher", "hạng 119", "hạng 3", True),
        ("none", "1", "2", None),
        ("target", "1", "2", None),
        ("lower", "5", "5", None),
        ("lower", "chưa có", "5", None),
        ("lower", "từ 5 đến 7", "5", None),
    ],
)
def test_the_direction_of_the_indicator_says_what_is_better(
    direction: str, earlier: str, later: str, better: bool | None
) -> None:
    assert improves(direction, parse_figure(earlier), parse_figure(later)) is better
