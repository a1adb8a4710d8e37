"""The order of lines where one indicator is made of others: a total first, then the parts it is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ward.year_figures import Line


def totals_first(lines: Sequence[Line]) -> list[Line]:
    """The same lines; a total stands where it or the first of its parts stood, and its parts right below it.

    A part of several totals stands below the last of them. Totals that are parts of each other stay at the end.
    """
    parts = _parts(lines)
    totals: dict[int, list[int]] = defaultdict(list)
    for total, found in parts.items():
        for part in found:
            totals[part].append(total)
    placed: dict[int, None] = {}
    raised: set[tuple[int, int]] = set()
    waiting = list(range(len(lines)))[::-1]
    while waiting:
        place = waiting.pop()
        above = [total for total in totals[place] if total not in placed]
        if place in placed:
            continue
        if not above:
            placed[place] = None
            waiting.extend(parts.get(place, ())[::-1])
        else:
            new = [total for total in above if (place, total) not in raised]
            raised.update((place, total) for total in new)
            waiting.extend(new[::-1])
    return [lines[place] for place in (*placed, *(place for place in range(len(lines)) if place not in placed))]


def _parts(lines: Sequence[Line]) -> dict[int, list[int]]:
    """The places of the parts of each line that is a total."""
    of_indicator: dict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if line.indicator:
            of_indicator[line.indicator.id].append(place)
    found: dict[int, list[int]] = defaultdict(list)
    for indicator in {line.indicator.id: line.indicator for line in lines if line.indicator}.values():
        parts = {place for part in indicator.parts for place in of_indicator.get(part, ()) if part != indicator.id}
        for place in sorted(parts):
            total = _total_of(lines, place, of_indicator[indicator.id])
            if total is not None:
                found[total].append(place)
    return found


def _total_of(lines: Sequence[Line], part: int, totals: Sequence[int]) -> int | None:
    """The line among these that a part adds to: that of its own scope, else the one of the whole ward."""
    same = [total for total in totals if lines[total].about == lines[part].about]
    scope = _scope(lines[part])
    own = [total for total in same if _scope(lines[total]) == scope]
    whole = [total for total in same if len(same) == 1 or not any(_scope(lines[total]))]
    return next(iter(own or whole), None)


def _scope(line: Line) -> tuple[tuple[int, ...], str]:
    return line.scope, line.scope_words
