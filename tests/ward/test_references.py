"""Which records name a record, and merging two entries of the same thing."""

from typing import Any

import pytest

from ward.book import Book
from ward.edits import Add, Bin
from ward.errors import UserError
from ward.kinds import KINDS
from ward.listing import Wanted, list_records
from ward.loading import load
from ward.references import forwarded, merge, uses


def added(book: Book, kind: str, **values: Any) -> int:
    return book.write(f"Thêm {kind}", [Add(kind, values)]).added[0]


def values(book: Book, record: int) -> dict[str, Any]:
    return load(book.db, record).values


PLACES = [
    (kind.key, None, field)
    for kind in KINDS.values()
    for field in kind.shape.references
] + [
    (kind.key, key, field)
    for kind in KINDS.values()
    for key, shape in kind.list_shapes.items()
    for field in shape.references
]  # fmt: skip


def one_naming(place: tuple[Any, Any, Any], target: int) -> Add:
    kind, list_key, field = place
    return Add(kind, {list_key: [{field.key: target}]} if list_key else {field.key: target})


def test_every_place_that_can_name_a_record_is_found_and_turned_by_a_merge(book):
    for place in PLACES:
        kind, list_key, field = place
        wanted = field.kinds[0] if field.kinds else "task"
        one, two = book.write("Thêm", [Add(wanted, {}), Add(wanted, {})]).added
        owner = book.write("Thêm", [one_naming(place, two)]).added[0]
        assert [(use.id, use.kind, use.field) for use in uses(book.db, two)] == [(owner, kind, list_key or field.key)]
        merge(book, one, two)
        assert uses(book.db, two, binned=True) == []
        assert [use.id for use in uses(book.db, one)] == [owner]


def test_a_record_in_the_bin_is_no_use_but_its_reference_turns_too(book):
    keep, duplicate = added(book, "person", name="An"), added(book, "person", name="Ân")
    household = added(book, "household", head=duplicate)
    book.write("Bỏ", [Bin(household)])
    assert uses(book.db, duplicate) == []
    merge(book, keep, duplicate)
    assert values(book, household)["head"] == keep


def test_a_merge_takes_over_what_was_empty_and_replaces_nothing(book):
    keep = added(book, "event", name="Ngày hội", documents=[{"note": "KH 1"}], years=[2024])
    duplicate = added(
        book,
        "event",
        name="Ngày hội đại đoàn kết",
        held_on="2025-11-18",
        documents=[{"note": "KH 1"}, {"note": "KH 2"}],
        years=[2025],
    )
    merge(book, keep, duplicate)
    kept = values(book, keep)
    assert kept["name"] == "Ngày hội"
    assert kept["held_on"] == "2025-11-18"
    assert [row["note"] for row in kept["documents"]] == ["KH 1", "KH 2"]
    assert kept["years"] == (2024, 2025)


def test_a_zero_of_the_kept_entry_is_not_empty(book):
    keep, duplicate = added(book, "award", persons=0), added(book, "award", persons=5, collectives=0)
    merge(book, keep, duplicate)
    assert (values(book, keep)["persons"], values(book, keep)["collectives"]) == (0, 0)


def test_an_entry_that_named_its_duplicate_does_not_name_itself(book):
    upper = added(book, "unit", names=[{"name": "Phường"}])
    lower = added(book, "unit", names=[{"name": "Phường (trùng)", "parent": upper}])
    merge(book, upper, lower)
    assert [row["parent"] for row in values(book, upper)["names"]] == [None, None]
    parent = added(book, "task", name="Dự án")
    child = added(book, "task", name="Dự án", parent=parent)
    merge(book, child, parent)
    assert values(book, child)["parent"] is None


def test_a_merged_entry_leads_on_and_leaves_the_lists(book):
    one, two, three = (added(book, "person", name=name) for name in ("An", "Ân", "Ấn"))
    merge(book, two, one)
    merge(book, three, two)
    assert [forwarded(book.db, record) for record in (one, two, three)] == [three, three, three]
    assert list_records(book.db, Wanted("person")).ids == [three]
    assert list_records(book.db, Wanted("person", binned=True)).ids == []


def test_only_two_unmerged_entries_of_one_kind_are_merged(book):
    person, other, unit = added(book, "person"), added(book, "person"), added(book, "unit")
    for keep, duplicate in ((person, person), (person, unit)):
        with pytest.raises(UserError, match="Chỉ gộp được hai bản ghi khác nhau"):
            merge(book, keep, duplicate)
    merge(book, person, other)
    for keep, duplicate in ((other, person), (person, other)):
        with pytest.raises(UserError, match="Chỉ gộp được hai bản ghi khác nhau"):
            merge(book, keep, duplicate)


def test_a_merge_that_would_touch_a_closed_year_is_refused_whole(book):
    keep, duplicate = added(book, "person", name="An"), added(book, "person", name="Ân")
    award = added(book, "award", recipients=[{"who": duplicate}], years=[2024])
    added(book, "year", year=2024, closed_on="2025-01-20")
    with pytest.raises(UserError, match="Năm 2024 đã khóa sổ"):
        merge(book, keep, duplicate)
    assert [use.id for use in uses(book.db, duplicate)] == [award]
    assert forwarded(book.db, duplicate) == duplicate
