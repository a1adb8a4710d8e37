"""Cancelling an award that was granted: it stays in the history, and its prize comes back into the fund."""

from __future__ import annotations

from typing import Any

from peewee import SqliteDatabase

from ward.awarding.outcome import Outcome, needed, today
from ward.book import Book
from ward.edits import Add, Amend, Edit
from ward.errors import UserError
from ward.loading import Stored, load
from ward.lookups import LIVING


def cancel_award(
    book: Book, award: int, reason: str, *, on: str = "", recover: bool = True, receipt: str = ""
) -> Outcome:
    """Cancels an award; with `recover` a prize that was paid comes back into the fund. All stays in the history.

    Source: Luật 06/2022/QH15, Điều 93.
    Raises: UserError without a reason, or when it is not granted.
    """
    found = load(book.db, award)
    reason = needed(reason, "Chưa ghi lý do hủy. Hãy ghi vì sao hủy quyết định khen thưởng này.")
    if found.kind != "award" or found.values["state"] != "granted":
        raise UserError("Khen thưởng này chưa có quyết định, hoặc đã hủy. Hãy chọn khen thưởng khác.")
    day = today(on)
    cancelled = {"state": "cancelled", "cancelled_on": day, "cancelled_reason": reason}
    edits: list[Edit] = [Amend(award, cancelled)]
    if found.values["nomination"] is not None:
        state = {"state": "cancelled", "state_on": day, "state_reason": reason}
        edits.append(Amend(found.values["nomination"], state))
    paid = _paid(book.db, found)
    if recover and paid:
        edits.append(Add("fund_entry", _recovered(found, paid, day, receipt)))
    change = book.write(f"Hủy khen thưởng “{found.title}”: {reason}", edits)
    return Outcome(change, change.added, tuple(_warnings(found, paid, recover)))


def _paid(db: SqliteDatabase, found: Stored) -> int:
    """What was paid for an award and has not come back, in whole đồng."""
    rows = db.execute_sql(
        "SELECT k.direction, k.amount FROM fund_entry k CROSS JOIN record r ON r.id = k.record_id "
        f"WHERE k.award_id = ? AND k.amount IS NOT NULL AND {LIVING}",
        (found.id,),
    ).fetchall()
    if not rows:
        return int(found.values["prize"] or 0) if found.values["paid_on"] else 0
    return sum(amount if direction == "out" else -amount for direction, amount in rows)


def _recovered(found: Stored, paid: int, day: str, receipt: str) -> dict[str, Any]:
    recipient = next(iter(found.values["recipients"]), {"who": None, "words": ""})
    return {
        "direction": "in",
        "entry_kind": "recovered",
        "amount": paid,
        "entered_on": day,
        "purpose": "Thu hồi tiền thưởng do hủy quyết định khen",
        "award": found.id,
        "payee": recipient["who"],
        "payee_words": recipient["words"],
        "receipt": receipt,
        "years": [int(day[:4])],
    }


def _warnings(found: Stored, paid: int, recover: bool) -> list[str]:
    told = ["Hãy thu hồi giấy khen, bằng chứng nhận đã trao và báo cho người được khen."]
    if found.values["paid_on"] and not paid:
        told.append("Khen thưởng ghi đã chi nhưng chưa rõ số tiền, nên chưa ghi khoản thu hồi. Hãy ghi vào quỹ.")
    elif paid and not recover:
        told.append("Tiền thưởng đã chi chưa được thu hồi. Khi thu được, hãy ghi một khoản thu vào quỹ.")
    return told
