"""The row above everything: menus, the work year, search, and whether all is saved."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from desktop.controls import Options, label
from desktop.search_box import SearchBox
from desktop.session import Session
from ward.edits import Change
from ward.overview import known_years

ADD_YEAR = -1
SAVED = "Đã lưu"


class TopRow(QWidget):
    """Holds the menu bar, the year chooser and the search box. `year_wanted` asks for a new work year."""

    year_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topRow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.menus = QMenuBar(self)
        self.menus.setNativeMenuBar(False)
        self.menus.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.years = Options(self)
        self.years.setObjectName("years")
        self.years.setAccessibleName("Năm công tác")
        self.years.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.search = SearchBox(session, self)
        self._saved = label("", self, name="saved", fine=True)
        self._saved.setAccessibleName("Tình trạng lưu")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 14, 5)
        row.setSpacing(8)
        row.addWidget(self.menus)
        row.addSpacing(8)
        row.addWidget(self.years)
        row.addWidget(self.search, 4)
        row.addStretch(1)
        row.addWidget(self._saved)
        self.fill_years()
        self.years.activated.connect(self._choose)
        session.year_chosen.connect(lambda _year: self.fill_years())
        session.changed.connect(self._take_change)
        self.say_saved("Chỉ đọc" if session.book.read_only_reason else SAVED)

    def fill_years(self) -> None:
        """Lists the years that the file knows, and marks the chosen one."""
        known = {one.year: one for one in known_years(self._session.book.db)}
        chosen = self._session.year
        with QSignalBlocker(self.years):
            self.years.clear()
            self.years.addItem("Tất cả các năm", 0)
            for year in sorted({*known, *([chosen] if chosen else [])}, reverse=True):
                locked = year in known and known[year].locked
                self.years.addItem(f"Năm {year} (khóa)" if locked else f"Năm {year}", year)
            self.years.insertSeparator(self.years.count())
            self.years.addItem("Thêm năm…", ADD_YEAR)
            self.years.setCurrentIndex(max(self.years.findData(chosen), 0))

    def say_saved(self, words: str) -> None:
        """Says at the top right how things stand: green when all is kept, amber when something is not."""
        kept = words == SAVED
        self._saved.setText(f"✓ {words}" if kept else words)
        self._saved.setProperty("fine", kept)
        self._saved.setProperty("amber", not kept)
        self._saved.style().unpolish(self._saved)
        self._saved.style().polish(self._saved)

    def _choose(self, place: int) -> None:
        year = self.years.itemData(place)
        if year == ADD_YEAR:
            self.fill_years()
            self.year_wanted.emit()
        elif year is not None and year != self._session.year:
            self._session.choose_year(int(year))

    def _take_change(self, change: Change) -> None:
        self.say_saved(SAVED)
        if "year" in change.kinds or change.added or change.removed:
            self.fill_years()
