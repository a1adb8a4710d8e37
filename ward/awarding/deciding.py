"""The ward's own decision: a document and an award for each nomination; its number given later; cancelling."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.awarding.outcome import Outcome
from ward.book import Book
from ward.edits import Change


@dataclass(frozen=True, slots=True)
class Signing:
    """Who decides and signs: the unit or words that issue, the signer's name and office as printed."""

    issuer: int | None = None
    issuer_words: str = ""
    authority: str = ""
    signer: str = ""
    signer_title: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was written: its document, the awards in the order of the list, what to read about it."""

    document: int
    awards: tuple[int, ...]
    change: Change
    warnings: tuple[str, ...]


def decide(
    book: Book,
    round_id: int,
    nominations: Sequence[int],
    *,
    on: str,
    number: str = "",
    signing: Signing | None = None,
    first_number: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Decided:
    """Decides on nominations of a round: one document and one award each, as one act; the round may have several.

    Awards keep the names and offices of the day, the prize by the rules of the day, and the order number in the
    decision as their number in the book (from `first_number`).
    Raises: UserError when a nomination cannot be decided, or a written reason is missing (`judging.demands`).
    """
    raise NotImplementedError


def number_decision(book: Book, document: int, number: str, *, on: str = "") -> Outcome:
    """Gives a decision its number (and day), and carries it to its awards. Raises UserError for an empty one."""
    raise NotImplementedError


def decision_doubts(db: SqliteDatabase, number: str, on: str, issuer: int | None) -> list[str]:
    """Whether the same number was given in the same year by the same issuer, told in sentences."""
    raise NotImplementedError


def cancel_award(
    book: Book, award: int, reason: str, *, on: str = "", recover: bool = True, receipt: str = ""
) -> Outcome:
    """Cancels an award; with `recover` a prize that was paid comes back into the fund. All stays in the history.

    Source: Luật 06/2022/QH15, Điều 93.
    Raises: UserError without a reason, or when it is not granted.
    """
    raise NotImplementedError
