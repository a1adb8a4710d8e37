"""Judging a round by its rules; what a person confirms, and the written reason for going on against a rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from peewee import SqliteDatabase

from ward.awarding.doubts import doubts_of
from ward.awarding.kept_rules import rules_changed, rules_for
from ward.awarding.nominating import DECIDED, nominations_of
from ward.awarding.outcome import doer, moment, needed
from ward.awarding.own_decision import AUTHORITY, NO_VOTE, Demand, own_demands
from ward.awarding.rounds import round_of, rules_day
from ward.book import Book
from ward.edits import Amend, Change, Edit
from ward.errors import UserError
from ward.loading import Stored, load_many
from ward.lookups import LIVING

if TYPE_CHECKING:
    from ward.rules.judgements import Verdict

__all__ = ["Demand", "Judged", "confirm", "demands", "give_reason", "judge_round", "refuse_unreasoned"]
SHORT = "verdict_short"
"""The key of the written reason for going on with a nomination that the rules find short."""


@dataclass(frozen=True)
class Judged:
    """The verdicts of a round, and the act that kept them; None when they are what they were.

    `warnings` tell when the rules in use now differ from those that the round keeps and was judged by.
    """

    verdicts: tuple[Verdict, ...]
    change: Change | None
    warnings: tuple[str, ...] = ()


def judge_round(
    book: Book,
    round_id: int,
    *,
    at: dt.datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Judged:
    """Judges the nominations of a round that are not decided; keeps verdict, words, pack and moment as one act.

    The rules are those of the round's day, with the office's own values of that day; the round keeps both from its
    first judging on. Those who were withdrawn are left out.
    """
    from ward.rules.verdicts import judge

    found, day = round_of(book.db, round_id), rules_day(book.db, round_id)
    rules, told = rules_for(book, found), rules_changed(book.db, round_id)
    waiting = _waiting(book.db, round_id)
    verdicts = tuple(judge(book.db, rules.pack, round_id, waiting, day)) if waiting else ()
    stored = load_many(book.db, [verdict.nomination for verdict in verdicts])
    changed = [_kept(stored[one.nomination], one, rules.pack.sha, moment(at)) for one in verdicts]
    edits = [*rules.edits, *(edit for edit in changed if edit)]
    change = book.write(f"Xét điều kiện đợt “{found.title}”", edits, progress=progress) if edits else None
    return Judged(verdicts, change, (told,) if told else ())


def confirm(
    book: Book,
    nomination: int,
    rule: str,
    words: str,
    answer: str,
    *,
    note: str = "",
    who: str = "",
    at: dt.datetime | None = None,
) -> Change:
    """Keeps what a person says of a condition that no record proves: "yes" or "no". Raises UserError for others."""
    (found,) = nominations_of(book.db, [nomination])
    if answer not in ("yes", "no"):
        raise UserError("Chưa chọn Có hay Không. Hãy chọn một câu trả lời rồi xác nhận.")
    row = {"rule": rule, "words": words, "answer": answer, "who": doer(book, who), "at": moment(at), "note": note}
    told = "Xác nhận" if answer == "yes" else "Xác nhận không có"
    values = {"confirmations": _with(found.values["confirmations"], row)}
    return book.write(f"{told} – {found.title}: {words}", [Amend(nomination, values)])


def give_reason(
    book: Book,
    nomination: int,
    rule: str,
    words: str,
    reason: str,
    *,
    who: str = "",
    at: dt.datetime | None = None,
) -> Change:
    """Keeps the written reason for which a nomination goes on. Raises UserError when it says nothing."""
    (found,) = nominations_of(book.db, [nomination])
    reason = needed(reason, "Chưa ghi lý do. Hãy ghi vì sao vẫn đề nghị dù còn vướng.")
    row = {"rule": rule, "words": words, "reason": reason, "who": doer(book, who), "at": moment(at)}
    values = {"overrides": _with(found.values["overrides"], row)}
    return book.write(f"Ghi lý do vẫn đề nghị – {found.title}: {reason}", [Amend(nomination, values)])


def demands(db: SqliteDatabase, nominations: Sequence[int], *, own_decision: bool = False) -> list[Demand]:
    """The written reasons that are still missing before these nominations are decided or submitted.

    A reason is demanded for each doubt that asks one, and for a verdict that finds the nomination short; any reason
    that was written against a rule of the verdict answers the latter. The ward's `own_decision` demands one as well
    where the award is for somebody else to decide, or needs a ballot that was not held.
    """
    asked = doubts_of(db, nominations)
    stored = nominations_of(db, nominations)
    found: list[Demand] = []
    for one in stored:
        given = {row["rule"] for row in one.values["overrides"] if row["reason"].strip()}
        doubts = [doubt for doubt in asked.get(one.id, ()) if doubt.severity == "ask"]
        found += [Demand(one.id, doubt.key, doubt.sentence) for doubt in doubts if doubt.key not in given]
        own = {doubt.key for doubt in doubts} | {AUTHORITY, NO_VOTE}
        if one.values["verdict"] == "short" and given <= own:
            found.append(Demand(one.id, SHORT, f"{one.title}: {one.values['judged_words'] or 'Chưa đủ điều kiện.'}"))
    return [*found, *(own_demands(db, stored)[0] if own_decision else ())]


def refuse_unreasoned(db: SqliteDatabase, nominations: Sequence[int], *, own_decision: bool = False) -> None:
    """Raises UserError where a written reason is missing, with the first of them."""
    missing = demands(db, nominations, own_decision=own_decision)
    if missing:
        more = f" Còn {len(missing) - 1} trường hợp nữa như vậy." if len(missing) > 1 else ""
        raise UserError(f"{missing[0].sentence} Muốn đi tiếp, hãy ghi lý do cho đề nghị này.{more}")


def _waiting(db: SqliteDatabase, round_id: int) -> list[int]:
    rows = db.execute_sql(
        "SELECT n.record_id, n.state FROM nomination n CROSS JOIN record r ON r.id = n.record_id "
        f"WHERE n.round_id = ? AND {LIVING} ORDER BY n.place_in_list, n.record_id",
        (round_id,),
    )
    return [record for record, state in rows if state not in (*DECIDED, "withdrawn")]


def _kept(stored: Stored, verdict: Verdict, sha: str, at: str) -> Edit | None:
    """What changes in a nomination when this is its verdict; None when that stands there already."""
    values = {
        "verdict": verdict.state,
        "judged_words": verdict.words,
        "judged_pack": sha,
        "route": verdict.route,
    }
    if all(stored.values[key] == value for key, value in values.items()):
        return None
    return Amend(stored.id, {**values, "judged_at": at})


def _with(rows: Sequence[Mapping[str, Any]], row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The rows with this one in place of an earlier one for the same rule."""
    return [*(one for one in rows if one["rule"] != row["rule"]), row]
