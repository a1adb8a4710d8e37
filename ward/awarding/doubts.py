"""What speaks against a nomination while it is typed: asked of the records, never decided."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from peewee import SqliteDatabase

from ward.awarding.doubt_facts import Asked, read_known
from ward.awarding.doubt_rules import RULES, Doubt, Principle, Principles, Severity
from ward.awarding.drafts import RECIPIENT_KIND, Draft
from ward.awarding.outcome import today
from ward.awarding.rounds import round_of, rules_day
from ward.lookups import forwards

__all__ = ["Doubt", "Severity", "doubts_of", "doubts_while_typing"]

_NOMINATIONS = """
SELECT n.record_id, n.round_id, COALESCE(ro.basis, ''),
       (SELECT group_concat(y.year) FROM record_year y WHERE y.record_id = n.record_id), n.received_on,
       n.nominee_id, n.nominee_words, n.recipient_kind, n.award_type_id, n.achievement, n.period,
       n.movement_id, n.practice_id, n.posthumous, n.proposer_id,
       (SELECT group_concat(i.initiative_id) FROM nomination_initiative i WHERE i.owner_id = n.record_id)
FROM json_each(?) w CROSS JOIN nomination n ON n.record_id = w.value LEFT JOIN round ro ON ro.record_id = n.round_id
"""
_ORDER: dict[Severity, int] = {"ask": 0, "warn": 1, "info": 2}
_PRINCIPLES = (
    "one_achievement_one_award",
    "pending_discipline",
    "after_discipline_restart",
    "spot_awards_not_counted",
    "household_not_cong_trang",
    "dissolved_unit",
    "initiative_once",
)


def doubts_while_typing(
    db: SqliteDatabase, round_id: int, draft: Draft, *, nomination: int | None = None
) -> list[Doubt]:
    """The doubts about one draft in a round, the gravest first; `nomination` when it stands in the list already."""
    found = round_of(db, round_id)
    nominee = forwards(db).get(draft.nominee or 0, draft.nominee)
    asked = Asked(
        nomination,
        round_id,
        str(found.values["basis"]),
        found.years,
        draft.received_on or today(""),
        nominee,
        draft.nominee_words,
        draft.recipient_kind or _group(db, nominee),
        draft.award_type,
        draft.achievement,
        draft.period,
        draft.movement or found.values["movement"],
        draft.practice,
        draft.posthumous,
        draft.proposer,
        draft.initiatives,
    )
    return _doubts(db, [asked], _principles(db, round_id))[0]


def doubts_of(db: SqliteDatabase, nominations: Sequence[int]) -> dict[int, list[Doubt]]:
    """The doubts about nominations of the file, by nomination; those without doubts are left out."""
    ends = forwards(db)
    asked = [_asked(row, ends) for row in db.execute_sql(_NOMINATIONS, (json.dumps(list(nominations)),))]
    found: dict[int, list[Doubt]] = {}
    for round_id in dict.fromkeys(one.round for one in asked):
        group = [one for one in asked if one.round == round_id]
        for one, doubts in zip(group, _doubts(db, group, _principles(db, round_id)), strict=True):
            if doubts and one.nomination is not None:
                found[one.nomination] = doubts
    return found


def _doubts(db: SqliteDatabase, asked: Sequence[Asked], principles: Principles) -> list[list[Doubt]]:
    known = read_known(db, asked)
    found = [[doubt for rule in RULES for doubt in rule(one, known, principles)] for one in asked]
    return [sorted(doubts, key=lambda doubt: _ORDER[doubt.severity]) for doubts in found]


def _asked(row: tuple[Any, ...], ends: dict[int, int]) -> Asked:
    record, round_id, basis, years, received_on, nominee, *rest, proposer, initiatives = row
    words, group, award_type, achievement, period, movement, practice, posthumous = rest
    return Asked(
        record,
        round_id,
        basis,
        _whole(years),
        received_on or today(""),
        ends.get(nominee, nominee),
        words,
        group,
        award_type,
        achievement,
        period,
        movement,
        practice,
        bool(posthumous),
        proposer,
        _whole(initiatives),
    )


def _whole(joined: str | None) -> tuple[int, ...]:
    return tuple(sorted(int(one) for one in (joined or "").split(",") if one))


def _group(db: SqliteDatabase, nominee: int | None) -> str:
    row = db.execute_sql("SELECT kind FROM record WHERE id = ?", (nominee,)).fetchone()
    return RECIPIENT_KIND.get(row[0], "") if row else ""


def _principles(db: SqliteDatabase, round_id: int) -> dict[str, Principle]:
    """The principles that the doubts speak of, by the round's rules: only what is sure asks for a reason."""
    from ward.rules.packs import pack_of
    from ward.rules.sureness import sureness

    day = rules_day(db, round_id)
    pack = pack_of(db, round_id, day)
    found: dict[str, Principle] = {}
    for key in _PRINCIPLES:
        rule = pack.principle(key)
        stops = rule is not None and rule.effect == "block" and sureness(pack, rule, day).sure
        found[key] = Principle("ask" if stops else "warn", rule.article if rule else "")
    return found
