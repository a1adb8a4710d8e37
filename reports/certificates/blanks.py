"""Pre-printed blanks: the size of the sheet, the printer's offset, and where each line of a certificate goes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

FONT = "Times New Roman"


@dataclass(frozen=True)
class Place:
    """Where one line is printed; lengths in tenths of a millimetre from the sheet's top left corner.

    `item`: a key of `forms.choices.CERTIFICATE_ITEMS`; `size`, `least_size`: half-points; `colour`: "RRGGBB" or
    "" for black; `align`: left, center, right; `fit`: "shrink" keeps one line and makes it smaller, "wrap" goes on
    to the next line and makes all smaller when they do not fit. Upright: `bottom` sets the lines on its lower edge.
    """

    item: str
    x: int
    y: int
    width: int
    height: int
    size: int = 28
    least_size: int = 20
    font: str = FONT
    bold: bool = False
    italic: bool = False
    colour: str = ""
    align: str = "left"
    fit: str = "wrap"


@dataclass(frozen=True)
class Blank:
    """A pre-printed sheet: its name and size, the printer's offset (tenths of a millimetre), its places."""

    name: str
    width: int = 2970
    height: int = 2100
    offset_x: int = 0
    offset_y: int = 0
    places: tuple[Place, ...] = ()

    def moved(self, right: int, down: int) -> "Blank":
        """The same blank for a printer that needs another offset."""
        return replace(self, offset_x=right, offset_y=down)


def blank_of(values: Mapping[str, object]) -> Blank:
    """The blank that a `blank` record keeps, from its values by field key (`places`: its rows)."""
    raise NotImplementedError


GIAY_KHEN = Blank(
    "Giấy khen A4 ngang",
    places=(
        Place("address_form", 350, 1060, 450, 110, size=32, align="right", fit="shrink", italic=True),
        Place("name", 830, 1030, 1790, 150, size=48, least_size=28, bold=True, fit="shrink"),
        Place("as_title", 350, 1190, 2270, 130, size=30, least_size=22, align="center"),
        Place("achievement", 350, 1330, 2270, 220, size=30, least_size=22, align="center"),
        Place("place_and_date", 1560, 1560, 1100, 80, size=26, least_size=20, bold=True, italic=True, align="center", fit="shrink"),
        Place("sign_title", 1560, 1640, 1100, 80, size=28, least_size=22, bold=True, align="center", fit="shrink"),
        Place("decision", 350, 1760, 1100, 70, size=24, least_size=18, bold=True, italic=True, fit="shrink"),
        Place("book_number", 350, 1830, 1100, 70, size=24, least_size=18, bold=True, italic=True, fit="shrink"),
        Place("signer", 1560, 1830, 1100, 80, size=28, least_size=22, bold=True, align="center", fit="shrink"),
    ),
)
"""A usual giấy khen blank; the lines in the order of one provincial software, the places to be calibrated."""
