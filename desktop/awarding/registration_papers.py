"""The papers of registering: a unit's registration to sign, the year's list as a sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.controls import button
from desktop.record_acts import open_path
from desktop.record_list import number
from desktop.tasks import Progress
from ward.edits import Change
from ward.text import fold

if TYPE_CHECKING:
    from desktop.awarding.registrations_pane import RegistrationsPane
    from desktop.main_window import MainWindow

PAPER = "dang-ky-thi-dua"


class RegistrationPapers:
    """The buttons at the head of the board."""

    def __init__(self, window: MainWindow, pane: RegistrationsPane) -> None:
        self._window, self._pane = window, pane
        self.forms = button("Biểu cho đơn vị…", self.write_forms, pane, name="unit_forms")
        self.reply = button("Đọc biểu gửi về…", self.read_reply, pane, name="read_reply")
        self.reply.setEnabled(pane.writable)
        self.sheet = button("Xuất danh sách…", self.export, pane, name="export_registrations")

    def buttons(self) -> list[QWidget]:
        """The buttons in the order of the screen."""
        return [self.sheet, self.forms, self.reply]

    def print_unit(self, unit: int) -> None:
        """Makes the registration of one unit as a paper."""
        book, out = self._pane.session.book, self._window.places.pane("papers").target

        def work(_progress: Progress) -> Any:
            from desktop.award_acts import make_award

            return make_award(book, PAPER, unit, out)

        self._start("Đang lập bản đăng ký", work, self._tell_made)

    def write_forms(self) -> None:
        """Asks for a folder and writes a workbook for each chosen unit to fill in."""
        rows, year = [row for row in self._pane.board.chosen() if row.unit is not None], self._pane.session.year
        if not rows or not year:
            self._pane.notice.say("Hãy chọn năm và những đơn vị cần gửi biểu (giữ Ctrl hoặc Shift để chọn nhiều).")
            return
        folder = QFileDialog.getExistingDirectory(self._pane, "Nơi lưu biểu cho đơn vị", str(Path.home()))
        if not folder:
            return
        db, units = self._pane.session.book.db, [(row.unit, row.name) for row in rows if row.unit is not None]

        def work(progress: Progress) -> list[Path]:
            from forms.spreadsheets.unit_workbook import write_unit_workbook

            made = []
            for done, (unit, name) in enumerate(units):
                progress(done, len(units))
                made.append(write_unit_workbook(db, unit, year, Path(folder) / f"Dang-ky-{year}-{plain(name)}.xlsx"))
            return made

        def tell(made: list[Path]) -> None:
            words = f"Đã lập “{made[0].name}”." if len(made) == 1 else f"Đã lập {number(len(made))} biểu cho đơn vị."
            self._pane.notice.say(words, fine=True, act="Mở thư mục", then=lambda: open_path(Path(folder)))

        self._start("Đang lập biểu cho đơn vị", work, tell)

    def read_reply(self) -> None:
        """Asks for a workbook that came back and shows what would be taken in."""
        name, _ = QFileDialog.getOpenFileName(self._pane, "Đọc biểu gửi về", str(Path.home()), "Bảng Excel (*.xlsx)")
        if name:
            from desktop.awarding.reply_dialog import look_at_reply

            look_at_reply(self._window, Path(name), self._pane.notice)

    def export(self) -> None:
        """Asks for a file and writes the year's registrations into it."""
        year = self._pane.session.year
        proposed = str(Path.home() / f"Dang-ky-thi-dua-{year or 'cac-nam'}.xlsx")
        name, _ = QFileDialog.getSaveFileName(self._pane, "Xuất danh sách đăng ký", proposed, "Bảng Excel (*.xlsx)")
        if not name:
            return
        db, target = self._pane.session.book.db, Path(name).with_suffix(".xlsx")

        def work(progress: Progress) -> Path:
            from desktop.awarding.registration_export import export_registrations

            return export_registrations(db, year, target, progress)

        def tell(path: Path) -> None:
            words = f"Đã xuất danh sách đăng ký vào “{path.name}”."
            self._pane.notice.say(words, fine=True, act="Mở tệp", then=lambda: open_path(path))

        self._start("Đang xuất danh sách đăng ký", work, tell)

    def _tell_made(self, made: Any) -> None:
        added = (made.record,) if made.record else ()
        self._pane.session.tell(Change(0, "", "", "", frozenset(added), frozenset({"paper"}), added))
        words = " ".join([f"Đã lập “{made.path.name}”.", *made.warnings[:3]])
        self._pane.notice.say(words, fine=not made.warnings, act="Mở văn bản", then=lambda: open_path(made.path))

    def _start(self, words: str, work: Callable[[Progress], Any], then: Callable[[Any], object]) -> None:
        self._window.places.save_form()
        self._pane.notice.hide()
        task = self._window.tasks.start(words, work)
        task.done.connect(then)
        task.refused.connect(self._pane.notice.say)


def plain(name: str) -> str:
    """A unit's name in plain ASCII letters for a file's name: "to-dan-pho-so-16"."""
    letters = "".join(char if char.isalnum() else " " for char in fold(name))
    return "-".join(letters.encode("ascii", "ignore").decode().split()) or "don-vi"
