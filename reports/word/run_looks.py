"""The look of a run changed for its text or a piece of it: bold, italic, underlined, marked in yellow, its size."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reports.prints import Sentence

# The properties of a run in the order that Word wants them in
_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position",
    "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)  # fmt: skip
_LOOKS = {
    "b": ("b", "<w:b/>"),
    "i": ("i", "<w:i/>"),
    "u": ("u", '<w:u w:val="single"/>'),
    "y": ("highlight", '<w:highlight w:val="yellow"/>'),
}
_NO_PROPERTIES, _END = "<w:rPr></w:rPr>", "</w:rPr>"


@dataclass(frozen=True)
class Styled:
    """A text of pieces with looks of their own: each with its letters b, i, u (bold, italic, underlined).

    Printed by {{ x }} or {{r x }}; what comes from records in it is traced as in any text.
    """

    pieces: tuple[tuple["str | Sentence", str], ...] = ()

    def __str__(self) -> str:
        return "".join(str(piece) for piece, _ in self.pieces)


@dataclass(frozen=True)
class Sized(Sentence):
    """A text that is printed in a size of its own (half-points), since it was measured and found too long."""

    half_points: int = 0


@lru_cache(maxsize=512)
def sized(properties: str, half_points: int) -> str:
    """The properties of a run (its w:rPr, or nothing) with this size."""
    for name in ("sz", "szCs"):
        properties = _with(properties, name, f'<w:{name} w:val="{half_points}"/>')
    return properties


@lru_cache(maxsize=512)
def look(properties: str, letters: str) -> str:
    """The properties of a run (its w:rPr, or nothing) with the looks of these letters; y is yellow."""
    for letter in letters:
        name, xml = _LOOKS[letter]
        properties = _with(properties, name, xml)
    return properties


def _with(properties: str, name: str, xml: str) -> str:
    """The properties with this one, in its place among them."""
    bare = re.sub(rf"<w:{name}(?: [^>]*)?/>", "", properties) if properties.endswith(_END) else _NO_PROPERTIES
    later = "|".join(_ORDER[_ORDER.index(name) + 1 :])
    after = re.search(rf"<(?:w:(?:{later})|w14:\w+)[ />]", bare)
    at = after.start() if after else len(bare) - len(_END)
    return bare[:at] + xml + bare[at:]
