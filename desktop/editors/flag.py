"""Flag: yes or no."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.editors.base import Context, Editor
from forms.fields import Field


class FlagEditor(Editor):
    """A box to tick, with the field's label beside it."""

    def __init__(self, field: Field, context: Context, parent: QWidget) -> None:
        super().__init__(field, context, parent)
        self.tick = QCheckBox(field.label, self)
        self.tick.setAccessibleName(field.label)
        self.tick.clicked.connect(self._ticked)
        self.place(self.tick)
        self.setFocusProxy(self.tick)

    def draw(self) -> None:
        self.tick.setChecked(self.stored[self.field.key])

    def read(self) -> dict[str, Any]:
        return {self.field.key: self.tick.isChecked()}

    def typed(self) -> Any:
        return self.tick.isChecked()

    def take_typed(self, typed: Any) -> None:
        self.tick.setChecked(bool(typed))
        self.touch()

    def set_read_only(self, read_only: bool) -> None:
        self.tick.setEnabled(not read_only)

    def inputs(self) -> list[QWidget]:
        return [self.tick]

    def _ticked(self) -> None:
        self.touch()
        self.left.emit()
