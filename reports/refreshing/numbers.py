"""Numbers the rows of a list anew after rows were added, removed or moved, unless the clerk numbered them."""

from typing import TYPE_CHECKING

from lxml import etree

from reports.refreshing.match import row_number
from reports.refreshing.pen import Pen
from reports.word.walk import read_alone
from reports.word.xml import TBL, TC, TR, P

if TYPE_CHECKING:
    from reports.refreshing.places import Structure


def renumber(structure: "Structure", removed: set[int]) -> None:
    """Gives the rows of each list that begins at 1 their numbers in the order in which they now stand.

    `removed`: the identities of found blocks that are about to go. A number that the clerk typed stays, and
    counting goes on from it.
    """
    work = structure.work
    going = {found.element for found in work.paper.blocks.values() if id(found) in removed}
    rows: dict[etree._Element, int] = {
        element: at for at, element in structure.placed.items() if element.tag == TR and _number(structure, at)
    }
    lists: dict[tuple[etree._Element, str], list[etree._Element]] = {}
    for element, at in rows.items():
        table = next(element.iterancestors(TBL), None)
        if table is not None:
            lists.setdefault((table, work.fresh.base[at].slot), []).append(element)
    touched = {work.fresh.base[at].slot for at in structure.added} | {
        found.block.slot for found in work.paper.blocks.values() if id(found) in removed
    }
    touched |= {work.fresh.base[move.block].slot for move in work.moves}
    for (table, slot), members in lists.items():
        if slot in touched and any(_number(structure, rows[one]) == "1" for one in members):
            _renumber(structure, [row for row in table.iter(TR) if row not in going], rows, set(members))


def _number(structure: "Structure", at: int) -> str:
    """The number that today's paper gives to a row, or "" for a row without one in its first cell."""
    return row_number(structure.work.fresh.base[at])


def _renumber(
    structure: "Structure", order: list[etree._Element], rows: dict[etree._Element, int], members: set[etree._Element]
) -> None:
    number, begun = 0, False
    there = (structure.work.there.get(rows[row]) for row in members)
    usual = next((found.columns[0] for found in there if found is not None and found.columns), 0)
    for row in order:
        begun = begun or row in members
        if not begun:
            continue
        at = rows.get(row) if row in members else None
        found = None if at is None else structure.work.there.get(at)
        column = found.columns[0] if found is not None and found.columns else usual
        own = [cell for cell in row.iter(TC) if next(cell.iterancestors(TR)) is row]
        if not 0 <= column < len(own):
            number += 1
            continue
        if found is not None and found.row is not None:
            text = found.row.cells[column].text.strip()
        else:
            text = "".join(read_alone(p).paragraphs[0].text for p in own[column].findall(P)).strip()
        if at is None or not _is_ours(structure, at, text):
            number = int(text) if text.isdigit() else number
            continue
        number += 1
        if text != str(number):
            # a row that was just made is marked as inserted as a whole, later
            pen = Pen(False, "", "", structure.pen.ids) if at in structure.added else structure.pen
            if found is not None and found.row is not None and found.row.element is row:
                paragraph = found.row.cells[column].paragraphs[0]
            else:
                paragraph = read_alone(own[column].findall(P)[0]).paragraphs[0]
            pen.replace(paragraph, 0, paragraph.length, str(number))
        structure.numbers[at] = str(number)


def _is_ours(structure: "Structure", at: int, text: str) -> bool:
    """Whether the number in a row is the printed one."""
    found = structure.work.there.get(at)
    return found is None or row_number(found.block) == text
