"""The board of registrations, and what was registered against what was achieved."""

from __future__ import annotations

import pytest

from ward.awarding.registering import accept, give_back, registered_against_achieved, registration_board, send
from ward.errors import UserError


def register(ward, who, code="ldtt", **values):
    stated = {"registrant": who, "award_type": ward.type(code), "content": "Đăng ký", "years": [2026], **values}
    return ward.add("registration", **stated)


def board(ward):
    return {row.name: row for row in registration_board(ward.book.db, 2026)}


def test_every_unit_of_the_year_stands_on_the_board_and_the_ward_does_not(ward):
    ward.unit("Tổ dân phố số 10", ward.place)
    ward.unit("Tổ dân phố số 2", ward.place, ended="2025-12-31")
    ward.unit("Tổ dân phố số 3", ward.place, founded="2027-01-01")
    assert list(board(ward)) == ["Tổ dân phố số 5", "Tổ dân phố số 10"]
    assert {row.state for row in board(ward).values()} == {"not_sent"}


def test_a_unit_goes_from_waiting_over_returned_to_accepted(ward):
    person = ward.person("Lê Thị Cúc", ward.group)
    one, other = register(ward, person), register(ward, ward.group, "tt_ldtt")
    send(ward.book, [one, other], on="2026-01-20")
    assert board(ward)["Tổ dân phố số 5"].state == "waiting"
    with pytest.raises(UserError, match="lý do"):
        give_back(ward.book, [one], "")
    give_back(ward.book, [one], "Thiếu chỉ tiêu", on="2026-01-25")
    row = board(ward)["Tổ dân phố số 5"]
    assert (row.state, row.returned_on, row.returned_reason) == ("returned", "2026-01-25", "Thiếu chỉ tiêu")
    accept(ward.book, [other], on="2026-01-26")
    send(ward.book, [one], on="2026-02-01")
    assert board(ward)["Tổ dân phố số 5"].state == "waiting"
    accept(ward.book, [one], on="2026-02-02")
    row = board(ward)["Tổ dân phố số 5"]
    assert (row.state, row.returned_reason, row.persons, row.units, row.titles) == ("accepted", "", 1, 1, 2)
    assert ward.get(one, "registered_on") == "2026-01-20"


def test_persons_and_households_stand_with_their_unit_and_others_last(ward):
    household = ward.add("household", name="Hộ ông Tài", unit=ward.group)
    register(ward, household, "gia_dinh_van_hoa")
    nobody = register(ward, ward.person("Khách vãng lai"))
    rows = registration_board(ward.book.db, 2026)
    assert rows[0].households == 1
    assert (rows[-1].unit, rows[-1].registrations) == (None, (nobody,))


def test_models_are_counted_apart_from_titles(ward):
    practice = ward.add("practice", name="Tuyến ngõ hoa")
    register(ward, ward.group, award_type=None, practice=practice)
    row = board(ward)["Tổ dân phố số 5"]
    assert (row.practices, row.titles) == (1, 0)


def test_nothing_chosen_is_refused(ward):
    for act in (send, accept):
        with pytest.raises(UserError, match="Chưa chọn đăng ký"):
            act(ward.book, [])
    with pytest.raises(UserError, match="không còn trong sổ"):
        accept(ward.book, [999])


def test_what_was_registered_is_held_against_what_was_awarded_for_that_year(ward):
    achieved, refused, late = (ward.person(name, ward.group) for name in ("Cúc", "Dũng", "Hà"))
    for person in (achieved, refused, late):
        register(ward, person)
    register(ward, ward.group, award_type=None, content="Xây dựng mô hình")
    shared = {"award_type": ward.type("ldtt"), "state": "granted"}
    won = ward.add("award", recipients=[{"who": achieved}], years=[2026], **shared)
    ward.add("award", recipients=[{"who": late}], years=[2025], **shared)
    ward.add("nomination", nominee=refused, award_type=ward.type("ldtt"), state="failed", years=[2026])
    found = registered_against_achieved(ward.book.db, 2026)
    assert [(one.registrant, one.state, one.awards) for one in found] == [
        ("Cúc", "achieved", (won,)),
        ("Dũng", "failed", ()),
        ("Hà", "open", ()),
    ]
    assert found[0].unit == "Tổ dân phố số 5"
