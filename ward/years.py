"""Closing a work year and opening it again: its figures, awards and papers are locked by the door meanwhile."""

from __future__ import annotations

import datetime as dt

from peewee import SqliteDatabase

from ward.book import Book
from ward.edits import Add, Amend, Change, Edit
from ward.errors import UserError


def close_year(book: Book, year: int, reason: str, *, today: dt.date | None = None) -> Change:
    """Locks the figures, awards and papers of a year from today on, as one act.

    Records that only span the year stay open. Raises UserError without a reason, or when it is closed already.
    """
    reason = _needed(reason)
    record, closed_on = _found(book.db, year)
    if closed_on:
        raise UserError(f"Năm {year} đã khóa sổ từ trước. Nếu cần sửa, hãy mở lại năm trước đã.")
    values = {"closed_on": (today or dt.date.today()).isoformat(), "closed_reason": reason}
    edit: Edit = Add("year", {"year": year, **values}) if record is None else Amend(record, values)
    return book.write(f"Khóa sổ năm {year}: {reason}", [edit])


def reopen_year(book: Book, year: int, reason: str) -> Change:
    """Opens a closed year again, as one act. Raises UserError without a reason, or when it is not closed."""
    reason = _needed(reason)
    record, closed_on = _found(book.db, year)
    if record is None or not closed_on:
        raise UserError(f"Năm {year} chưa khóa sổ nên không cần mở lại.")
    return book.write(f"Mở lại năm {year}: {reason}", [Amend(record, {"closed_on": "", "closed_reason": reason})])


def is_closed(db: SqliteDatabase, year: int) -> bool:
    """Whether the figures, awards and papers of this year are locked."""
    return bool(_found(db, year)[1])


def _needed(reason: str) -> str:
    if not reason.strip():
        raise UserError("Chưa ghi lý do. Hãy ghi vì sao khóa hoặc mở lại năm này.")
    return reason.strip()


def _found(db: SqliteDatabase, year: int) -> tuple[int | None, str]:
    """The record of a year (the closed one when there are several) and the day it was closed."""
    row = db.execute_sql(
        "SELECT y.record_id, y.closed_on FROM year y CROSS JOIN record r ON r.id = y.record_id "
        "WHERE y.year = ? AND r.binned = 0 AND r.forwarded_to_id IS NULL ORDER BY y.closed_on DESC, r.id",
        (year,),
    ).fetchone()
    return (int(row[0]), str(row[1])) if row else (None, "")
