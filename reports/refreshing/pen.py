"""Writes in the runs of an edited paragraph: other words in the look of their place, openly or as tracked changes."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from reports.word.story import Paragraph
from reports.word.walk import read_again
from reports.word.xml import XML_SPACE, P, R, T, parent_of, w

_RPR, _PPR, _INS, _DEL = w("rPr"), w("pPr"), w("ins"), w("del")
_TEXTS = {T, w("tab"), w("br"), w("cr"), w("noBreakHyphen"), w("softHyphen"), w("ptab")}
_HOLLOW = {_INS, w("hyperlink"), w("smartTag"), w("moveTo")}
_OF_REVISIONS = (w("rPrChange"), _INS, _DEL, w("moveFrom"), w("moveTo"))
_BREAKS = {"\n": "br", "\u2029": "br", "\t": "tab"}


@dataclass(frozen=True)
class Pen:
    """How changes are written: `tracked` as insertions and deletions of an author at a time, else as they are."""

    tracked: bool
    author: str
    when: str
    ids: Iterator[int]

    def replace(
        self,
        paragraph: Paragraph,
        start: int,
        end: int,
        words: str,
        *,
        forward: bool = False,
        mark: etree._Element | None = None,
    ) -> None:
        """Puts other words in the place of a stretch of the paragraph's text.

        Words that replace none go with the run before them, or, `forward`, with the run after; into an empty
        anchor at its bookmark, `mark`.
        """
        if self.retype(paragraph, start, end, words):
            return
        cut(paragraph, end)
        cut(paragraph, start)
        runs = list(runs_between(paragraph, start, end))
        new = None
        if words:
            new = text_run(words, properties_at(paragraph, start, forward=forward or start < end))
        if runs:
            self._put_for(runs, new)
        elif new is not None:
            self._put_at(paragraph, start, new, forward, mark)
        read_again(paragraph)

    def retype(self, paragraph: Paragraph, start: int, end: int, words: str) -> bool:
        """Replaces a stretch that lies in one text element, where no change is tracked; whether that was so."""
        return not self.tracked and start < end and _retyped(paragraph, start, end, words)

    def _put_for(self, runs: list[etree._Element], new: etree._Element | None) -> None:
        if not self.tracked:
            if new is not None:
                runs[0].addprevious(new)
            for run in runs:
                _take_out(run)
            return
        deleted = [self.delete_run(run) for run in runs]
        if new is not None:
            same_parent = deleted[-1].getparent() is deleted[0].getparent()
            self._insert_after(deleted[-1] if same_parent else deleted[0], new)

    def _put_at(
        self, paragraph: Paragraph, at: int, new: etree._Element, forward: bool, mark: etree._Element | None
    ) -> None:
        run = run_at(paragraph, at, forward=forward)
        if mark is not None and next(mark.iterancestors(P), None) is paragraph.element and mark.tag != w("sdt"):
            mark.addnext(self.inserted(new))
        elif run is None:
            paragraph.element.append(self.inserted(new))
        elif forward and run_at(paragraph, at, forward=False) is not run:
            run.addprevious(self.inserted(new))
        else:
            self._insert_after(run, new)

    def _insert_after(self, element: etree._Element, new: etree._Element) -> None:
        if self.tracked and parent_of(element).tag == _INS:  # an insertion holds no other: it is cut in two
            around = parent_of(element)
            rest = etree.Element(_INS, dict(around.attrib))
            rest.extend(list(element.itersiblings()))
            if len(rest):
                rest.set(w("id"), str(next(self.ids)))
                around.addnext(rest)
            element = around
        element.addnext(self.inserted(new))

    def inserted(self, run: etree._Element) -> etree._Element:
        """A new run, inside an insertion where changes are tracked."""
        if not self.tracked:
            return run
        around = self._change(_INS)
        around.append(run)
        return around

    def delete_run(self, run: etree._Element) -> etree._Element:
        """Marks a run as deleted; gives the deletion around it."""
        around = self._change(_DEL)
        run.addprevious(around)
        around.append(run)
        for text in run.findall(T):
            text.tag = w("delText")
        return around

    def mark(self, properties: etree._Element, name: str, at: int) -> None:
        """Marks a row (in its w:trPr) or a paragraph's end (in its w:rPr) as inserted or deleted."""
        if properties.find(w(name)) is None:
            properties.insert(at, self._change(w(name)))

    def _change(self, tag: str) -> etree._Element:
        attributes = {w("id"): str(next(self.ids)), w("author"): self.author, w("date"): self.when}
        return etree.Element(tag, attributes)


def _retyped(paragraph: Paragraph, start: int, end: int, words: str) -> bool:
    """Writes in the one text element that holds the stretch and more, where there is such."""
    grown = len(words) - (end - start)
    for number, (element, text, at) in enumerate(paragraph.pieces):
        if not at <= start < at + len(text):
            continue
        new = text[: start - at] + words + text[end - at :]
        if end > at + len(text) or element.tag != T or not new or not _BREAKS.keys().isdisjoint(words):
            return False
        element.text = new
        element.set(XML_SPACE, "preserve")
        after = [(one, other, place + grown) for one, other, place in paragraph.pieces[number + 1 :]]
        paragraph.pieces[number:] = [(element, new, at), *after]
        paragraph.length += grown
        paragraph._text = None
        return True
    return False


def text_run(words: str, properties: etree._Element | None) -> etree._Element:
    """A run of its own that shows these words."""
    run = etree.Element(R)
    if properties is not None:
        run.append(properties)
    line = ""
    for sign in f"{words}\0":
        if sign != "\0" and sign not in _BREAKS:
            line += sign
            continue
        if line:
            text = etree.SubElement(run, T)
            text.text = line
            text.set(XML_SPACE, "preserve")
        if sign in _BREAKS:
            etree.SubElement(run, w(_BREAKS[sign]))
        line = ""
    return run


def run_at(paragraph: Paragraph, at: int, *, forward: bool) -> etree._Element | None:
    """The run whose text ends at an offset, or, `forward`, that begins there; else the other of the two."""
    before: etree._Element | None = None
    after: etree._Element | None = None
    for element, text, start in paragraph.pieces:
        if text and start + len(text) == at:
            before = element
        elif text and start == at and after is None:
            after = element
    first, second = (after, before) if forward else (before, after)
    chosen = second if first is None else first
    return None if chosen is None else next(chosen.iterancestors(R))


def properties_at(paragraph: Paragraph, at: int, *, forward: bool) -> etree._Element | None:
    """A copy of the look that words at an offset have, or would have."""
    run = run_at(paragraph, at, forward=forward)
    if run is None and paragraph.pieces:
        run = next(paragraph.pieces[-1][0].iterancestors(R))
    properties = paragraph.element.find(f"{_PPR}/{_RPR}") if run is None else run.find(_RPR)
    return plain_properties(properties)


def plain_properties(properties: etree._Element | None) -> etree._Element | None:
    """A copy of run properties without what says that they were tracked; None for none."""
    if properties is None:
        return None
    made = deepcopy(properties)
    for child in [child for child in made if child.tag in _OF_REVISIONS]:
        made.remove(child)
    return made if len(made) else None


def cut(paragraph: Paragraph, at: int) -> None:
    """Makes a run begin at an offset of the text."""
    for element, text, start in paragraph.pieces:
        if start < at < start + len(text):
            rest = deepcopy(element)
            element.text, rest.text = text[: at - start], text[at - start :]
            for one in (element, rest):
                one.set(XML_SPACE, "preserve")
            element.addnext(rest)
            _split_run(parent_of(element), rest)
            read_again(paragraph)
            return
        if start == at and text:
            if _split_run(parent_of(element), element):
                read_again(paragraph)
            return


def _split_run(run: etree._Element, first: etree._Element) -> bool:
    """Moves a child of a run and all after it into a run of their own; whether there was anything before it."""
    before = first.getprevious()
    if before is None or before.tag == _RPR:
        return False
    rest = etree.Element(R, dict(run.attrib), run.nsmap)
    properties = run.find(_RPR)
    if properties is not None:
        rest.append(deepcopy(properties))
    rest.extend([first, *first.itersiblings()])
    run.addnext(rest)
    return True


def runs_between(paragraph: Paragraph, start: int, end: int) -> Iterator[etree._Element]:
    """The runs of a stretch that begins and ends with runs; what is no text gets runs of its own first."""
    inside = [element for element, text, at in paragraph.pieces if text and start <= at and at + len(text) <= end]
    for run in dict.fromkeys(next(element.iterancestors(R)) for element in inside):
        for child in list(run):
            before = child.getprevious()
            if before is not None and before.tag != _RPR and (child.tag in _TEXTS) != (before.tag in _TEXTS):
                _split_run(parent_of(child), child)
    yield from dict.fromkeys(next(element.iterancestors(R)) for element in inside)


def _take_out(run: etree._Element) -> None:
    """Removes a run, and what held nothing else: an insertion, a link, a content control."""
    parent = parent_of(run)
    parent.remove(run)
    while not len(parent) and (parent.tag in _HOLLOW or parent.tag == w("sdtContent")):
        empty = parent_of(parent) if parent.tag == w("sdtContent") else parent
        parent = parent_of(empty)
        parent.remove(empty)
