"""How a value stands in a Word paragraph: runs, line breaks, and the anchors of what comes from a record."""

import re
from collections.abc import Iterator, Sequence

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from reports.prints import PrintList, Source
from reports.sandbox import PRINTING
from reports.values import traced, writable

_SPECIAL = re.compile("[&<>\n\t]")
_AS_XML = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
}


class WordPrinting:
    """Writes the values of one part of one paper, and notes what it prints."""

    def __init__(self, part: str, run_properties: Sequence[str], prints: PrintList, ids: Iterator[int]) -> None:
        self._part = part
        self._run_properties = run_properties
        self._prints = prints
        self._ids = ids

    def write(self, value: object, run: int) -> Markup:
        """The XML of runs that show the value with the given run properties. Raises UnprintableError."""
        if isinstance(value, Markup):  # a macro or {% set %} block of the template: runs already
            return value
        properties = self._run_properties[run]
        return Markup("".join(self._piece(text, source, properties) for text, source in traced(value)))

    def _piece(self, text: str, source: Source | None, properties: str) -> str:
        written = f"<w:r>{properties}{text_xml(text)}</w:r>" if text else ""
        if source is None:
            return written
        name = self._prints.add(source, text, self._part)
        bookmark, control = next(self._ids), next(self._ids)
        if written:
            written = (
                f'<w:sdt><w:sdtPr><w:tag w:val="{name}"/><w:id w:val="{control}"/>'
                '<w15:appearance w15:val="hidden"/></w:sdtPr>'
                f"<w:sdtContent>{written}</w:sdtContent></w:sdt>"
            )
        return f'<w:bookmarkStart w:id="{bookmark}" w:name="{name}"/>{written}<w:bookmarkEnd w:id="{bookmark}"/>'


@pass_context
def write_value(context: Context, value: object, run: int) -> Markup:
    """The filter that each value tag of a Word template ends in."""
    printing: WordPrinting = context[PRINTING]
    return printing.write(value, run)


def text_xml(text: str) -> str:
    """The text as w:t, w:br and w:tab elements, every character as it was typed."""
    escaped = _SPECIAL.sub(lambda found: _AS_XML[found.group()], writable(text))
    return f'<w:t xml:space="preserve">{escaped}</w:t>'
