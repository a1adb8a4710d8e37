"""How long a person held each post: whole months, counted once where posts overlap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ward.dates import PartialDate
from ward.errors import UserError
from ward.text import fold

_YEAR, _DAY = 4, 10  # letters of an ISO date that is only a year, of one that is a day


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time from `first` to the day before `end`; not `exact` where a bound is known to the year only."""

    first: dt.date
    end: dt.date
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Served:
    """How long it was: whole months (None: not known), whether exactly, and how many posts have no known time."""

    months: int | None
    exact: bool = True
    untold: int = 0


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person held: which row of the person's list says so, its title and time (None: not known)."""

    place: int
    title: str
    span: Span | None

    @property
    def served(self) -> Served:
        return together((self.span,))


def posts_of(positions: Sequence[Mapping[str, Any]], until: str) -> list[Post]:
    """The posts, the earliest first; one without an end lasts until the day `until` (ISO).

    From 3/2015 to 3/2020 are 60 months: the month in which one post follows another is counted once, and a month
    that is only named last is not counted. Of two whole days the last one counts too.
    """
    posts = [
        Post(place, row["title"], _span(row["since"], row["until"] or until)) for place, row in enumerate(positions)
    ]
    return sorted(posts, key=lambda post: (positions[post.place]["since"] or "9999", post.place))


def by_title(posts: Iterable[Post]) -> list[tuple[Post, Served]]:
    """Each different post with the time that it was held in all, in the order of the first time."""
    groups: dict[str, list[Post]] = {}
    for post in posts:
        groups.setdefault(fold(post.title), []).append(post)
    return [(group[0], together(post.span for post in group)) for group in groups.values()]


def together(spans: Iterable[Span | None]) -> Served:
    """The months of all spans; what overlaps is counted once, and two that meet make one."""
    given = list(spans)
    known = sorted((span for span in given if span), key=lambda span: (span.first, span.end))
    merged: list[tuple[dt.date, dt.date]] = []
    for span in known:
        if merged and span.first <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], span.end)
        else:
            merged.append((span.first, span.end))
    months = sum(_months(first, end) for first, end in merged)
    return Served(months if known else None, all(span.exact for span in known), len(given) - len(known))


def _span(since: str, until: str) -> Span | None:
    if not since or not until:
        return None
    try:
        first, last = PartialDate(since).first_day, PartialDate(until)
    except UserError:
        return None
    end = last.last_day + dt.timedelta(days=1) if len(until) == len(since) == _DAY else last.first_day
    return Span(first, end, min(len(since), len(until)) > _YEAR) if end >= first else None


def _months(first: dt.date, end: dt.date) -> int:
    return (end.year - first.year) * 12 + end.month - first.month - (1 if end.day < first.day else 0)
