"""The settings that the clerk chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit

from desktop.controls import button, label
from desktop.dialogs import Sheet

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


class SettingsDialog(Sheet):
    """Who am I, size of text, backup on closing, where papers go."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__("Cài đặt", window, width=520)
        self._window = window
        settings = window.settings
        self.who = QLineEdit(settings.who, self)
        self.who.setAccessibleName("Tên tôi")
        self.large_text = QCheckBox("Chữ lớn (13 pt)", self)
        self.large_text.setChecked(settings.large_text)
        self.backup = QCheckBox("Sao lưu mỗi ngày một lần khi đóng sổ", self)
        self.backup.setChecked(settings.backup_on_closing)
        self.folder = QLineEdit(settings.papers_folder, self)
        self.folder.setAccessibleName("Thư mục văn bản")
        self.folder.setPlaceholderText("Bên cạnh tệp sổ, trong thư mục “Văn bản”")
        self.body.addWidget(label("Tên tôi (ghi vào lịch sử của mỗi việc)", self))
        self.body.addWidget(self.who)
        self.body.addSpacing(6)
        self.body.addWidget(self.large_text)
        self.body.addWidget(self.backup)
        self.body.addSpacing(6)
        self.body.addWidget(label("Thư mục chứa văn bản lập ra", self))
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(button("Chọn…", self._choose_folder, self, name="choose_folder"))
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.finish("Lưu cài đặt", self.keep)

    def keep(self) -> None:
        """Keeps what was chosen; it holds at once."""
        window, settings = self._window, self._window.settings
        settings.who = " ".join(self.who.text().split())
        settings.backup_on_closing = self.backup.isChecked()
        settings.papers_folder = self.folder.text().strip()
        window.session.book.who = settings.who
        if settings.large_text != self.large_text.isChecked():
            window.menus.actions["large_text"].trigger()
        settings.save()
        self.accept()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Thư mục chứa văn bản", self.folder.text())
        if chosen:
            self.folder.setText(chosen)
