"""The papers of registering: a unit's registration to sign, the year's list as a sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.controls import button
from desktop.record_acts import open_path
from desktop.tasks import Progress
from ward.edits import Change

if TYPE_CHECKING:
    from desktop.awarding.registrations_pane import RegistrationsPane
    from desktop.main_window import MainWindow

PAPER = "dang-ky-thi-dua"


class RegistrationPapers:
    """The buttons at the head of the board."""

    def __init__(self, window: MainWindow, pane: RegistrationsPane) -> None:
        self._window, self._pane = window, pane
        self.sheet = button("Xuất danh sách đăng ký…", self.export, pane, name="export_registrations")

    def buttons(self) -> list[QWidget]:
        """The buttons in the order of the screen."""
        return [self.sheet]

    def print_unit(self, unit: int) -> None:
        """Makes the registration of one unit as a paper."""
        book, out = self._pane.session.book, self._window.places.pane("papers").target

        def work(_progress: Progress) -> Any:
            from desktop.award_acts import make_award

            return make_award(book, PAPER, unit, out)

        self._start("Đang lập bản đăng ký", work, self._tell_made)

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
