"""Prizes of a decision or a round, paying them, and the fund over a year; whole đồng, missing is never zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from peewee import SqliteDatabase

from ward.awarding.outcome import Outcome
from ward.book import Book


@dataclass(frozen=True, slots=True)
class PrizeRow:
    """One line of the payment list; `amount` is what is paid (None: not known), `struck` why nothing is paid."""

    award: int
    name: str
    as_title: str
    recipient_kind: str
    what: str
    factor: Decimal | None
    base: int | None
    full: int | None
    amount: int | None
    struck: str
    paid_on: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrizeList:
    """The payment list; `total` adds what is known, `missing` counts the lines whose amount is not known."""

    rows: tuple[PrizeRow, ...]
    total: int
    missing: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FundYear:
    """The fund over a year in whole đồng; `incoming` and `outgoing` by kind. `missing` tells entries left out."""

    year: int
    opening: int
    incoming: Mapping[str, int]
    outgoing: Mapping[str, int]
    closing: int
    missing: tuple[int, ...]
    warnings: tuple[str, ...]


def prize_list(db: SqliteDatabase, *, document: int | None = None, round_id: int | None = None) -> PrizeList:
    """The payment list of a decision, or of all decisions of a round."""
    raise NotImplementedError


def pay(book: Book, awards: Sequence[int], *, on: str = "", receipt: str = "") -> Outcome:
    """Pays the prizes of awards out of the fund, one entry each, as one act.

    Raises: UserError when one is paid already, cancelled, or its amount is not known.
    """
    raise NotImplementedError


def fund_year(db: SqliteDatabase, year: int) -> FundYear:
    """What the fund held at the year's start, what came and went by kind, and what is left."""
    raise NotImplementedError
