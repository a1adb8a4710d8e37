"""A given form gets the book's numbers: exact, traced, nothing guessed, and it can be refreshed later."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from reports.excel.official_asking import Codes, KnownIndicator, as_code
from reports.excel.official_forms import forms_folder
from reports.excel.official_papers import FilledForm, make_form
from reports.excel.refresh import apply, plan_refresh
from reports.excel.trace import read_sheet_paper
from reports.rebuilding import rebuild_context, rebuilt
from tests.reports.documents import faults
from tests.reports.ministry_form import SHEET, ministry_form
from tests.reports.small_ward import Hand
from ward.book import Book
from ward.edits import Amend
from ward.errors import UserError
from ward.paper_records import record_paper
from ward.statements import typed_figure

NAMES = {
    "dan_so": "C7", "thu_ngan_sach": "C8", "thu_ngan_sach_ke_hoach": "D8", "thu_ngan_sach_nam_truoc": "E8",
    "ho_can_ngheo": "C9", "gdvh": "C10", "ma_tuy": "C11", "so_ho": "C12", "tre_em": "C13", "ho_ngheo_uoc": "C14",
    "camera": "C15", "don_vi_gui": "F15", "dansos": "C16", "trung": "C17", "tong": "C30", "vung": "C18:C20",
}  # fmt: skip


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[Hand]:
    made = Hand(tmp_path / "Phường.sovang")
    ward = made.unit("Phường Yên Thái", "phường")
    made.add("office", name="Ủy ban nhân dân phường Yên Thái", body="ubnd", unit=ward, keeper=True)
    _figures(made, made.unit("Tổ dân phố 1", "tổ dân phố", ward))
    yield made
    made.book.close()


def _figures(hand: Hand, block: int) -> None:
    def indicator(code: str, name: str, measure: str) -> int:
        return hand.add("indicator", code=code, name=name, measure=measure)

    people, budget = indicator("dan_so", "Dân số", "người"), indicator("thu_ngan_sach", "Thu ngân sách", "đồng")
    hand.figure("48.015 người", indicator=people)
    hand.figure("gần 9,3 tỷ đồng", indicator=budget, period="năm 2023")
    hand.figure("8 tỷ đồng", indicator=budget, role="plan", period="năm 2023")
    hand.figure("5,9 tỷ đồng", indicator=budget, period="năm 2022", years=(2022,))
    hand.figure("chưa có số liệu", indicator=indicator("ho_can_ngheo", "Hộ cận nghèo", "hộ"))
    culture = indicator("gdvh", "Hộ đạt Gia đình văn hóa", "hộ")
    hand.figure("1.819 hộ", indicator=culture, source_words="Mặt trận")
    hand.figure("1.820 hộ", indicator=culture, source_words="tổ dân phố")
    hand.figure("giảm cả về số vụ và số đối tượng", indicator=indicator("ma_tuy", "Tội phạm ma túy", "vụ"))
    hand.figure("234 hộ", indicator=indicator("so_ho", "Số hộ", "hộ"), scope=[{"unit": block}])
    hand.figure("61 cháu", indicator=indicator("tre_em", "Trẻ em", "cháu"), period="quý III năm 2023")
    poor = indicator("ho_ngheo_uoc", "Hộ nghèo", "hộ")
    hand.figure("07 hộ", indicator=poor, role="estimate", period="tính đến ngày 30/11/2023")
    hand.figure("trên 140 mắt", indicator=indicator("", "Camera", "mắt"))
    indicator("trung", "Một", ""), indicator("trung", "Hai", "")
    indicator("tong", "Tổng", "")


def filled(hand: Hand, tmp_path: Path, content: bytes | None = None, name: str = "Biểu 01-TK.xlsx") -> FilledForm:
    form = tmp_path / name
    form.write_bytes(content or ministry_form(NAMES))
    return make_form(hand.book, form, (2023,), tmp_path / "ra")


def cells(content: bytes, title: str = SHEET) -> dict[str, Any]:
    sheet = load_workbook(BytesIO(content))[title]
    return {cell.coordinate: cell.value for row in sheet["C7:G30"] for cell in row if cell.value is not None}


def told(form: FilledForm) -> dict[str, str]:
    return {one.name: one.words for one in form.remarks}


def test_each_cell_gets_its_exact_number(hand: Hand, tmp_path: Path) -> None:
    made = filled(hand, tmp_path).built.path.read_bytes()
    assert cells(made) == {
        "C7": 48015, "C8": 9_300_000_000, "D8": 8_000_000_000, "E8": 5_900_000_000,
        "C11": "giảm cả về số vụ và số đối tượng", "C14": 7, "C15": 140, "C30": "=SUM(C7:C29)",
    }  # fmt: skip


def test_what_the_form_asks_and_the_book_does_not_have_is_told(hand: Hand, tmp_path: Path) -> None:
    form = filled(hand, tmp_path)
    empty = {one.name: one.words for one in form.remarks if one.empty}
    assert empty == {
        "ho_can_ngheo": "sổ chưa có số liệu",
        "gdvh": "có nhiều số khác nhau (1.819 hộ hoặc 1.820 hộ); hãy chọn số dùng khi in",
        "so_ho": "sổ chỉ có số của tổ dân phố 1",
        "tre_em": "sổ chỉ có số của quý III năm 2023",
        "don_vi_gui": "sổ không có chỉ tiêu nào mang mã “don_vi_gui”",
        "dansos": "sổ không có chỉ tiêu nào mang mã “dansos”; có phải là “dan_so” không?",
        "trung": "có 2 chỉ tiêu cùng mã “trung”; hãy ghi mã khác nhau cho chúng",
        "tong": "là vùng nhiều ô hoặc ô có công thức của biểu; hãy đặt tên cho đúng ô cần điền",
    }
    assert form.built.warnings[0].startswith("8 ô còn trống: Biểu 01!C9 “ho_can_ngheo” sổ chưa có số liệu; ")


def test_a_number_that_says_more_than_a_cell_can_hold_is_told(hand: Hand, tmp_path: Path) -> None:
    form = filled(hand, tmp_path)
    assert {one.name: one.words for one in form.remarks if not one.empty} == {
        "thu_ngan_sach": "sổ ghi “gần 9,3 tỷ đồng”, ô nhận số 9.300.000.000",
        "ma_tuy": "ghi bằng lời “giảm cả về số vụ và số đối tượng”",
        "ho_ngheo_uoc": "là số ước thực hiện; là số tính đến ngày 30/11/2023",
        "camera": "sổ ghi “trên 140 mắt”, ô nhận số 140",
    }
    assert form.answered == 7


def test_the_form_keeps_its_merges_checks_and_formats(hand: Hand, tmp_path: Path) -> None:
    path = filled(hand, tmp_path).built.path
    before, after = (load_workbook(BytesIO(one))[SHEET] for one in (ministry_form(NAMES), path.read_bytes()))
    assert after.merged_cells.ranges == before.merged_cells.ranges
    assert [one.sqref for one in after.data_validations.dataValidation] == [
        one.sqref for one in before.data_validations.dataValidation
    ]
    formats = [[cell.number_format for cell in row] for row in after["A1:T30"]]
    assert formats == [[cell.number_format for cell in row] for row in before["A1:T30"]]
    (tmp_path / "form.xlsx").write_bytes(ministry_form(NAMES))
    assert set(faults(path)) <= set(faults(tmp_path / "form.xlsx"))


def test_the_map_of_the_office_names_cells_and_measures(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / "B2.o.json").write_text(
        '{"Biểu 01!C7": "thu_ngan_sach (tỷ đồng)", "cot": "dan_so", "Biểu 01!D7": "dan_xo"}', encoding="utf-8"
    )
    form = filled(hand, tmp_path, ministry_form({"cot": "C9", "khac": "C7"}), "B2.xlsx")
    assert cells(form.built.path.read_bytes()) == {"C7": 9.3, "C9": 48015, "C30": "=SUM(C7:C29)"}
    assert told(form)["dan_xo"] == "sổ không có chỉ tiêu nào mang mã “dan_xo”; có phải là “dan_so” không?"


def test_a_cell_on_a_sheet_that_the_form_does_not_have_is_told_so(hand: Hand, tmp_path: Path) -> None:
    (tmp_path / "B2.o.json").write_text('{"Biểu 9!C7": "dan_so"}', encoding="utf-8")
    form = filled(hand, tmp_path, ministry_form({"dan_so": "C9"}), "B2.xlsx")
    words = [one.words for one in form.remarks if one.empty]
    assert words == ["biểu không có trang tính “Biểu 9”; hãy sửa tên trang tính trong bảng ô"]


@pytest.mark.parametrize(
    "content", ["[1]", "{", '{"Biểu 01!C7": 7}', '{"Biểu 01!C": "dan_so"}', '{"o_la": "dan_so"}']
)
def test_a_map_that_is_none_is_refused_in_words(hand: Hand, tmp_path: Path, content: str) -> None:
    (tmp_path / "B2.o.json").write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match=r'Hãy ghi như: .*"Biểu 1!C7": "dan_so"'):
        filled(hand, tmp_path, name="B2.xlsx")
    assert not (tmp_path / "ra").exists() and not forms_folder(hand.book.path).exists()


def test_a_name_that_two_sheets_have_is_filled_on_both(hand: Hand, tmp_path: Path) -> None:
    made = filled(hand, tmp_path, ministry_form({"dan_so": "C7"}, second={"dan_so": "C8"})).built.path.read_bytes()
    assert (cells(made)["C7"], cells(made, "Biểu 02")) == (48015, {"C8": 48015})


def test_a_form_that_asks_for_nothing_is_refused_and_not_kept(hand: Hand, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="không có ô nào mang mã chỉ tiêu của sổ"):
        filled(hand, tmp_path, ministry_form({"vung": "C18:C20", "la": "C7"}))
    assert not forms_folder(hand.book.path).exists()


def test_every_number_leads_to_its_statement(hand: Hand, tmp_path: Path) -> None:
    form = filled(hand, tmp_path)
    trace = read_sheet_paper(form.built.path.read_bytes())
    assert trace.kind == "bieu-mau"
    assert {one.place.address: one.text for one in trace.prints if one.place} == {
        "C7": "48.015 người", "C8": "gần 9,3 tỷ đồng", "D8": "8 tỷ đồng", "E8": "5,9 tỷ đồng",
        "C11": "giảm cả về số vụ và số đối tượng", "C14": "07 hộ", "C15": "trên 140 mắt",
    }  # fmt: skip


def test_the_numbers_of_several_years_are_those_of_all_of_them(hand: Hand, tmp_path: Path) -> None:
    people = hand.add("indicator", code="khach", name="Khách", measure="lượt")
    hand.figure("900 lượt", indicator=people, period="giai đoạn 2021-2023", years=(2023,))
    hand.figure("400 lượt", indicator=people, period="năm 2023")
    (tmp_path / "B.xlsx").write_bytes(ministry_form({"khach": "C7"}))
    three, one = (
        make_form(hand.book, tmp_path / "B.xlsx", years, tmp_path) for years in ((2021, 2022, 2023), (2023,))
    )
    assert [cells(form.built.path.read_bytes())["C7"] for form in (three, one)] == [900, 400]
    assert (three.built.path.name, three.built.label) == ("B-2021-2023.xlsx", "B giai đoạn 2021-2023")


def amended(book: Book, words: str, text: str, measure: str) -> None:
    sql = "SELECT record_id FROM figure WHERE words = ?"
    (record,) = book.db.execute_sql(sql, (words,)).fetchone()
    book.write("Sửa", [Amend(record, typed_figure(text, measure=measure))])


def test_a_filled_form_is_refreshed_when_the_given_file_is_gone(hand: Hand, tmp_path: Path) -> None:
    form = filled(hand, tmp_path)
    paper = record_paper(hand.book, form.built.paper)
    (tmp_path / "Biểu 01-TK.xlsx").unlink()
    before = form.built.path.read_bytes()
    assert plan_refresh(before, rebuilt(hand.book, paper).content).proposals == ()
    amended(hand.book, "48.015 người", "48.101 người", "người")
    amended(hand.book, "chưa có số liệu", "22 hộ", "hộ")
    today = rebuilt(hand.book, paper)
    plan = plan_refresh(before, today.content)
    assert [(one.kind, one.printed, one.today) for one in plan.proposals] == [
        ("value", "48.015", "48.101"), ("value", "", "22"),
    ]  # fmt: skip
    after = apply(plan, {})
    assert (cells(after)["C7"], cells(after)["C9"]) == (48101, 22)
    assert load_workbook(BytesIO(after))[SHEET]["C7"].number_format == "General"
    assert read_sheet_paper(after).kind == "bieu-mau"
    assert any("ô còn trống" in note for note in today.notes)
    with pytest.raises(UserError, match="không có mẫu để thử"):
        rebuild_context(hand.book, paper)


def test_another_statement_of_the_same_cell_is_taken_over(hand: Hand, tmp_path: Path) -> None:
    form = filled(hand, tmp_path)
    paper = record_paper(hand.book, form.built.paper)
    (record,) = hand.book.db.execute_sql("SELECT record_id FROM figure WHERE words = '1.820 hộ'").fetchone()
    hand.book.write("Chọn", [Amend(record, {"chosen": True})])
    plan = plan_refresh(form.built.path.read_bytes(), rebuilt(hand.book, paper).content)
    assert [(one.kind, one.printed, one.today) for one in plan.proposals] == [("value", "", "1.820")]


def test_another_edition_of_a_form_leaves_the_papers_of_the_old_one_alone(hand: Hand, tmp_path: Path) -> None:
    old = filled(hand, tmp_path, ministry_form({"dan_so": "C7"}))
    paper = record_paper(hand.book, old.built.paper)
    new = filled(hand, tmp_path, ministry_form({"dan_so": "D9"}))
    again = rebuilt(hand.book, paper)
    assert "C7" in cells(again.content) and "D9" in cells(new.built.path.read_bytes())
    assert not any("đã khác lúc điền" in note for note in again.notes)
    for kept in forms_folder(hand.book.path).glob("Bản cũ/*.xlsx"):
        kept.unlink()
    again = rebuilt(hand.book, paper)
    assert again.notes[0].startswith("Biểu gốc “Biểu 01-TK.xlsx” đã khác lúc điền.") and "D9" in cells(again.content)
    (forms_folder(hand.book.path) / "Biểu 01-TK.xlsx").unlink()
    with pytest.raises(UserError, match=r"Không còn biểu gốc “Biểu 01-TK\.xlsx”"):
        rebuilt(hand.book, paper)


def test_a_form_of_the_sample_ward_is_marked_on_its_pages(tmp_path: Path) -> None:
    hand = Hand(tmp_path / "Mẫu.sovang", sample=True)
    hand.figure("9 hộ", indicator=hand.add("indicator", code="ho", name="Hộ", measure="hộ"))
    (tmp_path / "B.xlsx").write_bytes(ministry_form({"ho": "C7"}))
    made = make_form(hand.book, tmp_path / "B.xlsx", (2023,), tmp_path).built.path
    hand.book.close()
    header = load_workbook(made)[SHEET].oddHeader
    assert header and "DỮ LIỆU MINH HỌA" in str(header.center.text)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("DAN_SO", (1, "now")), ("_dan_so_", (1, "now")), ("dan_so_ke_hoach", (1, "plan")),
        ("dan_so_cung_ky", (1, "before")), ("von_ke_hoach", (2, "now")), ("von_ke_hoach_nam_truoc", (2, "before")),
        ("ho_ngheo", (3, "now")),
    ],
)  # fmt: skip
def test_a_code_with_its_ending_says_which_number_is_meant(asked: str, found: tuple[int, str]) -> None:
    known = [
        KnownIndicator(1, "Dân số", "dan_so"), KnownIndicator(2, "Vốn", "von_ke_hoach"),
        KnownIndicator(3, "Hộ nghèo", ""), KnownIndicator(4, "Dân số", "khac"),
    ]  # fmt: skip
    indicators, column = Codes(known).find(asked)
    assert ([one.id for one in indicators], column) == ([found[0]], found[1])


def test_a_name_in_vietnamese_is_a_code_in_plain_letters() -> None:
    assert as_code(" Đường (ngõ) số-1 ") == "duong_ngo_so_1"
