"""Many records asked for at once: the same as one by one, living ones only where that is promised."""

from pathlib import Path

from ward.book import Book
from ward.edits import Add, Bin, Forward
from ward.loading import load, values_of
from ward.lookups import closed_years, forwards, heads_by_uid, living, with_value, with_values


def a_book(folder: Path) -> Book:
    book = Book.create(folder / "a.sovang")
    names = [{"name": "Xã Đông Cương", "until": "2012"}, {"name": "Phường Đông Cương", "short_name": "ĐC"}]
    book.write(
        "thêm",
        [
            Add("unit", {"names": names, "address": "phía Bắc"}),
            Add("unit", {"names": [{"name": "Tổ 1", "parent": 1}]}),
            Add("unit", {"names": [{"name": "Tổ 2", "parent": 1}]}),
            Add("document", {"doc_kind": "Kế hoạch", "number": "18-KH/QU", "years": [2021, 2022]}),
            Add("document", {"doc_kind": "Kế hoạch", "number": ""}),
            Add("year", {"year": 2021, "closed_on": "2022-01-10"}),
        ],
    )
    return book


def test_many_records_are_loaded_as_one_by_one(tmp_path: Path):
    with a_book(tmp_path) as book:
        for kind in ("unit", "document", "year"):
            ids = [head.id for head in living(book.db, kind)]
            assert values_of(book.db, kind, ids) == {record: load(book.db, record).values for record in ids}


def test_records_are_found_by_a_field_a_row_or_their_line(tmp_path: Path):
    with a_book(tmp_path) as book:
        assert with_value(book.db, "unit", "names.name", ["Xã Đông Cương", "Tổ 2"]) == [1, 3]
        assert with_value(book.db, "unit", "names.short_name", ["ĐC"]) == [1]
        assert with_value(book.db, "unit", "title", ["Phường Đông Cương"]) == [1]
        assert with_value(book.db, "year", "year", [2021]) == [6]
        assert with_value(book.db, "document", "number", []) == []


def test_every_field_must_hold_one_of_its_values(tmp_path: Path):
    with a_book(tmp_path) as book:
        assert with_values(book.db, "document", {"doc_kind": ["Kế hoạch"], "number": ["", "5"]}) == [5]
        assert sorted(with_values(book.db, "document", {})) == [4, 5]


def test_records_in_the_bin_and_merged_ones_are_found_by_uid_only(tmp_path: Path):
    with a_book(tmp_path) as book:
        uids = {head.id: head.uid for head in living(book.db, "unit")}
        book.write("bỏ", [Bin(2), Forward(3, 1)])
        assert [head.id for head in living(book.db, "unit")] == [1]
        assert with_value(book.db, "unit", "names.name", ["Tổ 1", "Tổ 2"]) == []
        heads = heads_by_uid(book.db, [*uids.values(), bytes(16)])
        assert {head.id: (head.binned, head.forwarded_to) for head in heads.values()} == {
            1: (False, None),
            2: (True, None),
            3: (False, 1),
        }


def test_forwards_lead_to_the_end_of_a_chain(tmp_path: Path):
    with a_book(tmp_path) as book:
        book.write("gộp", [Forward(3, 2)])
        book.write("gộp", [Forward(2, 1)])
        assert forwards(book.db) == {2: 1, 3: 1}


def test_closed_years_are_known(tmp_path: Path):
    with a_book(tmp_path) as book:
        assert closed_years(book.db) == {2021}
