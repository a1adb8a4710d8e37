"""Facts about the first records of a file: the ward, its bodies, their letterheads, the year."""

import pytest

from ward.book import Book
from ward.errors import UserError
from ward.founding import Place, found, letterhead, signer
from ward.listing import Wanted, list_records
from ward.loading import load

WARD = Place("phường", "Gia Thụy", "thành phố Hà Nội")


@pytest.fixture
def book(tmp_path):
    with Book.create(tmp_path / "thu.sovang") as made:
        yield made


def test_a_people_s_committee_of_a_ward_names_no_superior():
    head = letterhead(WARD, "ubnd")
    assert (head.upper_line, head.line, head.symbol) == ("ỦY BAN NHÂN DÂN", "PHƯỜNG GIA THỤY", "UBND")


def test_a_party_committee_stands_below_the_province_s_party():
    head = letterhead(WARD, "dang_uy")
    assert (head.upper_line, head.line) == ("ĐẢNG BỘ THÀNH PHỐ HÀ NỘI", "ĐẢNG ỦY PHƯỜNG GIA THỤY")


def test_the_kind_is_not_said_twice():
    assert Place("phường", "Phường Gia Thụy", "").full_name == "phường Gia Thụy"
    assert Place("xã", "Đông Anh", "").capital_name == "Xã Đông Anh"


def test_a_signatory_has_the_authority_of_its_body():
    assert vars(signer("dang_uy", " Trần  Thị Bích ")) == {
        "authority": "T/M ĐẢNG ỦY",
        "position_title": "BÍ THƯ",
        "name": "Trần Thị Bích",
    }


def test_one_act_makes_province_ward_offices_and_year(book):
    change = found(book, WARD, {"ubnd": "Nguyễn Văn An", "dang_uy": ""}, 2025)
    assert change.kinds == {"unit", "office", "year"}
    offices = [load(book.db, record) for record in list_records(book.db, Wanted("office")).ids]
    assert [(office.title, office.values["keeper"]) for office in offices] == [
        ("Đảng ủy phường Gia Thụy", False),
        ("Ủy ban nhân dân phường Gia Thụy", True),
    ]
    assert offices[0].values["layout"] == "dang" and offices[0].values["signatories"] == ()
    book.undo()
    assert list_records(book.db, Wanted("unit")).ids == []


@pytest.mark.parametrize(
    ("place", "signers"), [(Place("phường", " ", ""), {"ubnd": ""}), (WARD, {})], ids=["no name", "no body"]
)
def test_what_is_missing_is_said_and_nothing_is_written(book, place, signers):
    with pytest.raises(UserError, match="Hãy"):
        found(book, place, signers, 2025)
    assert list_records(book.db, Wanted("office")).ids == []
