"""Taking in an exchange file: what it would do, the clerk's consent, one act, and a receipt."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFileDialog,
    QHeaderView,
    QPlainTextEdit,
    QRadioButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.controls import Options, label
from desktop.dialogs import Sheet
from desktop.import_model import PlanModel
from desktop.record_list import number
from forms.exchange import ImportPlan
from forms.exchange.plan import SKIP, VERDICTS

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

FILES = "Tệp trao đổi (*.json)"
WIDTHS = (170, 130, 230, 260, 190)


def choose_and_import(window: MainWindow) -> None:
    """Asks for the file, then looks at it in the background, then shows the dry run."""
    name, _ = QFileDialog.getOpenFileName(window, "Nhập tệp trao đổi", window.settings.exchange_folder, FILES)
    if name:
        look_at(window, Path(name))


def look_at(window: MainWindow, path: Path) -> None:
    """Plans the import in the background and opens the dialog with the plan."""
    window.settings.exchange_folder = str(path.parent)
    book = window.session.book

    def work(progress: object) -> ImportPlan:
        from forms.exchange import plan_import

        plan = plan_import(book, path, progress=progress)  # type: ignore[arg-type]
        _ = plan.lines
        return plan

    task = window.tasks.start(f"Đang đọc {path.name}", work)
    task.done.connect(lambda plan: ImportDialog(plan, path, window).open())
    task.refused.connect(window.banner.say)


class ImportDialog(Sheet):
    """The dry run as a table, answers to what is doubtful, and the one button that writes."""

    def __init__(self, plan: ImportPlan, path: Path, window: MainWindow) -> None:
        words = "Chưa ghi gì cả. Hãy xem bảng dưới đây, trả lời những dòng cần hỏi lại rồi mới nhập."
        super().__init__(f"Nhập “{path.name}”", window, words=words, width=1000)
        self._plan, self._window = plan, window
        self.model = PlanModel(plan.lines, self)
        self.filter = Options(self)
        self.filter.setAccessibleName("Hiện những dòng nào")
        self.filter.addItem(f"Tất cả: {number(len(plan.lines))} bản ghi", "")
        for verdict, verdict_words in VERDICTS.items():
            self.filter.addItem(f"{verdict_words}: {number(plan.count(verdict))}", verdict)
        self.filter.currentIndexChanged.connect(lambda _place: self._show())
        self.table = self._make_table()
        self._why = label("", self, wrap=True)
        self._choices = QWidget(self)
        self._choice_column = QVBoxLayout(self._choices)
        self._choice_column.setContentsMargins(0, 0, 0, 0)
        self._group: QButtonGroup | None = None
        self._receipt = QPlainTextEdit(self, readOnly=True)
        self._receipt.setAccessibleName("Biên nhận")
        self._pages = QStackedWidget(self)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.filter, self.table, self._why, self._choices):
            column.addWidget(widget, 1 if widget is self.table else 0)
        self._pages.addWidget(page)
        self._pages.addWidget(self._receipt)
        self.body.addWidget(self._pages)
        self.resize(1040, 600)
        self._act = self.finish("", self.carry_out) if not self._taken() else self.finish("Nhập", self.carry_out)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_line())
        self._show()
        self._say_act()

    def carry_out(self) -> None:
        """Writes everything that is taken, as one act, in the background."""
        window, plan, accept = self._window, self._plan, dict(self.model.answers)

        def work(progress: object) -> object:
            from forms.exchange import carry_out

            return carry_out(window.session.book, plan, accept=accept, progress=progress)  # type: ignore[arg-type]

        self._act.setEnabled(False)
        task = window.tasks.start("Đang nhập", work)
        task.done.connect(self._done)
        task.refused.connect(self.notice.say)
        task.cancelled.connect(lambda: self.notice.say("Đã dừng. Chưa ghi gì vào sổ.", fine=True))
        task.ended.connect(lambda: self._act.setEnabled(True))

    # -- details ------------------------------------------------------------------------------------

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName("Các bản ghi trong tệp")
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setHighlightSections(False)
        for place, width in enumerate(WIDTHS):
            table.setColumnWidth(place, width)
        table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        return table

    def _show(self) -> None:
        wanted = self.filter.currentData()
        self.model.show_lines([line for line in self._plan.lines if not wanted or line.verdict == wanted])
        if self.model.lines:
            self.table.selectRow(0)
        self._show_line()

    def _show_line(self) -> None:
        row = self.table.currentIndex().row()
        line = self.model.lines[row] if 0 <= row < len(self.model.lines) else None
        self._why.setText(self.model.why(line) if line else "")
        self._why.setVisible(bool(self._why.text()))
        while item := self._choice_column.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._group = QButtonGroup(self)
        choices = [(choice.key, self.model.said(choice.label)) for choice in line.choices] if line else []
        if choices and SKIP not in dict(choices):
            choices.append((SKIP, "Để lại, không nhập"))
        for key, words in choices:
            radio = QRadioButton(words, self._choices)
            radio.setAccessibleName(words)
            radio.setChecked(bool(line and self.model.answers.get(line.place) == key))
            radio.clicked.connect(partial(self._answer, row, key))
            self._group.addButton(radio)
            self._choice_column.addWidget(radio)
        self._choices.setVisible(bool(choices))

    def _answer(self, row: int, key: str, _checked: bool = True) -> None:
        self.model.answer(row, key)
        self._say_act()

    def _taken(self) -> int:
        answered = sum(answer != SKIP for answer in self.model.answers.values())
        return self._plan.count("new") + self._plan.count("changed") + answered

    def _say_act(self) -> None:
        if self._act.objectName() == "act":
            self._act.setText(f"Nhập {number(self._taken())} bản ghi")

    def _done(self, change: object) -> None:
        self._window.session.tell(change)  # type: ignore[arg-type]
        self._receipt.setPlainText(self.model.said(self._plan.receipt(change)))  # type: ignore[arg-type]
        self._pages.setCurrentIndex(1)
        self._act.hide()
        self.close_with("Đóng")
        self.notice.say("Đã nhập xong. Bấm Ctrl+Z trong cửa sổ chính nếu muốn hoàn tác cả lần nhập.", fine=True)
