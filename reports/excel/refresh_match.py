"""Which filled row of an old sheet is which row of today's: by the records that it prints, else by its texts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reports.excel.prints import FIXED_ROW
from reports.excel.trace import BaseCell, SheetPaper, SheetPrint
from ward.exact import show_number

Key = tuple[str, str]
Place = tuple[str, int]
_SAME_TEXT = 0.001


@dataclass(frozen=True)
class FilledRow:
    """A filled row as it was printed: its sheet and number, its cells by the template's columns, its values."""

    sheet: str
    number: int
    slot: str
    cells: Mapping[str, BaseCell]
    prints: tuple[SheetPrint, ...]

    @property
    def keys(self) -> set[Key]:
        return {key_of(one) for one in self.prints}

    @property
    def text(self) -> str:
        """The row to be shown: its texts and numbers in order."""
        return " | ".join(text_of(cell) for cell in self.cells.values() if cell.whole)

    def prints_in(self, column: str) -> tuple[SheetPrint, ...]:
        """The values printed in the cell of a column of the template."""
        cell = self.cells.get(column)
        return tuple(one for one in self.prints if cell is not None and one.base == cell.place)


def filled_rows(paper: SheetPaper) -> list[FilledRow]:
    """The filled rows of a paper as it was made, in order."""
    cells: defaultdict[Place, dict[str, BaseCell]] = defaultdict(dict)
    prints: defaultdict[Place, list[SheetPrint]] = defaultdict(list)
    for cell in paper.base:
        cells[cell.place.sheet, cell.place.row][cell.model] = cell
    for one in paper.prints:
        prints[one.base.sheet, one.base.row].append(one)
    return [
        FilledRow(sheet, number, next(iter(found.values())).slot, found, tuple(prints[sheet, number]))
        for (sheet, number), found in cells.items()
    ]


def key_of(one: SheetPrint) -> Key:
    """What a value is: its record and field; a computed one's field and label."""
    return (one.record, one.field) if one.record else (f"/{one.what}", one.field)


def pair_rows(base: Sequence[FilledRow], today: Sequence[FilledRow]) -> dict[int, int]:
    """For the number of an old row in `base` that of its row in `today`; of the same row of the template only."""
    slots: defaultdict[tuple[str, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    titles = _same_sheets(base, today)
    for number, row in enumerate(base):
        slots[titles.get(row.sheet, row.sheet), row.slot][0].append(number)
    for number, row in enumerate(today):
        slots[row.sheet, row.slot][1].append(number)
    pairs: dict[int, int] = {}
    for (_, slot), (old, new) in slots.items():
        fixed = slot.startswith(FIXED_ROW)
        pairs.update(zip(old, new, strict=False) if fixed else _pairs_of_slot(base, today, old, new))
    return pairs


def _same_sheets(base: Sequence[FilledRow], today: Sequence[FilledRow]) -> dict[str, str]:
    """For sheets that were renamed before an earlier refresh: today's sheets that are left, in order."""
    old, new = (list(dict.fromkeys(row.sheet for row in rows)) for rows in (base, today))
    return dict(
        zip((title for title in old if title not in new), (one for one in new if one not in old), strict=False)
    )


def _pairs_of_slot(
    base: Sequence[FilledRow], today: Sequence[FilledRow], old: Sequence[int], new: Sequence[int]
) -> dict[int, int]:
    """The most alike first: a record that few rows speak of tells more than one that all do."""
    spoken = Counter(key for number in old for key in base[number].keys)
    having: defaultdict[Key, list[int]] = defaultdict(list)
    for number in new:
        for key in today[number].keys:
            having[key].append(number)
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for mine in old:
        for key in base[mine].keys:
            for theirs in having[key]:
                weights[mine, theirs] += 1 / spoken[key]
    for mine, theirs in weights:
        weights[mine, theirs] += _SAME_TEXT * _alike(base[mine], today[theirs])
    ranked = sorted(weights, key=lambda pair: (-weights[pair], abs(pair[0] - pair[1]), pair))
    pairs = _taken(ranked)
    left = [number for number in old if number not in pairs and not base[number].keys]
    free = [number for number in new if number not in pairs.values() and not today[number].keys]
    return pairs | _pairs_without_records(base, today, left, free)


def _pairs_without_records(
    base: Sequence[FilledRow], today: Sequence[FilledRow], old: Sequence[int], new: Sequence[int]
) -> dict[int, int]:
    """Rows of words alone: those that read the same; then, where as many are left, in their order."""
    same = _taken((mine, theirs) for mine in old for theirs in new if base[mine].text == today[theirs].text)
    rest = [number for number in old if number not in same]
    free = [number for number in new if number not in same.values()]
    return same | (dict(zip(rest, free, strict=True)) if len(rest) == len(free) else {})


def _taken(ranked: Iterable[tuple[int, int]]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for mine, theirs in ranked:
        if mine not in pairs and theirs not in used:
            pairs[mine] = theirs
            used.add(theirs)
    return pairs


def _alike(one: FilledRow, other: FilledRow) -> int:
    return sum(1 for column, cell in one.cells.items() if column in other.cells and _same(cell, other.cells[column]))


def _same(one: BaseCell, other: BaseCell) -> bool:
    return bool(one.whole) and one.whole == other.whole


def text_of(cell: BaseCell) -> str:
    """What a filled cell shows, to be read: numbers as they are written in Vietnamese."""
    return cell.whole if cell.number is None else show_number(cell.number)
