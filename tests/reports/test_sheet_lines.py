"""The lines of the hidden sheet say every text as it was printed, and no more than is needed."""

import zipfile
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reports.excel.lines import NUMBER, TraceLines
from reports.excel.official_sheets import fill_official_bytes
from reports.excel.trace import read_sheet_paper
from reports.prints import Number, Source
from reports.values import writable
from tests.reports.documents import OTHER_RECORD, RECORD, printed
from tests.reports.ministry_form import SHEET, ministry_form

FORM = ministry_form({"so": "C7", "chu": "C8"})
SOURCE = Source(RECORD, "value", "Số liệu")


def read(text: str) -> str:
    content = fill_official_bytes(FORM, {"chu": printed(text)})[0]
    return read_sheet_paper(content).prints[0].text


@pytest.mark.parametrize("text", [" a ", "a\nb", "a\tb", "&<>\"'", "=1+1", "Hộ nghèo\u00a0", "  ", "]]>"])
def test_a_text_is_read_back_as_it_was_printed(text: str) -> None:
    assert read(text) == text


@given(st.text(min_size=1, max_size=20))
def test_any_text_is_written_as_xml_that_says_it(text: str) -> None:
    lines = TraceLines()
    lines.add([(SHEET, "C", 7, text, "chữ", (("", SOURCE),), "dòng 7", "C")], lambda _source: "_sv1")
    row = etree.fromstring(lines.rows[-1])
    whole = [cell for cell in row if cell.get("r") == "H2"]
    assert "".join("".join(cell.itertext()) for cell in whole) == writable(text)


def test_a_whole_cell_is_said_only_where_it_is_more_than_the_value() -> None:
    lines = TraceLines()
    cells = [
        (SHEET, "C", 7, "7", NUMBER, (("7", SOURCE),), "dòng 7", "C"),
        (SHEET, "D", 7, "7", NUMBER, (("bảy", SOURCE),), "dòng 7", "D"),
    ]
    lines.add(cells, lambda _source: "_sv1")
    assert ['r="H' in row for row in lines.rows[1:]] == [False, True]


def test_a_computed_value_names_the_records_that_it_counts() -> None:
    counted = Number(Decimal(2), "02", Source("", "count", "Số giấy khen", (RECORD, OTHER_RECORD)))
    content, paper = fill_official_bytes(FORM, {"so": counted, "chu": printed("x")})
    found = read_sheet_paper(content).prints
    assert [(one.record, one.of, one.what, one.whole) for one in found] == [
        ("", (RECORD, OTHER_RECORD), "Số giấy khen", "2"), (RECORD, (), "Số liệu", "x"),
    ]  # fmt: skip
    assert [(one.id, one.text, one.part) for one in paper.prints] == [
        (found[0].id, "02", f"{SHEET}!C7"), (found[1].id, "x", f"{SHEET}!C8"),
    ]  # fmt: skip


def test_the_names_point_to_the_cells_the_rows_and_the_columns() -> None:
    content = fill_official_bytes(FORM, {"so": Number(Decimal(1), "1", SOURCE), "chu": "x"}, kind="bieu-mau")[0]
    with zipfile.ZipFile(BytesIO(content)) as package:
        book = etree.fromstring(package.read("xl/workbook.xml"))
    hidden = [one.text for one in book.iter("{*}definedName") if one.get("hidden") == "1"]
    assert hidden == [f"'{SHEET}'!{place}" for place in ("$C$7", "$7:$7", "$8:$8", "$C:$C")]
