"""New, same, changed or doubtful: what the dry run says of a record that the book may have already."""

from typing import Any

import pytest

from forms.exchange import carry_out, plan_import
from tests.forms.exchange_files import UID, count, of, take_in, unit, verdicts
from ward.book import Book
from ward.edits import Bin
from ward.errors import UserError
from ward.loading import load

WARD = unit("Phường An Bình", "p", uid=UID.format(0))


def person(**fields: Any) -> dict[str, Any]:
    return {"kind": "person", "name": "Nguyễn Văn Nam", **fields}


def test_importing_twice_adds_nothing(book: Book):
    records = [
        WARD,
        person(birth="1980", positions=[{"title": "Tổ trưởng", "unit": {"id": "p"}}]),
        {"kind": "indicator", "id": "i", "name": "Dân số", "measure": "người"},
        {"kind": "figure", "indicator": {"id": "i"}, "text": "gần 48 ngàn", "scope": [{"id": "p"}], "period": "2023"},
        {"kind": "figure", "label": "a", "value": "5", "measure": "vụ", "claims_text": "giảm 03 vụ so với cùng kỳ"},
        {"kind": "award", "form_words": "Giấy khen", "persons": 2, "counted_words": "2 cá nhân", "years": [2023]},
    ]
    take_in(book, *records)
    before = count(book)
    assert verdicts(take_in(book, *records)) == ["same"] * len(records)
    assert count(book) == before


def test_only_the_given_fields_are_compared_and_changed(book: Book):
    take_in(book, {"kind": "household", "name": "Hộ A", "address": "Số 5", "members": 4})
    plan = plan_import(book, of({"kind": "household", "name": "Hộ A", "address": "Số 5", "members": 5}))
    assert verdicts(plan) == ["changed"]
    assert [(one.label, one.before, one.after) for one in plan.lines[0].differences] == [("Số người", "4", "5")]
    carry_out(book, plan)
    assert load(book.db, 1).values["address"] == "Số 5"
    assert load(book.db, 1).values["members"] == 5


def test_null_empties_a_field(book: Book):
    take_in(book, {"kind": "household", "name": "Hộ A", "members": 4, "uid": UID.format(1)})
    take_in(book, {"kind": "household", "uid": UID.format(1), "members": None})
    values = load(book.db, 1).values
    assert (values["name"], values["members"]) == ("Hộ A", None)


def test_a_number_with_another_zero_is_another_statement(book: Book):
    take_in(book, {"kind": "figure", "label": "a", "words": "91,5%", "value": "91.5", "measure": "%"})
    plan = plan_import(book, of({"kind": "figure", "label": "a", "words": "91,5%", "value": "91.50", "measure": "%"}))
    assert verdicts(plan) == ["changed"]


def test_two_statements_about_one_thing_stand_side_by_side(book: Book):
    said = [
        {"kind": "figure", "label": "a", "text": "24 tập thể"},
        {"kind": "figure", "label": "a", "text": "25 tập thể"},
        {"kind": "figure", "label": "a", "text": "24 tập thể", "source_words": "Báo cáo của Mặt trận"},
        {"kind": "figure", "label": "a", "value": "24"},
        {"kind": "figure", "label": "a", "value": "25"},
    ]
    assert verdicts(plan_import(book, of(*said))) == ["new"] * 5


def test_an_unknown_uid_is_found_by_its_natural_key(book: Book):
    take_in(book, WARD)
    assert verdicts(plan_import(book, of({**WARD, "uid": UID.format(9)}))) == ["same"]


def test_units_of_one_name_under_two_parents_are_two(book: Book):
    teams = [
        {"kind": "unit", "names": [{"name": "Tổ 1", "parent": {"id": "p"}}]},
        {"kind": "unit", "names": [{"name": "Tổ 1", "parent": {"id": "q"}}]},
    ]
    assert verdicts(plan_import(book, of(WARD, unit("Phường B", "q"), *teams))) == ["new"] * 4


def test_the_same_record_twice_in_a_file_is_asked_about_and_stands_for_the_first(book: Book):
    plan = take_in(
        book, unit("Tổ 1", "x"), unit("Tổ 1", "y"), {"kind": "household", "name": "A", "unit": {"id": "y"}}
    )
    assert verdicts(plan) == ["new", "doubtful", "new"]
    assert book.db.execute_sql("SELECT unit_id FROM household").fetchone()[0] == 1
    assert count(book) == 2


def test_the_clerk_may_say_that_it_is_another_one(book: Book):
    household = {"kind": "household", "name": "A", "unit": {"id": "y"}}
    take_in(book, unit("Tổ 1", "x"), unit("Tổ 1", "y"), household, accept={"records[1]": "new"})
    assert book.db.execute_sql("SELECT unit_id FROM household").fetchone()[0] == 2
    assert count(book) == 3


def test_two_uids_make_two_records_without_a_question(book: Book):
    plan = plan_import(book, of(person(uid=UID.format(1)), person(uid=UID.format(2))))
    assert verdicts(plan) == ["new", "new"]


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({}, "doubtful"),
        ({"birth": "1980"}, "doubtful"),
        ({"birth": "1980-03-12"}, "doubtful"),
        ({"birth": "1981"}, "new"),
        ({"identity_number": "002"}, "new"),
        ({"name": "Nguyễn Văn Nám"}, "new"),
        ({"positions": [{"title": "Bí thư"}]}, "doubtful"),
    ],
)
@pytest.mark.parametrize("in_book", [True, False])
def test_a_person_of_the_same_name_is_asked_about_unless_the_birth_differs(
    book: Book, fields: dict[str, Any], verdict: str, in_book: bool
):
    first = person(birth="1980", identity_number="001", positions=[{"title": "Tổ trưởng"}])
    if in_book:
        take_in(book, first)
    plan = plan_import(book, of(*([] if in_book else [first]), person(**fields)))
    assert verdicts(plan)[-1] == verdict
    if verdict == "doubtful":
        assert "có người trùng tên" in plan.lines[-1].reason


def test_the_same_person_fills_in_and_replaces_nothing(book: Book):
    take_in(book, person(birth="1980", residence="Số 5", positions=[{"title": "Tổ trưởng"}]))
    second = person(id="n", residence="Số 7", phone="0900", positions=[{"title": "Bí thư"}])
    award = {"kind": "award", "form_words": "Giấy khen", "recipients": [{"who": {"id": "n"}}]}
    plan = plan_import(book, of(second, award))
    carry_out(book, plan, accept={"records[0]": plan.lines[0].choices[1].key})
    values = load(book.db, 1).values
    assert (values["birth"], values["residence"], values["phone"]) == ("1980", "Số 5", "0900")
    assert [row["title"] for row in values["positions"]] == ["Tổ trưởng", "Bí thư"]
    assert book.db.execute_sql("SELECT who_id FROM award_recipient").fetchone()[0] == 1


def test_the_same_person_earlier_in_the_file_gets_what_the_later_one_adds(book: Book):
    first, second = person(birth="1980"), person(phone="0900", positions=[{"title": "Bí thư"}])
    take_in(book, first, second, accept={"records[1]": "same:records[0]"})
    values = load(book.db, 1).values
    assert (count(book), values["birth"], values["phone"]) == (1, "1980", "0900")


def test_what_names_a_doubtful_record_waits_for_the_answer(book: Book):
    take_in(book, person(birth="1980"))
    records = (person(id="n"), {"kind": "award", "form_words": "Giấy khen", "recipients": [{"who": {"id": "n"}}]})
    plan = take_in(book, *records)
    assert verdicts(plan) == ["doubtful", "doubtful"]
    assert set(plan.left) == {"records[0]", "records[1]"}
    take_in(book, *records, accept={"records[0]": "new"})
    assert book.db.execute_sql("SELECT count(*) FROM award").fetchone()[0] == 1


def test_a_record_in_the_bin_is_asked_about(book: Book):
    take_in(book, WARD)
    book.write("bỏ", [Bin(1)])
    changed = {**WARD, "address": "Số 1"}
    assert verdicts(take_in(book, changed)) == ["doubtful"]
    take_in(book, changed, accept={"records[0]": "same"})
    assert (load(book.db, 1).binned, load(book.db, 1).values["address"]) == (False, "Số 1")


def test_a_uid_of_another_kind_is_refused(book: Book):
    take_in(book, WARD)
    assert verdicts(plan_import(book, of(person(uid=UID.format(0))))) == ["refused"]


def test_an_answer_that_was_not_offered_is_refused_in_words(book: Book):
    plan = plan_import(book, of(WARD))
    with pytest.raises(UserError):
        carry_out(book, plan, accept={"records[0]": "same"})
    with pytest.raises(UserError):
        carry_out(book, plan, accept={"records[7]": "skip"})


def test_any_line_may_be_skipped(book: Book):
    plan = take_in(book, WARD, {"kind": "household", "name": "A", "unit": {"id": "p"}}, accept={"records[0]": "skip"})
    assert count(book) == 0
    assert list(plan.left) == ["records[0]", "records[1]"]


def test_figures_of_a_closed_year_are_refused(book: Book):
    take_in(book, {"kind": "year", "year": 2022, "closed_on": "2023-01-15"})
    plan = plan_import(book, of({"kind": "figure", "label": "a", "text": "5 vụ", "years": [2022]}))
    assert verdicts(plan) == ["refused"]
    assert "khóa sổ" in plan.lines[0].reason
