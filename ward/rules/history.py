"""Reads what is known of many nominees at once: a handful of statements, however many nominees there are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from peewee import SqliteDatabase

from ward.lookups import LIVING, forwards
from ward.rules.facts import (
    GROUPS_OF_KINDS,
    LIVE_STATES,
    Facts,
    GroupAward,
    Invention,
    Nominee,
    PastAward,
    Rated,
    Trouble,
    Wish,
    deed_years,
    years_of_award,
)
from ward.rules.identities import Identities, read_identities

_AWARDED = f"""
SELECT a.record_id, COALESCE(at.code, ''), a.form_words, COALESCE(tr.title, ''), COALESCE(at.form, ''), a.period,
       (SELECT group_concat(y.year) FROM record_year y WHERE y.record_id = a.record_id), a.basis,
       COALESCE(NULLIF(a.decision_number, ''), d.number, ''), COALESCE(NULLIF(a.decided_on, ''), d.issued_on, ''),
       (SELECT group_concat(COALESCE(NULLIF(i.words, ''), ir.title), ', ') FROM award_issuer i
        LEFT JOIN record ir ON ir.id = i.issuer_id WHERE i.owner_id = a.record_id),
       a.movement_id, a.practice_id, a.reason, a.nomination_id
FROM json_each(?) w CROSS JOIN award a ON a.record_id = w.value JOIN record r ON r.id = a.record_id
LEFT JOIN award_type at ON at.record_id = a.award_type_id LEFT JOIN record tr ON tr.id = a.award_type_id
LEFT JOIN document d ON d.record_id = a.decision_id
WHERE a.state = 'granted' AND a.cancelled_on = '' AND {LIVING}
"""
_GROUPS = f"""
SELECT a.record_id, COALESCE(at.code, ''), COALESCE(NULLIF(a.form_words, ''), tr.title, ''), a.period,
       (SELECT group_concat(y.year) FROM record_year y WHERE y.record_id = a.record_id), a.decided_on,
       a.counted_words, a.collectives, a.persons, a.households, a.decision_number
FROM award a CROSS JOIN record r ON r.id = a.record_id
LEFT JOIN award_type at ON at.record_id = a.award_type_id LEFT JOIN record tr ON tr.id = a.award_type_id
WHERE a.state = 'granted' AND a.cancelled_on = '' AND {LIVING}
  AND NOT EXISTS (SELECT 1 FROM award_recipient rc WHERE rc.owner_id = a.record_id)
  AND (a.counted_words <> '' OR a.collectives > 0 OR a.persons > 0 OR a.households > 0)
"""
_RATED = f"""
SELECT k.subject_id, k.record_id, k.year, k.side, k.grade, k.number, k.decided_on, k.issuer_words
FROM json_each(?) w CROSS JOIN rating k ON k.subject_id = w.value JOIN record r ON r.id = k.record_id
WHERE k.year IS NOT NULL AND {LIVING}
"""
_INVENTED = f"""
SELECT DISTINCT au.who_id, k.record_id, k.name, k.initiative_kind, k.state, k.scope, k.decision_number, k.decided_on,
       (SELECT group_concat(y.year) FROM record_year y WHERE y.record_id = k.record_id)
FROM json_each(?) w CROSS JOIN initiative_author au ON au.who_id = w.value
JOIN initiative k ON k.record_id = au.owner_id JOIN record r ON r.id = k.record_id WHERE {LIVING}
"""
_USED = f"""
SELECT ni.initiative_id, n.record_id, n.nominee_id, n.state, r.title
FROM json_each(?) w CROSS JOIN nomination_initiative ni ON ni.initiative_id = w.value
JOIN nomination n ON n.record_id = ni.owner_id JOIN record r ON r.id = n.record_id WHERE {LIVING}
"""
_TROUBLED = f"""
SELECT k.subject_id, k.record_id, k.matter, k.degree, k.since, k.until, k.cleared, k.document_words
FROM json_each(?) w CROSS JOIN discipline k ON k.subject_id = w.value JOIN record r ON r.id = k.record_id
WHERE {LIVING}
"""
_WISHED = f"""
SELECT n.nominee_id, n.record_id, COALESCE(at.code, ''), COALESCE(tr.title, n.form_words), COALESCE(at.form, ''),
       n.period, (SELECT max(y.year) FROM record_year y WHERE y.record_id = n.record_id),
       (SELECT max(y.year) FROM record_year y WHERE y.record_id = n.round_id), n.round_id, COALESCE(rr.title, ''),
       COALESCE(ro.basis, ''), n.state, n.movement_id, n.practice_id, n.achievement,
       COALESCE(NULLIF(ro.rules_on, ''), ro.opened_on, n.received_on)
FROM json_each(?) w CROSS JOIN nomination n ON n.nominee_id = w.value JOIN record r ON r.id = n.record_id
LEFT JOIN award_type at ON at.record_id = n.award_type_id LEFT JOIN record tr ON tr.id = n.award_type_id
LEFT JOIN round ro ON ro.record_id = n.round_id LEFT JOIN record rr ON rr.id = n.round_id
WHERE {LIVING}
"""
_IN_WORDS = f"""
SELECT DISTINCT rc.words, rc.recipient_kind, rc.owner_id FROM award_recipient rc
CROSS JOIN record r ON r.id = rc.owner_id WHERE rc.who_id IS NULL AND rc.words <> '' AND {LIVING}
"""
_TO = "SELECT rc.who_id, rc.owner_id FROM json_each(?) w CROSS JOIN award_recipient rc ON rc.who_id = w.value"


def read_facts(db: SqliteDatabase, records: Collection[int]) -> Facts:
    """Everything that counts for these persons, units and households; merged entries are followed."""
    ends = forwards(db)
    known = read_identities(db, {ends.get(record, record) for record in records}, ends)
    given = json.dumps(sorted(known.owners))
    inventions = _inventions(db, given, known)
    return Facts(
        known.nominees,
        _awards(db, given, known),
        _by_nominee(known, db.execute_sql(_RATED, (given,)), Rated, doubted=True),
        inventions,
        _by_nominee(known, db.execute_sql(_TROUBLED, (given,)), Trouble, doubted=False),
        _wishes(db, given, known),
        _groups(db),
    )


def _awards(db: SqliteDatabase, given: str, known: Identities) -> dict[int, list[PastAward]]:
    """The granted awards of each nominee: named by reference, of units that went into it, named only in words."""
    to: dict[int, dict[int, str]] = defaultdict(dict)
    for who, award in db.execute_sql(_TO, (given,)):
        for nominee, doubt in known.owners[who]:
            to[award].setdefault(nominee, doubt)
    for words, group, award in db.execute_sql(_IN_WORDS):
        for nominee in known.named(words):
            who = known.nominees[nominee]
            if group in ("", "khac", GROUPS_OF_KINDS.get(who.kind)):
                to[award].setdefault(nominee, _in_words(words, who))
    found: dict[int, list[PastAward]] = defaultdict(list)
    for row in db.execute_sql(_AWARDED, (json.dumps(sorted(to)),)):
        award, year_doubt = _award(row)
        for nominee, doubt in to[award.id].items():
            doubts = "; ".join(filter(None, (doubt, year_doubt)))
            found[nominee].append(award._replace(doubt=doubts) if doubts else award)
    for awards in found.values():
        awards.sort(key=lambda award: (award.years, award.decided_on, award.id))
    return found


def _award(row: tuple[Any, ...]) -> tuple[PastAward, str]:
    record, code, words, title, form, period, years, basis, number, decided, issuer, *about = row
    movement, practice, reason, nomination = about
    deed, doubt = years_of_award(period, years or "", decided)
    said, by = words or title, issuer or ""
    about_it = (movement, practice, reason, nomination)
    return PastAward(record, code, said, form, deed, basis, number, decided, by, *about_it, doubt=""), doubt


def _in_words(words: str, nominee: Nominee) -> str:
    if nominee.namesakes:
        return f"sổ chỉ ghi tên “{words}”, có {len(nominee.namesakes) + 1} người cùng tên"
    return f"sổ chỉ ghi tên “{words}” bằng lời, chưa gắn với bản ghi nào"


def _by_nominee(
    known: Identities, rows: Iterable[tuple[Any, ...]], make: Any, *, doubted: bool
) -> dict[int, list[Any]]:
    """The rows (subject first) as values of their nominees; those of units that went into one are doubtful."""
    found: dict[int, list[Any]] = defaultdict(list)
    for subject, *cells in rows:
        for nominee, doubt in known.owners[subject]:
            if doubted:
                found[nominee].append(make(*cells, doubt))
            elif not doubt:
                found[nominee].append(make(*cells))
    return found


def _inventions(db: SqliteDatabase, given: str, known: Identities) -> dict[int, list[Invention]]:
    rows = db.execute_sql(_INVENTED, (given,)).fetchall()
    uses: dict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
    given = json.dumps([row[1] for row in rows])
    for initiative, nomination, nominee, state, title in db.execute_sql(_USED, (given,)):
        if state in LIVE_STATES:
            uses[initiative, known.end(nominee)].append((nomination, title))
    found: dict[int, list[Invention]] = defaultdict(list)
    for who, record, name, kind, state, scope, number, decided, years in rows:
        for nominee, _ in known.owners[who]:
            told = tuple(map(int, years.split(","))) if years else ((int(decided[:4]),) if decided else ())
            used = tuple(uses.get((record, nominee), ()))
            found[nominee].append(Invention(record, name, kind, state, scope, number, decided, told, used))
    return found


def _wishes(db: SqliteDatabase, given: str, known: Identities) -> dict[int, list[Wish]]:
    found: dict[int, list[Wish]] = defaultdict(list)
    for row in db.execute_sql(_WISHED, (given,)):
        who, record, code, name, form, period, own, rounds, held, held_name, basis, state, *about, day = row
        year = (max(deed_years(period), default=0) if period else 0) or own or rounds or int((day or "0")[:4])
        for nominee, doubt in known.owners[who]:
            if not doubt and state in LIVE_STATES:
                found[nominee].append(Wish(record, code, name, form, year, held, held_name, basis, state, *about))
    return found


def _groups(db: SqliteDatabase) -> dict[str, list[GroupAward]]:
    found: dict[str, list[GroupAward]] = defaultdict(list)
    for record, code, name, period, years, decided, words, *counts, number in db.execute_sql(_GROUPS):
        nouns = zip(counts, ("tập thể", "cá nhân", "hộ"), strict=True)
        counted = words or ", ".join(f"{count} {noun}" for count, noun in nouns if count)
        deed = years_of_award(period, years or "", decided)[0]
        found[code].append(GroupAward(record, code, name, deed, counted, number))
    return found
