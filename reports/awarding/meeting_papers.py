"""The papers of a council's meeting: invitation, minutes, ballot paper, counting record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from forms.choices import VOTE_METHODS
from reports.awarding.attendance import (
    Attendance,
    MemberRow,
    attendance,
    council_name,
    council_of,
    council_signature,
    tellers,
)
from reports.awarding.award_making import AwardMaking
from reports.awarding.heads import OPEN, council_head, day_words
from reports.awarding.nominee_lists import Counts, Naming, NomineeRow
from reports.awarding.proposal_papers import subject_of
from reports.awarding.votes import VoteRow, before_the_council, open_votes, vote_rows
from reports.prints import Printed, joined
from reports.wording.sentences import Piece, capitalised, ended, keyed, sentence
from reports.wording.wording import as_number, traced
from reports.yearly.annual_report_context import Letterhead, Signature, Text
from ward.errors import UserError
from ward.year_entries import Entry


@dataclass(frozen=True)
class Meeting:
    """What every paper of a meeting says: the council, what it is about, when and where, who came.

    `decided_by` is the decision that made the council; `opening` the hour when it begins, `day` its day.
    """

    council: Text
    decided_by: Text
    subject: Text
    purpose: tuple[Text, ...]
    opening: Text
    closing: Text
    day: Text
    place: Text
    attendance: Attendance


@dataclass(frozen=True)
class MeetingPaper:
    """What the papers of a meeting begin and end with."""

    letterhead: Letterhead
    meeting: Meeting
    signature: Signature

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True)
class Invitation(MeetingPaper):
    """An invitation; `counts` says how many nominations are to be judged."""

    counts: Counts


@dataclass(frozen=True)
class Minutes(MeetingPaper):
    """The minutes. `dossiers`: all that came in; `unfit`: what was withdrawn before the vote, and why.

    `lowered` did not pass, but a lower award did.
    """

    dossiers: Counts
    unfit: tuple[Text, ...]
    opinions: tuple[Text, ...]
    method: Text
    votes: tuple[VoteRow, ...]
    passed: Counts
    lowered: Counts
    failed: Counts
    conclusion: tuple[Text, ...]

    def doubts(self) -> tuple[str, ...]:
        """Which votes stay open."""
        return open_votes(self.votes)


@dataclass(frozen=True)
class BallotPaper(MeetingPaper):
    """The paper that members vote on; a secret one has no place for a name."""

    secret: bool
    rows: tuple[NomineeRow, ...]


@dataclass(frozen=True)
class CountingRecord(MeetingPaper):
    """The counting record: the team, the papers given out, come back, valid, and the result."""

    secret: bool
    tellers: tuple[MemberRow, ...]
    issued: Text
    returned: Text
    valid: Text
    invalid: Text
    written: Text
    votes: tuple[VoteRow, ...]

    def doubts(self) -> tuple[str, ...]:
        """Which votes stay open."""
        return open_votes(self.votes)


def invitation(making: AwardMaking) -> Invitation:
    """Giấy mời họp Hội đồng. Raises UserError when the meeting is gone."""
    meeting, naming = _meeting(making), Naming(making.words, making.view, as_proposed=True)
    number, day = making.words.value(meeting, "invitation_number"), day_words(meeting, "invited_on")
    head = council_head(making.words, number, day, "GM")
    return Invitation(
        letterhead=head,
        meeting=_facts(making, meeting, naming),
        signature=council_signature(making, meeting),
        counts=naming.counts(before_the_council(making)),
    )


def minutes(making: AwardMaking) -> Minutes:
    """Biên bản họp Hội đồng."""
    meeting, naming = _meeting(making), Naming(making.words, making.view, as_proposed=True)
    head = council_head(making.words, making.words.value(meeting, "minutes_number"), day_words(meeting, "held_on"))
    facts = _facts(making, meeting, naming)
    results = {one["nomination"]: one["result"] for one in making.view.ballots_in(meeting.id)}
    told = making.view.nominations
    lowered = [one for one in told if results.get(one.id) == "failed" and one["lowered_to"]]
    passed = [one for one in told if results.get(one.id) == "passed"]
    failed = [one for one in told if results.get(one.id) == "failed" and one not in lowered]
    return Minutes(
        letterhead=head,
        meeting=facts,
        signature=council_signature(making, meeting),
        dossiers=naming.counts(making.view.nominations),
        unfit=tuple(_unfit(making, naming)),
        opinions=making.words.sentences(meeting, "opinions"),
        method=_method(meeting),
        votes=vote_rows(making, naming, meeting, facts.attendance.total),
        passed=naming.counts(passed),
        lowered=naming.counts(lowered),
        failed=naming.counts(failed),
        conclusion=making.words.sentences(meeting, "conclusion"),
    )


def ballot_paper(making: AwardMaking) -> BallotPaper:
    """Phiếu bầu, made from the list of what is voted on. Raises UserError when there is nothing to vote on."""
    meeting, naming = _meeting(making), Naming(making.words, making.view, as_proposed=True)
    nominations = _voted_on(making, meeting)
    head = council_head(making.words, "", day_words(meeting, "held_on"))
    facts = _facts(making, meeting, naming)
    return BallotPaper(
        letterhead=head,
        meeting=facts,
        signature=council_signature(making, meeting),
        secret=meeting["method"] == "secret",
        rows=tuple(naming.row(one) for one in nominations),
    )


def counting_record(making: AwardMaking) -> CountingRecord:
    """Biên bản kiểm phiếu."""
    meeting, naming = _meeting(making), Naming(making.words, making.view, as_proposed=True)
    head = council_head(making.words, "", day_words(meeting, "held_on"))
    facts = _facts(making, meeting, naming)
    returned, invalid = meeting["returned"], meeting["invalid"]
    valid = returned - (invalid or 0) if returned is not None else None
    return CountingRecord(
        letterhead=head,
        meeting=facts,
        signature=council_signature(making, meeting),
        secret=meeting["method"] == "secret",
        tellers=tellers(making, meeting),
        issued=_number(meeting, meeting["issued"], "issued"),
        returned=_number(meeting, returned, "returned"),
        valid=_number(meeting, valid, "returned"),
        invalid=_number(meeting, invalid, "invalid"),
        written=_written(meeting),
        votes=vote_rows(making, naming, meeting, facts.attendance.total),
    )


def _meeting(making: AwardMaking) -> Entry:
    found = making.view.by_id.get(making.about.id)
    if found is None:
        raise UserError("Cuộc họp này không còn trong đợt xét. Hãy mở lại đợt xét.")
    return found


def _voted_on(making: AwardMaking, meeting: Entry) -> Sequence[Entry]:
    ballots = making.view.ballots_in(meeting.id)
    voted = [making.view.by_id[one["nomination"]] for one in ballots] or list(before_the_council(making))
    if not voted:
        raise UserError("Chưa có đề nghị nào để Hội đồng bỏ phiếu. Hãy thêm đề nghị vào đợt xét.")
    return voted


def _facts(making: AwardMaking, meeting: Entry, naming: Naming) -> Meeting:
    nominations = before_the_council(making)
    subject: Text = making.words.value(making.view.round, "name")
    if nominations:
        subject = joined(["xét, đề nghị ", subject_of(making, naming, nominations)])
    return Meeting(
        council=council_name(making, meeting),
        decided_by=_founded(making, meeting),
        subject=subject,
        purpose=making.words.sentences(meeting, "purpose"),
        opening=_hour(making, meeting, "starts"),
        closing=_hour(making, meeting, "ends"),
        day=day_words(meeting, "held_on") or f"{OPEN} tháng {OPEN} năm {OPEN}",
        place=making.words.value(meeting, "place") or OPEN,
        attendance=attendance(making, meeting),
    )


def _founded(making: AwardMaking, meeting: Entry) -> Text:
    """“Quyết định số 12/QĐ-UBND ngày 05/01/2026”, the decision that made the council."""
    council = council_of(making, meeting)
    if council is None or not (council["decision_number"] or council["decided_on"] or council["document"]):
        return f"Quyết định số {OPEN} ngày {OPEN}"
    if council["document"]:
        return making.words.citation(council["document"], making.view.day, with_subject=False)
    number = making.words.value(council, "decision_number") or OPEN
    return joined(["Quyết định số ", number, " ", making.words.dated(council, "decided_on") or f"ngày {OPEN}"])


def _hour(making: AwardMaking, meeting: Entry, key: str) -> Text:
    return making.words.value(meeting, key) or f"{OPEN} giờ {OPEN}"


def _method(meeting: Entry) -> Text:
    return traced(VOTE_METHODS.get(meeting["method"], "").lower(), meeting.uid, "method", "meeting") or OPEN


def _unfit(making: AwardMaking, naming: Naming) -> Iterator[Text]:
    for one in making.view.nominations:
        if one["state"] in ("withdrawn", "supplement"):
            why = making.words.value(one, "state_reason")
            state = "đã rút" if one["state"] == "withdrawn" else "chờ bổ sung"
            said: list[Piece] = [naming.name(one), " (", naming.award(one) or OPEN, "): ", state]
            yield keyed(one.uid, ended(capitalised(sentence(*said, *([" – ", why] if why else [])))))


def _written(meeting: Entry) -> Text:
    """How many absent members gave a written opinion; "" for none."""
    number = sum(1 for row in meeting["attendance"] if row["presence"] == "written")
    return Printed.counted(as_number(number), of=[meeting.uid], what="Ý kiến bằng văn bản") if number else ""


def _number(meeting: Entry, number: int | None, field: str) -> Text:
    return OPEN if number is None else traced(as_number(number) if number else "0", meeting.uid, field, "meeting")
