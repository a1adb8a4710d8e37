"""Proposals for lists: paragraphs, rows and tables that came, went or moved, and those that the clerk took out."""

from collections.abc import Iterable, Sequence

from lxml import etree

from reports.prints import CELL_END, Block
from reports.refreshing.match import records_of
from reports.refreshing.proposals import Choices, Proposal
from reports.refreshing.spots import Spots
from reports.refreshing.texts import same
from reports.refreshing.values import propose_value, unambiguous
from reports.refreshing.work import AddWork, RemoveWork, Work
from reports.word.columns import cells_of
from reports.word.found import FoundBlock, paragraphs_of
from reports.word.story import PARAGRAPH_END
from reports.word.xml import TBL

_SHOWN_ROWS = 6
TOLD: Choices = ("typed",), "typed"
"""Of what cannot be done in the edited paper: it is told, and stays as it is."""
_NO_PLACE = "Ở {}: “{}” không tự thêm được, vì chỗ của nó trong tệp không còn. Hãy lập lại văn bản nếu cần."
_TELLING = 12  # a shorter text may stand anywhere by chance


def propose_lists(work: Work) -> None:
    """Everything that today's paper has more, less, or elsewhere than the edited one."""
    gone = [at for at in range(len(work.base)) if at not in work.pairs]
    new = sorted(set(range(len(work.fresh.base))) - set(work.pairs.values()))
    _propose_removals(
        work, [work.paper.blocks[work.base[at].id] for at in gone if work.base[at].id in work.paper.blocks]
    )
    for old, today in work.pairs.items():
        if today not in work.there and work.base[old].text.strip():
            _propose_deleted(work, work.base[old], today)
    if new:
        work.unmarked = _unmarked(work)
        _propose_additions(work, [at for at in new if not _adopt(work, at)])


def shown(text: str) -> str:
    """A block's text for the clerk: the cells of a row with bars between."""
    return text.replace(CELL_END, " | ").replace(PARAGRAPH_END, "\n").strip(" |")


def source_of(block: Block) -> tuple[str, str, str]:
    first = next(iter(block.prints), None)
    return (first.record, first.field, first.what) if first else ("", "", "")


def _propose_removals(work: Work, gone: Sequence[FoundBlock]) -> None:
    tables: dict[etree._Element, list[FoundBlock]] = {}
    for found in gone:
        for table in found.element.iterancestors(TBL):
            tables.setdefault(table, []).append(found)
    whole = {table: parts for table, parts in tables.items() if _is_whole(work, table, parts)}
    whole = {table: parts for table, parts in whole.items() if whole.keys().isdisjoint(table.iterancestors(TBL))}
    inside = {found.id for parts in whole.values() for found in parts}
    for table, parts in whole.items():
        _propose_removal(work, parts, table)
    for found in gone:
        if found.id not in inside:
            _propose_removal(work, [found], None)


def _is_whole(work: Work, table: etree._Element, gone: Sequence[FoundBlock]) -> bool:
    """Whether nothing of a table is left but what today's paper no longer has."""
    ours = {p.index for found in gone for p in paragraphs_of(found)}
    rest = (p for p in work.paper.body.paragraphs if p.index not in ours and table in p.element.iterancestors(TBL))
    return not any(paragraph.text.strip() for paragraph in rest)


def _propose_removal(work: Work, parts: Sequence[FoundBlock], table: etree._Element | None) -> None:
    untouched = all(map(_is_untouched, parts))
    printed = _listing([shown(found.block.text) for found in parts])
    typed = "" if untouched else _listing([shown(found.text) for found in parts])
    key = f"remove:{parts[0].id}"
    if printed or typed:
        work.proposals.append(
            Proposal(
                key, "remove", parts[0].place, printed, typed, "", *source_of(parts[0].block),
                ("today", "typed"), "today" if untouched else None,
            )
        )  # fmt: skip
    work.removes.append(RemoveWork(key, tuple(parts), table))
    today = {} if untouched else unambiguous(list(work.fresh.prints))
    for one in (one for found in parts for one in found.block.prints):
        new = today.get((one.record, one.field))
        if new is not None and one.record and one.id in work.paper.values:
            propose_value(work, one, new, within=(key,))


def _is_untouched(found: FoundBlock) -> bool:
    """Whether nobody wrote in a block. A row's number follows the order; columns may come and go, if empty."""
    if found.row is None:
        return same(found.text, found.block.text)
    texts = [cell.text for cell in found.row.cells]
    own = set(range(len(texts))) - set(found.columns)
    for printed, column in zip(found.block.text.split(CELL_END), found.columns, strict=True):
        if column >= 0 and not same(printed, texts[column]) and not (printed.isdigit() and texts[column].isdigit()):
            return False
    return not any(texts[column].strip() for column in own)


def _listing(texts: Iterable[str]) -> str:
    lines = [text for text in texts if text]
    more = len(lines) - _SHOWN_ROWS
    return "\n".join([*lines[:_SHOWN_ROWS], *([f"… và {more} dòng nữa"] if more > 0 else [])])


def _propose_deleted(work: Work, old: Block, today: int) -> None:
    new = work.fresh.base[today]
    key = f"deleted:{old.id}"
    element = work.fresh.element(new)
    has_place = _has_place(work, element)
    choices: Choices = (("typed", "today"), "typed") if has_place else TOLD
    work.proposals.append(
        Proposal(key, "deleted", "", shown(old.text), "", shown(new.text), *source_of(new), *choices)
    )
    if has_place:
        work.adds.append(AddWork(key, element, (today,)))


def _adopt(work: Work, today: int) -> bool:
    """Whether the paper holds the very text already, unmarked: left there by the clerk, or typed in advance."""
    text = work.fresh.base[today].text
    if len(text.strip()) < _TELLING:
        return False
    there = work.unmarked.get(_bare(text))
    if not there:
        return False
    work.adopted[today] = there.pop(0)
    return True


def _unmarked(work: Work) -> dict[str, list[etree._Element]]:
    """The paragraphs and rows that belong to no block, by their text."""
    known = {p.index for found in work.paper.blocks.values() for p in paragraphs_of(found)}
    found: dict[str, list[etree._Element]] = {}
    for table in work.paper.body.tables:
        for row in table.rows:
            if row.cells and row.cells[0].paragraphs and row.cells[0].paragraphs[0].index not in known:
                found.setdefault(_bare(cells_of(row)), []).append(row.element)
    for paragraph in work.paper.body.paragraphs:
        if paragraph.index not in known and not paragraph.shadow and paragraph.row is None:
            found.setdefault(_bare(paragraph.text), []).append(paragraph.element)
    return found


def _bare(text: str) -> str:
    """A text without what does not count: kinds of spaces, and the number that a row begins with."""
    first, end, rest = text.partition(CELL_END)
    text = rest if end and first.strip().isdigit() else text
    return " ".join(text.replace(CELL_END, " | ").split())


def _propose_additions(work: Work, new: Sequence[int]) -> None:
    known = {*work.there, *work.adopted, *work.pairs.values()}
    fresh = work.fresh
    tables: dict[etree._Element, tuple[int, ...]] = {}
    told: set[int] = set()
    for at in new:
        if at in told:
            continue
        element = fresh.element(fresh.base[at])
        blocks: tuple[int, ...] = (at,)
        for table in element.iterancestors(TBL):
            if table not in tables:
                inside = fresh.blocks_in(table)
                tables[table] = inside if known.isdisjoint(inside) and table not in work.tables else ()
            if tables[table]:
                element, blocks = table, tables[table]
        told.update(blocks)
        _propose_addition(work, element, blocks)


def _propose_addition(work: Work, element: etree._Element, blocks: tuple[int, ...]) -> None:
    fresh = [work.fresh.base[at] for at in blocks]
    key = f"add:{fresh[0].id}"
    today = _listing([shown(block.text) for block in fresh])
    place = work.fresh.place(fresh[0])
    has_place = _has_place(work, element)
    choices: Choices = (("today", "typed"), "today") if has_place else TOLD
    if today:
        first = next((one for one in fresh if records_of(one)), fresh[0])
        work.proposals.append(Proposal(key, "add", place, "", "", today, *source_of(first), *choices))
        if not has_place:
            work.notes.append(_NO_PLACE.format(place, today))
    if has_place:
        work.adds.append(AddWork(key, element, blocks))


def _has_place(work: Work, element: etree._Element) -> bool:
    """Whether the body, cell or table that something of today's paper stands in is there in the edited one."""
    placed = {at: found.element for at, found in work.there.items()}
    return Spots(work, placed).container(element) is not None
