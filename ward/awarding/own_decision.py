"""What the ward may decide itself: whose award it is, and whether a ballot has to come first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peewee import SqliteDatabase

from ward.awarding.meetings import rules_of
from ward.awarding.rounds import rules_day
from ward.loading import Stored, load_many

if TYPE_CHECKING:
    from ward.rules.pack import Pack

AUTHORITY = "authority"
"""The key of the reason for deciding what is for a level above to decide."""
NO_VOTE = "no_vote"
"""The key of the reason for deciding without the ballot that the rules ask for."""
ABOVE = ("tinh", "trung_uong")


@dataclass(frozen=True, slots=True)
class Demand:
    """What a nomination may not go on without: a written reason under this rule's key."""

    nomination: int
    rule: str
    sentence: str


def own_demands(db: SqliteDatabase, stored: Sequence[Stored]) -> tuple[list[Demand], list[str]]:
    """The reasons that the ward's own decision on these nominations still lacks, and what it should only read.

    A rule that is not sure on the round's day demands nothing; whose award it is follows the rule of the authority.
    """
    from ward.rules.sureness import sureness

    types = load_many(db, {kind for one in stored if (kind := type_of(one))})
    rounds = {one.values["round"] for one in stored} - {None}
    rules = {record: (rules_of(db, record), rules_day(db, record)) for record in rounds}
    demanded: list[Demand] = []
    told: list[str] = []
    for one in stored:
        award = types.get(type_of(one) or 0)
        if award is None or one.values["round"] not in rules:
            continue
        pack, day = rules[one.values["round"]]
        given = {row["rule"] for row in one.values["overrides"] if row["reason"].strip()}
        rule, vote = pack.award(award.values["code"]), pack.votes.get(award.values["code"])
        if own_level(award, pack) in ABOVE and AUTHORITY not in given:
            words = f"{one.title}: “{award.title}” do cấp trên quyết định, phường chỉ trình."
            whose = pack.authorities.get(rule.decided_by, rule) if rule else None
            if whose is not None and sureness(pack, whose, day).sure:
                demanded.append(Demand(one.id, AUTHORITY, words))
            else:
                told.append(f"{words} (Quy định về thẩm quyền: chưa kiểm chứng; phường không tính tiền thưởng.)")
        if vote is not None and vote.ballot and one.values["state"] != "passed" and NO_VOTE not in given:
            words = f"{one.title}: “{award.title}” phải qua bỏ phiếu của Hội đồng."
            if sureness(pack, vote, day).sure:
                demanded.append(Demand(one.id, NO_VOTE, words))
            else:
                told.append(f"{words} (Quy định về phiếu: chưa kiểm chứng.)")
    return demanded, told


def own_level(award: Stored | None, pack: Pack | None) -> str:
    """The level that an award type is decided at, by itself or by the rules; "" where neither says."""
    if award is None:
        return ""
    rule = pack.award(award.values["code"]) if pack else None
    return str(award.values["level"] or (rule.level if rule else ""))


def type_of(one: Stored) -> int | None:
    """The award type that a nomination comes to: the lower one where the council voted for it."""
    kind: int | None = one.values["lowered_to"] or one.values["award_type"]
    return kind
