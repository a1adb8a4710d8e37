"""What an award record says when a nomination is granted: names and offices of the day, the prize by its rules."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from peewee import SqliteDatabase

from ward.awarding.drafts import RECIPIENT_KIND
from ward.awarding.own_decision import ABOVE, own_level
from ward.edits import Add, Amend, Edit
from ward.loading import Stored, load_many
from ward.names import Names
from ward.uids import new_uids

if TYPE_CHECKING:
    from ward.rules.pack import Pack

COPIED = ("period", "period_words", "movement", "practice", "posthumous", "worker_group")
"""Fields of a nomination that its award has as well."""


@dataclass(frozen=True)
class Grant:
    """One nomination that is granted: of which type (`lowered`: not the proposed one), with which number."""

    nomination: Stored
    award_type: int | None
    form_words: str
    book_number: str
    lowered: bool = False


@dataclass(frozen=True)
class Decision:
    """The decision that grants: its document, number and day, level and issuers; `basis` of the round.

    `pack` is what the prizes are reckoned by; None where somebody else pays them.
    """

    document: int | bytes
    number: str
    on: str
    level: str
    issuers: Sequence[Mapping[str, Any]]
    basis: str
    pack: Pack | None


@dataclass(frozen=True)
class Granted:
    """The edits that grant, the uids of the awards in their order, and what to read about the prizes."""

    edits: list[Edit]
    awards: list[bytes]
    warnings: tuple[str, ...]


def grant(db: SqliteDatabase, grants: Sequence[Grant], decision: Decision) -> Granted:
    """One award for each nomination, and the nomination as granted.

    What only a level above may give keeps that level whoever decided, and then has no prize of the ward.
    """
    nominees = {one.nomination.values["nominee"] for one in grants} - {None}
    names, kinds = Names(db, nominees), _kinds(db, nominees)
    types = load_many(db, {one.award_type for one in grants if one.award_type is not None})
    uids = new_uids()
    added: list[Edit] = []
    amended: list[Edit] = []
    awards: list[bytes] = []
    warnings: dict[str, None] = {}
    for one in grants:
        values = one.nomination.values
        group = values["recipient_kind"] or RECIPIENT_KIND.get(kinds.get(values["nominee"], ""), "")
        award_type = types.get(one.award_type or 0)
        own = own_level(award_type, decision.pack)
        above = decision.level not in ABOVE and own in ABOVE
        prize, told = (None, ()) if above else _prize(decision, award_type, group)
        warnings.update(dict.fromkeys(told))
        award = next(uids)
        awards.append(award)
        level = own if above else decision.level
        added.append(Add("award", {**_award(one, group, decision, names), "level": level, "prize": prize}, award))
        amended.append(Amend(one.nomination.id, _standing(one, decision, award)))
    return Granted([*added, *amended], awards, tuple(warnings))


def named_on(names: Names, nomination: Stored, on: str) -> str:
    """The nominee's name on a day: as it was written in the nomination, else as the record had it that day."""
    values = nomination.values
    if values["nominee_words"] or values["nominee"] is None:
        return str(values["nominee_words"])
    return names.of(values["nominee"], on).text


def _award(one: Grant, group: str, decision: Decision, names: Names) -> dict[str, Any]:
    values = one.nomination.values
    recipient = {
        "recipient_kind": group,
        "who": values["nominee"],
        "words": named_on(names, one.nomination, decision.on),
        "as_title": values["as_title"],
    }
    return {
        **{key: values[key] for key in COPIED},
        "award_type": one.award_type,
        "form_words": one.form_words,
        "state": "granted",
        "reason": values["achievement"],
        "proposed_on": values["received_on"],
        "decision": decision.document,
        "decision_number": decision.number,
        "decided_on": decision.on,
        "book_number": one.book_number,
        "basis": decision.basis,
        "nomination": one.nomination.id,
        "recipients": [recipient],
        "issuers": list(decision.issuers),
        "years": values["years"],
    }


def _standing(one: Grant, decision: Decision, award: bytes) -> dict[str, Any]:
    return {
        "state": "lowered" if one.lowered else "granted",
        "state_on": decision.on,
        "state_reason": one.nomination.values["state_reason"] if one.lowered else "",
        "lowered_to": one.award_type if one.lowered else None,
        "decision": decision.document,
        "award": award,
    }


def _prize(decision: Decision, award_type: Stored | None, group: str) -> tuple[int | None, Sequence[str]]:
    """The prize in whole đồng (None: not known), and what to read about it."""
    from ward.rules.prizes import prize_of

    code = award_type.values["code"] if award_type else ""
    if decision.pack is None or not code:
        return None, ()
    prize = prize_of(decision.pack, code, group, decision.on)
    return prize.amount, prize.warnings


def _kinds(db: SqliteDatabase, records: set[int]) -> dict[int, str]:
    rows = db.execute_sql(
        "SELECT id, kind FROM record WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(records)),)
    )
    return dict(rows.fetchall())
