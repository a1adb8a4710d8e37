"""A sheet that was edited by hand gets today's values: LibreOffice really edits and saves it in between."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.excel.refresh import SheetPlan, apply, plan_refresh
from reports.excel.sheets import fill_sheet_bytes
from reports.excel.trace import read_sheet_paper
from reports.papers import make_paper
from reports.prints import Number, Source
from tests.reports.calc import edited_in_calc
from tests.reports.documents import STAMP, faults, printed, word, workbook
from tests.reports.small_ward import YEAR, Hand
from ward.edits import Amend
from ward.errors import UserError

TEMPLATE = workbook(
    [
        ["{{ title }}", None, None, None],
        ["TT", "Chỉ tiêu", "Thực hiện", "Đánh giá"],
        ["{%tr for r in rows %}", None, None, None],
        ["{{ r.no }}", "{{ r.name }}", "{{ r.value }}", "{{ r.mark }}"],
        ["{%tr endfor %}", None, None, None],
        ["Cộng", None, "=SUM(C4:C4)", None],
    ]
)
DAY = dt.date(YEAR, 12, 5)
Row = tuple[str, str, str, str]  # the record's letter, name, number, mark
FIRST: Sequence[Row] = (("a", "Thu", "1800", "Đạt"), ("b", "Hộ nghèo", "0.07", ""), ("c", "Lớp", "7", "Đạt"))


def made(rows: Sequence[Row], title: str = "BIỂU 2023") -> bytes:
    values = [
        {
            "no": number,
            "name": printed(name, "name", letter * 32),
            "value": Number(Decimal(value), value.replace(".", ","), Source(letter * 32, "value", "Thực hiện")),
            "mark": mark,
        }
        for number, (letter, name, value, mark) in enumerate(rows, 1)
    ]
    return fill_sheet_bytes(TEMPLATE, {"rows": values, "title": title}, stamp=STAMP, kind="bieu-chi-tieu")[0]


def told(plan: SheetPlan) -> list[tuple[str, str, str, str, str]]:
    return [(one.kind, one.place, one.printed, one.typed, one.today) for one in plan.proposals]


def cells(content: bytes, folder: Path) -> list[list[object]]:
    sheet = opened(content, folder)
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def opened(content: bytes, folder: Path) -> Worksheet:
    path = folder / "refreshed.xlsx"
    path.write_bytes(content)
    sheet = load_workbook(path).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


CHANGED: Sequence[Row] = (("a", "Thu", "1850.5", "Vượt"), ("b", "Hộ nghèo", "0.06", ""), ("c", "Lớp", "7", "Đạt"))


def test_a_sheet_as_it_was_made_proposes_nothing() -> None:
    plan = plan_refresh(made(FIRST), made(FIRST))
    assert (plan.proposals, plan.untouched, plan.notes) == ((), 13, ())


def test_changed_records_and_the_words_that_follow_from_them_are_proposed_and_written(tmp_path: Path) -> None:
    plan = plan_refresh(made(FIRST), made(CHANGED))
    assert told(plan) == [
        ("value", "trang tính “Biểu”, ô C3", "1.800", "", "1.850,5"),
        ("words", "trang tính “Biểu”, ô D3", "Đạt", "", "Vượt"),
        ("value", "trang tính “Biểu”, ô C4", "0,07", "", "0,06"),
    ]
    assert (plan.proposals[0].record, plan.proposals[0].field, plan.proposals[0].what) == (
        "a" * 32,
        "value",
        "Thực hiện",
    )
    content = apply(plan, {})
    sheet = opened(content, tmp_path)
    assert [[cell.value for cell in row] for row in sheet["B3:D5"]] == [
        ["Thu", 1850.5, "Vượt"], ["Hộ nghèo", 0.06, None], ["Lớp", 7, "Đạt"],
    ]  # fmt: skip
    assert [sheet[f"C{row}"].number_format for row in (3, 4, 5)] == ["#,##0.0", "#,##0.00", "#,##0"]
    assert [fault for fault in faults(tmp_path / "refreshed.xlsx") if "Unexpected element 'color'" not in fault] == []


def test_a_refreshed_sheet_leads_to_its_records_and_asks_nothing_again(tmp_path: Path) -> None:
    content = apply(plan_refresh(made(FIRST), made(CHANGED)), {})
    paper = read_sheet_paper(content)
    assert paper.kind == "bieu-chi-tieu"
    assert [(one.record[0], one.text, one.now) for one in paper.prints][1::2] == [
        ("a", "1850,5", "1850,5"), ("b", "0,06", "0,06"), ("c", "7", "7"),
    ]  # fmt: skip
    assert plan_refresh(content, made(CHANGED)).proposals == ()


EDITS = (
    "sheet.Rows.insertByIndex(1, 2)",  # two lines above the head
    'sheet.getCellRangeByName("A2").String = "Ghi chú của văn phòng"',
    "sheet.Columns.insertByIndex(2, 1)",
    'sheet.getCellRangeByName("C4").String = "Cột riêng"',
    'sheet.getCellRangeByName("D6").Value = 0.08',  # typed over a printed number
    'sheet.getCellRangeByName("B5").CharWeight = com.sun.star.awt.FontWeight.BOLD',
    'sheet.Name = "Biểu của phường"',
)


def edited(folder: Path) -> bytes:
    return edited_in_calc(made(FIRST), folder, *EDITS)


def test_what_the_clerk_added_and_formatted_stays(tmp_path: Path) -> None:
    plan = plan_refresh(edited(tmp_path), made(CHANGED))
    assert told(plan) == [
        ("value", "trang tính “Biểu của phường”, ô D5", "1.800", "", "1.850,5"),
        ("words", "trang tính “Biểu của phường”, ô E5", "Đạt", "", "Vượt"),
        ("typed_over", "trang tính “Biểu của phường”, ô D6", "0,07", "0,08", "0,06"),
    ]
    sheet = opened(apply(plan, {plan.proposals[2].key: "typed"}), tmp_path)
    assert [[cell.value for cell in row] for row in sheet["A1:E8"]] == [
        ["BIỂU 2023", None, None, None, None],
        ["Ghi chú của văn phòng", None, None, None, None],
        [None, None, None, None, None],
        ["TT", "Chỉ tiêu", "Cột riêng", "Thực hiện", "Đánh giá"],
        [1, "Thu", None, 1850.5, "Vượt"],
        [2, "Hộ nghèo", None, 0.08, None],
        [3, "Lớp", None, 7, "Đạt"],
        ["Cộng", None, None, "=SUM(D5:D7)", None],
    ]
    assert sheet["B5"].font.bold


def test_what_was_typed_over_is_never_overwritten_in_silence(tmp_path: Path) -> None:
    paper = edited(tmp_path)
    plan = plan_refresh(paper, made(CHANGED))
    (typed,) = plan.undecided
    with pytest.raises(UserError, match=r"ô D6.*0,08"):
        apply(plan, {})
    for choice, value in (("today", 0.06), ("typed", 0.08), ("printed", 0.07)):
        assert opened(apply(plan, {typed.key: choice}), tmp_path)["D6"].value == value  # type: ignore[dict-item]
    same = plan_refresh(paper, made(FIRST))
    assert [(one.kind, one.default) for one in same.proposals] == [("typed_over", "typed")]


def test_what_the_clerk_kept_is_asked_again_only_when_the_record_changes_again(tmp_path: Path) -> None:
    plan = plan_refresh(edited(tmp_path), made(CHANGED))
    kept = apply(plan, {plan.proposals[2].key: "typed"})
    again = plan_refresh(kept, made(CHANGED))
    assert [(one.kind, one.printed, one.typed, one.default) for one in again.proposals] == [
        ("typed_over", "0,06", "0,08", "typed")
    ]
    newer = [CHANGED[0], ("b", "Hộ nghèo", "0.05", ""), CHANGED[2]]
    assert [(one.today, one.default) for one in plan_refresh(kept, made(newer)).proposals] == [("0,05", None)]


def test_rows_that_came_or_went_are_told_and_the_numbering_is_left(tmp_path: Path) -> None:
    today = [("d", "Chợ", "2", ""), FIRST[0], FIRST[2]]
    plan = plan_refresh(made(FIRST), made(today))
    assert [(one.kind, one.place, one.printed, one.today, one.default, one.choices) for one in plan.proposals] == [
        ("remove", "trang tính “Biểu”, dòng 4", "2 | Hộ nghèo | 0,07", "", "typed", ("typed",)),
        ("add", "trang tính “Biểu”, sau dòng 1", "", "1 | Chợ | 2", "typed", ("typed",)),
    ]
    assert plan.notes == (
        "Có dòng mới hoặc dòng không còn trong sổ. Chương trình không tự chèn hay xóa dòng trong biểu đã sửa; "
        "hãy lập lại biểu nếu cần các dòng ấy.",
    )
    assert cells(apply(plan, {}), tmp_path) == cells(made(FIRST), tmp_path)


def test_rows_in_another_order_keep_their_place_and_get_their_own_values(tmp_path: Path) -> None:
    plan = plan_refresh(made(FIRST), made([CHANGED[2], CHANGED[0], CHANGED[1]]))
    values = [(one.place, one.today) for one in plan.proposals if one.kind == "value"]
    assert values == [("trang tính “Biểu”, ô C3", "1.850,5"), ("trang tính “Biểu”, ô C4", "0,06")]
    assert plan.notes == ("Thứ tự các dòng hôm nay khác lúc lập biểu; các dòng trong tệp được giữ nguyên chỗ.",)


def test_a_row_that_the_clerk_deleted_stays_away(tmp_path: Path) -> None:
    paper = edited_in_calc(made(FIRST), tmp_path, "sheet.Rows.removeByIndex(3, 1)")
    plan = plan_refresh(paper, made(CHANGED))
    assert [(one.kind, one.printed) for one in plan.proposals] == [
        ("value", "1.800"), ("words", "Đạt"), ("deleted", "2 | Hộ nghèo | 0,07"),
    ]  # fmt: skip
    refreshed = apply(plan, {})
    assert [row[1] for row in cells(refreshed, tmp_path)][2:4] == ["Thu", "Lớp"]


def test_a_number_that_became_words_is_written_as_words(tmp_path: Path) -> None:
    fresh = made(FIRST, title="BIỂU 2024")
    assert cells(apply(plan_refresh(made(FIRST), fresh), {}), tmp_path)[0][0] == "BIỂU 2024"


def test_a_real_sheet_edited_by_hand_gets_todays_figures_and_what_follows_from_them(tmp_path: Path) -> None:
    hand = Hand(tmp_path / "sổ.sovang")
    income = hand.add("indicator", name="Thu", measure="triệu đồng", group="Kinh tế, ngân sách", direction="higher")
    figure = hand.figure("46.215 triệu đồng", indicator=income, source_words="trang 2")
    hand.figure("42.000 triệu đồng", indicator=income, role="plan")
    paper = make_paper(hand.book, "bieu-chi-tieu", (YEAR,), tmp_path / "out", today=DAY).path.read_bytes()
    paper = edited_in_calc(
        paper, tmp_path, "sheet.Rows.insertByIndex(3, 1)", 'sheet.getCellRangeByName("A4").String = "Ghi chú"',
        "sheet.Columns.insertByIndex(2, 1)",
    )  # fmt: skip
    hand.book.write("Sửa", [Amend(figure, {"value": Decimal("41000000000"), "words": "41.000 triệu đồng"})])
    fresh = make_paper(hand.book, "bieu-chi-tieu", (YEAR,), tmp_path / "fresh", today=DAY).path.read_bytes()
    plan = plan_refresh(paper, fresh)
    assert [(one.place, one.printed, one.today) for one in plan.proposals] == [
        ("trang tính “Biểu chỉ tiêu”, ô G10", "46.215", "41.000"),
        ("trang tính “Biểu chỉ tiêu”, ô H10", "46.215 triệu đồng", "41.000 triệu đồng"),
        ("trang tính “Biểu chỉ tiêu”, ô K10", "Vượt", "Chưa đạt"),
        ("trang tính “Nguồn số liệu”, ô D5", "46.215 triệu đồng", "41.000 triệu đồng"),
    ]
    refreshed = apply(plan, {})
    sheet = opened(refreshed, tmp_path)
    assert (sheet["A4"].value, sheet["G10"].value) == ("Ghi chú", 41000)
    assert sheet["I10"].value == '=IF(ISNUMBER(G10),IF(ISNUMBER(F10),IF(F10<>0,G10/F10,""),""),"")'
    assert plan_refresh(refreshed, fresh).proposals == ()


def test_a_sheet_of_somebody_else_is_refused_in_words() -> None:
    with pytest.raises(UserError, match="_sv"):
        plan_refresh(workbook([["Tổng", 1]]), made(FIRST))
    with pytest.raises(UserError, match="Excel"):
        plan_refresh(word("x"), made(FIRST))


def test_a_sheet_that_has_no_row_of_todays_is_refused_in_words() -> None:
    template = workbook([["Biểu {{ title }}"], ["{%tr for r in rows %}"], ["{{ r.value }}"], ["{%tr endfor %}"]])
    values = [{"value": Number(Decimal(7), "7", Source("f" * 32, "value", "Thực hiện"))}]
    other = fill_sheet_bytes(template, {"rows": values, "title": "cũ"}, stamp=STAMP, kind="bieu-chi-tieu")[0]
    with pytest.raises(UserError, match="Hãy lập biểu mới"):
        plan_refresh(other, made(FIRST))
