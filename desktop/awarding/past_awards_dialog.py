"""Awards of past years from Excel before they are taken in: each row, what is asked about it, one act for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout

from desktop.awarding.answer_dialog import award_types
from desktop.awarding.doubt_question import DoubtQuestion
from desktop.awarding.past_columns import COLUMNS, STATES, state_of
from desktop.awarding.row_table import RowTable
from desktop.controls import Notice, Options, label
from desktop.dialogs import Sheet
from desktop.record_list import number
from desktop.tasks import Progress, Task
from forms.spreadsheets.doubts import Answer, RowDoubt
from forms.spreadsheets.past_awards import PastAward, PastList
from forms.spreadsheets.tables import Table
from ward.edits import Change

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

WORDS = (
    "Chưa ghi gì vào sổ. Dòng nào còn hỏi thì chọn câu trả lời ở dưới; dòng chưa trả lời và dòng bỏ qua không được "
    "nhập, vẫn còn trong tệp của bạn. Mọi dòng sẵn sàng được nhập cùng một lần, hoàn tác được."
)


def look_at(window: MainWindow, path: Path, notice: Notice) -> None:
    """Reads a file in the background, then shows it; what refuses it is said in the notice."""

    def work(_progress: Progress) -> Sequence[Table]:
        from forms.spreadsheets.reading import read_workbook

        return read_workbook(path).shown

    task = window.tasks.start(f"Đang đọc {path.name}", work)
    task.done.connect(lambda tables: PastAwardsDialog(window, path.name, tables, notice).open())
    task.refused.connect(notice.say)


class PastAwardsDialog(Sheet):
    """The rows of one sheet; they are read again in the background after each answer."""

    def __init__(self, window: MainWindow, name: str, tables: Sequence[Table], notice: Notice) -> None:
        super().__init__(f"Nhập khen thưởng từ “{name}”", window, words=WORDS, width=1000)
        self._window, self._name, self._tables, self._told = window, name, list(tables), notice
        self.answers: dict[tuple[int, str] | str, Answer] = {}
        self.list: PastList | None = None
        self._reading: Task | None = None
        self.sheet, self.award, self.filter = Options(self), Options(self), Options(self)
        self.rows: RowTable[PastAward] = RowTable(
            "Các dòng của tệp", COLUMNS, lambda row: row.number, self, stretched=1
        )
        self.question = DoubtQuestion(award_types(window.session), self)
        self.count = label("", self, grey=True, wrap=True)
        self._build()
        self.act = self.finish("Nhập", self.take)
        self.act.setEnabled(False)
        self.resize(1040, 620)
        self.rows.shown.connect(self._show_question)
        self.question.answered.connect(self._answer)
        self.read()

    def read(self) -> None:
        """Reads the sheet against the book, with the answers so far."""
        book, table = self._window.session.book, self._tables[max(0, self.sheet.currentIndex())]
        award_type, answers = self.award.currentData() or None, dict(self.answers)

        def work(_progress: Progress) -> PastList:
            from forms.spreadsheets.past_awards import read_past_awards

            return read_past_awards(book, table, award_type=award_type, answers=answers)

        task = self._reading = self._window.tasks.start(f"Đang đọc {self._name}", work)
        task.done.connect(lambda found: self._show(found) if task is self._reading else None)
        task.refused.connect(self._refuse)

    def take(self) -> None:
        """Writes all rows that are ready as one act, in the background."""
        book, found, name = self._window.session.book, self.list, self._name
        if found is None:
            return

        def work(_progress: Progress) -> Change:
            from forms.spreadsheets.past_awards import take_in_past

            return take_in_past(book, found.rows, name)

        self.act.setEnabled(False)
        task = self._window.tasks.start("Đang nhập khen thưởng", work)
        task.done.connect(self._taken)
        task.refused.connect(self.notice.say)
        task.ended.connect(lambda: self.act.setEnabled(bool(found.ready)))

    # -- details ------------------------------------------------------------------------------------

    def _build(self) -> None:
        for table in self._tables:
            self.sheet.addItem(table.name)
        self.award.addItem("(không chọn)", 0)
        for record, title in award_types(self._window.session):
            self.award.addItem(title, record)
        self.filter.addItem("Tất cả các dòng", "")
        for state, words in STATES.items():
            self.filter.addItem(f"Dòng {words}", state)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(3, 1)
        fields = (("Trang tính", self.sheet), ("Danh hiệu cho dòng không ghi", self.award), ("Hiện", self.filter))
        for place, (words, field) in enumerate(fields):
            field.setAccessibleName(words)
            shown = field is not self.sheet or len(self._tables) > 1
            told = label(words, self)
            told.setVisible(shown)
            field.setVisible(shown)
            grid.addWidget(told, 0, place * 2)
            grid.addWidget(field, 0, place * 2 + 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.rows, 1)
        self.body.addWidget(self.question)
        self.body.addWidget(self.count)
        self.sheet.activated.connect(lambda _place: self._read_sheet())
        self.award.activated.connect(lambda _place: self.read())
        self.filter.activated.connect(lambda _place: self._show_rows())

    def _read_sheet(self) -> None:
        self.answers = {}
        self.read()

    def _show(self, found: PastList) -> None:
        self.list = found
        self.notice.hide()
        counts = Counter(map(state_of, found.rows))
        told = [f"{number(counts[state])} dòng {words}" for state, words in STATES.items() if counts[state]]
        if found.skipped:
            told.append(f"{number(len(found.skipped))} dòng không phải khen thưởng (tiêu đề, dòng cuối)")
        self.count.setText("; ".join(told) + "." if told else "Không thấy dòng nào.")
        self.count.setToolTip("\n".join(f"Dòng {one.row}: {one.text} – {one.why}" for one in found.skipped))
        self.act.setText(f"Nhập {number(len(found.ready))} khen thưởng")
        self.act.setEnabled(bool(found.ready))
        self._show_rows()

    def _show_rows(self) -> None:
        wanted = self.filter.currentData()
        rows = self.list.rows if self.list else ()
        self.rows.show_rows([row for row in rows if not wanted or state_of(row) == wanted])

    def _refuse(self, words: str) -> None:
        self.list = None
        self.rows.show_rows([])
        self.act.setEnabled(False)
        self.notice.say(words)

    def _show_question(self, row: PastAward | None) -> None:
        doubt = row.doubts[0] if row and row.doubts and not row.left_out else None
        keys = Counter(one.key for other in self.list.rows for one in other.doubts) if self.list else Counter()
        words = [doubt.words if doubt else "", row.refused if row else "", *(row.remarks if row else ())]
        self.question.ask(doubt, " ".join(filter(None, words)), keys[doubt.key] if doubt else 0)

    def _answer(self, doubt: RowDoubt, answer: Answer, for_all: bool) -> None:
        row = self.rows.current
        if row is not None:
            self.answers[doubt.key if for_all else (row.number, doubt.field)] = answer
            self.read()

    def _taken(self, change: Change) -> None:
        found: Any = self.list
        left = len(found.doubtful)
        self.accept()
        self._window.session.tell(change)
        words = f"Đã nhập {number(len(found.ready))} khen thưởng từ “{self._name}”."
        more = f" Còn {number(left)} dòng chưa trả lời nên chưa nhập." if left else ""
        self._told.say(
            words + more, fine=not left, act="Hoàn tác", then=lambda: self._window.long.undo(self._told.say)
        )
