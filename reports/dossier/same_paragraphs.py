"""The same paragraph in several persons’ reports, or the same as in last year’s report: pointed out, never judged."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ward.text import fold

LEAST_LETTERS = 90
"""Shorter paragraphs are headings and stock phrases."""
ALIKE = 0.85
"""From this share of common word triples on two paragraphs are the same one, slightly changed."""
_WORDS = re.compile(r"\w+")
_TRIPLE = 3
_COMMON = 60  # a triple that stands in more different paragraphs than this is a stock phrase

Place = tuple[str, str]
"""A report and where in it."""


@dataclass(frozen=True)
class Written:
    """The clerk's paragraphs of one report: what the report is called, where each paragraph stands, its text."""

    report: str
    paragraphs: tuple[Place, ...]


@dataclass(frozen=True)
class Repeated:
    """A paragraph that stands in several reports; `same` when it is word for word the same in all of them."""

    text: str
    places: tuple[Place, ...]
    same: bool


def repeated(reports: Sequence[Written]) -> list[Repeated]:
    """Each paragraph that stands in more than one report, in the order in which it is met first."""
    texts: dict[tuple[str, ...], str] = {}
    places: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for report in reports:
        for place, text in report.paragraphs:
            words = tuple(_WORDS.findall(fold(text)))
            if sum(map(len, words)) >= LEAST_LETTERS:
                texts.setdefault(words, text)
                places[words].append((report.report, place))
    exact = [Repeated(texts[words], tuple(found), True) for words, found in places.items() if _several(found)]
    return [*exact, *_nearly(texts, places)]


def _nearly(texts: dict[tuple[str, ...], str], places: dict[tuple[str, ...], list[Place]]) -> list[Repeated]:
    """Pairs of different paragraphs that are nearly the same, in different reports."""
    by_triple: dict[tuple[str, ...], list[int]] = defaultdict(list)
    known = list(texts)
    triples = [_triples(words) for words in known]
    found = []
    for number, own in enumerate(triples):
        common: Counter[int] = Counter()
        for triple in own:
            others = by_triple[triple]
            if len(others) <= _COMMON:
                common.update(others)
        for other, count in common.most_common(1):
            both = (*places[known[other]], *places[known[number]])
            if count >= ALIKE * max(len(own), len(triples[other])) and _several(both):
                found.append(Repeated(texts[known[other]], both, False))
        for triple in own:
            by_triple[triple].append(number)
    return found


def _triples(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[at : at + _TRIPLE] for at in range(len(words) - _TRIPLE + 1))


def _several(found: Sequence[Place]) -> bool:
    return len({report for report, _ in found}) > 1
