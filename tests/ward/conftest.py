"""What the tests of the ward share: an empty file of records, and a user without rights."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ward.book import Book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with Book.create(tmp_path / "Phường.sovang", who="Chị Hà", installation="máy 1") as made:
        yield made


@dataclass
class Unprivileged:
    """A folder, and what the program finds there when it runs as a user who is not the administrator."""

    folder: Path

    def reason(self, path: Path) -> str:
        """Why a file there can only be read."""
        script = (
            "import os, sys, tempfile; from pathlib import Path\n"
            "from ward import migrations; from ward.book import Book\n"
            # the program's own folder may be closed to others, so what it needs from there is read before
            "form = migrations.newest(); migrations.newest = lambda: form\n"
            "with tempfile.TemporaryDirectory() as folder: Book.create(Path(folder) / 'a.sovang').close()\n"
            "if hasattr(os, 'geteuid') and os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
            "with Book.open(Path(sys.argv[1])) as book: print(book.read_only_reason)"
        )
        root = str(Path(__file__).parents[2])
        answer = subprocess.run(
            [sys.executable, "-c", script, str(path)],
            env={**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
        return answer.stdout.rstrip("\n")


@pytest.fixture
def unprivileged() -> Iterator[Unprivileged]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Unprivileged(Path(folder))
