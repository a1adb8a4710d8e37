"""A list of nominations from Excel before it is taken in: each row, what is asked about it, the clerk's answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from desktop.awarding.answer_dialog import award_types
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.controls import Options, label
from desktop.dialogs import Sheet
from desktop.record_list import number
from forms.catalogue import FORMS
from forms.spreadsheets.doubts import SKIP, Answer, RowDoubt
from forms.spreadsheets.nomination_rows import NominationList, NominationRow, read_nominations, take_in
from forms.spreadsheets.tables import Table
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.awarding.nominations_step import NominationsStep

WORDS = "Chưa ghi gì vào sổ. Dòng nào còn hỏi thì chọn câu trả lời ở dưới; dòng bỏ qua không mất trong tệp của bạn."
COLOURS = {"ready": "fine", "asked": "on_amber", "out": "grey"}


def open_rows(step: NominationsStep, kind: str, source: str) -> None:
    """Reads a file or what was pasted in the background, then shows it."""

    def work(_progress: object) -> Sequence[Table]:
        from forms.spreadsheets.pasted import read_pasted
        from forms.spreadsheets.reading import read_workbook

        return (read_pasted(source),) if kind == "text" else read_workbook(Path(source)).shown

    def show(tables: Sequence[Table]) -> None:
        try:
            RowsDialog(step, tables).open()
        except UserError as error:
            step.notice.say(str(error))

    step.start("Đang đọc danh sách", work, show)


class RowsDialog(Sheet):
    """The rows of one table; what is answered is asked no more, and only what is ready is taken in."""

    def __init__(self, step: NominationsStep, tables: Sequence[Table]) -> None:
        super().__init__("Nhập danh sách đề nghị", step, words=WORDS, width=1000)
        self._step, self._tables = step, list(tables)
        self.answers: dict[tuple[int, str] | str, Answer] = {}
        self.list: NominationList | None = None
        self.sheet, self.award = Options(self), Options(self)
        self.rows: RowTable[NominationRow] = RowTable(
            "Các dòng của danh sách", columns(), lambda row: (row.number, row.part), self, stretched=4
        )
        self.question = label("", self, wrap=True)
        self.for_all = QCheckBox("Trả lời như vậy cho mọi dòng giống dòng này", self)
        self._choices = QWidget(self)
        self._column = QVBoxLayout(self._choices)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.count = label("", self, grey=True, wrap=True)
        self._build()
        self.act = self.finish("Nhận đề nghị", self.take)
        self.resize(1040, 620)
        self.read()

    def read(self) -> None:
        """Reads the table against the book, with the answers so far. Raises UserError at the first reading only."""
        first = self.list is None
        try:
            self.list = read_nominations(
                self._step.session.book,
                self._tables[max(0, self.sheet.currentIndex())],
                self._step.round,
                award_type=self.award.currentData() or None,
                answers=self.answers,
            )
        except UserError as error:
            if first and len(self._tables) == 1:
                raise
            self.notice.say(str(error))
            return
        self.rows.show_rows(self.list.rows)
        told = [f"{number(len(self.list.ready))} dòng sẵn sàng", f"{number(len(self.list.doubtful))} dòng còn hỏi"]
        if self.list.skipped:
            told.append(f"{number(len(self.list.skipped))} dòng không phải đề nghị (tiêu đề, dòng trống)")
        self.count.setText("; ".join(told) + ".")
        self.count.setToolTip("\n".join(f"Dòng {one.row}: {one.text} – {one.why}" for one in self.list.skipped))
        self.act.setText(f"Nhận {number(len(self.list.ready))} đề nghị")
        self.act.setEnabled(bool(self.list.ready))

    def take(self) -> None:
        """Takes in what is ready."""
        assert self.list
        book, rows, record = self._step.session.book, self.list.rows, self._step.round
        try:
            changes = take_in(book, record, rows)
        except UserError as error:
            self.notice.say(str(error))
            return
        left = len(self.list.doubtful)
        self.accept()
        for change in changes:
            self._step.session.tell(change)
        words = f"Đã nhận {number(len(self.list.ready))} đề nghị."
        more = f" Còn {number(left)} dòng chưa trả lời nên chưa nhận." if left else ""
        self._step.notice.say(words + more, fine=not left)

    # -- details ------------------------------------------------------------------------------------

    def _build(self) -> None:
        for table in self._tables:
            self.sheet.addItem(table.name or "Nội dung đã dán")
        self.sheet.setAccessibleName("Trang tính")
        self.award.addItem("(không chọn)", 0)
        for record, title in award_types(self._step.session):
            self.award.addItem(title, record)
        self.award.setAccessibleName("Danh hiệu cho dòng không ghi")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(3, 1)
        if len(self._tables) > 1:
            grid.addWidget(label("Trang tính", self), 0, 0)
            grid.addWidget(self.sheet, 0, 1)
        grid.addWidget(label("Danh hiệu cho dòng không ghi", self), 0, 2)
        grid.addWidget(self.award, 0, 3)
        self.sheet.setVisible(len(self._tables) > 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.rows, 1)
        for widget in (self.question, self._choices, self.for_all, self.count):
            self.body.addWidget(widget)
        self.rows.shown.connect(self._show_question)
        self.sheet.activated.connect(lambda _place: self._read_sheet())
        self.award.activated.connect(lambda _place: self.read())

    def _read_sheet(self) -> None:
        self.answers = {}
        self.read()

    def _show_question(self, row: NominationRow | None) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._group = QButtonGroup(self)
        doubt = row.doubts[0] if row and row.doubts else None
        remarks = " ".join(row.remarks) if row else ""
        self.question.setText(" ".join(filter(None, (doubt.words if doubt else "", remarks))))
        keys = [one.key for other in self.list.rows for one in other.doubts] if self.list else []
        alike = doubt is not None and keys.count(doubt.key) > 1
        self.for_all.setVisible(alike)
        with QSignalBlocker(self.for_all):
            self.for_all.setChecked(alike)
        if row is None or doubt is None:
            return
        for words, answer in answers_to(doubt):
            radio = QRadioButton(words, self._choices)
            radio.setAccessibleName(words)
            radio.clicked.connect(partial(self._answer, row, doubt, answer))
            self._group.addButton(radio)
            self._column.addWidget(radio)

    def _answer(self, row: NominationRow, doubt: RowDoubt, answer: Answer, _checked: bool = True) -> None:
        shared = self.for_all.isVisible() and self.for_all.isChecked() and answer != SKIP
        self.answers[doubt.key if shared else (row.number, doubt.field)] = answer
        self.read()


def columns() -> list[RowColumn[NominationRow]]:
    """What the table of rows shows."""
    return [
        RowColumn("Dòng", 60, lambda row: str(row.number), right=True),
        RowColumn("Tên", 220, lambda row: row.name),
        RowColumn("Chức vụ, đơn vị", 180, lambda row: row.draft.as_title),
        RowColumn("Tình trạng", 110, state_words, colour=lambda row: COLOURS[state_of(row)]),
        RowColumn("Cần hỏi, lưu ý", 320, lambda row: " ".join([*(one.words for one in row.doubts), *row.remarks])),
    ]


def state_of(row: NominationRow) -> str:
    """ "ready", "asked" or "out"."""
    if row.left_out:
        return "out"
    return "asked" if row.doubts else "ready"


def state_words(row: NominationRow) -> str:
    """How a row stands; one that will make a new record says so."""
    state = state_of(row)
    if state == "ready":
        return "thêm mới" if row.new else "sẵn sàng"
    return "bỏ qua" if state == "out" else "còn hỏi"


def answers_to(doubt: RowDoubt) -> list[tuple[str, Answer]]:
    """The answers that a doubt offers, in words."""
    found = []
    for one in doubt.candidates:
        why = f" ({one.why})" if one.why else ""
        found.append((f"{FORMS[one.kind].label}: {one.title}{why}", Answer(record=one.record)))
    found += [(words, Answer(value=value)) for value, words in doubt.readings]
    if doubt.may_be_new:
        found.append(("Là người, đơn vị, hộ khác: thêm mới vào sổ", Answer(new=True)))
    if doubt.as_words:
        found.append(("Giữ nguyên chữ trong danh sách", Answer(as_words=True)))
    return [*found, ("Bỏ qua dòng này", SKIP)]
