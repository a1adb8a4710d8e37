"""How a moment is said on the screen: in the clerk's own words and the machine's own time."""

from __future__ import annotations

import datetime as dt


def local(at: str) -> dt.datetime:
    """The local time of a UTC ISO text."""
    return dt.datetime.fromisoformat(at).astimezone().replace(tzinfo=None)


def ago(moment: dt.datetime, now: dt.datetime) -> str:
    """ "hôm nay 14:05", "hôm qua 08:10", or the day: "12/3/2025 09:00"."""
    days = (now.date() - moment.date()).days
    clock = f"{moment:%H:%M}"
    if days in (0, 1):
        return f"{'hôm nay' if days == 0 else 'hôm qua'} {clock}"
    return f"{moment.day}/{moment.month}/{moment.year} {clock}"
