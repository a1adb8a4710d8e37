"""The registrations of a year as an Excel sheet: unit by unit, who registers for what, and how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.tasks import Progress
from forms.kinds.registration import STATUSES
from ward.dates import PartialDate, show_date
from ward.loading import Stored, load_many

if TYPE_CHECKING:
    from ward.awarding.registering import BoardRow

COLUMNS = (
    ("STT", 6), ("Đơn vị", 34), ("Ai đăng ký", 34), ("Nội dung đăng ký", 44), ("Danh hiệu, hình thức", 30),
    ("Ngày đăng ký", 14), ("Tình trạng", 14), ("Ghi chú", 30),
)  # fmt: skip


def export_registrations(db: Any, year: int, target: Path, progress: Progress) -> Path:
    """Writes the year's board with every registration. Raises UserError when the file cannot be written."""
    from reports.excel.list_stream import write_list
    from ward.awarding.registering import registration_board

    rows = registration_board(db, year)
    records = load_many(db, [record for row in rows for record in row.registrations])
    named = load_many(db, _mentioned(records))
    return write_list(
        target, f"Danh sách đăng ký thi đua năm {year}", COLUMNS, _lines(rows, records, named, progress)
    )


def _mentioned(records: dict[int, Stored]) -> set[int]:
    keys = ("registrant", "award_type")
    return {one.values[key] for one in records.values() for key in keys if one.values[key]}


def _lines(
    rows: list[BoardRow], records: dict[int, Stored], named: dict[int, Stored], progress: Progress
) -> Iterator[list[Any]]:
    place = 0
    for done, row in enumerate(rows):
        progress(done, len(rows))
        for record in row.registrations or (0,):
            place += 1
            if record not in records:
                yield [place, row.name, "", "Chưa gửi đăng ký", "", "", "", ""]
                continue
            values = records[record].values
            who = values["registrant_words"] or _title(named, values["registrant"])
            day = show_date(PartialDate(values["registered_on"])) if values["registered_on"] else ""
            yield [
                place, row.name, who, values["content"], _title(named, values["award_type"]), day,
                STATUSES.get(values["status"], ""), values["returned_reason"],
            ]  # fmt: skip


def _title(named: dict[int, Stored], record: int | None) -> str:
    return named[record].title if record in named and record is not None else ""
