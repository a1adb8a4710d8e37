"""The one dialog for what is our fault: what happened, what was kept, and how to report it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.controls import button, label

WORDS = (
    "Việc vừa rồi chưa làm được vì chương trình có lỗi. Mọi điều đã lưu vẫn còn nguyên trong sổ, "
    "và bạn có thể làm tiếp. Nếu lỗi lặp lại, hãy sao chép đoạn dưới đây gửi cho người phụ trách chương trình; "
    "trong đó không có tên người hay số liệu nào."
)


class CrashDialog(QDialog):
    """Shows a report, copies it, opens the log folder; then the program goes on."""

    def __init__(self, report: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sổ Vàng gặp lỗi")
        self.resize(620, 380)
        self._report = report
        self._folder = folder
        text = QPlainTextEdit(report, self, readOnly=True)
        text.setAccessibleName("Nội dung báo lỗi")
        self._copied = QLabel("", self)
        copy = button("Sao chép nội dung", self._copy, self, name="copy")
        logs = button("Mở thư mục nhật ký", self._open_folder, self, name="logs")
        go_on = button("Làm tiếp", self.accept, self, primary=True, name="go_on")
        row = QHBoxLayout()
        for widget in (copy, logs, self._copied):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label("Chương trình gặp lỗi", self, name="title"))
        column.addWidget(label(WORDS, self, wrap=True))
        column.addWidget(text, 1)
        column.addLayout(row)
        go_on.setDefault(True)
        go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copied.setText("Đã sao chép.")

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
