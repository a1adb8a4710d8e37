"""A list written row by row: exact, text stays text, readable by others, nothing half done."""

import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from reports.excel.list_stream import Value, write_list
from tests.reports.documents import faults
from ward.errors import UserError

COLUMNS = [("STT", 6.0), ("Tên", 30.0), ("Số", 12.5)]
AWKWARD = ["=1+1", "+84", "@a", "012345678901", "a & <b>", "dòng một\ndòng hai", " cách ", "𝄞", "x\x0by", "Đỗ Thị Ý"]


def written(folder: Path, *rows: list[Value]) -> Path:
    return write_list(folder / "danh sách.xlsx", "Danh sách & “hộ”", COLUMNS, rows)


def sheet_of(path: Path) -> Worksheet:
    sheet = load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.parametrize("text", AWKWARD)
def test_a_text_stays_the_text_it_was(text: str, tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path, [1, text, None]))
    assert (sheet["B4"].value, sheet["B4"].data_type, sheet["B4"].number_format) == (
        text.replace("\v", "\n"),
        "s",
        "@",
    )


def test_numbers_are_written_with_all_their_digits(tmp_path: Path) -> None:
    path = written(tmp_path, [1, None, Decimal("0.10")], [2, None, 123456789012345], [3, None, Decimal("-1E+3")])
    sheet = sheet_of(path)
    assert [sheet[f"C{row}"].value for row in (4, 5, 6)] == [0.1, 123456789012345, -1000]


def test_a_number_that_excel_would_round_stays_text(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path, [1, None, Decimal("1234567890.1234567")], [2, None, 10**20]))
    assert [sheet["C4"].value, sheet["C5"].value] == ["1234567890,1234567", 10**20]


def test_another_reader_sees_the_same_rows_and_the_empty_ones(tmp_path: Path) -> None:
    sheet = CalamineWorkbook.from_path(str(written(tmp_path, [1, "a", None], [2, "", Decimal("2.5")])))
    assert sheet.get_sheet_by_name("Danh sách").to_python() == [
        ["Danh sách & “hộ”", "", ""], ["", "", ""], ["STT", "Tên", "Số"], [1, "a", ""], [2, "", 2.5],
    ]  # fmt: skip


def test_it_is_valid_office_xml(tmp_path: Path) -> None:
    rows: list[list[Value]] = [[number, text, number] for number, text in enumerate(AWKWARD)]
    assert faults(written(tmp_path, *rows)) == []


def test_widths_page_and_footer_are_those_of_a_printed_list(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path))
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [6, 30, 12.5]
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (9, 1, 0)
    footer = sheet.oddFooter
    assert footer is not None and footer.center.text == "Trang &P/&N"
    assert (sheet["A3"].font.bold, sheet["B1"].font.bold) == (True, False)


def test_libreoffice_reads_it_and_keeps_text_as_text(tmp_path: Path) -> None:
    path = written(tmp_path, [1, "=1+1", Decimal("91.50")], [2, "0123", None])
    profile = (tmp_path / "profile").as_uri()
    csv = "csv:Text - txt - csv (StarCalc):59,34,76"  # semicolons, quotes, UTF-8
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", csv]
    subprocess.run([*command, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120)
    lines = (tmp_path / "danh sách.csv").read_text(encoding="utf-8").splitlines()
    assert lines[3:] == ["1;=1+1;91.5", "2;0123;"]


def test_a_text_longer_than_a_cell_is_told_and_leaves_the_old_file(tmp_path: Path) -> None:
    old = written(tmp_path, [1, "a", None]).read_bytes()
    with pytest.raises(UserError, match="Hãy rút ngắn"):
        written(tmp_path, [1, "x" * 32_768, None])
    assert (tmp_path / "danh sách.xlsx").read_bytes() == old


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path, [1, "a", 2]).read_bytes() == written(tmp_path, [1, "a", 2]).read_bytes()
