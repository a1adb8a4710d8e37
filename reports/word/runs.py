"""How a value stands in a Word paragraph: runs, line breaks, the anchors of what comes from a record, its trace."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.language import Undefined, UnprintableError
from reports.office_files.xml_text import escape, quoteattr
from reports.prints import Printed, Sentence, Source
from reports.tags import Tag
from reports.values import traced, writable
from reports.word.draft import Spot
from reports.word.images import Image
from reports.word.pictures import Pictures, in_placeholder
from reports.word.run_looks import Sized, Styled, look, sized
from reports.word.trace_part import BREAK_XML, CELL_XML, TAB_XML, Trace

_SPECIAL = re.compile("[&<>\n\t]")
_AS_XML = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
}
_AS_TRACE = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": BREAK_XML, "\t": TAB_XML}
_FORMS = {
    "number": re.compile("[1-9][0-9]{0,2}"),
    "colour": re.compile("[0-9A-Fa-f]{6}|auto"),
    "word": re.compile("[a-zA-Z]+"),
}
_FORM_OF_UNKNOWN = {"number": "1", "colour": "auto", "word": "restart"}
# Whatever is not simply a letter of a line: markup, breaks, and what XML cannot hold
_not_plain = re.compile("[\x00-\x1f&<>\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]").search
_NOT_ONE_LINE = re.compile("[\x00-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")


class WordPrinting:
    """Writes the values of one part of one paper, and notes what it prints. Texts of blocks come as XML."""

    def __init__(
        self,
        part: str,
        spots: Sequence[Spot],
        heads: Sequence[str],
        words: Sequence[str],
        trace: Trace,
        ids: Iterator[int],
        pictures: Pictures,
    ) -> None:
        self._part = part
        self._spots = spots
        self._heads = heads
        self._words = words
        self._trace = trace
        self._out = trace.blocks
        self._note = trace.blocks.append
        self._ids = ids
        self._pictures = pictures
        self._in_block = self._keyless = False
        self._head_at = -1
        self._start = ""
        self._end = ""
        self._cells = self._paragraphs = 0
        self.faults: list[str] = []
        self._silent = False
        self._twin: dict[str, int] = {}
        self._after_twin: dict[str, int] = {}

    def write(self, value: object, slot: int) -> str:
        """The XML of runs that show the value as the tag looks. Raises UnprintableError."""
        spot = self._spots[slot]
        kind = type(value)
        alone = spot.alone
        if alone and kind is Printed and _not_plain(text := value + "") is None:  # type: ignore[operator]
            # A plain text that fills its cell, by the shortest way: most values of a long paper stand in its tables
            stem, attributes = value.source.named()  # type: ignore[attr-defined]
            opening, head, tail = alone
            seen = self._trace.seen
            nth = seen[stem] = seen.get(stem, self._trace.first) + 1
            self._note(f'{head}{stem}_{nth}"{attributes}{tail}{text}</print>')
            return f"{opening}{text}</w:t></w:r>" if text else ""
        if kind is Undefined:
            raise value.error()  # type: ignore[attr-defined]
        if spot.form:
            return self._in_attribute(value, spot.form)
        if spot.lead:
            self._out.append(spot.lead)
        if kind is str:
            return self._plain(value, spot)  # type: ignore[arg-type]
        if kind is Printed:
            return self._anchored(value, value.source, spot, spot.cell >= 0)  # type: ignore[arg-type, attr-defined]
        if self._keyless and isinstance(value, Sentence) and value.key:
            self._key_block(value.key)
        if isinstance(value, Image):
            return f"<w:r>{spot.properties}{self._pictures.drawing(value, self._part)}</w:r>"
        if isinstance(value, Styled):
            looks = ((piece, look(spot.properties, letters)) for piece, letters in value.pieces)
            return "".join([self._pieces(piece, replace(spot, properties=new), False) for piece, new in looks])
        if isinstance(value, Sized):
            spot = replace(spot, properties=sized(spot.properties, value.half_points))
        return self._pieces(value, spot, spot.cell >= 0)

    def _pieces(self, value: object, spot: Spot, fills_cell: bool) -> str:
        pieces = [(text, source) for text, source in traced(value) if text or source]
        alone = fills_cell and len(pieces) == 1
        return "".join(
            [
                self._plain(text, spot) if source is None else self._anchored(text, source, spot, alone)
                for text, source in pieces
            ]
        )

    def unknown(self, tag: Tag, name: str, guess: str) -> str:
        """The place of a value that a lenient filling does not know, to be seen at once in the paper."""
        spot = self._spots[tag.slot]
        if spot.form:
            return _FORM_OF_UNKNOWN.get(spot.form) or spot.form.rsplit(":", 1)[-1]
        words = f"[không có trường “{name}”]"
        self._out.append(spot.lead)
        return self._plain(words, replace(spot, properties=look(spot.properties, "y")))

    def open_block(self, block: int) -> str:
        """Begins a block of a paragraph; gives the start of its bookmark."""
        return self.open_row(block) + self.mark_row()

    def open_row(self, block: int) -> str:
        """Begins a block of a table row, whose bookmark `mark_row` starts."""
        closing = self.close_block(-1)
        trace = self._trace
        trace.count += 1
        name, number = f"_svb{trace.count}", next(self._ids)
        self._out.append(f'<block id="{name}" {self._heads[block]}>')
        self._in_block = self._keyless = True
        self._head_at = len(self._out) - 1
        self._cells = self._paragraphs = 0
        self._start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        self._end = f'<w:bookmarkEnd w:id="{number}"/>'
        return closing

    def mark_row(self) -> str:
        """The start of the open block's bookmark, once."""
        start, self._start = self._start, ""
        return start

    def end_mark(self) -> str:
        """The end of the open block's bookmark, once, and only when it has started."""
        if self._start:
            return ""
        end, self._end = self._end, ""
        return end

    def mark_rest(self) -> str:
        """The open block's whole bookmark, where nothing of its row could hold it."""
        return self.mark_row() + self.end_mark()

    def close_block(self, words: int) -> str:
        """Ends the open block, after these last words of it (-1: none)."""
        if not self._in_block:
            return ""
        self._out.append("</block>" if words < 0 else f"{self._words[words]}</block>")
        self._in_block = self._keyless = False
        end = self.end_mark()
        self._start = self._end = ""
        return end

    def next_cell(self) -> str:
        """Notes that a cell of the row begins, in a row whose cells a loop may repeat."""
        if self._cells:
            self._out.append(CELL_XML)
        self._cells += 1
        self._paragraphs = 0
        return ""

    def next_paragraph(self) -> str:
        """Notes that a paragraph of the cell begins, in a row whose paragraphs a loop may repeat."""
        if self._paragraphs:
            self._out.append(BREAK_XML)
        self._paragraphs += 1
        return ""

    def twin_begins(self) -> str:
        """Notes that values begin which will be written twice."""
        self._twin = self._trace.again()
        return ""

    def twin_again(self) -> str:
        """Names the same values again as the first time, and lists them no more."""
        self._after_twin = self._trace.again()
        self._trace.rewind(self._twin)
        self._silent = True
        return ""

    def twin_ends(self) -> str:
        """Goes on with new names."""
        self._trace.rewind(self._after_twin)
        self._silent = False
        return ""

    def say(self, words: int) -> str:
        """Notes words of the template that are printed here; they stand in the paper already."""
        self._out.append(self._words[words])
        return ""

    def _key_block(self, key: str) -> None:
        """Notes which item of a list the open block is: the first that a sentence in it names."""
        self._out[self._head_at] = f"{self._out[self._head_at].removesuffix('>')} key={quoteattr(writable(key))}>"
        self._keyless = False

    def _in_attribute(self, value: object, form: str) -> str:
        """The text of a value in an attribute. Raises UnprintableError."""
        if ":" in form:
            written = in_placeholder(value, form, self._pictures, self._part)
        else:
            written = str(value).strip().removeprefix("#") if isinstance(value, (str, int)) else ""
            written = written if _FORMS[form].fullmatch(written) else None
        if written is None:
            raise UnprintableError
        return written

    def _plain(self, text: str, spot: Spot) -> str:
        if not text:
            return ""
        if _not_plain(text) is None:
            if spot.inside:
                self._out.append(text)
            return f'<w:r>{spot.properties}<w:t xml:space="preserve">{text}</w:t></w:r>'
        if spot.inside:
            self._out.append(_trace_xml(text))
        return f"<w:r>{spot.properties}{text_xml(text)}</w:r>"

    def _anchored(self, text: str, source: Source, spot: Spot, alone: bool) -> str:
        stem, attributes = source.named()
        name = self._trace.name(stem)
        if _not_plain(text) is None:
            noted = text
            shown = f'<w:r>{spot.properties}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
        elif _NOT_ONE_LINE.search(text) is None:
            noted = escape(text)
            shown = f'<w:r>{spot.properties}<w:t xml:space="preserve">{noted}</w:t></w:r>'
        else:
            noted = _trace_xml(text)
            shown = f"<w:r>{spot.properties}{text_xml(text)}</w:r>"
        if alone:
            self._out.append(f'<print id="{name}"{attributes} cell="{spot.cell}">{noted}</print>')
            return shown
        if spot.inside:
            self._out.append(f'<print id="{name}"{attributes}>{noted}</print>')
        elif not self._silent:
            self._trace.loose.append(f'<print id="{name}"{attributes} part="{self._part}">{noted}</print>')
        bookmark = next(self._ids)
        if shown:
            shown = (
                f'<w:sdt><w:sdtPr><w:tag w:val="{name}"/><w:id w:val="{next(self._ids)}"/>'
                f'<w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>'
            )
        return f'<w:bookmarkStart w:id="{bookmark}" w:name="{name}"/>{shown}<w:bookmarkEnd w:id="{bookmark}"/>'


def text_xml(text: str) -> str:
    """The text as w:t, w:br and w:tab elements, every character as it was typed."""
    escaped = _SPECIAL.sub(lambda found: _AS_XML[found.group()], writable(text))
    return f'<w:t xml:space="preserve">{escaped}</w:t>'


def _trace_xml(text: str) -> str:
    return _SPECIAL.sub(lambda found: _AS_TRACE[found.group()], writable(text))
