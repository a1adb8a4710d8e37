"""Councils and their meetings: members of a term on a day, invitation, attendance, quorum, conflicts of interest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from peewee import SqliteDatabase

from ward.book import Book
from ward.edits import Change, Values


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a council on a day; `who` is the person, if known as one."""

    who: int | None
    name: str
    role: str
    as_title: str


@dataclass(frozen=True, slots=True)
class Attending:
    """A member at a meeting: presence "present", "absent", "written" (absent, with a written opinion)."""

    who: int | None
    name: str
    role: str = ""
    as_title: str = ""
    presence: str = "present"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Quorum:
    """Who came, against what is asked for; `warnings` are whole sentences, nothing is blocked."""

    members: int
    present: int
    written: int
    absent: int
    share: Fraction
    enough: bool | None
    warnings: tuple[str, ...]


def council_on(db: SqliteDatabase, day: str) -> int | None:
    """The council whose term holds a day (ISO); the newest when there are several."""
    raise NotImplementedError


def members_on(db: SqliteDatabase, council: int, day: str) -> list[Member]:
    """The members of a council on a day, in its order."""
    raise NotImplementedError


def open_meeting(book: Book, round_id: int, values: Values | None = None) -> int:
    """Makes a meeting of a round's council, all members of the day attending, and gives its record.

    The method of voting is secret when the rules ask a secret ballot for an award of the round.
    Raises: UserError when there is no council or it has no members that day.
    """
    raise NotImplementedError


def invite(book: Book, meeting: int, number: str, on: str) -> Change:
    """Notes the invitation's number and day."""
    raise NotImplementedError


def set_method(book: Book, meeting: int, method: str) -> Change:
    """Chooses "secret" or "open" for a meeting. Raises UserError when its result is locked."""
    raise NotImplementedError


def mark_attendance(book: Book, meeting: int, attending: Sequence[Attending]) -> Change:
    """Notes who came. Raises UserError when the result is locked."""
    raise NotImplementedError


def mark_conflict(
    book: Book, meeting: int, nomination: int, reason: str, *, who: int | None = None, name: str = ""
) -> Change:
    """Marks a member who does not vote on a nomination. Raises UserError without a reason or a member."""
    raise NotImplementedError


def attending(db: SqliteDatabase, meeting: int) -> list[Attending]:
    """Who was asked to a meeting, and who came."""
    raise NotImplementedError


def quorum_of(db: SqliteDatabase, meeting: int) -> Quorum:
    """Whether enough members came, by the rules of the meeting's round."""
    raise NotImplementedError


def conflicts_suggested(db: SqliteDatabase, meeting: int) -> list[tuple[Attending, int]]:
    """Members who are themselves nominated, and the nomination."""
    raise NotImplementedError
