"""What a pack says of one award: who may get it, by which routes, on which papers, with which prize."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from ward.rules.sources import UNSTATED, Sourced, Stated

RECIPIENTS = ("tap_the", "ca_nhan", "ho_gia_dinh")
BASES = ("cong_trang", "dot_xuat", "chuyen_de", "cong_hien", "nien_han", "doi_ngoai")
GRADES = ("HTXSNV", "HTTNV", "HTNV", "KHTNV")
"""From the best to the worst."""

ASKS_A_PERSON = frozenset(
    {
        "criteria_set", "lead_group", "lead_movement", "targets_exceeded", "outstanding_among_leaders",
        "movement_result", "achievement", "contribution", "office_years", "service_years", "text", "exclusion",
    }
)  # fmt: skip
"""Types of conditions that records alone cannot prove: records may help, a person confirms."""


@dataclass(frozen=True)
class Condition:
    """One condition, or a group: every one of `all` and, where `any` is not empty, at least one of `any`.

    `key` is stable within the pack ("cstd_co_so.law2022.rating"): a person's confirmation is kept under it.
    `text` says the condition in Vietnamese. A group has the type "group". `params` by type (an int unless said
    otherwise; all optional ones may be absent):

        prior_award               award: id, count, years (the last so many; else ever), consecutive: bool,
                                  after: award id (counted since that award)
        rating, party_rating,     min: grade, years (how many), consecutive: bool, within (of the last so many),
        unit_rating               after: award id
        unit_rating_or_title      min: grade, title: award id, years, consecutive: bool, after: award id
        all_members_rating        min: grade
        initiative                scope: co_so | tinh | toan_quoc, count
        research                  count
        meets_standard_of         title: award id
        member_share              title: award id, min_pct: Decimal
        has_member_title          title: award id, count
        no_member_discipline      from: degree (canh_cao)
        unit_age, office_years    min_years
        service_years             male, female
        criteria_set              set: id
        lead_group, outstanding_among_leaders, movement_result, achievement   scope: text
        lead_movement             scope: text, min_years
        targets_exceeded, contribution, text, exclusion                       nothing
    """

    key: str
    type: str
    params: Mapping[str, object]
    text: str
    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()

    def leaves(self) -> Iterator[Condition]:
        """Every condition of the tree that is not a group, in its order."""
        if self.type != "group":
            yield self
        for part in (*self.all, *self.any):
            yield from part.leaves()


@dataclass(frozen=True, kw_only=True)
class Route(Sourced):
    """One way to an award; `enabled` is false for what is only a draft: shown, never judged by."""

    id: str
    award: str
    name: str
    recipients: tuple[str, ...]
    applies_to: str = ""
    bases: tuple[str, ...] = ()
    enabled: bool = True
    condition: Condition


@dataclass(frozen=True, kw_only=True)
class Exclusion(Sourced):
    """What refuses an award by itself; `key` as in `Condition`."""

    key: str
    text: str


@dataclass(frozen=True, kw_only=True)
class DossierPaper(Sourced):
    """A paper of the dossier: for which recipients and bases (empty: all); `form` is an id of `Pack.forms` or "".

    `needed` is "always" or "as_needed"; `stage` "register" (at the year's start), "submit" or "result".
    """

    id: str
    name: str
    form: str = ""
    recipients: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    needed: Literal["always", "as_needed"] = "always"
    stage: Literal["register", "submit", "result"] = "submit"


@dataclass(frozen=True, kw_only=True)
class PrizeFactor(Sourced):
    """How many base salaries go with an award; `at_most` is a ceiling where the factor itself is set elsewhere.

    `amount` is a sum in whole đồng that the office's own rules set in place of a factor.
    """

    factor: Decimal | None = None
    at_most: Decimal | None = None
    amount: int | None = None


Kind = Literal["danh_hieu", "hinh_thuc", "cong_nhan", "khen_dang"]
KINDS: tuple[Kind, ...] = ("danh_hieu", "hinh_thuc", "cong_nhan", "khen_dang")


@dataclass(frozen=True, kw_only=True)
class AwardRule(Sourced):
    """One award: a title, a form of commendation, a recognition or a commendation of the Party.

    `prizes` by recipient; `bases` by recipient (a recipient that is not in it: every basis).
    `decided_by` is an id of `Pack.authorities` or "" where it is not known (see `decided_by_words`).
    """

    id: str
    name: str
    kind: Kind
    recipients: tuple[str, ...]
    party_members: bool = False
    former_name: str = ""
    level: str
    yearly: bool = False
    decided_by: str = ""
    decided_by_words: str = ""
    criteria_sets: tuple[str, ...] = ()
    certificate: str = ""
    eligible_units: str = ""
    watch: str = ""
    bases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    routes: tuple[Route, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    papers: tuple[DossierPaper, ...] = ()
    prizes: Mapping[str, PrizeFactor] = field(default_factory=dict)
    prize_note: str = ""
    copies: Stated = UNSTATED
    procedure: Stated = UNSTATED
    due: Stated = UNSTATED

    def papers_for(self, recipient: str, basis: str = "") -> tuple[DossierPaper, ...]:
        """The papers that a dossier of this recipient and basis needs, those for the result included."""
        return tuple(
            paper
            for paper in self.papers
            if (not paper.recipients or recipient in paper.recipients)
            and (not paper.bases or not basis or basis in paper.bases)
        )

    def routes_for(self, recipient: str, basis: str = "") -> tuple[Route, ...]:
        """The routes that a recipient may be judged by, drafts left out."""
        return tuple(
            route
            for route in self.routes
            if route.enabled
            and recipient in route.recipients
            and (not route.bases or not basis or basis in route.bases)
        )
