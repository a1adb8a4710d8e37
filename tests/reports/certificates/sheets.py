"""Certificates for tests, and their printed pages as LibreOffice sees them: texts with places in tenths of a mm."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from reports.certificates.certificates import Certificate
from reports.pdf.converter import find_converter
from reports.prints import Printed

AWARD = "0190a1b2c3d4e5f60718293a4b5c6d7e"
LONG = " ".join(["Công ty Cổ phần Đầu tư Thương mại và Dịch vụ Nguyễn Ngưỡng"] * 6)[:300].strip()
NASTY = {
    "300 letters": LONG,
    "loose diacritics": unicodedata.normalize("NFD", "Nguyễn Thị Ngọc Ánh Tuyết Hường"),
    "signs of XML and of tags": "Cơ sở <A> & \"B\" 'C' {D} {{ d }} {% e %} {# g #}",
    "one word of 80 letters": "Đ" * 80,
    "300 letters without a space": "x" * 300,
    "one letter": "Y",
}
_TENTHS_TO_THE_POINT = 254 / 72


def certificate(name: str = "Nguyễn Thị Minh Phương", **others: Any) -> Certificate:
    """A usual giấy khen, its name and achievement from records."""
    lines: dict[str, Any] = {
        "name": Printed(name, record=AWARD, field="recipients[0].words", what="award"),
        "address_form": "Bà",
        "as_title": "Tổ trưởng Tổ dân phố số 16, phường Gia Thụy",
        "achievement": Printed(
            "Đã có thành tích xuất sắc trong phong trào “Toàn dân bảo vệ an ninh Tổ quốc” năm 2025",
            record=AWARD,
            field="reason",
        ),
        "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG GIA THỤY",
        "award": "GIẤY KHEN",
        "decision_number": "123/QĐ-UBND",
        "decision_day": "05 tháng 12 năm 2025",
        "order_number": "07",
        "place_and_date": "Gia Thụy, ngày 05 tháng 12 năm 2025",
        "sign_title": "CHỦ TỊCH",
        "signer": "Trần Văn Mẫu",
        "uid": AWARD,
    }
    return Certificate(**{**lines, **others})


@dataclass(frozen=True)
class Word:
    """A text on a page: where its first letter begins and its last ends, and its baseline, in tenths of a mm."""

    text: str
    left: float
    right: float
    baseline: float


class Pages:
    """The pages of a .docx as LibreOffice prints them."""

    def __init__(self, paper: Path) -> None:
        office = find_converter()
        assert office is not None
        (made,) = office.convert([paper])
        self.file = pdfium.PdfDocument(made.path)

    def __len__(self) -> int:
        return len(self.file)

    def letters(self, page: int) -> str:
        """All that is printed on a page but for blanks, composed."""
        text = self.file[page].get_textpage().get_text_bounded()
        return "".join(unicodedata.normalize("NFC", text).split())

    def size(self, page: int) -> tuple[int, int]:
        """Width and height of a page, in tenths of a millimetre."""
        wide, high = self.file[page].get_size()
        return round(wide * _TENTHS_TO_THE_POINT), round(high * _TENTHS_TO_THE_POINT)

    def find(self, page: int, text: str) -> Word:
        """Where a text stands; its first letter must be one that stands on the baseline."""
        sheet = self.file[page]
        found = sheet.get_textpage()
        whole = found.get_text_range()
        at = whole.index(text)
        left, bottom, _, _ = found.get_charbox(at)
        _, _, right, _ = found.get_charbox(at + len(text) - 1)
        down = sheet.get_height() - bottom
        return Word(text, *(value * _TENTHS_TO_THE_POINT for value in (left, right, down)))

    def lines(self, page: int) -> list[str]:
        """The lines of text on a page, as they are broken."""
        return [line for line in self.file[page].get_textpage().get_text_bounded().splitlines() if line.strip()]

    def drawn(self, page: int) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all lines that are drawn on a page, in tenths of a millimetre."""
        sheet = self.file[page]
        boxes = [one.get_bounds() for one in sheet.get_objects() if one.type == pdfium.raw.FPDF_PAGEOBJ_PATH]
        high = sheet.get_height()
        edges = (
            min(box[0] for box in boxes),
            high - max(box[3] for box in boxes),
            max(box[2] for box in boxes),
            high - min(box[1] for box in boxes),
        )
        left, top, right, bottom = (edge * _TENTHS_TO_THE_POINT for edge in edges)
        return left, top, right, bottom


def without_blanks(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())
