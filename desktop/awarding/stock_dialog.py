"""Sổ phôi: how many sheets of a blank came, were used and spoiled, day by day, and what is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.awarding.measures import sheets
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.controls import button, label
from desktop.dialogs import Sheet
from desktop.record_list import number
from desktop.session import Session
from forms.choices import BLANK_MOVEMENTS
from ward.dates import PartialDate, show_date
from ward.errors import UserError
from ward.loading import load, load_many


@dataclass(frozen=True)
class StockLine:
    """One movement as the table shows it."""

    place: int
    day: str
    movement: str
    count: int
    what: str


class StockDialog(Sheet):
    """Shows the log, newest first; sheets that came or were spoiled are noted here."""

    def __init__(self, session: Session, blank: int, parent: QWidget) -> None:
        self._session, self._blank = session, blank
        super().__init__(f"Sổ phôi “{load(session.book.db, blank).title}”", parent, width=680)
        self.left = label("", self, name="heading")
        self.table: RowTable[StockLine] = RowTable(
            "Nhập, dùng, hỏng", COLUMNS, lambda line: line.place, self, stretched=3
        )
        self.table.setMinimumHeight(220)
        self.count, self.reason = sheets("Số tờ", self), QLineEdit(self)
        self.count.setMaximumWidth(100)
        self.reason.setAccessibleName("Lý do, ghi chú")
        self.reason.setPlaceholderText("Lý do hỏng, hoặc nơi cấp phôi")
        acting = QHBoxLayout()
        acting.addWidget(label("Số tờ", self))
        acting.addWidget(self.count)
        acting.addWidget(self.reason, 1)
        self.received = button("Ghi nhập", self.receive, self, name="receive")
        self.spoiled = button("Ghi hỏng", self.spoil, self, name="spoil")
        for act in (self.received, self.spoiled):
            act.setEnabled(not session.book.read_only_reason)
            acting.addWidget(act)
        self.body.addWidget(self.left)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(acting)
        self.finish("", self.accept, stay="Đóng")
        self.show_log()
        self.count.setFocus()

    def show_log(self) -> None:
        """Reads the movements and the balance anew."""
        from ward.awarding.stock import stock_of

        db = self._session.book.db
        stock, rows = stock_of(db, self._blank), load(db, self._blank).values["stock"]
        awards = load_many(db, {row["award"] for row in rows if row["award"]})
        lines = [_line(place, row, awards) for place, row in enumerate(rows)]
        self.table.show_rows(lines[::-1])
        self.left.setText(
            f"Còn {number(stock.left)} tờ: nhập {number(stock.came)}, dùng {number(stock.used)}, "
            f"hỏng {number(stock.spoiled)}."
        )
        if stock.warnings:
            self.notice.say(" ".join(stock.warnings))

    def receive(self) -> None:
        """Notes that sheets came."""
        from ward.awarding.stock import receive

        self._write(lambda: receive(self._session.book, self._blank, self.count.value(), reason=self._said()))

    def spoil(self) -> None:
        """Notes that sheets were spoiled, and why."""
        from ward.awarding.stock import spoil

        self._write(lambda: spoil(self._session.book, self._blank, self.count.value(), self._said()))

    def _said(self) -> str:
        return " ".join(self.reason.text().split())

    def _write(self, act: Callable[[], Any]) -> None:
        self.notice.hide()
        try:
            outcome = act()
        except UserError as error:
            self.notice.say(str(error))
            return
        self._session.tell(outcome.change)
        self.count.setValue(0)
        self.reason.clear()
        self.show_log()


def _line(place: int, row: Any, awards: Any) -> StockLine:
    award = awards.get(row["award"])
    what = "; ".join(filter(None, (award.title if award else "", row["reason"])))
    day = show_date(PartialDate(row["moved_on"])) if row["moved_on"] else ""
    return StockLine(place, day, BLANK_MOVEMENTS.get(row["movement"], row["movement"]), row["count"] or 0, what)


COLUMNS: tuple[RowColumn[StockLine], ...] = (
    RowColumn("Ngày", 110, lambda line: line.day),
    RowColumn("Việc", 90, lambda line: line.movement, colour=lambda line: "wrong" if line.movement == "Hỏng" else ""),
    RowColumn("Số tờ", 80, lambda line: number(line.count), right=True),
    RowColumn("Cho ai, lý do", 240, lambda line: line.what),
)
