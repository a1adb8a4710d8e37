"""The running program: look, texts, crash hook, settings, and which window is open."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from desktop import __version__
from desktop.crash import CrashHook
from desktop.look import Look
from desktop.main_window import MainWindow
from desktop.session import Session
from desktop.settings import Settings, log_folder
from desktop.vietnamese_texts import VietnameseTexts
from ward.book import Book
from ward.drafts import Drafts
from ward.errors import UserError
from ward.overview import KnownYear, known_years


class Application:
    """One process with one window at a time."""

    def __init__(self, arguments: list[str], settings: Settings | None = None) -> None:
        self.qt = prepared(arguments)
        self.qt.setQuitOnLastWindowClosed(False)  # one window goes before the next one comes
        self.settings = settings or Settings.load()
        self.crashes = CrashHook(log_folder(), self.qt)
        self.look = Look(self.qt, self.settings.large_text)
        self.window: MainWindow | None = None
        self._first_run: QDialog | None = None

    def run(self, path: Path | None, *, sample_first: bool = False) -> int:
        """Opens a window and stays until it is closed; gives the exit code."""
        self.crashes.install()
        self.start(path, sample_first=sample_first)
        QTimer.singleShot(0, self.qt, _collect_garbage_from_now_on)
        return self.qt.exec()

    def start(self, path: Path | None, *, sample_first: bool = False) -> None:
        """Opens the named file, else the last one, else the first-run window (or the sample ward)."""
        last = Path(self.settings.last_file) if self.settings.last_file else None
        wanted = path or (last if last and last.is_file() else None)
        if wanted is not None:
            self.open(wanted)
        elif sample_first:
            self._open_sample()
        else:
            self.show_first_run("")

    def open(self, path: Path) -> None:
        """Shows the file in a new window in place of the old one; what stands in the way is said in the old one."""
        if self.window is not None and path.resolve() == self.window.session.book.path.resolve():
            return
        try:
            book = Book.open(path, who=self.settings.who, installation=self.settings.installation)
        except UserError as error:
            self._say(str(error))
            return
        self.show_book(book)

    def show_book(self, book: Book, exchange: Path | None = None) -> None:
        """Shows an open file in a window of its own; the window before it closes.

        An exchange file that is named is looked at and shown as a dry run.
        """
        before, self.window = self.window, None
        if before is not None:
            before.closed.disconnect()
            before.close()
            before.deleteLater()
        session = Session(book, self._year(book), self.qt)
        window = MainWindow(session, self.settings, self.look)
        window.file_wanted.connect(self._want_file)
        window.sample_wanted.connect(self._open_sample)
        window.closed.connect(self.qt.quit)
        self.settings.remember_file(book.path)
        self.settings.save()  # a sudden end must not lose the way to the file
        self.window = window
        if self._first_run is not None:
            self._first_run.accept()  # closing it would mean that the person gave up
            self._first_run = None
        if self.settings.maximised:
            window.showMaximized()
        else:
            window.show()
        if Drafts(book.path).path.exists():
            from desktop.unsaved import tell_unsaved

            tell_unsaved(window)
        if exchange is not None:
            from desktop.import_dialog import look_at

            look_at(window, exchange)

    def show_first_run(self, sentence: str) -> None:
        """The window that makes an office or opens one."""
        from desktop.first_run import FirstRun

        window = FirstRun(self.settings, self.window)
        window.book_ready.connect(self.show_book)
        if self.window is None:
            window.rejected.connect(self.qt.quit)
        if sentence:
            window.say(sentence)
        self._first_run = window
        window.show()

    def _want_file(self, path: Path | None) -> None:
        if path is None:
            self.show_first_run("")
        else:
            self.open(path)

    def _open_sample(self) -> None:
        from desktop.sample import open_sample

        try:
            self.show_book(open_sample(self.settings))
        except UserError as error:
            self._say(str(error))

    def _say(self, sentence: str) -> None:
        if self.window is not None:
            self.window.banner.say(sentence)
        else:
            self.show_first_run(sentence)

    def _year(self, book: Book) -> int:
        return first_year(known_years(book.db), self.settings.last_year, dt.date.today().year)


def first_year(known: Sequence[KnownYear], kept: int, today: int) -> int:
    """The year to begin with: the one of last time, else the newest that has a record of its own, else any.

    0 stands for all years; a year that lies ahead has plans only, so it comes last.
    """
    years = [one.year for one in known]
    if kept == 0 or kept in years:
        return kept
    begun = [one.year for one in known if one.recorded and one.year <= today] or [y for y in years if y <= today]
    return next(iter([*begun, *years]), today)


def _collect_garbage_from_now_on() -> None:
    """What the start made stays to the end and is not looked through again."""
    gc.freeze()
    gc.enable()


def prepared(arguments: list[str]) -> QApplication:
    """The Qt application in Fusion's style and with Vietnamese standard texts."""
    qt = QApplication.instance() or QApplication(arguments)
    if not isinstance(qt, QApplication):
        raise TypeError("a QApplication is needed")
    qt.setApplicationName("Sổ Vàng")
    qt.setApplicationVersion(__version__)
    qt.setStyle("Fusion")
    texts = VietnameseTexts(qt)
    qt.installTranslator(texts)
    return qt
