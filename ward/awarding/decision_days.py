"""Whether the day of a decision fits what went before it: the meeting, the nominations, the years of the round."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from peewee import SqliteDatabase

from ward.dates import PartialDate, show_date
from ward.lookups import LIVING

_GIVEN = "(SELECT value FROM json_each(?))"


def day_doubts(db: SqliteDatabase, nominations: Sequence[int], on: str) -> list[str]:
    """Sentences where a decision's day (ISO) lies before what it rests on, or in a year beyond those of its round.

    Nominations of a year are decided in that year or in the one after; a day may be known in part.
    """
    return list(_doubts(db, json.dumps(list(nominations)), on)) if on else []


def _doubts(db: SqliteDatabase, given: str, on: str) -> Iterator[str]:
    day = show_date(PartialDate(on))
    (held,) = db.execute_sql(
        "SELECT max(m.held_on) FROM ballot b CROSS JOIN meeting m ON m.record_id = b.meeting_id "
        f"CROSS JOIN record r ON r.id = m.record_id WHERE b.nomination_id IN {_GIVEN} AND {LIVING}",
        (given,),
    ).fetchone()
    if held and on < held:
        yield f"Ngày quyết định {day} trước ngày Hội đồng họp {show_date(PartialDate(held))}. {_ADVICE}"
    (came,) = db.execute_sql(
        f"SELECT max(received_on) FROM nomination WHERE record_id IN {_GIVEN}", (given,)
    ).fetchone()
    if came and on < came:
        yield f"Ngày quyết định {day} trước ngày nhận đề nghị {show_date(PartialDate(came))}. {_ADVICE}"
    years = [year for (year,) in db.execute_sql(_YEARS, (given,))]
    if years and not min(years) <= int(on[:4]) <= max(years) + 1:
        told = ", ".join(map(str, years))
        yield f"Quyết định ngày {day} nhưng đợt xét là của năm {told}. {_ADVICE}"


_ADVICE = "Hãy kiểm tra lại ngày, tháng, năm; mức lương cơ sở để tính tiền thưởng theo ngày này."
_YEARS = (
    "SELECT DISTINCT y.year FROM record_year y WHERE y.record_id IN "
    f"(SELECT n.round_id FROM nomination n WHERE n.record_id IN {_GIVEN}) ORDER BY y.year"
)
