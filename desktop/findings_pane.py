"""Phát hiện: what does not agree, both numbers beside each other, the way to the record, and a reason to accept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.controls import EmptyPlace, Notice, button, label
from desktop.finding_list import FindingList
from desktop.record_list import number
from ward.edits import Change
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from ward.findings import Finding

NONE = "Chưa thấy chỗ nào không khớp. Tổng, tỷ lệ, so sánh và ngày tháng đều thuận với nhau."
LOOKING = "Đang xem lại sổ để tìm chỗ chưa khớp …"


class FindingsPane(QWidget):
    """Lists the findings; the record of the chosen one shows in the form beside it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window = window
        self.notice = Notice(self)
        self.list = FindingList(self)
        self._empty = EmptyPlace(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._count = label("", self, grey=True)
        self._build()
        self.list.currentItemChanged.connect(self._choose)
        window.watch.looked.connect(self._show)

    def refresh(self) -> None:
        """Shows what is known, and looks again."""
        self._show()
        self._window.watch.look()

    def _build(self) -> None:
        self._numbers = label("", self, wrap=True)
        self._records = QHBoxLayout()
        self._reason = QLineEdit(self)
        self._reason.setAccessibleName("Lý do chấp nhận")
        self._reason.setPlaceholderText("Lý do chấp nhận, ví dụ: báo cáo của quận ghi như vậy")
        self._accept = button("Chấp nhận", self.accept, self, primary=True, name="accept")
        self._withdraw = button("Bỏ chấp nhận", self.withdraw, self, name="withdraw")
        self._reason.returnPressed.connect(self.accept)
        self._reason.textChanged.connect(lambda: self._offer())
        acting = QHBoxLayout()
        for widget in (self._reason, self._accept, self._withdraw):
            acting.addWidget(widget)
        self._detail = QWidget(self)
        below = QVBoxLayout(self._detail)
        below.setContentsMargins(0, 4, 0, 4)
        below.addWidget(self._numbers)
        below.addLayout(self._records)
        below.addLayout(acting)
        head = QHBoxLayout()
        head.addWidget(label("Phát hiện", self, name="title"), 1)
        head.addWidget(button("Xem lại ngay", self._window.watch.look, self, name="look"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addWidget(self._detail)
        column.addWidget(self._count)
        self.setMinimumWidth(340)
        self.setFocusProxy(self.list)

    def accept(self) -> None:
        """Keeps the written reason with the chosen finding."""
        finding, reason = self.list.chosen(), self._reason.text().strip()
        if finding is None or not reason:
            self.notice.say("Hãy ghi lý do rồi mới chấp nhận.")
            return
        from ward.findings import accept

        self._act(lambda: accept(self._window.session.book, finding, reason))
        self._reason.clear()

    def withdraw(self) -> None:
        """The chosen finding is to settle again."""
        finding = self.list.chosen()
        if finding is not None:
            from ward.findings import withdraw

            self._act(lambda: withdraw(self._window.session.book, finding))

    def _act(self, act: Callable[[], Change]) -> None:
        try:
            self._window.session.tell(act())
        except UserError as error:
            self.notice.say(str(error))
            return
        self._window.watch.look()

    def _show(self) -> None:
        found = self._window.watch.found
        self.list.fill(found or [])
        self._empty.say(NONE if found is not None else LOOKING)
        self._stack.setCurrentIndex(0 if found else 1)
        self._count.setText(_counted(found or []))
        self._count.setVisible(bool(found))
        self._choose()

    def _choose(self, *_what: object) -> None:
        finding = self.list.chosen()
        self._detail.setVisible(finding is not None)
        while item := self._records.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        if finding is None:
            return
        self._numbers.setText(_numbers(finding))
        self._numbers.setVisible(bool(self._numbers.text()))
        for place, record in enumerate(finding.records[:4], 1):
            words = "Mở bản ghi" if len(finding.records) == 1 else f"Mở bản ghi {place}"
            open_it = button(words, partial(self._window.show_form, record), self, quiet=True)
            self._records.addWidget(open_it)
        self._records.addStretch(1)
        self._offer()
        if self.isVisible() and finding.records:
            self._window.show_form(finding.records[0])

    def _offer(self) -> None:
        finding = self.list.chosen()
        accepted = bool(finding and finding.accepted)
        writable = not self._window.session.book.read_only_reason
        self._reason.setVisible(not accepted and writable)
        self._accept.setVisible(not accepted and writable)
        self._accept.setEnabled(bool(self._reason.text().strip()))
        self._withdraw.setVisible(accepted and writable)

    def sizeHint(self) -> QSize:
        return QSize(560, 400)


def _counted(found: Sequence[Finding]) -> str:
    """How many there are of each: to settle (as the sidebar counts), to look at, accepted."""
    accepted = sum(bool(one.accepted) for one in found)
    notes = sum(not one.accepted and one.severity == "note" for one in found)
    words = [f"{number(len(found) - accepted - notes)} cần giải quyết"]
    words += [f"{number(notes)} nên xem lại"] * bool(notes) + [f"{number(accepted)} đã chấp nhận"] * bool(accepted)
    return " · ".join(words)


def _numbers(finding: Finding) -> str:
    words = []
    if finding.numbers:
        words.append(f"Hai số: {finding.numbers[0]}  ↔  {finding.numbers[1]}")
    if finding.accepted:
        words.append(f"Đã chấp nhận, lý do: {finding.accepted}")
    return "\n".join(words)
