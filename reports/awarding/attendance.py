"""Who sits in the council and who came to its meeting, as minutes and invitations name them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forms.choices import COUNCIL_ROLES, PRESENCES, TELLER_ROLES
from reports.awarding.award_making import AwardMaking
from reports.awarding.heads import OPEN
from reports.prints import Printed, Sentence
from reports.wording.sentences import keyed
from reports.wording.wording import as_number, traced
from reports.yearly.annual_report_context import Signature, Text
from ward.names import within
from ward.year_entries import Entry


@dataclass(frozen=True)
class MemberRow:
    """A member: name, office, role in the council or counting team, whether and why not there."""

    name: Text
    title: Text
    role: Text
    presence: Text = ""
    reason: Text = ""


@dataclass(frozen=True)
class Attendance:
    """The council at a meeting: all its members, how many there are and came, who was absent."""

    members: tuple[MemberRow, ...]
    total: Text
    present: Text
    away: Text
    absent: tuple[MemberRow, ...]
    chair: Text
    secretary: Text


def attendance(making: AwardMaking, meeting: Entry) -> Attendance:
    """Who came; where nobody was noted, the members of the council's term on the day, and dots for who came."""
    rows = _rows(making, meeting)
    noted = [row for owner, _, row in rows if owner.kind == "meeting"]
    known = bool(noted) and all(row["presence"] for row in noted)
    came = sum(1 for row in noted if row["presence"] == "present")
    members = tuple(_member(making, owner, place, row, meeting.day) for owner, place, row in rows)
    away = tuple(one for one, (_, _, row) in zip(members, rows, strict=True) if _is_away(row))
    return Attendance(
        members=members,
        total=_counted(len(rows), [meeting.uid], "Tổng số thành viên") if rows else OPEN,
        present=_counted(came, [meeting.uid], "Số thành viên có mặt") if known else OPEN,
        away=_counted(len(away), [meeting.uid], "Số thành viên vắng mặt") if known else OPEN,
        absent=away,
        chair=presiding(making, meeting) or OPEN,
        secretary=making.words.either(meeting, "secretary", "secretary_words") or _in_role(making, rows, "secretary"),
    )


def presiding(making: AwardMaking, meeting: Entry) -> Text:
    """Who presides: as the meeting says, else the council's chair; "" when neither is known."""
    said = making.words.either(meeting, "chair", "chair_words")
    return said or _in_role(making, _rows(making, meeting), "chair", "")


def tellers(making: AwardMaking, meeting: Entry) -> tuple[MemberRow, ...]:
    """The counting team with its head and witnesses."""
    return tuple(
        MemberRow(
            keyed(f"{meeting.uid}.teller{place}", making.words.row_name(meeting, "tellers", place, titles=False)),
            "",
            traced(TELLER_ROLES.get(row["role"], ""), meeting.uid, f"tellers[{place}].role", "meeting"),
        )
        for place, row in enumerate(meeting["tellers"])
    )


def council_of(making: AwardMaking, meeting: Entry | None) -> Entry | None:
    """The council that meets: the meeting's, else the round's; None when none was entered."""
    record = (meeting["council"] if meeting else None) or making.view.round["council"]
    return making.view.related.get(record)


def council_name(making: AwardMaking, meeting: Entry | None) -> Text:
    """The council inside a sentence."""
    council = council_of(making, meeting)
    return making.words.value(council, "name") if council else "Hội đồng Thi đua - Khen thưởng"


def council_signature(making: AwardMaking, meeting: Entry) -> Signature:
    """Who signs for the council: its chair, or a deputy for the chair."""
    chair = presiding(making, meeting)
    role = next((row["role"] for _, _, row in _rows(making, meeting) if row["who"] == meeting["chair"]), "")
    if role == "deputy":
        return Signature("TM. HỘI ĐỒNG", "PHÓ CHỦ TỊCH", chair, "KT. CHỦ TỊCH")
    return Signature("TM. HỘI ĐỒNG", "CHỦ TỊCH", chair)


def _rows(making: AwardMaking, meeting: Entry) -> list[tuple[Entry, int, dict[str, object]]]:
    """Each member's row, the record that it stands in, and its place there."""
    if meeting["attendance"]:
        return [(meeting, place, row) for place, row in enumerate(meeting["attendance"])]
    council = council_of(making, meeting)
    found: Sequence[dict[str, object]] = council["members"] if council else ()
    return [(council, place, row) for place, row in enumerate(found) if council and within(row, meeting.day)]


def _member(making: AwardMaking, owner: Entry, place: int, row: dict[str, object], day: str) -> MemberRow:
    field = "attendance" if owner.kind == "meeting" else "members"

    def told(key: str, labels: dict[str, str] | None = None) -> str:
        said = str(row.get(key) or "")
        return traced(labels.get(said, "") if labels else said, owner.uid, f"{field}[{place}].{key}", owner.kind)

    title = told("as_title")
    if not title and isinstance(row["who"], int):
        named = making.view.names.of(row["who"], day)
        title = traced(named.position, named.uid, "positions", "person")
    return MemberRow(
        keyed(f"{owner.uid}.{field}{place}", _name(making, owner, field, place)),
        title,
        told("role", COUNCIL_ROLES),
        told("presence", PRESENCES),
        told("reason"),
    )


def _name(making: AwardMaking, owner: Entry, field: str, place: int) -> Sentence:
    return making.words.row_name(owner, field, place, titles=False)


def _in_role(
    making: AwardMaking, rows: Iterable[tuple[Entry, int, dict[str, object]]], role: str, otherwise: str = OPEN
) -> Text:
    for owner, place, row in rows:
        if row["role"] == role:
            return _name(making, owner, "attendance" if owner.kind == "meeting" else "members", place)
    return otherwise


def _is_away(row: dict[str, object]) -> bool:
    return row.get("presence") in ("absent", "written")


def _counted(number: int, of: list[str], what: str) -> str:
    return Printed.counted(as_number(number), of=of, what=what)
