"""The five statistical tables: who is counted where, what stays empty, and where each number leads."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.paper_acts import make
from reports.awarding.statistics import statistics
from reports.awarding.statistics_classes import class_of
from reports.awarding.statistics_context import Cell, Statistics
from reports.papers import make_paper
from reports.prints import Number
from reports.rebuilding import rebuild
from tests.reports.documents import faults
from ward.awarding.counted_period import TypedAward, counted_period, statistics_period
from ward.book import Book
from ward.edits import Add
from ward.loading import load
from ward.year_awards import AwardForm
from ward.year_entries import Entry
from ward.year_view import year_view

DAY = dt.date(2025, 12, 5)
YEARS = (2025,)
PROVINCE = {"level": "tinh", "form_words": "Bằng khen của Chủ tịch UBND thành phố", "basis": "cong_trang"}
ONE, MANY = [{"recipient_kind": "ca_nhan", "words": "Bà Hoa"}], [{"recipient_kind": "tap_the", "words": "Tổ 5"}] * 2


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with Book.create(tmp_path / "sổ.sovang") as made:
        yield made


def award(book: Book, **values: object) -> int:
    given = {"state": "granted", "years": [2025], "decided_on": "2025-06-01", **values}
    return book.write("Thêm", [Add("award", given)]).added[0]


def movement(book: Book, name: str, **values: object) -> int:
    given = {"name": name, "movement_kind": "phong_trao", "years": [2025], **values}
    return book.write("Thêm", [Add("movement", given)]).added[0]


def made(book: Book) -> Statistics:
    return statistics(year_view(book.db, YEARS, DAY), counted_period(book.db, YEARS), DAY)


def number(cell: Cell) -> int | None:
    return None if cell is None else int(cell.value)


def province(book: Book, code: str) -> tuple[int | None, ...]:
    row = next(one for one in made(book).province_awards if one.code == code)
    return tuple(map(number, (row.total, row.certificate, row.fighter, row.flag, row.badge)))


def state(book: Book, code: str, *columns: str) -> tuple[int | None, ...]:
    row = next(one for one in made(book).state_awards if one.code == code)
    return tuple(number(getattr(row, column)) for column in columns)


def test_the_statistical_year_ends_on_30_november() -> None:
    assert statistics_period((2025,)) == (dt.date(2024, 12, 1), dt.date(2025, 11, 30))


def test_only_what_was_decided_in_the_statistical_year_is_counted(book: Book) -> None:
    for day in ("2024-11-30", "2024-12-01", "2025-11-30", "2025-12-01"):
        award(book, **PROVINCE, recipients=ONE, decided_on=day, years=[int(day[:4])])
    award(book, **PROVINCE, recipients=ONE, state="refused")
    assert province(book, "01") == (2, 2, None, None, None)


def test_recipients_are_counted_by_kind_and_groups(book: Book) -> None:
    award(book, **PROVINCE, recipients=MANY, worker_group="enterprise")
    award(book, **PROVINCE, recipients=ONE, worker_group="worker")
    award(book, **PROVINCE, persons=3, recipients=[])
    assert [province(book, code)[0] for code in ("01", "02", "03", "05", "10")] == [6, 2, 2, 4, 1]


def test_the_way_of_an_award_has_its_line(book: Book) -> None:
    award(book, **PROVINCE, recipients=ONE)
    award(book, **{**PROVINCE, "basis": "dot_xuat"}, recipients=MANY)
    assert [province(book, code)[0] for code in ("11", "12", "13")] == [1, None, 2]


def test_what_the_book_does_not_tell_stays_empty_and_never_becomes_zero(book: Book) -> None:
    sheet = made(book)
    cells = [
        getattr(row, one)
        for rows in (sheet.movements, sheet.state_awards, sheet.province_awards)
        for row in rows
        for one in row.__dataclass_fields__
        if one not in ("name", "code", "measure")
    ]
    assert set(cells) == {None}
    award(book, **PROVINCE, recipients=ONE)
    assert [province(book, code) for code in ("06", "07", "17")] == [(None,) * 5] * 3


def test_a_group_whose_split_nobody_knows_is_named_below_and_not_counted(book: Book) -> None:
    award(book, **PROVINCE, counted_words="88 tập thể và cá nhân")
    assert province(book, "01")[0] is None
    assert any("chưa rõ bao nhiêu" in str(note) and "88 tập thể" in str(note) for note in made(book).province_notes)


@pytest.mark.parametrize("day", ["2025", "2024-12", "", "2025-12"])
def test_an_award_whose_day_is_not_known_enough_is_named_below(book: Book, day: str) -> None:
    award(book, **PROVINCE, recipients=ONE, decided_on=day)
    named = any("chưa rõ ngày quyết định" in str(note) for note in made(book).province_notes)
    inside = province(book, "01")[0] == 1
    assert (named, inside) == {"2025": (True, False), "2024-12": (False, True), "": (True, False)}.get(
        day, (False, False)
    )


def test_state_awards_stand_in_their_columns(book: Book) -> None:
    award(book, level="trung_uong", form_words="Bằng khen của Thủ tướng Chính phủ", recipients=ONE)
    award(book, level="trung_uong", form_words="Huân chương Lao động hạng Ba", recipients=MANY)
    award(book, level="trung_uong", form_words="Bằng khen của Bộ trưởng Bộ Nội vụ", recipients=ONE)
    columns = ("total", "orders_collectives", "orders_persons", "prime_collectives", "prime_persons")
    assert state(book, "01", *columns) == (3, 2, None, None, 1)
    assert state(book, "06", *columns) == (2, 2, None, None, None)
    assert state(book, "09", *columns) == (1, None, None, None, 1)
    assert province(book, "01")[:2] == (1, 1)


FORM = AwardForm("", "", "", "", "")


@pytest.mark.parametrize(
    ("code", "words", "level", "found"),
    [
        ("hcld_ba", "", "", ("state", "orders")),
        ("cstd_tinh", "", "", ("province", "fighter")),
        ("", "Chiến sĩ thi đua Thành phố", "tinh", ("province", "fighter")),
        ("", "Cờ thi đua của Chính phủ", "trung_uong", ("state", "flag")),
        ("", "Cờ thi đua của UBND tỉnh", "tinh", ("province", "flag")),
        ("", "Cờ thi đua", "", ("", "")),
        ("", "Kỷ niệm chương Bảo vệ an ninh Tổ quốc", "trung_uong", ("province", "badge")),
        ("", "Huy hiệu 30 năm tuổi Đảng", "tinh", ("", "")),
        ("", "Tập thể Lao động xuất sắc", "tinh", ("province", "other")),
        ("", "Nhà giáo ưu tú", "trung_uong", ("state", "honours")),
        ("", "Giấy khen của Chủ tịch UBND phường", "phuong", ("", "")),
        ("", "Bằng khen của UBND Thành phố", "", ("province", "certificate")),
        ("", "Thư khen", "", ("", "")),
    ],
)
def test_an_award_is_known_by_its_code_or_else_its_words(
    code: str, words: str, level: str, found: tuple[str, str]
) -> None:
    entry = Entry(1, "0" * 32, "award", "", "", {"level": level, "issuers": ()})
    assert class_of(TypedAward(entry, code, AwardForm(words, "", "", "", ""))) == found


def test_an_award_without_a_column_is_named_and_not_counted(book: Book) -> None:
    award(book, level="tinh", form_words="Tập thể Lao động xuất sắc", recipients=MANY)
    assert province(book, "01")[0] is None
    assert any("Không có cột" in str(note) and "xuất sắc" in str(note) for note in made(book).province_notes)


def test_movements_are_counted_by_level_and_term(book: Book) -> None:
    movement(book, "Chung sức xây dựng nông thôn mới", level="trung_uong", period="2021/2025")
    movement(book, "Dân vận khéo", level="tinh", period="2025")
    movement(book, "90 ngày đêm", level="phuong", period="2025-01-01/2025-03-31", movement_kind="chuyen_de")
    movement(book, "Không rõ", period="")
    movement(book, "Toàn dân đoàn kết", level="trung_uong", movement_kind="cuoc_van_dong", period="2025")
    rows = {
        row.code: tuple(map(number, (row.total, row.central, row.province, row.unit))) for row in made(book).movements
    }
    assert rows["01"] == (4, 1, 1, 1)
    assert [rows[code][0] for code in ("06", "07", "08", "09", "10", "11")] == [1, 1, None, None, 1, 1]
    assert [rows[code] for code in ("02", "05", "12")] == [(None,) * 4] * 3
    notes = " ".join(map(str, made(book).movement_notes))
    assert "Chưa rõ thời hạn: Không rõ" in notes
    assert "Chưa rõ cấp phát động" in notes


@pytest.mark.parametrize(
    ("period", "line"),
    [
        ("2025-02-01/2026-01-31", "07"),
        ("2025-01-15/2026-01-20", "08"),
        ("2025/2027", "09"),
        ("2024-02-29/2025-02-28", "07"),
    ],
)
def test_a_term_is_told_to_the_day(book: Book, period: str, line: str) -> None:
    movement(book, "Phong trào", level="phuong", period=period)
    rows = {row.code: number(row.total) for row in made(book).movements}
    assert [code for code in ("06", "07", "08", "09", "10") if rows[code]] == [line]


def test_every_number_leads_to_the_awards_that_were_counted(book: Book) -> None:
    first = award(book, **PROVINCE, recipients=ONE)
    award(book, level="phuong", form_words="Giấy khen", recipients=ONE)
    cell = made(book).province_awards[0].total
    assert isinstance(cell, Number) and cell.source
    assert cell.source.what == "Khen cấp bộ, ban, ngành, tỉnh: Tổng số"
    assert cell.source.of == (load(book.db, first).uid.hex(),)


def test_the_form_says_that_it_is_not_verified_and_was_followed_by_a_newer_one(book: Book) -> None:
    caution = str(made(book).caution)
    assert all(one in caution for one in ("chưa đối chiếu", "02/2023/TT-BNV", "18/2025/TT-BNV", "không phải số 0"))


def cells(sheet: Worksheet, text: str) -> list[object]:
    """The row that begins with a text."""
    return next([cell.value for cell in row] for row in sheet.iter_rows() if row[0].value == text)


def test_the_workbook_has_five_sheets_with_exact_numbers(book: Book, tmp_path: Path) -> None:
    award(book, **PROVINCE, recipients=ONE)
    movement(book, "Dân vận khéo", level="tinh", period="2025")
    path = make_paper(book, "thong-ke-06", YEARS, tmp_path, today=DAY).path
    assert path.name == "Thong-ke-thi-dua-khen-thuong-2025.xlsx"
    assert faults(path) == []
    found = load_workbook(path)
    assert [sheet.title for sheet in found.worksheets if sheet.sheet_state == "visible"] == [
        "0601", "0602", "0603", "0604", "0605",
    ]  # fmt: skip
    assert cells(found["0603"], "Tổng số") == ["Tổng số", "01", 1, 1, None, None, None]
    assert cells(found["0601"], "Tổng số") == ["Tổng số", "01", 1, None, 1, None]
    assert cells(found["0602"], "Tập thể")[:3] == ["Tập thể", "06", "tập thể"]
    assert cells(found["0605"], "Tổng số") == ["Tổng số", "01", None, None]
    assert found["0602"]["A4"].value == "Từ ngày 01/12/2024 đến ngày 30/11/2025"
    for sheet in found.worksheets[:5]:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.print_title_rows
        assert "18/2025/TT-BNV" in sheet["A6"].value


def test_the_paper_is_remembered_and_made_again_byte_for_byte(book: Book, tmp_path: Path) -> None:
    award(book, **PROVINCE, recipients=ONE)
    remembered = make(book, "thong-ke-06", YEARS, tmp_path, today=DAY)
    assert remembered.record
    assert rebuild(book, remembered.record, today=DAY) == remembered.path.read_bytes()
