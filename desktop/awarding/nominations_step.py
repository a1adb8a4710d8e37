"""The first step of a round: who is proposed for what, and whether the conditions are met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.awarding.nominate_bar import NominateBar
from desktop.awarding.nomination_acts import NominationActs
from desktop.awarding.round_dialogs import ask_reason
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.awarding.steps import Step
from desktop.awarding.verdict_panel import VerdictPanel
from desktop.controls import button, label
from desktop.flow import Flow
from desktop.record_list import number
from desktop.tasks import Progress
from forms.choices import NOMINATION_STATES, VERDICTS
from ward.errors import UserError
from ward.text import fold

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from ward.awarding.round_lists import NominationRow

COLOURS = {"enough": "fine", "short": "wrong", "confirm": "on_amber"}
DONE = ("decided", "closed")
GONE = ("withdrawn", "failed", "refused", "cancelled")
EMPTY = "Chưa có đề nghị nào trong đợt này. Gõ tên ở trên, dán từ Excel, hoặc xem “Gợi ý”."
NOT_JUDGED = "Chưa xét điều kiện. Bấm “Xét điều kiện”."


class NominationsStep(Step):
    """The line to type in, the list, and why the chosen one meets its conditions."""

    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(window, parent)
        self.bar = NominateBar(self.session, self)
        self.bar.set_writable(self.writable)
        self.bar.wanted.connect(self._nominate)
        self.bar.opened.connect(window.show_record)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText("Lọc theo chữ")
        self.filter.setAccessibleName("Lọc đề nghị")
        self.filter.setMaximumWidth(180)
        self.filter.textChanged.connect(lambda _text: self._show_rows())
        self.table: RowTable[NominationRow] = RowTable(
            "Đề nghị khen", columns(), lambda row: row.id, self, stretched=1, several=True
        )
        self.count = label("", self, grey=True, wrap=True)
        self.doing = NominationActs(self)
        self.panel = VerdictPanel(self)
        self.panel.set_writable(self.writable)
        self._rows: list[NominationRow] = []
        self._verdicts: dict[int, Any] = {}
        self._build()
        self.table.shown.connect(lambda _row: self._show_verdict())
        self.table.opened.connect(lambda row: window.show_record(row.id))
        self.panel.opened.connect(window.show_record)
        self.panel.confirmed.connect(self._confirm)
        self.panel.reasoned.connect(self._ask_reason)

    def forget(self) -> None:
        super().forget()
        self._verdicts = {}

    def read(self) -> None:
        from ward.awarding.round_lists import nominations_of
        from ward.awarding.rounds import round_row

        self.bar.take_round(self.round)
        self.bar.setVisible(round_row(self.session.book.db, self.round).state not in DONE)
        self._rows = nominations_of(self.session.book.db, self.round)
        self._verdicts = {}
        self._show_rows()

    # -- acts ---------------------------------------------------------------------------------------

    def judge(self) -> None:
        """Judges every nomination of the round in the background."""
        book, record = self.session.book, self.round

        def work(progress: Progress) -> Any:
            from ward.awarding.judging import judge_round

            return judge_round(book, record, progress=progress)

        self.start("Đang xét điều kiện", work, self._take_judged)

    def renew_rules(self) -> None:
        """Takes the rules in use now in place of those that the round keeps, and judges by them."""
        from ward.awarding.kept_rules import keep_rules, rules_changed

        if not rules_changed(self.session.book.db, self.round):
            self.notice.say("Quy định mà đợt này đã ghi lại không khác quy định nay.", fine=True)
        elif self.do(lambda: keep_rules(self.session.book, self.round, anew=True)):
            self.judge()

    # -- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        buttons = Flow()
        self.acts: dict[str, QPushButton] = {}
        for name, words, act in (
            ("judge", "Xét điều kiện", self.judge),
            ("suggest", "Gợi ý…", self.doing.suggest),
            ("paste", "Dán từ Excel", self.doing.paste),
            ("from_file", "Nhập từ tệp…", self.doing.from_file),
            ("amend", "Sửa đề nghị…", self.doing.amend),
            ("report", "Báo cáo thành tích", self.doing.report),
        ):
            made = button(words, act, self, name=name)
            made.setEnabled(self.writable or name == "suggest")
            self.acts[name] = made
            buttons.addWidget(made)
        buttons.addWidget(self._more())
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        above = QHBoxLayout()
        above.addWidget(self.filter)
        above.addWidget(self.count, 1)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([690, 324])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 10, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.bar)
        whole.addWidget(self.notice)
        whole.addLayout(buttons)
        whole.addWidget(splitter, 1)
        self.setFocusProxy(self.bar.editors["nominee"])

    def _more(self) -> QPushButton:
        """What is done seldom, behind one button."""
        opener = button("Việc khác", lambda: None, self, name="more")
        opener.setEnabled(self.writable)
        menu = QMenu(opener)
        for words, act in (
            ("Tóm tắt thành tích", self.doing.summary),
            ("Yêu cầu bổ sung hồ sơ…", self.doing.supplement),
            ("Đã bổ sung hồ sơ", self.doing.supplemented),
            ("Rút đề nghị…", self.doing.withdraw),
            ("Đề nghị lại", self.doing.put_back),
            ("Cập nhật quy định của đợt", self.renew_rules),
        ):
            menu.addAction(words, act)
        opener.setMenu(menu)
        return opener

    def _show_rows(self) -> None:
        wanted = fold(self.filter.text()).split()
        shown = [row for row in self._rows if matches(row, wanted)]
        self.table.show_rows(shown)
        told = [f"{number(len(shown))} đề nghị" + (f" trong {number(len(self._rows))}" if wanted else "")]
        for verdict, words in VERDICTS.items():
            count = sum(row.verdict == verdict for row in self._rows)
            told += [f"{number(count)} {words.lower()}"] if count else []
        self.count.setText(" · ".join(told) if self._rows else EMPTY)
        self._show_verdict()

    def _show_verdict(self) -> None:
        row = self.table.current
        if row is None:
            self.panel.say(EMPTY if not self._rows else "Chọn một đề nghị để xem điều kiện.")
            return
        verdict = self._verdicts.get(row.id) or self._judged_now(row)
        if verdict is None:
            self.panel.say(row.judged_words or NOT_JUDGED)
        else:
            self.panel.show_verdict(row.name, row.award, verdict)

    def _judged_now(self, row: NominationRow) -> Any:
        from ward.awarding.single_verdict import verdict_of

        try:
            verdict = verdict_of(self.session.book.db, row.id)
        except UserError as error:
            self.panel.say(str(error))
            return None
        self._verdicts[row.id] = verdict
        return verdict

    # -- what comes of the acts ---------------------------------------------------------------------

    def _nominate(self, draft: Any, asked: list[Any]) -> None:
        if not asked:
            self._add(draft, [])
            return
        name = draft.nominee_words or self.bar.editors["nominee"].typed_line()
        dialog = ask_reason(name, " ".join(one.sentence for one in asked), self)
        dialog.given.connect(lambda reason: self._add(draft, [(one, reason) for one in asked]))
        dialog.open()

    def _add(self, draft: Any, reasons: list[tuple[Any, str]]) -> None:
        from dataclasses import replace

        from ward.awarding.nominating import Reason, nominate

        given = tuple(Reason(doubt.key, doubt.sentence, reason) for doubt, reason in reasons)
        if self.do(lambda: nominate(self.session.book, self.round, [replace(draft, reasons=given)])):
            self.bar.clear(keep_award=True)
            self.bar.editors["nominee"].inputs()[0].setFocus()

    def _take_judged(self, judged: Any) -> None:
        self._verdicts = {one.nomination: one for one in judged.verdicts}
        if judged.change is not None:
            self.session.tell(judged.change)
        else:
            self.notice.say("Đã xét lại, kết quả không đổi.", fine=True)
            self._show_verdict()
        if judged.warnings:
            self.notice.say(" ".join(judged.warnings))

    def _confirm(self, rule: str, words: str, answer: str) -> None:
        from ward.awarding.judging import confirm

        row = self.table.current
        if row is not None and self.do(lambda: confirm(self.session.book, row.id, rule, words, answer)):
            self.judge()

    def _ask_reason(self, rule: str, words: str) -> None:
        from ward.awarding.judging import give_reason

        row = self.table.current
        if row is None:
            return

        def keep(reason: str) -> None:
            if self.do(lambda: give_reason(self.session.book, row.id, rule, words, reason)):
                self.judge()

        dialog = ask_reason(row.name, words, self)
        dialog.given.connect(keep)
        dialog.open()


def matches(row: NominationRow, wanted: list[str]) -> bool:
    """Whether all words of the filter stand in the row."""
    words = fold(f"{row.name} {row.as_title} {row.award} {row.proposer}")
    return all(word in words for word in wanted)


def columns() -> list[RowColumn[NominationRow]]:
    """What the list shows of a nomination."""
    return [
        RowColumn("TT", 34, lambda row: str(row.place or ""), right=True),
        RowColumn("Đề nghị khen ai", 172, lambda row: row.name, struck=lambda row: row.state in GONE),
        RowColumn("Chức vụ, đơn vị", 104, lambda row: row.as_title),
        RowColumn("Danh hiệu, hình thức", 150, lambda row: row.award),
        RowColumn("Điều kiện", 96, lambda row: VERDICTS.get(row.verdict, "chưa xét"),
                  colour=lambda row: COLOURS.get(row.verdict, "grey")),
        RowColumn("Tình trạng", 104, lambda row: NOMINATION_STATES.get(row.state, row.state)),
    ]  # fmt: skip
