"""Filling a Word template: what is printed, how it is anchored, what is refused."""

import errno
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reports.prints import Number, Printed, Sentence, Source
from reports.values import writable
from reports.word.filling import fill
from reports.word.trace_part import PRINTS_NS
from tests.reports.documents import RECORD, STAMP, faults, filled, printed, table, word
from tests.reports.golden import word_text
from ward.errors import UserError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OTHER = "f" * 32


def part(paper: Path, name: str) -> bytes:
    with zipfile.ZipFile(paper) as archive:
        return archive.read(name)


def body(paper: Path) -> etree._Element:
    return etree.fromstring(part(paper, "word/document.xml"))


def bookmarks(paper: Path) -> dict[str, str]:
    """Each bookmark of a value with the text between its two ends."""
    found = {}
    for start in body(paper).iter(f"{W}bookmarkStart"):
        if not re.match("_sv[0-9a-f]{28}_", start.get(f"{W}name") or ""):
            continue
        pieces = []
        for sibling in start.itersiblings():
            if sibling.tag == f"{W}bookmarkEnd" and sibling.get(f"{W}id") == start.get(f"{W}id"):
                break
            pieces += [text.text or "" for text in sibling.iter(f"{W}t")]
        found[start.get(f"{W}name") or ""] = "".join(pieces)
    return found


def refusal(template: bytes, context: dict[str, object], folder: Path) -> str:
    with pytest.raises(UserError) as caught:
        filled(template, context, folder)
    assert not list(folder.iterdir())
    return str(caught.value)


def test_each_printed_value_has_its_own_bookmark_and_control(tmp_path: Path) -> None:
    template = word("Dân số {{ people }} ({{ people }}), {{ area }}.")
    paper = filled(template, {"people": printed("trên 48 ngàn người"), "area": printed("0,81km2", "area")}, tmp_path)
    marks = bookmarks(paper.path)
    assert list(marks.values()) == ["trên 48 ngàn người", "trên 48 ngàn người", "0,81km2"]
    assert list(marks) == [one.id for one in paper.prints]
    assert all(name.startswith("_sv") and len(name) <= 40 for name in marks)
    controls = [tag.get(f"{W}val") for tag in body(paper.path).iter(f"{W}tag")]
    assert controls == list(marks)
    assert word_text(paper.path).startswith("Dân số trên 48 ngàn người (trên 48 ngàn người), 0,81km2.")


def test_numbers_of_bookmarks_and_controls_are_unique_beside_those_of_the_template(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("{{ a }} {{ b }}")._p
        paragraph.insert(0, paragraph.makeelement(f"{W}bookmarkStart", {f"{W}id": "7", f"{W}name": "muc_1"}))
        paragraph.append(paragraph.makeelement(f"{W}bookmarkEnd", {f"{W}id": "7"}))

    paper = filled(word(build=build), {"a": printed("1"), "b": printed("2")}, tmp_path)
    numbers = [mark.get(f"{W}id") for mark in body(paper.path).iter(f"{W}bookmarkStart")]
    assert len(numbers) == len(set(numbers)) == 4  # the template's, two values, their paragraph


def test_the_list_of_prints_lies_in_the_file(tmp_path: Path) -> None:
    paper = filled(word("{{ a }}"), {"a": printed("1 < 2 & 3")}, tmp_path)
    with zipfile.ZipFile(paper.path) as archive:
        name = next(
            name
            for name in archive.namelist()
            if name.startswith("customXml/item") and PRINTS_NS.encode() in archive.read(name)
            and b"<prints" in archive.read(name)
        )  # fmt: skip
        block = etree.fromstring(archive.read(name))[0]
    assert dict(block[0].attrib) == {"id": paper.prints[0].id, "record": RECORD, "field": "value", "what": "Số liệu"}
    assert block[0].text == "1 < 2 & 3"


def test_a_paper_used_as_a_template_gets_a_new_list_and_new_anchors(tmp_path: Path) -> None:
    first = filled(word("{{ a }} {_{ b }_}"), {"a": printed("1")}, tmp_path).path.read_bytes()
    paper = filled(first, {"b": printed("2")}, tmp_path)
    assert [one.text for one in paper.prints] == ["2"]
    assert list(bookmarks(paper.path).values()) == ["2"]
    with zipfile.ZipFile(paper.path) as archive:
        assert sum(b"<prints" in archive.read(name) for name in archive.namelist()) == 1


def test_the_look_of_the_tag_is_the_look_of_the_value(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("Số ")
        paragraph.add_run("{{ a }}").bold = True
        paragraph.add_run(" hộ")

    runs = list(body(filled(word(build=build), {"a": printed("5")}, tmp_path).path).iter(f"{W}r"))
    shown = [("".join(run.itertext()), run.find(f"{W}rPr/{W}b") is not None) for run in runs]
    assert shown == [("Số ", False), ("5", True), (" hộ", False)]


def test_a_sentence_prints_its_pieces_and_traces_those_from_records(tmp_path: Path) -> None:
    sentence = Sentence(("Có ", printed("03"), " vụ, ", Printed("giảm", record=OTHER, field="claims"), "."))
    paper = filled(word("{{ s }} {{ n }}"), {"s": sentence, "n": Number(5, "năm", Source(OTHER, "n"))}, tmp_path)  # type: ignore[arg-type]
    assert word_text(paper.path).startswith("Có 03 vụ, giảm. năm")
    assert [(one.record, one.text) for one in paper.prints] == [(RECORD, "03"), (OTHER, "giảm"), (OTHER, "năm")]


def test_capitals_made_by_the_template_stay_traced(tmp_path: Path) -> None:
    paper = filled(word("{{ a|upper }}"), {"a": printed("Mai Động")}, tmp_path)
    assert [one.text for one in paper.prints] == ["MAI ĐỘNG"]


def test_an_empty_value_leaves_an_anchor_but_no_control(tmp_path: Path) -> None:
    paper = filled(word("a{{ a }}b{{ none }}"), {"a": printed(""), "none": None}, tmp_path)
    assert list(bookmarks(paper.path).values()) == [""]
    assert not list(body(paper.path).iter(f"{W}sdt"))


@given(text=st.text(max_size=40))
def test_every_text_comes_out_as_typed(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    paper = filled(word("[{{ a }}]"), {"a": printed(text)}, folder)
    expected = writable(text).replace("\n", "⏎\n").replace("\t", "→")
    assert word_text(paper.path).startswith(f"[{expected}]")


@pytest.mark.parametrize("text", ["{{ ward }}", "{% if x %}", "{# a #}", "<w:p/>", "&amp;", "\ue0a0x\ue0a1", "]]>"])
def test_tags_and_markup_in_data_stay_text(text: str, tmp_path: Path) -> None:
    assert word_text(filled(word("{{ a }}"), {"a": text}, tmp_path).path).startswith(text)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    template = word("{{ a }}")
    papers = [fill(template, {"a": printed("1")}, tmp_path / name, stamp=STAMP) for name in ("1.docx", "2.docx")]
    assert papers[0].sha256 == papers[1].sha256
    assert papers[0].path.read_bytes() == papers[1].path.read_bytes()


def test_parts_without_tags_lie_in_the_paper_as_in_the_template(tmp_path: Path) -> None:
    template = tmp_path / "mau.docx"
    template.write_bytes(word("{{ a }}"))
    paper = fill(template, {"a": "1"}, tmp_path / "paper.docx", stamp=STAMP)
    for name in ("word/styles.xml", "word/theme/theme1.xml", "docProps/thumbnail.jpeg"):
        assert part(paper.path, name) == part(template, name)


def test_the_properties_tell_when_and_by_whom(tmp_path: Path) -> None:
    core = part(filled(word("{{ a }}"), {"a": "1"}, tmp_path).path, "docProps/core.xml").decode()
    assert core.count("2026-01-05T08:00:00Z") == 2
    assert ">Sổ Vàng<" in core


def test_a_table_left_without_rows_disappears_and_its_cell_stays_whole(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        table(document, [["{%tr for r in rows %}"], ["{{ r }}"], ["{%tr endfor %}"]])
        document.add_paragraph("sau bảng")
        table(document, [["{%p if rows %}", "x"]])
        document.tables[1].cell(0, 0).add_paragraph("{%p endif %}")

    paper = filled(word(build=build), {"rows": []}, tmp_path)
    assert word_text(paper.path) == "sau bảng\n|  | x |\n\n"
    assert faults(paper.path) == []


def test_a_paper_of_all_kinds_is_valid_office_xml(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        table(document, [["{%tc for c in rows %}", "{{ c }}", "{%tc endfor %}"]])
        table(document, [["{%tr for r in rows %}"], ["{{ r }}"], ["{%tr endfor %}"]])
        document.sections[0].header.paragraphs[0].text = "{{ a }}"

    template = word("{{ a }}", "{%p for r in rows %}", "{{ r }}", "{%p endfor %}", build=build)
    paper = filled(template, {"a": printed("1"), "rows": [printed(str(n)) for n in range(4)]}, tmp_path, marked=True)
    assert faults(paper.path) == []
    grids = [len(list(grid)) for grid in body(paper.path).iter(f"{W}tblGrid")]
    assert grids == [4, 1]


def test_a_sample_paper_is_marked_on_every_kind_of_page(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.sections[0].different_first_page_header_footer = True

    paper = filled(word("{{ a }}", build=build), {"a": "1"}, tmp_path, marked=True)
    assert word_text(paper.path).count("«MẪU – DỮ LIỆU MINH HỌA»") == 2
    references = [r.get(f"{W}type") for r in body(paper.path).iter(f"{W}headerReference")]
    assert sorted(references, key=str) == ["default", "first"]
    assert "MẪU" not in word_text(filled(word("{{ a }}", build=build), {"a": "1"}, tmp_path).path)


def test_an_unknown_name_is_told_with_its_place_and_the_nearest_name(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("II. Kết quả", 1)
        table(document, [["TT"], ["Số {{ populaton }}"]])

    words = refusal(word(build=build), {"population": "1"}, tmp_path)
    assert "“populaton”" in words and "“population”" in words
    assert "mục “II. Kết quả”, bảng 1, dòng 2" in words and "Số {{ populaton }}" in words


def test_an_unknown_name_is_found_also_where_this_year_prints_nothing(tmp_path: Path) -> None:
    template = word("{%p if awards %}", "{{ awrads }}", "{%p endif %}")
    assert "“awards”" in refusal(template, {"awards": []}, tmp_path)


def test_a_name_the_template_asks_for_may_be_missing(tmp_path: Path) -> None:
    template = word("{% if extra is defined %}{{ extra }}{% else %}không{% endif %}")
    assert word_text(filled(template, {}, tmp_path).path).startswith("không")


def test_an_unknown_field_of_a_value_is_told_with_the_fields_it_has(tmp_path: Path) -> None:
    template = word("{%p for f in fields %}", "{{ f.titel }}", "{%p endfor %}")
    words = refusal(template, {"fields": [{"title": "a"}]}, tmp_path)
    assert "“titel”" in words and "“title”" in words and "{{ f.titel }}" in words


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (["{{ a"], "chưa được đóng bằng “}}”"),
        (["{% if a"], "chưa được đóng bằng “%}”"),
        (["{% if a %}x"], "chưa được đóng bằng “{% endif %}”"),
        (["x{% endfor %}"], "không có thẻ mở"),
        (["{% for x in a %}{% endif %}"], "không có thẻ mở"),
        (["{%p if a %}", "x{% endif %}"], "không cùng cấp"),
        (["{%tr for x in a %}", "{%tr endfor %}"], "phải đứng trong một dòng của bảng"),
        (["{%p if a %} {{ a }}", "{%p endif %}"], "không được có thẻ khác"),
        (["{{ a b }}"], "viết sai cú pháp"),
        (["{{ a|nonsense }}"], "bộ lọc không có"),
        (["{{ a|safe }}"], "bộ lọc không có"),
        (["{{tr a }}"], "chỉ viết"),
        (["{{ }}"], "trống"),
        (["{% include 'x' %}"], "không phải lệnh"),
        (["{{ rows }}"], "không in được"),
        (["{{ 1 / 3 }}"], "không in được"),
        (["{% for x in number %}{{ x }}{% endfor %}"], "không dùng được"),
        (["{{ a.__class__.__mro__ }}"], "“__class__” mà chương trình không biết"),
        (["{{ a.format_map(rows) }}"], "không"),
    ],
)
def test_what_is_wrong_in_a_template_is_told_in_words(paragraphs: list[str], said: str, tmp_path: Path) -> None:
    words = refusal(word(*paragraphs), {"a": "1", "rows": ["1"], "number": 5}, tmp_path)
    assert said in words
    assert "Hãy sửa" in words or "Hãy dùng" in words


def test_nothing_of_the_program_can_be_called_by_a_template(tmp_path: Path) -> None:
    target = tmp_path / "secret.txt"
    target.write_text("x", encoding="utf-8")
    with pytest.raises(UserError, match="không được làm"):
        filled(word("{{ file.read_text() }}"), {"file": target}, tmp_path)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Ổ đĩa đã đầy"),
        (PermissionError(errno.EACCES, "Permission denied"), "Hãy đóng văn bản trong Word"),
    ],
)
def test_a_failed_write_leaves_the_old_file_whole(
    fault: OSError, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "paper.docx"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(UserError, match=said):
        filled(word("{{ a }}"), {"a": "1"}, tmp_path)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không có thư mục"):
        fill(word("{{ a }}"), {"a": "1"}, tmp_path / "nowhere" / "paper.docx", stamp=STAMP)


def test_filling_word_loads_no_excel_and_the_room_loads_nothing() -> None:
    script = (
        "import sys, reports; assert not {'lxml', 'jinja2', 'openpyxl'} & set(sys.modules); "
        "import reports.word.filling, reports.excel.sheets; "
        "assert not {'openpyxl', 'docx', 'docxtpl', 'PySide6'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])


def test_anchors_are_named_after_record_and_field_only(tmp_path: Path) -> None:
    first = filled(word("{{ a }}"), {"a": printed("1")}, tmp_path).prints[0].id
    second = filled(word("Khác {{ a }}"), {"a": printed("2")}, tmp_path).prints[0].id
    assert first == second and re.fullmatch(r"_sv[0-9a-f]{28}_1", first)
