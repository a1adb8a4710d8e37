"""Đời khen thưởng: on one page, every award of a person, a household or a collective that the register holds."""

from dataclasses import dataclass, fields, replace

from reports.awarding.achievement_parts import Text
from reports.awarding.award_making import LoneMaking
from reports.awarding.nominee_facts import SEXES, head_name
from reports.awarding.past_awards import award_decision, award_name, award_year
from reports.prints import Printed, Sentence, joined
from reports.wording.award_giving import is_title
from reports.wording.letterheads import letterhead, signature
from reports.wording.sentences import Piece, capitalised, keyed, listed, sentence
from reports.wording.wording import Wording, as_number, traced
from reports.yearly.annual_report_context import Letterhead, Signature
from ward.awarding.recipient_view import recipients_view
from ward.awarding.recipients import Held, Recipient
from ward.dates import PartialDate, show_date

_STATES = {"proposed": "đang đề nghị", "refused": "không được khen", "cancelled": "đã hủy"}


@dataclass(frozen=True)
class LifeRow:
    """An award of any state; `remark` says what became of it where it was not simply granted."""

    year: Text
    name: Text
    reason: Text
    decision: Text
    remark: Text = ""


@dataclass(frozen=True)
class AwardLife:
    """The page as its template asks for it; `facts` say who it is, `counted` how much was granted."""

    letterhead: Letterhead
    name: Text
    facts: tuple[Text, ...]
    counted: Text
    rows: tuple[LifeRow, ...]
    signature: Signature

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def award_life(making: LoneMaking) -> AwardLife:
    """The page about a person, a unit or a household."""
    read = recipients_view(making.book.db, [making.about.id], (making.on.year,), making.on)
    recipient = next(iter(read.recipients.values()))
    words = Wording(read.view)
    head = replace(letterhead(words, "", making.on), number="")
    return AwardLife(
        head,
        capitalised(words.name(recipient.id, words.view.day)),
        tuple(_facts(words, recipient)),
        _counted(recipient),
        tuple(_row(words, recipient, held) for held in recipient.awards),
        signature(words),
    )


def _row(words: Wording, recipient: Recipient, held: Held) -> LifeRow:
    award = held.award
    reason = joined([words.value(award, "reason")])
    if not reason and award["movement"]:
        reason = capitalised(words.name(award["movement"], award.day))
    return LifeRow(
        award_year(held),
        keyed(award.uid, award_name(words, recipient, held)),
        reason,
        award_decision(words, held) if held.granted or award["state"] == "cancelled" else "",
        _remark(words, held),
    )


def _remark(words: Wording, held: Held) -> Sentence:
    award = held.award
    said: list[Piece] = [traced(_STATES.get(award["state"], ""), award.uid, "state", "award")]
    if award["state"] == "cancelled":
        said += [words.dated(award, "cancelled_on"), words.value(award, "cancelled_reason")]
    if award["state"] == "proposed":
        said.append(words.dated(award, "proposed_on"))
    if award["book_number"]:
        said.append(joined(["số sổ vàng ", words.value(award, "book_number")]))
    return capitalised(listed([piece for piece in said if str(piece)], "; ", "; "))


def _counted(recipient: Recipient) -> Text:
    """“02 danh hiệu thi đua và 03 hình thức khen thưởng”; cancelled and refused ones are not counted."""
    granted = [held for held in recipient.awards if held.granted]
    titles = [held.award.uid for held in granted if is_title(held.form)]
    forms = [held.award.uid for held in granted if not is_title(held.form)]
    parts = [
        joined([Printed.counted(as_number(len(uids)), of=uids, what=f"Số {noun}"), f"\u00a0{noun}"])
        for uids, noun in ((titles, "danh hiệu thi đua"), (forms, "hình thức khen thưởng"))
        if uids
    ]
    return listed(parts)


def _facts(words: Wording, recipient: Recipient) -> list[Sentence]:
    """Who it is, in a few lines; nothing is said of what no record knows."""
    entry = recipient.entry
    if recipient.kind == "person":
        posts = _posts(words, recipient)
        sex = traced(SEXES.get(entry["sex"], ""), entry.uid, "sex", "person")
        told: list[tuple[str, Piece]] = [
            ("Sinh: ", words.date(entry, "birth")),
            ("Giới tính: ", sex),
            ("Mất: ", words.date(entry, "death")),
            ("Chức vụ, đơn vị: ", posts),
            ("Nơi ở: ", words.value(entry, "residence")),
        ]
    elif recipient.kind == "household":
        told = [
            ("Chủ hộ: ", head_name(words, recipient.head, words.view.day)),
            ("Địa chỉ: ", words.value(entry, "address")),
            ("Thuộc: ", words.name(entry["unit"], words.view.day) if entry["unit"] else ""),
        ]
    else:
        parent = words.view.names.parent(entry.id, words.view.day)
        told = [
            ("Đơn vị cấp trên: ", capitalised(words.name(parent, words.view.day)) if parent else ""),
            ("Trụ sở: ", words.value(entry, "address")),
            ("Thành lập: ", words.date(entry, "founded")),
            ("Kết thúc hoạt động: ", words.date(entry, "ended")),
            ("Tên qua các thời kỳ: ", _old_names(recipient)),
        ]
    return [sentence(lead, value) for lead, value in told if str(value)]


def _posts(words: Wording, recipient: Recipient) -> str:
    named = words.view.names.of(recipient.id, words.view.day)
    return traced(named.position, named.uid, "positions", "person")


def _old_names(recipient: Recipient) -> Sentence:
    """The unit's names through time, where it had more than one."""
    rows = recipient.entry["names"]
    if len({row["name"] for row in rows}) < 2:
        return Sentence()
    told: list[Piece] = []
    for at, row in enumerate(rows):
        name = traced(row["name"], recipient.entry.uid, f"names[{at}].name", "unit")
        since = show_date(PartialDate(row["since"])) if row["since"] else ""
        told.append(joined([name, f" (từ {since})" if since else ""]))
    return listed(told, "; ", "; ")
