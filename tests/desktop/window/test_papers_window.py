"""Facts about papers in the window: made in the background, listed, opened, years read as they are written."""

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from tests.desktop.window.conftest import button, press, type_text
from ward.founding import Place, found


@pytest.fixture
def pane(window, book, qtbot):
    found(book, Place("phường", "Hoa Sen", "thành phố Hà Nội"), {"ubnd": "Nguyễn Văn An"}, 2025)
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    return window.places.pane("papers")


@pytest.fixture
def opened(monkeypatch):
    """What the system was asked to open."""
    files: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: files.append(url.toLocalFile()))
    return files


def test_one_paper_is_made_listed_and_opened(window, pane, qtbot, opened):
    QTest.mouseClick(button(pane, "make_bao-cao-tong-ket-nam"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã lập “Bao-cao-tong-ket-nam-2025.docx”"), timeout=30_000)
    target = pane.target / "Bao-cao-tong-ket-nam-2025.docx"
    with zipfile.ZipFile(target) as paper:
        assert "PHƯỜNG HOA SEN" in paper.read("word/document.xml").decode("utf-8")
    assert [paper.path for paper in pane.made.chosen()] == [target]
    button(pane.notice, "notice_act").click()
    QTest.mouseClick(button(pane, "open_paper"), Qt.MouseButton.LeftButton)
    pane.desk.buttons.acts["show_paper"].trigger()
    assert opened == [str(target), str(target), str(target.parent)]


def test_the_whole_pack_is_made_by_one_click(window, pane, qtbot):
    QTest.mouseClick(button(pane, "make_all"), Qt.MouseButton.LeftButton)
    assert not button(pane, "make_all").isEnabled()
    qtbot.waitUntil(lambda: pane.made.table.topLevelItemCount() >= 3, timeout=30_000)
    suffixes = {path.suffix for path in pane.target.iterdir()}
    assert suffixes == {".docx", ".xlsx"}
    qtbot.waitUntil(button(pane, "make_all").isEnabled)


def test_the_keys_stay_with_the_button_that_makes_the_pack(window, pane, qtbot):
    for before in (0, 3):
        assert pane.made.table.topLevelItemCount() == before
        maker = button(pane, "make_all")
        maker.setFocus()
        press(maker, Qt.Key.Key_Space)
        assert not maker.isEnabled()
        assert (pane.made.table if before else pane.years).hasFocus()
        qtbot.waitUntil(maker.isEnabled, timeout=30_000)
        assert maker.hasFocus()


@pytest.mark.parametrize(
    ("typed", "years"),
    [("2025", (2025,)), ("2023, 2024", (2023, 2024)), ("2021-2023", (2021, 2022, 2023))],
)
def test_years_are_read_as_they_are_written(pane, typed, years):
    pane.years.clear()
    type_text(pane.years, typed)
    assert pane.wanted_years() == years


def test_without_a_year_the_pane_says_what_to_write(pane):
    pane.years.clear()
    button(pane, "make_all").click()
    assert pane.notice.text.startswith("Hãy ghi năm của văn bản.")
    assert pane.years.hasFocus()
