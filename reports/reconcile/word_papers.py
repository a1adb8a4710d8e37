"""A Word paper opened for reconciling: its values, lines, printed items and tables as they stand now."""

from reports.prints import Block, Print
from reports.reconcile.opened import Item, Line, OpenedPaper, Table, Value
from reports.word.story import Paragraph
from reports.word.trace import FoundBlock, TracedPaper, read_paper


def open_word_paper(name: str, content: bytes) -> OpenedPaper:
    """The paper as the rules see it. Raises UserError for a file that is no sound Word file."""
    paper = read_paper(content)
    return OpenedPaper(
        name,
        values=tuple(_values(paper)),
        lines=tuple(_lines(paper)),
        items=tuple(_item(block, paper.blocks.get(block.id)) for block in paper.base),
        tables=tuple(_tables(paper)),
        fixed=paper.fixed,
    )


def _values(paper: TracedPaper) -> list[Value]:
    found = []
    for one in paper.prints:
        places = paper.values.get(one.id, [])
        for place in places:
            found.append(_value(one, place.place, place.text))
        if not places:
            found.append(_value(one, "", None))
    return found


def _value(one: Print, place: str, text: str | None) -> Value:
    return Value(one.id, place, one.record, one.field, one.text, text, one.what, one.of, one.block)


def _lines(paper: TracedPaper) -> list[Line]:
    return [
        Line(one.place, one.text, tuple((start, end) for start, end, _ in one.spans), one.block)
        for one in paper.paragraphs
        if one.text.strip()
    ]


def _item(block: Block, found: FoundBlock | None) -> Item:
    prints = block.prints
    records = {record for one in prints for record in (one.record, *one.of) if record}
    return Item(
        id=block.id,
        printed=block.text,
        text=found.text if found else None,
        place=found.place if found else "",
        heading=_heading(found.span.paragraph) if found else "",
        key=block.key or next((one.record for one in prints if one.record), ""),
        words=" ".join(piece for piece in block.pieces if isinstance(piece, str)),
        records=frozenset(records),
        in_list=block.loop,
    )


def _heading(paragraph: Paragraph) -> str:
    return paragraph.heading.text if paragraph.heading is not None else ""


def _tables(paper: TracedPaper) -> list[Table]:
    body = paper.body
    return [
        Table(
            tuple(
                (body.place(row.cells[0].paragraphs[0]), tuple(cell.text for cell in row.cells))
                for row in table.rows
                if row.cells and row.cells[0].paragraphs
            )
        )
        for table in body.tables
    ]
