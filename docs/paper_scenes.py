"""The pictures of papers that stay alive: an edited draft is refreshed, traced, reconciled, signed and compared."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDialog

from desktop.lines_dialog import LinesDialog
from desktop.main_window import MainWindow
from desktop.origin_dialog import OriginDialog
from desktop.refresh_dialog import RefreshDialog
from desktop.sign_dialog import SignDialog
from docs.drawn_pages import beside, drawn
from tests.desktop.typing_clerk import ADDED, TypingClerk
from ward.edits import Add, Amend, Bin
from ward.statements import typed_figure

if TYPE_CHECKING:
    from docs.take_pictures import Studio

REPORT = "Báo cáo tổng kết năm 2025"
SHOPS, TEAMS = "Hộ kinh doanh cá thể:", "Tổ liên gia an toàn PCCC:"
PAGE, PART = 2, QRect(80, 285, 590, 252)
"""The page of the report that shows the economy, and its part with the changed lines."""
COLOURED = {"1.248 hộ": "yellow", "1.251 hộ": "green", ADDED: "cyan"}


def refreshing(studio: Studio, window: MainWindow) -> None:
    """An edited draft beside today's records; then what came of it."""
    paper = _chosen(studio, window, REPORT)
    clerk = TypingClerk(paper)
    clerk.add_sentence(SHOPS)
    clerk.type_over("32", "34", within=TEAMS)
    clerk.delete("Camera an ninh: trên 140 mắt")
    clerk.save()
    _amend(window, "1.248 hộ", "1.251 hộ", "hộ")
    _amend(window, "32 tổ", "33 tổ", "tổ")
    gone = "SELECT record_id FROM practice WHERE name = 'Cổng trường an toàn giao thông'"
    window.session.write("Bỏ mô hình", [Bin(_number(window, gone))])
    new = {"name": "Vườn rau sạch", "practice_kind": "mo_hinh", "field": "Văn hóa - xã hội", "years": (2025,)}
    window.session.write("Thêm mô hình", [Add("practice", new)])
    studio.hands.press("Ctrl+U")
    dialog = studio.hands.look_at(RefreshDialog)
    studio.take("cap-nhat", dialog=dialog)
    studio.hands.button("Dùng số nay")
    studio.hands.button("Cập nhật")
    studio.hands.look_at(MainWindow)
    studio.hands.reads("Đã cập nhật")
    studio.take("cap-nhat-xong")
    kept = next(paper.parent.glob(f"{paper.stem} (bản trước *"))
    _draw_beside(kept, paper, studio.folder / "truoc-sau.png")


def origins(studio: Studio, window: MainWindow) -> None:
    _chosen(studio, window, REPORT)
    studio.hands.press("Ctrl+Shift+U")
    dialog = studio.hands.look_at(OriginDialog)
    studio.hands.type("1.251 hộ")
    studio.hands.press("Return")
    _shown(studio, dialog, "tu-dau-ra")


def reconciling(studio: Studio, window: MainWindow) -> None:
    paper = _chosen(studio, window, REPORT)
    clerk = TypingClerk(paper)
    clerk.add_paragraph("Điểm chữa cháy công cộng:", "Các tổ dân phố được trang bị thêm 15 bình chữa cháy.")
    clerk.type_over("1.251", "1.253", within=SHOPS)
    clerk.save()
    studio.hands.press("Ctrl+Shift+P")
    _shown(studio, studio.hands.look_at(LinesDialog), "doi-chieu")
    clerk.type_over("1.253", "1.251", within=SHOPS)
    clerk.save()


def comparing(studio: Studio, window: MainWindow) -> None:
    _chosen(studio, window, REPORT)
    _act(window, "compare")
    _shown(studio, studio.hands.look_at(LinesDialog), "so-sanh")


def signing(studio: Studio, window: MainWindow) -> None:
    """A paper is signed; a record changes; the paper is told to be no longer true."""
    hands = studio.hands
    _chosen(studio, window, REPORT)
    _act(window, "sign")
    dialog = hands.look_at(SignDialog)
    hands.type("125/BC-UBND")
    hands.fill("Ngày ký", "15/12/2025")
    studio.take("da-ky", dialog=dialog)
    hands.button("Đánh dấu đã ký")
    hands.look_at(MainWindow)
    _amend(window, "1.251 hộ", "1.254 hộ", "hộ")
    window.places.pane("papers").refresh()
    _act(window, "differences")
    _shown(studio, hands.look_at(LinesDialog), "khong-con-dung")


PAPER_SCENES: tuple[Callable[[Studio, MainWindow], None], ...] = (
    refreshing, origins, reconciling, comparing, signing,
)  # fmt: skip


def _chosen(studio: Studio, window: MainWindow, title: str) -> Path:
    """Goes to the papers and chooses the newest of this title; gives its file."""
    studio.hands.press("Ctrl+P")
    pane = window.places.pane("papers")
    pane.refresh()
    table = pane.made.table
    item = next(item for item in pane.made._items() if item.text(0).startswith(title))
    table.setCurrentItem(item)
    item.setSelected(True)
    path: Path = pane.made.chosen()[0].path
    return path


def _act(window: MainWindow, name: str) -> None:
    """Takes an entry of the menu “Việc khác”."""
    window.places.pane("papers").desk.buttons.acts[name].trigger()


def _shown(studio: Studio, dialog: QDialog, name: str) -> None:
    """Takes the dialog's picture and leaves it."""
    studio.take(name, dialog=dialog)
    dialog.reject()
    studio.hands.look_at(MainWindow)


def _amend(window: MainWindow, words: str, now: str, measure: str) -> None:
    sql = (
        "SELECT f.record_id FROM figure f JOIN record_year y ON y.record_id = f.record_id "
        f"WHERE y.year = 2025 AND f.role = 'actual' AND f.words = '{words}'"
    )
    parts: dict[str, Any] = typed_figure(now, measure=measure)
    window.session.write(f"Sửa {words} thành {now}", [Amend(_number(window, sql), parts)])


def _number(window: MainWindow, sql: str) -> int:
    return int(window.session.book.db.execute_sql(sql).fetchone()[0])


def _draw_beside(before: Path, after: Path, target: Path) -> None:
    """The same part of both papers, what changed and what stayed in colour."""
    with tempfile.TemporaryDirectory() as folder:
        pages = []
        for stem, path in (("truoc", before), ("sau", after)):
            copy = Path(shutil.copy(path, Path(folder) / f"{stem}.docx"))
            _colour(copy)
            pages.append(drawn(copy, PART, page=PAGE, colours=True))
        beside(pages).save(str(target), "PNG")  # type: ignore[call-overload]


def _colour(paper: Path) -> None:
    document = docx.Document(str(paper))
    for text in document.element.body.iter(qn("w:t")):
        words = (text.text or "").replace("\u00a0", " ").strip()
        if words in COLOURED:
            marker = OxmlElement("w:highlight")
            marker.set(qn("w:val"), COLOURED[words])
            text.getparent().get_or_add_rPr().append(marker)
    document.save(str(paper))
