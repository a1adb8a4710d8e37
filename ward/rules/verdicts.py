"""Judges nominations by a pack: every way to the award, what stands in the way, and all of it in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from peewee import SqliteDatabase

from ward.rules.case import Case, Ground
from ward.rules.facts import Facts, Nominated
from ward.rules.history import read_facts
from ward.rules.judgements import STATES, Blocked, EvidenceRef, Line, LineState, RouteVerdict, Verdict
from ward.rules.lines import OF_MEMBERS, SHORT, exclusion_lines, is_outdated, lines_of, standard_line
from ward.rules.nominations import draft_of, read_nominations
from ward.rules.obstacles import obstacles
from ward.rules.pack import AwardRule, Pack
from ward.rules.shares import read_members
from ward.rules.telling import hints_of, words_of

__all__ = ["Blocked", "EvidenceRef", "Line", "RouteVerdict", "Verdict", "judge", "judge_draft", "judge_facts"]

RECIPIENTS = {"ca_nhan": "cá nhân", "tap_the": "tập thể", "ho_gia_dinh": "hộ gia đình"}


def judge(
    db: SqliteDatabase, pack: Pack, round_id: int | None, nominations: Collection[int], on: str
) -> list[Verdict]:
    """The verdicts on these nominations (when none are named: on all of the round), in their order.

    `on` (ISO) is the day whose rules hold. A few statements are read however many nominations there are.
    """
    wanted = list(nominations) or _of_round(db, round_id)
    read = read_nominations(db, wanted, on)
    return judge_facts(pack, gather(db, pack, read, on), read, on)


def judge_draft(db: SqliteDatabase, pack: Pack, round_id: int | None, values: Mapping[str, Any], on: str) -> Verdict:
    """The verdict on a nomination that is not saved yet; `values` are its fields typed so far."""
    draft = draft_of(db, round_id, values, on)
    return judge_facts(pack, gather(db, pack, [draft], on), [draft], on)[0]


def gather(db: SqliteDatabase, pack: Pack, nominations: Sequence[Nominated], on: str) -> Facts:
    """Everything that the rules look at for these nominations: of the nominees, and of the people of collectives."""
    records = {one.nominee for one in nominations if one.nominee}
    wanted = {(one.nominee, one.year) for one in nominations if one.nominee and _looks_at_members(pack, one)}
    members = read_members(db, wanted, on) if wanted else {}
    records |= {person.id for found in members.values() for person in found.people}
    facts = read_facts(db, records)
    facts.members = members
    return facts


def judge_facts(pack: Pack, facts: Facts, nominations: Iterable[Nominated], on: str) -> list[Verdict]:
    """The verdicts by what is known; asks nothing of the file."""
    grounds: dict[int, Ground] = {}
    return [_verdict(Case(pack, facts, one, on, grounds)) for one in nominations]


def _verdict(case: Case) -> Verdict:
    rule = case.rule
    routes = _routes(case, rule) if rule else ()
    best = min(routes, key=lambda one: (STATES.index(one.state), -one.proven), default=None)
    found = obstacles(case, _wanted(case, rule)) if case.nominated.nominee else ()
    blocks = tuple(one for one in found if one.weight or not best or best.state != "enough")
    weight = max([STATES.index(best.state) if best else 1, *(one.weight for one in blocks if not one.reason)])
    if not case.nominated.nominee:
        weight = max(weight, 1)
    outdated = is_outdated(case, best.lines) if best else []
    hints = hints_of(case, best, outdated)
    words = words_of(case, STATES[weight], routes, best, blocks, hints)
    id_, award = case.nominated.id, case.nominated.award
    route = best.route if best else ""
    return Verdict(id_, award, STATES[weight], routes, blocks, hints, route, case.pack.sha, words)


def _routes(case: Case, rule: AwardRule) -> tuple[RouteVerdict, ...]:
    """Every way that fits the recipient and the day; an award without any is left to a person."""
    nominated = case.nominated
    if nominated.recipient and nominated.recipient not in rule.recipients:
        return (_wrong_recipient(case, rule),)
    routes = rule.routes_for(nominated.recipient, nominated.basis) if nominated.recipient else rule.routes
    held = [route for route in routes if route.enabled and route.holds_on(case.on)]
    excluded = exclusion_lines(case, rule)
    if not held:
        ground = case.ground(rule)
        lines = (standard_line(case, rule), *excluded)
        return (_route("", rule.name, lines, ground),)
    found = []
    for route in held:
        ground = case.ground(route)
        found.append(_route(route.id, route.name or rule.name, (*lines_of(case, route, ground), *excluded), ground))
    return tuple(found)


def _route(key: str, name: str, lines: tuple[Line, ...], ground: Ground) -> RouteVerdict:
    weight = max((line.weight for line in lines), default=0)
    sureness = ground.sureness
    return RouteVerdict(key, name, STATES[weight], lines, ground.article, sureness.conf, sureness.sure, sureness.why)


def _wrong_recipient(case: Case, rule: AwardRule) -> RouteVerdict:
    ground = case.ground(rule)
    for_whom = ", ".join(RECIPIENTS[one] for one in rule.recipients)
    words = f"{rule.name} chỉ dành cho {for_whom}{ground.unsure}"
    key = f"{rule.id}.recipient"
    state: LineState = "no" if ground.sureness.sure else "unverified"
    reason = case.reason_for(key, SHORT)
    line = Line(state, words, key, "", ground.article, ground.sureness.conf, reason=reason)
    return _route("", rule.name, (line,), ground)


def _wanted(case: Case, rule: AwardRule | None) -> frozenset[str]:
    """The awards that the ways of a rule ask for."""
    leaves = (leaf for route in rule.routes for leaf in route.condition.leaves()) if rule else ()
    return frozenset(str(leaf.params[key]) for leaf in leaves for key in ("award", "title") if leaf.params.get(key))


def _looks_at_members(pack: Pack, nominated: Nominated) -> bool:
    rule = pack.award(nominated.award)
    if rule is None or nominated.recipient != "tap_the":
        return False
    return any(leaf.type in OF_MEMBERS for route in rule.routes for leaf in route.condition.leaves())


def _of_round(db: SqliteDatabase, round_id: int | None) -> list[int]:
    rows = db.execute_sql(
        "SELECT n.record_id FROM nomination n JOIN record r ON r.id = n.record_id WHERE n.round_id = ? "
        "AND r.binned = 0 AND r.forwarded_to_id IS NULL ORDER BY n.place_in_list, n.record_id",
        (round_id,),
    )
    return [record for (record,) in rows]
