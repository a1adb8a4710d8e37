"""The text of a paper as it stands, line by line, with what of it was printed from records."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from reports.standing import StandingValue, read_standing
from ward.errors import UserError
from ward.exact import show_number

Piece = tuple[str, StandingValue | None]
BETWEEN_CELLS: Piece = ("  ·  ", None)


@dataclass(frozen=True)
class ReadLine:
    """A paragraph, or a row of a table: where it stands, and its text in pieces, each with its printed value."""

    place: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


def read_lines(path: Path) -> list[ReadLine]:
    """The lines of a Word or Excel paper that hold something, in order. Raises UserError for a broken file."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError(f"Không đọc được “{path.name}”. Hãy kiểm tra tệp còn ở đó và được phép đọc.") from error
    values = {one.id: one for one in read_standing(content).values}
    lines = _of_sheets(content, values) if path.suffix.lower() == ".xlsx" else _of_word(content, values)
    return [line for line in lines if line.text.strip()]


def _of_word(content: bytes, values: dict[str, StandingValue]) -> Iterator[ReadLine]:
    from reports.word.trace import TracedParagraph, read_paper
    from reports.word.xml import TR

    def row_of(paragraph: TracedParagraph) -> object:
        return next(paragraph.element.iterancestors(TR), paragraph.element)

    for _, group in groupby(read_paper(content).paragraphs, key=row_of):
        paragraphs = list(group)
        pieces: list[Piece] = []
        for paragraph in paragraphs:
            if paragraph.text.strip():
                pieces += [BETWEEN_CELLS] if pieces else []
                pieces += _pieces(paragraph.text, paragraph.spans, values)
        yield ReadLine(paragraphs[0].place, tuple(pieces))


def _pieces(text: str, spans: tuple[tuple[int, int, str], ...], values: dict[str, StandingValue]) -> Iterator[Piece]:
    end = 0
    for start, stop, name in spans:
        if start < end or name not in values:  # one inside another: the outer one tells
            continue
        if start > end:
            yield text[end:start], None
        yield text[start:stop], values[name]
        end = stop
    if end < len(text):
        yield text[end:], None


def _of_sheets(content: bytes, values: dict[str, StandingValue]) -> Iterator[ReadLine]:
    from reports.excel.trace import read_sheet_paper

    for (sheet, row), group in groupby(
        read_sheet_paper(content).cells, key=lambda one: (one.place.sheet, one.place.row)
    ):
        pieces: list[Piece] = []
        for cell in group:
            name = next((name for name in cell.anchors if name in values), "")
            text = cell.cell.text if cell.cell.number is None else show_number(cell.cell.number)
            value = replace(values[name], text=text) if name else None
            pieces += [*([BETWEEN_CELLS] if pieces else []), (text, value)]
        yield ReadLine(f"trang tính “{sheet}”, dòng {row}", tuple(pieces))
