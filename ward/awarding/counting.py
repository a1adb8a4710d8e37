"""Counting ballots twice, each without the other, and comparing the two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.book import Book
from ward.edits import Change


@dataclass(frozen=True, slots=True)
class Count:
    """What one counting found for a nomination."""

    nomination: int
    agree: int
    disagree: int = 0
    invalid: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """The written opinions of absent members on a nomination."""

    nomination: int
    agree: int
    disagree: int = 0


@dataclass(frozen=True, slots=True)
class CountDifference:
    """A nomination on which the two countings differ; a counting that is missing is None."""

    nomination: int
    name: str
    first: Count | None
    second: Count | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The two countings side by side: `agree` when both are whole and the same."""

    agree: bool
    differences: tuple[CountDifference, ...]
    doubts: tuple[str, ...]


def to_count(db: SqliteDatabase, meeting: int) -> list[tuple[int, str, str]]:
    """The nominations that a meeting votes on, in the list's order: record, name, award."""
    raise NotImplementedError


def note_papers(book: Book, meeting: int, *, issued: int, returned: int, invalid: int = 0) -> Change:
    """Notes how many ballot papers were given out, came back, and were not valid as a whole.

    Raises: UserError when more came back than were given out, or more were given out than members came.
    """
    raise NotImplementedError


def enter_count(book: Book, meeting: int, which: int, by: str, counts: Sequence[Count]) -> Change:
    """Enters the first (1) or second (2) counting as one act; neither needs or shows the other.

    Raises: UserError when the result is locked, the counter is not named, or the sums cannot be.
    """
    raise NotImplementedError


def enter_written(book: Book, meeting: int, opinions: Sequence[Written]) -> Change:
    """Enters the written opinions of absent members. Raises UserError when there are more than such members."""
    raise NotImplementedError


def enter_lower(book: Book, meeting: int, nomination: int, lower_type: int, agree: int) -> Change:
    """Enters the vote on a lower award for a nomination."""
    raise NotImplementedError


def compare_counts(db: SqliteDatabase, meeting: int) -> Comparison:
    """The two countings of a meeting, compared."""
    raise NotImplementedError
