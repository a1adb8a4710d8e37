"""Where the font files of this machine lie, and which stands in for one that is not there."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_SERIF, _SANS = ("times new roman", "liberation serif", "tinos"), ("arial", "liberation sans", "arimo")
_LIKE = {name: family for family in (_SERIF, _SANS) for name in family}
"""Families whose letters have the same widths: any of them measures for any other."""
_STYLES = ("regular", "bold", "italic", "bolditalic")
_WINDOWS = {
    "times": ("times new roman", 0), "timesbd": ("times new roman", 1), "timesi": ("times new roman", 2),
    "timesbi": ("times new roman", 3), "arial": ("arial", 0), "arialbd": ("arial", 1), "ariali": ("arial", 2),
    "arialbi": ("arial", 3),
}  # fmt: skip
_NAMED = {
    "liberationserif": "liberation serif",
    "liberationsans": "liberation sans",
    "tinos": "tinos",
    "arimo": "arimo",
}
_ENDINGS = frozenset((".ttf", ".otf"))


@dataclass(frozen=True)
class FontFile:
    """A font file, the family that it holds, and whether its letters are as wide as those that were asked for."""

    path: Path
    family: str
    same_widths: bool


def find_font(family: str, bold: bool, italic: bool) -> FontFile | None:
    """The file of a family in this style, or else one that comes near; None on a machine without fonts."""
    asked, style = family.strip().casefold() or _SERIF[0], bold + 2 * italic
    known = _known_files()
    for name in (asked, *_LIKE.get(asked, ())):
        if (name, style) in known:
            return FontFile(known[name, style], _titled(name), True)
    if found := _by_its_name(asked, style):
        return FontFile(found, family, True)
    for name in (*_SERIF, *_SANS):
        if (name, style) in known:
            return FontFile(known[name, style], _titled(name), False)
    return None


def _titled(name: str) -> str:
    return name.title()


@lru_cache(maxsize=1)
def _known_files() -> Mapping[tuple[str, int], Path]:
    """The families whose files can be told by their names, by family and style."""
    found: dict[tuple[str, int], Path] = {}
    for path in _all_files():
        stem = path.stem.casefold().replace("_", "").replace(" ", "")
        if stem in _WINDOWS:
            found.setdefault(_WINDOWS[stem], path)
        name, _, style = stem.partition("-")
        if name in _NAMED and style in _STYLES:
            found.setdefault((_NAMED[name], _STYLES.index(style)), path)
    return found


@lru_cache(maxsize=64)
def _by_its_name(family: str, style: int) -> Path | None:
    """The file that calls itself so. It looks into each font file, so it is asked for rare families only."""
    from fontTools.ttLib import TTFont, TTLibError

    for path in _all_files():
        try:
            with TTFont(path, lazy=True) as font:
                names = {font["name"].getDebugName(number) for number in (1, 16)} - {None}
                look = font["OS/2"].fsSelection
        except (TTLibError, OSError, KeyError):
            continue  # a file that is no sound font measures nothing
        if family in {name.casefold() for name in names} and style == bool(look & 32) + 2 * bool(look & 1):
            return path
    return None


@lru_cache(maxsize=1)
def _all_files() -> tuple[Path, ...]:
    return tuple(
        sorted(
            path
            for folder in _folders()
            for path in (folder.rglob("*") if folder.is_dir() else ())
            if path.suffix.casefold() in _ENDINGS
        )
    )


def _folders() -> Iterator[Path]:
    if windows := os.environ.get("WINDIR"):
        yield Path(windows) / "Fonts"
    if local := os.environ.get("LOCALAPPDATA"):
        yield Path(local) / "Microsoft" / "Windows" / "Fonts"
    home = Path.home()
    for place in ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts"):
        yield Path(place)
    yield from (home / ".fonts", home / ".local" / "share" / "fonts", home / "Library" / "Fonts")
