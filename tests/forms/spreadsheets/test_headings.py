"""Columns are known by their heads, however these are written and wherever they stand."""

from pathlib import Path

import pytest

from forms.spreadsheets.headings import NO_HEADS, read_heads
from forms.spreadsheets.pasted import read_pasted
from forms.spreadsheets.spellings import NOMINATION, PAST
from tests.forms.spreadsheets.sheets import table


def named(text: str, spellings=NOMINATION) -> dict[str, int]:
    return dict(read_heads(read_pasted(text), spellings).columns)


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        (
            "TT\tHọ và tên / Tên tập thể / Hộ gia đình\tChức vụ, đơn vị (địa chỉ)\tTóm tắt thành tích\t"
            "Danh hiệu, hình thức đề nghị",
            {"number": 0, "name": 1, "as_title": 2, "achievement": 3, "award": 4},
        ),
        (
            "STT\tDanh xưng (Ông/Bà)\tHọ tên\tGiới tính\tNgày sinh\tChức vụ\tPhòng ban\tĐịa chỉ",
            {
                "number": 0,
                "address_form": 1,
                "name": 2,
                "sex": 3,
                "birth": 4,
                "post": 5,
                "workplace": 6,
                "address": 7,
            },
        ),
        (
            "STT\tHọ và tên\tNăm sinh\tĐơn vị công tác\tĐơn vị đề nghị\tHình thức\tGhi chú",
            {"number": 0, "name": 1, "birth": 2, "workplace": 3, "proposer": 4, "award": 5, "note": 6},
        ),
        ("stt\tho va ten\tdanh hieu", {"number": 0, "name": 1, "award": 2}),
        ("SỐ TT\tHỌ TÊN CHỦ HỘ\tĐỊA CHỈ\tDANH HIỆU", {"number": 0, "name": 1, "address": 2, "award": 3}),
        ("Ghi chú\tDanh hiệu\tTên tập thể\tTT", {"note": 0, "award": 1, "name": 2, "number": 3}),
        ("STT\tHọ tên\tĐối tượng\tSố điện thoại", {"number": 0, "name": 1, "group": 2}),
    ],
)
def test_heads_are_known_in_many_spellings(heads: str, found: dict[str, int]):
    assert named(f"{heads}\n1\tNguyễn Văn An\tx") == found


def test_heads_stand_below_letterhead_and_title(tmp_path: Path):
    read = table(
        tmp_path,
        [
            ["UBND PHƯỜNG AN BÌNH", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["TỔ DÂN PHỐ 5", None, None, "Độc lập - Tự do - Hạnh phúc"],
            [],
            ["DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN NĂM 2025"],
            [],
            ["STT", "Họ và tên", "Chức vụ", "Thành tích"],
            [1, "Nguyễn Văn An", "Tổ trưởng", "…"],
        ],
        ["A4:D4"],
    )
    heads = read_heads(read, NOMINATION)
    assert (heads.last_row, dict(heads.columns)) == (6, {"number": 0, "name": 1, "post": 2, "achievement": 3})
    assert "GIẤY KHEN" in heads.title


def test_heads_over_two_rows_are_read_together(tmp_path: Path):
    read = table(
        tmp_path,
        [
            ["TT", "Họ và tên", "Năm", "Quyết định", None, None],
            [None, None, None, "Số", "Ngày", "Cơ quan ban hành"],
            [1, "Nguyễn Văn An", 2016, "4125/QĐ-UBND", "08/12/2015", "UBND quận"],
        ],
        ["A1:A2", "B1:B2", "C1:C2", "D1:F1"],
    )
    heads = read_heads(read, PAST)
    assert heads.last_row == 2
    assert heads.columns == {"number": 0, "name": 1, "year": 2, "decision_number": 3, "decided_on": 4, "issuer": 5}


def test_a_column_that_nobody_knows_is_named():
    heads = read_heads(read_pasted("STT\tHọ tên\tCỡ áo\n1\tAn\tL"), NOMINATION)
    assert heads.unknown == {2: "Cỡ áo"}


def test_a_table_without_a_column_of_names_has_no_heads():
    assert read_heads(read_pasted("Tháng\tThu\tChi\n1\t5\t6"), NOMINATION) == NO_HEADS
