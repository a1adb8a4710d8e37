"""The verdict of one nomination as the records stand now, for whoever looks at it; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peewee import SqliteDatabase

from ward.awarding.rounds import rules_day
from ward.errors import UserError
from ward.loading import load

if TYPE_CHECKING:
    from ward.rules.judgements import Verdict


def verdict_of(db: SqliteDatabase, nomination: int) -> Verdict:
    """Judges one nomination by the rules of its round. Raises UserError when it is in no round, or names nothing."""
    from ward.rules.packs import pack_of
    from ward.rules.verdicts import judge

    stored = load(db, nomination)
    round_id = stored.values["round"]
    if round_id is None:
        raise UserError("Đề nghị này chưa thuộc đợt xét nào. Hãy chọn đợt xét cho đề nghị.")
    day = rules_day(db, round_id)
    (found,) = judge(db, pack_of(db, round_id, day), round_id, [nomination], day)
    return found
