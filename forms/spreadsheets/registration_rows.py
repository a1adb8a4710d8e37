"""A list of registrations, from Excel or a unit's workbook: who registers for which title or model in a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from forms.spreadsheets.asked import NewRecord
from forms.spreadsheets.doubts import Answers, RowDoubt, Skipped
from forms.spreadsheets.headings import Heads, read_heads
from forms.spreadsheets.rows import Data, data_rows
from forms.spreadsheets.settling import AwardFound, Settling
from forms.spreadsheets.spellings import REGISTRATION
from forms.spreadsheets.tables import Table
from ward.book import Book
from ward.edits import Add, Change
from ward.errors import UserError
from ward.loading import values_of
from ward.lookups import living
from ward.text import fold
from ward.uids import new_uids


@dataclass(frozen=True)
class RegistrationRow:
    """One registration. `values` are the fields of its record; where `new` is set, who registers is made, too.

    `known`: whether the year has it already.
    """

    number: int
    name: str
    values: dict[str, Any]
    new: NewRecord | None = None
    doubts: tuple[RowDoubt, ...] = ()
    remarks: tuple[str, ...] = ()
    left_out: bool = False
    known: bool = False

    @property
    def ready(self) -> bool:
        return not (self.doubts or self.left_out or self.known)


@dataclass(frozen=True)
class RegistrationList:
    """A list as it was read: its rows, the rows that are no item of it, its heads."""

    rows: tuple[RegistrationRow, ...]
    skipped: tuple[Skipped, ...]
    heads: Heads

    @property
    def ready(self) -> tuple[RegistrationRow, ...]:
        return tuple(row for row in self.rows if row.ready)

    @property
    def doubtful(self) -> tuple[RegistrationRow, ...]:
        return tuple(row for row in self.rows if row.doubts and not row.left_out)


def read_registrations(
    book: Book,
    table: Table,
    year: int,
    *,
    heads: Heads | None = None,
    answers: Answers | None = None,
    uids: Mapping[int, bytes] | None = None,
    on: str = "",
) -> RegistrationList:
    """Reads a table against the book; writes nothing. `on`: the day (ISO) on which it came.

    Raises: UserError when no column of names is found.
    """
    found = heads or read_heads(table, REGISTRATION)
    if "name" not in found.columns:
        raise UserError("Không thấy cột họ tên, tên tập thể hay chủ hộ. Hãy chọn cột chứa tên rồi đọc lại.")
    settling = Settling(book.db, found, answers or {}, uids)
    read = tuple(_rows(table, settling, _registered(book, year), year, on))
    rows = tuple(row for row in read if isinstance(row, RegistrationRow))
    return RegistrationList(rows, tuple(one for one in read if isinstance(one, Skipped)), found)


def take_in_registrations(book: Book, rows: Sequence[RegistrationRow], source: str) -> Change:
    """Writes the rows that are ready, and who is new among them, as one act. Raises UserError when none is ready."""
    ready = [row for row in rows if row.ready]
    if not ready:
        raise UserError("Chưa có dòng nào sẵn sàng. Hãy trả lời các dòng còn hỏi, hoặc bỏ các dòng đó.")
    uids = new_uids()
    new = {row.new.key: (row.new, next(uids)) for row in ready if row.new}
    edits = [Add(one.kind, one.values, uid) for one, uid in new.values()]
    for row in ready:
        who = {"registrant": new[row.new.key][1]} if row.new else {}
        edits.append(Add("registration", {**row.values, **who}))
    return book.write(f"Nhập {len(ready)} đăng ký thi đua từ “{source}”", edits)


Key = tuple[int | str, int | str, str]


def _rows(
    table: Table, settling: Settling, registered: set[Key], year: int, on: str
) -> Iterator[RegistrationRow | Skipped]:
    for row in data_rows(table, settling.heads, settling.known, settling.awards):
        yield row if isinstance(row, Skipped) else _registration(row, settling, registered, year, on)


def _registration(row: Data, settling: Settling, registered: set[Key], year: int, on: str) -> RegistrationRow:
    who = settling.who(row)
    text, content = " ".join(row.get("award").split()), row.get("content")
    award = AwardFound() if content and not text else settling.award(row, text)
    if not text and row.award is not None:
        award = AwardFound(row.award)
    kept = settling.awards.types.get(award.record) if award.record is not None else None
    told = content or award.words or (kept.name if kept else "")
    values: dict[str, Any] = {
        "registrant": who.found.record,
        "registrant_words": "" if who.found.record is not None or who.found.new else who.asked.text,
        "award_type": award.record,
        "content": told,
        "registered_on": on,
        "status": "sent",
        "note": "\n".join(filter(None, (row.get("note"), award.words if content else "", *settling.beside(row)))),
        "years": [year],
    }
    key: Key = (
        who.found.record or (who.found.new.key if who.found.new else fold(who.asked.text)),
        award.record or fold(award.words),
        fold(told),
    )
    known = key in registered
    registered.add(key)
    doubts = tuple(doubt for doubt in (who.found.doubt, award.doubt) if doubt)
    skip = who.skip or award.skip
    return RegistrationRow(row.number, who.asked.text, values, who.found.new, doubts, who.remarks, skip, known)


def _registered(book: Book, year: int) -> set[Key]:
    records = [head.id for head in living(book.db, "registration")]
    return {
        (
            values["registrant"] or fold(values["registrant_words"]),
            values["award_type"] or "",
            fold(values["content"]),
        )
        for values in values_of(book.db, "registration", records).values()
        if year in values["years"]
    }
