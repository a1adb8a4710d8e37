"""Section III of an achievement report: the titles and commendations of the register, each with its decision."""

import datetime as dt
from collections.abc import Callable

from reports.awarding.achievement_parts import PastAwardRow, PastAwards
from reports.prints import Sentence, joined
from reports.wording.award_giving import form_name, giver, is_title
from reports.wording.award_wording import NEUTRAL
from reports.wording.sentences import Piece, keyed, sentence
from reports.wording.wording import Wording, traced
from ward.awarding.recipients import Held, Recipient
from ward.dates import PartialDate, show_date
from ward.text import fold
from ward.year_entries import Entry

OPEN = "…"
_EXTENTS = {"partly": "một phần nhập vào", "mostly": "phần lớn nhập vào"}
_NOUNS = {10: "ngày ", 7: "tháng ", 4: "năm "}


def past_awards(
    words: Wording, recipient: Recipient | None, on: dt.date, nomination: Entry | None = None
) -> PastAwards:
    """What the recipient, and the units merged into it, were granted until the day `on`.

    What came of `nomination` itself is not among them, nor anything that was only proposed, refused or cancelled.
    """
    held = [one for one in recipient.awards if is_past(one, on, nomination)] if recipient else []
    rows = [(is_title(one.form), past_row(words, recipient, one)) for one in held] if recipient else []
    titles = tuple(row for title, row in rows if title)
    return PastAwards(titles, tuple(row for title, row in rows if not title))


def is_past(held: Held, on: dt.date, nomination: Entry | None = None) -> bool:
    """Whether an award was granted by a day, and by another way than this nomination."""
    own = nomination is not None and held.award.id == nomination["award"]
    own = own or (nomination is not None and held.award["nomination"] == nomination.id)
    return held.granted and not own and held.award["decided_on"] <= on.isoformat()


def past_row(words: Wording, recipient: Recipient, held: Held) -> PastAwardRow:
    """An award as a row of the table; what is not known of its decision is left open."""
    name = keyed(held.award.uid, award_name(words, recipient, held))
    return PastAwardRow(award_year(held), name, award_decision(words, held))


def award_year(held: Held) -> str:
    """The year or years of the deed; “…” where nobody said them."""
    if not held.years:
        return OPEN
    first, last = min(held.years), max(held.years)
    field = "period" if held.award["period"] else "years" if held.award["years"] else "decided_on"
    return traced(str(first) if first == last else f"{first}-{last}", held.award.uid, field, "award")


def award_name(words: Wording, recipient: Recipient, held: Held) -> Sentence:
    """What was given, and under which name where that was another: “Giấy khen (tặng tổ dân phố 8)”."""
    name: Piece = form_name(held.form) or NEUTRAL
    said: list[Piece] = [name]
    if held.award["posthumous"] and "truy tặng" not in str(name).lower():
        said.append(traced(" (truy tặng)", held.award.uid, "posthumous", "award"))
    then = words.row_name(held.award, "recipients", held.place, titles=False)
    today = words.name(recipient.id, words.view.day)
    if fold(str(then)) != fold(str(today)):
        how = _EXTENTS.get(held.extent, "")
        said += [" (tặng ", then, f", {how} " if how else "", today if how else "", ")"]
    return sentence(*said)


def award_decision(words: Wording, held: Held) -> Sentence:
    """“Số 412/QĐ-UBND, ngày 05/12/2025; Ủy ban nhân dân phường An Bình”."""
    award = held.award
    issuer: Piece = giver(words, award, {award["award_type"]: held.form} if award["award_type"] else {})
    if not any(row["issuer"] or row["words"] for row in award["issuers"]):
        issuer = _by_document(words, award) or _by_level(issuer)
    return decision(words, award, "decision", "decision_number", "decided_on", lambda: issuer)


def decision(
    words: Wording, entry: Entry, document: str, number: str, day: str, issuer: Callable[[], Piece]
) -> Sentence:
    """Number, day and issuer of a decision, from the record or else the document that it names; “…” if unknown."""
    uid, own = (entry.uid, entry.values)
    told_number = traced(own[number].strip(), uid, number, entry.kind)
    told_day, told_field, told_uid, told_kind = own[day], day, uid, entry.kind
    if own[document]:
        paper, values = words.view.names.document(own[document])
        told_number = told_number or traced(values["number"].strip(), paper, "number", "document")
        if not told_day:
            told_day, told_field, told_uid, told_kind = values["issued_on"], "issued_on", paper, "document"
    shown = traced(show_date(PartialDate(told_day)), told_uid, told_field, told_kind) if told_day else OPEN
    noun = _NOUNS[len(told_day)] if told_day else "ngày "
    return sentence("Số\u00a0", told_number or OPEN, ", ", noun, shown, "; ", issuer() or OPEN)


def _by_document(words: Wording, award: Entry) -> Piece:
    return words.issuer(award["decision"], award.day) if award["decision"] else ""


def _by_level(level: Piece) -> Piece:
    """The level alone is no issuer: it stands beside the open place."""
    text = str(level)
    if not text:
        return OPEN
    return joined([f"{OPEN} (", "" if text.startswith("cấp ") or text == "cơ sở" else "cấp ", level, ")"])
