"""The new list of what a refreshed paper printed: today's, under the anchors that the paper has."""

import re
from typing import TYPE_CHECKING

from reports.refreshing.match import row_number
from reports.refreshing.work import Work
from reports.word.trace_part import CELL_XML

if TYPE_CHECKING:
    from reports.refreshing.places import Structure

_NAMED = re.compile(
    r'<(?P<what>block|print) id="(?P<id>[^"]*)"(?P<rest>[^>]*>)(?:(?P<number>\d+)(?=' + CELL_XML + "))?"
)


def new_trace(work: Work, structure: "Structure") -> str:
    """The whole part. Rows bear the numbers that they have in the paper, which follow their order there."""
    base = work.fresh.base
    numbers = {base[today].id: row_number(work.base[old]) for old, today in work.pairs.items()}
    numbers |= {base[today].id: number for today, number in structure.numbers.items()}

    def renamed(found: re.Match[str]) -> str:
        name = found["id"]
        number = found["number"] or ""
        if number and found["what"] == "block":
            number = numbers.get(name) or number
        return f'<{found["what"]} id="{work.id_of(name)}"{found["rest"]}{number}'

    return _NAMED.sub(renamed, work.fresh.trace)
