"""The papers of the five places and of the sample ward, as text that a person reads in a diff."""

import datetime as dt
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from reports.papers import INDEX, make_pack
from tests.reports.cases import PLACES, take_in, years_of
from tests.reports.documents import faults
from tests.reports.golden import sheet_text, word_text

GOLDEN = Path(__file__).parents[1] / "golden"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("place", PLACES)
def test_the_papers_of_each_place_read_as_expected(place: str, tmp_path: Path) -> None:
    exchange = PLACES[place]
    years = years_of(exchange)
    with take_in(exchange, tmp_path / "sổ.sovang") as book:
        built = list(make_pack(book, years, tmp_path / "out", today=dt.date(years[-1], 12, 31)))
    wrong = []
    for one in built:
        text = sheet_text(one.path) if one.path.suffix == ".xlsx" else word_text(one.path)
        text = text.partition("=== TRANG _sv")[0]  # the hidden list of prints names records that are new each time
        name = f"{place}-{one.path.stem}.txt"
        (tmp_path / name).write_text(text, encoding="utf-8")
        expected = GOLDEN / name
        assert sound(one.path) == []
        assert faults(one.path) == []
        if place != "sample" and one.paper.kind == INDEX:
            continue  # its findings are read where they are found
        if not expected.is_file() or expected.read_text(encoding="utf-8") != text:
            wrong.append(str(tmp_path / name))
    assert wrong == [], "read these and put them into tests/golden"


def sound(path: Path) -> list[str]:
    """The texts of a paper with something that nobody writes: None, double blanks, a blank before a stop, ()."""
    signs = (
        "None",
        "  ",
        " .",
        " ,",
        " ;",
        "()",
        "( ",
        "..",
        ",,",
        ";;",
        "“”",
        ": .",
        "\u00a0.",
        "\u00a0 ",
        " \u00a0",
    )
    return [text for text in _texts(path) for sign in signs if sign in text]


def _texts(path: Path) -> list[str]:
    """Every paragraph of a Word file, every cell with text of an Excel file, opened as a reader does."""
    if path.suffix == ".xlsx":
        cells = [cell.value for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row]
        return [cell for cell in cells if isinstance(cell, str) and not cell.startswith("=")]
    body = docx.Document(str(path)).element.body
    return ["".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p")]
