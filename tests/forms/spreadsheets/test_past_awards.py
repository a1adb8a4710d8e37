"""The awards of past years come into the register: every kind of date, nothing twice, nothing lost."""

import datetime as dt
from typing import Any

import pytest

from forms.spreadsheets.doubts import SKIP, Answer
from forms.spreadsheets.past_awards import PastList, read_past_awards, take_in_past
from forms.spreadsheets.past_values import counted, level_in
from forms.spreadsheets.pasted import read_pasted
from tests.forms.spreadsheets.conftest import Ward
from tests.forms.spreadsheets.sheets import table
from ward.edits import Add
from ward.errors import UserError
from ward.loading import load

HEADS = "TT\tHọ và tên\tNăm\tDanh hiệu, hình thức\tSố quyết định\tNgày quyết định\tCơ quan quyết định\n"


def read(ward: Ward, rows: str, heads: str = HEADS, **more) -> PastList:
    return read_past_awards(ward.book, read_pasted(heads + rows), **more)


def one(ward: Ward, row: str, **more) -> dict[str, Any]:
    (past,) = read(ward, row, **more).rows
    return past.values


def test_a_title_of_2016_that_was_decided_in_2015_is_one_of_2016(ward):
    values = one(ward, "1\tNguyễn Thị Lan\t2016\tCSTĐ cơ sở\t4125/QĐ-UBND\t08/12/2015\tUBND quận Long Biên\n")
    assert (values["period"], values["years"], values["decided_on"]) == ("2016", [2016], "2015-12-08")
    assert (values["award_type"], values["decision_number"]) == (ward["cstd_co_so"], "4125/QĐ-UBND")
    assert values["issuers"] == [{"issuer": None, "words": "UBND quận Long Biên"}]
    assert values["recipients"][0]["who"] == ward["Lan"]
    assert values["state"] == "granted"
    assert values["level"] == "huyen"  # the district's, although the ward gives this title today


def test_the_level_of_the_type_holds_where_the_issuer_names_none(ward):
    row = "1\tNguyễn Thị Lan\t2025\tCSTĐ cơ sở\t41/QĐ-UBND\t08/12/2025\t\n"
    assert one(ward, row)["level"] == "phuong"


def test_a_column_called_noi_ban_hanh_tells_the_issuer(ward):
    heads = HEADS.replace(HEADS.strip().split("\t")[-1], "Nơi ban hành")
    row = "1\tNguyễn Thị Lan\t2016\tLĐTT\t4125/QĐ-UBND\t08/12/2015\tUBND quận Long Biên\n"
    (past,) = read(ward, row, heads).rows
    assert past.values["issuers"] == [{"issuer": None, "words": "UBND quận Long Biên"}]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("08/12/2015", "2015-12-08"),
        ("8-12-2015", "2015-12-08"),
        ("42346", "2015-12-08"),
        ("12/2015", "2015-12"),
        ("2015", "2015"),
        ("ngày 08 tháng 12 năm 2015", "2015-12-08"),
        ("", ""),
    ],
)
def test_days_are_read_in_every_form(ward, written, kept):
    assert one(ward, f"1\tNguyễn Thị Lan\t2015\tLĐTT\t1\t{written}\t\n")["decided_on"] == kept


def test_a_day_that_excel_keeps_as_a_day_is_read(ward, tmp_path):
    rows = [["TT", "Họ và tên", "Năm", "Danh hiệu", "Ngày QĐ"],
            [1, "Nguyễn Thị Lan", 2016, "LĐTT", dt.date(2015, 12, 8)]]  # fmt: skip
    (past,) = read_past_awards(ward.book, table(tmp_path, rows)).rows
    assert past.values["decided_on"] == "2015-12-08"


def test_a_day_with_two_readings_is_asked_about_once_for_all_its_rows(ward):
    rows = "1\tNguyễn Thị Lan\t2015\tLĐTT\t1\t08/12/15\t\n2\tTổ dân phố 5\t2015\tLĐTT\t1\t08/12/15\t\n"
    found = read(ward, rows)
    assert {doubt.key for row in found.rows for doubt in row.doubts} == {"day:08/12/15"}
    assert found.rows[0].doubts[0].readings[0] == ("2015-12-08", "08/12/2015")
    settled = read(ward, rows, answers={"day:08/12/15": Answer(value="2015-12-08")})
    assert [row.values["decided_on"] for row in settled.ready] == ["2015-12-08"] * 2


def test_a_day_that_cannot_be_read_stays_in_the_note(ward):
    row = "1\tNguyễn Thị Lan\t2015\tLĐTT\t1\tcuối năm\t\n"
    assert [doubt.field for doubt in read(ward, row).rows[0].doubts] == ["day"]
    assert one(ward, row, answers={(2, "day"): Answer(as_words=True)})["note"] == "Ngày quyết định: cuối năm"


def test_a_decision_in_one_cell_is_taken_apart(ward):
    heads = "TT\tHọ và tên\tNăm\tDanh hiệu\tSố, ngày, cơ quan ban hành quyết định\n"
    row = "1\tNguyễn Thị Lan\t2023\tLĐTT\tQuyết định số 412/QĐ-UBND ngày 05/12/2023 của UBND phường An Bình\n"
    values = one(ward, row, heads=heads)
    assert (values["decision_number"], values["decided_on"]) == ("412/QĐ-UBND", "2023-12-05")
    assert values["issuers"][0]["words"] == "UBND phường An Bình"


def test_a_title_whose_year_nobody_wrote_is_asked_about_by_its_decision(ward):
    heads = "TT\tHọ và tên\tDanh hiệu\tSố QĐ\tNgày QĐ\n"
    row = "1\tNguyễn Thị Lan\tLĐTT\t12/QĐ-UBND\t15/01/2017\n"
    (doubt,) = read(ward, row, heads=heads).rows[0].doubts
    assert doubt.readings == (("2017", "Năm 2017"), ("2016", "Năm 2016"))
    values = one(ward, row, heads=heads, answers={doubt.key: Answer(value="2016")})
    assert (values["period"], values["years"]) == ("2016", [2016])
    form = one(ward, "1\tNguyễn Thị Lan\tGiấy khen của Chủ tịch UBND phường\t12\t15/01/2017\n", heads=heads)
    assert (form.get("period", ""), form["years"]) == ("", [2017])


def test_the_year_of_the_sheet_serves_rows_that_name_none(ward, tmp_path):
    rows = [["SỔ THEO DÕI KHEN THƯỞNG NĂM 2014"], ["TT", "Họ và tên", "Danh hiệu"], [1, "Nguyễn Thị Lan", "LĐTT"]]
    (past,) = read_past_awards(ward.book, table(tmp_path, rows)).rows
    assert past.values["period"] == "2014"


def test_a_school_year_is_a_period_of_its_own(ward):
    values = one(ward, "1\tNguyễn Thị Lan\t2015-2016\tLĐTT\t\t\t\n", heads=HEADS.replace("Năm", "Năm học"))
    assert (values["period"], values["years"]) == ("S2015/2016", [2015, 2016])


def test_what_the_register_has_already_is_not_added_again(ward):
    rows = (
        "1\tNguyễn Thị Lan\t2016\tLĐTT\t4125/QĐ-UBND\t08/12/2015\t\n2\tVũ Thị Mới\t2016\tLĐTT\t4125\t08/12/2015\t\n"
    )
    found = read(ward, rows)
    change = take_in_past(ward.book, found.rows, "Sổ cũ.xlsx")
    assert ward.count("award") == 2
    again = read(ward, rows)
    assert [row.known for row in again.rows] == [row for row in change.added if _kind(ward, row) == "award"]
    assert again.ready == () and again.doubtful == ()


def _kind(ward: Ward, record: int) -> str:
    return load(ward.book.db, record).kind


def test_the_same_number_in_another_year_is_another_award(ward):
    take_in_past(ward.book, read(ward, "1\tNguyễn Thị Lan\t2016\tLĐTT\t12/QĐ\t08/12/2016\t\n").rows, "a")
    assert len(read(ward, "1\tNguyễn Thị Lan\t2017\tLĐTT\t12/QĐ\t08/12/2017\t\n").ready) == 1


def test_an_award_of_the_same_year_without_its_number_is_asked_about(ward):
    take_in_past(ward.book, read(ward, "1\tNguyễn Thị Lan\t2016\tLĐTT\t12/QĐ\t08/12/2016\t\n").rows, "a")
    row = "1\tNguyễn Thị Lan\t2016\tLĐTT\t\t\t\n"
    assert [doubt.field for doubt in read(ward, row).rows[0].doubts] == ["twin"]
    assert read(ward, row, answers={(2, "twin"): SKIP}).rows[0].left_out
    assert len(read(ward, row, answers={(2, "twin"): Answer(new=True)}).ready) == 1


def test_a_row_that_stands_twice_in_the_file_is_asked_about(ward):
    row = "1\tNguyễn Thị Lan\t2016\tLĐTT\t12/QĐ\t08/12/2016\t\n"
    found = read(ward, row + row)
    assert [len(past.doubts) for past in found.rows] == [0, 1]
    assert "dòng 2" in found.rows[1].doubts[0].words


def test_a_counted_group_without_names_stays_counted(ward):
    values = one(ward, "1\t88 tập thể và cá nhân\t2023\tLĐTT\t\t\t\n")
    assert (values["counted_words"], values["recipients"]) == ("88 tập thể và cá nhân", [])
    assert counted("12 hộ gia đình") == {"counted_words": "12 hộ gia đình", "households": 12}
    assert counted("Tổ 12") == {}


def test_a_closed_year_is_refused_and_the_other_rows_go_on(ward):
    ward.book.write("Khóa", [Add("year", {"year": 2016, "closed_on": "2017-01-20"})])
    rows = "1\tNguyễn Thị Lan\t2016\tLĐTT\t\t\t\n2\tNguyễn Thị Lan\t2017\tLĐTT\t\t\t\n"
    found = read(ward, rows)
    assert "Năm 2016 đã khóa sổ" in found.rows[0].refused
    assert len(take_in_past(ward.book, found.rows, "a").added) == 1


def test_all_of_it_is_one_act_that_can_be_undone(ward):
    people = ward.count("person")
    rows = "".join(f"{n}\tVũ Thị Mới\t{2010 + n}\tLĐTT\t{n}/QĐ\t\t\n" for n in range(1, 6))
    change = take_in_past(ward.book, read(ward, rows).rows, "Sổ cũ.xlsx")
    assert change.act == "Nhập 5 khen thưởng từ “Sổ cũ.xlsx”"
    assert ward.count("person") == people + 1
    ward.book.undo()
    assert (ward.count("person"), ward.count("award")) == (people, 0)


def test_a_recipient_is_kept_as_named_then(ward):
    heads = "TT\tHọ và tên\tChức vụ\tNăm\tDanh hiệu\n"
    found = read(ward, "1\tBà Nguyễn Thị Lan\tCông chức\t2016\tLĐTT\n", heads=heads)
    take_in_past(ward.book, found.rows, "a")
    record = int(ward.book.db.execute_sql("SELECT record_id FROM award").fetchone()[0])
    (recipient,) = load(ward.book.db, record).values["recipients"]
    assert (recipient["who"], recipient["words"], recipient["as_title"]) == (
        ward["Lan"], "Bà Nguyễn Thị Lan", "Công chức",
    )  # fmt: skip


def test_unknown_columns_and_unread_amounts_stay_in_the_note(ward):
    heads = "TT\tHọ và tên\tNăm\tDanh hiệu\tTiền thưởng\tNơi trao\tGhi chú\n"
    values = one(ward, "1\tNguyễn Thị Lan\t2016\tLĐTT\tnhư quy định\tHội trường\tđã trao\n", heads=heads)
    assert values["note"] == "đã trao\nTiền thưởng: như quy định\nNơi trao: Hội trường"
    odd = one(
        ward, "1\tNguyễn Thị Lan\tnhiều năm\tLĐTT\t\t\t\n", heads=heads, answers={"year:": Answer(value="2016")}
    )
    assert (odd["note"], odd["years"]) == ("Năm: nhiều năm", [2016])
    assert one(ward, "1\tNguyễn Thị Lan\t2016\tLĐTT\t702.000 đ\t\t\n", heads=heads)["prize"] == 702_000


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Giấy khen của UBND quận Long Biên", "huyen"),
        ("Bằng khen của UBND Thành phố", "tinh"),
        ("Giấy khen của Chủ tịch UBND phường", "phuong"),
        ("Bằng khen của Thủ tướng Chính phủ", "trung_uong"),
        ("Giấy khen UBND thành phố Thanh Hóa", "huyen"),
        ("Thư khen của Giám đốc Công an thành phố", ""),
        ("Giải nhì hội thi", ""),
    ],
)
def test_the_level_is_told_by_words_and_left_open_where_they_leave_it(text, level):
    assert level_in(text) == level


def test_a_row_without_year_and_day_waits(ward):
    heads = "TT\tHọ và tên\tDanh hiệu\n"
    assert [doubt.field for doubt in read(ward, "1\tNguyễn Thị Lan\tLĐTT\n", heads=heads).rows[0].doubts] == ["year"]


def test_nothing_ready_and_no_names_are_told(ward):
    with pytest.raises(UserError, match="Chưa có dòng nào"):
        take_in_past(ward.book, [], "a")
    with pytest.raises(UserError, match="Không thấy cột"):
        read_past_awards(ward.book, read_pasted("Tháng\tThu\n1\t2\n"))
