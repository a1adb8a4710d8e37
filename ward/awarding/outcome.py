"""What a verb of the way of an award gives back, and who did it when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ward.book import Book
from ward.edits import Change
from ward.errors import UserError


@dataclass(frozen=True)
class Outcome:
    """An act that was written, the records it made, and the sentences that the clerk should read about it."""

    change: Change
    records: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


def moment(at: dt.datetime | None) -> str:
    """A moment (now when none is given) as the file keeps it: UTC, ISO, to the second."""
    return (at or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat(timespec="seconds")


def today(on: str) -> str:
    """The given day (ISO), or today's."""
    return on or dt.date.today().isoformat()


def doer(book: Book, who: str) -> str:
    """The person who does it: the one that is given, else whoever opened the book."""
    return who.strip() or book.who


def needed(reason: str, sentence: str) -> str:
    """The reason, trimmed. Raises UserError with the sentence when nobody wrote one."""
    if not reason.strip():
        raise UserError(sentence)
    return reason.strip()
