"""What a start does without: no library for papers or workbooks is loaded before the first of them is wanted."""

from __future__ import annotations

import pytest

from tests.screen.conftest import Desk
from ward.book import Book
from ward.edits import Add

LATER = (
    "docx", "openpyxl", "lxml", "jinja2", "python_calamine", "pypdfium2", "asyncio", "reports", "ward.figures",
    "ward.rules", "ward.awarding", "fontTools", "forms.spreadsheets",
)  # fmt: skip


@pytest.fixture(scope="module")
def loaded(display: str, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules of the running program once its first list is shown."""
    desk = Desk(display, tmp_path_factory.mktemp("nhà"))
    with Book.create(desk.home / "Phường Hoa Sen.sovang") as book:
        book.write("Thêm", [Add("person", {"name": "Trần Văn An"})])
    (line,) = [line for line in desk.run("only_start").splitlines() if line.startswith("MODULES")]
    return set(line.split()[1:])


@pytest.mark.parametrize("module", LATER)
def test_a_start_loads_no(module: str, loaded: set[str]) -> None:
    assert "ward.listing" in loaded
    assert not {one for one in loaded if one == module or one.startswith(f"{module}.")}
