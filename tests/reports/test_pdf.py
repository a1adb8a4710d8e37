"""PDF files are made by a real LibreOffice; a converter that fails, hangs or writes nothing is told in words."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from reports.pdf import programs as pdf_programs
from reports.pdf.converter import NO_CONVERTER, Converter, PdfMade, count_pages, find_converter
from reports.pdf.programs import Program
from tests.reports.documents import word, workbook
from tests.reports.hostile import with_relation
from ward.errors import UserError


class StoppedByTheClerkError(Exception):
    """What the window's task raises through `progress`."""


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    """A Word and an Excel file of one name, with blanks and Vietnamese letters, and a third one."""
    folder = tmp_path / "Văn bản đã lập 2025"
    folder.mkdir()
    made = [folder / "Báo cáo – Đông Sơn.docx", folder / "Báo cáo – Đông Sơn.xlsx", folder / "it's 100% & more.docx"]
    made[0].write_bytes(word(*("Kính gửi: Ủy ban nhân dân phường. " * 20 for _ in range(40))))
    made[1].write_bytes(workbook([["Chỉ tiêu", 12]]))
    made[2].write_bytes(word("a"))
    return made


def converter(tmp_path: Path, script: str) -> Converter:
    """A converter of which the program is this Python script."""
    path = tmp_path / "giả.py"
    path.write_text(script, encoding="utf-8")
    program = Program("LibreOffice", path, lambda program, work: [sys.executable, str(path), str(work)])
    return Converter(program, seconds_to_start=30)


def test_papers_become_pdf_files_beside_them_and_stay_as_they_are(papers: list[Path]) -> None:
    before = [hashlib.sha256(paper.read_bytes()).hexdigest() for paper in papers]
    office = find_converter()
    assert office is not None and office.name == "LibreOffice"
    told: list[tuple[int, int]] = []
    made = office.convert(papers, progress=lambda done, total: told.append((done, total)))
    assert [one.path.name for one in made] == [
        "Báo cáo – Đông Sơn.pdf", "Báo cáo – Đông Sơn (2).pdf", "it's 100% & more.pdf",
    ]  # fmt: skip
    assert [one.source for one in made] == papers
    assert made[0].pages > 1 and [one.pages for one in made[1:]] == [1, 1]
    assert all(count_pages(one.path.read_bytes()) == one.pages for one in made)
    assert before == [hashlib.sha256(paper.read_bytes()).hexdigest() for paper in papers]
    assert sorted(papers[0].parent.iterdir()) == sorted([*papers, *(one.path for one in made)])
    assert told[0] == (0, 3) and told[-1] == (3, 3) and told == sorted(told)


def test_pdf_files_can_go_to_another_folder(papers: list[Path], tmp_path: Path) -> None:
    (tmp_path / "PDF").mkdir()
    office = find_converter()
    assert office is not None
    (made,) = office.convert(papers[1:2], tmp_path / "PDF")
    assert made == PdfMade(papers[1], tmp_path / "PDF" / "Báo cáo – Đông Sơn.pdf", 1)


def test_without_a_program_there_is_no_converter_and_the_words_say_what_works(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf_programs, "_LINUX", ())
    assert find_converter() is None
    assert "vẫn lập, sửa và in như thường" in NO_CONVERTER


def test_the_program_is_found_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake = tmp_path / ("soffice.exe" if os.name == "nt" else "soffice")
    fake.write_text("#!/bin/sh\nexit 3\n", encoding="ascii")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = find_converter()
    assert found is not None and found.program.path == fake


def test_a_program_on_the_path_that_fails_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, papers: list[Path]
) -> None:
    fake = tmp_path / "soffice"
    fake.write_text("#!/bin/sh\necho no export filter\nexit 3\n", encoding="ascii")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    office = find_converter()
    assert office is not None
    with pytest.raises(UserError, match=r"LibreOffice không tạo được PDF từ “Báo cáo.*no export filter.*Hãy mở"):
        office.convert(papers[:1])
    assert sorted(papers[0].parent.iterdir()) == sorted(papers)


def test_a_program_that_cannot_be_started_is_told(papers: list[Path], tmp_path: Path) -> None:
    missing = Program("LibreOffice", tmp_path, lambda program, work: [str(tmp_path / "soffice")])
    with pytest.raises(UserError, match="Hãy cài lại LibreOffice"):
        Converter(missing).convert(papers)


@pytest.mark.parametrize(
    "script", ["", "import sys; (open(sys.argv[1] + '/out/000.pdf', 'w')).close()",
               "import sys; open(sys.argv[1] + '/out/000.pdf', 'w').write('%PDF-1.7 torn')"],
)  # fmt: skip
def test_a_program_that_writes_nothing_or_no_pdf_leaves_the_old_one(
    script: str, papers: list[Path], tmp_path: Path
) -> None:
    old = papers[0].with_suffix(".pdf")
    old.write_bytes(b"old")
    with pytest.raises(UserError, match=r"không tạo được PDF từ “Báo cáo – Đông Sơn"):
        converter(tmp_path, script).convert(papers[:1])
    assert old.read_bytes() == b"old"


HANGING = """
import subprocess, sys, threading
child = subprocess.Popen([sys.executable, "-c", "import threading; threading.Event().wait(600)"])
open(sys.argv[1] + "/../processes", "w").write(f"{child.pid}")
open(sys.argv[1] + "/out/begun.pdf", "w").close()
threading.Event().wait(600)
"""


def hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float) -> Converter:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    made = converter(tmp_path, HANGING)
    return Converter(made.program, seconds_to_start=seconds, seconds_a_file=0)


def is_alive(process: int) -> bool:
    """Whether a process still runs; one that has ended and waits to be collected does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_program_that_hangs_is_ended_with_its_children(
    tmp_path: Path, papers: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UserError, match="làm quá lâu"):
        hanging(tmp_path, monkeypatch, 3).convert(papers)
    assert not is_alive(int((tmp_path / "processes").read_text(encoding="ascii")))
    assert list(tmp_path.glob("sovang-pdf-*")) == []
    assert sorted(papers[0].parent.iterdir()) == sorted(papers)


def test_stopped_by_the_clerk_the_program_ends_at_once_with_its_children(
    tmp_path: Path, papers: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop_when_begun(done: int, total: int) -> None:
        if done:
            raise StoppedByTheClerkError

    with pytest.raises(StoppedByTheClerkError):
        hanging(tmp_path, monkeypatch, 600).convert(papers, progress=stop_when_begun)
    assert not is_alive(int((tmp_path / "processes").read_text(encoding="ascii")))
    assert list(tmp_path.glob("sovang-pdf-*")) == []


def test_one_bad_paper_does_not_keep_the_others_from_their_pdf(papers: list[Path]) -> None:
    papers[0].write_bytes(with_relation("image", "http://example.org/a.png"))
    gone = papers[0].with_name("mất.docx")
    office = find_converter()
    assert office is not None
    with pytest.raises(UserError) as told:
        office.convert([papers[0], papers[1], gone, papers[2].with_suffix(".txt")])
    lines = str(told.value).splitlines()
    assert lines[0] == "Đã tạo 1 tệp PDF, còn lại chưa tạo được:"
    assert "“Báo cáo – Đông Sơn.docx” có ảnh nằm ở nơi khác" in lines[1]
    assert "Không thấy văn bản" in lines[2] and "Chỉ tạo được PDF từ tệp .docx và .xlsx" in lines[3]
    assert papers[1].with_name("Báo cáo – Đông Sơn (2).pdf").is_file()


def test_a_pdf_that_is_open_elsewhere_is_told_and_kept(papers: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(source: Path, target: Path) -> None:
        raise PermissionError(13, "Access is denied", str(source), 5, str(target))

    old = papers[1].with_suffix(".pdf")
    old.write_bytes(b"old")
    office = find_converter()
    assert office is not None
    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(UserError, match="Hãy đóng cửa sổ đang xem tệp"):
        office.convert(papers[1:2])
    assert old.read_bytes() == b"old"


def test_nothing_to_convert_starts_nothing(tmp_path: Path) -> None:
    assert converter(tmp_path, "raise SystemExit(1)").convert([]) == []
