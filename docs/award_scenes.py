"""The pictures of the way of an award: registered, nominated, judged, voted, decided, paid, printed, found again."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTableView

from desktop.awarding.calibration_dialog import CalibrationDialog
from desktop.awarding.count_dialog import CountDialog
from desktop.awarding.past_awards_dialog import PastAwardsDialog
from desktop.awarding.suggestions_dialog import SuggestionsDialog
from desktop.main_window import MainWindow
from ward.awarding.council import Attending, attending, mark_attendance, open_meeting
from ward.awarding.counting import Count, enter_count, note_papers, to_count

if TYPE_CHECKING:
    from docs.take_pictures import Studio

YEARS_END, CITY, OPEN = "Khen thưởng tổng kết năm 2025", "Đề nghị Bằng khen", "Đề nghị danh hiệu cấp"
PAST = (
    ("TT", "Họ và tên", "Chức vụ, đơn vị", "Hình thức khen", "Số quyết định", "Ngày quyết định", "Thành tích"),
    (1, "Đỗ Văn Hùng Mẫu", "Tổ trưởng tổ dân phố 3", "Giấy khen", "298/QĐ-UBND", "10/12/2021", "Phòng, chống dịch"),
    (2, "Nguyễn Hoàng Anh Mẫu", "", "Giấy khen", "298/QĐ-UBND", "10/12/2021", "Tình nguyện tiêm chủng"),
    (3, "Đặng Hồng Sơn Mẫu", "Chủ tịch Hội Cựu chiến binh", "Giấy khen", "298/QĐ-UBND", "32/12/2021", "Chống dịch"),
    (4, "Tổ dân phố 8", "", "Tập thể xuất sắc", "299/QĐ-UBND", "10/12/2021", "Dẫn đầu phong trào"),
)  # fmt: skip


def registering(studio: Studio, window: MainWindow) -> None:
    studio.hands.go("Bảng đăng ký")
    _row(window.places.pane("registrations").board, "Tổ dân phố 5")
    studio.take("khen-dang-ky")


def nominating(studio: Studio, window: MainWindow) -> None:
    """Somebody is typed against whom something speaks."""
    step = _step(studio, window, OPEN, "nominations")
    award = _number(window, "SELECT record_id FROM award_type WHERE code = 'cstd_tinh'")
    _fill(step.bar, "award_type", {"award_type": award, "form_words": ""})
    step.bar.editors["nominee"].inputs()[0].setFocus()
    studio.hands.type("Tạ Việt Cường Mẫu")
    studio.hands.press("Tab")
    studio.hands.until(lambda: step.bar.doubts, "what speaks against it")
    studio.take("khen-de-nghi")
    step.bar.clear()


def judging(studio: Studio, window: MainWindow) -> None:
    """What is missing and what would be enough; then what a person has to confirm."""
    step = _step(studio, window, OPEN, "nominations")
    _row(step.table, "Ngô Thanh Mai Mẫu")
    studio.take("khen-chua-du")
    _row(step.table, "Tập thể lao động xuất sắc")
    QTest.qWait(100)
    bar = step.panel.verticalScrollBar()
    bar.setValue(bar.maximum() * 3 // 5)
    studio.take("khen-xac-nhan")


def suggesting(studio: Studio, window: MainWindow) -> None:
    _step(studio, window, OPEN, "nominations").doing.suggest()
    dialog = studio.hands.look_at(SuggestionsDialog)
    place = dialog.award.findText("Lao động tiên tiến")
    dialog.award.setCurrentIndex(place)
    dialog.award.activated.emit(place)
    studio.hands.until(lambda: dialog.table.rows.rows, "suggestions")
    dialog.table.selectRow(0)
    _left(studio, dialog, "khen-goi-y")


def meeting(studio: Studio, window: MainWindow) -> None:
    """The locked result of a secret ballot; then a counting as it is typed."""
    _step(studio, window, YEARS_END, "council")
    studio.take("khen-hoi-dong")
    book = window.session.book
    step = _step(studio, window, OPEN, "council")
    held = open_meeting(book, step.round, {"held_on": "2025-12-29", "place": "Phòng họp tầng 2"})
    came = attending(book.db, held)
    absent = Attending(came[5].who, came[5].name, came[5].role, came[5].as_title, "written", "Đi công tác")
    mark_attendance(book, held, [*came[:5], absent, came[6]])
    note_papers(book, held, issued=6, returned=6)
    enter_count(book, held, 1, "Bùi Thị Hoa Mẫu", [Count(one, 6) for one, _, _ in to_count(book.db, held)])
    window.places.pane("rounds").refresh()
    step = _step(studio, window, OPEN, "council")
    step.acts.second()
    dialog = studio.hands.look_at(CountDialog)
    dialog.by.setText("Đặng Hồng Sơn Mẫu")
    for row, (agree, against) in enumerate(((6, 0), (5, 1))):
        dialog._item(row, 2).setText(str(agree))
        dialog._item(row, 3).setText(str(against))
    _left(studio, dialog, "khen-kiem-phieu")


def deciding(studio: Studio, window: MainWindow) -> None:
    _row(_step(studio, window, CITY, "decision").out, "142/TTr-UBND")
    studio.take("khen-quyet-dinh")
    _step(studio, window, YEARS_END, "money")
    studio.take("khen-tien-thuong")


def certificates(studio: Studio, window: MainWindow) -> None:
    """A drawn sheet; the same on a blank; the measures of the printer."""
    tab = _step(studio, window, YEARS_END, "certificates")
    studio.hands.until(lambda: tab.list is not None, "the sheets")
    for design, name in (("Giấy khen (giấy trắng)", "khen-giay-khen"), ("Phôi giấy khen A4", "khen-tren-phoi")):
        place, before = tab.design.findText(design, Qt.MatchFlag.MatchContains), tab.list
        tab.design.setCurrentIndex(place)
        tab.design.activated.emit(place)
        studio.hands.until(partial(_is_another, tab, before), "the sheets")
        if tab.notice.isVisible():
            tab.notice.hide()
        _row(tab.table, "Hội Cựu chiến binh phường")
        studio.take(name)
    tab.blanks.measure()
    _left(studio, studio.hands.look_at(CalibrationDialog), "khen-canh-may")


def dossier(studio: Studio, window: MainWindow) -> None:
    """The whole dossier by one click, then what the doctor says of it."""
    step = _step(studio, window, YEARS_END, "dossier")
    step.make_all()
    studio.hands.until(lambda: "Đã lập" in " ".join(studio.hands.texts()), "the folder")
    step.examine()
    studio.hands.until(lambda: step.items.rows.rows or step.findings.rows.rows, "the checklist")
    if step.findings.rows.rows:
        step.findings.selectRow(0)
    studio.take("khen-ho-so")


def register(studio: Studio, window: MainWindow) -> None:
    """The register with a person's life of awards; then a sheet of past years before it is taken in."""
    studio.hands.go("Sổ vàng")
    pane = window.places.pane("register")
    studio.hands.until(lambda: pane.table.rows.rows, "the register")
    pane.filters.text.setFocus()
    studio.hands.type("huong mau")
    studio.hands.until(lambda: {"Trịnh Thu Hương Mẫu"} == {one.named for one in pane.table.rows.rows}, "her awards")
    pane.table.selectRow(0)
    studio.take("khen-so-vang")
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "So-khen-thuong-2021.xlsx"
        workbook = openpyxl.Workbook()
        for row in PAST:
            workbook.active.append(row)  # type: ignore[union-attr]
        workbook.save(sheet)
        pane.acts.look_at(sheet)
        dialog = studio.hands.look_at(PastAwardsDialog)
        studio.hands.until(lambda: dialog.list is not None, "the rows")
        dialog.rows.selectRow(1)
        _left(studio, dialog, "khen-nam-cu")


def rules(studio: Studio, window: MainWindow) -> None:
    """What the pack says of a title, with its marks; the values that the office has set."""
    studio.hands.go("Quy định")
    pane = window.places.pane("rules")
    pane.show_topic("award.cstd_co_so")
    studio.take("khen-quy-dinh")
    pane.show_topic("award.bang_khen_tinh")
    pane.tabs.setCurrentWidget(pane.values)
    pane.values.table.selectRow(0)
    studio.take("khen-gia-tri-dia-phuong")


AWARD_SCENES: tuple[Callable[[Studio, MainWindow], None], ...] = (
    registering, nominating, judging, suggesting, meeting, deciding, certificates, dossier, register, rules,
)  # fmt: skip


def _step(studio: Studio, window: MainWindow, name: str, step: str) -> Any:
    """Goes to a round by its name, at one of its steps; gives the step's widget."""
    studio.hands.go("Đợt xét khen")
    pane = window.places.pane("rounds")
    place = next(n for n in range(pane.choice.count()) if pane.choice.itemText(n).startswith(name))
    pane.show_round(pane.choice.itemData(place))
    return pane.open_step(step)


def _row(table: Any, words: str) -> None:
    """Chooses the first row that shows these words."""
    model = table.rows
    row = next(
        n for n in range(model.rowCount())
        if any(words in str(model.index(n, column).data()) for column in range(model.columnCount()))
    )  # fmt: skip
    table.selectRow(row)
    table.scrollTo(model.index(row, 0), QTableView.ScrollHint.PositionAtCenter)


def _fill(bar: Any, key: str, values: dict[str, Any]) -> None:
    bar._values |= values
    bar.editors[key].show_values(values)


def _left(studio: Studio, dialog: QDialog, name: str) -> None:
    """Takes the dialog's picture and leaves it."""
    QTest.qWait(100)
    studio.take(name, dialog=dialog)
    dialog.reject()
    studio.hands.look_at(MainWindow)


def _number(window: MainWindow, sql: str) -> int:
    return int(window.session.book.db.execute_sql(sql).fetchone()[0])


def _is_another(tab: Any, before: Any) -> bool:
    """Whether the tab shows another list than before."""
    return tab.list is not before
