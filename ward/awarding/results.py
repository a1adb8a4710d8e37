"""The result of a meeting: percent of all members, locked and unlocked, and what falls out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from peewee import SqliteDatabase

from ward.awarding.outcome import Outcome
from ward.book import Book
from ward.edits import Change


@dataclass(frozen=True, slots=True)
class BallotResult:
    """How a meeting voted on one nomination.

    `agree` holds the written opinions too; `share` is the exact share of `members` (all of them); `needed` is the
    least number of votes that passes; `result` is "passed", "failed" or "" while the countings do not agree.
    `lower_passed` is None when no lower award was voted on.
    """

    ballot: int
    nomination: int
    name: str
    award_type: int | None
    award: str
    agree: int | None
    disagree: int | None
    invalid: int | None
    written_agree: int
    members: int
    share: Fraction | None
    threshold: str
    needed: int
    result: str
    tie: bool
    conflicts: tuple[str, ...]
    lower_type: int | None
    lower_agree: int | None
    lower_passed: bool | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fallen:
    """A nomination that falls out of a round, before the council or by its vote, and why."""

    nomination: int
    name: str
    when: Literal["before", "after"]
    why: str


def results(db: SqliteDatabase, meeting: int, *, conflicts_count: bool = True) -> list[BallotResult]:
    """The result of each nomination. A member in conflict stays in the number of members unless told otherwise."""
    raise NotImplementedError


def lock(
    book: Book, meeting: int, *, conflicts_count: bool = True, who: str = "", at: dt.datetime | None = None
) -> Outcome:
    """Locks the result: keeps members, thresholds and results, and passes or fails the nominations, as one act.

    Raises: UserError when the two countings are not whole or differ.
    """
    raise NotImplementedError


def unlock(book: Book, meeting: int, reason: str, *, who: str = "", at: dt.datetime | None = None) -> Change:
    """Opens a locked result again. Raises UserError without a reason, or when a nomination is decided already."""
    raise NotImplementedError


def fallen(db: SqliteDatabase, meeting: int) -> list[Fallen]:
    """What falls out and why: what the rules or the proposer took out before, what the vote took out."""
    raise NotImplementedError
