"""The ward's own decision: a document and an award for each nomination; its number given later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from peewee import SqliteDatabase

from ward.awarding.cancelling import cancel_award
from ward.awarding.decision_days import day_doubts
from ward.awarding.granting import Decision, Grant, grant
from ward.awarding.judging import refuse_unreasoned
from ward.awarding.kept_rules import rules_for
from ward.awarding.nominating import in_states
from ward.awarding.outcome import Outcome, needed
from ward.awarding.own_decision import own_demands, type_of
from ward.awarding.rounds import round_of
from ward.book import Book
from ward.dates import PartialDate
from ward.edits import Add, Amend, Change, Edit
from ward.errors import UserError
from ward.loading import Stored, load
from ward.lookups import LIVING, with_value
from ward.names import Names
from ward.text import fold
from ward.uids import new_uid
from ward.year_view import Keeper, read_keeper

if TYPE_CHECKING:
    from ward.rules.pack import Pack

__all__ = ["Decided", "Signing", "after_decision", "cancel_award", "decide", "decision_doubts", "number_decision"]

DECIDABLE = ("passed", "nominated", "")
UNDECIDED = ("nominated", "supplement", "passed", "submitted", "returned", "")
"""States of nominations on which somebody has still to decide."""


@dataclass(frozen=True, slots=True)
class Signing:
    """Who decides and signs: the unit or words that issue, the signer's name and office as printed.

    What is left open is taken from the office that keeps the file, as it is on the day of the decision. `joint_with`
    are the others who give a joint award.
    """

    issuer: int | None = None
    issuer_words: str = ""
    authority: str = ""
    signer: str = ""
    signer_title: str = ""
    subject: str = ""
    joint_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was written: its document, the awards in the order of the list, what to read about it."""

    document: int
    awards: tuple[int, ...]
    change: Change
    warnings: tuple[str, ...]


def decide(
    book: Book,
    round_id: int,
    nominations: Sequence[int],
    *,
    on: str,
    number: str = "",
    signing: Signing | None = None,
    first_number: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Decided:
    """Decides on nominations of a round: one document and one award each, as one act; the round may have several.

    Awards keep the names and offices of the day, the prize by the rules of the day, and as their number in the book
    (from `first_number`) the order number in the decision's list, which gathers them by what is given.
    Raises: UserError when a nomination cannot be decided, or a written reason is missing (`judging.demands`).
    """
    found = round_of(book.db, round_id)
    _check_day(on)
    chosen = _decidable(book.db, found, nominations)
    signing = _signing(book.db, signing or Signing(), on)
    document = new_uid()
    decision = Decision(
        document,
        number.strip(),
        on,
        "phuong",
        _issuers(signing),
        str(found.values["basis"]),
        _rules_on(book.db, on),
    )
    granted = grant(book.db, _grants(chosen, first_number), decision)
    edits: list[Edit] = [Add("document", _document(found, decision, signing), document), *granted.edits]
    edits += [*after_decision(book.db, found, [one.id for one in chosen]), *rules_for(book, found).edits]
    act = f"Quyết định khen {len(chosen)} trường hợp – {found.title}"
    doubts = day_doubts(book.db, [one.id for one in chosen], on)
    doubts += [*decision_doubts(book.db, number, on, signing.issuer), *own_demands(book.db, chosen)[1]]
    change = book.write(act, edits, progress=progress)
    awards = change.added[1 : 1 + len(granted.awards)]
    return Decided(change.added[0], awards, change, (*doubts, *granted.warnings))


def number_decision(book: Book, document: int, number: str, *, on: str = "") -> Outcome:
    """Gives a decision its number (and day), and carries it to its awards. Raises UserError for an empty one."""
    found = load(book.db, document)
    number = needed(number, "Chưa ghi số quyết định. Hãy ghi số rồi lưu lại.")
    day = on or found.values["issued_on"]
    doubts = day_doubts(book.db, with_value(book.db, "nomination", "decision", [document]), day)
    doubts += decision_doubts(book.db, number, day, found.values["issuer"], besides=document)
    edits: list[Edit] = [Amend(document, {"number": number, "issued_on": day})]
    for award in with_value(book.db, "award", "decision", [document]):
        edits.append(Amend(award, {"decision_number": number, "decided_on": day}))
    change = book.write(f"Ghi số quyết định {number}", edits)
    return Outcome(change, (document,), tuple(doubts))


def decision_doubts(
    db: SqliteDatabase, number: str, on: str, issuer: int | None, *, besides: int | None = None
) -> list[str]:
    """Whether the same number was given in the same year by the same issuer, told in sentences."""
    if not number.strip():
        return ["Quyết định chưa có số. Khi có số, hãy ghi vào để số đó vào mọi khen thưởng của quyết định."]
    rows = db.execute_sql(
        "SELECT r.id, r.title, k.number FROM document k CROSS JOIN record r ON r.id = k.record_id "
        f"WHERE substr(k.issued_on, 1, 4) = ? AND k.issuer_id IS ? AND k.doc_kind = 'Quyết định' AND {LIVING}",
        (on[:4], issuer),
    ).fetchall()
    return [
        f"Số {number.strip()} đã dùng trong năm {on[:4]}: {title}. Hãy kiểm tra lại số quyết định."
        for record, title, used in rows
        if record != besides and _is_same_number(number, used)
    ]


def _is_same_number(one: str, other: str) -> bool:
    """Whether two numbers of one issuer and year are the same, also where one stands bare: "215", "215/QĐ-UBND"."""
    (left, _, symbol), (right, _, other_symbol) = (told.strip().partition("/") for told in (one, other))
    alike = not symbol or not other_symbol or fold(symbol) == fold(other_symbol)
    return bool(left) and alike and left.lstrip("0") == right.lstrip("0")


def after_decision(db: SqliteDatabase, found: Stored, decided: Sequence[int]) -> list[Edit]:
    """Marks the round as decided once nobody has to decide on any other of its nominations."""
    rows = db.execute_sql(
        "SELECT n.record_id, n.state FROM nomination n CROSS JOIN record r ON r.id = n.record_id "
        f"WHERE n.round_id = ? AND {LIVING}",
        (found.id,),
    )
    left = [record for record, state in rows if state in UNDECIDED and record not in set(decided)]
    return [] if left else [Amend(found.id, {"state": "decided"})]


def _check_day(on: str) -> None:
    if len(on) < len("2026-01-01"):
        raise UserError("Chưa ghi ngày quyết định. Hãy ghi đủ ngày, tháng, năm.")
    PartialDate(on)


def _decidable(db: SqliteDatabase, found: Stored, nominations: Sequence[int]) -> list[Stored]:
    if found.values["state"] == "closed":
        raise UserError("Đợt xét này đã đóng. Hãy mở lại đợt và ghi lý do, rồi ra quyết định.")
    chosen = in_states(db, nominations, DECIDABLE)
    if any(one.values["round"] != found.id for one in chosen):
        raise UserError("Có đề nghị thuộc đợt xét khác. Hãy chọn đề nghị trong đợt này.")
    refuse_unreasoned(db, nominations, own_decision=True)
    return _as_listed(chosen)


def _as_listed(chosen: Sequence[Stored]) -> list[Stored]:
    """In the order of the decision's list: by place, gathered by what is given, as the list gathers them."""
    gathered: dict[object, list[Stored]] = {}
    for one in sorted(chosen, key=_place):
        award = type_of(one) or one.values["form_words"]
        gathered.setdefault((award, one.values["posthumous"]), []).append(one)
    return [one for group in gathered.values() for one in group]


def _place(one: Stored) -> tuple[bool, int, int]:
    place = one.values["place_in_list"]
    return place is None, place or 0, one.id


def _grants(chosen: Sequence[Stored], first: int) -> list[Grant]:
    grants = []
    for place, one in enumerate(chosen, first):
        lowered = one.values["lowered_to"]
        words = "" if lowered else one.values["form_words"]
        grants.append(Grant(one, type_of(one), words, str(place), bool(lowered)))
    return grants


def _signing(db: SqliteDatabase, given: Signing, on: str) -> Signing:
    """What is not said of the signing, as the keeping office has it on the day."""
    keeper = read_keeper(db, dt.date.fromisoformat(on))
    if keeper is None:
        return given
    issuer = given.issuer or (None if given.issuer_words else keeper.unit)
    chair = _chair(db, keeper, on) if issuer == keeper.unit else ""
    return Signing(
        issuer,
        given.issuer_words or ("" if issuer else keeper.name),
        given.authority or chair,
        given.signer or keeper.signatory.get("name", ""),
        given.signer_title or keeper.signatory.get("position_title", ""),
        given.subject,
        given.joint_with,
    )


def _chair(db: SqliteDatabase, keeper: Keeper, on: str) -> str:
    """Who decides for a people's committee: its chair (NĐ 129/2025, Điều 59); "" for other bodies."""
    if keeper.body != "ubnd" or not keeper.unit:
        return ""
    name = Names(db, {keeper.unit}).of(keeper.unit, on).text
    return f"Chủ tịch UBND {name[:1].lower()}{name[1:]}"


def _issuers(signing: Signing) -> list[dict[str, Any]]:
    own = {"issuer": signing.issuer, "words": signing.authority or signing.issuer_words}
    return [own, *({"words": words} for words in signing.joint_with)]


def _document(found: Stored, decision: Decision, signing: Signing) -> dict[str, Any]:
    signer = {"words": signing.signer, "as_title": signing.signer_title, "note": "Người ký"}
    return {
        "doc_kind": "Quyết định",
        "number": decision.number,
        "issued_on": decision.on,
        "issuer": signing.issuer,
        "issuer_words": signing.issuer_words,
        "subject": signing.subject or str(found.values["name"]),
        "level": decision.level,
        "movement": found.values["movement"],
        "participants": [signer] if signing.signer else [],
        "years": found.years,
    }


def _rules_on(db: SqliteDatabase, on: str) -> Pack:
    """The rules that prizes are reckoned by: those that hold on the day of the decision."""
    from ward.rules.packs import pack_of

    pack: Pack = pack_of(db, None, on)
    return pack
