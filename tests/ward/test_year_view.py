"""What a year's view holds: which records, under which names, and which statement stands for a figure."""

import datetime as dt
from pathlib import Path

import pytest

from tests.reports.small_ward import YEAR, Hand, make_small_ward
from ward.book import Book
from ward.edits import Amend, Bin, Forward
from ward.year_entries import Entry
from ward.year_figures import Line
from ward.year_view import YearView, busiest_year, year_view

DAY = dt.date(2023, 12, 5)


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    return Hand(tmp_path / "sổ.sovang")


def view(hand: Hand, *years: int, on: dt.date = DAY) -> YearView:
    return year_view(hand.book.db, years or (YEAR,), on)


def named(entries: list[Entry]) -> list[str]:
    return [entry["name"] for entry in entries]


def line(hand: Hand, *years: int) -> Line:
    (only,) = view(hand, *years).lines
    return only


def words(line: Line, column: str) -> list[list[str]]:
    return [[told.said.words for told in stated.told] for stated in getattr(line, column)]


def test_an_empty_file_gives_an_empty_view(hand: Hand) -> None:
    empty = view(hand)
    assert (list(empty.entries.all()), empty.lines, empty.keeper, empty.place) == ([], [], None, None)
    assert busiest_year(hand.book.db) is None


def test_records_of_other_years_of_the_bin_and_of_merged_entries_stay_out(hand: Hand) -> None:
    kept = hand.add("practice", name="Còn")
    hand.add("practice", name="Năm khác", years=(2022,))
    binned, twin = hand.add("practice", name="Đã bỏ"), hand.add("practice", name="Trùng")
    hand.book.write("x", [Bin(binned), Forward(twin, kept)])
    assert named(view(hand).of("practice")) == ["Còn"]


def test_a_record_of_two_years_is_seen_once_in_a_view_of_both(hand: Hand) -> None:
    hand.add("practice", name="Thí điểm", years=(2022, 2023))
    assert named(view(hand, 2022, 2023).of("practice")) == ["Thí điểm"]


def test_a_plan_dated_the_year_before_belongs_to_the_year_it_names(hand: Hand) -> None:
    hand.add("document", doc_kind="Kế hoạch", number="18-KH/QU", issued_on="2020-12-30", years=(2021,))
    assert len(view(hand, 2021).of("document")) == 1
    assert view(hand, 2020).of("document") == []


def test_a_record_without_work_years_belongs_to_its_own_time_and_is_told_where_it_has_none(hand: Hand) -> None:
    hand.add("event", name="Có ngày", held_on="2023-08-14", years=())
    hand.add("task", name="Có kỳ", period="2023-Q3", years=())
    hand.add("task", name="Mới đây", period_words="mới đây", years=())
    seen = view(hand)
    assert named(seen.of("event")) + named(seen.of("task")) == ["Có ngày", "Có kỳ"]
    assert [entry.title for entry in seen.entries.undated] == ["Mới đây"]


def test_a_passage_without_years_stands_in_every_year(hand: Hand) -> None:
    hand.add("passage", section="situation", text="Phường ở phía tây.", years=())
    assert len(view(hand, 1999).of("passage")) == 1


def test_units_have_the_names_of_the_day_and_persons_their_office_then(hand: Hand) -> None:
    rows = [{"name": "Xã A", "unit_kind": "xã", "until": "2023-06-30"}, {"name": "Phường A", "since": "2023-07-01"}]
    unit = hand.add("unit", names=rows)
    before = {"title": "Phó Chủ tịch", "unit": unit, "until": "2022"}
    held = [before, {"title": "Chủ tịch", "unit": unit, "since": "2023"}]
    person = hand.add("person", name="Lê Thị Hà", rank="Đại úy", positions=held)
    hand.add("event", name="Hội nghị", unit=unit, participants=[{"role": "guest", "who": person}])
    names = view(hand).names
    assert [names.of(unit, day).text for day in ("2021", "2023-06", "2023-07-01", "")] == [
        "Xã A", "Xã A", "Phường A", "Phường A",
    ]  # fmt: skip
    assert [names.of(person, day).position for day in ("2022-05-01", "2023-05-01")] == [
        "Phó Chủ tịch Xã A", "Chủ tịch Xã A",
    ]  # fmt: skip
    assert names.of(person, "2023").before == "Đại úy"


def test_a_name_longer_than_a_title_is_kept_whole(hand: Hand) -> None:
    event = hand.add("event", name="Ngày hội " + "rất dài " * 40)
    hand.add("award", state="granted", event=event)
    assert view(hand).names.of(event, "").text == "Ngày hội " + "rất dài " * 39 + "rất dài"


def test_the_letterhead_and_signatory_are_those_of_the_papers_day(tmp_path: Path) -> None:
    with make_small_ward(tmp_path / "sổ.sovang") as book:
        signers = [
            keeper.signatory["name"]
            for day in (dt.date(2023, 6, 30), dt.date(2023, 7, 1))
            if (keeper := year_view(book.db, (YEAR,), day).keeper)
        ]
    assert signers == ["Trần Văn Sơn", "Lê Thị Hà"]


def test_the_chosen_statement_stands_for_the_others(hand: Hand) -> None:
    one = hand.figure("19 vụ", label="Tội phạm")
    hand.figure("21 vụ", label="Tội phạm")
    assert words(line(hand), "now") == [["19 vụ", "21 vụ"]]
    hand.book.write("x", [Amend(one, {"chosen": True})])
    assert words(line(hand), "now") == [["19 vụ"]]


def test_plan_last_year_and_next_years_target_stand_apart(hand: Hand) -> None:
    thu = hand.add("indicator", name="Thu", measure="đồng", direction="higher")
    hand.figure("9 tỷ đồng", indicator=thu, period="năm 2023")
    hand.figure("8 tỷ đồng", indicator=thu, role="plan", period="năm 2023")
    hand.figure("7 tỷ đồng", indicator=thu, period="năm 2022", years=(2022,))
    hand.figure("10 tỷ đồng", indicator=thu, role="target", period="năm 2024", years=(2024,))
    hand.figure("20 tỷ đồng", indicator=thu, role="target", period="đến năm 2030")
    found = line(hand)
    assert [words(found, column) for column in ("now", "plan", "before", "next")] == [
        [["9 tỷ đồng"]], [["8 tỷ đồng"]], [["7 tỷ đồng"]], [["10 tỷ đồng"], ["20 tỷ đồng"]],
    ]  # fmt: skip


def test_an_estimate_gives_way_to_the_actual_unless_it_is_chosen(hand: Hand) -> None:
    thu = hand.add("indicator", name="Thu", measure="đồng")
    estimate = hand.figure("8,5 tỷ đồng", indicator=thu, role="estimate", period="năm 2023")
    hand.figure("9 tỷ đồng", indicator=thu, period="năm 2023")
    assert words(line(hand), "now") == [["9 tỷ đồng"]]
    hand.book.write("x", [Amend(estimate, {"chosen": True})])
    assert words(line(hand), "now") == [["8,5 tỷ đồng"]]


def test_a_record_whose_result_is_said_this_year_joins_the_year(hand: Hand) -> None:
    practice = hand.add("practice", name="Từ năm trước", years=(2021,))
    hand.figure("28 mắt", about=practice, label="mắt camera")
    assert named(view(hand).of("practice")) == ["Từ năm trước"]
    assert named(view(hand, 2022).of("practice")) == []


def test_other_units_do_not_add_to_the_wards_own_line(hand: Hand) -> None:
    homes = hand.add("indicator", name="Số hộ", measure="hộ")
    block = hand.unit("Khu phố I", "khu phố")
    hand.figure("5.000 hộ", indicator=homes)
    hand.figure("234 hộ", indicator=homes, scope=[{"unit": block}])
    assert [found.scope for found in view(hand).lines] == [(), (block,)]


def test_a_total_stands_before_its_parts_and_they_below_it_whatever_was_entered_first(hand: Hand) -> None:
    tax, fees, other = (hand.add("indicator", name=name) for name in ("Thuế", "Phí", "Khác"))
    income = hand.add("indicator", name="Thu", parts=[{"part": tax}, {"part": fees}])
    budget = hand.add("indicator", name="Ngân sách", parts=[{"part": income}])
    for indicator in (tax, other, fees, income, budget):
        hand.figure("1 tỷ đồng", indicator=indicator)
    assert [found.title for found in view(hand).lines] == ["Ngân sách", "Thu", "Thuế", "Phí", "Khác"]


def test_parts_stand_below_the_total_of_their_own_scope(hand: Hand) -> None:
    women = hand.add("indicator", name="Nữ")
    people = hand.add("indicator", name="Dân số", parts=[{"part": women}])
    block, other = hand.unit("Khu phố I", "khu phố"), hand.unit("Khu phố II", "khu phố")
    for indicator in (women, people):
        for scope in ((), (block,)):
            hand.figure("9 người", indicator=indicator, scope=[{"unit": unit} for unit in scope])
    hand.figure("4 người", indicator=women, scope=[{"unit": other}])
    said = [(found.title, found.scope) for found in view(hand).lines]
    assert said == [
        ("Dân số", ()), ("Nữ", ()), ("Nữ", (other,)), ("Dân số", (block,)), ("Nữ", (block,)),
    ]  # fmt: skip


def test_a_part_of_two_totals_stands_below_both_and_totals_of_each_other_are_kept(hand: Hand) -> None:
    shared = hand.add("indicator", name="Chung")
    for name in ("A", "B"):
        hand.figure("2 vụ", indicator=hand.add("indicator", name=name, parts=[{"part": shared}]))
    hand.figure("1 vụ", indicator=shared)
    ring = hand.add("indicator", name="Vòng 1")
    hand.figure("3 vụ", indicator=hand.add("indicator", name="Vòng 2", parts=[{"part": ring}]))
    hand.figure("3 vụ", indicator=ring)
    (two,) = (found.indicator.id for found in view(hand).lines if found.indicator and found.title == "Vòng 2")
    hand.book.write("Sửa", [Amend(ring, {"parts": [{"part": two}]})])
    assert [found.title for found in view(hand).lines] == ["A", "B", "Chung", "Vòng 2", "Vòng 1"]


def test_a_view_asks_the_same_number_of_questions_however_many_records_there_are(hand: Hand) -> None:
    def questions(book: Book) -> int:
        asked: list[str] = []
        book.db.connection().set_trace_callback(asked.append)
        year_view(book.db, (YEAR,), DAY)
        book.db.connection().set_trace_callback(None)
        return len(asked)

    def fill(count: int) -> None:
        for number in range(count):
            person = hand.add("person", name=f"Người {number}")
            hand.add("award", state="granted", recipients=[{"recipient_kind": "ca_nhan", "who": person}])
            hand.figure(f"{number + 2} vụ", label=f"Việc {number}", claims="giảm 03 vụ so với cùng kỳ")

    fill(2)
    few = questions(hand.book)
    fill(20)
    assert questions(hand.book) == few
