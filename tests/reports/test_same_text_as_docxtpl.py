"""Templates of every kind of tag give the text that docxtpl gives."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined

from tests.reports.documents import filled, table, word
from tests.reports.golden import word_text

CONTEXT = {
    "ward": "Mai Động",
    "year": 2023,
    "odd": 'a & b < c > d "e" {f} %g%',
    "poem": "dòng một\ndòng hai\tcột hai",
    "empty": [],
    "yes": True,
    "fields": [
        {"title": "Kinh tế", "lines": ["thu 1.819/1.835", "gần 9 tỷ"], "rows": [("a", 1), ("b", 2)]},
        {"title": "Văn hóa", "lines": [], "rows": []},
        {"title": "An ninh", "lines": ["giảm 03 vụ"], "rows": [("c", 3)]},
    ],
    "columns": ["2021", "2022", "2023", "2024"],
}


def paragraphs(document: Document) -> None:
    for text in (
        "Phường {{ ward }}, năm {{ year }}: {{ odd }}.",
        "{{ poem }}",
        "{% if yes %}có{% else %}không{% endif %}{# lời dặn #} và {{ 'hằng' if yes else 'biến' }}",
        "{%p if empty %}",
        "không in",
        "{%p else %}",
        "in đoạn này",
        "{%p endif %}",
        "{%p for f in fields %}",
        "{{ loop.index }}. {{ f.title|upper }}",
        "{%p for line in f.lines %}",
        "- {{ line }}{% if not loop.last %};{% else %}.{% endif %}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{%r if yes %}một{%r endif %}",
        "{% set total = fields|length %}Tổng {{ total }}",
        "{_{ không phải thẻ }_}",
        "{% for f in fields %}{{ f.title }}{% if not loop.last %}, {% endif %}{% endfor %}",
    ):
        document.add_paragraph(text)


def rows_of_tables(document: Document) -> None:
    table(document, [
        ["TT", "Tên"],
        ["{%tr for f in fields %}", ""],
        ["{{ loop.index }}", "{{ f.title }} – {{ ward }}"],
        ["{%tr for row in f.rows %}", ""],
        ["{{ row[0] }}", "{{ row[1] }}"],
        ["{%tr endfor %}", ""],
        ["{%tr endfor %}", ""],
        ["Cộng", "{{ fields|length }}"],
    ])  # fmt: skip


def columns_of_tables(document: Document) -> None:
    table(document, [
        ["Năm", "{%tc for c in columns %}", "{{ c }}", "{%tc endfor %}"],
        ["Số", "{%tc for c in columns %}", "{{ loop.index }}", "{%tc endfor %}"],
    ])  # fmt: skip


def lists_in_cells(document: Document) -> None:
    table(document, [["{%p for line in fields[0].lines %}", "x"]])
    cell = document.tables[0].cell(0, 0)
    cell.add_paragraph("- {{ line }}")
    cell.add_paragraph("{%p endfor %}")
    table(document, [["{%p if empty %}", "còn lại"]])
    cell = document.tables[1].cell(0, 0)
    cell.add_paragraph("không in")
    cell.add_paragraph("{%p endif %}")


def headers_and_footers(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "{{ ward }} – {% if yes %}năm {{ year }}{% endif %}"
    document.sections[0].footer.paragraphs[0].text = "{{ odd }}"


def tags_split_by_word(document: Document) -> None:
    paragraph = document.add_paragraph("Phường {")
    for index, text in enumerate(["{ wa", "rd", " }", "}, {", "% if y", "es %", "}năm{% endif ", "%} {{year}}"]):
        paragraph.add_run(text).bold = index % 2 == 0


@pytest.mark.parametrize(
    "build",
    [
        paragraphs,
        rows_of_tables,
        columns_of_tables,
        lists_in_cells,
        headers_and_footers,
        tags_split_by_word,
    ],
    ids=lambda build: build.__name__,
)
def test_the_text_is_the_same(build: Callable[[Document], None], tmp_path: Path) -> None:
    template = word(build=build)
    ours = filled(template, CONTEXT, tmp_path)
    theirs = DocxTemplate(io.BytesIO(template))
    theirs.render(CONTEXT, Environment(undefined=StrictUndefined, autoescape=True))
    theirs.save(tmp_path / "theirs.docx")
    assert word_text(ours.path) == word_text(tmp_path / "theirs.docx")
