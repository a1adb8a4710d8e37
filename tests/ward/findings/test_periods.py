"""Periods that are hardly meant, and statements outside their time."""

import pytest

from tests.ward.findings.books import Ward


@pytest.mark.parametrize(
    "code", ["0202", "2023-08-15/2023-08-01", "T2025/2020", "S2020/2025", "1023", "2023-13", "mai"]
)
def test_a_period_that_runs_backwards_or_is_hardly_meant_is_a_warning(ward: Ward, code):
    event = ward.add("event", name="Ngày hội", period=code)
    (finding,) = ward.found("doubtful-period")
    assert finding.severity == "warning" and finding.records == (event,) and finding.field == "period"


@pytest.mark.parametrize(
    "period",
    ["năm 2023", "nhiệm kỳ 2020-2025", "năm học 2022-2023", "trước năm 2025", "10 năm (2013-2023)"],
)
def test_the_periods_of_ward_papers_are_fine(ward: Ward, period):
    ward.figure(ward.indicator("Chỉ tiêu"), "19 vụ", period)
    assert ward.found() == []


def test_the_doubtful_period_of_a_figure_names_its_indicator(ward: Ward):
    figure = ward.add("figure", indicator=ward.indicator("Tội phạm"), words="19 vụ", period="2203")
    (finding,) = ward.found()
    assert finding.records == (figure,) and "“Tội phạm”" in finding.sentence and "2203" in finding.sentence


def test_one_note_for_each_wording_that_names_no_year(ward: Ward):
    for name in ("Đợt tuyên truyền", "Nguồn tin"):
        ward.figure(ward.indicator(name), "33.700 đợt", period_words="10 năm")
    (finding,) = ward.found()
    assert finding.severity == "note" and len(finding.records) == 2 and "“10 năm”" in finding.sentence


def test_an_event_some_time_ago_and_a_record_s_own_figure_are_fine(ward: Ward):
    event = ward.add("event", name="Hội nghị tổng kết", period_words="mới đây")
    ward.figure(None, "10 năm", about=event, label="thời gian thực hiện", period_words="mới đây")
    assert ward.found() == []


def test_a_result_reported_before_its_year_began_is_a_warning(ward: Ward):
    ward.figure(ward.indicator("Tội phạm"), "19 vụ", "năm 2023", said_on="2022-12-20")
    (finding,) = ward.found()
    assert finding.numbers == ("20/12/2022", "năm 2023") and finding.field == "said_on"


@pytest.mark.parametrize(
    ("role", "period", "said_on"),
    [
        ("actual", "năm 2023", "2023-11-30"),
        ("actual", "năm 2023", "2023"),
        ("plan", "năm 2023", "2022-12-20"),
        ("estimate", "năm 2023", "2022-12-20"),
        ("actual", "tính đến ngày 31/12/2023", "2023-12-28"),
    ],
)
def test_plans_estimates_and_reports_within_their_time_are_fine(ward: Ward, role, period, said_on):
    ward.figure(ward.indicator("Tội phạm"), "19 vụ", period, role=role, said_on=said_on)
    assert ward.found() == []


def test_a_figure_for_a_unit_that_had_ended_is_a_warning(ward: Ward):
    ended = ward.unit("Phường Mai Động", ended="2025-06-30")
    figure = ward.figure(ward.indicator("Dân số"), "48.000 người", "năm 2026", scope=[ended])
    (finding,) = ward.found()
    assert finding.records == (figure, ended) and finding.numbers == ("năm 2026", "30/6/2025")
    assert finding in ward.beside(figure)


def test_a_figure_for_the_year_in_which_a_unit_ended_is_fine(ward: Ward):
    ended = ward.unit("Phường Mai Động", ended="2025-06-30")
    ward.figure(ward.indicator("Dân số"), "48.000 người", "năm 2025", scope=[ended])
    assert ward.found() == []
