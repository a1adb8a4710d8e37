"""Sổ vàng: every award ever, found as one types, also by old names; the life of who was awarded beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.awarding.life_panel import UNKNOWN, LifePanel
from desktop.awarding.register_acts import RegisterActs
from desktop.awarding.register_filters import RegisterFilters
from desktop.awarding.register_reader import SHOWN, RegisterReader
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.controls import EmptyPlace, Notice, button, label
from desktop.flow import Flow
from desktop.record_list import number
from forms.kinds.award import STATES
from ward.dates import PartialDate, show_date
from ward.edits import Change
from ward.errors import UserError
from ward.loading import load_many

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from ward.awarding.register import AwardLine

EMPTY = "Sổ vàng chưa có khen thưởng nào. Nhập những năm trước từ Excel, hoặc lập quyết định trong “Đợt xét khen”."
NONE = "Không thấy khen thưởng nào như vậy. Thử bớt chữ, hoặc chọn lại năm, danh hiệu, đối tượng, tình trạng."
FILES = "Bảng Excel (*.xlsx *.xls *.ods)"
SHEETS = {"golden": "Sổ vàng khen thưởng", "log": "Sổ theo dõi cấp bằng"}
KINDS = frozenset({"award", "person", "unit", "household", "award_type", "succession", "alias", "document"})
STATE_COLOURS = {"cancelled": "wrong", "refused": "grey", "proposed": "on_amber"}


class RegisterPane(QWidget):
    """Filters above, awards on the left, the life of the chosen one's recipient on the right."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self._session = window.session
        self.writable = not window.session.book.read_only_reason
        self.notice = Notice(self)
        self.filters = RegisterFilters(self)
        self.table: RowTable[AwardLine] = RowTable("Sổ vàng", COLUMNS, lambda line: line.id, self)
        self.life = LifePanel(self)
        self.count = label("", self, grey=True)
        self.empty = EmptyPlace(self)
        self._stack = QStackedWidget(self)
        self._reader = RegisterReader(window.session, self)
        self.acts = RegisterActs(window, self)
        self._build()
        self._reader.read.connect(self._show)
        self.filters.asked.connect(self._reader.ask)
        self.table.shown.connect(self._show_line)
        self.table.opened.connect(lambda line: window.show_record(line.id))
        self.life.wanted.connect(self._show_life)
        self.life.opened.connect(window.show_record)
        self.life.paper_wanted.connect(self.acts.print_life)
        window.session.changed.connect(self._take_change)

    def refresh(self) -> None:
        """Asks again, with the years and award types that the book has now."""
        self.filters.fill(self._session.book)
        self._reader.ask(self.filters.question())

    def stop(self) -> None:
        """Ends the reading in the background for good."""
        self._reader.stop()

    def export(self) -> None:
        """Asks for a file and writes what is found into it."""
        proposed = str(Path.home() / "So-vang.xlsx")
        name, _ = QFileDialog.getSaveFileName(self, "Xuất sổ vàng ra Excel", proposed, "Bảng Excel (*.xlsx)")
        if name:
            self.acts.export(self.filters.question(), Path(name).with_suffix(".xlsx"))

    def export_year(self, which: str, words: str) -> None:
        """Asks for a file and writes a book of the chosen year, or of all years, ready to print."""
        year = self.filters.question().year
        stem = ("So-vang" if which == "golden" else "So-theo-doi-cap-bang") + (f"-{year}" if year else "")
        name, _ = QFileDialog.getSaveFileName(self, words, str(Path.home() / f"{stem}.xlsx"), "Bảng Excel (*.xlsx)")
        if name:
            self.acts.export_year(which, year, Path(name).with_suffix(".xlsx"))

    def take_in(self) -> None:
        """Asks for a sheet of past years and shows what would be taken in."""
        name, _ = QFileDialog.getOpenFileName(self, "Nhập khen thưởng năm cũ", str(Path.home()), FILES)
        if name:
            self.acts.look_at(Path(name))

    # -- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label("Sổ vàng", self, name="title"))
        head.addSpacing(12)
        head.addWidget(self.filters.text, 1)
        head.addWidget(self._exporting())
        taking = button("Nhập năm cũ từ Excel…", self.take_in, self, name="import_past")
        taking.setEnabled(self.writable)
        head.addWidget(taking)
        left = QWidget(self)
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, 0, 10, 0)
        beside.addWidget(self.table, 1)
        row = QHBoxLayout()
        self.open_it = button("Mở khen thưởng", self._open, self, name="open_award")
        self.cancel = button("Hủy quyết định khen…", self._cancel, self, name="cancel_award")
        row.addWidget(self.count, 1)
        acts = Flow()
        acts.addWidget(self.cancel)
        acts.addWidget(self.open_it)
        row.addLayout(acts)
        beside.addLayout(row)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(self.life)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([760, 250])
        self._stack.addWidget(splitter)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 28, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.filters)

    def _exporting(self) -> QPushButton:
        """The button with the three sheets that come of the register."""
        menu = QMenu(self)
        menu.addAction("Danh sách đang xem…", self.export)
        for which, words in SHEETS.items():
            menu.addAction(f"{words}…", partial(self.export_year, which, words))
        made = button("Xuất ra Excel", lambda: None, self, name="export_register")
        made.setMenu(menu)
        return made

    # -- what happens -------------------------------------------------------------------------------

    def _show(self, lines: list[AwardLine]) -> None:
        self._stack.setCurrentIndex(0 if lines else 1)
        self.table.show_rows(lines)
        more = f"{number(len(lines))} khen thưởng mới nhất; gõ thêm chữ để thu hẹp"
        self.count.setText(more if len(lines) >= SHOWN else f"{number(len(lines))} khen thưởng")
        if not lines:
            narrow = self.filters.question().is_narrow
            offer = "" if narrow or not self.writable else "Nhập năm cũ từ Excel…"
            self.empty.say(NONE if narrow else EMPTY, offer, self.take_in)

    def _show_line(self, line: AwardLine | None) -> None:
        self.open_it.setEnabled(line is not None)
        self.cancel.setEnabled(line is not None and line.state == "granted" and self.writable)
        if line is None:
            self.life.show_nobody()
            return
        if not line.recipients:
            self.life.show_nobody(UNKNOWN)
            return
        if self.life.record not in line.recipients or len(line.recipients) == 1:
            named = load_many(self._session.book.db, line.recipients)
            self.life.show_choices([(one.id, one.title) for one in named.values()])
            self._show_life(line.recipients[0])

    def _show_life(self, record: int) -> None:
        from ward.awarding.register import life_of

        try:
            self.life.show_life(life_of(self._session.book.db, record), writable=self.writable)
        except UserError as error:
            self.life.show_nobody(str(error))

    def _open(self) -> None:
        if self.table.current is not None:
            self._window.show_record(self.table.current.id)

    def _cancel(self) -> None:
        if self.table.current is not None:
            self.acts.cancel(self.table.current)

    def _take_change(self, change: Change) -> None:
        if self.isVisible() and (change.kinds & KINDS or not change.kinds):
            self.refresh()


def named(line: AwardLine) -> str:
    """Who was awarded, as named then, with the office of that time."""
    return ", ".join(filter(None, (line.named, line.as_title)))


def day(line: AwardLine) -> str:
    """The day of the decision; the year of the deed where no day is known."""
    return show_date(PartialDate(line.decided_on)) if line.decided_on else ", ".join(map(str, line.years))


def what(line: AwardLine) -> str:
    """The title or form; posthumous is said, and every state but the usual one."""
    marks = ["truy tặng"] * line.posthumous
    marks += [STATES[line.state].lower()] * (line.state != "granted" and line.state in STATES)
    return f"{line.award} ({', '.join(marks)})" if marks else line.award


def _colour(line: AwardLine) -> str:
    return STATE_COLOURS.get(line.state, "")


COLUMNS: tuple[RowColumn[AwardLine], ...] = (
    RowColumn("Ai được khen", 166, named, struck=lambda line: line.state == "cancelled"),
    RowColumn("Danh hiệu, hình thức", 160, what, colour=_colour),
    RowColumn("Số quyết định", 124, lambda line: line.decision_number),
    RowColumn("Ngày", 104, day),
    RowColumn("Cơ quan khen", 112, lambda line: line.issuers),
    RowColumn("Số sổ", 66, lambda line: line.book_number),
)
