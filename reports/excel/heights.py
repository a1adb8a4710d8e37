"""How high a row must be for its wrapped texts: LibreOffice and viewers do not work it out when they open a file."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from reports.excel.xml import column_number, s, split_address

_DIGIT_PIXELS = 7.0  # a column's width counts digits of the workbook's default font
_LETTER_SHARE = 0.42  # of the font's size: a letter of Times New Roman on average
_LINE_SHARE = 1.32
_PADDING_POINTS = 3.0
_MARGIN_LETTERS = 1.0
_DEFAULT_WIDTH = 8.43
_DEFAULT_SIZE = 11.0


@dataclass(frozen=True)
class TextStyle:
    """What of a cell's style decides how its text wraps."""

    size: float
    wraps: bool


class RowHeights:
    """Measures the rows of one sheet of a template."""

    def __init__(self, sheet: etree._Element, styles: dict[int, TextStyle]) -> None:
        self._styles = styles
        self._widths: dict[int, float] = {}
        for column in sheet.iter(s("col")):
            for number in range(int(column.get("min") or 1), min(int(column.get("max") or 1), 512) + 1):
                self._widths[number] = float(column.get("width") or _DEFAULT_WIDTH)
        self._merged = {}
        for merge in sheet.iter(s("mergeCell")):
            start, _, end = (merge.get("ref") or "").partition(":")
            self._merged[start] = column_number(split_address(end or start)[0])

    def points(self, row: int, texts: Iterable[tuple[str, int, str]]) -> float:
        """The height of template row `row` with these texts (column, style, text); 0 when nothing is wrapped."""
        return max((self._needed(row, column, style, text) for column, style, text in texts), default=0.0)

    def _needed(self, row: int, column: str, style: int, text: str) -> float:
        look = self._styles.get(style, TextStyle(_DEFAULT_SIZE, False))
        if not look.wraps or not text:
            return 0.0
        first = column_number(column)
        last = self._merged.get(f"{column}{row}", first)
        width = sum(self._widths.get(number, _DEFAULT_WIDTH) for number in range(first, last + 1))
        letter = look.size * 96 / 72 * _LETTER_SHARE
        fitting = max(1, int(width * _DIGIT_PIXELS / letter - _MARGIN_LETTERS))
        lines = sum(max(1, len(textwrap.wrap(line, fitting))) for line in text.split("\n"))
        return round(lines * look.size * _LINE_SHARE + _PADDING_POINTS, 1)


def text_styles(root: etree._Element) -> dict[int, TextStyle]:
    """Of each cell style of a workbook, by number, how its text wraps."""
    fonts = root.find(s("fonts"))
    sizes = [] if fonts is None else [_size(font) for font in fonts]
    formats = root.find(s("cellXfs"))
    found = {}
    for number, style in enumerate([] if formats is None else formats):
        font = int(style.get("fontId") or 0)
        alignment = style.find(s("alignment"))
        wraps = alignment is not None and alignment.get("wrapText") in ("1", "true")
        found[number] = TextStyle(sizes[font] if font < len(sizes) else _DEFAULT_SIZE, wraps)
    return found


def _size(font: etree._Element) -> float:
    size = font.find(s("sz"))
    return _DEFAULT_SIZE if size is None else float(size.get("val") or _DEFAULT_SIZE)
