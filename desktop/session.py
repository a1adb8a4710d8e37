"""The open file as the window knows it: acts go through here, and whoever shows records hears what changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ward.book import Book
from ward.edits import Change, Edit


class Session(QObject):
    """One open file and the chosen work year.

    `changed` tells every act that was written, undone or done again (a `Change`); `year_chosen` the new year,
    0 for all years.
    """

    changed = Signal(object)
    year_chosen = Signal(int)

    def __init__(self, book: Book, year: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self.year = year

    def write(self, act: str, edits: Sequence[Edit]) -> Change:
        """Writes one act and tells everybody. Raises UserError when it cannot be written."""
        return self._told(self.book.write(act, edits))

    def undo(self) -> None:
        """Takes the newest act back and tells everybody."""
        self._told(self.book.undo())

    def redo(self) -> None:
        """Does the act again that was taken back last and tells everybody."""
        self._told(self.book.redo())

    def tell(self, change: Change) -> None:
        """Tells everybody of an act that a background task wrote."""
        self._told(change)

    def choose_year(self, year: int) -> None:
        """Chooses the work year that lists and papers are for; 0 for all years."""
        self.year = year
        self.year_chosen.emit(year)

    def _told(self, change: Change | None) -> Change:
        done = change or Change(0, "", "", "")
        if done.records or done.removed:
            self.changed.emit(done)
        return done
