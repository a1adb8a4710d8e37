"""The same figure says the same everywhere, exactly as far as it was stated."""

import pytest

from reports.reconcile.opened import OpenedPaper
from reports.reconcile.same_figure import different_figures
from tests.reports.reconcile.opened_papers import OTHER, cell, figure, paper


def told(*papers: OpenedPaper) -> list[tuple[str, ...]]:
    return [one.values for one in different_figures(papers)]


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("48.246 người", "48.246\u00a0người"),
        ("1,8 tỷ đồng", "1.800 triệu đồng"),
        ("Trên 48 ngàn người", "trên 48 ngàn người"),
        ("trên 48 ngàn người", "trên 48.000 người"),
        ("chưa có", "chưa có số liệu"),
    ],
)
def test_one_figure_in_two_ways_of_writing_it_is_no_difference(words: str, other: str) -> None:
    assert told(paper(figure(words), figure(words, other, place="mục “II”"))) == []


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("48.246 người", "48.426 người"),
        ("gần 48 ngàn người", "48 ngàn người"),
        ("gần 48 ngàn người", "trên 48 ngàn người"),
        ("19 vụ", "19 đối tượng"),
        ("15/126", "15/136"),
        ("1,8 tỷ đồng", "1,8 triệu đồng"),
        ("99,3% trở lên", "99,3%"),
    ],
)
def test_another_number_measure_or_qualifier_is_told_with_both(words: str, other: str) -> None:
    assert told(paper(figure(words), figure(words, other, place="mục “II”"))) == [(other, words)]


def test_two_papers_are_compared_and_both_places_are_said() -> None:
    report, sheet = paper(figure("12 vụ"), name="Báo cáo"), paper(figure("13 vụ", place="ô F7"), name="Biểu")
    (one,) = different_figures([report, sheet])
    assert (one.paper, one.place) == ("Biểu", "ô F7")
    assert "mục “I” của “Báo cáo”" in one.sentence and "“12 vụ”" in one.sentence and "“13 vụ”" in one.sentence


@pytest.mark.parametrize(
    ("words", "printed"),
    [("1,8 tỷ đồng", "1800000000"), ("trên 48 ngàn người", "48000"), ("23.180 triệu đồng", "23180")],
)
def test_a_sheets_number_is_the_words_it_was_printed_from(words: str, printed: str) -> None:
    assert told(paper(figure(words)), paper(cell(words, printed), name="Biểu")) == []


def test_a_number_typed_into_a_cell_must_be_allowed_by_the_words() -> None:
    report = paper(figure("trên 48 ngàn người"))
    assert told(report, paper(cell("trên 48 ngàn người", "48000", "48246"), name="Biểu")) == []
    assert told(report, paper(cell("trên 48 ngàn người", "48000", "84000"), name="Biểu")) == [
        ("84.000", "trên 48 ngàn người")
    ]


def test_a_number_typed_in_the_measure_of_its_row_is_compared_in_that_measure() -> None:
    report = paper(figure("1,8 tỷ đồng"))
    assert told(report, paper(cell("1,8 tỷ đồng", "1800", "1850"), name="Biểu")) == []
    assert told(report, paper(cell("1,8 tỷ đồng", "1800", "2800"), name="Biểu")) == [("2.800", "1,8 tỷ đồng")]


def test_another_record_is_another_figure() -> None:
    assert told(paper(figure("12 vụ"), figure("13 vụ", record=OTHER, place="mục “II”"))) == []


def test_two_untouched_places_of_one_paper_never_disagree() -> None:
    assert told(paper(figure("bằng lời"), figure("hàng trăm hộ", place="mục “II”"))) == []
