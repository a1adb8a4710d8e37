"""Councils and their meetings: members of a term on a day, invitation, attendance, quorum, conflicts of interest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from peewee import SqliteDatabase

from ward.awarding.kept_rules import rules_for
from ward.awarding.meetings import (
    Attending,
    attendance_row,
    attending_of,
    meeting_of,
    rules_of,
    titles_of,
    unlocked,
)
from ward.awarding.outcome import needed, today
from ward.awarding.rounds import round_of, rules_day
from ward.book import Book
from ward.edits import Add, Amend, Change, Edit, Values
from ward.errors import UserError
from ward.loading import Stored, load
from ward.lookups import LIVING
from ward.names import within

__all__ = [
    "Attending",
    "Member",
    "Quorum",
    "attending",
    "conflicts_suggested",
    "council_on",
    "invite",
    "mark_attendance",
    "mark_conflict",
    "members_on",
    "open_meeting",
    "quorum_of",
    "set_method",
]
PRESENCES = ("present", "absent", "written")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a council on a day; `who` is the person, if known as one."""

    who: int | None
    name: str
    role: str
    as_title: str


@dataclass(frozen=True, slots=True)
class Quorum:
    """Who came, against what is asked for; `warnings` are whole sentences, nothing is blocked.

    `share` is the exact share of all members who came; `enough` is None when no rule is known.
    """

    members: int
    present: int
    written: int
    absent: int
    share: Fraction
    enough: bool | None
    warnings: tuple[str, ...]


def council_on(db: SqliteDatabase, day: str) -> int | None:
    """The council whose term holds a day (ISO); the newest when there are several."""
    rows = db.execute_sql(
        "SELECT k.record_id, k.since, k.until FROM council k CROSS JOIN record r ON r.id = k.record_id "
        f"WHERE {LIVING} ORDER BY k.since DESC, k.record_id DESC"
    )
    return next((row[0] for row in rows if within({"since": row[1], "until": row[2]}, day)), None)


def members_on(db: SqliteDatabase, council: int, day: str) -> list[Member]:
    """The members of a council on a day, in its order."""
    rows = load(db, council).values["members"]
    names = titles_of(db, [row["who"] for row in rows])
    return [
        Member(row["who"], row["words"] or names.get(row["who"], ""), row["role"], row["as_title"])
        for row in rows
        if within(row, day)
    ]


def open_meeting(book: Book, round_id: int, values: Values | None = None) -> int:
    """Makes a meeting of a round's council, all members of the day attending, and gives its record.

    The method of voting is secret when the rules ask a secret ballot for an award of the round, which keeps them.
    Raises: UserError when there is no council or it has no members that day.
    """
    found = round_of(book.db, round_id)
    given = dict(values or {})
    day = str(given.get("held_on") or today(""))
    council = given.get("council") or found.values["council"] or council_on(book.db, day)
    if council is None:
        raise UserError("Chưa có Hội đồng của ngày họp. Hãy thêm Hội đồng và thành viên, rồi mở cuộc họp.")
    members = members_on(book.db, council, day)
    if not members:
        raise UserError("Hội đồng không có thành viên nào vào ngày họp. Hãy kiểm tra thời gian của từng thành viên.")
    shared = {
        "round": round_id,
        "council": council,
        "held_on": day,
        "method": "secret" if _is_secret(book.db, round_id) else "open",
        "attendance": [attendance_row(Attending(one.who, one.name, one.role, one.as_title)) for one in members],
        "years": found.years,
        **_leads(members),
    }
    edits: list[Edit] = [Add("meeting", {**shared, **given}), *_to_reviewing(found), *rules_for(book, found).edits]
    return book.write(f"Mở cuộc họp Hội đồng – {found.title}", edits).added[0]


def invite(book: Book, meeting: int, number: str, on: str) -> Change:
    """Notes the invitation's number and day."""
    found = meeting_of(book.db, meeting)
    values = {"invitation_number": number, "invited_on": today(on)}
    return book.write(f"Ghi giấy mời – {found.title}", [Amend(meeting, values)])


def set_method(book: Book, meeting: int, method: str) -> Change:
    """Chooses "secret" or "open" for a meeting. Raises UserError when its result is locked."""
    found = unlocked(book.db, meeting)
    if method not in ("secret", "open"):
        raise UserError("Chưa chọn cách bỏ phiếu. Hãy chọn bỏ phiếu kín hoặc biểu quyết công khai.")
    told = "bỏ phiếu kín" if method == "secret" else "biểu quyết công khai"
    return book.write(f"Chọn {told} – {found.title}", [Amend(meeting, {"method": method})])


def mark_attendance(book: Book, meeting: int, attending: Sequence[Attending]) -> Change:
    """Notes who came. Raises UserError when the result is locked or a member is named twice."""
    found = unlocked(book.db, meeting)
    if any(one.presence not in PRESENCES for one in attending):
        raise UserError("Có thành viên chưa ghi có mặt hay vắng. Hãy chọn cho từng người.")
    persons = [one.who or one.name for one in attending]
    if len(set(persons)) < len(persons):
        raise UserError("Có thành viên được ghi hai lần. Hãy bỏ bớt một dòng.")
    return book.write(
        f"Điểm danh – {found.title}", [Amend(meeting, {"attendance": [*map(attendance_row, attending)]})]
    )


def mark_conflict(
    book: Book, meeting: int, nomination: int, reason: str, *, who: int | None = None, name: str = ""
) -> Change:
    """Marks a member who does not vote on a nomination. Raises UserError without a reason or a member."""
    found = unlocked(book.db, meeting)
    reason = needed(reason, "Chưa ghi lý do không bỏ phiếu. Hãy ghi thành viên có liên quan thế nào.")
    if not any(one.who == who if who else one.name == name for one in attending(book.db, meeting)):
        raise UserError("Người này không phải là thành viên dự họp. Hãy chọn trong danh sách thành viên.")
    row = {"who": who, "words": name, "nomination": nomination, "reason": reason}
    values = {"conflicts": [*found.values["conflicts"], row]}
    return book.write(f"Ghi thành viên có liên quan – {found.title}: {reason}", [Amend(meeting, values)])


def attending(db: SqliteDatabase, meeting: int) -> list[Attending]:
    """Who was asked to a meeting, and who came."""
    return attending_of(db, meeting_of(db, meeting))


def quorum_of(db: SqliteDatabase, meeting: int) -> Quorum:
    """Whether enough members came, by the rules of the meeting's round; what falls short is told, not refused."""
    found = meeting_of(db, meeting)
    came = attending_of(db, found)
    counts = {presence: sum(one.presence == presence for one in came) for presence in PRESENCES}
    share = Fraction(counts["present"], len(came)) if came else Fraction(0)
    enough: bool | None = None
    warnings: list[str] = []
    for told, least in _quorums(db, found.values["round"]):
        met = share >= least
        enough = met if enough is None else enough and met
        if not met:
            warnings.append(
                f"Có mặt {counts['present']}/{len(came)} thành viên, chưa đủ {_part(least)} ({told}). "
                "Hãy lấy ý kiến bằng văn bản của người vắng."
            )
    if len(came) < MOST_SMALL:
        warnings.append(f"Hội đồng chỉ có {len(came)} thành viên: một phiếu chênh lệch là đổi kết quả.")
    return Quorum(len(came), counts["present"], counts["written"], counts["absent"], share, enough, tuple(warnings))


MOST_SMALL = 5
"""Councils with fewer members are small: each vote is a large part."""


def conflicts_suggested(db: SqliteDatabase, meeting: int) -> list[tuple[Attending, int]]:
    """Members who are themselves nominated in the meeting's round, or whose household is, and the nomination."""
    found = meeting_of(db, meeting)
    marked = {(row["who"], row["nomination"]) for row in found.values["conflicts"]}
    members = {one.who: one for one in attending_of(db, found) if one.who is not None}
    rows = db.execute_sql(
        "SELECT n.record_id, n.nominee_id, h.head_id FROM nomination n CROSS JOIN record r ON r.id = n.record_id "
        "LEFT JOIN household h ON h.record_id = n.nominee_id "
        f"WHERE n.round_id = ? AND n.state <> 'withdrawn' AND {LIVING} ORDER BY n.place_in_list, n.record_id",
        (found.values["round"],),
    )
    return [
        (members[who], record)
        for record, nominee, head in rows
        for who in (nominee, head)
        if who in members and (who, record) not in marked
    ]


def _quorums(db: SqliteDatabase, round_id: int | None) -> list[tuple[str, Fraction]]:
    """The parts of a council that must come: for which meetings and how sure that is, and the part."""
    from ward.rules.sureness import WORDS, sureness

    if round_id is None:
        return []
    pack, day = rules_of(db, round_id), rules_day(db, round_id)
    return [
        ("; ".join(filter(None, (rule.scope, rule.article, WORDS[sureness(pack, rule, day).conf]))), rule.least)
        for rule in pack.quorums.values()
    ]


def _is_secret(db: SqliteDatabase, round_id: int) -> bool:
    votes = rules_of(db, round_id).votes
    codes = db.execute_sql(
        "SELECT DISTINCT t.code FROM nomination n JOIN award_type t ON t.record_id = n.award_type_id "
        "WHERE n.round_id = ? AND n.state <> 'withdrawn'",
        (round_id,),
    ).fetchall()
    return any(code in votes and votes[code].secret for (code,) in codes)


def _leads(members: Sequence[Member]) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for role in ("chair", "secretary"):
        one = next((member for member in members if member.role == role), None)
        if one is not None:
            found |= {role: one.who, f"{role}_words": one.name}
    return found


def _to_reviewing(found: Stored) -> list[Amend]:
    return [Amend(found.id, {"state": "reviewing"})] if found.values["state"] in ("", "open") else []


def _part(least: Fraction) -> str:
    """A part as it is said: "2/3", "80%"."""
    percent = least * 100
    return f"{percent.numerator}%" if percent.denominator == 1 else f"{least.numerator}/{least.denominator}"
