"""Quyết định khen thưởng with its list, and the notice that makes a list public."""

from dataclasses import dataclass, fields

from reports.awarding.award_making import AwardMaking
from reports.awarding.granted import Granted, GrantedGroup, GrantedRow, counts, granted, groups
from reports.awarding.grounds import grounds, punctuated
from reports.awarding.heads import (
    OPEN,
    chair_in_words,
    chair_signature,
    committee_head,
    day_words,
    is_party,
    issuing_chair,
    numbered,
)
from reports.awarding.nominee_lists import AwardGroup, Counts, Naming, NomineeRow
from reports.awarding.prizes import amounts, total
from reports.awarding.proposal_papers import still_proposed, subject_of
from reports.prints import joined
from reports.wording.letterheads import office_name, signature
from reports.wording.sentences import Piece, listed
from reports.wording.signers import FOR_THE_CHAIR, signer_of
from reports.wording.wording import traced
from reports.yearly.annual_report_context import Letterhead, Signature, Text
from ward.errors import UserError
from ward.year_entries import Entry

FEW = 3
"""With at most so many, the decision names them in its first article and has no list."""
_OF_KIND = {"collectives": "tập thể", "persons": "cá nhân", "households": "hộ gia đình"}


@dataclass(frozen=True)
class Decision:
    """A decision. `chair` decides, in capitals (`chair_words`: in a sentence); `proposed_by` is the last ground;
    `total` is all prizes in đồng.

    `listed`: whether a list stands behind it; `prized`: whether it speaks of money; `last` the number of the article
    about who carries it out; `executors` the kinds of recipient that this article names; `cited` the decision as its
    list names it.
    """

    letterhead: Letterhead
    chair: Text
    chair_words: Text
    subject: Text
    grounds: tuple[Text, ...]
    proposed_by: Text
    counts: Counts
    groups: tuple[GrantedGroup, ...]
    rows: tuple[GrantedRow, ...]
    listed: bool
    prized: bool
    total: Text
    total_words: Text
    last: str
    executors: Text
    cited: Text
    signature: Signature

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    def doubts(self) -> tuple[str, ...]:
        """That prizes are not known, so that the whole is not printed."""
        unknown = self.prized and not self.total
        return ("Có mức tiền thưởng chưa rõ nên không in tổng số. Hãy ghi số tiền rồi lập lại.",) if unknown else ()


@dataclass(frozen=True)
class PublicNotice:
    """A notice with a list: who is proposed (`decided` false), or whom a decision has given what."""

    letterhead: Letterhead
    office: Text
    subject: Text
    decided: bool
    decision: Text
    counts: Counts
    groups: tuple[AwardGroup, ...]
    rows: tuple[NomineeRow, ...]
    cultured_families: bool
    signature: Signature

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def decision(making: AwardMaking) -> Decision:
    """The decision of a document, or what a round is to decide. Raises UserError as `granted`."""
    found = granted(making)
    naming = Naming(making.words, making.view)
    told = counts(making, found)
    paid = amounts(making, found)
    given = groups(making, found, paid, few=FEW)
    whole, in_words = total((paid[one.uid], award or one) for one, award in found.pairs)
    prized = any(paid.values()) or any(_has_prize(making, one) for one in found.nominations)
    codes = frozenset(chosen["code"] for one in found.nominations if (chosen := naming.award_type(one)))
    return Decision(
        letterhead=_head(making, found),
        chair=issuing_chair(making.words),
        chair_words=chair_in_words(making.words),
        subject=subject_of(making, naming, found.nominations),
        grounds=punctuated(grounds(making, codes, own_decision=True), last=";"),
        proposed_by=f"Theo đề nghị của {OPEN} tại Tờ trình số {OPEN} ngày {OPEN}",
        counts=told,
        groups=given,
        rows=tuple(row for group in given for row in group.rows),
        listed=len(found.pairs) > FEW,
        prized=prized,
        total=whole,
        total_words=in_words,
        last="3" if prized else "2",
        executors=_executors(told),
        cited=cited(making, found),
        signature=_signature(making, found),
    )


def public_notice(making: AwardMaking) -> PublicNotice:
    """The notice of a round's list, or of what a decision has given. Raises UserError when it would name nobody."""
    decided = making.about.kind == "document"
    naming = Naming(making.words, making.view, as_proposed=not decided)
    found = granted(making) if decided else Granted(None, ())
    nominations = found.nominations or still_proposed(making.view.standing)
    if not nominations:
        raise UserError("Chưa có ai trong danh sách để công khai. Hãy thêm đề nghị vào đợt xét.")
    codes = {chosen["code"] for one in nominations if (chosen := naming.award_type(one))}
    return PublicNotice(
        letterhead=committee_head(making.words, "TB"),
        office=office_name(making.words),
        subject=subject_of(making, naming, nominations),
        decided=decided,
        decision=cited(making, found) if decided else "",
        counts=naming.counts(nominations),
        groups=naming.groups(nominations),
        rows=tuple(naming.row(one) for one in nominations),
        cultured_families=codes == {"gia_dinh_van_hoa"},
        signature=signature(making.words),
    )


def cited(making: AwardMaking, found: Granted) -> Text:
    """“Quyết định số 123/QĐ-UBND ngày 05 tháng 12 năm 2026”, open where not known."""
    document = found.document
    number = numbered(making.words, "QĐ", making.words.value(document, "number") if document else "")
    day: Text = f"{OPEN} tháng {OPEN} năm {making.on.year}"
    if document is not None:
        day = day_words(document, "issued_on") or day
    return joined(["Quyết định số ", number, " ngày ", day])


def _head(making: AwardMaking, found: Granted) -> Letterhead:
    if found.document is None:
        return committee_head(making.words, "QĐ")
    number = making.words.value(found.document, "number")
    return committee_head(making.words, "QĐ", number, day_words(found.document, "issued_on"))


def _signature(making: AwardMaking, found: Granted) -> Signature:
    """Who signs for the chair on the paper's day; a decision that names its signer is signed so."""
    own = chair_signature(making.words)
    signer = signer_of(found.document["participants"]) if found.document else None
    if found.document is None or signer is None or signer.name == str(own.name):
        return own
    field = f"participants[{signer.row}]"
    name = traced(signer.name, found.document.uid, f"{field}.words", "document")
    post = traced(signer.post, found.document.uid, f"{field}.as_title", "document")
    if is_party(making.words):
        return Signature(own.authority, post or own.post, name)
    return Signature(FOR_THE_CHAIR if signer.is_deputy else "", post or own.post, name)


def _has_prize(making: AwardMaking, nomination: Entry) -> bool:
    """Whether money goes with what is given; where the rules do not know it, a place is kept for it."""
    chosen = making.view.award_type(nomination)
    rule = making.pack.award(chosen["code"]) if chosen else None
    return rule is None or bool(rule.prizes)


def _executors(told: Counts) -> Text:
    """“tập thể, cá nhân”: the kinds that are named in the decision."""
    kinds: list[Piece] = [word for key, word in _OF_KIND.items() if getattr(told, key)]
    return listed(kinds, ", ") if kinds else "đối tượng"
