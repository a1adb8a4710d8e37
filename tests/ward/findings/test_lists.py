"""Lists against the numbers that were said of them."""

from typing import Any

import pytest

from tests.ward.findings.books import Ward

DECIDED = {"state": "granted", "decision_number": "12/QĐ-UBND", "decided_on": "2023-05-05", "level": "phuong"}


def named(number: int, kind: str = "tap_the") -> list[dict[str, Any]]:
    return [{"recipient_kind": kind, "words": f"Tổ {place}"} for place in range(number)]


@pytest.mark.parametrize(
    ("values", "numbers"),
    [
        ({"collectives": 3, "recipients": named(4)}, ("3 tập thể", "4")),
        ({"collectives": 3, "recipients": named(2)}, ("3 tập thể", "2")),
        ({"persons": 1, "recipients": named(2, "ca_nhan")}, ("1 cá nhân", "2")),
        ({"households": 2, "recipients": named(3, "ho_gia_dinh")}, ("2 hộ gia đình", "3")),
        ({"collectives": 80, "persons": 9, "counted_words": "88 tập thể và cá nhân"}, ("88", "89")),
        ({"collectives": 4, "counted_words": "03 tập thể"}, ("03", "4")),
    ],
)
def test_a_number_that_is_not_the_length_of_its_list_is_a_warning(ward: Ward, values, numbers):
    record = ward.add("award", **DECIDED, **values)
    (finding,) = ward.found()
    assert finding.severity == "warning" and finding.numbers == numbers
    assert ward.beside(record) == [finding]


@pytest.mark.parametrize(
    "values",
    [
        {"collectives": 3, "recipients": named(3)},
        {"collectives": 3},
        {"persons": 40, "recipients": named(1, "ca_nhan")},
        {"recipients": named(3)},
        {"collectives": 80, "persons": 8, "counted_words": "88 tập thể và cá nhân"},
        {"counted_words": "88 tập thể và cá nhân"},
        {"collectives": 3, "persons": 2, "counted_words": "3 tập thể, 2 cá nhân"},
        {"collectives": 3, "persons": 1, "recipients": [*named(3), *named(1, "ca_nhan")]},
    ],
)
def test_lists_that_fit_selections_and_unknown_splits_are_fine(ward: Ward, values):
    ward.add("award", **DECIDED, **values)
    assert ward.found() == []


def test_an_untold_kind_is_that_of_the_record_that_is_named(ward: Ward):
    people = [ward.add("person", name=name) for name in ("Nguyễn Văn An", "Trần Thị Bình")]
    ward.add("award", persons=1, recipients=[{"who": person} for person in people], **DECIDED)
    assert [finding.numbers for finding in ward.found()] == [("1 cá nhân", "2")]


def test_awards_inside_a_counted_one_may_be_fewer_but_not_more(ward: Ward):
    whole = ward.add("award", collectives=2, **DECIDED)
    parts = [ward.add("award", collectives=1, part_of=whole, reason=f"Việc {n}", **DECIDED) for n in range(2)]
    assert ward.found() == []
    parts.append(ward.add("award", recipients=named(1), part_of=whole, reason="Việc 3", **DECIDED))
    (finding,) = ward.found()
    assert finding.numbers == ("2 tập thể", "3") and finding.records == (whole, *parts)


def test_a_figure_about_an_award_is_held_against_its_list(ward: Ward):
    record = ward.add("award", recipients=named(4), **DECIDED)
    figure = ward.figure(None, "03 tập thể", about=record)
    (finding,) = ward.found()
    assert finding.numbers == ("03 tập thể", "4") and finding.records == (figure, record)
    assert finding in ward.beside(figure) and finding in ward.beside(record)


def test_four_on_the_stage_of_forty_awarded_is_no_contradiction(ward: Ward):
    person = ward.add("person", name="Đặng Thị Thanh Bình")
    event = ward.add("event", name="Ngày hội", participants=[{"role": "speaker", "who": person}])
    record = ward.add("award", event=event, recipients=[{"recipient_kind": "ca_nhan", "who": person}], **DECIDED)
    ward.figure(None, "40 gương", about=record, label="gương điển hình tiên tiến")
    ward.figure(None, "4 nhân vật", about=event, label="nhân vật được mời giao lưu")
    assert ward.found() == []


def test_more_speakers_than_were_stated_are_a_warning(ward: Ward):
    rows = [{"role": "speaker", "words": name} for name in ("An", "Bình", "Chi")]
    event = ward.add("event", name="Ngày hội", participants=rows)
    ward.figure(None, "2 nhân vật", about=event, label="nhân vật được mời giao lưu")
    assert [finding.numbers for finding in ward.found()] == [("2 nhân vật", "3")]


@pytest.mark.parametrize(("stated", "findings"), [("05 dự án", 0), ("04 dự án", 1), ("06 dự án", 1), ("12 dự án", 0)])
def test_projects_of_a_task_against_the_parts_that_are_listed(ward: Ward, stated, findings):
    task = ward.add("task", name="Giải phóng mặt bằng")
    for number in range(5):
        ward.add("task", name=f"Dự án {number}", task_kind="du_an", parent=task)
    ward.figure(None, stated, about=task)
    assert len(ward.found("list")) == findings


def test_a_task_without_listed_parts_may_say_any_number(ward: Ward):
    task = ward.add("task", name="Giải phóng mặt bằng")
    ward.figure(None, "05 dự án", about=task)
    assert ward.found() == []


def registered(ward: Ward, label: str, words: str) -> int:
    movement = ward.add("movement", name="Dân vận khéo")
    for number in range(3):
        unit = ward.unit(f"Tổ {number}")
        ward.add("registration", movement=movement, registrant=unit, content="Mô hình", field=f"Việc {number}")
    ward.add("registration", movement=movement, registrant_words="các tổ khác", content="Mô hình")
    ward.figure(None, words, about=movement, label=label)
    return len(ward.found("list"))


@pytest.mark.parametrize(
    ("label", "words", "findings"),
    [
        ("tập thể đăng ký", "2 tập thể", 1),
        ("tập thể đăng ký", "3 tập thể", 0),
        ("tập thể đăng ký", "24 tập thể", 0),
        ("tập thể đăng ký – các lĩnh vực khác", "2 tập thể", 0),
        ("tập thể tham dự", "2 tập thể", 0),
        ("cá nhân đăng ký", "2 cá nhân", 0),
    ],
)
def test_named_registrations_against_the_number_that_was_stated(ward: Ward, label, words, findings):
    assert registered(ward, label, words) == findings


def test_a_qualified_number_may_be_exceeded_as_far_as_its_word_goes(ward: Ward):
    record = ward.add("award", recipients=named(11), **DECIDED)
    ward.figure(None, "trên 10 tập thể", about=record)
    assert ward.found() == []


def test_an_amount_that_is_unclear_is_a_note_and_a_clear_one_is_not(ward: Ward):
    gift = ward.add("contribution", name="Sửa chữa nhà cho hộ khó khăn", amount_meaning="unclear")
    amount = ward.figure(None, "30 triệu đồng", about=gift)
    count = ward.figure(None, "02 nhà", about=gift)
    (finding,) = ward.found()
    assert finding.severity == "note" and finding.records == (gift, amount, count)
    assert "chưa rõ 30 triệu đồng là tổng số hay là của mỗi nơi nhận trong 02 nhà" in finding.sentence
    assert ward.beside(gift) == [finding]
    ward.amend(gift, amount_meaning="total")
    assert ward.found() == []
