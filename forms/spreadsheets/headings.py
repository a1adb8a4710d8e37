"""Which column of a table is which: guessed from its heads, in the many ways in which wards write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from forms.spreadsheets.spellings import Spellings
from forms.spreadsheets.tables import Line, Merge, Table
from ward.search import words

LOOKED_AT = 40
"""How many rows are searched for the heads; above them stand the letterhead and the title."""
MOST_LETTERS = 90
_EXACT, _BEGINS, _WITHIN, _STEP = 4, 2, 1, 100
_SHORT = 4
"""Spellings of so few letters must be the whole head: “Số” is no beginning of “Số điện thoại”."""


@dataclass(frozen=True)
class Heads:
    """What the heads say: their last row (0: there are none), the column of each key, all labels, the title above."""

    last_row: int
    columns: Mapping[str, int]
    labels: Mapping[int, str]
    title: str = ""

    @property
    def unknown(self) -> Mapping[int, str]:
        """The columns that have a head which is no known one."""
        known = set(self.columns.values())
        return {column: label for column, label in self.labels.items() if column not in known and label}


NO_HEADS = Heads(0, {}, {})


def read_heads(table: Table, spellings: Spellings, needed: str = "name") -> Heads:
    """The heads of a table, over one or two rows, below whatever title; NO_HEADS where no row names `needed`."""
    best, best_score = NO_HEADS, 0
    lines = table.lines[:LOOKED_AT]
    for place, line in enumerate(lines):
        for depth in (1, 2):
            rows = lines[place : place + depth]
            if len(rows) < depth or len(line.filled) < 2:
                continue
            labels = _labels(rows, table.merges)
            columns, score = _assigned(labels, spellings)
            score = score * 2 - (depth - 1)
            if needed in columns and score > best_score:
                above = [cell for line in lines[:place] for cell in line.cells if cell]
                best, best_score = Heads(rows[-1].number, columns, labels, " ".join(above)), score
    return best


def chosen_heads(heads: Heads, columns: Mapping[str, int]) -> Heads:
    """The same heads with columns that a person chose: a key that is not among them is not read."""
    return Heads(heads.last_row, dict(columns), heads.labels, heads.title)


def _labels(rows: Sequence[Line], merges: Iterable[Merge]) -> dict[int, str]:
    """The label of each column: what stands above several columns goes before what stands below it."""
    labels: dict[int, list[str]] = {}
    for row in rows:
        spread = _spread(row, merges)
        for column, text in spread.items():
            if text and text not in labels.setdefault(column, []):
                labels[column].append(text)
    return {column: " ".join(texts) for column, texts in labels.items()}


def _spread(row: Line, merges: Iterable[Merge]) -> dict[int, str]:
    """The texts of a row, those of cells joined sideways in each of their columns."""
    texts = dict(enumerate(row.cells))
    for merge in merges:
        if merge.first_row == row.number and merge.last_column > merge.first_column:
            for column in range(merge.first_column + 1, merge.last_column + 1):
                texts[column] = texts.get(merge.first_column, "")
    return texts


def _assigned(labels: Mapping[int, str], spellings: Spellings) -> tuple[dict[str, int], int]:
    """One column for each key, the surest first; and how sure all of it is."""
    ranked = sorted(
        (-likeness, column, key)
        for column, label in labels.items()
        for key in spellings
        if (likeness := _likeness(label, tuple(spellings[key])))
    )
    columns: dict[str, int] = {}
    total = 0
    for likeness, column, key in ranked:
        if key not in columns and column not in columns.values():
            columns[key] = column
            total += -likeness // _STEP
    return columns, total


@lru_cache(maxsize=4096)
def _likeness(label: str, spellings: tuple[str, ...]) -> int:
    """How much a label is one of the spellings (0: not at all); what is long is no head."""
    said = " ".join(words(label))
    if not said or len(said) > MOST_LETTERS:
        return 0
    best = 0
    for place, spelling in enumerate(spellings):
        long_enough = len(spelling) > _SHORT
        if said == spelling:
            best = max(best, _EXACT * _STEP + _STEP - 1 - place)
        elif long_enough and said.startswith(f"{spelling} "):
            best = max(best, _BEGINS * _STEP + len(spelling))
        elif long_enough and f" {spelling} " in f" {said} ":
            best = max(best, _WITHIN * _STEP + len(spelling))
    return best
