"""What happened to a record: every act, who, when, and what each field said before and after."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.dialogs import Sheet
from desktop.session import Session
from desktop.times import ago, local
from forms.catalogue import FORMS
from forms.readable import Reader
from ward.changes import HistoryLine, history
from ward.loading import load

STRETCHED, BY_HAND, BY_WORDS = (
    QHeaderView.ResizeMode.Stretch,
    QHeaderView.ResizeMode.Interactive,
    QHeaderView.ResizeMode.ResizeToContents,
)
"""The act takes what room is left; when and who are always read whole."""
EMPTY = "–"


class HistoryDialog(Sheet):
    """Shows the history of a record, newest first."""

    def __init__(self, session: Session, record: int, parent: QWidget) -> None:
        stored = load(session.book.db, record)
        super().__init__("Lịch sử bản ghi", parent, words=stored.title, width=880)
        self._reader = Reader(session.book, FORMS[stored.kind])
        self.table = QTreeWidget(self)
        self.table.setAccessibleName("Lịch sử")
        self.table.setHeaderLabels(["Việc, ô", "Trước", "Sau", "Lúc", "Ai"])
        self.table.setUniformRowHeights(True)
        header = self.table.header()
        header.setStretchLastSection(False)
        for column, mode in enumerate((STRETCHED, BY_HAND, BY_HAND, BY_WORDS, BY_WORDS)):
            header.setSectionResizeMode(column, mode)
        for column in (1, 2):
            self.table.setColumnWidth(column, 150)
        self.table.setMinimumHeight(340)
        self._fill(history(session.book.db, record))
        self.body.addWidget(self.table)
        self.finish("", self.accept, stay="Đóng")

    def _fill(self, lines: list[HistoryLine]) -> None:
        now = dt.datetime.now()
        acts = [list(act) for _, act in groupby(lines, key=lambda line: line.change)]
        for place, act in enumerate(acts):
            first = act[0]
            above = QTreeWidgetItem(self.table, [first.act, "", "", ago(local(first.at), now), first.who])
            above.setToolTip(0, first.act)
            before, after = ({line.field: getattr(line, side) for line in act} for side in ("before", "after"))
            for key in [line.field for line in act if self._reader.is_shown(line.field, set(before))]:
                sides = [self._reader.said(key, values) or EMPTY for values in (before, after)]
                below = QTreeWidgetItem(above, [self._reader.label(key), *sides])
                for column, text in enumerate(sides, 1):
                    below.setToolTip(column, text)
            above.setExpanded(place < 3)
