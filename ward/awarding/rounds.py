"""Rounds: opened with their rules, reviewed, closed, opened again with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.book import Book
from ward.edits import Change, Values


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round as a list shows it; `states` and `verdicts` count its nominations, days are ISO."""

    id: int
    name: str
    basis: str
    state: str
    opened_on: str
    due_on: str
    rules_on: str
    council: int | None
    pack: int | None
    nominations: int
    states: Mapping[str, int]
    verdicts: Mapping[str, int]
    years: tuple[int, ...]

    def is_late(self, on: str) -> bool:
        """Whether the time for nominations has run out while the round still takes them."""
        raise NotImplementedError


def open_round(book: Book, values: Values) -> int:
    """Opens a round ("Đợt xét", fields of the form) and gives its record; state "open", opened today unless said.

    Raises: UserError without a name, a basis or a year.
    """
    raise NotImplementedError


def rules_day(db: SqliteDatabase, round_id: int) -> str:
    """The day (ISO) whose rules hold for a round: the day its dossiers came, else the day it was opened."""
    raise NotImplementedError


def keep_rules(book: Book, round_id: int) -> Change | None:
    """Keeps with the round the rules that hold on its day, once; None when it keeps some already."""
    raise NotImplementedError


def start_review(book: Book, round_id: int) -> Change:
    """Nominations are no longer awaited: the round is being judged."""
    raise NotImplementedError


def close_round(book: Book, round_id: int) -> Change:
    """Marks a round as done. Raises UserError while nominations wait for an answer."""
    raise NotImplementedError


def reopen_round(book: Book, round_id: int, reason: str, *, who: str = "", at: dt.datetime | None = None) -> Change:
    """Opens a decided or closed round again; what was decided stays. Raises UserError without a reason."""
    raise NotImplementedError


def rounds_of(db: SqliteDatabase, year: int) -> list[RoundRow]:
    """The rounds of a work year, the newest first."""
    raise NotImplementedError


def round_row(db: SqliteDatabase, round_id: int) -> RoundRow:
    """One round. Raises UserError when it is gone."""
    raise NotImplementedError
