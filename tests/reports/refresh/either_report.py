"""Small papers in which a table comes where a paragraph goes, at every kind of place, and how a body reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from docx.document import Document
from docx.table import _Cell
from lxml import etree

from reports.word.filling import fill_bytes
from reports.word.trace import read_paper
from reports.word.xml import TBL, TC, TR, P, text_of
from tests.reports.documents import STAMP, printed, table, word

Rows = tuple[tuple[str, str], ...]
PEOPLE, UNITS = (("4", "Bà Ba"), ("5", "Ông Tư")), (("6", "Tổ 9"),)
NOBODY, NO_UNIT = "Không có cá nhân được khen.", "Không có tập thể được khen."
_WIDE, _NARROW = ("TT", "Họ và tên", "Hình thức"), ("TT", "Họ và tên")


@dataclass(frozen=True)
class Either:
    """What today's records say of persons and units, printed at one of the `PLACES`."""

    place: str
    people: Rows = PEOPLE
    units: Rows = UNITS

    def paper(self) -> bytes:
        """The paper as the program makes it."""
        context = {
            "people": _named(self.people),
            "units": _named(self.units),
            "signer": printed("Lê A", "s", "9" * 32),
        }
        return fill_bytes(_template(self.place), context, stamp=STAMP)[0]


def _named(rows: Rows) -> list[dict[str, object]]:
    return [
        {"who": printed(who, "who", digit * 32), "form": printed("Giấy khen", "form", digit * 32)}
        for digit, who in rows
    ]


def outline(paper: bytes) -> list[Any]:
    """The body: texts, and tables as rows of cells, each cell being such a list again; empty paragraphs left out."""
    return _inside(read_paper(paper).body.root[0])


def _inside(parent: etree._Element) -> list[Any]:
    found: list[Any] = []
    for child in parent:
        if child.tag == P and (text := text_of(child).strip()):
            found.append(text)
        elif child.tag == TBL:
            found.append([[_inside(cell) for cell in row.iterchildren(TC)] for row in child.iterchildren(TR)])
    return found


def texts(tree: Any) -> list[str]:
    """All texts of an outline, in order."""
    return [tree] if isinstance(tree, str) else [text for one in tree for text in texts(one)]


def _rows_of(name: str, heads: Sequence[str]) -> list[list[str]]:
    rest = [""] * (len(heads) - 1)
    values = ["{{ loop.index }}", "{{ one.who }}", "{{ one.form }}"][: len(heads)]
    return [list(heads), [f"{{%tr for one in {name} %}}", *rest], values, ["{%tr endfor %}", *rest]]


def _either(document: Document, name: str, heads: Sequence[str], nobody: str) -> None:
    document.add_paragraph(f"{{%p if {name} %}}")
    table(document, _rows_of(name, heads))
    document.add_paragraph("{%p else %}")
    document.add_paragraph(nobody)
    document.add_paragraph("{%p endif %}")


def _either_in_cell(cell: _Cell) -> None:
    cell.paragraphs[0].text = "{%p if people %}"
    texts = _rows_of("people", _WIDE)
    for row, line in zip(cell.add_table(len(texts), len(_WIDE)).rows, texts, strict=True):
        for one, text in zip(row.cells, line, strict=True):
            one.text = text
    cell.paragraphs[-1].text = "{%p else %}"
    cell.add_paragraph(NOBODY)
    cell.add_paragraph("{%p endif %}")


def _before_a_table(document: Document) -> None:
    document.add_heading("Khen thưởng", 1)
    _either(document, "people", _WIDE, NOBODY)
    table(document, _rows_of("units", ("TT", "Nội dung")))
    document.add_paragraph("Hết.")


def _before_a_table_with_the_same_heads(document: Document) -> None:
    document.add_heading("Khen thưởng", 1)
    _either(document, "people", _NARROW, NOBODY)
    table(document, _rows_of("units", _NARROW))
    document.add_paragraph("Hết.")


def _at_the_start(document: Document) -> None:
    _either(document, "people", _NARROW, NOBODY)
    table(document, [["TT", "Họ và tên"], ["1", "Dòng có sẵn"]])


def _at_the_end(document: Document) -> None:
    document.add_paragraph("Mở đầu.")
    table(document, _rows_of("units", _NARROW))
    _either(document, "people", _NARROW, NOBODY)


def _alone(document: Document) -> None:
    _either(document, "people", _WIDE, NOBODY)


def _two_in_a_row(document: Document) -> None:
    _either(document, "people", _WIDE, NOBODY)
    _either(document, "units", _WIDE, NO_UNIT)
    table(document, [["TT", "Họ và tên"], ["1", "Dòng có sẵn"]])


def _two_and_nothing_else(document: Document) -> None:
    _either(document, "people", _WIDE, NOBODY)
    _either(document, "units", _WIDE, NO_UNIT)


def _in_a_cell(document: Document) -> None:
    frame = table_with(document, "Cá nhân:", "")
    _either_in_cell(frame)
    table(document, _rows_of("units", ("TT", "Nội dung")))


def _in_a_cell_alone(document: Document) -> None:
    _either_in_cell(document.add_table(1, 1).cell(0, 0))
    table(document, _rows_of("units", ("TT", "Nội dung")))


def _above_the_signatures(document: Document) -> None:
    document.add_paragraph("Danh sách:")
    _either(document, "people", _WIDE, NOBODY)
    table(document, [["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"], ["- Lưu.", "{{ signer }}"]])


def table_with(document: Document, *cells: str) -> _Cell:
    """The last cell of a new table of one row."""
    made = document.add_table(1, len(cells))
    for cell, text in zip(made.rows[0].cells, cells, strict=True):
        cell.text = text
    last: _Cell = made.cell(0, len(cells) - 1)
    return last


PLACES: dict[str, Callable[[Document], None]] = {
    "before a table": _before_a_table,
    "before a table with the same heads": _before_a_table_with_the_same_heads,
    "at the start": _at_the_start,
    "at the end": _at_the_end,
    "alone": _alone,
    "two in a row": _two_in_a_row,
    "two and nothing else": _two_and_nothing_else,
    "in a cell": _in_a_cell,
    "in a cell alone": _in_a_cell_alone,
    "above the signatures": _above_the_signatures,
}


@cache
def _template(place: str) -> bytes:
    return word(build=PLACES[place])
