"""What happened to a record: when, by whom, which field, before and after."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.controls import button, label
from desktop.form_tabs.lines import Lines, Shown
from desktop.form_tabs.tab import Tab
from desktop.session import Session
from desktop.times import ago, local
from forms.catalogue import FORMS
from forms.readable import Reader
from ward.changes import HistoryLine, history

MOST = 300


class HistoryTab(Tab):
    """The acts on the record, newest first; of one field when it was asked for."""

    name = "Lịch sử"

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._field = ""
        self.head = QWidget(self)
        self.which = label("", self.head)
        self.all = button("Xem cả bản ghi", self._show_all, self.head, quiet=True)
        row = QHBoxLayout(self.head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.which)
        row.addWidget(self.all)
        row.addStretch(1)
        self.lines = Lines(("Lúc", "Ai", "Ô", "Trước", "Sau", "Việc"), self, stretched=4)
        self.lines.setAccessibleName("Lịch sử của bản ghi")
        self.column.addWidget(self.head)
        self.column.addWidget(self.lines, 1)

    def only(self, field: str | None) -> None:
        """Which field to show the history of; the whole record when None or empty."""
        self._field = field or ""

    def fill(self) -> None:
        assert self.stored
        form = FORMS[self.stored.kind]
        asked = form.field(self._field)
        self.head.setVisible(asked is not None)
        self.which.setText(f"Ô {asked.label}" if asked else "")
        reader = Reader(self.session.book, form)
        told = history(self.session.book.db, self.stored.id)
        acts = [list(lines) for _, lines in groupby(told, key=lambda line: line.change)]
        keys = set(asked.keys) if asked else None
        shown = [line for act in acts for line in _act_lines(reader, act, keys)]
        self.lines.show_lines(shown[:MOST])

    def _show_all(self) -> None:
        self._field = ""
        self.fill()


def _act_lines(reader: Reader, act: list[HistoryLine], only: set[str] | None) -> list[Shown]:
    """One line for each field that the act changed; one for the whole record where the act added it."""
    first = act[0]
    moment = ago(local(first.at), dt.datetime.now())
    who = first.who or "(không ghi tên)"
    if only is None and all(line.before is None for line in act):
        return [Shown(0, (moment, who, "cả bản ghi", "", "", first.act), {2: "grey"})]
    before = {line.field: line.before for line in act}
    after = {line.field: line.after for line in act}
    keys = set(before)
    lines: list[Shown] = []
    for key in [line.field for line in act if reader.is_shown(line.field, keys) and (not only or line.field in only)]:
        sides = [reader.said(key, side) or "(trống)" for side in (before, after)]
        lines.append(Shown(0, (moment, who, reader.label(key), *sides, first.act)))
    return lines
