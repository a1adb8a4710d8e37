"""Acts on the work year: add one, go to another, lock it with a reason, open it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from ward.edits import Add
from ward.errors import UserError
from ward.overview import known_years
from ward.years import close_year, reopen_year

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


class YearActs:
    """The acts of the menu "Năm"."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def add(self) -> None:
        """Asks for a year and chooses it; its record is made with it."""
        from desktop.year_dialogs import YearDialog

        known = {one.year for one in known_years(self._window.session.book.db)}
        dialog = YearDialog(max(known, default=dt.date.today().year - 1) + 1, self._window)
        dialog.chosen.connect(self._add)
        dialog.open()

    def close(self) -> None:
        """Asks for the reason and locks the chosen year."""
        self._ask_reason(closing=True)

    def reopen(self) -> None:
        """Asks for the reason and opens the chosen year again."""
        self._ask_reason(closing=False)

    def step(self, by: int) -> None:
        """Goes to the next later or earlier known year."""
        session = self._window.session
        years = sorted(one.year for one in known_years(session.book.db))
        if by > 0:
            following = [year for year in years if year > session.year]
        else:
            following = [year for year in reversed(years) if year < session.year or not session.year]
        if following:
            session.choose_year(following[0])

    def _add(self, year: int, theme: str) -> None:
        session = self._window.session
        if all(one.year != year or not one.recorded for one in known_years(session.book.db)):
            edits = [Add("year", {"year": year, "theme": theme})]
            self._try(lambda: session.write(f"Thêm năm {year}", edits))
        session.choose_year(year)

    def _ask_reason(self, *, closing: bool) -> None:
        from desktop.year_dialogs import ReasonDialog

        year = self._window.session.year
        if year:
            dialog = ReasonDialog(year, closing, self._window)
            dialog.given.connect(lambda reason: self._lock(year, reason, closing=closing))
            dialog.open()

    def _lock(self, year: int, reason: str, *, closing: bool) -> None:
        session = self._window.session
        act = close_year if closing else reopen_year
        self._try(lambda: session.tell(act(session.book, year, reason)))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._window.banner.say(str(error))
