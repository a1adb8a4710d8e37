"""Which printed statements another one stands for today."""

from __future__ import annotations

from ward.book import Book
from ward.edits import Add
from ward.replaced import _BESIDE, replaced
from ward.statements import typed_figure


def add(book: Book, kind: str, **values: object) -> int:
    return book.write("Thêm", [Add(kind, values)]).added[0]


def figure(book: Book, text: str, indicator: int, **values: object) -> int:
    return add(book, "figure", indicator=indicator, years=(2023,), **{**typed_figure(text), **values})


def instead(book: Book, *figures: int) -> dict[int, int]:
    return {record: said.id for record, said in replaced(book.db, figures).items()}


def test_a_statement_that_was_chosen_stands_for_the_others_of_its_thing(book: Book) -> None:
    people, homes = add(book, "indicator", name="Dân số"), add(book, "indicator", name="Số hộ")
    first, second = figure(book, "48.246 người", people), figure(book, "48.300 người", people, chosen=True)
    other = figure(book, "12.000 hộ", homes)
    assert instead(book, first, second, other) == {first: second}


def test_statements_that_disagree_without_a_choice_replace_none(book: Book) -> None:
    people = add(book, "indicator", name="Dân số")
    first = figure(book, "48.246 người", people)
    figure(book, "48.300 người", people)
    assert instead(book, first) == {}


def test_a_statement_of_another_time_or_role_replaces_none(book: Book) -> None:
    people = add(book, "indicator", name="Dân số")
    first = figure(book, "48.246 người", people, period="2023")
    figure(book, "47.000 người", people, period="2022", chosen=True)
    figure(book, "49.000 người", people, period="2023", role="plan", chosen=True)
    assert instead(book, first) == {}


def test_a_result_of_a_record_is_replaced_by_the_chosen_one_of_its_label(book: Book) -> None:
    practice = add(book, "practice", name="Camera")
    first, second = (
        add(book, "figure", about=practice, label="mắt", years=(2023,), chosen=chosen, **typed_figure(text))
        for text, chosen in (("28 mắt", False), ("30 mắt", True))
    )
    assert instead(book, first) == {first: second}


def test_the_statements_beside_are_found_through_indexes(book: Book) -> None:
    plan = [row[3] for row in book.db.execute_sql(f"EXPLAIN QUERY PLAN {_BESIDE}", ("[1]",)).fetchall()]
    assert any("figure_indicator_id_period" in step for step in plan)
    assert any("figure_about_id" in step for step in plan)
    assert not any(step.startswith("SCAN o") and step != "SCAN own" for step in plan)
