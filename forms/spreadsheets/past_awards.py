"""The awards of past years from Excel, for the register: matched, compared with what is there, doubts asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from forms.spreadsheets.asked import NewRecord
from forms.spreadsheets.cells import years_in
from forms.spreadsheets.doubts import Answers, RowDoubt, Skipped
from forms.spreadsheets.headings import Heads, read_heads
from forms.spreadsheets.past_values import counted, told_of
from forms.spreadsheets.registered import Register
from forms.spreadsheets.rows import Data, data_rows
from forms.spreadsheets.settling import AwardFound, Settling, WhoFound, as_title_of
from forms.spreadsheets.spellings import PAST
from forms.spreadsheets.tables import Table
from ward.book import Book
from ward.edits import Add, Change
from ward.errors import UserError
from ward.lookups import closed_years
from ward.uids import new_uids


@dataclass(frozen=True)
class PastAward:
    """One award of the table. `values` are the fields of its record; where `new` is set, its recipient is made, too.

    `known`: the award of the register that it is already; `refused`: why it cannot be taken.
    """

    number: int
    name: str
    values: dict[str, Any]
    new: NewRecord | None = None
    doubts: tuple[RowDoubt, ...] = ()
    remarks: tuple[str, ...] = ()
    left_out: bool = False
    known: int | None = None
    refused: str = ""

    @property
    def ready(self) -> bool:
        return not (self.doubts or self.left_out or self.refused or self.known is not None)


@dataclass(frozen=True)
class PastList:
    """A table of past awards as it was read: its rows, the rows that are no item of it, its heads."""

    rows: tuple[PastAward, ...]
    skipped: tuple[Skipped, ...]
    heads: Heads

    @property
    def ready(self) -> tuple[PastAward, ...]:
        return tuple(row for row in self.rows if row.ready)

    @property
    def doubtful(self) -> tuple[PastAward, ...]:
        return tuple(row for row in self.rows if row.doubts and not (row.left_out or row.refused))


def read_past_awards(
    book: Book,
    table: Table,
    *,
    heads: Heads | None = None,
    award_type: int | None = None,
    answers: Answers | None = None,
) -> PastList:
    """Reads a table against the book; writes nothing. Read again with more answers until no row is doubtful.

    `heads`: columns that a person chose; `award_type`: for rows that name none. What cannot be read stays in the
    award's note. Raises: UserError when no column of names is found.
    """
    found = heads or read_heads(table, PAST)
    if "name" not in found.columns:
        raise UserError("Không thấy cột họ tên, tên tập thể hay chủ hộ. Hãy chọn cột chứa tên rồi đọc lại.")
    settling = Settling(book.db, found, answers or {})
    read = tuple(_Reader(book, table, settling, award_type).read())
    rows = tuple(row for row in read if isinstance(row, PastAward))
    return PastList(rows, tuple(one for one in read if isinstance(one, Skipped)), found)


def take_in_past(book: Book, rows: Sequence[PastAward], source: str) -> Change:
    """Writes the rows that are ready, and who is new among their recipients, as one act that can be undone.

    `source`: the name of the file. Raises: UserError when no row is ready.
    """
    ready = [row for row in rows if row.ready]
    if not ready:
        raise UserError("Chưa có dòng nào sẵn sàng. Hãy trả lời các dòng còn hỏi, hoặc bỏ các dòng đó.")
    uids = new_uids()
    new = {row.new.key: (row.new, next(uids)) for row in ready if row.new}
    edits = [Add(one.kind, one.values, uid) for one, uid in new.values()]
    for row in ready:
        recipients = [
            {**recipient, "who": new[row.new.key][1]} if row.new else recipient
            for recipient in row.values["recipients"]
        ]
        edits.append(Add("award", {**row.values, "recipients": recipients}))
    return book.write(f"Nhập {len(ready)} khen thưởng từ “{source}”", edits)


class _Reader:
    """One reading of one table of awards."""

    def __init__(self, book: Book, table: Table, settling: Settling, award_type: int | None) -> None:
        self.table, self.settling, self.award_type = table, settling, award_type
        self.register = Register(book.db, settling.awards)
        self.closed = closed_years(book.db)
        named = years_in(f"{settling.heads.title} {table.name}")
        self.year = named[0] if len(named) == 1 else None

    def read(self) -> Iterator[PastAward | Skipped]:
        settling = self.settling
        for row in data_rows(self.table, settling.heads, settling.known, settling.awards):
            yield row if isinstance(row, Skipped) else self._award(row)

    def _award(self, row: Data) -> PastAward:
        group = counted(row.get("name"))
        who = None if group else self.settling.who(row)
        text = " ".join(row.get("award").split())
        above = row.award if row.award is not None else self.award_type
        award = AwardFound(above) if not text and above is not None else self.settling.award(row, text)
        kept = self.settling.awards.types.get(award.record) if award.record is not None else None
        form, level = (kept.form, kept.level) if kept else ("", "")
        told = told_of(self.settling, row, text, form, self.year, level)
        notes = [row.get("note"), *told.unread, *self.settling.beside(row)]
        values = {
            **told.values,
            "award_type": award.record,
            "form_words": award.words,
            "state": "granted",
            "recipients": [] if who is None else [_recipient(row, who)],
            "note": "\n".join(filter(None, notes)),
            **group,
        }
        doubts = [*([who.found.doubt] if who and who.found.doubt else ()), *([award.doubt] if award.doubt else ())]
        past = PastAward(
            row.number,
            row.get("name"),
            values,
            who.found.new if who else None,
            (*doubts, *told.doubts),
            who.remarks if who else (),
            told.skip or award.skip or (who is not None and who.skip),
        )
        return self._compared(row, self._allowed(past))

    def _allowed(self, past: PastAward) -> PastAward:
        shut = sorted(self.closed & set(past.values.get("years", ())))
        if not shut:
            return past
        return replace(past, refused=f"Năm {shut[0]} đã khóa sổ; hãy mở lại năm đó trước khi nhập.")

    def _compared(self, row: Data, past: PastAward) -> PastAward:
        """The award beside what the register, or an earlier row, has already."""
        if past.doubts or past.left_out or past.refused:
            return past
        same, like = self.register.compare(past.number, past.name, past.new, past.values)
        if same is not None and same.record is not None:
            return replace(past, known=same.record)
        alike = same or like
        if alike is None:
            return past
        key = f"twin:{row.number}"
        answer = self.settling.answered(row, "twin", key)
        if answer:
            return replace(past, left_out=answer.skip)
        told = f"Dòng {row.number}: có thể là khen thưởng đã có ({alike.words}). Vẫn thêm mới hay bỏ qua?"
        return replace(past, doubts=(RowDoubt("twin", key, told, may_be_new=True),))


def _recipient(row: Data, who: WhoFound) -> dict[str, Any]:
    found = who.found
    return {
        "recipient_kind": found.kind,
        "who": found.record,
        "words": who.asked.text,
        "as_title": as_title_of(row),
    }
