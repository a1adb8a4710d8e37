"""Adds, removes and moves paragraphs, rows and tables of an edited paper, each beside the neighbour it has today."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import compress

from lxml import etree

from reports.office_files.package_parts import Parts
from reports.prints import CELL_END
from reports.refreshing.copies import Copies
from reports.refreshing.lists import standing_table
from reports.refreshing.numbers import renumber
from reports.refreshing.pen import Pen
from reports.refreshing.proposals import Choice
from reports.refreshing.removal import remove_block, remove_table
from reports.refreshing.work import AddWork, RemoveWork, Work
from reports.word.found import FoundBlock, paragraphs_of
from reports.word.story import Paragraph
from reports.word.xml import TBL, TR, P

_BESIDE = (P, TBL, TR)


class Structure:
    """The lists of the paper as they become: where each block of today's paper stands in the edited one."""

    def __init__(self, work: Work, pen: Pen, chosen: Mapping[str, Choice], parts: Parts) -> None:
        self.work = work
        self.pen = pen
        self.chosen = chosen
        self.placed: dict[int, etree._Element] = {at: found.element for at, found in work.there.items()}
        self.placed.update(work.adopted)
        self.added: set[int] = set()
        self.numbers: dict[int, str] = {}  # today's block → the number that its row bears now
        self.copies = Copies(work, pen, parts)

    def carry_out(self) -> bool:
        """Does what was chosen; whether anything was."""
        work = self.work
        moves = [move.block for move in work.moves if self.chosen.get(move.key) == "today"]
        wanted = self._wanted([one.key for one in work.adds])
        adds = {one.blocks[0]: one for one in compress(work.adds, wanted)}
        removes = list(compress(work.removes, self._wanted([one.key for one in work.removes])))
        for at in moves:
            del self.placed[at]
        for at in sorted((*moves, *adds)):
            if at in adds:
                self._add(adds[at])
            else:
                self._move(at)
        if moves or adds or removes:
            renumber(self, {id(found) for one in removes for found in one.found})
        self.copies.mark()
        for one in removes:
            self._remove(one)
        return bool(moves or adds or removes)

    def _wanted(self, keys: Sequence[str]) -> list[bool]:
        """Which were chosen; what says nothing (a line between) goes with what was proposed beside it."""
        choices = [self.chosen.get(key) for key in keys]
        near = [(*reversed(choices[: at + 1]), *choices[at:]) for at in range(len(choices))]
        return [next((choice for choice in one if choice), "today") == "today" for one in near]

    def _add(self, one: AddWork) -> None:
        slot = self.work.fresh.base[one.blocks[0]].slot
        place = self._place(one.element) or self._beside_slot(slot)
        if place is None:
            return
        beside, after = place
        made = self.copies.of(one, beside)
        (beside.addnext if after else beside.addprevious)(made)
        for at, element in self.copies.blocks(one, made):
            self.placed[at] = element
            self.added.add(at)

    def _move(self, at: int) -> None:
        found = self.work.there[at]
        place = self._place(self.work.fresh.element(self.work.fresh.base[at]))
        self.placed[at] = found.element
        if place is None or place[0] is found.element or not _may_move(found):
            return
        beside, after = place
        moved = self.copies.moved(found)
        (beside.addnext if after else beside.addprevious)(moved)
        self.placed[at] = moved

    def _remove(self, one: RemoveWork) -> None:
        if one.table is not None:
            remove_table(one.table, self.pen)
            return
        for found in one.found:
            remove_block(found, self.pen)

    def _place(self, fresh: etree._Element) -> tuple[etree._Element, bool] | None:
        """Where something of today's paper belongs: an element of the edited one, and whether after it."""
        for before in fresh.itersiblings(*_BESIDE, preceding=True):
            beside = self._present(before)
            if beside is not None and _may_stand(fresh, beside):
                return beside, True
        for following in fresh.itersiblings(*_BESIDE):
            beside = self._present(following, last=False)
            if beside is not None and _may_stand(fresh, beside):
                return beside, False
        return None

    def _beside_slot(self, slot: str) -> tuple[etree._Element, bool] | None:
        for found in self.work.paper.found:
            if found.block.slot == slot:
                return found.element, False
        return None

    def _present(self, fresh: etree._Element, *, last: bool = True) -> etree._Element | None:
        """The element of the edited paper that one of today's stands as, or None."""
        if fresh.tag == TBL:
            return self._table(fresh)
        blocks = self.work.fresh.blocks_at.get(fresh)
        if blocks is None:
            return self._fixed(fresh)
        for at in blocks:
            element = self.placed.get(at)
            if element is not None:
                found = self.work.there.get(at)
                if last and found is not None and found.row is None and found.element is element:
                    return [p.element for p in paragraphs_of(found)][-1]
                return element
        return None

    def _table(self, fresh: etree._Element) -> etree._Element | None:
        for inner in fresh.iter(P, TR):
            for at in self.work.fresh.blocks_at.get(inner, ()):
                if at in self.placed:
                    return next(self.placed[at].iterancestors(TBL), None)
        return standing_table(self.work, fresh)

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


def _may_stand(one: etree._Element, beside: etree._Element) -> bool:
    """Rows stand among rows, paragraphs and tables among one another."""
    return (one.tag == TR) == (beside.tag == TR)


def _may_move(found: FoundBlock) -> bool:
    """Whether a block is one row, or has one paragraph to itself; what was joined or split stays where it is."""
    return found.row is not None or (found.alone and found.span.first == found.span.last)
