"""How a meeting voted, as minutes and counting records say it; what is not counted twice alike stays open."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from forms.choices import BALLOT_RESULTS
from reports.awarding.award_making import AwardMaking
from reports.awarding.heads import OPEN
from reports.awarding.nominee_lists import Naming
from reports.prints import Printed, joined
from reports.wording.sentences import keyed
from reports.wording.wording import as_number, traced
from reports.yearly.annual_report_context import Text
from ward.year_entries import Entry

_STANDING = ("nominated", "supplement", "passed", "failed", "submitted", "returned", "granted", "lowered", "refused")


@dataclass(frozen=True)
class VoteRow:
    """A line of the result: who, for what, votes for and against, of how many members, percent, conclusion."""

    name: Text
    title: Text
    award: Text
    agree: Text
    disagree: Text
    members: Text
    percent: Text
    conclusion: Text


def vote_rows(making: AwardMaking, naming: Naming, meeting: Entry, total: Text) -> tuple[VoteRow, ...]:
    """The result of each nomination in the order of the list; dots where a meeting has not been counted yet."""
    ballots = making.view.ballots_in(meeting.id)
    if ballots:
        once = counted_once(meeting, ballots)
        return tuple(_row(making, naming, one, once) for one in ballots)
    return tuple(
        VoteRow(row.name, row.title, row.award, OPEN, OPEN, total, OPEN, OPEN)
        for row in map(naming.row, before_the_council(making))
    )


def open_votes(votes: Sequence[VoteRow]) -> tuple[str, ...]:
    """That results are left open, where two countings are missing or differ."""
    number = sum(1 for row in votes if row.agree == OPEN)
    if not number:
        return ()
    return (f"{number} đề nghị chưa có kết quả kiểm phiếu khớp nhau qua hai lần kiểm nên để trống.",)


def before_the_council(making: AwardMaking) -> tuple[Entry, ...]:
    """The nominations that a council votes on: all that were neither withdrawn nor cancelled."""
    return tuple(one for one in making.view.nominations if not one["state"] or one["state"] in _STANDING)


def counted_once(meeting: Entry, ballots: Sequence[Entry]) -> bool:
    """Whether one counting is enough: a show of hands that nobody counted again."""
    return meeting["method"] == "open" and all(one["second_agree"] is None for one in ballots)


def settled(ballot: Entry, key: str, once: bool) -> int | None:
    """What both countings found (or the only one that is asked for); None while one is missing or they differ."""
    first, second = ballot[f"first_{key}"], ballot[f"second_{key}"]
    return int(first) if first is not None and (once or first == second) else None


def percent(part: int, whole: int) -> str:
    """A share with at most two decimals: "88,89%", "100%"."""
    exact = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{exact:f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def _row(making: AwardMaking, naming: Naming, ballot: Entry, once: bool) -> VoteRow:
    nomination = making.view.by_id[ballot["nomination"]]
    members = ballot["members"]
    agree, disagree = settled(ballot, "agree", once), settled(ballot, "disagree", once)
    agree = None if agree is None else agree + (ballot["written_agree"] or 0)
    disagree = None if disagree is None else disagree + (ballot["written_disagree"] or 0)
    share = percent(agree, members) if agree is not None and members else ""
    line = naming.row(nomination)
    chosen = making.view.related.get(ballot["award_type"])
    return VoteRow(
        name=keyed(ballot.uid, line.name),
        title=line.title,
        award=traced(chosen["name"], chosen.uid, "name", "award_type") if chosen else line.award,
        agree=_told(ballot, agree, "first_agree"),
        disagree=_told(ballot, disagree, "first_disagree"),
        members=_told(ballot, members, "members"),
        percent=Printed.counted(share, of=[ballot.uid], field="share", what="Tỷ lệ phiếu") if share else OPEN,
        conclusion=_conclusion(making, ballot),
    )


def _told(ballot: Entry, number: int | None, field: str) -> Text:
    return OPEN if number is None else traced(as_number(number) if number else "0", ballot.uid, field, "ballot")


def _conclusion(making: AwardMaking, ballot: Entry) -> Text:
    if not ballot["result"]:
        return OPEN
    said = traced(BALLOT_RESULTS.get(ballot["result"], ""), ballot.uid, "result", "ballot")
    lower = making.view.related.get(ballot["lower_type"])
    if lower is None or ballot["lower_agree"] is None:
        return said
    name = traced(lower["name"], lower.uid, "name", "award_type")
    votes = traced(as_number(ballot["lower_agree"]), ballot.uid, "lower_agree", "ballot")
    return joined([said, "; mức ", name, ": ", votes, " phiếu đồng ý"])
