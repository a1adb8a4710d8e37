"""The tabs below a form: figures, uses and history, and which one is in front."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.form_tabs.figures import FiguresTab
from desktop.form_tabs.uses import UsesTab
from tests.desktop.form.conftest import Desk, cells, press, tab, type_text
from ward.edits import Amend
from ward.statements import typed_figure

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


def test_the_tabs_take_more_room_where_there_are_figures_until_the_clerk_draws_the_line(desk: Desk) -> None:
    practice, alias = desk.add("practice", name="Camera"), desk.add("alias", name="TPVM")
    tabs = desk.view.tabs

    def height(record: int) -> int:
        desk.view.show_record(record)
        QApplication.processEvents()
        return tabs.height()

    assert height(practice) > 1.3 * height(alias)
    handle = desk.view.splitter.handle(1)
    place = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(handle, place + QPoint(0, 40))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=place + QPoint(0, 40))
    drawn = tabs.height()
    assert height(practice) == height(alias) == drawn


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
