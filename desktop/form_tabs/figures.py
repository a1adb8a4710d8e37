"""The figures of a record: all statements of its results, or of an indicator by period and scope."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.controls import button, label
from desktop.editors.words import Note, Notes
from desktop.form_tabs.lines import Lines, Look, Shown
from desktop.form_tabs.quick_figure import QuickFigure
from desktop.form_tabs.tab import Tab
from desktop.session import Session
from forms.catalogue import FORMS
from forms.kinds.figure import ROLES
from ward.choosing import choose_for_print
from ward.edits import Change
from ward.errors import UserError
from ward.figures import show_number
from ward.listing import Line, Listing, Wanted, list_records
from ward.loading import Stored
from ward.periods import Period, show_period

MOST = 300
COLUMNS = (
    "words", "value", "measure", "state", "label", "indicator", "about", "role", "period", "period_words", "years",
    "scope", "claims", "source_words", "chosen",
)  # fmt: skip
HEADINGS = ("Là", "Số liệu", "So sánh", "Loại số", "Kỳ", "Phạm vi", "Khi in")


class FiguresTab(Tab):
    """The statements, a line to add one, and the choice of the one that is printed."""

    name = "Số liệu"

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self.quick = QuickFigure(session, self)
        self.notes = Notes(self, ("problem",))
        self.lines = Lines(HEADINGS, self, right=(1,), optional=(2, 4, 5, 6))
        self.lines.setAccessibleName("Số liệu của bản ghi này")
        self.lines.opened.connect(self.requested)
        self.lines.itemSelectionChanged.connect(self._name_choice)
        self.choice = button("Dùng số này khi in", self._choose, self)
        self.more = label("", self, grey=True, small=True)
        below = QHBoxLayout()
        below.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(self.more, 1)
        self.column.addWidget(self.quick)
        self.column.addWidget(self.notes)
        self.column.addWidget(self.lines, 1)
        self.column.addLayout(below)
        self.column.addStretch(0)
        self._chosen: set[int] = set()

    def show_record(self, stored: Stored) -> None:
        super().show_record(stored)
        self.quick.owner = stored
        self.quick.clear()

    def is_for(self, stored: Stored) -> bool:
        return FORMS[stored.kind].has_figures or stored.kind == "indicator"

    def concerns(self, change: Change) -> bool:
        return "figure" in change.kinds or bool(self.stored and self.stored.id in change.records)

    def fill(self) -> None:
        assert self.stored
        self.quick.owner = self.stored
        self.quick.setVisible(not self.is_read_only)
        listing = list_records(self.session.book.db, self._wanted(self.stored))
        lines = listing.lines(0, MOST)
        self._chosen = {line.id for line in lines if _cell(line, "chosen")}
        self.lines.show_lines([self._shown(line) for line in lines])
        self.lines.setVisible(bool(lines))
        told = _told(listing, len(lines))
        self.more.setText(told)
        self.more.setVisible(bool(told))
        self.notes.put("problem", ())
        self._name_choice()
        self.say_count(len(listing.ids))

    def _wanted(self, stored: Stored) -> Wanted:
        if stored.kind == "indicator":
            return Wanted("figure", COLUMNS, indicator=stored.id, order="period", descending=True)
        return Wanted("figure", COLUMNS, about=stored.id, order="label")

    def _shown(self, line: Line) -> Shown:
        assert self.stored
        other = _cell(line, "about") if self.stored.kind == "indicator" else _cell(line, "indicator")
        period = _period(_cell(line, "period"), _cell(line, "period_words")) or _cell(line, "years")
        cells = (
            other or _cell(line, "label"),
            _figure(line),
            _cell(line, "claims"),
            ROLES.get(_cell(line, "role"), ""),
            period,
            _cell(line, "scope"),
            "● dùng" if line.id in self._chosen else "",
        )
        looks: dict[int, Look] = {}
        if _cell(line, "state") == "missing":
            looks[1] = "grey"
        elif _cell(line, "role") == "estimate":
            looks[1] = "italic"
        return Shown(line.id, tuple(str(cell or "") for cell in cells), looks)

    def _name_choice(self) -> None:
        chosen = self.lines.chosen
        self.choice.setVisible(not self.is_read_only and bool(chosen))
        words = "Thôi dùng số này khi in" if chosen in self._chosen else "Dùng số này khi in"
        self.choice.setText(words)
        self.choice.setAccessibleName(words)

    def _choose(self) -> None:
        """Makes the chosen line the printed one of all that say the same thing, or no longer."""
        figure = self.lines.chosen
        if not figure:
            return
        wanted = figure not in self._chosen
        act = "Chọn số liệu được in" if wanted else "Thôi chọn số liệu được in"
        try:
            self.session.write(act, choose_for_print(self.session.book.db, figure, wanted))
        except UserError as error:
            self.notes.put("problem", (Note(str(error), "red"),))


def _cell(line: Line, key: str) -> str:
    return line.cells[COLUMNS.index(key)] or ""


def _figure(line: Line) -> str:
    """The statement in its own words, else its number with the measure; "chưa có" for a missing one."""
    value = line.cells[COLUMNS.index("value")]
    number = "" if value is None else f"{show_number(value)} {_cell(line, 'measure')}".strip()
    return _cell(line, "words") or number or "chưa có"


def _period(code: str, words: str) -> str:
    try:
        return show_period(Period(code, words))
    except UserError:
        return words or code


def _told(listing: Listing, shown: int) -> str:
    if not listing.ids:
        return "Chưa có số liệu nào. Gõ số liệu đầu tiên vào dòng trên."
    if len(listing.ids) > shown:
        return f"Hiện {shown} trong {show_count(len(listing.ids))} số liệu; xem đủ ở danh sách Số liệu."
    return ""


def show_count(count: int) -> str:
    """A count with dots between thousands."""
    return f"{count:,}".replace(",", ".")
