"""The anchors of values in an edited paper: put around new words, taken away, and given other names in a copy."""

import re
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from reports.refreshing.pen import cut, runs_between
from reports.word.story import ANCHOR, Paragraph
from reports.word.walk import read_again
from reports.word.xml import MC_NS, W15_NS, parent_of, w

_COPY = re.compile(r"(_Copy_\d+)+\Z")
_START, _END, _SDT = w("bookmarkStart"), w("bookmarkEnd"), w("sdt")
_TAG = f"{w('sdtPr')}/{w('tag')}"


def anchor(paragraph: Paragraph, start: int, end: int, name: str, ids: Iterator[int]) -> None:
    """Puts the bookmark of a value around a stretch, and a hidden content control where its runs lie together."""
    cut(paragraph, end)
    cut(paragraph, start)
    runs = list(runs_between(paragraph, start, end))
    if not runs:
        return
    number = str(next(ids))
    opening = etree.Element(w("bookmarkStart"), {w("id"): number, w("name"): name})
    closing = etree.Element(w("bookmarkEnd"), {w("id"): number})
    first, last = _changed(runs[0]), _changed(runs[-1])
    first.addprevious(opening)
    last.addnext(closing)
    between = list(opening.itersiblings())
    tops = [_changed(run) for run in runs]
    alone = first.getparent() is last.getparent() and between[: between.index(closing)] == list(dict.fromkeys(tops))
    if alone and _hides_controls(opening):
        _control(opening, list(dict.fromkeys(tops)), name, ids)
    read_again(paragraph)


def _changed(run: etree._Element) -> etree._Element:
    """The insertion around a run that holds nothing else, or the run itself."""
    parent = parent_of(run)
    return parent if parent.tag == w("ins") and len(parent) == 1 else run


def _control(opening: etree._Element, runs: list[etree._Element], name: str, ids: Iterator[int]) -> None:
    control = etree.Element(w("sdt"))
    properties = etree.SubElement(control, w("sdtPr"))
    etree.SubElement(properties, w("tag"), {w("val"): name})
    etree.SubElement(properties, w("id"), {w("val"): str(next(ids))})
    hidden = {f"{{{W15_NS}}}val": "hidden"}
    etree.SubElement(properties, f"{{{W15_NS}}}appearance", hidden, nsmap={"w15": W15_NS})
    opening.addnext(control)
    etree.SubElement(control, w("sdtContent")).extend(runs)


def _hides_controls(element: etree._Element) -> bool:
    """Whether the part may say that a control is not to be shown."""
    root = element.getroottree().getroot()
    ignored = (root.get(f"{{{MC_NS}}}Ignorable") or "").split()
    return any(uri == W15_NS and prefix in ignored for prefix, uri in root.nsmap.items())


def name_of(element: etree._Element) -> str:
    """Our name of a bookmark or content control, or ""."""
    if element.tag == _START:
        name = element.get(w("name")) or ""
    else:
        tag = element.find(_TAG)
        name = "" if tag is None else tag.get(w("val")) or ""
    return _COPY.sub("", name) if name.startswith(ANCHOR) else ""


def take_anchors(elements: Iterable[etree._Element], wanted: Callable[[str], bool]) -> None:
    """Takes the anchors with these names out of the elements; what they hold stays."""
    for element in elements:
        gone: set[str | None] = set()
        for one in list(element.iter(_START, _SDT)):
            name = name_of(one)
            if not name or not wanted(name):
                continue
            if one.tag == _START:
                gone.add(one.get(w("id")))
                parent_of(one).remove(one)
            else:
                content = one.find(w("sdtContent"))
                for child in list(content) if content is not None else ():
                    one.addprevious(child)
                parent_of(one).remove(one)
        for one in list(element.iter(_END)):
            if one.get(w("id")) in gone:
                parent_of(one).remove(one)


def rename_anchors(element: etree._Element, name_for: Callable[[str], str], ids: Iterator[int]) -> None:
    """Gives the anchors of a copy the names and numbers that they have in the paper it comes into."""
    numbers: dict[str | None, str] = {}
    for one in element.iter(_START):
        numbers[one.get(w("id"))] = str(next(ids))
        one.set(w("id"), numbers[one.get(w("id"))])
        name = name_of(one)
        if name:
            one.set(w("name"), name_for(name))
    for one in list(element.iter(_END)):
        number = numbers.get(one.get(w("id")))
        if number is None:
            parent_of(one).remove(one)
        else:
            one.set(w("id"), number)
    for one in element.iter(_SDT):
        name = name_of(one)
        tag, number_of = one.find(_TAG), one.find(f"{w('sdtPr')}/{w('id')}")
        if name and tag is not None:
            tag.set(w("val"), name_for(name))
        if number_of is not None:
            number_of.set(w("val"), str(next(ids)))
