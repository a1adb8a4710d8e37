"""Values with a look of their own, several paragraphs of one tag, tracked changes and controls in a template."""

import re
import zipfile
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

from reports.prints import Sentence
from reports.word.run_looks import Sized, Styled, look, sized
from tests.reports.documents import faults, filled, printed, table, word
from tests.reports.golden import word_text
from ward.errors import UserError

W_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def body(paper: Path) -> str:
    with zipfile.ZipFile(paper) as archive:
        return archive.read("word/document.xml").decode()


def with_paragraph(xml: str) -> bytes:
    def build(document: Document) -> None:
        document.element.body.insert(0, parse_xml(f"<w:p {W_NS}>{xml}</w:p>"))

    return word(build=build)


@pytest.mark.parametrize("tag", ["{{ x }}", "{{r x }}"])
def test_pieces_of_a_text_have_looks_of_their_own_and_stay_traced(tag: str, tmp_path: Path) -> None:
    text = Styled((("Khen: ", "b"), (Sentence((printed("Tổ 1"), " và")), "iu"), (" hết", "")))
    paper = filled(word(f"[{tag}]"), {"x": text}, tmp_path)
    assert word_text(paper.path).startswith("[Khen: Tổ 1 và hết]")
    xml = body(paper.path)
    assert "<w:r><w:rPr><w:b/></w:rPr><w:t" in xml
    assert xml.count('<w:rPr><w:i/><w:u w:val="single"/></w:rPr>') == 2
    assert [one.text for one in paper.prints] == ["Tổ 1"]
    assert faults(paper.path) == []


def test_looks_stand_in_the_order_that_word_wants() -> None:
    font = '<w:rFonts w:ascii="Arial"/>'
    assert look(f'<w:rPr>{font}<w:i/><w:color w:val="FF0000"/></w:rPr>', "ub") == (
        f'<w:rPr>{font}<w:b/><w:i/><w:color w:val="FF0000"/><w:u w:val="single"/></w:rPr>'
    )
    assert look('<w:rPr><w:highlight w:val="red"/><w:lang w:val="vi"/></w:rPr>', "y") == (
        '<w:rPr><w:highlight w:val="yellow"/><w:lang w:val="vi"/></w:rPr>'
    )


def test_one_tag_may_print_several_paragraphs_of_its_style(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("{{p texts }}", style="List Bullet")
        document.add_paragraph("{{p one }}")
        document.add_paragraph("{{p none }}")

    texts = [printed("một"), Sentence(("hai ", printed("2")))]
    paper = filled(word(build=build), {"texts": texts, "one": "ba", "none": []}, tmp_path)
    assert word_text(paper.path) == "[List Bullet] một\n[List Bullet] hai 2\nba\n"
    assert [(block.text, block.loop) for block in paper.blocks] == [("một", True), ("hai 2", True), ("ba", True)]
    assert faults(paper.path) == []
    with pytest.raises(UserError, match="không được có thẻ khác"):
        filled(word("{{p a }}{{ b }}"), {"a": [], "b": ""}, tmp_path)


def test_tags_in_tracked_insertions_work_and_in_tracked_deletions_are_left_alone(tmp_path: Path) -> None:
    change = 'w:id="90" w:author="A" w:date="2026-01-01T00:00:00Z"'
    inserted = (
        "<w:r><w:t>Số {{ a</w:t></w:r>"
        f"<w:ins {change}><w:r><w:t> }}}} và {{% if yes %}}có</w:t></w:r></w:ins><w:r><w:t>{{% endif %}}.</w:t></w:r>"
        f'<w:del {change}><w:r><w:delText xml:space="preserve"> {{{{ gone }}}}</w:delText></w:r></w:del>'
        f"<w:moveFrom {change}><w:r><w:t>{{{{ moved }}}}</w:t></w:r></w:moveFrom>"
    )
    paper = filled(with_paragraph(inserted), {"a": printed("1"), "yes": True}, tmp_path)
    assert word_text(paper.path).startswith("Số 1 và có.")
    assert "{{ gone }}" in body(paper.path)
    assert [block.text for block in paper.blocks] == ["Số 1 và có."]
    assert faults(paper.path) == []


def test_a_sized_text_is_printed_in_its_size_and_traced(tmp_path: Path) -> None:
    run = '<w:r><w:rPr><w:b/><w:sz w:val="48"/><w:szCs w:val="48"/></w:rPr><w:t>{{ a }}</w:t></w:r>'
    value = Sized(("Bà ", printed("Lê Thị Mai Động")), half_points=29)
    paper = filled(with_paragraph(run), {"a": value}, tmp_path)
    xml = body(paper.path)
    assert xml.count('<w:rPr><w:b/><w:sz w:val="29"/><w:szCs w:val="29"/></w:rPr>') == 2 and '"48"' not in xml
    assert [one.text for one in paper.prints] == ["Lê Thị Mai Động"]
    assert faults(paper.path) == []


def test_a_filter_takes_a_sized_text_as_any_other(tmp_path: Path) -> None:
    paper = filled(word("{{ a|upper }}"), {"a": Sized(("Bà ", printed("Mai")), half_points=20)}, tmp_path)
    assert word_text(paper.path).startswith("BÀ MAI")


def test_a_size_stands_in_its_place_among_the_properties() -> None:
    asked = '<w:rPr><w:b/><w:color w:val="C00000"/><w:u w:val="single"/></w:rPr>'
    wanted = '<w:sz w:val="21"/><w:szCs w:val="21"/><w:u w:val="single"/></w:rPr>'
    assert sized(asked, 21).endswith(f'<w:color w:val="C00000"/>{wanted}')
    assert sized("", 21) == '<w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>'


def test_a_content_control_around_a_tag_shows_what_is_printed(tmp_path: Path) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="Tên"/><w:id w:val="5"/><w:showingPlcHdr/><w:dataBinding w:xpath="/a" '
        'w:storeItemID="{00000000-0000-0000-0000-000000000000}"/><w:text/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>{{ a }}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    paper = filled(with_paragraph(control), {"a": printed("Mai Động")}, tmp_path)
    xml = body(paper.path)
    assert word_text(paper.path).startswith("Mai Động") and '<w:alias w:val="Tên"/>' in xml
    assert not re.search("dataBinding|showingPlcHdr|<w:text/>", xml)
    assert faults(paper.path) == []


def test_comments_in_a_loop_stay_once(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.styles.add_style("Comment Reference", WD_STYLE_TYPE.CHARACTER)
        document.add_paragraph("{%p for x in xs %}")
        run = document.add_paragraph().add_run("{{ x }}")
        document.add_comment(run, text="Xem lại", author="A")
        document.add_paragraph("{%p endfor %}")

    template = tmp_path / "template.docx"
    template.write_bytes(word(build=build))
    paper = filled(template.read_bytes(), {"xs": ["a", "b"]}, tmp_path)
    assert body(paper.path).count("<w:commentReference ") == 1
    assert word_text(paper.path).startswith("a\nb")
    assert set(faults(paper.path)) == set(faults(template))


def test_five_thousand_rows_have_each_their_own_block_and_number(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        table(document, [["{%tr for r in rows %}", ""], ["{{ loop.index }}", "{{ r }}"], ["{%tr endfor %}", ""]])

    paper = filled(word(build=build), {"rows": [printed(f"Hộ {n}") for n in range(5_000)]}, tmp_path)
    xml = body(paper.path)
    numbers = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="_svb\d+"/>', xml)
    assert len(numbers) == len(set(numbers)) == len(paper.blocks) == 5_000
    assert len({one.id for one in paper.prints}) == 5_000 and max(len(one.id) for one in paper.prints) <= 40
