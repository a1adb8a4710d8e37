"""How it looks: the colours of light and dark, Fusion's palette, the one style sheet, and the size of text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from desktop.style_sheet import style_sheet

SANS = ("Segoe UI", "Noto Sans", "DejaVu Sans", "Liberation Sans")
NORMAL_POINTS, LARGE_POINTS = 10.5, 13.0
ROW_HEIGHT = 28


@dataclass(frozen=True)
class Colours:
    """Every colour of the screen by what it is for, as #RRGGBB."""

    ink: str
    grey: str
    paper: str
    desk: str
    line: str
    control_line: str
    hover: str
    selected: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_text: str
    gold: str
    amber: str
    on_amber: str
    wrong: str
    fine: str


LIGHT = Colours(
    ink="#1F2328",
    grey="#5D6168",
    paper="#FFFFFF",
    desk="#F6F5F2",
    line="#D9D6CF",
    control_line="#B9B4A8",
    hover="#F1EFEA",
    selected="#F3E6E3",
    accent="#9B1C1C",
    on_accent="#FFFFFF",
    accent_hover="#821717",
    accent_text="#9B1C1C",
    gold="#8A6116",
    amber="#FFF4D6",
    on_amber="#7A5000",
    wrong="#9B1C1C",
    fine="#2F6B3A",
)
DARK = Colours(
    ink="#E8E6E1",
    grey="#A7A59F",
    paper="#1E1F21",
    desk="#27282B",
    line="#3C3D40",
    control_line="#5C5D61",
    hover="#2B2C2F",
    selected="#46302F",
    accent="#B83232",
    on_accent="#FFFFFF",
    accent_hover="#C63C3C",
    accent_text="#F0938C",
    gold="#D9AC5B",
    amber="#3D3116",
    on_amber="#F0C766",
    wrong="#F0938C",
    fine="#86C08F",
)


class Look(QObject):
    """The application's look; follows the system between light and dark. `changed` tells that it was drawn anew."""

    changed = Signal()

    def __init__(self, application: QApplication, large_text: bool, parent: QObject | None = None) -> None:
        super().__init__(parent or application)
        self._application = application
        self._large = large_text
        application.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    @property
    def colours(self) -> Colours:
        """Today's colours."""
        return colours_now(self._application)

    def set_large_text(self, large: bool) -> None:
        """Text at 13 pt instead of 10.5 pt, or back."""
        self._large = large
        self.apply()

    def apply(self) -> None:
        """Draws everything in today's colours and size."""
        points = LARGE_POINTS if self._large else NORMAL_POINTS
        font = screen_font(self._application.font())
        font.setPointSizeF(points)
        self._application.setFont(font)
        self._application.setPalette(palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours, points))
        self.changed.emit()


def screen_font(given: QFont) -> QFont:
    """The system's font for the screen; a proportional one where the system has none set and falls to typewriter."""
    if not QFontInfo(given).fixedPitch():
        return QFont(given)
    return next((font for font in map(QFont, SANS) if QFontInfo(font).family() == font.family()), QFont(given))


def colours_now(application: QApplication | None = None) -> Colours:
    """The colours that the system's scheme asks for."""
    hints = (application or QApplication).styleHints()
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def palette(colours: Colours) -> QPalette:
    """Fusion's palette in these colours."""
    roles = {
        QPalette.ColorRole.Window: colours.desk,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.paper,
        QPalette.ColorRole.AlternateBase: colours.desk,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.grey,
        QPalette.ColorRole.Button: colours.paper,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.BrightText: colours.on_accent,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.accent_text,
        QPalette.ColorRole.LinkVisited: colours.accent_text,
        QPalette.ColorRole.ToolTipBase: colours.paper,
        QPalette.ColorRole.ToolTipText: colours.ink,
        QPalette.ColorRole.Light: colours.paper,
        QPalette.ColorRole.Midlight: colours.hover,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.control_line,
        QPalette.ColorRole.Shadow: colours.line,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.grey))
    return made
