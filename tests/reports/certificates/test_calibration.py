"""The calibration page: crosses and rulers where they say they are, and the offset that follows from measuring."""

from pathlib import Path

import pytest

from reports.certificates.blanks import GIAY_KHEN, Blank, Place
from reports.certificates.calibration import FIRST_CROSS, corrected, instructions, make_calibration
from reports.certificates.overprint import mm
from tests.reports.certificates.sheets import Pages
from tests.reports.documents import STAMP, faults
from tests.reports.golden import word_text
from ward.errors import UserError

HALF_A_MILLIMETRE = 5


def page_of(blank: Blank, tmp_path: Path) -> Pages:
    return Pages(make_calibration(blank, tmp_path / "canh.docx", stamp=STAMP))


def test_it_has_a_sheet_to_measure_and_a_sheet_to_lay_over_the_blank(tmp_path: Path) -> None:
    pages = page_of(GIAY_KHEN, tmp_path)
    assert [pages.size(number) for number in range(len(pages))] == [(2970, 2100)] * 2
    assert faults(tmp_path / "canh.docx") == []


def test_the_rulers_are_true_to_the_millimetre(tmp_path: Path) -> None:
    pages = page_of(GIAY_KHEN, tmp_path)
    wanted = (100, 100, 2970 - 100, 2100 - 100)
    assert pages.drawn(0) == pytest.approx(wanted, abs=HALF_A_MILLIMETRE)


@pytest.mark.parametrize(("right", "down"), [(0, 0), (15, -10), (-40, 38)])
def test_the_boxes_of_the_places_are_true_to_the_millimetre(right: int, down: int, tmp_path: Path) -> None:
    blank = Blank("Phôi", offset_x=right, offset_y=down, places=(Place("name", 400, 800, 1500, 300),))
    wanted = (400 + right, 800 + down, 1900 + right, 1100 + down)
    assert page_of(blank, tmp_path).drawn(1) == pytest.approx(wanted, abs=HALF_A_MILLIMETRE)


def test_the_rulers_numbers_stand_beside_their_ticks(tmp_path: Path) -> None:
    pages = page_of(GIAY_KHEN, tmp_path)
    for number in (110, 150, 260):
        found = pages.find(0, f"{number - 10} {number} {number + 10}")
        assert (found.left + found.right) / 2 == pytest.approx(number * 10, abs=15)


@pytest.mark.parametrize("size", [(2970, 2100), (2100, 1480), (4200, 2970)])
def test_the_instructions_are_wholly_printed_on_every_size_of_sheet(size: tuple[int, int], tmp_path: Path) -> None:
    blank = Blank("Phôi thử", *size, places=(Place("name", 300, 300, 900, 100),))
    pages = page_of(blank, tmp_path)
    letters = pages.letters(0)
    for words in instructions(blank):
        assert "".join(words.split()) in letters
    assert len(pages) == 2


def test_the_instructions_name_the_true_distances() -> None:
    words = " ".join(instructions(GIAY_KHEN))
    assert "297 × 210 mm" in words and "257 mm" in words and "170 mm" in words and "100%" in words


@pytest.mark.parametrize(
    ("offset", "measured", "wanted"),
    [((0, 0), (215, 190), (-15, 10)), ((20, -5), (200, 200), (20, -5)), ((-15, 10), (203, 198), (-18, 12))],
)
def test_the_measured_cross_gives_the_offset(
    offset: tuple[int, int], measured: tuple[int, int], wanted: tuple[int, int]
) -> None:
    found = corrected(GIAY_KHEN.moved(*offset), *measured)
    assert (found.offset_x, found.offset_y) == wanted


def test_a_printer_that_is_off_prints_right_after_one_correction() -> None:
    """A printer that moves everything by 2.4 and -1.7 mm."""
    off = (24, -17)
    fixed = corrected(GIAY_KHEN, FIRST_CROSS + off[0], FIRST_CROSS + off[1])
    assert (fixed.offset_x + off[0], fixed.offset_y + off[1]) == (0, 0)


def test_each_box_says_what_will_stand_in_it(tmp_path: Path) -> None:
    make_calibration(GIAY_KHEN, tmp_path / "canh.docx", stamp=STAMP)
    letters = Pages(tmp_path / "canh.docx").letters(1)
    assert "Thànhtích(30;133)" in letters and "Họtênngườiký(150;184,5)" in letters
    assert word_text(tmp_path / "canh.docx")


def test_a_blank_without_places_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="chưa có vị trí in"):
        make_calibration(Blank("Phôi"), tmp_path / "canh.docx", stamp=STAMP)


@pytest.mark.parametrize(("tenths", "words"), [(297, "29,7"), (2970, "297"), (-15, "-1,5"), (-5, "-0,5"), (0, "0")])
def test_millimetres_are_written_as_a_person_does(tenths: int, words: str) -> None:
    assert mm(tenths) == words
