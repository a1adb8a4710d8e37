"""The panes of the window: the lists at once, every other one and the form when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.controls import EmptyPlace, button
from desktop.record_list import RecordList
from desktop.sidebar import (
    BIN,
    FINDINGS,
    PAPERS,
    REGISTER,
    REGISTRATIONS,
    ROUNDS,
    RULES,
    TEMPLATES,
    TODAY,
)
from forms.catalogue import FORMS
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.form_view import FormView
    from desktop.main_window import MainWindow

CHOOSE = "Chọn một bản ghi trong danh sách để xem và sửa ở đây."


class Places:
    """`middle` holds the panes, `form_side` the form; a pane is made when its place is first shown."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.middle = Middle(window)
        self.records = RecordList(window.session, window.settings, self.middle)
        self.middle.addWidget(self.records)
        self.form_side = FormSide(window)
        self._panes: dict[str, Any] = {}

    def show_place(self, place: str) -> None:
        """Puts the pane of this place in front; a list begins with no record chosen."""
        if place in FORMS:
            if self.records.kind != place:
                self.records.show_kind(place)
                self.form_side.clear(CHOOSE)
            else:
                chosen = self.records.table.chosen()
                self.show_form(chosen[0] if len(chosen) == 1 else 0)
            self.middle.setCurrentWidget(self.records)
            return
        pane = self._panes.get(place) or self._made(place)
        self.middle.setCurrentWidget(pane)
        self.form_side.clear("Chọn một phát hiện để xem bản ghi liên quan ở đây.")
        pane.refresh()

    def focus_pane(self) -> None:
        """Gives the keys to the pane in front."""
        pane = self.middle.currentWidget()
        if pane is not None:
            pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def pane(self, place: str) -> Any:
        """The pane of one of the sidebar's own places, made if need be."""
        return self._panes.get(place) or self._made(place)

    def refresh_today(self) -> None:
        """Draws the first screen anew if it is in front."""
        if TODAY in self._panes and self.middle.currentWidget() is self._panes[TODAY]:
            self._panes[TODAY].refresh()

    def show_form(self, record: int) -> None:
        """Shows a record in the form; 0 empties it."""
        if record:
            try:
                self.form_side.form().show_record(record)
            except UserError as error:
                self._window.banner.say(str(error))
        else:
            self.form_side.clear(CHOOSE)

    def new_form(self, kind: str) -> None:
        """An empty form for a new record of this kind, in the chosen year."""
        self.form_side.form().new_record(kind)

    def shown_record(self) -> int:
        """The record that the form shows, 0 when there is none (yet)."""
        made = self.form_side.made
        return (made.record_id or 0) if made else 0

    def save_form(self) -> None:
        """Keeps what still stands unsaved in the form."""
        if self.form_side.made:
            self.form_side.made.save_now()

    def stop(self) -> None:
        """Ends what the panes read in the background; the file may be closed then."""
        for place in (TODAY, REGISTER):
            if place in self._panes:
                self._panes[place].stop()

    def _made(self, place: str) -> Any:
        window = self._window
        if place == TODAY:
            from desktop.today_pane import TodayPane as Pane
        elif place == FINDINGS:
            from desktop.findings_pane import FindingsPane as Pane  # type: ignore[assignment]
        elif place == PAPERS:
            from desktop.papers_pane import PapersPane as Pane  # type: ignore[assignment]
        elif place == TEMPLATES:
            from desktop.templates_pane import TemplatesPane as Pane  # type: ignore[assignment]
        elif place == ROUNDS:
            from desktop.awarding.rounds_pane import RoundsPane as Pane  # type: ignore[assignment]
        elif place == REGISTRATIONS:
            from desktop.awarding.registrations_pane import RegistrationsPane as Pane  # type: ignore[assignment]
        elif place == REGISTER:
            from desktop.awarding.register_pane import RegisterPane as Pane  # type: ignore[assignment]
        elif place == RULES:
            from desktop.awarding.rules_pane import RulesPane as Pane  # type: ignore[assignment]
        elif place == BIN:
            from desktop.bin_pane import BinPane as Pane  # type: ignore[assignment]
        else:
            raise KeyError(place)
        pane = self._panes[place] = Pane(window)
        self.middle.addWidget(pane)
        return pane


class Middle(QStackedWidget):
    """The panes; only the one in front says how much room is needed."""

    def minimumSizeHint(self) -> QSize:
        pane = self.currentWidget()
        return pane.minimumSizeHint() if pane else super().minimumSizeHint()


class FormSide(QWidget):
    """The form, or a sentence while no record is chosen; the form is made for the first record.

    `back` stands above it while it is alone in the window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self.made: FormView | None = None
        self._empty = EmptyPlace(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self.back = button("← Trở lại danh sách (Esc)", window.leave_wide, self, quiet=True, name="back")
        self.back.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(18, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(280)

    def form(self) -> FormView:
        """The form, in front."""
        if self.made is None:
            from desktop.form_view import FormView

            self.made = FormView(self._window.session, self, tasks=self._window.tasks)
            self.made.record_requested.connect(self._window.show_record)
            self.made.saved.connect(self._window.top.say_saved)
            self.made.record_added.connect(self._window.take_new_record)
            self._stack.addWidget(self.made)
            self.setFocusProxy(self.made)
        self._stack.setCurrentWidget(self.made)
        return self.made

    def clear(self, words: str) -> None:
        """No record: a sentence in the form's place."""
        if self.made is not None:
            self.made.clear()
        self._empty.say(words)
        self._stack.setCurrentIndex(0)
