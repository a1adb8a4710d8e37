"""Evidence on a form: dropped, pasted, pictured, missing, untied."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QWidget

from desktop.form_tabs.evidence import EvidenceTab
from tests.desktop.form.conftest import Desk, cells, press, tab
from ward.evidence import attached, file_of


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#2F6B3A"))
    path = tmp_path / "Ảnh lễ trao.png"
    assert image.save(str(path))
    return path


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "Quyết định.pdf"
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    painter.fillRect(0, 0, 20000, 20000, QColor("#9B1C1C"))
    painter.end()
    return path


def drop(place: QWidget, *paths: Path) -> None:
    """Drags files over a place and lets them fall."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(place, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(place, QDropEvent(QPointF(5, 5), *how))


def wait_for(desk: Desk, evidence: EvidenceTab, count: int) -> None:
    desk.qtbot.waitUntil(lambda: evidence.lines.rowCount() == count, timeout=5000)


def test_dropped_files_are_kept_and_the_chosen_one_is_pictured(desk: Desk, photo: Path, pdf: Path) -> None:
    person = desk.add("person", name="Bình")
    desk.view.show_record(person)
    evidence = tab(desk, EvidenceTab)
    drop(evidence, photo, pdf)
    wait_for(desk, evidence, 2)
    assert [row[0] for row in cells(evidence.lines)] == ["Ảnh lễ trao.png", "Quyết định.pdf"]
    for row, colour in ((0, "#2f6b3a"), (1, "#9b1c1c")):
        evidence.lines.selectRow(row)
        image = evidence.picture.pixmap().toImage()
        assert image.pixelColor(image.width() // 2, image.height() // 2).name() == colour
    assert desk.view.tabs.tabText(1) == "Minh chứng 2"
    assert desk.session.book.undoable == "Gắn minh chứng “Quyết định.pdf” vào Bình"


def test_a_picture_is_pasted_by_key(desk: Desk, photo: Path) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    evidence = tab(desk, EvidenceTab)
    QGuiApplication.clipboard().setImage(QImage(str(photo)))
    press(desk.focus(evidence.attacher), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for(desk, evidence, 1)
    (kept,) = attached(desk.session.book.db, desk.view.record_id or 0)
    assert kept.media_type == "image/png"
    assert QImage(str(file_of(desk.session.book, kept.id))).size() == QImage(str(photo)).size()


def test_a_file_dropped_anywhere_on_the_form_is_attached(desk: Desk, photo: Path) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    drop(desk.view, photo)
    wait_for(desk, desk.view.tabs.evidence, 1)
    assert desk.view.tabs.currentWidget() is desk.view.tabs.evidence


def test_what_cannot_be_attached_is_told_where_it_was_dropped(desk: Desk, tmp_path: Path) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    evidence = tab(desk, EvidenceTab)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    evidence.take(data)
    desk.qtbot.waitUntil(lambda: bool(evidence.notes.said("problem")), timeout=5000)
    assert "là thư mục" in evidence.notes.said("problem")[0].words


def test_a_missing_file_and_a_broken_one_are_named(desk: Desk, photo: Path, tmp_path: Path) -> None:
    broken = tmp_path / "hỏng.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing more")
    desk.view.show_record(desk.add("person", name="Bình"))
    evidence = tab(desk, EvidenceTab)
    drop(evidence, photo, broken)
    wait_for(desk, evidence, 2)
    evidence.lines.selectRow(1)
    assert "không có hình xem trước" in evidence.picture.text()
    file_of(desk.session.book, attached(desk.session.book.db, desk.view.record_id or 0)[0].id).unlink()
    evidence.fill()
    assert cells(evidence.lines)[0][2] == "thiếu tệp"
    evidence.lines.selectRow(0)
    assert evidence.picture.text().startswith("Thiếu tệp minh chứng “Ảnh lễ trao.png”")


def test_evidence_is_untied_and_tied_again_by_undo(desk: Desk, photo: Path) -> None:
    desk.view.show_record(desk.add("person", name="Bình"))
    evidence = tab(desk, EvidenceTab)
    drop(evidence, photo)
    wait_for(desk, evidence, 1)
    desk.click(evidence.remover)
    assert cells(evidence.lines) == []
    desk.session.undo()
    assert [row[0] for row in cells(evidence.lines)] == ["Ảnh lễ trao.png"]
