"""The one short style sheet: what Fusion and a palette cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.look import Colours

SHEET = """
QToolTip {{ color: {ink}; background: {paper}; border: 1px solid {line}; padding: 4px; }}
QWidget#topRow, QWidget#sidebar {{ background: {desk}; }}
QWidget#topRow {{ border-bottom: 1px solid {line}; }}
QWidget#sidebar {{ border-right: 1px solid {line}; }}
QWidget#pane, QWidget#pane QScrollArea, QWidget#paneBody {{ background: {paper}; }}
QMenuBar {{ background: transparent; }}
QMenuBar::item {{ padding: 6px 9px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {selected}; color: {ink}; }}
QMenu {{ background: {paper}; border: 1px solid {line}; padding: 4px 0; }}
QMenu::item {{ padding: 5px 28px 5px 24px; }}
QMenu::item:selected {{ background: {selected}; color: {ink}; }}
QMenu::item:disabled {{ color: {grey}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 0; }}
QStatusBar {{ background: {desk}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {{
    background: {paper}; color: {ink}; border: 1px solid {control_line}; border-radius: 4px; padding: 4px 7px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {{
    border: 2px solid {accent_text}; padding: 3px 6px;
}}
QLineEdit:read-only, QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {desk}; color: {grey}; }}
QComboBox {{ padding-right: 24px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QPushButton, QToolButton#plain {{
    background: {paper}; color: {ink}; border: 1px solid {control_line}; border-radius: 4px; padding: 5px 14px;
}}
QPushButton:hover, QToolButton#plain:hover {{ background: {hover}; }}
QPushButton:focus, QToolButton#plain:focus {{ border: 2px solid {accent_text}; padding: 4px 13px; }}
QPushButton:disabled, QToolButton#plain:disabled {{ color: {grey}; background: {desk}; border-color: {line}; }}
QPushButton[primary="true"] {{ background: {accent}; color: {on_accent}; border: 1px solid {accent}; }}
QPushButton[primary="true"]:hover {{ background: {accent_hover}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {ink}; padding: 4px 13px; }}
QPushButton[primary="true"]:disabled {{ background: {desk}; color: {grey}; border-color: {line}; }}
QPushButton[quiet="true"] {{ border: 1px solid transparent; background: transparent; color: {accent_text};
    padding: 4px 2px; }}
QPushButton[quiet="true"]:hover {{ text-decoration: underline; }}
QPushButton[quiet="true"]:focus {{ border: 2px solid {accent_text}; padding: 3px 1px; }}
QPushButton[card="true"] {{ text-align: left; padding: 9px 12px; }}
QPushButton[card="true"]:focus {{ padding: 8px 11px; }}
QAbstractItemView {{ background: {paper}; color: {ink}; border: none; outline: none;
    selection-background-color: {selected}; selection-color: {ink}; }}
QComboBox QAbstractItemView {{ border: 1px solid {line}; }}
QTableView {{ gridline-color: {line}; }}
QTableView::item {{ padding: 0 8px; border: none; }}
QTableView::item:selected {{ background: {selected}; color: {ink}; }}
QTableView#frozen {{ border-right: 1px solid {line}; }}
QHeaderView {{ background: {paper}; border: none; }}
QHeaderView::section {{ background: {paper}; color: {grey}; border: none; border-bottom: 1px solid {line};
    padding: 6px 8px 6px 11px; }}
QHeaderView::section:hover {{ color: {ink}; }}
QTreeView::item {{ padding: 4px 2px; border: none; }}
QTreeView::item:selected {{ background: {selected}; color: {ink}; }}
QTreeView#side {{ background: transparent; show-decoration-selected: 0; }}
QListView#suggestions {{ border: 1px solid {control_line}; padding: 1px 0; }}
QListView#suggestions::item {{ padding: 3px 8px; }}
QListView#suggestions::item:selected {{ background: {selected}; color: {ink}; }}
QListView#results {{ border: 1px solid {control_line}; border-radius: 4px; padding: 4px 0; }}
QListView#results::item {{ padding: 0 10px; border: none; }}
QListView#results::item:disabled {{ color: {grey}; }}
QTreeView#side::item {{ padding: 0 2px; border: none; border-left: 3px solid transparent; }}
QTreeView#side::item:hover {{ background: {hover}; }}
QTreeView#side::item:selected {{ background: {selected}; color: {ink}; border-left: 3px solid {accent}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {control_line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {grey}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QCheckBox::indicator:unchecked {{ background: {paper}; border: 1px solid {control_line}; border-radius: 2px;
    width: 12px; height: 12px; }}
QProgressBar {{ background: {line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QFrame#notice {{ background: {amber}; border: none; border-left: 3px solid {on_amber}; }}
QFrame#notice QLabel {{ color: {on_amber}; background: transparent; }}
QFrame#notice[tone="fine"] {{ background: {desk}; border-left: 3px solid {fine}; }}
QFrame#notice[tone="fine"] QLabel {{ color: {fine}; }}
QLabel#title {{ font-size: {title}pt; font-weight: 600; }}
QLabel#heading {{ font-weight: 600; }}
QLabel[grey="true"] {{ color: {grey}; }}
QLabel[small="true"] {{ font-size: {small}pt; }}
QLabel[fine="true"] {{ color: {fine}; }}
QLabel[wrong="true"] {{ color: {wrong}; }}
QLabel[amber="true"] {{ color: {on_amber}; }}
QLabel[gold="true"] {{ color: {gold}; }}
QTabBar::tab {{ padding: 6px 12px; color: {grey}; border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {ink}; border-bottom: 2px solid {accent}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
"""


def style_sheet(colours: Colours, points: float) -> str:
    """The sheet in these colours; three sizes of text: `points`, a title above it, small print below."""
    sizes = {"title": f"{points + 3:g}", "small": f"{points - 1:g}"}
    return SHEET.format(**vars(colours), **sizes)
