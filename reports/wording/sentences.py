"""Sentences of a paper put together from plain words and traced values, the way wards write them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reports.prints import Printed, Sentence, joined

NBSP = "\u00a0"
_NUMBER_AND_MEASURE = re.compile(r"(?<![\w/.,-])((?!(?:19|20)\d\d )\d(?:[\d.,/]*\d)?) (?=[^\W\d_]|%)")  # not a year
_MEASURED = re.compile(r"\d [^\W\d_]|\d %")
_ENDS = (".", "!", "?", "…", ":", ";")

Piece = str | Sentence


def sentence(*pieces: Piece | None) -> Sentence:
    """The pieces as one sentence: what is None or empty left out, numbers kept on one line with their measure."""
    return _each(joined(piece for piece in pieces if piece), unbroken)


def unbroken(text: str) -> str:
    """The text with a non-breaking space between each number and the word after it; a traced text stays traced."""
    if not _MEASURED.search(text):  # most texts: the whole pattern looks at each of their letters
        return text
    return _like(text, _NUMBER_AND_MEASURE.sub(rf"\1{NBSP}", text))


def capitalised(words: Piece) -> Sentence:
    """The sentence with its first letter large."""
    pieces = list(joined([words]).pieces)
    for index, piece in enumerate(pieces):
        if piece:
            pieces[index] = _like(piece, piece[:1].upper() + piece[1:])
            break
    return Sentence(tuple(pieces))


def ended(words: Piece, mark: str = ".") -> Sentence:
    """The sentence with a mark at its end, unless it has one."""
    whole = joined([words])
    text = str(whole).rstrip()
    return whole if not text or text.endswith(_ENDS) else whole + mark


def listed(items: Sequence[Piece], last: str = " và ", between: str = ", ") -> Sentence:
    """“a, b và c”."""
    pieces: list[Piece] = []
    for index, item in enumerate(items):
        if index:
            pieces.append(last if index == len(items) - 1 else between)
        pieces.append(item)
    return joined(pieces)


def keyed(key: str, whole: Piece) -> Sentence:
    """The sentence as the item of its list that this key names, mostly the record (uid in hex) that it is about."""
    return replace(joined([whole]), key=key)


def statement(name: Piece, value: Piece | None, remarks: Iterable[Piece] = (), missing: str = "") -> Sentence:
    """“Dân số: trên 48 ngàn người, tăng 1,2% so với năm 2022.”

    Without a value the remarks stand for it (“Tội phạm ma túy: giảm cả về số vụ và số đối tượng.”); without
    either, what is missing is said (“Dân số: chưa có số liệu.”) and never a zero.
    """
    said = [part for part in (value, *remarks) if part]
    body = listed(said, last=", ") if said else missing or "chưa có số liệu"
    return ended(capitalised(sentence(name, ": ", body)))


def quoted(name: Piece) -> Sentence:
    """The name between “ and ”, once: a name that already begins with a quotation mark stays as it is."""
    whole = joined([name])
    return whole if str(whole).startswith(("“", '"', "«")) else joined(["“", whole, "”"])


def _each(whole: Sentence, change: Callable[[str], str]) -> Sentence:
    return Sentence(tuple(change(piece) for piece in whole.pieces))


def _like(text: str, changed: str) -> str:
    if not isinstance(text, Printed) or changed == text:
        return text if changed == text else changed
    return Printed(changed, record=text.record, field=text.field, what=text.what)
