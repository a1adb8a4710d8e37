"""Texts printed on a blank stand where its record says, within half a millimetre, and nothing else is printed."""

import random
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from forms.choices import ALIGNMENTS, CERTIFICATE_ITEMS, FITS
from reports.certificates.blanks import GIAY_KHEN, LAYOUTS, Blank, Place, blank_of, colour_of, rows_of
from reports.certificates.certificates import Design
from reports.certificates.fitting import fitted
from reports.certificates.making import make_certificates, preview_lines
from tests.reports.certificates.sheets import NASTY, Pages, certificate, without_blanks
from tests.reports.documents import STAMP, faults
from ward.errors import UserError

HALF_A_MILLIMETRE = 5
DESCENT = 443 / 2048  # of Times New Roman and its kin: from the baseline to the lower edge of a line


def printed(blank: Blank, tmp_path: Path, *sheets: Any) -> Path:
    design = Design(blank=blank)
    return make_certificates(design, sheets or (certificate(),), tmp_path / "blank.docx", stamp=STAMP).merged.path


def on_sheet(item: str, text: str, **others: Any) -> tuple[Blank, Any]:
    place = Place(item, 500, 700, 1200, 120, **others)
    return Blank("Phôi thử", places=(place,)), certificate(**{item: text})


def test_a_text_stands_where_its_place_says(tmp_path: Path) -> None:
    ways = [(align, fit) for align in ALIGNMENTS for fit in FITS]
    items = ("as_title", "achievement", "place_and_date", "sign_title", "signer", "award")
    places = tuple(
        Place(item, 500, 200 + 250 * n, 1200, 120, size=32, align=align, fit=fit)
        for n, (item, (align, fit)) in enumerate(zip(items, ways, strict=True))
    )
    texts = {item: f"Hội Phụ nữ {n}{n}H" for n, item in enumerate(items)}
    sheet = certificate(**texts)
    page = Pages(printed(Blank("Phôi thử", places=places), tmp_path, sheet))
    high = 16 * 254 / 72  # of letters of 16 points, in tenths of a millimetre
    for place in places:
        found = page.find(0, texts[place.item])
        edge = {"left": found.left, "right": found.right, "center": (found.left + found.right) / 2}[place.align]
        assert edge == pytest.approx({"left": 500, "right": 1700, "center": 1100}[place.align], abs=HALF_A_MILLIMETRE)
        line = {"shrink": place.y + 120 - DESCENT * high, "wrap": place.y + 0.9 * high}[place.fit]
        assert found.baseline == pytest.approx(line, abs=HALF_A_MILLIMETRE)


def test_the_printers_offset_moves_every_text_by_as_much(tmp_path: Path) -> None:
    unmoved = Pages(printed(GIAY_KHEN, tmp_path))
    for right, down in ((25, -40), (-33, 17), (1, 1)):
        moved = Pages(printed(GIAY_KHEN.moved(right, down), tmp_path))
        for text in ("Nguyễn Thị Minh Phương", "CHỦ TỊCH", "Số sổ vàng: 07", "Bà", "Tổ trưởng"):
            before, after = unmoved.find(0, text), moved.find(0, text)
            assert after.left - before.left == pytest.approx(right, abs=1)
            assert after.baseline - before.baseline == pytest.approx(down, abs=1)


def test_libreoffice_breaks_lines_where_they_were_measured(tmp_path: Path) -> None:
    chance = random.Random(18)
    sentence = "Đã có thành tích xuất sắc trong phong trào thi đua xây dựng phường Gia Thụy văn minh, an toàn"
    words = sentence.split()
    texts = [" ".join(chance.choices(words, k=chance.randint(4, 70))) for _ in range(60)]
    place = Place("achievement", 300, 500, 2370, 200, 30, 20)
    blank = Blank("Phôi thử", places=(place,))
    pages = Pages(printed(blank, tmp_path, *(certificate(achievement=text) for text in texts)))
    outcomes = set()
    for number, text in enumerate(texts):
        stands = fitted(text, place)
        outcomes.add(stands.outcome)
        assert len(pages.lines(number)) <= len(stands.lines)
        assert pages.letters(number) == without_blanks(text)
    assert {"fits", "wrapped", "shrunk"} <= outcomes


def test_each_recipient_has_one_sheet_with_all_letters_at_the_same_places(tmp_path: Path) -> None:
    sheets = [certificate(name) for name in NASTY.values()]
    paper = printed(GIAY_KHEN, tmp_path, *sheets)
    pages = Pages(paper)
    assert len(pages) == len(sheets)
    for number, sheet in enumerate(sheets):
        assert pages.size(number) == (2970, 2100)
        assert without_blanks(str(sheet.name)) in pages.letters(number)
        last = pages.find(number, "Trần Văn Mẫu")
        assert (last.left, last.baseline) == pytest.approx((1900, 1914), abs=300)
        assert last == pages.find(0, "Trần Văn Mẫu")
    assert faults(paper) == []


def test_nothing_is_printed_that_the_blank_has_already(tmp_path: Path) -> None:
    letters = Pages(printed(GIAY_KHEN, tmp_path)).letters(0)
    assert "GIẤYKHEN" not in letters and "CỘNGHÒA" not in letters and "GIATHỤY" not in letters.replace("GiaThụy", "")
    with zipfile.ZipFile(tmp_path / "blank.docx") as archive:
        assert not [name for name in archive.namelist() if "media" in name or "header" in name]


def test_a_sheet_of_another_size_is_printed_in_its_size(tmp_path: Path) -> None:
    small = Blank("Thư khen A5", 2100, 1480, places=(Place("name", 300, 600, 1500, 120, bold=True, fit="shrink"),))
    assert Pages(printed(small, tmp_path)).size(0) == (2100, 1480)
    upright = Blank("Đứng", 2100, 2970, places=small.places)
    assert Pages(printed(upright, tmp_path)).size(0) == (2100, 2970)


def test_a_text_keeps_font_weight_slant_and_colour(tmp_path: Path) -> None:
    blank, sheet = on_sheet("award", "GIẤY KHEN", bold=True, italic=True, colour="C00000", font="Arial", size=41)
    with zipfile.ZipFile(printed(blank, tmp_path, sheet)) as archive:
        xml = archive.read("word/document.xml").decode()
    for look in ('w:ascii="Arial"', "<w:b/>", "<w:i/>", '<w:color w:val="C00000"/>', '<w:sz w:val="41"/>'):
        assert look in xml


def test_every_item_of_a_blank_can_be_printed(tmp_path: Path) -> None:
    places = tuple(Place(item, 300, 150 * n, 2300, 140, size=24) for n, item in enumerate(CERTIFICATE_ITEMS, 1))
    letters = Pages(printed(Blank("Tất cả", places=places), tmp_path)).letters(0)
    for text in (
        "Bà",
        "Nguyễn Thị Minh Phương",
        "GIẤY KHEN",
        "CHỦ TỊCH ỦY BAN",
        "Quyết định số 123",
        "Số sổ vàng: 07",
    ):
        assert without_blanks(text) in letters


def test_an_empty_text_leaves_its_place_empty(tmp_path: Path) -> None:
    paper = printed(GIAY_KHEN, tmp_path, certificate(address_form="", order_number=""))
    assert "vàng" not in Pages(paper).letters(0) and faults(paper) == []


@pytest.mark.parametrize(
    ("blank", "words"),
    [
        (Blank("Phôi trống"), "“Phôi trống” chưa có vị trí in nào"),
        (replace(GIAY_KHEN, width=0), "cỡ giấy 0 × 210 mm"),
        (replace(GIAY_KHEN, places=(Place("name", 2900, 10, 500, 100),)), "cách trái 290 mm, cách trên 1 mm"),
        (replace(GIAY_KHEN, places=(Place("name", 10, 10, 0, 100),)), "chưa có chiều rộng"),
    ],
)
def test_a_blank_that_cannot_be_printed_on_is_refused_in_words(blank: Blank, words: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=words):
        printed(blank, tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_layouts_to_begin_with_can_be_kept_in_a_record_and_come_back() -> None:
    for blank in LAYOUTS:
        values = {name: getattr(blank, name) for name in ("name", "width", "height", "offset_x", "offset_y")}
        again = blank_of(values, rows_of(blank))
        assert again == blank
        assert all(isinstance(value, (int, str)) for row in rows_of(blank) for value in row.values())
        assert {place.item for place in blank.places} <= set(CERTIFICATE_ITEMS)


def test_a_record_with_gaps_gets_usual_values() -> None:
    blank = blank_of({"name": "Phôi mới", "width": None}, [{"item": "name", "x": 100, "y": 100, "colour": "đỏ"}])
    assert (blank.width, blank.height, blank.offset_x) == (2970, 2100, 0)
    assert blank.places[0] == Place("name", 100, 100, 0, 0, colour="C00000")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("#c00000", "C00000"), ("C00000", "C00000"), (" Đỏ ", "C00000"), ("đen", ""), ("", ""), ("tím than", "")],
)
def test_a_colour_may_be_typed_in_words(typed: str, meant: str) -> None:
    assert colour_of(typed) == meant


def test_the_preview_stands_where_the_printer_prints(tmp_path: Path) -> None:
    blank = GIAY_KHEN.moved(20, 30)
    pages = Pages(printed(blank, tmp_path))
    for line in preview_lines(Design(blank=blank), certificate()):
        found = pages.find(0, line.lines[0])
        assert line.y < found.baseline < line.y + line.height
        assert line.x - HALF_A_MILLIMETRE < found.left < found.right < line.x + line.width + HALF_A_MILLIMETRE
