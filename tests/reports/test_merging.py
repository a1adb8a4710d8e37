"""One template for many recipients: a file for each, or one file with a page or a section for each."""

import re
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx.document import Document
from lxml import etree

from reports.prints import Printed
from reports.word.filling import fill
from reports.word.merged_body import Parting
from reports.word.merging import Merged, Recipient, fill_as_one, fill_each
from tests.reports.documents import STAMP, faults, printed, table, word
from tests.reports.golden import word_text
from ward.errors import UserError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def certificate(build: object = None) -> bytes:
    def both(document: Document) -> None:
        table(document, [["{%tr for d in deeds %}"], ["{{ d }}"], ["{%tr endfor %}"]])
        document.add_paragraph("Mai Động, năm {{ year }}")
        if callable(build):
            build(document)

    return word("GIẤY KHEN", "Tặng {{ person }}", build=both)


def context(number: int) -> dict[str, object]:
    record = f"{number + 1:032x}"
    return {
        "person": Printed(f"ông Nguyễn Văn {number}", record=record, field="name", what="Cá nhân"),
        "deeds": [Printed(f"thành tích {number}.{deed}", record=record, field=f"deeds[{deed}]") for deed in range(2)],
        "year": printed("2025"),
    }


def contexts(count: int) -> Iterator[dict[str, object]]:
    return (context(number) for number in range(count))


def body(paper: Path) -> etree._Element:
    with zipfile.ZipFile(paper) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


@pytest.mark.parametrize("parting", ["page", "section"])
def test_one_file_says_to_each_recipient_what_a_file_of_their_own_says(parting: Parting, tmp_path: Path) -> None:
    merged = fill_as_one(certificate(), contexts(3), tmp_path / "all.docx", stamp=STAMP, parting=parting)
    alone = [fill(certificate(), one, tmp_path / "one.docx", stamp=STAMP) for one in contexts(3)]
    texts = []
    for number in range(3):
        fill(certificate(), context(number), tmp_path / "one.docx", stamp=STAMP)
        texts.append(word_text(tmp_path / "one.docx").rstrip("\n"))
    said = word_text(merged.path)
    assert [line for line in said.splitlines() if line] == [
        line for text in texts for line in text.splitlines() if line
    ]
    assert merged.recipients == len(alone) == 3
    assert faults(merged.path) == []


@pytest.mark.parametrize("parting", ["page", "section"])
def test_anchors_and_numbers_are_unique_over_the_file(parting: Parting, tmp_path: Path) -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("mục")._p
        paragraph.insert(0, paragraph.makeelement(f"{W}bookmarkStart", {f"{W}id": "7", f"{W}name": "muc"}))
        paragraph.append(paragraph.makeelement(f"{W}bookmarkEnd", {f"{W}id": "7"}))

    merged = fill_as_one(certificate(build), contexts(4), tmp_path / "all.docx", stamp=STAMP, parting=parting)
    starts = list(body(merged.path).iter(f"{W}bookmarkStart"))
    for key in ("id", "name"):
        found = [start.get(f"{W}{key}") for start in starts]
        assert len(found) == len(set(found))
    names = [start.get(f"{W}name") or "" for start in starts]
    assert names.count("muc") == 1 and max(map(len, names)) <= 40
    assert len(list(body(merged.path).iter(f"{W}bookmarkEnd"))) == len(starts)
    assert faults(merged.path) == []


def test_the_prints_of_each_recipient_are_known(tmp_path: Path) -> None:
    merged = fill_as_one(certificate(), contexts(3), tmp_path / "all.docx", stamp=STAMP)
    for number in range(3):
        assert [one.text for one in merged.prints(number)] == [
            f"ông Nguyễn Văn {number}", f"thành tích {number}.0", f"thành tích {number}.1", "2025",
        ]  # fmt: skip
    names = {one.id for number in range(3) for one in merged.prints(number)}
    anchors = {start.get(f"{W}name") for start in body(merged.path).iter(f"{W}bookmarkStart")}
    assert len(names) == 12
    assert {one.id for number in range(3) for one in merged.prints(number) if one.cell < 0} <= anchors


def test_each_recipient_begins_a_page(tmp_path: Path) -> None:
    merged = fill_as_one(certificate(), contexts(3), tmp_path / "all.docx", stamp=STAMP)
    breaks = [next(mark.iterancestors(f"{W}p")) for mark in body(merged.path).iter(f"{W}pageBreakBefore")]
    assert ["".join(paragraph.itertext()) for paragraph in breaks] == ["GIẤY KHEN"] * 2


@pytest.mark.parametrize("first", ["table", "styled", "empty"])
def test_a_page_begins_whatever_a_template_begins_with(first: str, tmp_path: Path) -> None:
    def build(document: Document) -> None:
        if first == "table":
            table(document, [["{{ person }}"]])
        elif first == "styled":
            document.add_paragraph("{{ person }}", style="Heading 1").paragraph_format.keep_with_next = True
        else:
            document.add_paragraph("")
        document.add_paragraph("{{ year }}")

    merged = fill_as_one(word(build=build), contexts(3), tmp_path / "all.docx", stamp=STAMP)
    root = body(merged.path)
    pages = len(list(root.iter(f"{W}pageBreakBefore"))) + len(list(root.iter(f"{W}br")))
    assert pages == 2
    assert faults(merged.path) == []


def test_sections_count_their_pages_from_one(tmp_path: Path) -> None:
    merged = fill_as_one(certificate(), contexts(3), tmp_path / "all.docx", stamp=STAMP, parting="section")
    sections = list(body(merged.path).iter(f"{W}sectPr"))
    starts = [section.find(f"{W}pgNumType") for section in sections]
    assert [start is not None and start.get(f"{W}start") for start in starts] == ["1"] * 3
    assert len({etree.tostring(section.find(f"{W}pgSz")) for section in sections}) == 1  # type: ignore[arg-type]


def test_a_header_may_say_the_same_to_all_but_nothing_else(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Năm {{ year }}"

    merged = fill_as_one(certificate(build), contexts(3), tmp_path / "all.docx", stamp=STAMP)
    assert word_text(merged.path).count("Năm 2025") == 1

    def personal(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ person }}"

    target = tmp_path / "no.docx"
    with pytest.raises(UserError, match="“ông Nguyễn Văn 0” cho người nhận thứ nhất nhưng “ông Nguyễn Văn 1”"):
        fill_as_one(certificate(personal), contexts(3), target, stamp=STAMP)
    assert not target.exists()


def test_nobody_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Chưa có người nhận nào"):
        fill_as_one(certificate(), [], tmp_path / "all.docx", stamp=STAMP)
    assert not list(tmp_path.iterdir())


class StoppedError(Exception):
    pass


def test_whoever_stops_in_the_middle_finds_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "all.docx"
    target.write_bytes(b"old")

    def stop(done: int) -> None:
        if done == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        fill_as_one(certificate(), contexts(5), target, stamp=STAMP, progress=stop)
    assert target.read_bytes() == b"old" and list(tmp_path.iterdir()) == [target]


def test_a_fault_of_one_recipient_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "all.docx"
    target.write_bytes(b"old")
    with pytest.raises(UserError, match="“deeds”"):
        fill_as_one(certificate(), [context(0), {"person": "a", "year": "1"}], target, stamp=STAMP)
    assert target.read_bytes() == b"old" and list(tmp_path.iterdir()) == [target]


def test_a_lenient_file_tells_what_was_unknown_once(tmp_path: Path) -> None:
    template = word("{{ persn }} {{ person }}")
    merged = fill_as_one(template, contexts(3), tmp_path / "all.docx", stamp=STAMP, lenient=True)
    assert len(merged.faults) == 1 and "“person”" in merged.faults[0]
    assert word_text(merged.path).count("persn") == 3


def test_the_same_recipients_give_the_same_bytes(tmp_path: Path) -> None:
    made = [fill_as_one(certificate(), contexts(3), tmp_path / name, stamp=STAMP) for name in ("1.docx", "2.docx")]
    assert made[0].sha256 == made[1].sha256 and made[0].path.read_bytes() == made[1].path.read_bytes()


def recipients(count: int) -> Iterator[Recipient]:
    return (Recipient(f"khen-{number:04}.docx", context(number)) for number in range(count))


def test_each_recipient_gets_a_file_of_their_own(tmp_path: Path) -> None:
    made = list(fill_each(certificate(), recipients(12), tmp_path, stamp=STAMP))
    assert [paper.path.name for paper in made] == [f"khen-{number:04}.docx" for number in range(12)]
    for number, paper in enumerate(made):
        alone = fill(certificate(), context(number), tmp_path / "alone.docx", stamp=STAMP)
        assert (paper.sha256, list(paper.prints)) == (alone.sha256, list(alone.prints))
        assert paper.path.read_bytes() == alone.path.read_bytes()


def test_files_that_were_given_stay_and_none_is_torn_when_the_rest_is_stopped(tmp_path: Path) -> None:
    making = fill_each(certificate(), recipients(50), tmp_path, stamp=STAMP)
    given = [next(making).path.name for _ in range(3)]
    making.close()
    there = sorted(path.name for path in tmp_path.iterdir())
    assert set(given) <= set(there) and len(there) < 50
    assert all(
        re.fullmatch(r"khen-\d{4}\.docx", name) and zipfile.ZipFile(tmp_path / name).testzip() is None
        for name in there
    )


def test_a_name_that_comes_twice_is_refused(tmp_path: Path) -> None:
    twice = [Recipient("a.docx", context(0)), Recipient("A.docx", context(1))]
    with pytest.raises(UserError, match=r"cùng tên tệp “A\.docx”"):
        list(fill_each(certificate(), twice, tmp_path, stamp=STAMP))


def peak(count: int, target: Path) -> int:
    tracemalloc.start()
    made: Merged = fill_as_one(certificate(), contexts(count), target, stamp=STAMP)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert made.recipients == count
    return most


def test_memory_does_not_grow_with_the_number_of_recipients(tmp_path: Path) -> None:
    peak(2, tmp_path / "warm.docx")
    few, many = peak(20, tmp_path / "few.docx"), peak(300, tmp_path / "many.docx")
    assert many < few * 1.2


@pytest.mark.parametrize(
    "name", ["../ra-ngoai.docx", "a/b.docx", "a\\b.docx", "a\x00.docx", "CON.docx", "a:b?.docx", ". .", ""]
)
def test_a_name_that_leads_elsewhere_or_cannot_be_is_refused(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "giay-khen"
    folder.mkdir()
    with pytest.raises(UserError, match="không dùng làm tên tệp được"):
        list(fill_each(word("{{ a }}"), [Recipient(name, {"a": "1"})], folder, stamp=STAMP))
    assert [path.name for path in tmp_path.rglob("*.docx")] == []
