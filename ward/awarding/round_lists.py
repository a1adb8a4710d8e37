"""What belongs to a round, as lists show it: its nominations, meetings, decisions and submissions."""

from __future__ import annotations

from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.awarding.whose import own_documents


@dataclass(frozen=True, slots=True)
class NominationRow:
    """A nomination as the round's list shows it; `record_id`s are 0 where nothing is named, days are ISO."""

    id: int
    place: int | None
    name: str
    nominee: int
    nominee_kind: str
    recipient_kind: str
    as_title: str
    award: str
    award_type: int
    proposer: str
    achievement: str
    state: str
    state_reason: str
    supplement_due: str
    verdict: str
    judged_words: str
    lowered: str
    decision: int
    submission: int
    granted: int


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting of a round."""

    id: int
    title: str
    held_on: str
    place: str
    method: str
    locked_at: str
    locked_by: str
    first_by: str
    second_by: str
    issued: int | None
    returned: int | None
    invalid: int | None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision that a round's nominations were granted by, and how many; `own`: whether the office issued it."""

    id: int
    title: str
    number: str
    issued_on: str
    issuer: str
    awards: int
    paid: int
    own: bool


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """A submission of a round, and how many nominations it holds."""

    id: int
    authority: str
    level: str
    number: str
    sent_on: str
    state: str
    returned_on: str
    returned_reason: str
    answered_on: str
    nominations: int


def nominations_of(db: SqliteDatabase, round_id: int) -> list[NominationRow]:
    """The nominations of a round in its order; those in the bin are left out."""
    rows = db.execute_sql(
        "SELECT k.record_id, k.place_in_list, coalesce(nullif(k.nominee_words, ''), n.title, ''), "
        "coalesce(k.nominee_id, 0), coalesce(n.kind, ''), k.recipient_kind, k.as_title, "
        "coalesce(nullif(k.form_words, ''), t.title, ''), coalesce(k.award_type_id, 0), "
        "coalesce(nullif(k.proposer_words, ''), p.title, ''), k.achievement, k.state, k.state_reason, "
        "k.supplement_due, k.verdict, k.judged_words, coalesce(l.title, ''), coalesce(k.decision_id, 0), "
        "coalesce(k.submission_id, 0), coalesce(k.award_id, 0) "
        "FROM nomination k JOIN record r ON r.id = k.record_id "
        "LEFT JOIN record n ON n.id = k.nominee_id LEFT JOIN record t ON t.id = k.award_type_id "
        "LEFT JOIN record p ON p.id = k.proposer_id LEFT JOIN record l ON l.id = k.lowered_to_id "
        "WHERE k.round_id = ? AND r.binned = 0 AND r.forwarded_to_id IS NULL "
        "ORDER BY k.place_in_list IS NULL, k.place_in_list, k.record_id",
        (round_id,),
    )
    return [NominationRow(*row) for row in rows.fetchall()]


def meetings_of(db: SqliteDatabase, round_id: int) -> list[MeetingRow]:
    """The meetings of a round, the newest first."""
    rows = db.execute_sql(
        "SELECT k.record_id, r.title, k.held_on, k.place, k.method, k.locked_at, k.locked_by, k.first_by, "
        "k.second_by, k.issued, k.returned, k.invalid "
        "FROM meeting k JOIN record r ON r.id = k.record_id WHERE k.round_id = ? AND r.binned = 0 "
        "ORDER BY k.held_on DESC, k.record_id DESC",
        (round_id,),
    )
    return [MeetingRow(*row) for row in rows.fetchall()]


def decisions_of(db: SqliteDatabase, round_id: int) -> list[DecisionRow]:
    """The decisions that nominations of a round were granted by, in the order of their days."""
    rows = db.execute_sql(
        "SELECT d.record_id, r.title, d.number, d.issued_on, "
        "coalesce(nullif(d.issuer_words, ''), (SELECT i.title FROM record i WHERE i.id = d.issuer_id), ''), "
        "count(a.record_id), count(nullif(a.paid_on, '')) "
        "FROM nomination k JOIN record kr ON kr.id = k.record_id AND kr.binned = 0 "
        "JOIN document d ON d.record_id = k.decision_id JOIN record r ON r.id = d.record_id "
        "LEFT JOIN award a ON a.record_id = k.award_id "
        "WHERE k.round_id = ? AND r.binned = 0 GROUP BY d.record_id ORDER BY d.issued_on, d.record_id",
        (round_id,),
    ).fetchall()
    own = own_documents(db, [row[0] for row in rows])
    return [DecisionRow(*(*row, row[0] in own)) for row in rows]


def submissions_of(db: SqliteDatabase, round_id: int) -> list[SubmissionRow]:
    """The submissions of a round, in the order in which they were sent."""
    rows = db.execute_sql(
        "SELECT k.record_id, k.authority, k.level, k.number, k.sent_on, k.state, k.returned_on, k.returned_reason, "
        "k.answered_on, (SELECT count(*) FROM nomination n JOIN record nr ON nr.id = n.record_id "
        "WHERE n.submission_id = k.record_id AND nr.binned = 0) "
        "FROM submission k JOIN record r ON r.id = k.record_id WHERE k.round_id = ? AND r.binned = 0 "
        "ORDER BY k.sent_on, k.record_id",
        (round_id,),
    )
    return [SubmissionRow(*row) for row in rows.fetchall()]
