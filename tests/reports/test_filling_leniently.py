"""A misspelt field does not stop a lenient filling: the paper is made, the place is marked in it and told."""

import zipfile
from pathlib import Path

import pytest
from docx.document import Document

from reports.prints import Filled
from tests.reports.documents import faults, filled, printed, table, word
from tests.reports.golden import word_text


def lenient(template: bytes, context: dict[str, object], folder: Path) -> Filled:
    return filled(template, context, folder, lenient=True)


def test_a_misspelt_field_is_marked_in_the_paper_and_told_with_its_place_and_the_nearest_name(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("II. Kết quả", 1)
        table(document, [["TT"], ["Số {{ populaton }} người"]])

    paper = lenient(word("{{ population }}", build=build), {"population": printed("48")}, tmp_path)
    assert "Số [không có trường “populaton”] người" in word_text(paper.path)
    (told,) = paper.faults
    assert "“population”" in told and "mục “II. Kết quả”, bảng 1, dòng 2" in told
    assert [one.text for one in paper.prints] == ["48"]
    assert [block.text for block in paper.blocks] == ["48", "Số [không có trường “populaton”] người"]
    assert faults(paper.path) == []


def test_the_mark_is_yellow_and_keeps_the_look_of_its_tag(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        run = document.add_paragraph().add_run("{{ nobody }}")
        run.bold = run.underline = True

    paper = lenient(word("{{ nowhere }}", build=build), {}, tmp_path)
    with zipfile.ZipFile(paper.path) as archive:
        xml = archive.read("word/document.xml").decode()
    assert '<w:b/><w:highlight w:val="yellow"/><w:u w:val="single"/>' in xml
    assert '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' in xml
    assert len(paper.faults) == 2
    assert faults(paper.path) == []


def test_an_unknown_list_is_empty_and_an_unknown_question_is_answered_no(tmp_path: Path) -> None:
    template = word("{%p for x in awrads %}", "{{ x }}", "{%p endfor %}", "{% if yess %}có{% else %}không{% endif %}")
    paper = lenient(template, {"awards": ["a"], "yes": True}, tmp_path)
    assert word_text(paper.path).startswith("không")
    assert [("“awards”" in told, "“yes”" in told) for told in paper.faults] == [(True, False), (False, True)]


def test_a_field_missing_in_each_row_is_told_once(tmp_path: Path) -> None:
    template = word("{%p for f in fields %}", "{{ f.titel }}", "{%p endfor %}")
    paper = lenient(template, {"fields": [{"title": "a"}, {"title": "b"}]}, tmp_path)
    assert word_text(paper.path).count("[không có trường “titel”]") == 2
    assert len(paper.faults) == 1


@pytest.mark.parametrize("tag", ["{% colspan wide %}", "{% cellbg colour %}"])
def test_an_unknown_width_or_colour_leaves_a_plain_cell(tag: str, tmp_path: Path) -> None:
    paper = lenient(word(build=lambda document: table(document, [[f"{tag}ô"]])), {}, tmp_path)
    assert "| ô |" in word_text(paper.path) and len(paper.faults) == 1
    assert faults(paper.path) == []


def test_a_sound_paper_has_no_faults(tmp_path: Path) -> None:
    assert lenient(word("{{ a }}"), {"a": "1"}, tmp_path).faults == ()
