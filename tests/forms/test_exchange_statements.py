"""Figures at the exchange door: typed or in parts, with their claims; a doubt is asked about, never settled."""

from decimal import Decimal
from typing import Any

import pytest

from forms.exchange import carry_out, plan_import
from tests.forms.exchange_files import of, take_in, verdicts
from ward.book import Book
from ward.loading import load


def figure(book: Book, *before: Any, **fields: Any) -> dict[str, Any]:
    """The fields of a figure, once it is in the book."""
    plan = take_in(book, *before, {"kind": "figure", "label": "a", **fields})
    assert verdicts(plan) == ["new"] * (len(before) + 1), plan.receipt()
    return load(book.db, book.db.execute_sql("SELECT max(record_id) FROM figure").fetchone()[0]).values


def parts(values: dict[str, Any]) -> dict[str, Any]:
    names = ("state", "shape", "value", "value_to", "out_of", "measure", "qualifier", "qualifier_after", "words")
    return {name: values[name] for name in names if values[name] not in ("", None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gần 48 ngàn người", {"value": Decimal(48000), "measure": "người", "qualifier": "gần"}),
        ("99,3% trở lên", {"value": Decimal("99.3"), "measure": "%", "qualifier_after": "trở lên"}),
        ("1.819/1.835 hộ", {"shape": "ratio", "value": Decimal(1819), "out_of": Decimal(1835), "measure": "hộ"}),
        ("hàng trăm hộ", {"state": "words", "measure": "hộ", "qualifier": "hàng trăm"}),
        ("chưa có số liệu", {"state": "missing"}),
    ],
)
def test_typed_text_is_kept_in_parts_with_its_words(book: Book, text: str, expected: dict[str, Any]):
    found = parts(figure(book, text=text))
    assert found == {"state": "known", "shape": "number", "words": text, **expected}


def test_a_bare_number_takes_the_measure_of_its_indicator(book: Book):
    indicator = {"kind": "indicator", "id": "i", "name": "Số chi bộ", "measure": "chi bộ"}
    assert figure(book, indicator, indicator={"id": "i"}, text="22")["measure"] == "chi bộ"
    assert figure(book, indicator="Số chi bộ", text="23")["measure"] == "chi bộ"


@pytest.mark.parametrize(
    ("given", "state", "shape"),
    [
        ({"value": "5"}, "known", "number"),
        ({"value": "5", "value_to": "7"}, "known", "range"),
        ({"value": "5", "out_of": "7"}, "known", "ratio"),
        ({"value": "5", "out_of": "7", "shape": "rank"}, "known", "rank"),
        ({"value": "0"}, "known", "number"),
        ({"words": "hàng trăm hộ"}, "words", "number"),
        ({}, "missing", "number"),
        ({"state": "not_applicable"}, "not_applicable", "number"),
    ],
)
def test_given_parts_settle_what_was_left_open(book: Book, given: dict[str, Any], state: str, shape: str):
    values = figure(book, **given)
    assert (values["state"], values["shape"]) == (state, shape)


def test_a_line_with_its_claims_is_taken_apart(book: Book):
    values = figure(book, text="2.264 tỷ đồng, vượt 468,9% dự toán, bằng 157,8% so cùng kỳ")
    assert values["words"] == "2.264 tỷ đồng"
    said = [(row["relation"], row["amount"], row["unit"], row["basis"]) for row in values["claims"]]
    assert said == [("vuot", Decimal("468.9"), "%", "du_toan"), ("bang", Decimal("157.8"), "%", "cung_ky")]


def test_a_claim_without_a_number_keeps_its_words(book: Book):
    values = figure(book, claims_text="giảm cả về số vụ và số đối tượng")
    assert (values["state"], values["value"]) == ("missing", None)
    assert [(row["words"], row["amount"]) for row in values["claims"]] == [("giảm cả về số vụ và số đối tượng", None)]


def test_claims_may_be_given_in_rows(book: Book):
    row = {
        "words": "tăng 2 lần",
        "relation": "gap",
        "amount": "2",
        "unit": "lần",
        "basis": "nam",
        "basis_period": "năm 2022",
    }
    values = figure(book, value="8", claims=[row])
    assert (values["claims"][0]["amount"], values["claims"][0]["basis_period"]) == (Decimal(2), "2022")


@pytest.mark.parametrize("text", ["1.8 tỷ", "1,800,000,000 đồng", "97.36%", "hai sáng kiến"])
def test_text_with_several_readings_is_doubtful_and_names_them(book: Book, text: str):
    plan = plan_import(book, of({"kind": "figure", "label": "a", "text": text}))
    assert verdicts(plan) == ["doubtful"]
    assert "(1)" in plan.lines[0].reason and "(2)" in plan.lines[0].reason
    assert [choice.key for choice in plan.lines[0].choices][-1] == "skip"


def test_the_chosen_reading_is_kept_and_not_asked_again(book: Book):
    record = {"kind": "figure", "label": "a", "text": "1.8 tỷ đồng"}
    plan = plan_import(book, of(record))
    carry_out(book, plan, accept={"records[0]": "reading:1"})
    values = load(book.db, 1).values
    assert (values["value"], values["words"]) == (Decimal(1800000000), "1.8 tỷ đồng")
    assert verdicts(plan_import(book, of(record))) == ["same"]


def test_a_doubtful_claim_is_asked_about(book: Book):
    record = {"kind": "figure", "label": "a", "text": "5 vụ", "claims_text": "bằng 193.2% kế hoạch"}
    plan = plan_import(book, of(record))
    assert verdicts(plan) == ["doubtful"]
    carry_out(book, plan, accept={"records[0]": "reading:1"})
    assert load(book.db, 1).values["claims"][0]["amount"] == Decimal("193.2")


def test_a_doubtful_period_is_asked_about(book: Book):
    plan = plan_import(book, of({"kind": "task", "name": "a", "period": "quý III"}))
    assert verdicts(plan) == ["doubtful"]
    carry_out(book, plan, accept={"records[0]": "reading:1"})
    assert (load(book.db, 1).values["period"], load(book.db, 1).values["period_words"]) == ("", "quý III")


def test_two_doubts_in_a_record_must_be_mended_in_the_file(book: Book):
    plan = plan_import(book, of({"kind": "figure", "label": "a", "text": "1.8 tỷ", "period": "quý III"}))
    assert verdicts(plan) == ["doubtful"]
    assert plan.lines[0].choices == ()
    assert "records[0].period" in plan.lines[0].reason


def test_the_parts_of_an_amended_figure_must_still_make_a_whole(book: Book):
    uid = "0190a2b3c4d5e6f708192a3b4c5d6e01"
    take_in(book, {"kind": "figure", "uid": uid, "label": "a", "value": "5", "measure": "vụ"})
    assert verdicts(plan_import(book, of({"kind": "figure", "uid": uid, "state": "missing"}))) == ["refused"]
    plan = take_in(book, {"kind": "figure", "uid": uid, "value": None})
    assert verdicts(plan) == ["changed"]
    assert load(book.db, 1).values["state"] == "missing"
