"""Opens each place of the window at 1280×720 in a process of its own and tells which words are cut off."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.application import prepared
from desktop.first_run import FirstRun
from desktop.look import Look
from desktop.main_window import MainWindow
from desktop.session import Session
from desktop.settings import Settings
from desktop.sidebar import AWARD_PLACES, BIN, FINDINGS, PAPERS, TEMPLATES, TODAY
from forms.catalogue import FORMS
from ward.book import Book
from ward.edits import Add


def cut(pane: QWidget, place: str) -> list[str]:
    """The labels and buttons that are smaller than their words."""
    found = []
    for child in pane.findChildren(QWidget):
        if not isinstance(child, QLabel | QAbstractButton) or not child.isVisible() or not child.text():
            continue
        if child.objectName().startswith("qt_"):
            continue
        if isinstance(child, QLabel) and child.wordWrap():
            needed = QSize(0, child.heightForWidth(child.width()))
        else:
            needed = child.sizeHint()
        if child.width() < needed.width() or child.height() < needed.height():
            found.append(f"{place}: {child.text()[:60]} {child.size().toTuple()} < {needed.toTuple()}")
    for tree in pane.findChildren(QTreeWidget):
        if tree.objectName() == "side":
            found += [f"{place}: sidebar {item.text(0)}" for item in all_items(tree) if is_cut(tree, item)]
    return found


def all_items(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    tops = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    rows = [[top, *(top.child(one) for one in range(top.childCount()))] for top in tops if top]
    return [item for row in rows for item in row if item]


def is_cut(tree: QTreeWidget, item: QTreeWidgetItem) -> bool:
    """Whether the row is narrower than its words with the bar and a pixel of air on each side."""
    words = QFontMetrics(item.font(0)).horizontalAdvance(item.text(0))
    return tree.visualItemRect(item).width() < words + 8


def dialogs(window: MainWindow) -> list[str]:
    """The words that the dialogs cut off, and the dialogs that do not fit into the window."""
    window.go("person")
    window.records.select([window.records.model.ids[0]])
    found = []
    for name in ("history", "bulk", "keys", "settings", "about", "add_year", "close_year"):
        window.menus.actions[name].trigger()
        QApplication.processEvents()
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        found += cut(dialog, name)
        if dialog.width() > window.width() or dialog.height() > window.height():
            found.append(f"{name}: {dialog.size().toTuple()}")
        dialog.reject()
    return found


def main() -> None:
    folder, large = Path(sys.argv[1]), sys.argv[2] == "1"
    application = prepared(["test"])
    look = Look(application, large)
    settings = Settings(path=folder / "settings.json", large_text=large, last_year=2025, backup_on_closing=False)
    book = Book.create(folder / "Phường Thử.sovang")
    book.write("Thêm người", [Add("person", {"name": "Nguyễn Văn An"})])
    window = MainWindow(Session(book, 2025), settings, look)
    window.resize(1280, 720)
    window.show()
    found = []
    kinds = [kind for kind in FORMS if FORMS[kind].group]
    for place in [TODAY, FINDINGS, PAPERS, TEMPLATES, BIN, *AWARD_PLACES, *kinds]:
        window.go(place)
        for _ in range(5):
            application.processEvents()
        found += cut(window, place)
        if window.width() > 1280:
            found.append(f"{place}: the window grew to {window.width()}")
            window.resize(1280, 720)
    if window.size() != QSize(1280, 720):
        found.append(f"the window grew to {window.size().toTuple()}")
    found += dialogs(window)
    first = FirstRun(settings)
    first.show()
    application.processEvents()
    found += cut(first, "first run")
    window.close()
    print(json.dumps(sorted(set(found)), ensure_ascii=False))
