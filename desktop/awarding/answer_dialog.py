"""What the level above decided on each nomination of a submission: granted, granted lower, refused, or not yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from desktop.awarding.decision_acts import RESULTS, answer_fields
from desktop.controls import Options
from desktop.dialogs import Sheet
from desktop.editors import Context, Editor, editor_for
from desktop.editors.field_grid import FieldBox, FieldGrid
from desktop.session import Session
from ward.errors import UserError

if TYPE_CHECKING:
    from ward.awarding.round_lists import NominationRow

HEADS = ("Đề nghị", "Kết quả", "Mức được khen", "Lý do, ghi chú")
NOT_YET = "chưa có kết quả"
WORDS = "Ghi số, ngày quyết định của cấp trên và kết quả từng đề nghị. Đề nghị chưa có kết quả thì để lại, ghi sau."


class AnswerDialog(Sheet):
    """`given` tells the decision's values and the answers (`ward.awarding.submitting.Answer`)."""

    given = Signal(dict, object)

    def __init__(self, session: Session, rows: Sequence[NominationRow], parent: QWidget) -> None:
        super().__init__("Ghi kết quả của cấp trên", parent, words=WORDS, width=920)
        self._rows = list(rows)
        self._values: dict[str, Any] = {"result_number": "", "answered_on": dt.date.today().isoformat(),
                                        "result_issuer": ""}  # fmt: skip
        context = Context(session, "submission", self._values.get)
        self.editors: list[Editor] = [editor_for(field, context, self) for field in answer_fields()]
        for editor in self.editors:
            editor.show_values(self._values)
        self.body.addWidget(FieldGrid([FieldBox(editor, self) for editor in self.editors], self))
        self.types = award_types(session)
        self.results: list[Options] = []
        self.lowered: list[Options] = []
        self.notes: list[QLineEdit] = []
        self.grid = QTableWidget(len(rows), len(HEADS), self)
        self.grid.setAccessibleName("Kết quả từng đề nghị")
        self.grid.setHorizontalHeaderLabels(list(HEADS))
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setDefaultSectionSize(36)
        self.grid.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.grid.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 200), (2, 220), (3, 180)):
            self.grid.setColumnWidth(column, width)
        for place, row in enumerate(rows):
            self._show(place, row)
        self.body.addWidget(self.grid, 1)
        self.finish("Ghi kết quả", self.give)
        self.resize(960, 540)

    def give(self) -> None:
        """Gives what was answered; a lower award must be named."""
        from ward.awarding.submitting import Answer

        values: dict[str, Any] = {}
        for editor in self.editors:
            try:
                values |= editor.values()
            except UserError as error:
                editor.complain(error)
                return
        answers = []
        for row, result, lowered, note in zip(self._rows, self.results, self.lowered, self.notes, strict=True):
            if not result.currentData():
                continue
            if result.currentData() == "lowered" and not lowered.currentData():
                self.notice.say(f"Hãy chọn mức mà “{row.name}” được khen.")
                return
            lower = lowered.currentData() if result.currentData() == "lowered" else None
            answers.append(Answer(row.id, result.currentData(), lower, reason=note.text().strip()))
        if not answers:
            self.notice.say("Chưa ghi kết quả của đề nghị nào. Hãy chọn kết quả cho ít nhất một đề nghị.")
            return
        self.accept()
        self.given.emit(values, answers)

    def _show(self, place: int, row: NominationRow) -> None:
        item = QTableWidgetItem(f"{row.name} – {row.award}")
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setToolTip(item.text())
        self.grid.setItem(place, 0, item)
        result, lowered, note = Options(self.grid), Options(self.grid), QLineEdit(self.grid)
        result.setAccessibleName(f"{row.name}: kết quả")
        result.addItem(NOT_YET, "")
        for key, words in RESULTS.items():
            result.addItem(words, key)
        lowered.setAccessibleName(f"{row.name}: mức được khen")
        lowered.addItem("", 0)
        for record, title in self.types:
            lowered.addItem(title, record)
        lowered.setEnabled(False)
        result.currentIndexChanged.connect(lambda _: lowered.setEnabled(result.currentData() == "lowered"))
        note.setAccessibleName(f"{row.name}: lý do, ghi chú")
        for column, widget in ((1, result), (2, lowered), (3, note)):
            self.grid.setCellWidget(place, column, widget)
        self.results.append(result)
        self.lowered.append(lowered)
        self.notes.append(note)


def award_types(session: Session) -> list[tuple[int, str]]:
    """Every award type of the book: record and title, by title."""
    from ward.listing import Wanted, list_records

    found = list_records(session.book.db, Wanted("award_type"))
    return [(line.id, line.title) for line in found.lines(0, len(found.ids))]
