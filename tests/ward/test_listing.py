"""Lists: what narrows them, what orders them, and how they read."""

from decimal import Decimal
from typing import Any

import pytest

from ward.book import Book
from ward.edits import Add, Bin
from ward.kinds import KINDS
from ward.listing import EXPRESSIONS, Wanted, list_records
from ward.references import merge


def added(book: Book, kind: str, *rows: dict[str, Any]) -> tuple[int, ...]:
    return book.write(f"Thêm {kind}", [Add(kind, row) for row in rows]).added


def shown(book: Book, wanted: Wanted) -> list[Any]:
    """The titles of the wanted list, or its one column."""
    lines = list_records(book.db, wanted).lines(0, 1000)
    return [line.cells[0] if wanted.columns else line.title for line in lines]


# -- narrowing ---------------------------------------------------------------------------------------


def test_a_list_holds_the_records_of_its_kind_that_are_not_in_the_bin(book):
    an, binh = added(book, "person", {"name": "An"}, {"name": "Bình"})
    added(book, "unit", {"names": [{"name": "Tổ 1"}]})
    book.write("Bỏ", [Bin(binh)])
    assert list_records(book.db, Wanted("person")).ids == [an]
    assert list_records(book.db, Wanted("person", binned=True)).ids == [binh]


def test_a_year_keeps_its_own_records_and_those_of_no_year(book):
    added(
        book,
        "event",
        {"name": "năm nay", "years": [2025]},
        {"name": "hai năm", "years": [2024, 2025]},
        {"name": "năm ngoái", "years": [2024]},
        {"name": "không năm"},
    )
    assert shown(book, Wanted("event", year=2025)) == ["hai năm", "không năm", "năm nay"]


def test_a_year_does_not_narrow_kinds_that_outlive_years(book):
    added(book, "person", {"name": "An", "years": [2020]})
    assert shown(book, Wanted("person", year=2025)) == ["An"]


@pytest.mark.parametrize("text", ["nguyen", "AN NGUYỄN", "ngu a", "tổ trưởng", "nguyễn\u0303"[:-1], "(an"])
def test_a_list_is_narrowed_by_any_word_as_one_types(book, text):
    added(book, "person", {"name": "Nguyễn Văn An", "positions": [{"title": "Tổ trưởng"}]}, {"name": "Bình"})
    assert shown(book, Wanted("person", text=text)) == ["Nguyễn Văn An"]


@pytest.mark.parametrize("text", ["", "  ", '"', "(", "*", "-", "–"])
def test_marks_alone_narrow_nothing(book, text):
    added(book, "person", {"name": "An"})
    assert shown(book, Wanted("person", text=text)) == ["An"]


def test_a_list_may_hold_the_figures_of_one_record(book):
    event = added(book, "event", {"name": "Ngày hội"})[0]
    figure, _ = added(book, "figure", {"label": "Số người", "about": event}, {"label": "Khác"})
    assert list_records(book.db, Wanted("figure", about=event)).ids == [figure]


# -- order -------------------------------------------------------------------------------------------


def test_persons_stand_by_given_name_and_other_kinds_by_the_whole_name(book):
    added(book, "person", {"name": "Trần Văn Ân"}, {"name": "Lê Thị Bình"}, {"name": "Đỗ Thị An"})
    assert shown(book, Wanted("person")) == ["Đỗ Thị An", "Trần Văn Ân", "Lê Thị Bình"]
    added(book, "event", {"name": "Đêm hội"}, {"name": "Ngày 10"}, {"name": "Dạ hội"}, {"name": "Ngày 9"})
    assert shown(book, Wanted("event")) == ["Dạ hội", "Đêm hội", "Ngày 9", "Ngày 10"]
    assert shown(book, Wanted("event", descending=True)) == ["Ngày 10", "Ngày 9", "Đêm hội", "Dạ hội"]


def both_ways(book: Book, kind: str, column: str) -> tuple[list[Any], list[Any]]:
    one, other = (shown(book, Wanted(kind, (column,), order=column, descending=down)) for down in (False, True))
    return one, other


def test_text_stands_in_vietnamese_order_and_empty_cells_last_both_ways(book):
    added(book, "event", *({"place": place} for place in ("Đình", "", "Chợ", "Dốc", "Ấp", "An")))
    assert both_ways(book, "event", "place") == (
        ["An", "Ấp", "Chợ", "Dốc", "Đình", ""],
        ["Đình", "Dốc", "Chợ", "Ấp", "An", ""],
    )


def test_days_stand_by_time_and_unknown_days_last_both_ways(book):
    added(book, "event", *({"held_on": day} for day in ("2025-01-02", "", "2024-12-30", "2025")))
    assert both_ways(book, "event", "held_on") == (
        ["2024-12-30", "2025", "2025-01-02", ""],
        ["2025-01-02", "2025", "2024-12-30", ""],
    )


def test_periods_stand_by_time_whatever_their_shape(book):
    codes = ("@2023-12-31", "S2022/2023", "2023", "T2020/2025", "../2030", "", "2023-Q3")
    added(book, "movement", *({"period": code} for code in codes))
    expected = ["T2020/2025", "S2022/2023", "2023", "@2023-12-31", "2023-Q3", "../2030"]
    assert both_ways(book, "movement", "period") == ([*expected, ""], [*reversed(expected), ""])


def test_numbers_stand_by_value_exactly_and_missing_ones_last_both_ways(book):
    numbers = ["9", "10", "-0.5", "0.1", "0.10000000000000001", "1E+3", "999999999999999999", "0"]
    rows = [{"value": Decimal(number)} for number in numbers]
    added(book, "figure", *rows, {"words": "chưa có số liệu"})
    expected = sorted(Decimal(number) for number in numbers)
    up, down = both_ways(book, "figure", "value")
    assert (up, down) == ([*expected, None], [*reversed(expected), None])


def test_references_stand_by_the_name_they_lead_to(book):
    units = added(book, "unit", *({"names": [{"name": name}]} for name in ("Tổ 10", "Tổ 9", "Đội 1")))
    added(book, "household", *({"name": f"Hộ {n}", "unit": unit} for n, unit in enumerate([*units, None])))
    assert both_ways(book, "household", "unit") == (
        ["Đội 1", "Tổ 9", "Tổ 10", None],
        ["Tổ 10", "Tổ 9", "Đội 1", None],
    )


def test_whole_numbers_stand_by_value_and_zero_is_not_missing(book):
    added(book, "household", *({"members": members} for members in (10, None, 9, 0)))
    assert both_ways(book, "household", "members") == ([0, 9, 10, None], [10, 9, 0, None])


def test_equal_cells_stand_by_title_both_ways(book):
    added(book, "event", *({"name": name, "place": "Đình"} for name in ("Chi", "An", "Bình")))
    for down in (False, True):
        assert shown(book, Wanted("event", order="place", descending=down)) == ["An", "Bình", "Chi"]


# -- reading -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_can_be_a_column_and_an_order(book, kind):
    added(book, kind, {}, {"years": [2025]})
    columns = (*KINDS[kind].shape.by_key, *(key for of, key in EXPRESSIONS if of == kind), "title")
    for order in columns:
        lines = list_records(book.db, Wanted(kind, columns, order=order)).lines(0, 10)
        assert [len(line.cells) for line in lines] == [len(columns)] * 2


def test_exact_cells_keep_their_zeros(book):
    added(book, "figure", {"value": Decimal("91.50")})
    assert str(shown(book, Wanted("figure", ("value",)))[0]) == "91.50"


def test_names_and_positions_are_those_of_today(book):
    (ward,) = added(book, "unit", {"names": [{"name": "Phường Gia Thụy"}]})
    added(
        book,
        "unit",
        {
            "names": [
                {"name": "Tổ 5", "unit_kind": "to", "until": "2025-06-30"},
                {"name": "Khu 5", "unit_kind": "khu", "since": "2025-07-01", "parent": ward},
            ]
        },
    )
    lines = list_records(book.db, Wanted("unit", ("unit_kind", "parent"))).lines(0, 9)
    assert [(line.title, *line.cells) for line in lines] == [
        ("Khu 5", "khu", "Phường Gia Thụy"),
        ("Phường Gia Thụy", "", None),
    ]


def test_who_is_awarded_is_read_from_words_or_from_the_record(book):
    (an,) = added(book, "person", {"name": "Nguyễn Văn An"})
    added(book, "award", {"recipients": [{"who": an}, {"words": "Tổ 5"}]}, {"counted_words": "88 cá nhân"})
    assert sorted(shown(book, Wanted("award", ("recipients",)))) == ["88 cá nhân", "Nguyễn Văn An; Tổ 5"]


def test_a_window_reads_only_its_rows_and_the_whole_list_is_read_at_once_too(book):
    added(book, "event", *({"name": f"Ngày {n}"} for n in range(1, 40_001)))
    listing = list_records(book.db, Wanted("event", ("name",)))
    assert [line.title for line in listing.lines(39_998, 40_010)] == ["Ngày 39999", "Ngày 40000"]
    assert [line.cells[0] for line in listing.lines(0, 40_000)] == [f"Ngày {n}" for n in range(1, 40_001)]
    assert listing.lines(50_000, 50_010) == []


def test_a_row_that_went_away_is_left_out_of_its_window(book):
    one, two = added(book, "person", {"name": "An"}, {"name": "Bình"})
    listing = list_records(book.db, Wanted("person"))
    book.undo()
    assert listing.ids == [one, two]
    assert listing.lines(0, 10) == []


def test_a_merged_record_is_in_no_list(book):
    keep, duplicate = added(book, "person", {"name": "An"}, {"name": "Ân"})
    merge(book, keep, duplicate)
    assert list_records(book.db, Wanted("person", order="birth")).ids == [keep]
