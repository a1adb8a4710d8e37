"""The templates of the program: their layout, and the papers they give as text to read."""

import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Mm, Pt
from lxml import etree
from openpyxl import load_workbook

from reports.excel.sheets import fill_sheet
from reports.word.filling import fill
from reports.yearly.annual_report_context import AnnualReport
from reports.yearly.indicator_sheet_context import IndicatorSheet
from tests.reports.documents import STAMP, faults
from tests.reports.golden import sheet_text, word_text
from tests.reports.invented import EMPTY, EMPTY_SHEET, FULL, SHEET, TERM

TEMPLATES = Path(__file__).parents[2] / "reports" / "templates"
REPORT = TEMPLATES / "bao-cao-tong-ket-nam.docx"
INDICATORS = TEMPLATES / "bieu-chi-tieu.xlsx"
EXPECTED = Path(__file__).parent / "expected"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def compare(actual: str, name: str, folder: Path) -> None:
    """The text is that of the golden file; else it is written beside, to be read and copied."""
    expected = (EXPECTED / name).read_text(encoding="utf-8")
    (folder / name).write_text(actual, encoding="utf-8")
    assert actual == expected, f"read {folder / name}"


@pytest.mark.parametrize(("name", "report"), [("full", FULL), ("empty", EMPTY), ("term", TERM)])
def test_the_annual_report_reads_as_expected(name: str, report: AnnualReport, tmp_path: Path) -> None:
    paper = fill(REPORT, report.names(), tmp_path / "paper.docx", stamp=STAMP, marked=name == "full")
    compare(word_text(paper.path), f"annual-report-{name}.txt", tmp_path)
    assert faults(paper.path) == []


@pytest.mark.parametrize(("name", "sheet"), [("full", SHEET), ("empty", EMPTY_SHEET)])
def test_the_indicator_sheet_reads_as_expected(name: str, sheet: IndicatorSheet, tmp_path: Path) -> None:
    paper = fill_sheet(INDICATORS, sheet.names(), tmp_path / "paper.xlsx", stamp=STAMP, marked=name == "full")
    compare(sheet_text(paper.path), f"indicator-sheet-{name}.txt", tmp_path)
    assert faults(paper.path) == []


def test_a_year_without_content_prints_no_table_but_head_and_signature(tmp_path: Path) -> None:
    paper = fill(REPORT, EMPTY.names(), tmp_path / "paper.docx", stamp=STAMP)
    assert len(docx.Document(str(paper.path)).tables) == 2


def test_the_page_is_that_of_decree_30() -> None:
    section = docx.Document(str(REPORT)).sections[0]
    sides = section.page_width, section.page_height, section.left_margin, section.right_margin
    assert [side and round(side.mm) for side in sides] == [210, 297, 30, 15]
    assert section.top_margin is not None and abs(section.top_margin - Mm(20)) < Pt(0.1)
    assert section.bottom_margin is not None and abs(section.bottom_margin - Mm(20)) < Pt(0.1)
    assert section.different_first_page_header_footer
    assert "PAGE" in etree.tostring(section.header._element, encoding="unicode")
    assert "PAGE" not in etree.tostring(section.first_page_header._element, encoding="unicode")


def test_layout_stands_in_named_styles_and_nowhere_else() -> None:
    with zipfile.ZipFile(REPORT) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        styles = etree.fromstring(archive.read("word/styles.xml"))
    named = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    used = {mark.get(f"{W}val") for mark in body.iter(f"{W}pStyle")}
    assert not list(body.iter(f"{W}rPr"))
    assert used <= named.keys() and {"Heading1", "Heading2", "Heading3", "BodyText"} <= used
    indent, aligned = (next(named["BodyText"].iter(f"{W}{name}")) for name in ("ind", "jc"))
    assert (indent.get(f"{W}firstLine"), aligned.get(f"{W}val")) == ("720", "both")  # 12,7 mm


def test_tables_of_the_report_repeat_their_head_and_do_not_split_rows() -> None:
    with zipfile.ZipFile(REPORT) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        if len(rows) > 2:
            assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None


def test_the_indicator_sheet_prints_on_a4_landscape_with_its_head_repeated() -> None:
    for sheet in load_workbook(INDICATORS):
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize or 0)) == ("landscape", 9)
        header, fitting = sheet.HeaderFooter.oddHeader, sheet.sheet_properties.pageSetUpPr
        assert sheet.print_title_rows and header and header.center.text == "&P"
        assert fitting and fitting.fitToPage
