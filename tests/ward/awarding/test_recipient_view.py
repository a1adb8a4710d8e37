"""What is read of recipients: their own records of the reported years, in a fixed number of queries."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from ward.awarding.recipient_view import recipients_view
from ward.awarding.recipients import Recipient, is_head
from ward.book import Book
from ward.edits import Add, Amend

DAY = dt.date(2025, 12, 20)


def add(book: Book, kind: str, **values: Any) -> int:
    return book.write(f"Thêm {kind}", [Add(kind, values)]).added[0]


def unit(book: Book, name: str, parent: int | None = None) -> int:
    return add(book, "unit", names=[{"name": name, "unit_kind": "tổ dân phố", "parent": parent}])


def one(book: Book, record: int, *years: int) -> Recipient:
    return recipients_view(book.db, [record], years or (2025,), DAY).recipients[record]


def test_work_counts_in_its_years_only_and_words_without_a_year_in_every_one(book: Book) -> None:
    group = unit(book, "Tổ dân phố 1")
    rows = [{"role": "owner", "who": group}]
    add(book, "practice", name="Ngõ hoa", participants=rows, years=(2024,))
    add(book, "practice", name="Không năm", participants=rows)
    add(book, "passage", section="results", text="Luôn đúng.", unit=group)
    assert [found["name"] for found in one(book, group).of("practice")] == []
    assert [found["name"] for found in one(book, group, 2024, 2025).of("practice")] == ["Ngõ hoa"]
    assert [found["text"] for found in one(book, group).of("passage")] == ["Luôn đúng."]


def test_a_guest_of_an_event_did_not_do_its_work(book: Book) -> None:
    person = add(book, "person", name="Nguyễn Văn An")
    for role in ("guest", "presenter", "helper"):
        add(book, "event", name=role, participants=[{"role": role, "who": person}], years=(2025,))
    assert [found["name"] for found in one(book, person).of("event")] == ["helper"]


def test_a_practice_belongs_to_the_place_only_where_nobody_owns_it(book: Book) -> None:
    group, women = unit(book, "Tổ dân phố 1"), unit(book, "Chi hội phụ nữ")
    add(
        book,
        "practice",
        name="Của chi hội",
        unit=group,
        participants=[{"role": "owner", "who": women}],
        years=(2025,),
    )
    add(book, "practice", name="Của tổ", unit=group, years=(2025,))
    assert [found["name"] for found in one(book, group).of("practice")] == ["Của tổ"]
    assert [found["name"] for found in one(book, women).of("practice")] == ["Của chi hội"]


def test_the_units_that_a_person_heads_on_the_day_are_read_too(book: Book) -> None:
    old, now = unit(book, "Tổ dân phố 1"), unit(book, "Tổ dân phố 2")
    positions = [
        {"title": "Tổ trưởng", "unit": old, "until": "2024-12-31"},
        {"title": "Tổ trưởng", "unit": now, "since": "2025-01-01"},
        {"title": "Phó Chủ tịch", "unit": old},
    ]
    person = add(book, "person", name="Nguyễn Văn An", positions=positions)
    read = recipients_view(book.db, [person], (2025,), DAY)
    assert read.recipients[person].led == (now,) and now in read.recipients


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Tổ trưởng tổ dân phố 1", True),
        ("Phó Chủ tịch", False),
        ("Công chức", False),
        ("BÍ THƯ chi bộ", True),
        ("", False),
    ],
)
def test_a_head_is_known_by_the_title_and_no_deputy_is_one(title: str, heads: bool) -> None:
    assert is_head(title) is heads


def test_figures_belong_to_the_unit_that_they_speak_of_year_by_year(book: Book) -> None:
    first, second = unit(book, "Tổ dân phố 1"), unit(book, "Tổ dân phố 2")
    homes = add(book, "indicator", name="Số hộ", measure="hộ")
    for scope, year, number in ((first, 2024, 90), (first, 2025, 95), (second, 2025, 70)):
        values = {
            "value": Decimal(number),
            "state": "known",
            "words": f"{number} hộ",
            "period": str(year),
            "years": (year,),
        }
        add(book, "figure", indicator=homes, role="actual", scope=[{"unit": scope}], **values)
    told = [(year, line.now[0].first.figure.words) for year, line in one(book, first, 2024, 2025).lines]
    assert told == [(2024, "90 hộ"), (2025, "95 hộ")]


def test_a_unit_that_took_another_in_is_not_compared_with_the_year_before(book: Book) -> None:
    old, new = unit(book, "Tổ dân phố 1"), unit(book, "Tổ dân phố 2")
    merger = add(book, "succession", predecessor=old, successor=new, on_day="2025-01-01")
    assert recipients_view(book.db, [new], (2024, 2025), DAY).changed == {new: frozenset({2025})}
    book.write("Sửa", [Amend(merger, {"on_day": "2024-07-01"})])
    assert recipients_view(book.db, [new], (2024, 2025), DAY).changed == {new: frozenset({2024, 2025})}


def test_what_is_not_asked_for_is_not_there_and_a_year_is_asked_for(book: Book) -> None:
    person, other = (add(book, "person", name=name) for name in ("A", "B"))
    assert set(recipients_view(book.db, [person], (2025,), DAY).recipients) == {person}
    with pytest.raises(ValueError):
        recipients_view(book.db, [other], (), DAY)
