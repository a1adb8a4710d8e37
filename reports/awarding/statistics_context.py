"""What the template of the five statistical tables asks for: a list of rows for each, and the notes below it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from reports.prints import Number, Sentence
from reports.yearly.annual_report_context import Signature

Text = str | Sentence
Cell = Number | None  # a number that was counted from records; nothing where the book does not tell


@dataclass(frozen=True)
class MovementRow:
    """A line of 0601: movements by the level that launched them."""

    name: Text
    code: str
    total: Cell = None
    central: Cell = None
    province: Cell = None
    unit: Cell = None


@dataclass(frozen=True)
class StateRow:
    """A line of 0602: commendations of State level."""

    name: Text
    code: str
    measure: str = ""
    total: Cell = None
    orders_collectives: Cell = None
    orders_persons: Cell = None
    ho_chi_minh_prize: Cell = None
    state_prize: Cell = None
    honours: Cell = None
    flag: Cell = None
    prime_collectives: Cell = None
    prime_persons: Cell = None
    national_fighter: Cell = None
    other_collectives: Cell = None
    other_persons: Cell = None


@dataclass(frozen=True)
class ProvinceRow:
    """A line of 0603: commendations of ministries and provinces."""

    name: Text
    code: str
    total: Cell = None
    certificate: Cell = None
    fighter: Cell = None
    flag: Cell = None
    badge: Cell = None


@dataclass(frozen=True)
class StaffRow:
    """A line of 0604 or 0605, which no record tells: it is filled by hand."""

    name: Text
    code: str


@dataclass(frozen=True)
class Statistics:
    """The five tables of a statistical year; `caution` says how sure the form is, the notes what is not counted."""

    office: Text
    place_and_date: Text
    period: Text
    due: Text
    caution: Text
    signature: Signature
    movements: tuple[MovementRow, ...]
    state_awards: tuple[StateRow, ...]
    province_awards: tuple[ProvinceRow, ...]
    organs: tuple[StaffRow, ...]
    officers: tuple[StaffRow, ...]
    movement_notes: tuple[Text, ...] = ()
    state_notes: tuple[Text, ...] = ()
    province_notes: tuple[Text, ...] = ()

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


STATISTICS_ROWS = (MovementRow, StateRow, ProvinceRow, StaffRow)
_LINE = {"name": "Chỉ tiêu", "code": "Mã số", "total": "Tổng số"}
STATISTICS_LABELS: Mapping[type, Mapping[str, str]] = {
    Statistics: {
        "office": "Đơn vị báo cáo",
        "place_and_date": "Địa danh, ngày lập",
        "period": "Kỳ báo cáo",
        "due": "Ngày gửi",
        "caution": "Lưu ý về biểu mẫu",
        "signature": "Chỗ ký",
        "movements": "Biểu 0601: phong trào thi đua",
        "state_awards": "Biểu 0602: khen cấp Nhà nước",
        "province_awards": "Biểu 0603: khen cấp bộ, ban, ngành, tỉnh",
        "organs": "Biểu 0604: tổ chức làm thi đua, khen thưởng",
        "officers": "Biểu 0605: công chức làm thi đua, khen thưởng",
        "movement_notes": "Ghi chú biểu 0601",
        "state_notes": "Ghi chú biểu 0602",
        "province_notes": "Ghi chú biểu 0603",
    },
    MovementRow: {
        "name": "Chỉ tiêu",
        "code": "Mã số",
        "total": "Tổng số",
        "central": "Cấp Trung ương",
        "province": "Cấp bộ, ban, ngành, tỉnh",
        "unit": "Cơ quan, tổ chức, đơn vị",
    },
    StateRow: {
        **_LINE,
        "measure": "Đơn vị tính",
        "orders_collectives": "Huân chương, huy chương: tập thể",
        "orders_persons": "Huân chương, huy chương: cá nhân",
        "ho_chi_minh_prize": "Giải thưởng Hồ Chí Minh",
        "state_prize": "Giải thưởng Nhà nước",
        "honours": "Danh hiệu vinh dự Nhà nước",
        "flag": "Cờ thi đua của Chính phủ",
        "prime_collectives": "Bằng khen Thủ tướng: tập thể",
        "prime_persons": "Bằng khen Thủ tướng: cá nhân",
        "national_fighter": "Chiến sĩ thi đua toàn quốc",
        "other_collectives": "Khác: tập thể",
        "other_persons": "Khác: cá nhân",
    },
    ProvinceRow: {
        **_LINE,
        "certificate": "Bằng khen",
        "fighter": "Chiến sĩ thi đua bộ, ban, ngành, tỉnh",
        "flag": "Cờ thi đua",
        "badge": "Huy hiệu, kỷ niệm chương",
    },
    StaffRow: {"name": "Chỉ tiêu", "code": "Mã số"},
}
"""What the fields are called on screen."""
