"""Sổ vàng khen thưởng and sổ theo dõi cấp bằng as Excel sheets that are ready to print: a line for each recipient."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from forms.choices import BASES
from forms.kinds.award import STATES
from reports.excel.list_stream import Value, write_list
from ward.awarding.register import AwardLine, find_awards
from ward.book import Book
from ward.dates import PartialDate, show_date
from ward.loading import load_many
from ward.names import Names

GOLDEN_BOOK = (
    ("STT", 6), ("Số sổ vàng", 11), ("Họ tên, tên tập thể, hộ gia đình", 38), ("Chức vụ, đơn vị khi đó", 32),
    ("Danh hiệu, hình thức khen", 30), ("Năm, thời gian lập thành tích", 14), ("Thành tích", 42),
    ("Loại hình", 14), ("Số quyết định", 18), ("Ngày quyết định", 13), ("Cơ quan quyết định", 30),
)  # fmt: skip
CERTIFICATE_LOG = (
    ("STT", 6), ("Số sổ vàng", 11), ("Số quyết định", 18), ("Ngày quyết định", 13),
    ("Họ tên, tên tập thể, hộ gia đình", 38), ("Chức vụ, đơn vị, địa chỉ", 32), ("Danh hiệu, hình thức khen", 30),
    ("Ngày nhận", 12), ("Người nhận (ký, ghi rõ họ tên)", 26), ("Ghi chú", 26),
)  # fmt: skip
_ALL = 1_000_000
_STEP = 500
_OWN_LEVELS = ("phuong", "")
"""The levels whose certificates the ward hands out itself; awards of which nobody said the level among them."""

Progress = Callable[[int, int], None]
Recipient = tuple[str, str]


def write_golden_book(book: Book, target: Path, *, year: int | None = None, progress: Progress | None = None) -> Path:
    """Every award that was granted, in the order of the decisions; of one work year, or of all.

    Raises: UserError when the file cannot be written; what `progress` raises to cancel.
    """
    lines = _lines(book, year, ("granted",))
    return write_list(target, _titled("SỔ VÀNG KHEN THƯỞNG", year), GOLDEN_BOOK, _golden_rows(book, lines, progress))


def write_certificate_log(
    book: Book, target: Path, *, year: int | None = None, progress: Progress | None = None
) -> Path:
    """The certificates of the ward's own decisions, with room to sign for each; cancelled ones say so.

    Raises: UserError when the file cannot be written; what `progress` raises to cancel.
    """
    lines = [line for line in _lines(book, year, ("granted", "cancelled")) if line.level in _OWN_LEVELS]
    return write_list(
        target, _titled("SỔ THEO DÕI CẤP BẰNG", year), CERTIFICATE_LOG, _log_rows(book, lines, progress)
    )


def _golden_rows(book: Book, lines: Sequence[AwardLine], progress: Progress | None) -> Iterator[list[Value]]:
    for number, (line, (named, title)) in enumerate(_recipients(book, lines, progress), 1):
        yield [
            number, line.book_number, named, title, _award(line),
            line.period or ", ".join(map(str, line.years)), line.reason, BASES.get(line.basis, ""),
            line.decision_number, _day(line.decided_on), line.issuers,
        ]  # fmt: skip


def _log_rows(book: Book, lines: Sequence[AwardLine], progress: Progress | None) -> Iterator[list[Value]]:
    for number, (line, (named, title)) in enumerate(_recipients(book, lines, progress), 1):
        remark = STATES["cancelled"] if line.state == "cancelled" else ""
        yield [
            number, line.book_number, line.decision_number, _day(line.decided_on), named, title, _award(line),
            None, None, remark,
        ]  # fmt: skip


def _recipients(
    book: Book, lines: Sequence[AwardLine], progress: Progress | None
) -> Iterator[tuple[AwardLine, Recipient]]:
    """Each award with each of its recipients as named then; a counted group is one line in its words."""
    for start in range(0, len(lines), _STEP):
        if progress:
            progress(start, len(lines))
        part = lines[start : start + _STEP]
        stored = load_many(book.db, [line.id for line in part])
        rows = {line.id: stored[line.id].values["recipients"] for line in part}
        names = Names(book.db, {row["who"] for listed in rows.values() for row in listed if row["who"]})
        for line in part:
            listed = rows[line.id] or [{"who": None, "words": line.named, "as_title": line.as_title}]
            for row in listed:
                yield line, (_named(names, row, line.decided_on), row["as_title"])
    if progress:
        progress(len(lines), len(lines))


def _named(names: Names, row: dict[str, Any], day: str) -> str:
    return row["words"] or (names.of(row["who"], day).text if row["who"] else "")


def _lines(book: Book, year: int | None, states: Sequence[str]) -> list[AwardLine]:
    """The awards in these states: by the day of the decision, its number, the number in the book; undated last."""
    found = [line for state in states for line in find_awards(book.db, year=year, state=state, limit=_ALL)]
    return sorted(found, key=_place)


def _place(line: AwardLine) -> tuple[Any, ...]:
    number = int(line.book_number) if line.book_number.isdecimal() else _ALL
    return (line.decided_on == "", line.decided_on, line.decision_number, number, line.book_number, line.id)


def _award(line: AwardLine) -> str:
    return f"{line.award} (truy tặng)" if line.posthumous else line.award


def _day(iso: str) -> str:
    return show_date(PartialDate(iso)) if iso else ""


def _titled(title: str, year: int | None) -> str:
    return f"{title} NĂM {year}" if year else title
