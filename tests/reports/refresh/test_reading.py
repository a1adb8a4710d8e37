"""Where printed values stand in a paper that Word, WPS or LibreOffice saved again: in every part, however wrapped."""

import re
import zipfile
from io import BytesIO

from docx.document import Document
from lxml import etree

from reports.word.filling import fill_bytes
from reports.word.trace import TracedPaper, read_paper
from reports.word.xml import TR, P, parent_of, w
from tests.reports.documents import STAMP, printed, word
from tests.reports.refresh.clerk import Clerk
from tests.reports.refresh.scissors import edit, run
from tests.reports.refresh.small_report import PEOPLE, Report, refreshed

PAPER = Report().paper()
BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pict>'
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>Khung: {{ people }}'
    "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def texts_of(paper: TracedPaper, field: str) -> list[str]:
    """What stands at the values of a field, in the order of printing."""
    return [value.text for one in paper.prints if one.field == field for value in paper.values.get(one.id, ())]


def test_every_printed_value_is_found_where_it_was_printed() -> None:
    paper = read_paper(PAPER)
    for one in paper.prints:
        assert [value.text for value in paper.values[one.id]] == [one.text]
    assert [found.text for found in paper.found] == [block.text for block in paper.base]
    assert all(found.sure for found in paper.found)


def test_what_is_typed_at_the_edge_of_an_anchor_is_no_part_of_the_value() -> None:
    def type_behind(words: str) -> TracedPaper:
        def act(root: etree._Element) -> None:
            shown = next(text for text in root.iter(w("t")) if text.text == "48.120")
            shown.text = f"48.120{words}"

        return read_paper(edit(PAPER, act))

    more = type_behind(" người. Câu thêm năm 2025")
    assert "48.120" in texts_of(more, "words")
    paragraph = next(one for one in more.paragraphs if "Câu thêm" in one.text)
    assert {paragraph.text[start:end] for start, end, _ in paragraph.spans} == {"48.120", "0,81 km2"}
    assert "48.1205" in texts_of(type_behind("5"), "words")
    assert "48.120 triệu" in texts_of(type_behind(" triệu"), "words")


def test_a_paragraph_that_lost_its_marks_and_was_joined_to_another_is_found_in_it() -> None:
    def join(root: etree._Element) -> None:
        first = next(one for one in root.iter(P) if "".join(one.itertext()).startswith("Dân số 48.120 người."))
        for mark in [*first.iter(w("bookmarkStart")), *first.iter(w("bookmarkEnd"))]:
            parent_of(mark).remove(mark)
        for control in list(first.iter(w("sdt"))):
            at, content = parent_of(control).index(control), control.find(w("sdtContent"))
            assert content is not None
            parent_of(control)[at : at + 1] = list(content)
        following = next(one for one in first.itersiblings(P))
        first.append(run(" "))
        first.extend([one for one in following if one.tag == w("r")])

    paper = read_paper(edit(PAPER, join))
    block = next(one for one in paper.base if one.text.startswith("Dân số 48.120 người."))
    assert paper.blocks[block.id].text.startswith(block.text) and paper.blocks[block.id].sure


def test_values_of_headers_and_text_boxes_are_found_and_refreshed(clerk: Clerk) -> None:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Đầu trang {{ people }}"
        etree.ElementBase.append(document.add_paragraph("Thân {{ people }}.")._p, etree.fromstring(BOX))

    template = word(build=build)
    paper, today = (
        fill_bytes(template, {"people": printed(text, "people", PEOPLE)}, stamp=STAMP)[0] for text in ("48", "50")
    )
    assert texts_of(read_paper(paper), "people") == ["48"] * 3
    from reports.refreshing.refresh import apply, plan_refresh

    for edited in (paper, clerk.edit(paper)):
        plan = plan_refresh(edited, today)
        assert {(one.kind, one.printed, one.today) for one in plan.proposals} == {("value", "48", "50")}
        assert set(texts_of(read_paper(apply(plan, {})), "people")) == {"50"}


def test_tracked_text_reads_as_if_it_were_accepted() -> None:
    def track(root: etree._Element) -> None:
        paragraph = next(one for one in root.iter(P) if "nằm ở" in "".join(one.itertext()))
        last = [one for one in paragraph.iter(w("r"))][-1]
        gone = etree.Element(w("del"), {w("id"): "900", w("author"): "Lan"})
        last.addprevious(gone)
        gone.append(last)
        new = etree.Element(w("ins"), {w("id"): "901", w("author"): "Lan"})
        new.append(run(" người, nằm ở phía đông."))
        gone.addnext(new)

    paper = read_paper(edit(PAPER, track))
    assert "Phường có diện tích 0,81 km2, dân số 48.120 người, nằm ở phía đông." in [
        one.text for one in paper.paragraphs
    ]


def test_an_anchor_that_ends_in_another_paragraph_is_read_whole() -> None:
    def split(root: etree._Element) -> None:
        """As Word splits a paragraph inside a bookmark: the end lies at the beginning of the next one."""
        paragraph = next(one for one in root.iter(P) if "nằm ở" in "".join(one.itertext()))
        ends = [one for one in paragraph.iter(w("bookmarkEnd"))]
        following = etree.Element(P)
        paragraph.addnext(following)
        following.extend([ends[-1], run("đoạn sau")])

    paper = read_paper(edit(PAPER, split))
    assert texts_of(paper, "words")[:2] == ["0,81 km2", "48.120"]
    assert "đoạn sau" in [one.text for one in paper.paragraphs]


def test_words_copies_have_controls_and_no_bookmarks() -> None:
    def copy(root: etree._Element) -> None:
        paragraph = next(one for one in root.iter(P) if "nằm ở" in "".join(one.itertext()))
        made = etree.fromstring(etree.tostring(paragraph))
        for mark in list(made.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            parent_of(mark).remove(mark)
        paragraph.addnext(made)

    copied = edit(PAPER, copy)
    paper = read_paper(copied)
    area = next(one for one in paper.prints if one.text == "0,81 km2")
    assert [value.text for value in paper.values[area.id]] == ["0,81 km2"] * 2
    today = "\n".join(one.text for one in read_paper(refreshed(copied, Report(area="2 km2"))).paragraphs)
    assert today.count("diện tích 2 km2") == 2


def test_a_row_without_its_bookmark_is_found_by_its_cells_and_that_is_told() -> None:
    def retype(root: etree._Element) -> None:
        row = next(row for row in root.iter(TR) if "Tổ 2" in "".join(row.itertext()))
        for mark in list(row.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            parent_of(mark).remove(mark)
        number = next(row.iter(w("t")))
        number.text = "hai"

    paper = read_paper(edit(PAPER, retype))
    row = next(found for found in paper.found if "Tổ 2" in found.text)
    assert not row.sure
    assert row.values[next(one.id for one in row.block.prints if one.text == "Bằng khen")].place == (
        "mục “Khen thưởng”, bảng 1, dòng 3"
    )


def test_each_paragraph_tells_its_block_and_its_anchored_stretches() -> None:
    paper = read_paper(PAPER)
    line = next(one for one in paper.paragraphs if "nằm ở" in one.text)
    assert [line.text[start:end] for start, end, _ in line.spans] == ["0,81 km2", "48.120"]
    assert line.block == paper.base[0].id
    assert (line.place, paper.paragraphs[0].block) == ("mục “Đặc điểm”", "")


def test_a_paper_that_lost_its_list_still_tells_its_anchors() -> None:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(PAPER)) as old, zipfile.ZipFile(made, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info, re.sub(rb"urn:so-vang:prints:\d", b"urn:another", content))
    paper = read_paper(made.getvalue())
    assert (paper.base, paper.loose) == ((), ())
    assert "0,81 km2" in [value.text for places in paper.values.values() for value in places]


def test_a_paragraph_that_is_added_brings_its_picture_along(clerk: Clerk) -> None:
    from reports.refreshing.refresh import apply, plan_refresh

    def build(document: Document) -> None:
        document.add_paragraph("{%p for one in works %}")
        document.add_paragraph("Ảnh của {{ one }}: ").add_run().add_picture(BytesIO(_DOT))
        document.add_paragraph("{%p endfor %}")
        document.add_paragraph("Hết.")

    template = word(build=build)
    paper, today = (
        fill_bytes(template, {"works": [printed(name, "name", name * 32) for name in names]}, stamp=STAMP)[0]
        for names in ("ab", "acb")
    )
    edited = clerk.edit(paper)
    refreshed = apply(plan_refresh(edited, today), {})
    assert [one.text.strip() for one in read_paper(refreshed).paragraphs] == [
        "Ảnh của a:", "Ảnh của c:", "Ảnh của b:", "Hết.",
    ]  # fmt: skip
    again = zipfile.ZipFile(BytesIO(clerk.edit(refreshed))).read("word/document.xml").decode()
    assert again.count("<pic:pic ") == 3


_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe"
    "0def46b80000000049454e44ae426082"
)
