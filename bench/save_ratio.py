"""A saved field against a bare durable commit of one row: `python -m bench.save_ratio [folder]`, at most 3 ×.

Both sides write on the same disk with the same pragmas, by turns, in one run; the file holds 20,000 persons, as
a ward's may.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.table import HEAD, tell
from ward.book import Book
from ward.edits import Add, Amend
from ward.opening import PRAGMAS

LIMIT = 3.0
ROUNDS = 300
PERSONS = 20_000


def bare(folder: Path) -> Callable[[int], None]:
    """One row changed and committed in a database of one small table."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, birth TEXT)")
    connection.execute("INSERT INTO t VALUES (1, '')")

    def commit(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE t SET birth = ? WHERE id = 1", (str(1900 + number % 100),))
        connection.execute("COMMIT")

    return commit


def saves(folder: Path) -> dict[str, Callable[[int], None]]:
    """Three fields of a form, as the window saves them: a day, a name, a figure's number."""
    book = Book.create(folder / "bench.sovang")
    people = book.write("Nhập", [Add("person", {"name": f"Nguyễn Văn {n}"}) for n in range(PERSONS)]).added
    figure = book.write("Thêm", [Add("figure", {"label": "Số hộ", "words": "12", "years": [2025]})]).added[0]
    person = people[PERSONS // 2]
    return {
        "a day": lambda n: _kept(book, Amend(person, {"birth": str(1900 + n % 100)})),
        "a name": lambda n: _kept(book, Amend(person, {"name": f"Trần Thị {n}"})),
        "a figure": lambda n: _kept(book, Amend(figure, {"words": f"{n} hộ"})),
    }


def _kept(book: Book, edit: Amend) -> None:
    assert book.write("Sửa", [edit]).id


def timed(act: Callable[[int], None], number: int) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    act(number)
    return (time.perf_counter() - start) * 1000


def main(folder: Path) -> int:
    acts = {"bare commit": bare(folder), **saves(folder)}
    times: dict[str, list[float]] = {name: [] for name in acts}
    for number in range(ROUNDS):
        for name, act in acts.items():
            times[name].append(timed(act, number))
    floor = times.pop("bare commit")
    print(HEAD)
    kept = [tell(f"save: {name}", values, floor, limit=LIMIT) for name, values in times.items()]
    return int(not all(kept))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else ".") as made:
        sys.exit(main(Path(made)))
