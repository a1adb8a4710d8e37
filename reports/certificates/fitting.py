"""The size and the lines of a text in its place: smaller or on more lines until all of it stands there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reports.certificates.blanks import Place
from reports.certificates.measuring import Face, face_of
from ward.text import nfc

Outcome = Literal["fits", "shrunk", "wrapped", "split", "too_small", "overflow"]
FLOOR = 10
"""Half-points: nothing is printed smaller than 5 points."""
_POINTS_PER_INCH, _TENTHS_PER_INCH = 72, 254
_SPARE = 98  # of a hundred: programs differ a little in where they break a line


@dataclass(frozen=True)
class Fitted:
    """A text as it will stand: its size in half-points, its lines, and what had to be done."""

    size: int
    lines: tuple[str, ...]
    outcome: Outcome


@lru_cache(maxsize=4096)
def fitted(text: str, place: Place) -> Fitted:
    """How a text stands in a place.

    One that is kept on one line gets smaller down to the least size, then goes on to more lines; one that may
    wrap gets smaller until its lines fit in the height. Below the least size it still gets smaller, so that
    nothing is cut, and says so ("too_small"); "overflow" is what even 5 points do not hold.
    """
    face, text = face_of(place.font, place.bold, place.italic), nfc(text, keep_blanks=True)
    least = min(place.least_size, place.size)
    for size in range(place.size, least - 1, -1):
        lines, split = _lines(text, face, _room(place.width, size, face))
        if not split and _fits(len(lines), place, size, face) and (place.fit == "wrap" or _as_typed(lines, text)):
            return Fitted(size, lines, _outcome(place, size, lines, text))
    for size in range(least, min(FLOOR, least) - 1, -1):
        lines, split = _lines(text, face, _room(place.width, size, face))
        if _fits(len(lines), place, size, face):
            kept: Outcome = "split" if split else "wrapped"
            return Fitted(size, lines, kept if size == least else "too_small")
    size = min(FLOOR, least)
    return Fitted(size, _lines(text, face, _room(place.width, size, face))[0], "overflow")


def _outcome(place: Place, size: int, lines: tuple[str, ...], text: str) -> Outcome:
    if size < place.size:
        return "shrunk"
    return "fits" if _as_typed(lines, text) else "wrapped"


def _as_typed(lines: tuple[str, ...], text: str) -> bool:
    """Whether there are only the lines that were typed."""
    return len(lines) == text.count("\n") + 1


def _fits(lines: int, place: Place, size: int, face: Face) -> bool:
    """Whether so many lines stand in the height; a single line may stand out by its descenders."""
    return lines <= 1 or _height(lines, size, face) <= place.height


def height_of(lines: int, place: Place, size: int) -> int:
    """How high so many lines are at a size in the place's font, in tenths of a millimetre, rounded up."""
    return _height(lines, size, face_of(place.font, place.bold, place.italic))


def _height(lines: int, size: int, face: Face) -> int:
    return -(-lines * size * face.line * _TENTHS_PER_INCH // (2 * _POINTS_PER_INCH * face.units))


def _room(tenths: int, size: int, face: Face) -> int:
    """How many units of the font a length holds at a size."""
    return tenths * 2 * _POINTS_PER_INCH * face.units * _SPARE // (_TENTHS_PER_INCH * size * 100)


def _lines(text: str, face: Face, room: int) -> tuple[tuple[str, ...], bool]:
    """The text on lines no wider than the room, and whether a word had to be split."""
    lines: list[str] = []
    split = False
    for typed in text.split("\n"):
        found = list(_wrapped(typed, face, room))
        split = split or any(cut for _, cut in found)
        lines += [line for line, _ in found]
    return tuple(lines), split


def _wrapped(typed: str, face: Face, room: int) -> Iterator[tuple[str, bool]]:
    """The lines that a typed line falls into at its spaces, each with whether it ends within a word."""
    line = ""
    for word in typed.split(" "):
        longer = f"{line} {word}" if line else word
        if face.width(longer) <= room:
            line = longer
            continue
        if line:
            yield line, False
        line = word
        while len(line) > 1 and face.width(line) > room:
            count = _letters_in(line, face, room)
            yield line[:count], True
            line = line[count:]
    yield line, False


def _letters_in(word: str, face: Face, room: int) -> int:
    used = 0
    for count, character in enumerate(word):
        used += face.width(character)
        if used > room:
            return max(1, count)
    return len(word)
