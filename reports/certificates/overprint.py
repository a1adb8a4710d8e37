"""The template of a pre-printed blank: only what the sheet lacks, each text in a box at its place."""

from dataclasses import replace
from functools import lru_cache

from reports.certificates.blanks import Blank, Place
from reports.certificates.sheet_package import THIN, sheet_parts, text_box
from reports.office_files.packages import zipped
from ward.errors import UserError

SMALLEST_SHEET, LARGEST_SHEET = 700, 6000  # 7 to 60 cm; Word ends at 55.87 cm and draws more in a box of its own


def template_of(blank: Blank) -> bytes:
    """A Word template that prints on the blank, its places moved by the printer's offset.

    Raises UserError for a blank without places, of an odd size, or with a place that leaves the sheet.
    """
    refuse_odd(blank)
    return _template(blank)


@lru_cache(maxsize=16)
def _template(blank: Blank) -> bytes:
    boxes = (
        text_box(number, moved, f"{{{{ {moved.item} }}}}", moved.item)
        for number, moved in enumerate(places_on(blank), 1)
    )
    body = f"<w:p><w:pPr>{THIN}</w:pPr>{''.join(boxes)}</w:p>"
    return zipped(sheet_parts(body, blank.width, blank.height))


def places_on(blank: Blank) -> tuple[Place, ...]:
    """The places as the printer needs them: moved by its offset."""
    return tuple(replace(one, x=one.x + blank.offset_x, y=one.y + blank.offset_y) for one in blank.places)


def refuse_odd(blank: Blank) -> None:
    """Raises UserError, naming the blank and the place, for a blank that cannot be printed on."""
    if not blank.places:
        raise UserError(
            f"Phôi “{blank.name}” chưa có vị trí in nào. Hãy mở bản ghi phôi, thêm vị trí in hoặc lấy vị trí mẫu."
        )
    if not all(SMALLEST_SHEET <= side <= LARGEST_SHEET for side in (blank.width, blank.height)):
        raise UserError(
            f"Phôi “{blank.name}” ghi cỡ giấy {mm(blank.width)} × {mm(blank.height)} mm. "
            "Hãy nhập đúng chiều rộng, chiều cao của tờ phôi (đơn vị 1/10 mm)."
        )
    for one in blank.places:
        if one.width <= 0 or one.height <= 0 or one.size <= 0:
            raise UserError(
                f"Phôi “{blank.name}”: một vị trí in chưa có chiều rộng, chiều cao hoặc cỡ chữ. Hãy nhập đủ."
            )
        if one.x < 0 or one.y < 0 or one.x + one.width > blank.width or one.y + one.height > blank.height:
            raise UserError(
                f"Phôi “{blank.name}”: vị trí in cách trái {mm(one.x)} mm, cách trên {mm(one.y)} mm "
                "ra ngoài tờ phôi. Hãy sửa lại vị trí hoặc cỡ của nó."
            )


def mm(tenths: int) -> str:
    """Tenths of a millimetre as a person writes millimetres: "29,7"."""
    whole, rest = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole}{f',{rest}' if rest else ''}"
