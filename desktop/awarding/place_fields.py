"""The fields of one place on a blank: what is printed, where in millimetres, in which size, how it is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from desktop.awarding.measures import millimetres, points
from desktop.controls import Options, label
from forms.choices import ALIGNMENTS, CERTIFICATE_ITEMS, FITS

if TYPE_CHECKING:
    from reports.certificates.blanks import Place

LENGTHS = {"x": "Cách trái", "y": "Cách trên", "width": "Rộng", "height": "Cao"}
SIZES = {"size": "Cỡ chữ", "least_size": "Nhỏ nhất"}


class PlaceFields(QWidget):
    """Shows one place and tells in `changed` what it has become."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self.item = self._options("In gì", CERTIFICATE_ITEMS)
        self.align = self._options("Căn lề", ALIGNMENTS)
        self.fit = self._options("Khi chữ dài quá", FITS)
        self.lengths = {key: millimetres(words, self, least=1 if key in ("width", "height") else 0)
                        for key, words in LENGTHS.items()}  # fmt: skip
        self.sizes = {key: points(words, self) for key, words in SIZES.items()}
        self.bold, self.italic = QCheckBox("Đậm", self), QCheckBox("Nghiêng", self)
        self._lay_out()
        for field in (*self.lengths.values(), *self.sizes.values()):
            field.valueChanged.connect(self._tell)
        for choice in (self.item, self.align, self.fit):
            choice.currentIndexChanged.connect(self._tell)
        for tick in (self.bold, self.italic):
            tick.toggled.connect(self._tell)

    def show_place(self, place: Place | None) -> None:
        """Shows this place; without one nothing can be typed."""
        self._place = None
        self.setEnabled(place is not None)
        if place is None:
            return
        for key, field in (*self.lengths.items(), *self.sizes.items()):
            with QSignalBlocker(field):
                field.setValue(getattr(place, key))
        for choice, key in ((self.item, place.item), (self.align, place.align), (self.fit, place.fit)):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(choice.findData(key))
        for tick, on in ((self.bold, place.bold), (self.italic, place.italic)):
            with QSignalBlocker(tick):
                tick.setChecked(on)
        self._place = place

    def _tell(self) -> None:
        if self._place is None:
            return
        self._place = replace(
            self._place,
            item=self.item.currentData() or self._place.item,
            align=self.align.currentData() or "left",
            fit=self.fit.currentData() or "wrap",
            bold=self.bold.isChecked(),
            italic=self.italic.isChecked(),
            x=self.lengths["x"].value(),
            y=self.lengths["y"].value(),
            width=self.lengths["width"].value(),
            height=self.lengths["height"].value(),
            size=self.sizes["size"].value(),
            least_size=self.sizes["least_size"].value(),
        )
        self.changed.emit(self._place)

    def _options(self, name: str, options: Mapping[str, str]) -> Options:
        made = Options(self)
        made.setAccessibleName(name)
        for key, words in options.items():
            made.addItem(words, key)
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.addWidget(label("In gì", self), 0, 0, 1, 2)
        grid.addWidget(self.item, 1, 0, 1, 2)
        fields = {**LENGTHS, **SIZES}
        for number, (key, words) in enumerate(fields.items()):
            row, column = 2 + number // 2 * 2, number % 2
            grid.addWidget(label(words, self), row, column)
            grid.addWidget({**self.lengths, **self.sizes}[key], row + 1, column)
        grid.addWidget(label("Căn lề", self), 8, 0)
        grid.addWidget(label("Khi dài quá", self), 8, 1)
        grid.addWidget(self.align, 9, 0)
        grid.addWidget(self.fit, 9, 1)
        grid.addWidget(self.bold, 10, 0)
        grid.addWidget(self.italic, 10, 1)
