"""The third step of a round: the ward's own decisions, and what is sent to the level above and comes back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.awarding.decision_acts import DecisionActs
from desktop.awarding.nominations_step import GONE
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.awarding.steps import Step
from desktop.controls import button, label
from desktop.flow import Flow
from desktop.record_list import number
from forms.choices import LEVELS, NOMINATION_STATES, SUBMISSION_STATES, VERDICTS
from ward.dates import PartialDate, show_date

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from ward.awarding.round_lists import DecisionRow, NominationRow, SubmissionRow

WAITING = ("nominated", "supplement", "passed", "returned")
FROM_ABOVE = "decision_of_others"
NOTHING_WAITS = "Không còn đề nghị nào chờ quyết định."
ACTS = (
    ("number", "Ghi số, ngày…", "give_number"),
    ("returned", "Bị trả lại…", "returned"),
    ("supplement", "Đã bổ sung…", "supplement"),
    ("answer", "Ghi kết quả…", "answer"),
    ("withdraw_submission", "Rút tờ trình…", "withdraw"),
)
PAPERS = {
    "decision": (("quyet-dinh-khen", "Quyết định khen thưởng"),),
    "submission": (("to-trinh", "Tờ trình"), ("danh-sach-trich-ngang", "Danh sách trích ngang")),
}


@dataclass(frozen=True)
class Out:
    """A decision or a submission as one list shows them together."""

    id: int
    what: str
    name: str
    number: str
    day: str
    to: str
    count: int
    state: str


class DecisionStep(Step):
    """Above, what waits; below, what was decided or sent."""

    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(window, parent)
        self.waiting: RowTable[NominationRow] = RowTable(
            "Đề nghị chờ quyết định", waiting_columns(), lambda row: row.id, self, stretched=0, several=True
        )
        self.out: RowTable[Out] = RowTable(
            "Quyết định và tờ trình", out_columns(), lambda row: row.id, self, stretched=0
        )
        self.waits = label("", self, name="heading")
        self.acts = DecisionActs(self)
        self.buttons: dict[str, Any] = {}
        self._build()
        self.waiting.opened.connect(lambda row: window.show_record(row.id))
        self.waiting.chosen_changed.connect(self._offer)
        self.out.opened.connect(lambda row: window.show_record(row.id))
        self.out.shown.connect(lambda _row: self._offer())

    def read(self) -> None:
        from ward.awarding.round_lists import decisions_of, nominations_of, submissions_of

        db = self.session.book.db
        waiting = [row for row in nominations_of(db, self.round) if row.state in WAITING]
        others = {row.id for row in waiting} != {row.id for row in self.waiting.rows.rows}
        self.waiting.show_rows(waiting)
        if others and any(row.state == "passed" for row in waiting):
            self.waiting.choose_where(lambda row: row.state == "passed")
        self.waits.setText(f"Chờ quyết định: {number(len(waiting))} đề nghị" if waiting else NOTHING_WAITS)
        self.out.show_rows(
            [*map(decided, decisions_of(db, self.round)), *map(submitted, submissions_of(db, self.round))]
        )
        self._offer()

    def chosen(self) -> list[int]:
        """The chosen nominations; at first all that the council passed are chosen."""
        return [row.id for row in self.waiting.chosen()]

    def _build(self) -> None:
        upper, lower = QWidget(self), QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.waits)
        column.addWidget(self.waiting, 1)
        deciding = Flow()
        for name, words, act, primary in (
            ("decide", "Ra quyết định…", self.acts.decide, True),
            ("submit", "Trình cấp trên…", self.acts.submit, False),
            ("publish", "Thông báo công khai danh sách", self.acts.publish, False),
        ):
            self.buttons[name] = button(words, act, self, primary=primary, name=name)
            deciding.addWidget(self.buttons[name])
        column.addLayout(deciding)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(label("Quyết định và tờ trình", self, name="heading"))
        below.addWidget(self.out, 1)
        row = Flow()
        for name, words, slot in ACTS:
            self.buttons[name] = button(words, getattr(self.acts, slot), self, name=name)
            row.addWidget(self.buttons[name])
        for kinds in PAPERS.values():
            for kind, words in kinds:
                name = f"make_{kind}"
                self.buttons[name] = button(words, partial(self._make, kind, words), self, name=name)
                row.addWidget(self.buttons[name])
        self.buttons["reopen"] = button("Mở lại đợt…", self.acts.reopen, self, quiet=True, name="reopen")
        row.addWidget(self.buttons["reopen"])
        below.addLayout(row)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(upper)
        splitter.addWidget(lower)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 10, 0, 0)
        whole.addWidget(self.notice)
        whole.addWidget(splitter, 1)

    def _make(self, kind: str, words: str) -> None:
        row = self.out.current
        if row is not None:
            self.make_paper(kind, row.id, words)

    def _offer(self) -> None:
        row = self.out.current
        there = self.writable and bool(self.waiting.rows.rows)
        for name in ("decide", "submit", "publish"):
            self.buttons[name].setEnabled(there)
        what = row.what if row else ""
        self.buttons["number"].setEnabled(self.writable and bool(row))
        sent = self.writable and what == "submission"
        state = row.state if row and what == "submission" else ""
        self.buttons["returned"].setEnabled(sent and state in ("sent", "supplemented"))
        self.buttons["supplement"].setEnabled(sent and state == "returned")
        self.buttons["answer"].setEnabled(sent and state in ("sent", "supplemented", "answered"))
        self.buttons["withdraw_submission"].setEnabled(sent and state in ("sent", "returned", "supplemented"))
        for owner, kinds in PAPERS.items():
            for kind, _words in kinds:
                self.buttons[f"make_{kind}"].setEnabled(self.writable and what == owner)
        self.buttons["reopen"].setEnabled(self.writable)


def waiting_columns() -> list[RowColumn[NominationRow]]:
    """What the upper list shows."""
    return [
        RowColumn("Đề nghị", 220, lambda row: row.name, struck=lambda row: row.state in GONE),
        RowColumn("Chức vụ, đơn vị", 160, lambda row: row.as_title),
        RowColumn("Danh hiệu, hình thức", 200, lambda row: row.lowered or row.award),
        RowColumn("Điều kiện", 110, lambda row: VERDICTS.get(row.verdict, "chưa xét")),
        RowColumn("Tình trạng", 190, lambda row: NOMINATION_STATES.get(row.state, row.state)),
    ]


def out_columns() -> list[RowColumn[Out]]:
    """What the lower list shows."""
    return [
        RowColumn("Văn bản", 240, lambda row: row.name),
        RowColumn("Số", 130, lambda row: row.number or "chưa có số", colour=lambda row: "" if row.number else "grey"),
        RowColumn("Ngày", 114, lambda row: show_date(PartialDate(row.day)) if row.day else ""),
        RowColumn("Cơ quan", 220, lambda row: row.to),
        RowColumn("Số đề nghị", 100, lambda row: number(row.count), right=True),
        RowColumn("Tình trạng", 130, lambda row: SUBMISSION_STATES.get(row.state, "Đã quyết định")),
    ]


def decided(row: DecisionRow) -> Out:
    """A decision as a line."""
    what, name = ("decision", "Quyết định khen thưởng") if row.own else (FROM_ABOVE, "Quyết định của nơi khác")
    return Out(row.id, what, name, row.number, row.issued_on, row.issuer, row.awards, "decided")


def submitted(row: SubmissionRow) -> Out:
    """A submission as a line."""
    to = row.authority or LEVELS.get(row.level, "")
    return Out(row.id, "submission", "Tờ trình", row.number, row.sent_on, to, row.nominations, row.state)
