"""Nominations: put into a round, changed, ordered, sent back for what is missing, withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ward.book import Book
from ward.edits import Change, Values


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a nomination goes on against a doubt or a rule: its key, what stood against it, the written reason."""

    rule: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A nomination as it is typed. `nominee` is a person, unit or household, or only words; days are ISO."""

    award_type: int | None = None
    form_words: str = ""
    nominee: int | None = None
    nominee_words: str = ""
    recipient_kind: str = ""
    as_title: str = ""
    proposer: int | None = None
    proposer_words: str = ""
    received_on: str = ""
    achievement: str = ""
    period: str = ""
    period_words: str = ""
    movement: int | None = None
    practice: int | None = None
    posthumous: bool = False
    worker_group: str = ""
    initiatives: tuple[int, ...] = ()
    reasons: tuple[Reason, ...] = ()
    note: str = ""


def nominate(
    book: Book,
    round_id: int,
    drafts: Sequence[Draft],
    *,
    who: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Change:
    """Puts nominations into a round as one act; `Change.added` has them in the order of the drafts.

    What a draft leaves open is filled in: what kind of recipient it is, the office that a person holds, a household's
    address, the place in the list, the years, movement and period of the round.
    Raises: UserError when the round takes none any more, or a draft says nobody or nothing.
    """
    raise NotImplementedError


def amend_nomination(book: Book, nomination: int, values: Values) -> Change:
    """Changes fields of a nomination that is not decided yet. Raises UserError otherwise."""
    raise NotImplementedError


def reorder(book: Book, nominations: Sequence[int]) -> Change:
    """Numbers the nominations of a round anew, in this order."""
    raise NotImplementedError


def withdraw(book: Book, nominations: Sequence[int], reason: str, *, on: str = "") -> Change:
    """Withdraws nominations; they stay in the list. Raises UserError without a reason, or when decided."""
    raise NotImplementedError


def put_back(book: Book, nominations: Sequence[int]) -> Change:
    """Takes a withdrawal back."""
    raise NotImplementedError


def ask_supplement(book: Book, nominations: Sequence[int], missing: str, due: str, *, on: str = "") -> Change:
    """Asks for what a dossier lacks by a day. Raises UserError when it is not said what, or the day is past."""
    raise NotImplementedError


def supplemented(book: Book, nominations: Sequence[int], *, on: str = "") -> Change:
    """What was asked for has come."""
    raise NotImplementedError
