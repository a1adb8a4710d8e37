"""Tờ trình with its list of nominees, and the public notice: who is proposed for what, to whom."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from reports.awarding.award_making import AwardMaking
from reports.awarding.grounds import article, grounds, minutes_ground, punctuated
from reports.awarding.heads import (
    OPEN,
    body_head,
    chair_in_words,
    chair_signature,
    committee_head,
    day_words,
    numbered,
    open_number,
)
from reports.awarding.nominee_lists import AwardGroup, Counts, Naming, NomineeRow
from reports.prints import joined
from reports.wording.letterheads import office_name
from reports.wording.sentences import Piece, listed
from reports.wording.wording import traced
from reports.yearly.annual_report_context import Letterhead, Signature, Text
from ward.awarding.deciding import UNDECIDED
from ward.errors import UserError
from ward.year_entries import Entry

BASES = {
    "cong_trang": "khen thưởng công trạng",
    "dot_xuat": "khen thưởng đột xuất",
    "chuyen_de": "khen thưởng theo phong trào, chuyên đề",
    "cong_hien": "khen thưởng quá trình cống hiến",
    "nien_han": "khen thưởng niên hạn",
    "doi_ngoai": "khen thưởng đối ngoại",
}
OWN_LEVELS = ("phuong", "co_so")
PASSED = ("passed", "submitted", "returned", "granted", "lowered")
"""States of nominations that the council, if it was asked, let pass."""


@dataclass(frozen=True)
class Proposal:
    """A tờ trình and its annex.

    `office` proposes, `authority` decides; `basis` is the loại hình in words. `rows` are all nominees in one list,
    `groups` the same by what is proposed. `cited` is the tờ trình as the annex names it.
    """

    letterhead: Letterhead
    subject: Text
    addressees: tuple[Text, ...]
    grounds: tuple[Text, ...]
    office: Text
    authority: Text
    basis: Text
    counts: Counts
    groups: tuple[AwardGroup, ...]
    rows: tuple[NomineeRow, ...]
    attachments: tuple[Text, ...]
    cited: Text
    signature: Signature

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    def doubts(self) -> tuple[str, ...]:
        """What has no verified article to rest on."""
        unsure = ", ".join(str(group.award) or OPEN for group in self.groups if group.ground == OPEN)
        return (f"Chưa rõ điều, khoản của luật cho: {unsure}. Hãy điền vào tờ trình.",) if unsure else ()


def proposal(making: AwardMaking) -> Proposal:
    """The tờ trình of a submission, or of what a round proposes to one authority.

    Raises UserError when nothing stands in it, or when the round needs several.
    """
    submission = making.view.by_id.get(making.about.id) if making.about.kind == "submission" else None
    nominations = _proposed(making, submission)
    naming = Naming(making.words, making.view, as_proposed=True)
    own = submission is None and is_own(making, nominations[0])
    authority = _authority(making, submission, nominations[0])
    codes = frozenset(found["code"] for one in nominations if (found := making.view.award_type(one)))
    meeting = making.view.meetings[-1] if making.view.meetings else None
    return Proposal(
        letterhead=_head(making, submission, own),
        subject=subject_of(making, naming, nominations),
        addressees=(authority, *(("Sở Nội vụ",) if _to_province(making, submission, nominations[0]) else ())),
        grounds=punctuated((*grounds(making, codes), minutes_ground(making, meeting))),
        office=OPEN if own else office_name(making.words),
        authority=authority,
        basis=basis_of(making),
        counts=naming.counts(nominations),
        groups=naming.groups(nominations, lambda one: article(making, one)),
        rows=tuple(naming.row(one) for one in nominations),
        attachments=_attachments(making, naming, nominations, meeting),
        cited=_cited(making, submission, own),
        signature=Signature("", OPEN) if own else chair_signature(making.words),
    )


def subject_of(making: AwardMaking, naming: Naming, nominations: Sequence[Entry]) -> Text:
    """What is proposed or given, for a heading: “tặng danh hiệu “Lao động tiên tiến” năm 2026”."""
    givings = naming.givings(nominations)
    whole = "tặng danh hiệu thi đua, hình thức khen thưởng"
    said: Piece = whole if len(givings) > 2 else listed(givings)
    return joined([said, occasion(making)])


def occasion(making: AwardMaking) -> Text:
    """What it is given for, in a heading: the year, the movement, or nothing."""
    told = making.view.round
    if told["basis"] == "chuyen_de" and told["movement"]:
        named = making.view.names.of(told["movement"], making.view.day)
        return joined([" trong phong trào “", traced(named.text, named.uid, "name", "movement"), "”"])
    if told["basis"] == "cong_trang":
        return f" năm\u00a0{'-'.join(map(str, dict.fromkeys((making.view.years[0], making.view.years[-1]))))}"
    return " về thành tích đột xuất" if told["basis"] == "dot_xuat" else ""


def deed(making: AwardMaking) -> Text:
    """What recipients have done, as a decision says it of all of them: “đã có thành tích trong công tác năm 2026”."""
    told = making.view.round
    if told["basis"] == "dot_xuat":
        return "đã có thành tích xuất sắc đột xuất"
    if told["basis"] in ("cong_trang", "chuyen_de"):
        work = " trong công tác" if told["basis"] == "cong_trang" else ""
        return joined(["đã có thành tích", work, occasion(making)])
    return "đã có thành tích"


def basis_of(making: AwardMaking) -> Text:
    """The loại hình of the round in words: “khen thưởng công trạng”; "" when it is not said."""
    told = making.view.round
    return traced(BASES.get(told["basis"], ""), told.uid, "basis", "round")


def authority_words(making: AwardMaking, nomination: Entry) -> Text:
    """Who decides on what is proposed, with the ward's name where it is the ward's own chair."""
    chosen = making.view.award_type(nomination)
    if is_own(making, nomination):
        return chair_in_words(making.words)
    return traced(chosen["authority"], chosen.uid, "authority", "award_type") if chosen else OPEN


def _proposed(making: AwardMaking, submission: Entry | None) -> tuple[Entry, ...]:
    """The nominations of the paper, at least one, all for one authority."""
    standing = still_proposed(making.view.standing)
    if submission is not None:
        every = (one for one in making.view.nominations if one["state"] not in ("withdrawn", "failed"))
        linked = tuple(one for one in every if one["submission"] == submission.id)
        of_level = tuple(one for one in making.view.standing if _level(making, one) == submission["level"])
        standing = linked or still_proposed(of_level)
    if not standing:
        raise UserError("Chưa có đề nghị nào để trình. Hãy thêm đề nghị, hoặc xem lại các đề nghị đã rút.")
    if submission is not None:
        return standing
    own = still_proposed(tuple(one for one in making.view.standing if is_own(making, one)))
    authorities = dict.fromkeys(str(authority_words(making, one)) for one in standing)
    if not own and len(authorities) > 1:
        raise UserError(
            f"Đợt này đề nghị lên nhiều nơi quyết định: {'; '.join(authorities)}. "
            "Hãy ghi “Trình cấp trên” cho từng nơi, rồi lập tờ trình từ đó."
        )
    return own or standing


def still_proposed(standing: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Those of a round that its proposals name: what nobody has decided on yet; all of them once that is none.

    In a round that was opened again, who was granted stands in the papers of that decision only.
    """
    return voted_for(tuple(one for one in standing if one["state"] in UNDECIDED) or standing)


def voted_for(standing: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Those that the council let pass, and what became of them; all of them while it has not voted."""
    return tuple(one for one in standing if one["state"] in PASSED) or standing


def _level(making: AwardMaking, nomination: Entry) -> str:
    chosen = making.view.award_type(nomination)
    return str(chosen["level"]) if chosen else ""


def is_own(making: AwardMaking, nomination: Entry) -> bool:
    """Whether the ward's own chair decides on what is proposed."""
    return _level(making, nomination) in OWN_LEVELS


def _authority(making: AwardMaking, submission: Entry | None, nomination: Entry) -> Text:
    said = making.words.value(submission, "authority") if submission else ""
    return said or authority_words(making, nomination) or OPEN


def _to_province(making: AwardMaking, submission: Entry | None, nomination: Entry) -> bool:
    keeper = making.view.keeper
    level = submission["level"] if submission and submission["level"] else _level(making, nomination)
    return level == "tinh" and not (keeper and keeper.layout == "dang")


def _head(making: AwardMaking, submission: Entry | None, own: bool) -> Letterhead:
    """The committee's head; what goes to the ward's own chair comes from a body under it, which is not known."""
    if submission is None:
        return body_head(making.words, "", "TTr") if own else committee_head(making.words, "TTr")
    number = making.words.value(submission, "number")
    return committee_head(making.words, "TTr", number, day_words(submission, "sent_on"))


def _attachments(
    making: AwardMaking, naming: Naming, nominations: Sequence[Entry], meeting: Entry | None
) -> tuple[Text, ...]:
    counts = naming.counts(nominations)
    listing = joined(["Danh sách đề nghị khen thưởng (", counts.words, ")"])
    reports = joined(["Báo cáo thành tích (", counts.all, " báo cáo)"])
    proofs = f"Giấy tờ chứng minh thành tích: {OPEN}"
    return punctuated((listing, reports, minutes_ground(making, meeting), proofs))


def _cited(making: AwardMaking, submission: Entry | None, own: bool) -> Text:
    """“Tờ trình số 45/TTr-UBND ngày 05 tháng 12 năm 2026 của Ủy ban nhân dân phường …”, open where not known."""
    said = making.words.value(submission, "number") if submission else ""
    number = open_number(making.words, "TTr") if own else numbered(making.words, "TTr", said)
    day: Text = f"{OPEN} tháng {OPEN} năm {making.on.year}"
    if submission is not None:
        day = day_words(submission, "sent_on") or day
    office = OPEN if own else office_name(making.words)
    return joined(["Tờ trình số ", number, " ngày ", day, " của ", office])
