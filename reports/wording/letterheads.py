"""The head and the foot of a paper: who issues it, under which number, where, and who signs."""

import datetime as dt

from reports.prints import Sentence, joined
from reports.wording.wording import Telling, traced
from reports.yearly.annual_report_context import Letterhead, Signature, Text
from ward.text import fold
from ward.year_view import Keeper

NO_OFFICE = "TÊN CƠ QUAN"
_COMMITTEE = "uy ban nhan dan"
_KINDS = ("phường ", "xã ", "thị trấn ", "đặc khu ")


def letterhead(words: Telling, doc_kind: str, on: dt.date) -> Letterhead:
    """The head of a paper of this kind (BC, TTr, …) on its day; number and day stay open until it is issued."""
    keeper = words.view.keeper
    if keeper is None:
        return Letterhead((NO_OFFICE,), f"Số: …/{doc_kind}-…", f"…, ngày … tháng … năm {on.year}")
    symbol = _row(keeper, "symbol") or "UBND"
    place = _place(words, keeper)
    date = joined([place, f", ngày … tháng … năm {on.year}"])
    upper, line = _row(keeper, "upper_line"), _row(keeper, "line")
    number = joined([f"Số: …/{doc_kind}-", symbol])
    if not line:
        return Letterhead(_derived(words, keeper), number, date)
    if fold(upper) == _COMMITTEE:
        return Letterhead((upper, line), number, date)
    return Letterhead((line,), number, date, upper)


def signature(words: Telling) -> Signature:
    """Who signs on the paper's day; a deputy signs for the head."""
    keeper = words.view.keeper
    if keeper is None or not keeper.signatory:
        return Signature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    authority, post, name = (_signatory(keeper, key) for key in ("authority", "position_title", "name"))
    if authority.upper().startswith("KT."):
        return Signature("TM. ỦY BAN NHÂN DÂN" if keeper.body == "ubnd" else "", post, name, authority)
    return Signature(authority or "TM. ỦY BAN NHÂN DÂN", post or "CHỦ TỊCH", name)


def office_name(words: Telling) -> Text:
    """The office inside a sentence, as it was called at the end of the reported time."""
    keeper = words.view.keeper
    if keeper is None:
        return "Cơ quan"
    if keeper.body == "ubnd" and keeper.unit:
        return joined(["Ủy ban nhân dân ", words.name(keeper.unit, words.view.day)])
    return traced(keeper.name, keeper.uid, "name", "office")


def _derived(words: Telling, keeper: Keeper) -> tuple[Text, ...]:
    """The lines for an office whose letterhead nobody has entered."""
    if keeper.body == "ubnd" and keeper.unit:
        named = words.view.names.of(keeper.unit, words.view.day)
        return ("ỦY BAN NHÂN DÂN", traced(named.text.upper(), named.uid, "names", "unit"))
    return (traced(keeper.name.upper(), keeper.uid, "name", "office") or NO_OFFICE,)


def _place(words: Telling, keeper: Keeper) -> Text:
    """The place that stands before the date: as entered, else the ward's bare name."""
    if place := _row(keeper, "place"):
        return place
    if not keeper.unit:
        return "…"
    named = words.view.names.of(keeper.unit, words.view.day)
    bare = next((named.text[len(kind) :] for kind in _KINDS if named.text.lower().startswith(kind)), named.text)
    return Sentence((traced(bare, named.uid, "names", "unit"),))


def _row(keeper: Keeper, key: str) -> str:
    return traced(keeper.letterhead.get(key, ""), keeper.uid, f"letterheads.{key}", "office")


def _signatory(keeper: Keeper, key: str) -> str:
    return traced(keeper.signatory.get(key, ""), keeper.uid, f"signatories.{key}", "office")
