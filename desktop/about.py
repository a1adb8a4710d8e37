"""About: versions, where things lie, and the licence."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop import __version__
from desktop.controls import button, label
from desktop.dialogs import Sheet
from desktop.session import Session
from desktop.settings import config_folder, log_folder
from ward.backup import FOLDER
from ward.overview import sqlite_version

LICENCE = "Giấy phép MIT. Qt và PySide6 dùng theo giấy phép LGPL; các thư viện khác giữ giấy phép của chúng."


class AboutDialog(Sheet):
    """What a maintainer asks for first; copied by one button."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(f"Sổ Vàng {__version__}", parent, words="Ghi việc của phường, lập văn bản.", width=620)
        path = session.book.path
        self.lines = (
            ("Tệp sổ", str(path)),
            ("Sao lưu", str(path.parent / FOLDER)),
            ("Cài đặt", str(config_folder())),
            ("Nhật ký", str(log_folder())),
            ("Phiên bản", f"Sổ Vàng {__version__}"),
            ("Python", platform.python_version()),
            ("Qt", qVersion()),
            ("SQLite", sqlite_version()),
            ("Máy", f"{platform.system()} {platform.release()}"),
            ("Giấy phép", LICENCE),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(self.lines):
            grid.addWidget(label(name, self, grey=True), row, 0)
            grid.addWidget(label(words, self, wrap=True), row, 1)
        self.body.addLayout(grid)
        self.add_beside(button("Sao chép", self._copy, self, name="copy"))
        self.finish("", self.accept, stay="Đóng")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {words}" for name, words in self.lines))
        self.notice.say("Đã sao chép.", fine=True)
