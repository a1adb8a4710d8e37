"""Names are spelt the same: one record in two spellings, and typed names that are nearly a known one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from forms.catalogue import FORMS
from reports.reconcile.opened import Line, OpenedPaper, PaperFinding, Value, plain, spelling
from ward.text import fold

NAMED = {FORMS[kind].label: kind for kind in ("person", "unit", "household", "practice", "movement", "event")}
"""The kinds of records that have names of their own, by the word for each."""
NAME_FIELDS = ("name", "printed_name", "names", "title")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_FEWEST = 3
"""Names of fewer words are too common to be mistaken for one another surely."""


def two_spellings(papers: Sequence[OpenedPaper]) -> Iterator[PaperFinding]:
    """Places that name one record in two spellings; case and the way of placing tones make no difference."""
    told: dict[str, list[tuple[OpenedPaper, Value]]] = defaultdict(list)
    for paper in papers:
        for value in paper.values:
            if value.what in NAMED and value.field in NAME_FIELDS and value.text:
                told[value.record].append((paper, value))
    for places in told.values():
        standard, known = next((one for one in places if not one[1].is_touched), places[0])
        for paper, value in places:
            if value is known or not is_nearly(value.text or "", known.text or ""):
                continue
            if paper is standard and not value.is_touched and not known.is_touched:
                continue
            where = known.place if paper is standard else f"{known.place} của “{standard.name}”"
            here, there = plain(value.text or ""), plain(known.text or "")
            sentence = (
                f"{value.what} này ở đây viết là “{here}”, còn ở {where} là “{there}”. "
                "Hãy viết một cách; nếu tên trong sổ sai thì sửa bản ghi rồi cập nhật số liệu."
            )
            yield PaperFinding(
                "name", paper.name, value.place, sentence, (here, there), value.record, value.field, value.id
            )


def nearly_known(
    papers: Sequence[OpenedPaper], typed: Iterable[tuple[OpenedPaper, Line, str]], known: Iterable[str]
) -> Iterator[PaperFinding]:
    """Names typed by hand that are a known name but for a letter or a tone.

    `typed` are the stretches of lines that somebody wrote; `known` the names of the book, beside those that the
    papers themselves print.
    """
    found = [(paper, line, candidate) for paper, line, text in typed for candidate in _capitalised(text)]
    if not found:
        return
    wanted = {gap for _, _, candidate in found for gap in _gaps(candidate)}
    printed = (value.printed for paper in papers for value in paper.values if _is_name(value))
    book = _Known(name for name in dict.fromkeys((*printed, *known)) if not wanted.isdisjoint(_gaps(name)))
    told = set()
    for paper, line, candidate in found:
        near = book.near(candidate)
        if near and (paper.name, line.place, candidate) not in told:
            told.add((paper.name, line.place, candidate))
            sentence = (
                f"“{candidate}” được gõ tay và gần giống “{near}” trong sổ. "
                "Nếu là một thì hãy viết như trong sổ; nếu là hai thì không cần sửa."
            )
            yield PaperFinding("nearly", paper.name, line.place, sentence, (candidate, near))


def is_nearly(one: str, other: str) -> bool:
    """Whether two names differ, but only as a misspelling does: by a tone, or by one letter of one word."""
    mine, others = _WORD.findall(spelling(one)), _WORD.findall(spelling(other))
    if len(mine) != len(others) or mine == others:
        return False
    differing = [(a, b) for a, b in zip(mine, others, strict=True) if a != b]
    if len(differing) > 1 and any(fold(a) != fold(b) for a, b in differing):
        return False
    return all(_is_slip(a, b) for a, b in differing)


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are one but for a tone, or a letter more, less or changed; a number is never a slip."""
    if one.isdigit() or other.isdigit():
        return False
    a, b = fold(one), fold(other)
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 2:
        return False
    start = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[start + (len(a) >= len(b)) :] == b[start + (len(b) >= len(a)) :]


def _is_name(value: Value) -> bool:
    return value.what in NAMED and value.field in NAME_FIELDS


def _capitalised(text: str) -> Iterator[str]:
    """Every run of words that begins like a name, in all its lengths from the longest."""
    found = list(_WORD.finditer(text))
    for first, begin in enumerate(found):
        if not begin[0][:1].isupper():
            continue
        last = first
        while last + 1 < len(found) and text[found[last].end() : found[last + 1].start()] in (" ", "\u00a0"):
            last += 1
        for end in range(last, first + _FEWEST - 2, -1):
            yield text[begin.start() : found[end].end()]


class _Known:
    """Names by what is left of them without one of their words, so that a name with a slip is found at once."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, str] = {}
        self._gaps: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for name in names:
            words = _WORD.findall(name)
            spelt = spelling(" ".join(words))
            if len(words) >= _FEWEST and spelt not in self._names:
                self._names[spelt] = plain(name)
                for gap in _gaps(spelt):
                    self._gaps[gap].append(spelt)

    def near(self, candidate: str) -> str:
        """The known name that a text is but for a slip; "" when it is a known one itself, or none."""
        whole = spelling(" ".join(_WORD.findall(candidate)))
        if whole in self._names:
            return ""
        alike = (spelt for gap in _gaps(whole) for spelt in self._gaps.get(gap, ()))
        return next((self._names[spelt] for spelt in alike if is_nearly(whole, spelt)), "")


def _gaps(name: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(fold(name))
    return ((*words[:at], "", *words[at + 1 :]) for at in range(len(words)))
