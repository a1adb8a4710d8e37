"""Adds, removes and moves paragraphs, rows and tables of an edited paper, each beside the neighbour it has today."""

from collections.abc import Mapping, Sequence
from itertools import compress

from lxml import etree

from reports.office_files.package_parts import Parts
from reports.refreshing.copies import Copies
from reports.refreshing.numbers import renumber
from reports.refreshing.pen import Pen
from reports.refreshing.proposals import Choice
from reports.refreshing.removal import remove_block, remove_table
from reports.refreshing.spots import Spot, Spots
from reports.refreshing.work import AddWork, RemoveWork, Work
from reports.word.xml import TBL, TC, P, parent_of, w


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
        self.spots = Spots(work, self.placed)

    def carry_out(self) -> bool:
        """Does what was chosen; whether anything was."""
        work = self.work
        moves = [move.block for move in work.moves if self.chosen.get(move.key) == "today"]
        wanted = self._wanted([one.key for one in work.adds])
        adds = {one.blocks[0]: one for one in compress(work.adds, wanted)}
        removes = list(compress(work.removes, self._wanted([one.key for one in work.removes])))
        for at in moves:
            del self.placed[at]
        self.spots.take_places(adds.values(), removes)
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
        spot = self.spots.of(one.element)
        if spot is None:
            return
        made = self.copies.of(one, spot.element)
        _put(made, spot)
        for at, element in self.copies.blocks(one, made):
            self.placed[at] = element
            self.added.add(at)

    def _move(self, at: int) -> None:
        found = self.work.there[at]
        spot = self.spots.of(self.work.fresh.element(self.work.fresh.base[at]))
        self.placed[at] = found.element
        if spot is None or spot.element is found.element:
            return
        moved = self.copies.moved(found)
        _put(moved, spot)
        self.placed[at] = moved

    def _remove(self, one: RemoveWork) -> None:
        if one.table is not None:
            remove_table(one.table, self.pen)
            return
        for found in one.found:
            remove_block(found, self.pen)


def _put(made: etree._Element, spot: Spot) -> None:
    """Puts an element where it belongs; a body ends with its section, and a cell with a paragraph."""
    beside, side = spot
    if side == "inside":
        last = beside[-1] if len(beside) else None
        if last is not None and last.tag == w("sectPr"):
            last.addprevious(made)
        else:
            beside.append(made)
    else:
        (beside.addnext if side == "after" else beside.addprevious)(made)
    if made.tag == TBL and made.getnext() is None and parent_of(made).tag == TC:
        made.addnext(etree.Element(P))
