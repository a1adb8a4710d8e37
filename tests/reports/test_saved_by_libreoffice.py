"""A filled paper that LibreOffice opens and saves keeps the bookmarks of values and blocks, and its trace."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import parse_xml

from reports.prints import CELL_END, Sentence
from reports.word.story import PARAGRAPH_END
from reports.word.trace import read_paper
from reports.word.trace_part import read_trace
from tests.reports.documents import OTHER_RECORD, filled, printed, table, word
from tests.reports.golden import word_text
from tests.reports.test_same_text_as_docxtpl_tables import text_box
from tests.reports.test_trace_part import trace

MARK = re.compile(r'<w:bookmarkStart [^>]*w:name="(_sv[^"]*)"')


def everything(document: Document) -> None:
    document.add_heading("I. Tình hình", 1)
    document.add_paragraph("Dân số {{ people }} người, {{ nothing }}.")
    document.add_paragraph("{{ empty }}")
    document.add_paragraph("{%p for f in fields %}")
    document.add_paragraph("- {{ f.name }}: {{ f.text }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")
    table(document, [
        ["TT", "Tên", "Số", "Ghi chú"],
        ["{%tr for f in fields %}", "", "", ""],
        ["{{ loop.index }}", "{{ f.name }}", "{{ f.text }} người", ""],
        ["{%tr endfor %}", "", "", ""],
        ["", "{{ people }}", "", ""],
    ])  # fmt: skip
    rows = document.tables[0].rows
    rows[2].cells[0].merge(rows[2].cells[1])
    table(
        document, [["{%tr for f in fields %}", ""], ["{% vm %}{{ people }}", "{{ f.name }}"], ["{%tr endfor %}", ""]]
    )
    document.sections[0].header.paragraphs[0].text = "Phường {{ place }}"
    document.element.body.insert(0, parse_xml(text_box("Khung {{ people }}")))


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A filled paper, and the same as LibreOffice saved it."""
    folder = tmp_path_factory.mktemp("papers")
    fields = [
        {"name": printed("Tổ 1", "name"), "text": Sentence((printed("12", "n"), "/", printed("15", "m")))},
        {"name": printed("Tổ 2", "name", OTHER_RECORD), "text": "không"},
    ]
    context = {"people": printed("48"), "place": printed("Mai Động", "place"), "nothing": None}
    paper = filled(word(build=everything), {**context, "empty": printed("", "empty"), "fields": fields}, folder).path
    saved = folder / "saved"
    program = shutil.which("soffice")
    assert program, "LibreOffice is needed"
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    subprocess.run(
        [*command, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved), str(paper)],
        check=True, timeout=120, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return paper, saved / paper.name


def marks(paper: Path) -> list[str]:
    with zipfile.ZipFile(paper) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("word/")]
    return [name for part in parts for name in MARK.findall(part)]


def test_every_bookmark_survives(papers: tuple[Path, Path]) -> None:
    before, after = map(marks, papers)
    assert set(before) == set(after)  # LibreOffice writes a bookmark without content twice


def test_the_trace_survives(papers: tuple[Path, Path]) -> None:
    before, after = map(trace, papers)
    assert read_trace(before) == read_trace(after)


def test_the_text_survives(papers: tuple[Path, Path]) -> None:
    before, after = (word_text(paper).split("===")[0] for paper in papers)
    assert "Dân số 48 người, ." in after and before.count("48") == after.count("48")


def test_the_saved_paper_reads_as_it_was_printed(papers: tuple[Path, Path]) -> None:
    paper = read_paper(papers[1].read_bytes())
    assert [(found.id, found.text.replace(PARAGRAPH_END, "\n")) for found in paper.found] == [
        (block.id, block.text) for block in paper.base
    ]
    rows = [block.text for block in paper.base if block.kind == "tr"]
    assert rows == [
        f"1\nTổ 1{CELL_END}12/15 người{CELL_END}", f"2\nTổ 2{CELL_END}không người{CELL_END}",
        f"48{CELL_END}Tổ 1", f"{CELL_END}Tổ 2",
    ]  # fmt: skip
