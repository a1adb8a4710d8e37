"""Facts about fields for lengths, sizes and counts: what may be typed, what is shown, what is out of bounds."""

import pytest
from PySide6.QtCore import Qt

from desktop.awarding.measures import (
    count_of,
    half_points_of,
    millimetres,
    show_count,
    show_points,
    show_tenths,
    tenths_of,
)
from tests.desktop.window.conftest import press, type_text


@pytest.mark.parametrize(
    ("typed", "tenths"),
    [
        ("35,5", 355),
        ("35.5 mm", 355),
        ("20", 200),
        ("-1,5", -15),
        ("- 2mm", -20),
        ("12,55", None),
        ("hai", None),
        ("", None),
    ],
)
def test_millimetres_are_read_as_people_type_them(typed, tenths):
    assert tenths_of(typed) == tenths


@pytest.mark.parametrize(("typed", "half_points"), [("14", 28), ("12,5", 25), ("12.5 pt", 25), ("12,3", None)])
def test_sizes_are_read_in_halves_of_a_point(typed, half_points):
    assert half_points_of(typed) == half_points


@pytest.mark.parametrize(("typed", "count"), [("1.200", 1200), ("85 tờ", 85), ("1,5", None), ("-3", None)])
def test_counts_are_whole(typed, count):
    assert count_of(typed) == count


def test_what_is_shown_can_be_typed_again():
    assert [tenths_of(show_tenths(one)) for one in (0, 5, -15, 2970)] == [0, 5, -15, 2970]
    assert [half_points_of(show_points(one)) for one in (10, 25, 200)] == [10, 25, 200]
    assert [count_of(show_count(one)) for one in (0, 999, 12_345)] == [0, 999, 12_345]


@pytest.fixture
def field(window):
    made = millimetres("Cách trái", window, most=2970)
    made.setValue(300)
    made.show()
    made.setFocus()
    return made


def test_the_keys_up_and_down_move_by_half_a_millimetre_within_the_bounds(field):
    press(field, Qt.Key.Key_Up)
    assert (field.value(), field.text()) == (305, "30,5 mm")
    field.setValue(2)
    press(field, Qt.Key.Key_Down)
    assert field.value() == 0


def test_text_that_is_no_length_goes_back_to_what_stood_before(field):
    field.selectAll()
    type_text(field, "abc")
    press(field, Qt.Key.Key_Return)
    assert (field.value(), field.text()) == (300, "30 mm")
