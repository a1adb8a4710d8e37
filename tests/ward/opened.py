"""What the tests of opened files share: two people, what a file holds, and a process that may crash."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from ward.book import Book
from ward.edits import Add
from ward.listing import Wanted, list_records

AN = Add("person", {"name": "Nguyễn Văn An"})
BINH = Add("person", {"name": "Trần Thị Bình"})


def names(book: Book) -> list[str]:
    listing = list_records(book.db, Wanted("person"))
    return [line.title for line in listing.lines(0, 1000)]


def generation(path: Path) -> int:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT generation FROM file").fetchone()[0]
    connection.close()
    return int(found)


def run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs a script in a process of its own; `os._exit` there leaves the file as a crash would."""
    head = "import os, sys\nfrom pathlib import Path\nfrom ward.book import Book\nfrom ward.edits import Add\n"
    return subprocess.run(
        [sys.executable, "-c", head + script, *map(str, arguments)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        capture_output=True,
    )
