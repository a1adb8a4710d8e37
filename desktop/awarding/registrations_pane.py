"""Bảng đăng ký: how far each unit's registration is at the start of the year, and what came of it at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop.awarding.promises_tab import PromisesTab
from desktop.awarding.registration_papers import RegistrationPapers
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.controls import Notice, button, label
from desktop.flow import Flow
from desktop.record_list import number
from desktop.sign_dialog import WhyDialog
from ward.dates import PartialDate, show_date
from ward.edits import Change
from ward.errors import UserError
from ward.loading import load_many

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from ward.awarding.registering import BoardRow

STATES = {"not_sent": "○ Chưa gửi", "waiting": "△ Chờ xem", "returned": "↩ Trả lại", "accepted": "✓ Đã nhận"}
COLOURS = {"not_sent": "grey", "waiting": "on_amber", "returned": "wrong", "accepted": "fine"}
KINDS = frozenset({"registration", "unit", "award", "person", "household", "succession"})
CHOOSE_YEAR = "Bảng đăng ký là của một năm. Hãy chọn năm ở phía trên cửa sổ."
RECORD = int(Qt.ItemDataRole.UserRole)


class RegistrationsPane(QWidget):
    """The board by unit with its acts, and beside it what the chosen units register."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self.session = window.session
        self.writable = not window.session.book.read_only_reason
        self.notice = Notice(self)
        self.title = label("", self, name="title")
        self.sum = label("", self, grey=True, wrap=True)
        self.board: RowTable[BoardRow] = RowTable(
            "Các đơn vị", COLUMNS, lambda row: (row.unit, row.name), self, stretched=0, several=True
        )
        self.content = QListWidget(self)
        self.content.setAccessibleName("Nội dung đăng ký")
        self.content.setWordWrap(True)
        self.content.setSpacing(2)
        self.promises = PromisesTab(window, self)
        self.papers = RegistrationPapers(window, self)
        self.tabs = QTabWidget(self)
        self._build()
        self.board.chosen_changed.connect(self._offer)
        self.board.shown.connect(self._show_content)
        self.board.opened.connect(lambda _row: self._open_first())
        self.content.itemActivated.connect(lambda item: window.show_record(item.data(RECORD)))
        self.tabs.currentChanged.connect(lambda _place: self.refresh())
        window.session.changed.connect(self._take_change)
        window.session.year_chosen.connect(lambda _year: self.refresh() if self.isVisible() else None)

    def refresh(self) -> None:
        """Reads the year's board, or what came of it, anew."""
        from ward.awarding.registering import registration_board

        year = self.session.year
        self.title.setText(f"Bảng đăng ký năm {year}" if year else "Bảng đăng ký")
        if self.tabs.currentWidget() is self.promises:
            self.promises.show_year(year)
            return
        rows = registration_board(self.session.book.db, year) if year else []
        self.board.show_rows(rows)
        self.sum.setText(_summary(rows) if year else CHOOSE_YEAR)
        self._offer()

    # -- acts ---------------------------------------------------------------------------------------

    def accept(self) -> None:
        """The chosen units' registrations are accepted."""
        from ward.awarding.registering import accept

        self._write(lambda records: accept(self.session.book, records), "Đã nhận đăng ký của {}.")

    def mark_sent(self) -> None:
        """The chosen units' registrations came in."""
        from ward.awarding.registering import send

        self._write(lambda records: send(self.session.book, records), "Đã ghi là {} đã gửi.")

    def give_back(self) -> None:
        """Asks why, and gives the chosen units' registrations back."""
        from ward.awarding.registering import give_back

        words = f"{self._named()}. Lý do được ghi vào từng đăng ký và hiện trên bảng."
        dialog = WhyDialog("Trả lại đăng ký", words, "chưa ghi rõ danh hiệu đăng ký của từng người", self)
        dialog.given.connect(
            lambda reason: self._write(
                lambda records: give_back(self.session.book, records, reason), "Đã trả lại đăng ký của {}."
            )
        )
        dialog.open()

    def add(self) -> None:
        """A new registration in its own list."""
        self._window.go("registration")
        self._window.new_record()

    def _write(self, act: Callable[[Sequence[int]], Change], said: str) -> None:
        records = [record for row in self.board.chosen() for record in row.registrations]
        named = self._named()
        self.notice.hide()
        try:
            self.session.tell(act(records))
        except UserError as error:
            self.notice.say(str(error))
            return
        undo = partial(self._window.long.undo, self.notice.say)
        self.notice.say(said.format(named), fine=True, act="Hoàn tác", then=undo)

    def _named(self) -> str:
        rows = self.board.chosen()
        return rows[0].name if len(rows) == 1 else f"{number(len(rows))} đơn vị"

    # -- what is shown ------------------------------------------------------------------------------

    def _offer(self) -> None:
        rows = self.board.chosen()
        there = self.writable and bool(rows) and all(row.registrations for row in rows)
        states = {row.state for row in rows}
        self.sent.setEnabled(there and bool(states - {"waiting", "accepted"}))
        self.back.setEnabled(there)
        self.taken.setEnabled(there and states != {"accepted"})
        self.paper.setEnabled(self.writable and len(rows) == 1 and rows[0].unit is not None)

    def _show_content(self, row: BoardRow | None) -> None:
        self.content.clear()
        if row is None:
            return
        stored = load_many(self.session.book.db, row.registrations)
        for record in row.registrations:
            if record in stored:
                item = QListWidgetItem(_content(stored[record]), self.content)
                item.setData(RECORD, record)
        if not row.registrations:
            item = QListWidgetItem("Đơn vị này chưa đăng ký gì trong năm.", self.content)
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _print(self) -> None:
        row = self.board.current
        if row is not None and row.unit is not None:
            self.papers.print_unit(row.unit)

    def _open_first(self) -> None:
        row = self.board.current
        if row is not None and row.registrations:
            self._window.show_record(row.registrations[0])

    def _take_change(self, change: Change) -> None:
        if self.isVisible() and (change.kinds & KINDS or not change.kinds):
            self.refresh()

    # -- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        buttons = Flow()
        for one in self.papers.buttons():
            buttons.addWidget(one)
        head.addLayout(buttons)
        self.tabs.addTab(self._board_tab(), "Theo đơn vị")
        self.tabs.addTab(self.promises, "Đăng ký và kết quả")
        self.tabs.setDocumentMode(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 28, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self.tabs, 1)
        self.setFocusProxy(self.board)

    def _board_tab(self) -> QWidget:
        self.sent = button("Đã gửi", self.mark_sent, self, name="mark_sent")
        self.back = button("Trả lại…", self.give_back, self, name="give_back")
        self.paper = button("Lập bản đăng ký", self._print, self, name="print_registration")
        self.taken = button("Nhận", self.accept, self, primary=True, name="accept_registration")
        adding = button("Thêm đăng ký…", self.add, self, quiet=True, name="add_registration")
        adding.setEnabled(self.writable)
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(12, 0, 0, 0)
        beside.addWidget(label("Nội dung đăng ký", right, name="heading"))
        beside.addWidget(self.content, 1)
        beside.addWidget(adding, 0, Qt.AlignmentFlag.AlignLeft)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.board)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([760, 250])
        acts, buttons = QHBoxLayout(), Flow()
        for act in (self.paper, self.sent, self.back, self.taken):
            buttons.addWidget(act)
        acts.addStretch(1)
        acts.addLayout(buttons)
        tab = QWidget(self)
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.sum)
        column.addWidget(splitter, 1)
        column.addLayout(acts)
        return tab


def _summary(rows: Sequence[BoardRow]) -> str:
    counts: Counter[str] = Counter(row.state for row in rows)
    words = [f"{STATES[state][2:].lower()} {number(counts[state])}" for state in STATES]
    return f"{number(len(rows))} đơn vị: {', '.join(words)}."


def _returned(row: BoardRow) -> str:
    if row.state != "returned":
        return ""
    day = show_date(PartialDate(row.returned_on)) if row.returned_on else ""
    return ": ".join(filter(None, (day, row.returned_reason)))


def _content(stored: Any) -> str:
    """A registration in the list beside: who, then for what."""
    who, _, rest = stored.title.partition(": ")
    return f"{who}\n{rest}" if rest else stored.title


def _count(key: str) -> Callable[[BoardRow], str]:
    return lambda row: number(getattr(row, key)) if getattr(row, key) else ""


COLUMNS: tuple[RowColumn[BoardRow], ...] = (
    RowColumn("Đơn vị", 170, lambda row: row.name),
    RowColumn("Tình trạng", 110, lambda row: STATES[row.state], colour=lambda row: COLOURS[row.state]),
    RowColumn("Tập thể", 76, _count("units"), right=True),
    RowColumn("Cá nhân", 80, _count("persons"), right=True),
    RowColumn("Hộ", 56, _count("households"), right=True),
    RowColumn("Mô hình", 80, _count("practices"), right=True),
    RowColumn("Trả lại ngày, lý do", 140, _returned),
)
