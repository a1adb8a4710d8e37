"""The templates of the annexes: their layout, and the letters and lists they give as text to read."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from reports.annexes.changes import ChangedRow
from reports.annexes.comparison import GROUPS, ComparedPart, ComparedRow
from reports.annexes.correction import Correction, CorrectionRow
from reports.annexes.sources import SourceRow
from reports.paper_kinds import ANNEXES
from reports.word.filling import fill
from tests.reports.documents import STAMP, faults
from tests.reports.golden import word_text
from tests.reports.invented import LETTERHEAD, OFFICE, SIGNATURE, said

TEMPLATES = Path(__file__).parents[3] / "reports" / "templates"
EXPECTED = Path(__file__).parents[1] / "expected"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAPER = "Báo cáo tổng kết năm 2023 số 15/BC-UBND ngày 25/12/2023"
WHY = "Sửa số vụ theo báo cáo của Công an (Trần Thị B, 12/3/2024)"
LETTER = Correction(
    letterhead=replace(LETTERHEAD, number="Số: …/UBND-…"),
    subject=f"đính chính {PAPER}",
    addressee="…",
    office=OFFICE,
    paper=PAPER,
    values=(
        CorrectionRow("Tội phạm hình sự", "mục “An ninh”, bảng 2, dòng 3", "19 vụ", said("21 vụ"), WHY),
        CorrectionRow("Tên tự đặt <A&B>", "", "{{ 1 }}", said("=1+1"), "Không có lần sửa nào trong sổ."),
    ),
    gone=(CorrectionRow("Tuyến ngõ hoa", "mục “Mô hình”", "Tên mô hình: Tuyến ngõ hoa", "", WHY),),
    new=(CorrectionRow("Nhân dân và cán bộ phường", "", "", said("Cờ thi đua"), WHY),),
    signature=SIGNATURE,
)
SOURCE = SourceRow("bảng 2, dòng 3", "19 vụ", "Số liệu: Tội phạm hình sự, năm 2023", "Công an", "so-vu.pdf", WHY)
CHANGE = ChangedRow("Dân số", "bảng 2", "gần 48 ngàn", "trên 48 ngàn", "Lấy số liệu hôm nay", WHY)
HEAD = {"paper": PAPER, "book": "phuong.sovang", "made_on": "15/03/2024"}
CONTEXTS: dict[str, dict[str, object]] = {
    "thu-dinh-chinh": LETTER.names(),
    "thu-dinh-chinh-mot-cho": replace(LETTER, values=LETTER.values[:1], gone=(), new=()).names(),
    "nguon-so-lieu": {**HEAD, "rows": (SOURCE,)},
    "nguon-so-lieu-trong": {**HEAD, "rows": ()},
    "danh-sach-thay-doi": {**HEAD, "who": "Trần Thị B", "rows": (CHANGE,), "untouched": 118, "notes": ("Một điều.",)},
    "danh-sach-thay-doi-trong": {**HEAD, "who": "", "rows": (), "untouched": 0, "notes": ()},
    "so-sanh-hai-ban": {
        "title": "Báo cáo tổng kết năm 2023",
        "older": f"{PAPER}, đã ký",
        "newer": "Báo cáo tổng kết năm 2023, dự thảo",
        "parts": (
            ComparedPart(GROUPS[0], ()),
            ComparedPart(GROUPS[2], (ComparedRow("Dân số", "gần 48 ngàn", "(không có)"),)),
        ),
    },
}


@pytest.mark.parametrize("name", CONTEXTS)
def test_an_annex_reads_as_expected_and_is_sound(name: str, tmp_path: Path) -> None:
    kind = next(kind for kind in ANNEXES if name.startswith(kind))
    paper = fill(TEMPLATES / ANNEXES[kind].template, CONTEXTS[name], tmp_path / "paper.docx", stamp=STAMP)
    actual = word_text(paper.path)
    (tmp_path / f"annex-{name}.txt").write_text(actual, encoding="utf-8")
    assert actual == (EXPECTED / f"annex-{name}.txt").read_text(encoding="utf-8"), f"read {tmp_path}"
    assert faults(paper.path) == []
    assert not [sign for sign in ("None", "()", "“”", "..") if sign in actual]


@pytest.mark.parametrize(("name", "tables"), [("nguon-so-lieu-trong", 0), ("danh-sach-thay-doi-trong", 0)])
def test_a_list_without_a_line_has_no_table(name: str, tables: int, tmp_path: Path) -> None:
    template = TEMPLATES / f"{name.removesuffix('-trong')}.docx"
    paper = fill(template, CONTEXTS[name], tmp_path / "paper.docx", stamp=STAMP)
    assert len(docx.Document(str(paper.path)).tables) == tables


def test_a_letter_with_one_kind_of_correction_has_one_table_of_it(tmp_path: Path) -> None:
    template = TEMPLATES / ANNEXES["thu-dinh-chinh"].template
    paper = fill(template, CONTEXTS["thu-dinh-chinh-mot-cho"], tmp_path / "paper.docx", stamp=STAMP)
    assert len(docx.Document(str(paper.path)).tables) == 3  # the head, the table, the signature


def test_what_the_letter_says_is_right_leads_back_to_its_record(tmp_path: Path) -> None:
    template = TEMPLATES / ANNEXES["thu-dinh-chinh"].template
    paper = fill(template, CONTEXTS["thu-dinh-chinh"], tmp_path / "paper.docx", stamp=STAMP)
    assert [one.text for one in paper.prints] == ["21 vụ", "=1+1", "Cờ thi đua"]


@pytest.mark.parametrize("kind", ANNEXES)
def test_the_page_is_that_of_decree_30(kind: str) -> None:
    section = docx.Document(str(TEMPLATES / ANNEXES[kind].template)).sections[0]
    sides = section.page_width, section.page_height, section.left_margin, section.right_margin
    page = [210, 297] if kind == "thu-dinh-chinh" else [297, 210]
    assert [side and round(side.mm) for side in sides] == [*page, 30, 15]
    assert section.different_first_page_header_footer
    assert "PAGE" in etree.tostring(section.header._element, encoding="unicode")


@pytest.mark.parametrize("kind", ANNEXES)
def test_layout_stands_in_named_styles_and_tables_repeat_their_head(kind: str) -> None:
    with zipfile.ZipFile(TEMPLATES / ANNEXES[kind].template) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        styles = etree.fromstring(archive.read("word/styles.xml"))
    named = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    assert not list(body.iter(f"{W}rPr"))
    assert {mark.get(f"{W}val") for mark in body.iter(f"{W}pStyle")} <= named
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert len(rows) < 3 or rows[0].find(f"{W}trPr/{W}tblHeader") is not None
