"""The templates of the achievement reports: the page of Decree 30/2020, named styles, heads that are repeated."""

import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from reports.awarding.award_paper_kinds import AWARD_PAPERS, LONE_PAPERS, NOMINEE_PAPERS
from reports.template_desk.check import look_at

TEMPLATES = Path(__file__).parents[3] / "reports" / "templates"
KINDS = [*NOMINEE_PAPERS, *LONE_PAPERS]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def path_of(kind: str) -> Path:
    return TEMPLATES / AWARD_PAPERS[kind].template


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_is_that_of_decree_30(kind: str) -> None:
    document = docx.Document(str(path_of(kind)))
    section, font = document.sections[0], document.styles.element.find(f".//{W}rFonts")
    sides = section.page_width, section.page_height, section.left_margin, section.right_margin
    page = [297, 210] if kind == "dang-ky-thi-dua" else [210, 297]
    assert [side and round(side.mm) for side in sides] == [*page, 30, 15]
    assert section.different_first_page_header_footer
    assert font is not None and font.get(f"{W}ascii") == "Times New Roman"


@pytest.mark.parametrize("kind", KINDS)
def test_layout_stands_in_named_styles_and_tables_repeat_their_head(kind: str) -> None:
    with zipfile.ZipFile(path_of(kind)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        styles = etree.fromstring(archive.read("word/styles.xml"))
    named = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    assert not list(body.iter(f"{W}rPr"))
    assert {mark.get(f"{W}val") for mark in body.iter(f"{W}pStyle")} <= named
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert len(rows) < 3 or rows[0].find(f"{W}trPr/{W}tblHeader") is not None


@pytest.mark.parametrize("kind", KINDS)
def test_the_check_of_templates_finds_nothing(kind: str) -> None:
    assert look_at(path_of(kind).read_bytes(), kind).faults == ()
