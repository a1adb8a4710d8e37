"""Texts compared word by word: what changed between two, and two people's changes of one text put together."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\d+(?:[.,/]\d+)*%?|[^\W\d_]+|\s+|.", re.DOTALL)
_WORD = re.compile(r"\w")
_AFTER = re.compile(r"\s*(\d|%|trăm|ngàn|nghìn|vạn|triệu|tỷ|tỉ|rưỡi)|[^\s,;:.)”]", re.IGNORECASE)
_AFTER_SIGN = re.compile(r"[,.:]\d")
_BEFORE = re.compile(r"([\d%,.]|gần|hơn|trên|dưới|khoảng|xấp xỉ|ước|hàng|chừng)\s*\Z|[^\s(“]\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of the old text (start, end) that became other words."""

    start: int
    end: int
    words: str


def hunks(old: str, new: str) -> list[Hunk]:
    """What became other words, in order; numbers and words are never split."""
    if old == new:
        return []
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    at, to = _offsets(before), _offsets(after)
    found: list[tuple[int, int, int, int]] = []
    for act, a, b, c, d in _changes(before, after):
        if act == "equal":
            continue
        if found and not _WORD.search(old[found[-1][1] : at[a]]):
            found[-1] = (found[-1][0], at[b], found[-1][2], to[d])
        else:
            found.append((at[a], at[b], to[c], to[d]))
    return [Hunk(start, end, new[first:last]) for start, end, first, last in found]


def _changes(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    """What differs, by numbers of tokens; the equal beginning and end are set aside first."""
    short = min(len(before), len(after))
    first = next((at for at in range(short) if before[at] != after[at]), short)
    last = next((at for at in range(short - first) if before[-1 - at] != after[-1 - at]), short - first)
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    if len(old) <= 1 or len(new) <= 1:
        return [("replace", first, first + len(old), first, first + len(new))]
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(act, a + first, b + first, c + first, d + first) for act, a, b, c, d in changes]


def _offsets(tokens: Sequence[str]) -> list[int]:
    offsets = [0]
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    return offsets


def merged(printed: str, typed: str, today: str) -> str | None:
    """Today's text with the clerk's changes in it, or None where both changed the same words."""
    mine, theirs = hunks(printed, typed), hunks(printed, today)
    if any(_collide(one, other) for one in mine for other in theirs):
        return None
    text, at = [], 0
    for hunk in sorted((*mine, *theirs), key=lambda one: (one.start, one.end)):
        text += [printed[at : hunk.start], hunk.words]
        at = hunk.end
    return "".join((*text, printed[at:]))


def only_adds(printed: str, typed: str) -> bool:
    """Whether the clerk only wrote something more, and took nothing away."""
    return all(hunk.start == hunk.end for hunk in hunks(printed, typed))


def _collide(mine: Hunk, theirs: Hunk) -> bool:
    if mine.start == mine.end and theirs.start == theirs.end:
        return mine.start == theirs.start
    return mine.start < theirs.end and theirs.start < mine.end


def same(one: str, other: str) -> bool:
    """Whether two texts say the same, but for kinds of spaces and of composing letters."""
    if one == other:
        return True
    if not (unicodedata.is_normalized("NFC", one) and unicodedata.is_normalized("NFC", other)):
        one, other = unicodedata.normalize("NFC", one), unicodedata.normalize("NFC", other)
    return one.split() == other.split()


def core(printed: str, typed: str) -> tuple[int, int] | None:
    """Where the printed text stands whole in what an anchor holds now, with only words of the clerk's around it.

    Word and LibreOffice take into an anchor what is typed at its edge. None where that changes what is said: in
    “48.000”, “48 triệu”, “gần 48” the 48 is no longer the printed one.
    """
    if same(printed, typed):
        return 0, len(typed)
    at = typed.find(printed) if printed.strip() else -1
    if at < 0 or typed.find(printed, at + 1) >= 0:
        return None
    before, after = typed[:at], typed[at + len(printed) :]
    if (before and _BEFORE.search(before)) or (after and (_AFTER.match(after) or _AFTER_SIGN.match(after))):
        return None
    return at, at + len(printed)


def mapped(old: str, new: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a stretch of the old text stands in the new one, or what stands instead of just it; None if gone."""
    shift, grown = 0, 0
    for hunk in hunks(old, new):
        more = len(hunk.words) - (hunk.end - hunk.start)
        if hunk.end <= start:
            shift += more
        elif hunk.start < end:
            if hunk.start < start or hunk.end > end:
                return None
            grown += more
    first, last = start + shift, end + shift + grown
    return (first, last) if new[first:last].strip() else None
