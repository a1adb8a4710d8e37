"""Facts about how it looks: contrast in both palettes, names on all controls, nothing cut off, Vietnamese buttons."""

import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontInfo, QStyleHints
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.look import DARK, LIGHT, Colours, screen_font
from desktop.menus import ACTS, LINE
from desktop.sidebar import AWARD_PLACES, BIN, FINDINGS, PAPERS, TEMPLATES, TODAY
from tests.desktop.window.conftest import choose_row, type_text
from ward.edits import Add

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)
INKS = ("ink", "grey", "accent_text", "gold", "wrong", "fine")
GROUNDS = ("paper", "desk", "hover", "selected")
ROOT = Path(__file__).resolve().parents[3]


def brightness(colour: str) -> float:
    """Relative luminance (WCAG 2.1)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((brightness(one), brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_every_ground(colours: Colours):
    pairs = [(getattr(colours, ink), getattr(colours, ground)) for ink, ground in product(INKS, GROUNDS)]
    pairs += [(colours.on_accent, colours.accent), (colours.on_accent, colours.accent_hover)]
    pairs += [(colours.on_amber, colours.amber), (colours.on_amber, colours.paper)]
    weak = [(one, other, round(contrast(one, other), 2)) for one, other in pairs if contrast(one, other) < 4.5]
    assert weak == []


def unnamed(pane: QWidget) -> list[str]:
    """The controls of a pane that a screen reader could not name."""
    return [
        f"{type(child).__name__} {child.objectName()}"
        for child in pane.findChildren(QWidget)
        if isinstance(child, CONTROLS)
        and child.isVisible()
        and not child.objectName().startswith("qt_")
        and not child.accessibleName()
        and not (isinstance(child, QAbstractButton) and child.text())
        and not isinstance(child.parent(), QLineEdit | QComboBox | QAbstractItemView)
    ]


PLACES = (TODAY, FINDINGS, PAPERS, TEMPLATES, BIN, *AWARD_PLACES, "person", "figure", "award")


@pytest.mark.parametrize("place", PLACES)
def test_every_control_has_a_name(window, place):
    window.go(place)
    if place == "person":
        choose_row(window, 0)
    assert unnamed(window) == []


def test_qt_s_own_texts_are_vietnamese(look, qtbot):
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    kinds = QDialogButtonBox.StandardButton
    for kind in (kinds.Save, kinds.Cancel, kinds.Open, kinds.Close, kinds.Yes, kinds.No, kinds.Discard, kinds.Help):
        box.addButton(kind)
    texts = {button.text().replace("&", "") for button in box.buttons()}
    assert texts == {"Lưu", "Thôi", "Mở", "Đóng", "Có", "Không", "Bỏ, không lưu", "Trợ giúp"}
    assert QCoreApplication.translate("QWidgetTextControl", "&Undo") == "&Hoàn tác"
    assert QCoreApplication.translate("QFileDialog", "File &name:") == "&Tên tệp:"


def test_a_field_s_menu_is_vietnamese(window, qtbot):
    menu = window.top.search.createStandardContextMenu()
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    menu.deleteLater()
    assert words == ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"]


def test_every_act_has_a_menu_and_no_key_is_given_twice():
    acts = [act for act in ACTS if act is not LINE]
    keys = [key.strip() for act in acts for key in act.keys.split(";") if key.strip()]
    assert sorted(keys) == sorted(set(keys))
    assert all(act.menu and act.text for act in acts)


def test_the_window_follows_the_system_into_the_dark_and_back(window, look, monkeypatch):
    """The offscreen screen has no dark of its own, so what the system answers is set here."""

    def ground() -> Any:
        return window.grab().toImage().pixelColor(300, 60).name().upper()

    assert ground() == LIGHT.paper
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _hints: Qt.ColorScheme.Dark)
    look.apply()
    assert ground() == DARK.paper
    assert window.records.table.hover_delegate._bar.name().upper() == DARK.accent
    monkeypatch.undo()
    look.apply()
    assert ground() == LIGHT.paper


def test_large_text_is_13_points_everywhere_and_back(window, qapp):
    window.menus.actions["large_text"].trigger()
    assert qapp.font().pointSizeF() == 13
    assert window.records.table.verticalHeader().defaultSectionSize() >= 30
    window.menus.actions["large_text"].trigger()
    assert qapp.font().pointSizeF() == 10.5


@pytest.mark.parametrize("owner", ["practice", "indicator"])
def test_at_1280_by_720_two_figures_stand_below_the_line_that_adds_one(window, owner, qapp):
    """While one types, with what was understood below the line, and a figure chosen."""
    record = window.session.write("Thêm", [Add(owner, {"name": "Camera", "years": (2025,)})]).added[0]
    about = {"indicator" if owner == "indicator" else "about": record, "years": (2025,)}
    added = [Add("figure", {**about, "period": str(year), "words": f"{year} mắt"}) for year in range(2023, 2026)]
    window.session.write("Thêm", added)
    window.resize(1280, 720)
    window.show_record(record)
    figures = window.places.form_side.made.tabs.currentWidget()
    type_text(figures.quick.line, "gần 48 ngàn người")
    figures.lines.selectRow(0)
    qapp.processEvents()
    second = figures.lines.visualItemRect(figures.lines.item(1, 0))
    assert figures.choice.isVisible() and figures.quick.notes.isVisible()
    assert figures.lines.viewport().rect().contains(second)


@pytest.mark.parametrize("scale", ["1", "1.5"])
@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_no_word_is_cut_off_at_1280_by_720(scale, large, tmp_path):
    code = "from tests.desktop.window.cut_off import main; main()"
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), str(int(large))],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == []


def test_a_typewriter_font_gives_way_to_a_proportional_one(qapp):
    typewriter = QFont("Liberation Mono")
    assert QFontInfo(typewriter).fixedPitch()
    assert not QFontInfo(screen_font(typewriter)).fixedPitch()
    assert screen_font(QFont("Liberation Sans")).family() == "Liberation Sans"


def test_an_empty_box_to_tick_is_seen_in_the_dark(look, qtbot, monkeypatch):
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _hints: Qt.ColorScheme.Dark)
    look.apply()
    box = QCheckBox("Sao lưu mỗi ngày")
    qtbot.addWidget(box)
    picture = box.grab().toImage()
    colours = {picture.pixelColor(x, box.height() // 2).name().upper() for x in range(16)}
    monkeypatch.undo()
    look.apply()
    assert DARK.control_line in colours
