"""The trace of a filled Word paper: paragraphs and rows with what they print, to be read again."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx.document import Document
from lxml import etree

from reports.prints import CELL_END, NOWHERE, Block, Print, Printed, Sentence
from reports.word.filling import fill_bytes
from reports.word.shown import shown_text
from reports.word.trace_part import PRINTS_NS, read_trace
from tests.reports.documents import OTHER_RECORD, RECORD, STAMP, faults, filled, printed, table, word
from ward.errors import UserError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def trace(paper: Path) -> bytes:
    with zipfile.ZipFile(paper) as archive:
        contents = [archive.read(name) for name in archive.namelist() if name.startswith("customXml/item")]
    return next(content for content in contents if b"<prints" in content)


def marked(paper: Path) -> dict[str, str]:
    """The text of each paragraph or row in which a block's bookmark stands, by the bookmark's name."""
    with zipfile.ZipFile(paper) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found: dict[str, str] = {}
    for start in root.iter(f"{W}bookmarkStart"):
        name = start.get(f"{W}name") or ""
        if name.startswith("_svb") and name[4:].isdigit():
            holder = next(start.iterancestors(f"{W}p", f"{W}tr"))
            ends = [mark for mark in holder.iter(f"{W}bookmarkEnd") if mark.get(f"{W}id") == start.get(f"{W}id")]
            assert len(ends) == 1 and name not in found
            found[name] = shown_text(next(start.iterancestors(f"{W}tr"), holder))
    return found


def rows(document: Document) -> None:
    table(document, [
        ["TT", "Tên"],
        ["{%tr for r in rows %}", ""],
        ["{{ loop.index }}", "{{ r }}"],
        ["{%tr endfor %}", ""],
    ])  # fmt: skip


def test_a_paragraph_with_a_value_is_a_block_with_its_words(tmp_path: Path) -> None:
    paper = filled(word("Tựa", "Dân số: {{ a }} người & {{ b }}."), {"a": printed("48"), "b": "x<y"}, tmp_path)
    (block,) = paper.blocks
    assert (block.id, block.kind, block.loop, block.text) == ("_svb1", "p", False, "Dân số: 48 người & x<y.")
    assert block.pieces == ("Dân số: ", paper.prints[0], " người & x<y.")
    assert marked(paper.path) == {"_svb1": block.text}
    assert paper.prints[0].block == "_svb1" and paper.prints[0].cell == -1


def test_a_paragraph_within_a_condition_is_a_block_even_without_values(tmp_path: Path) -> None:
    template = word("{%p if yes %}", "chữ thường", "{%p endif %}", "ngoài")
    paper = filled(template, {"yes": True}, tmp_path)
    assert [(block.text, block.loop) for block in paper.blocks] == [("chữ thường", False)]
    assert filled(template, {"yes": False}, tmp_path).blocks == ()


def test_words_follow_the_way_that_conditions_and_loops_took(tmp_path: Path) -> None:
    text = "A {% if x %}có {{ x }}{% else %}không{% endif %}: {% for n in ns %}({{ n }}){% endfor %}."
    full = filled(word(text), {"x": printed("1"), "ns": ["a", "b"]}, tmp_path)
    assert full.blocks[0].text == "A có 1: (a)(b)."
    bare = filled(word(text), {"x": "", "ns": []}, tmp_path)
    assert bare.blocks[0].text == "A không: ."
    assert full.blocks[0].slot == bare.blocks[0].slot


def test_each_row_of_a_list_is_a_block_and_cells_that_a_value_fills_have_no_anchor(tmp_path: Path) -> None:
    paper = filled(word(build=rows), {"rows": [printed("Tổ 1"), printed("Tổ 2", record=OTHER_RECORD)]}, tmp_path)
    assert [block.text for block in paper.blocks] == [f"1{CELL_END}Tổ 1", f"2{CELL_END}Tổ 2"]
    assert {(block.kind, block.loop) for block in paper.blocks} == {("tr", True)}
    assert [(one.cell, one.record, one.block) for one in paper.prints] == [
        (1, RECORD, "_svb1"),
        (1, OTHER_RECORD, "_svb2"),
    ]
    assert marked(paper.path) == {block.id: block.text for block in paper.blocks}
    with zipfile.ZipFile(paper.path) as archive:
        assert b"<w:sdt>" not in archive.read("word/document.xml")


def test_a_cell_with_more_than_one_value_keeps_their_anchors(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        table(document, [["{%tr for r in rows %}", ""], ["{{ r }}", "({{ r }})"], ["{%tr endfor %}", ""]])

    sentence = Sentence((printed("1"), " và ", printed("2")))
    paper = filled(word(build=build), {"rows": [sentence, Sentence((printed("3"),))]}, tmp_path)
    assert [(one.text, one.cell) for one in paper.prints] == [
        ("1", -1), ("2", -1), ("1", -1), ("2", -1), ("3", 0), ("3", -1),
    ]  # fmt: skip
    assert faults(paper.path) == []


def test_a_row_whose_cells_and_paragraphs_are_repeated_reads_as_it_stands(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        table(document, [
            ["{%tr for r in rows %}", "", "", ""],
            ["{%tc for c in r %}", "{{ c }}", "{%tc endfor %}", "{%p for c in r %}"],
            ["{%tr endfor %}", "", "", ""],
        ])  # fmt: skip
        cell = document.tables[0].cell(1, 3)
        cell.add_paragraph("- {{ c }}")
        cell.add_paragraph("{%p endfor %}")

    paper = filled(word(build=build), {"rows": [[printed("a"), "b"], []]}, tmp_path)
    assert [block.text for block in paper.blocks] == [f"a{CELL_END}b{CELL_END}- a\n- b", ""]
    assert marked(paper.path) == {block.id: block.text for block in paper.blocks}
    assert faults(paper.path) == []


def test_slots_stay_when_other_paragraphs_of_the_template_change(tmp_path: Path) -> None:
    lines = ("{%p for x in xs %}", "- {{ x }}", "{%p endfor %}", "- {{ y }}", "- {{ y }}")
    first = filled(word(*lines), {"xs": ["a", "b"], "y": "c"}, tmp_path).blocks
    second = filled(word("Mới {{ y }}", *lines, "cuối"), {"xs": ["a", "b"], "y": "c"}, tmp_path).blocks
    assert [block.slot for block in first] == [block.slot for block in second[1:]]
    assert len({block.slot for block in first}) == 3
    assert [block.loop for block in first] == [True, True, False, False]


def test_values_outside_the_body_are_listed_with_their_part(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Phường {{ a }}"

    paper = filled(word("{{ a }}", build=build), {"a": printed("Mai Động")}, tmp_path)
    assert [(one.part, one.block) for one in paper.prints] == [
        ("word/document.xml", "_svb1"),
        ("word/header1.xml", ""),
    ]
    assert len(paper.blocks) == 1


def test_a_counted_value_knows_what_it_was_counted_from(tmp_path: Path) -> None:
    counted = Printed.counted("02", of=[RECORD, OTHER_RECORD], what="số giấy khen")
    paper = filled(word("{{ n }} giấy khen, {{ n|upper }}"), {"n": counted}, tmp_path)
    assert [(one.record, one.field, one.of) for one in paper.prints] == [("", "count", (RECORD, OTHER_RECORD))] * 2
    nothing = filled(word("{{ n }}"), {"n": Printed.counted("0", of=[], what="số giấy khen")}, tmp_path)
    assert nothing.prints[0].id == paper.prints[0].id
    with pytest.raises(ValueError, match="32 hex"):
        Printed("1", record="", field="count")


def test_the_trace_keeps_the_template_s_own_figures_the_kind_and_the_time(tmp_path: Path) -> None:
    template = word("Theo Luật số 15/2003", "Không có số", "{{ a }} năm 2023")
    content, paper = fill_bytes(template, {"a": "1"}, stamp=STAMP, kind="annual_report")
    assert paper.path == NOWHERE
    (tmp_path / "paper.docx").write_bytes(content)
    written = trace(tmp_path / "paper.docx")
    root = etree.fromstring(written)
    assert dict(root.attrib) == {"paper": "annual_report", "made": "2026-01-05T08:00:00Z"}
    assert read_trace(written)[2] == ("Theo Luật số 15/2003",)


@pytest.mark.parametrize(
    "context",
    [
        {"a": "x\ty\nz"},
        {"a": printed("&<>\"'{{ }}\t\n")},
        {"a": printed("")},
        {"a": None},
        {"a": printed("\x01\n\x02")},
    ],
)
def test_every_text_is_in_the_trace_as_it_stands_in_the_paper(context: Mapping[str, object], tmp_path: Path) -> None:
    paper = filled(word("[\t{{ a }}\n] {{ a }}"), context, tmp_path)
    assert marked(paper.path) == {block.id: block.text for block in paper.blocks}


def test_a_label_that_xml_cannot_hold_leaves_the_trace_sound(tmp_path: Path) -> None:
    value = Printed("1", record=RECORD, field="value", what='a\x0b\x01"<&')
    paper = filled(word("{{ a }}"), {"a": value}, tmp_path)
    assert paper.prints[0].what == 'a"<&'


def test_what_was_read_again_is_what_was_written(tmp_path: Path) -> None:
    paper = filled(word("Số {{ a }}", build=rows), {"a": printed("1"), "rows": ["x"]}, tmp_path)
    blocks, loose, fixed = read_trace(trace(paper.path))
    assert (blocks, loose, fixed) == (tuple(paper.blocks), (), ())
    assert all(isinstance(block, Block) for block in blocks)
    assert isinstance(blocks[0].pieces[1], Print)


def test_a_paper_of_the_first_form_is_read_without_blocks() -> None:
    old = (
        f'<prints xmlns="urn:so-vang:prints:1"><print id="_sv1" record="{RECORD}" field="words"'
        ' part="word/header1.xml">48</print></prints>'
    )
    assert read_trace(old.encode()) == ((), (Print("_sv1", RECORD, "words", "48", "word/header1.xml"),), ())
    assert PRINTS_NS.encode() not in old.encode()


def test_a_trace_that_is_no_xml_is_refused() -> None:
    with pytest.raises(UserError):
        read_trace(b"<prints>")


def test_a_block_is_keyed_by_the_first_sentence_that_says_which_item_it_is(tmp_path: Path) -> None:
    rows = [Sentence((printed("Tổ 1"), " được khen"), "award-1"), Sentence((printed("Tổ 2"),))]
    paper = filled(word("{%p for row in rows %}", "{{ row }}", "{%p endfor %}"), {"rows": rows}, tmp_path)
    assert [block.key for block in paper.blocks] == ["award-1", ""]
