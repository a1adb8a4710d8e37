"""Rows of a workbook before they are taken in: how each stands, what is asked about it, one act for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout

from desktop.awarding.answer_dialog import award_types
from desktop.awarding.doubt_question import DoubtQuestion
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.controls import Notice, Options, label
from desktop.dialogs import Sheet
from desktop.record_list import number
from desktop.tasks import Progress, Task
from forms.spreadsheets.doubts import Answer, RowDoubt
from forms.spreadsheets.tables import Table
from ward.book import Book
from ward.edits import Change

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

WORDS = (
    "Chưa ghi gì vào sổ. Dòng nào còn hỏi thì chọn câu trả lời ở dưới; dòng chưa trả lời và dòng bỏ qua không được "
    "nhập, vẫn còn trong tệp của bạn. Mọi dòng sẵn sàng được nhập cùng một lần, hoàn tác được."
)
STATES = {
    "ready": "sẵn sàng",
    "asked": "còn hỏi",
    "known": "đã có trong sổ",
    "refused": "không nhập được",
    "out": "bỏ qua",
}
COLOURS = {"ready": "fine", "asked": "on_amber", "known": "grey", "refused": "wrong", "out": "grey"}
Answers = Mapping[tuple[int, str] | str, Answer]


class TakingIn(Sheet):
    """The rows of one list; they are read again in the background after each answer.

    `noun` is what a row becomes ("khen thưởng"). What reads and what writes is said by `reading` and `writing`.
    """

    def __init__(
        self, title: str, noun: str, name: str, columns: Sequence[RowColumn[Any]], window: MainWindow, told: Notice
    ) -> None:
        super().__init__(title, window, words=WORDS, width=1000)
        self._window, self._noun, self._name, self._told = window, noun, name, told
        self.answers: dict[tuple[int, str] | str, Answer] = {}
        self.list: Any = None
        self._reading: Task | None = None
        self.filter = Options(self)
        self.filter.setAccessibleName("Hiện")
        self.filter.addItem("Tất cả các dòng", "")
        for state, words in STATES.items():
            self.filter.addItem(f"Dòng {words}", state)
        self.rows: RowTable[Any] = RowTable("Các dòng của tệp", columns, row_key, self, stretched=1)
        self.question = DoubtQuestion(award_types(window.session), self)
        self.count = label("", self, grey=True, wrap=True)
        self.build_head()
        for widget in (self.rows, self.question, self.count):
            self.body.addWidget(widget, 1 if widget is self.rows else 0)
        self.act = self.finish("Nhập", self.take)
        self.act.setEnabled(False)
        self.resize(1040, 620)
        self.filter.activated.connect(lambda _place: self._show_rows())
        self.rows.shown.connect(self._show_question)
        self.question.answered.connect(self._answer)
        self.read()

    def build_head(self) -> None:
        """Puts what is chosen above the rows into `body`."""
        self.body.addWidget(self.filter)

    def reading(self) -> Callable[[Book, Answers], Any]:
        """What reads the list with the answers so far; it is called in the background."""
        raise NotImplementedError

    def writing(self) -> Callable[[Book, Any, str], Change | Sequence[Change]]:
        """What writes the rows that are ready, as one act (or one for who is new, and one)."""
        raise NotImplementedError

    def read(self) -> None:
        """Reads the list against the book, with the answers so far."""
        book, answers, reading = self._window.session.book, dict(self.answers), self.reading()

        def work(_progress: Progress) -> Any:
            return reading(book, answers)

        task = self._reading = self._window.tasks.start(f"Đang đọc {self._name}", work)
        task.done.connect(lambda found: self._show(found) if task is self._reading else None)
        task.refused.connect(self._refuse)

    def take(self) -> None:
        """Writes all rows that are ready as one act, in the background."""
        book, found, name, writing = self._window.session.book, self.list, self._name, self.writing()
        if found is None:
            return

        def work(_progress: Progress) -> Change | Sequence[Change]:
            return writing(book, found.rows, name)

        self.act.setEnabled(False)
        task = self._window.tasks.start(f"Đang nhập {self._noun}", work)
        task.done.connect(self._taken)
        task.refused.connect(self.notice.say)
        task.ended.connect(lambda: self.act.setEnabled(bool(found.ready)))

    # -- details ------------------------------------------------------------------------------------

    def _show(self, found: Any) -> None:
        self.list = found
        self.notice.hide()
        counts = Counter(map(state_of, found.rows))
        told = [f"{number(counts[state])} dòng {words}" for state, words in STATES.items() if counts[state]]
        if found.skipped:
            told.append(f"{number(len(found.skipped))} dòng không phải {self._noun} (tiêu đề, dòng cuối)")
        self.count.setText("; ".join(told) + "." if told else "Không thấy dòng nào.")
        self.count.setToolTip("\n".join(f"Dòng {one.row}: {one.text} – {one.why}" for one in found.skipped))
        self.act.setText(f"Nhập {number(len(found.ready))} {self._noun}")
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

    def _show_question(self, row: Any) -> None:
        doubt = row.doubts[0] if row and row.doubts and not row.left_out else None
        keys = Counter(one.key for other in self.list.rows for one in other.doubts) if self.list else Counter()
        words = [doubt.words if doubt else "", refused(row) if row else "", *(row.remarks if row else ())]
        self.question.ask(doubt, " ".join(filter(None, words)), keys[doubt.key] if doubt else 0)

    def _answer(self, doubt: RowDoubt, answer: Answer, for_all: bool) -> None:
        row = self.rows.current
        if row is not None:
            self.answers[doubt.key if for_all else (row.number, doubt.field)] = answer
            self.read()

    def _taken(self, changes: Change | Sequence[Change]) -> None:
        found = self.list
        left = len(found.doubtful)
        self.accept()
        for change in [changes] if isinstance(changes, Change) else changes:
            self._window.session.tell(change)
        words = f"Đã nhập {number(len(found.ready))} {self._noun} từ “{self._name}”."
        more = f" Còn {number(left)} dòng chưa trả lời nên chưa nhập." if left else ""
        self._told.say(
            words + more, fine=not left, act="Hoàn tác", then=lambda: self._window.long.undo(self._told.say)
        )


class AwardRows(TakingIn):
    """Rows of one of a file's sheets; `award_type` is what a row gets that names no award."""

    def __init__(
        self,
        title: str,
        noun: str,
        name: str,
        tables: Sequence[Table],
        columns: Sequence[RowColumn[Any]],
        window: MainWindow,
        told: Notice,
    ) -> None:
        self._tables = list(tables)
        super().__init__(title, noun, name, columns, window, told)

    @property
    def table(self) -> Table:
        """The chosen sheet."""
        return self._tables[max(0, self.sheet.currentIndex())]

    @property
    def award_type(self) -> int | None:
        """The award for rows that name none."""
        return self.award.currentData() or None

    def build_head(self) -> None:
        self.sheet, self.award = Options(self), Options(self)
        for table in self._tables:
            self.sheet.addItem(table.name)
        self.award.addItem("(không chọn)", 0)
        for record, title in award_types(self._window.session):
            self.award.addItem(title, record)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(3, 1)
        fields = (("Trang tính", self.sheet), ("Danh hiệu cho dòng không ghi", self.award), ("Hiện", self.filter))
        for place, (words, field) in enumerate(fields):
            field.setAccessibleName(words)
            told = label(words, self)
            for one in (told, field):
                one.setVisible(field is not self.sheet or len(self._tables) > 1)
            grid.addWidget(told, 0, place * 2)
            grid.addWidget(field, 0, place * 2 + 1)
        self.body.addLayout(grid)
        self.sheet.activated.connect(lambda _place: self._read_sheet())
        self.award.activated.connect(lambda _place: self.read())

    def _read_sheet(self) -> None:
        self.answers = {}
        self.read()


def row_key(row: Any) -> tuple[int, int]:
    """The number of a row, and which of the things it says it is."""
    return row.number, getattr(row, "part", 0)


def refused(row: Any) -> str:
    """Why a row cannot be taken, "" for one that can."""
    return str(getattr(row, "refused", ""))


def state_of(row: Any) -> str:
    """A key of STATES."""
    if row.left_out:
        return "out"
    if refused(row):
        return "refused"
    if getattr(row, "known", None) not in (None, False):
        return "known"
    return "asked" if row.doubts else "ready"


def state_words(row: Any) -> str:
    """How a row stands; one that will make a new record says so."""
    state = state_of(row)
    return f"{STATES[state]}, thêm người mới" if state == "ready" and row.new else STATES[state]


def asked_words(row: Any) -> str:
    """Everything that is asked or remarked of a row."""
    return " ".join([*(one.words for one in row.doubts), refused(row), *row.remarks])


def state_colour(row: Any) -> str:
    """The colour of a row's state."""
    return COLOURS[state_of(row)]
