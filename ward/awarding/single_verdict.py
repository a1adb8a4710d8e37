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
    from ward.rules.history import read_facts
    from ward.rules.nominations import read_nominations
    from ward.rules.packs import pack_of
    from ward.rules.verdicts import judge

    stored = load(db, nomination)
    if stored.values["round"] is None:
        raise UserError("Đề nghị này chưa thuộc đợt xét nào. Hãy chọn đợt xét cho đề nghị.")
    day = rules_day(db, stored.values["round"])
    nominated = read_nominations(db, [nomination], day)
    found = judge(
        pack_of(db, stored.values["round"], day),
        read_facts(db, [one.nominee for one in nominated if one.nominee]),
        nominated,
        day,
    )
    return next(iter(found))
