"""References: five ways to name a record, in this file or in the book; what leads nowhere is refused with reasons."""

from typing import Any

import pytest

from forms.exchange import carry_out, plan_import
from tests.forms.exchange_files import UID, of, take_in, unit, verdicts
from ward.book import Book

WARDS = (unit("Phường An Bình", "a"), unit("Phường Hòa Lạc", "b"))
TEAMS = (
    {"kind": "unit", "id": "a1", "names": [{"name": "Tổ dân phố 1", "short_name": "TDP 1", "parent": {"id": "a"}}]},
    {"kind": "unit", "id": "b1", "names": [{"name": "Tổ dân phố 1", "parent": {"id": "b"}}]},
)


def household(unit_reference: Any) -> dict[str, Any]:
    return {"kind": "household", "name": "Hộ A", "unit": unit_reference}


def parent_of_household(book: Book) -> str:
    sql = (
        "SELECT (SELECT title FROM record WHERE id = n.parent_id) FROM household h "
        "JOIN unit_name n ON n.owner_id = h.unit_id"
    )
    return str(book.db.execute_sql(sql).fetchone()[0])


@pytest.mark.parametrize(
    "reference",
    [
        {"id": "b1"},
        {"kind": "unit", "name": "Tổ dân phố 1", "parent": "Phường Hòa Lạc"},
        {"kind": "unit", "names.name": "Tổ dân phố 1", "names.parent": {"id": "b"}},
        {"name": "Tổ dân phố 1", "parent": {"kind": "unit", "name": "Phường Hòa Lạc"}},
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_reference_finds_its_record_wherever_it_stands(book: Book, reference: Any, first: bool):
    others = (*WARDS, *TEAMS)
    take_in(book, *((household(reference), *others) if first else (*others, household(reference))))
    assert parent_of_household(book) == "Phường Hòa Lạc"


@pytest.mark.parametrize("reference", [{"name": "Tổ dân phố 1", "parent": "Phường Hòa Lạc"}, {"uid": UID.format(1)}])
def test_a_reference_finds_a_record_of_the_book(book: Book, reference: Any):
    take_in(book, *WARDS, TEAMS[0], {**TEAMS[1], "uid": UID.format(1)})
    assert verdicts(take_in(book, household(reference))) == ["new"]
    assert parent_of_household(book) == "Phường Hòa Lạc"


def test_a_short_name_and_an_earlier_name_find_a_unit(book: Book):
    renamed = [{"name": "Xã Đông Cương", "until": "2012"}, {"name": "Phường Đông Cương", "since": "2012"}]
    names = ("Xã Đông Cương", "Phường Đông Cương", "TDP 1")
    ward = {"kind": "unit", "names": renamed}
    asked = [{"kind": "household", "name": name, "unit": name} for name in names]
    assert verdicts(plan_import(book, of(*WARDS, TEAMS[0], ward, *asked))) == ["new"] * 7
    take_in(book, *WARDS, TEAMS[0], ward)
    assert verdicts(plan_import(book, of(*asked))) == ["new"] * 3


def test_a_document_is_found_by_its_number(book: Book):
    plan = plan_import(
        book,
        of(
            {"kind": "document", "doc_kind": "Kế hoạch", "number": "18-KH/QU"},
            {"kind": "movement", "name": "Dân vận khéo", "documents": [{"document": "18-KH/QU"}]},
        ),
    )
    assert verdicts(plan) == ["new", "new"]


def test_a_name_of_two_records_is_refused_and_says_so(book: Book):
    plan = plan_import(book, of(*WARDS, *TEAMS, household("Tổ dân phố 1")))
    assert verdicts(plan)[-1] == "refused"
    assert "có 2" in plan.lines[-1].reason


def test_a_name_that_file_and_book_share_is_one_record(book: Book):
    take_in(book, *WARDS)
    assert verdicts(plan_import(book, of(WARDS[0], household("Phường An Bình")))) == ["same", "new"]


def test_a_reference_to_another_kind_is_refused(book: Book):
    plan = plan_import(book, of({"kind": "person", "id": "p", "name": "A"}, household({"id": "p"})))
    assert verdicts(plan) == ["new", "refused"]


def test_what_names_a_refused_record_is_refused_too_and_what_names_that(book: Book):
    plan = plan_import(
        book,
        of(
            {"kind": "person", "id": "p", "name": 5},
            {"kind": "household", "id": "h", "name": "A", "head": {"id": "p"}},
            {"kind": "award", "form_words": "a", "recipients": [{"who": {"id": "h"}}]},
            {"kind": "person", "name": "B"},
        ),
    )
    assert verdicts(plan) == ["refused", "refused", "refused", "new"]
    assert plan.lines[2].place == "records[2].recipients[0].who"
    assert "records[1]" in plan.lines[2].reason


def test_an_id_that_two_records_have_leads_nowhere(book: Book):
    plan = plan_import(book, of(unit("A", "x"), unit("B", "x"), household({"id": "x"})))
    assert verdicts(plan) == ["new", "refused", "refused"]


def test_records_may_name_each_other_in_a_circle(book: Book):
    circle = [
        {"kind": "movement", "id": "m", "name": "Phong trào", "documents": [{"document": {"id": "d"}}]},
        {"kind": "document", "id": "d", "doc_kind": "Kế hoạch", "number": "1", "movement": {"id": "m"}},
        {"kind": "unit", "id": "u", "names": [{"name": "A", "parent": {"id": "v"}}]},
        {"kind": "unit", "id": "v", "names": [{"name": "B", "parent": {"id": "u"}}]},
    ]
    plan = plan_import(book, of(*circle))
    assert verdicts(plan) == ["new"] * 4
    carry_out(book, plan)


def test_a_long_chain_of_records_is_no_trouble(book: Book):
    chain = [{"kind": "task", "id": f"t{n}", "name": f"Việc {n}", "parent": {"id": f"t{n + 1}"}} for n in range(3000)]
    assert set(verdicts(plan_import(book, of(*chain, {"kind": "task", "id": "t3000", "name": "Gốc"})))) == {"new"}


def test_a_reference_nested_without_end_is_refused(book: Book):
    reference: Any = "A"
    for _ in range(50):
        reference = {"kind": "unit", "name": "A", "parent": reference}
    assert verdicts(plan_import(book, of(household(reference)))) == ["refused"]


def test_a_reference_may_lead_to_a_record_that_was_merged(book: Book):
    from ward.references import merge

    take_in(book, {**unit("Tổ 1"), "uid": UID.format(1)}, {**unit("Tổ một"), "uid": UID.format(2)})
    merge(book, 1, 2)
    take_in(book, household({"uid": UID.format(2)}))
    assert book.db.execute_sql("SELECT unit_id FROM household").fetchone()[0] == 1
