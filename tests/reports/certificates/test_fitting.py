"""A text gets smaller or goes on to more lines until all of it stands in its place, and says what was done."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.certificates.blanks import Place
from reports.certificates.fitting import FLOOR, fitted, height_of
from reports.certificates.measuring import face_of
from ward.text import nfc

LINE = Place("name", 0, 0, 1500, 140, size=48, least_size=28, bold=True, fit="shrink")
BLOCK = Place("achievement", 0, 0, 1500, 200, size=30, least_size=22)
WORDS = st.text(st.sampled_from("aBcMĐđỄưwi.-<&{ \n"), max_size=250)


def width(text: str, place: Place, size: int) -> float:
    """How wide a line is on paper, in tenths of a millimetre."""
    face = face_of(place.font, place.bold, place.italic)
    return face.width(text) * size * 254 / (2 * 72 * face.units)


def test_a_short_name_stands_as_it_should() -> None:
    found = fitted("Nguyễn Thị Mai", LINE)
    assert (found.size, found.lines, found.outcome) == (48, ("Nguyễn Thị Mai",), "fits")


def test_a_longer_name_stays_on_its_line_and_gets_smaller() -> None:
    found = fitted("Công tằng Tôn nữ Nguyễn Thị Ngọc Phương Mai Anh", LINE)
    assert len(found.lines) == 1 and LINE.least_size <= found.size < LINE.size and found.outcome == "shrunk"


def test_a_name_that_is_too_long_at_its_least_size_goes_on_to_another_line() -> None:
    found = fitted("Chi hội Phụ nữ Tổ dân phố số 16 và Chi hội Cựu chiến binh Tổ dân phố số 18", LINE)
    assert (found.size, len(found.lines), found.outcome) == (LINE.least_size, 2, "wrapped")


def test_an_achievement_goes_on_to_another_line_before_it_gets_smaller() -> None:
    two = fitted("Đã có thành tích xuất sắc trong phong trào xây dựng phường văn minh đô thị, giữ gìn trật tự", BLOCK)
    assert (two.size, len(two.lines), two.outcome) == (BLOCK.size, 2, "wrapped")
    four = fitted("Đã có thành tích xuất sắc trong phong trào thi đua yêu nước của phường " * 4, BLOCK)
    assert four.size < BLOCK.size and four.outcome == "shrunk"


def test_a_word_longer_than_the_line_is_split_only_at_the_least_size_and_told() -> None:
    assert fitted("Đ" * 40, LINE).outcome == "shrunk"
    assert fitted("Đ" * 80, LINE).outcome in ("split", "too_small")
    narrow = replace(BLOCK, width=300)
    assert fitted("W" * 14, narrow).outcome == "split"


def test_below_the_least_size_it_goes_on_getting_smaller_rather_than_lose_a_letter() -> None:
    text = "Công ty Cổ phần Đầu tư Thương mại và Dịch vụ " * 7
    found = fitted(text, LINE)
    assert found.outcome == "too_small" and FLOOR <= found.size < LINE.least_size
    assert " ".join(found.lines) == text.strip()
    assert height_of(len(found.lines), LINE, found.size) <= LINE.height


def test_what_even_the_smallest_letters_do_not_hold_is_told() -> None:
    assert fitted("thành tích " * 600, LINE).outcome == "overflow"


def test_typed_lines_stay_apart() -> None:
    found = fitted("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", BLOCK)
    assert found.lines == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") and found.outcome == "fits"


def test_loose_diacritics_are_as_wide_as_composed_letters() -> None:
    import unicodedata

    text = "Nguyễn Thị Ngưỡng Hường Phượng Tuyết Ánh Nguyệt Quế"
    assert fitted(unicodedata.normalize("NFD", text), LINE) == fitted(text, LINE)


@given(WORDS, st.sampled_from([LINE, BLOCK, replace(LINE, width=200), replace(BLOCK, width=120, height=60)]))
@settings(max_examples=200, deadline=None)
def test_no_letter_is_lost_and_each_line_stands_in_the_width(text: str, place: Place) -> None:
    found = fitted(text, place)
    assert "".join("".join(found.lines).split()) == "".join(nfc(text, keep_blanks=True).split())
    assert all(width(line, place, found.size) <= place.width for line in found.lines if len(line) > 1)
    assert FLOOR <= found.size <= place.size
    if found.outcome in ("fits", "shrunk", "wrapped", "split"):
        assert found.size >= place.least_size
    if found.outcome != "overflow" and len(found.lines) > 1:
        assert height_of(len(found.lines), place, found.size) <= place.height


@pytest.mark.parametrize("fit", ["shrink", "wrap"])
def test_a_wider_place_never_makes_a_text_smaller(fit: str) -> None:
    text = "Ban Công tác Mặt trận Tổ dân phố số 18, phường Gia Thụy, thành phố Hà Nội"
    sizes = [fitted(text, replace(LINE, width=width, fit=fit)).size for width in range(300, 2400, 100)]
    assert sizes == sorted(sizes)
