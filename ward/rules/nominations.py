"""Reads nominations as they are judged: for whom, for what, for which year, with what was confirmed and reasoned."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from peewee import SqliteDatabase

from ward.lookups import LIVING, forwards
from ward.rules.facts import GROUPS_OF_KINDS, Answer, Nominated, Reason, deed_years

_NOMINATIONS = f"""
SELECT n.record_id, COALESCE(at.code, ''), COALESCE(tr.title, n.form_words), n.nominee_id, COALESCE(wr.kind, ''),
       n.nominee_words, n.recipient_kind, COALESCE(ro.basis, ''), n.period,
       (SELECT max(y.year) FROM record_year y WHERE y.record_id = n.record_id),
       (SELECT max(y.year) FROM record_year y WHERE y.record_id = n.round_id),
       COALESCE(NULLIF(ro.rules_on, ''), ro.opened_on, ''), n.round_id, n.state,
       COALESCE(n.movement_id, ro.movement_id), n.practice_id, n.achievement, n.posthumous
FROM json_each(?) w CROSS JOIN nomination n ON n.record_id = w.value JOIN record r ON r.id = n.record_id
LEFT JOIN award_type at ON at.record_id = n.award_type_id LEFT JOIN record tr ON tr.id = n.award_type_id
LEFT JOIN record wr ON wr.id = n.nominee_id LEFT JOIN round ro ON ro.record_id = n.round_id
WHERE {LIVING}
"""
_INITIATIVES = """
SELECT k.owner_id, k.initiative_id FROM json_each(?) w CROSS JOIN nomination_initiative k ON k.owner_id = w.value
WHERE k.initiative_id IS NOT NULL ORDER BY k.owner_id, k.position
"""
_ANSWERS = """
SELECT k.owner_id, k.rule, k.words, k.answer, k.who, k.at, k.note FROM json_each(?) w
CROSS JOIN nomination_confirmation k ON k.owner_id = w.value ORDER BY k.owner_id, k.position
"""
_REASONS = """
SELECT k.owner_id, k.rule, k.words, k.reason, k.who, k.at FROM json_each(?) w
CROSS JOIN nomination_override k ON k.owner_id = w.value ORDER BY k.owner_id, k.position
"""


def read_nominations(db: SqliteDatabase, nominations: Collection[int], on: str) -> list[Nominated]:
    """These nominations in the order given, those in the bin left out; `on` (ISO) dates what says no year."""
    given = json.dumps(list(nominations))
    ends = forwards(db)
    initiatives = _listed(db.execute_sql(_INITIATIVES, (given,)))
    answers = _listed(db.execute_sql(_ANSWERS, (given,)))
    reasons = _listed(db.execute_sql(_REASONS, (given,)))
    found = {}
    for row in db.execute_sql(_NOMINATIONS, (given,)):
        record, code, name, nominee, kind, words, group, basis, period, own, rounds, day, held, state, *about = row
        movement, practice, achievement, posthumous = about
        found[record] = Nominated(
            record,
            code,
            ends.get(nominee, nominee),
            group or GROUPS_OF_KINDS.get(kind, ""),
            basis,
            year_of(period, own or rounds, day or on),
            name,
            words,
            held,
            state,
            movement,
            practice,
            achievement,
            bool(posthumous),
            tuple(ends.get(one, one) for (one,) in initiatives.get(record, ())),
            tuple(Answer(*cells) for cells in answers.get(record, ())),
            tuple(Reason(*cells) for cells in reasons.get(record, ())),
        )
    return [found[record] for record in nominations if record in found]


_DRAFT = """
SELECT COALESCE(at.code, ''), COALESCE(tr.title, ''), COALESCE(wr.kind, ''), COALESCE(ro.basis, ''),
       (SELECT max(y.year) FROM record_year y WHERE y.record_id = ?3),
       COALESCE(NULLIF(ro.rules_on, ''), ro.opened_on, ''), ro.movement_id
FROM (SELECT 1) LEFT JOIN award_type at ON at.record_id = ?1 LEFT JOIN record tr ON tr.id = ?1
LEFT JOIN record wr ON wr.id = ?2 LEFT JOIN round ro ON ro.record_id = ?3
"""


def draft_of(db: SqliteDatabase, round_id: int | None, values: Mapping[str, Any], on: str) -> Nominated:
    """A nomination that is not saved yet, of the fields typed so far (as in `ward.edits.Values`, all optional)."""
    nominee = values.get("nominee")
    given = (values.get("award_type"), nominee, round_id)
    code, name, kind, basis, rounds, day, movement = db.execute_sql(_DRAFT, given).fetchone()
    return Nominated(
        0,
        code,
        forwards(db).get(nominee or 0, nominee),
        values.get("recipient_kind") or GROUPS_OF_KINDS.get(kind, ""),
        basis,
        year_of(values.get("period", ""), max(values.get("years", ()), default=None) or rounds, day or on),
        name or values.get("form_words", ""),
        values.get("nominee_words", ""),
        round_id,
        "nominated",
        values.get("movement") or movement,
        values.get("practice"),
        values.get("achievement", ""),
        bool(values.get("posthumous")),
        tuple(values.get("initiatives", ())),
        (),
        tuple(Reason(one.rule, one.words, one.reason, "", "") for one in values.get("reasons", ())),
    )


def year_of(period: str, work_year: int | None, day: str) -> int:
    """The year that a nomination is judged for: of its achievement, else its work year, else that of the day."""
    years = deed_years(period) if period else ()
    return max(years) if years else work_year or int(day[:4] or 0)


def _listed(rows: Any) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for owner, *cells in rows:
        found[owner].append(tuple(cells))
    return found
