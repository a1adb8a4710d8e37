"""Which statement is printed, and where a record was printed."""

from __future__ import annotations

from ward.book import Book
from ward.choosing import choose_for_print
from ward.edits import Add, Bin
from ward.loading import load
from ward.printed import printed_in
from ward.statements import typed_figure


def figure(book: Book, text: str, **values: object) -> int:
    return book.write("Thêm", [Add("figure", {**typed_figure(text), **values})]).added[0]


def chosen(book: Book, *figures: int) -> list[bool]:
    return [load(book.db, one).values["chosen"] for one in figures]


def test_one_of_several_statements_of_a_thing_is_printed(book: Book) -> None:
    practice = book.write("Thêm", [Add("practice", {"name": "Camera"})]).added[0]
    first, second, other = (
        figure(book, text, about=practice, label=label, years=(2023,), chosen=True)
        for text, label in (("28 mắt", "mắt camera"), ("30 mắt", "mắt camera"), ("1,2 tỷ đồng", "kinh phí"))
    )
    book.write("Chọn", choose_for_print(book.db, second))
    assert chosen(book, first, second, other) == [False, True, True]
    book.write("Thôi", choose_for_print(book.db, second, chosen=False))
    assert chosen(book, first, second, other) == [False, False, True]


def test_a_statement_of_another_year_keeps_its_choice(book: Book) -> None:
    indicator = book.write("Thêm", [Add("indicator", {"name": "Dân số"})]).added[0]
    old = figure(book, "47 ngàn", indicator=indicator, period="2022", chosen=True)
    new = figure(book, "48 ngàn", indicator=indicator, period="2023")
    book.write("Chọn", choose_for_print(book.db, new))
    assert chosen(book, old, new) == [True, True]


def test_the_papers_that_printed_a_record_are_named_newest_first(book: Book) -> None:
    record = figure(book, "28 mắt")
    uid = load(book.db, record).uid
    papers = [
        book.write("Lập", [Add("paper", {"name": f"Báo cáo {day}", "made_at": f"2023-12-{day}", "state": "draft",
                                         "prints": [{"record_uid": uid.hex(), "text": "28 mắt"}]})]).added[0]
        for day in (10, 20)
    ]  # fmt: skip
    assert [(one.title, one.text) for one in printed_in(book.db, uid)] == [
        ("Báo cáo 20", "28 mắt"),
        ("Báo cáo 10", "28 mắt"),
    ]
    book.write("Bỏ", [Bin(papers[1])])
    assert [one.paper for one in printed_in(book.db, uid)] == [papers[0]]


def test_looking_up_prints_and_evidence_goes_through_an_index(book: Book) -> None:
    for table, column in (("paper_print", "record_uid"), ("evidence", "hash")):
        plan = book.db.execute_sql(f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {column} = 'ab'").fetchall()
        assert all(f"USING INDEX {table}_{column}" in line[3] for line in plan), plan
