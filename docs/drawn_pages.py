"""Parts of pages of finished papers as pictures, drawn by LibreOffice; pictures side by side and in few colours."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

DOTS_PER_INCH = 84
GAP = 12


def drawn(paper: Path, part: QRect, *, page: int = 1, colours: bool = False) -> QImage:
    """A part of a page (in dots), drawn beside the paper. Needs LibreOffice and poppler."""
    office = f"-env:UserInstallation={(paper.parent / 'office').as_uri()}"
    convert = ["soffice", office, "--headless", "--convert-to", "pdf", "--outdir", str(paper.parent), str(paper)]
    subprocess.run(convert, check=True, capture_output=True)
    picture = paper.with_suffix("")
    how = ["-r", str(DOTS_PER_INCH), *([] if colours else ["-gray"]), "-png", "-singlefile", "-f", str(page)]
    subprocess.run(["pdftoppm", *how, str(paper.with_suffix(".pdf")), str(picture)], check=True)
    return QImage(f"{picture}.png").copy(part)


def beside(pages: Sequence[QImage]) -> QImage:
    """The pages on grey, one beside the other, in few colours."""
    width = sum(page.width() for page in pages) + GAP * (len(pages) + 1)
    picture = QImage(width, pages[0].height() + 2 * GAP, QImage.Format.Format_RGB32)
    picture.fill(QColor("#D9D6CF"))
    with QPainter(picture) as painter:
        for place, page in enumerate(pages):
            painter.drawImage(GAP + place * (page.width() + GAP), GAP, page)
    return in_few_colours(picture)


def in_few_colours(image: QImage) -> QImage:
    """The picture in at most 256 of its colours, a quarter of the size; no eye sees the difference."""
    pixels = image.convertToFormat(QImage.Format.Format_RGB32)
    table: list[int] = []
    for colour, _ in Counter(memoryview(pixels.constBits()).cast("I")).most_common():
        if len(table) < 256 and all(_apart(colour, one) for one in table):
            table.append(colour)
    flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return pixels.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def _apart(one: int, other: int) -> bool:
    return any(abs((one >> shift & 255) - (other >> shift & 255)) > 8 for shift in (0, 8, 16))
