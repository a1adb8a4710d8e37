"""Fields for lengths on paper, sizes of letters and counts: typed as people write them, kept in whole parts."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_MM = re.compile(r"\s*(-?)\s*([0-9]{1,4})(?:[.,]([0-9]))?\s*(?:mm)?\s*\Z", re.IGNORECASE)
_POINTS = re.compile(r"\s*([0-9]{1,3})(?:[.,]([05]))?\s*(?:pt)?\s*\Z", re.IGNORECASE)
_COUNT = re.compile(r"\s*([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,6})\s*(?:tờ)?\s*\Z")
HALF_A_MILLIMETRE = 5


class Measure(QLineEdit):
    """A line that holds a whole number between two bounds; the keys up and down change it by a step.

    `valueChanged` tells a number that was typed or set; text that is none goes back to what stood before.
    """

    valueChanged = Signal(int)  # noqa: N815

    def __init__(
        self,
        name: str,
        show: Callable[[int], str],
        read: Callable[[str], int | None],
        parent: QWidget,
        *,
        bounds: tuple[int, int],
        step: int = 1,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._show, self._read = show, read
        self._least, self._most = bounds
        self._step = step
        self._value = self._least
        self.setText(show(self._value))
        self.textEdited.connect(lambda text: self._take(self._read(text)))
        self.editingFinished.connect(self._draw)

    def value(self) -> int:
        """The number that stands in the field."""
        return self._value

    def setValue(self, value: int) -> None:  # noqa: N802
        """Puts a number into the field."""
        self._take(value)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        self.setValue(self._value + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def _take(self, value: int | None) -> None:
        if value is None:
            return
        kept = max(self._least, min(value, self._most))
        if kept != self._value:
            self._value = kept
            self.valueChanged.emit(kept)

    def _draw(self) -> None:
        self.setText(self._show(self._value))


def millimetres(name: str, parent: QWidget, *, least: int = 0, most: int = 9999) -> Measure:
    """A field for a length; its value is in tenths of a millimetre."""
    return Measure(name, show_tenths, tenths_of, parent, bounds=(least, most), step=HALF_A_MILLIMETRE)


def points(name: str, parent: QWidget) -> Measure:
    """A field for the size of letters; its value is in half-points."""
    return Measure(name, show_points, half_points_of, parent, bounds=(10, 200))


def sheets(name: str, parent: QWidget) -> Measure:
    """A field for a number of sheets."""
    return Measure(name, show_count, count_of, parent, bounds=(0, 999_999))


def show_tenths(tenths: int) -> str:
    """A length as it is read: "35,5 mm", "-2 mm"."""
    whole, rest = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole}{f',{rest}' if rest else ''} mm"


def tenths_of(text: str) -> int | None:
    """The tenths of a millimetre that were typed, None for what is no length."""
    found = _MM.match(text)
    if not found:
        return None
    tenths = int(found[2]) * 10 + int(found[3] or 0)
    return -tenths if found[1] else tenths


def show_points(half_points: int) -> str:
    """A size as it is read: "14", "12,5"."""
    return f"{half_points // 2}{',5' if half_points % 2 else ''}"


def half_points_of(text: str) -> int | None:
    """The half-points that were typed, None for what is no size."""
    found = _POINTS.match(text)
    return int(found[1]) * 2 + (found[2] == "5") if found else None


def show_count(count: int) -> str:
    """A count as it is read: "1.200"."""
    return f"{count:,}".replace(",", ".")


def count_of(text: str) -> int | None:
    """The count that was typed, None for what is none."""
    found = _COUNT.match(text)
    return int(found[1].replace(".", "")) if found else None
