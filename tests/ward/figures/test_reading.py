"""What a clerk types becomes one exact figure, keeps its words, or becomes a question; nothing is guessed."""

from decimal import Decimal

import pytest

from ward.errors import UserError
from ward.figures import Figure, FigureQuestion, parse_figure

READ = {
    "0": "0",
    "1.000": "1000",
    "1.064 thành viên": "1064 · thành viên",
    "33.700": "33700",
    "1800000000": "1800000000",
    "1 000 000": "1000000",
    "1\u00a0000\u202f000": "1000000",
    "１２３": "123",
    "03 vụ": "3 · vụ",
    "91,50": "91.50",
    "0,125": "0.125",
    "1.234,567": "1234.567",
    "-5": "-5",
    "\u22125": "-5",
    "\u20135": "-5",
    "+5%": "5 · %",
    "1,8 tỷ": "1800000000",
    "1,8 tỷ đồng": "1800000000 · đồng",
    "2.264 tỉ đồng": "2264000000000 · đồng",
    "9 tỷ 300 triệu": "9300000000",
    "1 tỷ 250 triệu 500 nghìn đồng": "1250500000 · đồng",
    "2 triệu rưỡi": "2500000",
    "5 trăm triệu đồng": "500000000 · đồng",
    "1.800 nghìn tỷ đồng": "1800000000000000 · đồng",
    "3 chục": "30",
    "48 ngàn": "48000",
    "30 trđ": "30000000 · đồng",
    "30 tr.đ": "30000000 · đồng",
    "1.000.000đ": "1000000 · đồng",
    "1.000.000 VNĐ": "1000000 · đồng",
    "360.000 đồng/suất": "360000 · đồng/suất",
    "60 ngàn người/km2": "60000 · người/km2",
    "5.000 xuất quà": "5000 · xuất quà",
    "0,81km2": "0.81 · km2",
    "6,54 km2": "6.54 · km2",
    "12.500 m²": "12500 · m²",
    "12,5 ha": "12.5 · ha",
    "5 bác sĩ/1 vạn dân": "5 · bác sĩ/1 vạn dân",
    "12,5 vụ/100.000 dân": "12.5 · vụ/100.000 dân",
    "97,36%": "97.36 · %",
    "78,947%": "78.947 · %",
    "5 %": "5 · %",
    "79 phần trăm": "79 · %",
    "0,5 điểm phần trăm": "0.5 · điểm %",
    "đạt 79%": "79 · %",
    "có 24 tập thể": "24 · tập thể",
    "88 tập thể, cá nhân": "88 · tập thể, cá nhân",
    "10/12 chỉ tiêu đạt và vượt kế hoạch": "10/12 · chỉ tiêu đạt và vượt kế hoạch",
    "xếp thứ 3/126 xã, phường": "rank 3/126 · xã, phường",
    "chỉ 0,81km2": "0.81 · km2",
    "2 Bằng khen": "2 · Bằng khen",
    "20 năm": "20 · năm",
    "5,": "5",
    "1.819/1.835 hộ": "1819/1835 · hộ",
    "1.819 / 1.835 hộ": "1819/1835 · hộ",
    "1,2/1,8 tỷ đồng": "1200000000/1800000000 · đồng",
    "200.000đ/người/tháng": "200000 · đồng/người/tháng",
    "1.500đ-2.000đ": "1500..2000 · đồng",
    "1.819 hộ/1.835 hộ": "1819/1835 · hộ",
    "1.819 trên tổng số 1.835 hộ": "1819/1835 · hộ",
    "119/126": "119/126",
    "hạng 119/126": "rank 119/126",
    "xếp thứ 3/14 phường": "rank 3/14 · phường",
    "hạng 3": "rank 3",
    "5-7": "5..7",
    "05-07 hộ": "5..7 · hộ",
    "5–7 hộ": "5..7 · hộ",
    "từ 5 đến 7 hộ": "5..7 · hộ",
    "5%-7%": "5..7 · %",
    "từ 1,5 đến 2 tỷ đồng": "1500000000..2000000000 · đồng",
    "500 triệu - 2 tỷ đồng": "500000000..2000000000 · đồng",
    "từ -5 đến -3": "-5..-3",
}


def _written(figure: Figure) -> str:
    value = str(figure.value)
    if figure.value_to is not None:
        value += f"..{figure.value_to}"
    if figure.out_of is not None:
        value += f"/{figure.out_of}"
    if figure.shape == "rank":
        value = f"rank {value}"
    return f"{value} · {figure.measure}" if figure.measure else value


@pytest.mark.parametrize("text", READ)
def test_every_way_to_write_a_figure_is_read(text: str) -> None:
    figure = parse_figure(text)
    assert _written(figure) == READ[text]
    assert figure.state == "known"


@pytest.mark.parametrize(
    "text", ["  gần 48 ngàn người ", "03 vụ", "1,80 tỷ", "１２３", "chưa có", "nhiều buổi", "(ước) lớn"]
)
def test_what_was_typed_stays_with_the_figure(text: str) -> None:
    assert parse_figure(text).words == text.strip()


@pytest.mark.parametrize(
    ("text", "before", "value", "after"),
    [
        ("gần 48 ngàn người", "gần", "48000", ""),
        ("Trên 1.000", "trên", "1000", ""),
        ("hơn 543 tổ", "hơn", "543", ""),
        ("khoảng trên 100 người", "khoảng trên", "100", ""),
        ("xấp xỉ 60 ngàn người/km2", "xấp xỉ", "60000", ""),
        ("ước 0,07%", "ước", "0.07", ""),
        ("ước đạt 2.264 tỷ đồng", "ước", "2264000000000", ""),
        ("79,5% (ước)", "ước", "79.5", ""),
        ("tối thiểu 01 bình/hộ", "tối thiểu", "1", ""),
        ("không dưới 90%", "không dưới", "90", ""),
        ("≥ 95%", "≥", "95", ""),
        ("99,3% trở lên", "", "99.3", "trở lên"),
        ("5 người trở xuống", "", "5", "trở xuống"),
        ("gần như 100%", "gần như", "100", ""),
    ],
)
def test_qualifiers_are_kept_before_and_after(text: str, before: str, value: str, after: str) -> None:
    figure = parse_figure(text)
    assert (figure.qualifier, figure.value, figure.qualifier_after) == (before, Decimal(value), after)


@pytest.mark.parametrize(
    "text", ["", "-", "–", "…", "...", "?", "chưa có", "Chưa có số liệu", "không có số liệu", "chưa thống kê"]
)
def test_missing_is_never_zero(text: str) -> None:
    figure = parse_figure(text, measure="hộ")
    assert (figure.state, figure.value, figure.measure) == ("missing", None, "hộ")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("không", ""),
        ("Không có", ""),
        ("không có hộ nào", "hộ"),
        ("không xảy ra vụ nào", "vụ"),
        ("không để xảy ra vụ cháy nào", "vụ cháy"),
    ],
)
def test_none_at_all_is_zero_and_keeps_its_words(text: str, measure: str) -> None:
    assert parse_figure(text) == Figure(value=Decimal(0), measure=measure, words=text)


@pytest.mark.parametrize("text", ["không áp dụng", "Không tính", "không thuộc diện"])
def test_what_does_not_apply_is_neither_missing_nor_zero(text: str) -> None:
    assert parse_figure(text).state == "not_applicable"


@pytest.mark.parametrize(
    ("text", "qualifier", "measure"),
    [
        ("hàng trăm hộ", "hàng trăm", "hộ"),
        ("hàng ngàn vụ", "hàng ngàn", "vụ"),
        ("nhiều buổi", "nhiều", "buổi"),
        ("một số hộ", "một số", "hộ"),
        ("vài chục", "vài chục", "lượt"),
        ("giảm hẳn", "", "lượt"),
        ("chưa có hộ nào", "", "lượt"),
        ("một nửa", "", "lượt"),
        ("năm ngoái", "", "lượt"),
        ("tư nhân", "", "lượt"),
        ("hạng nhất", "", "lượt"),
    ],
)
def test_words_without_a_number_stay_words(text: str, qualifier: str, measure: str) -> None:
    expected = Figure("words", measure=measure, qualifier=qualifier, words=text)
    assert parse_figure(text, measure="lượt") == expected


ASKED = {
    "1,800,000,000": ["1800000000"],
    "1,800,000.50": ["1800000.50"],
    "1.8 tỷ": ["1800000000"],
    "97.36%": ["97.36 · %"],
    "1.23": ["1.23"],
    "0.125": ["0.125"],
    "12,345": ["12.345", "12345"],
    "12,345 ha": ["12.345 · ha", "12345 · ha"],
    "1,250 tỷ đồng": ["1250000000 · đồng", "1250000000000 · đồng"],
    "1.000,5.3": [],
    "1.00.000": [],
    "1 tỷ 8": ["1800000000", "1000000008"],
    "1tr5": ["1500000", "1000005"],
    "5tr": ["5000000"],
    "500k": ["500000"],
    "1,5 tỷ rưỡi": ["2000000000"],
    "(5)": ["5", "-5"],
    "(0)": ["0"],
    "- 5 hộ": ["5 · hộ", "-5 · hộ"],
    "003": ["3"],
    "0984123456": ["984123456"],
    "7-5": [],
    "từ 500 đến 2 tỷ": [],
    "28 mắt/24 điểm": [],
    "24 tổ/12 chi bộ": [],
    "12/3/2023": [],
    "18-KH/QU": [],
    "7h30": [],
    "5 giờ 30 phút": [],
    "5-7-9": [],
    "1e5": [],
    "5 ca COVID-19": ["5 · ca COVID-19"],
    "toàn phường có 24 tổ": ["24 · tổ"],
    "5 hộ, trong đó nhiều hộ nghèo": ["5 · hộ"],
    "2.264 tỷ đồng, vượt 468,9% dự toán": ["2264000000000 · đồng"],
    "giảm 3 vụ": [],
    "15.000.000 đồng (mười lăm triệu đồng)": ["15000000 · đồng"],
    "hai": ["2"],
    "mười lăm hộ": ["15 · hộ"],
    "hai mươi mốt triệu đồng": ["21000000 · đồng"],
    "một trăm linh hai": ["102"],
}


@pytest.mark.parametrize("text", ASKED)
def test_ambiguity_is_a_question_and_its_last_reading_keeps_the_words(text: str) -> None:
    with pytest.raises(FigureQuestion) as caught:
        parse_figure(text)
    *numbers, kept = caught.value.readings
    assert [_written(reading) for reading in numbers] == ASKED[text]
    assert kept == Figure("words", words=text)
    assert {reading.words for reading in caught.value.readings} == {text}
    start, end = caught.value.span
    assert 0 <= start < end <= len(text)
    assert str(caught.value).startswith(f"“{text[start:end].strip()}”: ")


def test_not_available_and_not_applicable_are_told_apart_by_asking() -> None:
    with pytest.raises(FigureQuestion) as caught:
        parse_figure("N/A")
    assert [reading.state for reading in caught.value.readings] == ["missing", "not_applicable"]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("48 ngàn", "người", "48000 · người"),
        ("1,8 tỷ đồng", "triệu đồng", "1800 · triệu đồng"),
        ("1,8 tỷ", "triệu đồng", "1800 · triệu đồng"),
        ("30,50 triệu đồng", "triệu đồng", "30.50 · triệu đồng"),
        ("500.000 đồng", "triệu đồng", "0.5 · triệu đồng"),
        ("30", "triệu đồng", "30 · triệu đồng"),
        ("30 triệu", "đồng", "30000000 · đồng"),
        ("48.000 người", "nghìn người", "48 · nghìn người"),
        ("79", "%", "79 · %"),
        ("119/126", "hạng", "rank 119/126 · hạng"),
        ("3", "Xếp hạng", "rank 3 · Xếp hạng"),
        ("5 xuất", "suất", "5 · xuất"),
        ("5 hộ", "Hộ", "5 · Hộ"),
    ],
)
def test_the_indicators_measure_is_taken_when_it_fits(text: str, measure: str, expected: str) -> None:
    assert _written(parse_figure(text, measure=measure)) == expected


def test_eighteen_digits_are_held_and_nineteen_refused() -> None:
    assert parse_figure("999.999.999.999.999.999").value == Decimal("999999999999999999")
    with pytest.raises(UserError, match="18 chữ số"):
        parse_figure("1.000.000.000.000.000.000")
    with pytest.raises(UserError, match="18 chữ số"):
        parse_figure("10 tỷ tỷ".replace("tỷ tỷ", "triệu tỷ đồng").replace("10", "1.000.000.000"))


def test_a_whole_paragraph_is_no_figure() -> None:
    with pytest.raises(UserError, match="quá dài"):
        parse_figure("Trong năm 2023, " * 30)
