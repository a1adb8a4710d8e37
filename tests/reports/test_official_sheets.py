"""An official form is filled at its names; everything else of it stays as the ministry made it."""

import datetime as dt
import re
import subprocess
import warnings
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.excel.official_sheets import fill_official, fill_official_bytes, official_names
from reports.excel.trace import read_sheet_paper
from reports.prints import Number, Sentence, Source
from tests.reports.documents import RECORD, faults, printed, word
from tests.reports.rich_workbook import MAIN, OTHER, SHEET, rich_workbook
from ward.errors import UserError

FORM = rich_workbook()
ROWS: list[list[object]] = [["Thu", Decimal("1800.50"), None, "Đạt"], ["Hộ nghèo", 7], ["Lớp", Decimal("-0.10")]]
PLACES = {"ngay_lap": f"{SHEET}!C12", "trong": "'Danh mục'!B1", "tieu_de": f"{SHEET}!A1"}
_CELLS = re.compile(r"<c[ >].*?</c>|<c [^>]*/>", re.DOTALL)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def filled(values: dict[str, object], *, insert_rows: bool = False) -> bytes:
    return fill_official_bytes(FORM, values, places=PLACES, insert_rows=insert_rows)[0]


def opened(content: bytes, title: str = SHEET) -> Worksheet:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl says what it would drop
        sheet = load_workbook(BytesIO(content))[title]
    assert isinstance(sheet, Worksheet)
    return sheet


def texts(sheet: Worksheet, area: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet[area]]


def test_all_parts_keep_every_byte_but_the_cells() -> None:
    before, after = parts(FORM), parts(filled({"ds": ROWS, "don_vi": "Phường Hoa Sen"}))
    assert {name for name in after if after[name] != before.get(name)} == {
        MAIN,  # its cells
        "xl/worksheets/sheet2.xml",  # the old results of its formulas
        "xl/workbook.xml",  # formulas are worked out on opening
        "xl/sharedStrings.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels",  # the form had no shared texts
    }  # fmt: skip
    for name in (MAIN, "xl/worksheets/sheet2.xml"):
        assert _CELLS.sub("", after[name].decode()) == _CELLS.sub("", before[name].decode())
    assert after["xl/workbook.xml"].count(b"fullCalcOnLoad") == 1


def test_a_form_with_shared_texts_keeps_them_as_they_lie() -> None:
    form = filled({"ds": ROWS})
    before, after = parts(form), parts(fill_official_bytes(form, {"don_vi": "Phường"})[0])
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {MAIN, "xl/sharedStrings.xml"}
    assert after["xl/sharedStrings.xml"].startswith(before["xl/sharedStrings.xml"].removesuffix(b"</sst>"))


def test_values_stand_in_the_formats_of_the_form() -> None:
    sheet = opened(filled({"ds": ROWS, "don_vi": "Phường", "ngay_lap": dt.date(2026, 1, 5)}))
    assert texts(sheet, "A6:D8") == [
        ["Thu", 1800.5, "=B6*2", "Đạt"], ["Hộ nghèo", 7, "=B7*2", None], ["Lớp", -0.1, "=B8*2", None],
    ]  # fmt: skip
    assert (sheet["A2"].value, sheet["C12"].value) == ("Phường", dt.datetime(2026, 1, 5))
    assert (sheet["B6"].number_format, sheet["C12"].number_format) == ('#,##0.00" đ"', "dd/mm/yyyy")
    assert sheet["D7"].fill.fgColor.rgb == "00FFFF00"


def test_numbers_are_written_digit_by_digit() -> None:
    assert b"<v>1800.50</v>" in parts(filled({"ds": ROWS}))[MAIN]


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@a", "001234567890", "a & <b>", "x\ny"])
def test_a_text_stays_the_text_it_was(text: str) -> None:
    cell = opened(filled({"don_vi": text}))["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert bool(cell.quotePrefix) == text.startswith(("=", "+", "-", "@"))


def test_a_day_in_a_cell_without_a_days_format_gets_one_and_an_early_day_stays_text() -> None:
    assert opened(filled({"o_ghi_chu": dt.date(2026, 1, 5)}))["A12"].value == dt.datetime(2026, 1, 5)
    assert opened(filled({"o_ghi_chu": dt.date(1885, 9, 2)}))["A12"].value == "02/09/1885"


def test_a_number_that_excel_would_round_stays_text_and_none_empties_a_cell() -> None:
    sheet = opened(filled({"don_vi": 12345678901234567, "tieu_de": None}))
    assert (sheet["A2"].value, sheet["A1"].value) == ("12345678901234567", None)


def test_a_cell_that_the_form_does_not_write_is_added_in_its_place() -> None:
    assert opened(filled({"trong": "mới"}), "Danh mục")["B1"].value == "mới"


def test_records_are_anchored_as_in_our_own_sheets() -> None:
    value = Number(Decimal("7"), "bảy", Source(RECORD, "value"))
    content, paper = fill_official_bytes(
        FORM, {"ds": [["Hộ", value]], "don_vi": Sentence(("Phường ", printed("Sen", "name")))}, kind="bieu-01"
    )
    trace = read_sheet_paper(content)
    assert [(one.record, one.field, one.place.address) for one in trace.prints if one.place] == [
        (RECORD, "value", "B6"), (RECORD, "name", "A2"),
    ]  # fmt: skip
    assert (trace.kind, [one.id for one in trace.prints]) == ("bieu-01", [one.id for one in paper.prints])


def test_the_other_program_opens_it_and_works_everything_out(tmp_path: Path) -> None:
    path = fill_official(FORM, {"ds": ROWS}, tmp_path / "biểu.xlsx").path
    profile, out = (tmp_path / "profile").as_uri(), tmp_path / "out"
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=120)
    book = load_workbook(out / path.name, data_only=True)
    assert [cell.value for cell in book[SHEET]["C"][5:8]] == [3601, 14, -0.2]
    assert [cell.value for cell in book[OTHER]["B"]] == ["Giá trị", 1807.4, 1807.4]


def test_the_filled_form_has_no_fault_that_the_form_had_not(tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(FORM)
    known = set(faults(tmp_path / "form.xlsx"))
    for number in (1, 2):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(filled({"ds": ROWS * number, "don_vi": printed("=x")}, insert_rows=number == 2))
        assert [fault for fault in faults(path) if fault not in known] == []


def test_the_same_values_give_the_same_bytes() -> None:
    assert filled({"ds": ROWS, "don_vi": printed("a")}) == filled({"ds": ROWS, "don_vi": printed("a")})


def test_the_names_of_a_form_are_told_with_their_areas() -> None:
    areas = {name: (area.left, area.top, area.right, area.bottom) for name, area in official_names(FORM).items()}
    assert areas == {"ds": (1, 6, 4, 8), "tong": (2, 9, 2, 9), "don_vi": (1, 2, 1, 2), "o_ghi_chu": (1, 12, 1, 12)}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"don_vj": "x"}, "Biểu không có ô hay vùng nào tên “don_vj”. Có phải là “don_vi” không?"),
        ({"ds": ROWS * 2}, "chỉ có 3 dòng mà có 6 dòng"),
        ({"ds": [[1, 2, None, 4, 5]]}, "chỉ có 4 ô"),
        ({"ds": "x"}, "cần danh sách các dòng"),
        ({"ds": [["a", 1, 3]]}, "Ô C6 của vùng “ds” có công thức"),
        ({"tong": 5}, "Ô B9"),
        ({"don_vi": 1.5}, "ô A2"),
        ({"don_vi": {"a": 1}}, "ô A2"),
    ],
)
def test_what_does_not_fit_is_said_with_its_place(values: dict[str, object], said: str) -> None:
    with pytest.raises(UserError, match=said.replace("?", r"\?")):
        filled(values)


def test_a_wrong_address_of_the_office_is_said() -> None:
    with pytest.raises(UserError, match="Biểu 1!C5:F20"):
        fill_official_bytes(FORM, {"x": 1}, places={"x": "C5"})
    with pytest.raises(UserError, match="Có phải là “Biểu 01” không"):
        fill_official_bytes(FORM, {"x": 1}, places={"x": "Biểu 02!C5"})


def test_a_word_file_is_not_taken_for_a_form() -> None:
    with pytest.raises(UserError, match="Excel"):
        fill_official_bytes(word("x"), {})


def test_a_range_or_a_merge_beyond_all_measure_is_refused_at_once() -> None:
    with pytest.raises(UserError, match="quá lớn"):
        fill_official_bytes(FORM, {"x": [[1]]}, places={"x": f"{SHEET}!A1:XFD1048576"})
    broad = rich_workbook()
    content = BytesIO()
    with zipfile.ZipFile(BytesIO(broad)) as source, zipfile.ZipFile(content, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b'ref="A12:B13"', b'ref="A12:XFD1048576"'))
    with pytest.raises(UserError, match="ô gộp quá rộng"):
        fill_official_bytes(content.getvalue(), {"don_vi": "x"})
