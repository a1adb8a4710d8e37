"""Dates as wards write them: the day before the month, partly known ones stay partly known."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ward.dates import DateQuestion, PartialDate, parse_date, show_date, show_date_long
from ward.errors import UserError

thorough = settings(deadline=None, max_examples=300)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
partial = st.builds(lambda day, length: PartialDate(day.isoformat()[:length]), days, st.sampled_from([4, 7, 10]))

READ = {
    "12/3/1980": "1980-03-12",
    "12-3-1980": "1980-03-12",
    "12.3.1980": "1980-03-12",
    "12 / 03 / 1980": "1980-03-12",
    "３/１/２０２１": "2021-01-03",
    "3/1980": "1980-03",
    "1980": "1980",
    "1980-12-30": "1980-12-30",
    "ngày 12 tháng 3 năm 1980": "1980-03-12",
    "12 tháng 3 năm 1980": "1980-03-12",
    "Ngày 05/01/2022.": "2022-01-05",
    "tháng 3 năm 1980": "1980-03",
    "tháng tư năm 2020": "2020-04",
    "tháng năm năm 2020": "2020-05",
    "tháng Mười Hai năm 2020": "2020-12",
    "năm 1980": "1980",
    "sinh năm 1980": "1980",
    "Gia Thụy, ngày 30 tháng 12 năm 2020": "2020-12-30",
    "Thứ Năm, 03/08/2023": "2023-08-03",
    "03/08/2023 08:57": "2023-08-03",
    "11:38 AM 11/10/2022": "2022-10-11",
    "8h 12/3/2023": "2023-03-12",
    "08h30 ngày 12/3/2023": "2023-03-12",
    "8 giờ 30 phút, ngày 14/8/2023": "2023-08-14",
    "30/12/2020": "2020-12-30",
    "29/2/2024": "2024-02-29",
}


@pytest.mark.parametrize("text", READ)
def test_every_way_to_write_a_date_is_read(text: str) -> None:
    assert parse_date(text) == PartialDate(READ[text])


@pytest.mark.parametrize("text", ["Tối 14/8", "14/8", "ngày 14 tháng 8", "sáng 14.8"])
def test_a_day_without_a_year_takes_the_year_it_is_said_in(text: str) -> None:
    assert parse_date(text, year=2023) == PartialDate("2023-08-14")
    with pytest.raises(DateQuestion, match="chưa có năm"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("12/3/80", ["1980-03-12", "2080-03-12"]),
        ("12/3/23", ["2023-03-12", "1923-03-12"]),
        ("8/14/2023", ["2023-08-14"]),
        ("3/80", ["1980-03", "2080-03"]),
        ("00/00/1980", ["1980"]),
        ("../../1980", ["1980"]),
        ("…/…/1980", ["1980"]),
        ("00/12/1980", ["1980-12"]),
        ("29/2/00", ["2000-02-29"]),
    ],
)
def test_a_doubtful_date_is_asked_about(text: str, readings: list[str]) -> None:
    with pytest.raises(DateQuestion) as caught:
        parse_date(text)
    assert [reading.iso for reading in caught.value.readings] == readings
    assert text in str(caught.value)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("30/2/2023", "Tháng 2 năm 2023 chỉ có các ngày 1–28"),
        ("29/2/2023", "không có ngày 29"),
        ("31/4/2023", "1–30"),
        ("32/1/2023", "không có ngày 32"),
        ("13/2023", "Không có tháng 13"),
        ("hôm qua", "không phải là ngày"),
        ("", "Chưa ghi ngày"),
        ("12032023", "không phải là ngày"),
        ("ClockThứ Năm, 03/08/2023", "không phải là ngày"),
        ("mùng 10 tháng 3 âm lịch", "âm lịch"),
        ("tháng chạp năm 2022", "âm lịch"),
    ],
)
def test_what_is_no_day_is_refused_in_words(text: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        parse_date(text)


@pytest.mark.parametrize("iso", ["", "80", "1980-13", "1980-00", "1980-2-3", "2023-02-29", "1980-12-32", "3000"])
def test_an_impossible_date_cannot_be_made(iso: str) -> None:
    with pytest.raises(UserError):
        PartialDate(iso)


def test_a_partial_date_spans_what_it_leaves_open() -> None:
    assert PartialDate("2024-02").first_day == date(2024, 2, 1)
    assert PartialDate("2024-02").last_day == date(2024, 2, 29)
    assert PartialDate("1980").last_day == date(1980, 12, 31)
    assert (PartialDate("1980").month, PartialDate("1980").day) == (None, None)


def test_dates_stand_in_their_order() -> None:
    written = ["1980", "1980-02", "1980-02-03", "1980-12", "1981"]
    assert [one.iso for one in sorted(PartialDate(iso) for iso in reversed(written))] == written


@pytest.mark.parametrize(
    ("iso", "short", "long"),
    [
        ("1980-03-12", "12/3/1980", "ngày 12 tháng 3 năm 1980"),
        ("2021-01-09", "09/01/2021", "ngày 09 tháng 01 năm 2021"),
        ("2021-02", "02/2021", "tháng 02 năm 2021"),
        ("2021-10", "10/2021", "tháng 10 năm 2021"),
        ("2021", "2021", "năm 2021"),
    ],
)
def test_days_below_ten_and_the_first_two_months_get_a_zero(iso: str, short: str, long: str) -> None:
    assert show_date(PartialDate(iso)) == short
    assert show_date_long(PartialDate(iso)) == long


@thorough
@given(partial)
def test_a_date_that_was_written_is_read_again(when: PartialDate) -> None:
    assert parse_date(show_date(when)) == parse_date(show_date_long(when)) == parse_date(when.iso) == when


@thorough
@given(st.text(st.sampled_from("0123456789/-. thángnămày:h"), max_size=25), st.none() | st.just(2023))
def test_any_text_is_a_date_or_a_sentence(text: str, year: int | None) -> None:
    try:
        read = parse_date(text, year=year)
    except UserError as error:
        assert str(error).endswith((".", "?"))
    else:
        assert str(read.year) in text or read.year == year
