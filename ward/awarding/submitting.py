"""Dossiers for whoever decides above the ward: sent, returned, supplemented, answered, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ward.awarding.outcome import Outcome
from ward.book import Book
from ward.edits import Change


@dataclass(frozen=True, slots=True)
class Answer:
    """What the level above decided on a nomination: "granted", "lowered" (to `lowered_to`) or "refused"."""

    nomination: int
    result: str
    lowered_to: int | None = None
    lowered_words: str = ""
    book_number: str = ""
    reason: str = ""


def submit(
    book: Book,
    round_id: int,
    nominations: Sequence[int],
    *,
    level: str,
    authority: str,
    number: str = "",
    on: str = "",
) -> Outcome:
    """Sends nominations to the level above; `records` holds the submission.

    Raises: UserError when a nomination cannot be sent, or a written reason is missing (`judging.demands`).
    """
    raise NotImplementedError


def number_submission(book: Book, submission: int, number: str, *, on: str = "") -> Change:
    """Gives a submission its number, and its day where it was not known."""
    raise NotImplementedError


def returned(book: Book, submission: int, reason: str, *, on: str = "") -> Outcome:
    """The dossier came back. A second return is kept as well, and warned of. Raises UserError without a reason."""
    raise NotImplementedError


def supplement(book: Book, submission: int, *, number: str = "", on: str = "") -> Outcome:
    """The dossier was mended and sent again. A second supplement is warned of."""
    raise NotImplementedError


def answer(
    book: Book,
    submission: int,
    answers: Sequence[Answer],
    *,
    number: str = "",
    on: str = "",
    issuer: int | None = None,
    issuer_words: str = "",
) -> Outcome:
    """Keeps what was decided above: a document, an award for each that was granted, the reasons of the others.

    `records` holds the document (when something was granted) and the awards. Part of the list may be answered; the
    rest waits. Raises: UserError when a nomination does not wait for this answer.
    """
    raise NotImplementedError


def withdraw_submission(book: Book, submission: int, reason: str, *, on: str = "") -> Change:
    """Takes a submission back; its nominations stand where they stood. Raises UserError without a reason."""
    raise NotImplementedError
