"""A workbook goes to a unit and comes back: filled in, with its columns moved, or as something else."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from forms.spreadsheets.nomination_rows import read_nominations, take_in
from forms.spreadsheets.registration_rows import read_registrations, take_in_registrations
from forms.spreadsheets.unit_replies import UnitReply, read_unit_reply
from forms.spreadsheets.unit_workbook import HEAD_ROW, KEY_ROW, LISTS, write_unit_workbook
from tests.forms.spreadsheets.conftest import Ward
from tests.forms.spreadsheets.sheets import written
from tests.reports.documents import faults
from ward.book import Book
from ward.errors import UserError
from ward.loading import load


@pytest.fixture
def sent(ward: Ward, tmp_path: Path) -> Path:
    """The workbook for the office of the ward, in which Lan stands."""
    return write_unit_workbook(
        ward.book.db, ward["văn phòng"], 2025, tmp_path / "gửi.xlsx", round_id=ward.round, on="2025-12-01"
    )


def fill(path: Path, sheet: str, row: int, **texts: str) -> None:
    """Types texts below the heads with these keys."""
    book = load_workbook(path)
    page = book[sheet]
    keys = {str(cell.value).removeprefix("sv:"): cell.column for cell in page[KEY_ROW] if cell.value}
    for key, text in texts.items():
        page.cell(row, keys[key], text)
    book.save(path)


def reply(ward: Ward, path: Path) -> UnitReply:
    return read_unit_reply(ward.book.db, path)


def test_the_workbook_is_sound_and_ready_to_print(sent: Path):
    assert faults(sent) == []
    book = load_workbook(sent)
    assert book.sheetnames == ["Hướng dẫn", "Đề nghị", "Đăng ký", LISTS]
    page = book["Đề nghị"]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    assert page.row_dimensions[KEY_ROW].hidden and page.column_dimensions["A"].hidden
    assert book[LISTS].sheet_state == "veryHidden"


def test_who_holds_an_office_in_the_unit_stands_in_it(sent: Path):
    page = load_workbook(sent)["Đề nghị"]
    rows = [[cell.value for cell in row[2:6]] for row in page.iter_rows(HEAD_ROW + 1, HEAD_ROW + 2)]
    assert rows == [
        ["Tập thể", "Văn phòng HĐND và UBND phường", None, None],
        ["Cá nhân", "Nguyễn Thị Lan", None, "Công chức Văn phòng HĐND và UBND phường"],
    ]


def test_award_types_are_chosen_from_a_list(sent: Path):
    book = load_workbook(sent)
    validations = {
        str(one.sqref).split(":")[0]: one.formula1 for one in book["Đề nghị"].data_validations.dataValidation
    }
    assert validations == {"C6": "groups", "G6": "awards"}
    listed = [cell.value for (cell,) in book[LISTS]["A1:A5"]]
    assert "Lao động tiên tiến" in listed
    assert book.defined_names["awards"].attr_text == f"'{LISTS}'!$A$1:$A$5"


def test_only_what_the_unit_filled_in_comes_back(ward: Ward, sent: Path):
    fill(sent, "Đề nghị", HEAD_ROW + 2, award="Lao động tiên tiến", achievement="Làm tốt\nhai việc")
    fill(sent, "Đề nghị", HEAD_ROW + 3, group="Cá nhân", name="Bà Đỗ Thị Kiên", as_title="Nhân viên", award="LĐTT")
    answer = reply(ward, sent)
    assert (answer.unit, answer.year, answer.round) == (ward["văn phòng"], 2025, ward.round)
    found = read_nominations(
        ward.book,
        answer.nominations.table,
        ward.round,
        heads=answer.nominations.heads,
        proposer=answer.unit,
        uids=answer.nominations.uids,
    )
    assert [row.draft.nominee for row in found.rows] == [ward["Lan"], None]
    assert [row.draft.award_type for row in found.rows] == [ward["ldtt"]] * 2
    assert found.rows[0].draft.achievement == "Làm tốt\nhai việc"
    assert {row.draft.proposer for row in found.rows} == {ward["văn phòng"]}
    assert len(take_in(ward.book, ward.round, found.rows)[-1].added) == 2
    assert answer.registrations.table.lines[answer.registrations.heads.last_row :] == ()


def test_columns_that_were_moved_and_a_sheet_that_was_renamed_are_found(ward: Ward, sent: Path):
    fill(sent, "Đề nghị", HEAD_ROW + 2, award="Lao động tiên tiến")
    book = load_workbook(sent)
    page = book["Đề nghị"]
    page.title = "Đã ghi"
    rows = [[cell.value for cell in row] for row in page.iter_rows(1, HEAD_ROW + 3)]
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(reversed(row), 1):
            page.cell(number, place).value = value
    page.insert_cols(1)
    page.insert_rows(1, 2)
    book.save(sent)
    answer = reply(ward, sent)
    assert answer.nominations.table.name == "Đã ghi"
    found = read_nominations(
        ward.book, answer.nominations.table, ward.round, heads=answer.nominations.heads, uids=answer.nominations.uids
    )
    assert [(row.name, row.draft.award_type, row.ready) for row in found.rows] == [
        ("Nguyễn Thị Lan", ward["ldtt"], True)
    ]


def test_a_row_whose_name_was_replaced_is_asked_about(ward: Ward, sent: Path):
    fill(sent, "Đề nghị", HEAD_ROW + 2, name="Trần Văn An", award="Lao động tiên tiến")
    answer = reply(ward, sent)
    (row,) = read_nominations(
        ward.book, answer.nominations.table, ward.round, heads=answer.nominations.heads, uids=answer.nominations.uids
    ).rows
    assert {one.record for one in row.doubts[0].candidates} == {ward["Lan"], ward["An 1980"], ward["An 1975"]}


def test_registrations_come_back_and_are_taken_once(ward: Ward, sent: Path):
    fill(sent, "Đăng ký", HEAD_ROW + 1, award="Tập thể lao động tiên tiến")
    fill(sent, "Đăng ký", HEAD_ROW + 2, award="CSTĐ cơ sở", content="Mô hình trả kết quả tại nhà")
    answer = reply(ward, sent)
    listed = answer.registrations
    found = read_registrations(
        ward.book, listed.table, answer.year, heads=listed.heads, uids=listed.uids, on="2025-02-10"
    )
    change = take_in_registrations(ward.book, found.rows, sent.name)
    values = [load(ward.book.db, record).values for record in change.added]
    assert [one["registrant"] for one in values] == [ward["văn phòng"], ward["Lan"]]
    assert [one["content"] for one in values] == ["Tập thể lao động tiên tiến", "Mô hình trả kết quả tại nhà"]
    assert {(one["status"], one["registered_on"], one["years"]) for one in values} == {
        ("sent", "2025-02-10", (2025,))
    }
    again = read_registrations(ward.book, listed.table, answer.year, heads=listed.heads, uids=listed.uids)
    assert [row.known for row in again.rows] == [True, True]
    with pytest.raises(UserError, match="Chưa có dòng nào"):
        take_in_registrations(ward.book, again.rows, sent.name)


def test_another_workbook_is_told_to_be_a_plain_list(ward: Ward, tmp_path: Path):
    plain = written(tmp_path / "a.xlsx", {"Đề nghị": [["STT", "Họ và tên"], [1, "An"]]})
    with pytest.raises(UserError, match="danh sách Excel thường"):
        reply(ward, plain)


def test_the_workbook_of_another_ward_is_refused(sent: Path, tmp_path: Path):
    with Book.create(tmp_path / "khác.sovang") as other, pytest.raises(UserError, match="không có trong sổ này"):
        read_unit_reply(other.db, sent)


def test_a_workbook_of_a_newer_program_is_refused(ward: Ward, sent: Path):
    book = load_workbook(sent)
    book[LISTS]["D2"] = "2"
    book.save(sent)
    with pytest.raises(UserError, match="mới hơn"):
        reply(ward, sent)


def test_only_a_unit_gets_a_workbook_and_an_open_file_is_told(ward: Ward, tmp_path: Path):
    with pytest.raises(UserError, match="không phải là đơn vị"):
        write_unit_workbook(ward.book.db, ward["Lan"], 2025, tmp_path / "a.xlsx")
    (tmp_path / "thư mục.xlsx").mkdir()
    with pytest.raises(UserError, match="Không ghi được"):
        write_unit_workbook(ward.book.db, ward["tổ 5"], 2025, tmp_path / "thư mục.xlsx")
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []
