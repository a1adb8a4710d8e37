"""Where the texts of a drawn certificate stand, read from its template: rows of a fixed height in its table."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from reports.certificates.blanks import FONT, Place
from reports.certificates.fitting import height_of
from reports.office_files.package_parts import only_part
from reports.office_files.packages import open_package, parse_xml
from reports.word.xml import TBL, TC, TR, P, R, own_texts, text_of, w

LEAST_PART = 60
"""A text gets no smaller than this part of its size (of a hundred) without being called too small."""
_LONE_TAG = re.compile(r"\{\{\s*(\w+)\s*\}\}\Z")
_NAMES = re.compile(r"\{\{\s*(\w+)")
_TWIPS, _TENTHS = 1440, 254
_DEFAULT_SIZE = 20
_USUAL_INSET = 108  # twips
_SIDES = ("left", "right")
_ALIGNMENTS = {"center": "center", "right": "right", "end": "right"}


def places_in(template: bytes) -> tuple[Place, ...]:
    """The places of the texts that stand alone in a cell of a fixed height; `item` is the name in the tag.

    Raises UserError for a file that is no Word template.
    """
    return tuple(place for place, _ in _cells(template) if place.item)


def fixed_in(template: bytes) -> tuple[tuple[Place, str], ...]:
    """The template's own words that stand so, each with its place. Raises as `places_in`."""
    return tuple((place, text) for place, text in _cells(template) if not place.item and "{" not in text)


@lru_cache(maxsize=16)
def _cells(template: bytes) -> tuple[tuple[Place, str], ...]:
    """What stands alone in each cell of a fixed height; a lone tag gives its place its item."""
    root, styles = _parts(template)
    page = next(root.iter(w("pgMar")), None)
    if page is None:
        return ()
    found: list[tuple[Place, str]] = []
    down = _number(page, "top")
    for child in root[0]:
        if child.tag == TBL:
            found += _of_table(child, styles, root, down)
            down += sum(_height(row)[0] for row in child.iterchildren(TR))
        elif child.tag == P:
            spacing = child.find(f"{w('pPr')}/{w('spacing')}")
            down += _number(spacing, "line") if spacing is not None else 0
    return tuple(found)


def names_in(template: bytes) -> frozenset[str]:
    """The names that the template prints anywhere in its body."""
    root, _ = _parts(template)
    return frozenset(name for paragraph in root.iter(P) for name in _NAMES.findall(text_of(paragraph)))


def _parts(template: bytes) -> tuple[etree._Element, etree._Element | None]:
    parts = open_package(template)
    name = only_part(parts, "document.main+xml", "văn bản Word (.docx)")
    styles = "word/styles.xml"
    return parse_xml(name, parts[name].content()), (
        parse_xml(styles, parts[styles].content()) if styles in parts else None
    )


def _of_table(
    table: etree._Element, styles: etree._Element | None, root: etree._Element, down: int
) -> Iterator[tuple[Place, str]]:
    widths = [_number(column, "w") for column in table.iter(w("gridCol"))]
    left = _left(table, root, sum(widths))
    inset = [_inset(table, side) for side in _SIDES]
    for row in table.iterchildren(TR):
        height, exact = _height(row)
        at = 0
        for cell in row.iterchildren(TC):
            span = max(1, _number(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), "val"))
            width, across = sum(widths[at : at + span]), left + sum(widths[:at])
            at += span
            paragraphs = list(cell.iterchildren(P))
            text = text_of(paragraphs[0]).strip() if len(paragraphs) == 1 else ""
            if text and exact:
                lone = _LONE_TAG.match(text)
                before, after = (
                    room + _indent(paragraphs[0], side) for room, side in zip(inset, _SIDES, strict=True)
                )
                box = (across + before, down, width - before - after, height)
                yield _place(lone[1] if lone else "", paragraphs[0], styles, box, _upright(cell)), text
        down += height


def _place(
    item: str,
    paragraph: etree._Element,
    styles: etree._Element | None,
    box: tuple[int, int, int, int],
    stands: str,
) -> Place:
    looks = _looks(paragraph, styles)
    size = _number(_of(looks, "sz"), "val") or _DEFAULT_SIZE
    fonts = _of(looks, "rFonts")
    font = (fonts.get(w("ascii")) if fonts is not None else "") or FONT
    bold, italic = (_is_on(_of(looks, name)) for name in ("b", "i"))
    aligned = paragraph.find(f"{w('pPr')}/{w('jc')}")
    x, y, width, height = (_tenths(length) for length in box)
    found = Place(
        item, x, y, width, height, size, size * LEAST_PART // 100, font, bold, italic,
        colour=_value(_of(looks, "color")).replace("auto", ""), align=_ALIGNMENTS.get(_value(aligned), "left"),
        fit="shrink", stands=stands,
    )  # fmt: skip
    return replace(found, fit="wrap") if height >= height_of(2, found, size) else found


def _looks(paragraph: etree._Element, styles: etree._Element | None) -> list[etree._Element]:
    """The properties that a paragraph's first run has: its own, then those of its styles, then the file's."""
    run = next(next(iter(own_texts(paragraph))).iterancestors(R))
    found = [run.find(w("rPr"))]
    if styles is not None:
        named = {style.get(w("styleId")): style for style in styles.iter(w("style"))}
        usual = (style for style in named.values() if style.get(w("default")) == "1" and _type(style) == "paragraph")
        style = named.get(_value(paragraph.find(f"{w('pPr')}/{w('pStyle')}")), next(usual, None))
        for _ in range(len(named)):
            if style is not None:
                found.append(style.find(w("rPr")))
                style = named.get(_value(style.find(w("basedOn"))))
        found.append(styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))
    return [look for look in found if look is not None]


def _of(looks: list[etree._Element], name: str) -> etree._Element | None:
    """A property of a run, wherever it is said first."""
    return next((mark for look in looks if (mark := look.find(w(name))) is not None), None)


def _type(style: etree._Element) -> str:
    return style.get(w("type")) or ""


def _value(element: etree._Element | None) -> str:
    return (element.get(w("val")) or "") if element is not None else ""


def _inset(table: etree._Element, side: str) -> int:
    """How far the text of a table's cells stands from their edge; Word's own distance where nothing is said."""
    said = table.find(f"{w('tblPr')}/{w('tblCellMar')}/{w(side)}")
    return _USUAL_INSET if said is None else _number(said, "w")


def _indent(paragraph: etree._Element, side: str) -> int:
    return _number(paragraph.find(f"{w('pPr')}/{w('ind')}"), side)


def _upright(cell: etree._Element) -> str:
    value = _value(cell.find(f"{w('tcPr')}/{w('vAlign')}"))
    return value if value in ("center", "bottom") else "top"


def _is_on(mark: etree._Element | None) -> bool:
    return mark is not None and mark.get(w("val")) not in ("0", "false", "off")


def _left(table: etree._Element, root: etree._Element, width: int) -> int:
    page, sheet = next(root.iter(w("pgMar"))), next(root.iter(w("pgSz")))
    left, right = _number(page, "left"), _number(page, "right")
    aligned = table.find(f"{w('tblPr')}/{w('jc')}")
    if _value(aligned) == "center":
        return left + (_number(sheet, "w") - left - right - width) // 2
    return left + _number(table.find(f"{w('tblPr')}/{w('tblInd')}"), "w")


def _height(row: etree._Element) -> tuple[int, bool]:
    """The height of a row, and whether it is fixed."""
    height = row.find(f"{w('trPr')}/{w('trHeight')}")
    return _number(height, "val"), height is not None and height.get(w("hRule")) == "exact"


def _number(element: etree._Element | None, name: str) -> int:
    value = element.get(w(name)) if element is not None else ""
    return int(value) if value and value.lstrip("-").isdigit() else 0


def _tenths(twips: int) -> int:
    return (twips * _TENTHS + _TWIPS // 2) // _TWIPS
