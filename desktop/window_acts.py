"""What the menus do: one slot for each act of the window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.sidebar import BIN, FINDINGS, PAPERS, REGISTER, ROUNDS, TEMPLATES, TODAY
from desktop.year_acts import YearActs
from forms.catalogue import FORMS
from ward.backup import FOLDER, back_up, newest_backup
from ward.errors import UserError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

FILES = "Sổ Vàng (*.sovang)"


class WindowActs:
    """The acts of one window; `changed_since_backup` decides whether closing makes the day's backup."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.years = YearActs(window)
        self.changed_since_backup = False

    def slots(self) -> dict[str, Callable[[], object]]:
        """The slot of every act that `menus.ACTS` names."""
        window, records = self._window, self._window.record_acts
        return {
            "new_file": lambda: window.file_wanted.emit(None),
            "open_file": self.open_file,
            "open_sample": window.sample_wanted.emit,
            "import_file": self.import_file,
            "export_file": self.export_file,
            "export_list": records.to_excel,
            "back_up": self.back_up,
            "open_backups": lambda: self._open_folder(window.session.book.path.parent / FOLDER),
            "settings": self.settings,
            "quit": window.close,
            "undo": self.undo,
            "redo": self.redo,
            "search": self.search,
            "filter": window.records.focus_filter,
            "new": window.new_record,
            "duplicate": records.duplicate,
            "save": window.places.save_form,
            "open_wide": self._open_wide,
            "close_wide": window.leave_wide,
            "history": self.history,
            "bulk": records.change_one_field,
            "merge": records.merge,
            "to_bin": records.to_bin,
            "restore": lambda: window.places.pane(BIN).restore(),
            "add_year": self.years.add,
            "close_year": self.years.close,
            "reopen_year": self.years.reopen,
            "choose_year": self._choose_year,
            "previous_year": lambda: self.years.step(-1),
            "next_year": lambda: self.years.step(1),
            "papers": lambda: window.go(PAPERS),
            "record_paper": self._paper_of_record,
            "templates": lambda: window.go(TEMPLATES),
            **{name: partial(self._with_paper, name) for name in ("refresh_paper", "origins", "reconcile")},
            "findings": lambda: window.go(FINDINGS),
            "today": lambda: window.go(TODAY),
            "units": lambda: window.go("unit"),
            "figures": lambda: window.go("figure"),
            "movements": lambda: window.go("movement"),
            "awards": lambda: window.go("award"),
            "rounds": lambda: window.go(ROUNDS),
            "register": lambda: window.go(REGISTER),
            "bin": lambda: window.go(BIN),
            "next_pane": self.next_pane,
            "large_text": self.large_text,
            "keys": self._keys,
            "logs": self._logs,
            "about": self._about,
        }

    def _with_paper(self, act: str) -> None:
        """Does this with the paper that is chosen among those that were made; in another place, shows them first."""
        if self._window.place != PAPERS:
            self._window.go(PAPERS)
        self._window.places.pane(PAPERS).desk.do(act)

    def _paper_of_record(self) -> None:
        """Asks which paper is to be made about the record that is shown."""
        from desktop.awarding.record_paper import ask_for_paper

        ask_for_paper(self._window)

    # -- files --------------------------------------------------------------------------------------

    def open_file(self) -> None:
        """Asks for another file and opens it."""
        folder = str(self._window.session.book.path.parent)
        name, _ = QFileDialog.getOpenFileName(self._window, "Mở sổ", folder, FILES)
        if name:
            self._window.file_wanted.emit(Path(name))

    def recent_files(self) -> list[Path]:
        """The files that were open before and are still there, the newest first."""
        paths = [Path(one) for one in self._window.settings.recent_files]
        return [path for path in paths if path != self._window.session.book.path and path.is_file()]

    def import_file(self) -> None:
        """Asks for an exchange file, shows what it would do, and takes it in with the clerk's consent."""
        from desktop.import_dialog import choose_and_import

        choose_and_import(self._window)

    def export_file(self) -> None:
        """Asks for a file and writes everything of the office into it."""
        from desktop.export_act import choose_and_export

        choose_and_export(self._window)

    def back_up(self) -> None:
        """Copies the file into its backup folder, in the background."""
        window = self._window
        path = window.session.book.path
        task = window.tasks.start("Đang sao lưu", lambda _progress: back_up(path))
        task.done.connect(self._tell_backup)
        task.refused.connect(window.banner.say)

    def back_up_on_closing(self) -> None:
        """The day's backup, when something changed and none was made today."""
        book = self._window.session.book
        made = newest_backup(book.path)
        today = made is not None and made.date() == dt.date.today()
        if self._window.settings.backup_on_closing and self.changed_since_backup and not today:
            self._try(lambda: back_up(book.path))

    def _tell_backup(self, copy: Path) -> None:
        self._window.statusBar().show_file()  # type: ignore[attr-defined]
        self._window.banner.say(
            f"Đã sao lưu và kiểm tra bản sao: “{copy.name}”.",
            fine=True,
            act="Mở thư mục",
            then=lambda: self._open_folder(copy.parent),
        )

    def undo(self) -> None:
        """Takes the newest act back."""
        self._window.long.undo(self._window.banner.say)

    def redo(self) -> None:
        """Does the act again that was taken back last."""
        self._window.long.redo(self._window.banner.say)

    # -- the rest -----------------------------------------------------------------------------------

    def search(self) -> None:
        """Gives the keys to the search box."""
        self._window.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.top.search.selectAll()

    def history(self) -> None:
        """What happened to the record that is shown."""
        from desktop.history_dialog import HistoryDialog

        window = self._window
        record = window.places.shown_record()
        if record:
            HistoryDialog(window.session, record, window).open()
        else:
            window.banner.say("Hãy chọn một bản ghi để xem lịch sử của nó.")

    def settings(self) -> None:
        """The settings."""
        from desktop.settings_dialog import SettingsDialog

        SettingsDialog(self._window).open()

    def large_text(self) -> None:
        """Text at 13 pt, or back."""
        large = self._window.menus.actions["large_text"].isChecked()
        self._window.settings.large_text = large
        self._window.look.set_large_text(large)

    def next_pane(self) -> None:
        """Sidebar, list, form, and round again."""
        window = self._window
        panes: list[QWidget] = [window.sidebar, window.places.middle, window.places.form_side]
        shown = [pane for pane in panes if pane.isVisible()]
        focus = window.focusWidget()
        now = next((n for n, pane in enumerate(shown) if focus and pane.isAncestorOf(focus)), -1)
        after = shown[(now + 1) % len(shown)]
        target = window.records.table if after is window.places.middle and window.place in FORMS else after
        first = target if target.focusPolicy() != Qt.FocusPolicy.NoFocus else _first_control(target)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_wide(self) -> None:
        record = self._window.records.table.current_record()
        if record:
            self._window.open_wide(record)

    def _choose_year(self) -> None:
        self._window.top.years.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.top.years.showPopup()

    def _keys(self) -> None:
        from desktop.keys_dialog import KeysDialog

        KeysDialog(self._window).open()

    def _logs(self) -> None:
        from desktop.settings import log_folder

        self._open_folder(log_folder())

    def _about(self) -> None:
        from desktop.about import AboutDialog

        AboutDialog(self._window.session, self._window).open()

    def _open_folder(self, folder: Path) -> None:
        from desktop.record_acts import open_path

        if folder.is_dir():
            open_path(folder)
        else:
            self._window.banner.say(f"Chưa có thư mục “{folder}”: chưa có gì được lưu ở đó.")

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._window.banner.say(str(error))


def _first_control(pane: QWidget) -> QWidget:
    for child in pane.findChildren(QWidget):
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return child
    return pane
