"""Carrying out a planned import: one act, all of it or nothing, with the clerk's answers to what was doubtful."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from forms.exchange.entries import Entry
from forms.exchange.evidence import copy_in
from forms.exchange.memory import without_collection
from forms.exchange.plan import READING, SKIP, ImportPlan, Item
from ward.book import Book
from ward.edits import Add, Amend, Bin, Change, Edit
from ward.errors import UserError
from ward.kinds import KINDS
from ward.loading import load

STALE = "Sổ đã có thay đổi sau khi xem trước. Hãy xem trước lại rồi nhập."
NOT_ASKED = "chưa có trả lời nên được để lại"


def carry_out(
    book: Book,
    plan: ImportPlan,
    *,
    accept: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Change:
    """Writes what the plan takes: all new and changed records, and the doubtful ones that `accept` answers.

    `accept` gives for a line's place the key of one of its choices, or "skip" for any line. Unanswered doubts
    are left out, with what names them; `plan.left` says which and why. `progress` may raise to cancel: nothing
    is kept then. Raises: UserError for an answer that the line does not offer, or when the book has changed
    since the dry run.
    """
    if int(book.db.execute_sql("SELECT generation FROM file").fetchone()[0]) != plan.generation:
        raise UserError(STALE)
    with without_collection():
        outcome = _Outcome(book, plan, _answers(plan, accept or {}))
        edits = outcome.edits()
        plan.missing_evidence = copy_in(plan.items, plan.source, book)
        source = f" từ tệp “{plan.source.name}”" if plan.source else ""
        change = book.write(f"Nhập {len(edits)} bản ghi{source}", edits, progress=progress)
    plan.left = {item.entry.place: outcome.left[item.entry] for item in plan.items if item.entry in outcome.left}
    return change


def receipt(plan: ImportPlan, change: Change | None = None) -> str:
    """What an import did (or, without a change, would do), line by line."""
    return plan.receipt(change)


def _answers(plan: ImportPlan, accept: Mapping[str, str]) -> dict[Entry, str]:
    items = {item.entry.place: item for item in plan.items}
    answers = {}
    for place, answer in accept.items():
        offered = {choice.key for choice in items[place].choices} if place in items else set()
        if place not in items or answer not in {*offered, SKIP}:
            raise UserError(f"Không có lựa chọn “{answer}” cho {place}. Hãy chọn lại trong danh sách.")
        answers[items[place].entry] = answer
    return answers


class _Outcome:
    """What becomes of each entry under the clerk's answers; `left` says which stay out, and why."""

    def __init__(self, book: Book, plan: ImportPlan, answers: dict[Entry, str]) -> None:
        self.book = book
        self.items = {item.entry: item for item in plan.items}
        self.left: dict[Entry, str] = {}
        self._answers = answers
        self._targets: dict[Entry, bytes | int | None] = {}
        for item in sorted(plan.items, key=lambda item: item.twin is not None):
            self._targets[item.entry] = self._own_target(item)
        self._leave_followers()

    def _own_target(self, item: Item) -> bytes | int | None:
        """Where references to an entry lead: a record's id, the uid it will get, or nowhere."""
        answer = self._answers.get(item.entry, "")
        if item.verdict == "refused":
            return self._leave(item, item.reasons[0][1], None)
        if item.verdict == "doubtful" and not item.follows and answer in ("", SKIP):
            reason = "bỏ qua" if answer else f"{item.reasons[0][1]} ({NOT_ASKED})"
            return self._leave(item, reason, item.record)
        if answer == SKIP:
            return self._leave(item, "bỏ qua", item.record)
        if answer in item.likes:
            like = item.likes[answer]
            target = self._targets[like] if isinstance(like, Entry) else like
            return self._leave(item, NOT_ASKED, None) if target is None else target
        return item.uid if item.record is None else item.record

    def _leave(self, item: Item, reason: str, target: bytes | int | None) -> bytes | int | None:
        self.left[item.entry] = reason
        return self._targets[item.twin] if item.twin and target is None else target

    def _leave_followers(self) -> None:
        """An entry that names one without a target stays out, and so does what names it."""
        found = any(target is None for target in self._targets.values())
        while found:
            found = False
            for entry, item in self.items.items():
                if entry in self.left:
                    continue
                lost = [link for link in entry.links if isinstance(link.target, Entry) and self._lost(link.target)]
                if lost:
                    self.left[entry] = f"{lost[0].place} nhắc tới bản ghi được để lại"
                    self._targets[entry] = item.record
                    found = True

    def _lost(self, entry: Entry) -> bool:
        return self._targets[entry] is None

    # -- edits --------------------------------------------------------------------------------------

    def edits(self) -> list[Edit]:
        """One edit for each record that is new or differs, in the order of the file."""
        items = [item for entry, item in self.items.items() if entry not in self.left]
        for item in items:
            self._settle(item)
        joining = [item for item in items if self._answers.get(item.entry, "") in item.likes]
        edits: list[Edit] = []
        for item in items:
            if item in joining:
                edits.extend(self._joined_to_book(item))
            elif item.record is None:
                joined = [other.entry for other in joining if self._targets[other.entry] == item.uid]
                edits.append(Add(item.entry.kind, _joined(item.entry, joined), item.uid))
            else:
                edits.extend(_amending(item, item.record))
        return edits

    def _settle(self, item: Item) -> None:
        """Puts the final references and the chosen reading into the entry's values."""
        for link in item.entry.links:
            target = link.target
            link.row[link.key] = self._targets[target] if isinstance(target, Entry) else target
        if item.doubt:
            number = int(self._answers[item.entry].removeprefix(READING))
            item.doubt.into.update(item.doubt.readings[number - 1][1])

    def _joined_to_book(self, item: Item) -> list[Edit]:
        target = self._targets[item.entry]
        if type(target) is not int:
            return []
        added = _additions(item.entry, load(self.book.db, target).values, item.entry.values)
        return [Amend(target, added)] if added else []


def _amending(item: Item, record: int) -> list[Edit]:
    """The edits of an entry that the book has: back from the bin if need be, then the fields that differ."""
    keys = item.entry.values if item.doubt else item.changed
    back: list[Edit] = [Bin(record, False)] if item.binned else []
    return [*back, Amend(record, {key: item.entry.values[key] for key in keys})] if keys else back


def _joined(entry: Entry, others: list[Entry]) -> dict[str, Any]:
    values = entry.values
    for other in others:
        values = {**values, **_additions(entry, values, other.values)}
    return values


def _additions(entry: Entry, kept: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """What a second entry of the same thing adds: fields that were empty, rows that were not there."""
    kind = KINDS[entry.kind]
    added: dict[str, Any] = {}
    for key, value in given.items():
        if key in kind.list_shapes:
            there = [_filled(row) for row in kept.get(key, ())]
            rows = [row for row in value if _filled(row) not in there]
            if rows:
                added[key] = (*kept.get(key, ()), *rows)
        elif key == "years":
            added[key] = tuple(sorted({*kept.get(key, ()), *value}))
        elif not kept.get(key) and value:
            added[key] = value
    return added


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: cell for key, cell in row.items() if cell not in ("", None, False)}
