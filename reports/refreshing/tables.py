"""Which table, row and cell of an edited paper is which of today's paper."""

from collections import Counter
from collections.abc import Iterable

from lxml import etree

from reports.prints import Block
from reports.refreshing.today import TodaysPaper
from reports.word.found import FoundBlock, TracedPaper, paragraphs_of
from reports.word.story import Table
from reports.word.xml import TBL, TC, TR, P, own_texts

_MOST_COLUMNS = 0.6


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
        shared = _by_blocks(fresh, table, there)
        if shared is not None and shared not in found.values():
            found[table] = shared
        else:
            waiting.append(table)
    if waiting:
        taken = set(found.values())
        ours = {p.index for one in paper.blocks.values() for p in paragraphs_of(one)}
        free = [(table, _heads(table, ours)) for table in paper.body.tables if table.element not in taken]
        for table in waiting:
            if (like := _by_heads(_fixed_heads(fresh, table), free)) is not None:
                found[table] = free.pop(like)[0].element
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
    fresh: TodaysPaper, table: etree._Element, there: dict[int, FoundBlock]
) -> etree._Element | None:
    votes: Counter[etree._Element] = Counter()
    for at in fresh.blocks_in(table):
        if at in there:
            block = fresh.base[at]
            stands = around(there[at].element, fresh.element(block), table)
            if stands is not None:
                votes[stands] += _weight(block)
    return votes.most_common(1)[0][0] if votes else None


def _weight(block: Block) -> int:
    """A head that is the same above every table of a loop says less than a row with its records."""
    return 10 if block.prints else 1


def _by_heads(wanted: set[str], free: list[tuple[Table, set[str]]]) -> int | None:
    best: tuple[float, int | None] = (0.0, None)
    for at, (_, heads) in enumerate(free):
        share = len(wanted & heads) / len(wanted | heads) if wanted and heads else 0.0
        if share > best[0]:
            best = share, at
    return best[1] if best[0] >= _MOST_COLUMNS else None


def _heads(table: Table, ours: set[int]) -> set[str]:
    """The texts of the first row that no block printed."""
    cells = table.rows[0].cells if table.rows else ()
    return _said(p.text for cell in cells for p in cell.paragraphs if p.index not in ours)


def _fixed_heads(fresh: TodaysPaper, table: etree._Element) -> set[str]:
    """The texts of the first row that stand in the template itself."""
    blocks = fresh.blocks_at
    cells = own_cells(row) if (row := next(iter(own_rows(table)), None)) is not None and row not in blocks else []
    fixed = (p for cell in cells for p in cell.findall(P) if p not in blocks)
    return _said("".join(one.text or "" for one in own_texts(p)) for p in fixed)


def _said(texts: Iterable[str]) -> set[str]:
    return {" ".join(text.split()) for text in texts if text.strip()}
