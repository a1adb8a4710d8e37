"""Đợt xét khen: one round from its nominations to the printed certificates, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.awarding.round_dialogs import NewRoundDialog
from desktop.awarding.steps import Step
from desktop.controls import EmptyPlace, Notice, Options, button, label
from desktop.record_list import number
from ward.edits import Change
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

EMPTY = "Chưa có đợt xét khen nào trong năm này. Mở một đợt, rồi đề nghị từng cá nhân, tập thể, hộ gia đình."
KINDS = frozenset({
    "round", "nomination", "meeting", "ballot", "submission", "award", "fund_entry", "paper", "document",
    "rating", "initiative", "discipline", "council", "local_rule", "rule_pack", "person", "unit", "household",
})  # fmt: skip
"""Records whose changes may change what a round shows."""


class RoundsPane(QWidget):
    """The chosen round: what it is, how it stands, and one tab for each step."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self.round = 0
        self.notice = Notice(self)
        self.choice = Options(self)
        self.choice.setAccessibleName("Đợt xét khen")
        self.choice.setMinimumContentsLength(14)
        self.choice.setSizeAdjustPolicy(Options.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choice.setMaximumWidth(420)
        self.state = label("", self, grey=True, wrap=True)
        self.changed = label("", self, wrap=True, amber=True)
        self.changed.hide()
        self.steps: dict[str, Step] = {}
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName("Các bước của đợt xét")
        self.empty = EmptyPlace(self)
        self._stale = True
        self._build()
        self.choice.activated.connect(lambda _place: self.show_round(self.choice.currentData()))
        self.tabs.currentChanged.connect(lambda _place: self._show_step())
        window.session.changed.connect(self._take_change)
        window.session.year_chosen.connect(lambda _year: self._read_again())

    def refresh(self) -> None:
        """Reads the rounds of the year, and the chosen one's step, anew."""
        from ward.awarding.rounds import rounds_of

        self._stale = False
        session = self._window.session
        rows = rounds_of(session.book.db, session.year)
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for row in rows:
                self.choice.addItem(row.name, row.id)
        known = [row.id for row in rows]
        self.stack.setCurrentIndex(0 if known else 1)
        for one in (self.choice, self.edit):
            one.setVisible(bool(known))
        if known:
            self.show_round(self.round if self.round in known else known[0])
        else:
            self.round = 0
            self.state.setText("")
            self.changed.hide()

    def show_round(self, record: int) -> None:
        """Shows this round at the step that is open."""
        from ward.awarding.kept_rules import rules_changed
        from ward.awarding.rounds import round_row

        is_other, self.round = record != self.round, record
        place = self.choice.findData(record)
        if place < 0:
            self.refresh()
            return
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(place)
        db = self._window.session.book.db
        self.state.setText(state_words(round_row(db, record)))
        changed = rules_changed(db, record)
        self.changed.setText(f"▲ {changed}")
        self.changed.setVisible(bool(changed))
        if is_other:
            for step in self.steps.values():
                step.forget()
        self._show_step()

    def open_step(self, name: str) -> Step:
        """Goes to a step by its key; gives its widget."""
        self.tabs.setCurrentIndex(list(self.steps).index(name))
        return self.steps[name]

    def new_round(self) -> None:
        """Asks for a new round and opens it."""
        session = self._window.session
        dialog = NewRoundDialog(session, self)
        dialog.given.connect(self._open_round)
        dialog.open()

    # -- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        from desktop.awarding.certificates_tab import CertificatesTab
        from desktop.awarding.council_step import CouncilStep
        from desktop.awarding.decision_step import DecisionStep
        from desktop.awarding.dossier_step import DossierStep
        from desktop.awarding.money_step import MoneyStep
        from desktop.awarding.nominations_step import NominationsStep

        writable = not self._window.session.book.read_only_reason
        head = QHBoxLayout()
        head.addWidget(label("Đợt xét khen", self, name="title"))
        head.addSpacing(12)
        head.addWidget(self.choice, 1)
        self.edit = button("Sửa đợt…", self._edit, self, quiet=True, name="edit_round")
        head.addWidget(self.edit)
        head.addStretch(0)
        self.opener = button("Mở đợt xét…", self.new_round, self, name="new_round")
        self.opener.setEnabled(writable)
        head.addWidget(self.opener)
        for name, words, made in (
            ("nominations", "1. Đề nghị", NominationsStep),
            ("council", "2. Hội đồng", CouncilStep),
            ("decision", "3. Quyết định", DecisionStep),
            ("money", "4. Tiền thưởng", MoneyStep),
            ("certificates", "5. Giấy khen", CertificatesTab),
            ("dossier", "6. Hồ sơ", DossierStep),
        ):
            step: Any = made(self._window, self)
            self.steps[name] = step
            area = QScrollArea(self)
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            step.setObjectName("paneBody")
            area.setWidget(step)
            self.tabs.addTab(area, words)
        self.tabs.setDocumentMode(True)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.tabs)
        self.stack.addWidget(self.empty)
        self.empty.say(EMPTY, "Mở đợt xét…" if writable else "", self.new_round)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 28, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.state)
        column.addWidget(self.changed)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        self.setFocusProxy(self.tabs.tabBar())

    def _edit(self) -> None:
        self._window.show_record(self.round)

    def _show_step(self) -> None:
        place = self.tabs.currentIndex()
        if self.round and place >= 0:
            list(self.steps.values())[place].show_round(self.round)

    def _open_round(self, values: dict[str, Any]) -> None:
        from ward.awarding.rounds import open_round

        session = self._window.session
        try:
            made = open_round(session.book, values)
        except UserError as error:
            self.notice.say(str(error))
            return
        self.round = made
        session.tell(Change(0, "", "", "", frozenset({made}), frozenset({"round"}), (made,)))
        self.refresh()

    def _read_again(self) -> None:
        if self.isVisible():
            self.refresh()

    def _take_change(self, change: Change) -> None:
        if change.kinds & KINDS or not change.kinds:
            self._read_again()


def state_words(row: Any) -> str:
    """How a round stands in one line."""
    from forms.choices import BASES, NOMINATION_STATES, ROUND_STATES

    words = [BASES.get(row.basis, ""), ROUND_STATES.get(row.state, ""), f"{number(row.nominations)} đề nghị"]
    words += [f"{number(count)} {NOMINATION_STATES[state].lower()}" for state, count in row.states.items() if count]
    return " · ".join(filter(None, words))
