"""Prizes of a decision or a round, paying them; whole đồng, missing is never zero."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from peewee import SqliteDatabase

from ward.awarding.fund import FundYear, fund_year
from ward.awarding.outcome import Outcome, today
from ward.awarding.same_deed import time_of
from ward.awarding.whose import own_awards
from ward.book import Book
from ward.dates import PartialDate, show_date
from ward.edits import Add, Amend, Edit
from ward.errors import UserError
from ward.loading import Stored, load_many
from ward.lookups import LIVING
from ward.text import fold

if TYPE_CHECKING:
    from ward.rules.pack import Pack
    from ward.rules.prizes import Claim, Prize

__all__ = ["FundYear", "PrizeList", "PrizeRow", "fund_year", "pay", "prize_list"]


@dataclass(frozen=True, slots=True)
class PrizeRow:
    """One line of the payment list; `amount` is what is paid (None: not known), `struck` why nothing is paid.

    `full` is the prize by itself: as it was decided, else as the rules of the decision's day give it.
    """

    award: int
    name: str
    as_title: str
    recipient_kind: str
    what: str
    factor: Decimal | None
    base: int | None
    full: int | None
    amount: int | None
    struck: str
    paid_on: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrizeList:
    """The payment list; `total` adds what is known, `missing` counts the lines whose amount is not known."""

    rows: tuple[PrizeRow, ...]
    total: int
    missing: int
    warnings: tuple[str, ...]


def prize_list(db: SqliteDatabase, *, document: int | None = None, round_id: int | None = None) -> PrizeList:
    """The payment list of a decision, or of all decisions of a round, in the order of the list.

    Of several titles of one recipient for the same time only the highest is paid, also where two decisions of the
    round give them. What a level above or another body decided is not in it: whoever decides pays.
    Source: NĐ 152/2025/NĐ-CP, Điều 49, as the rules have it.
    """
    asked = _of_document(db, document) if document is not None else _of_round(db, round_id)
    together = sorted({*asked, *_beside(db, asked)})
    stored = load_many(db, together)
    types = load_many(db, {kind for one in stored.values() if (kind := one.values["award_type"])})
    given = own_awards(db, together)
    own = [one for one in stored.values() if one.id in given]
    packs = _packs(db, {one.values["decided_on"] for one in own})
    full = {one.id: _row(packs, one, types.get(one.values["award_type"])) for one in own}
    rows = _highest_only(packs, own, full, types)
    chosen = [rows[record] for record in asked if record in rows]
    above = sum(record not in rows for record in asked)
    others = f"{above} khen thưởng do cấp trên hoặc cơ quan khác quyết định không có trong danh sách chi của phường."
    told = [others] if above else []
    return PrizeList(
        tuple(chosen),
        sum(row.amount for row in chosen if row.amount is not None),
        sum(row.amount is None for row in chosen),
        tuple(dict.fromkeys([*told, *(warning for row in chosen for warning in row.warnings)])),
    )


def pay(book: Book, awards: Sequence[int], *, on: str = "", receipt: str = "") -> Outcome:
    """Pays the prizes of awards out of the fund, one entry each, as one act.

    Raises: UserError when one is paid already, cancelled, or its amount is not known.
    """
    stored = load_many(book.db, awards)
    if not awards or any(award not in stored for award in awards):
        raise UserError("Chưa chọn khen thưởng nào để chi, hoặc khen thưởng không còn trong sổ. Hãy chọn lại.")
    rows = _rows_of(book.db, awards)
    day = today(on)
    edits: list[Edit] = []
    for award in awards:
        amount = _payable(stored[award], rows.get(award))
        edits.append(Add("fund_entry", _entry(stored[award], amount, day, receipt)))
        edits.append(Amend(award, {"paid_on": day, "prize": amount}))
    change = book.write(f"Chi thưởng {len(awards)} trường hợp", edits)
    return Outcome(change, change.added)


def _payable(found: Stored, row: PrizeRow | None) -> int:
    """What is to be paid. Raises UserError where nothing is, or nobody knows how much."""
    if found.values["state"] != "granted":
        raise UserError(f"“{found.title}” chưa có quyết định hoặc đã hủy nên không chi thưởng. Hãy bỏ chọn.")
    if found.values["paid_on"]:
        raise UserError(f"“{found.title}” đã chi thưởng. Hãy bỏ chọn.")
    if row is None:
        raise UserError(f"“{found.title}” do nơi khác quyết định, phường không chi. Hãy bỏ chọn.")
    if row.struck:
        raise UserError(f"“{found.title}”: {row.struck} Hãy bỏ chọn.")
    if row.amount is None:
        raise UserError(f"“{found.title}” chưa có mức tiền thưởng. Hãy ghi số tiền vào khen thưởng rồi chi.")
    return row.amount


def _rows_of(db: SqliteDatabase, awards: Sequence[int]) -> dict[int, PrizeRow]:
    """The lines of these awards, each as the payment list of its own decision has it."""
    found: dict[int, PrizeRow] = {}
    documents = {one.values["decision"] for one in load_many(db, awards).values()}
    for document in sorted(documents - {None}):
        found.update((row.award, row) for row in prize_list(db, document=document).rows)
    own = own_awards(db, awards)
    for award, one in load_many(db, awards).items():
        if one.values["decision"] is None and award in own:
            kind = one.values["award_type"]
            packs = _packs(db, {one.values["decided_on"]})
            found[award] = _row(packs, one, load_many(db, [kind]).get(kind) if kind else None)
    return found


def _row(packs: Mapping[str, Pack], one: Stored, award_type: Stored | None) -> PrizeRow:
    values = one.values
    who = values["recipients"][0] if len(values["recipients"]) == 1 else {}
    group = str(who.get("recipient_kind", ""))
    what = values["form_words"] or (award_type.values["name"] if award_type else "")
    prize = _prize(packs, award_type.values["code"] if award_type else "", group, values["decided_on"])
    full = values["prize"] if values["prize"] is not None else (prize.amount if prize else None)
    name = ", ".join(row["words"] for row in values["recipients"]) or values["counted_words"] or one.title
    return PrizeRow(
        one.id,
        name,
        str(who.get("as_title", "")),
        group,
        what,
        prize.factor if prize else None,
        prize.base if prize else None,
        full,
        full,
        "",
        values["paid_on"],
        _warnings(name, full, prize),
    )


def _warnings(name: str, full: int | None, prize: Prize | None) -> tuple[str, ...]:
    from ward.rules.prizes import dong

    told = list(prize.warnings) if prize else []
    if full is None:
        why = f" {prize.why}" if prize else ""
        told.append(f"“{name}”: chưa có mức tiền thưởng, chưa cộng vào tổng.{why}")
    elif prize and prize.amount is not None and prize.amount != full:
        told.append(f"“{name}”: ghi {dong(full)}, tính theo quy định là {dong(prize.amount)}.")
    return tuple(told)


def _highest_only(
    packs: Mapping[str, Pack], own: Sequence[Stored], rows: Mapping[int, PrizeRow], types: Mapping[int, Stored]
) -> dict[int, PrizeRow]:
    """The lines with those struck that a higher title of the same recipient and time takes the place of."""
    from ward.rules.prizes import Claim, highest_only

    claims: dict[str, list[Claim]] = defaultdict(list)
    for one in own:
        award_type, full, on = types.get(one.values["award_type"]), rows[one.id].full, one.values["decided_on"]
        if award_type is not None and full is not None and on in packs:
            deed = time_of(one.values["period"], one.years)
            claims[on].append(Claim(one.id, _recipient(one), award_type.values["code"], deed, on, full))
    found = dict(rows)
    for day, group in claims.items():
        for award, paid in highest_only(packs[day], group).items():
            found[award] = _struck(rows[award], rows[paid])
    titles = [claim for day, group in claims.items() for claim in group if _is_held_to_one(packs[day], claim)]
    return _with_days_apart(found, [claim for claim in titles if not found[claim.key].struck])


def _is_held_to_one(pack: Pack, claim: Claim) -> bool:
    rule = pack.award(claim.award)
    return pack.prize_rules.highest_title_only and rule is not None and rule.kind == "danh_hieu"


def _with_days_apart(rows: dict[int, PrizeRow], titles: Sequence[Claim]) -> dict[int, PrizeRow]:
    """The lines, with a word where titles of one time are both paid because their decisions differ in day."""
    together: dict[tuple[Any, Any], list[Claim]] = defaultdict(list)
    for claim in titles:
        if claim.period is not None:
            together[claim.recipient, claim.period].append(claim)
    for group in together.values():
        if len({claim.decided_on for claim in group}) > 1:
            said = " và ".join(f"“{rows[one.key].what}” ({show_date(PartialDate(one.decided_on))})" for one in group)
            told = (
                f"“{rows[group[0].key].name}”: {said} cùng thời gian thành tích, quyết định khác ngày nên đều được "
                "chi. Hãy xem có phải chỉ chi mức cao nhất không."
            )
            rows |= {one.key: replace(rows[one.key], warnings=(*rows[one.key].warnings, told)) for one in group}
    return rows


def _struck(row: PrizeRow, higher: PrizeRow) -> PrizeRow:
    """A line that a higher title takes the place of; what was paid already stays paid, and is told."""
    if row.paid_on:
        told = (
            f"“{row.name}”: “{row.what}” đã chi trước khi có mức cao nhất là “{higher.what}”; cùng thời gian chỉ chi "
            "mức cao nhất. Hãy thu hồi, hoặc chi phần chênh lệch."
        )
        return replace(row, warnings=(*row.warnings, told))
    return replace(row, amount=0, struck=f"cùng thời gian đã chi mức cao nhất là “{higher.what}”.")


def _recipient(one: Stored) -> Any:
    return tuple((row["who"] or fold(row["words"])) for row in one.values["recipients"])


def _packs(db: SqliteDatabase, days: Collection[str]) -> dict[str, Pack]:
    """The rules of each day on which something was decided."""
    from ward.rules.packs import pack_of

    return {day: pack_of(db, None, day) for day in days if day}


def _prize(packs: Mapping[str, Pack], code: str, group: str, on: str) -> Prize | None:
    from ward.rules.prizes import prize_of

    return prize_of(packs[on], code, group, on) if code and group and on else None


def _entry(found: Stored, amount: int, day: str, receipt: str) -> dict[str, Any]:
    recipient = next(iter(found.values["recipients"]), {"who": None, "words": ""})
    number = f" theo Quyết định số {found.values['decision_number']}" if found.values["decision_number"] else ""
    return {
        "direction": "out",
        "entry_kind": "prize",
        "amount": amount,
        "entered_on": day,
        "purpose": f"Tiền thưởng{number}",
        "award": found.id,
        "payee": recipient["who"],
        "payee_words": recipient["words"] or found.values["counted_words"],
        "receipt": receipt,
        "years": [int(day[:4])],
    }


_LIVE = f"a.state = 'granted' AND {LIVING} ORDER BY a.decided_on, a.decision_id, a.record_id"


def _of_document(db: SqliteDatabase, document: int) -> list[int]:
    joined = "award a CROSS JOIN record r ON r.id = a.record_id"
    sql = f"SELECT a.record_id FROM {joined} WHERE a.decision_id = ? AND {_LIVE}"
    return [record for (record,) in db.execute_sql(sql, (document,))]


def _of_round(db: SqliteDatabase, round_id: int | None) -> list[int]:
    sql = (
        "SELECT a.record_id FROM nomination n CROSS JOIN award a ON a.nomination_id = n.record_id "
        f"CROSS JOIN record r ON r.id = a.record_id WHERE n.round_id = ? AND {_LIVE}"
    )
    return [record for (record,) in db.execute_sql(sql, (round_id,))]


def _beside(db: SqliteDatabase, awards: Sequence[int]) -> list[int]:
    """The awards of the same rounds."""
    rounds = db.execute_sql(
        "SELECT DISTINCT n.round_id FROM json_each(?) w CROSS JOIN award a ON a.record_id = w.value "
        "CROSS JOIN nomination n ON n.record_id = a.nomination_id WHERE n.round_id IS NOT NULL",
        (json.dumps(list(awards)),),
    ).fetchall()
    return [record for (round_id,) in rounds for record in _of_round(db, round_id)]
