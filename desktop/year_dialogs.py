"""What is asked about a work year: which one to add, and why it is locked or opened again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.controls import label
from desktop.dialogs import Sheet


class YearDialog(Sheet):
    """Asks for a year and its theme; `chosen` tells both."""

    chosen = Signal(int, str)

    def __init__(self, proposed: int, parent: QWidget) -> None:
        super().__init__("Thêm năm công tác", parent, width=420)
        self.year = QLineEdit(str(proposed), self)
        self.year.setAccessibleName("Năm")
        self.year.setMaximumWidth(100)
        self.theme = QLineEdit(self)
        self.theme.setAccessibleName("Chủ đề công tác năm")
        for words, field in (("Năm", self.year), ("Chủ đề công tác năm (nếu có)", self.theme)):
            self.body.addWidget(label(words, self))
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.finish("Thêm năm", self.choose)
        self.year.selectAll()

    def choose(self) -> None:
        """Takes the year if it is one."""
        text = self.year.text().strip()
        if not (text.isdecimal() and len(text) == 4 and 1900 <= int(text) <= 2199):
            self.notice.say("Hãy ghi năm bằng bốn chữ số, ví dụ: 2025.")
            return
        self.accept()
        self.chosen.emit(int(text), self.theme.text().strip())


class ReasonDialog(Sheet):
    """Asks why a year is locked or opened again; `given` tells the reason."""

    given = Signal(str)

    def __init__(self, year: int, closing: bool, parent: QWidget) -> None:
        words = (
            f"Khi đã khóa, số liệu, khen thưởng và văn bản của năm {year} không sửa được nữa. "
            "Cần thì vẫn mở lại được, có ghi lý do."
            if closing
            else f"Số liệu, khen thưởng và văn bản của năm {year} lại sửa được. Lý do được giữ trong lịch sử."
        )
        title = f"Khóa sổ năm {year}" if closing else f"Mở lại năm {year}"
        super().__init__(title, parent, words=words, width=460)
        self.reason = QPlainTextEdit(self)
        self.reason.setAccessibleName("Lý do")
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(90)
        self.body.addWidget(label("Lý do", self))
        self.body.addWidget(self.reason)
        self.finish("Khóa sổ" if closing else "Mở lại", self.give)

    def give(self) -> None:
        """Takes the reason; without one nothing happens."""
        reason = " ".join(self.reason.toPlainText().split())
        if not reason:
            self.notice.say("Hãy ghi lý do, ví dụ: báo cáo năm đã ký ngày 15/12.")
            return
        self.accept()
        self.given.emit(reason)
