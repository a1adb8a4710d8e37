"""One name, one spelling; a typed name that is nearly a known one is shown beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.reconcile.by_hand import typed_stretches
from reports.reconcile.spellings import is_nearly, nearly_known, two_spellings
from tests.reports.reconcile.opened_papers import named, paper, written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"),
        ("Trần Thị Hòa", "Trần Thị Hóa"),
        ("Lê Thị Thuỷ", "Lê Thị Thùy"),
        ("Tuyến đường hoa", "Tuyến đuờng hoa"),
        ("Câu lạc bộ Gia đình trẻ", "Câu lạc bộ Gia đình trẽ"),
    ],
)
def test_a_tone_or_a_letter_makes_another_spelling(one: str, other: str) -> None:
    assert is_nearly(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Thị Hoà", "Nguyễn Thị Hòa"),
        ("PHƯỜNG MAI ĐỘNG", "phường Mai Động"),
        ("Tổ dân phố 1", "Tổ dân phố 2"),
        ("Tổ dân phố số 7", "Tổ dân phố"),
        ("Hội Phụ nữ phường", "Hội Nông dân phường"),
        ("Camera an ninh", "Camera an toàn"),
    ],
)
def test_case_tone_style_numbers_and_parts_are_no_misspelling(one: str, other: str) -> None:
    assert not is_nearly(one, other)


def test_a_name_written_over_in_another_spelling_is_told_with_both() -> None:
    (one,) = two_spellings([paper(named("Trần Thị Hoà"), named("Trần Thị Hoà", "Trần Thị Hoa", place="mục “II”"))])
    assert (one.place, one.values) == ("mục “II”", ("Trần Thị Hoa", "Trần Thị Hoà"))


def test_a_unit_that_was_renamed_keeps_both_names_in_one_paper() -> None:
    told = paper(
        named("Tổ dân phố Đông", what="Đơn vị", field="names"),
        named("Tổ dân phố Đồng", what="Đơn vị", field="names", place="mục “II”"),
    )
    assert list(two_spellings([told])) == []


def nearly(text: str, *known: str) -> list[tuple[str, ...]]:
    papers = [written(text)]
    return [one.values for one in nearly_known(papers, typed_stretches(papers), known)]


def test_a_typed_name_that_is_nearly_a_known_one_is_shown_beside_it() -> None:
    assert nearly("Khen ông Nguyễn Văn Hừng, tổ 5.", "Nguyễn Văn Hùng") == [("Nguyễn Văn Hừng", "Nguyễn Văn Hùng")]


def test_a_typed_name_that_is_known_or_far_from_all_is_left_alone() -> None:
    assert nearly("Khen ông NGUYỄN VĂN HÙNG và bà Lê Thị Mai.", "Nguyễn Văn Hùng", "Trần Thị Lan") == []


def test_two_known_names_that_are_alike_are_two_people() -> None:
    assert nearly("Khen ông Nguyễn Văn Hưng.", "Nguyễn Văn Hùng", "Nguyễn Văn Hưng") == []


@given(st.text("aăâbđeêghoôơàáảãạ ", max_size=20), st.text("aăâbđeêghoôơàáảãạ ", max_size=20))
def test_being_alike_goes_both_ways_and_nothing_is_a_misspelling_of_itself(one: str, other: str) -> None:
    assert is_nearly(one, other) == is_nearly(other, one)
    assert not is_nearly(one, one)
