"""Accepting a finding with a written reason, and taking that back; what was seen is kept beside the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from peewee import SqliteDatabase

from ward.book import Book
from ward.edits import Add, Amend, Bin, Change
from ward.errors import UserError
from ward.findings.finding import Finding

_ACCEPTED = (
    "SELECT a.record_id, a.finding, a.seen, a.reason FROM acceptance a "
    "CROSS JOIN record r ON r.id = a.record_id WHERE r.binned = 0"
)


def accept(book: Book, finding: Finding, reason: str) -> Change:
    """Keeps the clerk's reason why the finding may stand, as one act. Raises UserError without a reason."""
    reason = reason.strip()
    if not reason:
        raise UserError("Chưa ghi lý do chấp nhận. Hãy ghi vì sao hai chỗ khác nhau mà vẫn đúng.")
    values = {"finding": finding.key, "seen": finding.seen, "reason": reason}
    act = f"Chấp nhận phát hiện: {reason}"
    kept = _kept(book.db, finding.key)
    if kept is not None:
        return book.write(act, [Amend(kept, values)])
    return book.write(act, [Add("acceptance", {**values, "years": _years(book.db, finding)})])


def withdraw(book: Book, finding: Finding) -> Change:
    """Takes the acceptance back, so that the finding is open again. Raises UserError when there is none."""
    kept = _kept(book.db, finding.key)
    if kept is None:
        raise UserError("Phát hiện này chưa được chấp nhận nên không có gì để rút lại.")
    return book.write("Rút lại việc chấp nhận phát hiện", [Bin(kept)])


def with_reasons(db: SqliteDatabase, found: Iterable[Finding]) -> list[Finding]:
    """The findings, each with the reason for which it was accepted as it now stands."""
    found = list(found)
    if not found:
        return []
    reasons = {(key, seen): reason for _, key, seen, reason in db.execute_sql(_ACCEPTED)}
    return [replace(finding, accepted=reasons.get((finding.key, finding.seen), "")) for finding in found]


def _kept(db: SqliteDatabase, key: str) -> int | None:
    row = db.execute_sql(f"{_ACCEPTED} AND a.finding = ? ORDER BY a.record_id DESC", (key,)).fetchone()
    return int(row[0]) if row else None


def _years(db: SqliteDatabase, finding: Finding) -> tuple[int, ...]:
    rows = db.execute_sql("SELECT year FROM record_year WHERE record_id = ?", (finding.records[0],))
    return tuple(year for (year,) in rows)
