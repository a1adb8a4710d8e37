"""The new list of what a refreshed paper printed: today's blocks and values, under the anchors that the paper has."""

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from reports.prints import CELL_END, Block, Print
from reports.refresh_match import row_number
from reports.refresh_work import Work
from reports.trace_part import BREAK_XML, CELL_XML, PRINTS_NS, TAB_XML

if TYPE_CHECKING:
    from reports.refresh_places import Structure

_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", CELL_END: CELL_XML, "\n": BREAK_XML, "\t": TAB_XML})
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def new_trace(work: Work, structure: "Structure") -> str:
    """The whole part."""
    fresh = work.fresh
    attributes = "".join(f" {name}={quoteattr(str(value))}" for name, value in sorted(fresh.attributes.items()))
    was = {today: row_number(work.base[old]) for old, today in work.pairs.items()}
    numbers = {**was, **structure.numbers}
    blocks = "".join(_block(work, block, numbers.get(at, "")) for at, block in enumerate(fresh.base))
    loose = "".join(_print(work, one) for one in fresh.loose)
    fixed = "".join(f"<fixed>{_text(text)}</fixed>" for text in fresh.fixed)
    return f"{_DECLARATION}<prints xmlns={quoteattr(PRINTS_NS)}{attributes}>{blocks}{loose}{fixed}</prints>"


def _block(work: Work, block: Block, number: str) -> str:
    pieces = list(block.pieces)
    if number and pieces and isinstance(pieces[0], str):
        pieces[0] = number + CELL_END + pieces[0].partition(CELL_END)[2]
    inside = "".join(_text(one) if isinstance(one, str) else _print(work, one) for one in pieces)
    loop = ' loop="1"' if block.loop else ""
    name = work.id_of(block.id)
    return f'<block id="{name}" slot={quoteattr(block.slot)} kind="{block.kind}"{loop}>{inside}</block>'


def _print(work: Work, one: Print) -> str:
    written = f'id="{work.id_of(one.id)}" record="{one.record}" field="{one.field}"'
    if one.what:
        written += f" what={quoteattr(one.what)}"
    if one.of:
        written += f' of="{" ".join(one.of)}"'
    if one.cell >= 0:
        written += f' cell="{one.cell}"'
    if not one.block:
        written += f" part={quoteattr(one.part)}"
    return f"<print {written}>{_text(one.text)}</print>"


def _text(text: str) -> str:
    return text.translate(_SIGNS)
