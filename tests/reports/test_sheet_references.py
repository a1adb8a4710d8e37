"""References in formulas follow rows and columns; texts and names inside a formula do not."""

import pytest

from reports.excel.references import follow, follow_range, follow_ranges, shifted
from reports.excel.row_map import RowMap
from reports.excel.xml import column_letters, column_number

# Of a template of eight rows, row 2 and row 7 are commands, row 3 is printed three times and row 5 not at all.
ROWS = RowMap([1, 3, 3, 3, 4, 6, 8], 8)
MAPS = {"Biểu": ROWS, "Tổ '1'": RowMap([1, 1, 2], 2)}


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("B4*2", "B5*2"),
        ("SUM($B$3:B3)", "SUM($B$2:B4)"),
        ("SUM(B2:B7)+B8", "SUM(B2:B6)+B7"),
        ('IF(A4="B4",C6,"A4")', 'IF(A5="B4",C6,"A4")'),
        ("LOG10(A4)", "LOG10(A5)"),
        ("DATA2020+A4", "DATA2020+A5"),
        ("Khác!A4+A4", "Khác!A4+A5"),
        ("Biểu!A4+'Biểu'!$A$8", "Biểu!A5+'Biểu'!$A$7"),
        ("SUM('Tổ ''1'''!A1:A2)", "SUM('Tổ ''1'''!A1:A3)"),
        ("[1]Biểu!A4+'[1]Biểu'!A4", "[1]Biểu!A4+'[1]Biểu'!A4"),
        ("Bảng1[A4]+Bảng1[[#Totals],[A4]]", "Bảng1[A4]+Bảng1[[#Totals],[A4]]"),
        ("SUM(4:8)+SUM($8:$8)", "SUM(5:7)+SUM($7:$7)"),
        ("SUM(A:A)+B9", "SUM(A:A)+B8"),
        ("Tuổi_A4+A4_1", "Tuổi_A4+A4_1"),
        ("A4#+Biểu!A4", "A5#+Biểu!A5"),
    ],
)
def test_references_follow_their_rows_on_every_sheet_that_moved(formula: str, expected: str) -> None:
    assert follow(formula, "Biểu", MAPS) == expected


def test_a_reference_to_rows_that_are_not_printed_refers_to_nothing_and_not_to_the_next_row() -> None:
    assert follow("SUM(B5:B5)+B5", "Biểu", MAPS) == "SUM(B1048576:B1048576)+B1048576"


def test_a_formula_in_a_repeated_row_refers_to_its_own_copy() -> None:
    assert [follow("B3*C1", "Biểu", MAPS, row) for row in (2, 3, 4)] == ["B2*C1", "B3*C1", "B4*C1"]
    assert follow("Biểu!B3", "Khác", MAPS, 4) == "Biểu!B2"


def test_ranges_follow_and_those_without_rows_are_left_out() -> None:
    assert follow_range("A1:C8", ROWS) == "A1:C7"
    assert follow_ranges("A3 B5:B5 C8:D9 A:B", ROWS) == "A2:A4 C7:D8 A:B"


def test_a_formula_copied_on_moves_what_is_not_fixed() -> None:
    assert shifted("A1+$B$2+C$3:$D4", 1, 2) == "B3+$B$2+D$3:$D6"
    assert shifted("Khác!A1+'Tổ 1'!$A1", 1, 2) == "Khác!B3+'Tổ 1'!$A3"


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_counted_as_excel_does(number: int, letters: str) -> None:
    assert (column_letters(number), column_number(letters)) == (letters, number)


def test_rows_below_the_template_move_with_its_end_and_commands_take_their_neighbours() -> None:
    assert (ROWS.first(2), ROWS.last(2)) == (2, 1)
    assert (ROWS.first(3), ROWS.last(3), ROWS.nearest(3, 9)) == (2, 4, 4)
    assert (ROWS.last(8), ROWS.first(9), ROWS.first(12)) == (7, 8, 11)
    assert (RowMap([1, 2, 2], 3).last(3), RowMap([1, 2, 2], 3).first(4)) == (3, 4)
