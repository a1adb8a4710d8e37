"""What is doubted while a nomination is typed, and what is not."""

from __future__ import annotations

import pytest

from ward.awarding import doubt_facts
from ward.awarding.doubts import doubts_of, doubts_while_typing
from ward.awarding.nominating import Draft, nominate
from ward.awarding.same_deed import times_meet, words_alike

DEED = "Hiến 120 m² đất mở rộng ngõ 15"


def keys(ward, round_id, **values):
    shared = {"award_type": ward.type("giay_khen_phuong"), "received_on": "2026-11-20", **values}
    return {one.key: one for one in doubts_while_typing(ward.book.db, round_id, Draft(**shared))}


def awarded(ward, who, **values):
    stated = {
        "award_type": ward.type("giay_khen_phuong"),
        "state": "granted",
        "recipients": [{"who": who, "recipient_kind": "ca_nhan"}],
        "reason": DEED,
        "decision_number": "15/QĐ-UBND",
        "decided_on": "2026-05-10",
        "years": [2026],
        **values,
    }
    return ward.add("award", **stated)


def test_nothing_is_doubted_of_a_plain_nomination(ward):
    person = ward.person("Lê Thị Cúc", ward.group)
    assert keys(ward, ward.round(), nominee=person, achievement=DEED) == {}


def test_an_award_for_the_same_achievement_demands_a_reason(ward):
    person = ward.person("Lê Thị Cúc", ward.group)
    award = awarded(ward, person)
    sure = ward.round(rules_on="2026-09-30")
    doubt = keys(ward, sure, nominee=person, achievement="Hiến đất 120 m² mở rộng ngõ 15 của tổ")
    (found,) = [one for key, one in doubt.items() if key == "one_achievement_one_award"]
    assert (found.severity, found.records) == ("ask", (award,))
    assert "15/QĐ-UBND" in found.sentence
    assert "Điều 5" in found.article


@pytest.mark.parametrize(
    "values",
    [
        {"achievement": "Bắt quả tang nhóm trộm xe máy"},
        {"achievement": DEED, "period": "2025"},
        {"achievement": ""},
    ],
)
def test_another_achievement_or_another_year_is_not_the_same(ward, values):
    person = ward.person("Lê Thị Cúc", ward.group)
    awarded(ward, person, period="2026")
    assert "one_achievement_one_award" not in keys(ward, ward.round(years=[2025]), nominee=person, **values)


def test_a_title_beside_a_form_for_one_year_is_usual(ward):
    person = ward.person("Lê Thị Cúc", ward.group)
    awarded(ward, person, award_type=ward.type("ldtt"))
    assert "one_achievement_one_award" not in keys(ward, ward.round(), nominee=person, achievement=DEED)


def test_the_same_model_is_one_achievement_whatever_the_words(ward):
    person, practice = ward.person("Lê Thị Cúc", ward.group), ward.add("practice", name="Tuyến ngõ hoa")
    awarded(ward, person, practice=practice, reason="Trồng hoa")
    found = keys(ward, ward.round(), nominee=person, practice=practice, achievement="Ngõ xanh, sạch, đẹp")
    assert found["one_achievement_one_award"].severity == "warn"


def test_a_reason_is_demanded_only_while_the_rule_of_one_award_is_sure(ward):
    person = ward.person("Lê Thị Cúc", ward.group)
    awarded(ward, person)
    told = {
        day: keys(ward, ward.round(rules_on=day), nominee=person, achievement=DEED)["one_achievement_one_award"]
        for day in ("2026-09-30", "2026-10-01")
    }
    assert [one.severity for one in told.values()] == ["ask", "warn"]
    assert "hãy ghi lý do" in told["2026-09-30"].sentence and "lý do" not in told["2026-10-01"].sentence


def test_two_persons_of_one_name_and_unit_are_told_and_others_less_gravely(ward):
    one, other = ward.person("Nguyễn Văn An", ward.group), ward.person("Nguyễn Văn An", ward.group)
    found = keys(ward, ward.round(), nominee=one)["same_name"]
    assert "trong cùng một đơn vị" in found.sentence
    assert found.records == (other,)
    elsewhere = ward.unit("Tổ dân phố số 6", ward.place)
    third = ward.person("Trần Bình", ward.group)
    ward.person("Trần Bình", elsewhere)
    assert "Có 2 người tên “Trần Bình”" in keys(ward, ward.round(), nominee=third)["same_name"].sentence


def test_a_name_without_a_record_is_held_against_those_in_the_file(ward):
    person = ward.person("Nguyễn Văn An", ward.group)
    found = keys(ward, ward.round(), nominee_words="Nguyễn Văn An", recipient_kind="ca_nhan")
    assert found["same_name"].records == (person,)


def test_the_same_nominee_twice_in_the_round_is_told(ward):
    person, round_id = ward.person("Lê Thị Cúc", ward.group), ward.round()
    (first,) = ward.nominate(round_id, "giay_khen_phuong", person)
    assert keys(ward, round_id, nominee=person)["twice"].records == (first,)
    assert keys(ward, round_id, nominee=person, award_type=ward.type("ldtt"))["twice"].severity == "info"
    assert "twice" not in keys(ward, ward.round("Đợt khác"), nominee=person)
    own = doubts_of(ward.book.db, [first])
    assert "twice" not in {one.key for one in own.get(first, [])}


def test_the_same_words_twice_in_the_round_are_told(ward):
    round_id = ward.round()
    ward.nominate(round_id, "giay_khen_phuong", ward.person("Khác"))
    draft = Draft(award_type=ward.type("giay_khen_phuong"), nominee_words="Hộ ông Tài", recipient_kind="ho_gia_dinh")
    nominate(ward.book, round_id, [draft])
    assert "twice" in keys(ward, round_id, nominee_words="hộ ông Tài", recipient_kind="ho_gia_dinh")


@pytest.mark.parametrize(("matter", "until", "expected"), [
    ("dieu_tra", "", "pending_discipline"),
    ("khieu_nai", "2026-12-31", "pending_discipline"),
    ("da_ky_luat", "", "after_discipline_restart"),
])  # fmt: skip
def test_pending_matters_and_penalties_speak_against(ward, matter, until, expected):
    person = ward.person("Lê Thị Cúc", ward.group)
    record = ward.add("discipline", subject=person, matter=matter, since="2026-03-01", until=until)
    found = keys(ward, ward.round(rules_on="2026-09-01"), nominee=person)[expected]
    assert (found.severity, found.records) == ("ask", (record,))
    assert found.article


def test_a_rule_that_is_not_sure_on_the_day_only_warns(ward):
    household = ward.add("household", name="Hộ ông Tài", unit=ward.group)
    before = keys(ward, ward.round(rules_on="2026-09-01"), nominee=household)["household_not_cong_trang"]
    after = keys(ward, ward.round(rules_on="2026-11-01"), nominee=household)["household_not_cong_trang"]
    assert (before.severity, after.severity) == ("ask", "warn")


@pytest.mark.parametrize("values", [{"cleared": True}, {"until": "2026-06-30"}])
def test_a_matter_that_is_over_speaks_against_nobody(ward, values):
    person = ward.person("Lê Thị Cúc", ward.group)
    ward.add("discipline", subject=person, matter="thanh_tra", since="2026-03-01", **values)
    assert "pending_discipline" not in keys(ward, ward.round(), nominee=person)


def test_a_matter_of_the_head_speaks_against_the_household(ward):
    head = ward.person("Trần Văn Tài")
    household = ward.add("household", name="Hộ ông Tài", head=head, unit=ward.group)
    ward.add("discipline", subject=head, matter="dieu_tra", since="2026-03-01")
    found = keys(ward, ward.round(basis="chuyen_de"), nominee=household)
    assert "pending_discipline" in found


def test_spot_awards_do_not_count_for_merit(ward):
    person = ward.person("Lê Thị Cúc", ward.group)
    awarded(ward, person, basis="dot_xuat", reason="Cứu người đuối nước")
    assert keys(ward, ward.round(), nominee=person)["spot_awards_not_counted"].severity == "info"
    assert "spot_awards_not_counted" not in keys(ward, ward.round(basis="dot_xuat"), nominee=person)


def test_a_household_for_merit_needs_a_reason_but_its_title_does_not(ward):
    household = ward.add("household", name="Hộ ông Tài", unit=ward.group)
    round_id = ward.round(rules_on="2026-09-01")
    assert keys(ward, round_id, nominee=household)["household_not_cong_trang"].severity == "ask"
    assert "household_not_cong_trang" not in keys(
        ward, round_id, nominee=household, award_type=ward.type("gia_dinh_van_hoa")
    )


def test_a_unit_that_ended_is_told_with_what_it_became(ward):
    new = ward.unit("Tổ dân phố số 9", ward.place)
    old = ward.unit("Tổ dân phố số 8", ward.place, ended="2026-06-30")
    ward.add("succession", predecessor=old, successor=new, on_day="2026-07-01")
    found = keys(ward, ward.round(), nominee=old)["dissolved_unit"]
    assert found.severity == "warn"
    assert "Tổ dân phố số 9" in found.sentence
    assert found.records == (new,)


def test_the_dead_are_proposed_posthumously_and_households_by_their_new_head(ward):
    dead = ward.person("Phạm Văn Dũng", ward.group, death="2026-08-02")
    household = ward.add("household", name="Hộ ông Dũng", head=dead, unit=ward.group)
    assert "Truy tặng" in keys(ward, ward.round(), nominee=dead)["posthumous"].sentence
    assert "posthumous" not in keys(ward, ward.round(), nominee=dead, posthumous=True)
    living = ward.person("Lê Thị Cúc", ward.group)
    assert "posthumous" in keys(ward, ward.round(), nominee=living, posthumous=True)
    assert "head_died" in keys(ward, ward.round(basis="chuyen_de"), nominee=household)


def test_a_person_who_moved_away_from_the_proposing_unit_is_told(ward):
    other = ward.unit("Tổ dân phố số 6", ward.place)
    posts = [
        {"title": "Tổ trưởng", "unit": ward.group, "since": "2020", "until": "2026-06-30"},
        {"title": "Tổ phó", "unit": other, "since": "2026-07-01"},
    ]
    person = ward.person("Lê Thị Cúc", positions=posts)
    assert "Tổ dân phố số 6" in keys(ward, ward.round(), nominee=person, proposer=ward.group)["moved"].sentence
    assert "moved" not in keys(ward, ward.round(), nominee=person, proposer=other)


def test_an_initiative_serves_once(ward):
    person = ward.person("Lê Thị Cúc", ward.group)
    initiative = ward.add("initiative", name="Một cửa lưu động")
    round_id = ward.round()
    (first,) = ward.nominate(round_id, "cstd_co_so", person, initiatives=(initiative,))
    found = keys(ward, round_id, nominee=person, initiatives=(initiative,))["initiative_once"]
    assert (found.severity, found.records) == ("warn", (first,))


def test_a_title_that_nobody_registered_for_is_told_and_a_registered_one_is_not(ward):
    person, title = ward.person("Lê Thị Cúc", ward.group), ward.type("ldtt")
    assert keys(ward, ward.round(), nominee=person, award_type=title)["not_registered"].severity == "info"
    ward.add("registration", registrant=person, award_type=title, content="LĐTT", years=[2026])
    assert "not_registered" not in keys(ward, ward.round(), nominee=person, award_type=title)


def test_the_gravest_doubt_stands_first(ward):
    person = ward.person("Lê Thị Cúc", ward.group)
    ward.add("discipline", subject=person, matter="dieu_tra", since="2026-03-01")
    awarded(ward, person, basis="dot_xuat")
    draft = Draft(award_type=ward.type("ldtt"), nominee=person, received_on="2026-11-20", achievement=DEED)
    found = doubts_while_typing(ward.book.db, ward.round(rules_on="2026-09-01"), draft)
    order = [one.severity for one in found]
    assert order == sorted(order, key=("ask", "warn", "info").index)


def test_every_lookup_of_the_doubts_goes_by_an_index(ward):
    statements = [
        value for name, value in vars(doubt_facts).items() if name.isupper() and "json_each(?)" in str(value)
    ]
    assert len(statements) > 8
    for sql in statements:
        plan = [row[3] for row in ward.book.db.execute_sql(f"EXPLAIN QUERY PLAN {sql}", ("[1]",))]
        assert not [step for step in plan if step.startswith("SCAN") and not step.startswith("SCAN w")], plan


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Hiến đất mở ngõ", "hien dat mo ngo", True),
        ("Có thành tích xuất sắc trong công tác dân vận", "Có thành tích xuất sắc trong phòng, chống dịch", False),
        ("Hoàn thành xuất sắc nhiệm vụ năm 2026", "Hoàn thành xuất sắc nhiệm vụ năm 2026", True),
        ("Hoàn thành tốt nhiệm vụ", "", False),
    ],
)
def test_achievements_are_alike_by_what_tells_them_apart(one, other, alike):
    assert words_alike(one, other) is alike


def test_times_meet_by_their_periods_else_by_their_years():
    assert times_meet("2026-Q1", (), "2026", ())
    assert not times_meet("2025", (2026,), "2026", ())
    assert times_meet("", (2026,), "", (2025, 2026))
    assert not times_meet("", (), "2026", ())
