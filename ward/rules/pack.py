"""What a pack of rules holds: awards, principles, votes, prizes, calendar, forms; each with its article and mark.

Every value is plain and frozen. Days are ISO text or "", factors and percents are `Decimal`, never float.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from ward.rules.award_rules import (
    ASKS_A_PERSON,
    BASES,
    GRADES,
    RECIPIENTS,
    AwardRule,
    Condition,
    DossierPaper,
    Exclusion,
    PrizeFactor,
    Route,
)
from ward.rules.sources import CONFS, UNSTATED, Conf, Instrument, LaterMark, PendingChange, Source, Sourced, Stated

__all__ = [
    "ASKS_A_PERSON",
    "BASES",
    "CONFS",
    "GRADES",
    "RECIPIENTS",
    "UNSTATED",
    "Authority",
    "AwardRule",
    "BaseSalary",
    "BlockRule",
    "CalendarEntry",
    "Condition",
    "Conf",
    "DossierPaper",
    "Exclusion",
    "FormRule",
    "GradeNames",
    "Instrument",
    "LaterMark",
    "LocalValue",
    "Pack",
    "PendingChange",
    "PrizeFactor",
    "PrizeRules",
    "Quorum",
    "Route",
    "Source",
    "Sourced",
    "Stated",
    "VoteRule",
]


@dataclass(frozen=True, kw_only=True)
class Authority(Sourced):
    """Who decides; `label` as it stands on papers ("Chủ tịch Ủy ban nhân dân phường")."""

    id: str
    label: str
    party: bool = False


@dataclass(frozen=True, kw_only=True)
class BlockRule(Sourced):
    """A principle: "block" (a written reason, where it is sure), "warn" or "info".

    `bases`, `recipients` and `kinds` (of awards) say for which; empty: for all.
    """

    id: str
    effect: Literal["block", "warn", "info"]
    text: str
    bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def speaks_of(self, award: AwardRule, recipient: str, basis: str) -> bool:
        """Whether the principle is about this award for this recipient on this basis ("": not known yet)."""
        return (
            (not self.kinds or award.kind in self.kinds)
            and (not self.recipients or recipient in self.recipients)
            and (not self.bases or basis in self.bases)
        )


@dataclass(frozen=True, kw_only=True)
class VoteRule(Sourced):
    """How the council votes on one award: at least `min_pct` percent of all members (`over`: more than that).

    `ballot` is whether ballots are demanded; `secret` whether they are secret, which has a mark of its own.
    """

    award: str
    min_pct: Decimal
    over: bool = False
    ballot: bool = False
    secret: bool = False
    secret_conf: Conf = "M"
    secret_note: str = ""


@dataclass(frozen=True, kw_only=True)
class Quorum(Sourced):
    """Which part of the council must come; `absent` says how absent members are counted."""

    id: str
    scope: str
    least: Fraction
    absent: str = ""


@dataclass(frozen=True, kw_only=True)
class BaseSalary(Sourced):
    """Lương cơ sở in whole đồng, from `since` to `until`."""

    amount: int


@dataclass(frozen=True, kw_only=True)
class PrizeRules(Sourced):
    """How prizes are reckoned; `round_to` in whole đồng, always up."""

    round_to: int
    highest_title_only: bool
    title_and_form: bool
    household: PrizeFactor
    collective: PrizeFactor
    texts: tuple[str, ...] = ()
    fund: Stated = UNSTATED


@dataclass(frozen=True, kw_only=True)
class CalendarEntry(Sourced):
    """A day of the year's work; `opens`, `due`, `period_from`, `period_to` are "MM-DD" or "".

    `before`: done before that day, not on it. `due_years_later`: the day lies that many years after the year.
    `period_from_previous_year`: the counted period begins in the year before.
    """

    key: str
    what: str
    due: str
    opens: str = ""
    before: bool = False
    due_years_later: int = 0
    period_from: str = ""
    period_to: str = ""
    period_from_previous_year: bool = False
    awards: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FormRule(Sourced):
    """A form of paper: its number and title; the number and the skeleton have marks of their own."""

    id: str
    number: str
    title: str
    number_conf: Conf = "M"
    skeleton_conf: Conf = "M"
    skeleton_note: str = ""
    predecessor: str = ""


@dataclass(frozen=True, kw_only=True)
class GradeNames(Sourced):
    """What the grades were called in some years: `names` by grade, for one side and kind of subject.

    `side` is "work" or "party"; `subject` "ca_nhan" or "tap_the"; `first_year`, `last_year` 0 where open.
    """

    side: str
    subject: str
    first_year: int
    last_year: int
    names: Mapping[str, str]


@dataclass(frozen=True)
class LocalValue:
    """A value of the office that stands in place of the pack's."""

    path: str
    label: str
    value: str
    since: str
    until: str
    instrument: str


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A whole pack. `sha` is the SHA-256 of its files; `local` and `troubles` come of the office's own values."""

    name: str
    version: str
    compiled: str
    sha: str
    files: Mapping[str, str]
    summary: str = ""
    instruments: Mapping[str, Instrument]
    sources: Mapping[str, Source]
    pending: tuple[PendingChange, ...]
    authorities: Mapping[str, Authority]
    awards: Mapping[str, AwardRule]
    principles: tuple[BlockRule, ...]
    votes: Mapping[str, VoteRule]
    quorums: Mapping[str, Quorum]
    prize_rules: PrizeRules
    base_salaries: tuple[BaseSalary, ...]
    calendar: tuple[CalendarEntry, ...]
    forms: Mapping[str, FormRule]
    grades: tuple[GradeNames, ...]
    local: tuple[LocalValue, ...] = ()
    troubles: tuple[str, ...] = ()

    def award(self, code: str) -> AwardRule | None:
        """The rule of an award type's code; None where the pack does not know it."""
        return self.awards.get(code)

    def principle(self, id: str) -> BlockRule | None:
        """The principle of this id; None where the pack has none."""
        return next((rule for rule in self.principles if rule.id == id), None)
