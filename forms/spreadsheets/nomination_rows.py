"""A list of nominations from Excel, as drafts that a round takes: what is sure is filled in, the rest is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from forms.spreadsheets.asked import Found, NewRecord
from forms.spreadsheets.cells import MARKS
from forms.spreadsheets.doubts import Answer, Answers, RowDoubt, Skipped
from forms.spreadsheets.headings import Heads, read_heads
from forms.spreadsheets.rows import Data, data_rows
from forms.spreadsheets.settling import AwardFound, Settling, WhoFound, as_title_of, part_of
from forms.spreadsheets.spellings import NOMINATION
from forms.spreadsheets.tables import Table
from ward.awarding.nominating import Draft, nominate
from ward.awarding.rounds import round_of
from ward.book import Book
from ward.edits import Add, Change
from ward.errors import UserError
from ward.loading import values_of
from ward.lookups import living
from ward.text import fold
from ward.uids import new_uids

_SEVERAL = re.compile(r"\s*(?:;|\n|\+)\s*")


@dataclass(frozen=True)
class NominationRow:
    """One nomination of the list. `draft` is what `nominate` takes; where `new` is set, its nominee is made first.

    A row with `doubts` waits for answers; `left_out` when the clerk said so. `part` counts the awards of one row.
    """

    number: int
    part: int
    name: str
    draft: Draft
    new: NewRecord | None = None
    doubts: tuple[RowDoubt, ...] = ()
    remarks: tuple[str, ...] = ()
    left_out: bool = False

    @property
    def ready(self) -> bool:
        return not self.doubts and not self.left_out


@dataclass(frozen=True)
class NominationList:
    """A list as it was read: its rows, the rows that are no item of it, its heads (to choose columns anew)."""

    rows: tuple[NominationRow, ...]
    skipped: tuple[Skipped, ...]
    heads: Heads

    @property
    def ready(self) -> tuple[NominationRow, ...]:
        return tuple(row for row in self.rows if row.ready)

    @property
    def doubtful(self) -> tuple[NominationRow, ...]:
        return tuple(row for row in self.rows if row.doubts and not row.left_out)


def read_nominations(
    book: Book,
    table: Table,
    round_id: int,
    *,
    heads: Heads | None = None,
    award_type: int | None = None,
    proposer: int | None = None,
    answers: Answers | None = None,
    uids: Mapping[int, bytes] | None = None,
) -> NominationList:
    """Reads a table against the book; writes nothing. Read again with more answers until no row is doubtful.

    `heads`: columns that a person chose; `award_type`, `proposer`: for rows that name none; `uids`: records that rows
    of a workbook of ours name by themselves.
    Raises: UserError when no column of names is found, or the round takes no nomination.
    """
    found = heads or read_heads(table, NOMINATION)
    if "name" not in found.columns:
        raise UserError("Không thấy cột họ tên, tên tập thể hay chủ hộ. Hãy chọn cột chứa tên rồi đọc lại.")
    round_of(book.db, round_id)
    settling = Settling(book.db, found, answers or {}, uids)
    read = tuple(_Reader(book, table, round_id, settling, award_type, proposer).read())
    rows = tuple(row for row in read if isinstance(row, NominationRow))
    return NominationList(rows, tuple(one for one in read if isinstance(one, Skipped)), found)


def take_in(book: Book, round_id: int, rows: Sequence[NominationRow], *, who: str = "") -> tuple[Change, ...]:
    """Makes who is new (one act), then the nominations (one act); rows that are not ready are left out.

    Raises: UserError when no row is ready, or as `nominate`.
    """
    ready = [row for row in rows if row.ready]
    if not ready:
        raise UserError("Chưa có dòng nào sẵn sàng. Hãy trả lời các dòng còn hỏi, hoặc bỏ các dòng đó.")
    new = {row.new.key: row.new for row in ready if row.new}
    made: dict[str, int] = {}
    changes: list[Change] = []
    if new:
        uids = new_uids()
        edits = [Add(one.kind, one.values, next(uids)) for one in new.values()]
        changes.append(book.write(f"Thêm {len(edits)} cá nhân, tập thể, hộ từ danh sách đề nghị", edits))
        made = dict(zip(new, changes[0].added, strict=True))
    drafts = [replace(row.draft, nominee=made[row.new.key]) if row.new else row.draft for row in ready]
    changes.append(nominate(book, round_id, drafts, who=who))
    return tuple(changes)


class _Reader:
    """One reading of one table for one round."""

    def __init__(
        self,
        book: Book,
        table: Table,
        round_id: int,
        settling: Settling,
        award_type: int | None,
        proposer: int | None,
    ) -> None:
        self.table, self.settling = table, settling
        self.award_type, self.proposer = award_type, proposer
        self.initiatives = _initiatives(book)
        self.seen = _in_round(book, round_id)
        self.marked = {
            column: record
            for column, label in settling.heads.unknown.items()
            if (record := settling.awards.exactly(label)) is not None
        }

    def read(self) -> Iterator[NominationRow | Skipped]:
        settling = self.settling
        for row in data_rows(self.table, settling.heads, settling.known, settling.awards):
            if isinstance(row, Skipped):
                yield row
                continue
            who = settling.who(row)
            for part, (record, text) in enumerate(self._awards_of(row)):
                award = AwardFound(record) if record is not None else settling.award(row, text, part)
                yield self._nomination(row, part, who, award)

    def _nomination(self, row: Data, part: int, who: WhoFound, award: AwardFound) -> NominationRow:
        draft = self._draft(row, who, award)
        twin, answer = self._twin(row, part, who.found, draft)
        doubts = tuple(doubt for doubt in (who.found.doubt, award.doubt, twin) if doubt)
        left_out = who.skip or award.skip or (answer is not None and answer.skip)
        return NominationRow(row.number, part, who.asked.text, draft, who.found.new, doubts, who.remarks, left_out)

    def _awards_of(self, row: Data) -> list[tuple[int | None, str]]:
        """The awards of a row: marked columns, else the parts of its cell, else what stands above or was given."""
        marked = [(record, "") for column, record in self.marked.items() if fold(row.line.text(column)) in MARKS]
        if marked:
            return list(marked)
        text = row.get("award").strip()
        parts = [part for part in _SEVERAL.split(text) if part]
        if len(parts) > 1 and all(self.settling.awards.exactly(part) is not None for part in parts):
            return [(None, part) for part in parts]
        if text:
            return [(None, " ".join(text.split()))]
        return [(row.award if row.award is not None else self.award_type, "")]

    def _draft(self, row: Data, who: WhoFound, award: AwardFound) -> Draft:
        named = row.get("proposer")
        proposer = self.settling.known.unit_called(named) if named else row.unit or self.proposer
        initiative = self.initiatives.get(fold(row.get("initiative")))
        rest = self.settling.beside(row, frozenset(self.marked))
        if row.get("initiative") and initiative is None:
            rest.append(f"Sáng kiến: {row.get('initiative')}")
        found = who.found
        return Draft(
            award_type=award.record,
            form_words=award.words,
            nominee=found.record,
            nominee_words="" if found.record is not None or found.new else who.asked.text,
            recipient_kind=found.kind,
            as_title=as_title_of(row),
            proposer=proposer,
            proposer_words=named if named and proposer is None else "",
            achievement=row.get("achievement"),
            initiatives=(initiative,) if initiative is not None else (),
            note="\n".join(filter(None, (row.get("note"), *rest))),
        )

    def _twin(self, row: Data, part: int, found: Found, draft: Draft) -> tuple[RowDoubt | None, Answer | None]:
        """Whether the same is in the round or on an earlier row already."""
        who = found.record if found.record is not None else found.new.key if found.new else None
        what = draft.award_type if draft.award_type is not None else fold(draft.form_words)
        if who is None or not what:
            return None, None
        before = self.seen.setdefault((who, what), f"dòng {row.number}")
        if before == f"dòng {row.number}":
            return None, None
        field, key = part_of("twin", part), f"twin:{row.number}.{part}"
        answer = self.settling.answered(row, field, key)
        if answer:
            return None, answer
        told = f"Dòng {row.number}: “{row.get('name')}” đã được đề nghị như vậy ({before})."
        return RowDoubt(field, key, told, may_be_new=True), None


def _initiatives(book: Book) -> dict[str, int]:
    records = [head.id for head in living(book.db, "initiative")]
    return {fold(values["name"]): record for record, values in values_of(book.db, "initiative", records).items()}


def _in_round(book: Book, round_id: int) -> dict[tuple[int | str, int | str], str]:
    """Who is nominated for what in the round already."""
    records = [head.id for head in living(book.db, "nomination")]
    return {
        (values["nominee"] or fold(values["nominee_words"]), values["award_type"] or fold(values["form_words"])): (
            "trong đợt này"
        )
        for values in values_of(book.db, "nomination", records).values()
        if values["round"] == round_id and values["state"] != "withdrawn"
    }
