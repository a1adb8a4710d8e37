"""Days that cannot be, and the look-alikes that can."""

import pytest

from tests.ward.findings.books import Ward


def rules(ward: Ward) -> list[str]:
    return [f"{finding.severity} {finding.key.split(':')[0]} {finding.field}" for finding in ward.found()]


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("person", {"name": "A", "birth": "2023-02-30"}, "error unreal-day birth"),
        ("person", {"name": "A", "birth": "2026-03-02"}, "error birth birth"),
        ("person", {"name": "A", "birth": "1901"}, "error birth birth"),
        ("person", {"name": "A", "birth": "1980", "death": "1979-12-31"}, "error reversed-days death"),
        ("person", {"name": "A", "positions": [{"title": "Bí thư", "since": "2022", "until": "2020"}]},
         "error reversed-days positions"),
        ("unit", {"names": [{"name": "Tổ 1", "since": "2022-01-02", "until": "2022-01-01"}]},
         "error reversed-days names"),
        ("unit", {"names": [{"name": "Tổ 1"}], "founded": "2004", "ended": "2003"}, "error reversed-days ended"),
        ("award", {"proposed_on": "2023-05-02", "decided_on": "2023-05-01", "state": "proposed"},
         "error reversed-days decided_on"),
        ("event", {"name": "Ngày hội", "held_on": "2022-08-14", "years": [2023]},
         "warning far-from-years held_on"),
        ("contribution", {"name": "Quà", "given_on": "2024-08-14", "years": [2023]},
         "warning far-from-years given_on"),
        ("document", {"doc_kind": "Kế hoạch", "issued_on": "2022-01-04", "years": [2021]},
         "warning late-document issued_on"),
        ("document", {"doc_kind": "Báo cáo", "issued_on": "2022-09-04", "years": [2021]},
         "warning late-document issued_on"),
    ],
)  # fmt: skip
def test_days_that_cannot_be_are_found(ward: Ward, kind, values, expected):
    record = ward.add(kind, **values)
    assert rules(ward) == [expected]
    assert ward.beside(record) == ward.found()


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("person", {"name": "A", "birth": "1980"}),
        ("person", {"name": "A", "birth": "2026"}),
        ("person", {"name": "A", "birth": "1901", "death": "1975"}),
        ("person", {"name": "A", "birth": "1980", "death": "1980"}),
        ("person", {"name": "A", "positions": [{"title": "Bí thư", "since": "2020", "until": "2020-06"}]}),
        ("award", {"proposed_on": "2023-05", "decided_on": "2023-05-01", "state": "proposed"}),
        ("document", {"doc_kind": "Kế hoạch", "issued_on": "2020-12-30", "years": [2021]}),
        ("document", {"doc_kind": "Báo cáo", "issued_on": "2022-01-15", "years": [2021]}),
        ("document", {"doc_kind": "Nghị quyết", "issued_on": "2020-08-15", "years": [2021, 2022, 2023]}),
        ("event", {"name": "Hội nghị tổng kết năm 2022", "held_on": "2023-01-12", "years": [2022]}),
        ("event", {"name": "Ngày hội", "held_on": "2023-08-14", "years": [2023]}),
        ("event", {"name": "Ngày hội", "held_on": "2023", "years": [2022, 2023]}),
        ("event", {"name": "Ngày hội", "held_on": "2019-08-14"}),
    ],
)
def test_days_that_can_be_make_no_finding(ward: Ward, kind, values):
    ward.add(kind, **values)
    assert ward.found() == []


def test_the_sentence_of_a_day_far_from_its_year_names_both_and_offers_a_way(ward: Ward):
    ward.add("event", name="Ngày hội", held_on="2022-08-14", years=[2023])
    (finding,) = ward.found()
    assert finding.numbers == ("14/8/2022", "2023")
    assert finding.sentence == (
        "“Ngày hội” diễn ra ngày 14/8/2022 nhưng được xếp vào năm công tác 2023. "
        "Hãy sửa ngày hoặc năm công tác; nếu đúng như vậy, hãy chấp nhận và ghi lý do."
    )


def test_two_wrong_rows_of_one_person_are_two_findings(ward: Ward):
    wrong = {"title": "Bí thư", "since": "2022", "until": "2020"}
    ward.add("person", name="A", positions=[wrong, {**wrong, "title": "Chủ tịch"}])
    assert len({finding.key for finding in ward.found()}) == 2
