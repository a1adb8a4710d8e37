"""Counting ballots twice, each without the other, and comparing the two."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SqliteDatabase

from ward.awarding.meetings import Attending, attending_of, meeting_of, unlocked
from ward.awarding.outcome import needed
from ward.book import Book
from ward.edits import Add, Amend, Change, Edit
from ward.errors import UserError
from ward.loading import Stored, values_of
from ward.lookups import LIVING
from ward.text import fold

SIDES = {1: "first", 2: "second"}
VOTED_ON = ("nominated", "returned", "")
"""States in which a nomination waits for the council."""


@dataclass(frozen=True, slots=True)
class Count:
    """What one counting found for a nomination."""

    nomination: int
    agree: int
    disagree: int = 0
    invalid: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """The written opinions of absent members on a nomination."""

    nomination: int
    agree: int
    disagree: int = 0


@dataclass(frozen=True, slots=True)
class CountDifference:
    """A nomination on which the two countings differ; a counting that is missing is None."""

    nomination: int
    name: str
    first: Count | None
    second: Count | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The two countings side by side: `agree` when both are whole and the same.

    An open vote (a show of hands) is counted once; a second counting of it is compared all the same.
    """

    agree: bool
    differences: tuple[CountDifference, ...]
    doubts: tuple[str, ...]


def to_count(db: SqliteDatabase, meeting: int) -> list[tuple[int, str, str]]:
    """The nominations that a meeting votes on, in the list's order: record, name, award.

    Once its result is locked they are those that it voted on.
    """
    found = meeting_of(db, meeting)
    waiting = () if found.values["locked_at"] else VOTED_ON
    rows = db.execute_sql(
        "SELECT n.record_id, COALESCE(NULLIF(n.nominee_words, ''), wr.title, ''), "
        "COALESCE(NULLIF(n.form_words, ''), tr.title, '') "
        "FROM nomination n CROSS JOIN record r ON r.id = n.record_id LEFT JOIN record wr ON wr.id = n.nominee_id "
        f"LEFT JOIN record tr ON tr.id = n.award_type_id WHERE n.round_id = ? AND {LIVING} "
        "AND (n.state IN (SELECT value FROM json_each(?)) OR n.record_id IN "
        "(SELECT b.nomination_id FROM ballot b JOIN record br ON br.id = b.record_id "
        "WHERE b.meeting_id = ? AND br.binned = 0 AND n.state <> 'withdrawn')) "
        "ORDER BY n.place_in_list, n.record_id",
        (found.values["round"], json.dumps(waiting), meeting),
    )
    return [(record, name, award) for record, name, award in rows]


def note_papers(book: Book, meeting: int, *, issued: int, returned: int, invalid: int = 0) -> Change:
    """Notes how many ballot papers were given out, came back, and were not valid as a whole.

    Raises: UserError when more came back than were given out, or more were given out than members came.
    """
    found = unlocked(book.db, meeting)
    present = _present(attending_of(book.db, found))
    if min(issued, returned, invalid) < 0:
        raise UserError("Số phiếu không thể âm. Hãy kiểm tra lại.")
    if issued > present:
        raise UserError(f"Phát ra {issued} phiếu nhưng chỉ có {present} thành viên có mặt. Hãy kiểm tra điểm danh.")
    if returned > issued or invalid > returned:
        raise UserError("Số phiếu thu về nhiều hơn số phát ra, hoặc phiếu không hợp lệ nhiều hơn số thu về. Hãy sửa.")
    values = {"issued": issued, "returned": returned, "invalid": invalid}
    return book.write(f"Ghi số phiếu – {found.title}", [Amend(meeting, values)])


def enter_count(book: Book, meeting: int, which: int, by: str, counts: Sequence[Count]) -> Change:
    """Enters the first (1) or second (2) counting as one act; neither needs or shows the other.

    Raises: UserError when the result is locked, the counter is not named, or the sums cannot be.
    """
    found = unlocked(book.db, meeting)
    by = needed(by, "Chưa ghi ai kiểm phiếu. Hãy ghi tên người kiểm rồi nhập.")
    names = {record: name for record, name, _ in to_count(book.db, meeting)}
    members = attending_of(book.db, found)
    for count in counts:
        if count.nomination not in names:
            raise UserError("Có đề nghị không thuộc cuộc họp này. Hãy mở lại danh sách bỏ phiếu.")
        _check_sum(found, members, names[count.nomination], count)
    side = SIDES[which]
    given = {
        count.nomination: {
            f"{side}_agree": count.agree,
            f"{side}_disagree": count.disagree,
            f"{side}_invalid": count.invalid,
        }
        for count in counts
    }
    edits = [*_ballot_edits(book.db, found, given), Amend(meeting, {f"{side}_by": by})]
    return book.write(f"Nhập kiểm phiếu lần {which} – {found.title}", edits)


def enter_written(book: Book, meeting: int, opinions: Sequence[Written]) -> Change:
    """Enters the written opinions of absent members. Raises UserError when there are more than such members."""
    found = unlocked(book.db, meeting)
    members = attending_of(book.db, found)
    for one in opinions:
        _check_written(found, members, one)
    given = {one.nomination: {"written_agree": one.agree, "written_disagree": one.disagree} for one in opinions}
    edits = _ballot_edits(book.db, found, given)
    return book.write(f"Nhập ý kiến bằng văn bản – {found.title}", edits)


def enter_lower(book: Book, meeting: int, nomination: int, lower_type: int, agree: int) -> Change:
    """Enters the vote on a lower award for a nomination. Raises UserError for more votes than members."""
    found = unlocked(book.db, meeting)
    members = len(attending_of(book.db, found))
    if not 0 <= agree <= members:
        raise UserError(f"Có {agree} phiếu cho mức thấp hơn, nhưng Hội đồng có {members} thành viên. Hãy sửa lại.")
    edits = _ballot_edits(book.db, found, {nomination: {"lower_type": lower_type, "lower_agree": agree}})
    return book.write(f"Nhập biểu quyết mức thấp hơn – {found.title}", edits)


def compare_counts(db: SqliteDatabase, meeting: int) -> Comparison:
    """The two countings of a meeting, compared."""
    found = meeting_of(db, meeting)
    ballots = ballots_of(db, meeting)
    once = found.values["method"] == "open" and not any(_count(row, "second") for row in ballots.values())
    differences = []
    for record, name, _ in to_count(db, meeting):
        row = ballots.get(record, {})
        first, second = _count(row, "first"), _count(row, "second")
        if first is None or (second is None and not once) or (second is not None and first != second):
            differences.append(CountDifference(record, name, first, second, _differs(name, first, second)))
    doubts = []
    if fold(found.values["first_by"]) == fold(found.values["second_by"]) and found.values["second_by"]:
        doubts.append("Hai lần kiểm phiếu do cùng một người nhập. Hãy để người khác kiểm lần 2.")
    return Comparison(not differences and bool(ballots), tuple(differences), tuple(doubts))


def refuse_impossible(db: SqliteDatabase, found: Stored) -> None:
    """Raises UserError where what was counted can no longer be: who came was changed after the counting."""
    members, ballots = attending_of(db, found), ballots_of(db, found.id)
    for record, name, _ in to_count(db, found.id):
        row = ballots.get(record, {})
        for side in SIDES.values():
            if count := _count(row, side):
                _check_sum(found, members, name, count)
        agree, disagree = row.get("written_agree") or 0, row.get("written_disagree") or 0
        _check_written(found, members, Written(record, agree, disagree))


def ballots_of(db: SqliteDatabase, meeting: int) -> dict[int, dict[str, Any]]:
    """The ballots of a meeting with all their fields and their record ("id"), by nomination."""
    rows = db.execute_sql(
        "SELECT b.record_id FROM ballot b CROSS JOIN record r ON r.id = b.record_id "
        f"WHERE b.meeting_id = ? AND {LIVING} ORDER BY b.record_id",
        (meeting,),
    )
    values = values_of(db, "ballot", [record for (record,) in rows.fetchall()])
    return {row["nomination"]: {**row, "id": record} for record, row in values.items()}


def conflicts_of(found: Stored, members: Sequence[Attending], nomination: int) -> list[Attending]:
    """The members who came but do not vote on a nomination."""
    persons = {(row["who"], row["words"] if row["who"] is None else "") for row in found.values["conflicts"]
               if row["nomination"] == nomination}  # fmt: skip
    return [one for one in members if (one.who, one.name if one.who is None else "") in persons]


def _check_sum(found: Stored, members: Sequence[Attending], name: str, count: Count) -> None:
    """A counting never has more ballots than members who came and may vote, and has all that came back."""
    total = count.agree + count.disagree + count.invalid
    if min(count.agree, count.disagree, count.invalid) < 0:
        raise UserError(f"“{name}”: số phiếu không thể âm. Hãy kiểm tra lại.")
    apart = _present(conflicts_of(found, members, count.nomination))
    voters = _present(members) - apart
    if total > voters:
        raise UserError(
            f"“{name}”: cộng lại {total} phiếu, nhưng chỉ {voters} thành viên có mặt được bỏ phiếu. "
            "Hãy kiểm tra số phiếu hoặc điểm danh."
        )
    returned = found.values["returned"]
    if found.values["method"] == "secret" and returned is not None and not returned - apart <= total <= returned:
        raise UserError(
            f"“{name}”: đồng ý, không đồng ý và không hợp lệ cộng lại {total} phiếu, nhưng thu về {returned} phiếu. "
            "Hãy đếm lại."
        )


def _check_written(found: Stored, members: Sequence[Attending], one: Written) -> None:
    """No more opinions than absent members who sent one and may vote on the nomination."""
    apart = conflicts_of(found, members, one.nomination)
    most = sum(member.presence == "written" for member in members if member not in apart)
    if min(one.agree, one.disagree) < 0 or one.agree + one.disagree > most:
        raise UserError(
            f"Ghi {one.agree + one.disagree} ý kiến văn bản, nhưng điểm danh có {most} người vắng gửi ý kiến"
            f"{' mà không có liên quan' if apart else ''}. Hãy sửa điểm danh hoặc số ý kiến."
        )


def _ballot_edits(db: SqliteDatabase, found: Stored, given: Mapping[int, Mapping[str, Any]]) -> list[Edit]:
    """The edits that put these values into the ballots of a meeting, made where they are not there yet."""
    there = ballots_of(db, found.id)
    types = dict(
        db.execute_sql(
            "SELECT record_id, award_type_id FROM nomination WHERE record_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(given)),),
        ).fetchall()
    )
    edits: list[Edit] = []
    for nomination, values in given.items():
        if nomination in there:
            edits.append(Amend(there[nomination]["id"], values))
        else:
            shared = {"meeting": found.id, "nomination": nomination, "award_type": types.get(nomination)}
            edits.append(Add("ballot", {**shared, **values, "years": found.years}))
    return edits


def _count(row: Mapping[str, Any], side: str) -> Count | None:
    if row.get(f"{side}_agree") is None:
        return None
    cells = (row[f"{side}_{part}"] or 0 for part in ("agree", "disagree", "invalid"))
    return Count(row["nomination"], *cells)


def _differs(name: str, first: Count | None, second: Count | None) -> str:
    if first is None or second is None:
        which = "lần 1" if first is None else "lần 2"
        return f"“{name}” chưa có kết quả kiểm {which}. Hãy nhập đủ hai lần."
    told = [f"{one.agree} đồng ý, {one.disagree} không đồng ý, {one.invalid} không hợp lệ" for one in (first, second)]
    return f"“{name}”: lần 1 là {told[0]}; lần 2 là {told[1]}. Hãy đếm lại phiếu của đề nghị này."


def _present(members: Sequence[Attending]) -> int:
    return sum(one.presence == "present" for one in members)
