"""The register (sổ vàng): awards found again, also by old names; the life of a person, household or unit."""

from __future__ import annotations

from dataclasses import dataclass

from peewee import SqliteDatabase


@dataclass(frozen=True, slots=True)
class AwardLine:
    """An award as the register shows it; `named` is as written then, `issuers` who gave it, days ISO."""

    id: int
    named: str
    as_title: str
    award: str
    code: str
    form: str
    level: str
    state: str
    basis: str
    years: tuple[int, ...]
    period: str
    decision_number: str
    decided_on: str
    issuers: str
    book_number: str
    reason: str
    recipients: tuple[int, ...]
    posthumous: bool


@dataclass(frozen=True, slots=True)
class LifeLine:
    """One award in a life; `of` is the unit that it came from, where that is a predecessor."""

    year: int | None
    line: AwardLine
    of: int | None = None
    of_name: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """The awards of a person, household or unit by year; those of the units it came from stand apart."""

    record: int
    name: str
    kind: str
    own: tuple[LifeLine, ...]
    before: tuple[LifeLine, ...]


def find_awards(
    db: SqliteDatabase,
    text: str = "",
    *,
    year: int | None = None,
    code: str = "",
    group: str = "",
    state: str = "",
    level: str = "",
    limit: int = 500,
) -> list[AwardLine]:
    """The awards whose words match, in any order and without diacritics, the newest first.

    A recipient is found by every name it had: old names of units, aliases, entries merged into it.
    `code` is an award type's code, `group` a kind of recipient.
    """
    raise NotImplementedError


def life_of(db: SqliteDatabase, record: int) -> Life:
    """The awards of a person, household or unit, the newest year first. Raises UserError when it is gone."""
    raise NotImplementedError


def next_book_number(db: SqliteDatabase, year: int) -> str:
    """The number that follows the greatest one in the book among the awards decided in a year; "1" at first."""
    raise NotImplementedError
