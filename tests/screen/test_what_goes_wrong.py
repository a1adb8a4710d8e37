"""What goes wrong on a real screen: a sudden end, a second window, a fault of our own, little room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.screen.conftest import Desk
from ward.book import Book
from ward.edits import Add
from ward.listing import Wanted, list_records


@pytest.fixture
def file(desk: Desk) -> Path:
    """A file with one person."""
    path = desk.home / "Phường Hoa Sen.sovang"
    with Book.create(path) as book:
        book.write("Thêm", [Add("person", {"name": "Trần Văn An"})])
    return path


def people(file: Path) -> list[str]:
    """Who is in the file now."""
    with Book.open(file, read_only=True) as book:
        return [line.title for line in list_records(book.db, Wanted("person")).lines(0, 10)]


def test_a_half_typed_name_is_offered_again_after_a_sudden_end(desk: Desk, file: Path) -> None:
    with desk.start("half_typed") as program:
        assert program.stdout
        said = program.stdout.readline()
        program.kill()
    assert said.strip() == "HALF"
    assert people(file) == ["Trần Văn An"]
    desk.run("after_the_kill")
    assert people(file) == ["Trần Văn An", "Nguyễn Thị Bích"]
    assert not list(desk.home.rglob("*.drafts"))


@pytest.fixture
def somebody_else(file: Path) -> Iterator[Book]:
    """Another program that has the file open."""
    with Book.open(file, who="Chị Hà", installation="máy khác") as book:
        yield book


def test_a_second_window_reads_only_and_says_so(desk: Desk, somebody_else: Book) -> None:
    desk.run("second_window")
    assert len(list_records(somebody_else.db, Wanted("person")).ids) == 1


def test_after_a_fault_of_its_own_the_program_goes_on(desk: Desk, file: Path) -> None:
    desk.run("our_fault")
    assert people(file) == ["Trần Văn An", "Nguyễn Thị Bích"]


@pytest.mark.parametrize(("scale", "text"), [("1", "large"), ("1.5", "normal")])
def test_no_word_is_cut_off_where_there_is_little_room(desk: Desk, file: Path, scale: str, text: str) -> None:
    replace(desk, more={"QT_SCALE_FACTOR": scale}).run("little_room", text)
