"""Nominations: many at once, filled in, ordered, sent back, withdrawn."""

import pytest

from ward.awarding.nominating import (
    Draft,
    Reason,
    amend_nomination,
    ask_supplement,
    nominate,
    put_back,
    reorder,
    supplemented,
    withdraw,
)
from ward.errors import UserError
from ward.references import merge
from ward.years import close_year


def test_two_thousand_nominations_are_one_act_and_one_step_back(ward):
    round_id, who = ward.round(), ward.people(2000, ward.group)
    change = nominate(
        ward.book, round_id, [Draft(award_type=ward.type("giay_khen_phuong"), nominee=one) for one in who]
    )
    assert len(change.added) == 2000
    assert ward.get(change.added[-1], "place_in_list") == 2000
    assert change.act == "Đề nghị khen 2000 trường hợp – Khen tổng kết năm 2026"
    ward.book.undo()
    assert ward.book.db.execute_sql("SELECT count(*) FROM nomination").fetchone() == (0,)


def test_what_a_draft_leaves_open_is_filled_in(ward):
    movement = ward.add("movement", name="Toàn dân bảo vệ an ninh Tổ quốc")
    round_id = ward.round(movement=movement)
    person = ward.person("Lê Thị Cúc", ward.group)
    household = ward.add("household", name="Hộ ông Tài", unit=ward.group, address="")
    change = nominate(
        ward.book,
        round_id,
        [Draft(award_type=ward.type("giay_khen_phuong"), nominee=one) for one in (person, household, ward.group)],
    )
    values = [{key: ward.get(one, key) for key in ("recipient_kind", "as_title", "movement")} for one in change.added]
    assert [row["recipient_kind"] for row in values] == ["ca_nhan", "ho_gia_dinh", "tap_the"]
    assert [row["as_title"] for row in values] == ["Tổ trưởng Tổ dân phố số 5", "Tổ dân phố số 5", ""]
    assert {row["movement"] for row in values} == {movement}
    assert ward.get(change.added[0], "years") == (2026,)
    assert ward.get(change.added[0], "state") == "nominated"


def test_a_nominee_that_was_merged_is_the_one_it_was_merged_into(ward):
    keep, duplicate = ward.person("Lê Thị Cúc"), ward.person("Lê Thị Cúc")
    merge(ward.book, keep, duplicate)
    (one,) = ward.nominate(ward.round(), "giay_khen_phuong", duplicate)
    assert ward.get(one, "nominee") == keep


@pytest.mark.parametrize(
    ("draft", "words"),
    [(Draft(form_words="Giấy khen"), "khen ai"), (Draft(nominee_words="Ông Tài"), "danh hiệu, hình thức")],
)
def test_a_draft_that_says_nobody_or_nothing_is_refused_with_its_line(ward, draft, words):
    round_id = ward.round()
    good = Draft(nominee_words="Bà Cúc", form_words="Giấy khen")
    with pytest.raises(UserError, match=f"Dòng 2.*{words}"):
        nominate(ward.book, round_id, [good, draft])
    assert ward.book.db.execute_sql("SELECT count(*) FROM nomination").fetchone() == (0,)


def test_no_drafts_are_refused(ward):
    with pytest.raises(UserError, match="Chưa có đề nghị nào"):
        nominate(ward.book, ward.round(), [])


def test_a_reason_that_was_typed_is_kept_with_name_and_time(ward):
    reasons = (Reason("one_achievement_one_award", "Đã khen", "Thành tích mới"),)
    draft = Draft(nominee_words="Bà Cúc", form_words="Giấy khen", reasons=reasons)
    (one,) = nominate(ward.book, ward.round(), [draft]).added
    (row,) = ward.get(one, "overrides")
    assert (row["rule"], row["reason"], row["who"]) == ("one_achievement_one_award", "Thành tích mới", "Chị Hà")
    assert row["at"].endswith("+00:00")


def test_nominations_are_numbered_anew_in_the_order_that_is_given(ward):
    round_id = ward.round()
    first, second, third = ward.nominate(round_id, "giay_khen_phuong", *ward.people(3))
    reorder(ward.book, [third, first, second])
    assert [ward.get(one, "place_in_list") for one in (first, second, third)] == [2, 3, 1]
    reorder(ward.book, [second])
    assert [ward.get(one, "place_in_list") for one in (first, second, third)] == [3, 1, 2]


def test_nominations_of_two_rounds_are_not_put_in_one_order(ward):
    (one,) = ward.nominate(ward.round(), "giay_khen_phuong", ward.person("An"))
    (other,) = ward.nominate(ward.round("Khác"), "giay_khen_phuong", ward.person("Bình"))
    with pytest.raises(UserError, match="nhiều đợt"):
        reorder(ward.book, [one, other])


def test_a_supplement_is_asked_for_with_what_is_missing_and_comes_in(ward):
    (one,) = ward.nominate(ward.round(), "giay_khen_phuong", ward.person("An"))
    with pytest.raises(UserError, match="cần bổ sung gì"):
        ask_supplement(ward.book, [one], "", "2099-01-01")
    with pytest.raises(UserError, match="đã qua"):
        ask_supplement(ward.book, [one], "Báo cáo", "2026-01-01", on="2026-11-25")
    ask_supplement(ward.book, [one], "Báo cáo thành tích", "2026-12-05", on="2026-11-25")
    assert [ward.get(one, key) for key in ("state", "state_reason", "supplement_due")] == [
        "supplement",
        "Báo cáo thành tích",
        "2026-12-05",
    ]
    supplemented(ward.book, [one], on="2026-12-01")
    assert [ward.get(one, key) for key in ("state", "state_reason", "supplement_due")] == ["nominated", "", ""]


def test_what_is_withdrawn_stays_in_the_list_and_can_be_put_back(ward):
    (one,) = ward.nominate(ward.round(), "giay_khen_phuong", ward.person("An"))
    with pytest.raises(UserError, match="lý do"):
        withdraw(ward.book, [one], "")
    withdraw(ward.book, [one], "Chuyển công tác")
    assert (ward.get(one, "state"), ward.get(one, "state_reason")) == ("withdrawn", "Chuyển công tác")
    put_back(ward.book, [one])
    assert ward.get(one, "state") == "nominated"


def test_a_decided_nomination_is_not_amended_and_no_state_is_set_by_hand(ward):
    (one,) = ward.nominate(ward.round(), "giay_khen_phuong", ward.person("An"))
    amend_nomination(ward.book, one, {"achievement": "Hiến 20 m² đất", "state": "granted"})
    assert (ward.get(one, "achievement"), ward.get(one, "state")) == ("Hiến 20 m² đất", "nominated")
    ward.amend(one, state="granted")
    with pytest.raises(UserError, match="đã có kết quả"):
        amend_nomination(ward.book, one, {"achievement": "Khác"})
    with pytest.raises(UserError, match="đã được khen"):
        withdraw(ward.book, [one], "Nhầm")


def test_a_closed_year_takes_no_nominations(ward):
    round_id, person = ward.round(), ward.person("An")
    close_year(ward.book, 2026, "Đã báo cáo")
    with pytest.raises(UserError, match="2026 đã khóa sổ"):
        ward.nominate(round_id, "giay_khen_phuong", person)


@pytest.mark.parametrize(
    ("code", "name", "group"),
    [
        ("ldtt", "Nguyễn Thị Sen", "ca_nhan"),
        ("giay_khen_phuong", "Tổ dân phố 1", "tap_the"),
        ("giay_khen_phuong", "Hộ ông Tài", "ho_gia_dinh"),
        ("giay_khen_phuong", "Đoàn Thị Tâm", ""),
    ],
)
def test_who_is_only_named_in_words_is_what_the_award_or_the_name_says(ward, code, name, group):
    types = {"ldtt": "cá nhân", "giay_khen_phuong": "cá nhân, tập thể, hộ gia đình"}
    ward.amend(ward.type(code), recipients=types[code])
    change = nominate(ward.book, ward.round(), [Draft(award_type=ward.type(code), nominee_words=name)])
    assert ward.get(change.added[0], "recipient_kind") == group
