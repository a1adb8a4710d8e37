"""Writes without end until it is killed: `python writer.py save|import FILE`; says each act that was kept.

Its memory for unwritten pages is small, so that a kill often finds half an act in the file and a journal beside it.
"""

import sys
from pathlib import Path

from forms.exchange import carry_out, plan_import
from ward.book import Book
from ward.edits import Add, Amend

IMPORTED = 1500


def save(book: Book, number: int) -> None:
    """One act: a person with two positions, and the same number written into the counter."""
    counter = book.db.execute_sql("SELECT record_id FROM event").fetchone()[0]
    person = Add("person", {"name": f"Người {number}", "positions": [{"title": "Tổ trưởng"}, {"title": "Tổ viên"}]})
    book.write(f"Lưu {number}", [person, Amend(counter, {"name": f"Số {number}"})])


def take_in(book: Book, number: int) -> None:
    """One act: an exchange file of many persons, each with two positions."""
    records = [
        {"kind": "person", "name": f"Người {number}-{n}", "positions": [{"title": "Tổ trưởng"}, {"title": "Tổ viên"}]}
        for n in range(IMPORTED)
    ]
    carry_out(book, plan_import(book, {"format": "sovang-exchange", "version": 1, "records": records}))


def main(way: str, path: Path) -> None:
    """Counts on from the acts that the file holds."""
    with Book.open(path) as book:
        book.db.execute_sql("PRAGMA cache_size = 30")
        book.db.execute_sql("PRAGMA cache_spill = 30")
        number = book.db.execute_sql('SELECT count(*) FROM "change"').fetchone()[0]
        print("open", flush=True)
        while True:
            (save if way == "save" else take_in)(book, number)
            print(number, flush=True)
            number += 1


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
