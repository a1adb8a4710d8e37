"""The calibration page of a blank: rulers and crosses to measure where a printer prints, and the places as boxes."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from forms.choices import CERTIFICATE_ITEMS
from reports.certificates.blanks import Blank, Place
from reports.certificates.fitting import fitted, height_of
from reports.certificates.overprint import mm, places_on, refuse_odd
from reports.certificates.sheet_package import THIN, line_drawing, sheet_parts, text_box
from reports.office_files.package_parts import stamped
from reports.office_files.packages import write_whole, zipped
from reports.office_files.xml_text import escape
from reports.prints import PrintStamp

FIRST_CROSS = 200
"""How far the first cross is from the left and the upper edge: 20 mm."""
_RULER, _ARM = 100, 50
_TICKS = ((100, 40), (50, 28), (10, 15))  # every centimetre, half centimetre, millimetre: how long its tick is
_THIN_LINE = "3175"  # a quarter of a point, in EMU


def make_calibration(blank: Blank, target: Path, *, stamp: PrintStamp) -> Path:
    """Writes the page for a blank's size and offset: sheet 1 to measure, sheet 2 to lay over the blank.

    Raises UserError as `overprint.template_of`, and for a target that cannot be written.
    """
    refuse_odd(blank)
    numbers = count(1)
    first = f"<w:p><w:pPr>{THIN}</w:pPr>{''.join(_measures(blank, numbers))}</w:p>"
    second = f"<w:p><w:pPr><w:pageBreakBefore/>{THIN}</w:pPr>{''.join(_boxes(blank, numbers))}</w:p>"
    parts = sheet_parts(first + second, blank.width, blank.height)
    write_whole(target, zipped(stamped(parts, stamp)))
    return target


def corrected(blank: Blank, from_left: int, from_top: int) -> Blank:
    """The blank with the offset that puts the first cross in its place.

    `from_left`, `from_top`: how far from the edges it stands with the present offset, in tenths of a millimetre.
    """
    return blank.moved(blank.offset_x + FIRST_CROSS - from_left, blank.offset_y + FIRST_CROSS - from_top)


def _measures(blank: Blank, numbers: Iterator[int]) -> Iterator[str]:
    right, low = blank.width - FIRST_CROSS, blank.height - FIRST_CROSS
    crosses = [(x, y) for y in (FIRST_CROSS, low) for x in (FIRST_CROSS, right)]
    steps = "".join([*_rulers(blank), *(_cross(x, y) for x, y in crosses)])
    sheet = Place("", blank.offset_x, blank.offset_y, blank.width, blank.height)
    yield line_drawing(next(numbers), sheet, steps, _THIN_LINE, "Thước và dấu cộng")
    for x, y in crosses:
        label = Place("", x + 15, y + 12, 400, 45, size=16)
        yield _text(next(numbers), blank, label, f"{mm(x)} ; {mm(y)}", "Tọa độ")
    for at in range(300, blank.width - FIRST_CROSS, 100):
        yield _text(next(numbers), blank, Place("", at - 50, 142, 100, 35, size=12, align="center"), mm(at), "Số")
    for at in range(300, blank.height - FIRST_CROSS, 100):
        yield _text(next(numbers), blank, Place("", 145, at - 15, 80, 35, size=12), mm(at), "Số")
    down = 290
    for step, words in enumerate(instructions(blank)):
        place = Place("", 350, down, blank.width - 700, blank.height, size=23, bold=not step)
        high = height_of(len(fitted(words, place).lines) + 1, place, place.size)
        yield _text(next(numbers), blank, replace(place, height=high), words, "Hướng dẫn")
        down += high


def instructions(blank: Blank) -> tuple[str, ...]:
    """What the calibration page tells the clerk to do, step by step."""
    across, down = blank.width - 2 * FIRST_CROSS, blank.height - 2 * FIRST_CROSS
    return (
        f"TRANG CANH MÁY IN – {blank.name}: giấy {mm(blank.width)} × {mm(blank.height)} mm; "
        f"đang dịch sang phải {mm(blank.offset_x)} mm, dịch xuống {mm(blank.offset_y)} mm",
        "1. In trang này lên giấy trắng cùng cỡ, cùng chiều nạp với phôi, tỷ lệ 100% (Actual size), "
        "không chọn “Fit to page”.",
        f"2. Đo giữa hai dấu cộng trên cùng: phải đúng {mm(across)} mm; giữa hai dấu cộng bên trái: {mm(down)} mm. "
        "Nếu khác, máy in đang co giãn trang: hãy sửa tỷ lệ in rồi in lại.",
        "3. Đo từ mép trái tờ giấy đến vạch đứng, và từ mép trên đến vạch ngang của dấu cộng thứ nhất "
        "(góc trên, bên trái). Cả hai phải đúng 20 mm.",
        "4. Nếu khác, nhập hai số đo được vào chỗ canh máy in của phôi, hoặc tự sửa ô “Dịch sang phải”, "
        "“Dịch xuống”: đo được 21,5 mm thì bớt đi 15 (đơn vị 1/10 mm), đo được 19 mm thì thêm 10.",
        "5. In lại trang này đến khi đúng. Sau đó soi tờ thứ hai chồng lên phôi trước ánh sáng để xem "
        "từng khung chữ có đúng chỗ không.",
    )


def _boxes(blank: Blank, numbers: Iterator[int]) -> Iterator[str]:
    for place in places_on(blank):
        outline = _path(((0, 0), (place.width, 0), (place.width, place.height), (0, place.height), (0, 0)))
        yield line_drawing(next(numbers), place, outline, _THIN_LINE, "Khung chữ")
        words = f"{CERTIFICATE_ITEMS.get(place.item, place.item)} ({mm(place.x)} ; {mm(place.y)})"
        label = replace(place, size=16, bold=False, italic=True, align="left", fit="wrap")
        yield text_box(next(numbers), label, escape(words), "Tên khung")


def _text(number: int, blank: Blank, place: Place, words: str, name: str) -> str:
    moved = replace(place, x=place.x + blank.offset_x, y=place.y + blank.offset_y)
    return text_box(number, moved, escape(words), name)


def _rulers(blank: Blank) -> Iterator[str]:
    yield _path(((_RULER, _RULER), (blank.width - _RULER, _RULER)))
    yield _path(((_RULER, _RULER), (_RULER, blank.height - _RULER)))
    for at in range(_RULER, blank.width - _RULER + 1, 10):
        yield _path(((at, _RULER), (at, _RULER + _tick(at))))
    for at in range(_RULER, blank.height - _RULER + 1, 10):
        yield _path(((_RULER, at), (_RULER + _tick(at), at)))


def _tick(at: int) -> int:
    return next(length for every, length in _TICKS if at % every == 0)


def _cross(x: int, y: int) -> str:
    return _path(((x - _ARM, y), (x + _ARM, y))) + _path(((x, y - _ARM), (x, y + _ARM)))


def _path(points: tuple[tuple[int, int], ...]) -> str:
    """A line through these points as steps of a DrawingML path."""
    steps = (f'<a:{"lnTo" if at else "moveTo"}><a:pt x="{x}" y="{y}"/></a:{"lnTo" if at else "moveTo"}>'
             for at, (x, y) in enumerate(points))  # fmt: skip
    return "".join(steps)
