"""The heads and feet of award papers: whose paper it is, under which number, on which day, and who signs."""

import re
from collections.abc import Callable

from reports.prints import Sentence, joined
from reports.wording.letterheads import letterhead, office_name, signature
from reports.wording.sentences import Piece
from reports.wording.wording import Telling, spelt, traced
from reports.yearly.annual_report_context import Letterhead, Signature, Text
from ward.dates import PartialDate
from ward.year_entries import Entry

OPEN = "…"
"""What stands for the clerk to fill in where nothing is known."""
COUNCIL = "HỘI ĐỒNG THI ĐUA - KHEN\u00a0THƯỞNG"
_NUMBER_ONLY = re.compile(r"\d+[A-Za-z]?\Z")
_COLLECTIVE = ("TM.", "T/M")


def committee_head(words: Telling, symbol: str, number: Text = "", day: Text = "") -> Letterhead:
    """The head of the keeping office. `symbol`: TTr, QĐ, TB …; `number` and `day` stay open until they are known."""
    head = letterhead(words, symbol, PartialDate(words.view.day).first_day)
    open_number = f"{OPEN}-{_turned(symbol_of(words, symbol))}" if is_party(words) else ""
    given = joined(["Số ", open_number]) if open_number else head.number
    return Letterhead(head.office, _numbered(given, number), _dated(head, day), head.superior)


def council_head(words: Telling, number: Text = "", day: Text = "", kind: str = "BB") -> Letterhead:
    """The head of the ward's council: its office above, the council in bold; the number of its minutes ("BB").

    A Party committee has no council of its own: it meets itself.
    """
    if is_party(words):
        return committee_head(words, kind, number, day)
    head = committee_head(words, kind, "", day)
    bare = joined([f"Số: {OPEN}/{kind}-HĐTĐKT"])
    above = head.superior or _one_line(head.office)
    return Letterhead((COUNCIL,), _numbered(bare, number), head.place_and_date, above)


def body_head(words: Telling, body: Text, symbol: str = "", day: Text = "") -> Letterhead:
    """The head of a body under the office (a room, a tổ dân phố): the office above it, its name in bold or open."""
    head = committee_head(words, symbol or "BC", "", day)
    number = f"Số{'' if is_party(words) else ':'} {open_number(words, symbol)}" if symbol else ""
    return Letterhead((body or OPEN,), number, head.place_and_date, head.superior or _one_line(head.office))


def chair_signature(words: Telling) -> Signature:
    """Who signs what is the chair's own (decisions, and what is proposed to a higher chair): no "TM." line.

    A deputy signs "KT. CHỦ TỊCH" / "PHÓ CHỦ TỊCH" (NĐ 30/2020, Điều 13). A Party committee signs as it does always.
    """
    signed = signature(words)
    if is_party(words):
        return signed
    authority = str(signed.authority)
    own = "" if authority.upper().startswith(_COLLECTIVE) else signed.authority
    return Signature(signed.deputy_for or own, signed.post, signed.name)


def issuing_chair(words: Telling) -> Text:
    """Whose decision it is, in capitals: "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG GIA THỤY"; a Party body by its name."""
    name = office_name(words)
    keeper = words.view.keeper
    title = "CHỦ TỊCH " if keeper is None or keeper.body == "ubnd" else ""
    return joined([title, *(piece.upper() for piece in joined([name]))])


def chair_in_words(words: Telling) -> Text:
    """The same inside a sentence: "Chủ tịch Ủy ban nhân dân phường Gia Thụy"."""
    keeper = words.view.keeper
    title = "Chủ tịch " if keeper is None or keeper.body == "ubnd" else ""
    return joined([title, office_name(words)])


def in_capitals(text: Piece) -> Sentence:
    """The text in capitals, still traced."""
    return _each(joined([text]), str.upper)


def day_words(entry: Entry, key: str) -> Text:
    """A day as heads write it: "05 tháng 12 năm 2026"; "" when it is not known."""
    return traced(written_day(entry[key]), entry.uid, key, entry.kind) if entry[key] else ""


def written_day(iso: str) -> str:
    """A day (ISO, whole or in part) as papers write it out, days under 10 and months 1 and 2 with a nought."""
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    month_words = (month if int(month) < 3 else str(int(month))) if month else OPEN
    return f"{day or OPEN} tháng {month_words} năm {year}"


def is_party(words: Telling) -> bool:
    """Whether the office writes in the Party's layout."""
    keeper = words.view.keeper
    return bool(keeper and keeper.layout == "dang")


def numbered(words: Telling, doc_kind: str, number: str = "") -> Text:
    """A number of the office as papers cite it: "45/TTr-UBND", "45-TTr/ĐU"; open where it is not known."""
    symbol = symbol_of(words, doc_kind)
    if is_party(words):
        return _completed(number or OPEN, "-" + _turned(symbol))
    return _completed(number or OPEN, "/" + symbol)


def open_number(words: Telling, doc_kind: str) -> str:
    """A number of a body that is not known, as its head has it: "…/TTr-…", "…-TTr/…"."""
    return f"{OPEN}-{doc_kind}/{OPEN}" if is_party(words) else f"{OPEN}/{doc_kind}-{OPEN}"


def symbol_of(words: Telling, doc_kind: str) -> str:
    """What stands behind a number of the office: "TTr-UBND"."""
    keeper = words.view.keeper
    own = keeper.letterhead.get("symbol", "") if keeper else ""
    return f"{doc_kind}-{own or 'UBND'}"


def _numbered(given: Text, number: Text) -> Text:
    """The given head of a number with the number in the place of its dots."""
    if not number:
        return given
    before, _, symbol = str(given).partition(OPEN)
    return joined([before, _completed(number, symbol) if isinstance(number, str) else number])


def _completed(number: str, symbol: str) -> Text:
    """A number as it was given, with the symbol behind it where it is bare."""
    bare = number == OPEN or _NUMBER_ONLY.match(number)
    return joined([number, symbol]) if bare else number


def _turned(symbol: str) -> str:
    """A symbol as the Party writes it: "QĐ-ĐU" becomes "QĐ/ĐU"."""
    return symbol.replace("-", "/", 1)


def _dated(head: Letterhead, day: Text) -> Text:
    if not day:
        return head.place_and_date
    place = joined([head.place_and_date]).pieces[:1]
    return joined([*place, ", ngày ", day])


def _one_line(lines: tuple[Text, ...]) -> Sentence:
    pieces: list[Piece] = []
    for line in lines:
        pieces += [" ", line] if pieces else [line]
    return joined(pieces)


def _each(whole: Sentence, change: Callable[[str], str]) -> Sentence:
    return Sentence(tuple(spelt(piece, change(str(piece))) for piece in whole.pieces))
