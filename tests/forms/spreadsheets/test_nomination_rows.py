"""A list of nominations becomes drafts: what is sure is taken, what is not is asked, nothing is passed over."""

from pathlib import Path

import pytest

from forms.spreadsheets.doubts import SKIP, Answer
from forms.spreadsheets.headings import read_heads
from forms.spreadsheets.nomination_rows import NominationList, read_nominations, take_in
from forms.spreadsheets.pasted import read_pasted
from forms.spreadsheets.spellings import NOMINATION
from tests.forms.spreadsheets.conftest import Ward
from tests.forms.spreadsheets.sheets import table
from ward.edits import Add
from ward.errors import UserError
from ward.loading import load

HEADS = "STT\tHọ và tên\tNgày sinh\tChức vụ, đơn vị\tDanh hiệu, hình thức\tTóm tắt thành tích\n"


def read(ward: Ward, rows: str, heads: str = HEADS, **more) -> NominationList:
    return read_nominations(ward.book, read_pasted(heads + rows), ward.round, **more)


def asked(found: NominationList) -> list[str]:
    return [doubt.field for row in found.rows for doubt in row.doubts]


def test_a_row_that_is_sure_is_a_draft(ward):
    (row,) = read(ward, "1\tNguyễn Thị Lan\t\tCông chức Văn phòng HĐND và UBND phường\tLĐTT\tLàm tốt\n").rows
    draft = row.draft
    assert (draft.nominee, draft.award_type, draft.recipient_kind) == (ward["Lan"], ward["ldtt"], "ca_nhan")
    assert (draft.as_title, draft.achievement) == ("Công chức Văn phòng HĐND và UBND phường", "Làm tốt")
    assert row.ready and not row.new


def test_people_of_one_name_are_told_apart_by_birth(ward):
    found = read(ward, "1\tTrần Văn An\t12/3/1980\t\tLĐTT\t\n2\tTRẦN VĂN AN\t1975\t\tLĐTT\t\n")
    assert [row.draft.nominee for row in found.rows] == [ward["An 1980"], ward["An 1975"]]


def test_people_of_one_name_whom_nothing_tells_apart_are_asked_about(ward):
    found = read(ward, "1\tTrần Văn An\t\t\tLĐTT\t\n")
    (doubt,) = found.rows[0].doubts
    assert {one.record for one in doubt.candidates} == {ward["An 1980"], ward["An 1975"]}
    assert "2 người" in doubt.words
    answered = read(ward, "1\tTrần Văn An\t\t\tLĐTT\t\n", answers={(2, "who"): Answer(record=ward["An 1975"])})
    assert answered.ready[0].draft.nominee == ward["An 1975"]


def test_one_name_with_another_birth_is_another_person(ward):
    (row,) = read(ward, "1\tTrần Văn An\t2/2/2001\tTổ dân phố 1\tLĐTT\t\n").rows
    assert row.new and row.new.values["birth"] == "2001-02-02"
    assert any("khác" in remark for remark in row.remarks)


def test_one_name_in_another_office_is_asked_about(ward):
    (row,) = read(ward, "1\tNguyễn Thị Lan\t\tGiáo viên Trường Mầm non\tLĐTT\t\n").rows
    assert [one.record for one in row.doubts[0].candidates] == [ward["Lan"]]
    answers = {(2, "who"): Answer(new=True)}
    (row,) = read(ward, "1\tNguyễn Thị Lan\t\tGiáo viên Trường Mầm non\tLĐTT\t\n", answers=answers).rows
    assert row.ready and row.new and row.new.values["name"] == "Nguyễn Thị Lan"


def test_a_name_that_differs_only_by_its_marks_is_asked_about_and_the_place_of_the_tone_is_not(ward):
    found = read(ward, "1\tLe Thi Hoa\t\t\tLĐTT\t\n2\tLê Thị Hòa\t\t\tLĐTT\t\n")
    assert [row.draft.nominee for row in found.rows] == [None, ward["Hoa"]]
    assert "khác dấu" in found.rows[0].doubts[0].words


def test_units_and_households_are_found_and_new_ones_offered(ward):
    rows = (
        "1\tTổ dân phố 5\t\t\tGiấy khen của Chủ tịch UBND phường\t\n"
        "2\tHộ ông Phạm Văn Bình\t\tTổ dân phố 5\tGĐVH\t\n"
        "3\tChi hội phụ nữ tổ 16\t\t\tGiấy khen của Chủ tịch UBND phường\t\n"
        "4\tHộ bà Vũ Thị Hoa\t\tTổ dân phố 1\tGĐVH\t\n"
    )
    found = read(ward, rows)
    assert [row.draft.nominee for row in found.rows] == [ward["tổ 5"], ward["hộ Bình"], None, None]
    assert [row.draft.recipient_kind for row in found.rows] == ["tap_the", "ho_gia_dinh", "tap_the", "ho_gia_dinh"]
    assert [row.new.kind for row in found.rows[2:] if row.new] == ["unit", "household"]
    assert len(found.ready) == 4


def test_headings_inside_the_list_say_kind_award_and_unit(ward, tmp_path):
    rows = [
        ["STT", "Họ và tên / Tên tập thể", "Chức vụ, đơn vị"],
        ["A", "DANH HIỆU LAO ĐỘNG TIÊN TIẾN"],
        ["I", "Tập thể"],
        [1, "Văn phòng HĐND và UBND phường"],
        ["II", "Cá nhân"],
        [1, "Nguyễn Thị Lan", "Công chức Văn phòng HĐND và UBND phường"],
        ["B", "GIẤY KHEN CỦA CHỦ TỊCH UBND PHƯỜNG"],
        ["", "Tổ dân phố 5"],
        [1, "Hoàng Văn Mới"],
        ["", "Danh sách này có 03 trường hợp"],
        ["", "", "NGƯỜI LẬP"],
    ]
    found = read_nominations(ward.book, table(tmp_path, rows), ward.round)
    drafts = [row.draft for row in found.rows]
    assert [draft.recipient_kind for draft in drafts] == ["tap_the", "ca_nhan", "ca_nhan"]
    assert [draft.award_type for draft in drafts] == [ward["ldtt"], ward["ldtt"], ward["giay_khen"]]
    assert drafts[2].proposer == ward["tổ 5"]
    assert [one.row for one in found.skipped] == [2, 3, 5, 7, 8, 10, 11]
    assert found.skipped[-2].text == "Danh sách này có 03 trường hợp"


def test_the_title_of_the_list_says_the_award(ward, tmp_path):
    rows = [["DANH SÁCH ĐỀ NGHỊ XÉT TẶNG DANH HIỆU “GIA ĐÌNH VĂN HÓA” NĂM 2025"], ["STT", "Họ tên chủ hộ", "Địa chỉ"],
            ["(1)", "(2)", "(3)"], [1, "Phạm Văn Bình", "Tổ dân phố 5"]]  # fmt: skip
    (row,) = read_nominations(ward.book, table(tmp_path, rows), ward.round).rows
    assert (row.draft.nominee, row.draft.award_type) == (ward["hộ Bình"], ward["gdvh"])


def test_awards_with_columns_of_their_own_are_marked_by_an_x(ward):
    heads = "STT\tHọ và tên\tLĐTT\tCSTĐCS\tCỡ áo\n"
    found = read(ward, "1\tNguyễn Thị Lan\tx\tX\tL\n", heads=heads)
    assert [row.draft.award_type for row in found.rows] == [ward["ldtt"], ward["cstd_co_so"]]
    assert [(row.number, row.part) for row in found.rows] == [(2, 0), (2, 1)]
    assert found.rows[0].draft.note == "Cỡ áo: L"


def test_several_awards_in_one_cell_are_several_nominations(ward):
    found = read(ward, "1\tNguyễn Thị Lan\t\t\tLĐTT; CSTĐ cơ sở\t\n")
    assert [row.draft.award_type for row in found.rows] == [ward["ldtt"], ward["cstd_co_so"]]


def test_an_award_that_the_book_does_not_know_is_asked_once_for_all_rows(ward):
    rows = "1\tNguyễn Thị Lan\t\t\tGiấy khen\t\n2\tTổ dân phố 5\t\t\tGiấy khen\t\n3\tTổ dân phố 1\t\t\tThư khen\t\n"
    found = read(ward, rows)
    assert [row.doubts[0].key for row in found.doubtful] == ["award:giay khen", "award:giay khen", "award:thu khen"]
    assert [one.record for one in found.doubtful[0].doubts[0].candidates] == [ward["giay_khen"]]
    answers = {"award:giay khen": Answer(record=ward["giay_khen"]), "award:thu khen": Answer(as_words=True)}
    settled = read(ward, rows, answers=answers)
    assert [row.draft.award_type for row in settled.ready] == [ward["giay_khen"], ward["giay_khen"], None]
    assert settled.ready[2].draft.form_words == "Thư khen"


def test_what_is_neither_person_nor_unit_for_sure_is_asked_about(ward):
    found = read(ward, "1\tSao Mai 3\t\t\tLĐTT\t\n")
    assert asked(found) == ["kind"]
    answered = read(ward, "1\tSao Mai 3\t\t\tLĐTT\t\n", answers={"kind:sao mai 3": Answer(value="tap_the")})
    assert answered.ready[0].new and answered.ready[0].new.kind == "unit"


def test_the_same_twice_is_asked_about_in_the_list_and_in_the_round(ward):
    first = read(ward, "1\tTổ dân phố 5\t\t\tLĐTT\t\n2\tTổ dân phố 5\t\t\tLĐTT\t\n")
    assert asked(first) == ["twin"]
    take_in(ward.book, ward.round, first.rows)
    assert "trong đợt này" in read(ward, "1\tTổ dân phố 5\t\t\tLĐTT\t\n").rows[0].doubts[0].words


def test_new_people_of_one_name_on_two_rows_are_asked_about(ward):
    rows = "1\tĐỗ Văn Kiên\t\tTổ dân phố 1\tLĐTT\t\n2\tĐỗ Văn Kiên\t\tTổ dân phố 5\tLĐTT\t\n"
    found = read(ward, rows)
    (doubt,) = found.rows[1].doubts
    same, other = doubt.readings[0][0], Answer(new=True)
    one = read(ward, rows, answers={(3, "who"): Answer(value=same), (3, "twin"): Answer(new=True)})
    assert len({row.new.key for row in one.rows if row.new}) == 1
    two = read(ward, rows, answers={(3, "who"): other})
    assert len({row.new.key for row in two.rows if row.new}) == 2


def test_a_row_that_is_left_out_is_not_taken(ward):
    found = read(ward, "1\tTrần Văn An\t\t\tLĐTT\t\n2\tTổ dân phố 5\t\t\tLĐTT\t\n", answers={(2, "who"): SKIP})
    assert [row.number for row in found.ready] == [3]
    assert found.doubtful == ()


def test_what_is_ready_is_nominated_and_who_is_new_is_made_first(ward):
    rows = "1\tNguyễn Thị Lan\t\t\tLĐTT\t\n2\tBà ĐỖ THỊ KIÊN (tổ 1)\t1988\tCông nhân\tLĐTT\tChăm chỉ\n"
    found = read(ward, rows)
    changes = take_in(ward.book, ward.round, found.rows)
    assert len(changes) == 2
    made = load(ward.book.db, changes[0].added[0])
    assert (made.values["name"], made.values["birth"], made.values["address_form"]) == ("Đỗ Thị Kiên", "1988", "Bà")
    nominated = [load(ward.book.db, record).values for record in changes[1].added]
    assert [values["nominee"] for values in nominated] == [ward["Lan"], made.id]
    assert nominated[1]["achievement"] == "Chăm chỉ"
    assert nominated[0]["years"] == (2025,)
    ward.book.undo()
    ward.book.undo()
    assert ward.count("nomination") == 0


def test_nothing_ready_is_told(ward):
    with pytest.raises(UserError, match="Chưa có dòng nào sẵn sàng"):
        take_in(ward.book, ward.round, read(ward, "1\tTrần Văn An\t\t\tLĐTT\t\n").rows)


def test_a_table_without_names_is_refused_and_a_chosen_column_helps(ward):
    pasted = read_pasted("Mã\tAi\tKhen gì\nM1\tNguyễn Thị Lan\tLĐTT\n")
    with pytest.raises(UserError, match="Không thấy cột"):
        read_nominations(ward.book, pasted, ward.round)
    heads = read_heads(pasted, {"name": ("ai",), "award": ("khen gi",)})
    assert read_nominations(ward.book, pasted, ward.round, heads=heads).ready[0].draft.award_type == ward["ldtt"]


def test_what_stands_in_unknown_columns_is_kept_in_the_note(ward):
    heads = "STT\tHọ và tên\tDanh hiệu\tSố điện thoại\tSáng kiến\n"
    (row,) = read(ward, "1\tNguyễn Thị Lan\tLĐTT\t0912\tSố hóa hồ sơ\n", heads=heads).rows
    assert row.draft.note == "Số điện thoại: 0912\nSáng kiến: Số hóa hồ sơ"
    ward.add("sk", "initiative", name="Số hóa hồ sơ", years=[2025])
    (row,) = read(ward, "1\tNguyễn Thị Lan\tLĐTT\t0912\tSố hóa hồ sơ\n", heads=heads).rows
    assert row.draft.initiatives == (ward["sk"],)


def test_two_thousand_rows_are_read_at_once(ward):
    syllables = [first + last for first in "BCDGHKLMNPQRSTVX" for last in ("an", "ành", "iếu", "ội")]
    names = [f"Nguyễn {middle} {last}" for middle in syllables for last in syllables][:2000]
    ward.book.write("Thêm", [Add("person", {"name": name}) for name in names])
    rows = "".join(f"{number}\t{name}\t\t\tLĐTT\t\n" for number, name in enumerate(names, 1))
    assert len(read(ward, rows).ready) == 2000


def test_a_row_without_an_award_takes_the_one_that_was_chosen(ward, tmp_path: Path):
    found = read(ward, "1\tNguyễn Thị Lan\t\t\t\t\n", award_type=ward["ldtt"])
    assert found.ready[0].draft.award_type == ward["ldtt"]
    assert asked(read(ward, "1\tNguyễn Thị Lan\t\t\t\t\n")) == ["award"]


def test_a_birth_that_cannot_be_read_is_told(ward):
    (row,) = read(ward, "1\tĐỗ Văn Kiên\t31/02/1980\t\tLĐTT\t\n").rows
    assert any("31/02/1980" in remark for remark in row.remarks)


def test_heads_are_those_of_the_list(ward):
    assert read(ward, "1\tTổ dân phố 5\t\t\tLĐTT\t\n").heads == read_heads(read_pasted(HEADS + "1\tA"), NOMINATION)
