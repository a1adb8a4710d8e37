"""Pre-printed blanks: how many came, were used and spoiled, and how many are left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.awarding.outcome import Outcome
from ward.book import Book


@dataclass(frozen=True, slots=True)
class Stock:
    """Sheets of a blank; `left` = `came` − `used` − `spoiled`."""

    blank: int
    name: str
    came: int
    used: int
    spoiled: int
    left: int
    warnings: tuple[str, ...]


def stock_of(db: SqliteDatabase, blank: int) -> Stock:
    """The sheets of one blank. Raises UserError when it is gone."""
    raise NotImplementedError


def stocks(db: SqliteDatabase) -> list[Stock]:
    """The sheets of every blank, by name."""
    raise NotImplementedError


def receive(book: Book, blank: int, count: int, *, on: str = "", reason: str = "") -> Outcome:
    """Sheets came in. Raises UserError for a count below one."""
    raise NotImplementedError


def use(book: Book, blank: int, awards: Sequence[int], *, on: str = "") -> Outcome:
    """One sheet was printed for each award; warns when more were used than there are."""
    raise NotImplementedError


def spoil(book: Book, blank: int, count: int, reason: str, *, award: int | None = None, on: str = "") -> Outcome:
    """Sheets were spoiled. Raises UserError without a reason or for a count below one."""
    raise NotImplementedError
