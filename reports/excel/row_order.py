"""Whether the rows of a filled sheet were sorted by hand: the cells' values moved, the names of the rows did not."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping

from reports.excel.refresh_match import FilledRow, filled_rows
from reports.excel.trace import BaseCell, SheetCell, SheetPaper

SORTED_BY_HAND = (
    "Các dòng của trang tính “{}” đã bị xếp lại thứ tự (ví dụ bằng lệnh Sort của Excel), nên chương trình không "
    "biết số nào là của dòng nào. Tệp được giữ nguyên. Hãy xếp các dòng về thứ tự lúc lập biểu rồi làm lại, "
    "hoặc lập biểu mới."
)
_CELLS = 2
"""So many cells with the texts of one other row tell that it is that row."""
_ROWS = 2

Held = Mapping[str, Hashable]


def sorted_sheet(paper: SheetPaper) -> str:
    """The name of the first sheet in which two or more rows hold what was printed in other rows; "" for none."""
    sheets: defaultdict[str, list[FilledRow]] = defaultdict(list)
    for row in filled_rows(paper):
        sheets[row.sheet].append(row)
    return next((paper.titles.get(name, name) for name, rows in sheets.items() if _is_sorted(paper, rows)), "")


def _is_sorted(paper: SheetPaper, rows: Iterable[FilledRow]) -> bool:
    printed: list[Held] = []
    now: list[Held] = []
    for row in rows:
        printed.append({column: _printed(cell) for column, cell in row.cells.items() if cell.whole})
        now.append({column: _now(paper, row.cells[column]) for column in printed[-1]})
    holders: defaultdict[tuple[str, Hashable], list[int]] = defaultdict(list)
    for number, cells in enumerate(printed):
        for found in cells.items():
            holders[found].append(number)
    moved = 0
    for number in range(len(printed)):
        moved += _holds_another(number, printed, now, holders)
        if moved == _ROWS:
            return True
    return False


def _holds_another(
    number: int, printed: list[Held], now: list[Held], holders: Mapping[tuple[str, Hashable], list[int]]
) -> bool:
    """Whether a row shows the texts of another one, which for its part no longer shows them itself."""
    changed = [
        (column, found)
        for column, found in now[number].items()
        if found is not None and found != printed[number][column]
    ]
    alike: Counter[int] = Counter(other for found in changed for other in holders.get(found, ()))
    for other, count in alike.items():
        if count < _CELLS and count * 2 <= len(printed[number]):
            continue
        shared = [column for column, found in changed if printed[other].get(column) == found]
        left = sum(1 for column in shared if now[other][column] != printed[other][column])
        if left * 2 >= len(shared):
            return True
    return False


def _printed(cell: BaseCell) -> Hashable:
    return cell.number if cell.is_number else _plain(cell.whole)


def _now(paper: SheetPaper, cell: BaseCell) -> Hashable:
    """What a filled cell holds now; None where it is gone or empty, or a formula stands there."""
    place = paper.now(cell.place)
    there: SheetCell | None = paper.by_place.get(place) if place else None
    if there is None or there.cell.formula:
        return None
    return _plain(there.cell.text) if there.cell.number is None else there.cell.number


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
