"""The body of a file for many recipients: what stands once around all, and how one recipient follows the other."""

import re
from collections.abc import Iterator
from typing import Literal

from lxml import etree

from reports.word.xml import w
from ward.errors import UserError

Parting = Literal["page", "section"]
_BODY = re.compile(r"<w:body(?: [^>]*)?>")
_END = re.compile(r"</w:body>\s*</w:document>\s*\Z")
_FIRST_PARAGRAPH = re.compile(
    r"(?P<paragraph><w:p(?: [^>]*)?)(?:(?P<empty>/>)|>(?P<properties><w:pPr(?P<bare>/>|>))?"
    r"(?P<before>(?:<w:(?:pStyle|keepNext|keepLines)(?: [^>]*)?/>)*)(?P<own><w:pageBreakBefore(?: [^>]*)?/>)?)"
)
_BREAK = '<w:p><w:pPr>{thin}</w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
_THIN = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_OWN_MARKS = re.compile(
    r'<w:(?:bookmark|commentRange|perm|move(?:From|To)Range)(?:Start|End)(?: [^>]*?)? w:id="(\d+)"[^>]*/>'
)
_DRAWING = re.compile(r'(<wp:docPr (?:[^>]*? )?id=")(\d+)(")')
_NOTES = ("<w:footnoteReference ", "<w:endnoteReference ", "<w:commentReference ")
_BEFORE_NUMBERS = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders",
    "lnNumType",
)  # fmt: skip


class Sheets:
    """Cuts the XML of a filled body into what stands around and what a recipient gets, and puts it together again."""

    def __init__(self, xml: str, parting: Parting, first_free_id: int) -> None:
        """`xml`: the body of the first recipient. Raises UserError for what cannot stand many times in one file."""
        if any(note in xml for note in _NOTES):
            raise UserError(
                "Mẫu có chú thích hoặc nhận xét, mà chúng chỉ đứng được một lần trong một tệp. "
                "Hãy lập mỗi người nhận một tệp, hoặc bỏ chú thích khỏi mẫu."
            )
        begin, end = _BODY.search(xml), _END.search(xml)
        if begin is None or end is None:
            raise UserError("Thân của tệp mẫu không đọc được. Hãy mở nó bằng Word và lưu lại.")
        self.head = xml[: begin.end()]
        section_at = _section_at(xml, end.start())
        self._own_end = len(xml) - section_at
        self._section = _numbered_afresh(self.head, xml[section_at : end.start()]) if parting == "section" else ""
        last = self._section or xml[section_at : end.start()]
        self.tail = last + xml[end.start() :]
        self._parting = parting
        self._first_free_id = first_free_id

    def of(self, xml: str, number: int, ids: Iterator[int]) -> str:
        """What a recipient (counted from 0) adds to the body."""
        content = xml[len(self.head) : len(xml) - self._own_end]
        if not number:
            return content
        content = self._without_own_marks(content, ids)
        if self._parting == "section":
            return f"<w:p><w:pPr>{_THIN}{self._section}</w:pPr></w:p>{content}"
        return _on_new_page(content)

    def _without_own_marks(self, content: str, ids: Iterator[int]) -> str:
        """A repetition has no bookmarks of the template's own, and other numbers for its drawings."""
        content = _OWN_MARKS.sub(lambda found: found.group() if self._is_ours(found[1]) else "", content)
        return _DRAWING.sub(
            lambda found: found[1] + (found[2] if self._is_ours(found[2]) else str(next(ids))) + found[3], content
        )

    def _is_ours(self, number: str) -> bool:
        return int(number) >= self._first_free_id


def _section_at(xml: str, end: int) -> int:
    """Where the last section's properties begin: after everything that is shown."""
    shown = max(xml.rfind(tag, 0, end) for tag in ("</w:p>", "<w:p/>", "</w:tbl>", "</w:sdt>"))
    at = xml.find("<w:sectPr", max(shown, 0), end)
    return at if at >= 0 else end


def _on_new_page(content: str) -> str:
    """The content with its first paragraph at the top of a page; a table gets a thin paragraph before it."""
    found = _FIRST_PARAGRAPH.match(content)
    if found is None:
        return _BREAK.format(thin=_THIN) + content
    rest = content[found.end() :]
    broken = f"{found['before'] or ''}<w:pageBreakBefore/>"
    if found["empty"]:
        return f"{found['paragraph']}><w:pPr>{broken}</w:pPr></w:p>{rest}"
    if found["properties"] is None or found["bare"] == "/>":
        return f"{found['paragraph']}><w:pPr><w:pageBreakBefore/></w:pPr>{found['before'] or ''}{rest}"
    return f"{found['paragraph']}><w:pPr>{broken}{rest}"


def _numbered_afresh(head: str, section: str) -> str:
    """The section's properties, on a new page whose pages are counted from 1."""
    root = etree.fromstring(f"{head}{section or '<w:sectPr/>'}</w:body></w:document>".encode())
    properties = root[0][0]
    for kind in properties.findall(w("type")):
        kind.set(w("val"), "nextPage")
    numbers = properties.find(w("pgNumType"))
    if numbers is None:
        numbers = etree.Element(w("pgNumType"))
        before = [child for child in properties if etree.QName(child).localname in _BEFORE_NUMBERS]
        properties.insert(properties.index(before[-1]) + 1 if before else 0, numbers)
    numbers.set(w("start"), "1")
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(properties, encoding="unicode", with_tail=False))
