"""A sheet paper read back, also after LibreOffice has edited and saved it."""

from decimal import Decimal
from pathlib import Path

import pytest

from reports.excel.sheets import fill_sheet
from reports.excel.trace import SheetPaper, read_sheet_paper
from reports.prints import Number, Printed, PrintList, Sentence, Source
from tests.reports.calc import edited_in_calc
from tests.reports.documents import OTHER_RECORD, RECORD, STAMP, printed, word, workbook
from ward.errors import UserError

TEMPLATE = workbook(
    [["BIỂU {{ year }}"], ["{%tr for r in rows %}"], ["{{ r.name }}", "{{ r.value }}", "{{ r.mark }}"],
     ["{%tr endfor %}"], ["Cộng", "=SUM(B3:B3)"]],
)  # fmt: skip


def made(folder: Path) -> bytes:
    rows = [
        {"name": printed("Hộ nghèo", "name"), "value": number("0.07", RECORD), "mark": "Đạt"},
        {
            "name": Sentence(("xóm ", printed("Đông", "name", OTHER_RECORD), " và ", printed("Tây", "other"))),
            "value": number("2", OTHER_RECORD),
            "mark": "",
        },
    ]
    return fill_sheet(TEMPLATE, {"year": 2023, "rows": rows}, folder / "made.xlsx", stamp=STAMP).path.read_bytes()


def number(value: str, record: str) -> Number:
    return Number(Decimal(value), value.replace(".", ","), Source(record, "value"))


def stands(paper: SheetPaper) -> list[tuple[str, str, str]]:
    return [(one.text, one.place.words if one.place else "", one.now) for one in paper.prints]


def test_each_print_is_found_with_its_record_and_place(tmp_path: Path) -> None:
    paper = read_sheet_paper(made(tmp_path))
    assert stands(paper) == [
        ("Hộ nghèo", "trang tính “Biểu”, ô A2", "Hộ nghèo"),
        ("0,07", "trang tính “Biểu”, ô B2", "0,07"),
        ("Đông", "trang tính “Biểu”, ô A3", "xóm Đông và Tây"),
        ("Tây", "trang tính “Biểu”, ô A3", "xóm Đông và Tây"),
        ("2", "trang tính “Biểu”, ô B3", "2"),
    ]
    assert [(one.record, one.field) for one in paper.prints[:3]] == [
        (RECORD, "name"), (RECORD, "value"), (OTHER_RECORD, "name"),
    ]  # fmt: skip
    assert paper.prints[1].number_now == Decimal("0.07")


def test_every_cell_tells_its_number_its_formula_and_whether_it_is_anchored(tmp_path: Path) -> None:
    paper = read_sheet_paper(made(tmp_path))
    told = {
        one.cell.address: (one.cell.text, one.cell.number, one.cell.formula, len(one.anchors)) for one in paper.cells
    }
    assert told == {
        "A1": ("BIỂU 2023", None, False, 0), "A2": ("Hộ nghèo", None, False, 1),
        "B2": ("0,07", Decimal("0.07"), False, 1),
        "C2": ("Đạt", None, False, 0), "A3": ("xóm Đông và Tây", None, False, 2),
        "B3": ("2", Decimal(2), False, 1),
        "A4": ("Cộng", None, False, 0), "B4": ("", None, True, 0),
    }  # fmt: skip


def test_values_and_generated_cells_are_found_after_rows_and_columns_came_in_between(tmp_path: Path) -> None:
    content = edited_in_calc(
        made(tmp_path), tmp_path,
        "sheet.Rows.insertByIndex(1, 2)", "sheet.Columns.insertByIndex(1, 1)",
        'sheet.getCellRangeByName("C4").Value = 0.08', 'sheet.Name = "Biểu đã sửa"',
    )  # fmt: skip
    paper = read_sheet_paper(content)
    assert stands(paper)[:2] == [
        ("Hộ nghèo", "trang tính “Biểu đã sửa”, ô A4", "Hộ nghèo"),
        ("0,07", "trang tính “Biểu đã sửa”, ô C4", "0,08"),
    ]
    now = {cell.place.address: paper.now(cell.place) for cell in paper.base}
    assert {old: place.address for old, place in now.items() if place} == {
        "A1": "A1", "A2": "A4", "B2": "C4", "C2": "D4", "A3": "A5", "B3": "C5", "C3": "D5",
    }  # fmt: skip


def test_a_deleted_row_is_told_as_gone(tmp_path: Path) -> None:
    paper = read_sheet_paper(edited_in_calc(made(tmp_path), tmp_path, "sheet.Rows.removeByIndex(1, 1)"))
    assert [one.place is None for one in paper.prints] == [True, True, False, False, False]
    assert [paper.now(cell.place) is None for cell in paper.base] == [False, True, True, True, False, False, False]


def test_a_workbook_of_somebody_else_has_cells_but_no_prints() -> None:
    paper = read_sheet_paper(workbook([["Tổng", 12.5]]))
    assert (paper.prints, paper.base) == ((), ())
    assert [(one.cell.text, one.cell.number) for one in paper.cells] == [("Tổng", None), ("12,5", Decimal("12.5"))]


def test_a_word_file_is_refused_in_words() -> None:
    with pytest.raises(UserError, match="Excel"):
        read_sheet_paper(word("x"))


@pytest.mark.parametrize("begins", ["_svb", "_svc"])
def test_a_value_whose_name_begins_like_that_of_a_row_or_column_is_found_as_a_value(
    begins: str, tmp_path: Path
) -> None:
    name = Printed("Hộ nghèo", record=RECORD[:12] + begins[-1] + RECORD[13:], field="name")
    assert PrintList().add(name.source, name, "").startswith(begins)
    rows = [{"name": name, "value": number("2", RECORD), "mark": ""}]
    filled = fill_sheet(TEMPLATE, {"year": 2023, "rows": rows}, tmp_path / "made.xlsx", stamp=STAMP)
    found = read_sheet_paper(filled.path.read_bytes()).prints[0]
    assert (found.text, found.now, found.place and found.place.address) == ("Hộ nghèo", "Hộ nghèo", "A2")
