"""What is due soon by the calendar of the rules, read in the background some time after the start."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.session import Session
from desktop.tasks import Progress, Tasks
from ward.edits import Change

if TYPE_CHECKING:
    from ward.rules.calendar import DueDate

SOON = dt.timedelta(days=30)
LONGEST = 64
REST = 1500
"""Milliseconds of rest after the start: the rules are no part of it."""
KINDS = frozenset({"local_rule", "rule_pack"})


@dataclass(frozen=True)
class Due:
    """One day that comes near: what is due, in how many days."""

    what: str
    day: dt.date
    left: int

    @property
    def words(self) -> str:
        """The line on the first screen."""
        left = "hôm nay" if self.left == 0 else f"còn {self.left} ngày"
        what = self.what if len(self.what) <= LONGEST else f"{self.what[: LONGEST - 1].rstrip()}…"
        return f"○ {self.day.day:02}/{self.day.month:02} ({left}): {what}"


class DueWatch(QObject):
    """`looked` tells that `near` (sure days of the coming month) and `unsure` (how many others) are known."""

    looked = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = Tasks(session.book.db.close, self)
        self.near: tuple[Due, ...] = ()
        self.unsure = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.look)
        session.changed.connect(self._take_change)
        self._rest.start()

    def look(self) -> None:
        """Reads the calendar for today."""
        db, today = self._session.book.db, dt.date.today()

        def work(_progress: Progress) -> list[DueDate]:
            from ward.rules.calendar import due_dates
            from ward.rules.packs import pack_of

            pack = pack_of(db, None, today.isoformat())
            years = (today.year - 1, today.year, today.year + 1)
            found = [one for year in years for one in due_dates(pack, year)]
            return [one for one in found if today <= one.last_day <= today + SOON]

        task = self._tasks.start("Đang xem lịch thi đua, khen thưởng", work)
        task.done.connect(lambda found: self._take(found, today))

    def stop(self) -> None:
        """Ends for good; the file may be closed then."""
        self._rest.stop()
        self._tasks.stop()

    def _take(self, found: list[DueDate], today: dt.date) -> None:
        sure = [one for one in found if one.sure.sure or one.local]
        self.near = tuple(Due(one.what, one.last_day, (one.last_day - today).days) for one in sure)
        self.unsure = len(found) - len(sure)
        self.looked.emit()

    def _take_change(self, change: Change) -> None:
        if change.kinds & KINDS:
            self._rest.start()
