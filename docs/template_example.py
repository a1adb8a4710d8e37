"""The small template that the page about templates shows beside its paper, and a copy with the usual mistakes."""

from __future__ import annotations

import datetime as dt
import io
import tempfile
from pathlib import Path

import docx
from PySide6.QtCore import QRect

from docs.drawn_pages import beside, drawn
from reports.prints import PrintStamp
from reports.word.filling import fill
from reports.yearly.year_report import annual_report
from tests.reports.cases import SAMPLE, take_in
from ward.year_view import year_view

DAY = dt.date(2025, 12, 5)
PAGE = QRect(48, 60, 600, 290)
"""The part of the drawn page that holds text."""
LINES = (
    "{{ office }} báo cáo kết quả công tác {{ period.words }}.",
    "Ưu điểm",
    "{%p for text in strengths %}",
    "- {{ text }}",
    "{%p endfor %}",
    "Đề nghị khen thưởng",
)
ROWS = (
    ("TT", "Danh hiệu, hình thức", "Cấp", "Cá nhân"),
    ("{%tr for row in awards.proposed.rows %}", "", "", ""),
    ("{{ loop.index }}", "{{ row.name }}", "{{ row.level }}", "{{ row.persons }}"),
    ("{%tr endfor %}", "", "", ""),
)
HEADINGS = ("Ưu điểm", "Đề nghị khen thưởng")
MISTAKES = (
    "Kính gửi: {{ adressee }}",
    "Ưu điểm: {{ strengths }}",
    "{%p for text in lessons %}",
    "{{ text }} trong {{ period.word }}",
)


def template() -> bytes:
    """The template, as a clerk would type it."""
    paper = docx.Document()
    paper.styles["Normal"].font.name = "Times New Roman"
    for text in LINES:
        paper.add_paragraph().add_run(text).bold = text in HEADINGS
    table = paper.add_table(len(ROWS), len(ROWS[0]))
    table.style = "Table Grid"
    for row, texts in zip(table.rows, ROWS, strict=True):
        if not texts[1]:
            row.cells[0].merge(row.cells[-1]).text = texts[0]
            continue
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    content = io.BytesIO()
    paper.save(content)
    return content.getvalue()


def spoil(copy: Path) -> None:
    """Writes the usual mistakes into a copy of a template, under its first heading."""
    paper = docx.Document(str(copy))
    first = next(one for one in paper.paragraphs if one.text.startswith("Đặc điểm"))
    for text in MISTAKES:
        first.insert_paragraph_before(text)
    paper.save(str(copy))


def draw(target: Path) -> None:
    """A picture of the template's page beside that of its paper from the sample ward. Needs LibreOffice."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mau.docx").write_bytes(template())
        book = take_in(SAMPLE, folder / "Phường mẫu.sovang")
        names = annual_report(year_view(book.db, (2025,), DAY), DAY).names()
        book.close()
        stamp = PrintStamp(dt.datetime.combine(DAY, dt.time(), dt.UTC))
        fill(folder / "mau.docx", names, folder / "van-ban.docx", stamp=stamp)
        pages = [drawn(folder / f"{stem}.docx", PAGE) for stem in ("mau", "van-ban")]
        beside(pages).save(str(target), "PNG")  # type: ignore[call-overload]
