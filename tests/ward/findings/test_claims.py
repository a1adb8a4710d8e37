"""The clerk's comparisons against the file's own figures."""

import pytest

from tests.ward.findings.books import Ward
from ward.statements import typed_figure


def crime(ward: Ward, claim: str, earlier: str = "22 vụ", now: str = "19 vụ") -> int:
    """Mai Động: 19 crimes in 2022, after some number in 2021."""
    indicator = ward.indicator("Tội phạm hình sự", direction="lower")
    if earlier:
        ward.figure(indicator, earlier, "năm 2021")
    return ward.figure(indicator, now, "năm 2022", claim)


@pytest.mark.parametrize(
    ("claim", "earlier", "now"),
    [
        ("giảm 03 vụ so với cùng kỳ năm 2021", "22 vụ", "19 vụ"),
        ("giảm 03 vụ so với cùng kỳ năm 2021", "", "19 vụ"),
        ("giảm 03 vụ so với cùng kỳ năm 2021", "chưa có số liệu", "19 vụ"),
        ("giảm cả về số vụ và số đối tượng so với năm trước", "22 vụ", "19 vụ"),
        ("giảm hẳn so với cùng kỳ", "22 vụ", "hàng chục vụ"),
        ("giảm gần 14% so với cùng kỳ", "22 vụ", "19 vụ"),
        ("bằng 86,4% so với cùng kỳ", "22 vụ", "19 vụ"),
        ("giảm 13,6% so với cùng kỳ", "22 vụ", "19 vụ"),
        ("tăng 5% so với cùng kỳ", "trên 1.000 hộ", "gần 1.100 hộ"),
        ("tăng 2,5 điểm % so với năm 2021", "95%", "97,5%"),
        ("lớn nhất quận", "22 vụ", "19 vụ"),
    ],
)
def test_a_claim_that_agrees_or_cannot_be_computed_makes_no_finding(ward, claim, earlier, now):
    crime(ward, claim, earlier, now)
    assert ward.found("claim") == []


@pytest.mark.parametrize(
    ("claim", "numbers", "comes_to"),
    [
        ("giảm 05 vụ so với cùng kỳ năm 2021", ("5 vụ", "3 vụ"), "thì giảm 3 vụ"),
        ("tăng 3 vụ so với cùng kỳ", ("tăng 3 vụ so với cùng kỳ", "giảm 3 vụ"), "thì giảm 3 vụ"),
        ("bằng 90% so với cùng kỳ", ("90%", "86%"), "thì bằng 86%"),
        ("giảm 20% so với năm 2021", ("20%", "14%"), "thì giảm 14%"),
    ],
)
def test_a_claim_that_differs_is_a_finding_with_both_numbers(ward, claim, numbers, comes_to):
    figure = crime(ward, claim)
    (finding,) = ward.found()
    assert finding.numbers == numbers and finding.severity == "warning"
    assert comes_to in finding.sentence and f"“{claim}”" in finding.sentence and "22 vụ" in finding.sentence
    assert finding.records[0] == figure and finding.field == "claims"


def test_a_fall_that_was_a_rise_is_a_finding_even_without_a_number(ward):
    crime(ward, "giảm so với cùng kỳ", earlier="17 vụ")
    (finding,) = ward.found()
    assert "thì tăng 2 vụ" in finding.sentence


def test_the_form_of_last_years_figure_shows_the_claim_that_it_breaks(ward):
    figure = crime(ward, "giảm 03 vụ so với cùng kỳ năm 2021")
    earlier = figure - 1
    assert ward.beside(earlier) == []
    ward.amend(earlier, **typed_figure("25 vụ"))
    (finding,) = ward.beside(earlier)
    assert finding.records == (figure, earlier)


def test_exceeding_is_not_equalling(ward):
    indicator = ward.indicator("Thu ngân sách")
    ward.figure(indicator, "483 tỷ đồng", "năm 2022", role="plan")
    ward.figure(indicator, "2.264 tỷ đồng", "năm 2022", "bằng 468,9% dự toán")
    assert ward.found("claim") == []
    ward.figure(indicator, "2.264 tỷ đồng", "năm 2022", "vượt 468,9% dự toán")
    (finding,) = ward.found("claim")
    assert finding.numbers == ("468,9%", "368,7%")


def budget(ward: Ward, *plans: str) -> int:
    indicator = ward.indicator("Thu ngân sách")
    for plan in plans:
        words, source = plan.split(" | ")
        ward.figure(indicator, words, "năm 2022", role="plan", source_words=source, chosen=plan == plans[0])
    claims = "bằng 468,9% dự toán, bằng 193,2% kế hoạch"
    return ward.figure(indicator, "2.264 tỷ đồng", "năm 2022", claims)


def test_one_planned_number_is_not_taken_for_both_the_plan_and_the_budget(ward):
    budget(ward, "483 tỷ đồng | Quyết định giao dự toán")
    assert ward.found("claim") == []


def test_a_plan_and_a_budget_side_by_side_are_told_apart_by_their_words(ward):
    budget(ward, "483 tỷ đồng | Quyết định giao dự toán", "1.172 tỷ đồng | Kế hoạch quận giao")
    assert ward.found("claim") == []


def test_the_plan_is_compared_where_the_budget_is_known_too(ward):
    budget(ward, "483 tỷ đồng | Quyết định giao dự toán", "900 tỷ đồng | Kế hoạch quận giao")
    assert [finding.numbers for finding in ward.found("claim")] == [("193,2%", "251,6%")]


def test_a_target_of_2030_is_not_what_2022_is_measured_by(ward):
    indicator = ward.indicator("Tỷ lệ hộ nghèo", direction="lower")
    ward.figure(indicator, "0%", "đến năm 2030", role="target")
    ward.figure(indicator, "1,2%", "năm 2022", "đạt 100% chỉ tiêu")
    assert ward.found("claim") == []


def test_an_estimate_of_last_year_is_not_last_years_result(ward):
    indicator = ward.indicator("Tội phạm")
    ward.figure(indicator, "30 vụ", "năm 2021", role="estimate")
    ward.figure(indicator, "19 vụ", "năm 2022", "giảm 3 vụ so với cùng kỳ")
    assert ward.found("claim") == []


def test_no_claim_is_computed_across_a_merger_of_the_unit(ward):
    old, new = ward.unit("Phường cũ"), ward.unit("Phường mới")
    ward.add("succession", predecessor=old, successor=new, on_day="2025-07-01", succession_kind="merger")
    indicator = ward.indicator("Tội phạm hình sự")
    ward.figure(indicator, "22 vụ", "năm 2024", scope=[new])
    ward.figure(indicator, "40 vụ", "năm 2025", "giảm 3 vụ so với cùng kỳ", scope=[new])
    assert ward.found("claim") == []


def test_the_words_of_the_claim_stay_as_they_were(ward):
    figure = crime(ward, "giảm 05 vụ so với cùng kỳ năm 2021")
    ward.found()
    rows = ward.book.db.execute_sql("SELECT words FROM figure_claim WHERE owner_id = ?", (figure,)).fetchall()
    assert rows == [("giảm 05 vụ so với cùng kỳ năm 2021",)]


def test_a_merger_with_an_unreal_day_is_itself_the_finding_and_stops_nothing(ward):
    old, new = ward.unit("Phường cũ"), ward.unit("Phường mới")
    ward.add("succession", predecessor=old, successor=new, on_day="2025-02-30")
    crime(ward, "giảm 05 vụ so với cùng kỳ năm 2021")
    assert {finding.key.split(":")[0] for finding in ward.found()} == {"unreal-day", "claim"}
