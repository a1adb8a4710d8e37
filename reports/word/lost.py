"""Finds printed paragraphs and rows whose bookmark is gone: by values still anchored in them, or by their words."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reports.prints import CELL_END, Block
from reports.word.story import Paragraph, Row, Span, Story

Lost = tuple[Block, Span, Row | None, bool]  # the block, where it stands, its row, and whether that is sure
_WORD = re.compile(r"\w+")
_LIKE_ENOUGH = 0.6
_CLEARLY_BEST = 0.1
_LONG_ENOUGH = 20  # letters; a shorter text may stand in a paragraph by chance


def find_lost(lost: Sequence[Block], story: Story, taken: set[int]) -> Iterator[Lost]:
    """What can be found again of blocks that have no bookmark; `taken`: numbers of paragraphs of other blocks."""
    free = [p for p in story.paragraphs if p.index not in taken and not p.shadow]
    rows = [row for table in story.tables for row in table.rows if row.cells and _first(row).index not in taken]
    used: set[int] = set()
    unfound = []
    for block in lost:
        if block.kind == "tr":
            row, sure = _row(block, [row for row in rows if _first(row).index not in used])
            if row is not None:
                used.add(_first(row).index)
                yield block, _whole(story, _first(row)), row, sure
            continue
        paragraph = _with_anchors(block, story, used | taken) or _same_text(block, free, used)
        if paragraph is None:
            unfound.append(block)
        else:
            used.add(paragraph.index)
            yield block, _whole(story, paragraph), None, True
    for block in unfound:
        inside = _inside(block.text, story)
        if inside is not None:
            yield block, inside, None, True
            continue
        paragraph = _like(block.text, [one for one in free if one.index not in used])
        if paragraph is not None:
            used.add(paragraph.index)
            yield block, _whole(story, paragraph), None, False


def _first(row: Row) -> Paragraph:
    return row.cells[0].paragraphs[0]


def _whole(story: Story, paragraph: Paragraph) -> Span:
    return Span(story, paragraph.index, 0, paragraph.index, paragraph.length)


def _with_anchors(block: Block, story: Story, taken: set[int]) -> Paragraph | None:
    """The paragraph with the most of its values, when that is not another block's."""
    counts: dict[int, int] = {}
    for one in block.prints:
        for span in story.spans.get(one.id, ())[:1]:
            counts[span.first] = counts.get(span.first, 0) + 1
    best = max(counts, key=lambda index: counts[index], default=-1)
    return story.paragraphs[best] if best >= 0 and best not in taken else None


def _same_text(block: Block, free: Sequence[Paragraph], used: set[int]) -> Paragraph | None:
    text = _plain(block.text)
    return next((one for one in free if text and one.index not in used and _plain(one.text) == text), None)


def _inside(text: str, story: Story) -> Span | None:
    """Where the whole text stands within a longer paragraph, as after two were joined; None unless just once."""
    if len(text) < _LONG_ENOUGH:
        return None
    places = [(one.index, one.text.find(text)) for one in story.paragraphs if not one.shadow and text in one.text]
    if len(places) != 1 or story.paragraphs[places[0][0]].text.count(text) != 1:
        return None
    index, at = places[0]
    return Span(story, index, at, index, at + len(text))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _like(text: str, free: Sequence[Paragraph]) -> Paragraph | None:
    """The one paragraph that is clearly more like the text than any other."""
    words = set(_WORD.findall(text))
    if len(words) < 4:
        return None
    scored = []
    for paragraph in free:
        others = set(_WORD.findall(paragraph.text))
        if len(words & others) >= _LIKE_ENOUGH * len(words):
            scored.append((SequenceMatcher(None, text, paragraph.text, autojunk=False).ratio(), paragraph.index))
    scored.sort(reverse=True)
    if not scored or scored[0][0] < _LIKE_ENOUGH:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEARLY_BEST:
        return None
    return next(one for one in free if one.index == scored[0][1])


def _row(block: Block, rows: Sequence[Row]) -> tuple[Row | None, bool]:
    """The row that holds most of the printed cells, clearly more than any other; sure when it holds them all."""
    wanted = [text for cell in block.text.split(CELL_END) if (text := _plain(cell))]
    scored = sorted(((_shared(wanted, row), at) for at, row in enumerate(rows)), reverse=True)
    if not wanted or not scored or scored[0][0] < _LIKE_ENOUGH:
        return None, False
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEARLY_BEST and scored[0][0] < 1:
        return None, False
    best = min(at for score, at in scored if score == scored[0][0])
    return rows[best], scored[0][0] == 1


def _shared(wanted: Sequence[str], row: Row) -> float:
    there = {_plain(cell.text) for cell in row.cells}
    long = sum(len(text) for text in wanted)
    return sum(len(text) for text in wanted if text in there) / long if long else 0.0
