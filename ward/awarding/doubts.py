"""What speaks against a nomination while it is typed: asked of the records, never decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from peewee import SqliteDatabase

from ward.awarding.nominating import Draft

Severity = Literal["ask", "warn", "info"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about a nomination. "ask" demands a written reason (`Reason.rule` = `key`); the others only tell.

    `records` are what it speaks of, the likeliest first.
    """

    key: str
    severity: Severity
    sentence: str
    records: tuple[int, ...] = ()
    article: str = ""


def doubts_while_typing(
    db: SqliteDatabase, round_id: int, draft: Draft, *, nomination: int | None = None
) -> list[Doubt]:
    """The doubts about one draft in a round, the gravest first; `nomination` when it stands in the list already."""
    raise NotImplementedError


def doubts_of(db: SqliteDatabase, nominations: Sequence[int]) -> dict[int, list[Doubt]]:
    """The doubts about nominations of the file, by nomination; those without doubts are left out."""
    raise NotImplementedError
