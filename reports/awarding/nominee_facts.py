"""Who a nominee is on the paper's day, and the head of the nominee's own report."""

import datetime as dt
from dataclasses import replace

from reports.awarding.achievement_parts import CollectiveFacts, HouseholdFacts, PersonFacts, Text
from reports.awarding.nominees import Nominee, nominee_name
from reports.prints import Sentence, joined
from reports.wording.letterheads import letterhead
from reports.wording.sentences import Piece, capitalised
from reports.wording.wording import Wording, as_number, spelt, traced
from reports.yearly.annual_report_context import Letterhead
from ward.awarding.recipients import Recipient
from ward.names import on_day, within
from ward.year_entries import Entry

OPEN = "…"
SEXES = {"nam": "Nam", "nu": "Nữ"}
_TERRITORIES = ("phường", "xã", "thị trấn", "đặc khu", "quận", "huyện", "thị xã", "thành phố", "tỉnh")
_OTHER_LINES = ("đảng bộ", "đảng ủy", "chi bộ", "Mặt trận Tổ quốc", "đoàn thể")
"""Kinds of unit that stand under no people's committee."""


def own_letterhead(nominee: Nominee) -> Letterhead:
    """The head of a report that the nominee issues: the body above, the own unit; it bears no number."""
    words, recipient = nominee.words, nominee.recipient
    head = letterhead(words, "", nominee.on)
    if recipient is None:
        return Letterhead((OPEN,), "", head.place_and_date, _keeping_committee(words))
    unit = _unit_of(nominee, recipient)
    if unit is None:
        return Letterhead((OPEN,), "", head.place_and_date, _keeping_committee(words))
    return unit_letterhead(words, unit, nominee.on)


def unit_letterhead(words: Wording, unit: int, on: dt.date) -> Letterhead:
    """The head of a paper that a unit issues: the body above it, itself; it bears no number."""
    day = words.view.day
    parent = words.view.names.parent(unit, day)
    head = letterhead(words, "", on)
    return Letterhead(
        (_upper(body_name(words, unit, day)),), "", head.place_and_date, _superior(words, unit, parent, day)
    )


def body_name(words: Wording, unit: int, day: str) -> Sentence:
    """A unit as a body that issues papers: a ward stands for its people's committee."""
    named = words.view.names.of(unit, day)
    own = traced(named.text, named.uid, "names", "unit")
    if words.view.names.unit_kind(unit, day) in _TERRITORIES and own:
        return joined(["Ủy ban nhân dân ", spelt(own, own[0].lower() + own[1:])])
    return joined([own or OPEN])


def collective_facts(nominee: Nominee) -> CollectiveFacts:
    """A collective; only its name where no record stands behind it."""
    name, recipient = capitalised(nominee_name(nominee)), nominee.recipient
    if recipient is None or recipient.kind != "unit":
        return CollectiveFacts(name)
    words, entry = nominee.words, recipient.entry
    parent = words.view.names.parent(entry.id, nominee.day)
    return CollectiveFacts(
        name,
        words.value(entry, "address"),
        words.date(entry, "founded"),
        words.name(parent, nominee.day) if parent else "",
    )


def person_facts(nominee: Nominee) -> PersonFacts:
    """A person; the post is the one that the nomination names, else those held on the day."""
    name, recipient = nominee_name(nominee), nominee.recipient
    title = nominee.words.value(nominee.nomination, "as_title")
    if recipient is None or recipient.kind != "person":
        return PersonFacts(name, post=title)
    return replace(_of_person(nominee.words, recipient.entry, nominee.day, title), name=name)


def household_facts(nominee: Nominee) -> HouseholdFacts:
    """A household and its head; a head who died is named with the year of death."""
    words, recipient = nominee.words, nominee.recipient
    name = capitalised(nominee_name(nominee))
    if recipient is None or recipient.kind != "household":
        return HouseholdFacts(name)
    entry, head = recipient.entry, recipient.head
    members = traced(as_number(entry["members"]), entry.uid, "members", "household") if entry["members"] else ""
    unit = words.name(entry["unit"], nominee.day) if entry["unit"] else ""
    return HouseholdFacts(
        name,
        head_name(words, head, nominee.day),
        words.date(head, "birth") if head else "",
        words.value(entry, "address"),
        unit,
        members,
    )


def head_name(words: Wording, head: Entry | None, day: str) -> Text:
    """The head of a household; one who died with the day of it."""
    if head is None:
        return ""
    named = words.name(head.id, day)
    died = joined([" (đã mất ", words.dated(head, "death"), ")"]) if head["death"] else Sentence()
    return named + died


def reporter(nominee: Nominee) -> Text:
    """Who signs the nominee's own report: the person, or the head of the household; nobody for the dead."""
    recipient = nominee.recipient
    if nominee.nomination["posthumous"]:
        return ""
    if recipient is None or recipient.kind == "person":
        died = recipient is not None and recipient.entry["death"]
        return "" if died or nominee.group != "ca_nhan" else nominee_name(nominee)
    head = recipient.head
    return nominee.words.name(head.id, nominee.day) if head and not head["death"] else ""


def _of_person(words: Wording, entry: Entry, day: str, title: str) -> PersonFacts:
    held = [(at, row) for at, row in enumerate(entry["positions"]) if within(row, day)]
    posts = [traced(row["title"], entry.uid, f"positions[{at}].title", "person") for at, row in held if row["title"]]
    return PersonFacts(
        name=words.name(entry.id, day),
        birth=words.date(entry, "birth"),
        sex=traced(SEXES.get(entry["sex"], ""), entry.uid, "sex", "person"),
        hometown=words.value(entry, "hometown"),
        residence=words.value(entry, "residence"),
        unit=_units_of(words, entry, held, day),
        post=title or _listed(posts),
        education=words.value(entry, "education"),
        rank=words.value(entry, "rank"),
        phone=words.value(entry, "phone"),
        death=words.date(entry, "death"),
    )


def _units_of(words: Wording, entry: Entry, held: list[tuple[int, dict[str, object]]], day: str) -> Text:
    named: dict[str, Piece] = {}
    for at, row in held:
        said: Piece = traced(str(row["unit_words"]), entry.uid, f"positions[{at}].unit_words", "person")
        if not said and isinstance(row["unit"], int):
            said = words.name(row["unit"], day)
        if said:
            named.setdefault(str(said), said)
    return capitalised(_listed(list(named.values()))) if named else ""


def _listed(pieces: list[Piece] | list[str]) -> Sentence:
    told: list[Piece] = []
    for at, piece in enumerate(pieces):
        told += [", ", piece] if at else [piece]
    return joined(told)


def _unit_of(nominee: Nominee, recipient: Recipient) -> int | None:
    """The unit in whose name the report goes out: the collective, that of the person's post, the neighbourhood."""
    if recipient.kind == "unit":
        return recipient.id
    if recipient.kind == "household":
        return int(recipient.entry["unit"]) if recipient.entry["unit"] else None
    row = on_day([row for row in recipient.entry["positions"] if row["unit"]], nominee.day)
    return int(row["unit"]) if row else None


def _superior(words: Wording, unit: int, parent: int | None, day: str) -> Text:
    """The body above a unit; left open where the unit is of another line than the one that it stands under."""
    if parent is None:
        return OPEN
    kind, above = (words.view.names.unit_kind(one, day) for one in (unit, parent))
    return OPEN if kind in _OTHER_LINES and above in _TERRITORIES else _upper(body_name(words, parent, day))


def _keeping_committee(words: Wording) -> Text:
    keeper = words.view.keeper
    return _upper(body_name(words, keeper.unit, words.view.day)) if keeper and keeper.unit else OPEN


def _upper(name: Sentence) -> Sentence:
    return Sentence(tuple(piece.upper() for piece in name.pieces))
