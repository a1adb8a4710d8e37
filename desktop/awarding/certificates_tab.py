"""Giấy khen: the sheets of a decision, what is to be looked at before printing, a preview, and the file to print."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.awarding.blank_acts import BlankActs
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.awarding.sheet_preview import A4, SheetPreview
from desktop.awarding.steps import Step
from desktop.controls import EmptyPlace, Options, button, label
from desktop.flow import Flow
from desktop.record_acts import open_path
from desktop.record_list import number
from desktop.tasks import Progress, Task
from ward.dates import PartialDate, show_date
from ward.edits import Change

if TYPE_CHECKING:
    from desktop.awarding.certificate_reading import CertificateSheet, SheetList
    from desktop.main_window import MainWindow
    from ward.awarding.decisions import Decision

EMPTY = "Đợt này chưa có quyết định khen thưởng. Lập quyết định ở bước trước, rồi in giấy khen ở đây."
NONE_OF_ITS_OWN = (
    "Khen thưởng của đợt này do cấp trên hoặc cơ quan khác quyết định. Bằng, giấy của khen thưởng ấy do nơi quyết "
    "định in và cấp."
)
NAMELESS = "Quyết định này không ghi tên từng người nhận nên không có giấy khen nào để in."
ON_A_BLANK = "Chỉ in chữ; hãy in thử một tờ rồi soi chồng lên phôi."


class CertificatesTab(Step):
    """`show_round` shows the decisions of a round; the sheets are read in the background."""

    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(window, parent)
        self.decisions: list[Decision] = []
        self.list: SheetList | None = None
        self._reading: Task | None = None
        self._none = EMPTY
        self.decision, self.design = Options(self), Options(self)
        self.table: RowTable[CertificateSheet] = RowTable(
            "Các giấy khen", COLUMNS, lambda sheet: sheet.number, self, stretched=1
        )
        self.preview = SheetPreview("Xem trước tờ giấy khen", self)
        self.risk = label("", self, wrap=True, amber=True)
        self.count = label("", self, grey=True)
        self.place = label("", self, grey=True)
        self.empty = EmptyPlace(self)
        self.stack = QStackedWidget(self)
        self.blanks = BlankActs(self)
        self._build()
        self.table.shown.connect(self._show_sheet)
        self.decision.activated.connect(lambda _place: self._choose_decision())
        self.design.activated.connect(lambda _place: self.read_sheets())

    def read(self) -> None:
        """Reads the round's decisions, and the sheets of the chosen one."""
        from ward.awarding.decisions import decisions_of

        chosen = self.chosen_decision()
        every = decisions_of(self.session.book.db, self.round)
        self.decisions = [one for one in every if one.own]
        self._none = NONE_OF_ITS_OWN if every else EMPTY
        with QSignalBlocker(self.decision):
            self.decision.clear()
            for one in self.decisions:
                self.decision.addItem(decision_words(one))
            places = [n for n, one in enumerate(self.decisions) if chosen and one.own == chosen.own]
            self.decision.setCurrentIndex(places[0] if places else 0)
        self.show_designs(keep=bool(places))
        self.read_sheets()

    def forget(self) -> None:
        super().forget()
        self.decisions, self.list = [], None
        self.decision.clear()

    def chosen_decision(self) -> Decision | None:
        """The decision whose certificates are shown."""
        place = self.decision.currentIndex()
        return self.decisions[place] if 0 <= place < len(self.decisions) else None

    def show_designs(self, key: str = "", *, keep: bool = True) -> None:
        """Lists what can be printed on; this one is chosen, or the one before, or the usual one."""
        from desktop.awarding.certificate_reading import design_choices, usual_design

        decision = self.chosen_decision()
        before = key or (self.design.currentData() if keep else "")
        with QSignalBlocker(self.design):
            self.design.clear()
            for data, words in design_choices(self.session.book):
                self.design.addItem(words, data)
            wanted = before or (usual_design(self.session.book, decision.own) if decision else "")
            self.design.setCurrentIndex(max(0, self.design.findData(wanted)))

    def read_sheets(self) -> None:
        """Reads and measures the sheets in the background."""
        decision, book, key = self.chosen_decision(), self.session.book, self.design.currentData()
        self.blanks.offer(key or "")
        if decision is None:
            self._show_empty(self._none)
            return

        def work(_progress: Progress) -> Any:
            from desktop.awarding.certificate_reading import read_sheets

            return read_sheets(book, decision.awards, key)

        task = self._reading = self.window_.tasks.start("Đang xếp chữ giấy khen", work)
        task.done.connect(lambda found: self._show(found) if task is self._reading else None)
        task.refused.connect(self._refuse)

    # -- printing -----------------------------------------------------------------------------------

    def print_all(self) -> None:
        """Makes one Word file of all sheets."""
        if self.list:
            self._print([sheet.award for sheet in self.list.sheets])

    def print_pdf(self) -> None:
        """Makes one Word file of all sheets, and a PDF of it."""
        if self.list:
            self._print([sheet.award for sheet in self.list.sheets], pdf=True)

    def reprint(self) -> None:
        """Makes a file of the chosen sheet alone."""
        if self.table.current is not None:
            self._print([self.table.current.award])

    def _print(self, awards: Sequence[int], *, pdf: bool = False) -> None:
        found, decision, book = self.list, self.chosen_decision(), self.session.book
        out = self.window_.places.pane("papers").target
        once = list(dict.fromkeys(awards))
        if found is None or decision is None:
            return

        def work(progress: Progress) -> Any:
            from desktop.awarding.certificate_reading import make_sheets

            return make_sheets(book, found.design, once, out, decision.document, pdf=pdf, progress=progress)

        self.start("Đang lập giấy khen", work, lambda made: self._tell_printed(made, once))

    def _tell_printed(self, made: tuple[Any, Path | None], awards: Sequence[int]) -> None:
        paper, pdf = made
        added = (paper.record,) if paper.record else ()
        self.session.tell(Change(0, "", "", "", frozenset(added), frozenset({"paper"}), added))
        path = pdf or paper.path
        words = [f"Đã lập “{path.name}”.", *paper.warnings[:2]]
        self.blanks.after_making(awards)
        self.notice.say(" ".join(words), fine=len(words) == 1, act="Mở tệp", then=lambda: open_path(path))

    # -- what is shown ------------------------------------------------------------------------------

    def _choose_decision(self) -> None:
        self.show_designs(keep=False)
        self.read_sheets()

    def _show(self, found: SheetList) -> None:
        self.list = found
        if not found.sheets:
            self._show_empty(NAMELESS)
            return
        self.stack.setCurrentIndex(0)
        self.table.show_rows(found.sheets)
        marked = sum(bool(sheet.risks) for sheet in found.sheets)
        words = f"{number(len(found.sheets))} tờ"
        self.count.setText(f"{words} · {number(marked)} tờ cần xem" if marked else f"{words}, chữ đều vừa chỗ")
        self._offer()
        if found.warnings:
            self.notice.say(" ".join(found.warnings))

    def _show_empty(self, words: str) -> None:
        self.list = None
        self.empty.say(words)
        self.stack.setCurrentIndex(1)
        self._offer()

    def _refuse(self, words: str) -> None:
        self._show_empty("Chưa xếp được chữ lên tờ này.")
        self.notice.say(words)

    def _show_sheet(self, sheet: CertificateSheet | None) -> None:
        from reports.certificates.making import preview_lines

        if sheet is None or self.list is None:
            return
        design = self.list.design
        size = (design.blank.width, design.blank.height) if design.blank else A4
        self.preview.show_sheet(preview_lines(design, sheet.certificate), size, self.list.pictures)
        self.preview.setToolTip(ON_A_BLANK if design.blank else "")
        self.risk.setText("\n".join(f"▲ {risk.words}" for risk in sheet.risks))
        self.risk.setVisible(bool(sheet.risks))
        self.place.setText(f"Tờ {number(sheet.number)} trên {number(len(self.list.sheets))}")
        self._offer()

    def _page(self, step: int) -> None:
        place = self.table.currentIndex().row() + step
        if 0 <= place < self.table.rows.rowCount():
            self.table.selectRow(place)

    def _offer(self) -> None:
        there = self.list is not None and bool(self.list.sheets)
        place, count = self.table.currentIndex().row(), self.table.rows.rowCount()
        for act in (self.all, self.pdf, self.again):
            act.setEnabled(there and self.writable)
        self.back.setEnabled(there and place > 0)
        self.on.setEnabled(there and place < count - 1)

    # -- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        head = Flow()
        for words, choice in (("Quyết định", self.decision), ("In trên", self.design)):
            choice.setAccessibleName(words)
            choice.setMinimumContentsLength(17)
            choice.setSizeAdjustPolicy(Options.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            head.addWidget(self._with_label(words, choice))
        for widget in self.blanks.buttons():
            head.addWidget(widget)
        self.all = button("Lập tất cả để in", self.print_all, self, primary=True, name="print_all")
        self.pdf = button("Lập tệp PDF", self.print_pdf, self, name="print_pdf")
        self.again = button("In lại tờ này", self.reprint, self, name="reprint")
        self.back = button("‹ Tờ trước", lambda: self._page(-1), self, quiet=True, name="previous_sheet")
        self.on = button("Tờ sau ›", lambda: self._page(1), self, quiet=True, name="next_sheet")
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        for act in (self.blanks.used, self.again, self.pdf, self.all):
            foot.addWidget(act)
        self.stack.addWidget(self._sheets())
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.table)

    def _with_label(self, words: str, choice: QWidget) -> QWidget:
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(label(words, both))
        row.addWidget(choice)
        return both

    def _sheets(self) -> QWidget:
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(10, 0, 0, 0)
        beside.addWidget(self.preview, 1)
        beside.addWidget(self.risk)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.place)
        row.addStretch(1)
        row.addWidget(self.on)
        beside.addLayout(row)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.table)
        splitter.addWidget(right)
        splitter.setSizes([470, 570])
        return splitter


def decision_words(decision: Decision) -> str:
    """A decision in the list of choices."""
    said = decision.number or "Chưa có số"
    on = f", {show_date(PartialDate(decision.on))}" if decision.on else ""
    return f"{said}{on} ({number(len(decision.own))})"


def risk_words(sheet: CertificateSheet) -> str:
    """What is to be looked at, in one cell: what happened to which texts."""
    from reports.certificates.risks import ITEMS

    texts = ", ".join(dict.fromkeys(ITEMS.get(risk.item, risk.item) for risk in sheet.risks))
    if not texts:
        return ""
    return f"▲ không vừa: {texts}" if sheet.serious else f"△ nhỏ lại: {texts}"


COLUMNS: tuple[RowColumn[CertificateSheet], ...] = (
    RowColumn("Tờ", 48, lambda sheet: str(sheet.number), right=True),
    RowColumn("Tên trên giấy khen", 180, lambda sheet: str(sheet.certificate.person)),
    RowColumn("Số sổ", 62, lambda sheet: str(sheet.certificate.order_number)),
    RowColumn("Cần xem", 160, risk_words, colour=lambda sheet: "wrong" if sheet.serious else "on_amber"),
)
