"""Giá trị của địa phương: what the office has set in place of the pack's value, by which instrument, since when."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop.awarding.local_fields import Setting, Shown, fields_of, is_of, settings_of
from desktop.awarding.row_table import RowColumn, RowTable
from desktop.controls import Notice, button, label
from desktop.flow import Flow
from ward.dates import PartialDate, show_date
from ward.edits import Add, Amend, Bin, Edit
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from ward.rules.pack import Pack

WORDS = (
    "Tỉnh, thành phố hoặc phường quy định khác thì đặt giá trị ở đây, kèm văn bản và ngày áp dụng. "
    "Bộ quy định không bị sửa; giá trị của địa phương đi cùng sổ khi xuất tệp trao đổi."
)


class LocalValues(QWidget):
    """The values of a topic that an office may set, and below them what was set for the chosen one."""

    def __init__(self, window: MainWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._session = window.session
        self._writable = not window.session.book.read_only_reason
        self._pack: Pack | None = None
        self._topic = ""
        self.notice = Notice(self)
        self.only_set = QCheckBox("Chỉ hiện giá trị đã đặt, của mọi mục", self)
        self.table: RowTable[Shown] = RowTable("Những giá trị đặt được", COLUMNS, lambda one: one.path, self)
        self.kept: RowTable[Setting] = RowTable(
            "Các giá trị đã đặt cho mục này", KEPT, lambda one: one.record, self, stretched=3
        )
        self.help = label("", self, grey=True, wrap=True)
        self._build()
        self.only_set.toggled.connect(lambda _on: self._show())
        self.table.shown.connect(lambda _row: self._show_kept())
        self.table.opened.connect(lambda _row: self.set_value())
        self.kept.shown.connect(lambda _row: self._offer())
        self.kept.opened.connect(lambda _row: self.change())

    def show_topic(self, pack: Pack, topic: str) -> None:
        """Shows the values of a topic of this pack."""
        self._pack, self._topic = pack, topic
        self._show()

    def set_value(self) -> None:
        """Asks for the chosen value's own one from a day on."""
        shown = self.table.current
        if shown is not None and self._writable:
            self._ask(shown, None)

    def change(self) -> None:
        """Asks for the chosen setting anew."""
        shown, setting = self.table.current, self.kept.current
        if shown is not None and setting is not None and self._writable:
            self._ask(shown, setting)

    def drop(self) -> None:
        """The chosen setting goes to the bin: the pack's value holds again."""
        setting = self.kept.current
        if setting is not None:
            self._write(
                "Bỏ quy định của địa phương", [Bin(setting.record)], "Đã bỏ; giá trị của bộ quy định trở lại."
            )

    def history(self) -> None:
        """What happened to the chosen setting."""
        from desktop.history_dialog import HistoryDialog

        if self.kept.current is not None:
            HistoryDialog(self._session, self.kept.current.record, self._window).open()

    # -- details ------------------------------------------------------------------------------------

    def _ask(self, shown: Shown, setting: Setting | None) -> None:
        from desktop.awarding.local_value_dialog import LocalValueDialog

        if self._pack is not None:
            dialog = LocalValueDialog(self._session, self._pack, shown, setting, self)
            dialog.given.connect(partial(self._keep, shown, setting.record if setting else 0))
            dialog.open()

    def _keep(self, shown: Shown, record: int, values: dict[str, Any]) -> None:
        same = [one for one in settings_of(self._session.book, shown.path) if one.since == values["since"]]
        amended = record or (same[0].record if same else 0)
        edit: Edit = Amend(amended, values) if amended else Add("local_rule", {**values, "what": shown.path})
        self._write(f"Đặt quy định của địa phương: {shown.whole}", [edit], f"Đã đặt “{shown.label}”.")

    def _write(self, act: str, edits: list[Edit], said: str) -> None:
        self.notice.hide()
        try:
            self._session.write(act, edits)
        except UserError as error:
            self.notice.say(str(error))
            return
        undo = partial(self._window.long.undo, self.notice.say)
        self.notice.say(said, fine=True, act="Hoàn tác", then=undo)

    def _show(self) -> None:
        if self._pack is None:
            return
        fields = fields_of(self._pack)
        if self.only_set.isChecked():
            set_paths = {one.path for one in settings_of(self._session.book)}
            rows = [one.under("") for one in fields if one.path in set_paths]
        else:
            rows = [one.under(self._topic) for one in fields if is_of(one.path, self._topic)]
        self.table.show_rows(rows)
        self._show_kept()

    def _show_kept(self) -> None:
        shown = self.table.current
        self.help.setText(shown.help if shown else "Mục này không có giá trị nào đặt riêng được.")
        self.help.setVisible(bool(self.help.text()))
        self.kept.show_rows(settings_of(self._session.book, shown.path) if shown else [])
        self._offer()

    def _offer(self) -> None:
        there = self.kept.current is not None
        self.setting.setEnabled(self._writable and self.table.current is not None)
        for act in (self.changing, self.dropping):
            act.setEnabled(self._writable and there)
        self.looking.setEnabled(there)

    def _build(self) -> None:
        self.setting = button("Đặt giá trị…", self.set_value, self, primary=True, name="set_value")
        self.changing = button("Sửa…", self.change, self, name="change_value")
        self.dropping = button("Bỏ giá trị này", self.drop, self, name="drop_value")
        self.looking = button("Lịch sử", self.history, self, quiet=True, name="value_history")
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.help)
        column.addWidget(label("Đã đặt cho mục này", below, name="heading"))
        column.addWidget(self.kept, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(below)
        splitter.setSizes([240, 150])
        acts, buttons = QHBoxLayout(), Flow()
        for act in (self.looking, self.dropping, self.changing, self.setting):
            buttons.addWidget(act)
        acts.addStretch(1)
        acts.addLayout(buttons)
        body, area, around = QWidget(self), QScrollArea(self), QVBoxLayout(self)
        body.setObjectName("paneBody")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(body)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.addWidget(label(WORDS, self, wrap=True, grey=True))
        whole.addWidget(self.notice)
        whole.addWidget(self.only_set)
        whole.addWidget(splitter, 1)
        whole.addLayout(acts)


def _day(key: str) -> Callable[[Setting], str]:
    return lambda one: show_date(PartialDate(getattr(one, key))) if getattr(one, key) else ""


COLUMNS: tuple[RowColumn[Shown], ...] = (
    RowColumn("Quy định", 380, lambda one: one.label),
    RowColumn("Giá trị bây giờ", 200, lambda one: " · ".join(one.value.splitlines())),
    RowColumn("Của ai", 110, lambda one: "địa phương" if one.local else "bộ quy định",
              colour=lambda one: "gold" if one.local else "grey"),
)  # fmt: skip
KEPT: tuple[RowColumn[Setting], ...] = (
    RowColumn("Giá trị", 180, lambda one: " · ".join(one.value.splitlines())),
    RowColumn("Từ ngày", 104, _day("since")),
    RowColumn("Đến ngày", 104, _day("until")),
    RowColumn("Theo văn bản", 240, lambda one: " · ".join(filter(None, (one.instrument, one.note)))),
)
