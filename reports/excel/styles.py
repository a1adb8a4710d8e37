"""The cell styles of a template, with variants of each: so many decimals, or text that must stay text."""

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from reports.excel.xml import s

MAX_DECIMALS = 6
_GENERAL_FORMATS = {0, 1, 2, 3, 4, 49}  # General, 0, 0.00, #,##0, #,##0.00, text: the number decides
_FIRST_OWN_FORMAT = 164


class SheetStyles:
    """The variants of cell styles, made once per template."""

    def __init__(self, root: etree._Element, styles: Iterable[int]) -> None:
        """Adds the variants of these styles to the part `root`."""
        self._variants: dict[tuple[int, int | str], int] = {}
        formats = root.find(s("cellXfs"))
        if formats is None or not len(formats):
            return
        number_formats = _number_formats(root)
        for style in sorted(styles):
            base = formats[style]
            self._variants[style, "text"] = _append(formats, base, {"quotePrefix": "1"})
            if int(base.get("numFmtId") or 0) not in _GENERAL_FORMATS:
                continue
            for decimals in range(MAX_DECIMALS + 1):
                shown_as = str(format_id(number_formats, decimals))
                changes = {"numFmtId": shown_as, "applyNumberFormat": "1"}
                self._variants[style, decimals] = _append(formats, base, changes)
        formats.set("count", str(len(formats)))

    def __call__(self, style: int, variant: int | str) -> int:
        """The index of a style's variant: a number of decimals, or "text"; the style itself if it has none."""
        if isinstance(variant, int):
            variant = min(variant, MAX_DECIMALS)
        return self._variants.get((style, variant), style)


def _append(formats: etree._Element, base: etree._Element, changes: dict[str, str]) -> int:
    variant = deepcopy(base)
    variant.attrib.update(changes)
    formats.append(variant)
    return len(formats) - 1


def _number_formats(root: etree._Element) -> etree._Element:
    found = root.find(s("numFmts"))
    if found is None:
        found = etree.Element(s("numFmts"))
        root.insert(0, found)
    return found


def format_id(number_formats: etree._Element, decimals: int) -> int:
    """The number of the format with so many decimals, which is added when the workbook has none."""
    code = "#,##0" + ("." + "0" * decimals if decimals else "")
    for entry in number_formats:
        if entry.get("formatCode") == code:
            return int(entry.get("numFmtId") or 0)
    taken = [int(entry.get("numFmtId") or 0) for entry in number_formats]
    new_id = max([_FIRST_OWN_FORMAT - 1, *taken]) + 1
    etree.SubElement(number_formats, s("numFmt"), {"numFmtId": str(new_id), "formatCode": code})
    number_formats.set("count", str(len(number_formats)))
    return new_id
