"""Totals against their parts, ratios against their two sides: no alarm on what adds up."""

import pytest

from tests.ward.findings.books import Ward


def registrations(ward: Ward) -> dict[str, int]:
    """Gia Thụy 2021: 24 collectives and 9 people; 10 and 3 in clearance, 14 and 9 elsewhere."""
    figures = {}
    for group, total, clearance, other in (("tập thể", "24", "10", "14"), ("cá nhân", "9", "03", "9")):
        parts = [ward.indicator(f"{group} đăng ký – {where}") for where in ("GPMB", "lĩnh vực khác")]
        whole = ward.indicator(f"{group} đăng ký", *parts)
        for indicator, number in zip((whole, *parts), (total, clearance, other), strict=True):
            figures[f"{group} {number} {indicator}"] = ward.figure(indicator, f"{number} {group}", "năm 2021")
    return figures


def test_nine_people_against_three_and_nine_is_the_one_finding_and_names_both_numbers(ward):
    registrations(ward)
    (finding,) = ward.found()
    assert finding.severity == "warning"
    assert finding.numbers == ("9", "12")
    assert "ghi 9 cá nhân" in finding.sentence
    assert "3 (cá nhân đăng ký – GPMB) + 9 (cá nhân đăng ký – lĩnh vực khác) = 12" in finding.sentence
    assert len(finding.records) == 3 and finding.field == "words"


def test_the_form_of_the_total_and_of_each_part_shows_it(ward):
    registrations(ward)
    (finding,) = ward.found()
    for record in finding.records:
        assert ward.beside(record) == [finding]


def totals(ward: Ward, total: str, *parts: str, open_parts: bool = False) -> list[str]:
    indicators = [ward.indicator(f"Phần {number}") for number, _ in enumerate(parts, 1)]
    whole = ward.indicator("Tổng số", *indicators, open_parts=open_parts)
    ward.figure(whole, total, "năm 2023")
    for indicator, words in zip(indicators, parts, strict=True):
        if words:
            ward.figure(indicator, words, "năm 2023")
    return [finding.sentence for finding in ward.found("total")]


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("24 tập thể", ("10 tập thể", "14 tập thể")),
        ("gần 100 hộ", ("48 hộ", "50 hộ")),
        ("trên 40 hộ", ("21 hộ", "22 hộ")),
        ("1,8 tỷ đồng", ("1.000.000.000 đồng", "790 triệu đồng")),
        ("12 vụ", ("12 vụ", "chưa có số liệu")),
        ("12 vụ", ("5 vụ", "")),
        ("12 vụ", ("", "")),
        ("chưa có số liệu", ("5 vụ", "3 vụ")),
        ("12 vụ", ("12 vụ", "không có")),
        ("0,81 km2", ("40 ha", "41 ha")),
    ],
)
def test_what_adds_up_or_is_incomplete_never_warns(ward, total, parts):
    assert totals(ward, total, *parts) == []


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("25 tập thể", ("10 tập thể", "14 tập thể")),
        ("12 vụ", ("13 vụ", "chưa có số liệu")),
        ("1,8 tỷ đồng", ("1.000 triệu đồng", "600 triệu đồng")),
        ("trên 40 hộ", ("10 hộ", "12 hộ")),
    ],
)
def test_what_does_not_add_up_is_one_finding(ward, total, parts):
    assert len(totals(ward, total, *parts)) == 1


@pytest.mark.parametrize(
    ("total", "parts", "found"),
    [
        ("4,7 km", ("1,8 km", "1,5 km", "1,2 km"), ["note"]),
        ("1,8 tỷ đồng", ("1.000.000.000 đồng", "890.000.000 đồng"), ["note"]),
        ("4,6 km", ("1,8 km", "1,5 km", "1,2 km"), []),
        ("100%", ("33,3%", "33,3%", "33,3%"), []),
        ("5,2 km", ("1,8 km", "1,5 km", "1,2 km"), ["warning"]),
    ],
)
def test_a_total_that_only_cut_off_digits_explain_is_worth_a_look(ward, total, parts, found):
    totals(ward, total, *parts)
    assert [finding.severity for finding in ward.found("total")] == found


def test_a_sum_with_a_missing_part_says_how_many_are_missing(ward):
    (sentence,) = totals(ward, "12 vụ", "13 vụ", "chưa có số liệu")
    assert "chưa kể 1 phần chưa có số liệu" in sentence


def test_parts_that_are_not_all_listed_may_come_to_less_but_not_to_more(ward):
    assert totals(ward, "12 vụ", "5 vụ", "3 vụ", open_parts=True) == []


def test_open_parts_that_come_to_more_are_a_finding(ward):
    assert len(totals(ward, "12 vụ", "8 vụ", "5 vụ", open_parts=True)) == 1


def test_totals_and_parts_of_other_years_roles_or_units_are_not_mixed(ward):
    part, other = ward.indicator("Phần"), ward.indicator("Phần khác")
    whole = ward.indicator("Tổng số", part, other)
    here, there = ward.unit("Tổ 1"), ward.unit("Tổ 2")
    ward.figure(whole, "12 vụ", "năm 2023", scope=[here])
    ward.figure(part, "99 vụ", "năm 2022", scope=[here])
    ward.figure(part, "99 vụ", "năm 2023", scope=[there])
    ward.figure(part, "99 vụ", "năm 2023", scope=[here], role="plan")
    assert ward.found("total") == []


def test_a_figure_without_a_scope_speaks_of_the_ward_that_keeps_the_file(ward):
    home = ward.unit("Phường Gia Thụy")
    ward.add("office", name="UBND phường", unit=home, keeper=True)
    part = ward.indicator("Phần")
    whole = ward.indicator("Tổng số", part)
    ward.figure(whole, "12 vụ", "năm 2023", scope=[home])
    ward.figure(part, "13 vụ", "năm 2023")
    assert [finding.numbers for finding in ward.found("total")] == [("12", "13")]


def test_a_part_in_dispute_is_reported_once_and_not_again_as_a_wrong_sum(ward):
    part = ward.indicator("Phần")
    whole = ward.indicator("Tổng số", part)
    ward.figure(whole, "12 vụ", "năm 2023")
    ward.figure(part, "12 vụ", "năm 2023")
    ward.figure(part, "13 vụ", "năm 2023")
    assert [finding.key.split(":")[0] for finding in ward.found()] == ["several"]


def test_the_chosen_statement_is_the_one_that_is_added(ward):
    part = ward.indicator("Phần")
    whole = ward.indicator("Tổng số", part)
    ward.figure(whole, "12 vụ", "năm 2023")
    ward.figure(part, "12 vụ", "năm 2023", chosen=True)
    ward.figure(part, "13 vụ", "năm 2023")
    assert ward.found("total") == []


def test_a_percentage_of_several_places_is_not_added(ward):
    part = ward.indicator("Tỷ lệ tổ 1", measure="%")
    whole = ward.indicator("Tỷ lệ chung", part, aggregation="ratio", measure="%")
    ward.figure(whole, "79%", "năm 2023")
    ward.figure(part, "85%", "năm 2023")
    assert ward.found() == []


def ratio(ward: Ward, stated: str, over: str, under: str, measure: str = "%") -> list[tuple[str, str] | None]:
    above, below = ward.indicator("Số vụ làm rõ"), ward.indicator("Số vụ xảy ra")
    share = ward.indicator("Tỷ lệ", numerator=above, denominator=below, measure=measure, aggregation="ratio")
    for indicator, words in ((share, stated), (above, over), (below, under)):
        ward.figure(indicator, words, "năm 2022")
    return [finding.numbers for finding in ward.found("ratio")]


@pytest.mark.parametrize(
    ("stated", "over", "under", "measure"),
    [
        ("79%", "15 vụ", "19 vụ", "%"),
        ("78,9%", "15 vụ", "19 vụ", "%"),
        ("xấp xỉ 60 ngàn người/km2", "trên 48 ngàn người", "0,81 km2", "người/km2"),
        ("99,3% trở lên", "1.830 hộ", "1.835 hộ", "%"),
        ("79%", "15 vụ", "chưa có số liệu", "%"),
    ],
)
def test_a_ratio_that_rounds_to_what_was_said_is_fine(ward, stated, over, under, measure):
    assert ratio(ward, stated, over, under, measure) == []


def test_a_ratio_that_its_sides_do_not_give_is_a_finding_with_both(ward):
    assert ratio(ward, "89%", "15 vụ", "19 vụ") == [("89%", "78,9%")]


def test_a_ratio_typed_without_its_measure_is_read_in_the_indicators(ward):
    assert ratio(ward, "79", "15 vụ", "19 vụ") == []
