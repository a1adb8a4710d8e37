"""Merged cells, wide and coloured cells, joined lines: the same text, and the same shape, as docxtpl gives."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree

from tests.reports.documents import faults, filled, printed, table, word
from tests.reports.golden import word_text
from ward.errors import UserError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTEXT = {
    "yes": True,
    "n": 2,
    "place": "Mai Động",
    "colours": ["FFFF00", "00ff00"],
    "rows": [{"name": "Tổ 1", "sums": ["1", "2"]}, {"name": "Tổ 2", "sums": ["3", "4"]}],
}


def vertical_merge(document: Document) -> None:
    table(document, [
        ["{%tr for r in rows %}", ""],
        ["{% vm %}Phường {{ place }}", "{{ r.name }}"],
        ["{%tr endfor %}", ""],
    ])  # fmt: skip


def horizontal_merge(document: Document) -> None:
    table(document, [
        ["A", "{%tc for r in rows %}", "{% hm %}Chung {{ place }}", "{%tc endfor %}"],
        ["B", "{%tc for r in rows %}", "{{ r.name }}", "{%tc endfor %}"],
    ])  # fmt: skip


def spans(document: Document) -> None:
    table(document, [["{% colspan n %}Rộng {{ place }}", "{%tc if no %}", "", "{%tc endif %}"], ["1", "2", "3", "4"]])


def colours(document: Document) -> None:
    table(document, [["{%tr for c in colours %}"], ["{% cellbg c %}{{ c }}"], ["{%tr endfor %}"]])


def merged_cells_in_a_loop(document: Document) -> None:
    table(document, [["{%tr for r in rows %}", "", ""], ["{{ r.name }}", "", "x"], ["{%tr endfor %}", "", ""]])
    document.tables[0].cell(1, 0).merge(document.tables[0].cell(1, 1))


def tables_in_tables(document: Document) -> None:
    table(document, [["{%tr for r in rows %}"], ["{{ r.name }}"], ["{%tr endfor %}"]])
    inner = document.tables[0].cell(1, 0).add_table(3, 1)
    for row, text in zip(inner.rows, ("{%tr for s in r.sums %}", "{{ s }}", "{%tr endfor %}"), strict=True):
        row.cells[0].text = text


def joined_lines(document: Document) -> None:
    for text in (
        "Nhà ở\u00a0",
        "{%- if yes -%}",
        "trong phố\u00a0",
        "{%- else -%}",
        "ngoài đồng\u00a0",
        "{%- endif -%}",
        "rất đẹp.",
        "Dòng riêng",
    ):
        document.add_paragraph(text)


def numbered_lists(document: Document) -> None:
    document.add_paragraph("{%p for r in rows %}")
    document.add_paragraph("{{ r.name }}", style="List Number")
    document.add_paragraph("{%p for s in r.sums %}")
    document.add_paragraph("{{ s }}", style="List Bullet 2")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")


def first_and_even_pages(document: Document) -> None:
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for story, text in (
        (section.first_page_header, "Đầu {{ place }}"),
        (section.even_page_footer, "Chẵn {% for r in rows %}{{ r.name }} {% endfor %}"),
    ):
        story.paragraphs[0].text = text


def page_breaks(document: Document) -> None:
    document.add_paragraph("{%p for r in rows %}")
    document.add_paragraph("{{ r.name }}")
    document.add_page_break()
    document.add_paragraph("{%p endfor %}")


def theirs(template: bytes, context: dict[str, object]) -> bytes:
    paper = DocxTemplate(io.BytesIO(template))
    paper.render(context, Environment(undefined=StrictUndefined, autoescape=True))
    content = io.BytesIO()
    paper.save(content)
    return content.getvalue()


def shape(paper: bytes) -> list[list[tuple[str, ...]]]:
    """For each row its cells: text, width in columns, place in a vertical merge, colour."""
    with zipfile.ZipFile(io.BytesIO(paper)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [[_cell(cell) for cell in row.iterchildren(f"{W}tc")] for row in root.iter(f"{W}tr")]


def _cell(cell: etree._Element) -> tuple[str, ...]:
    text = "".join(text.text or "" for text in cell.iter(f"{W}t"))
    values = []
    for name, attribute in (("gridSpan", "val"), ("vMerge", "val"), ("shd", "fill")):
        found = cell.find(f"{W}tcPr/{W}{name}")
        values.append("" if found is None else found.get(f"{W}{attribute}") or "")
    return text, *values


@pytest.mark.parametrize(
    "build",
    [
        vertical_merge, horizontal_merge, spans, colours, merged_cells_in_a_loop, tables_in_tables, joined_lines,
        numbered_lists, first_and_even_pages, page_breaks,
    ],
    ids=lambda build: build.__name__,
)  # fmt: skip
def test_the_text_and_the_cells_are_the_same(build: Callable[[Document], None], tmp_path: Path) -> None:
    template = word(build=build)
    context: dict[str, object] = {**CONTEXT, "no": False}
    ours, oracle = filled(template, context, tmp_path), theirs(template, context)
    assert word_text(ours.path) == word_text(oracle)
    assert shape(ours.path.read_bytes()) == shape(oracle)
    assert faults(ours.path) == []


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["{% vm %}"], "phải đứng trong một ô"),
        ([["{% colspan %}x"]], "sai cú pháp"),
        ([["{% hm 3 %}x"]], "sai cú pháp"),
        ([["{% cellbg colour %}x"]], "không in được"),
        ([["{% colspan zero %}x"]], "không in được"),
    ],
)
def test_a_wrong_cell_tag_is_told(texts: list[object], said: str, tmp_path: Path) -> None:
    def build(document: Document) -> None:
        for text in texts:
            if isinstance(text, list):
                table(document, [text])
            else:
                document.add_paragraph(str(text))

    with pytest.raises(UserError, match=said):
        filled(word(build=build), {"colour": 'red"/>', "zero": 0}, tmp_path)


def text_box(text: str) -> str:
    """A paragraph with a text box as Word writes it: for programs of today and, the same, for old ones."""
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    box = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return f"""<w:p {names}><w:r><w:t xml:space="preserve">Cạnh khung {{{{ place }}}} </w:t></w:r><w:r>
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="1800000" cy="720000"/>
<wp:docPr id="1" name="Khung 1"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:rect style="width:142pt;height:57pt"><v:textbox>{box}</v:textbox></v:rect></w:pict>
</mc:Fallback></mc:AlternateContent></w:r></w:p>""".replace("\n", "")


def test_both_writings_of_a_text_box_print_the_same_under_the_same_anchor(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.element.body.insert(0, parse_xml(text_box("Khung {{ name }} {% if yes %}có{% endif %}")))

    template = word("{{ name }}", build=build)
    context: dict[str, object] = {"place": printed("Mai Động"), "name": printed("48", "n"), "yes": True}
    paper = filled(template, context, tmp_path)
    assert word_text(paper.path) == word_text(theirs(template, context))
    assert [(one.text, one.block, one.id[-2:]) for one in paper.prints] == [
        ("Mai Động", "_svb1", "_1"),
        ("48", "_svb2", "_2"),
        ("48", "", "_1"),
    ]
    assert [block.text for block in paper.blocks] == ["Cạnh khung Mai Động ", "48"]
    with zipfile.ZipFile(paper.path) as archive:
        written = archive.read("word/document.xml").decode()
    assert written.count(f'w:name="{paper.prints[2].id}"') == 2
    assert faults(paper.path) == []


NOTES = b"""<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:id="1"><w:p><w:r><w:t xml:space="preserve">Theo {{ place }}{% for r in rows %}, {{ r.name }}{% endfor %}
</w:t></w:r></w:p></w:footnote></w:footnotes>""".replace(b"\n", b"")


def notes_and_properties(document: Document) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    main = document.part
    notes = Part(PackURI("/word/footnotes.xml"), content_type, NOTES, main.package)
    main.relate_to(notes, kind)
    paragraph: etree._Element = document.add_paragraph("Có chú thích")._p
    paragraph.append(parse_xml(f'<w:r xmlns:w="{W[1:-1]}"><w:footnoteReference w:id="1"/></w:r>'))
    document.core_properties.subject = "Báo cáo của {{ place }} & {{ rows|length }} tổ"
    document.core_properties.comments = "{% if yes %}có{% endif %}"


def test_footnotes_and_properties_are_the_same(tmp_path: Path) -> None:
    template = word(build=notes_and_properties)
    context: dict[str, object] = {**CONTEXT, "place": printed("Mai Động")}
    ours, oracle = filled(template, context, tmp_path), theirs(template, context)
    assert word_text(ours.path) == word_text(oracle)
    assert "Theo Mai Động, Tổ 1, Tổ 2" in word_text(ours.path)
    for paper in (ours.path.read_bytes(), oracle):
        properties = docx.Document(io.BytesIO(paper)).core_properties
        assert (properties.subject, properties.comments) == ("Báo cáo của Mai Động & 2 tổ", "có")
    assert [one.part for one in ours.prints] == ["word/footnotes.xml"]
    assert faults(ours.path) == []
