"""Copies of paragraphs, rows and tables of today's paper, in the look that the clerk gave to their neighbours."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from reports.office_files.package_parts import Parts, parts_of_type
from reports.office_files.part_xml import parse_xml
from reports.refreshing.anchors import name_of, rename_anchors, take_anchors
from reports.refreshing.pen import Pen, plain_properties
from reports.refreshing.pictures import carry_pictures, points_elsewhere
from reports.refreshing.removal import mark_properties, remove_block, row_properties
from reports.refreshing.work import AddWork, Work
from reports.word.found import FoundBlock
from reports.word.story import is_block
from reports.word.xml import TC, TR, P, R, parent_of, w

_PPR, _RPR, _VAL = w("pPr"), w("rPr"), w("val")
_STYLES = (w("pStyle"), w("rStyle"), w("tblStyle"))
_NOT_COPIED = tuple(map(w, ("sectPr", "pPrChange", "rPrChange", "ins", "del", "moveFrom", "moveTo")))


class Copies:
    """Makes what is added to the edited paper, and marks it as inserted where changes are tracked."""

    def __init__(self, work: Work, pen: Pen, parts: Parts) -> None:
        self.work = work
        self.parts = parts
        self.pen = pen
        self.made: list[etree._Element] = []
        self._styles: dict[str, str] | None = None

    def of(self, one: AddWork, beside: etree._Element) -> etree._Element:
        """The copy of a paragraph, row or table of today's paper."""
        pattern = self._pattern(one, beside)
        if one.element.tag == TR and pattern is not None and pattern.row is not None:
            made = _row_like(pattern, one.element)
        else:
            made = deepcopy(one.element)
            if pattern is not None and made.tag == P:
                _look_like(made, pattern.span.paragraph.element)
            else:
                self._translate_styles(made)
        rename_anchors(made, self.work.id_of, self.pen.ids)
        if points_elsewhere(made):
            carry_pictures(made, self.work.fresh.parts, self.parts, self.work.paper.document)
        self.made.append(made)
        return made

    def blocks(self, one: AddWork, made: etree._Element) -> Iterator[tuple[int, etree._Element]]:
        """Where the blocks of a copy stand in it."""
        names = {self.work.id_of(self.work.fresh.base[at].id): at for at in one.blocks}
        for mark in made.iter(w("bookmarkStart")):
            at = names.get(name_of(mark))
            if at is not None:
                tag = TR if self.work.fresh.base[at].kind == "tr" else P
                yield at, next(mark.iterancestors(tag))

    def moved(self, found: FoundBlock) -> etree._Element:
        """A block's element to be put elsewhere; tracked, a copy, and the old one is marked as deleted."""
        if not self.pen.tracked:
            return found.element
        made = deepcopy(found.element)
        take_anchors([found.element], lambda name: True)
        remove_block(found, self.pen)
        self.made.append(made)
        return made

    def mark(self) -> None:
        """Marks everything that was made as inserted."""
        if not self.pen.tracked:
            return
        for made in self.made:
            for row in made.iter(TR):
                properties = row_properties(row)
                self.pen.mark(properties, "ins", len(properties))
            for paragraph in made.iter(P):
                self.pen.mark(mark_properties(paragraph), "ins", 0)
            for run in list(made.iter(R)):
                if parent_of(run).tag not in (w("ins"), w("del")):
                    around = self.pen.inserted(etree.Element(R))
                    run.addprevious(around)
                    around[:] = [run]

    def _pattern(self, one: AddWork, beside: etree._Element) -> FoundBlock | None:
        """A block of the same list in the edited paper, the nearest one if it can be."""
        slot = self.work.fresh.base[one.blocks[0]].slot
        alike = [found for found in self.work.paper.found if found.block.slot == slot]
        if one.element.tag not in (P, TR):
            return None
        return next((found for found in alike if found.element is beside), alike[-1] if alike else None)

    def _translate_styles(self, made: etree._Element) -> None:
        """Names the styles as the edited paper does, and drops numbering that it does not have."""
        if self._styles is None:
            theirs = _style_names(self.work.fresh.parts)
            ours = {name: style for style, name in _style_names(self.work.paper.parts).items()}
            self._styles = {style: ours[name] for style, name in theirs.items() if name in ours}
        for element in list(made.iter(*_STYLES)):
            style = self._styles.get(element.get(_VAL) or "")
            if style is None:
                parent_of(element).remove(element)
            else:
                element.set(_VAL, style)
        if not self._same_numbering():
            for numbering in list(made.iter(w("numPr"))):
                parent_of(numbering).remove(numbering)

    def _same_numbering(self) -> bool:
        name = "word/numbering.xml"
        ours, theirs = self.work.paper.parts.get(name), self.work.fresh.parts.get(name)
        return ours is not None and theirs is not None and ours.crc == theirs.crc


def _style_names(parts: Parts) -> dict[str, str]:
    for name in parts_of_type(parts, "wordprocessingml.styles+xml"):
        root = parse_xml(name, parts[name].content())
        return {
            style.get(w("styleId")) or "": (named.get(_VAL) or "").lower()
            for style in root.iter(w("style"))
            if (named := style.find(w("name"))) is not None
        }
    return {}


def _look_like(made: etree._Element, pattern: etree._Element) -> None:
    """Gives a paragraph the properties of another, and its runs the look of that one's."""
    old, new = made.find(_PPR), pattern.find(_PPR)
    if old is not None:
        made.remove(old)
    if new is not None:
        properties = deepcopy(new)
        for child in [one for one in properties.iter(*_NOT_COPIED)]:
            parent_of(child).remove(child)
        made.insert(0, properties)
    if made.find(f".//{_RPR}") is None and pattern.find(f".//{_RPR}") is None:
        return
    usual, look = _usual_look(made), _usual_look(pattern)
    for run in made.iter(R):
        own = run.find(_RPR)
        if _as_text(own) != usual[0]:
            continue
        if own is not None:
            run.remove(own)
        if look[1] is not None:
            run.insert(0, deepcopy(look[1]))


def _usual_look(paragraph: etree._Element) -> tuple[str, etree._Element | None]:
    """The run properties that most letters of a paragraph have; without letters, those of its end."""
    lengths: dict[str, int] = {}
    looks: dict[str, etree._Element | None] = {}
    for run in paragraph.iter(R):
        if parent_of(run).tag == w("del"):
            continue
        look = plain_properties(run.find(_RPR))
        key = _as_text(look)
        looks[key] = look
        lengths[key] = lengths.get(key, 0) + len("".join(run.itertext()))
    if not lengths:
        look = plain_properties(paragraph.find(f"{_PPR}/{_RPR}"))
        return _as_text(look), look
    key = max(lengths, key=lambda one: lengths[one])
    return key, looks[key]


def _as_text(properties: etree._Element | None) -> str:
    if properties is None or not len(properties):
        return ""
    return "".join(sorted(str((child.tag, sorted(child.attrib.items()))) for child in properties))


def _row_like(pattern: FoundBlock, fresh: etree._Element) -> etree._Element:
    """A row like the pattern, with the clerk's columns left empty and the printed ones filled from today's row."""
    made = deepcopy(pattern.element)
    take_anchors([made], lambda name: True)
    for mark in list(made.iter(*map(w, ("trPrChange", "bookmarkStart", "bookmarkEnd")))):
        parent_of(mark).remove(mark)
    for mark in [one for one in made.iterfind(f"{w('trPr')}/*") if one.tag in _NOT_COPIED]:
        parent_of(mark).remove(mark)
    own = [cell for cell in made.iter(TC) if next(cell.iterancestors(TR)) is made]
    news = [cell for cell in fresh.iter(TC) if next(cell.iterancestors(TR)) is fresh]
    sources = {column: news[number] for number, column in enumerate(pattern.columns) if 0 <= column < len(own)}
    for number, cell in enumerate(own):
        _fill_cell(cell, sources.get(number))
    first = pattern.columns.index(0) if 0 in pattern.columns else -1
    if first != 0:
        _keep_row_mark(made, news[0])
    return made


def _fill_cell(cell: etree._Element, source: etree._Element | None) -> None:
    paragraph = cell.find(f".//{P}")
    look = etree.Element(P) if paragraph is None else deepcopy(paragraph)
    for child in [one for one in cell if one.tag != w("tcPr")]:
        cell.remove(child)
    if source is None:
        empty = etree.SubElement(cell, P)
        _look_like(empty, look)
        return
    for child in source:
        if child.tag == w("tcPr"):
            continue
        copy = deepcopy(child)
        cell.append(copy)
        if copy.tag == P:
            _look_like(copy, look)


def _keep_row_mark(made: etree._Element, first_cell: etree._Element) -> None:
    """The row's own bookmark stands in its first cell, whatever column that is now."""
    mark = next((one for one in first_cell.iter(w("bookmarkStart")) if is_block(name_of(one))), None)
    there = {name_of(one) for one in made.iter(w("bookmarkStart"))}
    place = made.find(f"{TC}/{P}")
    if mark is None or place is None or name_of(mark) in there:
        return
    start, end = deepcopy(mark), etree.Element(w("bookmarkEnd"), {w("id"): mark.get(w("id")) or "0"})
    properties = place.find(_PPR)
    place.insert(0 if properties is None else 1, start)
    start.addnext(end)
