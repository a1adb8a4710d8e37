"""Renders the drawings of resources/emblem and puts them into the certificates: python -m docs.render_emblem."""

import os
import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from reports.certificates.kinds import CERTIFICATES
from reports.office_files.packages import open_package, pack, write_whole, zipped

ROOT = Path(__file__).resolve().parent.parent
EMBLEM = ROOT / "resources" / "emblem"
FRAME = "khung"
WIDTHS = {
    "quoc-huy": (26, 600),
    "bua-liem": (26, 600),
    "co-trai": (34, 600),
    "co-phai": (34, 600),
    "quoc-ky": (30, 300),
    FRAME: (297, 300),
}
"""The width of each picture in millimetres, and its dots to the inch."""
FRAME_COLOURS = 64


def main() -> None:
    """Writes each PNG beside its SVG, and the same bytes into the templates that hold it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    QGuiApplication(sys.argv)
    for name, (millimetres, dots) in WIDTHS.items():
        rendered(name, millimetres, dots).save(str(EMBLEM / f"{name}.png"), quality=0)
    for kind in CERTIFICATES.values():
        template = ROOT / "reports" / "templates" / kind.template
        parts = open_package(template.read_bytes())
        for part in [part for part in parts if part.startswith("word/media/")]:
            parts[part] = pack(part, (EMBLEM / Path(part).name).read_bytes())
        write_whole(template, zipped(parts))


def rendered(name: str, millimetres: int, dots: int) -> QImage:
    """A drawing as a picture; the frame, which fills a page, on white and in few colours."""
    drawing = QSvgRenderer(str(EMBLEM / f"{name}.svg"))
    wide = round(millimetres * dots / 25.4)
    high = round(wide * drawing.viewBoxF().height() / drawing.viewBoxF().width())
    image = QImage(wide, high, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white if name == FRAME else Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    if name == FRAME:
        corner = image.copy(0, 0, wide // 4, high // 4)
        seen = Counter(corner.pixel(x, y) for y in range(corner.height()) for x in range(corner.width()))
        table = [colour for colour, _ in seen.most_common(FRAME_COLOURS)]
        image = image.convertToFormat(
            QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither
        )  # few colours: the page's picture stays small
    image.setDotsPerMeterX(round(dots / 0.0254))
    image.setDotsPerMeterY(round(dots / 0.0254))
    return image


if __name__ == "__main__":
    main()
