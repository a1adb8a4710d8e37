"""The clerk's comparisons: each is read apart, keeps its words, and is never made into another."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from ward.figures import (
    Claim,
    ClaimQuestion,
    Figure,
    agrees,
    computed,
    parse_claims,
    parse_figure,
    show_claim,
    split_statement,
)
from ward.periods import Period


def _brief(claim: Claim) -> tuple[str, str, str | None, str, str]:
    amount = None if claim.amount is None else str(claim.amount)
    return claim.relation, claim.qualifier, amount, claim.unit, claim.basis


ONE = {
    "vượt 468,9% dự toán": ("vuot", "", "468.9", "%", "du_toan"),
    "bằng 468,9% dự toán": ("bang", "", "468.9", "%", "du_toan"),
    "đạt 105,3% kế hoạch": ("dat", "", "105.3", "%", "ke_hoach"),
    "ước đạt 98% kế hoạch": ("dat", "ước", "98", "%", "ke_hoach"),
    "giảm 03 vụ so với cùng kỳ năm 2021": ("giam", "", "3", "vụ", "cung_ky"),
    "giảm 03 vụ so với năm 2021": ("giam", "", "3", "vụ", "nam"),
    "tăng gần 5% so với năm trước": ("tang", "gần", "5", "%", "nam_truoc"),
    "tăng 0,5 điểm phần trăm so với cùng kỳ": ("tang", "", "0.5", "điểm %", "cung_ky"),
    "tăng 1,8 tỷ đồng so với năm 2022": ("tang", "", "1800000000", "đồng", "nam"),
    "tăng gấp 2 lần": ("gap", "", "2", "lần", ""),
    "gấp đôi năm trước": ("gap", "", "2", "lần", "nam_truoc"),
    "gấp 2,5 lần cùng kỳ": ("gap", "", "2.5", "lần", "cung_ky"),
    "vượt kế hoạch 5%": ("vuot", "", "5", "%", "ke_hoach"),
    "giảm so với năm 2021 là 03 vụ": ("giam", "", "3", "vụ", "nam"),
    "So với cùng kỳ năm 2021, giảm 03 vụ": ("giam", "", "3", "vụ", "cung_ky"),
    "bằng 100% chỉ tiêu Nghị quyết HĐND giao": ("bang", "", "100", "%", "nghi_quyet"),
    "đạt chỉ tiêu": ("dat", "", None, "", "chi_tieu"),
    "vượt chỉ tiêu nghị quyết đề ra": ("vuot", "", None, "", "nghi_quyet"),
    "giảm so với năm 2021": ("giam", "", None, "", "nam"),
    "giảm hẳn": ("giam", "", None, "", ""),
    "giảm cả về số vụ và số đối tượng": ("giam", "", None, "", ""),
    "giảm từ 22 vụ xuống còn 19 vụ": ("giam", "", None, "", ""),
    "lớn nhất quận": ("xep_hang", "", "1", "", "khac"),
    "đứng đầu thành phố": ("xep_hang", "", "1", "", "khac"),
    "xếp thứ 3/14 phường": ("xep_hang", "", "3", "", "khac"),
    "giữ vững": ("giu", "", None, "", ""),
    "không đổi so với cùng kỳ": ("giu", "", None, "", "cung_ky"),
    "cao hơn 2% so với bình quân chung của quận": ("tang", "", "2", "%", "khac"),
    "giảm 2 hộ nghèo so với đầu năm": ("giam", "", "2", "hộ nghèo", "khac"),
    "+3 vụ": ("tang", "", "3", "vụ", ""),
    "-5,2%": ("giam", "", "5.2", "%", ""),
    "99,13%": ("bang", "", "99.13", "%", ""),
    "được dư luận đồng tình": ("khac", "", None, "", ""),
}


@pytest.mark.parametrize("text", ONE)
def test_every_way_to_compare_is_read(text: str) -> None:
    (claim,) = parse_claims(text)
    assert _brief(claim) == ONE[text]
    assert claim.words == show_claim(claim) == text


SEVERAL = {
    "bằng 193,2% kế hoạch, bằng 157,8% so cùng kỳ": ["bằng 193,2% kế hoạch", "bằng 157,8% so cùng kỳ"],
    "bằng 193,2% kế hoạch và bằng 157,8% so cùng kỳ": ["bằng 193,2% kế hoạch", "bằng 157,8% so cùng kỳ"],
    "đạt 105% kế hoạch tăng 5% so với cùng kỳ": ["đạt 105% kế hoạch", "tăng 5% so với cùng kỳ"],
    "(giảm 03 vụ so với cùng kỳ), bằng 90% kế hoạch": ["giảm 03 vụ so với cùng kỳ", "bằng 90% kế hoạch"],
    "đạt 100% kế hoạch; so với cùng kỳ tăng 3%": ["đạt 100% kế hoạch", "so với cùng kỳ tăng 3%"],
    "giảm 12 vụ (27,9%) so với cùng kỳ": ["giảm 12 vụ", "(27,9%) so với cùng kỳ"],
    "giảm 27,9% (12 vụ) so với cùng kỳ": ["giảm 27,9%", "(12 vụ) so với cùng kỳ"],
    "giảm 12 vụ (27,9%)": ["giảm 12 vụ", "27,9%"],
    "tăng 3 đơn vị (5%), vượt 2% kế hoạch": ["tăng 3 đơn vị", "5%", "vượt 2% kế hoạch"],
    "vượt 3% (31/30) kế hoạch": ["vượt 3% (31/30) kế hoạch"],
    "chiếm 92%, tăng 3% so với năm trước": ["chiếm 92%", "tăng 3% so với năm trước"],
    "so với cùng kỳ giảm 03 vụ, tăng 02 đối tượng": ["so với cùng kỳ giảm 03 vụ", "tăng 02 đối tượng"],
}


@pytest.mark.parametrize("text", SEVERAL)
def test_several_comparisons_are_read_apart(text: str) -> None:
    claims = parse_claims(text)
    assert [claim.words for claim in claims] == SEVERAL[text]
    assert all(claim.amount is not None for claim in claims)


def test_amounts_in_a_row_share_their_relation_and_basis() -> None:
    claims = parse_claims("giảm 03 vụ, 05 đối tượng và 02 người chết so với cùng kỳ năm 2021")
    assert [_brief(claim) for claim in claims] == [
        ("giam", "", "3", "vụ", "cung_ky"),
        ("giam", "", "5", "đối tượng", "cung_ky"),
        ("giam", "", "2", "người chết", "cung_ky"),
    ]
    assert {claim.basis_period for claim in claims} == {Period("2021")}


def test_an_amount_in_brackets_shares_the_relation_and_the_basis_around_it() -> None:
    for text in ("giảm 12 vụ (27,9%) so với cùng kỳ", "giảm 12 vụ, (27,9%) so với cùng kỳ"):
        claims = parse_claims(text)
        assert [_brief(claim) for claim in claims] == [
            ("giam", "", "12", "vụ", "cung_ky"),
            ("giam", "", "27.9", "%", "cung_ky"),
        ]


@pytest.mark.parametrize("text", ["chiếm 92%", "chiếm tỷ lệ 92%", "đạt tỷ lệ 92%"])
def test_a_share_of_the_whole_is_held_against_the_ratio(text: str) -> None:
    (claim,) = parse_claims(text)
    whole = Figure(shape="ratio", value=Decimal(16976), out_of=Decimal(18452), measure="hồ sơ")
    assert claim.words == text
    assert agrees(claim, computed(claim, whole))
    assert not agrees(claim, computed(claim, replace(whole, value=Decimal(15000))))


def test_two_bases_of_one_amount_are_not_computed_with() -> None:
    assert {claim.basis for claim in parse_claims("tăng 5% và 10% so với kế hoạch và cùng kỳ")} == {"khac"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("giảm 03 vụ so với cùng kỳ năm 2021", "2021"),
        ("tăng 3% so với 6 tháng đầu năm 2022", "2022-H1"),
        ("đạt 100% kế hoạch năm 2023", "2023"),
        ("tăng 3% so với năm trước", "2022"),
        ("tăng 3% so với cùng kỳ năm ngoái", "2022"),
        ("tăng 3% so với cùng kỳ", None),
        ("vượt 5% kế hoạch", None),
    ],
)
def test_the_period_of_the_basis_is_read_when_it_is_said(text: str, period: str | None) -> None:
    (claim,) = parse_claims(text, year=2023)
    assert (claim.basis_period.code if claim.basis_period else None) == period


def test_a_doubtful_number_in_a_claim_is_asked_about() -> None:
    with pytest.raises(ClaimQuestion, match="dấu phẩy thập phân") as caught:
        parse_claims("vượt 5% dự toán, bằng 193.2% kế hoạch")
    number, kept = caught.value.readings
    assert (number.amount, kept.amount) == (Decimal("193.2"), None)
    assert number.words == kept.words == "bằng 193.2% kế hoạch"
    start, end = caught.value.span
    assert "vượt 5% dự toán, bằng 193.2% kế hoạch"[start:end] == "193.2"


SPLIT = {
    "19 vụ (giảm 03 vụ so với cùng kỳ năm 2021)": ("19 vụ", "giảm 03 vụ so với cùng kỳ năm 2021"),
    "2.264 tỷ đồng, vượt 468,9% dự toán, bằng 157,8% so cùng kỳ": (
        "2.264 tỷ đồng",
        "vượt 468,9% dự toán, bằng 157,8% so cùng kỳ",
    ),
    "ước đạt 2.264 tỷ đồng, vượt 468,9% dự toán": ("ước đạt 2.264 tỷ đồng", "vượt 468,9% dự toán"),
    "xấp xỉ 60 ngàn người/km2 lớn nhất quận": ("xấp xỉ 60 ngàn người/km2", "lớn nhất quận"),
    "48 ngàn người tăng 2% so với năm trước": ("48 ngàn người", "tăng 2% so với năm trước"),
    "1.819/1.835 hộ, đạt 99,13%": ("1.819/1.835 hộ", "đạt 99,13%"),
    "1.819/1.835 hộ (99,13%)": ("1.819/1.835 hộ", "99,13%"),
    "1.819/1.835 hộ đạt tỷ lệ 99,13%": ("1.819/1.835 hộ", "đạt tỷ lệ 99,13%"),
    "45 người, chiếm tỷ lệ 12,5% tổng số cán bộ": ("45 người", "chiếm tỷ lệ 12,5% tổng số cán bộ"),
    "chiếm 92%": ("chiếm 92%", ""),
    "10/12 chỉ tiêu đạt và vượt kế hoạch": ("10/12 chỉ tiêu đạt và vượt kế hoạch", ""),
    "05 chỉ tiêu vượt kế hoạch": ("05 chỉ tiêu vượt kế hoạch", ""),
    "05 chỉ tiêu vượt kế hoạch, tăng 2 chỉ tiêu so với năm trước": (
        "05 chỉ tiêu vượt kế hoạch",
        "tăng 2 chỉ tiêu so với năm trước",
    ),
    "19 vụ (-3 vụ)": ("19 vụ", "-3 vụ"),
    "119/126, tăng 3 bậc": ("119/126", "tăng 3 bậc"),
    "chưa có số liệu, giảm so với cùng kỳ": ("chưa có số liệu", "giảm so với cùng kỳ"),
    "giảm cả về số vụ và số đối tượng": ("", "giảm cả về số vụ và số đối tượng"),
    "đạt 105,3% kế hoạch": ("", "đạt 105,3% kế hoạch"),
    "giảm hẳn": ("", "giảm hẳn"),
    "đạt 79%": ("đạt 79%", ""),
    "xếp thứ 3/14 phường": ("xếp thứ 3/14 phường", ""),
    "nhiều nhất 5 hộ": ("nhiều nhất 5 hộ", ""),
    "2 Bằng khen": ("2 Bằng khen", ""),
    "5 tăng ni": ("5 tăng ni", ""),
    "5 hộ giảm nghèo": ("5 hộ giảm nghèo", ""),
    "12 học sinh vượt khó": ("12 học sinh vượt khó", ""),
    "2 trường đạt chuẩn quốc gia": ("2 trường đạt chuẩn quốc gia", ""),
    "": ("", ""),
}


@pytest.mark.parametrize("text", SPLIT)
def test_a_statement_is_split_into_its_figure_and_its_claims(text: str) -> None:
    assert split_statement(text) == SPLIT[text]


@pytest.mark.parametrize("text", [text for text, (figure, _) in SPLIT.items() if figure])
def test_the_figure_of_a_statement_can_be_read(text: str) -> None:
    assert parse_figure(split_statement(text)[0]).words == SPLIT[text][0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("vượt kế hoạch 5%", "vượt 5% kế hoạch"),
        ("giảm so với năm 2021 là 03 vụ", "giảm 3 vụ so với năm 2021"),
        ("tăng 0,5 điểm phần trăm so với năm trước", "tăng 0,5 điểm % so với năm trước"),
        ("xếp thứ 3/14 phường", "xếp hạng 3/14 phường"),
        ("giảm hẳn", "giảm"),
    ],
)
def test_a_claim_without_words_is_written_out(text: str, shown: str) -> None:
    (claim,) = parse_claims(text, year=2023)
    unsaid = Claim(**{name: getattr(claim, name) for name in claim.__slots__ if name != "words"})
    assert show_claim(unsaid) == shown


def test_a_claim_takes_exact_numbers_only() -> None:
    inexact: Any = 1.5
    with pytest.raises(TypeError):
        Claim("tang", amount=inexact)
