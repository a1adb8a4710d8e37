"""Pre-printed blanks: the size of the sheet, the printer's offset, and where each line of a certificate goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

FONT = "Times New Roman"


@dataclass(frozen=True)
class Place:
    """Where one line is printed; lengths in tenths of a millimetre from the sheet's top left corner.

    `item`: a key of `forms.choices.CERTIFICATE_ITEMS`; `size`, `least_size`: half-points; `colour`: "RRGGBB" or
    "" for black; `align`: left, center, right; `fit`: "shrink" keeps one line and makes it smaller, "wrap" goes on
    to the next line and makes all smaller when they do not fit. A line that shrinks stands on the lower edge of its
    place, where blanks have their dotted line; lines that wrap begin at its top.
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
    stands: str = ""

    @property
    def upright(self) -> str:
        """Where the lines stand in the place's height: top, center, bottom; on a blank `fit` says it."""
        return self.stands or ("bottom" if self.fit == "shrink" else "top")


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


def blank_of(values: Mapping[str, object], rows: Sequence[Mapping[str, object]]) -> Blank:
    """The blank that a `blank` record keeps: its values by field key, and those of its rows `places`.

    What is not filled in counts as our usual blank has it.
    """
    sizes = {name: _whole(values.get(name)) for name in ("width", "height")}
    return Blank(
        str(values.get("name") or GIAY_KHEN.name),
        sizes["width"] or GIAY_KHEN.width,
        sizes["height"] or GIAY_KHEN.height,
        _whole(values.get("offset_x")),
        _whole(values.get("offset_y")),
        tuple(_place(row) for row in rows),
    )


def rows_of(blank: Blank) -> tuple[dict[str, object], ...]:
    """The places of a blank as the rows `places` of a record: to begin a new blank with."""
    kept = [one.name for one in fields(Place) if one.name != "stands"]
    return tuple({name: getattr(place, name) for name in kept} for place in blank.places)


def scaled(blank: Blank, name: str, width: int, height: int) -> Blank:
    """The same layout on a sheet of another size, letters and all."""
    places = tuple(
        replace(
            one,
            x=one.x * width // blank.width,
            y=one.y * height // blank.height,
            width=one.width * width // blank.width,
            height=one.height * height // blank.height,
            size=one.size * height // blank.height,
            least_size=one.least_size * height // blank.height,
        )
        for one in blank.places
    )
    return Blank(name, width, height, places=places)


def _place(row: Mapping[str, object]) -> Place:
    size = _whole(row.get("size")) or 28
    return Place(
        str(row.get("item") or ""),
        _whole(row.get("x")),
        _whole(row.get("y")),
        _whole(row.get("width")),
        _whole(row.get("height")),
        size=size,
        least_size=_whole(row.get("least_size")) or min(20, size),
        font=str(row.get("font") or FONT),
        bold=bool(row.get("bold")),
        italic=bool(row.get("italic")),
        colour=colour_of(str(row.get("colour") or "")),
        align=str(row.get("align") or "left"),
        fit=str(row.get("fit") or "wrap"),
    )


def colour_of(typed: str) -> str:
    """A colour as "RRGGBB" from what was typed (“đỏ”, “#c00000”); "" (black) for anything else."""
    bare = typed.strip().removeprefix("#").casefold()
    if bare in COLOURS:
        return COLOURS[bare]
    return bare.upper() if len(bare) == 6 and all(one in "0123456789abcdef" for one in bare) else ""


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


COLOURS = {"đỏ": "C00000", "đen": "", "vàng": "BF8F00", "xanh": "1F3864"}
GIAY_KHEN = Blank(
    "Giấy khen A4 ngang",
    places=(
        Place("address_form", 300, 1060, 420, 110, 32, 24, italic=True, align="right", fit="shrink"),
        Place("name", 760, 1030, 1910, 140, 48, 28, bold=True, fit="shrink"),
        Place("as_title", 300, 1190, 2370, 130, 30, 20, align="center"),
        Place("achievement", 300, 1330, 2370, 200, 30, 20, align="center"),
        Place("place_and_date", 1500, 1540, 1170, 80, 28, 20, bold=True, italic=True, align="center", fit="shrink"),
        Place("sign_title", 1500, 1625, 1170, 120, 28, 22, bold=True, align="center"),
        Place("decision", 300, 1770, 1150, 70, 25, 18, bold=True, italic=True, fit="shrink"),
        Place("book_number", 300, 1845, 1150, 70, 25, 18, bold=True, italic=True, fit="shrink"),
        Place("signer", 1500, 1845, 1170, 80, 28, 22, bold=True, align="center", fit="shrink"),
    ),
)
"""A usual giấy khen blank: the lines in the order of one provincial software, the places to be set by calibration."""
LAYOUTS = (GIAY_KHEN, scaled(GIAY_KHEN, "Giấy khen A3 ngang", 4200, 2970))
"""Layouts to begin a blank with."""
