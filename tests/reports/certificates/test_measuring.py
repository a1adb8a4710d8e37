"""Text is measured by the font file itself; a font that is not there is replaced, and that is told."""

import unicodedata
from pathlib import Path

import pytest
from docx.document import Document
from docx.shared import Pt

from reports.certificates import font_files
from reports.certificates.font_files import find_font
from reports.certificates.measuring import face_of
from tests.reports.certificates.sheets import Pages
from tests.reports.documents import word


def test_times_new_roman_is_measured_by_a_font_of_the_same_widths() -> None:
    face = face_of("Times New Roman")
    assert face.family.casefold() in ("times new roman", "liberation serif", "tinos")
    assert face.exact and face.warning == ""


def test_bold_and_italic_have_widths_of_their_own() -> None:
    upright, bold, italic = (
        face_of("Times New Roman", *style) for style in ((False, False), (True, False), (False, True))
    )
    assert len({face.width("Kỷ niệm chương, xã Vĩnh Tuy, Bw") for face in (upright, bold, italic)}) == 3


def test_every_letter_of_vietnamese_has_its_own_width() -> None:
    marks = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    letters = {unicodedata.normalize("NFC", one + mark) for one in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for mark in marks}
    face = face_of("Times New Roman", True)
    assert len(letters) == 144 and {ord(one) for one in letters | {"đ", "Đ"}} <= set(face.advances)


def test_a_character_that_the_font_lacks_counts_as_a_wide_one() -> None:
    face = face_of("Times New Roman")
    assert face.width("\U0010ffff") == face.units


def test_the_measured_width_is_that_which_libreoffice_prints(tmp_path: Path) -> None:
    text = "Hưởng ứng phong trào thi đua yêu nước, xây dựng phường văn minh Đ"

    def in_times(document: Document) -> None:
        run = document.add_paragraph().add_run(text)
        run.font.name, run.font.size = "Times New Roman", Pt(12)

    (tmp_path / "line.docx").write_bytes(word(build=in_times))
    found = Pages(tmp_path / "line.docx").find(0, text)
    face = face_of("Times New Roman")
    measured = face.width(text) * 12 / face.units * 254 / 72
    assert found.right - found.left == pytest.approx(measured, rel=0.01)


def test_a_font_that_is_not_there_is_replaced_and_told() -> None:
    face = face_of("UVN Bay Buom")
    assert face.family and not face.exact
    assert "không có phông “UVN Bay Buom”" in face.warning and face.family in face.warning


def test_a_machine_without_fonts_still_measures_and_says_that_it_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font_files, "_folders", lambda: iter(()))
    for cached in (font_files._all_files, font_files._known_files, font_files._by_its_name, face_of):
        cached.cache_clear()
    face = face_of("Times New Roman")
    assert find_font("Arial", False, False) is None
    assert face.width("Mai Động") == 8 * face.widest and "ước lượng" in face.warning
    for cached in (font_files._all_files, font_files._known_files, font_files._by_its_name, face_of):
        cached.cache_clear()
