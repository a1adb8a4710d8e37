"""A list of 100,000 rows against bare SQL over one flat table: `python -m bench.list_ratio`.

Opening is `list_records` by title, scrolling is one window of 200 rows, sorting is by a day, a reference, an exact
number and a text. The bare side asks an indexed flat table for the same ids in the order of its bytes, which knows
neither Vietnamese order nor exact numbers. No limit but the eye's: what is done in 100 ms is not waited for.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from bench.table import HEAD, tell
from ward.book import Book
from ward.edits import Add
from ward.listing import Wanted, list_records

ROWS = 100_000
ROUNDS = 7
COLUMNS = ("label", "indicator", "value", "measure", "role", "period", "said_on")
WORDS = (
    "hộ",
    "người",
    "cuộc",
    "lượt",
    "tuyến",
    "ngõ",
    "mô hình",
    "công trình",
    "đoàn viên",
    "hội viên",
    "tổ dân phố",
)


def figures(chance: random.Random) -> list[dict[str, Any]]:
    return [
        {
            "label": " ".join(chance.choices(WORDS, k=4)) + f" {number}",
            "value": Decimal(chance.randrange(10**6)).scaleb(-chance.randrange(3)),
            "measure": chance.choice(WORDS),
            "role": "actual",
            "period": str(chance.randrange(2015, 2026)),
            "said_on": f"{chance.randrange(2015, 2026)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        }
        for number in range(ROWS)
    ]


def filled(folder: Path) -> tuple[Book, sqlite3.Connection]:
    """The same rows in a file of records and in a flat table with an index for its list."""
    chance = random.Random(1)
    book = Book.create(folder / "bench.sovang")
    named = [Add("indicator", {"name": f"Chỉ tiêu {number}"}) for number in range(200)]
    indicators = book.write("Chỉ tiêu", named).added
    rows = [{**row, "indicator": chance.choice(indicators)} for row in figures(chance)]
    book.write("Số liệu", [Add("figure", row) for row in rows])
    flat = sqlite3.connect(folder / "flat.db")
    flat.execute(f"CREATE TABLE t (id INTEGER PRIMARY KEY, {', '.join(COLUMNS)})")
    cells = ([str(row[key]) if key == "value" else row[key] for key in COLUMNS] for row in rows)
    flat.executemany(f"INSERT INTO t ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})", cells)
    flat.execute("CREATE INDEX t_label ON t (label)")
    flat.commit()
    return book, flat


def pairs(book: Book, flat: sqlite3.Connection) -> dict[str, tuple[Callable[[], Any], Callable[[], Any]]]:
    """Each act, ours and bare."""
    listing = list_records(book.db, Wanted("figure", COLUMNS))
    columns = ", ".join(COLUMNS)

    def ids(order: str) -> list[int]:
        return [row[0] for row in flat.execute(f"SELECT id FROM t ORDER BY {order}")]

    def window() -> list[Any]:
        wanted = ids_in_order[50_000:50_200]
        marks = ", ".join("?" * len(wanted))
        return flat.execute(f"SELECT id, {columns} FROM t WHERE id IN ({marks})", wanted).fetchall()

    ids_in_order = ids("label")
    acts: dict[str, tuple[Callable[[], Any], Callable[[], Any]]] = {
        "open": (lambda: list_records(book.db, Wanted("figure", COLUMNS)), lambda: ids("label")),
        "scroll": (lambda: listing.lines(50_000, 50_200), window),
        "filter": (lambda: list_records(book.db, Wanted("figure", COLUMNS, text="tuyến ngõ")), lambda: ids("label")),
    }
    for order in ("said_on", "indicator", "value", "label"):
        acts[f"sort by {order}"] = (
            lambda order=order: list_records(book.db, Wanted("figure", COLUMNS, order=order)),  # type: ignore[misc]
            lambda order=order: ids(order),  # type: ignore[misc]
        )
    return acts


def timed(act: Callable[[], Any]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def main(folder: Path) -> None:
    book, flat = filled(folder)
    print(HEAD)
    for name, (ours, bare) in pairs(book, flat).items():
        own, floor = zip(*((timed(ours), timed(bare)) for _ in range(ROUNDS)), strict=True)
        tell(f"list: {name}", own, floor)
    book.close()
    flat.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        main(Path(made))
