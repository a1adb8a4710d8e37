"""The ward's number against its tổ dân phố."""

import pytest

from tests.ward.findings.books import Ward


def households(ward: Ward, total: str, *each: str, aggregation: str = "sum", kind: str = "tổ dân phố") -> list[int]:
    """The ward's households, then those of its units; "" where a unit said nothing."""
    home = ward.unit("Phường Gia Thụy", "phường")
    indicator = ward.indicator("Số hộ", measure="hộ", aggregation=aggregation)
    records = [ward.figure(indicator, total, "năm 2023", scope=[home])]
    for number, words in enumerate(each, 1):
        unit = ward.unit(f"Tổ {number}", kind, home)
        if words:
            records.append(ward.figure(indicator, words, "năm 2023", scope=[unit]))
    return records


def test_units_that_come_to_something_else_are_one_finding_with_both_numbers(ward: Ward):
    records = households(ward, "230 hộ", "100 hộ", "120 hộ")
    (finding,) = ward.found()
    assert finding.numbers == ("230", "220") and finding.records == tuple(records)
    assert "số của 2 tổ dân phố trực thuộc cộng lại là 220" in finding.sentence
    assert all(ward.beside(record) == [finding] for record in records)


@pytest.mark.parametrize(
    ("total", "each"),
    [
        ("220 hộ", ("100 hộ", "120 hộ")),
        ("trên 200 hộ", ("100 hộ", "120 hộ")),
        ("230 hộ", ("100 hộ", "120 hộ", "")),
        ("230 hộ", ("100 hộ", "120 hộ", "chưa có số liệu")),
        ("230 hộ", ("100 hộ",)),
        ("230 hộ", ()),
    ],
)
def test_units_that_add_up_or_are_not_complete_are_fine(ward: Ward, total, each):
    households(ward, total, *each)
    assert ward.found() == []


def test_units_that_come_to_more_already_are_found_though_one_is_missing(ward: Ward):
    households(ward, "210 hộ", "100 hộ", "120 hộ", "")
    (finding,) = ward.found()
    assert "chưa kể 1 đơn vị chưa có số liệu" in finding.sentence


@pytest.mark.parametrize("aggregation", ["", "none", "last", "ratio"])
def test_what_is_not_said_to_add_up_is_not_added(ward: Ward, aggregation):
    households(ward, "230 hộ", "100 hộ", "120 hộ", aggregation=aggregation)
    assert ward.found() == []


def test_associations_whose_members_overlap_are_not_added(ward: Ward):
    households(ward, "150 hộ", "100 hộ", "120 hộ", kind="đoàn thể")
    assert ward.found() == []


def test_a_unit_that_stood_there_only_in_other_years_is_not_waited_for(ward: Ward):
    records = households(ward, "230 hộ", "100 hộ", "120 hộ")
    home = ward.book.db.execute_sql("SELECT unit_id FROM figure_scope WHERE owner_id = ?", records[:1]).fetchone()[0]
    row = {"name": "Tổ 3", "unit_kind": "tổ dân phố", "parent": home, "until": "2020-12-31"}
    ward.add("unit", names=[row])
    (finding,) = ward.found()
    assert "chưa kể" not in finding.sentence
