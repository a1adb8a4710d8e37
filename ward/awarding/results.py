"""The result of a meeting: percent of all members, locked and unlocked, and what falls out."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from peewee import SqliteDatabase

from ward.awarding.council import conflicts_suggested
from ward.awarding.counting import ballots_of, compare_counts, conflicts_of, refuse_impossible, to_count
from ward.awarding.kept_rules import rules_for
from ward.awarding.meetings import Attending, attending_of, meeting_of, rules_of, unlocked
from ward.awarding.nominating import STATE_WORDS, nominations_of
from ward.awarding.outcome import Outcome, doer, moment, needed, today
from ward.awarding.rounds import round_of, rules_day
from ward.awarding.thresholds import Vote, show_share, vote_on
from ward.book import Book
from ward.edits import Amend, Change, Edit
from ward.errors import UserError
from ward.loading import Stored
from ward.lookups import LIVING

if TYPE_CHECKING:
    from ward.rules.pack import Pack


OPEN_TO_VOTE = ("nominated", "returned", "passed", "failed", "")
"""States of nominations that a vote may change; what was sent or decided meanwhile stands."""


@dataclass(frozen=True, slots=True)
class BallotResult:
    """How a meeting voted on one nomination.

    `agree` holds the written opinions too; `share` is the exact share of `members` (all of them); `needed` is the
    least number of votes that passes; `result` is "passed", "failed" or "" while the countings do not agree.
    `lower_passed` is None when no lower award was voted on.
    """

    ballot: int
    nomination: int
    name: str
    award_type: int | None
    award: str
    agree: int | None
    disagree: int | None
    invalid: int | None
    written_agree: int
    members: int
    share: Fraction | None
    threshold: str
    needed: int
    result: str
    tie: bool
    conflicts: tuple[str, ...]
    lower_type: int | None
    lower_agree: int | None
    lower_passed: bool | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fallen:
    """A nomination that falls out of a round, before the council or by its vote, and why."""

    nomination: int
    name: str
    when: Literal["before", "after"]
    why: str


def results(db: SqliteDatabase, meeting: int, *, conflicts_count: bool = True) -> list[BallotResult]:
    """The result of each nomination that has ballots, in the list's order; what was locked is told as it was kept.

    A member in conflict does not vote, but stays in the number of members unless `conflicts_count` is False.
    """
    found = meeting_of(db, meeting)
    ballots = ballots_of(db, meeting)
    if not ballots or found.values["round"] is None:
        return []
    reading = _Reading(
        found,
        attending_of(db, found),
        rules_of(db, found.values["round"]),
        rules_day(db, found.values["round"]),
        _codes(db, ballots.values()),
        {one.nomination for one in compare_counts(db, meeting).differences},
        conflicts_count,
    )
    return [
        reading.result(ballots[record], name, award)
        for record, name, award in to_count(db, meeting)
        if record in ballots
    ]


def lock(
    book: Book, meeting: int, *, conflicts_count: bool = True, who: str = "", at: dt.datetime | None = None
) -> Outcome:
    """Locks the result: keeps members, thresholds and results, and passes or fails the nominations, as one act.

    A nomination that failed, but whose lower award passed, is passed with `lowered_to`.
    Raises: UserError when the two countings are not whole or differ, or hold more votes than members could give.
    """
    found = unlocked(book.db, meeting)
    comparison = compare_counts(book.db, meeting)
    if not comparison.agree:
        first = comparison.differences[0].sentence if comparison.differences else "Chưa có kết quả kiểm phiếu nào."
        more = len(comparison.differences) - 1
        raise UserError(f"Chưa khóa được kết quả. {first}{f' Còn {more} đề nghị nữa.' if more > 0 else ''}")
    refuse_impossible(book.db, found)
    rows = results(book.db, meeting, conflicts_count=conflicts_count)
    day = found.values["held_on"] or today("")
    voted = {row.nomination: row.name for row in rows}
    alone = [
        f"“{voted[nomination]}”: {member.name} là người được đề nghị mà chưa đánh dấu có liên quan. Hãy xem lại."
        for member, nomination in conflicts_suggested(book.db, meeting)
        if nomination in voted and member.presence != "absent"
    ]
    edits: list[Edit] = [Amend(meeting, {"locked_at": moment(at), "locked_by": doer(book, who)})]
    states = {one.id: one.values["state"] for one in nominations_of(book.db, [row.nomination for row in rows])}
    for row in rows:
        kept = {"members": row.members, "threshold": row.threshold, "result": row.result}
        edits.append(Amend(row.ballot, kept))
        if states[row.nomination] in OPEN_TO_VOTE:
            edits.append(Amend(row.nomination, _standing(row, day)))
    edits.append(Amend(found.values["round"], {"state": "voted"}))
    edits += rules_for(book, round_of(book.db, found.values["round"])).edits
    change = book.write(f"Khóa kết quả – {found.title}", edits)
    told = (*comparison.doubts, *alone, *(told for row in rows for told in row.warnings))
    return Outcome(change, tuple(row.ballot for row in rows), tuple(dict.fromkeys(told)))


def unlock(book: Book, meeting: int, reason: str, *, who: str = "", at: dt.datetime | None = None) -> Change:
    """Opens a locked result again. Raises UserError without a reason, or when a nomination is decided already."""
    found = meeting_of(book.db, meeting)
    reason = needed(reason, "Chưa ghi lý do mở khóa. Hãy ghi vì sao phải sửa kết quả.")
    if not found.values["locked_at"]:
        raise UserError("Kết quả cuộc họp này chưa khóa.")
    nominations = nominations_of(book.db, ballots_of(book.db, meeting))
    gone = [one for one in nominations if one.values["state"] not in ("passed", "failed", "withdrawn", "nominated")]
    if gone:
        told = STATE_WORDS[gone[0].values["state"]]
        raise UserError(f"“{gone[0].title}” {told} nên không mở khóa được. Hãy mở lại đợt và họp lần khác.")
    row = {"reason": reason, "who": doer(book, who), "at": moment(at)}
    values = {"locked_at": "", "locked_by": "", "unlockings": [*found.values["unlockings"], row]}
    back = {"state": "nominated", "state_reason": "", "lowered_to": None}
    edits: list[Edit] = [Amend(meeting, values), Amend(found.values["round"], {"state": "reviewing"})]
    edits += [Amend(one.id, back) for one in nominations if one.values["state"] in ("passed", "failed")]
    edits += [Amend(ballot["id"], {"result": ""}) for ballot in ballots_of(book.db, meeting).values()]
    return book.write(f"Mở khóa kết quả – {found.title}: {reason}", edits)


def fallen(db: SqliteDatabase, meeting: int) -> list[Fallen]:
    """What falls out and why: what the rules or the proposer took out before, what the vote took out."""
    found = meeting_of(db, meeting)
    after = {row.nomination: _why(row) for row in results(db, meeting) if row.result == "failed"}
    rows = db.execute_sql(
        "SELECT n.record_id, COALESCE(NULLIF(n.nominee_words, ''), wr.title, ''), n.state, n.state_reason, "
        "n.verdict, n.judged_words, EXISTS (SELECT 1 FROM nomination_override o WHERE o.owner_id = n.record_id) "
        "FROM nomination n CROSS JOIN record r ON r.id = n.record_id LEFT JOIN record wr ON wr.id = n.nominee_id "
        f"WHERE n.round_id = ? AND {LIVING} ORDER BY n.place_in_list, n.record_id",
        (found.values["round"],),
    )
    told: list[Fallen] = []
    for record, name, state, reason, verdict, judged, reasoned in rows:
        if record in after:
            told.append(Fallen(record, name, "after", after[record]))
        elif state in ("withdrawn", "supplement"):
            words = "Đã rút" if state == "withdrawn" else "Chờ bổ sung"
            told.append(Fallen(record, name, "before", f"{words}: {reason}" if reason else words))
        elif verdict == "short" and not reasoned:
            told.append(Fallen(record, name, "before", judged or "Chưa đủ điều kiện."))
    return told


@dataclass(frozen=True)
class _Reading:
    """What the ballots of one meeting are read by."""

    found: Stored
    members: Sequence[Attending]
    pack: Pack
    day: str
    codes: Mapping[int, str]
    unsettled: set[int]
    conflicts_count: bool

    def result(self, row: Mapping[str, Any], name: str, award: str) -> BallotResult:
        apart = conflicts_of(self.found, self.members, row["nomination"])
        members = len(self.members) - (0 if self.conflicts_count else len(apart))
        kept = row if self.found.values["locked_at"] else {}
        members = kept.get("members") or members
        agree = _sum(row["first_agree"], row["written_agree"])
        vote = vote_on(self.pack, self.codes.get(row["award_type"], ""), agree, members, self.day)
        lower = self._lower(row, members)
        settled = agree is not None and row["nomination"] not in self.unsettled
        disagree = _sum(row["first_disagree"], row["written_disagree"])
        return BallotResult(
            ballot=row["id"],
            nomination=row["nomination"],
            name=name,
            award_type=row["award_type"],
            award=award,
            agree=agree,
            disagree=disagree,
            invalid=row["first_invalid"],
            written_agree=row["written_agree"] or 0,
            members=members,
            share=vote.share,
            threshold=kept.get("threshold") or vote.threshold,
            needed=vote.needed,
            result=kept.get("result") or (("passed" if vote.passes else "failed") if settled else ""),
            tie=agree is not None and agree == disagree,
            conflicts=tuple(one.name for one in apart),
            lower_type=row["lower_type"],
            lower_agree=row["lower_agree"],
            lower_passed=lower,
            warnings=tuple(self._warnings(name, agree, disagree, members, apart, vote)),
        )

    def _lower(self, row: Mapping[str, Any], members: int) -> bool | None:
        if row["lower_type"] is None or row["lower_agree"] is None:
            return None
        code = self.codes.get(row["lower_type"], "")
        return vote_on(self.pack, code, row["lower_agree"], members, self.day).passes

    def _warnings(
        self, name: str, agree: int | None, disagree: int | None, members: int, apart: Sequence[Attending], vote: Vote
    ) -> list[str]:
        told = list(vote.warnings)
        if agree is not None and agree == disagree:
            told.append(f"“{name}”: số đồng ý và không đồng ý bằng nhau ({agree}). Hãy ghi Hội đồng xử lý thế nào.")
        if vote.needed == members and members:
            told.append(f"Hội đồng có {members} thành viên, cần đạt {vote.threshold}: phải đủ cả {members} phiếu.")
        for one in apart:
            counted = "vẫn tính" if self.conflicts_count else "không tính"
            told.append(f"“{name}”: {one.name} có liên quan nên không bỏ phiếu; {counted} trong tổng số thành viên.")
        return told


def _standing(row: BallotResult, day: str) -> dict[str, Any]:
    """What becomes of a nomination by its vote."""
    if row.result == "passed":
        return {"state": "passed", "state_on": day, "state_reason": "", "lowered_to": None}
    if row.lower_passed:
        values = {"state": "passed", "lowered_to": row.lower_type}
    else:
        values = {"state": "failed", "lowered_to": None}
    return {**values, "state_on": day, "state_reason": _why(row)}


def _why(row: BallotResult) -> str:
    share = f" ({show_share(row.share)})" if row.share is not None else ""
    told = f"Đạt {row.agree}/{row.members} phiếu{share}, cần {row.threshold} tổng số thành viên"
    return f"{told}; Hội đồng đồng ý khen mức thấp hơn." if row.lower_passed else f"{told}."


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None else one + (other or 0)


def _codes(db: SqliteDatabase, ballots: Any) -> dict[int, str]:
    types = {row[key] for row in ballots for key in ("award_type", "lower_type")} - {None}
    rows = db.execute_sql(
        "SELECT record_id, code FROM award_type WHERE record_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(types)),),
    )
    return dict(rows.fetchall())
