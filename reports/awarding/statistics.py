"""Thống kê 0601–0605: the five statistical tables of emulation and commendation, counted from the register.

The tables are those of TT 02/2023/TT-BNV as a secondary source has them; TT 18/2025/TT-BNV of 8/10/2025 followed it,
its forms were not seen. What the book does not tell stays empty: an empty cell is not zero.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from reports.awarding.statistics_classes import PROVINCE, STATE, class_of
from reports.awarding.statistics_context import (
    STATISTICS_LABELS,
    Cell,
    ProvinceRow,
    StaffRow,
    StateRow,
    Statistics,
    Text,
)
from reports.awarding.statistics_movements import movement_notes, movement_rows
from reports.prints import Number, Source, joined
from reports.wording.letterheads import letterhead, office_name, signature
from reports.wording.sentences import listed
from reports.wording.wording import Wording, traced
from ward.awarding.counted_period import CountedPeriod, TypedAward
from ward.year_awards import GROUPS, count_of, is_undivided
from ward.year_view import YearView

CAUTION = (
    "Mẫu chưa đối chiếu: cột, dòng theo Thông tư 02/2023/TT-BNV (nguồn thứ cấp). Thông tư 18/2025/TT-BNV ngày "
    "08/10/2025 đã quy định chế độ báo cáo mới nhưng chưa thấy biểu; hãy hỏi cơ quan nhận trước khi gửi. "
    "Ô trống là sổ không cho biết, không phải số 0."
)
_SHOWN = 8
_TABLES = {StateRow: "Khen cấp Nhà nước", ProvinceRow: "Khen cấp bộ, ban, ngành, tỉnh"}
Holds = Callable[[TypedAward], bool]
_ROWS: tuple[tuple[str, str, str, str, Holds | None], ...] = (
    ("06", "02", "Tập thể", "tap_the", lambda award: True),
    ("07", "03", "Trong đó: doanh nghiệp", "tap_the", lambda award: award.entry["worker_group"] == "enterprise"),
    ("08", "04", "Hộ gia đình", "ho_gia_dinh", lambda award: True),
    ("09", "05", "Cá nhân", "ca_nhan", lambda award: True),
    ("10", "06", "Lãnh đạo bộ, tỉnh", "ca_nhan", None),
    ("11", "07", "Lãnh đạo vụ, sở", "ca_nhan", None),
    ("12", "08", "Doanh nhân", "ca_nhan", lambda award: award.entry["worker_group"] == "entrepreneur"),
    ("13", "09", "Lãnh đạo khác từ phó phòng", "ca_nhan", lambda award: award.entry["worker_group"] == "leader"),
    ("14", "10", "Trực tiếp công tác, lao động", "ca_nhan", lambda award: award.entry["worker_group"] == "worker"),
    ("15", "11", "Thường xuyên (công trạng)", "", lambda award: award.entry["basis"] == "cong_trang"),
    ("16", "12", "Chuyên đề", "", lambda award: award.entry["basis"] == "chuyen_de"),
    ("17", "13", "Đột xuất", "", lambda award: award.entry["basis"] == "dot_xuat"),
    ("18", "14", "Đối ngoại", "", lambda award: award.entry["basis"] == "doi_ngoai"),
    ("19", "15", "Cống hiến", "", lambda award: award.entry["basis"] == "cong_hien"),
    ("20", "16", "Niên hạn", "", lambda award: award.entry["basis"] == "nien_han"),
    ("21", "17", "Kháng chiến", "", None),
)
"""Code in 0602, code in 0603, name, the kind of recipient ("" for all), which awards; None: no record tells it."""
_MEASURES = {"tap_the": "tập thể", "ca_nhan": "người", "ho_gia_dinh": "hộ", "": "lượt"}
_ORGANS = tuple((f"{number:02d}", "Loại tổ chức (ghi theo biểu của cơ quan nhận)") for number in range(1, 6))
_OFFICERS = (
    ("01", "Tổng số"),
    *((f"{number:02d}", "Chia theo tuổi") for number in range(2, 8)),
    *((f"{number:02d}", "Chia theo trình độ") for number in range(8, 13)),
    *((f"{number:02d}", "Chia theo thâm niên") for number in range(13, 16)),
)


def statistics(view: YearView, counted: CountedPeriod, on: dt.date) -> Statistics:
    """The five tables of the statistical year; `on` is the paper's day."""
    words = Wording(view)
    state, province = (_of_table(counted.awards, table) for table in (STATE, PROVINCE))
    due = dt.date(counted.last.year, 12, 15)
    return Statistics(
        office=office_name(words),
        place_and_date=letterhead(words, "BC", on).place_and_date,
        period=f"Từ ngày {counted.first:%d/%m/%Y} đến ngày {counted.last:%d/%m/%Y}",
        due=f"Ngày gửi: trước {due:%d/%m/%Y}",
        caution=CAUTION,
        signature=signature(words),
        movements=movement_rows(view.of("movement")),
        state_awards=tuple(_state_rows(state)),
        province_awards=tuple(_province_rows(province)),
        organs=tuple(StaffRow(name, code) for code, name in _ORGANS),
        officers=tuple(StaffRow(name, code) for code, name in _OFFICERS),
        movement_notes=movement_notes(view.of("movement")),
        state_notes=tuple(_notes(state, counted, STATE)),
        province_notes=tuple(_notes(province, counted, PROVINCE)),
    )


def _of_table(awards: Iterable[TypedAward], table: str) -> list[TypedAward]:
    return [award for award in awards if class_of(award)[0] == table]


def _state_rows(awards: Sequence[TypedAward]) -> Iterable[StateRow]:
    yield StateRow("Tổng số", "01", "lượt", **_state_cells(awards, ("tap_the", "ca_nhan", "ho_gia_dinh")))
    yield StateRow("Bộ, ban, ngành", "02", "lượt")
    yield StateRow("Tỉnh, thành phố", "03", "lượt")
    for code, _, name, kind, holds in _ROWS:
        chosen = [award for award in awards if holds and holds(award)]
        yield StateRow(
            name, code, _MEASURES[kind], **_state_cells(chosen, (kind,) if kind else tuple(GROUPS.values()))
        )


def _state_cells(awards: Sequence[TypedAward], kinds: Sequence[str]) -> dict[str, Cell]:
    """The columns of a line: those of collectives and of persons hold only these, where the line has them."""
    split = {"collectives": [kind for kind in kinds if kind == "tap_the"],
             "persons": [kind for kind in kinds if kind == "ca_nhan"]}  # fmt: skip
    cells: dict[str, Cell] = {"total": count(awards, kinds, _told(StateRow, "total"))}
    for column in ("orders", "prime", "other"):
        of_column = _in_column(awards, column)
        for part, own in split.items():
            key = f"{column}_{part}"
            cells[key] = count(of_column, own, _told(StateRow, key)) if own else None
    for column in ("ho_chi_minh_prize", "state_prize", "honours", "flag", "national_fighter"):
        cells[column] = count(_in_column(awards, column), kinds, _told(StateRow, column))
    return cells


def _province_rows(awards: Sequence[TypedAward]) -> Iterable[ProvinceRow]:
    columned = [award for award in awards if class_of(award)[1] != "other"]
    yield ProvinceRow("Tổng số", "01", **_province_cells(columned, tuple(GROUPS.values())))
    for _, code, name, kind, holds in _ROWS:
        chosen = [award for award in columned if holds and holds(award)]
        kinds = (kind,) if kind else tuple(GROUPS.values())
        yield ProvinceRow(name, code, **_province_cells(chosen, kinds))


def _province_cells(awards: Sequence[TypedAward], kinds: Sequence[str]) -> dict[str, Cell]:
    columns = ("certificate", "fighter", "flag", "badge")
    cells = {column: count(_in_column(awards, column), kinds, _told(ProvinceRow, column)) for column in columns}
    return {"total": count(awards, kinds, _told(ProvinceRow, "total")), **cells}


def _told(row: type, column: str) -> str:
    """What a number is, as its source says it: the table and the column."""
    return f"{_TABLES[row]}: {STATISTICS_LABELS[row][column]}"


def _in_column(awards: Iterable[TypedAward], column: str) -> list[TypedAward]:
    return [award for award in awards if class_of(award)[1] == column]


def count(awards: Sequence[TypedAward], kinds: Sequence[str], what: str) -> Cell:
    """How many recipients of these kinds the awards have, led back to them; nothing where none is known."""
    keys = [key for key, kind in GROUPS.items() if kind in kinds]
    known = [(award.entry.uid, number) for award in awards if (number := _recipients(award, keys))]
    if not known:
        return None
    total = sum(number for _, number in known)
    return Number(Decimal(total), str(total), Source("", "count", what, tuple(uid for uid, _ in known)))


def _recipients(award: TypedAward, keys: Sequence[str]) -> int:
    return sum(count_of(award.entry, key) or 0 for key in keys)


def _notes(awards: Sequence[TypedAward], counted: CountedPeriod, table: str) -> Iterable[Text]:
    """What the numbers leave out, each with its awards."""
    undivided = [award for award in awards if is_undivided(award.entry)]
    if undivided:
        yield joined(["Chưa tính vì chưa rõ bao nhiêu tập thể, cá nhân: ", _named(undivided), "."])
    unsure = _of_table(counted.unsure, table)
    if unsure:
        yield joined(["Chưa tính vì chưa rõ ngày quyết định: ", _named(unsure), "."])
    other = [award for award in awards if class_of(award)[1] == "other"] if table == PROVINCE else []
    if other:
        yield joined(["Không có cột trong biểu nên chưa tính: ", _named(other), "."])
    without_basis = [award for award in awards if not award.entry["basis"] and award not in other]
    if without_basis:
        yield joined(["Chưa ghi loại hình nên không ở các dòng phương thức: ", _named(without_basis), "."])
    if any(award.entry["worker_group"] == "leader" for award in awards):
        code = "13" if table == STATE else "09"
        yield f"Dòng {code} đếm nhóm “Lãnh đạo, quản lý” của sổ; hãy kiểm tra ai từ phó phòng trở lên."


def _named(awards: Sequence[TypedAward]) -> Text:
    shown = [traced(award.entry.title, award.entry.uid, "title", "award") for award in awards[:_SHOWN]]
    more = f" và {len(awards) - _SHOWN} khen thưởng nữa" if len(awards) > _SHOWN else ""
    return joined([listed(shown, "; ", "; "), more])
