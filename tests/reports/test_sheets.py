"""Filling an Excel template: numbers, texts, formulas, repeated rows, names of what is printed."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from reports.excel.sheets import fill_sheet, fill_sheet_bytes
from reports.prints import Number, Sentence, Source
from tests.reports.documents import RECORD, STAMP, faults, printed, workbook
from ward.errors import UserError


def fill(
    template: bytes, context: dict[str, object], folder: Path, *, marked: bool = False
) -> tuple[Workbook, Worksheet]:
    made = fill_sheet(template, context, folder / "paper.xlsx", stamp=STAMP, marked=marked)
    book = load_workbook(made.path)
    return book, book["Biểu"]


def number(value: str, words: str) -> Number:
    return Number(Decimal(value), words, Source(RECORD, "value"))


def item(found: HeaderFooterItem | None) -> HeaderFooterItem:
    assert found is not None
    return found


def texts(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_number_is_a_number_with_the_decimals_it_was_given(tmp_path: Path) -> None:
    values = {"a": number("91.50", "91,50%"), "b": number("1800000000", "1,8 tỷ đồng"), "c": Decimal("0.07"), "d": 3}
    _, sheet = fill(workbook([["{{ a }}", "{{ b }}", "{{ c }}", "{{ d }}"]]), values, tmp_path)
    assert [(cell.value, cell.number_format) for cell in sheet[1]] == [
        (91.5, "#,##0.00"), (1800000000, "#,##0"), (0.07, "#,##0.00"), (3, "#,##0"),
    ]  # fmt: skip


def test_a_number_format_that_the_template_chose_stays(tmp_path: Path) -> None:
    def build(sheet: Worksheet) -> None:
        sheet["A1"].number_format = '0.0" điểm"'
        sheet["A1"].font = Font(name="Times New Roman", bold=True)

    _, sheet = fill(workbook([["{{ a }}"]], build), {"a": Decimal("1.25")}, tmp_path)
    assert sheet["A1"].number_format == '0.0" điểm"'
    assert sheet["A1"].font.bold


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@a", "001234567890", "12/3", "", "a & <b>", "x\ny"])
def test_a_text_stays_the_text_it_was(text: str, tmp_path: Path) -> None:
    _, sheet = fill(workbook([["{{ a }}", "x"]]), {"a": printed(text)}, tmp_path)
    cell = sheet["A1"]
    assert (cell.value or "") == text
    assert cell.data_type == ("s" if text else "n")
    assert bool(cell.quotePrefix) == text.startswith(("=", "+", "-", "@"))


def test_a_number_that_excel_would_round_stays_text(tmp_path: Path) -> None:
    _, sheet = fill(workbook([["{{ a }}"]]), {"a": number("1234567890123456", "1.234.567.890.123.456")}, tmp_path)
    assert sheet["A1"].value == "1.234.567.890.123.456"


def test_missing_stays_missing_and_nothing_stays_empty(tmp_path: Path) -> None:
    values: dict[str, object] = {"a": printed("chưa có số liệu"), "b": None}
    _, sheet = fill(workbook([["{{ a }}", "{{ b }}", "z"]]), values, tmp_path)
    assert texts(sheet) == [["chưa có số liệu", None, "z"]]


def test_text_around_tags_and_conditions_in_a_cell(tmp_path: Path) -> None:
    template = workbook([["Năm {{ y }}{% if late %} (ước){% endif %}", "{{ s }}"]])
    values: dict[str, object] = {"y": 2023, "late": True, "s": Sentence(("gần ", printed("48 ngàn")))}
    _, sheet = fill(template, values, tmp_path)
    assert texts(sheet) == [["Năm 2023 (ước)", "gần 48 ngàn"]]


ROWS: list[list[object]] = [
    ["BIỂU {{ year }}", None, None],
    ["{%tr for g in groups %}", None, None],
    ["{{ g.name }}", None, None],
    ["{%tr for r in g.rows %}", None, None],
    ["{{ r.name }}", "{{ r.value }}", "=B5*2"],
    ["{%tr endfor %}", None, None],
    ["{%tr endfor %}", None, None],
    ["Cộng", "=SUM(B5:B5)", "=C5+$A$1"],
]
GROUPS = [
    {"name": "Kinh tế", "rows": [{"name": "a", "value": 1}, {"name": "b", "value": 2}]},
    {"name": "Trống", "rows": []},
    {"name": "Xã hội", "rows": [{"name": "c", "value": 3}]},
]


def test_rows_repeat_with_their_formulas_and_sums_grow(tmp_path: Path) -> None:
    _, sheet = fill(workbook(ROWS), {"year": 2023, "groups": GROUPS}, tmp_path)
    assert texts(sheet) == [
        ["BIỂU 2023", None, None],
        ["Kinh tế", None, None],
        ["a", 1, "=B3*2"],
        ["b", 2, "=B4*2"],
        ["Trống", None, None],
        ["Xã hội", None, None],
        ["c", 3, "=B7*2"],
        ["Cộng", "=SUM(B3:B7)", "=C7+$A$1"],
    ]


def test_merges_heights_print_area_titles_and_conditions_follow_their_rows(tmp_path: Path) -> None:
    def build(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("A3:C3")
        sheet.row_dimensions[3].height = 33
        sheet.print_area = "A1:C8"
        sheet.print_title_rows = "1:1"
        sheet.freeze_panes = "A2"
        sheet.page_setup.orientation = "landscape"
        item(sheet.HeaderFooter.oddFooter).center.text = "&P/&N"

    _, sheet = fill(workbook(ROWS, build), {"year": 2023, "groups": GROUPS}, tmp_path)
    assert sorted(str(one) for one in sheet.merged_cells.ranges) == ["A1:C1", "A2:C2", "A5:C5", "A6:C6"]
    assert [sheet.row_dimensions[n].height for n in (2, 3, 5, 6)] == [33, None, 33, 33]
    assert (sheet.print_area, sheet.print_title_rows) == ("'Biểu'!$A$1:$C$8", "$1:$1")
    assert sheet.page_setup.orientation == "landscape" and item(sheet.HeaderFooter.oddFooter).center.text == "&P/&N"


def test_rows_that_a_condition_leaves_out_close_up(tmp_path: Path) -> None:
    template = workbook([["{%tr if none %}"], ["x"], ["{%tr else %}"], ["Chưa có"], ["{%tr endif %}"], ["hết"]])
    _, sheet = fill(template, {"none": []}, tmp_path)
    assert texts(sheet) == [["Chưa có"], ["hết"]]


def test_each_printed_value_has_a_hidden_name_and_a_line_on_the_hidden_sheet(tmp_path: Path) -> None:
    template = workbook([["{%tr for v in values %}"], ["{{ v }}"], ["{%tr endfor %}"]])
    book, _ = fill(template, {"values": [number("1", "một"), printed("hai", "name")]}, tmp_path)
    names = {name: (found.attr_text, found.hidden) for name, found in book.defined_names.items()}
    lines = list(book["_sv"].iter_rows(min_row=2, values_only=True))
    listed = [line for line in lines if line[2]]
    assert book["_sv"].sheet_state == "veryHidden"
    assert [line[1:5] + line[7:9] for line in listed] == [
        ("Biểu!A1", RECORD, "value", "một", "1", "số"), ("Biểu!A2", RECORD, "name", "hai", None, "chữ"),
    ]  # fmt: skip
    assert names == {
        listed[0][0]: ("'Biểu'!$A$1", True), listed[1][0]: ("'Biểu'!$A$2", True),
        "_svb1": ("'Biểu'!$1:$1", True), "_svb2": ("'Biểu'!$2:$2", True), "_svc1": ("'Biểu'!$A:$A", True),
    }  # fmt: skip


def test_another_reader_sees_the_same_cells(tmp_path: Path) -> None:
    template = workbook([["{{ a }}", "{{ b }}"]])
    paper = fill_sheet(template, {"a": printed("=1"), "b": number("0.07", "0,07")}, tmp_path / "a.xlsx", stamp=STAMP)
    book = CalamineWorkbook.from_path(str(paper.path))
    assert book.sheet_names == ["Biểu", "_sv"]
    assert book.get_sheet_by_name("Biểu").to_python() == [["=1", 0.07]]


def test_the_same_input_gives_the_same_bytes_and_valid_office_xml(tmp_path: Path) -> None:
    one, two = (
        fill_sheet(workbook(ROWS), {"year": printed("2023"), "groups": GROUPS}, tmp_path / name, stamp=STAMP)
        for name in ("1.xlsx", "2.xlsx")
    )
    assert one.sha256 == two.sha256
    assert [fault for fault in faults(one.path) if "Unexpected element 'color'" not in fault] == []


def test_a_sample_sheet_is_marked_at_the_top_of_each_page(tmp_path: Path) -> None:
    def build(sheet: Worksheet) -> None:
        item(sheet.HeaderFooter.oddHeader).center.text = "&P"
        item(sheet.HeaderFooter.oddHeader).left.text = "Biểu 1"

    _, sheet = fill(workbook([["{{ a }}"]], build), {"a": 1}, tmp_path, marked=True)
    assert item(sheet.HeaderFooter.oddHeader).center.text == "MẪU – DỮ LIỆU MINH HỌA\n&P"
    assert item(sheet.HeaderFooter.oddHeader).left.text == "Biểu 1"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["{{ nmae }}"]], "ô A1.*“name”"),
        ([["x", "{{ name"]], "ô B1.*chưa được đóng"),
        ([["{%tr for a in rows %}"], ["x"]], "ô A1.*endfor"),
        ([["{%tr for a in rows %}", "{{ name }}"], ["{%tr endfor %}"]], "ô B1"),
        ([["{% if name %}x"], ["{% endif %}"]], "ô A1"),
        ([["{%p if name %}"]], "ô A1"),
        ([["{{ rows }}"]], "không in được"),
    ],
)
def test_what_is_wrong_in_a_template_is_told_with_its_cell(
    rows: list[list[object]], said: str, tmp_path: Path
) -> None:
    with pytest.raises(UserError) as caught:
        fill(workbook(rows), {"name": "a", "rows": []}, tmp_path)
    assert all(part in str(caught.value) for part in said.split(".*"))


def test_a_word_file_is_not_taken_for_a_workbook(tmp_path: Path) -> None:
    from tests.reports.documents import word

    with pytest.raises(UserError, match="Excel"):
        fill(word("x"), {}, tmp_path)


def test_a_lenient_filling_marks_the_cell_of_an_unknown_name_and_tells_it(tmp_path: Path) -> None:
    template = workbook([["{{ nmae }}", "Tổ {{ name }}: {{ x.y }}"]])
    paper = fill_sheet(template, {"name": "1"}, tmp_path / "a.xlsx", stamp=STAMP, lenient=True)
    assert texts(load_workbook(paper.path)["Biểu"]) == [["[?nmae?]", "Tổ 1: [?x?]"]]
    assert [("ô A1" in fault, "“name”" in fault) for fault in paper.faults] == [(True, True), (False, False)]


def test_the_bytes_are_those_of_the_file(tmp_path: Path) -> None:
    made = fill_sheet(workbook([["{{ a }}"]]), {"a": printed("x")}, tmp_path / "a.xlsx", stamp=STAMP, kind="bieu")
    content, paper = fill_sheet_bytes(workbook([["{{ a }}"]]), {"a": printed("x")}, stamp=STAMP, kind="bieu")
    assert (content, paper.sha256) == (made.path.read_bytes(), made.sha256)
