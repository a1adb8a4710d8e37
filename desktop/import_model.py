"""The table of a dry run: each record of the exchange file, what becomes of it, where it stands and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from desktop.exchange_places import in_words, kinds_by_index
from desktop.look import colours_now
from forms.catalogue import FORMS
from forms.exchange import PlanLine
from forms.exchange.plan import SKIP, VERDICTS

HEADS = ("Kết quả", "Loại", "Bản ghi", "Lý do, khác nhau", "Nơi trong tệp")
MARKS = {"new": "+", "changed": "✎", "same": "=", "doubtful": "?", "refused": "✕"}
COLOURS = {"new": "fine", "changed": "ink", "same": "grey", "doubtful": "on_amber", "refused": "wrong"}
PLACE = 4
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
INK = int(Qt.ItemDataRole.ForegroundRole)


class PlanModel(QAbstractTableModel):
    """The lines of one verdict, or all of the `plan`; `answers` holds what the clerk said to each doubtful line.

    The answers stand by place, as the file has it; `said` puts places into words.
    """

    def __init__(self, plan: Sequence[PlanLine], parent: QObject) -> None:
        super().__init__(parent)
        self._kinds = kinds_by_index(plan)
        self.lines: list[PlanLine] = []
        self.answers: dict[str, str] = {}

    def show_lines(self, lines: list[PlanLine]) -> None:
        """Shows these lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def said(self, text: str) -> str:
        """A text of the plan with its places in words."""
        return in_words(text, self._kinds)

    def why(self, line: PlanLine) -> str:
        """What is to be known of a line, whole: where it is wrong and why, and what would change."""
        where = f"{line.place}: " if line.verdict == "refused" else ""
        reason = raised(self.said(where + line.reason)) if line.reason else ""
        return "\n".join(filter(None, (reason, differences(line))))

    def answer(self, row: int, key: str) -> None:
        """Keeps the clerk's answer to this row."""
        self.answers[self.lines[row].place] = key
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADS) - 1))

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # type: ignore[override]
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # type: ignore[override]
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == DISPLAY:
            return HEADS[section]
        return None

    def data(self, index: QModelIndex, role: int = DISPLAY) -> Any:  # type: ignore[override]
        line = self.lines[index.row()]
        if role == TOOL_TIP and index.column() == PLACE:
            return f"{self._text(line, PLACE)} ({line.place})"
        if role in (DISPLAY, TOOL_TIP):
            return self._text(line, index.column())
        if role == INK and index.column() == 0:
            return QColor(getattr(colours_now(), COLOURS[line.verdict]))
        return None

    def _text(self, line: PlanLine, column: int) -> str:
        if column == 0:
            return f"{MARKS[line.verdict]}  {self._verdict(line)}"
        if column == 1:
            form = FORMS.get(line.kind)
            return form.label if form else line.kind
        if column == 3:
            return self.said(line.reason) or differences(line)
        return line.title if column == 2 else raised(self.said(line.place))

    def _verdict(self, line: PlanLine) -> str:
        answer = self.answers.get(line.place)
        if answer is None:
            return VERDICTS[line.verdict]
        chosen = next((self.said(choice.label) for choice in line.choices if choice.key == answer), "")
        return "Để lại" if answer == SKIP else f"Đã trả lời: {chosen}"


def raised(words: str) -> str:
    """The words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def differences(line: PlanLine) -> str:
    """What would change, in one line."""
    return "; ".join(f"{one.label}: {one.before or '–'} → {one.after or '–'}" for one in line.differences)
