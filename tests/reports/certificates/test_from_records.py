"""Facts about certificates made of the register: names as of then, heads of households, who signs, what is open."""

from pathlib import Path

import pytest

from reports.certificates.certificates import Design
from reports.certificates.drawn_pictures import pictures_in
from reports.certificates.from_records import by_drawing, certificates_of, usual_kind
from reports.certificates.kinds import CERTIFICATES, CULTURED_FAMILY, GIAY_KHEN, TITLE
from reports.certificates.printing import print_certificates
from reports.prints import Printed
from reports.template_desk.files import original
from ward.book import Book
from ward.edits import Add, Amend
from ward.errors import UserError
from ward.founding import Place, found


@pytest.fixture
def book(tmp_path):
    with Book.create(tmp_path / "Phường Thử.sovang", who="Người thử") as made:
        found(made, Place("phường", "Gia Thụy", "thành phố Hà Nội"), {"ubnd": "Đặng Thị Thanh Bình"}, 2025)
        yield made


def add(book: Book, kind: str, **values: object) -> int:
    return book.write("Thêm", [Add(kind, values)]).added[0]


def award(book: Book, *recipients: dict[str, object], **values: object) -> int:
    given = {"state": "granted", "decided_on": "2025-12-05", "decision_number": "12/QĐ-UBND", "years": (2025,)}
    return add(book, "award", **{**given, "recipients": recipients, **values})


def award_type(book: Book, name: str, code: str = "", form: str = "hinh_thuc") -> int:
    return add(book, "award_type", name=name, code=code, form=form)


def test_a_person_has_the_address_the_post_of_that_day_and_every_text_leads_to_its_record(book):
    unit = add(book, "unit", names=[{"name": "Tổ dân phố số 16", "unit_kind": "tổ dân phố"}])
    posts = [
        {"title": "Tổ phó", "unit": unit, "until": "2024-12-31"},
        {"title": "Tổ trưởng", "unit": unit, "since": "2025-01-01"},
    ]
    person = add(book, "person", name="Trần Thị Mai", sex="nu", positions=posts)
    kind = award_type(book, "Giấy khen")
    (one,) = certificates_of(book.db, [award(book, {"recipient_kind": "ca_nhan", "who": person}, award_type=kind)])
    assert (str(one.person), str(one.as_title)) == ("Bà Trần Thị Mai", "Tổ trưởng Tổ dân phố số 16")
    assert str(one.award) == "GIẤY KHEN"
    assert all(isinstance(text, Printed) for text in (one.name, one.as_title, one.award, one.decision_number))


def test_the_words_of_the_register_stand_before_todays_name(book):
    person = add(book, "person", name="Nguyễn Văn An", sex="nam")
    row = {"recipient_kind": "ca_nhan", "who": person, "words": "Nguyễn Văn Ân", "as_title": "Trưởng ban"}
    (one,) = certificates_of(book.db, [award(book, row)])
    assert (str(one.name), str(one.as_title)) == ("Nguyễn Văn Ân", "Trưởng ban")


def test_a_household_is_named_by_its_head_and_by_its_own_words_once_the_head_is_another(book):
    head = add(book, "person", name="Nguyễn Văn An", sex="nam")
    house = add(book, "household", name="Hộ ông Nguyễn Văn An", head=head, address="Số 5 ngõ 12")
    record = award(book, {"recipient_kind": "ho_gia_dinh", "who": house, "words": "Hộ ông Nguyễn Văn An"})
    (one,) = certificates_of(book.db, [record])
    assert (str(one.person), str(one.as_title)) == ("Hộ gia đình ông Nguyễn Văn An", "Số 5 ngõ 12")
    widow = add(book, "person", name="Lê Thị Hoa", sex="nu")
    book.write("Đổi chủ hộ", [Amend(house, {"head": widow})])
    (one,) = certificates_of(book.db, [record])
    assert str(one.person) == "Hộ ông Nguyễn Văn An"


def test_an_award_with_two_recipients_has_two_sheets_and_a_counted_group_has_none(book):
    names = ("Nguyễn Văn An", "Lê Thị Hoa")
    rows: list[dict[str, object]] = [{"recipient_kind": "ca_nhan", "words": name} for name in names]
    group = award(book, counted_words="88 tập thể và cá nhân")
    assert [str(one.name) for one in certificates_of(book.db, [award(book, *rows), group])] == [
        "Nguyễn Văn An",
        "Lê Thị Hoa",
    ]
    with pytest.raises(UserError, match="không ghi tên từng người"):
        print_certificates(book, Design(GIAY_KHEN), [group], Path(book.path).parent)


def test_a_unit_has_the_name_of_the_day_of_the_decision(book):
    names = [
        {"name": "Tổ dân phố số 7", "unit_kind": "tổ dân phố", "until": "2025-06-30"},
        {"name": "Tổ dân phố số 16", "unit_kind": "tổ dân phố", "since": "2025-07-01"},
    ]
    unit = add(book, "unit", names=names)
    old, new = (
        award(book, {"recipient_kind": "tap_the", "who": unit}, decided_on=day)
        for day in ("2024-12-05", "2025-12-05")
    )
    assert [str(one.person) for one in certificates_of(book.db, [old, new])] == [
        "Tập thể Tổ dân phố số 7",
        "Tập thể Tổ dân phố số 16",
    ]


@pytest.mark.parametrize(
    ("reason", "printed"),
    [
        ("thành tích xuất sắc năm 2025.", "Đã có thành tích xuất sắc năm 2025"),
        ("Có nhiều đóng góp cho tổ", "Đã có nhiều đóng góp cho tổ"),
        ("đã cứu người đuối nước", "Đã cứu người đuối nước"),
        ("trong phong trào thi đua", "Đã có thành tích trong phong trào thi đua"),
        ("Hiến 12 m2 đất mở ngõ", "Đã có thành tích hiến 12 m2 đất mở ngõ"),
        ("", ""),
    ],
)
def test_the_achievement_is_said_as_a_certificate_says_it(book, reason, printed):
    (one,) = certificates_of(book.db, [award(book, {"words": "Nguyễn Văn An"}, reason=reason)])
    assert str(one.achievement) == printed


def test_a_decision_without_number_and_day_leaves_them_open(book):
    (one,) = certificates_of(book.db, [award(book, {"words": "Nguyễn Văn An"}, decision_number="", decided_on="")])
    assert str(one.decision) == ""
    assert str(one.place_and_date) == "Gia Thụy, ngày … tháng … năm …"


def test_the_chair_decides_and_a_deputy_signs_for_the_chair(book):
    (one,) = certificates_of(book.db, [award(book, {"words": "Nguyễn Văn An"})])
    assert str(one.authority) == "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG GIA THỤY"
    assert (str(one.sign_title), str(one.signer)) == ("CHỦ TỊCH", "Đặng Thị Thanh Bình")
    assert str(one.place_and_date) == "Gia Thụy, ngày 05 tháng 12 năm 2025"
    office = book.db.execute_sql("SELECT record_id FROM office").fetchone()[0]
    deputy = {"authority": "KT. CHỦ TỊCH", "position_title": "PHÓ CHỦ TỊCH", "name": "Lê Văn Phó"}
    book.write("Người ký", [Amend(office, {"signatories": [deputy]})])
    (one,) = certificates_of(book.db, [award(book, {"words": "Nguyễn Văn An"})])
    assert (str(one.sign_title), str(one.signer)) == ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Lê Văn Phó")


def test_chien_si_thi_dua_has_red_flags_and_a_title_without_a_reason_says_its_year(book):
    kind = award_type(book, "Chiến sĩ thi đua cơ sở", "cstd_co_so", "danh_hieu")
    (one,) = certificates_of(book.db, [award(book, {"words": "Nguyễn Văn An"}, award_type=kind)])
    assert one.red_flags and str(one.achievement) == "Năm 2025"


@pytest.mark.parametrize(
    ("code", "form", "kind"),
    [
        ("gia_dinh_van_hoa", "danh_hieu", CULTURED_FAMILY),
        ("ldtt", "danh_hieu", TITLE),
        ("giay_khen_phuong", "hinh_thuc", GIAY_KHEN),
    ],
)
def test_each_award_has_its_usual_drawing(book, code, form, kind):
    record = award(book, {"words": "Nguyễn Văn An"}, award_type=award_type(book, "Khen", code, form))
    assert usual_kind(book.db, [record]) == kind


def test_a_decision_of_several_kinds_has_each_award_on_its_own_drawing(book):
    title = award_type(book, "Lao động tiên tiến", "ldtt", "danh_hieu")
    form = award_type(book, "Giấy khen", "giay_khen_phuong", "hinh_thuc")
    titled, given, again = (
        award(book, {"words": name}, award_type=kind) for name, kind in (("An", title), ("Bình", form), ("Cúc", form))
    )
    assert by_drawing(book.db, [titled, given, again]) == {TITLE: [titled], GIAY_KHEN: [given, again]}
    assert usual_kind(book.db, [titled, given, again]) == GIAY_KHEN


@pytest.mark.parametrize("kind", CERTIFICATES)
def test_the_pictures_of_every_drawing_are_found_with_their_places(kind):
    pictures = pictures_in(original(CERTIFICATES[kind].template))
    assert pictures and all(one.content.startswith(b"\x89PNG") and one.width and one.height for one in pictures)
    assert pictures[0].width == 2970 and pictures[0].height == 2100


@pytest.mark.parametrize("given", [{"level": "tinh"}, {"issuers": [{"words": "Đảng ủy phường Gia Thụy"}]}])
def test_what_a_level_above_or_another_body_gave_has_no_sheet_of_the_office(book, given):
    own = award(book, {"words": "Nguyễn Văn An"})
    above = award(book, {"words": "Lê Thị Hoa"}, **given)
    assert [str(one.name) for one in certificates_of(book.db, [above, own])] == ["Nguyễn Văn An"]
    assert by_drawing(book.db, [above, own]) == {GIAY_KHEN: [own]}
    with pytest.raises(UserError, match="cấp trên hoặc cơ quan khác tặng"):
        print_certificates(book, Design(GIAY_KHEN), [above], Path(book.path).parent)


@pytest.mark.parametrize(("posthumous", "verb"), [(False, "TẶNG"), (True, "TRUY TẶNG")])
def test_an_award_to_the_dead_says_so(book, posthumous, verb):
    (one,) = certificates_of(book.db, [award(book, {"words": "Nguyễn Văn An"}, posthumous=posthumous)])
    assert (one.verb, one.giving) == (verb, f"{verb} DANH HIỆU")


@pytest.mark.parametrize(
    ("name", "title", "signed"),
    [
        ("Phạm Văn Bình", "Phó Chủ tịch", ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Phạm Văn Bình")),
        ("Lê Thị Hà", "Chủ tịch", ("CHỦ TỊCH", "Lê Thị Hà")),
        ("Lê Thị Hà", "", ("CHỦ TỊCH", "Lê Thị Hà")),
        ("Đặng Thị Thanh Bình", "Chủ tịch", ("CHỦ TỊCH", "Đặng Thị Thanh Bình")),
    ],
)
def test_a_sheet_is_signed_as_its_decision_is(book, name, title, signed):
    signer = {"words": name, "as_title": title, "note": "Người ký"}
    document = add(book, "document", doc_kind="Quyết định", issued_on="2025-12-05", participants=[signer])
    (one,) = certificates_of(book.db, [award(book, {"words": "Nguyễn Văn An"}, decision=document)])
    assert (str(one.sign_title), str(one.signer)) == signed


def test_a_post_names_its_unit_small_as_the_lists_do(book):
    unit = add(book, "unit", names=[{"name": "Phường Yên Thái", "unit_kind": "phường"}])
    posts = [{"title": "Công chức Văn hóa - Xã hội", "unit": unit}]
    person = add(book, "person", name="Trần Thị Mai", sex="nu", positions=posts)
    (one,) = certificates_of(book.db, [award(book, {"recipient_kind": "ca_nhan", "who": person})])
    assert str(one.as_title) == "Công chức Văn hóa - Xã hội phường Yên Thái"
