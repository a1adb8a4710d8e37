"""Canh máy in: what was measured on the calibration page sets the offset of a blank for this printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.awarding.measures import millimetres, show_tenths
from desktop.controls import button, label
from desktop.dialogs import Sheet

if TYPE_CHECKING:
    from reports.certificates.blanks import Blank

WORDS = (
    "Lập trang canh, in lên giấy trắng cùng cỡ với phôi, tỷ lệ 100%. Đo từ mép trái và từ mép trên tờ giấy đến dấu "
    "cộng ở góc trên bên trái, rồi ghi hai số đo vào đây. Đúng thì cả hai là 20 mm."
)


class CalibrationDialog(Sheet):
    """`page_wanted` asks for the page to be made; `given` tells the blank's new offset by field key."""

    page_wanted = Signal()
    given = Signal(dict)

    def __init__(self, blank: Blank, writable: bool, parent: QWidget) -> None:
        super().__init__(f"Canh máy in cho “{blank.name}”", parent, words=WORDS, width=520)
        from reports.certificates.calibration import FIRST_CROSS

        self._blank = blank
        self.left = millimetres("Từ mép trái đến dấu cộng", self, most=600)
        self.top = millimetres("Từ mép trên đến dấu cộng", self, most=600)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for column, (words, field) in enumerate(
            (("Từ mép trái đến dấu cộng", self.left), ("Từ mép trên đến dấu cộng", self.top))
        ):
            field.setValue(FIRST_CROSS)
            grid.addWidget(label(words, self), 0, column)
            grid.addWidget(field, 1, column)
        self.result_words = label("", self, wrap=True, grey=True)
        self.body.addWidget(button("Lập trang canh để in", self.page_wanted.emit, self, name="calibration_page"))
        self.body.addLayout(grid)
        self.body.addWidget(self.result_words)
        self.body.addStretch(1)
        for field in (self.left, self.top):
            field.valueChanged.connect(lambda _value: self._say())
        self.finish("Lưu độ dịch", self.give).setEnabled(writable)
        self._say()
        self.left.setFocus()

    def give(self) -> None:
        """Gives the offset that puts the cross into its place."""
        moved = self._corrected()
        self.accept()
        self.given.emit({"offset_x": moved.offset_x, "offset_y": moved.offset_y})

    def _corrected(self) -> Blank:
        from reports.certificates.calibration import corrected

        return corrected(self._blank, self.left.value(), self.top.value())

    def _say(self) -> None:
        moved = self._corrected()
        self.result_words.setText(
            f"Sẽ in dịch sang phải {show_tenths(moved.offset_x)}, dịch xuống {show_tenths(moved.offset_y)}."
        )
