"""The editor of a pre-printed blank: its sheet with the places on it, and the fields of the chosen place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from desktop.awarding.blank_page import BlankPage
from desktop.awarding.measures import millimetres
from desktop.awarding.place_fields import PlaceFields
from desktop.controls import button, label
from desktop.dialogs import Sheet
from forms.choices import CERTIFICATE_ITEMS

if TYPE_CHECKING:
    from reports.certificates.blanks import Blank, Place

WORDS = (
    "Mỗi khung là một dòng chữ sẽ in lên phôi. Kéo khung bằng chuột, bấm phím mũi tên (kèm Ctrl để dời 0,1 mm), "
    "hoặc gõ số mm đo từ mép trái và mép trên của tờ phôi."
)


class BlankEditor(Sheet):
    """`given` tells the blank's values by field key, once it is to be kept."""

    given = Signal(dict)

    def __init__(self, title: str, blank: Blank, parent: QWidget) -> None:
        super().__init__(title, parent, words=WORDS, width=960)
        self.places: list[Place] = list(blank.places)
        self.name = QLineEdit(blank.name, self)
        self.name.setAccessibleName("Tên phôi")
        self.width_field = millimetres("Khổ rộng", self, least=700, most=6000)
        self.height_field = millimetres("Khổ cao", self, least=700, most=6000)
        self.right = millimetres("Dịch sang phải", self, least=-300, most=300)
        self.down = millimetres("Dịch xuống", self, least=-300, most=300)
        self.page = BlankPage(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Các vị trí in")
        self.fields = PlaceFields(self)
        self._show_sheet(blank)
        self._lay_out()
        self._connect()
        self.finish("Lưu phôi", self.give)
        self._fill(0 if self.places else -1)
        self.resize(1040, 620)
        self.name.setFocus()

    @property
    def current(self) -> int:
        """The number of the chosen place, -1 without one."""
        return self.list.currentRow()

    def give(self) -> None:
        """Gives the values, unless the blank has no name or no place."""
        from reports.certificates.blanks import Blank, rows_of

        name = " ".join(self.name.text().split())
        if not name:
            self.notice.say("Hãy ghi tên phôi, ví dụ: Giấy khen A4 ngang của phường.")
            self.name.setFocus()
            return
        if not self.places:
            self.notice.say("Phôi chưa có vị trí in nào. Hãy bấm “Thêm vị trí”.")
            return
        self.accept()
        self.given.emit(
            {
                "name": name,
                "width": self.width_field.value(),
                "height": self.height_field.value(),
                "offset_x": self.right.value(),
                "offset_y": self.down.value(),
                "places": rows_of(Blank(name, places=tuple(self.places))),
            }
        )

    def add_place(self) -> None:
        """A new place below the others, for a line that is not printed yet."""
        from reports.certificates.blanks import Place

        used = {place.item for place in self.places}
        item = next((key for key in CERTIFICATE_ITEMS if key not in used), "name")
        self.places.append(Place(item, 300, 300, min(1200, self.width_field.value() - 300), 100))
        self._fill(len(self.places) - 1)
        self.fields.item.setFocus()

    def drop_place(self) -> None:
        """The chosen place is printed no more."""
        number = self.current
        if number >= 0:
            del self.places[number]
            self._fill(min(number, len(self.places) - 1))

    # -- details ------------------------------------------------------------------------------------

    def _show_sheet(self, blank: Blank) -> None:
        for field, value in (
            (self.width_field, blank.width),
            (self.height_field, blank.height),
            (self.right, blank.offset_x),
            (self.down, blank.offset_y),
        ):
            field.setValue(value)

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setHorizontalSpacing(12)
        head.setVerticalSpacing(3)
        head.setColumnStretch(0, 1)
        fields: list[tuple[str, QWidget]] = [
            ("Tên phôi", self.name),
            ("Khổ rộng", self.width_field),
            ("Khổ cao", self.height_field),
            ("Dịch sang phải", self.right),
            ("Dịch xuống", self.down),
        ]
        for column, (words, field) in enumerate(fields):
            head.addWidget(label(words, self), 0, column)
            head.addWidget(field, 1, column)
        side = QVBoxLayout()
        side.addWidget(self.list, 1)
        acts = QHBoxLayout()
        acts.addWidget(button("Thêm vị trí", self.add_place, self, name="add_place"))
        acts.addWidget(button("Bỏ vị trí", self.drop_place, self, name="drop_place"))
        acts.addStretch(1)
        side.addLayout(acts)
        side.addWidget(self.fields)
        both = QHBoxLayout()
        both.addWidget(self.page, 1)
        both.addLayout(side)
        self.list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.list.setMinimumHeight(90)
        self.list.setFixedWidth(max(250, self.fields.sizeHint().width()))
        self.body.addLayout(head)
        self.body.addLayout(both, 1)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._choose)
        self.page.chosen.connect(self.list.setCurrentRow)
        self.page.moved.connect(self._move)
        self.fields.changed.connect(self._change)
        for field in (self.width_field, self.height_field):
            field.valueChanged.connect(lambda _value: self._draw())

    def _fill(self, current: int) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([CERTIFICATE_ITEMS.get(place.item, place.item) for place in self.places])
            self.list.setCurrentRow(current)
        self._choose(current)

    def _choose(self, number: int) -> None:
        self.fields.show_place(self.places[number] if number >= 0 else None)
        self._draw()

    def _move(self, x: int, y: int) -> None:
        self.places[self.current] = replace(self.places[self.current], x=x, y=y)
        self.fields.show_place(self.places[self.current])
        self._draw()

    def _change(self, place: Any) -> None:
        self.places[self.current] = place
        item = self.list.currentItem()
        if item:
            item.setText(CERTIFICATE_ITEMS.get(place.item, place.item))
        self._draw()

    def _draw(self) -> None:
        size = (self.width_field.value(), self.height_field.value())
        self.page.show_places(self.places, size, self.current)
