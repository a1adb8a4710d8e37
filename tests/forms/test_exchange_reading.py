"""Single records: what can be read is kept exactly, what cannot is refused alone, with its place and reason."""

import unicodedata
from decimal import Decimal
from typing import Any

import pytest

from forms.exchange import plan_import
from tests.forms.exchange_files import of, take_in, unit, verdicts
from ward.book import Book
from ward.loading import load


def kept(book: Book, *records: Any) -> dict[str, Any]:
    """The fields of the last of these records, once they are in the book."""
    plan = take_in(book, *records)
    assert verdicts(plan) == ["new"] * len(records), plan.receipt()
    return load(book.db, book.db.execute_sql("SELECT max(id) FROM record").fetchone()[0]).values


def refused(book: Book, record: Any) -> tuple[str, str]:
    """Where and why this record is refused; the one beside it is not."""
    plan = plan_import(book, of(unit("Tổ 1"), record))
    assert verdicts(plan) == ["new", "refused"], plan.receipt()
    return plan.lines[1].place, plan.lines[1].reason


@pytest.mark.parametrize(
    ("record", "place"),
    [
        (5, "records[1]"),
        ({}, "records[1].kind"),
        ({"kind": "ngựa"}, "records[1].kind"),
        ({"kind": ["unit"]}, "records[1].kind"),
        ({"kind": "person", "name": 5}, "records[1].name"),
        ({"kind": "person", "name": "A", "tuổi": 5}, "records[1].tuổi"),
        ({"kind": "person", "name": "A", "birth": "31/2/1980"}, "records[1].birth"),
        ({"kind": "person", "name": "A", "sex": "x"}, "records[1].sex"),
        ({"kind": "person", "name": "A", "positions": {}}, "records[1].positions"),
        ({"kind": "person", "name": "A", "positions": ["Tổ trưởng"]}, "records[1].positions[0]"),
        ({"kind": "person", "name": "A", "positions": [{"title": 1}]}, "records[1].positions[0].title"),
        ({"kind": "person", "name": "A", "positions": [{"chức": "b"}]}, "records[1].positions[0].chức"),
        ({"kind": "person", "name": "A", "years": 2023}, "records[1].years"),
        ({"kind": "person", "name": "A", "years": [20233]}, "records[1].years"),
        ({"kind": "person", "name": "A", "uid": "không"}, "records[1].uid"),
        ({"kind": "person", "name": "A", "id": 7}, "records[1].id"),
        ({"kind": "person", "name": "A\u0007"}, "records[1].name"),
        ({"kind": "person", "name": "\ud800"}, "records[1].name"),
        ({"kind": "household", "name": "A", "members": "4"}, "records[1].members"),
        ({"kind": "household", "name": "A", "members": 4.0}, "records[1].members"),
        ({"kind": "household", "name": "A", "members": 2**70}, "records[1].members"),
        ({"kind": "household", "name": "A", "unit": {"uid": "0" * 32}}, "records[1].unit"),
        ({"kind": "household", "name": "A", "unit": {"id": "x"}}, "records[1].unit"),
        ({"kind": "household", "name": "A", "unit": "Tổ 99"}, "records[1].unit"),
        ({"kind": "household", "name": "A", "unit": {"kind": "person", "name": "A"}}, "records[1].unit"),
        ({"kind": "household", "name": "A", "unit": {"kind": "unit", "màu": "A"}}, "records[1].unit"),
        ({"kind": "household", "name": "A", "unit": 5}, "records[1].unit"),
        ({"kind": "office", "name": "A", "keeper": "true"}, "records[1].keeper"),
        ({"kind": "figure", "label": "a", "value": 0.81}, "records[1].value"),
        ({"kind": "figure", "label": "a", "value": "0,81"}, "records[1].value"),
        ({"kind": "figure", "label": "a", "value": "1e3"}, "records[1].value"),
        ({"kind": "figure", "label": "a", "value": "1" * 19}, "records[1].value"),
        ({"kind": "figure", "label": "a", "state": "lạ"}, "records[1].state"),
        ({"kind": "figure", "label": "a", "text": "5 hộ", "value": "5"}, "records[1].text"),
        ({"kind": "figure", "label": "a", "state": "missing", "value": "5"}, "records[1].value"),
        ({"kind": "figure", "label": "a", "state": "known"}, "records[1].value"),
        ({"kind": "figure", "label": "a", "shape": "range", "value": "5"}, "records[1].value"),
        ({"kind": "figure", "label": "a", "period": "ngày 40/3/2023"}, "records[1].period"),
        ({"kind": "figure", "label": "a", "claims_text": "tăng", "claims": []}, "records[1].claims_text"),
        ({"kind": "figure", "label": "a", "claims": [{"relation": "hơn"}]}, "records[1].claims[0].relation"),
        ({"kind": "alias", "name": "a", "of": "Tổ 1"}, "records[1].of"),
    ],
)
def test_a_wrong_record_is_refused_alone_with_its_place(book: Book, record: Any, place: str):
    where, reason = refused(book, record)
    assert where == place
    assert reason


def test_all_that_is_wrong_in_a_record_is_told_at_once(book: Book):
    _, reason = refused(book, {"kind": "person", "name": 5, "sex": "x"})
    assert "records[1].sex" in reason


def test_text_is_kept_as_nfc_without_blanks_around(book: Book):
    name = unicodedata.normalize("NFD", "  Nguyễn Thị Hòa ")
    assert kept(book, {"kind": "person", "name": name})["name"] == "Nguyễn Thị Hòa"


def test_a_choice_is_its_key_or_its_label(book: Book):
    for level in ("phuong", "Phường, xã", "phường, xã"):
        values = kept(book, {"kind": "award", "form_words": level, "level": level, "state": "Đã có quyết định"})
        assert (values["level"], values["state"]) == ("phuong", "granted")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1980", "1980"),
        ("8/2023", "2023-08"),
        ("14/8/2023", "2023-08-14"),
        ("ngày 14 tháng 8 năm 2023", "2023-08-14"),
        ("2023-08-14", "2023-08-14"),
        ("Tối 14/8", "2023-08-14"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_day_is_read_as_wards_write_it(book: Book, written: str | None, day: str):
    assert kept(book, {"kind": "event", "name": "a", "held_on": written, "years": [2023]})["held_on"] == day


@pytest.mark.parametrize(
    ("written", "code", "words"),
    [
        ("2023-Q3", "2023-Q3", ""),
        ("quý III năm 2023", "2023-Q3", ""),
        ("quý III", "2023-Q3", "quý III"),
        ("nhiệm kỳ 2020-2025", "T2020/2025", ""),
        ("năm học 2022 - 2023", "S2022/2023", "năm học 2022 - 2023"),
        ("tính đến ngày 30/11/2023", "@2023-11-30", ""),
        ("đến năm 2030", "../2030", ""),
        ("trước năm 2025", "..<2025", ""),
        ("mới đây", "", "mới đây"),
        ("giãn cách COVID-19 (2021)", "2021", "giãn cách COVID-19 (2021)"),
    ],
)
def test_a_period_is_a_code_with_the_words_that_say_more(book: Book, written: str, code: str, words: str):
    values = kept(book, {"kind": "task", "name": "a", "period": written, "years": [2023]})
    assert (values["period"], values["period_words"]) == (code, words)


def test_words_that_are_given_beside_a_period_stay(book: Book):
    values = kept(book, {"kind": "task", "name": "a", "period": "2013/2023", "period_words": "10 năm"})
    assert (values["period"], values["period_words"]) == ("2013/2023", "10 năm")


def test_an_exact_number_keeps_every_digit(book: Book):
    assert str(kept(book, {"kind": "figure", "label": "a", "value": "91.50"})["value"]) == "91.50"
    assert kept(book, {"kind": "figure", "label": "b", "value": 181})["value"] == Decimal(181)


def test_a_row_with_one_field_may_be_its_value(book: Book):
    values = kept(book, {"kind": "practice", "name": "a", "points": ["Một", {"text": "Hai"}]})
    assert [row["text"] for row in values["points"]] == ["Một", "Hai"]


def test_no_column_gets_a_float(book: Book):
    take_in(
        book, {"kind": "figure", "label": "a", "text": "0,81 km2"}, {"kind": "figure", "label": "b", "value": "91.50"}
    )
    rows = book.db.execute_sql("SELECT * FROM figure").fetchall()
    assert not [cell for row in rows for cell in row if isinstance(cell, float)]
