"""Killed at any moment, every act that was kept is there, and no half of another."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kills.writer import IMPORTED
from ward.book import Book
from ward.edits import Add

ROOT = Path(__file__).parents[2]


def killed_while_writing(way: str, path: Path, seconds: float) -> list[int]:
    """Lets a writer work that long in a process of its own and kills it; gives the acts that it said were kept."""
    writer = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("writer.py")), way, str(path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        with pytest.raises(subprocess.TimeoutExpired):
            writer.wait(timeout=seconds)
        writer.kill()
        said = writer.stdout.read().splitlines()
    return [int(line) for line in said]


def one(book: Book, sql: str) -> int:
    return int(book.db.execute_sql(sql).fetchone()[0])


def check_whole(book: Book) -> None:
    """The file is sound, and its parts agree: index, references, generation."""
    assert book.checked_after_crash
    assert book.read_only_reason == ""
    assert book.db.execute_sql("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert book.db.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    book.db.execute_sql("INSERT INTO search(search) VALUES ('integrity-check')")
    assert one(book, "SELECT generation FROM file") == one(book, 'SELECT count(*) FROM "change"')
    assert one(book, "SELECT count(*) FROM search") == one(book, "SELECT count(*) FROM record")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Book.create(tmp_path / "Phường.sovang") as book:
        book.write("Lập bộ đếm", [Add("event", {"name": "Số 0"})])
    return tmp_path / "Phường.sovang"


def test_thirty_kills_in_mid_save_lose_nothing_that_was_saved(path):
    chance = random.Random(30)
    hot = 0
    for _ in range(30):
        said = killed_while_writing("save", path, chance.uniform(0, 0.25))
        hot += path.with_name(path.name + "-journal").exists()
        with Book.open(path) as book:
            check_whole(book)
            saved = one(book, "SELECT count(*) FROM person")
            assert one(book, "SELECT count(*) FROM person_position") == 2 * saved
            assert book.db.execute_sql("SELECT name FROM event").fetchone()[0] == f"Số {saved}"
            assert saved - (said[-1] if said else saved) in (0, 1)
    assert hot > 0, "no kill met an act under way"


def test_twenty_kills_in_mid_import_lose_nothing_and_leave_no_half(path):
    chance = random.Random(20)
    hot, before = 0, 0
    for _ in range(20):
        said = killed_while_writing("import", path, chance.uniform(0, 0.8))
        hot += path.with_name(path.name + "-journal").exists()
        with Book.open(path) as book:
            check_whole(book)
            imports = one(book, 'SELECT count(*) - 1 FROM "change"')
            assert one(book, "SELECT count(*) FROM person") == imports * IMPORTED
            assert one(book, "SELECT count(*) FROM person_position") == 2 * imports * IMPORTED
            assert imports - before - len(said) in (0, 1)
            before = imports
    assert hot > 0, "no kill met an act under way"
