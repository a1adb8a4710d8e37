"""What the first window asks of an office: ward or commune, name, province, bodies and who signs, year, place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.controls import button, label
from desktop.settings import documents_folder
from ward.founding import BODIES, KINDS, Place, Signer


class FoundingForm(QWidget):
    """`changed` tells that something was typed or chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown_body = "ubnd"
        self._own_target = False
        # made in reading order: so goes Tab
        self.kinds = [QRadioButton(kind[:1].upper() + kind[1:], self) for kind in KINDS]
        self.name = self._line("Tên phường, xã", "Ví dụ: Gia Thụy")
        self.province = self._line("Tỉnh, thành phố", "Ví dụ: thành phố Hà Nội")
        self.bodies: dict[str, QCheckBox] = {}
        self.names: dict[str, QLineEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._draw_place(column)
        self._draw_bodies(column)
        self._draw_file(column)
        column.addStretch(1)
        self.file.textEdited.connect(self._own_file)
        self.changed.connect(self._propose_file)
        self._propose_file()

    # -- what stands in it --------------------------------------------------------------------------

    @property
    def place(self) -> Place:
        """The ward or commune."""
        kind = KINDS[0] if self.kinds[0].isChecked() else KINDS[1]
        return Place(kind, " ".join(self.name.text().split()), " ".join(self.province.text().split()))

    @property
    def target(self) -> Path:
        """Where the file will lie."""
        text = self.file.text().strip()
        return Path(text) if text else documents_folder() / "Sổ Vàng.sovang"

    def signers(self) -> dict[str, str]:
        """The chosen bodies with the name of who signs, or the empty text."""
        return {body: self.names[body].text() for body, box in self.bodies.items() if box.isChecked()}

    def chosen_year(self) -> int:
        """The year in the field, today's when it is none."""
        text = self.year.text().strip()
        return int(text) if text.isdecimal() and len(text) == 4 else dt.date.today().year

    def shown_signer(self, signer: Callable[[str, str], Signer]) -> Signer:
        """Who signs for the body that the preview shows."""
        return signer(self.shown_body, self.names[self.shown_body].text())

    # -- building -----------------------------------------------------------------------------------

    def _draw_place(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        for kind in self.kinds:
            kind.setAccessibleName(kind.text())
            kind.toggled.connect(lambda _on: self.changed.emit())
            row.addWidget(kind)
        row.addStretch(1)
        self.kinds[0].setChecked(True)
        column.addLayout(row)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 3)
        for place, field in enumerate((self.name, self.province)):
            grid.addWidget(label(field.accessibleName(), self), 0, place)
            grid.addWidget(field, 1, place)
        column.addLayout(grid)

    def _draw_bodies(self, column: QVBoxLayout) -> None:
        column.addSpacing(8)
        column.addWidget(label("Cơ quan ra văn bản và người ký", self, name="heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for row, (body, (words, *_rest)) in enumerate(BODIES.items()):
            box = self.bodies[body] = QCheckBox(words, self)
            box.setAccessibleName(words)
            box.setChecked(body == "ubnd")
            name = self.names[body] = self._line(f"Người ký của {words}", "Họ và tên người ký")
            name.setEnabled(box.isChecked())
            box.toggled.connect(name.setEnabled)
            box.toggled.connect(lambda on, body=body: self._show_body(body if on else "ubnd"))
            name.textEdited.connect(lambda _text, body=body: self._show_body(body))
            grid.addWidget(box, row, 0)
            grid.addWidget(name, row, 1)
        column.addLayout(grid)

    def _draw_file(self, column: QVBoxLayout) -> None:
        column.addSpacing(8)
        column.addWidget(label("Năm công tác", self))
        self.year = self._line("Năm công tác", "")
        self.year.setText(str(dt.date.today().year))
        self.year.setMaximumWidth(90)
        column.addWidget(self.year)
        column.addWidget(label("Nơi lưu tệp sổ", self))
        self.file = self._line("Nơi lưu tệp sổ", "")
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(button("Chọn…", self._choose_file, self, name="choose_file"))
        column.addLayout(row)

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setPlaceholderText(example)
        line.textChanged.connect(lambda _text: self.changed.emit())
        return line

    # -- what happens -------------------------------------------------------------------------------

    def _show_body(self, body: str) -> None:
        self.shown_body = body
        self.changed.emit()

    def _own_file(self) -> None:
        self._own_target = True

    def _propose_file(self) -> None:
        if not self._own_target:
            name = self.place.capital_name if self.place.name else "Sổ Vàng"
            with QSignalBlocker(self.file):
                self.file.setText(str(documents_folder() / f"{name}.sovang"))

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, "Nơi lưu tệp sổ", self.file.text(), "Sổ Vàng (*.sovang)")
        if chosen:
            self._own_target = True
            self.file.setText(str(Path(chosen).with_suffix(".sovang")))
