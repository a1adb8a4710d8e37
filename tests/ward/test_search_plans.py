"""How the file is asked: a look-up of words begins with the words, never with every record of the kind."""

import pytest

from ward.book import Book
from ward.edits import Add
from ward.findings import neighbours
from ward.search import search


@pytest.fixture
def asked(tmp_path, monkeypatch):
    """A book, and the plan of every question that is put to its search table."""
    plans: list[str] = []
    with Book.create(tmp_path / "thu.sovang") as book:
        book.write("Thêm", [Add("person", {"name": "Nguyễn Văn An"})])
        execute = book.db.execute_sql

        def explain(sql: str, values: object = None) -> object:
            if "MATCH" in sql:
                plans.append(execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()[0][3])
            return execute(sql, values)

        monkeypatch.setattr(book.db, "execute_sql", explain)
        yield book, plans


def test_searching_begins_with_the_words(asked):
    book, plans = asked
    assert [hit.title for hit in search(book.db, "nguyen van", ("person",))] == ["Nguyễn Văn An"]
    assert plans and all("VIRTUAL TABLE" in plan for plan in plans)


def test_looking_for_namesakes_begins_with_the_words(asked):
    book, plans = asked
    assert neighbours.neighbours_of(book.db, 1) == {1}
    assert plans and all("VIRTUAL TABLE" in plan for plan in plans)
