"""Which table, row and cell of an edited paper is which of today's paper."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from reports.prints import Block
from reports.refreshing.today import TodaysPaper
from reports.word.found import FoundBlock, TracedPaper, paragraphs_of
from reports.word.xml import TBL, TC, TR, P, own_texts

_MOST_COLUMNS = 0.6
_SURE = 30  # three rows that stand in one table, and none elsewhere


@dataclass(frozen=True, eq=False)
class _FixedRow:
    """A row of the edited paper with texts of the template or the clerk, and its table."""

    table: etree._Element
    texts: set[str]


def standing_tables(
    paper: TracedPaper, fresh: TodaysPaper, there: dict[int, FoundBlock]
) -> dict[etree._Element, etree._Element]:
    """For tables of today's paper those of the edited one, outer and inner.

    They have rows and paragraphs in common; or else the fixed texts of their first row, of which the clerk may have
    renamed some. A table that stands inside a condition or loop has no fixed texts: without anything in common it is
    a new one, whatever table has the same heads.
    """
    found: dict[etree._Element, etree._Element] = {}
    waiting = []
    for table in fresh.root.iter(TBL):
        shared = _by_blocks(paper, fresh, table, there)
        if shared is not None:
            found[table] = shared
        else:
            waiting.append(table)
    if waiting:
        free = _fixed_rows(paper)
        for table, stands in found.items():
            _take_row(_fixed_heads(fresh, table), [one for one in free if one.table is stands], free)
        for table in waiting:
            row = _take_row(_fixed_heads(fresh, table), free, free)
            if row is not None:
                found[table] = row.table
    return found


def around(placed: etree._Element, inner: etree._Element, table: etree._Element) -> etree._Element | None:
    """The table around something of the edited paper that stands there for `inner` of today's `table`."""
    depth = list(inner.iterancestors(TBL)).index(table)
    return next((one for at, one in enumerate(placed.iterancestors(TBL)) if at == depth), None)


def own_rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, without those of tables inside it."""
    return [row for row in table.iter(TR) if next(row.iterancestors(TBL)) is table]


def own_cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row, without those of tables inside it."""
    return [cell for cell in row.iter(TC) if next(cell.iterancestors(TR)) is row]


def _by_blocks(
    paper: TracedPaper, fresh: TodaysPaper, table: etree._Element, there: dict[int, FoundBlock]
) -> etree._Element | None:
    votes: Counter[etree._Element] = Counter()
    for at in fresh.blocks_in(table):
        if at in there and (says := _evidence(paper, there[at].block)):
            stands = around(there[at].element, fresh.element(fresh.base[at]), table)
            if stands is not None:
                votes[stands] += says
                if votes[stands] >= _SURE and len(votes) == 1:
                    break
    return votes.most_common(1)[0][0] if votes else None


def _evidence(paper: TracedPaper, block: Block) -> int:
    """A head that is the same above every table of a loop says less than a row; one known by its words, nothing."""
    if block.prints:
        return 10
    return 1 if block.id in paper.body.spans else 0


def _fixed_rows(paper: TracedPaper) -> list[_FixedRow]:
    """The rows with texts that no block printed; first rows first.

    LibreOffice makes one table of two that touch, so the first row of one may stand in the middle of another.
    """
    ours = {p.index for one in paper.blocks.values() for p in paragraphs_of(one)}
    rows = [
        (at, _FixedRow(table.element, said))
        for table in paper.body.tables
        for at, row in enumerate(table.rows)
        if (said := _said(p.text for cell in row.cells for p in cell.paragraphs if p.index not in ours))
    ]
    return [row for _, row in sorted(rows, key=lambda one: one[0] > 0)]


def _take_row(wanted: set[str], among: list[_FixedRow], free: list[_FixedRow]) -> _FixedRow | None:
    """The row that is most like these heads, taken out of those that are free."""
    best, most = None, 0.0
    for row in among if wanted else ():
        share = len(wanted & row.texts) / len(wanted | row.texts)
        if share > most:
            best, most = row, share
    if best is None or most < _MOST_COLUMNS:
        return None
    free.remove(best)
    return best


def _fixed_heads(fresh: TodaysPaper, table: etree._Element) -> set[str]:
    """The texts of the first row that stand in the template itself."""
    blocks = fresh.blocks_at
    cells = own_cells(row) if (row := next(iter(own_rows(table)), None)) is not None and row not in blocks else []
    fixed = (p for cell in cells for p in cell.findall(P) if p not in blocks)
    return _said("".join(one.text or "" for one in own_texts(p)) for p in fixed)


def _said(texts: Iterable[str]) -> set[str]:
    return {" ".join(text.split()) for text in texts if text.strip()}
