"""Judging a round by its rules; what a person confirms, and the written reason for going on against a rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from ward.book import Book
from ward.edits import Change


@dataclass(frozen=True)
class Judged:
    """The verdicts of a round (`ward.rules.verdicts.Verdict`), and the act that kept them; None: nothing changed."""

    verdicts: tuple[Any, ...]
    change: Change | None


@dataclass(frozen=True, slots=True)
class Demand:
    """What a nomination may not go on without: a written reason under this rule's key."""

    nomination: int
    rule: str
    sentence: str


def judge_round(
    book: Book,
    round_id: int,
    *,
    at: dt.datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Judged:
    """Judges the nominations of a round that are not decided; keeps verdict, words, pack and moment as one act."""
    raise NotImplementedError


def confirm(
    book: Book,
    nomination: int,
    rule: str,
    words: str,
    answer: str,
    *,
    note: str = "",
    who: str = "",
    at: dt.datetime | None = None,
) -> Change:
    """Keeps what a person says of a condition that no record proves: "yes" or "no". Raises UserError for others."""
    raise NotImplementedError


def give_reason(
    book: Book,
    nomination: int,
    rule: str,
    words: str,
    reason: str,
    *,
    who: str = "",
    at: dt.datetime | None = None,
) -> Change:
    """Keeps the written reason for which a nomination goes on. Raises UserError when it says nothing."""
    raise NotImplementedError


def demands(db: SqliteDatabase, nominations: Sequence[int]) -> list[Demand]:
    """The written reasons that are still missing before these nominations are decided or submitted."""
    raise NotImplementedError
