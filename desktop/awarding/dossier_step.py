"""The last step of a round: which papers each nomination still lacks, what contradicts, and the whole dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSplitter, QVBoxLayout, QWidget

from desktop.awarding.dossier_words import SEVERITIES, STATES
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.awarding.steps import Step
from desktop.controls import button, label
from desktop.flow import Flow
from desktop.record_acts import open_path
from desktop.record_list import number
from desktop.tasks import Progress
from ward.edits import Change

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from reports.dossier.doctor import Dossier, DossierFinding

COLOURS = {"there": "fine", "unsigned": "on_amber", "missing": "wrong", "stale": "on_amber", "wrong": "wrong",
           "unneeded": "grey"}  # fmt: skip
SEVERITY_COLOURS = {"wrong": "wrong", "look": "on_amber", "note": "grey"}
NOT_EXAMINED = "Bấm “Kiểm tra hồ sơ” để xem từng đề nghị còn thiếu giấy tờ gì, và các văn bản có khớp nhau không."


@dataclass(frozen=True)
class Line:
    """One paper of one nomination's checklist."""

    nomination: int
    name: str
    label: str
    state: str
    words: str
    paper: int
    article: str


class DossierStep(Step):
    """Left, the checklist; right, what contradicts; below, the one click that makes everything."""

    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(window, parent)
        self.summary = label(NOT_EXAMINED, self, wrap=True, grey=True)
        self.items: RowTable[Line] = RowTable(
            "Giấy tờ của từng đề nghị", item_columns(), lambda row: (row.nomination, row.label), self, stretched=0
        )
        self.findings: RowTable[DossierFinding] = RowTable(
            "Những chỗ chưa khớp trong hồ sơ", finding_columns(), lambda row: row.key, self, stretched=1
        )
        self.whole = label("", self, wrap=True)
        self.zipped = QCheckBox("Nén thành tệp .zip", self)
        self.pdf = QCheckBox("Thêm bản PDF", self)
        self.only_missing = QCheckBox("Chỉ hiện giấy tờ còn thiếu, chưa đúng", self)
        self.only_missing.setChecked(True)
        self._dossiers: list[Dossier] = []
        self._build()
        self.items.opened.connect(lambda row: window.show_record(row.paper or row.nomination))
        self.findings.opened.connect(lambda row: window.show_record(row.records[0]) if row.records else None)
        self.findings.shown.connect(lambda row: self.whole.setText(row.sentence if row else ""))
        self.only_missing.toggled.connect(lambda _on: self._show_items())

    def forget(self) -> None:
        super().forget()
        self._dossiers = []
        self.items.show_rows([])
        self.findings.show_rows([])
        self.summary.setText(NOT_EXAMINED)

    def read(self) -> None:
        """What was found stays until it is looked for again: looking reads every paper."""

    def examine(self) -> None:
        """Looks through the round's papers in the background."""
        book, record = self.session.book, self.round

        def work(progress: Progress) -> Any:
            from reports.dossier.doctor import examine

            return examine(book, record, progress=progress)

        self.start("Đang kiểm tra hồ sơ", work, self._take)

    def make_all(self) -> None:
        """Makes every paper of the round in one folder."""
        book, record, out = self.session.book, self.round, self.window_.places.pane("papers").target
        zipped, pdf = self.zipped.isChecked(), self.pdf.isChecked()

        def work(progress: Progress) -> Any:
            from desktop.award_acts import make_whole_dossier

            return make_whole_dossier(book, record, out, zipped=zipped, pdf=pdf, progress=progress)

        self.start("Đang lập cả bộ hồ sơ", work, self._tell_folder)

    # -- details ------------------------------------------------------------------------------------

    def _build(self) -> None:
        top = Flow()
        self.examiner = button("Kiểm tra hồ sơ", self.examine, self, name="examine")
        top.addWidget(self.examiner)
        top.addWidget(self.only_missing)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.items)
        lower = QWidget(self)
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label("Chỗ chưa khớp", self, name="heading"))
        column.addWidget(self.findings, 1)
        column.addWidget(self.whole)
        splitter.addWidget(lower)
        bottom = Flow()
        self.maker = button("Lập cả bộ hồ sơ", self.make_all, self, primary=True, name="make_dossier")
        self.maker.setEnabled(self.writable)
        for one in (self.maker, self.zipped, self.pdf):
            bottom.addWidget(one)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 10, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.notice)
        whole.addLayout(top)
        whole.addWidget(self.summary)
        whole.addWidget(splitter, 1)
        whole.addLayout(bottom)

    def _take(self, found: Any) -> None:
        self._dossiers = list(found.dossiers)
        self.findings.show_rows(found.findings)
        self._show_items()
        lacking = sum(any(item.state in ("missing", "wrong") for item in one.items) for one in self._dossiers)
        words = f"{number(len(self._dossiers))} đề nghị, {number(lacking)} đề nghị còn thiếu hoặc sai giấy tờ; "
        self.summary.setText(f"{words}{number(len(found.findings))} chỗ chưa khớp.")

    def _show_items(self) -> None:
        hidden = ("there", "unneeded") if self.only_missing.isChecked() else ()
        self.items.show_rows(
            [
                Line(one.nomination, one.name, item.label, item.state, item.words, item.paper or 0, item.article)
                for one in self._dossiers
                for item in one.items
                if item.state not in hidden
            ]
        )

    def _tell_folder(self, made: Any) -> None:
        added = tuple(one.record for one in made.papers if one.record)
        self.session.tell(Change(0, "", "", "", frozenset(added), frozenset({"paper"}), added))
        words = f"Đã lập {number(len(made.papers))} văn bản trong “{made.folder.name}”."
        if made.warnings:
            words = " ".join([words, "Cần xem lại:", *made.warnings[:3]])
            words += f" Còn {number(len(made.warnings) - 3)} điều nữa." if len(made.warnings) > 3 else ""
        folder = made.folder
        self.notice.say(words, fine=not made.warnings, act="Mở thư mục", then=lambda: open_path(folder))


def item_columns() -> list[RowColumn[Line]]:
    """What the checklist shows."""
    return [
        RowColumn("Đề nghị", 220, lambda row: row.name),
        RowColumn("Giấy tờ", 260, lambda row: row.label),
        RowColumn("Tình trạng", 120, lambda row: STATES[row.state], colour=lambda row: COLOURS[row.state]),
        RowColumn("Ghi chú", 260, lambda row: row.words),
        RowColumn("Căn cứ", 180, lambda row: row.article, colour=lambda row: "grey"),
    ]


def finding_columns() -> list[RowColumn[DossierFinding]]:
    """What the list of contradictions shows."""
    return [
        RowColumn("", 90, lambda row: SEVERITIES[row.severity], colour=lambda row: SEVERITY_COLOURS[row.severity]),
        RowColumn("Điều chưa khớp", 420, lambda row: row.sentence),
        RowColumn("Văn bản", 200, lambda row: row.paper),
        RowColumn("Chỗ", 120, lambda row: row.page),
    ]
