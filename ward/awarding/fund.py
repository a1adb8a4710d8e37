"""The fund for emulation and commendation over a year, in whole đồng; missing is never zero."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.lookups import LIVING


@dataclass(frozen=True, slots=True)
class FundYear:
    """The fund over a year in whole đồng; `incoming` and `outgoing` by kind. `missing` tells entries left out.

    `opening` is what the years before left, `closing` what this year leaves; both hold only what is known.
    """

    year: int
    opening: int
    incoming: Mapping[str, int]
    outgoing: Mapping[str, int]
    closing: int
    missing: tuple[int, ...]
    warnings: tuple[str, ...]


def fund_year(db: SqliteDatabase, year: int) -> FundYear:
    """What the fund held at the year's start, what came and went by kind, and what is left.

    An entry belongs to the year of its day, else to its work year.
    """
    opening, flows, missing = 0, {"in": Counter[str](), "out": Counter[str]()}, []
    for record, direction, kind, amount, own in db.execute_sql(
        "SELECT k.record_id, k.direction, k.entry_kind, k.amount, COALESCE(NULLIF(substr(k.entered_on, 1, 4), ''), "
        "(SELECT min(y.year) FROM record_year y WHERE y.record_id = k.record_id)) "
        f"FROM fund_entry k CROSS JOIN record r ON r.id = k.record_id WHERE {LIVING} ORDER BY k.record_id"
    ):
        if own is not None and int(own) > year:
            continue
        if own is None or amount is None or direction not in flows:
            missing.append(record)
        elif int(own) < year:
            opening += amount if direction == "in" else -amount
        else:
            flows[direction][kind or "other"] += amount
    closing = opening + flows["in"].total() - flows["out"].total()
    return FundYear(year, opening, flows["in"], flows["out"], closing, tuple(missing), _warnings(closing, missing))


def _warnings(closing: int, missing: list[int]) -> tuple[str, ...]:
    told = []
    if missing:
        told.append(f"{len(missing)} khoản chưa ghi số tiền, ngày hoặc thu, chi nên chưa cộng vào. Hãy ghi đủ.")
    if closing < 0:
        told.append("Chi nhiều hơn thu. Hãy kiểm tra số dư đầu năm và các khoản thu.")
    return tuple(told)
