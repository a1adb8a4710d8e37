"""A folder with the sample ward's book and papers, and the command line at work in it."""

from pathlib import Path
from typing import Any

import pytest

from desktop.command_line import main
from tests.desktop.typing_clerk import TypingClerk
from ward.book import Book
from ward.edits import Amend
from ward.statements import typed_figure

BOOK = "Phường mẫu.sovang"
REPORT = "Bao-cao-tong-ket-nam-2025.docx"
SHEET = "Bieu-chi-tieu-2025.xlsx"
CRIMES, FIRMS = "Vụ phạm pháp hình sự:", "Doanh nghiệp thành lập mới:"


class PaperFolder:
    """`answer` is what the command line said last."""

    def __init__(self, folder: Path, said: pytest.CaptureFixture[str]) -> None:
        self.folder, self._said, self.answer = folder, said, ""

    @property
    def report(self) -> Path:
        return self.folder / REPORT

    def sovang(self, *arguments: object) -> int:
        """Gives a command; its exit code."""
        self._said.readouterr()
        try:
            code = main([str(one) for one in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        self.answer = "".join(self._said.readouterr())
        return code

    def amend(self, words: str, **values: Any) -> None:
        """Changes the figure of 2025 with these words; `text` is what is typed now."""
        parts = typed_figure(values["text"], measure=values.get("measure", ""))
        with Book.open(self.folder / BOOK, who="Chị Lan") as book:
            book.write("Sửa số liệu", [Amend(_figure(book, words), parts)])

    def kept(self) -> list[Path]:
        """The files of the versions before."""
        return sorted(self.folder.glob("*(bản trước *"))

    def files(self) -> dict[str, bytes]:
        """The papers and the book, byte by byte."""
        kinds = (".docx", ".xlsx", ".sovang")
        return {path.name: path.read_bytes() for path in self.folder.iterdir() if path.suffix in kinds}

    def lines(self, words: str = "") -> list[str]:
        """The report's lines with these words."""
        return [line for line in TypingClerk(self.report).lines() if words in line]


def _figure(book: Book, words: str) -> int:
    sql = "SELECT f.record_id FROM figure f JOIN record_year y ON y.record_id = f.record_id WHERE y.year = 2025 AND "
    return int(book.db.execute_sql(f"{sql} f.words = ? AND f.role = 'actual'", (words,)).fetchone()[0])
