"""What the level above decided on a submission: granted, granted lower, refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ward.awarding.deciding import after_decision
from ward.awarding.granting import Decision, Grant, grant
from ward.awarding.nominating import nominations_of
from ward.awarding.outcome import Outcome, needed, today
from ward.awarding.rounds import round_of
from ward.awarding.submissions import nominations_in, submission_of
from ward.book import Book
from ward.edits import Add, Amend, Edit
from ward.errors import UserError
from ward.loading import Stored
from ward.uids import new_uid

RESULTS = ("granted", "lowered", "refused")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the level above decided on a nomination: "granted", "lowered" (to `lowered_to`) or "refused"."""

    nomination: int
    result: str
    lowered_to: int | None = None
    lowered_words: str = ""
    book_number: str = ""
    reason: str = ""


def answer(
    book: Book,
    submission: int,
    answers: Sequence[Answer],
    *,
    number: str = "",
    on: str = "",
    issuer: int | None = None,
    issuer_words: str = "",
) -> Outcome:
    """Keeps what was decided above: a document, an award for each that was granted, the reasons of the others.

    `records` holds the document (when something was granted) and the awards. Part of the list may be answered; the
    rest waits. The prize of such an award is whoever decided's to pay, so it is left open.
    Raises: UserError when a nomination does not wait for this answer.
    """
    found = submission_of(book.db, submission)
    stored = _asked(book, found, answers)
    day = today(on)
    said: dict[str, Any] = {
        "number": number.strip(),
        "on": day,
        "issuer": issuer,
        "words": issuer_words or found.values["authority"],
    }
    grants = [_grant(stored[one.nomination], one) for one in answers if one.result != "refused"]
    edits: list[Edit] = []
    document: bytes | None = None
    if grants:
        document = new_uid()
        parent = round_of(book.db, found.values["round"])
        issuers = [{"issuer": issuer, "words": said["words"]}]
        decision = Decision(
            document, said["number"], day, found.values["level"], issuers, parent.values["basis"], None
        )
        edits += [Add("document", _document(found, said), document), *grant(book.db, grants, decision).edits]
    edits += [_refused(one, day) for one in answers if one.result == "refused"]
    edits.append(Amend(submission, _answered(book, found, answers, said, document)))
    edits += after_decision(book.db, round_of(book.db, found.values["round"]), [one.nomination for one in answers])
    change = book.write(f"{found.values['authority']} trả lời {len(answers)} trường hợp", edits)
    warnings = ("Chưa ghi số quyết định của cấp trên.",) if grants and not said["number"] else ()
    return Outcome(change, change.added, warnings)


def _asked(book: Book, found: Stored, answers: Sequence[Answer]) -> dict[int, Stored]:
    """The answered nominations. Raises UserError when one does not wait, or an answer does not say enough."""
    waiting = nominations_in(book.db, found.id, ("submitted", "returned"))
    stored = {one.id: one for one in nominations_of(book.db, [one.nomination for one in answers])}
    for one in answers:
        name = stored[one.nomination].title
        if one.nomination not in waiting:
            raise UserError(f"“{name}” không chờ trả lời của tờ trình này. Hãy bỏ chọn rồi ghi lại.")
        if one.result not in RESULTS:
            raise UserError(f"Chưa chọn kết quả của “{name}”. Hãy chọn được khen, mức thấp hơn hoặc không được khen.")
        if one.result == "lowered" and one.lowered_to is None and not one.lowered_words.strip():
            raise UserError(f"“{name}” được khen mức thấp hơn nhưng chưa ghi mức nào. Hãy chọn danh hiệu, hình thức.")
        if one.result == "refused":
            needed(one.reason, f"Chưa ghi vì sao “{name}” không được khen. Hãy ghi lý do.")
    return stored


def _grant(stored: Stored, one: Answer) -> Grant:
    if one.result == "lowered":
        return Grant(stored, one.lowered_to, one.lowered_words, one.book_number, lowered=True)
    lowered = stored.values["lowered_to"]
    words = "" if lowered else stored.values["form_words"]
    return Grant(stored, lowered or stored.values["award_type"], words, one.book_number, bool(lowered))


def _refused(one: Answer, day: str) -> Edit:
    return Amend(one.nomination, {"state": "refused", "state_on": day, "state_reason": one.reason})


def _document(found: Stored, said: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "doc_kind": "Quyết định",
        "number": said["number"],
        "issued_on": said["on"],
        "issuer": said["issuer"],
        "issuer_words": said["words"],
        "subject": f"Khen thưởng theo {found.title}",
        "level": found.values["level"],
        "years": found.years,
    }


def _answered(
    book: Book, found: Stored, answers: Sequence[Answer], said: Mapping[str, Any], document: bytes | None
) -> dict[str, Any]:
    """The submission after these answers: answered once nothing of it waits."""
    told = {one.nomination for one in answers}
    left = set(nominations_in(book.db, found.id, ("submitted", "returned"))) - told
    values: dict[str, Any] = {
        "answered_on": said["on"],
        "result_number": said["number"],
        "result_issuer": said["words"],
    }
    if document is not None:
        values["result_document"] = document
    return values if left else {**values, "state": "answered"}
