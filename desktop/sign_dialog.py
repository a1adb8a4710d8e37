"""What is asked when a paper was signed, or is taken back to a draft: its number and day, or the reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.controls import label
from desktop.dialogs import Sheet
from ward.dates import parse_date
from ward.errors import UserError

SIGNED = (
    "Văn bản đã ký không cập nhật số liệu nữa. Nếu sau này số trong sổ đổi, "
    "văn bản sẽ được báo là không còn đúng và lập được thư đính chính."
)
DRAFT = "Văn bản trở lại là dự thảo, lại cập nhật được. Lý do được giữ trong lịch sử."
VOID = "Văn bản đã bỏ không cập nhật và không ký nữa; tệp của nó vẫn còn. Lý do được giữ trong lịch sử."


class SignDialog(Sheet):
    """Asks for number and day of a signed paper; `given` tells the ISO day and the number."""

    given = Signal(str, str)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__("Đánh dấu đã ký", parent, words=f"“{title}”. {SIGNED}", width=480)
        self.number, self.day = QLineEdit(self), QLineEdit(self)
        self.number.setPlaceholderText("ví dụ: 125/BC-UBND; bỏ trống nếu chưa có")
        self.day.setPlaceholderText("ví dụ: 15/12/2025")
        self.day.setMaximumWidth(180)
        for words, field in (("Số, ký hiệu", self.number), ("Ngày ký", self.day)):
            field.setAccessibleName(words)
            self.body.addWidget(label(words, self))
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.finish("Đánh dấu đã ký", self.give)
        self.number.setFocus()

    def give(self) -> None:
        """Takes number and day; a doubtful or partial day is asked about."""
        try:
            day = parse_date(self.day.text())
        except UserError as error:
            self.notice.say(str(error) if self.day.text().strip() else "Hãy ghi ngày ký, ví dụ: 15/12/2025.")
            self.day.setFocus()
            return
        if day.day is None:
            self.notice.say("Hãy ghi đủ ngày, tháng, năm ký, ví dụ: 15/12/2025.")
            self.day.setFocus()
            return
        self.accept()
        self.given.emit(day.iso, " ".join(self.number.text().split()))


class WhyDialog(Sheet):
    """Asks why a paper's state is changed; `given` tells the reason."""

    given = Signal(str)

    def __init__(self, verb: str, words: str, example: str, parent: QWidget) -> None:
        super().__init__(verb, parent, words=words, width=480)
        self._example = example
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName("Lý do")
        self.body.addWidget(label("Lý do", self))
        self.body.addWidget(self.reason)
        self.body.addStretch(1)
        self.finish(verb, self.give)

    def give(self) -> None:
        """Takes the reason; without one nothing happens."""
        reason = " ".join(self.reason.text().split())
        if not reason:
            self.notice.say(f"Hãy ghi lý do, ví dụ: {self._example}.")
            return
        self.accept()
        self.given.emit(reason)


def ask_why_unsigned(title: str, parent: QWidget) -> WhyDialog:
    """Asks why a signed paper is a draft again."""
    return WhyDialog("Trở lại dự thảo", f"“{title}”. {DRAFT}", "đánh dấu nhầm, văn bản chưa ký", parent)


def ask_why_void(title: str, parent: QWidget) -> WhyDialog:
    """Asks why a paper is of no use any more."""
    return WhyDialog("Bỏ văn bản", f"“{title}”. {VOID}", "đã lập bản khác thay thế", parent)
