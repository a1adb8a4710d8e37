"""Quy định: the rules in force with articles and marks, the office's own values, and the pack that is used."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop.awarding.local_values import LocalValues
from desktop.awarding.pack_acts import PackActs
from desktop.awarding.rule_detail import RuleDetail
from desktop.awarding.rule_topics import AWARD, RuleTopics
from desktop.controls import Notice, label
from desktop.flow import Flow
from ward.dates import PartialDate, parse_date, show_date
from ward.edits import Change
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.awarding.rule_rows import RuleRow
    from desktop.main_window import MainWindow
    from ward.rules.pack import Pack

KINDS = frozenset({"local_rule", "rule_pack"})
UNSURE = (
    "△ {} trên {} điều của mục này chưa đủ chắc chắn: chỉ nhắc, không chặn. Hãy đối chiếu văn bản trước khi dựa vào."
)


class RulesPane(QWidget):
    """Topics on the left; on the right what the rules say, and the values that the office has set itself."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self.session = window.session
        self.writable = not window.session.book.read_only_reason
        self.pack: Pack | None = None
        self.on = dt.date.today().isoformat()
        self.notice = Notice(self)
        self.state = label("", self, grey=True, wrap=True)
        self.changes = label("", self, amber=True, wrap=True)
        self.unsure = label("", self, amber=True, wrap=True)
        self.day = QLineEdit(show_date(PartialDate(self.on)), self)
        self.day.setAccessibleName("Xem quy định của ngày")
        self.day.setMaximumWidth(120)
        self.topics = RuleTopics(self)
        self.detail = RuleDetail(self)
        self.values = LocalValues(window, self)
        self.packs = PackActs(window, self)
        self.tabs = QTabWidget(self)
        self._build()
        self.topics.chosen.connect(self._show_topic)
        self.day.editingFinished.connect(self._choose_day)
        window.session.changed.connect(self._take_change)

    def refresh(self) -> None:
        """Reads the pack in force with the office's own values anew."""
        from ward.rules.packs import pack_of

        self.pack = pack_of(self.session.book.db, None, self.on)
        self.state.setText(self.packs.state_words(self.pack))
        self.state.setToolTip(self.pack.summary)
        self.changes.setText(_pending(self.pack))
        self.changes.setVisible(bool(self.changes.text()))
        if self.pack.troubles:
            self.notice.say(" ".join(self.pack.troubles))
        self.topics.show_pack(self.pack)

    def show_topic(self, topic: str) -> bool:
        """Goes to a topic ("award.ldtt", "calendar"); gives whether it is there."""
        return self.topics.choose(topic)

    def _show_topic(self, topic: str) -> None:
        if self.pack is None:
            return
        rows = rows_of(self.pack, topic, self.on)
        self.detail.show_rows(rows)
        marked = [one for row in rows for one in row.all() if one.mark]
        weak = sum(not one.sure for one in marked)
        self.unsure.setText(UNSURE.format(weak, len(marked)) if weak else "")
        self.unsure.setVisible(bool(weak))
        self.values.show_topic(self.pack, topic)

    def _choose_day(self) -> None:
        try:
            day = parse_date(self.day.text())
        except UserError as error:
            self.notice.say(str(error))
            return
        if day.day is None:
            self.notice.say("Hãy ghi đủ ngày, tháng, năm, ví dụ: 15/12/2026.")
        elif day.iso != self.on:
            self.notice.hide()
            self.on = day.iso
            self.refresh()

    def _take_change(self, change: Change) -> None:
        if self.isVisible() and (change.kinds & KINDS or not change.kinds):
            self.refresh()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label("Quy định", self, name="title"))
        head.addSpacing(12)
        head.addWidget(label("Xem theo ngày", self))
        head.addWidget(self.day)
        head.addStretch(1)
        buttons = Flow()
        for one in self.packs.buttons():
            buttons.addWidget(one)
        head.addLayout(buttons)
        told = QWidget(self)
        beside = QVBoxLayout(told)
        beside.setContentsMargins(0, 8, 0, 0)
        beside.addWidget(self.unsure)
        beside.addWidget(self.detail, 1)
        self.tabs.addTab(told, "Nội dung, căn cứ")
        self.tabs.addTab(self.values, "Giá trị của địa phương")
        self.tabs.setDocumentMode(True)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.topics)
        splitter.addWidget(self.tabs)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([270, 750])
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 28, 12)
        column.setSpacing(6)
        column.addLayout(head)
        for widget in (self.state, self.changes, self.notice):
            column.addWidget(widget)
        column.addWidget(splitter, 1)
        self.setFocusProxy(self.topics)


def rows_of(pack: Pack, topic: str, on: str) -> list[RuleRow]:
    """What a pack says of a topic on a day."""
    from desktop.awarding.rule_rows import Teller

    teller = Teller(pack, on)
    if topic.startswith(AWARD):
        return teller.award(pack.awards[topic.removeprefix(AWARD)])
    rows: list[RuleRow] = getattr(teller, topic)()
    return rows


def _pending(pack: Pack) -> str:
    """What has changed or will change, without its text having been seen, by day."""
    ordered = sorted(pack.pending, key=lambda one: one.in_force)
    told = [f"{show_day(one.in_force)}: {one.instrument}" for one in ordered if one.in_force]
    told += [one.instrument for one in ordered if not one.in_force]
    return f"▲ Thay đổi chưa thấy toàn văn: {'; '.join(told)}." if told else ""


def show_day(day: str) -> str:
    """A day as it is read; words that are no day stay."""
    return show_date(PartialDate(day)) if day[:4].isdigit() else day
