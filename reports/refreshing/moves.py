"""Proposals for what stands elsewhere among its neighbours today."""

from bisect import bisect_left
from collections.abc import Sequence

from lxml import etree

from reports.refreshing.lists import TOLD, shown, source_of
from reports.refreshing.proposals import Choices, Proposal
from reports.refreshing.work import MoveWork, Work
from reports.word.found import FoundBlock

MOVES: Choices = ("today", "typed"), "today"


def propose_moves(work: Work) -> None:
    """Blocks that stand elsewhere among their neighbours today, unless the clerk has moved them."""
    old_of = {today: old for old, today in work.pairs.items()}
    as_they_stand = sorted(work.there, key=lambda at: _position(work.there[at]))
    still = _longest_rising([old_of[today] for today in as_they_stand])
    groups: dict[etree._Element | None, list[int]] = {}
    for today in sorted(work.there):
        if old_of[today] in still:
            parent = work.fresh.element(work.fresh.base[today]).getparent()
            groups.setdefault(parent, []).append(today)
    for members in groups.values():
        rising = _longest_rising([old_of[today] for today in members])
        for today in members:
            if old_of[today] not in rising and work.fresh.base[today].text.strip():
                _propose_move(work, today)


def _propose_move(work: Work, today: int) -> None:
    found, block = work.there[today], work.fresh.base[today]
    key = f"move:{found.id}"
    before = [work.fresh.base[at] for at in range(today) if at in work.there][-1:]
    after = f"Sau: {shown(before[0].text)}" if before else "Lên đầu"
    choices, default = MOVES if _may_move(found) else TOLD
    work.proposals.append(
        Proposal(key, "move", found.place, shown(found.text), "", after, *source_of(block), choices, default)
    )
    if choices is MOVES[0]:
        work.moves.append(MoveWork(key, today))


def _may_move(found: FoundBlock) -> bool:
    """Whether a block is one row, or has one paragraph to itself; what was joined or split stays where it is."""
    return found.row is not None or (found.alone and found.span.first == found.span.last)


def _position(found: FoundBlock) -> tuple[int, int]:
    return found.span.first, found.span.start


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The members of a longest rising series among different numbers."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        before[number] = tails[at - 1] if at else None
        tails[at : at + 1] = [number]
    found: set[int] = set()
    last: int | None = tails[-1] if tails else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
