"""Biểu 0601: emulation movements of the year by level, by how long they last, and whether they are thematic."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from reports.awarding.statistics_context import Cell, MovementRow, Text
from reports.prints import Number, Source, joined
from reports.wording.sentences import listed
from reports.wording.wording import traced
from ward.periods import Period
from ward.year_entries import Entry

_COUNTED = ("phong_trao", "chuyen_de")
"""Kinds of movement that are emulation movements; campaigns and programmes are not counted."""
_LEVELS = {"trung_uong": "central", "tinh": "province", "huyen": "unit", "phuong": "unit", "co_so": "unit"}
_ROWS: tuple[tuple[str, str, Callable[[Entry], bool] | None], ...] = (
    ("01", "Tổng số", lambda movement: True),
    ("02", "Phạm vi: toàn quốc", None),
    ("03", "Phạm vi: bộ, ngành, địa phương", None),
    ("04", "Phạm vi: cụm, khối", None),
    ("05", "Phạm vi: cơ quan, đơn vị", None),
    ("06", "Thời hạn: dưới 1 năm", lambda movement: _lasts(movement) == "06"),
    ("07", "Thời hạn: 1 năm", lambda movement: _lasts(movement) == "07"),
    ("08", "Thời hạn: trên 1 đến dưới 3 năm", lambda movement: _lasts(movement) == "08"),
    ("09", "Thời hạn: 3 đến dưới 5 năm", lambda movement: _lasts(movement) == "09"),
    ("10", "Thời hạn: từ 5 năm", lambda movement: _lasts(movement) == "10"),
    ("11", "Phương thức: chuyên đề", lambda movement: movement["movement_kind"] == "chuyen_de"),
    ("12", "Phương thức: thường xuyên", None),
)
"""Code, name, which movements; None: no record tells it."""
_TERMS = ((1, "06"), (3, "08"), (5, "09"))
"""The years that a term stays below, and the line that counts it; exactly one year is the line 07."""


def movement_rows(movements: Sequence[Entry]) -> tuple[MovementRow, ...]:
    """The lines of the table."""
    counted = _emulation(movements)
    return tuple(_row(code, name, [one for one in counted if holds and holds(one)]) for code, name, holds in _ROWS)


def movement_notes(movements: Sequence[Entry]) -> tuple[Text, ...]:
    """What the numbers leave out."""
    counted = _emulation(movements)
    notes: list[Text] = ["Dòng 02–05 và 12: sổ không ghi phạm vi, phương thức thường xuyên; hãy tự ghi."]
    without = [one for one in counted if not _lasts(one)]
    if without:
        notes.append(joined(["Chưa rõ thời hạn: ", _named(without), "."]))
    unlevelled = [one for one in counted if one["level"] not in _LEVELS]
    if unlevelled:
        notes.append(joined(["Chưa rõ cấp phát động, chỉ tính ở cột Tổng số: ", _named(unlevelled), "."]))
    return tuple(notes)


def _emulation(movements: Iterable[Entry]) -> list[Entry]:
    return [one for one in movements if one["movement_kind"] in _COUNTED]


def _row(code: str, name: str, movements: Sequence[Entry]) -> MovementRow:
    by_level = {
        column: _count([one for one in movements if _LEVELS.get(one["level"]) == column])
        for column in ("central", "province", "unit")
    }
    return MovementRow(name, code, _count(movements), **by_level)


def _count(movements: Sequence[Entry]) -> Cell:
    if not movements:
        return None
    source = Source("", "count", "Phong trào thi đua", tuple(one.uid for one in movements))
    return Number(Decimal(len(movements)), str(len(movements)), source)


def _lasts(movement: Entry) -> str:
    """The line that counts its term; "" where beginning or end is not known."""
    period = Period(movement["period"])
    if period.start is None or period.end is None or period.kind == "as_of":
        return ""
    after = period.end + dt.timedelta(days=1)
    if after == _later(period.start, 1):
        return "07"
    return next((line for years, line in _TERMS if after < _later(period.start, years)), "10")


def _later(start: dt.date, years: int) -> dt.date:
    """The same day so many years later; of 29 February the day after it, where there is none."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return dt.date(start.year + years, 3, 1)


def _named(movements: Sequence[Entry]) -> Text:
    return listed([traced(one.title, one.uid, "title", "movement") for one in movements], "; ", "; ")
