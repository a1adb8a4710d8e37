"""Writes what was chosen of a refresh into the edited paper; every part that nothing changes in stays as it lies."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import count

from reports.office_files.package_parts import Parts
from reports.office_files.packages import pack, parse_xml, to_bytes, zipped
from reports.refreshing.anchors import anchor, take_anchors
from reports.refreshing.kept import refuse_losses
from reports.refreshing.pen import Pen
from reports.refreshing.places import Structure
from reports.refreshing.proposals import Choice
from reports.refreshing.texts import hunks
from reports.refreshing.trace import new_trace
from reports.refreshing.work import TextWork, Work
from reports.word.story import PARAGRAPH_END, Paragraph, Story
from reports.word.xml import w

_ID, _VAL = w("id"), w("val")
_NUMBERED = tuple(map(w, ("bookmarkStart", "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")))


def refreshed(work: Work, chosen: Mapping[str, Choice], at: dt.datetime, author: str) -> bytes:
    """The paper with the chosen changes, and a new list of what it printed.

    Raises UserError when something that was chosen did not come into it.
    """
    paper = work.paper
    changed: set[str] = set()
    utc = at.astimezone(dt.UTC) if at.tzinfo else at
    pen = Pen(_is_tracked(paper.parts), author, utc.strftime("%Y-%m-%dT%H:%M:%SZ"), _free_numbers(paper.stories))
    _write_texts(work, chosen, pen, changed)
    parts = dict(paper.parts)
    structure = Structure(work, pen, chosen, parts)
    if structure.carry_out():
        changed.add(paper.document)
    for story in paper.stories:
        if story.part in changed:
            parts[story.part] = pack(story.part, to_bytes(story.root))
    _write_trace(work, parts, structure)
    if parts == paper.parts:
        return work.content
    written = zipped(parts)
    refuse_losses(work, chosen, structure, written)
    return written


def _is_tracked(parts: Parts) -> bool:
    """Whether Word was told to track changes in this file."""
    for name in [name for name in parts if name.endswith("/settings.xml")]:
        content = parts[name].content()
        if b"trackRevisions" in content:
            switch = parse_xml(name, content).find(w("trackRevisions"))
            return switch is not None and switch.get(w("val")) not in ("0", "false", "off")
    return False


def _free_numbers(stories: tuple[Story, ...]) -> Iterator[int]:
    """Numbers that no bookmark, control or tracked change of the paper bears; counted when the first is wanted."""
    marks = (mark for story in stories for mark in story.root.iter(*_NUMBERED, _ID))
    taken = {mark.get(_VAL if mark.tag == _ID else _ID) for mark in marks}
    yield from (number for number in count(1) if str(number) not in taken)


def _write_texts(work: Work, chosen: Mapping[str, Choice], pen: Pen, changed: set[str]) -> None:
    """Other words where they were chosen, from the end to the beginning, so that offsets before stay true."""
    edits = [
        (one, one.texts[choice])
        for one in work.texts
        if (choice := chosen[one.key]) in one.texts and not any(chosen.get(key) == "today" for key in one.within)
    ]
    edits.sort(key=lambda edit: (edit[0].span.story.part, edit[0].span.last, edit[0].span.end, edit[0].span.start))
    lowest: tuple[str, int, int] | None = None
    for one, words in reversed(edits):
        span = one.span
        if lowest and lowest[0] == span.story.part and lowest[1:] < (span.last, span.end):
            continue  # inside a stretch that was written anew as a whole
        lowest = (span.story.part, span.first, span.start)
        if _write(one, words, pen):
            changed.add(span.story.part)


def _write(one: TextWork, words: str, pen: Pen) -> bool:
    stretches = one.span.paragraphs
    if one.anchors is None and len(stretches) == 1 and pen.retype(*stretches[0], words):
        return True
    if words == one.span.text:
        return False
    if one.anchors is not None:
        take_anchors([paragraph.element for paragraph, _, _ in stretches], one.moot.__contains__)
    new = words.split(PARAGRAPH_END)
    if len(new) != len(stretches):
        new = [words.replace(PARAGRAPH_END, "\n"), *[""] * (len(stretches) - 1)]
    starts: list[tuple[Paragraph, int, int]] = []
    at = 0
    for (paragraph, start, end), line in zip(stretches, new, strict=True):
        starts.append((paragraph, start, at))
        at += len(line) + 1
        old = paragraph.text[start:end]
        for hunk in reversed(hunks(old, line)):
            pen.replace(
                paragraph,
                start + hunk.start,
                start + hunk.end,
                hunk.words,
                forward=hunk.start == 0,
                mark=None if old else one.mark,
            )
    for start, end, name in reversed(one.anchors or ()):
        paragraph, begin, before = next(entry for entry in reversed(starts) if entry[2] <= start)
        anchor(paragraph, begin + start - before, begin + end - before, name, pen.ids)
    return True


def _write_trace(work: Work, parts: Parts, structure: Structure) -> None:
    paper = work.paper
    if paper.trace_name and (structure.numbers or not work.is_as_printed):
        parts[paper.trace_name] = pack(paper.trace_name, new_trace(work, structure).encode())
