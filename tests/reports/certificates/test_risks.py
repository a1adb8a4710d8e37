"""Every text that is not as the design wants it is told, with its recipient and what to do; no false alarms."""

from dataclasses import replace

import pytest

from forms.choices import CERTIFICATE_ITEMS
from reports.certificates.blanks import GIAY_KHEN
from reports.certificates.certificates import Design
from reports.certificates.making import risks_of, warnings_of
from reports.certificates.risks import ITEMS
from tests.reports.certificates.sheets import AWARD, NASTY, certificate

BLANK, DRAWN = Design(blank=GIAY_KHEN), Design("giay-khen")


@pytest.mark.parametrize("design", [BLANK, DRAWN])
def test_usual_certificates_have_no_risks(design: Design) -> None:
    sheets = [
        certificate(),
        certificate("Tổ dân phố số 16", address_form="Tập thể", as_title="Phường Gia Thụy"),
        certificate("Lê Thị Hằng", achievement="Đã có thành tích xuất sắc " * 6),
        certificate("Nguyễn Văn Bình", address_form="", order_number="", sign_title="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
    ]
    assert risks_of(design, sheets) == () and warnings_of(design) == ()


def test_a_risk_says_which_sheet_whose_text_and_what_became_of_it() -> None:
    long = certificate("Ban Đại diện cha mẹ học sinh Trường Tiểu học Gia Thụy và Trường Mầm non Gia Thụy")
    (risk,) = risks_of(BLANK, [certificate(), long])
    assert (risk.number, risk.uid, risk.item, risk.outcome, risk.serious) == (2, AWARD, "name", "wrapped", False)
    assert risk.name == str(long.name)
    assert risk.words.startswith("Tờ 2, Ban Đại diện cha mẹ học sinh Trường Tiểu học Gia Thụy")
    assert risk.words.endswith("…: họ tên quá dài, chữ thu từ cỡ 24 xuống 14 và xuống 2 dòng.")


def test_smaller_letters_on_one_line_are_told_with_both_sizes() -> None:
    (risk,) = risks_of(BLANK, [certificate("Chi hội Phụ nữ Tổ dân phố số 16, phường Gia Thụy, Hà Nội")])
    assert risk.outcome == "shrunk" and "chữ thu từ cỡ 24 xuống " in risk.words and not risk.serious


def test_text_that_does_not_fit_is_serious_and_says_what_to_do() -> None:
    found = {
        name: [risk for risk in risks_of(BLANK, [certificate(text)]) if risk.item == "name"]
        for name, text in NASTY.items()
    }
    assert [risk.outcome for risk in found["300 letters"]] == ["too_small"]
    assert "nhỏ hơn cỡ nhỏ nhất 14" in found["300 letters"][0].words and "rút gọn" in found["300 letters"][0].words
    assert [risk.outcome for risk in found["one word of 80 letters"]] == ["split"]
    assert "ngắt giữa chừng" in found["one word of 80 letters"][0].words
    assert all(risk.serious for name in ("300 letters", "one word of 80 letters") for risk in found[name])
    assert found["loose diacritics"] == found["signs of XML and of tags"] == found["one letter"] == []


def test_what_would_be_hidden_is_told_as_such() -> None:
    (risk,) = risks_of(BLANK, [certificate(achievement="thành tích " * 900)])
    assert risk.outcome == "overflow" and risk.serious and "sẽ bị khuất" in risk.words


def test_an_achievement_on_several_lines_is_no_risk_but_a_post_is() -> None:
    three = "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước của phường năm 2025, " * 2
    assert risks_of(DRAWN, [certificate(achievement=three)]) == ()
    (risk,) = risks_of(DRAWN, [certificate(as_title=three)])
    assert (risk.item, risk.outcome) == ("as_title", "wrapped") and "xuống 2 dòng" in risk.words


def test_a_font_that_is_not_on_the_machine_is_told_once() -> None:
    places = tuple(replace(place, font="UVN Bay Buom") for place in GIAY_KHEN.places)
    (first, *others) = warnings_of(Design(blank=replace(GIAY_KHEN, places=places)))
    assert "“UVN Bay Buom”" in first and others == []


def test_every_item_has_a_name_in_the_sentences() -> None:
    assert set(CERTIFICATE_ITEMS) <= set(ITEMS)


def test_two_thousand_certificates_are_looked_through_without_a_file() -> None:
    sheets = [certificate(f"Hộ gia đình ông Nguyễn Văn {n}") for n in range(2000)]
    sheets[1999] = certificate(NASTY["300 letters"])
    assert {risk.number for risk in risks_of(DRAWN, sheets)} == {2000}
