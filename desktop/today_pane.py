"""Hôm nay: what waits for the clerk, what was touched last, the last backup, and the first acts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.awarding.due_watch import DueWatch
from desktop.controls import button, label
from desktop.record_list import number
from desktop.sidebar import FINDINGS, PAPERS, RULES
from desktop.times import ago, local
from forms.catalogue import FORMS
from ward.backup import newest_backup
from ward.edits import Change
from ward.overview import counts, missing_figures, touched_last
from ward.untrue import untrue_candidates

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

MOST_CHOSEN = 200
STEPS = (
    ("unit", "Ghi các tổ dân phố, chi bộ, đoàn thể của phường"),
    ("indicator", "Ghi những chỉ tiêu mà phường theo dõi"),
    ("figure", "Ghi số liệu của năm, ví dụ: gần 48 ngàn người"),
    ("practice", "Ghi mô hình, điển hình"),
    ("award", "Ghi khen thưởng đã có quyết định hoặc đang đề nghị"),
)
"""What a new file waits for, in the order of a ward's work."""


class TodayPane(QScrollArea):
    """The first screen of the day; drawn anew when it is shown and when something changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("pane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._window = window
        self.due = DueWatch(window.session, self)
        self.due.looked.connect(lambda: self.refresh() if self.isVisible() else None)
        window.session.changed.connect(self._take_change)
        window.session.year_chosen.connect(lambda _year: self.refresh() if self.isVisible() else None)

    def refresh(self) -> None:
        """Draws the pane as things stand."""
        body = QWidget(self)
        body.setObjectName("paneBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(8)
        self._head(body, column)
        known = counts(self._window.session.book.db)
        self._waiting(body, column)
        self._soon(body, column)
        if any(not known.get(kind) for kind, _words in STEPS):
            self._first_steps(body, column, known)
        self._last_touched(body, column)
        column.addStretch(1)
        self.setWidget(body)

    def _head(self, body: QWidget, column: QVBoxLayout) -> None:
        today = dt.date.today()
        year = self._window.session.year
        row = QHBoxLayout()
        row.addWidget(label("Hôm nay", body, name="title"), 1)
        if not self._window.session.book.read_only_reason:
            row.addWidget(
                button("Lập văn bản", lambda: self._window.go(PAPERS), body, primary=True, name="to_papers")
            )
        column.addLayout(row)
        of_year = f"năm công tác {year}" if year else "tất cả các năm"
        column.addWidget(
            label(f"Ngày {today.day:02}/{today.month:02}/{today.year} · đang xem {of_year}", body, grey=True)
        )

    def _waiting(self, body: QWidget, column: QVBoxLayout) -> None:
        window = self._window
        db, year = window.session.book.db, window.session.year or None
        self._heading("Việc đang chờ", body, column)
        waits = False
        found = window.watch.count
        if found:
            waits = True
            self._line(f"▲ {number(found)} phát hiện cần xem", lambda: window.go(FINDINGS), body, column)
        missing = missing_figures(db, year)
        if missing:
            waits = True
            self._line(f"○ {number(missing)} số liệu còn ghi “chưa có”", lambda: window.go("figure"), body, column)
        untrue = untrue_candidates(db)
        if untrue:
            waits = True
            words = f"▲ {number(len(untrue))} văn bản đã ký cần xem lại vì sổ đã đổi sau khi lập"
            self._line(words, lambda: window.go(PAPERS), body, column)
        gone = window.watch.gone
        if gone:
            waits = True
            self._line(f"○ {number(len(gone))} minh chứng thiếu tệp", self._show_gone, body, column)
        if not waits:
            words = "Chưa thấy việc gì đang chờ." if found == 0 else "Đang xem lại sổ để tìm chỗ chưa khớp …"
            column.addWidget(label(words, body, grey=True))
        made = newest_backup(window.session.book.path)
        words = f"Bản sao lưu gần nhất: {ago(made, dt.datetime.now())}." if made else "Sổ chưa được sao lưu lần nào."
        row = QHBoxLayout()
        row.addWidget(label(words, body, grey=True))
        row.addWidget(button("Sao lưu ngay", window.acts.back_up, body, quiet=True, name="back_up_now"))
        row.addStretch(1)
        column.addLayout(row)

    def _soon(self, body: QWidget, column: QVBoxLayout) -> None:
        """The days of the award calendar that come near; nothing where none does."""
        due, to_rules = self.due, lambda: self._window.go(RULES)
        if due.near or due.unsure:
            self._heading("Sắp đến hạn thi đua, khen thưởng", body, column)
        for one in due.near:
            self._line(one.words, to_rules, body, column)
        if due.unsure:
            words = f"△ {number(due.unsure)} mốc khác trong 30 ngày tới chưa kiểm chứng: xem “Quy định”"
            self._line(words, to_rules, body, column)

    def stop(self) -> None:
        """Ends what is read in the background."""
        self.due.stop()

    def _show_gone(self) -> None:
        """Shows the evidence whose files are not there, chosen in its list; of all years where need be."""
        window = self._window
        records = [one.id for one in window.watch.gone[:MOST_CHOSEN]]
        window.go("evidence")
        if not set(records) <= set(window.records.model.ids):
            window.session.choose_year(0)
        window.records.select(records)

    def _first_steps(self, body: QWidget, column: QVBoxLayout, known: dict[str, int]) -> None:
        self._heading("Những bước đầu", body, column)
        for kind, words in STEPS:
            if known.get(kind):
                column.addWidget(label(f"✓ {FORMS[kind].plural}: {number(known[kind])}", body, fine=True))
            else:
                self._line(words, partial(self._window.go, kind), body, column)
        self._line("Nhập tệp trao đổi có sẵn", self._window.acts.import_file, body, column)

    def _last_touched(self, body: QWidget, column: QVBoxLayout) -> None:
        touched = [one for one in touched_last(self._window.session.book.db, 16) if FORMS[one.kind].group][:8]
        if not touched:
            return
        self._heading("Vừa ghi gần đây", body, column)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        now = dt.datetime.now()
        for row, one in enumerate(touched):
            title = one.title if len(one.title) <= 80 else one.title[:79] + "…"
            link = button(title, partial(self._window.show_record, one.id), body, quiet=True)
            link.setToolTip(one.title)
            grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(FORMS[one.kind].label, body, grey=True), row, 1)
            grid.addWidget(label(ago(local(one.at), now), body, grey=True), row, 2)
        column.addLayout(grid)

    def _heading(self, words: str, body: QWidget, column: QVBoxLayout) -> None:
        column.addSpacing(12)
        column.addWidget(label(words, body, name="heading"))

    def _line(self, words: str, act: Callable[[], object], body: QWidget, column: QVBoxLayout) -> None:
        column.addWidget(button(words, act, body, quiet=True), 0, Qt.AlignmentFlag.AlignLeft)

    def _take_change(self, _change: Change) -> None:
        if self.isVisible():
            self.refresh()
