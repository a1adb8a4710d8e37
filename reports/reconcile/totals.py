"""Totals equal lists: counts and what is listed now, table columns and their sums, a whole and its parts."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.reconcile.opened import Item, OpenedPaper, PaperFinding, Table, Value, is_same, plain, short
from reports.reconcile.same_figure import amount
from ward.exact import EXACT
from ward.figures import show_number
from ward.text import fold

_COUNT_FIELDS = ("collectives", "persons", "households", "recipients")
_TOTAL_ROWS = ("cong", "tong", "tong cong", "tong so", "cong chung", "cong:", "tong:", "tong cong:", "tong so:")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_NAMED = re.compile(r"(\d+)\s(tập thể|cá nhân|hộ gia đình|hộ)\s\(([^()]*)\)")
_OTHERS = r"[^.;\d]*?"
_PARTED = re.compile(
    rf"({_NUMBER.pattern})\s{_OTHERS}(?:trong đó|gồm){_OTHERS}({_NUMBER.pattern})\s{_OTHERS}(?:và|,)\s*{_OTHERS}"
    rf"({_NUMBER.pattern})"
)


def counts_beside_lists(papers: Sequence[OpenedPaper]) -> Iterator[PaperFinding]:
    """Counts of records of which some no longer stand in the paper's lists."""
    for paper in papers:
        lists = _lists(paper)
        for value in paper.values:
            counted = value.of or ((value.record,) if value.field in _COUNT_FIELDS else ())
            if not counted or value.text is None or value.is_touched or amount(value.text) is None:
                continue
            for lost in _lost(counted, lists, value.item):
                yield _not_listed(paper, value, lost)


def _lists(paper: OpenedPaper) -> dict[str, list[Item]]:
    """The items of the paper's lists by each record that they are about."""
    found: dict[str, list[Item]] = {}
    for item in paper.items:
        if item.in_list and len(item.key) == 32:
            found.setdefault(item.key, []).append(item)
    return found


def _lost(counted: Sequence[str], lists: dict[str, list[Item]], own: str) -> Iterator[Item]:
    """Of each counted record that was listed outside the count's own line and is listed no more, what was said."""
    for record in counted:
        items = [item for item in lists.get(record, ()) if item.id != own]
        if items and all(item.text is None for item in items):
            yield items[0]


def _not_listed(paper: OpenedPaper, value: Value, lost: Item) -> PaperFinding:
    text = plain(value.text or "")
    sentence = (
        f"Số “{text}” vẫn đếm cả mục đã bỏ khỏi danh sách: “{short(lost.printed)}” "
        "Hãy đưa mục ấy trở lại, hoặc sửa bản ghi rồi cập nhật số liệu."
    )
    return PaperFinding(
        "list", paper.name, value.place, sentence, (text, short(lost.printed)), value.record, value.field, value.id
    )


def counts_beside_names(papers: Sequence[OpenedPaper]) -> Iterator[PaperFinding]:
    """Sentences like “03 tập thể (A; B; C)” that agreed when they were printed and no longer do."""
    for paper in papers:
        for item in paper.items:
            if item.text is None or is_same(item.text, item.printed):
                continue
            agreed = {kind: stated for stated, kind, named in _named(item.printed) if stated == named}
            for stated, kind, named in _named(item.text):
                if kind in agreed and stated != named:
                    sentence = (
                        f"Câu này ghi {stated:02d} {kind} nhưng kể tên {named:02d}. "
                        "Hãy xem lại số hay danh sách tên trong ngoặc."
                    )
                    values = (f"{stated:02d}", f"{named:02d}")
                    yield PaperFinding("list", paper.name, item.place, sentence, values, item.key)


def _named(text: str) -> list[tuple[int, str, int]]:
    """Each count of a sentence, of whom, and how many names follow it in brackets."""
    return [
        (int(found[1]), found[2], len([name for name in found[3].split(";") if name.strip()]))
        for found in _NAMED.finditer(plain(text))
    ]


def parts_beside_wholes(papers: Sequence[OpenedPaper]) -> Iterator[PaperFinding]:
    """Sentences like “24 tổ, trong đó 10 … và 14 …” that added up when they were printed and no longer do."""
    for paper in papers:
        for item in paper.items:
            if item.text is None or is_same(item.text, item.printed):
                continue
            if not any(whole == first + second for whole, first, second in _parted(item.printed)):
                continue
            for whole, first, second in _parted(item.text):
                if whole != first + second:
                    told, found = show_number(whole), show_number(EXACT.add(first, second))
                    sentence = (
                        f"Câu này ghi {told}, trong đó {show_number(first)} và {show_number(second)}, "
                        f"cộng lại là {found}. Hãy xem lại các số của câu."
                    )
                    yield PaperFinding("sum", paper.name, item.place, sentence, (told, found), item.key)


def _parted(text: str) -> list[tuple[Decimal, Decimal, Decimal]]:
    return [tuple(map(_decimal, found.groups())) for found in _PARTED.finditer(plain(text))]  # type: ignore[misc]


def columns_beside_totals(papers: Sequence[OpenedPaper]) -> Iterator[PaperFinding]:
    """Columns of tables whose row “Cộng” or “Tổng” is not the sum of the rows above it."""
    for paper in papers:
        for table in paper.tables:
            yield from _totals(paper, table)


def _totals(paper: OpenedPaper, table: Table) -> Iterator[PaperFinding]:
    above: list[tuple[str, ...]] = []
    for place, cells in table.rows:
        if not any(fold(cell) in _TOTAL_ROWS for cell in cells[:3]):
            above.append(cells)
            continue
        for column, cell in enumerate(cells):
            stated, parts = _exact(cell), _column(above, column)
            if stated is None or not parts:
                continue
            found = sum(parts, Decimal(0))
            if stated != found:
                told, added = show_number(stated), show_number(found)
                sentence = f"Dòng “{_title(cells)}” ghi {told} nhưng các dòng trên cộng lại là {added}. Hãy xem lại."
                yield PaperFinding("sum", paper.name, place, sentence, (told, added))
        above = []


def _column(rows: Sequence[tuple[str, ...]], column: int) -> list[Decimal]:
    """The numbers of a column above its total, but the head; nothing where a cell holds anything else."""
    cells = [row[column].strip() for row in rows if column < len(row)]
    if len(cells) != len(rows):
        return []
    while cells and _exact(cells[0]) is None and cells[0]:
        cells.pop(0)
    numbers = [_exact(cell) for cell in cells if cell not in ("", "-", "–")]
    known = [number for number in numbers if number is not None]
    return known if len(known) == len(numbers) else []


def _title(cells: Sequence[str]) -> str:
    return next(cell.strip() for cell in cells if fold(cell) in _TOTAL_ROWS)


def _exact(cell: str) -> Decimal | None:
    return _decimal(cell.strip()) if _NUMBER.fullmatch(cell.strip()) else None


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))
