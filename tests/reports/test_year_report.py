"""The annual report's sentences: the clerk's words, traced to their records, and never an empty frame."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reports.prints import Printed, Sentence
from reports.yearly.annual_report_context import AnnualReport, Field, Results
from reports.yearly.year_report import annual_report
from tests.reports.small_ward import YEAR, Hand, make_small_ward
from ward.edits import Amend
from ward.year_view import year_view

DAY = dt.date(2023, 12, 5)


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    made = Hand(tmp_path / "sổ.sovang")
    district = made.unit("Quận Hồng Hà", "quận")
    ward = made.unit("Phường Yên Thái", "phường", district)
    made.add("office", name="UBND phường Yên Thái", body="ubnd", unit=ward, keeper=True)
    return made


def report(hand: Hand, *years: int) -> AnnualReport:
    return annual_report(year_view(hand.book.db, years or (YEAR,), DAY), DAY)


def plain(value: object) -> str:
    return str(value).replace("\u00a0", " ")


def said(hand: Hand, *years: int) -> list[str]:
    """Every sentence of section II."""
    parts: list[Results] = []
    for field in report(hand, *years).fields:
        parts += [field, *field.movements]
    return [plain(text) for part in parts for text in (*part.passages, *part.points)]


def only(hand: Hand, *years: int) -> str:
    (sentence,) = said(hand, *years)
    return sentence


def granted(hand: Hand) -> list[str]:
    return [plain(text) for text in report(hand).awards.granted.sentences]


def table(hand: Hand) -> list[tuple[str, ...]]:
    rows = report(hand).awards.granted.rows
    return [tuple(map(plain, (r.name, r.level, r.collectives, r.persons, r.households, r.remark))) for r in rows]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("gần 48 ngàn người", "Dân số: gần 48 ngàn người."),
        ("trên 1.000 người", "Dân số: trên 1.000 người."),
        ("hơn 543 tổ", "Dân số: hơn 543 tổ."),
        ("xấp xỉ 60 ngàn người", "Dân số: xấp xỉ 60 ngàn người."),
        ("99,3% trở lên", "Dân số: 99,3% trở lên."),
        ("1.819/1.835 hộ", "Dân số: 1.819/1.835 hộ."),
        ("03 vụ", "Dân số: 03 vụ."),
        ("chưa có số liệu", "Dân số: chưa có số liệu."),
        ("hàng trăm hộ", "Dân số: hàng trăm hộ."),
        ("giảm cả về số vụ và số đối tượng", "Dân số: giảm cả về số vụ và số đối tượng."),
    ],
)
def test_a_figure_is_printed_in_the_clerks_words(hand: Hand, text: str, printed: str) -> None:
    hand.figure(text, label="dân số")
    assert only(hand) == printed


def test_a_measure_that_the_words_lack_is_added(hand: Hand) -> None:
    indicator = hand.add("indicator", name="Dân số", measure="người", group="Văn hóa - xã hội")
    hand.figure("trên 48 ngàn", indicator=indicator, measure="người")
    assert only(hand) == "Dân số: trên 48 ngàn người."


def test_plan_last_year_and_the_clerks_comparisons_stand_beside_a_figure(hand: Hand) -> None:
    budget = hand.add("indicator", name="Thu ngân sách", measure="đồng", group="Kinh tế, ngân sách")
    claims = "vượt 468,9% dự toán, bằng 157,8% so cùng kỳ"
    hand.figure("9,3 tỷ đồng", indicator=budget, period="năm 2023", claims=claims)
    hand.figure("8 tỷ đồng", indicator=budget, role="plan", period="năm 2023")
    hand.figure("5,9 tỷ đồng", indicator=budget, period="năm 2022", years=(2022,))
    assert only(hand) == (
        "Thu ngân sách: 9,3 tỷ đồng (kế hoạch: 8 tỷ đồng; năm 2022: 5,9 tỷ đồng), vượt 468,9% dự toán, "
        "bằng 157,8% so cùng kỳ."
    )


def test_a_comparison_without_a_figure_prints_alone(hand: Hand) -> None:
    hand.figure("chưa có số liệu", label="Vi phạm giao thông", claims="giảm hẳn")
    assert only(hand) == "Vi phạm giao thông: giảm hẳn."


def test_what_is_only_planned_so_far_says_that_nothing_was_reported(hand: Hand) -> None:
    hand.figure("100 hộ", label="Hộ tham gia", role="plan")
    assert only(hand) == "Hộ tham gia: kế hoạch 100 hộ; chưa có số liệu."


def test_disagreeing_statements_are_all_printed_until_one_is_chosen(hand: Hand) -> None:
    one = hand.figure("19 vụ", label="Tội phạm", source_words="Công an phường")
    hand.figure("21 vụ", label="Tội phạm")
    assert only(hand) == "Tội phạm: 19 vụ (theo Công an phường) hoặc 21 vụ (chưa thống nhất)."
    hand.book.write("x", [Amend(one, {"chosen": True})])
    assert only(hand) == "Tội phạm: 19 vụ."


def test_another_time_and_another_place_are_named(hand: Hand) -> None:
    block = hand.unit("Khu phố I", "khu phố")
    hand.figure("234 hộ", label="Số hộ", scope=[{"unit": block}], period="tính đến ngày 30/6/2023")
    assert only(hand) == "Số hộ (khu phố I): 234 hộ (tính đến ngày 30/6/2023)."


@pytest.mark.parametrize(
    ("body", "scope", "shown"),
    [
        ("dang_uy", "Đảng bộ phường Kim Đài", ""),
        ("dang_uy", "Đảng ủy phường Kim Đài", ""),
        ("dang_uy", "phường Kim Đài", ""),
        ("dang_uy", "Đảng bộ phường Kim Sơn", " (Đảng bộ phường Kim Sơn)"),
        ("dang_uy", "UBND phường Kim Đài", " (UBND phường Kim Đài)"),
        ("ubnd", "UBND phường Kim Đài", ""),
        ("ubnd", "Đảng bộ phường Kim Đài", " (Đảng bộ phường Kim Đài)"),
    ],
)
def test_the_keepers_own_body_is_not_named_again(tmp_path: Path, body: str, scope: str, shown: str) -> None:
    hand = Hand(tmp_path / "kim-đài.sovang")
    ward = hand.unit("Phường Kim Đài", "phường")
    hand.add("office", name="Cơ quan phường Kim Đài", body=body, unit=ward, keeper=True)
    members = hand.add("indicator", name="Đảng viên", measure="đảng viên", direction="higher")
    hand.figure("980 đảng viên", indicator=members, scope_words=scope)
    other = hand.add("indicator", name="Chi bộ", measure="chi bộ", direction="higher")
    hand.figure("22 chi bộ", indicator=other, scope=[{"unit": hand.unit(scope, "", ward)}])
    assert said(hand) == [f"Đảng viên{shown}: 980 đảng viên.", f"Chi bộ{shown}: 22 chi bộ."]


def test_a_good_model_tells_owner_place_points_results_and_recognition(hand: Hand) -> None:
    women = hand.unit("Chi hội phụ nữ tổ 15", "chi hội")
    practice = hand.add(
        "practice", name="Tuyến ngõ hoa", place="720 Nguyễn Văn Cừ", participants=[{"role": "owner", "who": women}],
        points=[{"text": "Trồng hoa"}, {"text": "Không rác"}], recognition="Được quận biểu dương",
        copied_where="tổ 16",
    )  # fmt: skip
    hand.figure("28 mắt", about=practice, label="mắt camera")
    hand.figure("1,8 tỷ đồng", about=practice, label="Trị giá")
    hand.figure("12 hộ", about=practice, label="Số hộ")
    assert only(hand) == (
        "Mô hình “Tuyến ngõ hoa” của Chi hội phụ nữ tổ 15 tại 720 Nguyễn Văn Cừ. Tiêu chí: Trồng hoa; Không rác. "
        "Kết quả: 28 mắt camera; trị giá 1,8 tỷ đồng; 12 hộ. Được quận biểu dương. "
        "Được học tập, nhân rộng tại tổ 16."
    )


@pytest.mark.parametrize(
    ("kind", "name", "printed"),
    [
        ("mo_hinh", "Tuyến ngõ hoa", "Mô hình “Tuyến ngõ hoa”."),
        ("mo_hinh", "Mô hình “Vùng xanh”", "Mô hình “Vùng xanh”."),
        ("mo_hinh", "Xây dựng “thế trận lòng dân”", "Mô hình xây dựng “thế trận lòng dân”."),
        ("chuyen_de", "Phòng trộm", "Chuyên đề “Phòng trộm”."),
        ("", "“Ngày Chủ nhật xanh”", "Mô hình “Ngày Chủ nhật xanh”."),
    ],
)
def test_a_models_name_is_quoted_once_and_kept_as_written(hand: Hand, kind: str, name: str, printed: str) -> None:
    hand.add("practice", name=name, practice_kind=kind)
    assert only(hand) == printed


def test_an_event_tells_day_host_place_and_guests_under_their_titles_of_then(hand: Hand) -> None:
    general = hand.add("person", name="Nguyễn Hải Trung", rank="Trung tướng")
    hand.add(
        "event", name="Ngày hội", held_on="2023-08-14", place="Nhà văn hóa", unit_words="UBND phường",
        participants=[{"role": "guest", "who": general, "as_title": "Trung tướng, Giám đốc Công an"}],
    )  # fmt: skip
    assert only(hand) == (
        "Ngày 14/8/2023, UBND phường tổ chức Ngày hội tại nhà văn hóa. "
        "Đến dự có: Trung tướng Nguyễn Hải Trung, Giám đốc Công an."
    )


def test_parts_of_a_task_stand_in_it_down_to_the_last(hand: Hand) -> None:
    top = hand.add("task", name="Giải phóng mặt bằng", status="running")
    middle = hand.add("task", name="Đoạn 2", parent=top)
    hand.add("task", name="Hộ ông A", parent=middle, status="done")
    assert only(hand) == "Giải phóng mặt bằng: đang thực hiện. Gồm: Đoạn 2. Gồm: Hộ ông A: đã hoàn thành."


def test_tasks_that_are_parts_of_each_other_are_printed_all_the_same(hand: Hand) -> None:
    one = hand.add("task", name="Việc A")
    two = hand.add("task", name="Việc B", parent=one)
    hand.book.write("x", [Amend(one, {"parent": two})])
    assert only(hand) == "Việc A. Gồm: Việc B."


def test_a_gift_keeps_the_clerks_words_whether_total_or_each(hand: Hand) -> None:
    gift = hand.add("contribution", name="Sửa nhà", amount_meaning="unclear")
    hand.figure("30 triệu đồng", about=gift, label="kinh phí")
    each = hand.add("contribution", name="Quà Tết", amount_meaning="each")
    hand.figure("500 nghìn đồng", about=each, label="trị giá")
    assert said(hand) == ["Sửa nhà: kinh phí 30 triệu đồng.", "Quà Tết: trị giá 500 nghìn đồng (mỗi nơi nhận)."]


@pytest.mark.parametrize(
    ("label", "typed", "printed"),
    [
        ("xe lăn", "20 chiếc", "20 chiếc xe lăn"),
        ("Số xe lăn trao tặng", "hơn 20 chiếc", "hơn 20 chiếc xe lăn trao tặng"),
        ("Quà", "150 suất", "150 suất quà"),
        ("sách giáo khoa (lớp 1)", "05 bộ", "05 bộ sách giáo khoa (lớp 1)"),
        ("quá hạn", "02 bộ", "quá hạn là 02 bộ"),
        ("trao xe lăn", "20 chiếc", "trao xe lăn là 20 chiếc"),
        ("bàn giao nhà", "03 cái", "bàn giao nhà là 03 cái"),
        ("xe lăn", "01 chiếc/hộ", "xe lăn là 01 chiếc/hộ"),
        ("xe lăn", "chưa có số liệu", "xe lăn: chưa có số liệu"),
        ("tổng số quà", "150 suất", "tổng số quà 150 suất"),
    ],
)
def test_a_thing_follows_its_classifier_only_where_its_name_begins_with_it(
    hand: Hand, label: str, typed: str, printed: str
) -> None:
    gift = hand.add("contribution", name="Ủng hộ người yếu thế")
    hand.figure(typed, about=gift, label=label)
    assert only(hand) == f"Ủng hộ người yếu thế: {printed}."


def test_documents_from_above_are_carried_out_and_the_wards_own_are_issued(hand: Hand) -> None:
    hand.add("document", doc_kind="Kế hoạch", number="18-KH/QU", issued_on="2022-12-30", issuer_words="Quận ủy",
             level="huyen")  # fmt: skip
    hand.add("document", doc_kind="Kế hoạch", number="25-KH/ĐU", issued_on="2023-01-18", level="phuong",
             issuer_words="Đảng ủy phường", subject="Thực hiện chủ đề năm")  # fmt: skip
    hand.add("document", doc_kind="Quyết định", number="09", issuer_words="UBND (không nêu cấp)")
    assert said(hand) == [
        "Thực hiện Kế hoạch số 18-KH/QU ngày 30/12/2022 của Quận ủy.",
        "Đảng ủy phường ban hành Kế hoạch số 25-KH/ĐU ngày 18/01/2023 về thực hiện chủ đề năm.",
        "Quyết định số 09 của UBND.",
    ]


def test_records_stand_in_their_field_under_their_movement_or_among_the_rest(hand: Hand) -> None:
    upper = hand.add("movement", name="Dân vận khéo", movement_kind="phong_trao", field="Dân vận")
    lower = hand.add("movement", name="Dân vận khéo của phường", movement_kind="chuyen_de", upper=upper)
    hand.add("practice", name="Dưới phong trào", movement=lower)
    hand.add("practice", name="Trong lĩnh vực", field="Quốc phòng - an ninh")
    hand.add("practice", name="Ngoài ra")
    fields: list[tuple[str, list[str]]] = [
        (plain(field.title), [plain(movement.title) for movement in field.movements]) for field in report(hand).fields
    ]
    assert fields == [
        ("Quốc phòng - an ninh", []),
        ("Dân vận", ["Phong trào thi đua “Dân vận khéo”", "Chuyên đề “Dân vận khéo của phường”"]),
        ("Các mặt công tác khác", []),
    ]


def test_movements_above_each_other_are_printed_once(hand: Hand) -> None:
    one = hand.add("movement", name="Một")
    two = hand.add("movement", name="Hai", upper=one)
    hand.book.write("x", [Amend(one, {"upper": two})])
    (field,) = report(hand).fields
    assert sorted(plain(movement.title) for movement in field.movements) == ["Phong trào “Hai”", "Phong trào “Một”"]


def award(hand: Hand, **values: Any) -> None:
    hand.add("award", **{"state": "granted", **values})


PERSON = {"recipient_kind": "ca_nhan", "words": "Lê Thị Hà"}
GROUP = {"recipient_kind": "tap_the", "words": "tổ 16"}


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        ({"recipients": [PERSON]}, "Lê Thị Hà được khen thưởng."),
        ({"recipients": [PERSON], "level": "huyen"}, "Lê Thị Hà được quận khen thưởng."),
        (
            {"persons": 2, "form_words": "Giấy khen của UBND quận", "issuers": [{"words": "UBND quận"}]},
            "02 cá nhân được UBND quận tặng Giấy khen.",
        ),
        (
            {"collectives": 1, "recipients": [GROUP], "reason": "Thực hiện mô hình Dân vận khéo"},
            "01 tập thể (tổ 16) được khen thưởng về thành tích thực hiện mô hình Dân vận khéo.",
        ),
        ({"counted_words": "88 tập thể và cá nhân"}, "88 tập thể và cá nhân được khen thưởng."),
        ({"counted_words": "01 cá nhân (không nêu tên)", "persons": 1}, "01 cá nhân được khen thưởng."),
        (
            {"recipients": [PERSON], "form_words": "Chiến sĩ thi đua cơ sở", "decision_number": "12/QĐ-UBND",
             "decided_on": "2023-12-01"},
            "Lê Thị Hà được tặng danh hiệu “Chiến sĩ thi đua cơ sở” (Quyết định số 12/QĐ-UBND ngày 01/12/2023).",
        ),
        ({"form_words": "Khen thưởng (không nêu hình thức)"}, "Một số tập thể và cá nhân được khen thưởng."),
    ],
)  # fmt: skip
def test_an_award_says_what_is_known_and_no_more(hand: Hand, values: dict[str, Any], printed: str) -> None:
    award(hand, **values)
    assert granted(hand) == [printed]


def test_named_awards_of_one_act_are_told_together_and_counted(hand: Hand) -> None:
    for number in range(5):
        award(hand, form_words="Giấy khen", recipients=[{"recipient_kind": "ca_nhan", "words": f"Người {number}"}])
    assert granted(hand) == ["05 cá nhân (Người 0; Người 1; Người 2; Người 3; Người 4) được tặng Giấy khen."]
    assert table(hand) == [("Giấy khen", "", "", "05", "", "")]


def test_the_table_keeps_unknown_apart_from_zero(hand: Hand) -> None:
    award(hand, form_words="Giấy khen", level="phuong", collectives=2, persons=3)
    award(hand, form_words="Giấy khen", level="phuong", counted_words="88 tập thể và cá nhân")
    award(hand, form_words="Bằng khen", level="tinh")
    assert table(hand) == [
        ("Bằng khen", "Cấp tỉnh", "", "", "", "chưa ghi số lượng"),
        ("Giấy khen", "Phường", "02", "03", "", "88 tập thể và cá nhân"),
    ]


def test_an_award_inside_a_counted_one_is_not_counted_twice(hand: Hand) -> None:
    outer = hand.add("award", state="granted", form_words="Giấy khen", persons=12)
    award(hand, form_words="Giấy khen", recipients=[PERSON], part_of=outer)
    assert table(hand) == [("Giấy khen", "", "", "12", "", "")]
    assert granted(hand)[1] == "Lê Thị Hà được tặng Giấy khen, trong số 12 cá nhân."


def test_proposed_granted_and_refused_stand_apart(hand: Hand) -> None:
    for state in ("proposed", "granted", "refused", "cancelled"):
        award(hand, state=state, form_words="Bằng khen", recipients=[PERSON])
    awards = report(hand).awards
    told = [plain(one) for part in (awards.proposed, awards.granted, awards.refused) for one in part.sentences]
    assert told == [
        "Đề nghị tặng Bằng khen cho Lê Thị Hà.",
        "Lê Thị Hà được tặng Bằng khen.",
        "Đã đề nghị tặng Bằng khen cho Lê Thị Hà nhưng không được khen.",
        "Đã đề nghị tặng Bằng khen cho Lê Thị Hà; việc khen đã hủy.",
    ]


def test_next_years_aims_and_targets_stand_in_the_outlook(hand: Hand) -> None:
    thu = hand.add("indicator", name="Thu", measure="đồng", group="Kinh tế, ngân sách")
    hand.figure("9 tỷ đồng", indicator=thu, period="năm 2023")
    hand.figure("10 tỷ đồng", indicator=thu, role="target", period="năm 2024", years=(2024,))
    hand.add("task", name="Thành phường kiểu mẫu", task_kind="muc_tieu", due="..<2025", due_words="trước năm 2025")
    outlook = report(hand).outlook
    assert [plain(task) for task in outlook.tasks] == ["Thành phường kiểu mẫu (thời hạn trước năm 2025)."]
    assert [(plain(row.actual), plain(row.target)) for row in outlook.targets] == [("9 tỷ đồng", "10 tỷ đồng")]
    assert said(hand) == ["Thu: 9 tỷ đồng."]


def test_what_is_proposed_stands_with_the_proposals_and_what_was_settled_in_its_field(hand: Hand) -> None:
    hand.add("passage", section="proposals", text="Đề nghị quận quan tâm.")
    asked = hand.add("task", name="Đầu tư trường mầm non", task_kind="de_xuat")
    hand.add("task", name="Khảo sát địa điểm", task_kind="de_xuat", parent=asked)
    hand.add("task", name="Cấp kinh phí sửa chợ", task_kind="de_xuat", status="done")
    made = report(hand)
    told = "Đầu tư trường mầm non. Gồm: Khảo sát địa điểm."
    assert [plain(text) for text in made.proposals] == ["Đề nghị quận quan tâm.", told]
    assert made.outlook.tasks == ()
    assert [plain(task) for field in made.fields for task in field.tasks] == ["Cấp kinh phí sửa chợ: đã hoàn thành."]


def test_the_offices_own_words_stand_where_they_belong(hand: Hand) -> None:
    sections = ("situation", "leadership", "awards", "strengths", "limits", "lessons", "directions", "proposals", "")
    for section in sections:
        hand.add("passage", section=section, text=f"Đoạn {section or 'khác'}.\nĐoạn sau.", years=(YEAR,))
    made = report(hand)
    places = (made.situation.passages, made.fields[0].passages, made.awards.passages, made.strengths, made.limits,
              made.lessons, made.outlook.passages, made.proposals, made.leading)  # fmt: skip
    assert [list(map(plain, place)) for place in places] == [
        [f"Đoạn {section}.", "Đoạn sau."] for section in (*sections[:-1], "khác")
    ]


def test_several_years_are_a_stretch_a_term_or_a_list(hand: Hand) -> None:
    assert [plain(report(hand, *years).period.words) for years in ((2023,), (2021, 2022, 2023), (2019, 2023))] == [
        "năm 2023", "giai đoạn 2021-2023", "các năm 2019, 2023",
    ]  # fmt: skip
    hand.add("document", doc_kind="Nghị quyết", subject="Đại hội Đảng bộ phường", period="T2020/2025", years=(2021,))
    assert report(hand, *range(2020, 2026)).period.words == "nhiệm kỳ 2020-2025"


def test_figures_of_single_years_make_a_table_in_a_report_of_several(hand: Hand) -> None:
    thu = hand.add("indicator", name="Thu", measure="đồng", group="Kinh tế, ngân sách")
    hand.figure("7 tỷ đồng", indicator=thu, period="năm 2021", years=(2021,))
    hand.figure("9 tỷ đồng", indicator=thu, period="năm 2023")
    made = report(hand, 2021, 2022, 2023)
    assert made.trend_years == ("2021", "2022", "2023")
    assert [list(map(plain, row.figures)) for row in made.trend] == [["7 tỷ đồng", "chưa có số liệu", "9 tỷ đồng"]]


def test_a_year_without_anything_has_no_fields_and_no_rows(hand: Hand) -> None:
    made = report(hand)
    assert (made.fields, made.trend, made.outlook.targets, made.situation.figures) == ((), (), (), ())
    assert not made.awards.granted and not made.awards.proposed


def texts(value: object) -> Iterator[str]:
    """Every text of a report, however deep."""
    if isinstance(value, Sentence):
        yield from value.pieces
    elif isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from texts(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts(getattr(value, name))


def test_every_figure_name_and_day_leads_back_to_its_record(tmp_path: Path) -> None:
    with make_small_ward(tmp_path / "sổ.sovang") as book:
        made = annual_report(year_view(book.db, (YEAR,), DAY), DAY)
        known = {bytes(uid).hex() for (uid,) in book.db.execute_sql("SELECT uid FROM record")}
    traced = [text for text in texts(made) if isinstance(text, Printed)]
    untraced = [text for text in texts(made) if not isinstance(text, Printed)]
    assert {text.record for text in traced} <= known
    for value in ("9,3 tỷ", "19 vụ", "48 ngàn", "5.000 suất", "Tuyến ngõ hoa", "14/8/2023", "18-KH/QU", "Lê Thị Hà"):
        assert any(value in plain(text) for text in traced), value
        assert not any(value in plain(text) for text in untraced), value


def test_fields_keep_the_order_of_the_law_report(hand: Hand) -> None:
    for field in ("Dân vận", "Lĩnh vực riêng", "Kinh tế, ngân sách"):
        hand.add("practice", name=field, field=field)
    fields: tuple[Field, ...] = report(hand).fields
    assert [field.title for field in fields] == ["Kinh tế, ngân sách", "Dân vận", "Lĩnh vực riêng"]
