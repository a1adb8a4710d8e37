"""Nominations: put into a round, changed, ordered, sent back for what is missing, withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from peewee import SqliteDatabase

from ward.awarding.drafts import Draft, Filling, Reason
from ward.awarding.outcome import doer, moment, needed, today
from ward.awarding.rounds import round_of
from ward.book import Book
from ward.dates import PartialDate, show_date
from ward.edits import Add, Amend, Change, Values
from ward.errors import UserError
from ward.loading import Stored, load_many
from ward.lookups import forwards

__all__ = [
    "Draft",
    "Reason",
    "amend_nomination",
    "ask_supplement",
    "nominate",
    "put_back",
    "reorder",
    "supplemented",
    "withdraw",
]
DECIDED = ("granted", "lowered", "refused", "cancelled")
"""States of nominations that somebody decided on."""
_OWN = ("state", "state_on", "state_reason", "supplement_due", "lowered_to", "submission", "decision", "award")
"""Fields that only the verbs of the way change."""


def nominate(
    book: Book,
    round_id: int,
    drafts: Sequence[Draft],
    *,
    who: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Change:
    """Puts nominations into a round as one act; `Change.added` has them in the order of the drafts.

    What a draft leaves open is filled in: what kind of recipient it is, the office that a person holds, a household's
    address, the place in the list, the years and the movement of the round.
    Raises: UserError when the round takes none any more, or a draft says nobody or nothing.
    """
    found = round_of(book.db, round_id)
    _check(found, drafts)
    ends = forwards(book.db)
    nominees = {ends.get(draft.nominee, draft.nominee) for draft in drafts if draft.nominee is not None}
    shared = Filling(book.db, found, nominees, {"who": doer(book, who), "at": moment(None)})
    first = _last_place(book.db, round_id) + 1
    edits = [
        Add("nomination", shared.values(draft, ends.get(draft.nominee or 0, draft.nominee), place))
        for place, draft in enumerate(drafts, first)
    ]
    act = (
        f"Đề nghị khen {len(edits)} trường hợp – {found.title}" if len(edits) > 1 else f"Đề nghị khen – {found.title}"
    )
    return book.write(act, edits, progress=progress)


def amend_nomination(book: Book, nomination: int, values: Values) -> Change:
    """Changes fields of a nomination that is not decided yet. Raises UserError otherwise."""
    (found,) = nominations_of(book.db, [nomination])
    if found.values["state"] in DECIDED:
        raise UserError(f"Đề nghị “{found.title}” đã có kết quả nên không sửa được. Hãy mở lại đợt xét nếu cần.")
    given = {key: value for key, value in values.items() if key not in _OWN}
    return book.write(f"Sửa đề nghị “{found.title}”", [Amend(nomination, given)])


def reorder(book: Book, nominations: Sequence[int]) -> Change:
    """Numbers the nominations of a round anew, in this order; those that are not named follow as they stood.

    Raises: UserError when they belong to several rounds.
    """
    found = nominations_of(book.db, nominations)
    rounds = {one.values["round"] for one in found}
    if len(rounds) > 1:
        raise UserError("Các đề nghị này thuộc nhiều đợt xét. Hãy chọn đề nghị của một đợt rồi xếp lại.")
    rows = book.db.execute_sql(
        "SELECT record_id FROM nomination WHERE round_id = ? ORDER BY place_in_list, record_id", tuple(rounds)
    )
    order = list(dict.fromkeys((*nominations, *(record for (record,) in rows))))
    edits = [Amend(record, {"place_in_list": place}) for place, record in enumerate(order, 1)]
    return book.write("Xếp lại thứ tự đề nghị", edits)


def withdraw(book: Book, nominations: Sequence[int], reason: str, *, on: str = "") -> Change:
    """Withdraws nominations; they stay in the list. Raises UserError without a reason, or when decided."""
    reason = needed(reason, "Chưa ghi lý do rút. Hãy ghi vì sao rút đề nghị.")
    found = in_states(book.db, nominations, ("nominated", "supplement", "passed", "failed", "returned", ""))
    values = {"state": "withdrawn", "state_on": today(on), "state_reason": reason}
    return book.write(f"Rút {_told(found)}: {reason}", [Amend(one.id, values) for one in found])


def put_back(book: Book, nominations: Sequence[int]) -> Change:
    """Takes a withdrawal back: the nomination is one that was made, and goes its way anew."""
    found = in_states(book.db, nominations, ("withdrawn",))
    values = {"state": "nominated", "state_on": today(""), "state_reason": ""}
    return book.write(f"Đưa lại {_told(found)} vào danh sách", [Amend(one.id, values) for one in found])


def ask_supplement(book: Book, nominations: Sequence[int], missing: str, due: str, *, on: str = "") -> Change:
    """Asks for what a dossier lacks by a day. Raises UserError when it is not said what, or the day is past."""
    missing = needed(missing, "Chưa ghi cần bổ sung gì. Hãy ghi rõ giấy tờ, nội dung còn thiếu.")
    day = today(on)
    if due and due < day:
        raise UserError(f"Hạn bổ sung {show_date(PartialDate(due))} đã qua. Hãy chọn một ngày sau hôm nay.")
    found = in_states(book.db, nominations, ("nominated", "supplement", "returned", ""))
    values = {"state": "supplement", "state_on": day, "state_reason": missing, "supplement_due": due}
    return book.write(f"Yêu cầu bổ sung {_told(found)}: {missing}", [Amend(one.id, values) for one in found])


def supplemented(book: Book, nominations: Sequence[int], *, on: str = "") -> Change:
    """What was asked for has come."""
    found = in_states(book.db, nominations, ("supplement",))
    values = {"state": "nominated", "state_on": today(on), "state_reason": "", "supplement_due": ""}
    return book.write(f"Đã nhận bổ sung {_told(found)}", [Amend(one.id, values) for one in found])


def nominations_of(db: SqliteDatabase, nominations: Iterable[int]) -> list[Stored]:
    """These nominations with all their fields, in the given order.

    Raises: UserError when none is named, or one is gone or in the bin.
    """
    wanted = list(dict.fromkeys(nominations))
    if not wanted:
        raise UserError("Chưa chọn đề nghị nào. Hãy chọn ít nhất một đề nghị trong danh sách.")
    found = load_many(db, wanted)
    if any(record not in found or found[record].binned or found[record].kind != "nomination" for record in wanted):
        raise UserError("Có đề nghị không còn trong sổ. Hãy mở lại danh sách rồi chọn lại.")
    return [found[record] for record in wanted]


def in_states(db: SqliteDatabase, nominations: Sequence[int], states: Sequence[str]) -> list[Stored]:
    """These nominations, if each is in one of the states. Raises UserError that names the first that is not."""
    found = nominations_of(db, nominations)
    for one in found:
        if one.values["state"] not in states:
            raise UserError(
                f"Đề nghị “{one.title}” {STATE_WORDS.get(one.values['state'], 'ở bước khác')} nên không làm được "
                "việc này. Hãy bỏ chọn đề nghị đó, hoặc lùi lại bước trước."
            )
    return found


STATE_WORDS: Mapping[str, str] = {
    "": "chưa vào bước nào",
    "nominated": "mới được đề nghị",
    "supplement": "đang chờ bổ sung",
    "withdrawn": "đã rút",
    "passed": "đã được Hội đồng thông qua",
    "failed": "không được Hội đồng thông qua",
    "submitted": "đã trình cấp trên",
    "returned": "bị cấp trên trả lại",
    "granted": "đã được khen",
    "lowered": "đã được khen mức thấp hơn",
    "refused": "không được khen",
    "cancelled": "đã bị hủy quyết định",
}


def _check(found: Stored, drafts: Sequence[Draft]) -> None:
    if found.values["state"] in ("decided", "closed"):
        raise UserError("Đợt xét này đã kết thúc nên không nhận thêm đề nghị. Hãy mở lại đợt, hoặc mở đợt khác.")
    if not drafts:
        raise UserError("Chưa có đề nghị nào. Hãy ghi ít nhất một trường hợp.")
    for place, draft in enumerate(drafts, 1):
        if draft.nominee is None and not draft.nominee_words.strip():
            raise UserError(f"Dòng {place} chưa ghi đề nghị khen ai. Hãy chọn hoặc ghi tên.")
        if draft.award_type is None and not draft.form_words.strip():
            raise UserError(f"Dòng {place} chưa ghi danh hiệu, hình thức khen. Hãy chọn rồi ghi lại.")


def _last_place(db: SqliteDatabase, round_id: int) -> int:
    row = db.execute_sql("SELECT max(place_in_list) FROM nomination WHERE round_id = ?", (round_id,)).fetchone()
    return int(row[0] or 0)


def _told(found: Sequence[Stored]) -> str:
    return f"đề nghị “{found[0].title}”" if len(found) == 1 else f"{len(found)} đề nghị"
