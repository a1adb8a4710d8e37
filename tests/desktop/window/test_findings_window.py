"""Facts about findings in the window: counted in the sidebar, both numbers, accepted with a written reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.desktop.window.conftest import button, press, type_text
from ward.edits import Add
from ward.evidence import attach, file_of
from ward.statements import typed_figure


@pytest.fixture
def pane(window, book, qtbot):
    """The pane with one finding: 9 individuals in all, but 3 and 9 as parts."""
    parts = [Add("indicator", {"name": name, "measure": "cá nhân"}) for name in ("Đợt một", "Đợt hai")]
    ids = book.write("Thêm chỉ tiêu", parts).added
    whole = {"name": "Cá nhân được khen", "measure": "cá nhân", "aggregation": "sum"}
    parts_of_it = [{"part": part} for part in ids]
    total = book.write("Thêm chỉ tiêu", [Add("indicator", {**whole, "parts": parts_of_it})]).added[0]
    figures = [(total, "9 cá nhân"), (ids[0], "3 cá nhân"), (ids[1], "9 cá nhân")]
    window.session.write(
        "Thêm số liệu",
        [
            Add(
                "figure",
                {"indicator": one, "role": "actual", "period": "2025", "years": (2025,), **typed_figure(words)},
            )
            for one, words in figures
        ],
    )
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    pane = window.places.pane("findings")
    qtbot.waitUntil(lambda: pane.list.count() == 1)
    return pane


def test_a_finding_shows_both_numbers_and_its_record(window, pane):
    pane.list.setFocus()
    press(pane.list, Qt.Key.Key_Down)
    finding = pane.list.chosen()
    assert finding.numbers == ("9", "12") or set(finding.numbers) == {"9 cá nhân", "12 cá nhân"}
    assert window.places.form_side.made.record_id == finding.records[0]
    assert window.sidebar._items["findings"].text(0) == "Phát hiện  1"


def test_a_finding_is_accepted_only_with_a_reason_and_taken_back(window, pane, qtbot):
    pane.list.setCurrentRow(0)
    accept = button(pane, "accept")
    assert not accept.isEnabled()
    type_text(pane._reason, "Báo cáo của quận ghi như vậy")
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.watch.found and window.watch.found[0].accepted))
    assert window.sidebar._items["findings"].text(0) == "Phát hiện"
    pane.list.setCurrentRow(0)
    QTest.mouseClick(button(pane, "withdraw"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.watch.found[0].accepted)
    assert window.sidebar._items["findings"].text(0) == "Phát hiện  1"


def test_nothing_to_find_is_said_in_words(window, qtbot):
    window.go("findings")
    pane = window.places.pane("findings")
    qtbot.waitUntil(lambda: pane._empty.text.startswith("Chưa thấy chỗ nào không khớp"))


def test_today_tells_what_waits_and_what_was_touched_last(window, pane):
    window.go("today")
    texts = [one.text() for one in window.places.pane("today").findChildren(QPushButton)]
    assert "▲ 1 phát hiện cần xem" in texts
    assert "Đợt hai: 9 cá nhân" in texts


@pytest.fixture
def evidence(book):
    """Evidence of the years 2024 and 2025 whose files are gone, and one whose file is there."""
    practices = [Add("practice", {"name": name, "years": (year,)}) for name, year in (("Loa", 2024), ("Đèn", 2025))]
    first, second = book.write("Thêm", practices).added
    gone = [attach(book, name.encode(), first if name == "a" else second, file_name=name).added[0] for name in "abc"]
    for record in gone[:2]:
        file_of(book, record).unlink()
    return gone


def test_today_leads_to_the_evidence_whose_files_are_gone(open_window, evidence, book, qtbot):
    window = open_window(book)
    window.go("today")
    window.watch.look()
    qtbot.waitUntil(lambda: any("minh chứng" in one.text() for one in lines(window)))
    line = next(one for one in lines(window) if "minh chứng" in one.text())
    assert line.text() == "○ 2 minh chứng thiếu tệp"
    line.click()
    assert window.place == "evidence"
    assert sorted(window.records.table.chosen()) == sorted(evidence[:2])


def test_today_is_silent_while_every_file_is_there(window, book, qtbot):
    attach(book, b"a", window.records.model.ids[0], file_name="a")
    window.go("today")
    window.watch.look()
    qtbot.waitUntil(lambda: window.watch.count == 0)
    assert not any("minh chứng" in one.text() for one in lines(window))


def lines(window):
    """What can be clicked on the first screen."""
    return window.places.pane("today").findChildren(QPushButton)
