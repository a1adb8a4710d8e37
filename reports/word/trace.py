"""Reads a Word paper that may have been edited since it was made: what it printed, and where that stands now."""

from collections import Counter
from collections.abc import Iterable

from reports.office_files.package_parts import only_part, parts_of_type
from reports.office_files.packages import PAPER, open_package, parse_xml
from reports.prints import Block
from reports.refreshing.texts import core
from reports.word.columns import columns_of
from reports.word.found import FoundBlock, FoundValue, TracedPaper, TracedParagraph, paragraphs_of
from reports.word.lost import find_lost
from reports.word.story import BODY, Span, is_block
from reports.word.trace_part import OLD_PRINTS_NS, PRINTS_NS, read_trace
from reports.word.walk import read_story

__all__ = ["FoundBlock", "FoundValue", "TracedPaper", "TracedParagraph", "paragraphs_of", "read_paper"]
_LABELS = {
    "document.main+xml": BODY,
    "header+xml": "đầu trang",
    "footer+xml": "chân trang",
    "footnotes+xml": "chú thích cuối trang",
    "endnotes+xml": "chú thích cuối văn bản",
}


def read_paper(content: bytes) -> TracedPaper:
    """A paper of ours, edited or not, saved by Word, WPS or LibreOffice.

    Raises UserError (in Vietnamese) for a file that is no sound Word file. A Word file that is no paper of ours,
    or has lost its list of prints, has an empty `base` and `loose`.
    """
    parts = open_package(content, PAPER)
    document = only_part(parts, "document.main+xml", "văn bản Word (.docx)")
    names = {document: BODY}
    if len(parts_of_type(parts, *_LABELS)) > 1:
        for ending, label in _LABELS.items():
            names |= {name: label for name in parts_of_type(parts, ending) if name != document}
    stories = tuple(read_story(name, label, parse_xml(name, parts[name].content())) for name, label in names.items())
    paper = TracedPaper(parts, document, stories)
    for name in parts:
        if name.startswith("customXml/item") and _is_trace(trace := parts[name].content()):
            paper.trace_name = name
            paper.base, paper.loose, paper.fixed = read_trace(trace)
            break
    _find_values(paper)
    _find_blocks(paper)
    return paper


def _is_trace(content: bytes) -> bool:
    """Whether it is a list of prints: the properties beside one name it too, and LibreOffice puts them first."""
    if content.find(b"datastoreItem", 0, 400) >= 0:
        return False
    return content.find(PRINTS_NS.encode(), 0, 400) >= 0 or content.find(OLD_PRINTS_NS.encode(), 0, 400) >= 0


def _find_values(paper: TracedPaper) -> None:
    texts = {one.id: one.text for one in paper.prints}
    for story in paper.stories:
        for name, spans in story.spans.items():
            if not is_block(name):
                printed = texts.get(name, "")
                there = [
                    FoundValue(_without_additions(span, printed))
                    for span in spans
                    if not printed or not _is_empty(span)
                ]
                paper.values.setdefault(name, []).extend(there)


def _without_additions(span: Span, printed: str) -> Span:
    """The anchored stretch without what was typed at its edges: Word and LibreOffice take that into the anchor."""
    if not printed or span.text == printed:
        return span
    kept = core(printed, span.text)
    return span.part(*kept) if kept else span


def _is_empty(span: Span) -> bool:
    return (span.first, span.start) == (span.last, span.end)


def _find_blocks(paper: TracedPaper) -> None:
    lost: list[Block] = []
    rows: dict[int, FoundBlock] = {}
    for block in paper.base:
        found = _by_bookmark(block, paper.body.spans.get(block.id, ()))
        if found is None or (found.row and id(found.row) in rows):
            lost.append(block)
            continue
        paper.blocks[block.id] = found
        if found.row:
            rows[id(found.row)] = found
    if lost:
        taken = {p.index for one in paper.blocks.values() for p in paragraphs_of(one)}
        for block, span, row, sure in find_lost(lost, paper.body, taken):
            paper.blocks[block.id] = FoundBlock(block, span, row, sure=sure)
    _widen(paper)
    _find_cells(paper, [one for one in paper.blocks.values() if one.row])
    for found in paper.blocks.values():
        for one in found.block.prints:
            if one.cell < 0:
                near = [
                    value for value in paper.values.get(one.id, ()) if value.span.touches(found.span) or found.row
                ]
                if near:
                    found.values[one.id] = near[0]


def _widen(paper: TracedPaper) -> None:
    """A block has its paragraphs whole, with what was typed before and after its bookmark, unless it shares them."""
    plain = [found for found in paper.blocks.values() if not found.row]
    shared = Counter(index for found in plain for index in {found.span.first, found.span.last})
    for found in plain:
        span = found.span
        start = 0 if shared[span.first] == 1 else span.start
        end = paper.body.paragraphs[span.last].length if shared[span.last] == 1 else span.end
        found.span = Span(span.story, span.first, start, span.last, end)
        found.alone = shared[span.first] == shared[span.last] == 1


def _by_bookmark(block: Block, spans: Iterable[Span]) -> FoundBlock | None:
    for span in spans:
        if block.kind == "tr":
            if span.paragraph.row is not None:
                return FoundBlock(block, span, span.paragraph.row)
        elif not block.text or not _is_empty(span):
            return FoundBlock(block, span)
    return None


def _find_cells(paper: TracedPaper, found: list[FoundBlock]) -> None:
    rows = [(one.block, one.row) for one in found if one.row]
    for one, columns in zip(found, columns_of(rows), strict=True):
        one.columns = columns
        assert one.row is not None
        if -1 in columns and len(one.row.cells) >= len(columns):
            paper.doubts.append(
                f"Chưa chắc các cột ở {one.place} vẫn như lúc lập văn bản. Hãy xem lại các số ở dòng ấy."
            )
        for value in one.block.prints:
            if value.cell >= 0 and (at := columns[value.cell]) >= 0:
                cell = one.row.cells[at]
                first, last = cell.paragraphs[0], cell.paragraphs[-1]
                place = FoundValue(Span(paper.body, first.index, 0, last.index, last.length), cell)
                one.values[value.id] = place
                paper.values.setdefault(value.id, []).append(place)
