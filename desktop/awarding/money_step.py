"""The fourth step of a round: what each award is worth by the rules, what is paid, and what the fund holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.awarding.fields_dialog import FieldsDialog, declared
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.awarding.steps import Step
from desktop.controls import button, label
from desktop.flow import Flow
from desktop.record_list import number
from forms.choices import FUND_KINDS
from forms.fields import Day, Field, Text
from ward.dates import PartialDate, show_date
from ward.edits import Add
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from ward.awarding.money import FundYear, PrizeList, PrizeRow

EMPTY = "Chưa có quyết định nào trong đợt này, nên chưa có tiền thưởng."
UNKNOWN = "chưa rõ mức"


class MoneyStep(Step):
    """The payment list of the round's decisions, and the fund of the year."""

    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(window, parent)
        self.total = label("", self, name="heading", wrap=True)
        self.warnings = label("", self, wrap=True, amber=True)
        self.fund = label("", self, wrap=True, grey=True)
        self.table: RowTable[PrizeRow] = RowTable(
            "Danh sách tiền thưởng", columns(), lambda row: row.award, self, stretched=0, several=True
        )
        self.table.opened.connect(lambda row: window.show_record(row.award))
        self._build()

    def read(self) -> None:
        from ward.awarding.money import fund_year, prize_list

        db = self.session.book.db
        try:
            listed = prize_list(db, round_id=self.round)
            fund = fund_year(db, self.session.year or dt.date.today().year)
        except UserError as error:
            self.notice.say(str(error))
            return
        others = {row.award for row in listed.rows} != {row.award for row in self.table.rows.rows}
        self.table.show_rows(listed.rows)
        if others and any(is_due(row) for row in listed.rows):
            self.table.choose_where(is_due)
        self.total.setText(total_words(listed) if listed.rows else EMPTY)
        self.warnings.setText(warning_words(listed.warnings))
        self.warnings.setVisible(bool(listed.warnings))
        self.fund.setText(fund_words(fund))
        self.payer.setEnabled(self.writable and any(is_due(row) for row in listed.rows))
        self.paper.setEnabled(self.writable and bool(listed.rows))

    def pay(self) -> None:
        """Asks for the day and the receipt, and pays what is chosen; at first everything that is not paid is."""
        rows = self.table.chosen()
        due = [row.award for row in rows if is_due(row)]
        if not due:
            self.notice.say("Những dòng này đã chi hoặc không có tiền thưởng.")
            return
        amount = sum(row.amount or 0 for row in rows if row.award in due)
        fields: list[Field] = [Day("on", "Ngày chi", required=True), Text("receipt", "Số chứng từ")]
        words = f"Chi {number(amount)} đồng cho {number(len(due))} trường hợp từ quỹ thi đua, khen thưởng."
        values = {"on": dt.date.today().isoformat()}
        dialog = FieldsDialog(
            "Chi thưởng", "Chi thưởng", self.session, "fund_entry", fields, self, values=values, words=words
        )
        dialog.given.connect(partial(self._pay, due))
        dialog.open()

    def receive(self) -> None:
        """Asks what came into the fund."""
        fields = declared("fund_entry", "entry_kind", "amount", "entered_on", "purpose", required=("amount",))
        values = {"entry_kind": "allotted", "entered_on": dt.date.today().isoformat()}
        dialog = FieldsDialog("Thu vào quỹ", "Ghi khoản thu", self.session, "fund_entry", fields, self, values=values)
        dialog.given.connect(self._receive)
        dialog.open()

    # -- details ------------------------------------------------------------------------------------

    def _build(self) -> None:
        acts = Flow()
        self.payer = button("Chi thưởng…", self.pay, self, primary=True, name="pay")
        self.paper = button("Danh sách chi thưởng", self._make, self, name="make_danh-sach-chi-thuong")
        self.receiver = button("Thu vào quỹ…", self.receive, self, name="receive")
        self.receiver.setEnabled(self.writable)
        entries = button("Xem sổ quỹ", lambda: self.window_.go("fund_entry"), self, quiet=True, name="entries")
        for one in (self.payer, self.paper, self.receiver, entries):
            acts.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        for widget in (self.notice, self.total, self.warnings):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addLayout(acts)
        column.addWidget(self.fund)

    def _make(self) -> None:
        self.make_paper("danh-sach-chi-thuong", self.round, "danh sách chi thưởng")

    def _pay(self, awards: list[int], values: dict[str, Any]) -> None:
        from ward.awarding.money import pay

        self.do_many(
            len(awards),
            "Đang ghi chi thưởng",
            lambda: pay(self.session.book, awards, on=values["on"], receipt=values["receipt"]),
        )

    def _receive(self, values: dict[str, Any]) -> None:
        year = self.session.year or dt.date.today().year
        added = Add("fund_entry", {**values, "direction": "in", "years": (year,)})
        self.do(lambda: self.session.book.write("Thu vào quỹ thi đua, khen thưởng", [added]))


def columns() -> list[RowColumn[PrizeRow]]:
    """What the payment list shows."""
    return [
        RowColumn("Được khen", 210, lambda row: row.name),
        RowColumn("Danh hiệu, hình thức", 190, lambda row: row.what),
        RowColumn("Cách tính", 180, how, colour=lambda row: "grey"),
        RowColumn("Số tiền (đồng)", 120, amount, colour=lambda row: "" if row.amount else "grey", right=True),
        RowColumn("Ghi chú", 200, lambda row: row.struck or "; ".join(row.warnings)),
        RowColumn("Đã chi", 100, lambda row: show_date(PartialDate(row.paid_on)) if row.paid_on else ""),
    ]


def is_due(row: PrizeRow) -> bool:
    """Whether a prize is still to be paid."""
    return bool(row.amount) and not row.paid_on


def how(row: PrizeRow) -> str:
    """ "0,3 × 2.530.000"."""
    if row.factor is None or row.base is None:
        return UNKNOWN
    return f"{str(row.factor).replace('.', ',')} × {number(row.base)}"


def amount(row: PrizeRow) -> str:
    """The amount to pay; unknown and struck ones say so."""
    if row.struck:
        return "không chi"
    return number(row.amount) if row.amount is not None else UNKNOWN


def total_words(listed: PrizeList) -> str:
    """The sum, and how many lines are not in it."""
    missing = f"; còn {number(listed.missing)} dòng chưa rõ mức thưởng" if listed.missing else ""
    return f"Tổng tiền thưởng: {number(listed.total)} đồng{missing}"


def warning_words(warnings: Sequence[str]) -> str:
    """The first warnings; where each line has its own, the table tells them."""
    shown = [f"▲ {words}" for words in warnings[: 1 if len(warnings) > 2 else 2]]
    rest = len(warnings) - len(shown)
    return "\n".join([*shown, *([f"Còn {number(rest)} điều nữa, xem cột “Ghi chú”."] if rest else [])])


def fund_words(fund: FundYear) -> str:
    """The fund of the year in one line."""
    came = ", ".join(f"{FUND_KINDS.get(kind, kind).lower()} {number(one)}" for kind, one in fund.incoming.items())
    went = ", ".join(f"{FUND_KINDS.get(kind, kind).lower()} {number(one)}" for kind, one in fund.outgoing.items())
    words = f"Quỹ năm {fund.year}: đầu năm {number(fund.opening)} đồng"
    words += f"; thu: {came}" if came else ""
    words += f"; chi: {went}" if went else ""
    return " ".join([f"{words}; còn {number(fund.closing)} đồng.", *fund.warnings])
