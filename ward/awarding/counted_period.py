"""The awards that were decided between two days, for statistics, and those whose day is not known enough."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peewee import SqliteDatabase

from ward.dates import PartialDate
from ward.lookups import LIVING, forwards
from ward.year_awards import AwardForm
from ward.year_entries import Entry, load_entries


@dataclass(frozen=True)
class TypedAward:
    """An award with its type: the code by which rules know it ("" for none), name, title or form, level."""

    entry: Entry
    code: str
    form: AwardForm


@dataclass(frozen=True)
class CountedPeriod:
    """The awards granted from `first` to `last`; `unsure` are those whose decision's day is not known enough."""

    first: dt.date
    last: dt.date
    awards: tuple[TypedAward, ...]
    unsure: tuple[TypedAward, ...]


def statistics_period(years: Sequence[int]) -> tuple[dt.date, dt.date]:
    """From 1 December of the year before to 30 November (TT 02/2023/TT-BNV, seen second-hand)."""
    return dt.date(min(years) - 1, 12, 1), dt.date(max(years), 11, 30)


def counted_period(db: SqliteDatabase, years: Sequence[int]) -> CountedPeriod:
    """The granted awards of the statistical years. An award without a day is unsure when it is one of these years."""
    first, last = statistics_period(years)
    rows = db.execute_sql(
        "SELECT a.record_id, COALESCE(NULLIF(a.decided_on, ''), d.issued_on, '') FROM award a "
        "JOIN record r ON r.id = a.record_id LEFT JOIN document d ON d.record_id = a.decision_id "
        f"WHERE a.state = 'granted' AND {LIVING} ORDER BY 2, 1"
    ).fetchall()
    sure = [record for record, day in rows if day and _inside(day, first, last)]
    known = set(sure)
    partly = [record for record, day in rows if day and record not in known and _touches(day, first, last)]
    undated = [record for record, day in rows if not day]
    entries = {one.id: one for one in load_entries(db, "award", [*sure, *partly, *undated], forwards(db), max(years))}
    forms = _forms(db)
    unsure = [*partly, *(one for one in undated if set(entries[one]["years"]) & set(years))]
    return CountedPeriod(
        first,
        last,
        tuple(_typed(entries[record], forms) for record in sure),
        tuple(_typed(entries[record], forms) for record in unsure),
    )


def _inside(day: str, first: dt.date, last: dt.date) -> bool:
    when = PartialDate(day)
    return first <= when.first_day and when.last_day <= last


def _touches(day: str, first: dt.date, last: dt.date) -> bool:
    when = PartialDate(day)
    return when.first_day <= last and first <= when.last_day


def _typed(entry: Entry, forms: Mapping[int, tuple[str, AwardForm]]) -> TypedAward:
    code, form = forms.get(entry["award_type"], ("", AwardForm("", "", "", "", "")))
    if entry["form_words"]:
        form = AwardForm(entry["form_words"], entry.uid, "award", form.form, form.level)
    return TypedAward(entry, code, form)


def _forms(db: SqliteDatabase) -> dict[int, tuple[str, AwardForm]]:
    rows = db.execute_sql(
        "SELECT r.id, r.uid, t.code, t.name, t.form, t.level FROM award_type t JOIN record r ON r.id = t.record_id"
    )
    return {row[0]: (row[2], AwardForm(row[3], bytes(row[1]).hex(), "award_type", row[4], row[5])) for row in rows}
