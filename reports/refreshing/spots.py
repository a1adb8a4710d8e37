"""Where something of today's paper belongs in the edited one: beside its neighbours, or in another's place."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from reports.prints import CELL_END
from reports.refreshing.tables import around, own_cells, own_rows
from reports.refreshing.work import AddWork, RemoveWork, Work
from reports.word.found import FoundBlock, paragraphs_of
from reports.word.story import Paragraph
from reports.word.xml import TBL, TC, TR, P, w

_BESIDE = (P, TBL, TR)
_BODY = w("body")


class Spot(NamedTuple):
    """Beside an element of the edited paper, or at the end inside it."""

    element: etree._Element
    side: str  # "before", "after" or "inside"


class Spots:
    """The places of an edited paper. `placed`: today's blocks and where they stand by now."""

    def __init__(self, work: Work, placed: dict[int, etree._Element]) -> None:
        self.work = work
        self.placed = placed
        self.instead: dict[etree._Element, etree._Element] = {}

    def of(self, fresh: etree._Element) -> Spot | None:
        """Where an element of today's paper belongs, or None: what it stands in is not there."""
        if fresh in self.instead:
            return Spot(self.instead[fresh], "before")
        container = self.container(fresh)
        if container is None:
            return None
        for before in fresh.itersiblings(*_BESIDE, preceding=True):
            beside = self._present(before)
            if beside is not None and _stands_in(container, beside, fresh):
                return Spot(beside, "after")
        for following in fresh.itersiblings(*_BESIDE):
            beside = self._present(following, last=False)
            if beside is not None and _stands_in(container, beside, fresh):
                return Spot(beside, "before")
        return Spot(container, "inside")

    def container(self, fresh: etree._Element) -> etree._Element | None:
        """What stands for the body, cell or table around an element of today's paper."""
        outer = next(fresh.iterancestors(TBL if fresh.tag == TR else TC, _BODY), None)
        if outer is None or outer.tag == _BODY:
            return self.work.paper.body.root.find(_BODY)
        return self._table(outer) if outer.tag == TBL else self._cell(outer)

    def take_places(self, adds: Iterable[AddWork], removes: Iterable[RemoveWork]) -> None:
        """Notes what is added in the place of something that goes, so that the clerk's own words stay around it.

        The one paragraph or table of a condition stands in the template where the other does: between the same
        neighbours. Several such places in a row are taken in order.
        """
        going = dict(_going(removes))
        new = {one.element: self.work.fresh.base[one.blocks[0]].slot for one in adds if one.element.tag != TR}
        seen: set[etree._Element] = set()
        for element in new if going else ():
            if element in seen:
                continue
            run = [element, *_while_in(new, element)]
            seen.update(run)
            slots = {new[one] for one in run}
            free = [one for one in self._between(run[0], run[-1], going) if not slots & going[one]]
            if free:
                targets = free if len(free) == len(run) else [free[0]] * len(run)
                self.instead.update(zip(run, targets, strict=True))

    def _between(
        self, first: etree._Element, last: etree._Element, going: Mapping[etree._Element, set[str]]
    ) -> Iterator[etree._Element]:
        """What goes between the neighbours that a stretch of today's paper has in the edited one."""
        container = self.container(first)
        if container is None:
            return
        start = self._neighbour(first, container, preceding=True)
        end = self._neighbour(last, container, preceding=False)
        inside = container if start is None else start.itersiblings()
        for one in inside:
            if one is end:
                return
            if one in going:
                yield one

    def _neighbour(
        self, fresh: etree._Element, container: etree._Element, *, preceding: bool
    ) -> etree._Element | None:
        for sibling in fresh.itersiblings(*_BESIDE, preceding=preceding):
            beside = self._present(sibling, last=preceding)
            if beside is not None and beside.getparent() is container:
                return beside
        return None

    def _present(self, fresh: etree._Element, *, last: bool = True) -> etree._Element | None:
        """The element of the edited paper that one of today's stands as, or None."""
        if fresh.tag == TBL:
            return self._table(fresh)
        blocks = self.work.fresh.blocks_at.get(fresh)
        if blocks is None:
            return self._row(fresh) if fresh.tag == TR else self._fixed(fresh)
        for at in blocks:
            element = self.placed.get(at)
            if element is not None:
                found = self.work.there.get(at)
                if last and found is not None and found.row is None and found.element is element:
                    return [p.element for p in paragraphs_of(found)][-1]
                return element
        return None

    def _table(self, fresh: etree._Element) -> etree._Element | None:
        """A table that stood there, or one that was just added."""
        standing = self.work.tables.get(fresh)
        if standing is not None:
            return standing
        added = (at for at in self.work.fresh.blocks_in(fresh) if at in self.placed and at not in self.work.there)
        at = next(added, None)
        return (
            None if at is None else around(self.placed[at], self.work.fresh.element(self.work.fresh.base[at]), fresh)
        )

    def _row(self, fresh: etree._Element) -> etree._Element | None:
        """A row that is no item of a list: by its words, else by what stands in it, else by its number."""
        table = self._table(next(fresh.iterancestors(TBL)))
        if table is None:
            return None
        fixed = self._fixed(fresh)
        if fixed is not None and next(fixed.iterancestors(TBL)) is table:
            return fixed
        rows = own_rows(table)
        for at in (at for inner in fresh.iter(P) for at in self.work.fresh.blocks_at.get(inner, ())):
            above = self.placed[at].iterancestors(TR) if at in self.placed else ()
            row = next((one for one in above if one in rows), None)
            if row is not None:
                return row
        others = own_rows(next(fresh.iterancestors(TBL)))
        return rows[others.index(fresh)] if len(others) == len(rows) else None

    def _cell(self, fresh: etree._Element) -> etree._Element | None:
        outer = next(fresh.iterancestors(TR))
        row = self._row(outer)
        if row is None:
            return None
        cells, others = own_cells(row), own_cells(outer)
        return cells[others.index(fresh)] if len(cells) == len(others) else None

    def _fixed(self, fresh: etree._Element) -> etree._Element | None:
        """A paragraph or row of the template itself, by its text and its number among those of the same text."""
        ours, theirs = self._fixed_here, self.work.fresh.fixed_texts
        text = theirs.get(fresh, "")
        alike = [element for element, other in theirs.items() if other == text] if text else []
        here = [element for element, other in ours.items() if other == text] if text else []
        return here[min(alike.index(fresh), len(here) - 1)] if here else None

    @cached_property
    def _fixed_here(self) -> dict[etree._Element, str]:
        return _fixed_texts(self.work.paper.body.paragraphs, self.work.paper.blocks.values())


def _going(removes: Iterable[RemoveWork]) -> Iterator[tuple[etree._Element, set[str]]]:
    """The paragraphs and tables that go, with the slots that they were printed by."""
    for one in removes:
        slots = {found.block.slot for found in one.found}
        if one.table is not None:
            yield one.table, slots
        else:
            yield from ((found.element, slots) for found in one.found if found.row is None)


def _while_in(new: Mapping[etree._Element, str], element: etree._Element) -> Iterator[etree._Element]:
    for following in element.itersiblings(*_BESIDE):
        if following not in new:
            return
        yield following


def _fixed_texts(paragraphs: list[Paragraph], blocks: Iterable[FoundBlock]) -> dict[etree._Element, str]:
    """The texts of paragraphs, and of rows, that belong to no block."""
    taken = {p.index for found in blocks for p in paragraphs_of(found)}
    found: dict[etree._Element, str] = {}
    rows: dict[etree._Element, list[str]] = {}
    for paragraph in paragraphs:
        text = " ".join(paragraph.text.split())
        if paragraph.index not in taken and not paragraph.shadow and text:
            found[paragraph.element] = text
            if paragraph.row is not None:
                rows.setdefault(paragraph.row.element, []).append(text)
    return {**found, **{row: CELL_END.join(texts) for row, texts in rows.items()}}


def _stands_in(container: etree._Element, beside: etree._Element, fresh: etree._Element) -> bool:
    """Whether what is put beside an element comes into the container; rows stand among rows alone."""
    if (fresh.tag == TR) != (beside.tag == TR):
        return False
    return next(beside.iterancestors(TBL if fresh.tag == TR else TC, _BODY), None) is container
