"""What every tab below a form can do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.session import Session
from ward.edits import Change
from ward.loading import Stored


class Tab(QWidget):
    """One tab: filled when it is looked at, filled again when an act concerns it.

    `requested`: a link to a record was followed; `titled`: the tab's title with its count has changed.
    """

    requested = Signal(int)
    titled = Signal(str)
    name = ""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paneBody")
        self.session = session
        self.stored: Stored | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 6, 20, 6)
        self.column.setSpacing(4)

    def show_record(self, stored: Stored) -> None:
        """From now on the tab belongs to this record; it is filled when it is looked at."""
        self.stored = stored

    def is_for(self, stored: Stored) -> bool:
        """Whether records of this kind have the tab."""
        return True

    def concerns(self, change: Change) -> bool:
        """Whether an act may have changed what the tab shows."""
        return True

    def fill(self) -> None:
        """Shows what belongs to `stored`."""
        raise NotImplementedError

    def say_count(self, count: int) -> None:
        """Puts the number of lines into the title."""
        self.titled.emit(f"{self.name} {count}" if count else self.name)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written here."""
        return bool(self.session.book.read_only_reason) or self.stored is None or self.stored.binned
