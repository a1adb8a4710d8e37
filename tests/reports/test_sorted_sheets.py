"""A sheet whose rows were sorted in Excel is refused: nobody can tell which figure is whose."""

from io import BytesIO
from itertools import islice

import pytest
from openpyxl import load_workbook

from reports.excel.refresh import plan_refresh
from reports.reconcile.reconciling import reconcile
from reports.reconcile.sheet_papers import open_sheet_paper
from tests.reports.test_sheet_refresh import CHANGED, FIRST, made
from ward.errors import UserError


def with_values(*rows: tuple[int, str, int]) -> bytes:
    """The sheet with what stands in the cells A:D of a row put into these of another: row, columns, whence."""
    book = load_workbook(BytesIO(made(FIRST)))
    sheet = book.worksheets[0]
    before = {cell.coordinate: cell.value for line in sheet["A1:D6"] for cell in line}
    for row, columns, whence in rows:
        for column in columns:
            sheet[f"{column}{row}"] = before[f"{column}{whence}"]
    content = BytesIO()
    book.save(content)
    return content.getvalue()


SORTED = with_values((3, "ABCD", 5), (4, "ABCD", 3), (5, "ABCD", 4))


@pytest.mark.parametrize(
    "paper",
    [SORTED, with_values((3, "BC", 5), (5, "BC", 3)), with_values((3, "BCD", 4), (4, "BCD", 3))],
    ids=["all rows", "two columns of two rows", "all but the numbering"],
)
def test_sorted_rows_are_refused(paper: bytes) -> None:
    for fresh in (made(FIRST), made(CHANGED)):
        with pytest.raises(UserError, match="xếp lại thứ tự"):
            plan_refresh(paper, fresh)


def test_a_sheet_put_back_in_order_is_read_again() -> None:
    assert plan_refresh(with_values((3, "ABCD", 3)), made(FIRST)).proposals == ()


def test_two_rows_typed_over_with_what_a_third_still_holds_are_no_sorting() -> None:
    plan = plan_refresh(with_values((3, "CD", 5), (4, "CD", 5)), made(FIRST))
    assert {one.kind for one in plan.proposals} == {"typed_over"}


def test_one_figure_of_two_rows_exchanged_is_asked_about_cell_by_cell() -> None:
    plan = plan_refresh(with_values((3, "C", 4), (4, "C", 3)), made(FIRST))
    assert [one.kind for one in plan.proposals] == ["typed_over", "typed_over"]


def test_reconciling_sorted_rows_gives_one_finding_that_says_so() -> None:
    found = reconcile([open_sheet_paper("biểu.xlsx", SORTED)])
    assert [(one.rule, "xếp lại thứ tự" in one.sentence) for one in islice(found, 5)] == [("untraced", True)]
