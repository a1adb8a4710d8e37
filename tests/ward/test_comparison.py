"""A figure beside last year's and its plan, sums over parts and units, ratios."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ward.findings.books import Ward
from ward.comparison import Comparison, compare, comparisons, sum_of_parts, sum_over_units
from ward.periods import Period

YEAR = Period("2023")


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    made = Ward(tmp_path / "phuong.sovang")
    yield made
    made.book.close()


def beside(ward: Ward, earlier: str, now: str, *, plan: str = "", direction: str = "higher") -> Comparison:
    indicator = ward.indicator("Chỉ tiêu", direction=direction)
    if earlier:
        ward.figure(indicator, earlier, "năm 2022")
    if plan:
        ward.figure(indicator, plan, "năm 2023", role="plan")
    return compare(ward.book.db, ward.figure(indicator, now, "năm 2023"))


def test_a_figure_is_compared_with_last_years_and_with_its_plan(ward: Ward):
    found = beside(ward, "160 hộ", "200 hộ", plan="250 hộ")
    assert (found.of_last_year, found.of_plan) == (Decimal(125), Decimal(80))
    assert (found.difference, found.difference_unit, found.improved) == (Decimal(40), "hộ", True)
    assert found.last_year and found.last_year.period.code == "2022"


@pytest.mark.parametrize(
    ("earlier", "now", "direction", "difference", "unit", "improved"),
    [
        ("22 vụ", "19 vụ", "lower", "-3", "vụ", True),
        ("19 vụ", "22 vụ", "lower", "3", "vụ", False),
        ("19 vụ", "19 vụ", "lower", "0", "vụ", None),
        ("95%", "97,5%", "higher", "2.5", "điểm %", True),
        ("1,2%", "0,07%", "lower", "-1.13", "điểm %", True),
        ("hạng 119/126", "hạng 3/126", "none", "116", "bậc", True),
        ("22 vụ", "19 vụ", "none", "-3", "vụ", None),
    ],
)
def test_the_difference_and_what_it_means(ward: Ward, earlier, now, direction, difference, unit, improved):
    found = beside(ward, earlier, now, direction=direction)
    assert (found.difference, found.difference_unit) == (Decimal(difference), unit)
    assert found.improved is improved


@pytest.mark.parametrize(
    ("earlier", "now"), [("", "19 vụ"), ("chưa có số liệu", "19 vụ"), ("19 vụ", "chưa có số liệu")]
)
def test_what_is_missing_is_not_compared_and_not_zero(ward: Ward, earlier, now):
    found = beside(ward, earlier, now)
    assert (found.difference, found.of_last_year, found.improved, found.why_not) == (None, None, None, "")


def test_another_role_scope_or_indicator_is_not_last_years_figure(ward: Ward):
    indicator, other = ward.indicator("Chỉ tiêu"), ward.indicator("Chỉ tiêu khác")
    here, there = ward.unit("Tổ 1"), ward.unit("Tổ 2")
    ward.figure(indicator, "1 vụ", "năm 2022", scope=[here], role="plan")
    ward.figure(indicator, "2 vụ", "năm 2022", scope=[there])
    ward.figure(other, "3 vụ", "năm 2022", scope=[here])
    found = compare(ward.book.db, ward.figure(indicator, "4 vụ", "năm 2023", scope=[here]))
    assert found.last_year is None and found.plan is None


@pytest.mark.parametrize(("year", "told"), [("năm 2025", True), ("năm 2026", True), ("năm 2027", False)])
def test_across_a_merger_nothing_is_compared_and_the_reason_is_said(ward: Ward, year, told):
    old, new = ward.unit("Phường Mai Động"), ward.unit("Phường Vĩnh Hưng")
    ward.add("succession", predecessor=old, successor=new, on_day="2025-07-01", succession_kind="merger")
    indicator = ward.indicator("Dân số")
    for earlier in ("năm 2024", "năm 2025", "năm 2026", "năm 2027"):
        record = ward.figure(indicator, "48.000 người", earlier, scope=[new])
        if earlier == year:
            break
    found = compare(ward.book.db, record)
    assert (found.last_year is None) is told
    reason = f"Không so với năm {int(year[-4:]) - 1} vì phạm vi đã đổi: "
    reason += "Phường Mai Động thành Phường Vĩnh Hưng từ 01/7/2025."
    assert found.why_not == (reason if told else "")


def test_many_figures_are_compared_in_as_many_queries_as_one(ward: Ward, monkeypatch):
    asked: list[str] = []
    execute = type(ward.book.db).execute_sql
    records = []
    for number in range(12):
        indicator = ward.indicator(f"Chỉ tiêu {number}")
        ward.figure(indicator, "10 vụ", "năm 2022")
        records.append(ward.figure(indicator, "11 vụ", "năm 2023"))

    def counted(self, sql, params=None):
        asked.append(sql)
        return execute(self, sql, params)

    monkeypatch.setattr(type(ward.book.db), "execute_sql", counted)
    compare(ward.book.db, records[0])
    one = len(asked)
    asked.clear()
    found = comparisons(ward.book.db, records)
    assert len(asked) == one
    assert [found[record].difference for record in records] == [Decimal(1)] * 12


def test_a_sum_of_parts_says_which_part_is_missing(ward: Ward):
    parts = [ward.indicator(name) for name in ("Trẻ em", "Người cao tuổi", "Hộ nghèo")]
    whole = ward.indicator("Được tặng quà", *parts)
    total = ward.figure(whole, "600 suất", "năm 2023")
    ward.figure(parts[0], "200 suất", "năm 2023")
    ward.figure(parts[1], "chưa có số liệu", "năm 2023")
    found = sum_of_parts(ward.book.db, total)
    assert (found.total, found.missing, found.complete) == (Decimal(200), ("Người cao tuổi", "Hộ nghèo"), False)


def test_a_part_that_does_not_apply_is_not_missing(ward: Ward):
    parts = [ward.indicator(name) for name in ("Trẻ em", "Người cao tuổi")]
    total = ward.figure(ward.indicator("Được tặng quà", *parts), "200 suất", "năm 2023")
    ward.figure(parts[0], "200 suất", "năm 2023")
    ward.figure(parts[1], "không áp dụng", "năm 2023")
    assert sum_of_parts(ward.book.db, total).complete


def test_a_sum_over_units_says_which_unit_has_no_figure(ward: Ward):
    indicator = ward.indicator("Số hộ", measure="hộ")
    units = [ward.unit(f"Tổ {number}") for number in (1, 2, 3)]
    ward.figure(indicator, "100 hộ", "năm 2023", scope=[units[0]])
    ward.figure(indicator, "120 hộ", "năm 2023", scope=[units[1]])
    ward.figure(indicator, "130 hộ", "năm 2022", scope=[units[2]])
    found = sum_over_units(ward.book.db, indicator, units, YEAR)
    assert (found.total, found.measure, found.missing) == (Decimal(220), "hộ", ("Tổ 3",))
    assert len(found.known) == 2


def test_a_ratio_over_units_comes_from_the_sums_and_is_never_an_average(ward: Ward):
    over, under = ward.indicator("Hộ đạt", measure="hộ"), ward.indicator("Số hộ", measure="hộ")
    share = ward.indicator("Tỷ lệ đạt", measure="%", aggregation="ratio", numerator=over, denominator=under)
    units = [ward.unit(f"Tổ {number}") for number in (1, 2)]
    for unit, reached, households, stated in zip(units, (10, 90), (100, 100), ("10%", "90%"), strict=True):
        ward.figure(over, f"{reached} hộ", "năm 2023", scope=[unit])
        ward.figure(under, f"{households * (1 if reached == 10 else 3)} hộ", "năm 2023", scope=[unit])
        ward.figure(share, stated, "năm 2023", scope=[unit])
    assert sum_over_units(ward.book.db, share, units, YEAR).total == Decimal(25)


def test_a_ratio_with_a_missing_side_is_not_computed_and_says_whose(ward: Ward):
    over, under = ward.indicator("Hộ đạt"), ward.indicator("Số hộ")
    share = ward.indicator("Tỷ lệ đạt", measure="%", numerator=over, denominator=under)
    units = [ward.unit(f"Tổ {number}") for number in (1, 2)]
    ward.figure(over, "10 hộ", "năm 2023", scope=[units[0]])
    ward.figure(under, "100 hộ", "năm 2023", scope=[units[0]])
    ward.figure(under, "100 hộ", "năm 2023", scope=[units[1]])
    found = sum_over_units(ward.book.db, share, units, YEAR)
    assert (found.total, found.missing) == (None, ("Tổ 2",))


def test_a_ratio_is_recomputed_beside_what_was_stated(ward: Ward):
    over, under = ward.indicator("Số vụ làm rõ"), ward.indicator("Số vụ xảy ra")
    share = ward.indicator("Tỷ lệ", measure="%", numerator=over, denominator=under)
    ward.figure(over, "15 vụ", "năm 2023")
    ward.figure(under, "19 vụ", "năm 2023")
    found = compare(ward.book.db, ward.figure(share, "79%", "năm 2023"))
    assert found.recomputed is not None
    assert found.recomputed.quantize(Decimal("0.001")) == Decimal("78.947")
