"""What cannot be decided from a table alone: asked row by row, or once for all rows that ask the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record of the book that may be meant, and what speaks for it."""

    record: int
    kind: str
    title: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """A question about one field of a row.

    `field`: "who", "award", "kind", "day", "year", "twin" or "sheet". `key`: rows with the same key may be answered
    together. `readings`: values to choose from, each with its words. `may_be_new`: whether “a new one” is an answer;
    `as_words`: whether the text may stay as it is, without a record.
    """

    field: str
    key: str
    words: str
    candidates: tuple[Candidate, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    may_be_new: bool = False
    as_words: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the clerk says to a doubt: a record, one of the readings, a new one, the words as they are, skip."""

    record: int | None = None
    value: str = ""
    new: bool = False
    as_words: bool = False
    skip: bool = False


Answers = Mapping[tuple[int, str] | str, Answer]
"""Answers by (number of the row, field), or by the key of a doubt for all rows that have it."""
SKIP = Answer(skip=True)


def answer_to(answers: Answers, row: int, field: str, key: str) -> Answer | None:
    """What was answered for this row, else for all rows alike; None when nobody answered yet."""
    return answers.get((row, field)) or answers.get(key)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was not taken as one of the list, with what it says: nothing of a table is passed over unseen."""

    row: int
    text: str
    why: str
