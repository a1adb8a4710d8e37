"""When things are due in a year: the calendar of a pack, with the office's own days where it has some."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ward.rules.pack import CalendarEntry, Pack
from ward.rules.sureness import Sureness, sureness


@dataclass(frozen=True)
class DueDate:
    """A day of one year: `due`, or done before it where `before`; `opens` and the counted period where known."""

    key: str
    what: str
    due: dt.date
    before: bool
    opens: dt.date | None
    period_from: dt.date | None
    period_to: dt.date | None
    awards: tuple[str, ...]
    article: str
    sure: Sureness
    local: str

    @property
    def last_day(self) -> dt.date:
        """The last day on which it is in time."""
        return self.due - dt.timedelta(days=1) if self.before else self.due

    @property
    def words(self) -> str:
        """When, in words: "trước ngày 25/11/2026", "từ 15/01/2026 đến 15/02/2026"."""
        shown = f"{self.due:%d/%m/%Y}"
        if self.opens:
            return f"từ {self.opens:%d/%m/%Y} đến {'trước ' if self.before else ''}{shown}"
        return f"trước ngày {shown}" if self.before else f"chậm nhất ngày {shown}"


def due_dates(pack: Pack, year: int) -> list[DueDate]:
    """What is due for a year, the earliest first; entries that are not in force on their day are left out."""
    found = [_due(pack, entry, year) for entry in pack.calendar]
    return sorted((one for one in found if one is not None), key=lambda one: (one.due, one.key))


def _due(pack: Pack, entry: CalendarEntry, year: int) -> DueDate | None:
    due = _day(year + entry.due_years_later, entry.due)
    if due is None or not entry.holds_on(due.isoformat()):
        return None
    return DueDate(
        key=entry.key,
        what=entry.what,
        due=due,
        before=entry.before,
        opens=_day(year + entry.due_years_later, entry.opens),
        period_from=_day(year - entry.period_from_previous_year, entry.period_from),
        period_to=_day(year, entry.period_to),
        awards=entry.awards,
        article=entry.article,
        sure=sureness(pack, entry, due.isoformat()),
        local=entry.local,
    )


def _day(year: int, month_day: str) -> dt.date | None:
    return dt.date.fromisoformat(f"{year:04d}-{month_day}") if month_day else None
