"""Facts about starting: which file, which year, the sample, and what is not imported before it is needed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.application import Application, first_year
from desktop.first_run import FirstRun
from tests.desktop.window.conftest import button
from ward.book import Book
from ward.overview import KnownYear, counts

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def application(qtbot, settings):
    """A program that has not opened anything yet; its windows are closed when the test ends."""
    made = Application([], settings)
    yield made
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("known", "kept", "year"),
    [
        ([], -1, 2026),
        ([KnownYear(2027), KnownYear(2025, recorded=True), KnownYear(2024)], -1, 2025),
        ([KnownYear(2030), KnownYear(2023)], -1, 2023),
        ([KnownYear(2030)], -1, 2030),
        ([KnownYear(2025), KnownYear(2024)], 2024, 2024),
        ([KnownYear(2025)], 0, 0),
        ([KnownYear(2025)], 2019, 2025),
    ],
)
def test_the_year_to_begin_with(known, kept, year):
    assert first_year(known, kept, 2026) == year


def test_the_first_time_the_first_window_opens(application):
    application.start(None)
    assert application.window is None
    assert isinstance(application._first_run, FirstRun)


def test_the_next_time_the_last_file_opens(application, settings, book):
    book.close()
    settings.last_file = str(book.path)
    application.start(None)
    assert application.window.session.book.path == book.path


def test_a_file_that_cannot_be_opened_is_said_in_the_first_window(application, tmp_path):
    application.start(tmp_path / "không có.sovang")
    assert application._first_run.notice.text.startswith("Không thấy tệp")


def test_another_file_takes_the_place_of_the_first(application, book, tmp_path):
    book.close()
    application.start(book.path)
    other = Book.create(tmp_path / "khác.sovang")
    other.close()
    first = application.window
    first.file_wanted.emit(other.path)
    assert application.window is not first and not first.isVisible()
    assert application.window.session.book.path == other.path
    Book.open(book.path).close()


def test_files_of_before_are_offered_in_the_menu(application, book, tmp_path):
    book.close()
    other = Book.create(tmp_path / "khác.sovang")
    other.close()
    application.start(other.path)
    application.open(book.path)
    recent = next(menu for menu in application.window.menus.menus["&Tệp"].findChildren(QMenu))
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()] == [str(other.path)]
    recent.actions()[0].trigger()
    assert application.window.session.book.path == other.path


def test_the_sample_opens_and_says_that_it_is_one(application, tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_args, **_more: str(tmp_path / "dữ liệu"))
    application.start(None)
    button(application._first_run, "open_sample").click()
    window = application.window
    assert window.session.book.sample
    assert window.statusBar()._file.text() == "Phường mẫu.sovang (sổ mẫu)"
    assert counts(window.session.book.db)["figure"] > 50


def test_a_first_start_that_asks_for_the_sample_shows_it_with_the_way_to_a_ward_of_one_s_own(
    application, tmp_path, monkeypatch
):
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_args, **_more: str(tmp_path / "dữ liệu"))
    application.start(None, sample_first=True)
    assert application.window.session.book.sample
    assert application.window.banner.text.startswith("Đây là sổ mẫu")
    button(application.window.banner, "notice_act").click()
    assert isinstance(application._first_run, FirstRun)


def test_neither_office_libraries_nor_late_panes_are_imported_before_the_first_paint(tmp_path):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from desktop.application import Application\n"
        "from desktop.settings import Settings\n"
        "from ward.book import Book\n"
        f"folder = Path({str(tmp_path)!r})\n"
        "Book.create(folder / 'a.sovang').close()\n"
        "application = Application([], Settings(path=folder / 's.json', last_place='person'))\n"
        "application.start(folder / 'a.sovang')\n"
        "application.window.grab()\n"
        "late = ('openpyxl', 'docx', 'lxml', 'jinja2', 'python_calamine', 'reports', 'forms.exchange',\n"
        "        'ward.findings', 'desktop.form_view', 'desktop.papers_pane', 'desktop.first_run')\n"
        "print(sorted(name for name in sys.modules if name.startswith(late)))\n"
        "application.window.close()\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )
    assert done.stdout == "[]\n", done.stderr
