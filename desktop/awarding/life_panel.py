"""A life on one page: all awards of a person, household or unit by year; those of predecessors apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.controls import Options, button, label
from desktop.record_list import number
from forms.kinds.award import STATES
from ward.dates import PartialDate, show_date

if TYPE_CHECKING:
    from ward.awarding.register import AwardLine, Life, LifeLine

RECORD = int(Qt.ItemDataRole.UserRole)
KINDS = {"person": "Cá nhân", "household": "Hộ gia đình", "unit": "Tập thể"}
NOBODY = "Chọn một khen thưởng để xem cả quá trình khen thưởng của người, đơn vị, hộ gia đình đó."
UNKNOWN = "Khen thưởng này ghi bằng lời hoặc theo số lượng, chưa nối với cá nhân, đơn vị, hộ nào trong sổ."


class LifePanel(QWidget):
    """`wanted` asks for the life of another recipient, `opened` for a record, `paper_wanted` for the printed page."""

    wanted = Signal(int)
    opened = Signal(int)
    paper_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.record = 0
        self.name = label("", self, name="heading", wrap=True)
        self.sum = label("", self, grey=True, wrap=True)
        self.who = Options(self)
        self.who.setAccessibleName("Người nhận")
        self.who.setMinimumContentsLength(12)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Các lần được khen")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.itemActivated.connect(self._open)
        self.person = button("Mở bản ghi", lambda: self.opened.emit(self.record), self, quiet=True, name="open_who")
        self.paper = button(
            "In đời khen thưởng", lambda: self.paper_wanted.emit(self.record), self, name="print_life"
        )
        self.who.activated.connect(lambda _place: self.wanted.emit(self.who.currentData()))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.who, self.name, self.sum):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.person, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(250)
        self.show_nobody()

    def show_choices(self, recipients: Sequence[tuple[int, str]]) -> None:
        """Offers the recipients of an award where it has several."""
        with QSignalBlocker(self.who):
            self.who.clear()
            for record, name in recipients:
                self.who.addItem(name, record)
        self.who.setVisible(len(recipients) > 1)

    def show_nobody(self, words: str = NOBODY) -> None:
        """No life is shown, and why."""
        self.record = 0
        self.show_choices(())
        self.name.setText("")
        self.sum.setText(words)
        self.list.clear()
        for widget in (self.name, self.list, self.person, self.paper):
            widget.setVisible(False)

    def show_life(self, life: Life, *, writable: bool) -> None:
        """Shows this life, the newest year first."""
        self.record = life.record
        self.name.setText(life.name)
        self.sum.setText(_sum(life))
        self.list.clear()
        for one in life.own:
            self._add(one)
        before: dict[str, list[LifeLine]] = {}
        for one in life.before:
            before.setdefault(one.of_name, []).append(one)
        for name, lines in before.items():
            self._add_head(f"Trước khi sáp nhập, chia tách: {name}")
            for one in lines:
                self._add(one)
        for widget in (self.name, self.list, self.person, self.paper):
            widget.setVisible(True)
        self.paper.setEnabled(writable)

    def lines(self) -> list[str]:
        """The texts of the page, top to bottom."""
        return [self.list.item(place).text() for place in range(self.list.count())]

    def _add(self, one: LifeLine) -> None:
        item = QListWidgetItem(life_words(one), self.list)
        item.setData(RECORD, one.line.id)
        item.setToolTip(one.line.reason)
        if one.line.state == "cancelled":
            font = item.font()
            font.setStrikeOut(True)
            item.setFont(font)

    def _add_head(self, words: str) -> None:
        item = QListWidgetItem(words, self.list)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _open(self, item: QListWidgetItem) -> None:
        record = item.data(RECORD)
        if record:
            self.opened.emit(record)


def life_words(one: LifeLine) -> str:
    """An award in three lines: the year and what, by which decision, of whom."""
    line = one.line
    state = f" ({STATES[line.state].lower()})" if line.state in STATES and line.state != "granted" else ""
    posthumous = " (truy tặng)" if line.posthumous else ""
    named = f", khi đó là “{line.named}”" if one.of is not None and line.named else ""
    return "\n".join(
        filter(None, (f"{one.year or 'Chưa rõ năm'} · {line.award}{posthumous}{state}{named}", decided(line)))
    )


def decided(line: AwardLine) -> str:
    """By which decision, of which day, by whom."""
    by = f"QĐ {line.decision_number}" if line.decision_number else "chưa có số quyết định"
    on = f"ngày {show_date(PartialDate(line.decided_on))}" if line.decided_on else ""
    return "\n".join(filter(None, (" ".join(filter(None, (by, on))), line.issuers)))


def _sum(life: Life) -> str:
    own = sum(one.line.state == "granted" for one in life.own)
    before = sum(one.line.state == "granted" for one in life.before)
    words = f"{KINDS.get(life.kind, '')} · {number(own)} lần được khen".strip(" ·")
    return f"{words}, {number(before)} lần của đơn vị trước đây" if before else words
