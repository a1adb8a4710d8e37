"""The indicator sheet: exact numbers beside their words, formulas that compute, missing that stays missing."""

import datetime as dt
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.papers import make_paper
from reports.prints import Number
from reports.yearly.indicator_sheet import indicator_sheet, roman
from reports.yearly.indicator_sheet_context import IndicatorRow, IndicatorSheet
from reports.yearly.year_report import annual_report
from tests.reports.small_ward import YEAR, Hand
from ward.year_view import year_view

DAY = dt.date(2023, 12, 5)


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    return Hand(tmp_path / "sổ.sovang")


def sheet(hand: Hand, *years: int) -> IndicatorSheet:
    return indicator_sheet(year_view(hand.book.db, years or (YEAR,), DAY), DAY)


def row(hand: Hand) -> IndicatorRow:
    ((only,),) = (group.rows for group in sheet(hand).groups)
    return only


def thu(hand: Hand, direction: str = "higher", measure: str = "triệu đồng") -> int:
    return hand.add("indicator", name="Thu", measure=measure, group="Kinh tế, ngân sách", direction=direction)


def number(cell: object) -> Decimal:
    assert isinstance(cell, Number)
    return cell.value


def test_numbers_are_in_the_measure_of_the_row_and_words_stand_beside(hand: Hand) -> None:
    budget = thu(hand)
    hand.figure("gần 1,8 tỷ đồng", indicator=budget, period="năm 2023")
    hand.figure("1.500 triệu đồng", indicator=budget, role="plan", period="năm 2023")
    hand.figure("1.200 triệu đồng", indicator=budget, period="năm 2022", years=(2022,))
    made = row(hand)
    assert [number(cell) for cell in (made.last_year, made.plan, made.actual)] == [1200, 1500, 1800]
    assert (str(made.words), made.assessment) == ("gần 1,8\u00a0tỷ đồng".replace("\u00a0", " "), "Vượt")


def test_what_was_only_told_of_the_year_before_stands_in_its_column(hand: Hand) -> None:
    hand.figure("1.200 triệu đồng", indicator=thu(hand), period="năm 2022", years=(2022, YEAR))
    made = row(hand)
    assert (number(made.last_year), made.actual) == (Decimal(1200), "chưa có")
    assert (str(made.words), str(made.remark)) == ("1.200 triệu đồng", "năm 2022")


@pytest.mark.parametrize(
    ("typed", "cell", "beside"),
    [
        ("chưa có số liệu", "chưa có", "chưa có số liệu"),
        ("giảm cả về số vụ và số đối tượng", "bằng lời", "giảm cả về số vụ và số đối tượng"),
        ("hạng 15/126", "hạng 15/126", "hạng 15/126"),
    ],
)
def test_what_is_no_number_stays_words(hand: Hand, typed: str, cell: str, beside: str) -> None:
    hand.figure(typed, indicator=thu(hand, measure="vụ"))
    made = row(hand)
    assert (str(made.actual), str(made.words)) == (cell, beside)


def test_several_numbers_are_never_made_one(hand: Hand) -> None:
    budget = thu(hand, measure="vụ")
    hand.figure("19 vụ", indicator=budget)
    hand.figure("21 vụ", indicator=budget)
    made = row(hand)
    told = (made.actual, str(made.words), str(made.remark))
    assert told == ("nhiều số", "19 vụ hoặc 21 vụ", "các số chưa thống nhất")


@pytest.mark.parametrize(
    ("direction", "plan", "actual", "verdict"),
    [("higher", "90%", "96%", "Vượt"), ("lower", "8 hộ", "7 hộ", "Vượt"), ("lower", "8 hộ", "9 hộ", "Chưa đạt"),
     ("higher", "05 tuyến", "05 tuyến", "Đạt"), ("higher", "90%", "chưa có số liệu", "Chưa có số"),
     ("none", "90%", "96%", "")],
)  # fmt: skip
def test_the_verdict_follows_the_direction(hand: Hand, direction: str, plan: str, actual: str, verdict: str) -> None:
    indicator = thu(hand, direction, measure="")
    hand.figure(actual, indicator=indicator)
    hand.figure(plan, indicator=indicator, role="plan")
    assert row(hand).assessment == verdict


def test_estimate_other_times_and_comparisons_stand_in_the_remark(hand: Hand) -> None:
    poor = thu(hand, "lower", "%")
    hand.figure("0,08%", indicator=poor, period="năm 2023", claims="giảm 0,02 điểm % so với năm 2022")
    hand.figure("0,07%", indicator=poor, role="estimate", period="tính đến ngày 30/11/2023")
    assert str(row(hand).remark) == "giảm 0,02 điểm % so với năm 2022; tính đến ngày 30/11/2023: 0,07%"


def test_each_source_is_numbered_and_listed(hand: Hand) -> None:
    report = hand.add("document", doc_kind="Báo cáo", number="12/BC-CAP", issued_on="2023-11-30")
    crimes = thu(hand, "lower", "vụ")
    hand.figure("19 vụ", indicator=crimes, source=report, source_words="trang 2", said_on="2023-12-01")
    hand.figure("22 vụ", indicator=crimes, role="plan", source_words="Nghị quyết HĐND")
    made = sheet(hand)
    assert made.groups[0].rows[0].source == "1; 2"
    told = [(one.no, one.column, str(one.said_on), str(one.source).replace("\u00a0", " ")) for one in made.sources]
    assert told == [
        ("1", "Thực hiện", "01/12/2023", "Báo cáo số 12/BC-CAP ngày 30/11/2023, trang 2"),
        ("2", "Kế hoạch", "", "Nghị quyết HĐND"),
    ]


def test_a_sheet_of_several_years_has_a_block_for_each(hand: Hand) -> None:
    budget = thu(hand)
    for year in (2021, 2022, 2023):
        hand.figure(f"{year - 2000} triệu đồng", indicator=budget, period=f"năm {year}", years=(year,))
    hand.figure("66 triệu đồng", label="Cả kỳ", period="2021-2023", years=(2021, 2022, 2023))
    made = sheet(hand, 2021, 2022, 2023)
    assert [str(group.title) for group in made.groups] == [
        "Giai đoạn 2021-2023 – Số liệu khác",
        "Năm 2021 – Kinh tế, ngân sách",
        "Năm 2022 – Kinh tế, ngân sách",
        "Năm 2023 – Kinh tế, ngân sách",
    ]
    assert [number(group.rows[0].last_year) for group in made.groups[2:]] == [21, 22]


def test_groups_stand_in_the_order_of_the_report(hand: Hand) -> None:
    hand.figure("7 lớp", label="Lớp học")
    for group in ("Thể thao", "Dân vận", "Đặc điểm, tình hình", "Chợ", "Kinh tế, ngân sách"):
        hand.figure("3 vụ", indicator=hand.add("indicator", name=f"Việc của {group}", measure="vụ", group=group))
    hand.add("task", name="Sửa chợ", status="done", field="Chợ")
    told = [str(field.title) for field in annual_report(year_view(hand.book.db, (YEAR,), DAY), DAY).fields]
    titles = [str(group.title) for group in sheet(hand).groups]
    assert titles == ["Đặc điểm, tình hình", "Kinh tế, ngân sách", "Dân vận", "Chợ", "Thể thao", "Số liệu khác"]
    assert told == [*titles[1:-1], "Các mặt công tác khác"]


def test_groups_are_numbered_in_roman() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 40, 49)] == ["I", "IV", "IX", "XIV", "XL", "XLIX"]


def test_the_formulas_give_the_shares_that_a_person_would_work_out(hand: Hand, tmp_path: Path) -> None:
    budget, rate = thu(hand), thu(hand, measure="%")
    hand.figure("46.215 triệu đồng", indicator=budget)
    hand.figure("42.000 triệu đồng", indicator=budget, role="plan")
    hand.figure("96,2%", indicator=rate)
    hand.figure("95%", indicator=rate, role="plan")
    hand.figure("chưa có số liệu", indicator=thu(hand, measure="hộ"))
    paper = make_paper(hand.book, "bieu-chi-tieu", (YEAR,), tmp_path / "out", today=DAY).path
    assert _shares(_calculated(paper, tmp_path)) == [("46215", "1.1004"), ("96.2", "1.2"), ("chưa có", "")]


def _calculated(paper: Path, folder: Path) -> Worksheet:
    """The sheet as LibreOffice works its formulas out."""
    profile, out = (folder / "profile").as_uri(), folder / "calculated"
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(out), str(paper)], check=True, capture_output=True, timeout=120)
    return load_workbook(out / paper.name, data_only=True)["Biểu chỉ tiêu"]


def _shares(sheet: Worksheet) -> list[tuple[str, str]]:
    """What was done and its share of the plan, to four decimals, of each numbered row."""
    rows = [row for row in sheet.iter_rows(values_only=True) if str(row[0]).isdigit()]
    shares = [(str(row[5]), row[7]) for row in rows]
    return [(done, "" if share in (None, "") else f"{float(str(share)):.4f}".rstrip("0")) for done, share in shares]
