"""Choice: one of a closed set, or none."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.controls import Options
from desktop.editors.base import Context, Editor
from forms.fields import Choice

NONE = "(chưa chọn)"


class ChoiceEditor(Editor):
    """The options of a choice, the empty one first; chosen at once."""

    field: Choice

    def __init__(self, field: Choice, context: Context, parent: QWidget) -> None:
        super().__init__(field, context, parent)
        self.options = Options(self)
        self.options.setAccessibleName(field.label)
        self.options.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.options.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.options.setMinimumContentsLength(6)
        self.options.addItem(NONE, "")
        for key, label in field.options.items():
            self.options.addItem(label, key)
        self.options.activated.connect(self._chosen)
        self.place(self.options)
        self.setFocusProxy(self.options)
        self._size_popup()

    def draw(self) -> None:
        self._choose_key(self.stored[self.field.key])

    def read(self) -> dict[str, Any]:
        return {self.field.key: self.options.currentData()}

    def typed(self) -> Any:
        return self.options.currentData()

    def take_typed(self, typed: Any) -> None:
        self._choose_key(str(typed))
        self.touch()

    def set_read_only(self, read_only: bool) -> None:
        self.options.setEnabled(not read_only)

    def inputs(self) -> list[QWidget]:
        return [self.options]

    def _choose_key(self, key: str) -> None:
        """A value that is not among the options (from elsewhere) is shown as it is."""
        place = self.options.findData(key)
        if place < 0:
            self.options.addItem(key, key)
            place = self.options.count() - 1
        self.options.setCurrentIndex(place)

    def _chosen(self) -> None:
        if self.options.currentData() != self.stored[self.field.key]:
            self.touch()
            self.left.emit()

    def _size_popup(self) -> None:
        metrics = self.options.fontMetrics()
        widest = max(metrics.horizontalAdvance(self.options.itemText(row)) for row in range(self.options.count()))
        self.options.view().setMinimumWidth(widest + 32)
