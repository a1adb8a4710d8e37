"""A form like a ministry's statistics sheet: 30 × 20, merged heads, checks on its cells, a total by formula."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

SHEET, ROWS, COLUMNS = "Biểu 01", 30, 20
FIRST = 7
"""The row of the first number."""


def ministry_form(names: dict[str, str], *, second: dict[str, str] | None = None) -> bytes:
    """The form with these names on its cells ("dan_so": "C7"); `second`: those of its second sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    _heads(sheet)
    _cells(sheet)
    other = book.create_sheet("Biểu 02")
    other["A1"] = "Biểu số 02/TK-X"
    for name, address in names.items():
        book.defined_names[name] = DefinedName(name, attr_text=f"'{SHEET}'!{_fixed(address)}")
    for name, address in (second or {}).items():
        other.defined_names[name] = DefinedName(name, attr_text=f"'Biểu 02'!{_fixed(address)}")
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _heads(sheet: Worksheet) -> None:
    for area, words in (
        ("A1:C1", "Biểu số 01/TK-X"), ("D1:T1", "Đơn vị báo cáo: …"), ("A2:T2", "SỐ LIỆU CƠ BẢN CỦA XÃ, PHƯỜNG"),
        ("A4:A6", "TT"), ("B4:B6", "Chỉ tiêu"), ("C4:E4", "Năm báo cáo"), ("F4:T4", "Chia theo tháng"),
    ):  # fmt: skip
        sheet.merge_cells(area)
        head = sheet[area.partition(":")[0]]
        head.value, head.font, head.alignment = words, Font(bold=True), Alignment(wrap_text=True)
    for column, words in enumerate(("Thực hiện", "Kế hoạch", "Năm trước"), 3):
        sheet.cell(5, column).value = words


def _cells(sheet: Worksheet) -> None:
    thin = Side(style="thin")
    for row in range(FIRST, ROWS + 1):
        sheet.cell(row, 1).value = row - FIRST + 1
        for column in range(1, COLUMNS + 1):
            cell = sheet.cell(row, column)
            cell.border = Border(thin, thin, thin, thin)
            if column > 2:
                cell.number_format = "#,##0.0" if column == 5 else "General"
    sheet.cell(ROWS, 3).value = f"=SUM(C{FIRST}:C{ROWS - 1})"
    check = DataValidation("decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    check.add(f"C{FIRST}:T{ROWS}")
    sheet.add_data_validation(check)


def _fixed(area: str) -> str:
    def cell(address: str) -> str:
        letters = address.rstrip("0123456789")
        return f"${letters}${address[len(letters) :]}"

    return ":".join(map(cell, area.split(":")))
