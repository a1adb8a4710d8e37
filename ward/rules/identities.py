"""Which records stand for a nominee: its merged entries, the units that went into it, its names in words."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from ward.dates import PartialDate, show_date
from ward.lookups import LIVING
from ward.rules.facts import Before, Nominee
from ward.text import nfc

EXTENTS = {"wholly": "nhập toàn bộ", "mostly": "nhập phần lớn", "partly": "nhập một phần"}
_FORMS_OF_ADDRESS = re.compile(r"^(?:ông|bà|anh|chị|đồng chí|đ/c|cô|thầy|hộ ông|hộ bà|hộ gia đình|gia đình) (?=\S)")
_HEADS = """
SELECT r.id, r.kind, COALESCE(NULLIF(p.name, ''), NULLIF(h.name, ''), r.title), COALESCE(p.sex, ''),
       COALESCE(p.death, ''), COALESCE(u.founded, ''), COALESCE(u.ended, ''), COALESCE(hp.name, ''),
       COALESCE(hp.death, ''), COALESCE(p.printed_name, '')
FROM json_each(?) w CROSS JOIN record r ON r.id = w.value
LEFT JOIN person p ON p.record_id = r.id LEFT JOIN unit u ON u.record_id = r.id
LEFT JOIN household h ON h.record_id = r.id LEFT JOIN person hp ON hp.record_id = h.head_id
"""
_NAMESAKES = """
SELECT r.id, o.id FROM json_each(?) w CROSS JOIN record r ON r.id = w.value
JOIN record o ON o.kind = 'person' AND o.binned = 0 AND o.sort = r.sort AND o.id <> r.id AND o.title = r.title
WHERE r.kind = 'person' AND o.forwarded_to_id IS NULL
"""
_ALIASES = f"""
SELECT k.of_id, k.name FROM json_each(?) w CROSS JOIN alias k ON k.of_id = w.value
JOIN record r ON r.id = k.record_id WHERE k.name <> '' AND {LIVING}
"""
_UNIT_NAMES = "SELECT n.owner_id, n.name FROM json_each(?) w CROSS JOIN unit_name n ON n.owner_id = w.value"
_SUCCESSIONS = f"""
SELECT s.predecessor_id, s.successor_id, s.on_day, s.extent, p.title, n.title FROM succession s
CROSS JOIN record r ON r.id = s.record_id LEFT JOIN record p ON p.id = s.predecessor_id
LEFT JOIN record n ON n.id = s.successor_id
WHERE s.predecessor_id IS NOT NULL AND s.successor_id IS NOT NULL AND {LIVING}
"""


@dataclass(frozen=True, slots=True)
class Identities:
    """Nominees by id; `owners`: for which nominees a record speaks, with the doubt about it ("" when none)."""

    nominees: Mapping[int, Nominee]
    owners: Mapping[int, list[tuple[int, str]]]
    by_name: Mapping[str, list[int]]
    ends: Mapping[int, int]

    def named(self, words: str) -> list[int]:
        """The nominees that are called by these words."""
        said = same_name(words)
        return self.by_name.get(said) or self.by_name.get(_FORMS_OF_ADDRESS.sub("", said), [])

    def end(self, record: int | None) -> int:
        """Where a record leads after merges; 0 for none."""
        return self.ends.get(record, record) if record else 0


def same_name(name: str) -> str:
    """A name for comparing: case and blanks aside, every mark kept."""
    return " ".join(nfc(name).casefold().split())


def read_identities(db: SqliteDatabase, records: Set[int], ends: Mapping[int, int]) -> Identities:
    """Who these are; `ends` tells where merged entries lead."""
    given = json.dumps(sorted(records))
    before, ended_by = befores(db, ends)
    namesakes: dict[int, list[int]] = defaultdict(list)
    for record, other in db.execute_sql(_NAMESAKES, (given,)):
        namesakes[record].append(other)
    nominees, names = {}, defaultdict(set)
    for record, kind, name, sex, death, founded, ended, head, head_death, printed in db.execute_sql(_HEADS, (given,)):
        told = tuple(namesakes.get(record, ()))
        gone = ended_by.get(record, "")
        olds = tuple(before.get(record, ()))
        nominees[record] = Nominee(record, kind, name, sex, death, founded, ended, gone, head, head_death, told, olds)
        for one in (name, printed):
            names[same_name(one)].add(record)
    for query in (_ALIASES, _UNIT_NAMES):
        for record, name in db.execute_sql(query, (given,)):
            names[same_name(name)].add(record)
    names.pop("", None)
    by_name = {name: sorted(found) for name, found in names.items()}
    return Identities(nominees, _owners(nominees, ends), by_name, ends)


def _owners(nominees: Mapping[int, Nominee], ends: Mapping[int, int]) -> dict[int, list[tuple[int, str]]]:
    owners: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for nominee in nominees.values():
        owners[nominee.id].append((nominee.id, ""))
        for old in nominee.before:
            day = f" ngày {show_date(PartialDate(old.on_day))}" if old.on_day else ""
            extent = EXTENTS.get(old.extent, "sáp nhập")
            owners[old.unit].append((nominee.id, f"của đơn vị cũ “{old.name}” ({extent}{day})"))
    for record, end in ends.items():
        if end in owners:
            owners[record] = owners[end]
    return owners


def befores(db: SqliteDatabase, ends: Mapping[int, int]) -> tuple[dict[int, list[Before]], dict[int, str]]:
    """The units that went into each unit, however far back; and into what a unit went wholly, with the day."""
    steps: dict[int, list[Before]] = defaultdict(list)
    ended_by: dict[int, str] = {}
    for old, new, day, extent, old_name, new_name in db.execute_sql(_SUCCESSIONS):
        old, new = ends.get(old, old), ends.get(new, new)
        steps[new].append(Before(old, old_name or "", day, extent))
        if extent == "wholly" and day:
            ended_by[old] = f"{day} {new_name}"
    return {unit: _chain(steps, unit) for unit in list(steps)}, ended_by


def _chain(steps: Mapping[int, list[Before]], unit: int) -> list[Before]:
    found: dict[int, Any] = {}
    waiting = list(steps.get(unit, ()))
    while waiting:
        old = waiting.pop(0)
        if old.unit != unit and old.unit not in found:
            found[old.unit] = old
            waiting.extend(steps.get(old.unit, ()))
    return list(found.values())
