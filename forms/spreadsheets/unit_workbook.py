"""A workbook to send to a unit: nominations and registrations to fill in, lists to choose from, hidden keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from peewee import SqliteDatabase

from forms.spreadsheets.asked import KIND_LABELS
from forms.spreadsheets.award_names import AwardNames
from forms.spreadsheets.cells import shown_day
from forms.spreadsheets.writing import save_workbook
from ward.errors import UserError
from ward.loading import load, load_many
from ward.lookups import living
from ward.names import office_of, on_day, within
from ward.text import person_sort_key

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FORMAT, VERSION = "sovang-don-vi", "1"
LISTS = "_don_vi"
"""The hidden sheet with the lists to choose from, and whose workbook it is."""
NOMINATIONS, REGISTRATIONS = "Đề nghị", "Đăng ký"
KEY = "sv:"
"""What the hidden row of keys writes before each key: a column is found by it wherever somebody moves it."""
KEY_ROW, HEAD_ROW, EMPTY_ROWS = 4, 5, 200


@dataclass(frozen=True)
class SheetColumn:
    """A column of the workbook: its key, its head, its width in letters, the list to choose from ("" for none)."""

    key: str
    head: str
    width: float
    choices: str = ""


COLUMNS = {
    NOMINATIONS: (
        SheetColumn("uid", "Mã", 4),
        SheetColumn("number", "STT", 6),
        SheetColumn("group", "Là", 14, "groups"),
        SheetColumn("name", "Họ và tên / Tên tập thể / Chủ hộ", 32),
        SheetColumn("birth", "Ngày sinh", 13),
        SheetColumn("as_title", "Chức vụ, đơn vị (địa chỉ)", 36),
        SheetColumn("award", "Danh hiệu, hình thức đề nghị", 32, "awards"),
        SheetColumn("achievement", "Tóm tắt thành tích", 60),
        SheetColumn("initiative", "Sáng kiến (nếu có)", 30),
        SheetColumn("note", "Ghi chú", 20),
    ),
    REGISTRATIONS: (
        SheetColumn("uid", "Mã", 4),
        SheetColumn("number", "STT", 6),
        SheetColumn("group", "Là", 14, "groups"),
        SheetColumn("name", "Họ và tên / Tên tập thể / Chủ hộ", 32),
        SheetColumn("as_title", "Chức vụ, đơn vị (địa chỉ)", 36),
        SheetColumn("award", "Danh hiệu, hình thức đăng ký", 32, "awards"),
        SheetColumn("content", "Mô hình, nội dung đăng ký", 60),
        SheetColumn("note", "Ghi chú", 20),
    ),
}
_GUIDE = (
    "1. Ghi vào trang “Đăng ký” đầu năm, trang “Đề nghị” khi xét khen; mỗi người, tập thể, hộ một dòng.",
    "2. Cột “Là” và cột danh hiệu, hình thức: bấm vào ô rồi chọn trong danh sách.",
    "3. Người đã có tên sẵn mà không đề nghị thì để trống cột danh hiệu, hình thức.",
    "4. Có thể thêm dòng, đổi chỗ cột; không đổi dòng tiêu đề, không bỏ cột.",
    "5. Lưu tệp (giữ loại .xlsx) rồi gửi lại nơi đã gửi.",
)


def write_unit_workbook(
    db: SqliteDatabase, unit: int, year: int, target: Path, *, round_id: int | None = None, on: str = ""
) -> Path:
    """Writes the workbook for a unit and a work year; who holds an office in the unit on the day stands in it.

    Raises: UserError when `unit` is no unit, or the file cannot be written.
    """
    from openpyxl import Workbook

    stored = load(db, unit)
    if stored.kind != "unit":
        raise UserError("Bản ghi này không phải là đơn vị. Hãy chọn đơn vị để gửi biểu mẫu.")
    day = on or dt.date.today().isoformat()
    named = on_day(stored.values["names"], day)
    name = named["name"] if named else stored.title
    people = _people(db, unit, name, day)
    book = Workbook()
    guide = book.active
    assert guide is not None
    guide.title = "Hướng dẫn"
    guide.append([f"BIỂU GỬI {name.upper()} NĂM {year}"])
    for line in ("", *_GUIDE):
        guide.append([line])
    guide.column_dimensions["A"].width = 110
    own = [(stored.uid, KIND_LABELS["tap_the"], name, "", "")]
    for title in (NOMINATIONS, REGISTRATIONS):
        _sheet(book, title, f"{title.upper()} KHEN THƯỞNG" if title == NOMINATIONS else "ĐĂNG KÝ THI ĐUA", name, year)
        _rows(book[title], COLUMNS[title], [*own, *people])
    round_uid = load(db, round_id).uid.hex() if round_id is not None else ""
    _lists(book, db, (FORMAT, VERSION, stored.uid.hex(), str(year), round_uid))
    return save_workbook(book, target)


Known = tuple[bytes, str, str, str, str]


def _people(db: SqliteDatabase, unit: int, name: str, day: str) -> list[Known]:
    """Who holds an office in the unit on the day: uid, kind, name, birth as it is shown, post and unit."""
    found = []
    for person in load_many(db, [head.id for head in living(db, "person")]).values():
        held = [row for row in person.values["positions"] if row["unit"] == unit and within(row, day)]
        if held and not person.values["death"]:
            born, title = shown_day(person.values["birth"]), office_of(held[0]["title"], name)
            found.append((person.uid, KIND_LABELS["ca_nhan"], person.values["name"], born, title))
    return sorted(found, key=lambda one: person_sort_key(one[2]))


def _sheet(book: Workbook, title: str, heading: str, unit: str, year: int) -> None:
    """A sheet with its title, the hidden row of keys, the heads, and how it is printed."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    sheet = book.create_sheet(title)
    columns = COLUMNS[title]
    sheet.append([None, f"DANH SÁCH {heading} NĂM {year}"])
    sheet.append([None, unit])
    sheet.append([])
    sheet.append([f"{KEY}{column.key}" for column in columns])
    sheet.append([column.head for column in columns])
    sheet["B1"].font = sheet["B2"].font = Font(name="Times New Roman", size=13, bold=True)
    edge = Side(style="thin")
    for place, column in enumerate(columns, 1):
        head = sheet.cell(HEAD_ROW, place)
        head.font = Font(name="Times New Roman", size=12, bold=True)
        head.fill = PatternFill("solid", fgColor="E7EEF7")
        head.border = Border(edge, edge, edge, edge)
        head.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[head.column_letter].width = column.width
    sheet.column_dimensions["A"].hidden = True
    sheet.row_dimensions[KEY_ROW].hidden = True
    sheet.freeze_panes = f"E{HEAD_ROW + 1}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _rows(sheet: Worksheet, columns: Sequence[SheetColumn], known: Sequence[Known]) -> None:
    """The rows of whom the book knows, then empty ones; all as texts, with their lists to choose from."""
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    places = {column.key: place for place, column in enumerate(columns, 1)}
    edge = Side(style="thin", color="A0A0A0")
    border, font = Border(edge, edge, edge, edge), Font(name="Times New Roman", size=12)
    last = HEAD_ROW + len(known) + EMPTY_ROWS
    for number in range(HEAD_ROW + 1, last + 1):
        for place in range(1, len(columns) + 1):
            cell = sheet.cell(number, place)
            cell.border, cell.font, cell.number_format = border, font, "@"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for number, (uid, group, name, birth, title) in enumerate(known, 1):
        told = {"uid": uid.hex(), "number": str(number), "group": group, "name": name, "birth": birth}
        for key, text in {**told, "as_title": title}.items():
            if key in places:
                sheet.cell(HEAD_ROW + number, places[key], text)
    for column in columns:
        if column.choices:
            letter = get_column_letter(places[column.key])
            listed = DataValidation(type="list", formula1=column.choices, allow_blank=True)
            listed.showErrorMessage = column.key == "group"
            listed.error, listed.errorTitle = "Hãy chọn trong danh sách.", "Sổ Vàng"
            listed.add(f"{letter}{HEAD_ROW + 1}:{letter}{last}")
            sheet.add_data_validation(listed)


def _lists(book: Workbook, db: SqliteDatabase, whose: Sequence[str]) -> None:
    """The hidden sheet: what to choose from, and whose workbook it is."""
    from openpyxl.workbook.defined_name import DefinedName

    sheet = book.create_sheet(LISTS)
    sheet.sheet_state = "veryHidden"
    awards = sorted({one.name for one in AwardNames(db).types.values() if one.name}) or ["Giấy khen"]
    for column, (name, texts) in enumerate({"awards": awards, "groups": list(KIND_LABELS.values())}.items(), 1):
        for row, text in enumerate(texts, 1):
            sheet.cell(row, column, text).number_format = "@"
        letter = "AB"[column - 1]
        book.defined_names[name] = DefinedName(name, attr_text=f"'{LISTS}'!${letter}$1:${letter}${len(texts)}")
    for row, text in enumerate(whose, 1):
        sheet.cell(row, 4, text).number_format = "@"
