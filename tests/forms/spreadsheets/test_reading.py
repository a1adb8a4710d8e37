"""Workbooks of all sorts become tables of texts, or are refused with what to do."""

import datetime as dt
import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from forms.spreadsheets import reading
from forms.spreadsheets.bounds import reach
from forms.spreadsheets.reading import read_workbook
from tests.forms.spreadsheets.sheets import table, written
from ward.errors import UserError


def test_cells_are_the_texts_that_excel_shows(tmp_path: Path):
    read = table(tmp_path, [["STT", 3, 1.5, "0123", dt.date(2015, 12, 8), 34080001234, None, "Ha\u0323", True]])
    assert read.lines[0].cells == ("STT", "3", "1,5", "0123", "08/12/2015", "34080001234", "", "Hạ", "x")
    assert read.dates == {(1, 4): "2015-12-08"}


def test_rows_keep_the_numbers_that_excel_shows(tmp_path: Path):
    read = table(tmp_path, [[], [], ["", "Tên"], ["", "A"]])
    assert [(line.number, line.filled) for line in read.lines if line.filled] == [(3, (1,)), (4, (1,))]


def test_a_cell_over_several_rows_is_said_in_each_of_them(tmp_path: Path):
    read = table(tmp_path, [["A", "Tổ 1"], ["B", None], ["C", None]], ["B1:B3"])
    assert [line.cells[1] for line in read.lines] == ["Tổ 1"] * 3


def test_a_row_that_lies_wholly_in_joined_cells_is_no_second_row(tmp_path: Path):
    read = table(tmp_path, [["A", "x"], [None, None], ["B", "y"]], ["A1:A2", "B1:B2"])
    assert [line.filled for line in read.lines] == [(0, 1), (), (0, 1)]


def test_hidden_sheets_are_read_but_not_shown(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    book = Workbook()
    assert book.active
    book.active["A1"] = "thấy"
    hidden = book.create_sheet("ẩn")
    hidden["A1"], hidden.sheet_state = "không thấy", "hidden"
    book.save(path)
    read = read_workbook(path)
    assert [one.name for one in read.tables] == ["Sheet", "ẩn"]
    assert [one.name for one in read.shown] == ["Sheet"]


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_other_formats_of_workbooks_are_read_alike(suffix: str, tmp_path: Path):
    path = written(
        tmp_path / "a.xlsx", {"Danh sách": [["Họ và tên", "Ngày"], ["Nguyễn Văn An", dt.date(2015, 12, 8)]]}
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    read = read_workbook(tmp_path / f"a.{suffix}").shown[0]
    assert [line.cells for line in read.lines] == [("Họ và tên", "Ngày"), ("Nguyễn Văn An", "08/12/2015")]


WEB_PAGE = "<html><table><tr><td>Họ tên</td></tr></table></html>".encode()
PROTECTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "rỗng"),
        (b"\r\n  ", "rỗng"),
        (WEB_PAGE, "trang web"),
        (b"\xef\xbb\xbf" + WEB_PAGE, "trang web"),
        (b"\r\n" + WEB_PAGE, "trang web"),
        (PROTECTED, "mật khẩu"),
        (b"PK\x03\x04 broken", "hỏng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "hỏng"),
        (b"Ho ten;Don vi\nAn;To 1\n", "không phải là tệp Excel"),
    ],
)
def test_what_is_no_workbook_is_refused_with_what_to_do(content: bytes, told: str, tmp_path: Path):
    path = tmp_path / "danh sách.xls"
    path.write_bytes(content)
    with pytest.raises(UserError, match=told) as refused:
        read_workbook(path)
    assert "danh sách.xls" in str(refused.value)
    assert "Hãy" in str(refused.value)


def test_a_workbook_without_a_word_is_refused(tmp_path: Path):
    with pytest.raises(UserError, match="không có ô nào"):
        read_workbook(written(tmp_path / "a.xlsx", {"Sheet1": []}))


def test_a_file_that_is_gone_is_told(tmp_path: Path):
    with pytest.raises(UserError, match="Không mở được"):
        read_workbook(tmp_path / "không có.xlsx")


def test_more_rows_or_columns_than_a_list_has_are_refused(tmp_path: Path):
    long, wide = Workbook(), Workbook()
    assert long.active and wide.active
    long.active.cell(reading.MAX_ROWS + 1, 1, "x")
    wide.active.cell(1, reading.MAX_COLUMNS + 1, "x")
    long.save(tmp_path / "long.xlsx")
    wide.save(tmp_path / "wide.xlsx")
    with pytest.raises(UserError, match="dài quá 20000 dòng"):
        read_workbook(tmp_path / "long.xlsx")
    with pytest.raises(UserError, match="rộng quá 256 cột"):
        read_workbook(tmp_path / "wide.xlsx")


def test_a_cell_at_the_far_end_of_the_sheet_is_refused_before_all_cells_are_laid_out(tmp_path: Path):
    book = Workbook()
    assert book.active
    book.active["A1"], book.active["XFD1048576"] = "x", "y"
    book.save(tmp_path / "far.xlsx")
    with pytest.raises(UserError, match="dài quá 20000 dòng"):
        read_workbook(tmp_path / "far.xlsx")


def test_cells_that_are_only_coloured_reach_nowhere(tmp_path: Path):
    book = Workbook()
    assert book.active
    book.active["A1"] = "x"
    book.active["A1048576"].number_format = "@"
    book.save(tmp_path / "a.xlsx")
    assert [line.cells for line in read_workbook(tmp_path / "a.xlsx").shown[0].lines] == [("x",)]


HEAD, TAIL = b"<worksheet><sheetData>", b"</sheetData></worksheet>"
CELL = b'<table:table-cell office:value-type="string" table:number-columns-repeated="9000">'
ROW = b'<table:table-row table:number-rows-repeated="1048000"><table:table-cell%b/></table:table-row>'


@pytest.mark.parametrize(
    ("part", "xml", "reached"),
    [
        ("xl/worksheets/sheet1.xml", b'<row r="7"><c r="AB7" t="s"><v>0</v></c></row>', (7, 28)),
        ("xl/worksheets/sheet1.xml", b'<x:row r="7"><x:c s="1" r="C7"><x:v>1</x:v></x:c></x:row>', (7, 3)),
        ("xl/worksheets/sheet1.xml", b'<row r="900000"><c><v>1</v></c></row>', (900000, 1)),
        ("xl/worksheets/sheet1.xml", b'<row r="900000"><c r="A900000" s="3"/></row>', (0, 0)),
        ("content.xml", CELL, (1, 9000)),
        ("content.xml", ROW % b' office:value-type="float"', (1048000, 1)),
        ("content.xml", ROW % b"", (0, 0)),
    ],
)
def test_how_far_cells_reach_is_told_from_the_xml(part: str, xml: bytes, reached: tuple[int, int]):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(part, HEAD + xml + TAIL)
    assert reach(packed.getvalue()) == reached


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "MAX_UNPACKED", 1_000_000)
    path = written(tmp_path / "a.xlsx", {"Sheet1": [["x"]]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/big.bin", bytes(2_000_000))
    with pytest.raises(UserError, match="quá lớn"):
        read_workbook(path)
