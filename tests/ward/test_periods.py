"""Periods as wards say them: codes for what can be placed, words for the rest, questions for the doubtful."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ward.errors import UserError
from ward.periods import Period, PeriodQuestion, parse_period, show_period

thorough = settings(deadline=None, max_examples=300)

PLACED = {
    "5 năm 2020-2025": "2020/2025",
    "10 năm, từ 2013 đến 2023": "2013/2023",
    "ngày 28 và 29/7/2025": "2025-07-28/2025-07-29",
    "năm 2023": "2023",
    "2023": "2023",
    "cả năm 2023": "2023",
    "cuối năm 2023": "2023",
    "quý III/2023": "2023-Q3",
    "Quí 3 năm 2023": "2023-Q3",
    "quý IV, năm 2023": "2023-Q4",
    "6 tháng đầu năm 2023": "2023-H1",
    "sáu tháng cuối năm 2023": "2023-H2",
    "nửa đầu năm 2023": "2023-H1",
    "9 tháng đầu năm 2023": "2023-01/2023-09",
    "09 tháng năm 2023": "2023-01/2023-09",
    "3 tháng cuối năm 2023": "2023-10/2023-12",
    "tháng 8/2023": "2023-08",
    "T8/2023": "2023-08",
    "8/2023": "2023-08",
    "18/8/2023": "2023-08-18",
    "Tối 14/8/2023": "2023-08-14",
    "nhiệm kỳ 2020-2025": "T2020/2025",
    "nhiệm kỳ 2020 – 2025": "T2020/2025",
    "nhiệm kỳ XII (2020-2025)": "T2020/2025",
    "năm học 2022 - 2023": "S2022/2023",
    "giai đoạn 2021–2025": "2021/2025",
    "2013-2023": "2013/2023",
    "từ năm 2021 đến năm 2023": "2021/2023",
    "trong 10 năm (2013-2023)": "2013/2023",
    "giãn cách COVID-19 (2021)": "2021",
    "tính đến ngày 30/11/2023": "@2023-11-30",
    "đến 30/11/2023": "@2023-11-30",
    "đến hết tháng 11/2023": "@2023-11",
    "tính đến năm 2023": "@2023",
    "từ 01/8 đến 15/8/2023": "2023-08-01/2023-08-15",
    "01-15/8/2023": "2023-08-01/2023-08-15",
    "từ ngày 15/12/2022 đến ngày 14/12/2023": "2022-12-15/2023-12-14",
    "tháng 3-9/2023": "2023-03/2023-09",
    "tháng 12 năm 2022 đến tháng 3 năm 2023": "2022-12/2023-03",
    "đến năm 2030": "../2030",
    "đến 2030": "../2030",
    "chậm nhất ngày 30/6/2025": "../2025-06-30",
    "trước năm 2025": "..<2025",
    "trước 2025": "..<2025",
    "trước ngày 30/6/2025": "..<2025-06-30",
    "từ năm 2026 trở đi": "2026/..",
    "sau năm 2025": "2026/..",
}


@pytest.mark.parametrize("text", PLACED)
def test_what_wards_write_is_placed_and_shown_as_it_was_said(text: str) -> None:
    period = parse_period(text)
    assert period.code == PLACED[text]
    assert show_period(period) == (text if text != "2023" else "năm 2023")
    assert parse_period(show_period(period)).code == period.code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("quý III", "2023-Q3"),
        ("6 tháng đầu năm", "2023-H1"),
        ("9 tháng đầu năm", "2023-01/2023-09"),
        ("tháng 8", "2023-08"),
        ("Tối 14/8", "2023-08-14"),
        ("đến hết tháng 11", "@2023-11"),
        ("từ 01/8 đến 15/8", "2023-08-01/2023-08-15"),
        ("năm nay", "2023"),
        ("năm trước", "2022"),
    ],
)
def test_a_period_without_a_year_takes_the_year_it_is_said_in(text: str, code: str) -> None:
    assert parse_period(text, year=2023) == Period(code, text)
    with pytest.raises(PeriodQuestion, match="chưa có năm") as caught:
        parse_period(text)
    assert caught.value.readings == (Period("", text),)


@pytest.mark.parametrize(
    "text",
    [
        "giãn cách",
        "thời gian tới",
        "Mới đây",
        "10 năm",
        "2 năm",
        "cùng kỳ",
        "trước đó",
        "tính đến nay",
        "ngày 5 và 20/7/2025",
    ],
)
def test_what_cannot_be_placed_keeps_its_words_and_is_doubtful(text: str) -> None:
    period = parse_period(text)
    assert period == Period("", text)
    assert (period.kind, period.years, period.start, period.end) == ("words", (), None, None)
    assert period.is_doubtful
    assert show_period(period) == text


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("2020-25", ["2020/2025", ""]),
        ("1-6/2023", ["2023-01/2023-06", ""]),
        ("từ 15/12 đến 14/12/2023", ["2022-12-15/2023-12-14", ""]),
        ("năm học 2022-2024", [""]),
        ("nhiệm kỳ 2025-2020", [""]),
        ("từ 15/8/2023 đến 1/8/2023", [""]),
        ("13 tháng đầu năm 2023", [""]),
        ("quý 3/23", [""]),
        ("14/8/23", ["2023-08-14", "1923-08-14", ""]),
    ],
)
def test_a_doubtful_period_is_asked_about(text: str, codes: list[str]) -> None:
    try:
        period = parse_period(text)
    except PeriodQuestion as question:
        assert [reading.code for reading in question.readings] == codes
        assert {reading.words for reading in question.readings} == {text}
    else:
        assert period == Period("", text)


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UserError, match="không có ngày 30"):
        parse_period("ngày 30/2/2023")


@pytest.mark.parametrize(
    ("code", "kind", "start", "end", "years"),
    [
        ("2023", "year", date(2023, 1, 1), date(2023, 12, 31), (2023,)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29), (2024,)),
        ("2023-08-14", "day", date(2023, 8, 14), date(2023, 8, 14), (2023,)),
        ("2023-Q3", "quarter", date(2023, 7, 1), date(2023, 9, 30), (2023,)),
        ("2023-H2", "half", date(2023, 7, 1), date(2023, 12, 31), (2023,)),
        ("2023-01/2023-09", "range", date(2023, 1, 1), date(2023, 9, 30), (2023,)),
        ("2021/2023", "range", date(2021, 1, 1), date(2023, 12, 31), (2021, 2022, 2023)),
        ("T2020/2022", "term", date(2020, 1, 1), date(2022, 12, 31), (2020, 2021, 2022)),
        ("S2022/2023", "school_year", date(2022, 1, 1), date(2023, 12, 31), (2022, 2023)),
        ("@2023-12-31", "as_of", date(2023, 12, 31), date(2023, 12, 31), (2023,)),
        ("../2030", "until", None, date(2030, 12, 31), (2030,)),
        ("..<2025", "before", None, date(2024, 12, 31), (2024,)),
        ("..<2025-06-01", "before", None, date(2025, 5, 31), (2025,)),
        ("2026/..", "from", date(2026, 1, 1), None, (2026,)),
    ],
)
def test_a_code_says_its_kind_its_bounds_and_its_years(
    code: str, kind: str, start: date | None, end: date | None, years: tuple[int, ...]
) -> None:
    period = Period(code)
    assert (period.kind, period.start, period.end, period.years) == (kind, start, end, years)
    assert not period.is_doubtful


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("2023", "2022"),
        ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-29"),
        ("2023-Q3", "2022-Q3"),
        ("2023-H1", "2022-H1"),
        ("2023-01/2023-09", "2022-01/2022-09"),
        ("2022-12-15/2023-12-14", "2021-12-15/2022-12-14"),
        ("@2023-11-30", "@2022-11-30"),
        ("S2022/2023", "S2021/2022"),
        ("T2020/2025", "T2015/2020"),
        ("2013/2023", None),
        ("../2030", None),
        ("..<2025", None),
        ("", None),
    ],
)
def test_the_same_period_a_year_earlier(code: str, before: str | None) -> None:
    assert Period(code).previous() == (Period(before) if before else None)


@pytest.mark.parametrize("code", ["2023-09/2023-01", "T2025/2020", "S2020/2024", "1023", "2999-05-01", ""])
def test_a_period_that_is_hardly_meant_is_doubtful(code: str) -> None:
    assert Period(code).is_doubtful


@pytest.mark.parametrize("code", ["abc", "2023-13", "2023-Q5", "2023-02-30", "T2020", "../", "23", "2023/"])
def test_a_code_that_is_none_is_refused(code: str) -> None:
    with pytest.raises(UserError):
        Period(code)


days = st.dates(date(1950, 1, 1), date(2049, 12, 31))
points = st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from([4, 7, 10]))
years = st.integers(1950, 2049)
codes = st.one_of(
    points,
    st.builds("{}-Q{}".format, years, st.integers(1, 4)),
    st.builds("{}-H{}".format, years, st.integers(1, 2)),
    st.builds(
        lambda one, other, length: "/".join(sorted([one.isoformat()[:length], other.isoformat()[:length]])),
        days,
        days,
        st.sampled_from([4, 7, 10]),
    ),
    st.builds(lambda year, length: f"T{year}/{year + length}", years, st.integers(1, 5)),
    st.builds(lambda year: f"S{year}/{year + 1}", years),
    st.builds("{}{}".format, st.sampled_from(["@", "../", "..<"]), points),
    st.builds("{}/..".format, points),
)


@thorough
@given(codes)
def test_a_period_that_was_written_is_read_again(code: str) -> None:
    period = Period(code)
    assert parse_period(code) == period
    assert parse_period(show_period(period)) == period


@thorough
@given(codes, st.sampled_from(["", "mới đây", "giãn cách"]))
def test_words_win_when_a_period_is_shown(code: str, words: str) -> None:
    assert show_period(Period(code, words)) == (words or show_period(Period(code)))


@thorough
@given(st.text(st.sampled_from("0123456789/-. tháng năm quý đầu đến từ()"), max_size=30), st.none() | st.just(2023))
def test_any_text_is_a_period_or_a_sentence(text: str, year: int | None) -> None:
    try:
        period = parse_period(text, year=year)
    except UserError as error:
        assert str(error).endswith((".", "?"))
    else:
        assert period.code or period.words == text.strip()
