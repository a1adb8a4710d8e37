"""Small pictures of evidence: a photo or scan itself, a PDF by its first page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

PDF_HEAD = b"%PDF-"


def picture_of(path: Path, room: QSize) -> QImage | None:
    """The picture of this file, at most as large as `room` in pixels; None when there is nothing to show."""
    with path.open("rb") as file:
        is_pdf = PDF_HEAD in file.read(1024)
    return _first_page(path, room) if is_pdf else _photo(path, room)


def _photo(path: Path, room: QSize) -> QImage | None:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > room.width() * 2 or size.height() > room.height() * 2):
        reader.setScaledSize(size.scaled(room * 2, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    return None if image.isNull() else _fitted(image, room)


def _first_page(path: Path, room: QSize) -> QImage | None:
    """The first page of a PDF; None for one that is broken or locked with a password."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(str(path))
    except pypdfium2.PdfiumError:
        return None
    try:
        page = document[0]
        width, height = page.get_size()
        scale = min(room.width() / width, room.height() / height)
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        drawn = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
    except (pypdfium2.PdfiumError, IndexError):
        return None
    finally:
        document.close()
    return drawn


def _fitted(image: QImage, room: QSize) -> QImage:
    if image.width() <= room.width() and image.height() <= room.height():
        return image
    return image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
