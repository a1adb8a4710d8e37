"""Figures are shown in the clerk's words, in full, or as bare Vietnamese numbers."""

from decimal import Decimal
from typing import Any

import pytest

from ward.errors import UserError
from ward.figures import Figure, as_pair, from_pair, parse_figure, show_figure, show_number, understood


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("1800000000", "1.800.000.000"),
        ("91.50", "91,50"),
        ("-1234.5", "-1.234,5"),
        ("0", "0"),
        ("-0", "0"),
        ("0.070", "0,070"),
        ("1E+3", "1.000"),
        ("1E-3", "0,001"),
    ],
)
def test_a_number_is_written_with_dots_and_a_comma(number: str, shown: str) -> None:
    assert show_number(Decimal(number)) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1,8 tỷ đồng", "1.800.000.000\u00a0đồng"),
        ("gần 48 ngàn người", "gần 48.000\u00a0người"),
        ("97,36 %", "97,36%"),
        ("99,3% trở lên", "99,3% trở lên"),
        ("xếp thứ 3/14 phường", "hạng 3/14\u00a0phường"),
        ("1.819/1.835 hộ", "1.819/1.835\u00a0hộ"),
        ("từ 5 đến 7 hộ", "5-7\u00a0hộ"),
        ("-", "chưa có số liệu"),
        ("không tính", "không áp dụng"),
        ("hàng trăm hộ", "hàng trăm hộ"),
        ("không có", "0"),
    ],
)
def test_words_are_printed_as_typed_and_numbers_in_full(text: str, shown: str) -> None:
    figure = parse_figure(text)
    assert show_figure(figure) == text
    assert show_figure(figure, "number") == shown


@pytest.mark.parametrize(
    ("text", "measure", "full"),
    [
        ("trên 48 ngàn", "người", "trên 48 ngàn\u00a0người"),
        ("trên 48 ngàn người", "người", "trên 48 ngàn người"),
        ("99,3 trở lên", "%", "99,3% trở lên"),
        ("1.000.000đ", "đồng", "1.000.000đ"),
        ("119/126", "hạng", "119/126"),
        ("chưa có", "hộ", "chưa có"),
        ("không có", "hộ", "không có"),
    ],
)
def test_in_full_the_measure_is_added_where_the_words_lack_it(text: str, measure: str, full: str) -> None:
    assert show_figure(parse_figure(text, measure=measure), "full") == full


def test_a_figure_nobody_typed_is_shown_as_a_number() -> None:
    assert show_figure(Figure(value=Decimal(24), measure="tổ")) == "24\u00a0tổ"
    assert show_figure(Figure("missing")) == "chưa có số liệu"


def test_another_style_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="long"):
        show_figure(Figure("missing"), "long")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("gần 1,8 tỷ đồng", "gần · 1.800.000.000 · đồng"),
        ("1.819/1.835 hộ", "1.819/1.835 · hộ"),
        ("99,3% trở lên", "99,3 · % · trở lên"),
        ("xếp thứ 3/14", "hạng 3/14"),
        ("", "chưa có số liệu"),
        ("hàng trăm hộ", "ghi bằng chữ, không tính được · hộ"),
    ],
)
def test_the_line_below_a_field_says_what_was_understood(text: str, line: str) -> None:
    assert understood(parse_figure(text)) == parse_figure(text).understood == line


@pytest.mark.parametrize("pair", [(9150, -2), (-5, 0), (0, 0), (0, -2), (1800000000, 0), (10**18 - 1, -18)])
def test_a_number_is_kept_as_coefficient_and_exponent(pair: tuple[int, int]) -> None:
    assert as_pair(from_pair(*pair)) == pair


@pytest.mark.parametrize("number", ["1E18", "1E400", "1000000000000000000", "1E-19", "NaN", "Infinity"])
def test_a_number_that_the_file_cannot_hold_is_refused(number: str) -> None:
    with pytest.raises(UserError):
        as_pair(Decimal(number))


@pytest.mark.parametrize(
    "parts",
    [
        {"state": "missing", "value": Decimal(0)},
        {"state": "known"},
        {"shape": "range", "value": Decimal(1)},
        {"shape": "ratio", "value": Decimal(1)},
        {"value": Decimal(1), "value_to": Decimal(2)},
        {"state": "unknown"},
        {"shape": "square", "value": Decimal(1)},
    ],
)
def test_parts_that_contradict_make_no_figure(parts: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="không khớp"):
        Figure(**parts)


@pytest.mark.parametrize("value", [1.5, 3, "3", Decimal("NaN"), Decimal("Infinity")])
def test_a_figure_takes_exact_numbers_only(value: Any) -> None:
    with pytest.raises(TypeError):
        Figure(value=value)
