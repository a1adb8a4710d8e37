"""Every kind of record: its table, the lists inside it, and whether it belongs to work years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ward.shapes import Shape, shape_of
from ward.tables import awarding, awards, figures, papers, places, shared, work
from ward.tables.columns import ChildRow, KindRow

EVERY_RECORD: dict[str, type[ChildRow]] = {
    "participants": shared.Participant,
    "documents": shared.RelatedDocument,
}
"""Lists that a record of any kind may have; `years` comes beside them as plain whole numbers."""


@dataclass(frozen=True)
class Kind:
    """One kind of record. `locked` kinds cannot change once their year is closed."""

    key: str
    model: type[KindRow]
    lists: Mapping[str, type[ChildRow]] = field(default_factory=dict)
    yearly: bool = True
    locked: bool = False

    @cached_property
    def shape(self) -> Shape:
        return shape_of(self.model)

    @cached_property
    def list_shapes(self) -> dict[str, Shape]:
        return {key: shape_of(model) for key, model in (*self.lists.items(), *EVERY_RECORD.items())}

    def place(self, reference: str) -> tuple[str, str, str]:
        """Where a reference ("indicator", or "recipients.who" inside a list) is kept: owner, table, column."""
        inside, _, key = reference.rpartition(".")
        shape = self.list_shapes[inside] if inside else self.shape
        return shape.owner, shape.table, shape.by_key[key].columns[0]


KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind("year", places.WorkYear, yearly=False),
        Kind(
            "office",
            places.Office,
            {
                "letterheads": places.Letterhead,
                "signatories": places.Signatory,
                "numbers": places.RunningNumber,
            },
            yearly=False,
        ),
        Kind("unit", places.Unit, {"names": places.UnitName}, yearly=False),
        Kind("succession", places.Succession, yearly=False),
        Kind("person", places.Person, {"positions": places.Position}, yearly=False),
        Kind("household", places.Household, yearly=False),
        Kind("document", work.Document),
        Kind("movement", work.Movement),
        Kind("practice", work.Practice, {"points": work.PracticePoint}),
        Kind("registration", work.Registration),
        Kind("event", work.Event),
        Kind("task", work.Task),
        Kind("contribution", work.Contribution),
        Kind("passage", work.Passage),
        Kind("indicator", figures.Indicator, {"parts": figures.IndicatorPart}, yearly=False),
        Kind(
            "figure",
            figures.FigureRow,
            {"scope": figures.FigureScope, "claims": figures.FigureClaim},
            locked=True,
        ),
        Kind("award_type", awards.AwardType, yearly=False),
        Kind(
            "award",
            awards.Award,
            {"recipients": awards.Recipient, "issuers": awards.AwardIssuer},
            locked=True,
        ),
        Kind("rating", awarding.Rating),
        Kind("initiative", awarding.Initiative, {"authors": awarding.Author}),
        Kind("discipline", awarding.Discipline, yearly=False),
        Kind("council", awarding.Council, {"members": awarding.CouncilMember}, yearly=False),
        Kind("rule_pack", awarding.RulePack, yearly=False),
        Kind("local_rule", awarding.LocalRule, yearly=False),
        Kind("round", awarding.Round, {"reopenings": awarding.Reopening}),
        Kind("submission", awarding.Submission),
        Kind(
            "nomination",
            awarding.Nomination,
            {
                "initiatives": awarding.NominationInitiative,
                "confirmations": awarding.Confirmation,
                "overrides": awarding.Override,
            },
            locked=True,
        ),
        Kind(
            "meeting",
            awarding.Meeting,
            {
                "attendance": awarding.Attendance,
                "conflicts": awarding.Conflict,
                "tellers": awarding.Teller,
                "unlockings": awarding.Unlocking,
            },
            locked=True,
        ),
        Kind("ballot", awarding.Ballot, locked=True),
        Kind("fund_entry", awarding.FundEntry, locked=True),
        Kind(
            "blank",
            awarding.Blank,
            {"places": awarding.BlankPlace, "stock": awarding.BlankMovement},
            yearly=False,
        ),
        Kind("evidence", papers.EvidenceRow, {"attachments": papers.Attachment}),
        Kind("alias", papers.Alias, yearly=False),
        Kind("paper", papers.Paper, {"prints": papers.PaperPrint}, locked=True),
        Kind("acceptance", papers.Acceptance),
    )
}
"""In the order in which the exchange file lists them."""
