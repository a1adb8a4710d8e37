"""The sample ward with its papers: made once, copied for each test."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.command_line import main
from tests.desktop.paper_folder import BOOK, CRIMES, FIRMS, PaperFolder
from tests.desktop.typing_clerk import TypingClerk


@pytest.fixture(scope="session")
def sample_papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's book and papers, made once."""
    folder = tmp_path_factory.mktemp("sổ") / "Tài liệu"
    assert main(["sample", str(folder)]) == 0
    return folder


@pytest.fixture
def desk(sample_papers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> PaperFolder:
    """A copy of all that, whose book knows where the papers lie now."""
    made = PaperFolder(tmp_path / "Tài liệu", capsys)
    shutil.copytree(sample_papers, made.folder)
    with closing(sqlite3.connect(made.folder / BOOK)) as file, file:
        file.execute("UPDATE paper SET file_path = replace(file_path, ?, ?)", (str(sample_papers), str(made.folder)))
    return made


@pytest.fixture
def edited(desk: PaperFolder) -> PaperFolder:
    """The report after a morning's work in Word, while 20 crimes and 32 firms came into the book."""
    clerk = TypingClerk(desk.report)
    clerk.add_sentence(CRIMES)
    clerk.type_over("31", "33", within=FIRMS)
    clerk.move("Vụ tai nạn giao thông:", before="Thanh niên nhập ngũ")
    clerk.delete("Camera an ninh: trên 140 mắt")
    clerk.delete_row("Thư khen của Giám đốc")
    clerk.add_paragraph("Điểm chữa cháy công cộng:", "Phường có thêm 15 bình chữa cháy.")
    clerk.save()
    desk.amend("19 vụ", text="20 vụ", measure="vụ")
    desk.amend("31 doanh nghiệp", text="32 doanh nghiệp", measure="doanh nghiệp")
    return desk
