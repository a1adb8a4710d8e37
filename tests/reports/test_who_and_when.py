"""People under their offices, days that are only months, gifts, parts and posthumous awards in a report."""

from pathlib import Path
from typing import Any

import pytest

from tests.reports.small_ward import Hand
from tests.reports.test_year_report import PERSON, award, granted, only, plain, report, said
from ward.names import office_of


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    made = Hand(tmp_path / "sổ.sovang")
    ward = made.unit("Phường Yên Thái", "phường", made.unit("Quận Hồng Hà", "quận"))
    made.add("office", name="UBND phường Yên Thái", body="ubnd", unit=ward, keeper=True)
    return made


@pytest.mark.parametrize(
    ("title", "unit", "printed"),
    [
        ("Bí thư Đảng ủy", "Đảng ủy phường Yên Thái", "Bí thư Đảng ủy phường Yên Thái"),
        ("Bí thư Đảng ủy xã", "Đảng ủy xã Lộc Sơn", "Bí thư Đảng ủy xã Lộc Sơn"),
        ("Chi hội trưởng Phụ nữ tổ 12", "Chi hội Phụ nữ tổ 12", "Chi hội trưởng Phụ nữ tổ 12"),
        ("Trưởng ban", "Ban Chỉ đạo 138", "Trưởng Ban Chỉ đạo 138"),
        ("Tổ trưởng", "Tổ dân phố 5", "Tổ trưởng Tổ dân phố 5"),
        ("Giám đốc", "", "Giám đốc"),
        ("", "Công an phường", "Công an phường"),
    ],
)
def test_an_office_says_the_words_of_its_unit_once(title: str, unit: str, printed: str) -> None:
    assert office_of(title, unit) == printed


def test_a_person_of_two_offices_has_both(hand: Hand) -> None:
    party = hand.unit("Đảng ủy phường", "đảng ủy")
    who = hand.add(
        "person", name="Nguyễn Văn Hưởng",
        positions=[{"title": "Bí thư Đảng ủy", "unit": party}, {"title": "Chủ tịch HĐND phường"},
                   {"title": "Tổ trưởng", "until": "2001"}],
    )  # fmt: skip
    hand.add("event", name="Hội nghị", participants=[{"role": "guest", "who": who}])
    assert only(hand) == "Hội nghị. Đến dự có: Nguyễn Văn Hưởng, Bí thư Đảng ủy phường, Chủ tịch HĐND phường."


def test_a_person_who_organises_keeps_the_title_and_the_body_its_place(hand: Hand) -> None:
    street = hand.unit("Tổ dân phố số 5", "tổ dân phố")
    police = hand.unit("Công an phường", "công an")
    lan = hand.add("person", name="Nguyễn Thị Lan")
    host = {"role": "organiser", "who": lan, "as_title": "Tổ trưởng"}
    hand.add("event", name="Ngày hội", unit=street, participants=[host])
    hand.add("event", name="Hội thi", unit=street, participants=[{"role": "organiser", "who": police}])
    assert said(hand) == [
        "Tổ dân phố số 5 tổ chức Ngày hội. Chủ trì: Nguyễn Thị Lan, Tổ trưởng.",
        "Công an phường tổ chức Hội thi tại tổ dân phố số 5.",
    ]


def test_a_document_of_a_month_has_no_day(hand: Hand) -> None:
    hand.add("document", doc_kind="Kế hoạch", number="77/KH-CAP", issued_on="2023-08")
    assert only(hand) == "Kế hoạch số 77/KH-CAP tháng 8/2023."


def test_a_decision_of_others_that_grants_an_award_is_cited_with_the_award_only(hand: Hand) -> None:
    decision = hand.add("document", doc_kind="Quyết định", number="4821/QĐ-UBND", level="tinh")
    award(hand, recipients=[PERSON], decision=decision)
    assert list(report(hand).fields) == []
    assert granted(hand) == ["Lê Thị Hà được khen thưởng (Quyết định số 4821/QĐ-UBND)."]


def test_results_of_parts_do_not_break_the_list_of_parts(hand: Hand) -> None:
    whole = hand.add("task", name="Cống hóa mương", status="running")
    first = hand.add("task", name="Đoạn 1", parent=whole, status="running")
    hand.add("task", name="Đoạn 2", parent=whole, status="planned")
    hand.figure("65%", about=first, label="khối lượng đạt")
    assert only(hand) == (
        "Cống hóa mương: đang thực hiện. Gồm: Đoạn 1: đang thực hiện, khối lượng đạt là 65%; Đoạn 2: chưa bắt đầu."
    )


def test_a_gift_says_each_once(hand: Hand) -> None:
    each = hand.add("contribution", name="Quà Tết", amount_meaning="each")
    hand.figure("500.000 đồng", about=each, label="Trị giá mỗi suất")
    assert only(hand) == "Quà Tết: trị giá mỗi suất 500.000 đồng."


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        (
            {"form_words": "Truy tặng Bằng khen của UBND thành phố", "issuers": [{"words": "UBND thành phố"}]},
            "Lê Thị Hà được UBND thành phố truy tặng Bằng khen.",
        ),
        ({"form_words": "Truy tặng Huân chương Dũng cảm"}, "Lê Thị Hà được truy tặng Huân chương Dũng cảm."),
    ],
)
def test_a_posthumous_award_is_an_act_of_its_own(hand: Hand, values: dict[str, Any], printed: str) -> None:
    award(hand, recipients=[PERSON], **values)
    assert granted(hand) == [printed]


def test_an_office_keeps_its_capital_inside_a_sentence(hand: Hand) -> None:
    hand.add("practice", name="Hàng rào xanh", recognition="Chủ tịch UBND huyện biểu dương")
    assert plain(only(hand)).endswith("Được ghi nhận: Chủ tịch UBND huyện biểu dương.")


def test_a_theme_that_is_entered_twice_is_said_once(hand: Hand) -> None:
    hand.add("year", year=2023, theme="Kỷ cương, sáng tạo")
    hand.add("movement", name="Kỷ cương, sáng tạo", movement_kind="chu_de_nam")
    assert [plain(one) for one in report(hand).leading] == ["Chủ đề công tác năm 2023: “Kỷ cương, sáng tạo”."]


@pytest.mark.parametrize(
    ("kind", "lead"),
    [
        ("event", "Tham gia"),
        ("practice", "Phối hợp, tham gia"),
        ("task", "Phối hợp"),
        ("contribution", "Tham gia vận động"),
    ],
)
def test_who_takes_part_without_a_role_is_printed(hand: Hand, kind: str, lead: str) -> None:
    hand.add(kind, name="Dọn đường hoa", participants=[{"words": "Câu lạc bộ xe đạp"}])
    assert f"{lead}: Câu lạc bộ xe đạp." in only(hand)
