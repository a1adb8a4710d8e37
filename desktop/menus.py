"""Every act of the window, declared once with its menu and its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

FILE, EDIT, RECORD, YEAR, PAPER, VIEW, HELP = (
    "&Tệp", "&Sửa", "&Bản ghi", "&Năm", "&Văn bản", "&Xem", "T&rợ giúp",
)  # fmt: skip


@dataclass(frozen=True)
class Act:
    """One act: its key in code, its menu (none for a key only), its words and its keys.

    `writes`: not offered while the file is read-only; `chosen`: only with chosen rows in a list;
    `in_list`: the key works only while the list has the keys, so that it keeps its meaning in a field.
    """

    name: str
    menu: str
    text: str
    keys: str = ""
    writes: bool = False
    chosen: int = 0
    in_list: bool = False
    checkable: bool = False


LINE = Act("", "", "")
ACTS = (
    Act("new_file", FILE, "Lập sổ mới…", "Ctrl+Shift+N"),
    Act("open_file", FILE, "Mở sổ…", "Ctrl+O"),
    Act("open_sample", FILE, "Mở sổ mẫu"),
    LINE,
    Act("import_file", FILE, "Nhập tệp trao đổi…", "Ctrl+I", writes=True),
    Act("export_file", FILE, "Xuất tệp trao đổi…", "Ctrl+Shift+E"),
    Act("export_list", FILE, "Xuất danh sách ra Excel…", "Ctrl+E"),
    LINE,
    Act("back_up", FILE, "Sao lưu ngay", "Ctrl+B"),
    Act("open_backups", FILE, "Mở thư mục sao lưu"),
    LINE,
    Act("settings", FILE, "Cài đặt…", "Ctrl+,"),
    Act("quit", FILE, "Thoát", "Ctrl+Q"),
    Act("undo", EDIT, "Hoàn tác", "Ctrl+Z", writes=True),
    Act("redo", EDIT, "Làm lại", "Ctrl+Shift+Z; Ctrl+Y", writes=True),
    LINE,
    Act("search", EDIT, "Tìm trong toàn bộ sổ", "Ctrl+K"),
    Act("filter", EDIT, "Lọc danh sách", "Ctrl+F"),
    Act("new", RECORD, "Thêm bản ghi", "Ctrl+N", writes=True),
    Act("duplicate", RECORD, "Nhân bản", "Ctrl+D", writes=True, chosen=1),
    Act("save", RECORD, "Lưu ngay\tCtrl+S", writes=True),
    LINE,
    Act("open_wide", RECORD, "Mở riêng bản ghi", "Return; Enter", chosen=1, in_list=True),
    Act("close_wide", RECORD, "Trở lại danh sách", "Esc"),
    Act("history", RECORD, "Lịch sử bản ghi…", "Ctrl+H"),
    LINE,
    Act("bulk", RECORD, "Đổi một ô cho nhiều bản ghi…", "Ctrl+M", writes=True, chosen=1),
    Act("merge", RECORD, "Gộp hai bản ghi trùng…", "Ctrl+G", writes=True, chosen=2),
    LINE,
    Act("to_bin", RECORD, "Đưa vào thùng rác", "Delete", writes=True, chosen=1, in_list=True),
    Act("restore", RECORD, "Lấy lại từ thùng rác", "Ctrl+R", writes=True),
    Act("add_year", YEAR, "Thêm năm…", "", writes=True),
    Act("close_year", YEAR, "Khóa sổ năm đang chọn…", "", writes=True),
    Act("reopen_year", YEAR, "Mở lại năm đang chọn…", "", writes=True),
    LINE,
    Act("choose_year", YEAR, "Chọn năm", "Ctrl+L"),
    Act("previous_year", YEAR, "Năm trước", "Alt+Left"),
    Act("next_year", YEAR, "Năm sau", "Alt+Right"),
    Act("papers", PAPER, "Lập văn bản…", "Ctrl+P"),
    Act("record_paper", PAPER, "Lập văn bản cho bản ghi này…", "Ctrl+Shift+B", writes=True),
    Act("templates", PAPER, "Mẫu văn bản", "Ctrl+Shift+M"),
    LINE,
    Act("refresh_paper", PAPER, "Cập nhật số liệu…", "Ctrl+U", writes=True),
    Act("origins", PAPER, "Số này từ đâu ra?", "Ctrl+Shift+U"),
    Act("reconcile", PAPER, "Đối chiếu trước khi in", "Ctrl+Shift+P"),
    LINE,
    Act("findings", PAPER, "Phát hiện", "Ctrl+Shift+F"),
    Act("today", VIEW, "Hôm nay", "Ctrl+1"),
    Act("units", VIEW, "Sổ sách", "Ctrl+2"),
    Act("figures", VIEW, "Số liệu", "Ctrl+3"),
    Act("movements", VIEW, "Phong trào", "Ctrl+4"),
    Act("awards", VIEW, "Khen thưởng", "Ctrl+5"),
    Act("rounds", VIEW, "Đợt xét khen", "Ctrl+6"),
    Act("register", VIEW, "Sổ vàng", "Ctrl+7"),
    Act("bin", VIEW, "Thùng rác", "Ctrl+0"),
    LINE,
    Act("next_pane", VIEW, "Sang vùng kế tiếp", "F6"),
    Act("large_text", VIEW, "Chữ lớn", "Ctrl+Shift+L", checkable=True),
    Act("keys", HELP, "Phím tắt", "F1"),
    Act("logs", HELP, "Mở thư mục nhật ký"),
    Act("about", HELP, "Giới thiệu Sổ Vàng"),
)


class Menus:
    """The window's acts as Qt actions, by name, in their menus."""

    def __init__(self, bar: QMenuBar, window: QWidget, slots: Mapping[str, Callable[[], object]]) -> None:
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        before = LINE
        for act in ACTS:
            if act is LINE:
                self.menus[before.menu].addSeparator()
                continue
            before = act
            menu = self.menus.get(act.menu) or self.menus.setdefault(act.menu, bar.addMenu(act.menu))
            self.actions[act.name] = self._action(act, menu, window, slots[act.name])

    def add_recent(self, files: Callable[[], list[Path]], open_file: Callable[[Path], object]) -> None:
        """A submenu with the files that were open before, read each time it is opened."""
        menu = QMenu("Mở gần đây", self.menus[FILE])
        self.menus[FILE].insertMenu(self.actions["open_sample"], menu)

        def fill() -> None:
            menu.clear()
            for path in files():
                menu.addAction(str(path).replace("&", "&&"), partial(open_file, path))
            if menu.isEmpty():
                menu.addAction("Chưa có tệp nào khác").setEnabled(False)

        menu.aboutToShow.connect(fill)

    def enable(self, *, read_only: bool, chosen: int) -> None:
        """Offers what can be done now."""
        for act in ACTS:
            if act is not LINE and (act.writes or act.chosen):
                possible = not (act.writes and read_only)
                enough = chosen == 2 if act.chosen == 2 else chosen >= act.chosen
                self.actions[act.name].setEnabled(possible and enough)

    def _action(self, act: Act, menu: QMenu, window: QWidget, slot: Callable[[], object]) -> QAction:
        action = QAction(act.text, window)
        action.setObjectName(act.name)
        action.setCheckable(act.checkable)
        if act.keys:
            action.setShortcuts([QKeySequence(keys.strip()) for keys in act.keys.split(";")])
        if act.in_list:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: slot())
        menu.addAction(action)
        return action
