"""Several statements of one thing, shapes that cannot be, words for "about" before an exact number."""

from decimal import Decimal
from typing import Any

import pytest

from tests.ward.findings.books import Ward
from ward.edits import Bin
from ward.figures import Figure
from ward.statements import figure_values


def people(ward: Ward, *said: str, **values: Any) -> list[tuple[str, str]]:
    """Statements of the ward's population in 2023, "*" before the chosen one; findings as severity and words."""
    indicator = ward.indicator("Dân số")
    for words in said:
        ward.figure(indicator, words.removeprefix("*"), "năm 2023", chosen=words.startswith("*"), **values)
    return [(finding.severity, " | ".join(finding.numbers or ())) for finding in ward.found("several")]


def test_two_numbers_that_contradict_are_a_warning_until_one_is_chosen(ward):
    assert people(ward, "48.000 người", "51.000 người") == [("warning", "48.000 người | 51.000 người")]


def test_after_the_choice_the_other_number_stays_a_note(ward):
    assert people(ward, "*48.000 người", "51.000 người") == [("note", "48.000 người | 51.000 người")]


def test_two_wordings_that_agree_only_ask_for_a_choice(ward):
    assert people(ward, "trên 48 ngàn người", "48.250 người") == [("note", "trên 48 ngàn người | 48.250 người")]


@pytest.mark.parametrize(
    "said",
    [
        ("48.000 người", "48.000 người"),
        ("trên 48 ngàn người", "*48.250 người"),
        ("48.000 người", "chưa có số liệu"),
        ("48.000 người", "khoảng 12.000 hộ"),
    ],
)
def test_what_is_said_twice_the_same_or_was_chosen_or_counts_something_else_is_fine(ward, said):
    assert people(ward, *said) == []


def test_two_chosen_numbers_are_a_warning(ward):
    assert people(ward, "*48.000 người", "*48.000 người") == [("warning", "48.000 người | 48.000 người")]


def test_the_sentence_says_who_said_which(ward):
    people(ward, "48.000 người", "51.000 người", source_words="Báo cáo năm, trang 3")
    assert ward.found("several")[0].sentence == (
        "“Dân số” năm 2023 có các số khác nhau: 48.000 người (Báo cáo năm, trang 3) và "
        "51.000 người (Báo cáo năm, trang 3). Hãy chọn số dùng khi in, hoặc sửa số sai."
    )


def test_figures_of_other_periods_records_or_labels_are_other_things(ward):
    indicator = ward.indicator("Dân số")
    practice = ward.add("practice", name="Camera an ninh")
    other = ward.add("practice", name="Tuyến ngõ hoa")
    ward.figure(indicator, "48.000 người", "năm 2022")
    ward.figure(indicator, "51.000 người", "năm 2023")
    ward.figure(None, "28 mắt", about=practice, label="mắt camera")
    ward.figure(None, "24 điểm", about=practice, label="điểm")
    ward.figure(None, "30 mắt", about=other, label="mắt camera")
    ward.figure(None, "5 triệu đồng", about=other)
    ward.figure(None, "9 triệu đồng", about=other)
    assert ward.found() == []


def test_numbers_without_any_time_are_not_held_against_each_other(ward):
    indicator = ward.indicator("Dân số")
    ward.figure(indicator, "48.000 người")
    ward.figure(indicator, "51.000 người")
    assert ward.found("several") == []


def test_a_binned_statement_no_longer_contradicts(ward):
    people(ward, "48.000 người", "51.000 người")
    (finding,) = ward.found("several")
    ward.book.write("Bỏ", [Bin(finding.records[1])])
    assert ward.found("several") == []
    ward.book.undo()
    assert ward.found("several") == [finding]


@pytest.mark.parametrize(
    ("figure", "severity"),
    [
        (Figure(shape="ratio", value=Decimal(1900), out_of=Decimal(1835), measure="hộ"), "warning"),
        (Figure(shape="rank", value=Decimal(130), out_of=Decimal(126)), "error"),
        (Figure(shape="range", value=Decimal(7), value_to=Decimal(5)), "error"),
    ],
)
def test_shapes_that_cannot_be_are_found(ward, figure, severity):
    indicator = ward.indicator("Chỉ tiêu")
    ward.add("figure", indicator=indicator, role="actual", period="2023", **figure_values(figure))
    assert [finding.severity for finding in ward.found("shape")] == [severity]


@pytest.mark.parametrize("claims", ["đạt 107,4%", "đạt 107,4% kế hoạch", "vượt 7,4% chỉ tiêu"])
def test_more_than_was_planned_is_fine_where_it_is_said(ward, claims):
    ward.figure(ward.indicator("Kết nạp đảng viên"), "29/27 đảng viên", "năm 2025", claims)
    assert ward.found("shape") == []


def test_a_share_below_the_whole_does_not_excuse_more_than_the_whole(ward):
    ward.figure(ward.indicator("Kết nạp đảng viên"), "29/27 đảng viên", "năm 2025", "đạt 93,1%")
    assert [finding.severity for finding in ward.found("shape")] == ["warning"]


@pytest.mark.parametrize("words", ["1.819/1.835 hộ", "hạng 3/126", "5-7 hộ"])
def test_shapes_that_can_be_are_fine(ward, words):
    ward.figure(ward.indicator("Chỉ tiêu"), words, "năm 2023")
    assert ward.found() == []


@pytest.mark.parametrize("words", ["gần 11.390 người", "hơn 543 tổ"])
def test_a_word_for_about_before_an_exact_number_is_only_a_note(ward, words):
    ward.figure(ward.indicator("Dân số"), words, "năm 2022")
    (finding,) = ward.found()
    assert finding.severity == "note" and f"“{words}”" in finding.sentence


@pytest.mark.parametrize(
    "words",
    ["gần 36.000 đối tượng", "gần 980 đảng viên", "trên 48 ngàn người", "hơn 1.250 hộ", "11.390 người",
     "ước đạt 2.264 tỷ đồng", "99,3% trở lên", "ít nhất 543 tổ", "khoảng 97,36%"],
)  # fmt: skip
def test_round_numbers_bounds_and_estimates_are_fine(ward, words):
    ward.figure(ward.indicator("Chỉ tiêu"), words, "năm 2022")
    assert ward.found() == []
