"""The errors that a person can mend: whole Vietnamese sentences that say what to do."""

from __future__ import annotations


class UserError(Exception):
    """Something the clerk can mend; `str(error)` is a whole Vietnamese sentence that says what to do."""


class Question(UserError):
    """Text with more than one meaning, or none that is sure: the clerk is asked, nothing is guessed.

    `sentence` is what to ask; `span` is the doubtful part as (start, end) in the text after `nfc`.
    Subclasses add `readings`: the values the clerk may choose from, the likeliest first.
    """

    def __init__(self, sentence: str, span: tuple[int, int] = (0, 0)) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.span = span
