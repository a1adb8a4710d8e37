"""The tabs below a form: figures, evidence, uses and history."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.form_tabs.evidence import EvidenceTab
from desktop.form_tabs.figures import FiguresTab
from desktop.form_tabs.lines import Lines
from desktop.form_tabs.tab import Tab
from desktop.form_tabs.uses import UsesTab
from tests.desktop.form.conftest import Desk, press, type_text
from ward.edits import Amend
from ward.evidence import attached, file_of
from ward.statements import typed_figure


def tab(desk: Desk, kind: type[Tab]) -> Any:
    """Brings a tab to the front."""
    found = next(one for one in desk.view.tabs.tabs if isinstance(one, kind))
    desk.view.tabs.setCurrentWidget(found)
    QApplication.processEvents()
    return found


def cells(lines: Lines) -> list[list[str]]:
    rows, columns = range(lines.rowCount()), range(lines.columnCount())
    items = [[lines.item(row, column) for column in columns] for row in rows]
    return [[item.text() if item else "" for item in row] for row in items]


# -- figures ----------------------------------------------------------------------------------------------


def test_a_figure_is_added_by_typing_one_line(desk: Desk) -> None:
    practice = desk.add("practice", name="Camera an ninh", years=(2023,))
    desk.view.show_record(practice)
    figures = tab(desk, FiguresTab)
    line = desk.focus(figures.quick.line)
    type_text(line, "28 mắt camera")
    press(line, Qt.Key.Key_Return)
    type_text(line, "19 vụ (giảm 03 vụ so với cùng kỳ năm 2021)")
    press(line, Qt.Key.Key_Return)
    shown = [row[:5] for row in cells(figures.lines)]
    assert shown == [
        ["mắt camera", "28 mắt camera", "", "Thực hiện", "2023"],
        ["vụ", "19 vụ", "giảm 03 vụ so với cùng kỳ năm 2021", "Thực hiện", "2023"],
    ]
    assert line.text() == ""
    assert desk.view.tabs.tabText(0) == "Số liệu 2"
    assert desk.session.book.undoable == "Thêm số liệu 19 vụ của Camera an ninh"


def test_an_ambiguous_line_asks_before_anything_is_added(desk: Desk) -> None:
    desk.view.show_record(desk.add("practice", name="Camera an ninh", years=(2023,)))
    figures = tab(desk, FiguresTab)
    line = desk.focus(figures.quick.line)
    type_text(line, "1.8 tỷ đồng")
    press(line, Qt.Key.Key_Return)
    assert cells(figures.lines) == []
    desk.click(desk.buttons(figures.quick)["1.800.000.000 · đồng"])
    assert [row[1] for row in cells(figures.lines)] == ["1.8 tỷ đồng"]


def test_an_indicator_shows_all_its_figures_and_gives_them_its_measure(desk: Desk) -> None:
    unit = desk.add("unit", names=[{"name": "Tổ dân phố 5"}])
    indicator = desk.add("indicator", name="Dân số", measure="người")
    desk.add("figure", indicator=indicator, period="2021", role="plan", **typed_figure("47.000 người"))
    desk.add("figure", indicator=indicator, period="2022", scope=[{"unit": unit}], **typed_figure("chưa có số liệu"))
    desk.view.show_record(indicator)
    figures = tab(desk, FiguresTab)
    type_text(desk.focus(figures.quick.line), "gần 48 ngàn")
    press(figures.quick.line, Qt.Key.Key_Return)
    shown = [(row[4], row[1], row[3], row[5]) for row in cells(figures.lines)]
    assert shown == [
        ("năm 2023", "gần 48 ngàn", "Thực hiện", ""),
        ("năm 2022", "chưa có số liệu", "", "Tổ dân phố 5"),
        ("năm 2021", "47.000 người", "Kế hoạch", ""),
    ]
    figures.lines.selectRow(0)
    added = figures.lines.chosen
    assert (desk.stored(added)["measure"], str(desk.stored(added)["value"])) == ("người", "48000")


def test_the_clerk_chooses_the_statement_that_is_printed(desk: Desk) -> None:
    practice = desk.add("practice", name="Camera an ninh", years=(2023,))
    for text in ("28 mắt", "30 mắt"):
        desk.add("figure", about=practice, label="mắt", years=(2023,), **typed_figure(text))
    desk.view.show_record(practice)
    figures = tab(desk, FiguresTab)
    for row in (0, 1):
        figures.lines.selectRow(row)
        desk.click(figures.choice)
    assert [row[-1] for row in cells(figures.lines)] == ["", "● dùng"]
    desk.session.undo()
    assert [row[-1] for row in cells(figures.lines)] == ["● dùng", ""]


def test_enter_on_a_figure_asks_for_its_record(desk: Desk) -> None:
    practice = desk.add("practice", name="Camera an ninh", years=(2023,))
    figure = desk.add("figure", about=practice, years=(2023,), **typed_figure("28 mắt"))
    desk.view.show_record(practice)
    figures = tab(desk, FiguresTab)
    figures.lines.selectRow(0)
    with desk.qtbot.waitSignal(desk.view.record_requested) as asked:
        press(desk.focus(figures.lines), Qt.Key.Key_Return)
    assert asked.args == [figure]


def test_a_kind_without_results_has_no_figures(desk: Desk) -> None:
    desk.view.show_record(desk.add("alias", name="TPVM"))
    assert not desk.view.tabs.isTabVisible(0)


def test_the_chosen_tab_stays_in_front_wherever_a_record_has_it(desk: Desk) -> None:
    practice, alias = desk.add("practice", name="Camera"), desk.add("alias", name="TPVM")
    tabs = desk.view.tabs
    in_front = []
    for record in (practice, alias, practice):
        desk.view.show_record(record)
        in_front.append(tabs.tabText(tabs.currentIndex()))
    assert in_front == ["Số liệu", "Minh chứng", "Số liệu"]
    bar = tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(2).center())
    desk.view.show_record(alias)
    assert tabs.tabText(tabs.currentIndex()) == "Dùng ở"


def test_a_title_opens_the_tabs_that_were_pushed_down(desk: Desk) -> None:
    desk.view.show_record(desk.add("practice", name="Camera"))
    tabs = desk.view.tabs
    desk.view.splitter.setSizes([10_000, 0])
    QApplication.processEvents()
    bar = tabs.tabBar()
    assert tabs.height() < 2 * bar.height()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    QApplication.processEvents()
    assert tabs.height() > 4 * bar.height()


# -- evidence ---------------------------------------------------------------------------------------------


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


# -- uses and history -------------------------------------------------------------------------------------


def test_a_figure_shows_in_which_papers_it_was_printed(desk: Desk) -> None:
    figure = desk.add("figure", label="mắt camera", years=(2023,), **typed_figure("28 mắt"))
    uid = desk.session.book.db.execute_sql("SELECT uid FROM record WHERE id = ?", (figure,)).fetchone()[0]
    paper = desk.add(
        "paper", name="Báo cáo năm 2023", state="signed", prints=[{"record_uid": uid.hex(), "text": "28 mắt"}]
    )
    desk.view.show_record(figure)
    uses = tab(desk, UsesTab)
    assert cells(uses.lines) == [["Báo cáo năm 2023", "Văn bản (Đã ký)", "đã in: 28 mắt"]]
    uses.lines.selectRow(0)
    with desk.qtbot.waitSignal(desk.view.record_requested) as asked:
        press(desk.focus(uses.lines), Qt.Key.Key_Return)
    assert asked.args == [paper]


def test_a_unit_shows_which_records_name_it_in_which_field(desk: Desk) -> None:
    unit = desk.add("unit", names=[{"name": "Tổ dân phố 5"}])
    desk.add("practice", name="Camera an ninh", unit=unit)
    desk.view.show_record(unit)
    assert cells(tab(desk, UsesTab).lines) == [["Camera an ninh", "Mô hình, điển hình", "Nơi thực hiện"]]


def history(desk: Desk) -> list[list[str]]:
    return [row[2:] for row in cells(desk.view.tabs.history.lines)]


def test_the_history_tells_before_and_after_in_the_clerks_words(desk: Desk) -> None:
    unit = desk.add("unit", names=[{"name": "Tổ dân phố 5"}])
    practice = desk.add("practice", name="Camera an ninh")
    amended = {"status": "running", "unit": unit, "period": "2023-Q3", "period_words": "quý III"}
    desk.session.write("Sửa mô hình", [Amend(practice, amended)])
    points = [{"text": "Có người trực"}, {"text": "Mỗi ngõ một mắt"}]
    desk.session.write("Thêm việc", [Amend(practice, {"points": points})])
    desk.view.show_record(practice)
    desk.view.show_history()
    assert history(desk) == [
        ["Tiêu chí, việc phải làm", "(trống)", "Có người trực; Mỗi ngõ một mắt", "Thêm việc"],
        ["Thời gian", "(trống)", "quý III", "Sửa mô hình"],
        ["Tình trạng", "(trống)", "Đang duy trì", "Sửa mô hình"],
        ["Nơi thực hiện", "(trống)", "Tổ dân phố 5", "Sửa mô hình"],
        ["cả bản ghi", "", "", "Thêm"],
    ]
    assert {row[1] for row in cells(desk.view.tabs.history.lines)} == {"Chị Hà"}


def test_the_history_of_one_field_is_asked_for_at_the_field(desk: Desk) -> None:
    person = desk.add("person", name="Bình", birth="1962")
    desk.session.write("Sửa", [Amend(person, {"birth": "1963-03-12", "phone": "0912"})])
    desk.view.show_record(person)
    desk.editor("birth").history_wanted.emit()
    assert desk.view.tabs.currentWidget() is desk.view.tabs.history
    assert history(desk) == [
        ["Ngày sinh", "1962", "12/3/1963", "Sửa"],
        ["Ngày sinh", "(trống)", "1962", "Thêm"],
    ]
    desk.click(desk.view.tabs.history.all)
    assert len(history(desk)) == 3
