"""Writing everything of the office into one exchange file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from desktop.record_acts import open_path
from desktop.record_list import number
from desktop.tasks import Progress

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from forms.exchange import Exported


def choose_and_export(window: MainWindow) -> None:
    """Asks for the file and writes it in the background."""
    book = window.session.book
    folder = Path(window.settings.exchange_folder) if window.settings.exchange_folder else book.path.parent
    proposed = str(folder / f"{book.path.stem}.json")
    name, _ = QFileDialog.getSaveFileName(window, "Xuất tệp trao đổi", proposed, "Tệp trao đổi (*.json)")
    if name:
        write_exchange(window, Path(name).with_suffix(".json"))


def write_exchange(window: MainWindow, target: Path) -> None:
    """Writes the file; the banner tells when it is done and which evidence was missing."""
    window.settings.exchange_folder = str(target.parent)
    book = window.session.book

    def work(progress: Progress) -> Exported:
        from forms.exchange import export

        return export(book, target, progress=progress)

    task = window.tasks.start("Đang xuất", work)
    task.done.connect(lambda exported: _tell(window, target, exported))
    task.refused.connect(window.banner.say)


def _tell(window: MainWindow, target: Path, exported: Exported) -> None:
    missing = ", ".join(exported.missing_evidence)
    words = f"Đã xuất {number(exported.records)} bản ghi vào “{target.name}”."
    if missing:
        window.banner.say(f"{words} Thiếu tệp minh chứng: {missing}.")
    else:
        window.banner.say(words, fine=True, act="Mở thư mục", then=lambda: open_path(target.parent))
