"""Totals equal lists: what agreed when it was printed and no longer does; sums of tables."""

import pytest

from reports.reconcile.opened import AWARD, Item, OpenedPaper, Table, Value
from reports.reconcile.totals import (
    columns_beside_totals,
    counts_beside_lists,
    counts_beside_names,
    parts_beside_wholes,
)
from tests.reports.reconcile.opened_papers import OTHER, RECORD, THIRD, changed


def listed(record: str, text: str | None = "Tổ 1 được khen.") -> Item:
    return Item(f"_svb_{record[:1]}", "Tổ 1 được khen.", text, key=record, in_list=True)


def counted(number: str, *of: str) -> Value:
    return Value("_sv_1", "bảng 2, dòng 3", "", "count_collectives", number, number, "Giấy khen: số tập thể", of)


def test_a_count_of_something_that_was_taken_out_of_the_list_is_told() -> None:
    paper = OpenedPaper(
        "Báo cáo", values=(counted("02", RECORD, OTHER),), items=(listed(RECORD), listed(OTHER, None))
    )
    (one,) = counts_beside_lists([paper])
    assert one.values == ("02", "Tổ 1 được khen.") and one.place == "bảng 2, dòng 3"


def test_a_count_of_a_whole_list_is_right() -> None:
    paper = OpenedPaper("Báo cáo", values=(counted("02", RECORD, OTHER),), items=(listed(RECORD), listed(OTHER)))
    assert list(counts_beside_lists([paper])) == []


def test_a_count_of_what_was_never_listed_is_right() -> None:
    paper = OpenedPaper("Báo cáo", values=(counted("02", RECORD, THIRD),), items=(listed(RECORD),))
    assert list(counts_beside_lists([paper])) == []


def test_a_number_that_an_award_states_itself_counts_its_own_sentence() -> None:
    own = Value("_sv_1", "bảng 2", RECORD, "collectives", "05", "05", AWARD)
    assert [
        one.rule for one in counts_beside_lists([OpenedPaper("Báo cáo", (own,), items=(listed(RECORD, None),))])
    ] == ["list"]


NAMES = "03 tập thể (Tổ 1; Tổ 2; Tổ 3) được Chủ tịch phường tặng Giấy khen."


def test_names_that_were_taken_out_of_a_sentence_no_longer_make_its_number() -> None:
    (one,) = counts_beside_names([changed(NAMES, NAMES.replace("; Tổ 3", ""))])
    assert one.values == ("03", "02")


@pytest.mark.parametrize(
    "now",
    [
        NAMES,
        NAMES.replace("03", "02").replace("; Tổ 3", ""),
        NAMES.replace("Tổ 2", "Tổ dân phố 2"),
        "05 tập thể được Chủ tịch phường tặng Giấy khen.",
    ],
)
def test_a_number_that_its_names_still_make_is_right(now: str) -> None:
    assert list(counts_beside_names([changed(NAMES, now)])) == []


def test_a_number_that_the_names_never_made_stays_the_clerks() -> None:
    some = "12 tập thể (trong đó có Tổ 1; Tổ 2) được khen."
    assert list(counts_beside_names([changed(some, some.replace("; Tổ 2", ""))])) == []


PARTS = "Phường có 24 tổ dân phố, trong đó 10 tổ cũ và 14 tổ mới."


def test_parts_that_no_longer_make_the_whole_are_told_with_both() -> None:
    (one,) = parts_beside_wholes([changed(PARTS, PARTS.replace("14", "15"))])
    assert one.values == ("24", "25")


@pytest.mark.parametrize(
    ("printed", "now"),
    [
        (PARTS, PARTS.replace("24", "25").replace("14", "15")),
        (PARTS, PARTS.replace("tổ mới", "tổ mới lập")),
        ("Có 24 hộ, trong đó 10 hộ nghèo và 3 hộ khá.", "Có 24 hộ, trong đó 11 hộ nghèo và 3 hộ khá."),
    ],
)
def test_parts_that_make_the_whole_or_never_did_are_right(printed: str, now: str) -> None:
    assert list(parts_beside_wholes([changed(printed, now)])) == []


def table(*rows: tuple[str, ...]) -> list[OpenedPaper]:
    return [OpenedPaper("Biểu", tables=(Table(tuple((f"dòng {at}", row) for at, row in enumerate(rows, 1))),))]


def test_a_total_row_that_is_not_the_sum_above_it_is_told() -> None:
    (one,) = columns_beside_totals(
        table(("TT", "Tổ", "Số hộ"), ("1", "A", "12"), ("2", "B", "1.005"), ("", "Cộng", "1.018"))
    )
    assert (one.place, one.values) == ("dòng 4", ("1.018", "1.017"))


@pytest.mark.parametrize(
    "rows",
    [
        [("Tổ", "Số hộ"), ("A", "12"), ("B", "8"), ("Tổng cộng", "20")],
        [("Tổ", "Số hộ"), ("A", "12"), ("B", ""), ("Cộng", "12")],
        [("Tổ", "Số hộ"), ("A", "12"), ("B", "chưa có"), ("Cộng", "15")],
        [("Tổ", "Số hộ"), ("Tổng số hộ", "5.530"), ("Tổng số tổ", "7")],
        [("A", "1"), ("Cộng", "1"), ("B", "2"), ("Cộng", "2")],
        [("A", "công thức"), ("Cộng", "9")],
    ],
)
def test_sums_that_agree_or_cannot_be_made_are_no_findings(rows: list[tuple[str, ...]]) -> None:
    assert list(columns_beside_totals(table(*rows))) == []
