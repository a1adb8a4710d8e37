"""Dossiers for whoever decides above the ward: sent, returned, supplemented, withdrawn."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from peewee import SqliteDatabase

from ward.awarding.answering import Answer, answer
from ward.awarding.judging import refuse_unreasoned
from ward.awarding.kept_rules import rules_for
from ward.awarding.nominating import in_states
from ward.awarding.outcome import Outcome, needed, today
from ward.awarding.rounds import round_of
from ward.awarding.submissions import nominations_in, submission_of
from ward.book import Book
from ward.dates import PartialDate, show_date
from ward.edits import Add, Amend, Change, Edit
from ward.errors import UserError
from ward.uids import new_uid

__all__ = [
    "Answer",
    "answer",
    "number_submission",
    "returned",
    "submit",
    "supplement",
    "withdraw_submission",
]


def submit(
    book: Book,
    round_id: int,
    nominations: Sequence[int],
    *,
    level: str,
    authority: str,
    number: str = "",
    on: str = "",
) -> Outcome:
    """Sends nominations to the level above; `records` holds the submission.

    Raises: UserError when a nomination cannot be sent, or a written reason is missing (`judging.demands`).
    """
    found = round_of(book.db, round_id)
    authority = needed(authority, "Chưa ghi trình cơ quan nào. Hãy ghi nơi nhận tờ trình.")
    if level not in ("tinh", "trung_uong", "huyen"):
        raise UserError("Chưa chọn cấp trình. Hãy chọn tỉnh, thành phố hoặc trung ương.")
    chosen = in_states(book.db, nominations, ("passed", "nominated", ""))
    if any(one.values["round"] != round_id for one in chosen):
        raise UserError("Có đề nghị thuộc đợt xét khác. Hãy chọn đề nghị trong đợt này.")
    refuse_unreasoned(book.db, nominations)
    day, uid = today(on), new_uid()
    values = {
        "round": round_id,
        "level": level,
        "authority": authority,
        "number": number.strip(),
        "sent_on": day,
        "state": "sent",
        "years": found.years,
    }
    sent = {"state": "submitted", "state_on": day, "submission": uid}
    edits: list[Edit] = [Add("submission", values, uid), *(Amend(one.id, sent) for one in chosen)]
    edits += rules_for(book, found).edits
    change = book.write(f"Trình {authority} {len(chosen)} trường hợp – {found.title}", edits)
    warnings = () if number.strip() else ("Tờ trình chưa có số. Khi có số, hãy ghi vào.",)
    return Outcome(change, change.added[:1], warnings)


def number_submission(book: Book, submission: int, number: str, *, on: str = "") -> Change:
    """Gives a submission its number, and its day where it was not known."""
    found = submission_of(book.db, submission)
    number = needed(number, "Chưa ghi số tờ trình. Hãy ghi số rồi lưu lại.")
    values = {"number": number, "sent_on": on or found.values["sent_on"]}
    return book.write(f"Ghi số tờ trình {number}", [Amend(submission, values)])


def returned(book: Book, submission: int, reason: str, *, on: str = "") -> Outcome:
    """The dossier came back. A second return is kept as well, and warned of. Raises UserError without a reason."""
    found = submission_of(book.db, submission)
    reason = needed(reason, "Chưa ghi lý do trả lại. Hãy ghi cấp trên yêu cầu gì.")
    if found.values["state"] not in ("sent", "supplemented"):
        raise UserError("Tờ trình này không ở cấp trên nên không ghi trả lại được. Hãy xem lại tình trạng.")
    day = today(on)
    values: dict[str, Any] = {"state": "returned", "returned_on": day, "returned_reason": reason}
    warnings: tuple[str, ...] = ()
    if found.values["returned_on"]:
        before = (
            f"Trả lại ngày {show_date(PartialDate(found.values['returned_on']))}: {found.values['returned_reason']}"
        )
        values["note"] = "\n".join(filter(None, (found.values["note"], before)))
        warnings = (
            "Hồ sơ bị trả lại lần thứ hai. Hồ sơ chỉ được bổ sung một lần; hãy hỏi cấp trên trước khi gửi lại.",
        )
    back = {"state": "returned", "state_on": day, "state_reason": reason}
    waiting = nominations_in(book.db, submission, ("submitted",))
    edits: list[Edit] = [Amend(submission, values), *(Amend(one, back) for one in waiting)]
    return Outcome(book.write(f"{found.values['authority']} trả lại hồ sơ: {reason}", edits), (), warnings)


def supplement(book: Book, submission: int, *, number: str = "", on: str = "") -> Outcome:
    """The dossier was mended and sent again. A second supplement is warned of."""
    found = submission_of(book.db, submission)
    if found.values["state"] != "returned":
        raise UserError("Tờ trình này chưa bị trả lại nên không cần bổ sung.")
    day = today(on)
    values = {"state": "supplemented", "supplemented_on": day, "supplement_number": number.strip()}
    again = {"state": "submitted", "state_on": day, "state_reason": ""}
    waiting = nominations_in(book.db, submission, ("returned",))
    edits: list[Edit] = [Amend(submission, values), *(Amend(one, again) for one in waiting)]
    warnings = ("Đây là lần bổ sung thứ hai; cấp trên có thể không nhận.",) if found.values["supplemented_on"] else ()
    return Outcome(book.write(f"Gửi bổ sung – {found.title}", edits), (), warnings)


def withdraw_submission(book: Book, submission: int, reason: str, *, on: str = "") -> Change:
    """Takes a submission back; its nominations stand as the council left them. Raises UserError without a reason."""
    found = submission_of(book.db, submission)
    reason = needed(reason, "Chưa ghi lý do rút. Hãy ghi vì sao rút tờ trình.")
    if found.values["state"] in ("answered", "withdrawn"):
        raise UserError("Tờ trình này đã có kết quả hoặc đã rút. Không rút được nữa.")
    waiting = nominations_in(book.db, submission, ("submitted", "returned"))
    voted = _passed(book.db, waiting)
    note = "\n".join(filter(None, (found.values["note"], f"Rút: {reason}")))
    edits: list[Edit] = [Amend(submission, {"state": "withdrawn", "note": note})]
    for one in waiting:
        state = "passed" if one in voted else "nominated"
        edits.append(Amend(one, {"state": state, "state_on": today(on), "state_reason": reason, "submission": None}))
    return book.write(f"Rút tờ trình – {found.title}: {reason}", edits)


def _passed(db: SqliteDatabase, nominations: Sequence[int]) -> set[int]:
    """Which of these nominations a council has passed."""
    rows = db.execute_sql(
        "SELECT b.nomination_id FROM ballot b CROSS JOIN record r ON r.id = b.record_id "
        "WHERE b.nomination_id IN (SELECT value FROM json_each(?)) AND r.binned = 0 "
        "AND (b.result = 'passed' OR b.lower_type_id IS NOT NULL)",
        (json.dumps(list(nominations)),),
    )
    return {record for (record,) in rows}
