"""What a signed paper says otherwise than today: values, what is gone, what is new; and nothing that still holds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop.paper_acts import make
from reports.annexes.differences import Difference, compared, differences_today, untrue_papers
from reports.prints import Print
from reports.standing import standing_of
from tests.desktop.typing_clerk import TypingClerk
from tests.reports.small_ward import YEAR, make_small_ward
from ward.book import Book
from ward.choosing import choose_for_print
from ward.edits import Add, Amend, Bin
from ward.loading import load
from ward.paper_records import sign
from ward.statements import typed_figure

REPORT = "bao-cao-tong-ket-nam"
SIGNED = dt.date(YEAR, 12, 25)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return make_small_ward(tmp_path / "sổ.sovang")


@pytest.fixture
def paper(book: Book, tmp_path: Path) -> int:
    made = make(book, REPORT, (YEAR,), tmp_path / "out")
    assert made.record
    sign(book, made.record, SIGNED, "15/BC-UBND")
    return made.record


def figure(book: Book, words: str) -> int:
    return int(book.db.execute_sql("SELECT record_id FROM figure WHERE words = ?", (words,)).fetchone()[0])


def told(found: tuple[Difference, ...]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.printed.replace("\u00a0", " "), one.today.replace("\u00a0", " ")) for one in found]


def test_a_paper_that_was_just_made_differs_in_nothing(book: Book, paper: int) -> None:
    assert differences_today(book, paper) == ()
    assert untrue_papers(book) == []


def test_a_figure_that_was_amended_is_told_with_its_place_and_the_act(book: Book, paper: int) -> None:
    book.write("Sửa số vụ theo báo cáo của Công an", [Amend(figure(book, "19 vụ"), typed_figure("21 vụ"))])
    (one,) = differences_today(book, paper)
    assert told((one,)) == [("value", "19 vụ", "21 vụ")]
    assert one.place.startswith("mục “") and "19" not in one.place
    assert one.cause and (one.cause.act, one.cause.who) == ("Sửa số vụ theo báo cáo của Công an", "Người ghi")
    ((found,),) = [[item.candidate.number for item in untrue_papers(book)]]
    assert found == "15/BC-UBND"


def test_what_was_changed_and_changed_back_leaves_a_paper_true(book: Book, paper: int) -> None:
    crimes = figure(book, "19 vụ")
    for words in ("21 vụ", "19 vụ"):
        book.write("Sửa", [Amend(crimes, typed_figure(words))])
    assert untrue_papers(book) == []


def test_a_note_that_no_paper_prints_leaves_a_paper_true(book: Book, paper: int) -> None:
    book.write("Ghi chú", [Amend(figure(book, "19 vụ"), {"note": "hỏi lại"})])
    assert untrue_papers(book) == []


def test_a_record_in_the_bin_is_told_once_as_gone(book: Book, paper: int) -> None:
    record = book.db.execute_sql("SELECT record_id FROM practice WHERE name = 'Tuyến ngõ hoa'").fetchone()[0]
    book.write("Bỏ mô hình trùng", [Bin(record)])
    gone = [one for one in differences_today(book, paper) if one.record == load(book.db, record).uid.hex()]
    assert [one.kind for one in gone] == ["gone"]
    assert gone[0].printed.startswith("Tên mô hình: Tuyến ngõ hoa; Địa điểm: ") and gone[0].today == ""
    assert gone[0].cause and gone[0].cause.act == "Bỏ mô hình trùng"


def test_a_new_award_of_the_year_is_told_as_new(book: Book, paper: int) -> None:
    values = {"form_words": "Cờ thi đua", "state": "granted", "level": "tinh", "collectives": 1, "years": (YEAR,)}
    record = book.write("Thêm khen thưởng", [Add("award", values)]).added[0]
    new = [one for one in differences_today(book, paper) if one.record == load(book.db, record).uid.hex()]
    assert [(one.kind, one.printed) for one in new] == [("new", "")]
    assert "Cờ thi đua" in new[0].today


def test_another_statement_chosen_for_the_same_thing_is_another_value_not_two_changes(book: Book, paper: int) -> None:
    crimes = load(book.db, figure(book, "19 vụ"))
    same = {key: crimes.values[key] for key in ("indicator", "role", "period", "years")}
    other = book.write("Thêm số của Công an", [Add("figure", {**typed_figure("22 vụ"), **same})]).added[0]
    book.write("Chọn số dùng khi in", choose_for_print(book.db, other))
    assert ("value", "19 vụ", "22 vụ") in told(differences_today(book, paper))


def test_the_signatory_of_today_does_not_make_a_paper_of_yesterday_untrue(book: Book, paper: int) -> None:
    office = book.db.execute_sql("SELECT record_id FROM office WHERE keeper = 1").fetchone()[0]
    rows = [dict(row) for row in load(book.db, office).values["signatories"]]
    rows[-1]["until"] = "2024-05-31"
    rows.append({"position_title": "CHỦ TỊCH", "name": "Phạm Văn Tân", "since": "2024-06-01"})
    book.write("Chủ tịch mới", [Amend(office, {"signatories": rows})])
    assert differences_today(book, paper) == ()


def test_a_kind_that_cannot_be_made_again_is_told_with_the_reason(book: Book, paper: int) -> None:
    uid = load(book.db, figure(book, "19 vụ")).uid.hex()
    values = {"name": "Thư riêng", "paper_kind": "thu-rieng", "state": "signed", "years": (YEAR,)}
    book.write("Lập", [Add("paper", {**values, "prints": [{"record_uid": uid, "text": "19 vụ"}]})])
    book.write("Sửa", [Amend(figure(book, "19 vụ"), typed_figure("21 vụ"))])
    other = next(one for one in untrue_papers(book) if one.candidate.title == "Thư riêng")
    assert other.differences == () and "không lập lại được “Thư riêng”" in other.notes[0]


# -- the comparison itself -------------------------------------------------------------------------------


def value(
    text: str, record: str = "a" * 32, field: str = "words", mark: str = "m", of: tuple[str, ...] = ()
) -> Print:
    return Print(mark, record, field, text, "", "Số liệu", of=of)


def test_spellings_and_repetitions_of_one_text_are_no_difference(book: Book) -> None:
    old = [value("Phường Yên Thái"), value("PHƯỜNG YÊN THÁI"), value("48\u00a0hộ", field="value")]
    new = [value("phường Yên Thái"), value("48 hộ", field="value"), value("48 hộ", field="value")]
    assert compared(book, old, new, 0, {}) == ()


def test_a_text_that_is_said_less_often_today_still_holds(book: Book) -> None:
    assert compared(book, [value("48 hộ"), value("48")], [value("48 hộ"), value("48")][:2], 0, {}) == ()
    assert compared(book, [value("48 hộ")], [value("48 hộ"), value("48")], 0, {}) == ()


def test_each_wrong_text_stands_against_the_right_one_in_the_same_order(book: Book) -> None:
    old, new = [value("48 hộ"), value("48")], [value("49 hộ"), value("49")]
    assert told(compared(book, old, new, 0, {"m": "bảng 2"})) == [("value", "48 hộ", "49 hộ"), ("value", "48", "49")]


def test_what_is_gone_without_any_act_is_not_told(book: Book) -> None:
    assert compared(book, [value("48 hộ")], [], 0, {}) == ()


def test_counts_are_compared_by_what_they_are_called(book: Book) -> None:
    uid = load(book.db, figure(book, "19 vụ")).uid.hex()
    old, new = (value(text, "", "count", of=(uid,)) for text in ("12", "13"))
    (one,) = compared(book, [old], [new], 0, {})
    assert (one.kind, one.printed, one.today, one.of) == ("value", "12", "13", (uid,))


def test_what_the_office_typed_before_it_signed_is_untrue_only_when_the_record_changes(
    book: Book, tmp_path: Path
) -> None:
    made = make(book, REPORT, (YEAR,), tmp_path / "out")
    assert made.record
    clerk = TypingClerk(made.path)
    clerk.type_over("19", "18", within="Tội phạm hình sự:")
    clerk.save()
    sign(book, made.record, SIGNED, "15/BC-UBND", standing_of(made.path))
    assert differences_today(book, made.record) == ()
    book.write("Sửa số vụ", [Amend(figure(book, "19 vụ"), typed_figure("21 vụ"))])
    assert told(differences_today(book, made.record)) == [("value", "18 vụ", "21 vụ")]
