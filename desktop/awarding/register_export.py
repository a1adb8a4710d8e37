"""The register as an Excel sheet: sổ vàng and sổ theo dõi cấp bằng in one list, one line for each award."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.awarding.register_filters import Asked
from desktop.awarding.register_reader import lines_of
from desktop.tasks import Progress
from forms.choices import BASES
from forms.kinds.award import STATES
from ward.dates import PartialDate, show_date

if TYPE_CHECKING:
    from ward.awarding.register import AwardLine

ALL = 1_000_000
STEP = 500
COLUMNS = (
    ("STT", 6), ("Số sổ vàng", 11), ("Họ tên, tên tập thể, hộ gia đình", 38), ("Chức vụ, đơn vị khi đó", 30),
    ("Danh hiệu, hình thức", 28), ("Loại hình", 16), ("Thành tích", 40), ("Năm", 8), ("Số quyết định", 18),
    ("Ngày quyết định", 14), ("Cơ quan khen", 30), ("Tình trạng", 16), ("Ký nhận bằng", 16),
)  # fmt: skip


def export_register(db: Any, asked: Asked, target: Path, progress: Progress) -> Path:
    """Writes every award that a question asks for. Raises UserError when the file cannot be written."""
    from reports.excel.list_stream import write_list

    lines = lines_of(db, asked, ALL)
    title = f"Sổ vàng khen thưởng năm {asked.year}" if asked.year else "Sổ vàng khen thưởng"
    return write_list(target, title, COLUMNS, _rows(lines, progress))


def _rows(lines: list[AwardLine], progress: Progress) -> Iterator[list[Any]]:
    for place, line in enumerate(reversed(lines), 1):
        if place % STEP == 1:
            progress(place, len(lines))
        day = show_date(PartialDate(line.decided_on)) if line.decided_on else ""
        award = f"{line.award} (truy tặng)" if line.posthumous else line.award
        years = ", ".join(map(str, line.years))
        yield [
            place, line.book_number, line.named, line.as_title, award, BASES.get(line.basis, ""), line.reason,
            years, line.decision_number, day, line.issuers, STATES.get(line.state, ""), "",
        ]  # fmt: skip
