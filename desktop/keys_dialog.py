"""Every act with its key, in the order of the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from desktop.dialogs import Sheet
from desktop.menus import ACTS

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

MORE = (
    ("Sang ô kế tiếp, về ô trước", "Tab, Shift+Tab"),
    ("Mở menu", "Alt và chữ gạch chân"),
    ("Từ ô lọc xuống danh sách", "Mũi tên xuống"),
    ("Chọn thêm dòng trong danh sách", "Shift hoặc Ctrl và mũi tên"),
)


class KeysDialog(Sheet):
    """The table of keys."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__("Phím tắt", window, width=560)
        table = QTreeWidget(self)
        table.setAccessibleName("Bảng phím tắt")
        table.setHeaderLabels(["Việc", "Phím"])
        table.setColumnWidth(0, 340)
        table.setMinimumHeight(420)
        above = QTreeWidgetItem(table, [ACTS[0].menu.replace("&", "")])
        above.setExpanded(True)
        menu = ACTS[0].menu
        for act in ACTS:
            if act.keys:
                if act.menu != menu:
                    menu = act.menu
                    above = QTreeWidgetItem(table, [menu.replace("&", "")])
                    above.setExpanded(True)
                QTreeWidgetItem(above, [act.text, keys_in_words(act.keys)])
        rest = QTreeWidgetItem(table, ["Khắp nơi"])
        for words, keys_words in MORE:
            QTreeWidgetItem(rest, [words, keys_words])
        rest.setExpanded(True)
        self.body.addWidget(table)
        self.finish("", self.accept, stay="Đóng")


def keys_in_words(keys: str) -> str:
    """The keys as they stand on the keyboard, each once."""
    native = QKeySequence.SequenceFormat.NativeText
    shown = [QKeySequence(one.strip()).toString(native) for one in keys.split(";")]
    return ", ".join(dict.fromkeys("Enter" if one == "Return" else one for one in shown))
