"""How wide a text is in a font, in whole units of the font file: exact, without a window."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reports.certificates.font_files import FontFile, find_font

_GUESSED_UNITS = 1000
_GUESSED_WIDTH, _GUESSED_LINE = 720, 1250  # of a font that cannot be read: wider than nearly every letter


@dataclass(frozen=True)
class Face:
    """A font in one style as it measures: units to the em, the advance of each character, the height of a line.

    `family` is what was measured, "" when there is no font at all; `exact`: its widths are those asked for.
    """

    asked: str
    family: str
    exact: bool
    units: int
    line: int
    advances: Mapping[int, int]
    widest: int

    def width(self, text: str) -> int:
        """The width of a line of text, in units; a character that the font lacks counts as a wide one."""
        return sum(self.advances.get(ord(character), self.widest) for character in text)

    @property
    def warning(self) -> str:
        """What the office should know of a font that was guessed; "" for a true one."""
        if self.exact:
            return ""
        measured = f"được đo bằng phông “{self.family}”" if self.family else "chỉ được ước lượng"
        return (
            f"Máy này không có phông “{self.asked}” nên độ rộng của chữ {measured}. "
            "Hãy in thử một tờ và xem kỹ những chỗ gần vừa."
        )


@lru_cache(maxsize=64)
def face_of(font: str, bold: bool = False, italic: bool = False) -> Face:
    """The font to measure with; one with the same widths, or the nearest, where it is not on this machine."""
    file = find_font(font, bold, italic)
    if file is None:
        return Face(font, "", False, _GUESSED_UNITS, _GUESSED_LINE, {}, _GUESSED_WIDTH)
    return _read(font, file)


def _read(font: str, file: FontFile) -> Face:
    from fontTools.ttLib import TTFont  # late: nothing else needs it

    with TTFont(file.path, lazy=True) as opened:
        widths, across = opened["hmtx"], opened["hhea"]
        windows = opened["OS/2"]
        advances = {code: widths[glyph][0] for code, glyph in opened.getBestCmap().items()}
        line = max(across.ascent - across.descent + across.lineGap, windows.usWinAscent + windows.usWinDescent)
        units = opened["head"].unitsPerEm
    return Face(font, file.family, file.same_widths, units, line, advances, units)
