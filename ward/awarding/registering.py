"""Registration at the start of the year: the board by unit, sent, returned, accepted; and what was achieved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from peewee import SqliteDatabase

from ward.book import Book
from ward.edits import Change

BoardState = Literal["not_sent", "waiting", "returned", "accepted"]


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One unit on the board: how far its registration is, and how many persons, titles and models it registers."""

    unit: int | None
    name: str
    state: BoardState
    returned_on: str
    returned_reason: str
    persons: int
    units: int
    households: int
    titles: int
    practices: int
    registrations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KeptPromise:
    """A registration against what was awarded: "achieved", "failed" or "open"; `awards` are the proof."""

    registration: int
    registrant: str
    unit: str
    what: str
    state: Literal["achieved", "failed", "open"]
    awards: tuple[int, ...]


def registration_board(db: SqliteDatabase, year: int) -> list[BoardRow]:
    """The units of a year, each with how far its registration is; those who belong to no unit stand last."""
    raise NotImplementedError


def send(book: Book, registrations: Sequence[int], *, on: str = "") -> Change:
    """The registrations came in. Raises UserError when none is named."""
    raise NotImplementedError


def give_back(book: Book, registrations: Sequence[int], reason: str, *, on: str = "") -> Change:
    """Gives registrations back. Raises UserError without a reason."""
    raise NotImplementedError


def accept(book: Book, registrations: Sequence[int], *, on: str = "") -> Change:
    """Accepts registrations."""
    raise NotImplementedError


def registered_against_achieved(db: SqliteDatabase, year: int) -> list[KeptPromise]:
    """Each registration of a title or form in a year, and whether it was awarded for that year."""
    raise NotImplementedError
