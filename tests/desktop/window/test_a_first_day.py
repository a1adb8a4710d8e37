"""One day of a clerk, by keys and clicks alone: the first window, records, a finding, undo, the report."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.application import Application
from desktop.first_run import FirstRun
from tests.desktop.window.conftest import button, press, shown, type_text

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def active(kind):
    """The window of this kind that has the keys, or None."""
    return next(
        (one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isActiveWindow()), None
    )


def fill(window, key: str, words: str) -> None:
    """Types into a field of the form and leaves it; while suggestions are open, they have the keys."""
    field = window.places.form_side.made.page.editor(key).inputs()[0]
    field.setFocus()
    type_text(field, words)
    press(QApplication.activePopupWidget() or field, Qt.Key.Key_Tab)


def test_a_first_day_by_keys_and_clicks(qtbot, settings, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.founding_form.documents_folder", lambda: tmp_path / "Sổ Vàng")
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    application = Application([], settings)
    application.start(None)
    qtbot.waitUntil(lambda: active(FirstRun) is not None)

    first = active(FirstRun)
    type_text(first.focusWidget(), "Hoa Sen")
    type_text(first.form.names["ubnd"], "Nguyễn Văn An")
    QTest.mouseClick(button(first, "make"), Qt.MouseButton.LeftButton)
    assert application.window is not None
    window = application.window
    qtbot.waitUntil(window.isActiveWindow)

    press(window, Qt.Key.Key_2, CONTROL)
    assert shown(window) == ["Phường Hoa Sen"]
    press(window, Qt.Key.Key_N, CONTROL)
    type_text(window.focusWidget(), "Tổ dân phố số 7")
    press(window.focusWidget(), Qt.Key.Key_Tab)
    assert shown(window) == ["Phường Hoa Sen", "Tổ dân phố số 7"]

    window.go("person")
    press(window, Qt.Key.Key_N, CONTROL)
    type_text(window.focusWidget(), "Trần Thị Bích")
    press(window.focusWidget(), Qt.Key.Key_Tab)
    fill(window, "birth", "1962")
    assert [window.records.model.shown_row(0)[:2]] == [("Trần Thị Bích", "1962")]
    fill(window, "death", "1950")

    press(window, Qt.Key.Key_F, CONTROL | SHIFT)
    findings = window.places.pane("findings")
    qtbot.waitUntil(lambda: findings.list.count() == 1)
    press(findings.list, Qt.Key.Key_Down)
    assert "1950" in findings.list.chosen().sentence
    assert window.sidebar._items["findings"].text(0) == "Phát hiện  1"
    press(findings.list, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: window.sidebar._items["findings"].text(0) == "Phát hiện")

    window.go("indicator")
    press(window, Qt.Key.Key_N, CONTROL)
    type_text(window.focusWidget(), "Dân số")
    press(window.focusWidget(), Qt.Key.Key_Tab)
    fill(window, "measure", "người")

    press(window, Qt.Key.Key_3, CONTROL)
    press(window, Qt.Key.Key_N, CONTROL)
    fill(window, "indicator", "Dân số")
    fill(window, "words", "gần 48 ngàn")
    fill(window, "period", "năm 2025")
    assert shown(window, 1) == ["gần 48 ngàn"]
    assert shown(window, 0) == ["Dân số"]

    window.go("event")
    press(window, Qt.Key.Key_N, CONTROL)
    type_text(window.focusWidget(), "Ngày hội Đại đoàn kết")
    press(window.focusWidget(), Qt.Key.Key_Tab)
    fill(window, "held_on", "18/11/2025")
    assert shown(window, 1) == ["18/11/2025"]
    window.records.table.setFocus()
    press(window, Qt.Key.Key_Z, CONTROL)
    assert shown(window, 1) == [""]
    press(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert shown(window, 1) == ["18/11/2025"]

    press(window, Qt.Key.Key_P, CONTROL)
    pane = window.places.pane("papers")
    pane.years.clear()
    type_text(pane.years, "2025")
    QTest.mouseClick(button(pane, "make_bao-cao-tong-ket-nam"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.notice.text.startswith("Đã lập “Bao-cao"), timeout=30_000)
    QTest.mouseClick(button(pane, "open_paper"), Qt.MouseButton.LeftButton)
    assert opened == [str(pane.target / "Bao-cao-tong-ket-nam-2025.docx")]
    window.close()
    window.deleteLater()
    QApplication.processEvents()
