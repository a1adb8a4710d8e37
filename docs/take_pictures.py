"""Takes the guide's pictures anew from the sample ward, without a screen: python -m docs.take_pictures."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QWidget

from desktop.application import Application
from desktop.first_run import FirstRun
from desktop.history_dialog import HistoryDialog
from desktop.import_dialog import ImportDialog
from desktop.look import DARK
from desktop.main_window import MainWindow
from desktop.sample import open_sample
from desktop.settings import Settings
from docs.award_scenes import AWARD_SCENES
from docs.drawn_pages import in_few_colours
from docs.paper_scenes import PAPER_SCENES
from docs.template_example import draw, spoil
from tests.screen.hands import Hands

PICTURES = Path(__file__).resolve().parent / "pictures"
HOME = Path(tempfile.gettempdir()) / "Tài liệu"
YEAR = 2025
PRACTICE = "Tuyến ngõ hoa, ngõ không rác"
SEAL = QColor("#9B1C1C")
TAKEN_IN = {
    "format": "sovang-exchange",
    "version": 1,
    "records": [
        {"kind": "person", "name": "Hoàng Ngọc Ấn Mẫu", "birth": "1987"},
        {"kind": "indicator", "name": "Dân số", "code": "dan_so", "measure": "người", "note": "Số của Công an."},
        {"kind": "figure", "label": "Kinh phí lắp camera", "text": "1.8 tỷ", "years": [YEAR]},
        {"kind": "award", "state": "granted", "award_type": "Huân chương Sao Mai", "years": [YEAR]},
        {"kind": "event", "name": "Hội khỏe Phù Đổng phường", "held_on": "26/3", "years": [YEAR]},
    ],
}


class Studio:
    """The program with the sample ward, a pair of hands, and a camera."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.hands = Hands(application.qt)
        self.folder = PICTURES

    def open_sample(self) -> MainWindow:
        """The sample's window in its year, at the size that must suffice."""
        self.application.show_book(open_sample(self.application.settings, HOME))
        window = self.hands.look_at(MainWindow)
        window.resize(1280, 720)
        window.session.choose_year(YEAR)
        self.hands.until(lambda: window.watch.count is not None, "the findings")
        return window

    def take(self, name: str, *, dialog: QDialog | None = None, marks: dict[str, QPoint] | None = None) -> None:
        """A picture of the window, with a dialog in front of it, with numbered marks."""
        QTest.mouseMove(self.hands.window, QPoint(640, 714))
        QTest.qWait(250)  # the last repaint, and no blinking cursor half drawn
        window = self.application.window or dialog
        assert window
        picture = window.grab()
        with QPainter(picture) as painter:
            if dialog and dialog is not window:
                self._lay_over(painter, window, dialog)
            for number, place in (marks or {}).items():
                _mark(painter, number, place)
        self._keep(picture, name)

    def _lay_over(self, painter: QPainter, window: QWidget, dialog: QDialog) -> None:
        painter.fillRect(window.rect(), QColor(0, 0, 0, 60))
        place = window.rect().center() - dialog.rect().center()
        painter.drawPixmap(place, dialog.grab())
        painter.setPen(QColor("#8C8981"))
        painter.drawRect(QRect(place, dialog.size()))

    def _keep(self, picture: QPixmap, name: str) -> None:
        target = PICTURES / f"{name}.png"
        in_few_colours(picture.toImage()).save(str(target), "PNG", 0)  # type: ignore[call-overload]
        print(f"{target.name}: {picture.width()}×{picture.height()}, {target.stat().st_size // 1024} kB", flush=True)


def _mark(painter: QPainter, number: str, place: QPoint) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor("white"))
    painter.setBrush(SEAL)
    painter.drawEllipse(place, 12, 12)
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(QRect(place - QPoint(12, 12), place + QPoint(11, 11)), Qt.AlignmentFlag.AlignCenter, number)


# -- the pictures ---------------------------------------------------------------------------------------


def first_run(studio: Studio) -> None:
    """The first window, filled as a clerk would; nothing is made."""
    studio.application.show_first_run("")
    window = studio.hands.look_at(FirstRun)
    studio.hands.type("Hoa Sen")
    studio.hands.press("Tab")
    studio.hands.type("thành phố Hà Nội")
    studio.hands.fill("Người ký của Ủy ban nhân dân", "Đặng Thị Thanh Bình")
    studio.hands.fill("Năm công tác", str(YEAR))
    window.resize(1280, 720)
    window.form.name.setFocus()
    studio.take("lan-dau", dialog=window)
    window.rejected.disconnect()
    window.close()


def the_window(studio: Studio, window: MainWindow) -> None:
    studio.hands.go("Hôm nay")
    studio.take("hom-nay")
    studio.hands.button("Đã hiểu")
    studio.hands.go("Mô hình, điển hình")
    studio.hands.row(PRACTICE)
    studio.take("ban-ghi")
    form, places = window.places.form_side.made, window.places
    assert form
    spots: list[tuple[QWidget, int, int]] = [
        (window.top.menus, 459, 14), (window.top.years, 118, 14), (window.top.search, 300, 14),
        (window.top, window.top.width() - 100, 19), (window.sidebar, 180, 274), (places.middle, 260, 480),
        (form, 440, 44), (form.tabs, 420, 14), (window.statusBar(), 400, 16),
    ]  # fmt: skip
    marks = {str(n): one.mapTo(window, QPoint(x, y)) for n, (one, x, y) in enumerate(spots, 1)}
    studio.take("cua-so", marks=marks)


def typing_figures(studio: Studio, window: MainWindow) -> None:
    hands = studio.hands
    hands.press("Ctrl+3", "Ctrl+N")
    hands.fill("Hoặc gọi là", "Kinh phí lắp camera")
    hands.fill("Số liệu", "1.8 tỷ")
    studio.take("hoi-lai")
    hands.button("1.800.000.000")
    hands.press("Ctrl+Z", "Ctrl+Z")
    hands.go("Chỉ tiêu")
    hands.row("Dân số")
    hands.click(hands.field("Thêm số liệu"))
    hands.type("gần 48 ngàn người, tăng 2,1% so với năm 2024")
    studio.take("so-lieu")
    hands.press("Ctrl+A", "Delete", "Tab")


def a_namesake(studio: Studio, window: MainWindow) -> None:
    hands = studio.hands
    hands.go("Cá nhân")
    hands.press("Ctrl+N")
    hands.type("Nguyễn Hoàng Anh Mẫu")
    hands.reads("Trong sổ đã có người cùng tên")
    studio.take("trung-ten")
    hands.press("Ctrl+A", "Delete", "Tab")


def evidence(studio: Studio, window: MainWindow) -> None:
    hands = studio.hands
    hands.go("Mô hình, điển hình")
    hands.row(PRACTICE)
    hands.tab("Minh chứng")
    studio.take("minh-chung")


def findings(studio: Studio, window: MainWindow) -> None:
    studio.hands.go("Phát hiện")
    studio.hands.row("Vụ tai nạn giao thông")
    studio.hands.reads("Hai số")
    studio.take("phat-hien")


def history(studio: Studio, window: MainWindow) -> None:
    hands = studio.hands
    hands.go("Cá nhân")
    hands.row("Bùi Thị Hoa Mẫu")
    hands.fill("Ngày sinh", "1971")
    hands.press("Ctrl+H")
    dialog = hands.look_at(HistoryDialog)
    studio.take("lich-su", dialog=dialog)
    dialog.accept()
    hands.look_at(MainWindow)
    hands.press("Ctrl+Z")


def searching(studio: Studio, window: MainWindow) -> None:
    hands = studio.hands
    hands.press("Ctrl+K")
    hands.type("ngo hoa")
    hands.until(lambda: any(one.isVisible() for one in hands.seen(QListWidget)), "what was found")
    studio.take("tim")
    hands.press("Escape")


def taking_in(studio: Studio, window: MainWindow) -> None:
    source = HOME / "so-lieu-cua-van-phong.json"
    source.write_text(json.dumps(TAKEN_IN, ensure_ascii=False), encoding="utf-8")
    asked, QFileDialog.getOpenFileName = QFileDialog.getOpenFileName, lambda *_args: (str(source), "")  # type: ignore
    studio.hands.press("Ctrl+I")
    dialog = studio.hands.look_at(ImportDialog)
    QFileDialog.getOpenFileName = asked  # type: ignore[method-assign]
    dialog.table.selectRow(next(n for n, line in enumerate(dialog.model.lines) if line.choices))
    studio.take("nhap", dialog=dialog)
    dialog.reject()
    studio.hands.look_at(MainWindow)


def papers(studio: Studio, window: MainWindow) -> None:
    studio.hands.press("Ctrl+P")
    studio.hands.button("Lập cả bộ văn bản")
    studio.hands.reads("Đã lập 3 văn bản")
    studio.take("van-ban")


def templates(studio: Studio, window: MainWindow) -> None:
    """The fields to copy, then what the check says of a copy with mistakes."""
    hands = studio.hands
    hands.press("Ctrl+Shift+M")
    pane = window.places.pane("templates")
    hands.until(lambda: "không có lỗi" in pane.faults.sentence, "a sound template")
    pane.fields.filter.setFocus()
    hands.type("chỗ ký")
    pane.fields.tree.setCurrentItem(next(item for item in pane.fields.items() if not item.isHidden()))
    studio.take("mau-truong")
    hands.button("Mở bản sao để sửa")
    spoil(hands.opened[-1])
    hands.button("Kiểm tra mẫu")
    hands.until(lambda: pane.tabs.currentWidget() is pane.faults and pane.faults.list.count() > 3, "the faults")
    studio.take("mau-kiem-tra")
    hands.button("Về mẫu gốc")


def in_the_dark(studio: Studio, window: MainWindow) -> None:
    for module in [one for name, one in sys.modules.items() if name.startswith("desktop.")]:
        if hasattr(module, "colours_now"):
            vars(module)["colours_now"] = lambda *_: DARK  # a screen that is none has no scheme to follow
    studio.application.look.apply()
    studio.hands.press("Ctrl+5")
    studio.hands.row("Vũ Tiến Dũng Mẫu")
    studio.take("nen-toi")


def large(studio: Studio, window: MainWindow) -> None:
    studio.hands.press("Ctrl+4")
    studio.hands.row("Toàn dân bảo vệ an ninh Tổ quốc")
    studio.take("phong-150")


SCENES: tuple[Callable[[Studio, MainWindow], None], ...] = (
    the_window, typing_figures, a_namesake, evidence, findings, history, searching, taking_in, papers,
    *PAPER_SCENES, *AWARD_SCENES, templates, in_the_dark,
)  # fmt: skip


def main() -> None:
    """All pictures; the one at 150 % in a process of its own, since Qt reads its scale once."""
    scaled = "QT_SCALE_FACTOR" in os.environ
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir()
    settings = Settings(path=HOME / "settings.json", who="Chị Lan", backup_on_closing=False, last_year=YEAR)
    studio = Studio(Application([], settings))
    if not scaled:
        first_run(studio)
    window = studio.open_sample()
    for scene in (large,) if scaled else SCENES:
        scene(studio, window)
    window.close()
    if not scaled:
        again = [sys.executable, "-m", "docs.take_pictures"]
        subprocess.run(again, check=True, env={**os.environ, "QT_SCALE_FACTOR": "1.5"})
        draw(PICTURES / "mau-va-van-ban.png")
    shutil.rmtree(HOME, ignore_errors=True)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["XDG_DOCUMENTS_DIR"] = "/home/lan/Tài liệu"  # only shown, in the first window
    main()
