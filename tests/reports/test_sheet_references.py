"""References in formulas follow rows and columns; texts and names inside a formula do not."""

import pytest

from reports.sheet_rows import RowMap
from reports.sheet_xml import column_letters, column_number, shifted, with_rows


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("B5*2", "B15*2"),
        ("SUM($B$5:B7)", "SUM($B$105:B1007)"),
        ('IF(A1="B5",C1,"A1")', 'IF(A11="B5",C11,"A1")'),
        ("LOG10(A1)", "LOG10(A11)"),
        ("Sheet2!A1+A1", "Sheet2!A1+A11"),
        ("DATA2020+A1", "DATA2020+A11"),
    ],
)
def test_rows_of_a_formula_are_mapped(formula: str, expected: str) -> None:
    assert with_rows(formula, lambda r: r + 10, lambda r: r + 100, lambda r: r + 1000) == expected


def test_a_formula_copied_on_moves_what_is_not_fixed() -> None:
    assert shifted("A1+$B$2+C$3:$D4", 1, 2) == "B3+$B$2+D$3:$D6"


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_counted_as_excel_does(number: int, letters: str) -> None:
    assert (column_letters(number), column_number(letters)) == (letters, number)


def test_rows_below_the_template_move_with_its_end_and_commands_take_their_neighbours() -> None:
    rows = RowMap([1, 3, 3, 5])
    assert (rows.first(2), rows.last(2)) == (2, 1)
    assert (rows.first(3), rows.last(3), rows.nearest(3, 9)) == (2, 3, 3)
    assert rows.first(9) == 8
