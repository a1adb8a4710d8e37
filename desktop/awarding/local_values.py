"""Giá trị của địa phương: what the office has set in place of the pack's value, by which instrument, since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from ward.rules.pack import Pack


class LocalValues(QWidget):
    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(parent)
        QVBoxLayout(self)

    def show_topic(self, pack: Pack, topic: str) -> None:
        """Shows the values of a topic."""
