"""A unit's number against those of the units below it (a ward and its tổ dân phố)."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.figures import adds_up, show_number
from ward.findings.dates import day
from ward.findings.finding import Finding, key_of
from ward.findings.reading import Reading
from ward.findings.totals import MISSING
from ward.said import Said, Statements, Thing

KINDS_BESIDE_EACH_OTHER = (
    "tổ dân phố", "khu phố", "phố", "thôn", "xóm", "ấp", "bản", "phường", "xã", "chi bộ", "trường học",
)  # fmt: skip
"""Units of one of these kinds under one parent have no household, person or member in common."""

_BELOW = (
    "SELECT n.parent_id, u.record_id, n.unit_kind, coalesce(nullif(n.since, ''), u.founded), "
    "coalesce(nullif(n.until, ''), u.ended) FROM json_each(?) j CROSS JOIN unit_name n ON n.parent_id = j.value "
    "CROSS JOIN unit u ON u.record_id = n.owner_id CROSS JOIN record r ON r.id = n.owner_id "
    "WHERE r.binned = 0 AND r.forwarded_to_id IS NULL ORDER BY n.owner_id, n.position"
)


@dataclass(frozen=True)
class Below:
    """A unit that stood under another, as one kind, for some time."""

    unit: int
    since: dt.date
    until: dt.date

    def stood(self, start: dt.date | None, end: dt.date | None) -> bool:
        """Whether it stood there at some time from `start` to `end`."""
        return (end is None or self.since <= end) and (start is None or start <= self.until)


def totals_over_units(reading: Reading, statements: Statements) -> Iterator[Finding]:
    """Numbers that add up (by their indicator) and differ from the sum over all units of a kind below.

    A unit that said nothing makes the sum incomplete: then only a sum that is too large already is found.
    """
    totals = list(_totals(statements))
    below = _below(reading.db, {thing.scope[0] for thing, _ in totals})
    for thing, total in totals:
        period = total.period
        for kind, units in below.get(thing.scope[0], {}).items():
            stood = [unit for unit in units if unit.stood(period.start, period.end)]
            yield from _against(statements, thing, total, kind, stood)


def _totals(statements: Statements) -> Iterator[tuple[Thing, Said]]:
    for thing in statements.by_thing:
        indicator = statements.indicators.get(thing.indicator or 0)
        if len(thing.scope) == 1 and indicator and indicator.aggregation == "sum":
            total = statements.of(thing)
            if total and total.state == "known":
                yield thing, total


def _against(statements: Statements, thing: Thing, total: Said, kind: str, units: list[Below]) -> Iterator[Finding]:
    things = {unit.unit: thing._replace(scope=(unit.unit,)) for unit in units}
    told = {unit: statements.of(one) for unit, one in things.items()}
    if any(said is None and things[unit] in statements.by_thing for unit, said in told.items()):
        return
    known = [said for said in told.values() if said and said.state == "known"]
    if len(known) < 2:
        return
    added = adds_up(total.figure, [said.figure if said else MISSING for said in told.values()], False)
    if added.agrees or added.total is None or added.stated is None:
        return
    numbers = (show_number(added.stated), show_number(added.total))
    missing = f", chưa kể {added.missing} đơn vị chưa có số liệu" if added.missing else ""
    sentence = (
        f"{statements.named(total)} ghi {total.shown}{statements.source(total)}, nhưng số của {len(known)} {kind} "
        f"trực thuộc cộng lại là {numbers[1]}{missing}. Hãy kiểm tra tổng số và số của từng đơn vị."
    )
    records = (total.id, *(said.id for said in known))
    seen = f"{total.shown} ≠ {' + '.join(said.shown for said in known)}"
    key = key_of("total-units", total.uid, detail=kind)
    yield Finding(key, "warning", sentence, records, "words", numbers, seen)


def _below(db: SqliteDatabase, parents: set[int]) -> dict[int, dict[str, list[Below]]]:
    """The units under each of these units, by kind."""
    below: dict[int, dict[str, list[Below]]] = defaultdict(lambda: defaultdict(list))
    for parent, unit, kind, since, until in db.execute_sql(_BELOW, (json.dumps(sorted(parents)),)):
        if kind.lower() in KINDS_BESIDE_EACH_OTHER:
            first, last = day(since), day(until)
            start, end = first.first_day if first else dt.date.min, last.last_day if last else dt.date.max
            below[parent][kind.lower()].append(Below(unit, start, end))
    return below


RULES: tuple[Callable[[Reading, Statements], Iterator[Finding]], ...] = (totals_over_units,)
