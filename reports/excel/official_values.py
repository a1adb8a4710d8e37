"""What goes into one cell of an official form: an exact number, a day, a text that stays text, or nothing."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from lxml import etree

from reports.excel.cells import date_styles
from reports.excel.lines import Sources
from reports.excel.styles import MAX_DECIMALS, format_id
from reports.excel.xml import s
from reports.prints import Number
from reports.values import traced, writable
from ward.errors import UserError

MAX_TEXT = 32_767
MAX_EXACT_DIGITS = 15
_BUILT_IN = {"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00"}
_PLAIN_NUMBER = re.compile(r"(?:General|#,##0(?:\.0+)?|0(?:\.0+)?)\Z")
_UNUSUAL = re.compile(r"^[=+\-@]|[\x00-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_FORMULA_SIGNS = ("=", "+", "-", "@")
_DAY_FORMAT = 14
_FIRST_DAY, _FIRST_DAY_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
_FIRST_SAFE_DAY = dt.date(1900, 3, 1)  # Excel believes in a 29 February 1900


@dataclass(frozen=True)
class Shown:
    """What a cell shows: a number or a text, whether it is a day, and the texts of records in it."""

    value: Decimal | str
    day: bool = False
    sources: Sources = ()

    @property
    def written(self) -> str:
        """The digits of the number, or the text."""
        return self.value if isinstance(self.value, str) else f"{self.value:f}"


def shown(value: object, first_day: dt.date) -> Shown:
    """A value as its cell shows it. Raises TypeError for what is no text, number, day or None."""
    sources: Sources = ()
    if isinstance(value, Number):
        sources = ((value.text, value.source),) if value.source else ()
        exact = value.value
        return Shown(exact if _fits(exact) else value.text, sources=sources)
    if isinstance(value, Decimal) or type(value) is int:
        exact = Decimal(value)
        return Shown(exact if _fits(exact) else f"{exact:f}".replace(".", ","))
    if isinstance(value, (bool, float)):
        raise TypeError(f"no figure is a {type(value).__name__}: {value!r}")
    if isinstance(value, dt.date):
        day = value.date() if isinstance(value, dt.datetime) else value
        if day < max(_FIRST_SAFE_DAY, first_day):
            return Shown(f"{day:%d/%m/%Y}")
        return Shown(Decimal((day - first_day).days), day=True)
    pieces = list(traced(value))
    text = writable("".join(text for text, _ in pieces))
    return Shown(text, sources=tuple((text, source) for text, source in pieces if source is not None))


def short_number(value: object) -> tuple[str, Sources]:
    """The digits of a number that is written as it is, with its source; "" for every other value."""
    sources: Sources = ()
    if type(value) is Number:
        sources = ((value.text, value.source),) if value.source else ()
        value = value.value
    if type(value) is not Decimal and type(value) is not int:
        return "", ()
    digits = str(value)
    if len(digits) <= MAX_EXACT_DIGITS and digits[-1] in "0123456789" and "E" not in digits:
        return digits, sources
    return "", ()


def short_text(value: object) -> str:
    """A plain text that a cell holds as it is, without a source; "" for every other value."""
    if type(value) is not str or len(value) > MAX_TEXT or _UNUSUAL.search(value):
        return ""
    return value


def _fits(number: Decimal) -> bool:
    return number.is_finite() and len(number.as_tuple().digits) <= MAX_EXACT_DIGITS


def cell_xml(address: str, style: int, what: Shown, text_number: Callable[[str], int], styles: "StyleBook") -> str:
    """The cell's XML in the form's own style. Raises UserError for a text too long for a cell."""
    value = what.value
    if isinstance(value, Decimal):
        if what.day:
            style = styles.for_day(style)
        return f'<c r="{address}"{_style(style)}><v>{value:f}</v></c>'
    if not value:
        return f'<c r="{address}"{_style(style)}/>'
    if len(value) > MAX_TEXT:
        raise UserError(f"Nội dung ô {address} dài hơn {MAX_TEXT} chữ nên Excel không giữ được. Hãy rút ngắn.")
    if value.startswith(_FORMULA_SIGNS):
        style = styles.for_text(style)
    return f'<c r="{address}"{_style(style)} t="s"><v>{text_number(value)}</v></c>'


def _style(style: int) -> str:
    return f' s="{style}"' if style else ""


def first_day(book: etree._Element) -> dt.date:
    """The day from which this workbook counts."""
    settings = book.find(s("workbookPr"))
    late = settings is not None and settings.get("date1904") in ("1", "true")
    return _FIRST_DAY_1904 if late else _FIRST_DAY


class StyleBook:
    """The cell styles of a form, with the few variants that a filling needs added behind them."""

    def __init__(self, read: Callable[[], etree._Element]) -> None:
        """`read` gives the root of the part of styles, when a variant is needed."""
        self._read = read
        self._variants: dict[tuple[int, str], int] = {}

    @cached_property
    def root(self) -> etree._Element:
        return self._read()

    @cached_property
    def _days(self) -> frozenset[int]:
        return date_styles(self.root)

    @property
    def changed(self) -> bool:
        """Whether there are variants that the form did not have."""
        return bool(self._variants)

    def for_text(self, style: int) -> int:
        """The style with the mark that a text which begins like a formula is a text."""
        return self._variant(style, "quotePrefix", "1")

    def for_day(self, style: int) -> int:
        """A style that shows a day: the form's own where it does, else the same with a day's format."""
        return style if style in self._days else self._variant(style, "numFmtId", str(_DAY_FORMAT))

    def for_decimals(self, style: int, decimals: int) -> int:
        """A style that shows so many decimals, where the cell's own format is one that the number decides."""
        formats = self.root.find(s("cellXfs"))
        codes = {entry.get("numFmtId"): entry.get("formatCode") or "" for entry in self.root.iter(s("numFmt"))}
        code = formats[style].get("numFmtId") or "0" if formats is not None and style < len(formats) else "?"
        wanted = "#,##0" + ("." + "0" * min(decimals, MAX_DECIMALS) if decimals else "")
        shown_as = codes.get(code) or _BUILT_IN.get(code, "")
        if shown_as == wanted or not _PLAIN_NUMBER.match(shown_as):
            return style
        number_formats = self.root.find(s("numFmts"))
        if number_formats is None:
            number_formats = etree.Element(s("numFmts"))
            self.root.insert(0, number_formats)
        return self._variant(style, "numFmtId", str(format_id(number_formats, decimals)))

    def _variant(self, style: int, key: str, value: str) -> int:
        if (style, key) not in self._variants:
            formats = self.root.find(s("cellXfs"))
            if formats is None or style >= len(formats):
                return style
            variant = etree.fromstring(etree.tostring(formats[style]))
            variant.set(key, value)
            if key == "numFmtId":
                variant.set("applyNumberFormat", "1")
            formats.append(variant)
            formats.set("count", str(len(formats)))
            self._variants[style, key] = len(formats) - 1
        return self._variants[style, key]
