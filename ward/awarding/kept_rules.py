"""The rules that a round keeps: its pack with the office's own values, and how those of now differ from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from peewee import SqliteDatabase

from ward.awarding.rounds import round_of, rules_day
from ward.book import Book
from ward.edits import Add, Amend, Change, Edit
from ward.errors import UserError
from ward.loading import Stored
from ward.lookups import LIVING
from ward.uids import new_uid

if TYPE_CHECKING:
    from ward.rules.pack import LocalValue, Pack

DONE = ("decided", "closed")
"""States of rounds whose rules stand as they are."""
_MOST_TOLD = 3


@dataclass(frozen=True)
class Rules:
    """What a round is judged by, and the edits that keep it with the round; none where it keeps it already."""

    pack: Pack
    edits: tuple[Edit, ...]


def keep_rules(book: Book, round_id: int, *, anew: bool = False) -> Change | None:
    """Keeps with the round the rules that hold on its day, once; None when it keeps them already.

    With `anew` the rules that are in use now take the place of those that it kept; it is to be judged again then.
    Raises: UserError when a round that is decided or closed is to take others.
    """
    found = round_of(book.db, round_id)
    if anew and found.values["state"] in DONE:
        raise UserError("Đợt này đã xong nên giữ quy định đã xét. Muốn xét lại, hãy mở lại đợt và ghi lý do.")
    edits = rules_for(book, found, anew=anew).edits
    if not edits:
        return None
    return book.write(f"Ghi lại quy định của đợt “{found.title}”", edits)


def rules_for(book: Book, found: Stored, *, anew: bool = False) -> Rules:
    """The rules of a round's day with the office's own values of that day, to be kept by the act that needs them.

    A round that kept a pack alone keeps the office's values of now with it from the next act on, until it is done.
    """
    from ward.rules.packs import applied, pack_of, pack_to_keep

    day, record = rules_day(book.db, found.id), found.values["pack"]
    if record is not None and found.values["state"] in DONE:
        return Rules(pack_of(book.db, found.id, day), ())
    kept = pack_to_keep(book.db, None if anew else found.id, day)
    return Rules(applied(kept, day), tuple(_keeping(book.db, found, kept)))


def rules_changed(db: SqliteDatabase, round_id: int) -> str:
    """A sentence when the rules in use now would judge an undecided round by other rules than it keeps; else "".

    What only touches prizes, the fund or the calendar is no such difference: those go by days of their own.
    """
    from ward.rules.packs import pack_of

    found = round_of(db, round_id)
    if found.values["pack"] is None or found.values["state"] in DONE:
        return ""
    day = rules_day(db, round_id)
    kept, now = pack_of(db, round_id, day), pack_of(db, None, day)
    if _judging(kept) == _judging(now):
        return ""
    told = list(_local_changes(kept, now)) or [_pack_change(kept, now)]
    more = f"; còn {len(told) - _MOST_TOLD} điều nữa" if len(told) > _MOST_TOLD else ""
    return (
        f"Quy định nay khác quy định mà đợt này đã ghi lại: {'; '.join(told[:_MOST_TOLD])}{more}. "
        "Đợt vẫn theo quy định đã ghi lại; muốn theo quy định nay, hãy bấm “Việc khác”, “Cập nhật quy định của đợt”."
    )


def _keeping(db: SqliteDatabase, found: Stored, kept: Pack) -> Iterator[Edit]:
    """The edits that put the rules into the file, if they are new there, and with the round, if it keeps others."""
    from ward.rules.packs import keep_pack

    row = db.execute_sql("SELECT sha FROM rule_pack WHERE record_id = ?", (found.values["pack"],)).fetchone()
    if row and row[0] == kept.sha:
        return
    row = db.execute_sql(
        f"SELECT k.record_id FROM rule_pack k CROSS JOIN record r ON r.id = k.record_id WHERE k.sha = ? AND {LIVING}",
        (kept.sha,),
    ).fetchone()
    record: int | bytes = row[0] if row else new_uid()
    if isinstance(record, bytes):
        yield Add("rule_pack", keep_pack(kept).values, record)
    yield Amend(found.id, {"pack": record})


def _judging(pack: Pack) -> tuple[object, ...]:
    """What of a pack bears on a verdict, a vote or a dossier."""
    awards = {key: replace(award, prizes={}, prize_note="") for key, award in pack.awards.items()}
    return awards, pack.authorities, pack.principles, pack.votes, pack.quorums, pack.instruments, pack.grades


def _local_changes(kept: Pack, now: Pack) -> Iterator[str]:
    """The office's own values that came, went or changed, each in words."""
    before, after = ({one.path: one for one in pack.local if _judges(one)} for pack in (kept, now))
    for path in dict.fromkeys([*before, *after]):
        was, then = before.get(path), after.get(path)
        if was is None or then is None or was.value != then.value:
            yield f"“{_label(was, then)}” nay {_value(then)}, đợt giữ {_value(was)}"


def _judges(one: LocalValue) -> bool:
    return one.path.split(".")[0] not in ("base_salary", "fund", "calendar") and ".prize." not in one.path


def _label(was: LocalValue | None, then: LocalValue | None) -> str:
    found = then or was
    return found.label if found else ""


def _value(one: LocalValue | None) -> str:
    if one is None:
        return "theo bộ quy định"
    return f"{one.value.strip()} ({one.instrument})" if one.instrument else one.value.strip()


def _pack_change(kept: Pack, now: Pack) -> str:
    told, other = (f"“{pack.name}” phiên bản {pack.version}" for pack in (now, kept))
    return f"nay dùng bộ {told}, đợt giữ bộ {other}" if told != other else f"bộ {told} đã được sửa"
