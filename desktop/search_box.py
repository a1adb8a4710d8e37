"""Search over everything: as one types, by kind, the exact name first; Ctrl+K from anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.session import Session
from forms.catalogue import FORMS
from ward.search import Hit, search

RECORD = int(Qt.ItemDataRole.UserRole)
DELAY, LIMIT, SEEN = 60, 24, 14
AROUND = 12
"""Pixels of border and padding above and below the results."""
HIDDEN_KINDS = frozenset({"acceptance"})


class SearchBox(QLineEdit):
    """A line to search in, its results below it. `found` tells the record that was chosen."""

    found = Signal(int)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setAccessibleName("Tìm trong toàn bộ sổ")
        self.setPlaceholderText("Tìm trong toàn bộ sổ (Ctrl+K)")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(140)
        self.setMaximumWidth(460)
        self._session = session
        self._results: QListWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.look_up)
        self.textChanged.connect(lambda: self._timer.start())

    @property
    def results(self) -> QListWidget:
        """The list below the line, made when it is first needed."""
        if self._results is None:
            made = QListWidget(self.window())
            made.setObjectName("results")
            made.setAccessibleName("Kết quả tìm")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            made.setTextElideMode(Qt.TextElideMode.ElideRight)
            made.itemClicked.connect(self._take)
            made.hide()
            self._results = made
        return self._results

    def look_up(self) -> None:
        """Searches for what stands in the line and shows what was found."""
        self._timer.stop()
        text = self.text().strip()
        if not text:
            self._close()
            return
        hits = [hit for hit in search(self._session.book.db, text, limit=LIMIT) if hit.kind not in HIDDEN_KINDS]
        self._fill(hits, text)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self.look_up()
            self._take(self.results.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._results and self._results.isVisible():
            self._place()
        return bool(super().eventFilter(watched, event))

    def _fill(self, hits: list[Hit], text: str) -> None:
        results = self.results
        results.clear()
        height = self.fontMetrics().height() + 10
        for kind in dict.fromkeys(hit.kind for hit in hits):
            self._add(FORMS[kind].plural, 0, height - 2)
            for hit in hits:
                if hit.kind == kind:
                    self._add(hit.title, hit.id, height)
        if not hits:
            self._add(f"Không thấy “{text}” ở đâu trong sổ.", 0, height)
        self._step(1)

    def _add(self, text: str, record: int, height: int) -> None:
        item = QListWidgetItem(text, self.results)
        item.setSizeHint(QSize(0, height))
        item.setData(RECORD, record)
        item.setToolTip(text)
        if not record:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            font = item.font()
            font.setPointSizeF(max(font.pointSizeF() - 1, 8))
            item.setFont(font)

    def _step(self, by: int) -> None:
        results = self.results
        rows = [row for row in range(results.count()) if results.item(row).data(RECORD)]
        if not rows:
            results.setCurrentRow(-1)
            return
        now = results.currentRow()
        places = [row for row in rows if (row > now if by > 0 else row < now)]
        results.setCurrentRow((places[0] if by > 0 else places[-1]) if places else rows[0 if by > 0 else -1])

    def _place(self) -> None:
        results = self.results
        below = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        rows = min(results.count(), SEEN)
        height = sum(results.sizeHintForRow(row) for row in range(rows)) + AROUND
        results.setGeometry(below.x(), below.y(), max(self.width(), 380), height)
        results.raise_()
        results.show()

    def _take(self, item: QListWidgetItem | None) -> None:
        record = item.data(RECORD) if item else 0
        if record:
            self.clear()
            self._close()
            self.found.emit(int(record))

    def _close(self) -> None:
        if self._results is not None:
            self._results.hide()
