"""What happened to a record: every act, who, when, and what each field said before and after."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.dialogs import Sheet
from desktop.session import Session
from desktop.times import ago, local
from forms.catalogue import FORMS
from forms.fields import Choice, Form, Rows
from ward.changes import HistoryLine, history
from ward.loading import load
from ward.lookups import heads_by_uid

STRETCHED, BY_HAND, BY_WORDS = (
    QHeaderView.ResizeMode.Stretch,
    QHeaderView.ResizeMode.Interactive,
    QHeaderView.ResizeMode.ResizeToContents,
)
"""The act takes what room is left; when and who are always read whole."""
MARKS = {"@binned": "Trong thùng rác", "@forwarded_to": "Gộp vào"}


class HistoryDialog(Sheet):
    """Shows the history of a record, newest first."""

    def __init__(self, session: Session, record: int, parent: QWidget) -> None:
        stored = load(session.book.db, record)
        super().__init__("Lịch sử bản ghi", parent, words=stored.title, width=880)
        self._db = session.book.db
        self._form = FORMS[stored.kind]
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
        acts: dict[int, QTreeWidgetItem] = {}
        now = dt.datetime.now()
        for line in lines:
            above = acts.get(line.change)
            if above is None:
                columns = [line.act, "", "", ago(local(line.at), now), line.who]
                above = acts[line.change] = QTreeWidgetItem(self.table, columns)
                above.setToolTip(0, line.act)
                above.setExpanded(len(acts) <= 3)
            before, after = self._words(line.field, line.before), self._words(line.field, line.after)
            below = QTreeWidgetItem(above, [self._label(line.field), before, after])
            below.setToolTip(1, before)
            below.setToolTip(2, after)

    def _label(self, key: str) -> str:
        field = self._form.field(key)
        if field is None:
            return MARKS.get(key, key)
        return field.label if field.key == key else f"{field.label} ({key})"

    def _words(self, key: str, value: Any) -> str:
        if value in (None, "", [], False):
            return "–"
        if value is True:
            return "có"
        field = self._form.field(key)
        if isinstance(field, Choice):
            return field.options.get(value, str(value))
        if isinstance(value, list):
            return "; ".join(self._line(key, row) for row in value)
        return self._title(value)

    def _line(self, key: str, row: Any) -> str:
        if not isinstance(row, dict):
            return str(row)
        return ", ".join(_choice_label(self._form, key, name, self._title(cell)) for name, cell in row.items())

    def _title(self, value: Any) -> str:
        """The value, or the title of the record that it names by uid."""
        if isinstance(value, str) and len(value) == 32 and all(char in "0123456789abcdef" for char in value):
            head = heads_by_uid(self._db, [bytes.fromhex(value)]).get(bytes.fromhex(value))
            return head.title if head else value
        return str(value)


def _choice_label(form: Form, key: str, name: str, words: str) -> str:
    rows = form.field(key)
    inner = next((one for one in rows.fields if one.key == name), None) if isinstance(rows, Rows) else None
    return inner.options.get(words, words) if isinstance(inner, Choice) else words
