"""What narrows the register: words, year, title or form, who, state; and the question that comes of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.controls import Options
from desktop.flow import Flow
from forms.choices import RECIPIENT_KINDS
from forms.kinds.award import STATES
from ward.book import Book
from ward.loading import load_many
from ward.lookups import living
from ward.overview import known_years

DELAY = 120


@dataclass(frozen=True)
class Asked:
    """What the register is asked for; "" and None ask for all."""

    text: str = ""
    year: int | None = None
    code: str = ""
    group: str = ""
    state: str = ""

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return self != Asked()


class RegisterFilters(QWidget):
    """`asked` tells the question a moment after the last key in `text`, or at once when a choice was made."""

    asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = QLineEdit(self)
        self.text.setAccessibleName("Tìm trong sổ vàng")
        self.text.setPlaceholderText("Tìm theo tên, tên cũ, số quyết định, thành tích…")
        self.text.setClearButtonEnabled(True)
        self.year = self._options("Năm", "Mọi năm", 9)
        self.type = self._options("Danh hiệu, hình thức", "Mọi danh hiệu, hình thức", 20)
        self.group = self._options("Ai được khen", "Mọi đối tượng", 12)
        self.state = self._options("Tình trạng", "Mọi tình trạng", 13)
        _add(self.group, RECIPIENT_KINDS.items())
        _add(self.state, STATES.items())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(DELAY)
        self._rest.timeout.connect(self._ask)
        self.text.textChanged.connect(lambda: self._rest.start())
        row = Flow(self)
        for choice in (self.year, self.type, self.group, self.state):
            choice.activated.connect(lambda _place: self._ask())
            row.addWidget(choice)
        self.setFocusProxy(self.text)

    def fill(self, book: Book) -> None:
        """Lists the years and the award types of the book; what was chosen stays."""
        years = sorted((one.year for one in known_years(book.db)), reverse=True)
        _fill(self.year, [(year, f"Năm {year}") for year in years])
        types = load_many(book.db, [head.id for head in living(book.db, "award_type")]).values()
        named = {one.values["code"]: one.values["name"] for one in types if one.values["code"]}
        _fill(self.type, sorted(named.items(), key=lambda one: one[1]))

    def question(self) -> Asked:
        """What is asked for now."""
        return Asked(
            self.text.text().strip(),
            self.year.currentData() or None,
            self.type.currentData() or "",
            self.group.currentData() or "",
            self.state.currentData() or "",
        )

    def _ask(self) -> None:
        self._rest.stop()
        self.asked.emit(self.question())

    def _options(self, name: str, all_of_them: str, length: int) -> Options:
        made = Options(self)
        made.setAccessibleName(name)
        made.addItem(all_of_them, None)
        made.setMinimumContentsLength(length)
        made.setSizeAdjustPolicy(Options.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return made


def _add(choice: Options, options: Iterable[tuple[object, str]]) -> None:
    for key, words in options:
        choice.addItem(words, key)


def _fill(choice: Options, options: Iterable[tuple[object, str]]) -> None:
    """Puts these behind the choice of all."""
    chosen = choice.currentData()
    with QSignalBlocker(choice):
        while choice.count() > 1:
            choice.removeItem(choice.count() - 1)
        _add(choice, options)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
