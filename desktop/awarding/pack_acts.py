"""The pack of rules that a book uses: what it is, another one taken from files, the built-in one again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.controls import button
from ward.dates import PartialDate, show_date
from ward.edits import Change
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.awarding.rules_pane import RulesPane
    from desktop.main_window import MainWindow
    from ward.rules.pack import Pack

FILES = "Bộ quy định (*.zip *.toml)"


class PackActs:
    """The buttons at the head of the rules."""

    def __init__(self, window: MainWindow, pane: RulesPane) -> None:
        self._window, self._pane = window, pane
        self.take = button("Thay bộ quy định từ tệp…", self.take_files, pane, name="take_pack")
        self.back = button("Về bộ kèm chương trình", self.go_back, pane, name="built_in_pack")
        for one in (self.take, self.back):
            one.setEnabled(pane.writable)

    def buttons(self) -> list[QWidget]:
        """The buttons in the order of the screen."""
        return [self.back, self.take]

    def state_words(self, pack: Pack) -> str:
        """Which pack is used, and how many values the office has set itself."""
        from ward.rules.reading import built_in_pack

        own = pack.sha != built_in_pack().sha
        self.back.setVisible(own)
        compiled = show_date(PartialDate(pack.compiled)) if pack.compiled[:4].isdigit() else pack.compiled
        words = f"{pack.name}, phiên bản {pack.version} (soạn ngày {compiled}); "
        words += "bộ của địa phương" if own else "bộ kèm chương trình"
        local = f"; {len(pack.local)} giá trị của địa phương" if pack.local else ""
        return f"{words}{local}."

    def take_files(self) -> None:
        """Asks for the file of a pack, checks it, and shows what differs before anything is written."""
        name, _ = QFileDialog.getOpenFileName(self._pane, "Chọn bộ quy định", str(Path.home()), FILES)
        if not name:
            return
        from desktop.awarding.pack_dialog import PackDialog
        from ward.rules.packs import pack_file

        try:
            pack = pack_file(Path(name))
        except UserError as error:
            self._pane.notice.say(str(error))
            return
        if self._pane.pack is not None:
            dialog = PackDialog(self._pane.pack, pack, self._pane.on, self._pane)
            dialog.given.connect(partial(self._keep, pack))
            dialog.open()

    def go_back(self) -> None:
        """The pack of the program counts again; the other one stays in the book."""
        from ward.rules.packs import use_built_in

        self._do(lambda: use_built_in(self._pane.session.book), "Đã về bộ quy định kèm chương trình.")

    def _keep(self, pack: Pack, since: str) -> None:
        from ward.rules.packs import take_pack

        from_when = f"Từ ngày {show_date(PartialDate(since))}" if since else "Từ nay"
        said = f"{from_when} dùng “{pack.name}”, phiên bản {pack.version}."
        self._do(lambda: take_pack(self._pane.session.book, pack, since=since), said)

    def _do(self, act: Callable[[], Change], said: str) -> None:
        try:
            change = act()
        except UserError as error:
            self._pane.notice.say(str(error))
            return
        self._pane.session.tell(change)
        undo = partial(self._window.long.undo, self._pane.notice.say)
        more = " Các đợt đã xét giữ nguyên bộ quy định của mình."
        self._pane.notice.say(f"{said}{more}", fine=True, act="Hoàn tác", then=undo)
