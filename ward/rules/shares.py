"""Who belongs to a collective on a day, as the people's positions tell it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping

from peewee import SqliteDatabase

from ward.lookups import LIVING, forwards
from ward.names import within
from ward.rules.facts import Member, Members

_POSITIONS = f"""
SELECT k.unit_id, k.owner_id, k.title, k.since, k.until, p.name, p.death FROM json_each(?) w
CROSS JOIN person_position k ON k.unit_id = w.value JOIN person p ON p.record_id = k.owner_id
JOIN record r ON r.id = k.owner_id WHERE {LIVING} ORDER BY k.owner_id, k.position
"""
_BELOW = f"""
SELECT n.parent_id, n.since, n.until, k.owner_id, k.since, k.until FROM json_each(?) w
CROSS JOIN unit_name n ON n.parent_id = w.value JOIN person_position k ON k.unit_id = n.owner_id
JOIN record r ON r.id = k.owner_id WHERE {LIVING}
"""


def read_members(db: SqliteDatabase, wanted: Collection[tuple[int, int]], on: str) -> dict[tuple[int, int], Members]:
    """The members of these units by unit and year, on the last day of the year or on `on` when that comes first."""
    ends = forwards(db)
    units = {unit for unit, _ in wanted}
    given = json.dumps(sorted(units | {old for old, end in ends.items() if end in units}))
    posts: dict[int, list[tuple[Member, Mapping[str, str], str]]] = defaultdict(list)
    for unit, person, title, since, until, name, death in db.execute_sql(_POSITIONS, (given,)):
        held = {"since": since, "until": until}
        posts[ends.get(unit, unit)].append((Member(person, name, title), held, death))
    below = _below(db, given, ends)
    return {
        (unit, year): _members(posts.get(unit, ()), below.get(unit, ()), min(f"{year}-12-31", on))
        for unit, year in wanted
    }


def _members(
    posts: Collection[tuple[Member, Mapping[str, str], str]],
    below: Collection[tuple[int, Mapping[str, str], Mapping[str, str]]],
    day: str,
) -> Members:
    alive = [(member, held) for member, held, death in posts if not death or day[: len(death)] <= death]
    here = (member for member, held in alive if within(held, day))
    people = {member.id: member for member in here}
    under = {person for person, named, held in below if within(named, day) and within(held, day)}
    return Members(tuple(people.values()), len(under - people.keys()))


def _below(
    db: SqliteDatabase, given: str, ends: Mapping[int, int]
) -> dict[int, list[tuple[int, Mapping[str, str], Mapping[str, str]]]]:
    """Positions in the units under each unit: the person, when the unit stood there, when the position was held."""
    found: dict[int, list[tuple[int, Mapping[str, str], Mapping[str, str]]]] = defaultdict(list)
    for upper, since, until, person, held_since, held_until in db.execute_sql(_BELOW, (given,)):
        named, held = {"since": since, "until": until}, {"since": held_since, "until": held_until}
        found[ends.get(upper, upper)].append((person, named, held))
    return found
