"""The cells of a printed row found again in a row whose columns the clerk may have changed."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from reports.prints import CELL_END, Block
from reports.word.story import Row

_Columns = tuple[int, ...]


def cells_of(row: Row) -> str:
    """The text of a row; CELL_END between its cells."""
    return CELL_END.join([cell.text for cell in row.cells])


def columns_of(rows: Sequence[tuple[Block, Row]]) -> list[_Columns]:
    """For each row: for each of its printed cells the number of the cell where it stands now, or -1.

    Rows of one table that lost or got as many cells agree on it by a vote, so that a retyped cell does no harm.
    """
    printed = [block.text.split(CELL_END) for block, _ in rows]
    votes: dict[tuple[int, int, int], Counter[tuple[int, int]]] = {}
    keys = []
    for texts, (_, row) in zip(printed, rows, strict=True):
        key = (id(row.table), len(texts), len(row.cells))
        keys.append(key)
        if key[1] != key[2]:
            votes.setdefault(key, Counter()).update(_pairs(texts, [cell.text for cell in row.cells]))
    agreed = {key: _agreed(key[1], vote) for key, vote in votes.items()}
    return [agreed.get(key) or tuple(range(key[1])) for key in keys]


def _pairs(printed: Sequence[str], found: Sequence[str]) -> list[tuple[int, int]]:
    pairs = []
    for act, start, end, at, to in SequenceMatcher(None, printed, found, autojunk=False).get_opcodes():
        if act == "equal" or (act == "replace" and end - start == to - at):
            pairs += list(zip(range(start, end), range(at, to), strict=True))
    return pairs


def _agreed(width: int, vote: Counter[tuple[int, int]]) -> _Columns:
    """The most voted place of each printed cell; places only ever grow from left to right."""
    columns, last = [], -1
    for column in range(width):
        places = [(count, -at) for (one, at), count in vote.items() if one == column and at > last]
        last = -max(places)[1] if places else last
        columns.append(last if places else -1)
    return tuple(columns)
