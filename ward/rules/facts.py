"""What is known of nominees when they are judged: plain values, read once, with what must be confirmed about each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ward.periods import Period

LIVE_STATES = frozenset(("nominated", "supplement", "passed", "submitted", "returned", "granted", "lowered"))
"""A nomination in one of these may still lead, or has led, to an award."""
WAITING_STATES = LIVE_STATES - {"granted", "lowered"}
"""A nomination in one of these has not been decided yet."""
GROUPS_OF_KINDS = {"person": "ca_nhan", "unit": "tap_the", "household": "ho_gia_dinh"}
"""The kind of recipient that a kind of record is."""
NOT_FOR_MERIT = frozenset(("dot_xuat", "chuyen_de"))
"""Grounds whose awards are no ground for an award of merit (công trạng): NĐ 152/2025 Điều 4 khoản 3."""


class PastAward(NamedTuple):
    """A granted award of a nominee.

    `code` is the rule pack's id of what was awarded ("" when unknown), `years` the years of the deed (not of the
    decision), `nomination` the one that it came of. `doubt` says in Vietnamese why a person must confirm that it
    counts; it is empty when the award counts as it is.
    """

    id: int
    code: str
    name: str
    form: str
    years: tuple[int, ...]
    basis: str
    number: str
    decided_on: str
    issuer: str
    movement: int | None
    practice: int | None
    reason: str
    nomination: int | None
    doubt: str


class GroupAward(NamedTuple):
    """A granted award of which only a number of recipients is known; it counts for nobody."""

    id: int
    code: str
    name: str
    years: tuple[int, ...]
    counted: str
    number: str


class Rated(NamedTuple):
    """A nominee's grade (HTXSNV, HTTNV, HTNV, KHTNV) of one year, of its work or its party side."""

    id: int
    year: int
    side: str
    grade: str
    number: str
    decided_on: str
    issuer: str
    doubt: str


class Invention(NamedTuple):
    """An initiative or a piece of research of a nominee; `uses` are the live nominations that rest on it."""

    id: int
    name: str
    kind: str
    state: str
    scope: str
    number: str
    decided_on: str
    years: tuple[int, ...]
    uses: tuple[tuple[int, str], ...]


class Trouble(NamedTuple):
    """A discipline, an inquiry or a penalty from `since` to `until` (ISO; "" when not said)."""

    id: int
    matter: str
    degree: str
    since: str
    until: str
    cleared: bool
    words: str


class Wish(NamedTuple):
    """A nomination of a nominee as others see it: for what, for which year, in which round, how it stands."""

    id: int
    code: str
    name: str
    form: str
    year: int
    round: int | None
    round_name: str
    basis: str
    state: str
    movement: int | None
    practice: int | None
    achievement: str


class Before(NamedTuple):
    """A unit that went into another one: which, its name, on what day, to what extent (wholly, mostly, partly)."""

    unit: int
    name: str
    on_day: str
    extent: str


@dataclass(frozen=True, slots=True)
class Nominee:
    """Who is nominated: a person, a unit or a household; `namesakes` are other persons of the very same name."""

    id: int
    kind: str
    name: str
    sex: str = ""
    death: str = ""
    founded: str = ""
    ended: str = ""
    ended_by: str = ""
    head: str = ""
    head_death: str = ""
    namesakes: tuple[int, ...] = ()
    before: tuple[Before, ...] = ()


class Answer(NamedTuple):
    """What a person confirmed: the rule, the words that were confirmed, yes or no, by whom, when, a note."""

    rule: str
    words: str
    answer: str
    who: str
    at: str
    note: str


class Reason(NamedTuple):
    """The written reason for which a nomination goes on against a rule."""

    rule: str
    words: str
    reason: str
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Nominated:
    """One nomination as it is judged; `id` 0 stands for one that is not saved yet.

    `award` is the rule pack's id ("" when the award type has none), `year` the year that is judged.
    """

    id: int
    award: str
    nominee: int | None
    recipient: str
    basis: str
    year: int
    award_name: str = ""
    words: str = ""
    round: int | None = None
    state: str = "nominated"
    movement: int | None = None
    practice: int | None = None
    achievement: str = ""
    posthumous: bool = False
    initiatives: tuple[int, ...] = ()
    answers: tuple[Answer, ...] = ()
    reasons: tuple[Reason, ...] = ()


class Member(NamedTuple):
    """A person who holds a position in a unit on a day."""

    id: int
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Members:
    """The people of a unit on a day; `below` counts people of the units under it, who are not among them."""

    people: tuple[Member, ...] = ()
    below: int = 0


@dataclass
class Facts:
    """All that is known of some nominees, by their record ids (those that stay after merges)."""

    nominees: Mapping[int, Nominee] = field(default_factory=dict)
    awards: Mapping[int, Sequence[PastAward]] = field(default_factory=dict)
    ratings: Mapping[int, Sequence[Rated]] = field(default_factory=dict)
    inventions: Mapping[int, Sequence[Invention]] = field(default_factory=dict)
    troubles: Mapping[int, Sequence[Trouble]] = field(default_factory=dict)
    wishes: Mapping[int, Sequence[Wish]] = field(default_factory=dict)
    groups: Mapping[str, Sequence[GroupAward]] = field(default_factory=dict)
    """By the code of what was awarded."""
    members: Mapping[tuple[int, int], Members] = field(default_factory=dict)
    """By unit and year."""


@lru_cache(maxsize=4096)
def deed_years(period: str) -> tuple[int, ...]:
    """The years that an award's period stands for; () when it has none.

    What runs over New Year but is no longer than a year (a school year, 1/12 to 30/11) is the year of its end.
    """
    said = Period(period)
    if said.start and said.end and said.kind != "year" and (said.end - said.start).days <= 366:
        return (said.end.year,)
    return (said.end.year,) if said.kind == "school_year" and said.end else said.years


def years_of_award(period: str, work_years: str, decided_on: str) -> tuple[tuple[int, ...], str]:
    """The years of an award's deed and the doubt about them.

    `work_years` are the register's, "2015,2016". A title of 2016 that was decided on 08/12/2015 counts for 2016:
    the day of the decision is taken only where nothing else is said.
    """
    if period and (years := deed_years(period)):
        return years, ""
    if work_years:
        years = tuple(sorted(map(int, work_years.split(","))))
        return years, "" if len(years) == 1 else "sổ ghi nhiều năm công tác, chưa ghi năm của thành tích"
    if decided_on:
        return (int(decided_on[:4]),), "chưa ghi năm của thành tích, tạm lấy năm của quyết định"
    return (), "chưa ghi năm của thành tích"
