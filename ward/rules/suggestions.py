"""Who could be proposed: who meets a way to an award, who is one year short, who has had nothing for years."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from peewee import SqliteDatabase

from ward.lookups import LIVING, forwards
from ward.names import within
from ward.rules.facts import GROUPS_OF_KINDS, Nominated, years_of_award
from ward.rules.identities import befores
from ward.rules.judgements import RouteVerdict, Verdict
from ward.rules.pack import Pack
from ward.rules.verdicts import gather, judge_facts
from ward.text import fold, person_sort_key, sort_key

Why = Literal["meets", "likely", "one_short", "overlooked"]
WHYS: tuple[Why, ...] = ("meets", "likely", "one_short", "overlooked")
"""In the order in which they are offered: by the records enough; enough once confirmed; one year or award short;
nothing for years."""
HISTORY = 10
LEADS = ("chu tich", "bi thu", "truong", "pho ", "giam doc", "chi huy", "chu nhiem", "thu truong", "dai bieu")
"""What stands in the title of whoever leads; everybody else in a unit works there."""
_STOPS = frozenset(("pending_discipline", "after_discipline_restart", "dissolved_unit", "one_achievement_one_award"))
_WITH_HISTORY = f"""
SELECT DISTINCT r.id, r.kind FROM (
  SELECT k.subject_id AS who FROM rating k WHERE k.year BETWEEN ?1 AND ?2
  UNION SELECT rc.who_id FROM award_recipient rc UNION SELECT au.who_id FROM initiative_author au
) f CROSS JOIN record r ON r.id = f.who WHERE {LIVING}
"""
_POSTS = f"""
SELECT k.owner_id, p.name, p.sex, p.death, k.title, k.since, k.until FROM person_position k
CROSS JOIN person p ON p.record_id = k.owner_id CROSS JOIN record r ON r.id = k.owner_id WHERE {LIVING}
"""
ABOVE = frozenset(("cơ quan cấp trên", "tỉnh", "thành phố", "quận", "huyện", "phường", "xã"))
"""Kinds of units that a ward does not propose as one of its own."""
_UNITS = f"""
SELECT u.record_id, r.title, u.ended, COALESCE((SELECT n.unit_kind FROM unit_name n WHERE n.owner_id = u.record_id
       ORDER BY n.until = '' DESC, n.since DESC LIMIT 1), '')
FROM unit u CROSS JOIN record r ON r.id = u.record_id WHERE {LIVING}
"""
_LAST = f"""
SELECT rc.who_id, a.period, (SELECT group_concat(y.year) FROM record_year y WHERE y.record_id = a.record_id),
       a.decided_on
FROM award a CROSS JOIN record r ON r.id = a.record_id CROSS JOIN award_recipient rc ON rc.owner_id = a.record_id
WHERE a.state = 'granted' AND a.cancelled_on = '' AND rc.who_id IS NOT NULL AND {LIVING}
"""
_NAMES = "SELECT id, title FROM record WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who could be proposed, why, in a sentence; `verdict` is None for who was only overlooked.

    `women` and `worker` say whether it is a woman, and somebody who does not lead.
    """

    record: int
    kind: str
    name: str
    why: Why
    words: str
    verdict: Verdict | None = None
    woman: bool = False
    worker: bool = False


def suggest(
    db: SqliteDatabase, pack: Pack, award: str, year: int, on: str = "", *, quiet_years: int = 3
) -> list[Suggestion]:
    """Who could be proposed for an award and year by the rules of a day (`on`, ISO; the year's last day when empty).

    Those who are nominated for it already, have it, or stand under a block are left out. `quiet_years` is how many
    years without any award make somebody overlooked.
    """
    rule, day = pack.award(award), on or f"{year}-12-31"
    if rule is None:
        return []
    kinds = {kind for kind, group in GROUPS_OF_KINDS.items() if group in rule.recipients}
    found = _judged(db, pack, award, year, day, kinds)
    met = {one.record for one in found}
    quiet = (one for one in overlooked(db, year, day, quiet_years) if one.kind in kinds and one.record not in met)
    return sorted([*found, *quiet], key=_order)


def overlooked(db: SqliteDatabase, year: int, on: str, quiet_years: int) -> Iterator[Suggestion]:
    """Units, women and ordinary workers whom no award named in the last years."""
    last = _last_awards(db)
    begin = year - quiet_years + 1
    for record, name, woman, worker in _people(db, on):
        if (woman or worker) and last.get(record, 0) < begin:
            who = " ".join(filter(None, ("nữ" if woman else "", "người trực tiếp công tác" if worker else "")))
            words = f"{name} ({who}) {_quiet(last.get(record, 0), begin, year)}"
            yield Suggestion(record, "person", name, "overlooked", words, None, woman, worker)
    for record, name, ended, kind in db.execute_sql(_UNITS):
        if last.get(record, 0) < begin and kind not in ABOVE and not (ended and ended <= on):
            words = f"{name} {_quiet(last.get(record, 0), begin, year)}"
            yield Suggestion(record, "unit", name, "overlooked", words)


def _judged(
    db: SqliteDatabase, pack: Pack, award: str, year: int, on: str, kinds: set[str]
) -> Iterator[Suggestion] | list[Suggestion]:
    """Those of whom the records know something, judged as if they were nominated."""
    rows = db.execute_sql(_WITH_HISTORY, (year - HISTORY, year)).fetchall()
    wanted = [(record, kind) for record, kind in rows if kind in kinds]
    drafts = [Nominated(0, award, record, GROUPS_OF_KINDS[kind], "cong_trang", year) for record, kind in wanted]
    facts = gather(db, pack, drafts, on)
    names = dict(db.execute_sql(_NAMES, (json.dumps([record for record, _ in wanted]),)))
    people = {record: (woman, worker) for record, _, woman, worker in _people(db, on)}
    found = []
    for draft, (record, kind), verdict in zip(drafts, wanted, judge_facts(pack, facts, drafts, on), strict=True):
        nominee = facts.nominees[record]
        again = any(one.code == award and one.year == draft.year for one in facts.wishes.get(record, ()))
        if again or nominee.death or any(one.rule in _STOPS and one.weight for one in verdict.blocks):
            continue
        best = next((one for one in verdict.routes if one.route == verdict.route), None)
        if best and (why := _why(best)):
            woman, worker = people.get(record, (nominee.sex == "nu", False))
            words = f"{names[record]}: {verdict.words}"
            found.append(Suggestion(record, kind, names[record], why, words, verdict, woman, worker))
    return found


def _why(best: RouteVerdict) -> Why | None:
    """Why the best way speaks for somebody; None when it does not."""
    leaves = [leaf for line in best.lines for leaf in line.leaves()]
    failed = [line for line in best.lines if line.weight == 2 or line.state == "unverified"]
    if best.state == "enough":
        return "meets"
    if not failed:
        return "likely" if any(leaf.state == "yes" and leaf.evidence for leaf in leaves) else None
    return "one_short" if len(failed) == 1 and failed[0].lacking == 1 else None


def _people(db: SqliteDatabase, on: str) -> list[tuple[int, str, bool, bool]]:
    """The living people who hold a position: record, name, whether a woman, whether none of it leads."""
    posts: dict[int, tuple[str, str, list[str]]] = {}
    for record, name, sex, death, title, since, until in db.execute_sql(_POSTS):
        if not death and within({"since": since, "until": until}, on):
            posts.setdefault(record, (name, sex, []))[2].append(title)
    return [(record, name, sex == "nu", not _leads(titles)) for record, (name, sex, titles) in posts.items()]


def _leads(titles: Iterable[str]) -> bool:
    return any(word in f"{fold(title)} " for title in titles for word in LEADS)


def _last_awards(db: SqliteDatabase) -> dict[int, int]:
    """The last year for which each record, or a unit that went into it, was awarded."""
    ends = forwards(db)
    last: dict[int, int] = {}
    for who, period, years, decided in db.execute_sql(_LAST):
        deed = years_of_award(period, years or "", decided)[0]
        record = ends.get(who, who)
        last[record] = max([last.get(record, 0), *deed])
    for unit, olds in befores(db, ends)[0].items():
        last[unit] = max(last.get(unit, 0), *(last.get(old.unit, 0) for old in olds))
    return last


def _quiet(last: int, begin: int, year: int) -> str:
    return f"chưa được khen từ năm {begin} đến năm {year}" + (f", lần gần nhất năm {last}" if last else "") + "."


def _order(one: Suggestion) -> tuple[int, bool, bool, bytes]:
    name = person_sort_key(one.name) if one.kind == "person" else sort_key(one.name)
    return (WHYS.index(one.why), not one.woman, not one.worker, name)
