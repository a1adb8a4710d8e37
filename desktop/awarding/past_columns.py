"""What the table of past awards shows of each row, and how a row stands."""

from __future__ import annotations

from desktop.awarding.row_table import RowColumn
from forms.spreadsheets.past_awards import PastAward
from ward.dates import PartialDate, show_date

STATES = {
    "ready": "sẵn sàng",
    "asked": "còn hỏi",
    "known": "đã có trong sổ",
    "refused": "không nhập được",
    "out": "bỏ qua",
}
COLOURS = {"ready": "fine", "asked": "on_amber", "known": "grey", "refused": "wrong", "out": "grey"}


def state_of(row: PastAward) -> str:
    """A key of STATES."""
    if row.left_out:
        return "out"
    if row.refused:
        return "refused"
    if row.known is not None:
        return "known"
    return "asked" if row.doubts else "ready"


def _state(row: PastAward) -> str:
    state = state_of(row)
    return f"{STATES[state]}, thêm người mới" if state == "ready" and row.new else STATES[state]


def _asked(row: PastAward) -> str:
    return " ".join([*(one.words for one in row.doubts), row.refused, *row.remarks])


def _day(row: PastAward) -> str:
    day = row.values.get("decided_on") or ""
    return show_date(PartialDate(day)) if day else ", ".join(map(str, row.values.get("years") or ()))


COLUMNS: tuple[RowColumn[PastAward], ...] = (
    RowColumn("Dòng", 62, lambda row: str(row.number), right=True),
    RowColumn("Tên", 200, lambda row: row.name),
    RowColumn("Số quyết định", 126, lambda row: str(row.values.get("decision_number") or "")),
    RowColumn("Ngày", 104, _day),
    RowColumn("Tình trạng", 170, _state, colour=lambda row: COLOURS[state_of(row)]),
    RowColumn("Cần hỏi, lưu ý", 320, _asked),
)
